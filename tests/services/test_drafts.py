"""Forms that are being filled in: nothing typed is lost, nothing is sent by itself, nobody else sees it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.correspondence import Comment, Draft
from kennisbank.domain.ids import ArchiveId
from kennisbank.domain.moments import now
from kennisbank.errors import NotLoggedInError, NotSaidError
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.services.drafts import DraftService
from kennisbank.services.voices import VoiceService
from tests.migrations.make_golden import CONTRIBUTION
from tests.services.test_saying import ANNA, BEA, PAPER, a_thread, feedback_of, inbox_of, log_in, told

COMMENT = Draft("comment", PAPER, words={"text": "Dit werkt ook in 4 havo"})
ANSWER = Draft("comment", PAPER, "c1", {"text": "Bij mij ook"})
PROPOSAL = Draft("proposal", PAPER, "keywords", {"value": "toetsen\nprogrammeren", "reason": "Staat op blz. 1"})


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "home")


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths) as opened:
        with opened.write() as tx:
            tx.contributions.add(replace(CONTRIBUTION, files=(), batch=None))
            tx.archives.save_link(ArchiveLink(ArchiveId("a"), "https://a.example.org", "A", "", "e", 0, now()))
        log_in(opened)
        yield opened


def kept(library: Library) -> dict[tuple[str, str, str], dict[str, str]]:
    return {each.key: dict(each.words) for each in DraftService(library).of(PAPER)}


def queued(library: Library) -> list[str]:
    with library.read() as tx:
        return [each.kind for each in tx.acts.of(tx.viewer, ("queued", "sent"))]


def test_what_is_typed_is_there_for_the_next_program_and_an_emptied_form_is_gone(
    library: Library, paths: Paths
) -> None:
    drafts = DraftService(library)
    for each in (COMMENT, ANSWER, PROPOSAL):
        drafts.save(each)
    drafts.save(replace(COMMENT, words={"text": "Dit werkt ook in 5 havo"}))
    with closing(Library.open(paths)) as other:  # what wasn't committed isn't there for another program
        assert kept(other) == {
            COMMENT.key: {"text": "Dit werkt ook in 5 havo"},
            ANSWER.key: ANSWER.words,
            PROPOSAL.key: PROPOSAL.words,
        }
    assert not drafts.save(replace(ANSWER))
    drafts.save(replace(ANSWER, words={"text": "  "}))
    assert set(kept(library)) == {COMMENT.key, PROPOSAL.key}
    assert drafts.about("comment", "c1") is None
    assert queued(library) == []


def test_a_draft_is_seen_by_its_writer_alone_and_goes_with_the_account(library: Library) -> None:
    DraftService(library).save(COMMENT)
    log_in(library, BEA)
    assert kept(library) == {}
    DraftService(library).save(replace(COMMENT, words={"text": "Van Bea"}))
    log_in(library, ANNA)
    assert kept(library) == {COMMENT.key: COMMENT.words}
    with library.write() as tx:
        assert tx.unsent.counts() == {"draft": 1}
        tx.ownership.remove(Owner(ArchiveId("a"), ANNA))
    assert kept(library) == {}


def test_what_nobody_began_is_joined_to_what_its_reader_wrote_and_becomes_theirs(
    paths: Paths, library: Library
) -> None:
    with library.write() as tx:
        tx.connection.exec_driver_sql("UPDATE accounts SET is_current = 0")
    DraftService(library).save(COMMENT)
    log_in(library)
    with library.write() as tx:  # as two programs do it at once
        (row,) = tx.acts.all(("comment",), ("draft",))
        tx.acts.save(replace(row, id="other", body={"text": "En in vmbo"}, archive=ArchiveId("a"), account=ANNA))
    (draft,) = DraftService(library).of(PAPER)
    assert draft.text == "Dit werkt ook in 4 havo\n\nEn in vmbo"
    DraftService(library).save(draft)
    with library.read() as tx:
        (row,) = tx.acts.all(("comment",), ("draft",))
    assert (row.account, row.body["text"]) == (ANNA, draft.text)


def test_sending_uses_up_the_draft_and_what_another_program_says_leaves_it(library: Library) -> None:
    drafts, voices = DraftService(library), VoiceService(library)
    for each in (COMMENT, PROPOSAL, Draft("report", PAPER, "c1", {"text": "Reclame"})):
        drafts.save(each)
    voices.comment(PAPER, "Iets anders")
    voices.propose(PAPER, "keywords", ["toetsen"])
    assert len(kept(library)) == 3
    voices.comment(PAPER, COMMENT.text, ends_draft=True)
    voices.propose(PAPER, "keywords", ["toetsen"], ends_draft=True)
    voices.report("comment", "c1", "Reclame", ends_draft=PAPER)
    assert kept(library) == {}
    assert queued(library) == ["comment", "proposal", "comment", "proposal", "report"]


def test_what_cannot_be_sent_now_stays_a_draft(library: Library) -> None:
    drafts = DraftService(library)
    with library.write() as tx:
        tx.connection.exec_driver_sql("UPDATE accounts SET is_current = 0")
    drafts.save(COMMENT)
    with pytest.raises(NotLoggedInError):
        VoiceService(library).comment(PAPER, COMMENT.text, ends_draft=True)
    assert kept(library) == {COMMENT.key: COMMENT.words}


def test_what_is_taken_back_before_it_went_is_there_again_above_what_was_begun_since(library: Library) -> None:
    drafts, voices = DraftService(library), VoiceService(library)
    (comment,) = voices.comment(PAPER, "Eerst dit.").ids("act")
    authors = [{"name": "A. Bakker", "affiliation": "UvA"}, {"name": "C. Dijk"}]
    (proposal,) = voices.propose(PAPER, "authors", authors, "Zo heten ze").ids("act")
    drafts.save(replace(COMMENT, words={"text": "Toen dat."}))
    voices.withdraw_comment(comment)
    voices.withdraw_proposal(proposal)
    assert kept(library) == {
        COMMENT.key: {"text": "Eerst dit.\n\nToen dat."},
        ("proposal", PAPER, "authors"): {"value": "A. Bakker\nC. Dijk", "reason": "Zo heten ze"},
    }
    assert queued(library) == []


def test_a_file_is_kept_with_the_answer_that_is_being_written_and_goes_with_it(
    library: Library, tmp_path: Path
) -> None:
    told(library, a_thread())
    inbox, file = inbox_of(library), tmp_path / "tabel.txt"
    file.write_text("een tabel")
    inbox.attach_reply("t0", file)
    inbox.save_reply_draft("t0", "Zie de")
    inbox.save_reply_draft("t0", "Zie de tabel.")
    feedback_of(library).sweep()
    kept_file = inbox.reply_file("t0")
    assert kept_file is not None
    assert kept_file.path is not None
    assert (kept_file.name, kept_file.path.read_text()) == ("tabel.txt", "een tabel")
    inbox.reply("t0", "Van een ander programma.", ends_draft=False)
    assert (inbox.reply_draft("t0"), inbox.reply_file("t0")) == ("Zie de tabel.", kept_file)
    inbox.reply("t0", "Zie de tabel.")
    sent = inbox.thread("t0").messages[-1]
    assert (sent.text, sent.attachment) == ("Zie de tabel.", kept_file)
    assert (inbox.reply_draft("t0"), inbox.reply_file("t0")) == ("", None)
    inbox.save_reply_draft("t0", "En nog iets.")
    inbox.take_back("t0", sent.id)
    assert (inbox.reply_draft("t0"), inbox.reply_file("t0")) == ("Zie de tabel.\n\nEn nog iets.", kept_file)
    inbox.save_reply_draft("t0", "")
    assert inbox.reply_file("t0") == kept_file
    inbox.attach_reply("t0", None)
    with library.read() as tx:
        assert (tx.acts.all(("reply",), ("draft",)), tx.acts.attachments()) == ([], set())


def test_a_file_that_may_not_go_along_changes_nothing(library: Library, tmp_path: Path) -> None:
    told(library, a_thread())
    inbox, program = inbox_of(library), tmp_path / "tabel.txt"
    program.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(64))
    inbox.save_reply_draft("t0", "Zie de tabel.")
    for path, code in ((program, "file_kind"), (tmp_path / "nergens.pdf", "file_unreadable")):
        with pytest.raises(NotSaidError, match=code):
            inbox.attach_reply("t0", path)
    assert (inbox.reply_draft("t0"), inbox.reply_file("t0")) == ("Zie de tabel.", None)


def test_all_that_one_said_stands_together_with_what_became_of_it(library: Library) -> None:
    voices, drafts = VoiceService(library), DraftService(library)
    told_of = {"contribution": PAPER, "moment": "2026-01-03T10:00:00Z"}
    rows = [
        MailboxRow("p1", "proposal", PAPER, 1, {**told_of, "field": "tag", "value": "vmbo", "state": "accepted"}),
        MailboxRow(
            "p2",
            "proposal",
            PAPER,
            2,
            {**told_of, "field": "title", "value": "Beter", "state": "declined", "answer": "Zo staat het er."},
        ),
        MailboxRow("c1", "comment", PAPER, 3, {"contribution": PAPER, "state": "hidden", "reason": "Een naam."}),
        MailboxRow(PAPER, "vote", PAPER, 4, {"contribution": PAPER, "stars": 2}, moved="2026-01-04"),
    ]
    told(library, *rows)
    with library.write() as tx:
        gone = Comment("c1", PAPER, "", "", "", "2026-01-02T10:00:00Z", gone="hidden", words="Een naam.")
        tx.comments.put([(gone, "")])
    voices.comment(PAPER, "Mooi.")
    voices.vote(PAPER, 4)
    drafts.save(PROPOSAL)
    drafts.save(Draft("verdict", about="t1", words={"reason": "Niet hier"}))
    found = {(each.kind, each.words, each.state, each.answer) for each in voices.mine()}
    assert found == {
        ("proposal", "vmbo", "accepted", ""),
        ("proposal", "Beter", "declined", "Zo staat het er."),
        ("comment", "", "hidden", "Een naam."),
        ("comment", "Mooi.", "queued", ""),
        ("vote", "4", "queued", ""),
        ("proposal", "toetsen programmeren", "draft", ""),
    }
    assert {each.title for each in voices.mine()} == {CONTRIBUTION.metadata.values.title}
    moments = [each.moment for each in voices.mine()]
    assert moments == sorted(moments, reverse=True)
