"""Lines above the pages: one with a notice and an act (cover sheet, no text), one to find a string with."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, font, px, theme

_TYPING_MS = 150


class Hairline(QFrame):
    """One pixel of line, level or upright."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None) -> None:
        """Make a line along `orientation`."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)


class NoticeLine(QFrame):
    """An icon, a sentence and at most one act. Signal: `acted`."""

    acted = Signal()

    def __init__(self, name: str, tone: str = "text_2", parent: QWidget | None = None) -> None:
        """Make a line with this icon in this tone."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._name, self._tone = name, tone
        self._icon = QLabel()
        self._words = QLabel(wordWrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._act.setProperty("kind", "link")
        self._act.setProperty("small", True)
        self._act.setAutoDefault(False)
        self._act.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._act)
        follow(self, self._measure)

    def put(self, words: str, act: str = "") -> None:
        """Show a sentence and the words of its act."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self.setAccessibleName(words)

    def _measure(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), px(4), px(12), px(4))
            layout.setSpacing(px(8))
        self.setMinimumHeight(px(32))
        self._icon.setPixmap(icon(self._name, self._tone).pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()))
        self._words.setFont(font(12))
        palette = self._words.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().text_2)
        self._words.setPalette(palette)
        self._act.setFont(font(12))


class FindBar(QFrame):
    """Finding a string in the open paper.

    Signals: `query_changed` shortly after typing, `stepped` with 1 or -1, `closed`.
    """

    query_changed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the bar; it is shown with `begin`."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._current, self._count, self._is_asked = -1, 0, False
        self._field = QLineEdit(clearButtonEnabled=True)
        self._told = QLabel()
        self._before, self._after, self._close = (QToolButton() for _ in range(3))
        for button, name in ((self._before, "up"), (self._after, "down"), (self._close, "x")):
            button.setIcon(icon(name))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.addWidget(self._field)
        for widget in (self._before, self._after, self._told):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(lambda: self.query_changed.emit(self._field.text()))
        self._field.textEdited.connect(lambda _text: self._typing.start())
        self._field.textChanged.connect(lambda text: None if text else self._typing.start())
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.closed)
        follow(self, self._measure)
        self.retranslate()
        self.hide()

    def begin(self, text: str = "") -> None:
        """Show the bar with the keyboard in it; a given text is looked for at once."""
        if text:
            self._field.setText(text)
            self.query_changed.emit(text)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def query(self) -> str:
        """Return what is typed."""
        return self._field.text()

    def set_found(self, current: int, count: int) -> None:
        """Show which place (0-based, -1: none) of how many one is at."""
        self._current, self._count, self._is_asked = current, count, bool(self.query.strip())
        if not self._is_asked:
            words = ""
        elif not count:
            words = self.tr("Not in this paper")
        else:
            words = self.tr("{number} of {count}").format(number=current + 1, count=count)
        self._told.setText(words)
        for button in (self._before, self._after):
            button.setEnabled(count > 0)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self._field.setPlaceholderText(self.tr("Find in this paper"))
        self._field.setAccessibleName(self.tr("Find in this paper"))
        for button, name, keys in (
            (self._before, self.tr("Previous place"), "Shift+Enter"),
            (self._after, self.tr("Next place"), "Enter"),
            (self._close, self.tr("Close the find bar"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
        self.setAccessibleName(self.tr("Find bar"))
        self.set_found(self._current, self._count)

    def _measure(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), px(4), px(12), px(4))
            layout.setSpacing(px(4))
        self._field.setFixedWidth(px(264))
        for button in (self._before, self._after, self._close):
            button.setIconSize(QSize(px(20), px(20)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._typing.stop()
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
