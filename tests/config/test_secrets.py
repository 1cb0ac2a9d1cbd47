"""Keeping tokens: in a keyring, in its absence, and in a real one where this computer has it."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError, PasswordSetError

from kennisbank.config.secrets import KeyringSecrets, MemorySecrets, SurvivingSecrets, token_of_environment
from kennisbank.errors import SecretsUnavailableError


class DictKeyring(KeyringBackend):
    """A keyring that works."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class BrokenKeyring(DictKeyring):
    """A keyring that fails in its own way."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


@pytest.fixture
def _chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)


def test_a_secret_is_kept_replaced_and_forgotten() -> None:
    for store in (KeyringSecrets(DictKeyring()), MemorySecrets(), SurvivingSecrets(KeyringSecrets(DictKeyring()))):
        assert store.get("a") is None
        store.set("a", "one")
        store.set("a", "two")
        store.set("b", "three")
        assert (store.get("a"), store.get("b")) == ("two", "three")
        store.remove("a")
        store.remove("a")
        assert (store.get("a"), store.get("b")) == (None, "three")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyringLocked("Failed to unlock the collection!"), "locked"),
        (InitError("Prompt dismissed"), "refused"),
        (PasswordSetError("no"), "refused"),
        (PasswordDeleteError("no"), "refused"),
        (KeyringError("?"), "failed"),
        (RuntimeError("the secret hunter2"), "failed"),
    ],
)
def test_a_keyring_that_fails_is_explained_and_survived(error: Exception, code: str) -> None:
    store = KeyringSecrets(BrokenKeyring(error))
    with pytest.raises(SecretsUnavailableError) as caught:
        store.set("a", "hunter2")
    assert caught.value.code == code
    assert "hunter2" not in f"{caught.value}{caught.value!r}{caught.value.__cause__}{caught.value.__context__}"
    surviving = SurvivingSecrets(store)
    assert surviving.state() == ""
    surviving.set("a", "hunter2")
    assert (surviving.get("a"), surviving.state()) == ("hunter2", code)


@pytest.mark.usefixtures("_chosen")
@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, chainer.ChainerBackend])
def test_a_keyring_that_loses_or_asks_counts_as_none(
    backend: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keyring.core.get_keyring", backend)
    with pytest.raises(SecretsUnavailableError) as caught:
        KeyringSecrets().set("a", "one")
    assert caught.value.code == "none"


def test_plain_text_files_of_keyrings_alt_are_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class PlaintextKeyring(DictKeyring):
        __module__ = "keyrings.alt.file"

    good = DictKeyring()
    monkeypatch.setattr("keyring.core.get_keyring", PlaintextKeyring)
    monkeypatch.setattr("keyring.backend.get_all_keyring", lambda: [PlaintextKeyring(), null.Keyring(), good])
    KeyringSecrets().set("a", "one")
    assert list(good.held.values()) == ["one"]


def test_a_keyring_that_never_answers_is_given_up() -> None:
    released = threading.Event()

    class SilentKeyring(DictKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            released.wait(30)
            return None

    try:
        with pytest.raises(SecretsUnavailableError) as caught:
            KeyringSecrets(SilentKeyring(), limit_s=0.05).get("a")
        assert caught.value.code == "failed"
    finally:
        released.set()


def test_a_token_of_the_environment_counts_unless_it_is_empty() -> None:
    assert token_of_environment({}) is None
    assert token_of_environment({"KENNISBANK_TOKEN": " "}) is None
    assert token_of_environment({"KENNISBANK_TOKEN": " kb_dev \n"}) == "kb_dev"


REAL = """
import sys
from kennisbank.config.secrets import KeyringSecrets
store = KeyringSecrets()
store.set("library/archive/account", "one")
store.set("library/archive/account", '["two", "é"]')
assert store.get("library/archive/account") == '["two", "é"]', store.get("library/archive/account")
store.remove("library/archive/account")
assert store.get("library/archive/account") is None
print("kept", type(store._usable()).__module__)
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs dbus-run-session and gnome-keyring-daemon",
)
def test_the_real_keyring_of_a_desktop_keeps_a_secret(tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    unlocked = 'printf "pw\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$0" -c "$1"'
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "GNOME_KEYRING", "XDG_", "PYTHON_KEYRING"))
    } | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime)}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", unlocked, sys.executable, REAL],
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "kept keyring.backends.SecretService", done.stderr
