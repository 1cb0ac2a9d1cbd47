"""The margin in a window: cards at their passages, notes written in place, everything by the keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.domain.annotation import AnchorState
from kennisbank.domain.ids import AnnotationId, FileHash
from kennisbank.ui.look import px
from kennisbank.ui.reader.margin import Margin
from kennisbank.ui.reader.margin_card import MarginCard
from kennisbank.ui.reader.margin_face import FIRST_LINE
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.marked_reader import Keys, MarkedReader, marked_reader

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def marked(
    qtbot: QtBot, tasks: TaskRunner, paper_file: Path, tmp_path: Path, plain_look: None
) -> Iterator[MarkedReader]:
    with marked_reader(qtbot, tasks, paper_file, tmp_path / "home") as made:
        made.reader.resize(1400, 800)
        yield made


def margin_of(marked: MarkedReader) -> Margin:
    assert marked.pane.margin is not None
    return marked.pane.margin.margin


def card_of(marked: MarkedReader, annotation_id: str) -> MarginCard:
    card = margin_of(marked).card(annotation_id)
    assert card is not None
    return card


def mark(marked: MarkedReader, line: int, *, page: int = 1, body: str = "", colour: str = "yellow") -> str:
    """Mark a line of a page."""
    words = marked.pane.view.words_on(page - 1)
    assert words is not None
    start = words.text.index(f"Line {line} of page {page}")
    span = (page, start, start + 20)
    boxes = words.boxes(start, start + 20)
    new = marked.annotations.mark([span], "highlight", colour=colour, body=body, boxes=[boxes])  # type: ignore[list-item]
    marked.settle()
    QApplication.sendPostedEvents()
    return new


def first_line(marked: MarkedReader, card: MarginCard) -> int:
    """Return the height of the first line of a card, in the viewport of the pages."""
    return (
        card.mapTo(marked.reader, QPoint(0, px(FIRST_LINE))).y()
        - marked.pane.view.viewport().mapTo(marked.reader, QPoint(0, 0)).y()
    )


def passage(marked: MarkedReader, annotation_id: str) -> float:
    """Return the height of the first line of a passage, in the viewport of the pages."""
    placed = marked.annotations.get(annotation_id)
    assert placed is not None
    assert placed.anchor is not None
    piece = placed.anchor.pieces[0]
    page = marked.pane.view._layout.page(piece.page - 1)
    assert page is not None
    return marked.pane.view.to_view(page, piece.boxes[0]).center().y()


def test_a_card_stands_with_its_first_line_at_its_passage_and_goes_along(marked: MarkedReader) -> None:
    new = mark(marked, 20, body="A note")
    assert abs(first_line(marked, card_of(marked, new)) - passage(marked, new)) <= 2
    bar = marked.pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 57)
    assert abs(first_line(marked, card_of(marked, new)) - passage(marked, new)) <= 2
    marked.pane.view.set_zoom(1.5)
    marked.pane.view.go_to_page(0)
    marked.annotations.set_current(new)
    assert abs(first_line(marked, card_of(marked, new)) - passage(marked, new)) <= 2


def test_the_card_at_hand_keeps_its_height_and_others_give_way(marked: MarkedReader) -> None:
    ids = [mark(marked, 10 + number, body="A note of some length, on two lines at least " * 2) for number in range(3)]
    for each in ids:
        marked.annotations.set_current(each)
        QApplication.sendPostedEvents()
        assert abs(first_line(marked, card_of(marked, each)) - passage(marked, each)) <= 2
        cards = [card_of(marked, other) for other in ids]
        for above, below in pairwise(cards):
            assert below.y() - (above.y() + above.height()) >= px(8) - 1


def test_a_note_is_typed_in_its_card_and_saved(marked: MarkedReader) -> None:
    new = mark(marked, 3)
    margin = margin_of(marked)
    marked.annotations.set_current(new)
    margin.edit(new)
    assert margin.desk.edit.hasFocus()
    marked.qtbot.keyClicks(margin.desk.edit, "First line")
    marked.qtbot.keyClick(margin.desk.edit, Keys.Key_Return)
    marked.qtbot.keyClicks(margin.desk.edit, "second")
    marked.qtbot.waitUntil(lambda: marked.annotations.saving(new) == "saved")
    assert marked.service.get(new).body == "First line\nsecond"  # type: ignore[arg-type]
    marked.qtbot.keyClick(margin.desk.edit, Keys.Key_Return, Ctrl)
    assert card_of(marked, new).hasFocus()
    assert not margin.desk.edit.isVisible()


def test_a_card_says_what_was_typed_when_the_writing_ends(marked: MarkedReader) -> None:
    margin = margin_of(marked)
    for annotation_id in (mark(marked, 3, body="Of old."), marked.annotations.note()):
        margin.edit(annotation_id)
        marked.qtbot.keyClicks(margin.desk.edit, "New")
        marked.qtbot.waitUntil(lambda each=annotation_id: marked.annotations.saving(each) == "saved")  # type: ignore[misc]
        marked.qtbot.keyClicks(margin.desk.edit, " words")
        marked.qtbot.keyClick(margin.desk.edit, Keys.Key_Escape)
        marked.settle()
        face = card_of(marked, annotation_id).face
        assert face is not None
        assert face.content.body.endswith("New words")


def test_notes_on_the_whole_hide_no_card_of_the_first_lines(marked: MarkedReader) -> None:
    new = mark(marked, 1, body="At the very top")
    for number in range(6):
        note = marked.annotations.note()
        marked.annotations.write_body(note, f"Note {number}\non the whole")
    marked.settle()
    marked.annotations.set_current(new)
    marked.qtbot.waitUntil(lambda: marked.tasks.is_idle and margin_of(marked).strip.y() > 150)
    card = card_of(marked, new)
    assert card.y() >= 0
    assert first_line(marked, card) > passage(marked, new)


def test_tab_goes_from_the_note_to_its_tags(marked: MarkedReader) -> None:
    new = mark(marked, 3)
    margin = margin_of(marked)
    margin.edit(new)
    marked.qtbot.keyClicks(margin.desk.edit, "Words")
    marked.qtbot.keyClick(margin.desk.edit, Keys.Key_Tab)
    assert margin.desk.tags.field.hasFocus()
    marked.qtbot.keyClicks(margin.desk.tags.field, "lesson")
    marked.qtbot.keyClick(margin.desk.tags.field, Keys.Key_Return)
    marked.qtbot.keyClicks(margin.desk.tags.field, "later")
    marked.qtbot.keyClick(margin.desk.tags.field, Keys.Key_Escape)
    (kept,) = marked.kept()
    assert kept.annotation.tags == ("lesson", "later")
    assert kept.annotation.body == "Words"


def test_arrows_go_from_card_to_card_and_esc_back_to_the_page(marked: MarkedReader) -> None:
    ids = [mark(marked, 5), mark(marked, 20), mark(marked, 30)]
    note = marked.annotations.note()
    marked.annotations.write_body(note, "On the whole")
    marked.settle()
    margin = margin_of(marked)
    margin.setFocus(Qt.FocusReason.TabFocusReason)
    marked.qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Home)
    gone = [marked.annotations.current]
    for _ in ids:
        marked.qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Down)
        gone.append(marked.annotations.current)
    assert gone == [note, *ids]
    marked.qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Up)
    assert marked.annotations.current == ids[1]
    assert card_of(marked, ids[1]).hasFocus()
    marked.qtbot.keyClick(QApplication.focusWidget(), Keys.Key_Escape)
    assert marked.pane.view.hasFocus()
    assert marked.annotations.current == ids[1]


def test_keys_on_a_card_colour_delete_and_undo(marked: MarkedReader) -> None:
    new, other = mark(marked, 5), mark(marked, 9)
    margin = margin_of(marked)
    margin.go_to(new)
    marked.qtbot.keyClick(card_of(marked, new), Keys.Key_3)
    marked.qtbot.keyClick(card_of(marked, new), Keys.Key_Delete)
    assert [each.annotation.id for each in marked.annotations.placed] == [other]
    assert card_of(marked, other).hasFocus()
    assert marked.told.act is not None
    marked.told.act()
    placed = marked.annotations.get(new)
    assert placed is not None
    assert placed.annotation.colour == "blue"


def test_a_note_without_words_leaves_nothing_behind(marked: MarkedReader) -> None:
    margin = margin_of(marked)
    margin.begin_note()
    marked.qtbot.keyClick(margin.desk.edit, Keys.Key_Escape)
    assert not marked.annotations.placed
    assert marked.kept() == ()
    assert marked.pane.view.hasFocus()


def test_the_filter_shows_what_is_asked_for_and_says_so(marked: MarkedReader) -> None:
    mark(marked, 5)
    noted = mark(marked, 9, body="words", colour="green")
    margin = margin_of(marked)
    for name, expected in (("With a note", [noted]), ("Green", [noted]), ("In the file", [])):
        margin.head._fill_menu()
        next(each for each in margin.head._menu.actions() if each.text() == name).trigger()
        assert margin.order == expected
        assert margin.head._choose.accessibleName() == f"Shown: {name}"
    margin.head.clear_filter()
    assert len(margin.order) == 2


def move_to_a_newer_version(marked: MarkedReader, states: dict[str, AnchorState]) -> None:
    """Let annotations stand in the open file as ones that were made in an earlier version of it."""
    older = FileHash("0" * 64)
    with marked.service._library.write() as tx:
        for each, state in states.items():
            here = tx.annotations.find(AnnotationId(each))
            assert here is not None
            assert here.anchor is not None
            tx.annotations.save(replace(here, anchor=replace(here.anchor, file=older)))
            pieces = () if state == "gone" else here.anchor.pieces
            place = replace(here.anchor, pieces=pieces, state=state, similarity=0.9)
            tx.annotations.put_anchors([(here.id, place, True)])
        changes = tx.changes
    marked.annotations.take_changes(changes)
    marked.settle()


def test_what_a_newer_version_did_is_said_and_gone_round_and_put_right(marked: MarkedReader) -> None:
    moved, changed, gone, kept = (mark(marked, line, body=f"note {line}") for line in (4, 12, 20, 30))
    place = marked.pane.margin
    assert place is not None
    assert not place.news.isVisible()
    move_to_a_newer_version(marked, {moved: "moved", changed: "changed", gone: "gone"})
    assert place.news.isVisible()
    assert "1 annotation moved" in place.news.accessibleName()
    assert margin_of(marked).gone.order == [gone]
    seen = []
    for _ in range(4):
        place.news._look.click()
        seen.append(marked.annotations.current)
    assert seen == [moved, changed, gone, moved]
    assert "Moved" in card_of(marked, moved).accessibleName()
    assert margin_of(marked).desk._seen.isVisible()
    margin_of(marked).desk._seen.click()
    assert [each.annotation.id for each in place.news.news] == [changed, gone]
    margin_of(marked).go_to(gone)
    marked.select_word("Heading")
    marked.annotations.set_current(gone)
    margin_of(marked).acts.attach(gone)
    marked.settle()
    assert margin_of(marked).gone.order == []
    assert set(margin_of(marked).order) == {moved, changed, gone, kept}
    place.news._done.click()
    marked.settle()
    assert not place.news.isVisible()
    assert not any(each.is_news for each in marked.kept())


def test_one_asks_for_the_version_that_an_annotation_was_made_in(marked: MarkedReader) -> None:
    new = mark(marked, 4)
    move_to_a_newer_version(marked, {new: "gone"})
    asked: list[tuple[str, int]] = []
    margin = margin_of(marked)
    margin.acts.version_requested.connect(lambda file, page: asked.append((file, page)))
    margin.acts.version(new)
    assert asked == [("0" * 64, 1)]


def test_each_card_says_all_of_its_annotation(marked: MarkedReader) -> None:
    new = mark(marked, 4, body="my words", colour="green")
    marked.annotations.change(new, tags=("lesson",))
    marked.settle()
    assert card_of(marked, new).accessibleName() == (
        "Highlight, green, page 1, “Line 4 of page 1: th”, my words, tags: lesson"
    )


def test_a_crowd_stands_in_lines_and_opens_around_the_one_at_hand(marked: MarkedReader) -> None:
    words = marked.pane.view.words_on(0)
    assert words is not None
    for number in range(60):
        start = words.text.index(f"Line {1 + number % 39} of")
        marked.annotations.mark([(1, start, start + 6)], "highlight", colour="blue", body=f"note {number}")  # type: ignore[list-item]
    marked.settle()
    margin = margin_of(marked)
    groups = [card for card in margin.cards if card.is_group]
    assert groups
    assert "annotations" in groups[0].accessibleName()
    groups[1].setFocus(Qt.FocusReason.TabFocusReason)
    marked.qtbot.keyClick(groups[1], Keys.Key_Return)
    at_hand = margin.card(marked.annotations.current)
    assert at_hand is not None
    assert at_hand.hasFocus()
    assert not at_hand.is_group
    order = margin.order
    assert len(order) == len(set(order)) == 60


def test_folded_the_margin_is_a_strip_of_glyphs_and_a_glyph_unfolds_it(marked: MarkedReader) -> None:
    new = mark(marked, 4)
    place = marked.pane.margin
    assert place is not None
    place.choose(is_shown=False)
    QApplication.sendPostedEvents()
    assert place.width() == px(24)
    assert place.part is place.glyphs
    (glyph,) = place.glyphs._seen()
    marked.qtbot.mouseClick(place.glyphs, Qt.MouseButton.LeftButton, pos=glyph[0].center())
    assert place.is_shown
    assert marked.annotations.current == new
