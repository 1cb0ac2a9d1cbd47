"""The links of a contribution in its details: opened outside, and checked only when asked."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from kennisbank.net.link_probe import LinkProbe, ProbeAnswer
from kennisbank.services.link_check import LinkService
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.details_links import DetailsLinks
from kennisbank.ui.widgets.labels import Badge
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage

DOI = "10.1000/an.example"


@pytest.fixture
def details(make_stage: MakeStage) -> tuple[Stage, DetailsView]:
    stage = make_stage("example", "links")
    kennisbank = stage.session.kennisbank
    paper = kennisbank.catalogue.all()[0]
    kennisbank.catalogue.edit(paper.id, {"doi": DOI})
    stage.session.go("details", contribution=paper.id)
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    stage.settle(lambda: view.links.isVisible() and view.links.is_settled)
    return stage, view


def badges(links: DetailsLinks) -> list[str]:
    return [
        each.accessibleName()
        for each in links._card.findChildren(Badge)
        if not each.isHidden() and each.parentWidget().isVisible()
    ]


def test_a_link_opens_outside_and_nothing_is_asked_before_that_is_wanted(
    qtbot: QtBot, details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, view = details
    asked: list[str] = []
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, uri: (asked.append(uri), ProbeAnswer("ok", 200))[1])
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    first = next(each for each in view.links.controls if each.isVisible())
    assert first.accessibleName() == f"https://doi.org/{DOI}"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened == [f"https://doi.org/{DOI}"]
    stage.settle()
    assert asked == []


def test_checking_says_what_became_of_each_link(
    qtbot: QtBot, details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, view = details
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, _uri: ProbeAnswer("gone", 404))
    monkeypatch.setattr(JobContext, "pause", lambda _self, _seconds: None)
    assert badges(view.links) == []
    view.links.check.click()
    assert view.links.progress.isVisible()
    stage.settle(lambda: view.links.is_settled)
    count = sum(link.can_be_checked for link in view.links._links)
    assert badges(view.links) == ["Gone"] * count
    assert "checked: today" in view.links.controls[0].accessibleDescription()


def test_without_a_network_that_is_said(details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch) -> None:
    stage, view = details
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, _uri: ProbeAnswer("unreachable", is_offline=True))
    monkeypatch.setattr(JobContext, "pause", lambda _self, _seconds: None)
    view.links.check.click()
    stage.settle(lambda: view.links.is_settled)
    assert "no network" in view.links._hint.text()
    assert badges(view.links) == []


def test_a_check_can_be_cancelled(details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch) -> None:
    stage, view = details

    def wait(_self: LinkService, _contribution: object, ctx: JobContext) -> None:
        ctx.pause(60)

    monkeypatch.setattr(LinkService, "check", wait)
    view.links.check.click()
    view.links.progress.cancel_asked.emit()
    stage.settle(lambda: view.links.is_settled)
    assert view.links.check.isVisible()


def test_the_mark_is_set_in_the_details_too(qtbot: QtBot, details: tuple[Stage, DetailsView]) -> None:
    stage, view = details
    qtbot.keyClick(view.read, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: view.mark.text() == "To read")
    view.mark.states_menu.actions()[2].trigger()
    stage.settle(lambda: ReadingStates.of(stage.session).state(view._id) == "read")
