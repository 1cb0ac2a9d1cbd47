"""Pictures of feedback: the sheet beside the page, a thread beside it, and in the margin."""

from dataclasses import asdict, replace
from typing import Any

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import Anchor
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId, PageNo
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.outbox import Owner
from kennisbank.sync.anchors import anchor_json
from kennisbank.sync.protocol_mailbox import MessageBody, StepBody, ThreadBody
from kennisbank.sync.thread_standing import standing
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.reactions import ReactionsView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.reading_feedback import PaperFeedback
from tests.fakes import FakeSyncing
from tests.ui.recipes.archive import LINK, ME, connected, in_
from tests.ui.recipes.margin import a_paper, words_on
from tests.ui.recipes.recipe import Recipe, Stage

TEXT = (
    "Ik gebruikte jullie lijst met halffabricaten in 4 havo. Met de meetreeksen van het waterschap kostte het "
    "aanpassen mij één uur. Zal ik mijn versie delen?"
)
OWNER = Owner(LINK.id, ME.id)
YOU, AUTHOR = ("reader", "", "teacher", True), ("author", "J. Waterink", "author", False)


def log_in(stage: Stage, syncing: FakeSyncing | None = None, **values: Any) -> None:
    """Be somebody with an account, at an archive that isn't asked."""
    with stage.session.kennisbank.library.write() as tx:
        tx.archives.save_link(LINK)
        tx.archives.save_account(ME)
    connected(stage, in_(**values), syncing)


def passage(stage: Stage, paper: Contribution, first: int, count: int, page: int = 2) -> Anchor:
    """Return the anchor of some words of a page."""
    words = words_on(stage, paper, page)
    span = Span(PageNo(page), words[first][0], words[first + count - 1][1])
    return stage.session.kennisbank.annotating.anchor(paper.files[0].hash, [span])


def message(number: int, who: tuple[str, str, str, bool], text: str, moment: str, **more: Any) -> MessageBody:
    by, name, role, is_mine = who
    return MessageBody(f"message-{number}", by, name, role, is_mine, text, moment, **more)  # type: ignore[arg-type]


def put_thread(stage: Stage, thread_id: str, contribution: ContributionId, number: int, **values: Any) -> None:
    """Let the archive have told of a thread."""
    anchor = values.pop("anchor", None)
    body = asdict(ThreadBody(contribution, "reader", shown_as=values.pop("shown_as", "role"), **values))
    body["anchor"] = anchor_json(anchor)
    body["messages"] = [{key: value for key, value in each.items() if value is not None} for each in body["messages"]]
    row = MailboxRow(thread_id, "thread", contribution, number, body)
    with stage.session.kennisbank.library.write() as tx:
        tx.mailbox.put(OWNER, [standing(row, ())])


def some_threads(stage: Stage) -> Contribution:
    """Have threads on one paper, and on others: in every state there is."""
    log_in(stage)
    paper = a_paper(stage)
    others = [each for each in stage.session.kennisbank.catalogue.all() if each.id != paper.id]
    put_thread(
        stage, "t1", paper.id, 1, kind="question", state="adopted", version="2", is_unread=True,
        anchor=passage(stage, paper, 60, 12), authors=("J. Waterink",),
        messages=(
            message(1, YOU, "Zit het nakijken van de licentie ook in die twee uur?", "2026-03-09"),
            message(2, AUTHOR, "Nee, dat kwam erbij: gemiddeld twintig minuten per les. We nemen het op in de volgende versie.", "2026-03-11"),
        ),
        steps=(StepBody("sent", "2026-03-09"), StepBody("read", "2026-03-10", "J. Waterink"), StepBody("adopted", "2026-03-11")),
    )  # fmt: skip
    put_thread(
        stage, "t2", paper.id, 2, kind="used", state="read", shown_as="name", anchor=passage(stage, paper, 130, 8),
        messages=(message(3, YOU, TEXT, "2026-11-20T10:12:00+01:00"),), steps=(StepBody("read", "2026-11-21T09:00:00+01:00", "F. Oldenzeel"),),
    )  # fmt: skip
    put_thread(
        stage, "t3", others[0].id, 3, kind="correction", state="declined", reason="De tabel klopt: het gaat om schooljaren.",
        is_unread=True,
        messages=(
            message(4, YOU, "In tabel 2 staan de jaren verkeerd om.", "2026-10-02"),
            message(5, AUTHOR, "Dank je, maar de tabel klopt: het gaat om schooljaren.", "2026-10-04"),
        ),
    )  # fmt: skip
    put_thread(
        stage, "t4", others[1].id, 4, kind="appreciation", state="no_author",
        messages=(message(6, YOU, "Deze opdracht werkte meteen, ook in een brugklas.", "2026-11-18"),),
    )  # fmt: skip
    feedback = stage.session.kennisbank.feedback
    feedback.send(feedback.save_draft(FeedbackDraft(others[2].id, "question", "Is er ook een versie voor vmbo?")).id)
    feedback.save_draft(FeedbackDraft(others[3].id, "other", "Dit sluit aan bij wat wij in", shown_as="role"))
    stage.session.changed_by(ChangeSet((Change("mailbox", "", "updated"),)))
    stage.settle()
    return paper


