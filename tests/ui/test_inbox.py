"""The inbox: threads of an author, answered and decided on, with nothing lost on the way."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.correspondence import Attachment
from kennisbank.ui.controllers.session import Notice
from kennisbank.ui.frame.rail import Rail
from kennisbank.ui.inbox import inbox_acts
from kennisbank.ui.inbox.inbox_acts import InboxActs
from kennisbank.ui.views import inbox as inbox_view
from kennisbank.ui.views.inbox import InboxView
from tests.ui.conftest import MakeStage
from tests.ui.inbox_library import ME, ago, known, log_in, message, papers, put, rest, settled, thread
from tests.ui.recipes import inbox as recipes
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def stage(make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Return a window of an author to whom six readers wrote."""
    monkeypatch.setattr(inbox_acts.Syncing, "sync", lambda _self: None)
    made = make_stage("example")
    recipes.fill(made)
    return made


def opened(stage: Stage, name: str) -> InboxView:
    view = settled(stage)
    if not view.list.list.go_to(known(name)):
        stage.session.go("inbox", thread=known(name))
    rest(stage, view)
    assert view.pane.shown is not None
    assert view.pane.shown.id == known(name)
    return view


def shown(view: InboxView) -> list[str]:
    return [row.id for row in view.list.list.rows.threads]


def choose(stage: Stage, view: InboxView, folder: str) -> None:
    view.list.folders[folder].click()  # type: ignore[index]
    rest(stage, view)


def told(stage: Stage) -> list[Notice]:
    said: list[Notice] = []
    stage.session.told.connect(said.append)
    return said


def test_threads_stand_below_their_paper_in_folders_with_counts_and_can_be_narrowed_to_one_paper(stage: Stage) -> None:
    view = settled(stage)
    assert [button.text() for button in view.list.folders.values()] == ["Open 5", "Unread 2", "To answer 3", "Done 1"]
    assert len(shown(view)) == 5
    groups = [view.list.list.rows.line(at) for at in range(view.list.list.rows.rowCount())]
    assert sum(not hasattr(line, "start") for line in groups) == 2
    choose(stage, view, "done")
    assert shown(view) == [known("t6")]
    assert view.list.late.text().startswith("1 thread")
    choose(stage, view, "open")
    view.list.contribution_chosen.emit(papers(stage.session.kennisbank)[0].id)
    rest(stage, view)
    assert set(shown(view)) == {known("t1"), known("t2"), known("t3")}
    rail = stage.window.findChild(Rail)
    button = next(each for each in rail.shown if each.entry.name == "inbox")
    assert button.accessibleName() == "Inbox, 2 open"


def test_j_and_k_walk_through_threads_and_enter_goes_into_the_answer(stage: Stage) -> None:
    view = settled(stage)
    threads = view.list.list
    threads.setFocus()
    order = shown(view)
    threads.go_to(order[0])
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Down):
        QTest.keyClick(threads, key)
    assert threads.current is not None
    assert threads.current.id == order[2]
    rest(stage, view)
    QTest.keyClick(threads, Qt.Key.Key_Return)
    assert stage.window.focusWidget() is view.pane.reply.field


