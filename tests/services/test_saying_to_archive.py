"""A reader, an author and the real archive over HTTP: what is said arrives, by role too, and its answer comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pymupdf
import pytest
from sqlalchemy import insert

from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.keeping.daily_steps import let_through
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.inbox import InboxService
from kennisbank.services.voices import VoiceService
from tests.archive.account_world import CONFIG
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader


class Somebody:
    """A reader of the archive with what they can say."""

    def __init__(self, at: Reader, archive: RealArchive, writers: DocumentWriters, name: str) -> None:
        self.account = at.log_in(archive, f"{name}@uni.example")
        self.at = at
        self.feedback = FeedbackService(at.library, clean=writers.write_anonymous, download=at.access.attachment)
        self.inbox = InboxService(at.library, download=at.access.attachment, language=lambda: "nl")
        self.voices = VoiceService(at.library)

    def sync(self) -> None:
        assert self.at.syncing.run().differs == ""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as made:
        yield made


@contextmanager
def two(archive: RealArchive, folder: Path, paper: str) -> Iterator[tuple[Somebody, Somebody]]:
    writers = DocumentWriters()
    with reader(folder / "one") as one, reader(folder / "two") as other:
        asks, writes = (Somebody(at, archive, writers, name) for at, name in ((one, "ada"), (other, "bea")))
        with archive.archive.write() as tx:
            row = {
                "contribution": paper,
                "account": writes.account.id,
                "since": stamp(datetime(2020, 1, 1, tzinfo=UTC)),
            }
            tx.connection.execute(insert(contribution_authors), row)
        for each in (asks, writes):
            each.sync()
        yield asks, writes
    writers.close()


def morning_comes(archive: RealArchive) -> None:
    """Have the daily round done, as tomorrow."""
    moment = datetime.now(UTC) + timedelta(days=2)
    let_through(DailyScene(archive.archive, CONFIG, Keyed(archive.archive.key.private), moment))


def test_feedback_by_role_with_a_file_goes_all_the_way_and_back(archive: RealArchive, tmp_path: Path) -> None:
    paper = ContributionId(archive.put(title="Toetsen"))
    file = tmp_path / "Ada's tabel.pdf"
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), "97 procent")  # type: ignore[no-untyped-call] # it has no types
    document.set_metadata({"author": "Ada Geheim"})  # type: ignore[no-untyped-call]
    document.save(file)  # type: ignore[no-untyped-call]
    with two(archive, tmp_path, paper) as (asks, writes):
        draft = asks.feedback.save_draft(FeedbackDraft(paper, "correction", "Tabel 1 telt op tot 97", shown_as="role"))
        asks.feedback.attach(draft.id, file)
        asks.feedback.send(draft.id)
        asks.sync()
        thread = asks.feedback.thread(draft.id)
        assert (thread.state, thread.reason, len(thread.messages)) == ("sent", "", 1)
        writes.sync()
        assert writes.inbox.counts().open == 0
        morning_comes(archive)
        writes.sync()
        (row,) = writes.inbox.rows("unread")
        shown = writes.inbox.thread(row.id)
        attached = shown.messages[0].attachment
        assert attached is not None
        assert "ada" not in repr((row, shown)).casefold()
        got = writes.inbox.fetch(attached.id, tmp_path / "binnen.pdf").read_bytes()
        assert b"Geheim" not in got
        writes.inbox.seen(row.id)
        writes.inbox.reply(row.id, "Dank, het is verbeterd", verdict="adopted", version="2")
        writes.sync()
        assert writes.inbox.counts().done == 1
        asks.sync()
        (news,) = asks.feedback.news()
        assert (news.state, news.messages) == ("adopted", 2)
        asks.feedback.seen(draft.id)
        asks.feedback.reply(draft.id, "Mooi")
        asks.sync()
        assert [each.text for each in asks.feedback.thread(draft.id).messages][1:] == ["Dank, het is verbeterd", "Mooi"]
        assert asks.feedback.news() == ()
        morning_comes(archive)
        writes.sync()
        assert [each.id for each in writes.inbox.rows("unread")] == [row.id]


def test_what_is_said_for_all_to_see_comes_to_all(archive: RealArchive, tmp_path: Path) -> None:
    paper = ContributionId(archive.put(title="Toetsen"))
    with two(archive, tmp_path, paper) as (asks, writes):
        asks.voices.comment(paper, "Mooi")
        asks.voices.vote(paper, 4)
        asks.voices.tag(paper, "les 4")
        asks.sync()
        writes.sync()
        (comment,) = writes.voices.comments(paper)
        assert (comment.text, comment.is_mine) == ("Mooi", False)
        assert writes.voices.reception(paper).votes == (0, 0, 0, 1, 0)
        writes.voices.comment(paper, "Dank", comment.id)
        writes.sync()
        asks.sync()
        (own,) = asks.voices.comments(paper)
        assert (own.is_mine, own.state, [(each.text, each.is_author) for each in own.replies]) == (
            True,
            "accepted",
            [("Dank", True)],
        )
        assert [(each.value, each.state) for each in asks.voices.proposals()] == [("les 4", "waiting")]
        asks.voices.withdraw_comment(own.id)
        asks.sync()
        writes.sync()
        (left,) = writes.voices.comments(paper)
        assert (left.gone, left.text, left.replies[0].text) == ("deleted", "", "Dank")
        before = len(archive.requests)
        writes.sync()
        assert len(archive.requests) - before == 1