def pane_of(stage: Stage) -> tuple[PaperPane, PaperFeedback]:
    view = stage.window.view("reader")
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    feedback = view.feedback
    assert feedback is not None
    return pane, feedback


def open_paper(stage: Stage, paper: Contribution, page: int = 2) -> tuple[PaperPane, PaperFeedback]:
    stage.session.go("reader", contribution=paper.id, page=page)
    stage.settle(lambda: pane_of(stage)[0].document is not None)
    pane, feedback = pane_of(stage)
    images = pane._paper.images
    assert images is not None
    stage.settle(lambda: not images.has_none, limit_ms=30_000)
    return pane, feedback


def write_on(stage: Stage, paper: Contribution, *, text: str = TEXT) -> PaperFeedback:
    """Write about a passage of the second page."""
    pane, feedback = open_paper(stage, paper)
    anchor = passage(stage, paper, 60, 14)
    feedback.begin(anchor=anchor)
    stage.settle(lambda: feedback.side.sheet.drafting.draft is not None)
    pane.view.reveal(1, anchor.pieces[0].boxes[0])
    feedback.side.sheet.body.message.insertPlainText(text)
    feedback.side.sheet.body.kinds.cards[2].click()
    feedback.side.sheet.drafting.flush()
    stage.settle(lambda: feedback.side.sheet.drafting.saving == "saved")
    return feedback


def sheet(stage: Stage) -> None:
    log_in(stage)
    feedback = write_on(stage, a_paper(stage))
    feedback.side.sheet.body.shown_as.role.click()
    stage.settle()


def offline(stage: Stage) -> None:
    log_in(stage, linked=replace(LINK, outcome="ArchiveUnreachableError", detail="unreachable"))
    write_on(stage, a_paper(stage))


def without_account(stage: Stage) -> None:
    connected(stage, in_(account=None, ever=[]))
    write_on(stage, a_paper(stage))


def margin(stage: Stage) -> None:
    _pane, feedback = open_paper(stage, some_threads(stage))
    stage.settle(lambda: feedback.threads is not None and len(feedback.threads.anchors) == 2)


def thread(stage: Stage) -> None:
    paper = some_threads(stage)
    _pane, feedback = open_paper(stage, paper)
    feedback.show_thread("t1")
    stage.settle(lambda: feedback.side.thread_sheet.view.shown_thread is not None)


def reactions_of(stage: Stage) -> ReactionsView:
    """Go to the feedback among what one wrote."""
    stage.session.go("reactions", part="feedback")
    view = stage.window.view("reactions")
    assert isinstance(view, ReactionsView)
    stage.settle(lambda: view.feedback.is_settled and view.feedback.list.rows.rowCount() > 0)
    view.focus_first()
    return view


def mine(stage: Stage) -> None:
    some_threads(stage)
    view = reactions_of(stage)
    stage.settle(lambda: view.feedback.thread_view.shown_thread is not None)


def start(stage: Stage) -> None:
    some_threads(stage)
    stage.settle(lambda: Feedback.of(stage.session).is_settled)
    stage.session.go("start")
    stage.settle()


def recipes() -> list[Recipe]:
    shows = (sheet, offline, without_account, margin, thread, mine, start)
    walked = (sheet, without_account, thread, mine)  # the others show no control that these don't
    return [
        Recipe(f"feedback-{show.__name__.replace('_', '-')}", show, "example", is_walked=show in walked)
        for show in shows
    ]
