"""What can be typed in a query: an example of each, with what it means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.text import Text

_LINES = 15


class QueryHelp(Card):
    """Lines of an example and its meaning, in the language in force."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the card; `retranslate` fills it."""
        super().__init__(parent)
        self._lines = [(Text(strong=True, wraps=True, selectable=True), Text(wraps=True)) for _ in range(_LINES)]
        grid = QGridLayout(self)
        follow(self, lambda: grid.setContentsMargins(px(16), px(12), px(16), px(12)))
        follow(self, lambda: grid.setVerticalSpacing(px(8)))
        follow(self, lambda: grid.setHorizontalSpacing(px(24)))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for line, (example, meaning) in enumerate(self._lines):
            grid.addWidget(example, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meaning, line, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def examples(self) -> list[str]:
        """Return the examples, as they are shown."""
        return [example.text() for example, _ in self._lines]

    def retranslate(self) -> None:
        """Set all words anew."""
        lines = (*self._words(), *self._fields())
        for (example, meaning), (query, words) in zip(self._lines, lines, strict=True):
            example.setText(query)
            meaning.setText(words)

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("network society"), self.tr("All of these words, also in other forms.")),
            (self.tr('"learning to program"'), self.tr("These words side by side.")),
            (self.tr("program*"), self.tr("Every word that begins like this.")),
            (
                self.tr("teacher OR lecturer"),
                self.tr("One of them is enough. Operators stand in capitals; Dutch and English ones may be mixed."),
            ),
            (self.tr("assessment -exam"), self.tr("Without this word; NOT says the same.")),
            (self.tr("(teacher OR lecturer) feedback"), self.tr("Brackets say what belongs together.")),
            (
                self.tr("feedback NEAR/5 peers"),
                self.tr("At most so many words apart, in any order; without a number it is ten."),
            ),
        )

    def _fields(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("title:network"), self.tr("In the title; so also keyword:, theme: and abstract:.")),
            (self.tr("author:van Berlo"), self.tr("By this author.")),
            (self.tr("title:(network OR web)"), self.tr("A field goes for all that stands in the brackets.")),
            (self.tr("edition:NIOC2013"), self.tr("Of this edition; edition:2013 finds it by its year.")),
            (self.tr("year:2012..2020"), self.tr("Of these years; also year:2013, year:2012.. and year:<2012.")),
            (self.tr("after:2015"), self.tr("Later than this year; before: and since: say the others.")),
            (self.tr("lang:en"), self.tr("In this language, by its code or its name.")),
            (self.tr("type:slides"), self.tr("Of this kind: article, slides, poster, report, teaching, thesis.")),
        )
