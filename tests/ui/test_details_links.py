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


def test_links_open_outside_and_are_checked_only_when_asked(
    qtbot: QtBot, details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, view = details
    links, asked, opened = view.links, [], []
    answer = ProbeAnswer("unreachable", is_offline=True)
    monkeypatch.setattr(LinkProbe, "ask", lambda _self, uri: (asked.append(uri), answer)[1])
    monkeypatch.setattr(JobContext, "pause", lambda _self, _seconds: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    first = next(each for each in links.controls if each.isVisible())
    assert first.accessibleName() == f"https://doi.org/{DOI}"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    stage.settle()
    assert (opened, asked) == ([f"https://doi.org/{DOI}"], [])
    links.check.click()
    assert links.progress.isVisible()
    stage.settle(lambda: links.is_settled)
    assert "no network" in links._hint.text()
    assert badges(links) == []
    answer = ProbeAnswer("gone", 404)
    links.check.click()
    stage.settle(lambda: links.is_settled)
    assert badges(links) == ["Gone"] * sum(link.can_be_checked for link in links._links)
    assert "checked: today" in links.controls[0].accessibleDescription()


def test_a_check_can_be_cancelled_and_the_mark_is_set_by_key_and_menu(
    qtbot: QtBot, details: tuple[Stage, DetailsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, view = details

    def wait(_self: LinkService, _contribution: object, ctx: JobContext) -> None:
        ctx.pause(60)

    monkeypatch.setattr(LinkService, "check", wait)
    view.links.check.click()
    view.links.progress.cancel_asked.emit()
    stage.settle(lambda: view.links.is_settled)
    assert view.links.check.isVisible()
    qtbot.keyClick(view.read, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: view.mark.text() == "To read")
    view.mark.states_menu.actions()[2].trigger()
    stage.settle(lambda: ReadingStates.of(stage.session).state(view._id) == "read")
