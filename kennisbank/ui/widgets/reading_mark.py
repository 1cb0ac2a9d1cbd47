"""Saying how far one is with a contribution: a menu, a button with words, and a tool that is only an icon."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.reading import ReadingState
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.reading_words import STATE_ICONS, STATES, state_words
from kennisbank.ui.widgets.buttons import Button, ButtonKind

Source = Callable[[], ContributionId | None]
"""Tells which contribution it is about, at the time of asking."""


class ReadingMarkMenu(QMenu):
    """The states, the one in force ticked, and none; choosing one can be undone."""

    def __init__(self, session: Session, source: Source, parent: QWidget | None = None) -> None:
        """Stand by itself, or in another menu (`QMenu.addMenu`); the words follow the language by themselves."""
        super().__init__(parent)
        self.states, self._source = ReadingStates.of(session), source
        self.setIcon(icon("book"))
        group = QActionGroup(self)
        self._choices: dict[ReadingState | None, QAction] = {}
        for state in (*STATES, None):
            choice = QAction(icon(STATE_ICONS[state]) if state is not None else icon("x"), "", self, checkable=True)
            choice.triggered.connect(lambda _on, state=state: self._choose(state))
            group.addAction(choice)
            self._choices[state] = choice
            if state is None:
                self.addSeparator()
            self.addAction(choice)
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    @property
    def current(self) -> ReadingState | None:
        """Return the state of the contribution it is about."""
        contribution = self._source()
        return self.states.state(contribution) if contribution else None

    def refresh(self) -> None:
        """Tick the state in force, and set the words anew."""
        self.setTitle(self.tr("Reading mark"))
        self.setAccessibleName(self.tr("Reading mark"))
        for state, choice in self._choices.items():
            choice.setText(state_words(state) if state is not None else self.tr("No mark"))
        self._choices[self.current].setChecked(True)

    def _choose(self, state: ReadingState | None) -> None:
        contribution = self._source()
        if contribution:
            self.states.choose((contribution,), state)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()


class ReadingMarkButton(Button):
    """A button that says how far one is and opens the menu."""

    def __init__(
        self,
        session: Session,
        source: Source,
        kind: ButtonKind = "secondary",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Be about what `source` tells."""
        super().__init__("", kind, icon_name="book", small=small, parent=parent)
        self.states_menu = ReadingMarkMenu(session, source, self)
        self.states_menu.states.changed.connect(self.retranslate)
        self.clicked.connect(self.show_menu)
        self.retranslate()

    def show_menu(self) -> None:
        """Open the menu below the button, with the keyboard in it."""
        self.states_menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.states_menu.setActiveAction(self.states_menu.actions()[0])

    def retranslate(self) -> None:
        """Say the state in force; call it when it is about another contribution."""
        state = self.states_menu.current
        words = self.tr("Reading mark")
        self.setText(state_words(state) if state is not None else words)
        self.set_icon(STATE_ICONS[state] if state is not None else "book")
        self.setAccessibleName(f"{words}: {state_words(state)}" if state is not None else words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class ReadingMarkTool(QToolButton):
    """The same in a toolbar: an icon of the state, with the words as tooltip."""

    def __init__(self, session: Session, source: Source, keys: str, parent: QWidget | None = None) -> None:
        """Be about what `source` tells; `keys` do the same."""
        super().__init__(parent)
        self._keys = keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.states_menu = ReadingMarkMenu(session, source, self)
        self.setMenu(self.states_menu)
        self.states_menu.states.changed.connect(self.retranslate)
        follow(self, lambda: self.setIconSize(QSize(px(20), px(20))))
        self.retranslate()

    def retranslate(self) -> None:
        """Show the state in force; call it when it is about another contribution."""
        state = self.states_menu.current
        words = self.states_menu.title()
        name = f"{words}: {state_words(state)}" if state is not None else words
        self.setIcon(icon(STATE_ICONS[state] if state is not None else "book", "accent" if state is not None else ""))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._keys})")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.states_menu.refresh()
            self.retranslate()
