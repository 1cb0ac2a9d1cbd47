"""The rail: whatever the size of the letters, every view can be reached in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.frame.rail import Rail
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def rail(stage: Stage) -> Rail:
    """Return the rail of somebody who is an author and a maintainer."""
    facts = RailFacts.of(stage.session)
    facts.tell("inbox", count=3)
    facts.tell("desk", count=120)
    return stage.window.findChild(Rail)


@pytest.fixture
def large(look: Appearance) -> Iterator[None]:
    """Letters of twice the size."""
    look.choose("light", 200)
    yield
    look.choose("light", 100)


@pytest.mark.usefixtures("large")
def test_with_letters_of_twice_the_size_every_view_stands_in_the_rail_or_is_scrolled_to(
    stage: Stage, rail: Rail
) -> None:
    for height in (900, 600):
        stage.window.resize(1280, height)
        stage.settle()
        rail.shown[0].setFocus()
        for button in rail.shown:
            assert button.hasFocus()
            place = QRect(button.mapTo(rail, QPoint(0, 0)), button.size())
            assert rail.rect().contains(place), (button.entry.name, height)
            QTest.keyClick(button, Qt.Key.Key_Down)
        assert rail.shown[0].hasFocus()


def test_views_stand_roomily_where_there_is_room_and_say_how_much_waits(stage: Stage, rail: Rail) -> None:
    stage.window.resize(1280, 900)
    stage.settle()
    names = {button.entry.name: button.accessibleName() for button in rail.shown}
    assert names["inbox"] == "Inbox, 3 open"
    assert len({button.height() for button in rail.shown}) == 1
    high = rail.shown[0].height()
    stage.window.resize(1280, 560)
    stage.settle()
    assert rail.shown[0].height() < high
