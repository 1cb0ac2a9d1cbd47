"""Papers of the archive: how each stands on cards, asking for one, and opening one that isn't here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.ids import ArchiveId, ContributionId, FileHash
from kennisbank.domain.syncing import DownloadOutcome, Offer, OfferState
from kennisbank.errors import ArchiveUnreachableError
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.models.download_state import state_of
from kennisbank.ui.models.result_rows import DOWNLOAD_ROLE
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.views.search import SearchView
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import absent_withdrawn, at, connected, in_, offered
from tests.ui.recipes.recipe import Stage


def offer(state: OfferState, *, is_current: bool = True, reason: str = "", version: int = 1) -> Offer:
    return Offer(
        ArchiveId("a"),
        ContributionId("c"),
        FileHash(f"{version:064x}"),
        "p.pdf",
        "paper",
        version,
        is_current,
        "application/pdf",
        1000,
        2,
        state,
        reason,
    )


@pytest.mark.parametrize(
    ("offers", "kind", "size"),
    [
        ([], None, 0),
        ([offer("offered")], "offered", 1000),
        ([offer("here")], "here", 0),
        ([offer("wanted")], "wanted", 1000),
        ([offer("here"), offer("wanted", version=2)], "wanted", 1000),
        ([offer("failed", reason="wrong_hash"), offer("offered", version=2)], "failed", 2000),
        ([offer("here", is_current=False), offer("offered", version=2)], "newer", 1000),
        ([offer("offered", is_current=False)], None, 0),
    ],
)
def test_how_a_contribution_stands_follows_from_its_files(offers: list[Offer], kind: str | None, size: int) -> None:
    state = state_of(offers)
    assert (state.kind if state is not None else None) == kind
    assert (state.size if state is not None else 0) == size


def test_a_failure_says_why() -> None:
    state = state_of([offer("failed", reason="wrong_hash")])
    assert state is not None
    assert "isn't what the archive said" in state.told
    assert state.act == "Try again"


@dataclass
class Bringing:
    """The real service, but for the network: what is wanted comes from where the example's files were put aside."""

    real: Any
    bring: Callable[[], ChangeSet]
    error: Exception | None = None
    reported: list[Progress] = field(default_factory=list)

    def run(self, ctx: JobContext, on_committed: Callable[[ChangeSet], None]) -> DownloadOutcome:
        ctx.report(Progress("downloading", 1, 2, "a title"))
        if self.error is not None:
            raise self.error
        on_committed(self.bring())
        return DownloadOutcome(1, 1000)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    """Return a window on the example."""
    return make_stage("example")


def connect_with(stage: Stage, error: Exception | None = None) -> list[ContributionId]:
    """Connect; what is asked for comes at once by putting its file back, or ends in `error`."""
    kennisbank = stage.session.kennisbank
    papers = sorted(kennisbank.catalogue.all(), key=lambda each: each.metadata.values.title)
    files = {paper.id: paper.current_files[0] for paper in papers}
    ids = offered(stage)
    with kennisbank.library.write() as tx:
        tx.offers.unwant()

    def bring() -> ChangeSet:
        with kennisbank.library.write() as tx:
            for each in {offer.contribution for offer in tx.offers.wanted()}:
                file = files[each]
                tx.files.add(each, file)
                one = tx.offers.of([each])[each][0]
                tx.offers.put(each, [replace(one, hash=file.hash)])
            return tx.changes

    connected(stage, in_())
    session = stage.session
    session._kennisbank = replace(session.kennisbank, downloading=Bringing(kennisbank.downloading, bring, error))  # type: ignore[arg-type]
    return ids


def state_words(stage: Stage, contribution: ContributionId) -> str:
    downloads = Downloads.of(stage.session)
    downloads.state(contribution)
    stage.settle(lambda: downloads.is_settled)
    state = downloads.state(contribution)
    return state.kind if state is not None else ""


def test_without_an_archive_nothing_is_said_of_downloads(stage: Stage) -> None:
    paper = stage.session.kennisbank.catalogue.all()[0]
    assert state_words(stage, paper.id) == ""


