"""Who has everything of theirs erased is nowhere any more: at the archive, at other readers, on their own machine."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.logs import start_logs
from kennisbank.archive.privacy import erasure_list
from kennisbank.archive.privacy.erasure_list import LIST
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.world import Archive
from kennisbank.config.logs import start_logging, stop_logging
from kennisbank.domain.audience import Audience
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.library.backup import back_up as back_up_library
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.inbox import InboxService
from kennisbank.services.privacy import PrivacyService
from kennisbank.services.remarks import RemarkService
from kennisbank.services.voices import VoiceService
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import is_signed_by
from tests.archive.account_world import CONFIG, code_in
from tests.e2e.left import needles, where_left
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader

NAME = "Anneke Zwaluwhoek-Véér"
MAIL = "a.zwaluwhoek@uni.example"
TELEPHONE = "06-87654321"
ORGANISATION = "Instituut Kwikstaart"
SAID = "boterbloemvlinder"
"""A word that stands in all that she said."""
PERSONAL = needles(NAME, "Zwaluwhoek", MAIL, TELEPHONE, ORGANISATION, SAID)
BERT, CARLA = "bert@uni.example", "carla@uni.example"
KEPT_DAYS = 30


@dataclass
class Desk:
    """Somebody at a machine, with all that they can say and hear there."""

    reader: Reader
    home: Path
    feedback: FeedbackService
    inbox: InboxService
    voices: VoiceService
    remarks: RemarkService
    privacy: PrivacyService

    def sync(self) -> None:
        self.reader.syncing.run()

    def keeps_a_copy(self) -> None:
        back_up_library(self.reader.library.paths.library_file, self.reader.library.paths.backups, "asked")


@dataclass
class Story:
    """An archive, and three who use it: a reader who will be erased, an author, another reader."""

    folder: Path
    archive: RealArchive
    config: Any
    anneke: Desk
    bert: Desk
    carla: Desk
    paper: ContributionId

    @property
    def archive_folders(self) -> tuple[Path, ...]:
        return (self.folder / "data", self.folder / "mail", self.folder / "logs")

    def round(self, **later: float) -> None:
        """Have the archive's daily round done, as much later."""
        self.archive.world.clock.goes_on(**later)
        done = run_daily(self.archive.archive, self.config, self.archive.world.clock())
        assert not done.failed
        self.archive.world.courier.deliver()


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    config = replace(
        CONFIG,
        storage=replace(CONFIG.storage, backups=str(tmp_path / "backups")),
        retention=replace(CONFIG.retention, backups_days=KEPT_DAYS),
    )
    (tmp_path / "logs").mkdir()
    with ExitStack() as stack:
        start_logs(stack.enter_context((tmp_path / "logs" / "archive.log").open("w")), verbose=True)
        stack.callback(stop_logging)
        archive = stack.enter_context(running_archive(tmp_path, config))
        paper = archive.put(title="Feedback in de eerste week", edition="2025", authors=[{"name": "Iemand"}])
        desks = []
        for who in ("anneke", "bert", "carla"):
            home = tmp_path / who
            opened = stack.enter_context(reader(home, is_searched=True))
            start_logging(opened.library.paths, verbose=False)
            desks.append(_desk(opened, home))
        yield Story(tmp_path, archive, config, *desks, ContributionId(paper))


def _desk(opened: Reader, home: Path) -> Desk:
    library, access = opened.library, opened.access

    def no_download(_: str) -> Any:
        raise AssertionError("nothing is attached")

    return Desk(
        opened,
        home,
        FeedbackService(library, clean=lambda path, *_: path, download=no_download),
        InboxService(library, download=no_download, language=lambda: "nl"),
        VoiceService(library),
        RemarkService(library, access),
        PrivacyService(library, access, opened.searching),
    )


def _arrive(story: Story) -> None:
    """Have an account each, and be connected."""
    archive = story.archive
    archive.code("beheer@uni.example", "maintainer", "Beheerder")
    asked = archive.world.ask(MAIL, name=NAME, organisation=ORGANISATION, occupation="teacher")
    assert asked.status_code == 202
    archive.world.courier.deliver()
    archive.change(MAIL, state="active", reason=f"{NAME} belde zelf")
    for desk, mail, name in ((story.anneke, MAIL, NAME), (story.bert, BERT, "Bert"), (story.carla, CARLA, "Carla")):
        desk.reader.accounts.connect(archive.url)
        code = archive.code(mail, name=name)
        desk.reader.accounts.log_in(mail, code, f"laptop van {name}")
        desk.sync()
    bert = archive.world.administration.of_mail(BERT)
    assert bert is not None
    with archive.archive.write() as tx:
        row = {"contribution": story.paper, "account": bert.id, "since": stamp(archive.world.clock())}
        tx.connection.execute(insert(contribution_authors), row)


