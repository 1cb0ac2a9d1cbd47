"""Feedback to the authors: kept as it is written, sent when that is possible, and what becomes of it is seen."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.config.paths import Paths
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.correspondence import ThreadRow
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.library.library import Library
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.rail_facts import RailFacts
from kennisbank.ui.reader.selection import Selection, TextPoint
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.views.start import StartView
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text
from tests.conftest import REPOSITORY
from tests.fakes import FakeSyncing
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import LINK, connected, in_
from tests.ui.recipes.feedback import (
    YOU,
    log_in,
    message,
    open_paper,
    put_thread,
    reactions_of,
    some_threads,
    write_on,
)
from tests.ui.recipes.margin import a_paper, margin_of, words_on
from tests.ui.recipes.recipe import Stage

UNREACHABLE = replace(LINK, outcome="ArchiveUnreachableError", detail="unreachable")
TEXT = "Zal ik mijn versie delen?"


def mine(stage: Stage) -> tuple[ThreadRow, ...]:
    return stage.session.kennisbank.feedback.mine()


def words(area: QWidget) -> str:
    return " | ".join(text.text() for text in area.findChildren(Text) if text.isVisible())


def test_killed_while_writing_the_draft_is_there_and_writing_need_not_pause_for_that(tmp_path: Path) -> None:
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.feedback_process", str(tmp_path / "home")],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    saved = []
    try:
        assert typing.stdout is not None
        for line in typing.stdout:
            saved.append(int(line.split()[1]))
            if len(saved) == 3:
                break
    finally:
        os.kill(typing.pid, signal.SIGKILL)
        typing.communicate()
    with Library.open(Paths.of(tmp_path / "home")) as library, library.read() as tx:
        (draft,) = tx.acts.all(("feedback",), ("draft",))
    assert draft.body["text"].startswith("a" * saved[-1])


class Carrying(FakeSyncing):
    """An archive that can't be reached, until it can: then it takes what waits, and tells of it."""

    stage: Stage
    is_reachable = False

    def run(self, ctx: JobContext, *, accept_removals: bool = False) -> SyncOutcome:
        self.runs.append(accept_removals)
        if not self.is_reachable:
            return SyncOutcome()
        (row,) = mine(self.stage)
        sent = message(9, YOU, row.start, "2026-11-22")
        put_thread(self.stage, row.id, row.contribution, 9, kind=row.kind, state="no_author", messages=(sent,))
        return SyncOutcome(sent=1, changes=ChangeSet((Change("mailbox", row.id, "added"),)))


