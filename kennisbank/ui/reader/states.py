"""What stands in place of the pages while a paper is opened, and when it can't be."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, font, px


class PaperState(QFrame):
    """One heading, one sentence, and what can be done. Signals: `retry_requested`, `original_requested`."""

    retry_requested = Signal()
    original_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with a paper that is being opened."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._reason: str | None = None
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._retry, self._original = QPushButton(), QPushButton()
        self._retry.setProperty("kind", "primary")
        self._retry.clicked.connect(self.retry_requested)
        self._original.clicked.connect(self.original_requested)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._retry)
        buttons.addWidget(self._original)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for widget in (self._icon, self._heading, self._words):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        self._column.addStretch(3)
        follow(self, self._measure)
        self.show_opening()

    def show_opening(self) -> None:
        """Say that the paper is being opened."""
        self._reason = None
        self.retranslate()

    def show_failed(self, reason: str) -> None:
        """Say why the paper can't be opened, in a whole sentence, and offer to try again."""
        self._reason = reason
        self.retranslate()
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        is_failed = self._reason is not None
        self._icon.setVisible(is_failed)
        self._retry.setVisible(is_failed)
        self._original.setVisible(is_failed)
        self._heading.setText(self.tr("This paper could not be opened") if is_failed else self.tr("Opening the paper…"))
        self._words.setText(self._reason or "")
        self._retry.setText(self.tr("Try again"))
        self._original.setText(self.tr("Open the original file"))
        self.setAccessibleName(self._heading.text())

    def _measure(self) -> None:
        self._column.setSpacing(px(12))
        self._column.setContentsMargins(px(40), px(40), px(40), px(40))
        self._icon.setPixmap(icon("error", "bad").pixmap(QSize(px(32), px(32)), self.devicePixelRatioF()))
        self._heading.setFont(font(20, strong=True))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
