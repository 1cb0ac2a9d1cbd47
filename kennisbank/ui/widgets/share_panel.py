"""The panel in which somebody says who may see a note or a dossier."""

import re
from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QRadioButton, QWidget
from typing_extensions import override

from kennisbank.domain.audience import Audience
from kennisbank.domain.ids import AnnotationId, DossierId
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.sharing import Shared, Sharing
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button, IconButton
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.floating_panel import FloatingPanel
from kennisbank.ui.widgets.layouts import Row
from kennisbank.ui.widgets.text import Text

_WIDTH, _FIELD = 400, 72
_BETWEEN = re.compile(r"[\s,;]+")
_Save = Callable[[Audience, Callable[[], object], Callable[[Exception], object]], None]


class SharePanel(FloatingPanel):
    """Stands near what opened it. One per window: `of`. Nothing is shared before the button says so."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Stand in `window`, hidden until `show_annotation` or `show_dossier`."""
        super().__init__(session, window, _WIDTH)
        self._sharing = Sharing.of(session)
        self._save: _Save | None = None
        self._is_dossier = False
        self._heading, self._close = Text(size=15, strong=True), IconButton("x", small=True)
        self.nobody, self.everyone, self.people = QRadioButton(), QRadioButton(), QRadioButton()
        self.addresses = QPlainTextEdit()
        self.addresses.setTabChangesFocus(True)
        self._hint = Text(size=12, tone="text_2", wraps=True)
        self._first = Text(wraps=True)
        self.error = ErrorLine()
        self.share, self.to_account = Button("", "primary"), Button("", "primary", icon_name="user")
        head, buttons = Row(), Row()
        head.add_all(self._heading, None, self._close)
        buttons.add_all(self.share, self.to_account, None)
        self.column.add_all(head, self._first, self.nobody, self.everyone, self.people, self.addresses, self._hint)
        self.column.add_all(self.error, buttons)
        follow(self.addresses, lambda: self.addresses.setFixedHeight(px(_FIELD)))
        self._close.clicked.connect(self.leave)
        self.people.toggled.connect(self._show_field)
        self.share.clicked.connect(self._on_share)
        self.to_account.clicked.connect(lambda: session.go("archive"))
        self.retranslate()

    @staticmethod
    def of(session: Session, window: QWidget) -> "SharePanel":
        """Return the panel of this window."""
        return window.findChild(SharePanel) or SharePanel(session, window)

    def show_annotation(self, annotation: AnnotationId, opener: QWidget) -> None:
        """Ask who may see an annotation, below `opener`, to which the keyboard goes back."""
        self._save = lambda audience, done, failed: self._sharing.share_annotation(annotation, audience, done, failed)
        self._is_dossier = False
        self._sharing.ask_annotation(annotation, lambda shared: self._begin(shared, opener))

    def show_dossier(self, dossier: DossierId, opener: QWidget) -> None:
        """Ask who may see a dossier."""
        self._save = lambda audience, done, failed: self._sharing.share_dossier(dossier, audience, done, failed)
        self._is_dossier = True
        self._sharing.ask_dossier(dossier, lambda shared: self._begin(shared, opener))

    @property
    def audience(self) -> Audience:
        """Return who is chosen."""
        if not self.people.isChecked():
            return Audience(everyone=self.everyone.isChecked())
        return Audience(people=tuple(each for each in _BETWEEN.split(self.addresses.toPlainText()) if each))

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("Who may see this?"))
        self.setAccessibleName(self._heading.text())
        self.nobody.setText(self.tr("Only me"))
        self.everyone.setText(self.tr("Everyone with an account"))
        self.people.setText(self.tr("These people"))
        self.addresses.setAccessibleName(self.tr("Their mail addresses"))
        self.addresses.setPlaceholderText(self.tr("name@school.nl, one on each line"))
        self.share.setText(self.tr("Save"))
        self.to_account.setText(self.tr("To your account"))
        self._close.set_name(self.tr("Close"))
        self._set_hint()

    def _begin(self, shared: Shared, opener: QWidget) -> None:
        may = shared.is_owned and shared.is_logged_in
        for widget in (self.nobody, self.everyone, self.people, self.addresses, self._hint, self.share):
            widget.setVisible(may)
        self._first.setVisible(not may)
        self.to_account.setVisible(not may)
        self._first.setText(
            self.tr("To share something you need an account at the archive, and to be logged in.")
            if not shared.is_logged_in
            else self.tr("This was written before you logged in. Make it yours first; then it can be shared.")
        )
        audience = shared.audience
        chosen = self.everyone if audience.everyone else self.people if audience.people else self.nobody
        chosen.setChecked(True)
        self.addresses.setPlainText("\n".join(audience.people))
        self.error.say("")
        self._set_hint()
        if may:
            self._show_field()
        self.open_below(opener, chosen if may else self.to_account)

    def _set_hint(self) -> None:
        self._hint.setText(
            self.tr("They see the dossier with its passages and your remarks, but not the notes that these come from.")
            if self._is_dossier
            else self.tr("They see the note with the passage it speaks of, and your name.")
        )

    def _show_field(self) -> None:
        self.addresses.setVisible(self.people.isChecked())

    def _on_share(self) -> None:
        if self._save is not None:
            self.error.say("")
            self.share.setEnabled(False)
            self._save(self.audience, self._on_done, self._on_failed)

    def _on_done(self) -> None:
        self.share.setEnabled(True)
        self.leave()

    def _on_failed(self, error: Exception) -> None:
        self.share.setEnabled(True)
        self.error.say(str(message_for(error)))
        self.addresses.setFocus()
