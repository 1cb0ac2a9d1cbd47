"""The bar on top: back and forward, the one search field with its form, help."""

from PySide6.QtCore import Signal

from kennisbank.ui.look import follow, px
from kennisbank.ui.widgets.buttons import IconButton
from kennisbank.ui.widgets.cards import Ground
from kennisbank.ui.widgets.fields import SearchField
from kennisbank.ui.widgets.layouts import Row


class TopBar(Ground):
    """Always there, above every view."""

    back_asked = Signal()
    forward_asked = Signal()
    help_asked = Signal()
    advanced_asked = Signal()
    """The query is wanted as a form."""

    def __init__(self) -> None:
        """Make the bar; `set_words` names what is in it."""
        super().__init__("window", edges="b")
        self._back = IconButton("back", keys="Alt+Left")
        self._forward = IconButton("forward", keys="Alt+Right")
        self._help = IconButton("question", keys="F1")
        self._advanced = IconButton("searchlist", keys="Ctrl+Shift+F")
        self.search = SearchField(large=True, key_hint="Ctrl L")
        row = Row(self, margins=(16, 0, 16, 0), spacing=8)
        row.add_all(self._back, self._forward, 8)
        row.addWidget(self.search, 10)
        row.addWidget(self._advanced)
        row.addStretch(1)
        row.addWidget(self._help)
        self._back.clicked.connect(self.back_asked)
        self._forward.clicked.connect(self.forward_asked)
        self._advanced.clicked.connect(self.advanced_asked)
        self._help.clicked.connect(self.help_asked)
        follow(self, self._scale)
        self.set_ways(has_back=False, has_forward=False)

    def set_words(self, *, bar: str, back: str, forward: str, advanced: str, help_: str) -> None:
        """Name the bar and its buttons."""
        self.setAccessibleName(bar)
        self._back.set_name(back)
        self._forward.set_name(forward)
        self._advanced.set_name(advanced)
        self._help.set_name(help_)

    def set_ways(self, *, has_back: bool, has_forward: bool) -> None:
        """Show which ways there are."""
        self._back.setEnabled(has_back)
        self._forward.setEnabled(has_forward)

    def _scale(self) -> None:
        self.setFixedHeight(px(56))
        self.search.setMaximumWidth(px(608))
