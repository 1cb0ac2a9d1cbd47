"""What is typed among the reactions of readers is there again: on the way back, after a restart, beside news."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import Comment
from kennisbank.ui.controllers import voices as voices_controller
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.voices.comment_card import CommentCard
from kennisbank.ui.voices.panel import VoicesPanel
from tests.ui.archive_window import window_on
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import connected, in_
from tests.ui.recipes.feedback import log_in
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.voices import open_details, said
from tests.ui.test_feedback import words
from tests.ui.test_voices import cards

ENTER = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def stage(make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Return a window of a reader who has an account, and whose words wait."""
    monkeypatch.setattr(voices_controller.Feedback, "send_now", lambda _self: None)
    made = make_stage("example")
    log_in(made)
    return made


def kept(stage: Stage) -> dict[tuple[str, str], dict[str, str]]:
    return {(each.kind, each.about): dict(each.words) for each in stage.session.kennisbank.drafts.all()}


def card(panel: VoicesPanel, name: str) -> CommentCard:
    return next(each for each in panel.comments.all if each.comment.id == name)


def other(stage: Stage, paper: Contribution) -> Contribution:
    return next(each for each in stage.session.kennisbank.catalogue.all() if each.id != paper.id)


def opened(stage: Stage, paper: Contribution) -> VoicesPanel:
    panel = open_details(stage, paper)
    stage.settle(lambda: panel._read.contribution is not None and panel._read.contribution.id == paper.id)
    return panel


def test_what_is_typed_is_there_on_the_way_back_and_in_the_next_window_and_is_never_sent(stage: Stage) -> None:
    paper = said(stage)
    panel = opened(stage, paper)
    QTest.keyClicks(panel.field.edit, "Heeft iemand dit met")
    card(panel, "c1").begin("answer")
    QTest.keyClicks(card(panel, "c1").field.edit, "Ook met")
    card(panel, "c2").begin("report")
    QTest.keyClicks(card(panel, "c2").field.edit, "Dit is")
    panel.propose.begin()
    panel.propose.which.setCurrentIndex(2)
    panel.propose.value.setPlainText("toetsing")
    QTest.keyClicks(panel.propose.reason, "Staat op")
    panel.tags.add.click()
    QTest.keyClicks(panel.tags.field, "forma")
    opened(stage, other(stage, paper))
    assert (panel.field.edit.text, panel.propose.is_unfolded, panel.tags.field.text()) == ("", False, "")
    assert kept(stage) == {
        ("comment", ""): {"text": "Heeft iemand dit met"},
        ("comment", "c1"): {"text": "Ook met"},
        ("report", "c2"): {"text": "Dit is"},
        ("proposal", "keywords"): {"value": "toetsing", "reason": "Staat op"},
        ("proposal", "tag"): {"value": "forma"},
    }
    _stands_there(opened(stage, paper))
    with window_on(stage.session.kennisbank.paths.home) as again:  # as it is found after a kill: nothing was closed
        connected(again, in_())
        panel = opened(again, paper)
        _stands_there(panel)
        assert "Draft saved at" in panel.field.stand.text
    with stage.session.kennisbank.library.read() as tx:
        assert tx.acts.of(tx.viewer, ("queued", "sent")) == []


def _stands_there(panel: VoicesPanel) -> None:
    assert panel.field.edit.text == "Heeft iemand dit met"
    assert card(panel, "c1").field.edit.text == "Ook met"
    assert (card(panel, "c2").purpose, card(panel, "c2").field.edit.text) == ("report", "Dit is")
    assert (panel.propose.field, panel.propose.value.toPlainText(), panel.propose.reason.text()) == (
        "keywords",
        "toetsing",
        "Staat op",
    )
    assert panel.tags.field.text() == "forma"
    for shown in (panel.field, card(panel, "c1").field, card(panel, "c2").field, panel.propose.value, panel.tags.field):
        assert shown.isVisible()


def test_sending_emptying_and_leaving_remove_the_draft_and_leaving_can_be_undone(qtbot: QtBot, stage: Stage) -> None:
    paper = said(stage)
    panel = opened(stage, paper)
    told = []
    stage.session.told.connect(told.append)
    QTest.keyClicks(panel.field.edit, "Mooi.")
    panel.flush()
    stage.settle(lambda: bool(kept(stage)))
    qtbot.keyClick(panel.field.edit, *ENTER)
    stage.settle(lambda: len(cards(panel)) == 3 and panel.field.edit.text == "")
    assert kept(stage) == {}
    first = card(panel, "c1")
    first.begin("answer")
    QTest.keyClicks(first.field.edit, "Ja")
    first.flush()
    stage.settle(lambda: bool(kept(stage)))
    first.field.edit.selectAll()
    qtbot.keyClick(first.field.edit, Qt.Key.Key_Delete)
    qtbot.keyClick(first.field.edit, Qt.Key.Key_Escape)
    stage.settle(lambda: not kept(stage))
    assert not first.is_unfolded
    panel.propose.begin()
    panel.propose.value.setPlainText("Een andere titel")
    panel.propose._leave.click()
    stage.settle(lambda: bool(told))
    assert (kept(stage), panel.propose.is_unfolded) == ({}, False)
    told[-1].action()
    stage.settle(lambda: panel.propose.is_unfolded)
    assert panel.propose.value.toPlainText() == "Een andere titel"
    panel.propose.send.click()
    stage.settle(lambda: len(panel.proposals.rows.cards) == 1)
    assert (kept(stage), panel.propose.is_unfolded) == ({}, False)


