"""What is written down of an erasure while it is under way: neither a lost answer nor a kill leaves it half done.

One small file for each account, in a folder of the home. It is *asked* before anything is sent: whose it is stands
there by random ids alone. *Erased* once the archive has proved it: from then on until nothing is left on this machine,
by what the account was known. *Done* after that: the archive's proof, and nothing of anybody.
"""

import json
import logging
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from kennisbank.config.whole_files import write_whole
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.moments import now
from kennisbank.errors import StorageError
from kennisbank.library.erased_account import ErasedAccount
from kennisbank.sync.protocol_codec import MalformedMessageError, body_from, decode
from kennisbank.sync.protocol_desk import ErasureProof

_log = logging.getLogger(__name__)
FOLDER = "erasures"
_BEFORE = "erasing.json"
"""What an earlier version of this program wrote, of one that is erased."""
_WAITS = timedelta(days=3)
"""How long it is asked what became of a request: a code is good for half an hour, and the archive finishes each day."""
State = Literal["asked", "erased", "done"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the erasure of one account is.

    `receipt` is what the archive gives the proof for; `url` and `key` are the archive's. `mail` and `name` are only
    there while it is *erased*. `is_told`: whoever sits here knows.
    """

    state: State
    archive: str
    account: str
    moment: str
    keeps_notes: bool = False
    receipt: str = field(default="", repr=False)
    url: str = ""
    key: str = ""
    mail: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    proof: ErasureProof | None = None
    is_told: bool = False

    @staticmethod
    def asked(account: Account, link: ArchiveLink, *, keeps_notes: bool) -> "Mark":
        """Return the mark of an erasure that is about to be asked for, with a new receipt."""
        return Mark(
            "asked",
            account.archive,
            account.id,
            now().utc.isoformat(),
            keeps_notes,
            receipt=secrets.token_hex(32),
            url=link.url,
            key=link.key,
        )

    @property
    def id(self) -> str:
        """Return what tells it from others."""
        return sha256(f"{self.archive}/{self.account}".encode()).hexdigest()[:32]

    @property
    def is_old(self) -> bool:
        """Tell whether nothing can come of it any more."""
        return abs(now().utc - datetime.fromisoformat(self.moment)) > _WAITS

    def erased(self, account: Account | None, proof: ErasureProof | None) -> "Mark":
        """Return it for an account that is gone at the archive; None where nothing is known of it here any more."""
        mail, name = ("", "") if account is None else (account.mail, account.name)
        return replace(self, state="erased", receipt="", proof=proof, mail=mail, name=name)

    def done(self) -> "Mark":
        """Return what stays of it once nothing is left here."""
        return replace(self, state="done", mail="", name="", url="", key="")

    def who(self) -> ErasedAccount:
        """Return whom to look for on this machine."""
        return ErasedAccount(self.archive, self.account, self.mail, self.name, self.keeps_notes)


class Marks:
    """The marks of one library. From any thread; who changes one while others may, holds the library's sync lock."""

    def __init__(self, home: Path) -> None:
        """Keep them below `home`."""
        self._folder, self._before = home / FOLDER, home / _BEFORE

    def all(self, *states: State) -> list[Mark]:
        """Return those in one of these states, the oldest first; one that can't be read is left out, and logged."""
        return sorted((each for each in self._read() if each.state in states), key=lambda each: each.moment)

    def of(self, account: Account) -> Mark | None:
        """Return the one of an account; None: nobody asked for its erasure."""
        return next(
            (each for each in self._read() if (each.archive, each.account) == (account.archive, account.id)), None
        )

    def keep(self, mark: Mark) -> None:
        """Write one down, in the place of the one of the same account, before anything else is done.

        Raises:
            StorageError: it can't be written.
        """
        proof = None if mark.proof is None else body_from(mark.proof)
        data = json.dumps(asdict(replace(mark, proof=None)) | {"proof": proof}).encode()
        write_whole(self._path(mark), data, makes_folder=True, is_private=True)

    def forget(self, mark: Mark) -> None:
        """Let go of one.

        Raises:
            StorageError: it can't be removed.
        """
        try:
            self._path(mark).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(self._path(mark), error.strerror or str(error)) from error

    def _path(self, mark: Mark) -> Path:
        return self._folder / f"{mark.id}.json"

    def _read(self) -> Iterator[Mark]:
        self._take_over()
        for path in sorted(self._folder.glob("*.json")):
            try:
                yield _mark(json.loads(path.read_bytes()))
            except FileNotFoundError:
                continue
            except (OSError, ValueError, TypeError, KeyError, MalformedMessageError):
                _log.warning("what was written down of an erasure can't be read")

    def _take_over(self) -> None:
        """Make a mark of what an earlier version of this program left."""
        try:
            said = json.loads(self._before.read_bytes())
            archive, account, mail, name = (str(said[part]) for part in ("archive", "id", "mail", "name"))
            moment, keeps = now().utc.isoformat(), bool(said["keeps_notes"])
            self.keep(Mark("erased", archive, account, moment, keeps, mail=mail, name=name, is_told=True))
            self._before.unlink(missing_ok=True)
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, KeyError, StorageError):
            _log.warning("what was written down of an erasure can't be read")


def _mark(said: dict[str, Any]) -> Mark:
    proof = said["proof"]
    datetime.fromisoformat(said["moment"])
    return Mark(**{**said, "proof": None if proof is None else decode(ErasureProof, json.dumps(proof).encode())})