def test_search_shows_what_is_not_here_and_its_key_brings_it(qtbot: QtBot, stage: Stage) -> None:
    ids = connect_with(stage, ArchiveUnreachableError("https://archief.example", "timed_out"))
    told: list[object] = []
    stage.session.failed.connect(told.append)
    stage.session.go("search", query='"reading club"')
    view = stage.window.view("search")
    assert isinstance(view, SearchView)
    stage.settle(lambda: view.is_settled)
    view.focus_first()
    index = view._list.currentIndex()
    index.data(DOWNLOAD_ROLE)
    downloads = Downloads.of(stage.session)
    stage.settle(lambda: downloads.is_settled and index.data(DOWNLOAD_ROLE) is not None)
    assert index.data(DOWNLOAD_ROLE).kind == "offered"
    assert "In the archive" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert view._preview.stand.button.isVisible()
    assert not view._preview._read.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: state_words(stage, ids[0]) == "wanted" and not downloads.is_running)
    assert told == []
    assert downloads.error is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: state_words(stage, ids[0]) == "offered")


def test_a_failed_fetch_is_told_on_the_page_and_nowhere_else(stage: Stage) -> None:
    connect_with(stage, ArchiveUnreachableError("https://archief.example", "timed_out"))
    page = at(stage, "papers").papers
    page.edition_rows[0].fetch.click()
    downloads = Downloads.of(stage.session)
    stage.settle(lambda: downloads.error is not None and page.is_settled)
    assert "took too long" in page.error.accessibleName()


def test_sizes_are_said_before_anything_is_fetched(stage: Stage) -> None:
    connect_with(stage)
    page = at(stage, "papers").papers
    assert "all 8 (11 MB)" in page.fetch_all.text()
    assert "are free on this disk" in page._second.text()
    assert any("Download (" in row.fetch.text() for row in page.edition_rows)


def test_a_paper_that_is_not_here_is_described_and_opens_when_it_comes(stage: Stage) -> None:
    ids = connect_with(stage)
    stage.session.go("reader", contribution=ids[0])
    view = stage.window.view("reader")
    assert isinstance(view, ReadingView)
    stage.settle(lambda: view._absence.contribution == ids[0] and Downloads.of(stage.session).is_settled)
    page = view._absence.page
    assert view.title() == page._title.text() == "A reading club for teachers"
    assert page.stand.button.text().startswith("Download (1 MB)")
    page.stand.button.click()
    stage.settle(lambda: not view._absence.contribution)
    assert view.reader is not None
    assert view.reader.current == ids[0]


def test_a_withdrawn_paper_says_why_and_offers_nothing_to_fetch(stage: Stage) -> None:
    absent_withdrawn(stage)
    view = stage.window.view("reader")
    assert isinstance(view, ReadingView)
    page = view._absence.page
    assert "De auteur heeft een fout in de metingen gevonden." in page.stand.words
    assert page.stand.button.isHidden()


def test_removing_here_keeps_the_paper_known_and_says_what_was_freed(stage: Stage) -> None:
    ids = connect_with(stage)
    told: list[Any] = []
    stage.session.told.connect(told.append)
    Downloads.of(stage.session).remove_here([ids[10]])
    stage.settle(lambda: bool(told))
    assert "is free again" in told[0].text
    stage.settle(lambda: state_words(stage, ids[10]) == "offered")
    assert stage.session.kennisbank.catalogue.get(ids[10]).files == ()


def test_the_details_say_how_it_stands_and_offer_what_fits(stage: Stage) -> None:
    ids = connect_with(stage)
    stage.session.go("details", contribution=ids[10])
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    stage.settle(lambda: Downloads.of(stage.session).is_settled and view.remove_here.isVisible())
    assert view.read.isVisible()
    assert view.stand.words == "On this computer"
    view.remove_here.click()
    stage.settle(lambda: view.stand.button.isVisible() and not view.read.isVisible())
    assert view.stand.words.startswith("In the archive")
    assert not view.remove_here.isVisible()
