"""What the shared widgets promise."""

import gc
import weakref
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.navigation import History, Place
from kennisbank.ui.icons import icon, icon_names
from kennisbank.ui.look import follow, px
from kennisbank.ui.style import _AS_THEY_ARE, _SAME_HINTS, _SAME_LENGTHS, _WHOLE_ITEMS, KennisbankStyle
from kennisbank.ui.theme import DARK, LIGHT
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.facets import ROWS_FOLDED, FacetGroup, FacetRow
from kennisbank.ui.widgets.fields import ErrorLine, SearchField
from kennisbank.ui.widgets.layouts import Column, FlowLayout, laid_out_once
from kennisbank.ui.widgets.panes import Panes
from kennisbank.ui.widgets.text import Elided, Text


@pytest.fixture(autouse=True)
def _plain(plain_look: None) -> None:
    pass


def facet(qtbot: QtBot, count: int = 8) -> FacetGroup:
    group = FacetGroup()
    qtbot.addWidget(group)
    group.set_words("Theme", "{count} more", "Fewer")
    group.show_values([(f"v{n}", f"Value {n}", 100 - n) for n in range(count)], {"v7"})
    with qtbot.waitActive(group):
        group.show()
        group.activateWindow()
    return group


def rows(group: FacetGroup) -> list[FacetRow]:
    return [row for row in group.findChildren(FacetRow) if row.isVisible()]


def test_a_facet_shows_few_values_but_always_the_chosen_ones(qtbot: QtBot) -> None:
    group = facet(qtbot)
    assert {row.value for row in rows(group)} == {f"v{n}" for n in range(ROWS_FOLDED)} | {"v7"}
    group._more.click()
    assert len(rows(group)) == 8


def test_a_facet_is_one_tab_stop_and_arrows_move_inside(qtbot: QtBot) -> None:
    group = facet(qtbot)
    first, second = sorted(rows(group), key=lambda row: row.value)[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    assert not second.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_choosing_in_a_facet_tells_all_that_is_chosen(qtbot: QtBot) -> None:
    group = facet(qtbot)
    with qtbot.waitSignal(group.changed) as told:
        next(row for row in rows(group) if row.value == "v0").click()
    assert told.args == [frozenset({"v0", "v7"})]


def test_a_facet_says_its_count_aloud(qtbot: QtBot) -> None:
    assert "Value 0, 100" in {row.accessibleName() for row in rows(facet(qtbot))}


def test_an_empty_facet_is_not_shown(qtbot: QtBot) -> None:
    group = facet(qtbot)
    group.show_values([])
    assert group.isHidden()
    group.show_values([("a", "a", 1)])
    assert not group.isHidden()


def test_the_search_field_is_cleared_by_its_cross_and_by_escape(qtbot: QtBot) -> None:
    field = SearchField(large=True)
    qtbot.addWidget(field)
    field.show()
    field.set_text("netwerk")
    field._clear.click()
    assert field.text == ""
    field.set_text("netwerk")
    qtbot.keyClick(field._edit, Qt.Key.Key_Escape)
    assert field.text == ""


def test_words_put_in_silently_are_not_told(qtbot: QtBot) -> None:
    field, told = SearchField(), []
    qtbot.addWidget(field)
    field.changed.connect(told.append)
    field.set_text("stil", silently=True)
    field.set_text("luid")
    assert told == ["luid"]


def test_an_error_is_told_beside_its_field_and_in_its_description(qtbot: QtBot) -> None:
    field = QLineEdit()
    line = ErrorLine(field)
    qtbot.addWidget(field)
    qtbot.addWidget(line)
    line.say("A year has four digits.")
    assert field.accessibleDescription() == "A year has four digits."
    assert field.property("invalid")
    line.say("")
    assert line.isHidden()
    assert not field.property("invalid")


def test_side_panes_fold_as_the_window_gets_narrow(qtbot: QtBot) -> None:
    panes = Panes(QLabel("m"), left=QLabel("l"), right=QLabel("r"))
    qtbot.addWidget(panes)
    seen = []
    for width in (1300, 1000, 700, 1300):
        panes.resize(width, 400)
        panes.show()
        seen.append((panes.is_left_shown, panes.is_right_shown))
    assert seen == [(True, True), (True, False), (False, False), (True, True)]


def test_a_pane_opened_by_hand_stays_until_a_limit_is_crossed(qtbot: QtBot) -> None:
    panes = Panes(QLabel("m"), right=QLabel("r"))
    qtbot.addWidget(panes)
    panes.resize(1000, 400)
    panes.show()
    panes.show_right(is_shown=True)
    panes.resize(1010, 400)
    assert panes.is_right_shown


def test_lengths_and_gaps_grow_with_the_text(qtbot: QtBot, look: Appearance) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = Column(box, margins=(8, 8, 8, 8), spacing=0)
    column.add_all(40)
    before = column.sizeHint()
    look.choose("light", 200)
    assert column.sizeHint().height() == 2 * before.height()
    assert column.contentsMargins().left() == px(8) == 16


def test_a_flow_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=0)
    for _ in range(4):
        each = QWidget()
        each.setFixedSize(QSize(50, 20))
        flow.addWidget(each)
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(199) == 40


