"""A picture of every widget in its states: not a view of the program, but what its views are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QRadioButton, QSpinBox, QTabBar, QWidget

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.views.registry import ViewEntry
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.cards import Card, EmptyState, Ground
from kennisbank.ui.widgets.facets import FacetGroup
from kennisbank.ui.widgets.fields import ErrorLine, SearchField
from kennisbank.ui.widgets.labels import Badge, Chip
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.panes import Panes
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Elided, KeyHint, Text
from tests.ui.recipes.recipe import Recipe, Stage

ENTRY = ViewEntry("gallery", __name__, "Gallery", "top", "grid", "Gallery")


def _buttons() -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for kind in ("primary", "secondary", "quiet", "link"):
        flow.addWidget(Button(f"Read {kind}", kind, icon_name="search"))  # type: ignore[arg-type]
        off = Button("Off", kind)  # type: ignore[arg-type]
        off.setEnabled(False)
        flow.addWidget(off)
    flow.addWidget(Button("Read at the hit", "primary", key_hint="Enter"))
    flow.addWidget(Button("Small", small=True, icon_name="download"))
    for is_on in (False, True):
        toggle = IconButton("panelleft", "Left pane", keys="Ctrl+B", checkable=True)
        toggle.setChecked(is_on)
        flow.addWidget(toggle)
    return box


def _fields() -> QWidget:
    box = QWidget()
    column = Column(box)
    row = Row()
    good, wrong, off = QLineEdit("1992"), QLineEdit("tel. ontbreekt"), QLineEdit("geen")
    off.setEnabled(False)
    combo, spin = QComboBox(), QSpinBox()
    combo.addItems(["Beste eerst", "Nieuwste eerst"])
    for name, each in (("Year", good), ("Phone", wrong), ("None", off), ("Order", combo), ("Count", spin)):
        each.setAccessibleName(name)
        row.addWidget(each)
    error = ErrorLine(wrong)
    column.add_all(row, error)
    error.say("The maintainer can't answer without a telephone number.")
    checks = Row()
    for each in (QCheckBox("Didactics"), QCheckBox("Society"), QRadioButton("One"), QRadioButton("Two")):
        each.setChecked(each.text() in {"Society", "Two"})
        checks.addWidget(each)
    column.addLayout(checks)
    search = SearchField()
    search.set_words("Search in this list", "Search in this list", "Clear")
    search.set_text("netwerk samenleving")
    column.addWidget(search)
    return box


def _labels() -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    flow.addWidget(Badge("nl"))
    flow.addWidget(Badge("Article", icon_name="file"))
    flow.addWidget(Badge("3 notes", "accent", "note"))
    flow.addWidget(Badge("Ready", "ok", "check"))
    flow.addWidget(Badge("Look again", "warn", "warn"))
    flow.addWidget(Badge("Can't", "bad", "error"))
    flow.addWidget(Chip("Year 2011 to 2025", "Remove the filter Year"))
    flow.addWidget(Chip("Theme: Didactics", "Remove the filter Theme"))
    flow.addWidget(KeyHint("Ctrl L"))
    return box


class Gallery(View):
    """Every widget, in three panes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        left = Ground("window")
        side = Column(left, margins=(24, 24, 16, 24), spacing=12)
        facet = FacetGroup()
        facet.set_words("Theme", "{count} more themes", "Fewer themes")
        themes = ["Didactics", "Society", "Infrastructure", "Ethics", "Primary education", "Tools", "Tests", "Gender"]
        facet.show_values([(name, name, 1600 // (n + 1)) for n, name in enumerate(themes)], {"Didactics"})
        side.add_all(facet, None)
        middle = QWidget()
        column = Column(middle, margins=(24, 16, 24, 16), spacing=12)
        card = Card()
        card.set_current(is_current=True)
        inside = Column(card, margins=(16, 12, 16, 12), spacing=4)
        inside.add_all(
            Elided(
                "Teaching in a connected society: networks as subject and as habit, and what remains", 15, strong=True
            ),
            Elided("T. Achterveld, I. Roggekamp • NIOC2023", tone="text_2"),
            Text(
                "The Dutch word hides two tasks for a teacher: explaining networks, and taking part in them.",
                wraps=True,
            ),
        )
        progress = ProgressLine()
        progress.show_progress("Reading, 84 of 126", 84, 126)
        progress.set_cancel_words("Cancel")
        tabs = QTabBar()
        tabs.setAccessibleName("Tabs")
        tabs.addTab("Title")
        tabs.addTab("Text")
        tabs.setExpanding(False)
        tabs.setDrawBase(True)
        column.add_all(
            Text("18 contributions", 20, strong=True), _buttons(), _fields(), _labels(), card, progress, tabs, None
        )
        right = Ground("surface")
        empty = EmptyState("search")
        empty.set_words("Nothing was found for this.", "Search for 'docenten'", "The word stands nowhere here.")
        Column(right).addWidget(empty)
        self._panes = Panes(Scroll(middle), left=left, right=right)
        Column(self).addWidget(self._panes)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName("Gallery")

    def panes(self) -> tuple[QWidget, ...]:
        return self._panes.panes


def show(stage: Stage) -> None:
    stage.session.go("gallery")
    stage.session.tell("The contribution was removed.", "Undo", lambda: None)
    stage.settle()
    stage.window.findChildren(Button)[0].setFocus(Qt.FocusReason.TabFocusReason)


def recipes() -> list[Recipe]:
    return [Recipe("gallery", show)]
