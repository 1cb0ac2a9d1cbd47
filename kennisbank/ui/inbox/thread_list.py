"""The list of threads: one tab stop; arrows, j and k move, Enter goes into the thread."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import ThreadRow
from kennisbank.ui.inbox.thread_delegate import ThreadDelegate
from kennisbank.ui.inbox.thread_rows import MoreLine, ThreadRows


class ThreadList(QListView):
    """Threads below one another, under the titles of their contributions."""

    chosen = Signal(str)
    """Another thread is the current one; with its id."""
    entered = Signal()
    """The keyboard is to go into the current thread."""
    more_asked = Signal()
    """More threads are to be brought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows = ThreadRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(ThreadDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("no_ring", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._is_showing = False
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._on_current())
        self.clicked.connect(lambda _index: self._on_more())

    @property
    def current(self) -> ThreadRow | None:
        """Return the current thread."""
        line = self.rows.line(self.currentIndex().row())
        return line if isinstance(line, ThreadRow) else None

    def put(self, rows: list[ThreadRow], more: int) -> None:
        """Show other threads, and stay at the current one where it still is; nothing is told of that."""
        current, top = self.current, self.verticalScrollBar().value()
        self._is_showing = True
        self.rows.show(rows, more)
        if current is not None:
            self.go_to(current.id)
        self.verticalScrollBar().setValue(top)
        self._is_showing = False

    def go_to(self, thread: str) -> bool:
        """Make a thread the current one; return whether it is here."""
        place = self.rows.place_of(thread)
        if place < 0:
            return False
        if place != self.currentIndex().row():
            self._go(place)
        return True

    def step(self, direction: int) -> None:
        """Go to the next thread (1), or the one before (-1)."""
        place = self.rows.beside(self.currentIndex().row(), direction)
        if place >= 0:
            self._go(place)

    def retranslate(self) -> None:
        """Name the list."""
        self.setAccessibleName(self.tr("Threads"))
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self._on_more() and self.current is not None:
                    self.entered.emit()
            case Qt.Key.Key_J | Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_K | Qt.Key.Key_Up:
                self.step(-1)
            case _:
                super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        index = self.rows.index(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        above = self.rows.index(place - 1)
        if above.isValid() and not above.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.scrollTo(above)  # the title of its contribution is no news, but it says where one is
        self.scrollTo(index)

    def _on_current(self) -> None:
        if not self._is_showing and self.current is not None:
            self.chosen.emit(self.current.id)

    def _on_more(self) -> bool:
        if isinstance(self.rows.line(self.currentIndex().row()), MoreLine):
            self.more_asked.emit()
            return True
        return False
