"""A walk through the accessibility tree of every view: no control without a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from kennisbank.ui.controllers.archive_reading import ArchiveReading
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Recipe, all_recipes

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.TreeItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList,
    QAccessible.Role.Link,
    QAccessible.Role.ProgressBar,
}


ALONE = frozenset(
    {
        "archive-news",
        "archive-papers",
        "archive-search",
        "gallery",
        "import-done",
        "import-one-file",
        "inbox-claims",
        "inbox-details",
        "inbox-file",
        "inbox-no-claims",
        "margin-crowd",
        "margin-newer",
        "margin-writing",
        "reactions-none",
        "reactions-trash",
        "scans-hit",
        "search-completing",
        "search-relaxed",
        "search-saved-opened",
        "settings-synonyms-skipped",
        "start-saved",
    }
)
"""Recipes with a window of their own: they need a library that no other touched, or leave one that no other can use."""


def rows() -> list[list[Recipe]]:
    """Return the recipes that are walked, in rows: each follows the one before it in the same window.

    Those stand in a row that begin with the same word and want the same library: they show the same views.
    """
    found: dict[tuple[str, str], list[Recipe]] = {}
    for recipe in all_recipes():
        if recipe.is_walked:
            subject = recipe.name if recipe.name in ALONE else recipe.name.partition("-")[0]
            found.setdefault((subject, recipe.library), []).append(recipe)
    return list(found.values())


def walk(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from walk(child)


def nameless(window: QWidget) -> list[str]:
    """Return the controls that are shown, can be used or have the keyboard, and say nothing of themselves."""
    found = []
    for node in walk(QAccessible.queryAccessibleInterface(window)):
        state = node.state()
        if state.invisible or node.text(QAccessible.Text.Name).strip():
            continue
        widget = node.object()
        is_inner = isinstance(widget, QWidget) and widget.focusPolicy().value == 0
        if node.role() in CONTROLS and not (is_inner and not state.focusable):
            found.append(f"{node.role().name} {widget!r} in {widget.parent() if widget else None!r}")
    return found


@pytest.fixture
def assistive() -> Iterator[None]:
    """Be watched by assistive technology, for this test only: every widget made meanwhile tells of itself."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("assistive")
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0].name}-{row[0].library}")
def test_every_control_and_view_has_a_name_and_the_keyboard_a_place(make_stage: MakeStage, row: list[Recipe]) -> None:
    stage = make_stage(row[0].library, row[0].name)
    services = stage.session.kennisbank
    for recipe in row:
        if stage.session.kennisbank is not services:
            stage.session._kennisbank = services
            ArchiveReading.of(stage.session).read()
            stage.settle(lambda: ArchiveReading.of(stage.session).is_settled)
        recipe.show(stage)
        assert nameless(stage.window) == [], recipe.name
        assert stage.window.current_view.accessibleName(), recipe.name
        assert stage.window.focusWidget() is not None, recipe.name
