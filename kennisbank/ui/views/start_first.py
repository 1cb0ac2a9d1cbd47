"""Start with an empty library: what this is, and three ways to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.tasks.context import Progress
from kennisbank.ui.language import language
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button, ButtonKind
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

_NARROW = 640
"""Width in units of the design below which the ways to begin stand below one another."""
_OTHER = {"nl": ("en", "Switch to English"), "en": ("nl", "Ga verder in het Nederlands")}
"""The other language, and the way to it in that language itself."""


class WayIn(Card):
    """One way to begin: an icon, what it is, what it gives, what it needs, and a button."""

    def __init__(self, icon_name: str, kind: ButtonKind, assurance_icon: str) -> None:
        """Make the card; `set_words` fills it."""
        super().__init__()
        self._title = Text(size=20, strong=True, wraps=True)
        self._text = Text(tone="text_2", wraps=True)
        self._assurance = Text(size=12, tone="text_2", wraps=True)
        self.button = Button("", kind)
        column = Column(self, margins=(24, 24, 24, 24), spacing=8)
        column.addWidget(Picture(icon_name, "accent", 32))
        column.add_all(16, self._title, self._text, 8, None)
        assurance = Row(spacing=8)
        assurance.addWidget(Picture(assurance_icon, "text_2", 16), 0, Qt.AlignmentFlag.AlignTop)
        assurance.addWidget(self._assurance, 1)
        column.add_all(assurance, 8, self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_words(self, title: str, text: str, assurance: str, button: str) -> None:
        """Set all words."""
        self._title.setText(title)
        self._text.setText(text)
        self._assurance.setText(assurance)
        self.button.setText(button)
        self.button.setAccessibleDescription(text)


class FirstStart(QWidget):
    """The page of an empty library."""

    language_chosen = Signal(str)
    """The other language was chosen, by its code."""
    stick_asked = Signal()
    """There is an archive on a stick."""
    cancel_asked = Signal()
    """Bringing in the example is to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(parent)
        self._heading = Text(size=28, strong=True, wraps=True)
        self._lead = Text(size=15, tone="text_2", wraps=True)
        self.example = WayIn("browse", "primary", "check")
        self.archive = WayIn("cloud", "secondary", "globe")
        self.folder = WayIn("folder", "secondary", "computer")
        self._progress = ProgressLine(bar_width=240, small=False)
        self._language = Button("", "link", icon_name="globe")
        self._stick = Button("", "link", icon_name="archive")
        self._stick.clicked.connect(self.stick_asked)
        across = Row(self, margins=(32, 56, 32, 32))
        column = Column(spacing=8)
        self._ways = Row(spacing=24)
        self._ways.add_all(self.example, self.archive, self.folder)
        foot = FlowLayout(spacing=16)
        foot.addWidget(self._stick)
        foot.addWidget(self._language)
        column.add_all(self._heading, self._lead, 24, self._ways, 16, self._progress, foot, None)
        across.addStretch(1)
        across.addLayout(column, 8)
        across.addStretch(1)
        self._progress.hide()
        follow(self, lambda: self._lead.setMaximumWidth(px(760)))
        self._language.clicked.connect(lambda: self.language_chosen.emit(_OTHER[language()][0]))
        self._progress.cancel_asked.connect(self.cancel_asked)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the example is; None: it isn't coming."""
        for way in (self.example, self.archive, self.folder):
            way.button.setEnabled(progress is None)
        self._progress.setVisible(progress is not None)
        if progress is not None:
            self._progress.show_progress(self.tr("Bringing in the example archive"), progress.done, progress.total)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("An archive that you can search and read"))
        self._lead.setText(
            self.tr(
                "Kennisbank puts the contributions of a conference on your own computer, finds the sentence that you "
                "look for, and opens the page at it. There is nothing here yet; choose how to begin."
            )
        )
        self.example.set_words(
            self.tr("Open the example archive"),
            self.tr("A small archive that comes along. You see at once what searching and reading are like."),
            self.tr("No network and no account needed"),
            self.tr("Open the example"),
        )
        self.archive.set_words(
            self.tr("Connect to an archive"),
            self.tr("Fetch the catalogue of a congress, and choose which papers come to this computer."),
            self.tr("The address of the archive is enough"),
            self.tr("Connect"),
        )
        self._stick.setText(self.tr("Open an archive on a stick"))
        self.folder.set_words(
            self.tr("Open a folder of contributions"),
            self.tr("PDF, DOCX, PPTX, ODT and more, from a folder of your own. Your files stay as they are."),
            self.tr("Nothing leaves this computer"),
            self.tr("Choose a folder"),
        )
        self._progress.set_cancel_words(self.tr("Cancel"))
        self._language.setText(_OTHER[language()][1])

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window asks: the ways to begin then stand below one another."""
        return QSize(px(280), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < px(_NARROW)
        self._ways.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
