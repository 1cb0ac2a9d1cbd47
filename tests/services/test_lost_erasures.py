"""An erasure whose answer was lost, or whose program was killed, arrives all the same: at the archive and here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kennisbank.config.settings import load_settings, save_settings
from kennisbank.domain.archive import Account
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, NotLoggedInError
from kennisbank.library.backup import back_up, backups
from kennisbank.services.keeping import put_in_place
from kennisbank.services.privacy import PrivacyService
from kennisbank.services.privacy_marks import FOLDER, Marks
from kennisbank.services.privacy_scrubbing import AccountScrubbing
from kennisbank.sync.privacy_remote import PrivacyRemote
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import is_signed_by
from tests.archive.account_world import code_in
from tests.e2e.left import needles, where_left
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader

NAME, MAIL = "Anneke Zwaluwhoek-Véér", "a.zwaluwhoek@uni.example"
SAID = "boterbloemvlinder"
PERSONAL = needles(NAME, MAIL, SAID)
STEPS = ("tokens", "rows", "attachments", "files", "index", "database", "copies", "settings", "logs")


class KilledError(BaseException):
    """The program ends here."""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put(title="Feedback in de eerste week")
        yield served


@pytest.fixture
def anneke(archive: RealArchive, tmp_path: Path) -> Iterator[Reader]:
    with at_machine(archive, tmp_path / "home") as opened:
        yield opened


@contextmanager
def at_machine(archive: RealArchive, home: Path) -> Iterator[Reader]:
    """Open a home where she is logged in and has written something, with a backup."""
    with reader(home) as opened:
        opened.accounts.connect(archive.url)
        opened.accounts.log_in(MAIL, archive.code(MAIL, name=NAME))
        opened.syncing.run()
        with opened.library.read() as tx:
            (paper,) = [each.id for each in tx.contributions.all()]
        opened.annotating.note(paper, f"Over de {SAID}, {NAME}")
        opened.syncing.run()
        paths = opened.library.paths
        save_settings(paths.settings_file, replace(load_settings(paths.settings_file), reader_name=NAME))
        paths.log.mkdir(exist_ok=True)
        (paths.log / "kennisbank.log").write_text(f"{MAIL}\n", "utf-8")
        back_up(paths.library_file, paths.backups, "asked")
        yield opened


def started(opened: Reader) -> PrivacyService:
    """Return what a program that starts anew has: nothing but what is on the disk."""
    return PrivacyService(opened.library, opened.access, opened.searching)


def code(archive: RealArchive, opened: Reader) -> str:
    started(opened).ask_code()
    return code_in(archive.world.letters_to(MAIL)[-1])


def breaks(monkeypatch: pytest.MonkeyPatch, error: BaseException, *, arrives: bool) -> None:
    """Have the request for an erasure end so; `arrives`: after the archive has done it."""
    sent = PrivacyRemote.erase

    def broken(remote: PrivacyRemote, code: str, receipt: str) -> ErasureProof:
        if arrives:
            sent(remote, code, receipt)
        raise error

    monkeypatch.setattr(PrivacyRemote, "erase", broken)


def goes_on(opened: Reader, home: Path) -> ErasureProof:
    """Start anew, let it be finished, and return the proof that is told once."""
    privacy = started(opened)
    privacy.settle()
    assert where_left([home], PERSONAL) == {}
    (proof,) = privacy.untold()
    assert proof is not None
    privacy.note_told()
    assert started(opened).untold() == []
    assert started(opened).proofs() == [proof]
    assert not started(opened).settle(), "once is enough"
    return proof


def test_what_is_written_down_beforehand_names_nobody(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    breaks(monkeypatch, KilledError(), arrives=False)
    with pytest.raises(KilledError):
        started(anneke).erase(typed)
    assert list((tmp_path / "home" / FOLDER).iterdir())
    assert where_left([tmp_path / "home" / FOLDER], PERSONAL) == {}
    (mark,) = Marks(tmp_path / "home").all("asked")
    assert len(mark.receipt) == 64
    assert mark.receipt not in repr(mark)


def test_an_answer_that_is_lost_on_the_way_is_had_at_once(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    breaks(monkeypatch, ArchiveUnreachableError(archive.url, "broken_off"), arrives=True)
    proof = started(anneke).erase(typed)
    assert is_signed_by(proof, archive.archive.key.public)
    assert goes_on(anneke, tmp_path / "home") == proof


def test_a_network_that_is_gone_after_the_archive_did_it_changes_nothing_of_the_end(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)

    def gone(*_: object) -> ErasureProof:
        raise ArchiveUnreachableError(archive.url, "timed_out")

    with monkeypatch.context() as patched:
        breaks(patched, ArchiveUnreachableError(archive.url, "timed_out"), arrives=True)
        patched.setattr(PrivacyRemote, "proof", gone)
        with pytest.raises(ArchiveUnreachableError) as unknown:
            started(anneke).erase(typed)
        assert unknown.value.code == "erasure_unknown"
        started(anneke).settle()
        assert anneke.accounts.current() is not None
    assert goes_on(anneke, tmp_path / "home").counts["accounts"] == 1
    assert anneke.accounts.known() == []


def test_a_kill_before_the_answer_is_made_good_at_the_next_sync(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    with monkeypatch.context() as patched:
        breaks(patched, KilledError(), arrives=True)
        with pytest.raises(KilledError):
            started(anneke).erase(typed)
    anneke.syncing.run()
    ended = anneke.accounts.current()
    assert ended is not None
    assert ended.ended == "erased"
    goes_on(anneke, tmp_path / "home")


def test_a_kill_after_each_step_here_is_made_good_at_the_next_start(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    whole, killed_in = AccountScrubbing.steps, ""

    def killed(scrubbing: AccountScrubbing, ctx: Any) -> Iterator[tuple[str, Callable[[], object]]]:
        for name, carry_out in whole(scrubbing, ctx):
            yield name, carry_out
            if name == killed_in:
                raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(AccountScrubbing, "steps", killed)
        for number, step in enumerate(STEPS):
            killed_in = step
            with pytest.raises(KilledError):
                started(anneke).finish() if number else started(anneke).erase(typed)
            assert number or where_left([tmp_path / "home"], PERSONAL)
    goes_on(anneke, tmp_path / "home")


def test_a_request_that_never_arrived_erases_nothing_and_can_be_made_again(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    with monkeypatch.context() as patched:
        breaks(patched, ArchiveUnreachableError(archive.url, "broken_off"), arrives=False)
        with pytest.raises(ArchiveUnreachableError) as unknown:
            started(anneke).erase(typed)
        assert unknown.value.code == "erasure_unknown"
    started(anneke).settle()
    assert where_left([tmp_path / "home"], PERSONAL)
    assert archive.world.administration.of_mail(MAIL) is not None
    assert len(Marks(tmp_path / "home").all("asked")) == 1
    proof = started(anneke).erase(typed)
    assert goes_on(anneke, tmp_path / "home") == proof
    assert Marks(tmp_path / "home").all("asked") == []


def test_what_was_surely_not_done_is_not_asked_for_again(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ArchiveRefusedError):
        started(anneke).erase("AAAAAAAA")
    with monkeypatch.context() as patched:
        breaks(patched, ArchiveUnreachableError(archive.url, "offline"), arrives=False)
        with pytest.raises(ArchiveUnreachableError) as offline:
            started(anneke).erase("AAAAAAAA")
    assert offline.value.code == "offline"
    assert Marks(tmp_path / "home").all("asked", "erased", "done") == []


def test_a_request_of_long_ago_is_given_up_and_an_account_that_is_there_stays(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    with monkeypatch.context() as patched:
        breaks(patched, KilledError(), arrives=False)
        with pytest.raises(KilledError):
            started(anneke).erase(typed)
    marks = Marks(tmp_path / "home")
    (mark,) = marks.all("asked")
    marks.keep(replace(mark, moment="2020-01-01T00:00:00+00:00"))
    started(anneke).settle()
    assert marks.all("asked", "erased", "done") == []
    assert anneke.accounts.renew() is not None


def test_a_proof_that_the_archive_did_not_sign_removes_nothing(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = code(archive, anneke)
    with monkeypatch.context() as patched:
        breaks(patched, KilledError(), arrives=True)
        with pytest.raises(KilledError):
            started(anneke).erase(typed)
        given = PrivacyRemote.proof
        patched.setattr(
            PrivacyRemote, "proof", lambda remote, receipt: replace(given(remote, receipt), counts={"accounts": 2})
        )
        started(anneke).settle()
    assert where_left([tmp_path / "home"], PERSONAL)
    goes_on(anneke, tmp_path / "home")


def test_a_backup_that_is_put_in_the_librarys_place_brings_nothing_of_it_back(
    archive: RealArchive, tmp_path: Path
) -> None:
    elsewhere, home = tmp_path / "elsewhere.sqlite", tmp_path / "home"
    with at_machine(archive, home) as anneke:
        (backup,) = backups(anneke.library.paths.backups)
        elsewhere.write_bytes(backup.read_bytes())
        started(anneke).erase(code(archive, anneke))
        started(anneke).note_told()
    (home / "library.sqlite").write_bytes(b"no library")
    put_in_place(home, elsewhere)
    with reader(home) as anneke:
        assert where_left([home], PERSONAL)
        started(anneke).finish()
        assert where_left([home], PERSONAL) == {}
        assert started(anneke).untold() == [], "they know already"


# Elsewhere.


@pytest.mark.parametrize("keeps_notes", [True, False])
def test_another_machine_hears_of_it_and_lets_go_when_it_is_told_to(
    archive: RealArchive, anneke: Reader, tmp_path: Path, keeps_notes: bool
) -> None:
    with at_machine(archive, tmp_path / "other") as other:
        with pytest.raises(NotLoggedInError) as not_erased:
            started(other).erase_here()
        assert not_erased.value.code == "not_erased"
        started(anneke).erase(code(archive, anneke))
        other.syncing.run()
        (account,) = started(other).erased_elsewhere()
        assert (account.mail, account.ended) == (MAIL, "erased")
        other.syncing.run()
        assert where_left([tmp_path / "other"], PERSONAL), "nothing goes unasked"
        started(other).erase_here(keeps_notes=keeps_notes)
        kept = {SAID} if keeps_notes else set()
        left = where_left([tmp_path / "other"], needles(MAIL, SAID))
        assert set().union(*left.values()) == kept
        assert other.accounts.known() == []
        assert started(other).erased_elsewhere() == []
        assert (started(other).untold(), started(other).proofs()) == ([], [])
        other.syncing.run()


def test_who_logs_in_as_somebody_else_still_hears_of_the_erased_account(
    archive: RealArchive, anneke: Reader, tmp_path: Path
) -> None:
    with at_machine(archive, tmp_path / "other") as other:
        started(anneke).erase(code(archive, anneke))
        other.syncing.run()
        mine = other.accounts.log_in("bert@uni.example", archive.code("bert@uni.example")).account
        assert [each.mail for each in started(other).erased_elsewhere()] == [MAIL]
        started(other).erase_here(keeps_notes=False)
        assert where_left([tmp_path / "other"], needles(MAIL, SAID)) == {}
        current: Account | None = other.accounts.current()
        assert current is not None
        assert current.id == mine.id


def test_a_machine_without_a_keyring_hears_of_it_by_its_device_token(
    archive: RealArchive, anneke: Reader, tmp_path: Path
) -> None:
    token = anneke.accounts.print_token("server", 30)
    with reader(tmp_path / "server", environment={"KENNISBANK_TOKEN": token}) as server:
        server.accounts.connect(archive.url)
        server.syncing.run()
        assert where_left([tmp_path / "server"], needles(MAIL, SAID))
        started(anneke).erase(code(archive, anneke))
        server.syncing.run()
        assert [each.mail for each in started(server).erased_elsewhere()] == [MAIL]
        started(server).erase_here(keeps_notes=False)
        assert where_left([tmp_path / "server"], needles(MAIL, SAID)) == {}
