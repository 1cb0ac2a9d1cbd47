"""Connecting to an archive: its address, what answers there, and only then the connection. Nothing is kept before."""

import ipaddress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kennisbank.domain.archive import ArchiveLink
from kennisbank.sync.protocol_manifest import fingerprint
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.archive_acts import ArchiveActs
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.language import language_name, number
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.models.archive_words import address_words
from kennisbank.ui.views.archive_stick import StickCard
from kennisbank.ui.widgets.archive_page import ArchivePage
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.progress import ProgressLine
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:
    from kennisbank.sync.protocol_accounts import ArchiveInfo


class ConnectPage(ArchivePage):
    """A card to type an address in, and one that says what was found there."""

    def __init__(self, session: Session) -> None:
        """Begin with an empty address."""
        super().__init__(session)
        self._acts = ArchiveActs(session, self)
        self._looking: JobContext | None = None
        self._info: ArchiveInfo | None = None
        self._url = ""
        self._failure: Exception | None = None
        self._heading, self._lead = Text(size=28, strong=True, wraps=True), Text(size=15, tone="text_2", wraps=True)
        self.address = _AddressCard()
        self.found = _FoundCard()
        self.stick = StickCard(session)
        self.column.add_all(self._heading, self._lead, 8, self.address, 8, self.found, 8, self.stick, None)
        self.found.hide()
        self.address.look.clicked.connect(self.look)
        self.address.field.returnPressed.connect(self.look)
        self.address.field.textEdited.connect(lambda _text: self._forget())
        self.address.progress.cancel_asked.connect(self._stop)
        self.found.connect_to.clicked.connect(self._connect)
        self.found.another.clicked.connect(self._begin_again)
        session.opened.connect(self._forget)
        self.retranslate()

    @property
    @override
    def first_control(self) -> QWidget | None:
        return self.address.field

    def look(self) -> None:
        """Ask the address what it is."""
        url = address_from(self.address.field.text())
        if not url:
            self.address.error.say(self.tr("Type the address of the archive first."))
            self.address.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget()
        self._url = url
        self.address.show_running(self.tr("Asking {address}").format(address=address_words(url)))
        self._looking = self._acts.look_at(url, self._show, self._fail)

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Connect to an archive"))
        self._lead.setText(
            self.tr(
                "The archive of a congress sends its catalogue and its papers to this computer, and keeps them in "
                "step. Finding and reading need no account."
            )
        )
        self.address.retranslate()
        self.found.retranslate()
        self.stick.retranslate()
        if self._info is not None:
            self.found.show_info(self._info, self._url)
        if self._failure is not None:
            self.address.error.say(str(message_for(self._failure)))

    def _show(self, info: "ArchiveInfo") -> None:
        self._looking = None
        self._info = info
        self.address.show_running("")
        self.found.show_info(info, self._url)
        self.found.show()
        self.found.connect_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: Exception) -> None:
        self._looking = None
        self._failure = error
        self.address.show_running("")
        self.found.set_busy(is_busy=False)
        self.address.error.say(str(message_for(error)))
        self.address.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.found.set_busy(is_busy=True)
        self.address.show_running(self.tr("Connecting to {address}").format(address=address_words(self._url)))
        self._acts.connect_to(self._url, self._connected, self._fail)

    def _connected(self, _link: ArchiveLink) -> None:
        self._forget()
        self.address.field.clear()
        Syncing.of(self.session).sync_soon()

    def _begin_again(self) -> None:
        self._forget()
        self.address.field.selectAll()
        self.address.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        if self._looking is not None:
            self._forget()

    def _forget(self) -> None:
        """Let go of what was found: it was of another address."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._info = self._failure = None
        self.address.show_running("")
        self.address.error.say("")
        self.found.set_busy(is_busy=False)
        self.found.hide()


class _AddressCard(Card):
    """The address, and what is wrong with it."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._hint = Text(strong=True), Text(size=12, tone="text_2", wraps=True)
        self.field, self.look = QLineEdit(), Button("", "primary")
        self.error = ErrorLine(self.field)
        self.progress = ProgressLine(bar_width=120, small=False)
        flow = across = FlowLayout()
        flow.addWidget(self.field)
        flow.addWidget(self.look)
        column = Column(self, margins=(24, 20, 24, 20), spacing=8)
        column.add_all(self._name, across, self.error, self._hint, self.progress)
        self.progress.hide()
        follow(self.field, lambda: self.field.setFixedWidth(px(400)))

    def show_running(self, words: str) -> None:
        """Say what is being asked; nothing: it is done."""
        self.progress.setVisible(bool(words))
        self.look.setEnabled(not words)
        if words:
            self.progress.show_progress(words, 0, 0)

    def retranslate(self) -> None:
        """Set all words."""
        self._name.setText(self.tr("Address of the archive"))
        self.field.setAccessibleName(self._name.text())
        self.field.setPlaceholderText("https://")
        self.look.setText(self.tr("Look what is there"))
        self._hint.setText(
            self.tr(
                "You find it on the website of the congress, or you got it from the maintainer. Looking keeps nothing."
            )
        )
        self.progress.set_cancel_words(self.tr("Cancel"))


class _FoundCard(Card):
    """What an archive says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._of = Text(size=20, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.facts = FactRows()
        self._hint = Text(size=12, tone="text_2", wraps=True)
        self.connect_to, self.another = Button("", "primary"), Button("", "secondary")
        flow = buttons = FlowLayout()
        flow.addWidget(self.connect_to)
        flow.addWidget(self.another)
        row = Row(self, margins=(24, 20, 24, 20), spacing=16)
        row.addWidget(Picture("cloud", "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=8)
        column.add_all(self._name, self._of, 4, self.facts, self._hint, 4, buttons)
        row.addLayout(column, 1)

    def show_info(self, info: "ArchiveInfo", url: str) -> None:
        """Say who it is."""
        self._name.setText(info.name)
        self._of.setText(info.foundation)
        self._of.setVisible(bool(info.foundation))
        self.facts.show_facts(
            [
                (self.tr("Address"), address_words(url)),
                (self.tr("Contributions"), number(info.contributions)),
                (self.tr("Languages"), ", ".join(language_name(each) for each in info.languages)),
                (self.tr("Maintainer"), info.maintainer),
                (self.tr("Fingerprint of its key"), fingerprint(info.key)),
            ]
        )
        self.setAccessibleName(info.name)

    def set_busy(self, *, is_busy: bool) -> None:
        """Wait while it is being connected."""
        self.connect_to.setEnabled(not is_busy)
        self.another.setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Set all words."""
        self._hint.setText(
            self.tr(
                "By its key this computer knows the archive again. To be sure, compare the fingerprint with the one "
                "that the maintainer gives."
            )
        )
        self.connect_to.setText(self.tr("Connect"))
        self.another.setText(self.tr("Another address"))


def address_from(text: str) -> str:
    """Return what was typed as a whole address: with https, for this computer itself with http; empty for nothing."""
    typed = text.strip().rstrip("/")
    if not typed or "://" in typed:
        return typed
    host = typed.split("/")[0].rsplit(":", 1)[0].strip("[]")
    return f"{'http' if _is_loopback(host) else 'https'}://{typed}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
