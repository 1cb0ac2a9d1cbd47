"""An account that its owner had erased from elsewhere: whether what belonged to it goes from this computer, too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kennisbank.domain.archive import Account
from kennisbank.domain.changes import ChangeSet
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text


class ErasedCard(Card):
    """Hidden while there is no such account. What was written for oneself stays, unless one says that it goes."""

    removed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Act in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._accounts: tuple[Account, ...] = ()
        self._is_left = False
        self._title, self._words = Text(strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self.notes, self.error = QCheckBox(), ErrorLine()
        self.sure, self.leave = Button("", "primary"), Button("", "quiet")
        row = Row(self, margins=(20, 16, 20, 16), spacing=12)
        row.addWidget(Picture("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        column, buttons = Column(spacing=8), FlowLayout()
        for widget in (self.sure, self.leave):
            buttons.addWidget(widget)
        column.add_all(self._title, self._words, self.notes, self.error, buttons)
        row.addLayout(column, 1)
        self.sure.clicked.connect(self._remove)
        self.leave.clicked.connect(self._leave)
        self.hide()
        self.retranslate()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Ask about these accounts; without any, ask nothing."""
        if tuple(accounts) != self._accounts:
            self._accounts, self._is_left = tuple(accounts), False
            self.error.say("")
            self.retranslate()
        self.setVisible(bool(self._accounts) and not self._is_left)

    def retranslate(self) -> None:
        """Set all words anew."""
        mails = ", ".join(each.mail for each in self._accounts)
        self._title.setText(
            self.tr("The account {mail} was erased. Remove what belonged to it from this computer, too?").format(
                mail=mails
            )
        )
        self.setAccessibleName(self._title.text())
        self._words.setText(
            self.tr(
                "Name, mail address, feedback, comments and messages go, out of the backups on this computer as well. "
                "What you wrote for yourself – notes, dossiers, where you were reading – stays here, without a name, "
                "unless you remove that, too."
            )
        )
        self.notes.setText(self.tr("Remove my notes and dossiers, too"))
        self.sure.setText(self.tr("Remove from this computer"))
        self.leave.setText(self.tr("Not now"))

    def _leave(self) -> None:
        self._is_left = True  # until the program starts again: it is asked once a visit
        self.hide()

    def _remove(self) -> None:
        privacy, keeps = self._session.kennisbank.privacy, not self.notes.isChecked()
        self.sure.setEnabled(False)
        self._session.tasks.long(
            self,
            self.tr("Removing what belonged to the account"),
            lambda ctx: privacy.erase_here(keeps_notes=keeps, ctx=ctx),
            self._done,
            self._fail,
        )

    def _done(self, changes: ChangeSet) -> None:
        self.sure.setEnabled(True)
        self._session.changed_by(changes)
        self._session.tell(self.tr("What belonged to the account is gone from this computer."))
        ArchiveReading.of(self._session).read()
        self.removed.emit()

    def _fail(self, error: Exception) -> None:
        self.sure.setEnabled(True)
        self.error.say(str(message_for(error)))
