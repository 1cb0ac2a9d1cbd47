"""What is typed in the fields of a form, kept as a draft soon after the first letter and on leaving them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from kennisbank.domain.correspondence import Draft
from kennisbank.domain.moments import now
from kennisbank.ui.controllers.draft_keeping import DraftKeeping
from kennisbank.ui.controllers.drafting import SAVE_AFTER_MS, left_over
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import clock

Field = QLineEdit | QPlainTextEdit


class KeptWords(QObject):
    """One form, of which one draft at a time is shown; it lives as long as the first of its fields.

    A draft is kept at every pause, when the keyboard leaves a field, and when that goes out of sight. What the
    library says never replaces what is being typed.
    """

    stood = Signal(str, str)
    """How the draft stands, in words, with their tone (ok, bad or text_2); empty for no draft."""

    def __init__(self, session: Session, fields: Mapping[str, Field]) -> None:
        """Watch `fields`, by the name under which their words are kept."""
        super().__init__(next(iter(fields.values())))
        self._keeping, self._fields = DraftKeeping.of(session), fields
        self._draft: Draft | None = None
        self._blank: Mapping[str, str] = {}
        self._known: Mapping[str, str] = self._typed()
        self._is_expected = self._is_showing = False
        self._due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._due.timeout.connect(self.flush)
        self._keeping.kept.connect(self._on_kept)
        self._keeping.not_kept.connect(self._on_not_kept)
        self._keeping.forgotten.connect(self._forget)
        for field in fields.values():
            field.textChanged.connect(self._on_changed)
            field.installEventFilter(self)

    @property
    def is_written_in(self) -> bool:
        """Tell whether something stands in the form that nobody put there but who fills it in."""
        return any(text.strip() and text != self._blank.get(name, "") for name, text in self._typed().items())

    @property
    def draft(self) -> Draft | None:
        """Return the form as it stands; None while it belongs to nothing."""
        return None if self._draft is None else replace(self._draft, words=self._typed())

    @property
    def text(self) -> str:
        """Return what stands in the field named ``text``."""
        return self._typed()["text"]

    def be(self, draft: Draft, *, blank: Mapping[str, str] | None = None) -> None:
        """Belong to this draft from now on, as `put` shows it; what stood here of another is kept first.

        `blank` is what the fields show while there is none, and what isn't worth keeping.
        """
        self.flush()
        self._draft, self._blank, self._is_expected = replace(draft, words={}), blank or {}, True
        self._show({})
        self.stood.emit("", "text_2")

    def put(self, at_hand: Mapping[tuple[str, str, str], Draft]) -> bool:
        """Show the draft as it is at hand, and tell whether there is any; what is being typed stays."""
        if self._draft is None:
            return False
        found = at_hand.get(self._draft.key)
        words = found.words if found is not None else {}
        is_first, self._is_expected = self._is_expected, False
        if not self._due.isActive():
            if self._show(words):
                self._say("" if found is None else self._saved(found))
        elif is_first and words:
            self._show_above(words)
        return found is not None

    def flush(self) -> None:
        """Hand over what was typed, if it wasn't yet."""
        self._due.stop()
        words = self._typed()
        if self._draft is None or words == self._known:
            return
        self._known = words
        worth = {name: text for name, text in words.items() if text != self._blank.get(name, "")}
        self._keeping.keep(replace(self._draft, words=worth))

    def was_sent(self, text: str, name: str = "text") -> None:
        """Begin anew; what was typed on in the field of this name since `text` was sent stays, and is kept."""
        rest = left_over(self._typed()[name], text)
        self.settle()
        if rest:
            self._show({name: rest})
            self._known = {}
            self.flush()

    def settle(self) -> None:
        """Begin anew: what stood here is said, and its draft used up."""
        self._due.stop()
        self._show({})
        self.stood.emit("", "text_2")

    def discard(self) -> None:
        """Throw the draft away: nothing of it is kept."""
        self.settle()
        if self._draft is not None:
            self._keeping.keep(self._draft)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.flush()
        return False

    def _typed(self) -> dict[str, str]:
        return {
            name: field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for name, field in self._fields.items()
        }

    def _show(self, words: Mapping[str, str]) -> bool:
        """Show these, or what is shown while there are none; tell whether anything else stood there."""
        before, self._is_showing = self._typed(), True
        for name, field in self._fields.items():
            text = words.get(name, self._blank.get(name, ""))
            if text == before[name]:
                continue
            if isinstance(field, QLineEdit):
                field.setText(text)
            else:
                field.setPlainText(text)
        self._is_showing = False
        self._known = self._typed()
        return self._known != before

    def _show_above(self, words: Mapping[str, str]) -> None:
        """Let what was kept stand above what was typed before it was known."""
        typed = self._typed()
        both = {name: typed[name] for name in typed if typed[name] != self._blank.get(name, "")}
        for name, text in words.items():
            if text and not both.get(name, "").startswith(text):
                both[name] = "\n\n".join(part for part in (text, both.get(name, "")) if part)
        self._show(both)
        self._known = {}
        self._due.start()

    def _on_changed(self) -> None:
        if not self._is_showing and not self._due.isActive():
            self._say("")
            self._due.start()

    def _on_kept(self, draft: Draft) -> None:
        if self._draft is not None and draft.key == self._draft.key and not self._due.isActive():
            self._say(self._saved(replace(draft, modified=now())) if draft.words and self.is_written_in else "")

    def _on_not_kept(self, draft: Draft) -> None:
        if self._draft is not None and draft.key == self._draft.key:
            self._known = {}
            self.stood.emit(self.tr("Not saved"), "bad")

    def _saved(self, draft: Draft) -> str:
        return self.tr("Draft saved at {time}").format(time=clock(draft.modified or now()))

    def _say(self, words: str) -> None:
        self.stood.emit(words, "ok" if words else "text_2")

    def _forget(self) -> None:
        """Show nothing of what was another's; it is kept for them."""
        self._is_expected = True
        self.settle()
