"""The central archive from the command line, against the real one."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.backends import fail

from kennisbank.config.secrets import KeyringSecrets
from tests.archive.account_world import code_in
from tests.cli.conftest import Outcome
from tests.config.test_secrets import DictKeyring
from tests.real_archive import RealArchive, running_archive

Call = Callable[..., Outcome]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put(record="p1", title="Robots in de klas", edition="C2020", year=2020)
        yield served


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> DictKeyring:
    held = DictKeyring()
    monkeypatch.setattr("kennisbank.bootstrap.KeyringSecrets", lambda: KeyringSecrets(held))
    return held


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have this typed into standard input; nobody sits at a terminal."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have somebody at a terminal type this."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    return lambda text: monkeypatch.setattr("sys.stdin", Terminal(text))


def test_a_library_is_connected_and_kept_in_step(kennisbank: Call, archive: RealArchive, keyring, typed) -> None:
    looked = kennisbank("connect", archive.url, "--dry-run", "--json").json
    assert (looked["connected"], looked["archive"]["name"]) == (False, "Congresarchief")
    assert kennisbank("status", "--json").json["status"]["archive"] is None
    assert kennisbank("sync", "--json").code == 2
    assert kennisbank("connect", archive.url, "--json").json["archive"]["key"] == looked["archive"]["key"]
    first = kennisbank("sync", "--json").json["sync"]
    assert (first["added"], first["differs"]) == (1, "")
    assert kennisbank("sync", "--json").json["sync"]["requests"] == 1
    assert "Robots" in kennisbank("search", "robots").out
    typed(archive.code("ann@uni.example") + "\n")
    done = kennisbank("login", "ann@uni.example", "--code", "-", "--json").json
    assert (done["account"]["mail"], done["keyring"]) == ("ann@uni.example", "")
    status = kennisbank("status", "--json").json["status"]
    assert (status["account"]["right"], status["waiting"]) == ("reader", 0)
    assert "Logged in as ann" in kennisbank("status").out
    (session,) = kennisbank("sessions", "--json").json["sessions"]
    assert session["is_current"]
    assert kennisbank("logout", "--json").json == {"logged_out": True, "removed": False, "archive_told": True}
    assert kennisbank("logout").code == 2
    assert kennisbank("disconnect", "--json").json == {"connected": False}


def test_an_account_is_asked_for_with_the_rules_in_sight(
    kennisbank: Call, archive: RealArchive, at_terminal, typed
) -> None:
    assert kennisbank("register").code == 2
    kennisbank("connect", archive.url)
    words = ("--mail", "bob@uni.example", "--name", "Bob", "--occupation", "teacher", "--organisation", "")
    typed("")
    refused = kennisbank("register", *words)
    assert (refused.code, "--accept-rules" in refused.err) == (2, True)
    at_terminal("no\n")
    assert kennisbank("register", *words).code == 2
    at_terminal("carpenter\n")
    assert kennisbank("register", "--mail", "bob@uni.example", "--name", "Bob").code == 2
    at_terminal("bob@uni.example\nBob\nteacher\nHogeschool\nyes\n")
    assert kennisbank("register").code == 0
    assert "bob@uni.example" in kennisbank("status").out
    asked = kennisbank("register", *words, "--accept-rules", "--json").json
    assert asked["asked"]["mail"] == "bob@uni.example"
    at_terminal(f"\n{'A' * 8}\n")
    assert kennisbank("login", "bob@uni.example").code == 2
    at_terminal(archive.world.code_for("bob@uni.example"))
    assert kennisbank("login", "bob@uni.example").code == 0


def test_a_code_as_an_argument_is_warned_about(kennisbank: Call, archive: RealArchive, keyring) -> None:
    kennisbank("connect", archive.url)
    done = kennisbank("login", "ann@uni.example", "--code", archive.code("ann@uni.example"))
    assert (done.code, "other users of this computer" in done.err) == (0, True)


def test_without_a_terminal_a_code_is_sent(kennisbank: Call, archive: RealArchive, keyring, typed) -> None:
    kennisbank("connect", archive.url)
    kennisbank("login", "ann@uni.example", "--code", archive.code("ann@uni.example"))
    typed("")
    assert kennisbank("login", "ann@uni.example", "--json").json == {"code": "asked", "mail": "ann@uni.example"}
    assert archive.world.letters_to("ann@uni.example")
    assert kennisbank("login").code == 2


def test_without_a_keyring_the_session_ends_and_a_token_helps(
    kennisbank: Call, archive: RealArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keyring.core.get_keyring", fail.Keyring)
    monkeypatch.setattr("keyring.backend.get_all_keyring", list)
    kennisbank("connect", archive.url)
    done = kennisbank("login", "ann@uni.example", "--code", archive.code("ann@uni.example"))
    assert "no keyring" in done.err
    synced = kennisbank("sync")
    assert (synced.code, "Log in anew" in synced.err or "log in anew" in synced.err) == (1, True)
    assert re.search(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", kennisbank("status").out)
    code = archive.code("ann@uni.example")
    printed = kennisbank("login", "ann@uni.example", "--code", code, "--print-token", "--device", "server")
    token = printed.out.strip()
    assert "once" in printed.err
    monkeypatch.setenv("KENNISBANK_TOKEN", token)
    assert kennisbank("sync").code == 0
    sessions = kennisbank("sessions", "--json").json["sessions"]
    one = next(each["id"] for each in sessions if each["is_token"])
    assert kennisbank("sessions", "end", one[:13], "--json").json == {"ended": one}
    assert kennisbank("sync").code == 1


def test_what_was_written_is_claimed_sent_and_shown_while_it_waits(
    kennisbank: Call, archive: RealArchive, keyring
) -> None:
    kennisbank("connect", archive.url)
    kennisbank("sync")
    kennisbank("annotations", "add", "p1", "--note", "Goed idee")
    kennisbank("dossier", "create", "Voor de les")
    kennisbank("login", "ann@uni.example", "--code", archive.code("ann@uni.example"))
    assert "kennisbank claim" in kennisbank("status").out
    assert kennisbank("claim", "annotation", "--json").json == {"claimed": {"annotation": 1}}
    (waiting,) = kennisbank("waiting", "--json").json["waiting"]
    assert (waiting["title"], waiting["action"], waiting["words"]) == ("Goed idee", "added", "")
    refused = kennisbank("logout", "--remove")
    assert (refused.code, "Goed idee" in refused.err) == (2, True)
    assert kennisbank("waiting", "retry", waiting["id"][:13]).code == 0
    assert kennisbank("claim", "--json").json == {"claimed": {"dossier": 1}}
    dossier = next(each for each in kennisbank("waiting", "--json").json["waiting"] if each["kind"] == "dossier")
    assert kennisbank("waiting", "take-back", dossier["id"], "--json").json == {"taken_back": dossier["id"]}
    assert kennisbank("sync", "--json").json["sync"]["sent"] == 1
    assert kennisbank("waiting").out == ""
    assert kennisbank("conflicts", "--json").json == {"conflicts": [], "losers": []}
    assert "nothing to choose" in kennisbank("conflicts").out
    assert kennisbank("conflicts", "resolve", "nosuch", "mine").code == 2
    assert kennisbank("conflicts", "bring-back", "nosuch").code == 2
    assert kennisbank("logout", "--remove", "--json").json["removed"]
    assert "Goed idee" not in kennisbank("annotations", "list").out


def test_a_conflict_is_shown_and_settled(kennisbank: Call, archive: RealArchive) -> None:
    kennisbank("connect", archive.url)
    kennisbank("sync")
    kennisbank("edit", "p1", "--title", "Mijn titel")
    archive.put(record="p1", title="Hun titel", edition="C2020", year=2020)
    assert kennisbank("sync", "--json").json["sync"]["conflicts"] == 1
    (one,) = kennisbank("conflicts", "--json").json["conflicts"]
    assert (one["field"], one["mine"], one["theirs"]) == ("title", "Mijn titel", "Hun titel")
    shown = kennisbank("conflicts").out
    assert "Mijn titel" in shown
    assert "Hun titel" in shown
    assert kennisbank("conflicts", "resolve", one["id"][:13], "theirs", "--json").json == {"resolved": one["id"]}
    (lost,) = kennisbank("conflicts", "--json").json["losers"]
    assert kennisbank("conflicts", "bring-back", lost["id"][:13]).code == 0
    assert "Mijn titel" in kennisbank("show", "p1").out


def test_what_went_wrong_is_told_in_words(kennisbank: Call, archive: RealArchive) -> None:
    insecure = kennisbank("connect", "http://archief.example.org")
    assert (insecure.code, "https" in insecure.err) == (2, True)
    assert kennisbank("connect", "http://127.0.0.1:9").code == 3
    kennisbank("connect", archive.url)
    assert kennisbank("status", "--json").json["status"]["archive"]["outcome"] == ""
    assert kennisbank("claim", "nonsense").code == 2
    assert kennisbank("claim").code == 2


def test_everything_about_oneself_is_given_and_erased(
    kennisbank: Call, archive: RealArchive, keyring, typed, tmp_path: Path
) -> None:
    assert kennisbank("me", "erase", "--json").code == 2
    kennisbank("connect", archive.url)
    typed(archive.code("ann@uni.example") + "\n")
    kennisbank("login", "ann@uni.example", "--code", "-")
    given = kennisbank("me", "export", tmp_path / "alles.json", "--json").json
    assert given["bytes"] == (tmp_path / "alles.json").stat().st_size
    assert "ann@uni.example" in (tmp_path / "alles.json").read_text()

    typed("")
    assert kennisbank("me", "erase", "--json").json == {"code": "asked"}
    typed(code_in(archive.world.letters_to("ann@uni.example")[-1]) + "\n")
    done = kennisbank("me", "erase", "--code", "-", "--proof", tmp_path / "bewijs.json", "--json").json
    assert done["erased"] is True
    assert done["proof"]["signature"]
    assert '"counts"' in (tmp_path / "bewijs.json").read_text()
    assert kennisbank("status", "--json").json["status"]["account"] is None
    assert not keyring.held
    assert archive.world.administration.of_mail("ann@uni.example") is None
