"""The line above the pages that says what a newer version did to one's annotations, or that this is an earlier one."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import PlacedAnnotation
from kennisbank.domain.ids import FileHash
from kennisbank.services.reading import OpenDocument
from kennisbank.ui.look import px
from kennisbank.ui.models.margin_words import news_words
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text


class MarginNews(Ground):
    """Hidden while there is nothing to say.

    Signals: `looked_at` with the id of an annotation to go to; `version_requested` with the hash of the newest version
    of the file and the 1-based page in it.
    """

    looked_at = Signal(str)
    version_requested = Signal(str, int)

    def __init__(self, annotations: PaperAnnotations, parent: QWidget | None = None) -> None:
        """Tell of `annotations`."""
        super().__init__("window", edges="b", parent=parent)
        self._annotations = annotations
        self._newest: FileHash | None = None
        self._words = Text(size=12, wraps=True)
        self._look, self._newer = Button("", "link", small=True), Button("", "link", small=True)
        self._done = Button("", "secondary", small=True)
        row = Row(self, margins=(16, 4, 12, 4), spacing=12)
        row.addWidget(Picture("info", "accent", 16))
        row.addWidget(self._words, 1)
        for button in (self._look, self._done, self._newer):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._look.clicked.connect(self._go_round)
        self._done.clicked.connect(lambda: annotations.seen([each.annotation.id for each in self.news]))
        self._newer.clicked.connect(self._ask_newest)
        annotations.changed.connect(self._say)
        self.retranslate()

    @property
    def news(self) -> list[PlacedAnnotation]:
        """Return what moved, changed or went and wasn't looked at yet, in reading order."""
        return [each for each in self._annotations.placed if each.is_news]

    def take_document(self, document: OpenDocument) -> None:
        """Say so when a document is an earlier version of its file."""
        here = document.file
        same = (each for each in document.contribution.current_files if each.role == here.role)
        newest = next((each.hash for each in same), None)
        self._newest = newest if newest != here.hash else None
        self._say()

    def _ask_newest(self) -> None:
        if self._newest is not None:
            self.version_requested.emit(self._newest, 1)

    def _go_round(self) -> None:
        """Go to the next of them, and after the last to the first again."""
        ids: list[str] = [each.annotation.id for each in self.news]
        here = self._annotations.current
        if ids:
            at = ids.index(here) + 1 if here in ids else 0
            self.looked_at.emit(ids[at % len(ids)])

    def _say(self) -> None:
        news = self.news
        words = news_words([each.anchor.state for each in news if each.anchor is not None])
        if self._newest is not None:
            words = self.tr("This is an earlier version of the paper.")
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in (self._look, self._done):
            button.setVisible(bool(news) and self._newest is None)
        self._newer.setVisible(self._newest is not None)
        self.setVisible(bool(words))

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        self._look.setText(self.tr("Look at them"))
        self._done.setText(self.tr("All right"))
        self._newer.setText(self.tr("Show the newest version"))
        self._say()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
