"""On the account's page: everything about oneself in one file; and having it all erased, with the archive's proof."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.inbox.words import moment_day
from kennisbank.ui.language import day, number
from kennisbank.ui.look import follow, px
from kennisbank.ui.messages import message_for
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.sync.protocol_desk import ErasureProof

_CODE_LENGTH = 40


class PrivacyCard(Card):
    """Three faces: what can be done, the question with its code, and the proof that it was done."""

    erased = Signal()

    def __init__(self, session: Session) -> None:
        """Act in the library of `session`."""
        super().__init__()
        self._session = session
        self.proof: ErasureProof | None = None
        self._title, self._words = Text(size=15, strong=True), Text(tone="text_2", wraps=True)
        self.export, self.erase = Button("", "secondary", icon_name="download"), Button("", "quiet", icon_name="trash")
        self._ask, self._question, self._told = QWidget(), Text(strong=True, wraps=True), Text(wraps=True)
        self.keep = QCheckBox()
        self._code_name, self.code, self.error = Text(size=12, strong=True), QLineEdit(), ErrorLine()
        self.send, self.sure, self.stay = Button("", "secondary"), Button("", "primary"), Button("", "quiet")
        self._done, self._proof_words, self.save = QWidget(), Text(wraps=True, selectable=True), Button("", "secondary")
        self.code.setMaxLength(_CODE_LENGTH)
        self._lay_out()
        self.export.clicked.connect(self._choose_file)
        self.erase.clicked.connect(self.begin)
        self.stay.clicked.connect(self.leave)
        self.send.clicked.connect(self.ask_code)
        self.sure.clicked.connect(self.submit)
        self.code.returnPressed.connect(self.submit)
        self.code.textEdited.connect(lambda _text: self.error.say(""))
        self.save.clicked.connect(self._save_proof)
        self.retranslate()
        self.leave()

    def _lay_out(self) -> None:
        first, buttons, entry = FlowLayout(), FlowLayout(), FlowLayout()
        for widget in (self.export, self.erase):
            first.addWidget(widget)
        entry.addWidget(self.code)
        entry.addWidget(self.send)
        for widget in (self.sure, self.stay):
            buttons.addWidget(widget)
        ask = Column(self._ask, spacing=8)
        ask.add_all(self._question, self._told, self.keep, self._code_name, entry, self.error, buttons)
        done, words = Row(self._done, spacing=12), Column(spacing=8)
        done.addWidget(Picture("okc", "ok"), 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._proof_words)
        words.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        done.addLayout(words, 1)
        self._first = QWidget()
        Column(self._first).add_all(self._words, first)
        column = Column(self, margins=(20, 16, 20, 16), spacing=8)
        column.add_all(self._title, self._first, self._ask, self._done)
        follow(self.code, lambda: self.code.setFixedWidth(px(180)))

    def begin(self) -> None:
        """Ask whether all of it is to go, and say what that is."""
        self._show(asks=True)
        self.send.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Erase nothing."""
        self.code.clear()
        self.error.say("")
        self._show(asks=False)

    def ask_code(self) -> None:
        """Have the code mailed."""
        privacy = self._session.kennisbank.privacy

        def done(_none: object) -> None:
            self._session.tell(self.tr("A code is on its way to your mail address."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

        self._session.tasks.read(self, lambda _ctx: privacy.ask_code(), done, self._fail)

    def submit(self) -> None:
        """Erase, with the code that was typed."""
        code = self.code.text().strip()
        if not code:
            self.error.say(self.tr("Type the code that stands in the mail."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        privacy, keeps = self._session.kennisbank.privacy, self.keep.isChecked()
        self.sure.setEnabled(False)
        self._session.tasks.long(
            self,
            self.tr("Erasing everything about you"),
            lambda ctx: privacy.erase(code, keeps_notes=keeps, ctx=ctx),
            self._show_proof,
            self._fail,
        )

    def show_settled(self, proofs: "Sequence[ErasureProof | None]") -> None:
        """Show the proof of an erasure that was finished after its answer was lost, and note that it was told."""
        found = next((each for each in reversed(proofs) if each is not None), None)
        if found is None:
            self._session.tell(self.tr("Everything about you was erased, as you asked before."))
        else:
            self.proof = found
            self.retranslate()
            self._show(asks=False)
        self._note_told()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._title.setText(self.tr("Everything about you"))
        self.setAccessibleName(self._title.text())
        self._words.setText(
            self.tr("What the archive and this computer have of you: in one file that you can read, or erased.")
        )
        self.export.setText(self.tr("Save everything about me…"))
        self.erase.setText(self.tr("Erase everything about me…"))
        self._question.setText(self.tr("Erase everything about you, at the archive and on this computer?"))
        self._told.setText(
            self.tr(
                "Your account, your address, your feedback and comments go, and can't be brought back. What others "
                "answered you stays readable for them, without your name."
            )
        )
        self.keep.setText(self.tr("Keep my notes and dossiers on this computer"))
        self._code_name.setText(self.tr("The code from the mail"))
        self.code.setAccessibleName(self._code_name.text())
        self.send.setText(self.tr("Send me a code"))
        self.sure.setText(self.tr("Erase everything"))
        self.stay.setText(self.tr("Erase nothing"))
        self.save.setText(self.tr("Save the proof…"))
        if self.proof is not None:
            self._proof_words.setText(ProofWords().of(self.proof))

    def _show(self, *, asks: bool) -> None:
        self._first.setVisible(not asks and self.proof is None)
        self._ask.setVisible(asks)
        self._done.setVisible(self.proof is not None and not asks)

    def _show_proof(self, proof: "ErasureProof") -> None:
        self.sure.setEnabled(True)
        self.proof = proof
        self.code.clear()
        self.retranslate()
        self._show(asks=False)
        self._note_told()
        kinds = ("account", "annotation", "dossier", "mailbox", "act")
        self._session.changed_by(ChangeSet(tuple(Change(kind, "", "removed") for kind in kinds)))  # type: ignore[arg-type]
        self.erased.emit()

    def _note_told(self) -> None:
        privacy = self._session.kennisbank.privacy
        self._session.tasks.write(self, lambda _ctx: privacy.note_told(), None, self._session.failed.emit)

    def _fail(self, error: Exception) -> None:
        self.sure.setEnabled(True)
        self.error.say(str(message_for(error)))

    def _choose_file(self) -> None:
        privacy = self._session.kennisbank.privacy
        self._to_file(self.tr("Save everything about me"), "kennisbank.json", privacy.export)

    def _save_proof(self) -> None:
        proof = self.proof
        if proof is None:
            return

        def write(target: Path) -> Path:
            target.write_text(json.dumps(asdict(proof), ensure_ascii=False, indent=1), encoding="utf-8")
            return target

        self._to_file(self.tr("Save the proof"), "kennisbank-bewijs.json", write)

    def _to_file(self, title: str, name: str, write: Callable[[Path], Path]) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(folder / name), "JSON (*.json)")
        if not chosen:
            return
        target = Path(chosen)

        def done(path: Path) -> None:
            self._session.tell(self.tr("Saved as {name}.").format(name=path.name))

        self._session.tasks.write(self, lambda _ctx: write(target), done, self._session.failed.emit)


class ProofWords(QObject):
    """What the archive proves it erased, in words."""

    def of(self, proof: "ErasureProof") -> str:
        """Return what was erased, when, and which copies could not be reached."""
        then = moment_day(proof.moment.partition("[")[0])
        when = day(then) if then is not None else proof.moment
        said = [self.tr("Erased on {day}. The archive signed this; its number is {id}.").format(day=when, id=proof.id)]
        beyond = proof.beyond
        names = {
            "mails": self.tr("mails that were sent: {count}"),
            "authors": self.tr("computers of authors that will hear of it: {count}"),
            "devices": self.tr("other computers of yours, which ask about it at their next update: {count}"),
            "sticks": self.tr("sticks with the archive on them: {count}"),
            "backups": self.tr("backups: {count}"),
        }
        parts = [names[each].format(count=number(beyond[each])) for each in names if beyond.get(each)]
        if parts:
            said.append(self.tr("Out of reach were: {what}.").format(what=", ".join(parts)))
        until = moment_day(proof.backups_until.partition("[")[0])
        if until is not None:
            said.append(self.tr("The last backup that holds it is gone on {day}.").format(day=day(until)))
        return " ".join(said)
