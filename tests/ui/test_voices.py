"""The reactions of readers: stars, tags, comments and proposals, by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kennisbank.domain.correspondence import Reception
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.voices.comment_card import CommentCard
from kennisbank.ui.voices.panel import VoicesPanel
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import connected, in_
from tests.ui.recipes.feedback import log_in
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.voices import open_details, said
from tests.ui.test_feedback import words


def cards(panel: VoicesPanel) -> list[CommentCard]:
    return [card for card in panel.comments.cards if isinstance(card, CommentCard)]


def reception(stage: Stage, panel: VoicesPanel) -> Reception:
    return stage.session.kennisbank.voices.reception(panel.voices.contribution)


def test_stars_are_a_group_of_radio_buttons_and_one_s_vote_can_be_changed_and_taken_back(
    qtbot: QtBot, make_stage: MakeStage
) -> None:
    stage = make_stage("example")
    log_in(stage)
    panel = open_details(stage, said(stage))
    vote = panel.stars.vote
    assert panel.stars.words.text() == "4.1  •  12 votes"
    assert {QAccessible.queryAccessibleInterface(each).role() for each in vote.stars} == {QAccessible.Role.RadioButton}
    assert vote.stars[2].accessibleName() == "3 stars"
    qtbot.mouseClick(vote.stars[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reception(stage, panel).own == 3)
    stage.settle()
    vote.stars[2].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(vote.stars[2], Qt.Key.Key_Right)
    assert vote.stars[3].isChecked()
    qtbot.waitUntil(lambda: reception(stage, panel).own == 4)
    stage.settle()
    assert panel.stars.words.text() == "4.1  •  13 votes"
    vote.back.click()
    qtbot.waitUntil(lambda: reception(stage, panel).own == 0)
    stage.settle(lambda: panel.stars.words.text() == "4.1  •  12 votes")
    other = next(each for each in stage.session.kennisbank.catalogue.all() if each.id != panel.voices.contribution)
    open_details(stage, other)
    stage.settle(lambda: panel._read.contribution is not None and panel._read.contribution.id == other.id)
    assert panel.stars.words.text() == "Not rated yet"


def test_a_comment_is_answered_reported_and_taken_back_and_a_hidden_one_says_why(
    qtbot: QtBot, make_stage: MakeStage
) -> None:
    stage = make_stage("example")
    log_in(stage)
    panel = open_details(stage, said(stage))
    assert "Hidden by the maintainer: Noemt een leerling bij naam." in words(panel)
    QTest.keyClicks(panel.field.edit, "Heeft iemand dit met havo gedaan?")
    qtbot.keyClick(panel.field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: len(cards(panel)) == 3)
    own = cards(panel)[-1]
    assert own.comment.state == "queued"
    first = cards(panel)[0]
    first.begin("answer")
    QTest.keyClicks(first.field.edit, "Ja, in 4 havo.")
    qtbot.keyClick(first.field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: len(cards(panel)[0].answers) == 2)
    cards(panel)[-1].withdrawn.emit(own.comment.id)
    stage.settle(lambda: len(cards(panel)) == 2)
    first = cards(panel)[0]
    first.begin("report")
    first.field.sent.emit("Dit is reclame.")
    stage.settle()
    said_now = [each[0].body for each in _acts(stage) if each[0].kind == "report"]
    assert [body["words"] for body in said_now] == ["Dit is reclame."]


def test_a_tag_and_a_correction_are_proposed_and_what_becomes_of_them_is_shown(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    log_in(stage)
    panel = open_details(stage, said(stage))
    panel.tags.add.click()
    panel.tags.field.setText("formatief")
    panel.tags.field.returnPressed.emit()
    stage.settle(lambda: panel.tags._waiting == ("formatief",))
    panel.propose.open.click()
    panel.propose.which.setCurrentIndex(1)
    panel.propose.value.setPlainText("Siân Pritchard")
    panel.propose.send.click()
    stage.settle(lambda: len(panel.proposals.rows.cards) == 2)
    assert "Authors: Siân Pritchard" in words(panel.proposals)
    (authors,) = [each for each in panel._read.proposals if each.field == "authors"]
    panel.proposals.withdrawn.emit(authors.id)
    stage.settle(lambda: len(panel.proposals.rows.cards) == 1)


def test_a_visitor_sees_all_of_it_and_the_way_to_an_account(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    connected(stage, in_(account=None, ever=[]))
    panel = open_details(stage, said(stage))
    assert "you need an account" in panel.banner.text
    assert panel.field.isHidden()
    panel.banner.button.click()
    stage.settle(lambda: isinstance(stage.window.current_view, ArchiveView))


def _acts(stage: Stage) -> list[tuple[object, ...]]:
    with stage.session.kennisbank.library.read() as tx:
        return [(each,) for each in tx.acts.all(("report",), ("queued",))]
