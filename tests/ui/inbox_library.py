"""A library of somebody who is an author: an account, and a mailbox as the archive would have filled it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kennisbank.bootstrap import Kennisbank
from kennisbank.documents.anchoring import Span, describe
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AccountId, ArchiveId, PageNo
from kennisbank.domain.moments import now
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.sync.anchors import anchor_json
from kennisbank.sync.thread_standing import standing
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.views.inbox import InboxView
from tests.ui.recipes.recipe import Stage

ARCHIVE, ACCOUNT = ArchiveId("0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b"), AccountId("6c1b3b52-9a92-4a8e-8f6b-0d3f5e7a1c24")
ME = "J. Waterink"
OWNER = Owner(ARCHIVE, ACCOUNT)


def known(text: str) -> str:
    """Return an id that is the same for the same text."""
    return str(uuid5(NAMESPACE_URL, text))


def ago(**much: float) -> str:
    return (datetime.now(UTC) - timedelta(**much)).isoformat(timespec="seconds")


def log_in(kennisbank: Kennisbank, name: str = ME) -> None:
    """Let somebody be logged in at an archive that nobody asks."""
    with kennisbank.library.write() as tx:
        link = ArchiveLink(ARCHIVE, "https://archief.example", "Archief van het congres", "", "epoch", 3, now())
        tx.archives.save_link(link)
        tx.archives.save_account(
            Account(ACCOUNT, ARCHIVE, "jw@school.example", name, "teacher", "", "reader", is_current=True)
        )


def put(kennisbank: Kennisbank, *rows: MailboxRow) -> None:
    """Let these come in, as a sync would."""
    with kennisbank.library.write() as tx:
        said = tx.acts.all(("reply", "verdict"), ("queued", "sent", "accepted"))
        made = [standing(each, [act for act in said if act.about == each.id]) for each in rows]
        tx.mailbox.put(OWNER, [new if old.kind == "thread" else old for old, new in zip(rows, made, strict=True)])


def message(name: str, role: str, text: str, moment: str, by: str = "reader", **more: Any) -> dict[str, Any]:
    return {
        "id": known(f"{name}{text}{moment}"),
        "by": by,
        "name": name,
        "role": role,
        "is_mine": name == ME,
        "text": text,
        "moment": moment,
        **more,
    }


def thread(name: str, paper: Contribution, messages: Sequence[dict[str, Any]], **values: Any) -> MailboxRow:
    """Return a thread in an author's mailbox."""
    body = {
        "contribution": paper.id,
        "side": "author",
        "kind": "question",
        "shown_as": "name",
        "state": "delivered",
        "messages": list(messages),
        "authors": [ME, "F. Oldenzeel"],
        "steps": [],
        **values,
    }
    return MailboxRow(known(name), "thread", paper.id, 1, body)


def claim(name: str, paper: Contribution, **values: Any) -> MailboxRow:
    body = {"contribution": paper.id, "author": ME, "state": "granted", "moment": ago(days=40), **values}
    return MailboxRow(known(name), "claim", paper.id, 1, body, moved=str(body["moment"]))


def notice(name: str, paper: Contribution, code: str, words: str = "") -> MailboxRow:
    body = {"code": code, "contribution": paper.id, "words": words, "moment": ago(days=1)}
    return MailboxRow(known(name), "notice", paper.id, 1, body, state="", moved=ago(days=1))


def papers(kennisbank: Kennisbank) -> list[Contribution]:
    """Return the papers that have text on their first page, by title."""
    found = sorted(kennisbank.catalogue.all(), key=lambda each: each.metadata.values.title)
    return [each for each in found if each.current_files]


def anchor(kennisbank: Kennisbank, paper: Contribution, at: int = 600, length: int = 140) -> dict[str, Any]:
    """Return the anchor of a passage in a paper: on its second page where it has one, the first may be a cover."""
    file = paper.current_files[0]
    number = PageNo(min(2, max(file.pages, 1)))
    page = kennisbank.reading.page_text(file.hash, number)
    start = page.text.find(" ", min(at, len(page.text) // 2)) + 1
    end = page.text.find(" ", start + length)
    made = describe(file.hash, [page], [Span(number, start, end if end > start else len(page.text))])
    found = anchor_json(made)
    assert found is not None
    return found


def settled(stage: Stage) -> InboxView:
    """Bring the window to the inbox, and wait until all of it stands there."""
    session = stage.session
    Syncing.of(session)._start.stop()
    Downloads.of(session)._start.stop()
    ArchiveReading.of(session).read()
    facts = AuthorReading.of(session)
    facts.read()
    stage.settle(lambda: facts.is_settled and ArchiveReading.of(session).is_settled)
    session.go("inbox")
    view = stage.window.view("inbox")
    assert isinstance(view, InboxView)
    view.seeing.setInterval(3_600_000)  # a thread counts as read when a test says so, however slow the machine is
    rest(stage, view)
    return view


def rest(stage: Stage, view: InboxView) -> None:
    """Wait until the inbox shows what the library holds, its page drawn."""

    def is_there() -> bool:
        passage = view.passage.passage
        has_clip = passage is not None and passage.crop is not None
        return view.is_settled and (not has_clip or view.passage.clip.is_drawn)

    stage.settle(is_there)
