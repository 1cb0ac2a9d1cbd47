"""Putting what one looks at in a dossier: a menu of the dossiers, and a button that shows it.

``AddToDossier(session, lambda: Collectable((contribution,)))`` is a button; the menu goes into another with
``menu.addMenu(DossierMenu(session, lambda: Collectable(annotations=(annotation,)), menu))``.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from kennisbank.domain.dossier import Dossier
from kennisbank.ui.controllers.collecting import Collectable, Collecting
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.icons import icon
from kennisbank.ui.widgets.buttons import Button, ButtonKind

KEYS = "Ctrl+Shift+D"
"""What opens the menu in the views that have the button."""
Source = Callable[[], Collectable | None]
"""Tells what is to be put there, at the time of choosing; None or an empty one: nothing."""


class DossierMenu(QMenu):
    """A new dossier, and those there are by name: choosing one puts there what the source gives; that can be undone."""

    def __init__(self, session: Session, source: Source, parent: QWidget | None = None) -> None:
        """Stand by itself, or in another menu (`QMenu.addMenu`); the words follow the language by themselves."""
        super().__init__(parent)
        self._collecting, self._source = Collecting.of(session), source
        self.setIcon(icon("folderplus"))
        self._collecting.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        """Make the rows anew. They are there before the menu is opened, for whoever looks through it."""
        self.setTitle(self.tr("Add to dossier"))
        self.setAccessibleName(self.tr("Add to dossier"))
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        new = QAction(icon("plus"), self.tr("New dossier"), self)
        new.triggered.connect(lambda: self._choose(None))
        self.addAction(new)
        for dossier in (each for each in self._collecting.dossiers if not each.creator):
            self.addAction(self._row(dossier))

    def _row(self, dossier: Dossier) -> QAction:
        name = dossier.name if len(dossier.name) <= 60 else f"{dossier.name[:59]}…"
        row = QAction(icon("folder"), name.replace("&", "&&"), self)
        row.triggered.connect(lambda: self._choose(dossier))
        return row

    def _choose(self, dossier: Dossier | None) -> None:
        what = self._source()
        if what:
            self._collecting.collect(what, dossier)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()


class AddToDossier(Button):
    """A button under which the dossiers are listed. Disable it when there is nothing to put in one."""

    def __init__(
        self,
        session: Session,
        source: Source,
        kind: ButtonKind = "secondary",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put there what `source` gives."""
        super().__init__("", kind, icon_name="folderplus", small=small, parent=parent)
        self.menu_of_dossiers = DossierMenu(session, source, self)
        self.clicked.connect(self.show_menu)
        self.retranslate()

    def take_key(self, view: QWidget) -> None:
        """Have `KEYS` open the menu anywhere in `view`, also while the button has no room."""
        keys = QShortcut(QKeySequence(KEYS), view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.show_menu)

    def show_menu(self) -> None:
        """Open the menu below the button, with the keyboard in it."""
        menu = self.menu_of_dossiers
        where = self if self.isVisible() else self.parentWidget() or self
        menu.popup(where.mapToGlobal(QPoint(0, self.height() if where is self else 0)))
        menu.setActiveAction(menu.actions()[0])

    def retranslate(self) -> None:
        """Set the words anew; the button does so itself when the language changes."""
        self.setText(self.tr("Add to dossier"))
        key = QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(self.tr("Put this in one of your dossiers ({key})").format(key=key))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
