"""The right pane of the inbox: the passage on its page, the way into the paper, and how the contribution stands."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Submission, Thread
from kennisbank.ui.inbox.passage_clip import PassageClip, Render
from kennisbank.ui.inbox.passage_finding import Passage, Standing
from kennisbank.ui.inbox.version_card import VersionCard
from kennisbank.ui.inbox.words import InboxCountWords
from kennisbank.ui.language import day, number
from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Hairline
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class PassagePane(Ground):
    """What a thread is about."""

    open_asked = Signal()
    """The paper is to be opened at the passage."""

    def __init__(self, render: Render, parent: QWidget | None = None) -> None:
        """Draw pages with `render`."""
        super().__init__("window", parent=parent)
        self._thread: Thread | None = None
        self.passage: Passage | None = None
        self._heading, self._where = Text(strong=True), Text(tone="text_2")
        self.open = Button("", "link", small=True)
        self.clip = PassageClip(render)
        self._said, self._quote = Text(size=12, tone="text_2", wraps=True), Text(wraps=True, selectable=True)
        self._facts_title, self._facts = Text(strong=True), FactRows()
        self.versions = VersionCard()
        self._lay_out()
        self.open.clicked.connect(self.open_asked)
        self.clip.opened.connect(self.open_asked)
        self.clip.failed.connect(self._on_failed)
        self.retranslate()
        self.show_thread(None)

    def _lay_out(self) -> None:
        head = Ground("window", edges="b")
        row = Row(head, margins=(16, 12, 12, 12), spacing=8)
        row.add_all(self._heading, self._where, None, self.open)
        self._words_card = Ground("surface", edges="b")
        Column(self._words_card, margins=(16, 12, 16, 16), spacing=6).add_all(self._said, self._quote)
        self._clip_card = Ground("surface", edges="b")
        Column(self._clip_card, margins=(0, 0, 0, 1), spacing=0).addWidget(self.clip)
        below, page = QWidget(), QWidget()
        inside = Column(below, margins=(16, 16, 16, 16), spacing=12)
        inside.add_all(self._facts_title, self._facts, Hairline(), self.versions)
        column = Column(page, spacing=0)
        column.add_all(self._clip_card, self._words_card, below, None)
        self._below = below
        whole = Column(self, spacing=0)
        whole.addWidget(head)
        whole.addWidget(Scroll(page), 1)
        follow(head, lambda: head.setMinimumHeight(px(52)))

    def show_thread(self, thread: Thread | None) -> None:
        """Show what is known at once of what a thread is about: its words; the page comes with `show_passage`."""
        is_same = thread is not None and self._thread is not None and thread.id == self._thread.id
        self._thread = thread
        if not is_same:
            self.passage = None
            self.clip.show_passage(None)
        self._show()

    def show_passage(self, passage: Passage) -> None:
        """Show where it was found."""
        self.passage = passage
        self.clip.show_passage(passage if passage.crop is not None else None)
        self._show()

    def show_submissions(self, submissions: Sequence[Submission]) -> None:
        """Show what was handed in of the contribution."""
        self.versions.show_contribution(self._thread.contribution if self._thread is not None else None, submissions)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("The passage"))
        self.versions.retranslate()
        self._facts_title.setText(self.tr("This contribution"))
        self._show()

    def _on_failed(self) -> None:
        self._clip_card.hide()
        self._words_card.show()

    def _show(self) -> None:
        thread, passage = self._thread, self.passage
        state = passage.state if passage is not None else "here"
        quote = thread.anchor.quote.exact if thread is not None and thread.anchor and thread.anchor.quote else ""
        self._heading.setText(
            self.tr("The whole contribution") if thread and not thread.anchor else self.tr("The passage")
        )
        self._where.setText(self._page_words())
        self.open.setText(self.tr("Open contribution"))
        standing = passage.standing if passage is not None else None
        self.open.setVisible(standing is not None)
        has_clip = passage is not None and passage.crop is not None
        self._clip_card.setVisible(has_clip)
        self.clip.setAccessibleName(self.tr("The passage on its page: {quote}").format(quote=quote))
        said = {
            "newer": self.tr("In the version that is read now."),
            "older": self.tr("In an earlier version; the newer one hasn't got these words."),
            "lost": self.tr("These words aren't in the version that is on this computer."),
            "absent": self.tr("The paper isn't on this computer. These are the words it is about."),
        }.get(state, "")
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._quote.setText(f"“{quote}”" if quote else "")
        self._quote.setVisible(bool(quote) and not has_clip)
        self._words_card.setVisible(bool(said) or (bool(quote) and not has_clip))
        self._below.setVisible(standing is not None)
        if standing is not None:
            self._facts.show_facts(self._fact_rows(standing))

    def _page_words(self) -> str:
        thread, passage = self._thread, self.passage
        page = thread.anchor.page if thread is not None and thread.anchor is not None else None
        if passage is not None and passage.page is not None:
            page = passage.page
        if not page:
            return ""
        if passage is not None and passage.document is not None:
            total = len(passage.document.pages)
            return self.tr("page {page} of {total}").format(page=number(page), total=number(total))
        return self.tr("page {page}").format(page=number(page))

    def _fact_rows(self, standing: Standing) -> list[tuple[str, str]]:
        counts, reception = standing.counts, standing.reception
        total = counts.open + counts.done
        feedback = self.tr("{total}, of which {open} open").format(total=number(total), open=number(counts.open))
        rating = self.tr("not rated yet")
        if reception.mean is not None:
            rating = self.tr("{mean} of {votes}").format(
                mean=number(reception.mean, 1), votes=InboxCountWords().votes(reception.count)
            )
        current = next((file for file in standing.contribution.files if file.is_current), None)
        version = ""
        if current is not None:
            added: date = current.added.utc.astimezone().date()
            version = self.tr("{number}, of {day}").format(number=number(current.version), day=day(added))
        return [
            (self.tr("Title"), standing.contribution.metadata.values.title),
            (self.tr("Feedback"), feedback),
            (self.tr("Adopted"), number(standing.adopted)),
            (self.tr("Rating"), rating),
            (self.tr("Version"), version),
        ]
