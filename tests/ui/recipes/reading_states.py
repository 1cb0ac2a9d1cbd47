"""Pictures of two pages side by side with the print bar, of reading marks on rows and on Start, and of checked links."""

from kennisbank.domain.external import LinkCheck, LinkOutcome
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.reader.paper_pane import PaperPane
from kennisbank.ui.views.browse import BrowseView
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.reading_print import PaperPrinting
from tests.ui.recipes.recipe import Recipe, Stage


def _pane(stage: Stage) -> PaperPane:
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    pane = view.reader.current_pane
    assert pane is not None
    stage.settle(lambda: pane.document is not None)
    return pane


def _drawn(stage: Stage, pane: PaperPane) -> None:
    images = pane._paper.images
    assert images is not None

    def is_sharp(index: int, width: int) -> bool:
        image = images.image(index, night=pane.view._night)
        return image is not None and abs(image.width() - width * pane.view.devicePixelRatioF()) < 2

    stage.settle(lambda: all(is_sharp(page.index, page.width) for page in pane.view.visible_pages()))


def two_pages(stage: Stage) -> None:
    """Open three papers, the longest in front as a book, with the bar that asks how it is to be printed."""
    papers = sorted(stage.session.kennisbank.catalogue.all(), key=lambda each: each.current_files[0].pages)
    for each in papers[-3:]:
        stage.session.go("reader", contribution=each.id)
        pane = _pane(stage)
    view = stage.window.current_view
    assert isinstance(view, ReadingView)
    assert view.reader is not None
    view.reader.choose_spread("book")
    ReadingStates.of(stage.session).choose((pane.contribution,), "reading")
    printing = pane.findChild(PaperPrinting)
    assert printing is not None
    printing.begin()
    pane.view.go_to_page(1)
    stage.settle(lambda: ReadingStates.of(stage.session).state(pane.contribution) == "reading")
    _drawn(stage, pane)


def _mark(stage: Stage) -> None:
    states = stage.session.kennisbank.reading_states
    papers = [each.id for each in stage.session.kennisbank.catalogue.all()]
    for state, ids in (("to_read", papers[:7]), ("reading", papers[7:9]), ("read", papers[9:14])):
        stage.session.changed_by(states.set(ids, state).changes)  # type: ignore[arg-type]
    stage.settle(lambda: ReadingStates.of(stage.session).state(papers[0]) == "to_read")


def marks(stage: Stage) -> None:
    _mark(stage)
    stage.session.go("browse", facet="edition")
    view = stage.window.current_view
    assert isinstance(view, BrowseView)
    stage.settle(lambda: view.papers_model.rowCount() > 0)
    view.papers.go_to(0)
    view.papers.setFocus()


def to_read(stage: Stage) -> None:
    _mark(stage)
    stage.session.go("start")
    stage.settle()


def links(stage: Stage) -> None:
    """Show links with each of the outcomes."""
    kennisbank = stage.session.kennisbank
    paper = kennisbank.catalogue.all()[0]
    kennisbank.catalogue.edit(paper.id, {"doi": "10.1000/vlechtwerk.2012.01"})
    found: tuple[LinkOutcome, ...] = ("ok", "moved", "gone", "unreachable", "refused")
    wanted = [link for link in kennisbank.links.links(paper.id) if link.can_be_checked]
    for link, outcome in zip(wanted, found, strict=False):
        with kennisbank.library.write() as tx:
            tx.link_checks.save(LinkCheck(link.uri, outcome, None, now()))
    stage.session.go("details", contribution=paper.id)
    view = stage.window.current_view
    assert isinstance(view, DetailsView)
    stage.settle(lambda: view.links.is_settled and view.links.isVisible())
    view._scroll.ensureWidgetVisible(view.links)
    view.links.controls[0].setFocus()


def recipes() -> list[Recipe]:
    return [
        Recipe("reading-two-pages", two_pages, "example"),
        Recipe("browse-reading-marks", marks, "example"),
        Recipe("start-to-read", to_read, "example"),
        Recipe("details-links", links, "example"),
    ]