def test_each_field_that_is_to_be_corrected_keeps_its_own_words(stage: Stage) -> None:
    panel = opened(stage, said(stage))
    form = panel.propose
    form.begin()
    title = form.value.toPlainText()
    form.value.setPlainText("Een andere titel")
    form.which.setCurrentIndex(2)
    form.reason.setText("Er mist er een")
    form.which.setCurrentIndex(0)
    assert (form.value.toPlainText(), form.reason.text()) == ("Een andere titel", "")
    form.value.setPlainText(title)
    form.which.setCurrentIndex(2)
    assert form.reason.text() == "Er mist er een"
    stage.settle(lambda: set(kept(stage)) == {("proposal", "keywords")})


def test_news_and_folding_leave_what_is_being_written_where_it_is(qtbot: QtBot, stage: Stage) -> None:
    paper = said(stage)
    panel = opened(stage, paper)
    first = card(panel, "c1")
    first.begin("answer")
    QTest.keyClicks(first.field.edit, "Bij mij ook")
    assert stage.window.focusWidget() is first.field.edit
    _comes(stage, paper, "c8")
    stage.settle(lambda: any(each.comment.id == "c8" for each in panel.comments.all))
    again = card(panel, "c1")
    assert again is not first
    assert stage.window.focusWidget() is again.field.edit
    QTest.keyClicks(again.field.edit, ", in vmbo")
    assert again.field.edit.text == "Bij mij ook, in vmbo"
    qtbot.keyClick(again.field.edit, Qt.Key.Key_Escape)
    _comes(stage, paper, "c9")
    stage.settle(lambda: any(each.comment.id == "c9" for each in panel.comments.all))
    assert not card(panel, "c1").is_unfolded
    card(panel, "c1").begin("answer")
    assert card(panel, "c1").field.edit.text == "Bij mij ook, in vmbo"


def test_what_waits_and_is_taken_back_stands_in_its_field_again(stage: Stage) -> None:
    panel = opened(stage, said(stage))
    panel.field.sent.emit("Eerst dit.")
    stage.settle(lambda: len(cards(panel)) == 3)
    QTest.keyClicks(panel.field.edit, "Toen dat.")
    own = cards(panel)[-1]
    own.withdrawn.emit(own.comment.id)
    stage.settle(lambda: panel.field.edit.text == "Eerst dit.\n\nToen dat.")
    assert len(cards(panel)) == 2


def test_an_answer_to_a_comment_that_went_becomes_a_comment_by_itself(stage: Stage) -> None:
    paper = said(stage)
    panel = opened(stage, paper)
    QTest.keyClicks(panel.field.edit, "Mooi.")
    _comes(stage, paper, "c7")
    stage.settle(lambda: any(each.comment.id == "c7" for each in panel.comments.all))
    card(panel, "c7").begin("answer")
    QTest.keyClicks(card(panel, "c7").field.edit, "Eens.")
    kennisbank = stage.session.kennisbank
    with kennisbank.library.write() as tx:
        tx.comments.take_away({"c7": ("withdrawn", "")})
        changes = tx.changes
    stage.session.changed_by(changes)
    stage.settle(lambda: panel.field.edit.text == "Mooi.\n\nEens.")
    stage.settle(lambda: kept(stage) == {("comment", ""): {"text": "Mooi.\n\nEens."}})


def test_who_logs_in_next_sees_nothing_of_it(stage: Stage) -> None:
    panel = opened(stage, said(stage))
    QTest.keyClicks(panel.field.edit, "Van Anna")
    panel.flush()
    stage.settle(lambda: bool(kept(stage)))
    with stage.session.kennisbank.library.write() as tx:
        tx.connection.exec_driver_sql("UPDATE accounts SET is_current = 0")
    connected(stage, in_(account=None))
    ArchiveReading.of(stage.session).read()
    stage.settle(lambda: panel.field.edit.text == "")
    assert kept(stage) == {}
    assert "Van Anna" not in words(panel)


def _comes(stage: Stage, paper: Contribution, name: str) -> None:
    """Let somebody else say something."""
    with stage.session.kennisbank.library.write() as tx:
        comment = Comment(name, paper.id, "K. Oosterzee", "student", "Ik ook.", "2026-11-05T10:00:00+01:00")
        tx.comments.put([(comment, "")])
        changes = tx.changes
    stage.session.changed_by(changes)
