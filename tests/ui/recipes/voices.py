"""Pictures of the reactions of readers: on the page of a contribution, and beside the pages."""

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import Comment, Draft, Reception
from kennisbank.library.mailbox import MailboxRow
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.reactions import ReactionsView
from kennisbank.ui.voices.panel import VoicesPanel
from kennisbank.ui.voices.reader_part import ReaderVoices
from tests.ui.recipes.archive import connected, in_
from tests.ui.recipes.feedback import log_in, open_paper
from tests.ui.recipes.margin import a_paper
from tests.ui.recipes.recipe import Recipe, Stage


def said(stage: Stage) -> Contribution:
    """Let readers have said what they may say of one paper."""
    paper = a_paper(stage)
    comments = (
        (Comment("c1", paper.id, "Noor Hendriks", "teacher", "In een brugklas werkt dit ook, mits je de afleiders weglaat.", "2026-11-02T10:00:00+01:00"), ""),
        (Comment("c2", paper.id, "J. Waterink", "author", "Dank je; dat staat in de volgende versie.", "2026-11-03T09:30:00+01:00", is_author=True), "c1"),
        (Comment("c3", paper.id, "", "reader", "", "2026-11-04T09:30:00+01:00", gone="hidden", words="Noemt een leerling bij naam."), ""),
    )  # fmt: skip
    kennisbank = stage.session.kennisbank
    with kennisbank.library.write() as tx:
        tx.comments.put(comments)
        tx.receptions.put({paper.id: Reception((0, 1, 1, 6, 4), ("toetsing", "programmeren", "vmbo"))})
    return paper


def says(stage: Stage, paper: Contribution) -> None:
    """Say something oneself, which waits."""
    voices = stage.session.kennisbank.voices
    voices.vote(paper.id, 4)
    voices.comment(paper.id, "Heeft iemand dit al met een havo-klas gedaan?")
    voices.tag(paper.id, "formatief")
    voices.propose(
        paper.id, "title", "Parsons problems as formative assessment in class", "Zo staat het op de eerste bladzij."
    )
    stage.session.changed_by(ChangeSet((Change("act", "", "updated"),)))


def panel_of(stage: Stage) -> VoicesPanel:
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    return view.voices


def open_details(stage: Stage, paper: Contribution) -> VoicesPanel:
    stage.session.go("details", contribution=paper.id)
    panel = panel_of(stage)
    stage.settle(lambda: panel.voices.is_settled and panel._read.contribution is not None)
    return panel


def details(stage: Stage) -> None:
    log_in(stage)
    paper = said(stage)
    says(stage, paper)
    panel = open_details(stage, paper)
    panel.stars.vote.stars[3].setFocus()
    stage.settle()


def proposing(stage: Stage) -> None:
    log_in(stage)
    panel = open_details(stage, said(stage))
    panel.propose.begin()
    panel.propose.which.setCurrentIndex(1)
    stage.settle()


def visitor(stage: Stage) -> None:
    connected(stage, in_(account=None, ever=[]))
    panel = open_details(stage, said(stage))
    panel.banner.button.setFocus()
    stage.settle()


def reader(stage: Stage) -> None:
    log_in(stage)
    pane, _feedback = open_paper(stage, said(stage))
    pane.panel._added_heading.setChecked(True)
    part = pane.panel.findChild(ReaderVoices)
    assert part is not None
    stage.settle(lambda: part.panel.voices.is_settled and part.panel._read.contribution is not None)


def writing(stage: Stage) -> None:
    """What was begun here before: a comment, an answer, a correction and a tag, unfolded with their words."""
    log_in(stage)
    paper, drafts = said(stage), stage.session.kennisbank.drafts
    for each in (
        Draft("comment", paper.id, words={"text": "Heeft iemand dit al met een havo-klas gedaan? Ik vraag het"}),
        Draft("comment", paper.id, "c1", {"text": "In vmbo-t werkt het ook, als"}),
        Draft(
            "proposal", paper.id, "keywords", {"value": "toetsing\nprogrammeren", "reason": "Zo staat het op blz. 1"}
        ),
        Draft("proposal", paper.id, "tag", {"value": "forma"}),
    ):
        drafts.save(each)
    panel = open_details(stage, paper)
    stage.settle(lambda: panel.propose.is_unfolded)
    panel.field.edit.setFocus()
    stage.settle()


def own_voices(stage: Stage) -> ReactionsView:
    """What somebody said and proposed over all papers, and what became of it."""
    log_in(stage)
    paper = said(stage)
    kennisbank = stage.session.kennisbank
    bodies: dict[str, dict[str, object]] = {
        "p1": {"field": "tag", "value": "formatief", "state": "accepted", "moment": "2026-11-03T10:00:00Z"},
        "p2": {"field": "keywords", "value": ["toetsing", "vmbo"], "state": "declined", "moment": "2026-11-05T10:00:00Z", "answer": "Dank je. We houden het bij de trefwoorden van de auteurs, zoals ze op blz. 1 staan."},
        "p3": {"field": "title", "value": "Parsons problems as formative assessment in class", "state": "waiting", "moment": "2026-11-06T10:00:00Z"},
    }  # fmt: skip
    with kennisbank.library.write() as tx:
        rows = [
            MailboxRow(name, "proposal", paper.id, at, {"contribution": paper.id, **body})
            for at, (name, body) in enumerate(bodies.items())
        ]
        rows += [
            MailboxRow("c1", "comment", paper.id, 8, {"contribution": paper.id, "state": "visible"}),
            MailboxRow(
                "c3",
                "comment",
                paper.id,
                9,
                {"contribution": paper.id, "state": "hidden", "reason": "Noemt een leerling bij naam."},
            ),
        ]
        tx.mailbox.put(tx.viewer, rows)
    kennisbank.voices.vote(paper.id, 4)
    kennisbank.drafts.save(Draft("comment", paper.id, words={"text": "Half af"}))
    stage.session.go("reactions", part="voices")
    view = stage.window.view("reactions")
    assert isinstance(view, ReactionsView)
    stage.settle(lambda: view.voices.is_settled and bool(view.voices.cards.cards))
    return view


def mine(stage: Stage) -> None:
    own_voices(stage).focus_first()


def recipes() -> list[Recipe]:
    shows = (details, proposing, writing, visitor, reader, mine)
    return [Recipe(f"voices-{show.__name__}", show, "example", is_walked=show is not reader) for show in shows]