def test_what_looks_like_mark_up_is_shown_as_it_is(qtbot: QtBot) -> None:
    text = Text("a <b> & c", wraps=True)
    qtbot.addWidget(text)
    assert text.text() == "a <b> & c"
    assert "&lt;b&gt;" in QLabel.text(text)


def test_a_tooltip_fetches_nothing_that_a_name_from_outside_speaks_of(qtbot: QtBot) -> None:
    evil = 'Ada<img src="file://elders/plaatje.png">'
    line = Elided(evil)
    qtbot.addWidget(line)
    shown = QTextDocument()
    shown.setHtml(line.toolTip())
    assert shown.toPlainText() == evil
    line.set_text("Ada & Bea")
    assert line.toolTip() == "Ada & Bea"


def test_an_icon_takes_the_colour_of_the_theme_in_force(look: Appearance) -> None:
    def darkest() -> QColor:
        image = icon("minus").pixmap(QSize(40, 40)).toImage()
        colours = [image.pixelColor(x, 20) for x in range(40)]
        return max(colours, key=lambda each: each.alpha())

    assert darkest().name() == LIGHT.text.name()
    look.choose("dark", 100)
    assert darkest().name() == DARK.text.name()


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_can_be_drawn(look: Appearance, name: str) -> None:
    image = icon(name).pixmap(QSize(20, 20)).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_history_forgets_the_way_forward_at_a_new_step() -> None:
    history = History()
    for name in ("a", "b", "c"):
        history.go(Place(name))
    assert history.back() == Place("b")
    history.go(Place("d"))
    assert not history.has_forward
    assert history.back() == Place("b")
    history.replace(Place("b", {"x": 1}))
    assert history.forward() == Place("d")
    assert history.back() == Place("b", {"x": 1})


