"""What the archive tells an account once, one at a time, above what one looks at."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Notice
from kennisbank.ui.inbox.claim_words import notice_words
from kennisbank.ui.language import number
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


class NoticeStrip(Ground):
    """Hidden while there is nothing to tell."""

    dismissed = Signal(str)
    """A notice was read, and is to go; with its id."""

    def __init__(self, title_of: Callable[[Notice], str], parent: QWidget | None = None) -> None:
        """Name contributions by `title_of`."""
        super().__init__("accent_soft", edges="b", parent=parent)
        self._title_of = title_of
        self._notices: tuple[Notice, ...] = ()
        self._words, self._more = Text(wraps=True), Text(size=12, tone="text_2")
        self.dismiss = Button("", "secondary", small=True)
        row = Row(self, margins=(24, 8, 16, 8), spacing=12)
        row.addWidget(Picture("bell", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.add_all(self._more, self.dismiss)
        self.dismiss.clicked.connect(self._on_dismiss)
        self.hide()

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show the first of these."""
        self._notices = tuple(notices)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.dismiss.setText(self.tr("I have read this"))
        if self._notices:
            words = notice_words(self._notices[0], self._title_of(self._notices[0]))
            self._words.setText(words)
            self.setAccessibleName(words)
            self.dismiss.setAccessibleDescription(words)
        more = len(self._notices) - 1
        self._more.setText(self.tr("and {count} more").format(count=number(more)))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._notices))

    def _on_dismiss(self) -> None:
        if self._notices:
            self.dismissed.emit(self._notices[0].id)
