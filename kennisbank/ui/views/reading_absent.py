"""In place of the pages of a paper that isn't here: what is known of it, and a way to bring it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.search_words import authors_line, kind_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.download_stand import DownloadStand
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class AbsentPaper(QWidget):
    """One contribution of which no file is here."""

    arrived = Signal(object)
    """Its files are here now; with its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without a contribution."""
        super().__init__(parent)
        self._session = session
        self._known: Contribution | None = None
        self._is_new = False
        self._over = Text(size=12, tone="text_2", wraps=True)
        self._title, self._authors = Text(size=28, strong=True, wraps=True), Text(size=15, wraps=True)
        self._facts, self._abstract = Text(tone="text_2", wraps=True), Text(wraps=True, selectable=True)
        self._why = Text(tone="text_2", wraps=True)
        self.stand = DownloadStand(session, self._to_fetch)
        self.details = Button("", "secondary", icon_name="info")
        buttons = FlowLayout()
        buttons.addWidget(self.stand.button)
        buttons.addWidget(self.details)
        page = QWidget()
        across = Row(page, margins=(32, 40, 32, 32))
        column = Column(spacing=8)
        column.add_all(self._over, self._title, self._authors, self._facts, 12, self.stand, self._why, 4, buttons, 16)
        column.add_all(self._abstract, None)
        across.addStretch(1)
        across.addLayout(column, 6)
        across.addStretch(1)
        follow(self._abstract, lambda: self._abstract.setMaximumWidth(px(720)))
        Column(self, spacing=0).addWidget(Scroll(page))
        self.details.clicked.connect(lambda: session.go("details", contribution=self.contribution))
        Downloads.of(session).changed.connect(self._look)
        self.retranslate()

    @property
    def contribution(self) -> str:
        """Return the id of what is shown; empty for nothing."""
        return self._known.id if self._known is not None else ""

    def show_contribution(self, known: Contribution | None) -> None:
        """Show what is known of a contribution; None: nothing."""
        self._known, self._is_new = known, True
        self.retranslate()

    def take_focus(self) -> None:
        """Take the keyboard."""
        target = self.details if self.stand.button.isHidden() else self.stand.button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words."""
        self.details.setText(self.tr("Details"))
        known = self._known
        if known is None:
            return
        values, is_withdrawn = known.metadata.values, known.withdrawn is not None
        self.setAccessibleName(values.title)
        self._over.setText(self.tr("Withdrawn") if is_withdrawn else self.tr("Not on this computer yet"))
        self._title.setText(values.title or self.tr("no title yet"))
        self._authors.setText(authors_line(known, 12))
        self._authors.setVisible(bool(values.authors))
        year = str(values.year) if values.year else ""
        facts = (values.edition or year, *values.themes, kind_words(values.kind) if values.kind else "")
        self._facts.setText("  •  ".join(fact for fact in facts if fact))
        self._abstract.setText(values.abstract)
        self._why.setText(
            self.tr("Its title stays, and so do your own notes on it.")
            if is_withdrawn
            else self.tr("It opens here as soon as it has come. You can go on with something else meanwhile.")
        )
        self.stand.withdrawn = known.withdrawn
        self.stand.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @override
    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the window asks."""
        return QSize(px(240), px(200))

    def _to_fetch(self) -> ContributionId | None:
        return self._known.id if self._known is not None and self._known.withdrawn is None else None

    def _look(self) -> None:
        """Hand over what has come; the button that brings it takes the keyboard as soon as it is there."""
        state = self.stand.button.state
        if self.details.hasFocus() and self._is_new and not self.stand.button.isHidden():
            self.stand.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._is_new = False
        if self._known is not None and state is not None and state.kind == "here":
            self.arrived.emit(self._known.id)
