"""One line of a dossier as a card: the paper, the passage, and a remark that is typed in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from kennisbank.domain.licence import licence_of
from kennisbank.ui.controllers.drafting import Drafting
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.dossier_words import (
    place_words,
    quote_words,
    second_words,
    spoken,
    state_words,
    title_words,
)
from kennisbank.ui.models.download_state import DownloadState
from kennisbank.ui.models.licence_words import copy_badge, copy_words
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import DossierLine

MIME = "application/x-kennisbank-dossier-item"
"""What a dragged card says of itself: the id of its line."""


class _Quote(QWidget):
    """The passage behind an upright rule."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text(wraps=True)
        Column(self, margins=(12, 0, 0, 0)).addWidget(self.words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, max(px(3), 2), self.height(), theme().line_strong)


class DossierCard(Card):
    """Takes the keyboard as a whole; Enter opens it, F2 goes to its remark, from which Escape comes back."""

    opened = Signal()
    remove_asked = Signal()
    step_asked = Signal(int)
    """The line is to go up (-1) or down (1)."""
    focused = Signal()
    """The keyboard came into the card."""

    def __init__(self, line: "DossierLine", parent: QWidget | None = None) -> None:
        """Show `line`; number it with `show_line`."""
        super().__init__(parent)
        self.line = line
        self._pressed: QPoint | None = None
        self._shown: tuple[DossierLine, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring_radius", 8)
        self._number = Text(size=15, tone="text_2", tabular=True)
        self._title, self._second = Text(size=15, strong=True, wraps=True), Text(size=12, tone="text_2", wraps=True)
        self._quote = _Quote()
        self._place, self._state, self.licence, self.stand = Badge(), Badge(), Badge(), Badge()
        self._badges = QWidget()
        self.remark = MetadataText(most=8)
        self.draft = Drafting(self.remark)
        self.up, self.down = (
            IconButton("up", small=True, keys="Alt+Up"),
            IconButton("down", small=True, keys="Alt+Down"),
        )
        self.open, self.remove = (
            IconButton("eye", small=True, keys="Enter"),
            IconButton("x", small=True, keys="Del"),
        )
        self._lay_out()
        self.stand.hide()
        self.open.clicked.connect(self.opened)
        self.remove.clicked.connect(self.remove_asked)
        self.up.clicked.connect(lambda: self.step_asked.emit(-1))
        self.down.clicked.connect(lambda: self.step_asked.emit(1))
        for each in self.controls:
            each.installEventFilter(self)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard inside the card."""
        return self.remark, self.open, self.up, self.down, self.remove

    def show_line(self, line: "DossierLine", number: int, total: int, *, is_locked: bool = False) -> None:
        """Show a line as the `number`-th (from 1) of `total`; one that `is_locked` can be read and opened only."""
        self.line = line
        self._number.setText(str(number))
        self.setAccessibleName(spoken(line, number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < total)
        if self._shown != (line, is_locked):
            self._shown = (line, is_locked)
            self._show(line, is_locked=is_locked)
        else:
            self.draft.show_text(line.item.remark)

    def _show(self, line: "DossierLine", *, is_locked: bool) -> None:
        self._title.setText(title_words(line))
        for label, words in ((self._second, second_words(line)), (self._quote.words, quote_words(line))):
            label.setText(words)
        self._second.setVisible(bool(self._second.text()))
        self._quote.setVisible(bool(self._quote.words.text()))
        state, place = state_words(line), place_words(line)
        is_gone = line.is_gone
        self._place.set_badge(place)
        self._place.setVisible(bool(place))
        self._state.set_badge(state, "warn" if state else "quiet", "warn" if state else "")
        self._state.setVisible(bool(state))
        self._show_licence(line)
        self.draft.show_text(line.item.remark)
        self.remark.setReadOnly(is_locked)
        self.remark.setVisible(not is_locked or bool(line.item.remark))
        for button in (self.up, self.down, self.remove):
            button.setVisible(not is_locked)
        self._show_edge()
        self.open.setEnabled(line.contribution is not None)
        self._title.set_tone("text_2" if is_gone and line.contribution is None else "text")
        self._show_words()

    def show_stand(self, state: DownloadState | None) -> None:
        """Say that the paper isn't on this computer, or on its way; nothing of one that is."""
        is_told = state is not None and state.kind != "here" and not self.line.is_gone
        if state is not None and is_told:
            self.stand.set_badge(state.words, state.tone, state.icon)
            self.stand.setToolTip(state.told)
        self.stand.setVisible(is_told)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._show(self.line, is_locked=self.remark.isReadOnly())
        self.setAccessibleName(spoken(self.line, int(self._number.text() or 0)))

    def _show_words(self) -> None:
        title = title_words(self.line)
        self.open.set_name(self.tr("Open the passage") if self.line.anchor is not None else self.tr("Read"))
        self.up.set_name(self.tr("Move up"))
        self.down.set_name(self.tr("Move down"))
        self.remove.set_name(self.tr("Take out of the dossier"))
        self.remark.setPlaceholderText(self.tr("Your remark"))
        self.remark.setAccessibleName(self.tr("Remark on {title}").format(title=title))

    def _show_licence(self, line: "DossierLine") -> None:
        """Say whether the paper may be copied for students."""
        self.licence.setVisible(line.contribution is not None)
        if line.contribution is not None:
            licence = licence_of(line.contribution.metadata.values.licence)
            self.licence.set_badge(*copy_badge(licence.may_be_copied))
            self.licence.setToolTip(copy_words(licence))

    def set_stop(self, *, is_stop: bool) -> None:
        """Make this the card at which Tab stops, with what is in it: of a list only one is."""
        for each in (self, *self.controls):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.set_current(is_current=is_stop)
        self._show_edge()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.open.isEnabled():
                    self.opened.emit()
            case Qt.Key.Key_F2:
                self.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_asked.emit()
            case Qt.Key.Key_Up if is_alt:
                self.step_asked.emit(-1)
            case Qt.Key.Key_Down if is_alt:
                self.step_asked.emit(1)
            case _:
                super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_step = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if event.key() == Qt.Key.Key_Escape:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if is_step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.step_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() >= far:
            self._pressed = None
            self._drag()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.open.isEnabled():
            self.opened.emit()

    def _show_edge(self) -> None:
        """Leave an empty remark without an edge on all cards but the current one: a list of fields is no list."""
        is_empty = self.focusPolicy() == Qt.FocusPolicy.ClickFocus and not self.draft.text
        is_quiet = is_empty or self.remark.isReadOnly()
        if bool(self.remark.property("bare")) != is_quiet:
            self.remark.setProperty("bare", is_quiet)
            self.remark.update()

    def _drag(self) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setData(MIME, self.line.item.id.encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(px(12), px(12)))
        drag.exec(Qt.DropAction.MoveAction)

    def _lay_out(self) -> None:
        head = Row(spacing=8)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        for button in (self.open, self.up, self.down, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        flow = FlowLayout(self._badges)
        for badge in (self.stand, self._place, self.licence, self._state):
            flow.addWidget(badge)
        column = Column(self, margins=(16, 12, 12, 12), spacing=6)
        column.add_all(head, self._second, self._quote, self._badges, self.remark)
