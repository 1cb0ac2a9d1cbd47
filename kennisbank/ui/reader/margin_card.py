"""One card of the margin: a painted annotation that takes the keyboard, with fields below it while it is at hand."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from kennisbank.ui.look import px
from kennisbank.ui.models.margin_words import CardContent
from kennisbank.ui.reader.margin_desk import MarginDesk
from kennisbank.ui.reader.margin_face import PAD_BOTTOM, CardFace

CardAct = Literal[
    "take", "open", "edit", "leave", "next", "previous", "first", "last", "trash", "copy", "1", "2", "3", "4", "menu"
]
_Key = Qt.Key
_KEYS: dict[Qt.Key, CardAct] = {
    _Key.Key_Down: "next",
    _Key.Key_Up: "previous",
    _Key.Key_Home: "first",
    _Key.Key_End: "last",
    _Key.Key_Return: "edit",
    _Key.Key_Enter: "edit",
    _Key.Key_F2: "edit",
    _Key.Key_Escape: "leave",
    _Key.Key_Delete: "trash",
    _Key.Key_Backspace: "trash",
    _Key.Key_1: "1",
    _Key.Key_2: "2",
    _Key.Key_3: "3",
    _Key.Key_4: "4",
    _Key.Key_N: "edit",
    _Key.Key_Menu: "menu",
}


class MarginCard(QFrame):
    """A card. It shows another annotation whenever it is given one: there are only as many as can be seen.

    Signals: `asked` with the id of its annotation and what is to be done; `link_activated` with an address.
    """

    asked = Signal(str, str)
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; see `put`."""
        super().__init__(parent)
        self.id = ""
        self._face: CardFace | None = None
        self._desk: MarginDesk | None = None
        self._is_current = False
        self.is_line = False
        """Whether it is one line high: it stands in a crowd."""
        self.count = 1
        """How many annotations it stands for; `id` is that of the first."""
        self.is_connected = False
        """Whether somebody listens already: a card is used again and again."""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring_radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def put(self, content: CardContent, face: CardFace, spoken: str, *, is_current: bool) -> None:
        """Show this annotation; `spoken` says all of it."""
        self.id, self._face, self._is_current = content.id, face, is_current
        self.setAccessibleName(spoken)
        self.update()

    @property
    def face(self) -> CardFace | None:
        """Return what is painted."""
        return self._face

    @property
    def is_group(self) -> bool:
        """Tell whether it stands for several annotations."""
        return self.count > 1

    @property
    def has_swatch(self) -> bool:
        """Tell whether what it shows has a colour that can be changed."""
        content = self._face.content if self._face is not None else None
        return content is not None and content.has_swatch and not content.is_read_only

    @property
    def desk(self) -> MarginDesk | None:
        """Return the fields that stand below the painted part, if any."""
        return self._desk

    def take_desk(self, desk: MarginDesk | None) -> None:
        """Have these fields below the painted part, or none."""
        before, self._desk = self._desk, desk
        if desk is not None:
            desk.setParent(self)
            desk.stand_behind(self)
            self.place_desk()
            desk.show()
        elif before is not None and before.parent() is self:
            before.go_home()

    def place_desk(self) -> None:
        """Put the fields where they belong."""
        if self._desk is not None and self._face is not None:
            top = self._face.height - px(PAD_BOTTOM)
            wanted = desk_height(self._desk, self.width())
            self._desk.setGeometry(QRect(px(4), top, self.width() - px(4), wanted))

    @override
    def sizeHint(self) -> QSize:
        height = self._face.height if self._face is not None else 0
        if self._desk is not None:
            height += desk_height(self._desk, self.width()) - px(PAD_BOTTOM)
        return QSize(px(240), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._face is not None:
            self._face.paint(QPainter(self), self.rect(), is_current=self._is_current, is_hovered=self.underMouse())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.id and not self.is_group:
            self.asked.emit(self.id, "take")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        address = self._link_at(event.position())
        if event.button() == Qt.MouseButton.RightButton and not self.is_group:
            self.asked.emit(self.id, "menu")
        elif address:
            self.link_activated.emit(address)
        elif self.rect().contains(event.position().toPoint()):
            self.asked.emit(self.id, "open" if self.is_group else "edit" if self._is_current else "take")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        address = self._link_at(event.position())
        self.setToolTip(address)

    def _link_at(self, at: QPointF) -> str:
        return self._face.link_at(at) if self._face is not None else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _KEYS.get(_Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.asked.emit(self.id, "copy")
        elif act is not None and modifiers == Qt.KeyboardModifier.NoModifier:
            self.asked.emit(self.id, "open" if self.is_group and act != "leave" else act)
        else:
            super().keyPressEvent(event)


def desk_height(desk: QWidget, width: int) -> int:
    """Return the height that fields want in a width."""
    layout = desk.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.heightForWidth(width - px(4))
    return desk.sizeHint().height()
