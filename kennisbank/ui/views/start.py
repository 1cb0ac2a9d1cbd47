"""Start: where one begins. With an empty library it explains itself and offers a way in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.config.paths import Paths
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import follow, px
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.buttons import Button, ButtonKind
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


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


class StartView(View):
    """The first page."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._heading = Text(size=28, strong=True, wraps=True)
        self._lead = Text(size=15, tone="text_2", wraps=True)
        self._example = WayIn("browse", "primary", "check")
        self._folder = WayIn("folder", "secondary", "computer")
        page = QWidget()
        across = Row(page, margins=(32, 56, 32, 32))
        column = Column(spacing=8)
        ways = Row(spacing=24)
        ways.add_all(self._example, self._folder)
        column.add_all(self._heading, self._lead, 24, ways, None)
        across.addStretch(1)
        across.addLayout(column, 6)
        across.addStretch(1)
        Column(self).addWidget(Scroll(page))
        follow(self, lambda: self._lead.setMaximumWidth(px(760)))
        self._example.button.clicked.connect(lambda: session.open(Paths.example()))
        self._folder.button.clicked.connect(self._choose_folder)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Start"))
        self._heading.setText(self.tr("An archive that you can read, search and answer"))
        self._lead.setText(
            self.tr(
                "Kennisbank puts the contributions of a conference on your own computer. Then you search, read and "
                "write in the margin, also without a network. There is nothing here yet; choose how to begin."
            )
        )
        self._example.set_words(
            self.tr("Open the example archive"),
            self.tr("A small archive that comes along. You see at once what searching and reading are like."),
            self.tr("No network and no account needed"),
            self.tr("Open the example"),
        )
        self._folder.set_words(
            self.tr("Open a folder of contributions"),
            self.tr("Read PDF, DOCX, PPTX or ODT from a folder of your own. The files stay where they are."),
            self.tr("Nothing leaves this computer"),
            self.tr("Choose a folder"),
        )

    @override
    def focus_first(self) -> None:
        self._example.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of contributions"))
        if folder:
            self.session.import_requested.emit((Path(folder),))
