"""Being erased from the command line: also where the answer was lost, and on another computer of the same account."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.config.secrets import KeyringSecrets
from kennisbank.errors import ArchiveUnreachableError
from kennisbank.sync.privacy_remote import PrivacyRemote
from kennisbank.sync.protocol_desk import ErasureProof
from tests.archive.account_world import code_in
from tests.cli.conftest import Outcome
from tests.config.test_secrets import DictKeyring
from tests.real_archive import RealArchive, running_archive

Call = Callable[..., Outcome]
MAIL = "ann@uni.example"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put(record="p1", title="Robots in de klas", edition="C2020", year=2020)
        yield served


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have this typed into standard input; nobody sits at a terminal."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_an_erasure_whose_answer_is_lost_is_told_with_the_next_sync_and_elsewhere(
    kennisbank: Call,
    archive: RealArchive,
    typed: Callable[[str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keyring = DictKeyring()
    monkeypatch.setattr("kennisbank.bootstrap.KeyringSecrets", lambda: KeyringSecrets(keyring))
    other = ("--home", str(tmp_path / "other"))
    for home in ((), other):
        kennisbank("connect", archive.url, *home)
        typed(archive.code(MAIL) + "\n")
        assert kennisbank("login", MAIL, "--code", "-", *home).code == 0
        assert kennisbank("sync", *home).code == 0
    assert kennisbank("me", "erase", "--here").code == 2
    assert kennisbank("me", "erase", "--json").json == {"code": "asked"}

    def lost(*_: object) -> ErasureProof:
        raise ArchiveUnreachableError(archive.url, "timed_out")

    sent = PrivacyRemote.erase
    with monkeypatch.context() as patched:
        patched.setattr(PrivacyRemote, "erase", lambda *asked: (sent(*asked), lost())[1])
        patched.setattr(PrivacyRemote, "proof", lost)
        typed(code_in(archive.world.letters_to(MAIL)[-1]) + "\n")
        unknown = kennisbank("me", "erase", "--code", "-")
        assert (unknown.code, "isn't known yet" in unknown.err) == (3, True)
    told = kennisbank("sync")
    assert (told.code, "for which you asked before" in told.err) == (0, True)
    assert "for which you asked before" not in kennisbank("sync").err
    (proof,) = kennisbank("me", "proof", "--json").json["proofs"]
    assert proof["counts"]["accounts"] == 1
    assert proof["id"] in kennisbank("me", "proof").out

    heard = kennisbank("sync", *other)
    assert (heard.code, "me erase --here" in heard.err) == (1, True)
    assert "me erase --here" in kennisbank("status", *other).out
    assert kennisbank("me", "erase", "--here", "--json", *other).json == {"erased_here": True}
    assert kennisbank("sync", *other).code == 0
    assert kennisbank("me", "proof", *other).out == "Nothing was erased from here.\n"
