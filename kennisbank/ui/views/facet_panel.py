"""Narrowing an answer: the facets with their counts, at the side of the results."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.results import FACETS, FacetCount, FacetName
from kennisbank.ui.models.search_answer import Filters
from kennisbank.ui.models.search_words import facet_title, value_words
from kennisbank.ui.views.facet_years import MOST_BARS, YearBars
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Hairline
from kennisbank.ui.widgets.facets import FacetGroup
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

Counts = Mapping[FacetName, Sequence[FacetCount]]
MOST_VALUES = 24
"""Rows of one facet at most; a value that is not among the most frequent is found by typing it."""


class FacetPanel(Ground):
    """The facets of an answer. Values of one facet widen, facets narrow."""

    changed = Signal(object)
    """Other values were chosen; with all chosen ones as `Filters`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without facets."""
        super().__init__("window", parent=parent)
        self._filters: dict[FacetName, frozenset[str]] = {}
        self._counts: Counts = {}
        self._is_exact = True
        self._heading = Text(size=15, strong=True)
        self._clear = Button("", "link", small=True)
        self._none = Text(tone="text_2", wraps=True)
        self._at_least = Text(size=12, tone="text_2", wraps=True)
        self._years = YearBars()
        self._groups: dict[FacetName, FacetGroup] = {}
        self._lines: dict[FacetName, Hairline] = {}
        page = QWidget()
        column = Column(page, margins=(24, 16, 16, 24), spacing=12)
        top = Row()
        top.add_all(self._heading, None, self._clear)
        column.addLayout(top)
        column.add_all(self._at_least, self._none)
        self._at_least.hide()
        for facet in FACETS:
            self._add(column, facet)
        column.addStretch(1)
        Column(self, spacing=0).addWidget(Scroll(page))
        self._clear.clicked.connect(lambda: self._choose_all({}))
        self._years.changed.connect(lambda chosen: self._choose("year", chosen))
        self.retranslate()

    def show_counts(self, counts: Counts, filters: Filters, *, is_exact: bool = True) -> None:
        """Show what can be chosen, and what is; unless `is_exact` the numbers say *at least*."""
        self._counts, self._is_exact = counts, is_exact
        self._at_least.setVisible(not is_exact and any(counts.values()))
        self._filters = {facet: values for facet, values in filters.items() if values}
        self._clear.setVisible(bool(self._filters))
        self._none.setVisible(not any(counts.values()) and not self._filters)
        for facet in FACETS:
            self._show(facet)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Narrow"))
        self._heading.setText(self.tr("Narrow"))
        self._none.setText(self.tr("There is nothing to choose from here."))
        self._at_least.setText(self.tr("At least so many: the answer is too large to count all of it."))
        self._clear.setText(self.tr("Clear all"))
        for facet, group in self._groups.items():
            group.set_words(facet_title(facet), self.tr("{count} more"), self.tr("Fewer"))
        self._years.set_name(facet_title("year"))
        self.show_counts(self._counts, self._filters, is_exact=self._is_exact)

    def _add(self, column: Column, facet: FacetName) -> None:
        line, group = Hairline(), FacetGroup()
        group.changed.connect(lambda chosen: self._choose(facet, chosen))
        self._lines[facet], self._groups[facet] = line, group
        column.add_all(line, group)
        if facet == "year":
            column.addWidget(self._years)

    def _show(self, facet: FacetName) -> None:
        chosen = self._filters.get(facet, frozenset())
        counts = [(each.value, each.count) for each in self._counts.get(facet, ())]
        counts += [(value, 0) for value in sorted(chosen - {value for value, _ in counts})]
        if facet in {"year", "edition"}:
            counts.sort(key=lambda pair: pair[0], reverse=True)
        shown = [pair for place, pair in enumerate(counts) if place < MOST_VALUES or pair[0] in chosen]
        has_bars = facet == "year" and 1 < len(shown) <= MOST_BARS
        if facet == "year":
            self._years.show_counts(shown[::-1] if has_bars else [], chosen)
        rows = [] if has_bars else [(value, value_words(facet, value), count) for value, count in shown]
        self._groups[facet].show_values(rows, chosen)
        self._lines[facet].setVisible(bool(shown))

    def _choose(self, facet: FacetName, chosen: frozenset[str]) -> None:
        self._choose_all({**self._filters, facet: chosen})

    def _choose_all(self, filters: Filters) -> None:
        self._filters = {facet: values for facet, values in filters.items() if values}
        self.changed.emit(dict(self._filters))
