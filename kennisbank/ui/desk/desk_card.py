"""One thing that waits for a maintainer, with all that is needed to decide it, and the buttons that do."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import FEEDBACK_KINDS, ThreadState
from kennisbank.sync.protocol_desk import DeskItem, DeskVerb
from kennisbank.ui.desk.compared import Compared
from kennisbank.ui.desk.desk_words import (
    ASKS_REASON,
    NEEDS_REASON,
    DeskCountWords,
    concerned_words,
    detail_names,
    moment_of,
    section_name,
    state_badge,
    suspended_badge,
    value_words,
    verb_words,
)
from kennisbank.ui.desk.reason_line import ReasonLine
from kennisbank.ui.look import px
from kennisbank.ui.models.archive_words import OCCUPATIONS, occupation_words
from kennisbank.ui.models.feedback_words import kind_words, state_words
from kennisbank.ui.models.metadata_words import field_name
from kennisbank.ui.widgets.buttons import Button, ButtonKind
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.fact_rows import FactRows
from kennisbank.ui.widgets.fields import ErrorLine
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout, clear_layout
from kennisbank.ui.widgets.text import Text

_LATE_DAYS = 30
_WIDEST_TITLE = 480
_THREAD_STATES: tuple[ThreadState, ...] = get_args(ThreadState)


class DeskCard(Card):
    """An item as it is now; `show_item` shows how it became."""

    decided = Signal(str, str)
    """The verb that was chosen, and the words with it."""
    contribution_asked = Signal()
    file_asked = Signal()

    def __init__(self, item: DeskItem, *, is_here: bool, parent: QWidget | None = None) -> None:
        """Show `item`; `is_here`: its contribution is in this library, and can be gone to."""
        super().__init__(parent)
        self.item, self._is_here = item, is_here
        self._column = Column(self, margins=(20, 16, 20, 16), spacing=8)
        self.buttons: dict[str, Button] = {}
        self.reason, self.error = ReasonLine(), ErrorLine()
        self._flow = QWidget()
        self._fill()

    def show_item(self, item: DeskItem) -> None:
        """Show how it is now."""
        self.item = item
        clear_layout(self._column)
        self.reason, self.error = ReasonLine(), ErrorLine()
        self._fill()

    def choose(self, verb: DeskVerb) -> None:
        """Do what a button says, after asking for words where that is due."""
        if verb in ASKS_REASON:
            self._flow.hide()
            words, is_mailed = verb_words(self.item, verb), self.item.list == "remark"
            self.reason.ask(verb, words, is_needed=verb in NEEDS_REASON, is_mailed=is_mailed)
        else:
            self._decide(verb, "")

    def fail(self, words: str) -> None:
        """Say why it couldn't be done; it can be tried again."""
        self.setEnabled(True)
        self.error.say(words)

    def _fill(self) -> None:
        item = self.item
        title = item.title or item.who or section_name(item.list)
        self.setAccessibleName(title)
        self._column.addWidget(self._head(title))
        second = "  •  ".join(
            part
            for part in (
                item.who if item.title else "",
                moment_of(item.since),
                DeskCountWords().days(item.days) if item.days else "",
            )
            if part
        )
        self._column.addWidget(Text(second, size=12, tone="text_2", wraps=True))
        if concerned := concerned_words(item):
            self._column.addWidget(Text(concerned, wraps=True))
        if item.list == "proposal":
            self._column.addWidget(self._proposal())
        if item.words:
            self._column.addWidget(Text(item.words, wraps=True, selectable=True))
        facts = FactRows()
        facts.show_facts(self._facts())
        if facts.facts:
            self._column.addWidget(facts)
        self._column.add_all(self._buttons(), self.reason, self.error)
        self.reason.given.connect(self._decide)
        self.reason.left.connect(self._on_left)

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        flow = FlowLayout(head, spacing=8)
        policy = head.sizePolicy()
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        if self.item.title and self._is_here:
            link = Button("", "link")
            words = link.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, px(_WIDEST_TITLE))
            link.setText(words.replace("&", "&&"))
            link.setAccessibleName(title)
            link.setToolTip(self.tr("To the contribution"))
            link.clicked.connect(self.contribution_asked)
            flow.addWidget(link)
        else:
            flow.addWidget(Text(title, strong=True))
        badge = state_badge(self.item)
        if badge is not None:
            flow.addWidget(Badge(*badge))
        elif self.item.days >= _LATE_DAYS:
            flow.addWidget(Badge(self.tr("waits long"), "warn", "clock"))
        suspended = suspended_badge(self.item)
        if suspended is not None:
            flow.addWidget(Badge(*suspended))
        return head

    def _proposal(self) -> Compared:
        details = self.item.details
        name = details.get("field", "")
        is_tag = name == "tag"
        field = (
            self.tr("Tag") if is_tag else field_name(name) if name in {"title", "authors", "keywords"} else str(name)
        )
        is_done = self.item.state == "accepted"
        heading = self.tr("{field}: as it was") if is_done else self.tr("{field}: as it is")
        return Compared(
            (heading.format(field=field), "" if is_tag else value_words(details.get("now"))),
            (self.tr("{field}: as proposed").format(field=field), value_words(details.get("value"))),
            self.tr("nothing"),
        )

    def _facts(self) -> list[tuple[str, str]]:
        item, facts = self.item, []
        for name, words in detail_names().items():
            value = item.details.get(name)
            if value not in {None, ""} if not isinstance(value, (list, tuple, dict)) else value:
                facts.append((words, self._value(name, value)))
        if item.answer:
            heading = self.tr("Answer") if item.list == "remark" else self.tr("Reason given")
            facts.append((heading, item.answer))
        return facts

    def _value(self, name: str, value: object) -> str:
        text = value_words(value)
        if name == "occupation":
            return next((occupation_words(each) for each in OCCUPATIONS if each == text), text)
        if name == "kind" and text in FEEDBACK_KINDS:
            return kind_words(text)
        if name == "state" and text in _THREAD_STATES:
            return state_words(text)
        return moment_of(text) if name == "until" else text

    def _buttons(self) -> QWidget:
        self._flow = QWidget()
        flow = FlowLayout(self._flow)
        policy = self._flow.sizePolicy()
        policy.setHeightForWidth(True)
        self._flow.setSizePolicy(policy)
        self.buttons = {}
        if self.item.list == "version":
            self._add(flow, "file", self.tr("Open the file"), "secondary").clicked.connect(self.file_asked)
        for verb in self.item.verbs:
            button = self._add(flow, verb, verb_words(self.item, verb), "quiet" if verb == "decline" else "secondary")
            button.clicked.connect(lambda _on=False, verb=verb: self.choose(verb))
        return self._flow

    def _add(self, flow: FlowLayout, name: str, words: str, kind: ButtonKind) -> Button:
        button = Button(words, kind, icon_name={"file": "file", "accept": "check", "restore": "undo"}.get(name, ""))
        button.setAccessibleDescription(self.accessibleName())
        flow.addWidget(button)
        self.buttons[name] = button
        return button

    def _decide(self, verb: str, words: str) -> None:
        self.error.say("")
        self.setEnabled(False)
        self.decided.emit(verb, words)

    def _on_left(self) -> None:
        self._flow.show()
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
