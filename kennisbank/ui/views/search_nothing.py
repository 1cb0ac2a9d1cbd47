"""What the search view says when nothing was found: the nearest spelling, and what to try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.ui.look import follow, px
from kennisbank.ui.models.search_answer import Answer
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class NothingFound(QWidget):
    """Stands where the results would be."""

    suggested = Signal(str)
    """The suggestion was taken; with the query."""
    clear_asked = Signal()
    """All filters are to go."""
    freely_asked = Signal()
    """More than what was typed may be searched for again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self._answer: Answer | None = None
        self._sentence = Text(size=15, strong=True, wraps=True)
        self._did_you = Text(size=15)
        self._suggestion = Button("", "link")
        self._clear = Button("", "secondary", icon_name="x")
        self._freely = Button("", "secondary", icon_name="search")
        self._tries = Text(tone="text_2", wraps=True)
        page = QWidget()
        across = Row(page, margins=(24, 40, 24, 24), spacing=16)
        across.addWidget(Picture("search", "text_2", 40), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(spacing=12)
        self._guess = QWidget()
        guess = FlowLayout(self._guess, spacing=4)
        follow(self._guess, lambda: guess.setContentsMargins(0, px(4), px(4), px(4)))  # room for the ring of the focus
        guess.addWidget(self._did_you)
        guess.addWidget(self._suggestion)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        follow(buttons, lambda: flow.setContentsMargins(px(4), px(4), px(4), px(4)))
        flow.addWidget(self._freely)
        flow.addWidget(self._clear)
        column.add_all(self._sentence, self._guess, self._tries, buttons, None)
        across.addLayout(column, 1)
        Column(self).addWidget(Scroll(page))
        self._suggestion.clicked.connect(self._on_suggested)
        self._clear.clicked.connect(self.clear_asked)
        self._freely.clicked.connect(self.freely_asked)

    @property
    def suggestion(self) -> Button:
        """Return the link with the nearest spelling."""
        return self._suggestion

    def show_answer(self, answer: Answer) -> None:
        """Say that `answer` is empty, and what to do."""
        self._answer = answer
        query, guess = answer.asked.query.strip(), answer.results.suggestion
        has_filters = any(answer.asked.filters.values())
        if not query:
            sentence = self.tr("No contribution has all of these properties.")
        elif answer.asked.is_strict:
            sentence = self.tr("Nothing was found for exactly “{query}”.")
        elif has_filters:
            sentence = self.tr("Nothing was found for “{query}” within what you chose.")
        else:
            sentence = self.tr("Nothing was found for “{query}”.")
        self._sentence.setText(sentence.format(query=query))
        self._did_you.setText(self.tr("Did you mean"))
        self._suggestion.setText(self.tr("{query}?").format(query=guess))
        self._guess.setVisible(bool(guess))
        self._clear.setText(self.tr("Clear the filters"))
        self._clear.setVisible(has_filters)
        self._freely.setText(self.tr("Search more freely again"))
        self._freely.setVisible(answer.asked.is_strict)
        tries = []
        if len(query.split()) > 1 and answer.asked.is_strict:
            tries.append(
                self.tr("Every word must be there. Leave one out, or put OR between words that mean the same.")
            )
        if any(mark in query for mark in '"“”„'):
            tries.append(self.tr("Between quotation marks the words must stand side by side. Try it without."))
        if query:
            tries.append(self.tr("Try the beginning of a word with an asterisk: network*."))
            tries.append(self.tr("Try the word in the other language: papers are in Dutch and in English."))
        self._tries.setText("\n".join(tries))

    def retranslate(self) -> None:
        """Set all words anew."""
        if self._answer is not None:
            self.show_answer(self._answer)

    def _on_suggested(self) -> None:
        if self._answer is not None:
            self.suggested.emit(self._answer.results.suggestion)