def test_a_thread_shown_for_a_moment_counts_as_read_and_stays_in_sight(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = opened(stage, "t1")
    choose(stage, view, "unread")
    view.list.list.go_to(known("t1"))
    rest(stage, view)
    view.seeing.timeout.emit()
    stage.settle(lambda: not stage.session.kennisbank.inbox.thread(known("t1")).is_unread and view.is_settled)
    assert known("t1") in shown(view)
    assert stage.session.kennisbank.inbox.counts().unread == 1
    choose(stage, view, "open")
    choose(stage, view, "unread")
    assert shown(view) == [known("t4")]
    monkeypatch.setattr(type(stage.window), "isActiveWindow", lambda _self: False)
    view = opened(stage, "t4")
    view.seeing.timeout.emit()
    stage.settle()
    assert stage.session.kennisbank.inbox.thread(known("t4")).is_unread
    view.seeing.stop()


def test_an_answer_is_kept_as_one_types_and_is_there_again(stage: Stage) -> None:
    view = opened(stage, "t2")
    view.pane.reply.field.setPlainText("Van de 42 waren er 23 lid.")
    view.list.list.go_to(known("t5"))
    rest(stage, view)
    assert view.pane.reply.field.text() == ""
    view.list.list.go_to(known("t2"))
    rest(stage, view)
    assert view.pane.reply.field.text() == "Van de 42 waren er 23 lid."
    assert stage.session.kennisbank.inbox.reply_draft(known("t2")) == "Van de 42 waren er 23 lid."


def test_control_enter_sends_and_undo_makes_it_a_draft_again(stage: Stage) -> None:
    view, said = opened(stage, "t2"), told(stage)
    reply = view.pane.reply
    reply.field.setPlainText("Van de 42 waren er 23 lid.")
    reply.choices["adopted"].setChecked(True)
    reply.version.setText("3")
    reply.field.setFocus()
    QTest.keyClick(reply.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    inbox = stage.session.kennisbank.inbox
    stage.settle(lambda: bool(said) and view.is_settled)
    sent = inbox.thread(known("t2"))
    assert (sent.state, sent.version, sent.messages[-1].text) == ("adopted", "3", "Van de 42 waren er 23 lid.")
    assert sent.messages[-1].state == "queued"
    assert reply.field.text() == ""
    rest(stage, view)
    assert [bubble.message.text for bubble in view.pane.bubbles][-1] == "Van de 42 waren er 23 lid."
    assert said[-1].action is not None
    said[-1].action()
    stage.settle(lambda: bool(inbox.reply_draft(known("t2"))) and view.is_settled)
    back = inbox.thread(known("t2"))
    assert (back.state, len(back.messages)) == ("answered", 3)
    rest(stage, view)
    assert reply.field.text() == "Van de 42 waren er 23 lid."


def test_what_is_typed_while_an_answer_is_taken_over_stays(stage: Stage) -> None:
    view = opened(stage, "t5")
    inbox, reply = stage.session.kennisbank.inbox, view.pane.reply
    reply.field.setPlainText("Half af")
    view = opened(stage, "t2")
    reply.field.setPlainText("Een.")
    reply.submit()
    reply.field.setPlainText("Een. En nog iets.")
    stage.settle(lambda: len(inbox.thread(known("t2")).messages) == 4 and view.is_settled)
    assert reply.field.text() == "En nog iets."
    reply.submit()
    view.list.list.go_to(known("t5"))
    stage.settle(lambda: reply.field.text() == "Half af")
    stage.settle(lambda: len(inbox.thread(known("t2")).messages) == 5 and view.is_settled)
    rest(stage, view)
    assert reply.field.text() == inbox.reply_draft(known("t5")) == "Half af"
    assert inbox.reply_draft(known("t2")) == ""


def test_a_half_written_reason_stays_when_one_looks_elsewhere_and_when_news_comes(stage: Stage) -> None:
    view = opened(stage, "t2")
    reply = view.pane.reply
    reply.choices["declined"].setChecked(True)
    reply.reason.setPlainText("Dit past niet, want")
    view.list.list.go_to(known("t5"))
    rest(stage, view)
    assert (reply.choice, reply.reason.toPlainText()) == ("answered", "")
    view.list.list.go_to(known("t2"))
    rest(stage, view)
    assert (reply.choice, reply.reason.toPlainText()) == ("declined", "Dit past niet, want")
    inbox = stage.session.kennisbank.inbox
    stage.session.changed_by(inbox.judge(known("t2"), "adopted", "3"))  # as a co-author's decision comes in
    rest(stage, view)
    assert view.pane.shown is not None
    assert view.pane.shown.state == "adopted"
    assert (reply.choice, reply.reason.toPlainText()) == ("declined", "Dit past niet, want")


def test_declining_asks_why_and_thanks_need_no_answer_and_what_was_decided_can_be_taken_back(stage: Stage) -> None:
    view = opened(stage, "t3")
    reply = view.pane.reply
    reply.choices["declined"].setChecked(True)
    reply.submit()
    assert reply.reason_error.isVisible()
    assert stage.window.focusWidget() is reply.reason
    reply.reason.setPlainText("De afronding staat onder de tabel.")
    reply.submit()
    inbox = stage.session.kennisbank.inbox
    stage.settle(lambda: inbox.thread(known("t3")).state == "declined")
    assert inbox.thread(known("t3")).reason == "De afronding staat onder de tabel."
    view = opened(stage, "t6")
    assert view.pane.reply.choices["adopted"].isChecked()
    assert view.pane.reply.version.text() == "2"
    view.pane.reply.reopen.click()
    stage.settle(lambda: stage.session.kennisbank.inbox.thread(known("t6")).state == "answered")
    view = opened(stage, "t5")
    assert view.pane.reply.send.text() == "Nothing to answer: done"
    view.pane.reply.send.click()
    stage.settle(lambda: inbox.thread(known("t5")).state == "answered")


def test_news_keeps_the_selection_and_a_half_written_answer(stage: Stage) -> None:
    view = opened(stage, "t2")
    reply = view.pane.reply
    reply.field.setPlainText("Ik zoek het")
    reply.field.setFocus()
    reply.choices["adopted"].setChecked(True)
    kennisbank = stage.session.kennisbank
    one = papers(kennisbank)[0]
    with kennisbank.library.read() as tx:
        item = tx.mailbox.find(known("t2"))
    assert item is not None
    more = [*item.body["messages"], message("R. Dijkhorst", "teacher", "Nog iets.", ago(hours=1))]
    put(
        kennisbank,
        replace(item, body={**item.body, "messages": more}),
        thread("t7", one, [message("Nieuw", "student", "Een nieuwe vraag.", ago(minutes=5))], is_unread=True),
    )
    view._on_changed(_mailbox())
    view._facts.read()
    rest(stage, view)
    assert known("t7") in shown(view)
    assert view.list.list.current is not None
    assert view.list.list.current.id == known("t2")
    assert [bubble.message.text for bubble in view.pane.bubbles][-1] == "Nog iets."
    assert reply.field.text() == "Ik zoek het"
    assert reply.choices["adopted"].isChecked()
    assert stage.window.focusWidget() is reply.field


def test_the_passage_is_shown_on_its_page_and_opens_the_paper_there(stage: Stage) -> None:
    view = opened(stage, "t2")
    passage = view.passage.passage
    assert passage is not None
    assert passage.state == "here"
    assert passage.crop is not None
    assert all(passage.crop.x0 <= box.x0 and box.x1 <= passage.crop.x1 for box in passage.boxes)
    assert view.passage.clip.is_drawn
    places: list[Any] = []
    stage.session.place_requested.connect(places.append)
    view.passage.open.click()
    assert places[-1].view == "reader"
    assert places[-1].state["hits"] == passage.hits
    assert view.pane.shown is not None
    assert places[-1].state["contribution"] == view.pane.shown.contribution
    stage.settle()


def test_without_the_paper_the_words_of_the_passage_are_shown(stage: Stage) -> None:
    kennisbank = stage.session.kennisbank
    with kennisbank.library.write() as tx:
        tx.files.remove(papers(kennisbank)[0].current_files[0].id)
    view = opened(stage, "t2")
    assert view.passage.passage is not None
    assert view.passage.passage.state == "absent"
    assert not view.passage.clip.isVisible()
    quote = view.pane.shown.anchor.quote.exact  # type: ignore[union-attr]
    assert quote in view.passage._quote.text()
    assert view.passage._quote.isVisible()


def test_of_a_reader_by_role_only_role_and_day_are_said_and_what_the_maintainer_will_see(stage: Stage) -> None:
    view = opened(stage, "t1")
    name = view.pane.bubbles[0].accessibleName()
    assert name.startswith("Teacher")
    assert ":" not in name.split(". Gebruikt")[0], "no time of the day"
    assert "not who the reader is" in _asked_of_maintainer(view)
    view = opened(stage, "t2")
    assert "the names that you see" in _asked_of_maintainer(view)
    view.pane.maintainer.send.click()
    assert view.pane.maintainer.error.isVisible()
    view.pane.maintainer.field.setPlainText("Dit lijkt me reclame.")
    view.pane.maintainer.send.click()

    def asked() -> list[str]:
        with stage.session.kennisbank.library.read() as tx:
            return [act.body["words"] for act in tx.acts.all(("report",), ("queued",))]

    stage.settle(lambda: asked() == ["Dit lijkt me reclame."])


def test_a_file_is_saved_under_its_last_name_and_links_to_files_and_programs_are_not_followed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = opened(stage, "t2")
    offered: list[str] = []
    fetched: list[Path] = []

    def choose_file(_parent: object, _title: str, path: str) -> tuple[str, str]:
        offered.append(path)
        return str(tmp_path / "bewaard.pdf"), ""

    monkeypatch.setattr(inbox_view.QFileDialog, "getSaveFileName", choose_file)
    monkeypatch.setattr(inbox_view.QDesktopServices, "openUrl", lambda _url: pytest.fail("nothing is opened"))
    monkeypatch.setattr(InboxActs, "fetch", lambda _self, _file, target: fetched.append(target))
    view.pane.fetch_asked.emit(Attachment("../../buiten\\x/tabel.pdf", "application/pdf", 10, known("a")))
    assert offered[0].endswith("/tabel.pdf")
    assert "buiten" not in offered[0]
    assert fetched == [tmp_path / "bewaard.pdf"]
    said = told(stage)
    for address in ("file:///etc/passwd", "javascript:alert(1)", "C:\\program.exe"):
        view.pane.link_asked.emit(address)
        assert "not followed" in said.pop().text


def test_what_was_erased_or_hidden_says_so_in_its_place(stage: Stage) -> None:
    kennisbank = stage.session.kennisbank
    one = papers(kennisbank)[0]
    put(
        kennisbank,
        thread(
            "t8",
            one,
            [
                message("", "reader", "", ago(days=3), gone="erased"),
                message(ME, "author", "Dank je wel.", ago(days=2), by="author"),
                message("R. Dijkhorst", "teacher", "", ago(days=1), gone="hidden", words="Reclame."),
            ],
            state="answered",
        ),
    )
    view = opened(stage, "t8")
    texts = [bubble.text.text() for bubble in view.pane.bubbles]
    assert texts[0].startswith("Erased")
    assert texts[1] == "Dank je wel."
    assert texts[2] == "Hidden by the maintainer: Reclame."


def test_two_hundred_at_a_time_and_the_rest_when_asked(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    kennisbank = stage.session.kennisbank
    log_in(kennisbank)
    paper = papers(kennisbank)[0]
    put(
        kennisbank,
        *(thread(f"m{at}", paper, [message(f"L{at}", "student", f"Vraag {at}.", ago(hours=at))]) for at in range(230)),
    )
    view = settled(stage)
    assert len(shown(view)) == 200
    view.list.list.more_asked.emit()
    rest(stage, view)
    assert len(shown(view)) == 230


def test_a_thread_stands_at_its_newest_message_until_somebody_scrolls(stage: Stage) -> None:
    stage.window.resize(1280, 800)
    view = opened(stage, "t2")
    bar = view.pane.parts[1].verticalScrollBar()
    stage.settle(lambda: bar.maximum() > 0)
    assert bar.value() == bar.maximum()
    most = bar.maximum()
    stage.window.resize(1280, 740)
    stage.settle(lambda: bar.maximum() > most)
    assert bar.value() == bar.maximum()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    most = bar.maximum()
    stage.window.resize(1280, 700)
    stage.settle(lambda: bar.maximum() > most)
    assert bar.value() == 0


def test_in_a_narrow_window_list_and_thread_take_turns(stage: Stage) -> None:
    stage.window.resize(800, 700)
    view = settled(stage)
    rest(stage, view)
    stage.settle(view.list.isVisible)
    assert not view.pane.isVisible()
    view.list.list.setFocus()
    QTest.keyClick(view.list.list, Qt.Key.Key_Return)
    stage.settle(view.pane.isVisible)
    assert not view.list.isVisible()
    view.pane.head.back.click()
    assert view.list.isVisible()
    assert not view.pane.isVisible()


def test_a_place_in_the_inbox_is_come_back_to_and_a_thread_can_be_gone_to(stage: Stage) -> None:
    opened(stage, "t3")
    stage.session.go("start")
    stage.settle()
    stage.window.back()
    view = stage.window.view("inbox")
    assert isinstance(view, InboxView)
    rest(stage, view)
    assert view.state()["thread"] == known("t3")
    stage.session.go("inbox", thread=known("t6"))
    stage.settle(lambda: view.is_settled and view.pane.shown is not None and view.pane.shown.id == known("t6"))


def _mailbox() -> Any:

    return ChangeSet((Change("mailbox", "x", "updated"),))


def _asked_of_maintainer(view: InboxView) -> str:
    view.pane.reply.ask.click()
    assert view.pane.maintainer.isVisible()
    return view.pane.maintainer._hint.text()
