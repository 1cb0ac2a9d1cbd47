"""Above what one wrote: how much it is, words to look for, the order, the trash, and the acts on what is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.annotation import AnchorState
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font
from kennisbank.ui.models.reactions import ORDERS
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Ground, Picture
from kennisbank.ui.widgets.fields import SearchField
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_choice import MetadataChoice
from kennisbank.ui.widgets.text import Text


class ReactionHead(QWidget):
    """Numbers, field, order, trash; the line of news; the acts on what is chosen."""

    text_changed = Signal(str)
    left_down = Signal()
    order_changed = Signal(str)
    trash_toggled = Signal(bool)
    open_asked = Signal()
    discard_asked = Signal()
    restore_asked = Signal()
    erase_asked = Signal()
    export_asked = Signal()
    """What is chosen, or all that is shown when that is one at most, is to be written to a file."""
    news_asked = Signal()
    """What newer versions moved, changed or lost is to be shown."""
    news_seen = Signal()
    """That was looked at, and is all right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without numbers."""
        super().__init__(parent)
        self._numbers = (0, 0, 0)
        self._is_trash, self._chosen = False, 0
        self._news_counts: Mapping[AnchorState, int] = {}
        self._heading, self._count = Text(size=20, strong=True), Text(tone="text_2")
        self._field, self._order = SearchField(), MetadataChoice()
        self._trash = Button("", "quiet", icon_name="archive")
        self._trash.setCheckable(True)
        self._news, self._news_words = Ground("surface"), Text(wraps=True)
        self._look, self._seen = Button("", "secondary", small=True), Button("", "quiet", small=True)
        self._acts = QWidget()
        self._chosen_words = Text(tone="text_2")
        self._open, self._discard = Button("", "secondary", small=True), Button("", "quiet", small=True)
        self._restore, self._erase = Button("", "secondary", small=True), Button("", "quiet", small=True)
        self._export = Button("", "quiet", small=True)
        self._lay_out()
        self._connect()

    @property
    def acts(self) -> FlowLayout:
        """Return the row of acts on what is chosen, to put others into."""
        return self._flow

    def _lay_out(self) -> None:
        words = QWidget()
        numbers = FlowLayout(words, spacing=10)
        numbers.addWidget(self._heading)
        numbers.addWidget(self._count)
        top = Row(spacing=8)
        top.addWidget(words, 1)
        top.add_all(self._order, self._trash)
        news = Row(self._news, margins=(12, 8, 8, 8), spacing=8)
        news.addWidget(Picture("info", "accent"))
        news.addWidget(self._news_words, 1)
        news.add_all(self._look, self._seen)
        self._flow = FlowLayout(self._acts, spacing=8)
        for widget in (
            self._open,
            self._discard,
            self._restore,
            self._erase,
            self._export,
            self._chosen_words,
        ):
            self._flow.addWidget(widget)
        column = Column(self, margins=(4, 4, 12, 4), spacing=8)
        column.addLayout(top)
        column.add_all(self._field, self._news, self._acts)
        self._news.hide()
        follow(self._order, lambda: self._order.setFont(font(13)))

    def _connect(self) -> None:
        self._field.changed.connect(self.text_changed)
        self._field.left_down.connect(self.left_down)
        self._order.activated.connect(lambda at: self.order_changed.emit(list(ORDERS)[at]))
        self._trash.toggled.connect(self.trash_toggled)
        self._look.clicked.connect(self.news_asked)
        self._seen.clicked.connect(self.news_seen)
        for button, signal in (
            (self._open, self.open_asked),
            (self._discard, self.discard_asked),
            (self._restore, self.restore_asked),
            (self._erase, self.erase_asked),
            (self._export, self.export_asked),
        ):
            button.clicked.connect(signal)

    def focus_field(self) -> None:
        """Take the keyboard into the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, text: str) -> None:
        """Let other words stand in the field, without telling."""
        self._field.set_text(text, silently=True)

    def show_numbers(self, shown: int, total: int, trashed: int, *, is_trash: bool) -> None:
        """Say how many are shown, of how many, and how many lie in the trash."""
        self._numbers, self._is_trash = (shown, total, trashed), is_trash
        self._heading.setText(self.tr("Trash") if is_trash else self.tr("My reactions"))
        words = self.tr("%n reaction(s)", "", total).replace(str(total), number(total))
        if shown != total:
            words = self.tr("{shown} of {total}").format(shown=number(shown), total=words)
        self._count.setText(words if total else "")
        self._trash.setText(self.tr("Trash ({count})").format(count=number(trashed)) if trashed else self.tr("Trash"))
        blocked = QSignalBlocker(self._trash)
        self._trash.setChecked(is_trash)
        del blocked
        self._trash.setVisible(bool(trashed) or is_trash)
        self.show_chosen(self._chosen)

    def show_chosen(self, count: int) -> None:
        """Offer what can be done with so many chosen ones."""
        self._chosen = count
        self._acts.setVisible(self._numbers[0] > 0)
        for button, is_offered in (
            (self._open, True),
            (self._discard, not self._is_trash),
            (self._restore, self._is_trash),
            (self._erase, self._is_trash),
        ):
            button.setVisible(is_offered)
            button.setEnabled(count > 0)
        self._open.setEnabled(count == 1)
        self._chosen_words.setText(self.tr("%n chosen", "", count).replace(str(count), number(count)))
        self._chosen_words.setVisible(count > 1)

    def show_news(self, counts: Mapping[AnchorState, int]) -> None:
        """Say what newer versions of papers did to what one wrote."""
        self._news_counts = counts
        said = {
            "moved": self.tr("%n moved", "", counts.get("moved", 0)),
            "changed": self.tr("of %n the words changed", "", counts.get("changed", 0)),
            "gone": self.tr("%n no longer there", "", counts.get("gone", 0)),
        }
        parts = [words for state, words in said.items() if counts.get(state)]  # type: ignore[call-overload]
        self._news_words.setText(self.tr("In newer versions of your papers: {what}.").format(what=", ".join(parts)))
        self._news.setVisible(bool(parts))

    def retranslate(self) -> None:
        """Set all words anew."""
        self._field.set_words(
            self.tr("Search what you wrote"), self.tr("Words of notes, passages, tags, titles"), self.tr("Clear")
        )
        blocked = QSignalBlocker(self._order)
        chosen = max(self._order.currentIndex(), 0)
        self._order.clear()
        self._order.addItems([self.tr("Newest first"), self.tr("By paper")])
        self._order.setCurrentIndex(chosen)
        del blocked
        self._order.setAccessibleName(self.tr("Order"))
        self._look.setText(self.tr("Look at them"))
        self._seen.setText(self.tr("All right"))
        self._open.setText(self.tr("Open at the passage"))
        self._open.setToolTip(self.tr("Enter"))
        self._discard.setText(self.tr("Put in the trash"))
        self._discard.setToolTip(self.tr("Delete"))
        self._restore.setText(self.tr("Put back"))
        self._erase.setText(self.tr("Remove for good"))
        self._erase.setToolTip(self.tr("This can't be undone"))
        self._export.setText(self.tr("Export…"))
        self._export.setToolTip(self.tr("What is chosen, or all that is shown"))
        self.show_numbers(*self._numbers, is_trash=self._is_trash)
        self.show_news(self._news_counts)
