"""A walk through what assistive technology sees of the reader with annotations in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationEdit
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import PageNo
from kennisbank.ui.workers import TaskRunner
from tests.ui.reader.conftest import FIRST, hash_of
from tests.ui.reader.marked_reader import MarkedReader, marked_reader


@pytest.fixture
def desk(qtbot: QtBot, tasks: TaskRunner, paper_file: Path, tmp_path: Path) -> Iterator[MarkedReader]:
    QAccessible.setActive(True)
    with marked_reader(qtbot, tasks, paper_file, tmp_path / "home") as made:
        yield made


def names(node: QAccessibleInterface) -> Iterator[str]:
    """Return what each thing in a tree that isn't hidden says of itself."""
    if not node.state().invisible:
        yield node.text(QAccessible.Text.Name)
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from names(child)


def test_each_mark_on_the_page_says_what_it_is_what_it_is_on_and_what_was_written(desk: MarkedReader) -> None:
    service, file = desk.service, hash_of(FIRST)
    service.mark(FIRST, file, [Span(PageNo(1), 0, 7)], "highlight", colour="green", body="A good beginning")
    service.mark_area(FIRST, file, PageNo(1), Rect(80, 200, 200, 300))
    edit = service.mark(FIRST, file, [Span(PageNo(1), 10, 16)], "strikeout", colour="pink")
    (made,) = edit.after
    assert made is not None
    service.apply(AnnotationEdit((made,), (replace(made, is_read_only=True, creator="A. Reader"),)))
    service.mark(FIRST, file, [Span(PageNo(4), 0, 7)], "highlight", colour="blue")
    view = desk.reopen().view
    said = list(names(QAccessible.queryAccessibleInterface(view)))
    assert "Green on “Heading”. Note: A good beginning" in said
    assert any(each.startswith("Struck out on “") and each.endswith(". By A. Reader") for each in said)
    assert any(each.startswith("Area") for each in said)
    assert not any(each.startswith("Blue") for each in said)
    assert view.accessibleName().startswith("Page 1 of 4, 3 annotation")
    view.go_to_page(3)
    said = list(names(QAccessible.queryAccessibleInterface(view)))
    assert "Blue on “Heading”" in said
    assert not any(each.startswith("Green") for each in said)


def test_each_tool_and_each_button_of_the_bar_has_a_name(desk: MarkedReader) -> None:
    desk.select_word("docent")
    said = list(names(QAccessible.queryAccessibleInterface(desk.pane)))
    for name in (
        "Mark in yellow",
        "Mark in pink",
        "Underline",
        "Write a note",
        "Cursor in the text, to select with the keys",
        "Mark an area of the page",
        "Bookmark at this place",
    ):
        assert name in said
