"""Help: what can be typed in a query, and the keys, listed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.keys import VIEW_KEYS, WINDOW_KEYS, Key
from kennisbank.ui.look import follow, px
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.layouts import Column, Row
from kennisbank.ui.widgets.query_help import QueryHelp
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import KeyHint, Text


class HelpView(View):
    """One page: how to ask, and what each key does."""

    def __init__(self, session: Session) -> None:
        """Build the page."""
        super().__init__(session)
        self._heading = Text(size=28, strong=True)
        self._lead = Text(size=15, tone="text_2", wraps=True)
        self._sections: list[tuple[str, Text]] = []
        self._lines: list[tuple[Key, Text]] = []
        page = QWidget()
        column = Column(page, margins=(32, 24, 32, 32), spacing=12)
        self._asking, self._asking_lead = Text(size=15, strong=True), Text(tone="text_2", wraps=True)
        self._query = QueryHelp()
        column.add_all(self._heading, self._asking, self._asking_lead, self._query, 12, self._lead)
        for name, keys in (("", WINDOW_KEYS), *VIEW_KEYS):
            heading = Text(size=15, strong=True)
            self._sections.append((name, heading))
            column.add_all(12, heading, self._card(keys))
        column.addStretch(1)
        self._scroll = Scroll(page)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow(self, lambda: page.setMaximumWidth(px(880)))
        Column(self).addWidget(self._scroll)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Help"))
        self._scroll.setAccessibleName(self.tr("Help"))
        self._heading.setText(self.tr("Keys and help"))
        self._lead.setText(self.tr("Everything the mouse does can be done with keys, and most of it is faster so."))
        self._asking.setText(self.tr("Asking more exactly"))
        self._asking_lead.setText(
            self.tr("Plain words are enough. If they find too much, these help; advanced search makes them for you.")
        )
        self._query.retranslate()
        for name, heading in self._sections:
            heading.setText(QCoreApplication.translate("Rail", name) if name else self.tr("Everywhere"))
        for key, text in self._lines:
            text.setText(key.words())

    def _card(self, keys: tuple[Key, ...]) -> Card:
        card = Card()
        grid = QGridLayout(card)
        follow(card, lambda: grid.setContentsMargins(px(16), px(12), px(16), px(12)))
        follow(card, lambda: grid.setVerticalSpacing(px(8)))
        grid.setColumnStretch(0, 1)
        for line, key in enumerate(keys):
            text = Text(wraps=True)
            self._lines.append((key, text))
            grid.addWidget(text, line, 0)
            caps = Row()
            caps.addStretch(1)
            for cap in key.caps():
                caps.addWidget(KeyHint(cap))
            grid.addLayout(caps, line, 1)
        return card
