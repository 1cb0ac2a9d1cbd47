"""Papers that carry the name of who is logged in, and that they haven't said to be theirs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.names import author_of, same_person
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.author_facts import AuthorFacts
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.catalogue import CatalogueService

_MOST = 12


class OwnPapers(QWidget):
    """Hidden while there are none."""

    claim_asked = Signal(str)
    """One says to be an author of this contribution; with its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Look in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._running: JobContext | None = None
        self._asked: tuple[str, frozenset[str]] | None = None
        self._papers: tuple[Contribution, ...] = ()
        self._title, self._card = Text(size=15, strong=True), Card()
        self._lines = Column(self._card, margins=(16, 8, 16, 8), spacing=4)
        Column(self, spacing=8).add_all(self._title, self._card)
        self.hide()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being looked for."""
        return self._running is None

    @property
    def buttons(self) -> list[Button]:
        """Return a button for each paper, in order."""
        return [each for each in self._card.findChildren(Button) if not each.isHidden()]

    def ask(self, facts: AuthorFacts) -> None:
        """Look for papers of who is logged in."""
        claimed = frozenset(claim.contribution for claim in facts.claims if claim.state not in {"ended", "withdrawn"})
        wanted = (facts.name, claimed)
        if wanted == self._asked or not self._session.is_open:
            return
        self._asked = wanted
        if self._running is not None:
            self._running.cancel()
        catalogue = self._session.kennisbank.catalogue
        self._running = self._session.tasks.read(
            self, lambda _ctx: papers_of(catalogue, facts.name, claimed), self._put, self._fail
        )

    def retranslate(self) -> None:
        """Set all words anew."""
        self._title.setText(self.tr("With your name"))
        clear_layout(self._lines)
        for paper in self._papers:
            self._lines.addWidget(self._line(paper))
        self.setVisible(bool(self._papers))

    def _put(self, papers: Sequence[Contribution]) -> None:
        self._running, self._papers = None, tuple(papers)
        self.retranslate()

    def _fail(self, error: Exception) -> None:
        self._running = None
        self._session.failed.emit(error)

    def _line(self, paper: Contribution) -> QWidget:
        values = paper.metadata.values
        line = QWidget(self._card)
        row, words = Row(line, margins=(0, 4, 4, 4), spacing=12), Column(spacing=0)
        title = values.title or self.tr("no title yet")
        words.addWidget(Text(title, wraps=True))
        edition = values.edition or (str(values.year) if values.year else "")
        if edition:
            words.addWidget(Text(edition, 12, tone="text_2"))
        button = Button(self.tr("I am an author of this"), "secondary", small=True)
        button.setAccessibleDescription(title)
        button.clicked.connect(lambda: self.claim_asked.emit(paper.id))
        row.addLayout(words, 1)
        row.addWidget(button)
        return line


def papers_of(catalogue: "CatalogueService", name: str, without: frozenset[str]) -> list[Contribution]:
    """Return contributions by an author of this name, but for those `without`. Runs on a pool thread."""
    if not name.strip():
        return []
    wanted = author_of(name)
    found: dict[str, Contribution] = {}
    for each in catalogue.browse("author"):
        if same_person(author_of(each.value), wanted):
            found |= {paper.id: paper for paper in catalogue.contributions_in("author", each.value)}
    return [paper for paper in found.values() if paper.id not in without and paper.withdrawn is None][:_MOST]
