"""A running job in one line: what it does, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


class Bar(QProgressBar):
    """A progress bar 8 high, without words of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the end unknown."""
        super().__init__(parent)
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, lambda: self.setFixedHeight(px(8)))

    def set_done(self, done: int, total: int) -> None:
        """Show `done` of `total`; a total of 0 means: not known yet."""
        self.setRange(0, max(total, 0))
        self.setValue(min(done, total))


class ProgressLine(QWidget):
    """Words, a bar and a link to cancel, on one line."""

    cancel_asked = Signal()

    def __init__(self, *, bar_width: float = 160, small: bool = True, parent: QWidget | None = None) -> None:
        """Make the line; its bar is `bar_width` units wide, or takes what there is for 0."""
        super().__init__(parent)
        self._text = Text(size=12 if small else 13, tone="text_2" if small else "text", wraps=not small)
        self._bar = Bar()
        self._cancel = Button("", "link", small=True)
        row = Row(self, spacing=8)
        row.add_all(self._text, self._bar, self._cancel)
        row.setStretch(0, 0 if small else 1)
        if bar_width:
            follow(self, lambda: self._bar.setFixedWidth(px(bar_width)))
        self._cancel.clicked.connect(self.cancel_asked)
        row.setAlignment(self._bar, Qt.AlignmentFlag.AlignVCenter)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Show how far it is."""
        self._text.setText(words)
        self._bar.set_done(done, total)
        self._bar.setAccessibleName(words)

    def set_cancel_words(self, text: str) -> None:
        """Name the link that cancels; empty takes it away."""
        self._cancel.setText(text)
        self._cancel.setVisible(bool(text))