def _talk(story: Story) -> None:
    """Have everybody say something of every kind, and hear of it."""
    anneke, bert, carla, paper = story.anneke, story.bert, story.carla, story.paper
    for shown_as in ("name", "role"):
        draft = FeedbackDraft(paper, "question", f"Een {SAID} in tabel 2, zegt {NAME}?", shown_as=shown_as)  # type: ignore[arg-type]
        draft = anneke.feedback.save_draft(draft)
        if shown_as == "name":
            (story.folder / "tabel.txt").write_text(f"Tabel van de {SAID}\n")
            anneke.feedback.attach(draft.id, story.folder / "tabel.txt")
        anneke.feedback.send(draft.id)
    anneke.feedback.save_draft(FeedbackDraft(paper, "other", f"Nog niet verstuurd: {SAID}"))
    anneke.voices.comment(paper, f"Mooi stuk, zo'n {SAID}.")
    anneke.voices.vote(paper, 5)
    anneke.voices.propose(paper, "title", f"Feedback en de {SAID}", f"Groet, {NAME}")
    anneke.inbox.claim(paper, "Iemand", f"Ik ben {NAME}, bel {TELEPHONE}")
    anneke.remarks.send(NAME, TELEPHONE, f"De {SAID} ontbreekt.", MAIL)
    anneke.remarks.newsletter(MAIL, wants=True)
    anneke.remarks.deliver()
    _shares(anneke, paper, f"Notitie over de {SAID}, {NAME}", BERT)
    _shares(bert, paper, "Wat vind jij hiervan?", MAIL)
    anneke.sync()
    story.round(days=1)
    anneke.sync()
    bert.sync()
    carla.sync()
    for row in bert.inbox.rows("open"):
        bert.inbox.reply(row.id, "Dank, dat zoek ik uit.")
    (comment,) = carla.voices.comments(paper)
    carla.voices.comment(paper, "Daar ben ik het mee eens.", comment.id)
    bert.sync()
    carla.sync()
    anneke.sync()


def _shares(desk: Desk, paper: ContributionId, text: str, mail: str) -> None:
    edit = desk.reader.annotating.note(paper, text)
    desk.reader.annotating.share([each.id for each in edit.after], Audience(people=(mail,)))


def _copies(story: Story) -> Path:
    """Have everybody make backups, the archive one more that somebody takes elsewhere; return that one."""
    for desk in (story.anneke, story.bert, story.carla):
        desk.keeps_a_copy()
    back_up(story.archive.archive, story.folder / "backups" / "maandag")
    shutil.copytree(story.folder / "backups" / "maandag", story.folder / "elders" / "kopie")
    return story.folder / "elders" / "kopie"


def _erased(story: Story, *, keeps_notes: bool = False) -> ErasureProof:
    story.anneke.privacy.ask_code()
    letter = story.archive.world.letters_to(MAIL)[-1]
    assert "eras" in letter["Subject"] or "wis" in letter["Subject"]
    return story.anneke.privacy.erase(code_in(letter), keeps_notes=keeps_notes)


def test_nothing_of_who_was_erased_is_left_anywhere(story: Story) -> None:
    _arrive(story)
    _talk(story)
    elsewhere = _copies(story)
    homes = [desk.home for desk in (story.anneke, story.bert, story.carla)]
    everywhere = [*story.archive_folders, *homes, story.folder / "backups"]
    before = where_left(everywhere, PERSONAL)
    said = set().union(*before.values())
    assert said == {NAME, "Zwaluwhoek", MAIL, TELEPHONE, ORGANISATION, SAID}
    assert not any("/logs/" in each or "/log/" in each for each in before), before

    proof = _erased(story)
    link = story.bert.reader.accounts.link()
    assert link is not None
    assert is_signed_by(proof, link.key)
    assert not is_signed_by(replace(proof, backups_until=""), link.key)
    assert where_left([*story.archive_folders, story.anneke.home], PERSONAL) == {}
    assert set(proof.beyond) == {"authors", "readers", "backups"}
    assert proof.beyond["backups"] == 1

    story.round(days=1)  # what anonymous readers do, and so that they are gone, shows once a day
    for desk in (story.bert, story.carla):
        desk.sync()
    assert where_left([*story.archive_folders, *homes], PERSONAL) == {}
    _what_others_said_stays(story)

    in_backups = where_left([story.folder / "backups"], PERSONAL)
    assert in_backups
    assert all("/maandag/" in each for each in in_backups)
    until = datetime.fromisoformat(proof.backups_until).replace(tzinfo=UTC)
    story.round(seconds=(until - timedelta(days=1) - story.archive.world.clock.now).total_seconds())
    story.round(days=1)
    assert where_left([*story.archive_folders, *homes, story.folder / "backups"], PERSONAL) == {}

    _a_backup_from_before_brings_nothing_back(story, elsewhere)


def _what_others_said_stays(story: Story) -> None:
    (comment,) = story.carla.voices.comments(story.paper)
    assert (comment.gone, comment.name, comment.text) == ("erased", "", "")
    assert [each.text for each in comment.replies] == ["Daar ben ik het mee eens."]
    assert story.carla.voices.reception(story.paper).count == 0
    threads = [story.bert.inbox.thread(each.id) for each in _rows(story.bert)]
    assert len(threads) == 2
    for thread in threads:
        assert [(each.gone, each.text) for each in thread.messages] == [
            ("erased", ""),
            ("", "Dank, dat zoek ik uit."),
        ]


def _rows(desk: Desk) -> list[Any]:
    found = {row.id: row for folder in ("open", "unread", "to_answer", "done") for row in desk.inbox.rows(folder)}  # type: ignore[arg-type]
    return list(found.values())


def _a_backup_from_before_brings_nothing_back(story: Story, backup: Path) -> None:
    data = story.folder / "hersteld"
    assert where_left([backup], PERSONAL)
    made = restore(backup, data, erasures=[story.folder / "data"])
    assert made.erased == 1
    assert where_left([data], PERSONAL) == {}
    assert PERSONAL
    listed = erasure_list.read(data / LIST)
    assert [each.kind for each in listed] == ["account", "address", *(["token"] * (len(listed) - 2))]
    with Archive.open(data) as archive:
        assert archive.where
