"""Feedback, the inbox and voices in one library, with nobody to send to: drafts stay, lists are right, nothing leaks."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.config.paths import Paths
from kennisbank.domain.annotation import Anchor, Piece, Quote
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.contribution import Withdrawn
from kennisbank.domain.correspondence import FeedbackDraft, InboxCounts
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.errors import NotFoundError, NotLoggedInError, NotSaidError
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.library.rows import withdrawn_json
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.inbox import InboxService
from kennisbank.services.voices import VoiceService
from kennisbank.sync.anchors import anchor_json, anchor_of
from kennisbank.sync.thread_standing import standing
from tests.migrations.make_golden import ANCHOR, CONTRIBUTION

PAPER = CONTRIBUTION.id
ANNA, BEA = AccountId("anna"), AccountId("bea")
DAY = "2026-01-02"


def nothing(_attachment: str) -> Any:
    raise AssertionError("nothing is fetched here")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "home")


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths) as opened:
        with opened.write() as tx:
            tx.contributions.add(replace(CONTRIBUTION, files=(), batch=None))
            tx.archives.save_link(ArchiveLink(ArchiveId("a"), "https://a.example.org", "A", "", "e", 0, now()))
        yield opened


def log_in(library: Library, account: AccountId = ANNA) -> None:
    with library.write() as tx:
        tx.archives.save_account(
            Account(
                account,
                ArchiveId("a"),
                f"{account}@a.example",
                account.title(),
                "teacher",
                "",
                "reader",
                is_current=True,
            )
        )


def feedback_of(library: Library) -> FeedbackService:
    return FeedbackService(library, clean=lambda *_: None, download=nothing)


def inbox_of(library: Library) -> InboxService:
    return InboxService(library, download=nothing, language=lambda: "nl")


def a_message(number: int = 0, by: str = "reader", **values: Any) -> dict[str, Any]:
    given = {"id": f"m{number}", "by": by, "name": "", "role": "teacher", "is_mine": by == "author", "text": "Vraag"}
    return {**given, "moment": DAY, **values}


def a_thread(number: int = 0, side: str = "author", *messages: dict[str, Any], **values: Any) -> MailboxRow:
    body = {
        "contribution": PAPER,
        "side": side,
        "kind": "question",
        "shown_as": "role",
        "state": "delivered",
        "messages": list(messages) or [a_message()],
        "is_unread": False,
        "steps": [],
        **values,
    }
    return standing(MailboxRow(f"t{number}", "thread", PAPER, number + 1, body), ())


def told(library: Library, *rows: MailboxRow, owner: Owner | None = None) -> None:
    with library.write() as tx:
        tx.mailbox.put(owner or tx.viewer, rows)


def test_a_draft_is_there_when_the_program_was_killed(library: Library, paths: Paths) -> None:
    draft = feedback_of(library).save_draft(
        FeedbackDraft(PAPER, text="Bijna af", anchor=ANCHOR, link="https://b.example")
    )
    with closing(Library.open(paths)) as other:  # what wasn't committed isn't there for another program
        assert feedback_of(other).draft(PAPER) == draft
    assert feedback_of(library).save_draft(replace(draft, text="Af")).id == draft.id
    assert [each.text for each in feedback_of(library).drafts()] == ["Af"]


def test_a_draft_that_was_thrown_away_can_be_put_back(library: Library, tmp_path: Path) -> None:
    feedback, file = feedback_of(library), tmp_path / "tabel.txt"
    file.write_text("een tabel")
    draft = feedback.attach(feedback.save_draft(FeedbackDraft(PAPER, text="Zie bijlage")).id, file)
    thrown = feedback.discard(draft.id)
    assert feedback.drafts() == ()
    feedback.sweep()
    put_back = feedback.save_draft(thrown)
    assert put_back.attachment == draft.attachment
    assert put_back.attachment is not None
    assert put_back.attachment.path is not None
    assert put_back.attachment.path.read_text() == "een tabel"
    assert feedback.detach(put_back.id).attachment is None
    with pytest.raises(NotFoundError):
        feedback.discard("nergens")


BAD: dict[str, tuple[Callable[[FeedbackDraft], FeedbackDraft], str]] = {
    "nothing said": (lambda draft: replace(draft, text=" \n"), "empty"),
    "too much said": (lambda draft: replace(draft, text="a" * 20_001), "too_long"),
    "too long a link": (lambda draft: replace(draft, link="https://" + "a" * 2000), "too_long"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_sent_so_stays_a_draft(library: Library, what: str) -> None:
    log_in(library)
    spoil, code = BAD[what]
    feedback = feedback_of(library)
    draft = feedback.save_draft(spoil(FeedbackDraft(PAPER, text="Vraag")))
    with pytest.raises(NotSaidError) as refused:
        feedback.send(draft.id)
    assert refused.value.code == code
    assert feedback.draft(PAPER) == draft


def test_what_waits_is_changed_only_into_what_may_be_sent(library: Library, tmp_path: Path) -> None:
    log_in(library)
    file = tmp_path / "Verslag van Anna.txt"
    file.write_text("van Anna")
    feedback = FeedbackService(library, clean=_clean, download=nothing)
    named = feedback.attach(feedback.save_draft(FeedbackDraft(PAPER, text="Vraag")).id, file)
    feedback.send(named.id)
    changed = feedback.save_draft(replace(named, shown_as="role"))
    with pytest.raises(NotSaidError, match="empty"):
        feedback.save_draft(replace(changed, text=" "))
    by_role = feedback.save_draft(FeedbackDraft(PAPER, text="Zonder naam", shown_as="role"))
    feedback.send(by_role.id)
    for draft in (changed, feedback.attach(by_role.id, file)):
        assert draft.attachment is not None
        assert draft.attachment.path is not None
        assert (draft.attachment.name, draft.attachment.path.read_text()) == ("bijlage.txt", "schoon")
        with library.read() as tx:
            kept = tx.acts.find(draft.id)
        assert kept is not None
        assert (kept.state, kept.attachment) == ("queued", draft.attachment.path.name)


def _clean(_path: Path, _kind: str, target: Path) -> None:
    target.write_text("schoon")


def test_nothing_is_said_about_what_was_taken_out(library: Library) -> None:
    log_in(library)
    feedback, voices = feedback_of(library), VoiceService(library)
    draft = feedback.save_draft(FeedbackDraft(PAPER, text="Vraag"))
    with library.write() as tx:
        tx.connection.exec_driver_sql("UPDATE contributions SET withdrawn = ?", (withdrawn(),))
    for say in (lambda: feedback.send(draft.id), lambda: voices.vote(PAPER, 3), lambda: voices.comment(PAPER, "Mooi")):
        with pytest.raises(NotSaidError, match="withdrawn"):
            say()
    assert feedback.draft(PAPER) == draft


def withdrawn() -> str:
    return withdrawn_json(Withdrawn("withdrawn", "Op verzoek", now())) or ""


def test_whoever_logs_in_later_sends_what_was_nobodys(library: Library) -> None:
    feedback = feedback_of(library)
    draft = feedback.save_draft(FeedbackDraft(PAPER, text="Vraag"))
    with pytest.raises(NotLoggedInError):
        feedback.send(draft.id)
    log_in(library)
    assert feedback.send(draft.id).ids("act") == {draft.id}
    log_in(library, BEA)
    assert feedback.mine() == ()
    with pytest.raises(NotFoundError):
        feedback.thread(draft.id)


def test_folders_share_nothing_and_hold_everything(library: Library) -> None:
    log_in(library)
    answer = a_message(1, "author", moment="2026-01-03T10:00:00+00:00")
    told(
        library,
        a_thread(0, is_unread=True),
        a_thread(1),
        a_thread(2, "author", a_message(), answer, state="answered"),
        a_thread(3, "author", a_message(), answer, a_message(2, moment="2026-01-09"), state="answered"),
        a_thread(4, state="adopted", version="2", steps=[{"state": "adopted", "moment": "2026-01-05"}]),
        a_thread(5, state="hidden"),
        a_thread(6, "reader"),
        replace(a_thread(7), contribution=ContributionId("andere")),
    )
    inbox = inbox_of(library)
    folders = {name: {each.id for each in inbox.rows(name)} for name in ("open", "unread", "to_answer", "done")}  # type: ignore[arg-type] # these are they
    assert folders["unread"] == {"t0"}
    assert folders["to_answer"] == {"t1", "t3", "t7"}
    assert folders["open"] == folders["unread"] | folders["to_answer"]
    assert folders["done"] == {"t2", "t4", "t5"}
    assert inbox.counts() == InboxCounts(open=4, unread=1, to_answer=3, done=3, late=4)
    assert inbox.counts(ContributionId("andere")) == InboxCounts(open=1, to_answer=1, late=1)
    assert [each[0] for each in inbox.contributions()] == ["andere", PAPER]
    assert inbox.rows("open", limit=2, offset=1) == inbox.rows("open")[1:3]


def test_an_answer_is_kept_while_it_is_written_and_counts_at_once(library: Library) -> None:
    log_in(library)
    told(library, a_thread(is_unread=True))
    inbox = inbox_of(library)
    inbox.save_reply_draft("t0", "Bijna")
    inbox.save_reply_draft("t0", "Bijna af")
    assert inbox.reply_draft("t0") == "Bijna af"
    assert inbox.thread("t0").messages[-1].text == "Vraag"
    inbox.seen("t0")
    inbox.reply("t0", "Af", verdict="declined", reason="Het klopt zo")
    thread = inbox.thread("t0")
    assert ([each.text for each in thread.messages], thread.state, thread.reason) == (
        ["Vraag", "Af"],
        "declined",
        "Het klopt zo",
    )
    assert (inbox.reply_draft("t0"), inbox.counts()) == ("", InboxCounts(done=1))
    inbox.judge("t0", "open")
    assert inbox.thread("t0").state == "read"
    inbox.save_reply_draft("t0", "  ")
    inbox.ask_maintainer("t0", "Is dit netjes?")
    with library.read() as tx:
        kinds = [(each.kind, each.body.get("verdict")) for each in tx.acts.of(tx.viewer, ("queued",))]
    assert kinds == [("seen", None), ("reply", None), ("verdict", "open"), ("report", None)]


def test_what_an_account_said_goes_with_it(library: Library) -> None:
    log_in(library)
    told(library, a_thread())
    feedback_of(library).save_draft(FeedbackDraft(PAPER, text="Van Anna"))
    VoiceService(library).vote(PAPER, 4)
    with library.write() as tx:
        assert tx.unsent.counts() == {"queued": 1, "draft": 1}
        tx.ownership.remove(Owner(ArchiveId("a"), ANNA))
        assert tx.unsent.counts() == {}
    assert feedback_of(library).mine() == ()
    assert inbox_of(library).counts() == InboxCounts()


NUMBERS = st.floats(0, 900, allow_nan=False).map(lambda each: round(each, 3))
ANCHORS = st.builds(
    Anchor,
    st.just(FileHash("ab" * 32)),
    st.lists(
        st.builds(
            Piece,
            st.integers(1, 99).map(PageNo),
            st.integers(0, 99),
            st.integers(0, 99),
            st.lists(st.builds(Rect, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    st.none() | st.builds(Quote, st.text(), st.text(), st.text()),
    st.sampled_from(["original", "same", "moved", "changed", "gone"]),
    st.floats(0, 1),
)


@given(ANCHORS)
def test_a_place_comes_back_as_it_was(anchor: Anchor) -> None:
    assert anchor_of(anchor_json(anchor)) == anchor
