"""External material of a contribution: its links, opened in the system's browser and checked when asked."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kennisbank.domain.external import ExternalLink
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import Cancelled
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.models.link_words import checked_words, link_text, outcome_badge, where_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Hairline
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, clear_layout, laid_out_once
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.workers import LongJob

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.link_check import LinkReport

_FEW = 8


class DetailsLinks(QWidget):
    """Hidden while no link is known. Nothing is asked of other computers before somebody presses the button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Ask the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._contribution: ContributionId | None = None
        self._links: tuple[ExternalLink, ...] = ()
        self._reading: JobContext | None = None
        self._job: LongJob | None = None
        self._is_offline = self._shows_all = False
        self._title, self._hint = Text(size=15, strong=True), Text(size=12, tone="text_2", wraps=True)
        self.check, self.more = Button("", "secondary", icon_name="sync", small=True), Button("", "link")
        self.progress = ProgressLine()
        self._card = Card()
        self._lines = Column(self._card, margins=(20, 8, 20, 8), spacing=0)
        head = Row(spacing=8)
        head.add_all(self._title, None, self.progress, self.check)
        Column(self, spacing=8).add_all(head, self._card, self.more, self._hint)
        self.check.clicked.connect(self.begin_check)
        self.more.clicked.connect(self._show_all)
        self.progress.cancel_asked.connect(self._cancel)
        self.progress.hide()
        self.hide()
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being read or checked."""
        return self._reading is None and self._job is None

    @property
    def controls(self) -> list[Button]:
        """Return the links as buttons, in order."""
        return [each for each in self._card.findChildren(Button) if not each.isHidden()]

    def ask(self, contribution: ContributionId | None) -> None:
        """Show the links of this contribution, once they are read."""
        if contribution != self._contribution:
            self._cancel()
            self._is_offline = self._shows_all = False
            self._put(())
        self._contribution = contribution
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if contribution is not None:
            links = self._session.kennisbank.links
            self._reading = self._session.tasks.read(
                self, lambda _ctx: links.links(contribution), self._on_read, lambda _error: self._on_read(())
            )

    def begin_check(self) -> None:
        """Ask each link whether it still leads anywhere; the status line shows it, and it can be cancelled."""
        contribution, links = self._contribution, self._session.kennisbank.links
        if contribution is None or self._job is not None:
            return
        self._is_offline = False
        self._job = self._session.tasks.long(
            self,
            self.tr("Checking links"),
            lambda ctx: links.check(contribution, ctx),
            lambda report: self._on_checked(contribution, report),
            self._on_failed,
            self._on_progress,
        )
        self._on_progress(Progress("links"))
        self._show_state()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._title.setText(self.tr("Links"))
        self.check.setText(self.tr("Check the links"))
        self.progress.set_cancel_words(self.tr("Cancel"))
        self._put(self._links)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.ctx.cancel()

    def _on_read(self, links: tuple[ExternalLink, ...]) -> None:
        self._reading = None
        self._put(links)

    def _on_progress(self, progress: Progress) -> None:
        words = self.tr("{done} of {total}").format(done=number(progress.done), total=number(progress.total))
        self.progress.show_progress(words if progress.total else "", progress.done, progress.total)

    def _on_checked(self, contribution: ContributionId, report: "LinkReport") -> None:
        self._job = None
        self._session.changed_by(report.changes)
        if contribution == self._contribution:
            self._is_offline = report.is_offline
            self._put(report.links)
        self._show_state()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_state()
        if isinstance(error, Cancelled):
            self.ask(self._contribution)
        else:
            self._session.failed.emit(error)

    def _show_all(self) -> None:
        self._shows_all = True
        self._put(self._links)

    def _show_state(self) -> None:
        is_checking = self._job is not None
        self.progress.setVisible(is_checking)
        self.check.setVisible(not is_checking and any(link.can_be_checked for link in self._links))
        if self._is_offline:
            self._hint.setText(
                self.tr("This computer has no network. The links were not checked; nothing was changed.")
            )
        else:
            self._hint.setText(self.tr("Links open in your own browser. Checking asks each site once, and only then."))

    def _put(self, links: Sequence[ExternalLink]) -> None:
        self._links = tuple(links)
        today = date.today()  # noqa: DTZ011 - the reader's own day
        shown = self._links if self._shows_all else self._links[:_FEW]
        with laid_out_once(self._card):
            clear_layout(self._lines)
            for place, link in enumerate(shown):
                if place:
                    self._lines.addWidget(Hairline(parent=self._card))
                self._lines.addWidget(self._line(link, today))
        hidden = len(self._links) - len(shown)
        self.more.setText(self.tr("Show {count} more").format(count=number(hidden)))
        self.more.setVisible(hidden > 0)
        self._show_state()
        if self.parentWidget() is not None:
            self.setVisible(bool(self._links))

    def _line(self, link: ExternalLink, today: date) -> QWidget:
        line = QWidget(self._card)
        column = Column(line, margins=(4, 8, 4, 8), spacing=6)
        head = FlowLayout(spacing=8)
        button = Button("", "link", icon_name="external")
        words = button.fontMetrics().elidedText(link_text(link), Qt.TextElideMode.ElideMiddle, 560)
        button.setText(words.replace("&", "&&"))
        button.setToolTip(link.uri)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(link.uri)))
        head.addWidget(button)
        parts = [where_words(link)]
        if link.check is not None:
            text, tone, icon_name = outcome_badge(link.check)
            head.addWidget(Badge(text, tone, icon_name))
            parts.append(checked_words(link.check, today))
        where = "  •  ".join(part for part in parts if part)
        button.setAccessibleName(link.uri)
        said = [outcome_badge(link.check)[0]] if link.check is not None else []
        button.setAccessibleDescription(". ".join([*said, where]))
        below = Row(margins=(6, 0, 0, 0))
        below.addWidget(Text(where, 12, tone="text_2", wraps=True), 1)
        column.add_all(head, below)
        return line
