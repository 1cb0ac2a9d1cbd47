"""Above the results: how many, how the query was read, what narrows it, and in which order they stand."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.results import FACETS, FacetName
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font
from kennisbank.ui.models.search_answer import ORDERS, Answer, Asked
from kennisbank.ui.models.search_words import facet_title, value_words
from kennisbank.ui.views.search_notices import SearchNotices
from kennisbank.ui.views.search_reading import QueryLine
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.labels import Chip
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text


class SearchHead(QWidget):
    """Heading, reading of the query, notices, chips, order, and the buttons of the side panes."""

    filter_removed = Signal(str, str)
    """A chip was pressed; with the facet and its value."""
    strict_removed = Signal()
    """More than what was typed may be searched for again."""
    save_asked = Signal()
    """What is asked is to be kept, or how it is kept is to be mended."""
    instead = Signal(object)
    """Something else is to be asked; with the `Asked`."""
    order_changed = Signal(str)
    left_toggled = Signal(bool)
    right_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an answer."""
        super().__init__(parent)
        self._answer: Answer | None = None
        self._asked, self._is_saved = Asked(), False
        self._heading = Text(size=20, strong=True)
        self._hits = Text(tone="text_2")
        self._order = MetadataChoice()
        self._order.addItems(["" for _ in ORDERS])
        self._left = IconButton("filter", keys="Ctrl+B", checkable=True)
        self._right = IconButton("panelright", keys="Ctrl+M", checkable=True)
        self._save = IconButton("bookmark", keys="Ctrl+S", checkable=True)
        self._reading, self._notices = QueryLine(), SearchNotices()
        self._chip_box = QWidget()
        self._chips = FlowLayout(self._chip_box)
        numbers = QWidget()
        flow = FlowLayout(numbers, spacing=10)
        flow.addWidget(self._heading)
        flow.addWidget(self._hits)
        top = Row(spacing=8)
        top.addWidget(numbers, 1)
        top.add_all(self._left, self._order, self._save, self._right)
        column = Column(self, margins=(4, 4, 4, 0), spacing=8)
        column.add_all(top, self._reading, self._notices, self._chip_box)
        self._chip_box.hide()
        follow(self._order, lambda: self._order.setFont(font(13)))  # it keeps its size until its font changes
        self._order.activated.connect(lambda place: self.order_changed.emit(ORDERS[place]))
        self._left.clicked.connect(self.left_toggled)
        self._right.clicked.connect(self.right_toggled)
        self._save.clicked.connect(self._on_save)
        self._notices.instead.connect(self.instead)
        self.retranslate()

    def show_answer(self, answer: Answer | None) -> None:
        """Show the numbers and how the query was read."""
        self._answer = answer
        self._notices.show_answer(answer)
        if answer is None:
            self._heading.setText("")
            self._hits.setText("")
            self._reading.show_query("", ())
            return
        total, hits = answer.results.total, answer.results.passage_total
        heading = self.tr("%n contribution(s)", "", total).replace(str(total), number(total))
        is_exact = answer.results.total_is_exact
        self._heading.setText(heading if is_exact else self.tr("At least {count}").format(count=heading))
        words = self.tr("%n hit(s)", "", hits).replace(str(hits), number(hits))
        self._hits.setText(words if hits and answer.asked.query.strip() else "")
        self._reading.show_query(answer.asked.query, answer.results.not_understood)

    def show_asked(self, asked: Asked) -> None:
        """Show what narrows the answer, and its order."""
        self._asked = asked
        self._order.setCurrentIndex(ORDERS.index(asked.order))
        self._chips.clear()
        if asked.is_only_new:
            chip = Chip(self.tr("Only what is new"), self.tr("Show all again"))
            chip.removed.connect(lambda: self.instead.emit(replace(asked, is_only_new=False)))
            self._chips.addWidget(chip)
        if asked.is_strict:
            chip = Chip(self.tr("Exactly what you typed"), self.tr("Search more freely again"))
            chip.removed.connect(self.strict_removed)
            self._chips.addWidget(chip)
        for facet in FACETS:
            for value in sorted(asked.filters.get(facet, ())):
                self._chips.addWidget(self._chip(facet, value))
        self._chip_box.setVisible(self._chips.count() > 0)
        self._chip_box.updateGeometry()

    def show_saved(self, *, is_saved: bool) -> None:
        """Follow whether what is asked is kept."""
        self._is_saved = is_saved
        self._save.setChecked(is_saved)
        self._save.set_name(self.tr("Saved search: rename or remove") if is_saved else self.tr("Save this search"))

    def show_panes(self, *, is_left_shown: bool, is_right_shown: bool) -> None:
        """Follow which side panes are shown."""
        self._left.setChecked(is_left_shown)
        self._right.setChecked(is_right_shown)

    def retranslate(self) -> None:
        """Set all words anew."""
        for place, words in enumerate((self.tr("Best first"), self.tr("Newest first"), self.tr("By title"))):
            self._order.setItemText(place, words)
        self._order.setAccessibleName(self.tr("Order of the results"))
        self._left.set_name(self.tr("Narrow the results"))
        self._right.set_name(self.tr("The current result"))
        self._reading.retranslate()
        self._notices.retranslate()
        self.show_answer(self._answer)
        self.show_asked(self._asked)
        self.show_saved(is_saved=self._is_saved)

    def _on_save(self) -> None:
        self._save.setChecked(self._is_saved)  # pressing it only opens the line below
        self.save_asked.emit()

    def _chip(self, facet: FacetName, value: str) -> Chip:
        words = f"{facet_title(facet)}: {value_words(facet, value)}"
        chip = Chip(words, self.tr("Remove the filter {name}").format(name=words))
        chip.removed.connect(lambda: self.filter_removed.emit(facet, value))
        return chip
