"""To the maintainer: a remark, and the newsletter. For everybody, with or without an account or network."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.remarks import Remark
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.desk.newsletter_card import NewsletterCard
from kennisbank.ui.desk.remark_acts import RemarkActs
from kennisbank.ui.desk.remark_card import RemarkCard
from kennisbank.ui.desk.remarks_waiting import RemarksWaiting
from kennisbank.ui.language import language
from kennisbank.ui.messages import message_for
from kennisbank.ui.views.account_request import ReadableText
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.cards import EmptyState
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class RemarkView(View):
    """Two cards, and what waits. Without an archive there is nobody to say it to."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._acts, self._reading = RemarkActs(session, self), ArchiveReading.of(session)
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.remark, self.newsletter = RemarkCard(session), NewsletterCard()
        self.waiting, self.privacy, self._nobody = RemarksWaiting(), ReadableText(), EmptyState("cloud")
        page = ArchivePage(session, widest=760)
        page.column.add_all(self._heading, self._lead, 4, self.waiting, self._nobody, self.remark, 12, self.newsletter)
        page.column.add_all(12, self.privacy, None)
        Column(self, spacing=0).addWidget(Scroll(page))
        self._connect()
        self.retranslate()
        self._show()
        self._acts.read()

    @property
    def is_settled(self) -> bool:
        """Tell whether what waits was read."""
        return self._acts.is_settled

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("To the maintainer"))
        self._heading.setText(self.tr("To the maintainer"))
        self._lead.setText(
            self.tr("A question, a mistake, a wish: about the archive, about a paper, or about what is kept of you.")
        )
        self._nobody.set_words(
            self.tr("This library isn't connected to an archive, so there is no maintainer yet."),
            self.tr("Connect to an archive"),
        )
        for card in (self.remark, self.newsletter, self.waiting):
            card.retranslate()
        self._show()

    @override
    def focus_first(self) -> None:
        focus_into(self)

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        self._acts.read()
        if state.get("section") == "newsletter":
            self.newsletter.mail.edit.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _connect(self) -> None:
        self._acts.shown.connect(self.waiting.show_remarks)
        self._acts.shown.connect(lambda _remarks: self.remark.read())
        self._reading.shown.connect(lambda _facts: self._show())
        Syncing.of(self.session).changed.connect(self._show)
        self._nobody.asked.connect(lambda: self.session.go("archive"))
        self.remark.asked.connect(self._send_remark)
        self.newsletter.asked.connect(self._send_wish)
        self.waiting.retry_asked.connect(self._acts.retry)
        self.waiting.take_back_asked.connect(self._take_back)

    def _show(self) -> None:
        facts = self._reading.facts
        is_connected = facts.link is not None
        for card in (self.remark, self.newsletter, self.privacy):
            _show_if(card, is_shown=is_connected)
        _show_if(self._nobody, is_shown=not is_connected)
        account, info = facts.account, facts.info
        self.remark.show_facts(
            name=account.name if account is not None else "",
            is_offline=Syncing.of(self.session).is_offline or facts.is_unreachable,
            days=info.remarks_days if info is not None else 0,
        )
        letters: Mapping[str, str] = {} if info is None else {str(k): text for k, text in info.newsletter.items()}
        texts: Mapping[str, str] = {} if info is None else {str(k): text for k, text in info.privacy.items()}
        self.newsletter.show_facts(mail=account.mail if account is not None else "", texts=letters)
        own = texts.get(language(), "") or next(iter(texts.values()), "")
        self.privacy.show_text(
            self.tr("Privacy: what the archive keeps"), own or self.tr("The archive gives no text for this.")
        )

    def _take_back(self, remark: Remark) -> None:
        self.remark.kept.flush()  # its text comes back as a draft, above what is being written
        self._acts.take_back(remark)

    def _send_remark(self, remark: Remark) -> None:
        self._acts.send(remark, self.remark.sent, lambda error: self.remark.fail(str(message_for(error))))

    def _send_wish(self, remark: Remark) -> None:
        self._acts.send(remark, lambda: None, lambda error: self.newsletter.fail(str(message_for(error))))


def _show_if(widget: QWidget, *, is_shown: bool) -> None:
    if widget.isHidden() == is_shown:
        widget.setVisible(is_shown)