def test_the_ring_of_the_focus_follows_the_size_of_the_text(qtbot: QtBot, look: Appearance) -> None:
    page, field = QWidget(), QLineEdit()
    qtbot.addWidget(page)
    Column(page, margins=(24, 24, 24, 24)).addWidget(field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    look.choose("light", 200)
    qtbot.waitUntil(lambda: any(ring.geometry().contains(field.geometry()) for ring in rings(page)))
    ring = rings(page)[-1]
    assert ring.widget() is field
    assert ring.mask().isEmpty()  # nothing is cut off where its corners are rounder


def test_a_button_that_was_clicked_has_no_ring_until_a_key_is_pressed(qtbot: QtBot, look: Appearance) -> None:
    page, one, other = QWidget(), Button("one"), Button("other")
    qtbot.addWidget(page)
    Column(page, margins=(24, 24, 24, 24)).add_all(one, other)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()

    def ringed() -> list[QWidget]:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [ring.widget() for ring in rings(page)]

    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed() == [one]
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is other
    assert ringed() == []
    qtbot.keyClick(other, Qt.Key.Key_Shift)
    assert ringed() == [other]
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed() == [other]


def test_what_follows_the_look_goes_with_its_owner(look: Appearance) -> None:
    heard: list[str] = []

    class Owner(QWidget):
        def told(self) -> None:
            heard.append("told")

    owner, deleted = Owner(), Owner()
    for each in (owner, deleted):
        follow(each, each.told)
        follow(each, lambda: heard.append("and in order"))
    known = weakref.ref(owner)
    deleted.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    heard.clear()
    look.choose("dark", 100)
    look.choose("light", 100)
    assert heard == ["told", "and in order"] * 2
    del owner, each
    gc.collect()
    assert known() is None


class Counted(QWidget):
    """Counts how often it is put somewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def sizeHint(self) -> QSize:
        return QSize(40, 20)

    def resizeEvent(self, event: QEvent) -> None:
        self.times += 1


def test_what_fills_a_visible_box_is_laid_out_once_and_all_of_it_is_shown(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = Column(box)
    box.resize(300, 600)
    box.show()
    hidden = QLabel("hidden")
    hidden.hide()
    cards = [Counted() for _ in range(10)]
    with laid_out_once(box):
        for each in (*cards, hidden):
            column.addWidget(each)
        assert not any(each.isVisible() for each in cards)
    assert all(each.isVisible() for each in cards)
    assert not hidden.isVisible()
    for each in cards:
        each.times = 0
    QApplication.processEvents()
    assert [each.times for each in cards] == [1] * 10
    assert len({each.y() for each in cards}) == 10
    with laid_out_once(QWidget()):  # neither shown nor laid out: nothing to spare
        pass


WORDS = "Wie een bijdrage leest kan iets vragen, vertellen dat zij gebruikt is, of op een fout wijzen."


@pytest.mark.parametrize("options", [{}, {"wraps": True}, {"wraps": True, "strong": True}, {"size": 20, "wraps": True}])
def test_a_text_is_as_large_as_a_label_with_the_same_words(look: Appearance, options: dict[str, object]) -> None:
    for percent in (100, 200, 100):
        look.choose("light", percent)
        for words, margin, stays in product((WORDS, "kort", ""), (0, 7), (True, False)):
            text = Text(words, **options)
            if not stays:
                text.setWordWrap(False)
                text.setText(words)
            text.setContentsMargins(margin, margin, margin, margin)
            for _ in range(2):  # the second time from what was measured
                assert text.sizeHint() == QLabel.sizeHint(text)
                assert text.minimumSizeHint() == QLabel.minimumSizeHint(text)
                for width in (120, 300):
                    assert text.heightForWidth(width) == QLabel.heightForWidth(text, width)


def test_the_style_answers_from_what_it_knows_as_it_would_if_asked(look: Appearance) -> None:
    style = QApplication.style()
    assert isinstance(style, KennisbankStyle)
    base = super(KennisbankStyle, style)
    for percent in (200, 100):
        look.choose("light", percent)
        for widget in (QWidget(), QPushButton("x"), QScrollBar(), QLineEdit(), QFrame()):
            option = QStyleOptionFrame()
            option.initFrom(widget)
            option.rect = QRect(3, 4, 50, 20)
            for hint in _SAME_HINTS:
                assert style.styleHint(hint, option, widget) == base.styleHint(hint, option, widget)
            for length in _SAME_LENGTHS:
                assert style.pixelMetric(length, option, widget) == base.pixelMetric(length, option, widget)
            for part in (*_WHOLE_ITEMS, QStyle.SubElement.SE_ShapedFrameContents):
                assert style.subElementRect(part, option, widget) == base.subElementRect(part, option, widget)
            for kind in _AS_THEY_ARE:
                asked = (kind, option, QSize(37, 11), widget)
                assert style.sizeFromContents(*asked) == base.sizeFromContents(*asked)


def rings(page: QWidget) -> list[QFocusFrame]:
    return page.findChildren(QFocusFrame)
