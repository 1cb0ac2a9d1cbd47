"""What every view is: a widget with a name, words that follow the language, and a state one can come back to."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kennisbank.ui.controllers.session import Session


class View(QWidget):
    """Base of all views. A view lays out and paints; it emits requests and never waits.

    A subclass builds its widgets in ``__init__``, sets *all* words in `retranslate`, and calls ``self.retranslate()``
    at the end of its constructor. From then on Qt's LanguageChange calls it. `ways_changed` goes out when the answer of
    `ways` may have changed.

    A view that takes longer to make than a turn of the event loop should does in `build` what others do in their
    constructor.
    """

    ways_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Keep the session; it may have no library yet."""
        super().__init__(parent)
        self.session = session
        self._is_whole = type(self).build is View.build

    def build(self) -> Iterator[None]:
        """Make the view, a part at each step; carried out once, to its end, before anything else is asked of it."""
        yield from ()

    def making(self) -> Iterator[None]:
        """Make all of it; only then does the view hear of anything."""
        yield from self.build()
        self._is_whole = True

    def title(self) -> str:
        """Return what stands in the window's title, in the language in force; empty for nothing."""
        return self.accessibleName()

    def retranslate(self) -> None:
        """Set every word of the view, its accessible name included."""

    def focus_first(self) -> None:
        """Take the focus where one begins: the first result, the first field."""
        focus_into(self)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes round, in the order in which one reads."""
        return (self,)

    def state(self) -> Mapping[str, object]:
        """Return what `show_state` needs to come back here: asked when one goes elsewhere."""
        return {}

    def show_state(self, state: Mapping[str, object]) -> None:
        """Show this; called each time one comes here, also with nothing in it."""

    def refresh(self) -> None:
        """F5 was pressed: draw or read anew what failed."""

    def ways(self) -> tuple[bool, bool]:
        """Tell whether there is a place inside the view to go back to, and one to go forward to."""
        return False, False

    def step(self, direction: int) -> bool:
        """Go back (-1) or forward (1) inside the view; return whether there was such a place."""
        del direction
        return False

    def search_submitted(self, text: str) -> None:
        """Enter was pressed in the search field on top while this view is shown."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._is_whole:
            self.retranslate()


def focus_into(area: QWidget) -> bool:
    """Give the keyboard to the first control inside `area` that takes it by Tab; return whether there was one."""
    if _takes_tab(area):
        area.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    widget = area.nextInFocusChain()
    while widget is not None and widget is not area:
        if area.isAncestorOf(widget) and _takes_tab(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False


def _takes_tab(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()
