"""Forms that are being filled in: nothing typed is lost, nothing is sent by itself, nobody else sees it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.archive import ArchiveLink
from kennisbank.domain.correspondence import Draft
from kennisbank.domain.ids import ArchiveId
from kennisbank.domain.moments import now
from kennisbank.errors import NotLoggedInError
from kennisbank.library.library import Library
from kennisbank.library.outbox import Owner
from kennisbank.services.drafts import DraftService
from kennisbank.services.voices import VoiceService
from tests.migrations.make_golden import CONTRIBUTION
from tests.services.test_saying import ANNA, BEA, PAPER, log_in

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
