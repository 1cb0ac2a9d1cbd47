"""What is done to an annotation from its card, and told of."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import COLOURS, PlacedAnnotation
from kennisbank.ui.models.annotation_words import name_words
from kennisbank.ui.models.margin_words import content_of
from kennisbank.ui.reader.desk import Desk, Passage
from kennisbank.ui.reader.mark_menu import MarkMenu
from kennisbank.ui.reader.paper_annotations import PaperAnnotations


class MarginActs(QObject):
    """Acts on one annotation, by its id.

    Signals: `version_requested` with the hash of a file and the 1-based page in it; `edit_requested` with an id;
    `link_requested` with an address.
    """

    link_requested = Signal(str)
    version_requested = Signal(str, int)
    edit_requested = Signal(str)

    def __init__(
        self,
        annotations: PaperAnnotations,
        desk: Desk,
        spans: Callable[[], tuple[Span, ...]],
        card: Callable[[str], QWidget | None],
        parent: QWidget,
    ) -> None:
        """Act on `annotations`; `spans` gives the text that is selected on the pages, `card` the card of one."""
        super().__init__(parent)
        self._card = card
        self._annotations, self._desk, self._spans, self._parent = annotations, desk, spans, parent

    def colour(self, annotation_id: str, number: int) -> None:
        """Give it mark 1 to 4."""
        self._annotations.change(annotation_id, colour=COLOURS[number - 1])

    def trash(self, annotation_id: str) -> bool:
        """Put it in the trash, and offer to take that back; return whether that could be done."""
        placed = self._annotations.get(annotation_id)
        if placed is None:
            return False
        if placed.annotation.is_read_only:
            self._desk.tell(self.tr("This annotation is another's or stands in the file itself; it stays."), "", None)
            return False
        self._annotations.trash([annotation_id])
        words = self.tr("Deleted: %1. The trash keeps it for 30 days.").replace("%1", name_words(placed.annotation))
        self._desk.tell(words, self.tr("Undo"), lambda: self._annotations.restore([annotation_id]))
        return True

    def copy(self, annotation_id: str) -> None:
        """Put its quote and its note on the clipboard."""
        placed = self._annotations.get(annotation_id)
        if placed is not None:
            content = content_of(placed)
            QGuiApplication.clipboard().setText("\n\n".join(part for part in (content.quote, content.body) if part))
            self._desk.tell(self.tr("Copied."), "", None)

    def seen(self, annotation_id: str) -> None:
        """Take note that it stands where it should."""
        self._annotations.seen([annotation_id])

    def attach(self, annotation_id: str) -> None:
        """Put it at the text that is selected on the pages."""
        spans = self._spans()
        if spans:
            self._annotations.attach(annotation_id, spans)
        else:
            self._desk.tell(self.tr("Select the passage on the page first; then choose this again."), "", None)

    def version(self, annotation_id: str) -> None:
        """Ask for the version of the file that it was made in."""
        placed = self._annotations.get(annotation_id)
        made = placed.annotation.anchor if placed is not None else None
        if made is not None:
            self.version_requested.emit(made.file, made.page or 1)

    def menu(self, annotation_id: str, at: QPoint) -> None:
        """Show all that can be done with it, at a place on the screen."""
        placed = self._annotations.get(annotation_id)
        if placed is None:
            return
        menu = MarkMenu(self._parent)
        may = not placed.annotation.is_read_only
        if may:
            menu.add(
                self.tr("Write the note"), lambda: self.edit_requested.emit(annotation_id), name="note", keys="Enter"
            )
        menu.add(self.tr("Copy"), lambda: self.copy(annotation_id), name="file", keys="Ctrl+C")
        self._add_of_the_desk(menu, placed)
        self._add_links(menu, placed)
        share = self._desk.share
        if may and share is not None:
            annotation = placed.annotation.id
            menu.add(self.tr("Share…"), lambda: share(annotation, self._card(annotation) or self._parent), name="users")
        if may:
            menu.addSeparator()
            menu.add(self.tr("Delete"), lambda: self.trash(annotation_id), name="trash", keys="Del")
        menu.show_at(at)

    def _add_of_the_desk(self, menu: MarkMenu, placed: PlacedAnnotation) -> None:
        passage = self._passage(placed)
        quote, collect = self._desk.quote, self._desk.collect
        if quote is not None:
            menu.add(self.tr("Copy with its source"), lambda: quote(passage), name="quote", keys="Ctrl+Shift+C")
        if collect is not None:
            menu.addMenu(collect(lambda: passage, menu))

    def _add_links(self, menu: MarkMenu, placed: PlacedAnnotation) -> None:
        """Add what a card does by the pointer alone."""
        for address in content_of(placed).links:
            words = self.tr("Open %1").replace("%1", address)
            menu.add(words, lambda address=address: self.link_requested.emit(address), name="external")  # type: ignore[misc]

    def _passage(self, placed: PlacedAnnotation) -> Passage:
        each, anchor = placed.annotation, placed.anchor
        return Passage(each.contribution, anchor.file if anchor is not None else self._annotations.file, (), each.id)