def test_written_offline_by_keyboard_alone_it_waits_and_its_receipt_moves(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example")
    syncing = Carrying()
    syncing.stage = stage
    log_in(stage, syncing, linked=UNREACHABLE)
    paper = a_paper(stage)
    pane, feedback = open_paper(stage, paper)
    first, last = words_on(stage, paper, 2)[60], words_on(stage, paper, 2)[70]
    pane.view.setFocus()
    pane.view.select(Selection(TextPoint(1, first[0]), TextPoint(1, last[1])))
    qtbot.keyClick(pane.view, Qt.Key.Key_F)
    sheet = feedback.side.sheet
    stage.settle(lambda: sheet.drafting.draft is not None and sheet.drafting.draft.anchor is not None)
    assert sheet.body.message.hasFocus()
    assert "Passage on page 2" in words(sheet)
    assert feedback.lead.isVisible()
    bar = sheet.findChildren(Scroll)[0].verticalScrollBar()
    sheet.body.setMinimumHeight(3000)
    stage.settle(lambda: bar.maximum() > 1000)
    bar.setValue(bar.maximum())
    assert not feedback.lead.isVisible(), "its end is out of sight"
    bar.setValue(0)
    assert feedback.lead.isVisible()
    sheet.body.setMinimumHeight(0)
    assert not feedback.side.geometry().intersects(pane._column.geometry())
    assert "You are offline" in sheet.body.banner.text
    assert sheet.foot.send.text() == "Put in the outbox"
    qtbot.keyClick(sheet.body.message, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Write your message first" in sheet.body.error.accessibleName()
    QTest.keyClicks(sheet.body.message, TEXT)
    stage.settle(lambda: sheet.drafting.saving == "saved")
    assert sheet.body.stand.text.startswith("Draft saved at")
    sheet.body.kinds.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sheet.body.kinds.cards[0], Qt.Key.Key_Right)
    assert sheet.body.kinds.kind == "correction"
    role = QAccessible.queryAccessibleInterface(sheet.body.kinds.cards[1])
    assert role.role() == QAccessible.Role.RadioButton
    told = []
    stage.session.told.connect(told.append)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: not feedback.side.isVisible())
    assert pane.view.hasFocus()
    (row,) = mine(stage)
    assert (row.state, row.kind) == ("queued", "correction")
    assert feedback.threads is not None
    stage.settle(lambda: len(feedback.threads.anchors) == 1)  # type: ignore[union-attr]
    told[-1].action()
    stage.settle(lambda: sheet.isVisible() and sheet.drafting.draft is not None)
    assert sheet.body.message.text == TEXT
    sheet.send()
    stage.settle(lambda: [each.state for each in mine(stage)] == ["queued"])
    view = reactions_of(stage)
    assert "In the outbox" in str(view.feedback.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)) or (
        "waits in the outbox" in str(view.feedback.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    )
    syncing.is_reachable = True
    qtbot.keyClick(view.feedback.list, Qt.Key.Key_F5)
    stage.settle(lambda: bool(view.feedback.list.current) and view.feedback.list.current.state == "no_author")
    stage.settle(lambda: "None of the authors is known" in words(view.feedback.thread_view))


def test_without_an_account_the_text_is_kept_and_the_way_to_one_is_shown(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example")
    connected(stage, in_(account=None, ever=[]))
    paper = a_paper(stage)
    feedback = write_on(stage, paper, text=TEXT)
    sheet = feedback.side.sheet
    assert "you need an account" in sheet.body.banner.text
    qtbot.keyClick(sheet.body.message, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: isinstance(stage.window.current_view, ArchiveView))
    assert [each.state for each in mine(stage)] == ["draft"]
    stage.session.go("reader", contribution=paper.id, draft=mine(stage)[0].id)
    stage.settle(lambda: sheet.isVisible() and sheet.drafting.draft is not None)
    assert sheet.body.message.text == TEXT
    told = []
    stage.session.told.connect(told.append)
    sheet.foot.discard.click()
    stage.settle(lambda: bool(told))
    assert mine(stage) == ()
    told[-1].action()
    stage.settle(lambda: len(mine(stage)) == 1 and sheet.isVisible())
    feedback.begin()  # the unsent one is gone on with
    stage.settle(lambda: sheet.drafting.draft is not None and sheet.drafting.draft.text == TEXT)


def test_a_thread_stands_at_its_passage_and_is_answered_beside_the_page(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = make_stage("example")
    pane, feedback = open_paper(stage, some_threads(stage))
    stage.settle(lambda: feedback.threads is not None and len(feedback.threads.anchors) == 2)
    stage.settle(lambda: RailFacts.of(stage.session).known.get("reactions") == (True, 2))
    margin = margin_of(pane)
    cards = [card for card in margin.strip.cards if card.id.startswith("thread:")]
    assert [card.accessibleName().split(",")[0] for card in cards]
    assert "Adopted in version 2" in cards[0].accessibleName()
    cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cards[0], Qt.Key.Key_Return)
    thread = feedback.side.thread_sheet.view
    stage.settle(lambda: thread.shown_thread is not None and thread.reply.edit.hasFocus())
    assert "Adopted in version 2." in words(thread)
    stage.settle(lambda: RailFacts.of(stage.session).known.get("reactions") == (True, 1))
    QTest.keyClicks(thread.reply.edit, "Mooi, dank.")
    qtbot.waitUntil(lambda: thread.reply.stand.text.startswith("Draft saved"))
    thread.show_thread("t2")
    stage.settle(lambda: thread.shown_thread is not None and thread.shown_thread.id == "t2")
    thread.show_thread("t1")
    stage.settle(lambda: thread.reply.edit.text == "Mooi, dank.")
    qtbot.keyClick(thread.reply.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle(lambda: thread.shown_thread is not None and len(thread.shown_thread.messages) == 3)
    assert thread.messages.cards[2].message.state == "queued"  # type: ignore[attr-defined]
    QTest.keyClicks(thread.reply.edit, "Nog iets.")
    qtbot.keyClick(thread.reply.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(thread.reply.edit, " En dit")  # before the library has it
    stage.settle(lambda: thread.shown_thread is not None and len(thread.shown_thread.messages) == 4)
    assert thread.reply.edit.text == "En dit"
    stage.settle(lambda: stage.session.kennisbank.feedback.reply_draft("t1") == "En dit")
    qtbot.keyClick(thread.reply.edit, Qt.Key.Key_Escape)
    assert not feedback.side.isVisible()


def test_what_became_of_feedback_is_found_narrowed_kept_and_led_to_from_start(
    make_stage: MakeStage, tmp_path: Path
) -> None:
    stage = make_stage("example")
    some_threads(stage)
    stage.settle(lambda: Feedback.of(stage.session).is_settled)
    stage.session.go("start")
    start = stage.window.view("start")
    assert isinstance(start, StartView)
    stage.settle(lambda: len(start.filled._feedback.rows) == 2)
    start.filled._feedback.rows[1].click()  # type: ignore[attr-defined]
    view = reactions_of(stage)
    page = view.feedback
    assert page.list.current is not None
    assert page.list.current.id == "t1"
    assert page.list.rows.rowCount() == 6
    page.field.set_text("BRUGKLAS")
    assert [each.id for each in page.list.rows.rows] == ["t4"]
    page.field.set_text("")
    page.choose("draft")
    assert [each.state for each in page.list.rows.rows] == ["draft"]
    page.choose("all")
    page.export(tmp_path / "feedback.md")
    stage.settle((tmp_path / "feedback.md").exists)
    kept = (tmp_path / "feedback.md").read_text("utf-8")
    assert "gemiddeld twintig minuten per les" in kept
    assert "*Adopted in version 2.*" in kept
