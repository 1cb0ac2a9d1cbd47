"""Where tokens are kept: in the system's keyring, never in a file; without a keyring, in memory while this runs.

A keyring may ask its owner for a password, wait for a dialog, or hang: calls block, so they are made on the job's own
thread, and no longer than a limit. What went wrong is a code; the error itself, which might quote the secret, is not
passed on.
"""

import logging
import os
from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from kennisbank.errors import SecretsUnavailableError

if TYPE_CHECKING:  # else it is imported when first used: it takes a tenth of a second, and most runs need no secret
    from keyring.backend import KeyringBackend

SERVICE = "Kennisbank"
LIMIT_S = 60.0
"""How long a keyring may take: somebody may be typing its password."""
TOKEN_VARIABLE = "KENNISBANK_TOKEN"  # noqa: S105 -- the name of a variable, no token
_REFUSED_MODULES = ("keyrings.alt", "keyring.backends.fail", "keyring.backends.null")
"""These ask on standard input, do nothing, or lose what they are given."""
_CHAINER = "keyring.backends.chainer"

_log = logging.getLogger(__name__)
T = TypeVar("T")


class SecretStore(Protocol):
    """Keeps secrets by name. Every method may block; from any thread but the GUI's."""

    def get(self, name: str) -> str | None:
        """Return a secret, or None where there is none."""

    def set(self, name: str, value: str) -> None:
        """Keep a secret instead of the one with that name."""

    def remove(self, name: str) -> None:
        """Forget a secret; one that isn't there is let be."""

    def state(self) -> str:
        """Return empty when secrets outlive this run, else the code of `SecretsUnavailableError` that says why not."""


class MemorySecrets:
    """Keeps secrets while this program runs."""

    def __init__(self, reason: str = "none") -> None:
        """Say `reason` when asked why they are kept no longer."""
        self._held: dict[str, str] = {}
        self._reason = reason

    def get(self, name: str) -> str | None:
        """Return a secret, or None where there is none."""
        return self._held.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret instead of the one with that name."""
        self._held[name] = value

    def remove(self, name: str) -> None:
        """Forget a secret; one that isn't there is let be."""
        self._held.pop(name, None)

    def state(self) -> str:
        """Return why they don't outlive this run."""
        return self._reason


class KeyringSecrets:
    """Keeps secrets in the system's keyring.

    Every method raises `SecretsUnavailableError` where it can't: ``none`` (there is no keyring that can be used),
    ``locked``, ``refused`` (it was asked and said no), ``failed`` (anything else, a keyring that doesn't answer too).
    """

    def __init__(self, backend: "KeyringBackend | None" = None, *, limit_s: float = LIMIT_S) -> None:
        """Use `backend`, else the best that this computer has, found when first needed: that may take a while."""
        self._backend = backend
        self._limit_s = limit_s

    def get(self, name: str) -> str | None:
        """Return a secret, or None where there is none."""
        return self._ask(lambda backend: backend.get_password(SERVICE, name))

    def set(self, name: str, value: str) -> None:
        """Keep a secret instead of the one with that name."""
        self._ask(lambda backend: backend.set_password(SERVICE, name, value))

    def remove(self, name: str) -> None:
        """Forget a secret; one that isn't there is let be."""

        def removed(backend: "KeyringBackend") -> None:
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        self._ask(removed)

    def state(self) -> str:
        """Return empty: what can't be kept isn't taken."""
        return ""

    def _ask(self, question: "Callable[[KeyringBackend], T]") -> T:
        """Return the keyring's answer, or give up waiting for it; a thread that hangs ends with the program."""
        answers: list[T] = []
        faults: list[SecretsUnavailableError] = []

        def ask() -> None:
            try:
                answers.append(question(self._usable()))
            except BaseException as error:
                faults.append(SecretsUnavailableError(_code_of(error)))
                _log.info("the keyring can't be used: %s", type(error).__name__)
                if not isinstance(error, Exception):
                    raise

        thread = Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._limit_s)
        if answers:
            return answers[0]
        raise faults[0] if faults else SecretsUnavailableError("failed")

    def _usable(self) -> "KeyringBackend":
        if self._backend is None:
            self._backend = _best()
        return self._backend


class SurvivingSecrets:
    """Keeps secrets in a store that may fail; from its first failure on, in memory, and says why."""

    def __init__(self, first: SecretStore) -> None:
        """Keep secrets in `first` for as long as it works."""
        self._first = first
        self._memory: MemorySecrets | None = None

    def get(self, name: str) -> str | None:
        """Return a secret, or None where there is none, or where it can't be had."""
        return self._try(lambda store: store.get(name))

    def set(self, name: str, value: str) -> None:
        """Keep a secret instead of the one with that name."""
        self._try(lambda store: store.set(name, value))

    def remove(self, name: str) -> None:
        """Forget a secret; one that isn't there is let be."""
        self._try(lambda store: store.remove(name))

    def state(self) -> str:
        """Return empty while the first store works, else why it doesn't."""
        return self._first.state() if self._memory is None else self._memory.state()

    def _try(self, question: Callable[[SecretStore], T]) -> T:
        if self._memory is None:
            try:
                return question(self._first)
            except SecretsUnavailableError as error:
                self._memory = MemorySecrets(error.code)
        return question(self._memory)


def token_of_environment(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the device token that ``KENNISBANK_TOKEN`` holds, or None; it comes before what any store holds."""
    return environment.get(TOKEN_VARIABLE, "").strip() or None


def _best() -> "KeyringBackend":
    """Return the keyring to use: the one that was chosen for this computer, when it is one that keeps secrets.

    Raises:
        NoKeyringError: there is none.
    """
    from keyring.backend import get_all_keyring  # noqa: PLC0415 -- see above
    from keyring.core import get_keyring  # noqa: PLC0415
    from keyring.errors import NoKeyringError  # noqa: PLC0415

    chosen = get_keyring()
    if _keeps(chosen):
        return chosen
    others = [each for each in get_all_keyring() if _keeps(each)]
    if not others:
        raise NoKeyringError
    return max(others, key=lambda each: each.priority)


def _keeps(backend: "KeyringBackend") -> bool:
    return not type(backend).__module__.startswith((*_REFUSED_MODULES, _CHAINER))


def _code_of(error: BaseException) -> str:
    from keyring.errors import (  # noqa: PLC0415 -- see above
        InitError,
        KeyringLocked,
        NoKeyringError,
        PasswordDeleteError,
        PasswordSetError,
    )

    if isinstance(error, NoKeyringError):
        return "none"
    if isinstance(error, KeyringLocked):
        return "locked"
    return "refused" if isinstance(error, PasswordSetError | PasswordDeleteError | InitError) else "failed"
