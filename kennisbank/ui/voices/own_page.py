"""All that one said for everybody to see, or proposed, over all papers, and what became of it; in My reactions."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import OwnVoice
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.voices.own_card import OwnVoiceCard
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.card_column import CardColumn
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

Which = Literal["all", "draft", "proposal", "comment", "vote"]
_WHICH: tuple[Which, ...] = ("all", "draft", "proposal", "comment", "vote")
_FEW = 50


class OwnVoicesPage(Ground):
    """The latest moved first; `read` fills it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("window", parent=parent)
        self._session = session
        self._voices: tuple[OwnVoice, ...] = ()
        self._reading: JobContext | None = None
        self._which: Which = "all"
        self._most = _FEW
        self.which, self._count = QComboBox(), Text(size=12, tone="text_2")
        self.cards, self.more = CardColumn(spacing=8), Button("", "link", small=True)
        self._empty, self._stack = EmptyState("chat"), QStackedWidget()
        head = Row(margins=(16, 12, 16, 0), spacing=12)
        head.add_all(self.which, self._count, None)
        page = QWidget()
        inner = Column(page, margins=(16, 8, 16, 24), spacing=8)
        inner.addWidget(self.cards)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        for widget in (Scroll(page), self._empty):
            self._stack.addWidget(widget)
        column = Column(self, spacing=8)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.which.activated.connect(self._choose)
        self.more.clicked.connect(self._show_more)
        self._empty.asked.connect(lambda: session.go("browse"))
        session.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is being read."""
        return self._reading is None

    def read(self) -> None:
        """Read anew; an older answer is dropped."""
        if not self._session.is_open:
            return
        if self._reading is not None:
            self._reading.cancel()
        voices = self._session.kennisbank.voices
        self._reading = self._session.tasks.read(self, lambda _ctx: voices.mine(), self._on_read, self._on_failed)

    def focus_first(self) -> None:
        """Take the keyboard: at the first card, else at the choice above it."""
        first = next((each for each in self.cards.cards if isinstance(each, OwnVoiceCard)), None)
        target = first.go if first is not None else self._empty.button if self._empty.isVisible() else self.which
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("What everybody sees of you, and what you proposed"))
        self.which.setAccessibleName(self.tr("Which of them"))
        self.more.setText(self.tr("Show more"))
        self._empty.set_words(
            self.tr("You haven't said or proposed anything yet."),
            self.tr("Find a paper to read"),
            self.tr("Comments, stars, tags and corrections come together here, and what became of them."),
        )
        self._show()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and any(changes.ids(kind) for kind in ("act", "mailbox", "comment")):
            self.read()

    def _on_read(self, voices: tuple[OwnVoice, ...]) -> None:
        self._reading, self._voices = None, voices
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self._reading = None
        self._session.failed.emit(error)

    def _show(self) -> None:
        shown = [each for each in self._voices if self._which in {"all", _kind(each)}]
        self.cards.put([self._card(each) for each in shown[: self._most]])
        self.more.setVisible(len(shown) > self._most)
        self._stack.setCurrentIndex(0 if self._voices else 1)
        waiting = sum(each.state == "waiting" for each in self._voices)
        words = self.tr("%n proposal(s) are still being looked at.", "", waiting).replace(str(waiting), number(waiting))
        self._count.setText(words if waiting else "")
        self._fill_choice()

    def _fill_choice(self) -> None:
        names: Mapping[Which, str] = {
            "all": self.tr("All"),
            "draft": self.tr("Being written"),
            "proposal": self.tr("Tags and corrections"),
            "comment": self.tr("Comments"),
            "vote": self.tr("Stars"),
        }
        counts: Counter[str] = Counter(_kind(each) for each in self._voices)
        counts["all"] = len(self._voices)
        blocked = self.which.blockSignals(True)
        self.which.clear()
        for each in _WHICH:
            self.which.addItem(f"{names[each]} ({number(counts[each])})", each)
        self.which.setCurrentIndex(_WHICH.index(self._which))
        self.which.blockSignals(blocked)

    def _card(self, each: OwnVoice) -> OwnVoiceCard:
        card = OwnVoiceCard(each)
        card.asked.connect(lambda: self._session.go("details", contribution=each.contribution, voices=True))
        return card

    def _choose(self, at: int) -> None:
        self._which, self._most = _WHICH[at], _FEW
        self._show()

    def _show_more(self) -> None:
        self._most += _FEW
        self._show()


def _kind(each: OwnVoice) -> str:
    return "draft" if each.state == "draft" else each.kind
