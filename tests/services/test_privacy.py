"""Everything about oneself in one file, and nothing of it left on a machine once the archive has erased it."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.config.settings import load_settings, save_settings
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Draft, FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import ArchiveRefusedError, LibraryBusyError, NotConnectedError
from kennisbank.library import scrubbing
from kennisbank.library.backup import back_up
from kennisbank.services.drafts import DraftService
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.privacy import PrivacyService
from kennisbank.services.scrubbed_logs import scrub_logs
from tests.archive.account_world import code_in
from tests.e2e.left import needles, where_left
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader

NAME, MAIL = "Anneke Zwaluwhoek-Véér", "a.zwaluwhoek@uni.example"
SAID = "boterbloemvlinder"
PERSONAL = needles(NAME, MAIL)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put(title="Feedback in de eerste week")
        yield served


@pytest.fixture
def anneke(archive: RealArchive, tmp_path: Path) -> Iterator[Reader]:
    with reader(tmp_path / "home") as opened:
        opened.accounts.connect(archive.url)
        opened.accounts.log_in(MAIL, archive.code(MAIL, name=NAME))
        opened.syncing.run()
        yield opened


def privacy_of(opened: Reader) -> PrivacyService:
    return PrivacyService(opened.library, opened.access, opened.searching)


def writes(opened: Reader) -> ContributionId:
    """Write a note and a draft, send the note, and make a backup."""
    with opened.library.read() as tx:
        (paper,) = [each.id for each in tx.contributions.all()]
    opened.annotating.note(paper, f"Over de {SAID}, {NAME}")
    FeedbackService(opened.library, clean=lambda path, *_: path, download=_nothing).save_draft(
        FeedbackDraft(paper, text=f"Nog niet af: {SAID}")
    )
    drafts = DraftService(opened.library)
    drafts.save(Draft("comment", paper, words={"text": f"Half af: {SAID}"}))
    drafts.save(Draft("remark", words={"text": f"Aan de beheerder: {SAID}"}))
    opened.syncing.run()
    settings = load_settings(opened.library.paths.settings_file)
    save_settings(opened.library.paths.settings_file, replace(settings, reader_name=NAME))
    back_up(opened.library.paths.library_file, opened.library.paths.backups, "asked")
    return paper


def _nothing(_: str) -> Iterator[bytes]:
    raise AssertionError("nothing is fetched")


def code(archive: RealArchive, opened: Reader) -> str:
    privacy_of(opened).ask_code()
    return code_in(archive.world.letters_to(MAIL)[-1])


def test_one_file_holds_what_the_archive_and_this_machine_have(anneke: Reader, tmp_path: Path) -> None:
    paper = writes(anneke)
    file = privacy_of(anneke).export(tmp_path / "alles.json")
    said = json.loads(file.read_bytes())
    assert said["account"]["mail"] == MAIL
    assert said["archive"]["rows"]["accounts"][0]["name"] == NAME
    assert [each["kind"] for each in said["archive"]["records"]] == ["annotation"]
    assert said["here"]["annotations"][0]["contribution_id"] == paper
    assert {each["kind"]: SAID in each["body"] for each in said["here"]["acts"]} == {
        "feedback": True,
        "comment": True,
        "remark": True,
    }
    assert file.stat().st_mode & 0o077 == 0
    kept = anneke.secrets.get(anneke.access._name(anneke.accounts.current()))  # type: ignore[arg-type]
    assert kept is not None
    assert not any(token in file.read_text() for token in json.loads(kept))


def test_without_an_account_the_file_holds_what_is_on_this_machine(tmp_path: Path) -> None:
    with reader(tmp_path / "home") as opened:
        said = json.loads(privacy_of(opened).export(tmp_path / "alles.json").read_bytes())
        assert (said["account"], said["archive"]) == (None, None)
        assert said["here"]["annotations"] == []
        with pytest.raises(NotConnectedError):
            privacy_of(opened).erase("")


def test_a_wrong_code_erases_nothing_here(archive: RealArchive, anneke: Reader) -> None:
    paper = writes(anneke)
    with pytest.raises(ArchiveRefusedError) as refused:
        privacy_of(anneke).erase("AAAAAAAA")
    assert refused.value.code == "wrong_code"
    assert anneke.accounts.current() is not None
    assert _notes(anneke, paper) == 1
    assert archive.world.administration.of_mail(MAIL) is not None


def test_notes_stay_as_nobodys_where_that_is_asked_for(archive: RealArchive, anneke: Reader, tmp_path: Path) -> None:
    paper = writes(anneke)
    privacy_of(anneke).erase(code(archive, anneke), keeps_notes=True)
    assert anneke.accounts.current() is None
    assert anneke.accounts.known() == []
    assert _notes(anneke, paper) == 1
    assert MAIL not in str(where_left([tmp_path / "home"], needles(MAIL)))
    with anneke.library.read() as tx:
        assert tx.acts.all(["feedback", "comment", "remark"], ["draft"]) == []
    assert load_settings(anneke.library.paths.settings_file).reader_name == ""
    anneke.syncing.run()
    assert _notes(anneke, paper) == 1


def test_what_was_broken_off_here_is_done_at_a_later_start(
    archive: RealArchive, anneke: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes(anneke)

    def busy(_: object) -> None:
        raise LibraryBusyError(anneke.library.paths.home)

    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, "scrub_database", busy)
        proof = privacy_of(anneke).erase(code(archive, anneke))
    assert proof.signature
    assert where_left([tmp_path / "home"], PERSONAL)
    privacy_of(anneke).finish()
    assert where_left([tmp_path / "home"], PERSONAL) == {}
    assert not privacy_of(anneke).finish().changes


def test_lines_of_the_log_that_name_somebody_go(tmp_path: Path) -> None:
    (tmp_path / "kennisbank.log").write_text(f"één\n{MAIL} kwam langs\ntwee\n", "utf-8")
    (tmp_path / "kennisbank.log.1").write_text(f"hallo {NAME.upper()}\n", "utf-8")
    assert scrub_logs(tmp_path, (MAIL, NAME, "")) == 2
    assert (tmp_path / "kennisbank.log").read_text("utf-8") == "één\ntwee\n"
    assert scrub_logs(tmp_path / "not there", (MAIL,)) == 0


def test_no_address_and_no_name_comes_into_the_log(
    archive: RealArchive, anneke: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "kennisbank"):
        writes(anneke)
        privacy_of(anneke).erase(code(archive, anneke))
    said = caplog.text.casefold()
    assert said
    assert not any(each in said for each in (MAIL, NAME.casefold(), SAID))


def _notes(opened: Reader, paper: ContributionId) -> int:
    with opened.library.read() as tx:
        return len(tx.annotations.of(paper))


def test_what_an_earlier_version_left_unfinished_is_finished(
    archive: RealArchive, anneke: Reader, tmp_path: Path
) -> None:
    writes(anneke)
    account = anneke.accounts.current()
    assert account is not None
    said = {"archive": account.archive, "id": account.id, "mail": MAIL, "name": NAME, "keeps_notes": False}
    (tmp_path / "home" / "erasing.json").write_text(json.dumps(said), "utf-8")
    privacy_of(anneke).finish()
    assert where_left([tmp_path / "home"], PERSONAL) == {}
    assert (privacy_of(anneke).untold(), privacy_of(anneke).finish()) == ([], ChangeSet())
