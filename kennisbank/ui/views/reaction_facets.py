"""Narrowing what one wrote: kind, colour, tag, what a newer version did, and who wrote it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.annotation import COLOURS, KINDS
from kennisbank.ui.models.annotation_words import colour_words, kind_words, state_words, writer_words
from kennisbank.ui.models.reactions import OWN, REACTION_FACETS, Chosen, ReactionFacet
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.facets import FacetGroup
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll

Counts = Mapping[ReactionFacet, Sequence[tuple[str, int]]]


class ReactionFacets(Ground):
    """The facets at the left."""

    changed = Signal(object)
    """Other values were chosen; with all that are, as `Chosen`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("window", parent=parent)
        self._counts: Counts = {}
        self._chosen: dict[ReactionFacet, frozenset[str]] = {}
        page = QWidget()
        column = Column(page, margins=(24, 16, 16, 24), spacing=16)
        self._groups = {facet: FacetGroup() for facet in REACTION_FACETS}
        for facet, group in self._groups.items():
            column.addWidget(group)
            group.changed.connect(lambda values, facet=facet: self._choose(facet, values))
        column.addStretch(1)
        Column(self, spacing=0).addWidget(Scroll(page))
        self.retranslate()

    def show_counts(self, counts: Counts, chosen: Chosen) -> None:
        """Show what can be chosen, and what is."""
        self._counts, self._chosen = counts, dict(chosen)
        for facet, group in self._groups.items():
            values = counts.get(facet, ())
            rows = [(value, self._words(facet, value), count) for value, count in values]
            group.show_values(rows, chosen.get(facet, frozenset()))
            is_only_own = facet == "writer" and [value for value, _ in values] == [OWN]
            group.setVisible(bool(rows) and not is_only_own)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Narrow"))
        titles: dict[ReactionFacet, str] = {
            "kind": self.tr("Kind"),
            "colour": self.tr("Colour"),
            "tag": self.tr("Tag"),
            "state": self.tr("In the newest version"),
            "writer": self.tr("Written by"),
        }
        for facet, group in self._groups.items():
            group.set_words(titles[facet], self.tr("{count} more"), self.tr("Fewer"))
        self.show_counts(self._counts, self._chosen)

    def _words(self, facet: ReactionFacet, value: str) -> str:
        if facet == "kind":
            return next((kind_words(kind) for kind in KINDS if kind == value), value)
        if facet == "colour":
            return colour_words(value) if value in COLOURS else self.tr("Another colour (%1)").replace("%1", value)
        if facet == "state":
            return next((state_words(state) for state in ("moved", "changed", "gone") if state == value), value)
        if facet == "writer":
            return writer_words(value) or self.tr("You")
        return value

    def _choose(self, facet: ReactionFacet, values: frozenset[str]) -> None:
        self.changed.emit({**self._chosen, facet: values})
