"""A walk through the accessibility tree of every view: no control without a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

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


WALKED = [recipe for recipe in all_recipes() if recipe.is_walked]


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


@pytest.mark.parametrize("recipe", WALKED, ids=lambda recipe: recipe.name)
def test_every_control_and_view_has_a_name_and_the_keyboard_a_place(make_stage: MakeStage, recipe: Recipe) -> None:
    QAccessible.setActive(True)
    stage = make_stage(recipe.library, recipe.name)
    recipe.show(stage)
    assert nameless(stage.window) == []
    assert stage.window.current_view.accessibleName()
    assert stage.window.focusWidget() is not None
