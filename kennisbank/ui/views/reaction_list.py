"""The list of what one wrote: one tab stop; arrows move, Shift and Ctrl choose several, Enter opens.

Cards have heights of their own; thousands are laid out in batches, while one reads the first.
"""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.models.reaction_rows import ReactionRows
from kennisbank.ui.models.reactions import Reaction
from kennisbank.ui.views.reaction_delegate import ReactionDelegate


class ReactionList(QListView):
    """Cards below one another."""

    opened = Signal(object)
    """A reaction is to be looked at in its paper; with the `Reaction`."""
    discarded = Signal()
    """What is chosen is to go."""
    chosen_changed = Signal()
    left_up = Signal()
    """Up from the first card, or Escape: back to the field above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows = ReactionRows(self)
        self._delegate = ReactionDelegate(self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("no_ring", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row(index.row())))
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen_changed.emit())

    @property
    def chosen(self) -> list[Reaction]:
        """Return what is chosen, in the order of the list."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for place in places if (row := self.rows.row(place)) is not None]

    def put(self, reactions: list[Reaction]) -> None:
        """Show other reactions, and stay at the current one or where it was."""
        place = self.currentIndex().row()
        current = self.rows.row(place)
        self.rows.show(reactions)
        wanted = self.rows.place_of(current.annotation.id) if current is not None else -1
        self.go_to(wanted if wanted >= 0 else min(max(place, 0), len(reactions) - 1))

    def go_to(self, place: int) -> None:
        """Make the card in this place the current and only chosen one."""
        index = self.rows.index(place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        self.chosen_changed.emit()

    def go_to_annotation(self, annotation: AnnotationId) -> None:
        """Make the card of an annotation the current one, if it is here."""
        place = self.rows.place_of(annotation)
        if place >= 0:
            self.go_to(place)

    def retranslate(self) -> None:
        """Name the list, and lay out the cards in the language in force."""
        self.setAccessibleName(self.tr("What you wrote"))
        self._delegate.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.rows.row(self.currentIndex().row())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if current is not None:
                self.opened.emit(current)
            case Qt.Key.Key_Delete if self.chosen:
                self.discarded.emit()
            case Qt.Key.Key_Escape:
                self.left_up.emit()
            case Qt.Key.Key_Up if self.currentIndex().row() <= 0:
                self.left_up.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
