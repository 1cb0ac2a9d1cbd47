"""Marks for those who don't see them: while assistive technology listens, each mark that shows is an object.

The objects are labels without a face, above their marks and deaf to the mouse. Without assistive technology there are
none, so that thousands of marks cost nothing.
"""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from kennisbank.domain.annotation import Annotation
from kennisbank.ui.models.annotation_words import name_words, quote_words, writer_words
from kennisbank.ui.reader.page_marks import PageMark
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations

_MOST = 200
"""Marks on the pages that show, beyond which only those in the window itself become objects."""
_LONGEST = 300


class MarkStands(QObject):
    """The objects of one view, kept in step with what shows."""

    def __init__(self, view: PageView, annotations: PaperAnnotations) -> None:
        """Follow the marks on `view`; make this after what puts them there."""
        super().__init__(view)
        self._view = view
        self._stands: list[QLabel] = []
        self._used = 0
        view.moved.connect(self.refresh)
        annotations.changed.connect(self.refresh)
        annotations.body_changed.connect(lambda _id: self.refresh())

    @property
    def shown(self) -> list[QLabel]:
        """Return the objects of the marks that show, in reading order."""
        return self._stands[: self._used]

    def refresh(self) -> None:
        """Let the objects stand for what shows now."""
        if not QAccessible.isActive() and not self._stands:
            return
        marks = self._marks() if QAccessible.isActive() else []
        viewport = self._view.viewport()
        while len(self._stands) < len(marks):
            stand = QLabel(viewport)
            stand.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._stands.append(stand)
        for stand, (mark, rect) in zip(self._stands, marks, strict=False):
            stand.setGeometry(rect.toAlignedRect())
            stand.setAccessibleName(self.words_for(mark.placed.annotation))
            stand.setVisible(True)
        for stand in self._stands[len(marks) : self._used]:
            stand.hide()
        self._used = len(marks)

    def _marks(self) -> list[tuple[PageMark, QRectF]]:
        pages = self._view.visible_pages()
        is_many = sum(len(self._view.marks.on(page.index)) for page in pages) > _MOST
        return [
            (mark, self._view.to_view(page, mark.box))
            for page in pages
            for mark in (self._view.visible_marks(page) if is_many else self._view.marks.on(page.index))
        ]

    def words_for(self, each: Annotation) -> str:
        """Return what is said of a mark: what it is, the words it is on, the note to it, and whose it is."""
        words = name_words(each)
        quote = quote_words(each)[:_LONGEST]
        if quote:
            words = self.tr("{name} on “{quote}”").format(name=words, quote=quote)
        if each.body.strip():
            words = self.tr("{mark}. Note: {note}").format(mark=words, note=each.body.strip()[:_LONGEST])
        if each.creator:
            words = self.tr("{mark}. By {creator}").format(mark=words, creator=writer_words(each.creator))
        return words
