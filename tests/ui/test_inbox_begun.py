"""What an author began in a thread is kept: the file, what was chosen and why, the question to the maintainer."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kennisbank.ui.inbox import inbox_acts
from kennisbank.ui.inbox.inbox_acts import InboxActs
from kennisbank.ui.inbox.reply_box import ReplyBox
from kennisbank.ui.views.inbox import InboxView
from tests.ui.archive_window import window_on
from tests.ui.conftest import MakeStage
from tests.ui.inbox_library import known, log_in, rest, settled
from tests.ui.recipes import inbox as recipes
from tests.ui.recipes.recipe import Stage
from tests.ui.test_inbox import opened


@pytest.fixture
def stage(make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Return a window of an author to whom six readers wrote."""
    monkeypatch.setattr(inbox_acts.Syncing, "sync", lambda _self: None)
    made = make_stage("example")
    recipes.fill(made)
    return made


def drop(reply: ReplyBox, *paths: Path) -> bool:
    """Drag files to where one answers, and let go of them there; tell whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *buttons)
    reply.dragEnterEvent(entering)
    if entering.isAccepted():
        reply.dropEvent(QDropEvent(QPointF(5, 5), *buttons))
    return entering.isAccepted()


def test_a_file_is_chosen_or_dropped_shown_left_out_and_goes_with_the_answer(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, inbox = opened(stage, "t2"), stage.session.kennisbank.inbox
    reply = view.pane.reply
    file, program = tmp_path / "tabel.csv", tmp_path / "tabel.exe"
    file.write_text("a;b\n1;2\n")
    program.write_bytes(b"MZ" + bytes(200))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(program), ""))
    reply.file.add.click()
    stage.settle(lambda: bool(reply.file.error.accessibleName()))
    assert "pass" in reply.file.error.accessibleName() or "kind" in reply.file.error.accessibleName()
    assert inbox.reply_file(known("t2")) is None
    assert drop(reply, file, program)
    assert "zip" in reply.file.error.accessibleName()
    assert not drop(reply)
    assert drop(reply, file)
    stage.settle(lambda: reply.file.attachment is not None)
    assert reply.file.error.accessibleName() == ""
    assert (reply.file._name.text, reply.file.add.isVisible()) == ("tabel.csv, 8 bytes", False)
    reply.file.leave_out.click()
    stage.settle(lambda: reply.file.attachment is None)
    drop(reply, file)
    stage.settle(lambda: reply.file.attachment is not None)
    reply.submit()
    assert reply.error.accessibleName()
    assert inbox.thread(known("t2")).messages[-1].attachment is None
    reply.field.setPlainText("Zie de tabel.")
    reply.submit()
    stage.settle(lambda: inbox.thread(known("t2")).messages[-1].text == "Zie de tabel." and view.is_settled)
    sent = inbox.thread(known("t2")).messages[-1].attachment
    assert sent is not None
    assert sent.name == "tabel.csv"
    assert reply.file.attachment is None


def test_file_reason_and_question_are_there_in_the_next_window(stage: Stage, tmp_path: Path) -> None:
    view = opened(stage, "t2")
    file = tmp_path / "tabel.csv"
    file.write_text("a;b\n")
    drop(view.pane.reply, file)
    view.pane.reply.choices["declined"].setChecked(True)
    QTest.keyClicks(view.pane.reply.reason, "Dit past niet, want")
    view.pane.reply.ask.click()
    QTest.keyClicks(view.pane.maintainer.field, "Is dit")
    view = opened(stage, "t5")
    assert (view.pane.reply.choice, view.pane.reply.file.attachment) == ("answered", None)
    view.pane.reply.ask.click()
    assert view.pane.maintainer.field.text() == ""
    stage.settle(lambda: len(stage.session.kennisbank.drafts.all()) == 2)
    with window_on(stage.session.kennisbank.paths.home) as again:  # as it is found after a kill: nothing was closed
        log_in(again.session.kennisbank)
        _stands_there(again)


def _stands_there(stage: Stage) -> None:
    settled(stage)
    view = opened(stage, "t2")
    assert isinstance(view, InboxView)
    rest(stage, view)
    reply = view.pane.reply
    assert (reply.choice, reply.reason.toPlainText()) == ("declined", "Dit past niet, want")
    assert reply.file.attachment is not None
    assert reply.file.attachment.name == "tabel.csv"
    reply.ask.click()
    assert view.pane.maintainer.field.text() == "Is dit"
    QTest.keyClicks(view.pane.maintainer.field, " netjes?")
    view.pane.maintainer.send.click()
    reply.field.setPlainText("Zie de tabel.")
    reply.submit()
    kennisbank = stage.session.kennisbank
    stage.settle(lambda: kennisbank.drafts.all() == () and kennisbank.inbox.thread(known("t2")).state == "declined")
    sent = kennisbank.inbox.thread(known("t2"))
    assert (sent.reason, sent.messages[-1].text) == ("Dit past niet, want", "Zie de tabel.")
    assert sent.messages[-1].attachment is not None
    InboxActs.of(stage.session).take_back(known("t2"))
    rest(stage, view)
    stage.settle(lambda: reply.field.text() == "Zie de tabel." and reply.file.attachment is not None)
    assert (reply.choice, reply.reason.toPlainText()) == ("declined", "Dit past niet, want")
