"""Above a thread: what kind of feedback it is, about what, how it stands; and who has read it, and when."""

from datetime import date
from textwrap import shorten

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import Step, Thread
from kennisbank.ui.inbox.words import long_moment, page_words, thread_badge
from kennisbank.ui.models.feedback_words import kind_icon, kind_words
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

_LONG = 72


class ThreadHead(Ground):
    """One thread in a few lines."""

    list_asked = Signal()
    """Back to the list, where it stands in the way of the thread."""
    passage_toggled = Signal()
    """The pane with the passage is to be shown, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a thread."""
        super().__init__("window", edges="b", parent=parent)
        self._thread: Thread | None = None
        self._picture = Picture("question", "text")
        self._title, self._about = Text(size=15, strong=True, wraps=True), Text(tone="text_2", wraps=True)
        self._decided, self._badge = Text(wraps=True), Badge()
        self.back, self.passage = IconButton("back", keys="Esc"), IconButton("panelright", keys="Ctrl+M")
        top = Row(spacing=8)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=4)
        badges = FlowLayout()
        badges.addWidget(self._badge)
        words.add_all(self._title, self._about, badges, self._decided)
        top.addLayout(words, 1)
        top.addWidget(self.passage, 0, Qt.AlignmentFlag.AlignTop)
        Column(self, margins=(24, 12, 16, 12)).addLayout(top)
        self.back.hide()
        self.back.clicked.connect(self.list_asked)
        self.passage.clicked.connect(self.passage_toggled)

    def show_thread(self, thread: Thread) -> None:
        """Show a thread."""
        self._thread = thread
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.back.set_name(self.tr("Back to the list"))
        self.passage.set_name(self.tr("Show or hide the passage"))
        thread = self._thread
        if thread is None:
            return
        first = thread.messages[0].text if thread.messages else ""
        self._picture.set_icon(kind_icon(thread.kind), "text")
        self._title.setText(shorten(first, _LONG, placeholder="…") or kind_words(thread.kind))
        self._about.setText(
            self.tr("{kind} about {title}, {page}").format(
                kind=kind_words(thread.kind), title=thread.title or self.tr("no title yet"), page=page_words(thread)
            )
        )
        self._badge.set_badge(*thread_badge(thread))
        self._decided.setText(self._decision(thread))
        self._decided.setVisible(bool(self._decided.text()))
        self.setAccessibleName(self._about.text())

    def _decision(self, thread: Thread) -> str:
        if thread.state == "adopted":
            return self.tr("Adopted in version {version}.").format(version=thread.version) if thread.version else ""
        if thread.state == "declined" and thread.reason:
            return self.tr("Not adopted: {reason}").format(reason=thread.reason)
        if thread.state == "hidden":
            words = self.tr("Hidden by the maintainer: {reason}") if thread.reason else ""
            return words.format(reason=thread.reason)
        return self.tr("The maintainers look at this thread.") if thread.is_reported else ""


class RoadWords(QObject):
    """The words for how a thread came to its authors."""

    def of_thread(self, thread: Thread, own_name: str) -> str:
        """Return in a line when it came, who has read it and when, and who hasn't."""
        today = date.today()  # noqa: DTZ011 - the reader's own day
        parts = [words for step in thread.steps if (words := self._step(step, own_name, today))]
        read = {step.who for step in thread.steps if step.state == "read"}
        if read:
            unread = self.tr("{name} hasn't read it yet")
            parts += [unread.format(name=each) for each in thread.authors if each not in read and each != own_name]
        return "  •  ".join(parts)

    def _step(self, step: Step, own_name: str, today: date) -> str:
        when = long_moment(step.moment, today)
        match step.state:
            case "sent" | "no_author":
                words = self.tr("Sent {when}") if step.state == "sent" else ""
            case "delivered":
                words = self.tr("Delivered {when}")
            case "read" if step.who and step.who == own_name:
                words = self.tr("read by you {when}")
            case "read":
                words = self.tr("read by {name} {when}") if step.who else self.tr("read {when}")
            case _:
                words = ""  # what was answered and decided stands below, and above
        return words.format(when=when, name=step.who)
