"""What is known of a contribution, for reading: each field with its value and where that came from."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.metadata import FIELDS, Author, Field, Provenance, SourcedMetadata
from kennisbank.domain.results import FacetName
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.metadata_words import field_name, source_badge, source_detail, value_text
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout, laid_out_once
from kennisbank.ui.widgets.text import Text

_ORDER: tuple[Field, ...] = (
    "title",
    "authors",
    "edition",
    "year",
    "kind",
    "language",
    "themes",
    "keywords",
    "abstract",
    "doi",
    "licence",
)
_FACETS: dict[Field, FacetName] = {
    "edition": "edition",
    "year": "year",
    "kind": "kind",
    "language": "language",
    "themes": "theme",
    "keywords": "keyword",
}
"""Fields of which a value leads to the contributions that have it too."""


class DetailsFacts(Card):
    """A card with one line per field; values that others may have too are links to those."""

    browse_asked = Signal(str, str)
    """Show the contributions with this value: facet, value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing known."""
        super().__init__(parent)
        self._metadata = SourcedMetadata()
        self._lines: list[_Fact] = []
        self._column = Column(self, margins=(24, 8, 24, 8), spacing=0)

    def show_metadata(self, metadata: SourcedMetadata) -> None:
        """Show these fields."""
        self._metadata = metadata
        assert set(_ORDER) == set(FIELDS)
        with laid_out_once(self):
            clear_layout(self._column)
            for place, name in enumerate(_ORDER):
                if place:
                    self._column.addWidget(Hairline(parent=self))
                self._column.addWidget(self._fact(name))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_metadata(self._metadata)

    def _fact(self, name: Field) -> "_Fact":
        value = getattr(self._metadata.values, name)
        provenance = self._metadata.provenance.get(name)
        if not value:
            said = self.tr("left empty by hand") if provenance is not None else self.tr("not known")
            return _Fact(field_name(name), _inset(Text(said, tone="text_2", wraps=True)), provenance, self)
        if name == "authors":
            return _Fact(field_name(name), self._authors(value), provenance, self)
        if name in _FACETS:
            values = value if isinstance(value, tuple) else (value,)
            return _Fact(field_name(name), self._links(name, values), provenance, self)
        return _Fact(
            field_name(name), _inset(Text(value_text(name, value), wraps=True, selectable=True)), provenance, self
        )

    def _links(self, name: Field, values: Sequence[object]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, spacing=4)
        flow.setContentsMargins(4, 4, 4, 4)  # the focus ring of a button
        for value in values:
            button = Button(value_text(name, value), small=True)
            button.setToolTip(self.tr("Show all contributions with this"))
            button.clicked.connect(lambda _on=False, value=value: self.browse_asked.emit(_FACETS[name], str(value)))
            flow.addWidget(button)
        return _grown(box)

    def _authors(self, authors: Sequence[Author]) -> QWidget:
        box = QWidget()
        column = Column(box, margins=(4, 4, 4, 4), spacing=4)
        for author in authors:
            flow = FlowLayout(spacing=8)
            button = Button(author.name, small=True)
            button.setToolTip(self.tr("All contributions of this author, over the editions"))
            button.clicked.connect(lambda _on=False, author=author: self.browse_asked.emit("author", author.name))
            flow.addWidget(button)
            if author.affiliation:
                flow.addWidget(Text(author.affiliation, tone="text_2"))
            column.addLayout(flow)
        return box


class _Fact(QWidget):
    """A field's name, its value and its source; below one another where there is little room."""

    def __init__(self, name: str, value: QWidget, provenance: Provenance | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Text(name, strong=True)
        follow(self, lambda: self._name.setContentsMargins(0, px(4), 0, px(4)))
        self._source = QWidget()
        source = Row(self._source, margins=(0, 4, 0, 4), spacing=8)
        if provenance is not None:
            words, tone, icon = source_badge(provenance)
            source.addWidget(Badge(words, tone, icon), 0, Qt.AlignmentFlag.AlignTop)
            source.addWidget(Text(source_detail(provenance), 12, tone="text_2", wraps=True), 1)
        self._row = Row(self, margins=(0, 6, 0, 6), spacing=8)
        self._row.add_all(self._name, value, self._source)
        self._row.setStretch(1, 1)
        self._is_narrow = False
        for each in (self._name, value, self._source):
            self._row.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        follow(self, self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < px(560)
        direction = Row.Direction.TopToBottom if is_narrow else Row.Direction.LeftToRight
        self._row.setDirection(direction)
        self._name.setMinimumWidth(0 if is_narrow else px(112))
        self._source.setMinimumWidth(0 if is_narrow else px(208))
        self._source.setMaximumWidth(16777215 if is_narrow else px(208))


def _inset(text: Text) -> Text:
    """Let a text stand where the words in a button stand."""
    follow(text, lambda: text.setContentsMargins(4, px(4), 4, px(4)))
    return text


def _grown(box: QWidget) -> QWidget:
    """Let a flow of buttons take the height that its width asks for."""
    policy = box.sizePolicy()
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box
