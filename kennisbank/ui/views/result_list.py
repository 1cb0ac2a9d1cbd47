"""The list of results: one tab stop; arrows move, Enter opens at the hit, Escape goes back to the search field."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.ui.models.result_rows import DownloadOf, ResultRows, StateOf
from kennisbank.ui.models.search_answer import Answer, ResultRow
from kennisbank.ui.views.result_delegate import ResultDelegate

_Index = QModelIndex | QPersistentModelIndex


class ResultList(QListView):
    """Cards below one another."""

    current_changed = Signal(object)
    """Another result is current; with its `ResultRow`, or None."""
    opened = Signal(object)
    """A result is to be read; with its `ResultRow`."""
    why_asked = Signal(object)
    """Somebody wants to know why a result is there; with its `ResultRow`."""
    left_up = Signal()
    """Up from the first result, or Escape: back to the search field."""
    fetch_asked = Signal(object)
    """A result is to be brought from the archive, or that is to be stopped; with its `ResultRow`."""
    more_wanted = Signal()
    """The end of what was fetched came in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._model = ResultRows(self)
        self._delegate = ResultDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("no_ring", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._model.wanted.connect(self.more_wanted)
        self._delegate.fetch_asked.connect(lambda index: self.fetch_asked.emit(self._row(index)))
        self._delegate.why_asked.connect(lambda index: self.why_asked.emit(self._row(index)))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda new, _old: self.current_changed.emit(self._row(new)))

    def tell_states(self, state_of: StateOf) -> None:
        """Show on each card how far one is with it, as `state_of` says; repaint the viewport when that changes."""
        self._model.tell_states(state_of)

    def tell_downloads(self, download_of: DownloadOf) -> None:
        """Show on each card how it stands with its files; repaint the viewport when that changes."""
        self._model.tell_downloads(download_of)

    @property
    def ids(self) -> tuple[ContributionId, ...]:
        """Return the contributions that were fetched, in order."""
        return self._model.ids

    @property
    def current(self) -> ResultRow | None:
        """Return the current result."""
        return self._row(self.currentIndex())

    def show_answer(self, answer: Answer | None, current: object = None) -> None:
        """Show an answer; `current` is the contribution to stay with, if it is there, else the first is."""
        self._delegate.keep_only(frozenset(row.id for row in answer.rows) if answer is not None else frozenset())
        self._model.put(answer)
        place = max(self._model.place_of(current), 0) if current is not None else 0
        if not self.go_to(place):
            self.current_changed.emit(None)
        if place == 0:
            self.scrollToTop()

    def extend(self, answer: Answer) -> None:
        """Show more of the same answer."""
        self._model.extend(answer)

    def go_to(self, place: int) -> bool:
        """Make the result in this place the current one; return whether there is one."""
        index = self._model.index(place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        return index.isValid()

    def step(self, direction: int) -> bool:
        """Go to the next result (1) or the one before (-1); return whether there is one."""
        return self.go_to(self.currentIndex().row() + direction)

    def retranslate(self) -> None:
        """Name the list, and lay out the cards in the language in force."""
        self.setAccessibleName(self.tr("Results"))
        self._delegate.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.left_up.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_up.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():  # the link on the card follows the pointer
            self.update(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.viewport().update()
        return super().event(event)

    def _open(self, index: _Index) -> None:
        row = self._row(index)
        if row is not None:
            self.opened.emit(row)

    def _row(self, index: _Index) -> ResultRow | None:
        return self._model.row(index.row()) if index.isValid() else None
