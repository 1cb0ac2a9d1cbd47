"""The feedback sheet: beside the page, never over it. What one writes is kept as one writes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.errors import NotLoggedInError
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.feedback_drafting import FeedbackDrafting
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.feedback.sheet_body import SheetBody
from kennisbank.ui.feedback.sheet_foot import SheetFoot
from kennisbank.ui.feedback.situation import Situation, situation_of
from kennisbank.ui.language import clock
from kennisbank.ui.look import px
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Ground, Hairline
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

_LOW = 400
"""Height of the sheet in units of the design below which its foot scrolls along."""


class FeedbackSheet(Ground):
    """One draft at a time.

    Signals: `left` when it is to be closed; `anchor_changed` when it speaks of another passage, or of none;
    `reopen_asked` with a `FeedbackDraft` that is a draft again and is to be shown; `scrolled`.
    """

    left = Signal()
    scrolled = Signal()
    anchor_changed = Signal()
    reopen_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Stand empty until `begin`."""
        super().__init__("surface", edges="l", parent=parent)
        self._session = session
        self._reading, self._syncing = ArchiveReading.of(session), Syncing.of(session)
        self.drafting = FeedbackDrafting(session, self)
        self._contribution: Contribution | None = None
        self._shown = ""
        self._heading, self._close = Text(size=15, strong=True), IconButton("x", keys="Esc")
        self.body, self.foot = SheetBody(), SheetFoot()
        head = Row(margins=(24, 8, 16, 8))
        head.add_all(self._heading, None, self._close)
        self._inner = QWidget()
        self._inside = Column(self._inner, spacing=0)
        self._inside.addWidget(self.body, 1)
        self._scroll = Scroll(self._inner)
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        self._column = Column(self, margins=(1, 0, 0, 0), spacing=0)
        self._column.addLayout(head)
        self._rule = Hairline()
        self._column.add_all(Hairline(), self._scroll, self._rule, self.foot)
        self._column.setStretchFactor(self._scroll, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        drafting, body, foot = self.drafting, self.body, self.foot
        drafting.changed.connect(self._show)
        drafting.attach_failed.connect(lambda error: body.extras.error.say(str(message_for(error))))
        body.kinds.chosen.connect(lambda kind: drafting.change(kind=kind))
        body.message.typed.connect(self._on_typed)
        body.message.submitted.connect(self.send)
        body.message.left.connect(self.left)
        body.shown_as.chosen.connect(lambda value: drafting.change(shown_as=value))
        body.extras.link_typed.connect(lambda link: drafting.change(link=link))
        body.extras.file_chosen.connect(self._attach)
        body.extras.file_dropped.connect(drafting.detach)
        body.quote.dropped.connect(self._drop_passage)
        body.banner.button.clicked.connect(self._to_account)
        foot.send.clicked.connect(self.send)
        foot.discard.clicked.connect(self.discard)
        self._close.clicked.connect(self.left)
        self._reading.shown.connect(lambda _facts: self._show_situation())
        self._syncing.changed.connect(self._show_situation)

    # What it is about.

    def begin(self, contribution: Contribution, anchor: Anchor | None = None, draft_id: str = "") -> None:
        """Write about a contribution, or about a passage of it; go on with a draft where there is one."""
        self._contribution = contribution
        self._shown = ""
        self.body.show_contribution(contribution)
        self.drafting.ask(contribution.id, anchor, draft_id)
        self._show_situation()

    @property
    def anchor(self) -> Anchor | None:
        """Return the passage it is about."""
        return self.drafting.draft.anchor if self.drafting.draft is not None and self.isVisible() else None

    @property
    def lead_start(self) -> QWidget:
        """Return the widget at which a line from the passage ends."""
        return self.body.quote

    def take_focus(self) -> None:
        """Put the keyboard in the message."""
        self.body.message.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown.

    def _show(self) -> None:
        draft = self.drafting.draft
        if draft is None:
            return
        is_other = self._shown != draft.id or not draft.id
        if is_other and self.drafting.saving != "waiting":
            self.body.put(draft, has_text_too=True)
        else:
            self.body.put(draft, has_text_too=False)
        self._shown = draft.id
        self._say_saved()
        self.anchor_changed.emit()

    def _say_saved(self) -> None:
        draft, stand = self.drafting.draft, self.body.stand
        if draft is None or self.drafting.saving == "":
            stand.say("")
        elif self.drafting.saving == "failed":
            stand.say(self.tr("Not saved"), "bad")
        elif self.drafting.saving == "waiting":
            stand.say(self.tr("Saving…"))
        elif draft.modified is not None:
            stand.say(self.tr("Draft saved at {time}").format(time=clock(draft.modified)), "ok")

    @property
    def situation(self) -> Situation:
        """Return whether what is written can be sent now, later, or not before somebody is logged in."""
        return situation_of(self._reading.facts, is_offline=self._syncing.is_offline)

    def _show_situation(self) -> None:
        situation = self.situation
        self.foot.show_situation(situation)
        self.body.show_person(self._reading.facts.account)
        self.body.show_situation(situation)

    # What is done.

    def _on_typed(self, text: str) -> None:
        self.body.error.say("")
        self.drafting.change(text=text)

    def _attach(self, path: Path) -> None:
        self.body.extras.error.say("")
        self.drafting.attach(path)

    def _drop_passage(self) -> None:
        self.drafting.change(anchor=None)
        self.body.quote.put(None, self._title)
        self.anchor_changed.emit()
        self.take_focus()

    @property
    def _title(self) -> str:
        return self._contribution.metadata.values.title if self._contribution is not None else ""

    def _to_account(self) -> None:
        self.drafting.flush()
        self._session.go("archive", section="overview" if self.situation == "not_connected" else "account")

    def send(self) -> None:
        """Put it in the outbox; without an account lead to one, and keep the text."""
        draft = self.drafting.draft
        if draft is None:
            return
        if not draft.text.strip():
            self.body.error.say(self.tr("Write your message first."))
            self.take_focus()
        elif self.situation in {"no_account", "waiting", "ended", "not_connected"}:
            self._to_account()
        else:
            self.foot.send.setEnabled(False)
            self.drafting.send(self._on_sent, self._on_not_sent)

    def _on_sent(self, draft_id: str) -> None:
        self.foot.send.setEnabled(True)
        is_later = self.situation == "offline"
        words = self.tr("In the outbox: it goes as soon as there is a connection.")
        self._session.tell(
            words if is_later else self.tr("On its way to the authors."),
            self.tr("Take back"),
            lambda: self.drafting.take_back(draft_id, self.reopen_asked.emit),
        )
        self.left.emit()
        if not is_later:
            self._syncing.sync()

    def _on_not_sent(self, error: Exception) -> None:
        self.foot.send.setEnabled(True)
        self._reading.read()
        self.body.error.say(
            self.tr("You have to be logged in to send this. Your text is kept.")
            if isinstance(error, NotLoggedInError)
            else str(message_for(error))
        )

    def discard(self) -> None:
        """Throw the draft away, and offer to take that back."""

        def gone(draft: FeedbackDraft) -> None:
            put_back: Callable[[], object] = lambda: self.drafting.put_back(draft, self.reopen_asked.emit)  # noqa: E731
            self._session.tell(self.tr("The draft is thrown away."), self.tr("Undo"), put_back)

        self.drafting.discard(gone)
        self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the foot scroll along where it would leave little room for the fields, as with large text."""
        super().resizeEvent(event)
        is_low = self.height() < px(_LOW)
        if is_low == (self._inside.indexOf(self.foot) >= 0):
            return
        (self._inside if is_low else self._column).addWidget(self.foot)
        self._rule.setVisible(not is_low)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the sheet's own keys from what it stands in."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _own_key(event):
            self.send()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed: the sheet is closed, another view comes, or the window closes."""
        self.drafting.flush()
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("Feedback to the authors"))
        self.setAccessibleName(self._heading.text())
        self._close.set_name(self.tr("Close; the draft is kept"))
        self.body.retranslate()
        self._show_situation()
        self._say_saved()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _own_key(event: QKeyEvent) -> bool:
    """Tell whether a key is Esc, or Ctrl+Enter."""
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return event.key() == Qt.Key.Key_Escape or (
        is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
