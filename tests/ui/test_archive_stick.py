"""An archive on a stick: its fingerprint is shown and confirmed before anything is taken."""

from pathlib import Path

from kennisbank.errors import StickError
from kennisbank.services.stick import Standing, StickInfo
from kennisbank.ui.views.archive_stick import StickCard
from kennisbank.ui.widgets.text import Text
from tests.fakes import FakeAccounts, FakeSticks
from tests.ui.recipes.archive import INFO, at, connected
from tests.ui.recipes.recipe import Stage

FOLDER = Path("/stick")
FINGERPRINT = "630d cd29 66c4 3366 9112 5448 bbb2 5b4f"


def stick(standing: Standing) -> StickInfo:
    return StickInfo(
        FOLDER, "archive-1", INFO.name, "2026-11-01", 12, "epoch-1", (), 1512, 300, 10**9, FINGERPRINT, "", standing
    )


def card_on(stage: Stage, sticks: FakeSticks) -> StickCard:
    stage.session.kennisbank.sticks = sticks  # type: ignore[assignment]
    connected(stage, FakeAccounts(INFO))
    stage.session.go("archive", section="stick")
    card = at(stage, "stick").connecting.stick
    assert card.open.hasFocus()
    card.look_at(FOLDER)
    stage.settle()
    return card


def test_an_unknown_stick_shows_its_fingerprint_and_is_taken_from_once_confirmed(stage: Stage) -> None:
    sticks = FakeSticks(stick("new"))
    card = card_on(stage, sticks)
    shown = " ".join(text.text() for text in card.ask.findChildren(Text))
    assert card.ask.isVisible()
    assert FINGERPRINT in shown
    assert "1,512 contributions" in shown
    assert sticks.confirmed == []
    card.ask.yes.click()
    stage.settle(card.said.isVisible)
    assert sticks.confirmed == [FINGERPRINT]
    assert "3 new" in card.said.text()


def test_leaving_it_takes_nothing(stage: Stage) -> None:
    sticks = FakeSticks(stick("new"))
    card = card_on(stage, sticks)
    card.ask.no.click()
    assert card.ask.isHidden()
    assert sticks.confirmed == []


def test_a_stick_of_the_known_archive_needs_no_question(stage: Stage) -> None:
    sticks = FakeSticks(stick("newer"))
    card = card_on(stage, sticks)
    stage.settle(card.said.isVisible)
    assert sticks.confirmed == [""]


def test_what_is_wrong_with_a_stick_is_said(stage: Stage) -> None:
    card = card_on(stage, FakeSticks(error=StickError(FOLDER, "wrong_signature")))
    assert "something on it was changed" in card.error.accessibleName()
