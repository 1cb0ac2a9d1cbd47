"""What the search view shows before anything is asked: saved searches, those made last, and how one can ask."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.look import follow, px
from kennisbank.ui.views.search_saved import SavedSection
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column, Row, clear_layout
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

_TIPS = 7


class SearchEmpty(QWidget):
    """Every example and every earlier search can be pressed."""

    chosen = Signal(str)
    """A query was chosen."""
    forget_asked = Signal()
    """The searches made last are to be forgotten."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page; the saved searches are those of `session`."""
        super().__init__(parent)
        self._saved = SavedSection(session, inset=0)
        self._recent: list[str] = []
        self._buttons: list[Button] = []
        self._heading = Text(size=28, strong=True, wraps=True)
        self._lead = Text(size=15, tone="text_2", wraps=True)
        self._recent_title = Text(size=15, strong=True)
        self._forget = Button("", "link", small=True)
        self._recent_card = Card()
        self._recent_list = Column(self._recent_card, margins=(16, 8, 16, 8), spacing=2)
        self._tips_title = Text(size=15, strong=True)
        self._tips = [(Button("", "link"), Text(tone="text_2", wraps=True)) for _ in range(_TIPS)]
        self._lay_out()
        self._forget.clicked.connect(self.forget_asked)
        self._saved.arranged.connect(self._order_focus)
        for button, _words in self._tips:
            button.clicked.connect(lambda _on, button=button: self.chosen.emit(button.text()))
        self.retranslate()

    @property
    def first_control(self) -> QWidget:
        """Return where one begins: the first saved search, else the search made last, else the first example."""
        if self._saved.lines:
            return self._saved.lines[0].main
        return self._buttons[0] if self._buttons else self._tips[0][0]

    def show_recent(self, queries: list[str]) -> None:
        """Show the searches made last, newest first."""
        if queries == self._recent and self._recent_list.count():
            return
        self._recent = queries
        clear_layout(self._recent_list)
        self._buttons = []
        for query in queries:
            button = Button(query, "link", icon_name="search")
            button.clicked.connect(lambda _on, query=query: self.chosen.emit(query))
            self._recent_list.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)
        self._show_recent_box(is_shown=bool(queries))
        self._order_focus()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._heading.setText(self.tr("What are you looking for?"))
        self._lead.setText(
            self.tr("Just type: results come with every letter, and the sentence that you look for stands in them.")
        )
        self._saved.retranslate()
        self._recent_title.setText(self.tr("Searched before"))
        self._forget.setText(self.tr("Forget these"))
        self._tips_title.setText(self.tr("More exactly, if need be"))
        tips = (
            (self.tr("network society"), self.tr("Both words, anywhere near one another; also in other forms.")),
            (self.tr('"learning to program"'), self.tr("Between quotation marks: these words side by side.")),
            (self.tr("program*"), self.tr("An asterisk: every word that begins like this.")),
            (self.tr("teacher OR student"), self.tr("OR between words: one of them is enough.")),
            (self.tr("assessment -exam"), self.tr("A minus: without this word.")),
            (self.tr("title:network author:jansen"), self.tr("A field: title, author, keyword, theme, abstract.")),
            (self.tr("year:2012..2020 lang:en"), self.tr("Years from and to; language, edition and kind.")),
        )
        for (button, words), (example, meaning) in zip(self._tips, tips, strict=True):
            button.setText(example)
            button.setAccessibleName(self.tr("Search for {query}").format(query=example))
            words.setText(meaning)

    def _order_focus(self) -> None:
        examples = (button for button, _words in self._tips)
        for before, after in pairwise([*self._saved.controls, *self._buttons, self._forget, *examples]):
            QWidget.setTabOrder(before, after)

    def _show_recent_box(self, *, is_shown: bool) -> None:
        for widget in (self._recent_title, self._forget, self._recent_card):
            widget.setVisible(is_shown)

    def _lay_out(self) -> None:
        page = QWidget()
        column = Column(page, margins=(32, 32, 32, 32), spacing=8)
        recent_head = Row()
        recent_head.add_all(self._recent_title, None, self._forget)
        card = Card()
        grid = QGridLayout(card)
        grid.setColumnStretch(1, 1)
        follow(card, lambda: grid.setContentsMargins(px(16), px(12), px(16), px(12)))
        follow(card, lambda: grid.setVerticalSpacing(px(6)))
        follow(card, lambda: grid.setHorizontalSpacing(px(24)))
        for line, (button, words) in enumerate(self._tips):
            grid.addWidget(button, line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words, line, 1)
        column.add_all(
            self._heading, self._lead, 16, self._saved, recent_head, self._recent_card, 16, self._tips_title, card, None
        )
        follow(self, lambda: page.setMaximumWidth(px(880)))
        Column(self).addWidget(Scroll(page))
        self._show_recent_box(is_shown=False)
