"""Where an author answers: words that are kept as one types, what is done with the feedback, and one button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Thread, Verdict
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.drafting import SAVE_AFTER_MS, Drafting, left_over
from kennisbank.ui.inbox.begun import NOTHING_BEGUN, Begun
from kennisbank.ui.inbox.reply_file import ReplyFile, accepts, paths_of
from kennisbank.ui.language import clock
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.text import Text

Choice = Literal["answered", "adopted", "declined"]
CHOICES: tuple[Choice, ...] = ("answered", "adopted", "declined")
_SHORT = 200
_HALF = ("choice", "version", "reason")
"""By which names what is chosen and not said yet is kept."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is to be sent; `verdict` is None where what was decided stays so. An empty `text`: only the verdict."""

    thread: str
    text: str
    verdict: Verdict | None
    version: str = ""
    reason: str = ""


class ReplyBox(Ground):
    """One thread at a time. What stands in it is never replaced while somebody types."""

    sent = Signal(object)
    """With the `Reply`."""
    typed = Signal(str, str)
    """The draft of a thread is to be kept; with the thread's id, and the words."""
    half_typed = Signal(str, object)
    """What is chosen in a thread and not said yet is to be kept; with the thread's id, and the words by name."""
    file_chosen = Signal(str, object)
    """A file is to go with the answer in a thread; with the thread's id, and its `Path`, or None for no file."""
    ask_toggled = Signal()
    """The maintainer is to be asked about this thread."""
    reopened = Signal(str)
    """What was decided on the thread with this id is to be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a thread."""
        super().__init__("surface", edges="t", parent=parent)
        self._thread: Thread | None = None
        self._expects = self._is_back = False
        self.is_offline = False
        self._others: tuple[str, ...] = ()
        self._label, self._kept = Text(strong=True), Text(size=12, tone="text_2")
        self._tick = Picture("check", "ok", 16)
        self.field, self.error = MetadataText(2, 8), ErrorLine()
        self._drafting = Drafting(self.field)
        self._half: dict[str, tuple[Choice, str, str]] = {}  # chosen in threads and not said yet: version, reason
        self._said: dict[str, tuple[Choice, str, str]] = {}  # what was said last of that, should it be taken back
        self._question = Text(size=12, strong=True)
        self.choices = {name: QRadioButton() for name in CHOICES}
        self.version, self.reason = QLineEdit(), MetadataText(1, 4)
        self.reason_error = ErrorLine(self.reason)
        self.file = ReplyFile()
        self._half_due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self.send = Button("", "primary", icon_name="send", key_hint="Ctrl Enter")
        self.ask, self.reopen = Button("", "quiet", icon_name="shield"), Button("", "quiet", icon_name="undo")
        self._sees = Text(size=12, tone="text_2", wraps=True)
        self.setAcceptDrops(True)
        self.field.setAcceptDrops(False)  # a file is for the box around it; words are pasted
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        top, buttons, radios = Row(spacing=6), FlowLayout(spacing=8), FlowLayout(spacing=8)
        top.add_all(self._label, None, self._tick, self._kept)
        radios.addWidget(self._question)
        group = QButtonGroup(self)
        for button in self.choices.values():
            group.addButton(button)
            radios.addWidget(button)
        self.choices["answered"].setChecked(True)
        for each in (self.send, self.reopen, self.file.add, self.ask):
            buttons.addWidget(each)
        self.version.setMaxLength(_SHORT)
        self.version.textChanged.connect(self._show)
        column = Column(self, margins=(24, 12, 24, 16), spacing=8)
        column.add_all(
            top, self.field, self.error, self.file, radios, self.version, self.reason, self.reason_error, buttons
        )
        column.addWidget(self._sees)
        for before, after in pairwise((self.send, self.reopen, self.file.add, self.ask)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        for button in self.choices.values():
            button.toggled.connect(lambda _on: self._show())
        self._drafting.typed.connect(self._on_typed)
        self.field.textChanged.connect(self._show)
        self.reason.textChanged.connect(lambda: self.reason_error.say(""))
        for changed in (self.version.textChanged, self.reason.textChanged, *(b.toggled for b in self.choices.values())):
            changed.connect(lambda *_: self._half_due.start() if not self._half_due.isActive() else None)
        self._half_due.timeout.connect(self._keep_half)
        self.file.chosen.connect(self._on_file)
        self.file.left_out.connect(lambda: self._on_file(None))
        self.send.clicked.connect(self.submit)
        self.ask.clicked.connect(self.ask_toggled)
        self.reopen.clicked.connect(lambda: self.reopened.emit(self._thread.id if self._thread is not None else ""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def choice(self) -> Choice:
        """Return what is chosen."""
        return next(name for name, button in self.choices.items() if button.isChecked())

    def show_thread(self, thread: Thread, draft: str, others: Sequence[str], begun: Begun = NOTHING_BEGUN) -> None:
        """Show a thread's draft; of the thread that is here already only what isn't being typed changes.

        `others` are the authors who see the answer too; `begun` is what else was begun in the thread.
        """
        is_new = self._thread is None or self._thread.id != thread.id
        if is_new:
            self._drafting.flush()
            self._expects = False
        self._keep_half()
        had = self._stands(self._thread) if self._thread is not None and not is_new else None
        self._thread, self._others = thread, tuple(others)
        stands = self._stands(thread)
        half = self._half.get(thread.id) or (_half_of(begun.verdict) if is_new else None)
        if half is not None:
            self._half[thread.id] = half
        if is_new or (stands != had and half is None):
            self._put(half or (stands, thread.version, thread.reason if thread.state == "declined" else ""))
        if is_new or (self._expects and draft):
            self._say_kept("")
            self._drafting.show_text(draft)  # else what stands here is newer than what was read
            self._expects = False
        self._is_back = False
        self.file.put(begun.file)
        self._show()

    def _keep_half(self) -> None:
        """Remember what was chosen in the thread that is here, and why, where it wasn't said yet."""
        self._half_due.stop()
        if self._thread is None:
            return
        before, chosen = self._half.get(self._thread.id), self._chosen
        if self._is_back:
            chosen = before or chosen  # it still stands here as it did when it was said
        if (self._is_as_it_was() and not self._is_back) or chosen == self._said.get(self._thread.id):
            self._half.pop(self._thread.id, None)
        else:
            self._half[self._thread.id] = chosen
        half = self._half.get(self._thread.id)
        if half != before:
            words = {} if half is None else dict(zip(_HALF, half, strict=True))
            self.half_typed.emit(self._thread.id, words)

    @property
    def _chosen(self) -> tuple[Choice, str, str]:
        return self.choice, self.version.text(), self.reason.toPlainText()

    def _on_file(self, path: object) -> None:
        if self._thread is not None:
            self.file_chosen.emit(self._thread.id, path)

    def refuse_file(self, thread: str, words: str) -> None:
        """Say why a file can't go with the answer in a thread."""
        if self._thread is not None and self._thread.id == thread:
            self.file.say(words)

    def _put(self, said: tuple[Choice, str, str]) -> None:
        choice, version, reason = said
        blocked = [QSignalBlocker(each) for each in (*self.choices.values(), self.version, self.reason)]
        self.choices[choice].setChecked(True)
        self.version.setText(version)
        self.reason.setPlainText(reason)
        del blocked
        self.error.say("")
        self.reason_error.say("")

    def clear(self) -> None:
        """Hand over what was typed, and belong to no thread any more."""
        self._drafting.flush()
        self._keep_half()
        self._thread = None
        self._drafting.show_text("")

    def make_way(self, thread: str) -> None:
        """Keep what was typed in a thread: what was sent in it comes back as a draft, above that."""
        said = self._said.pop(thread, None)
        if said is not None:
            self._half.setdefault(thread, said)
            self._is_back = self._thread is not None and self._thread.id == thread
            self.half_typed.emit(thread, dict(zip(_HALF, self._half[thread], strict=True)))
        if self._thread is not None and self._thread.id == thread:
            self._drafting.flush()
            self._expects = True

    def was_sent(self, thread: str, text: str) -> None:
        """Begin a new answer, if that thread still stands here; what was typed since its answer was sent stays."""
        half = self._half.pop(thread, None)
        if self._thread is not None and self._thread.id == thread and not self._is_as_it_was():
            half = self._chosen
        if half is not None:
            self._said[thread] = half
            self.half_typed.emit(thread, {})
        if self._thread is None or self._thread.id != thread:
            return
        self._half_due.stop()
        self.file.put(None)
        rest = left_over(self._drafting.text, text)
        if rest:
            self.field.setPlainText(rest)
            self._drafting.flush()
            return
        self._drafting.flush()
        self._drafting.show_text("")
        self._say_kept("")

    def submit(self) -> None:
        """Send what stands here."""
        thread = self._thread
        if thread is None:
            return
        text, choice = self.field.text(), self.choice
        reason = self.reason.text() if choice == "declined" else ""
        version = self.version.text().strip() if choice == "adopted" else ""
        if choice == "declined" and not reason:
            self.reason_error.say(self.tr("Say why not: the reader sees this reason."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not text and self.file.attachment is not None:
            self.error.say(self.tr("Write a few words with the file."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        is_as_it_was = self._is_as_it_was()
        if not text and is_as_it_was and thread.state in CHOICES and not thread.is_waiting:
            self.error.say(self.tr("Write an answer first, or choose something else."))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        # An answer by itself makes it answered; only what says more, or takes more back, is a decision.
        verdict: Verdict | None = choice
        if is_as_it_was or (text and choice == "answered" and thread.state not in CHOICES):
            verdict = None if text else choice
        self.error.say("")
        self._drafting.flush()
        self.sent.emit(Reply(thread.id, text, verdict, version, reason))

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Your answer"))
        self.file.retranslate()
        self._label.setText(self.tr("Your answer"))
        self.field.setAccessibleName(self.tr("Your answer"))
        self._question.setText(self.tr("And with this it is"))
        self.choices["answered"].setText(self.tr("only answered"))
        self.choices["adopted"].setText(self.tr("adopted"))
        self.choices["declined"].setText(self.tr("not adopted"))
        self.version.setPlaceholderText(self.tr("In which version, if you know that already"))
        self.version.setAccessibleName(self.tr("Adopted in which version"))
        self.reason.setPlaceholderText(self.tr("Why not? The reader sees this."))
        self.reason.setAccessibleName(self.tr("Why it isn't adopted"))
        self.ask.setText(self.tr("Ask the maintainer…"))
        self.reopen.setText(self.tr("Not decided after all"))
        self._show()

    def _show(self) -> None:
        choice, thread = self.choice, self._thread
        self.version.setVisible(choice == "adopted")
        self.reason.setVisible(choice == "declined")
        if choice != "declined":
            self.reason_error.say("")
        if self.field.text():
            self.error.say("")
        self.send.setText(self._send_words(choice))
        self.reopen.setVisible(thread is not None and thread.state in {"adopted", "declined"})
        self.ask.setVisible(thread is not None and not thread.is_reported)
        sees = self.tr("{names} also see your answer.") if len(self._others) > 1 else self.tr("{names} also sees it.")
        self._sees.setText(sees.format(names=", ".join(self._others)))
        self._sees.setVisible(bool(self._others))

    def _send_words(self, choice: Choice) -> str:
        thread = self._thread
        is_settled = thread is not None and thread.state in CHOICES and not thread.is_waiting
        has_words = bool(self.field.text()) or self.file.attachment is not None
        if not has_words and not (is_settled and self._is_as_it_was()):
            return {
                "answered": self.tr("Nothing to answer: done"),
                "adopted": self.tr("Say it is adopted"),
                "declined": self.tr("Say it isn't adopted"),
            }[choice]
        return self.tr("Put in the outbox") if self.is_offline else self.tr("Send answer")

    def _is_as_it_was(self) -> bool:
        """Tell whether what is chosen is what was decided already."""
        thread, choice = self._thread, self.choice
        if thread is None or choice != self._stands(thread):
            return False
        version = self.version.text().strip() if choice == "adopted" else ""
        reason = self.reason.text() if choice == "declined" else ""
        return (version, reason) == self._details(thread)

    @staticmethod
    def _stands(thread: Thread) -> Choice:
        return cast("Choice", thread.state) if thread.state in {"adopted", "declined"} else "answered"

    @staticmethod
    def _details(thread: Thread) -> tuple[str, str]:
        return (
            thread.version if thread.state == "adopted" else "",
            thread.reason if thread.state == "declined" else "",
        )

    def _on_typed(self, text: str) -> None:
        if self._thread is not None:
            self.typed.emit(self._thread.id, text)
            if text.strip():
                self._say_kept(self.tr("Draft saved at {time}").format(time=clock(now())))
            else:
                self._say_kept("")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._thread is None or not accepts(event):
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.file.take(paths_of(event))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was chosen: another view comes, or the window closes."""
        self._keep_half()
        super().hideEvent(event)

    def _say_kept(self, words: str) -> None:
        self._kept.setText(words)
        self._tick.setVisible(bool(words))


def _half_of(words: Mapping[str, str]) -> tuple[Choice, str, str] | None:
    """Return what was chosen and not said, as it was kept; None for nothing."""
    for choice in CHOICES:
        if choice == words.get("choice"):
            return choice, words.get("version", ""), words.get("reason", "")
    return None
