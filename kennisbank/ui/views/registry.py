"""The views of the program, in the order of the rail. A new view is one entry here, and loaded when first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.views.view import View


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """One view: its name in places, where its class stands, and how the rail shows it (`rail` empty: not at all).

    `is_for_some`: it stands in the rail for those only of whom `RailFacts` says so.
    """

    name: str
    module: str
    class_name: str
    rail: Literal["", "top", "bottom"] = ""
    icon: str = ""
    words: str = ""
    is_for_some: bool = False

    def label(self) -> str:
        """Return its word in the rail, in the language in force."""
        return QCoreApplication.translate("Rail", self.words)

    def load(self) -> ModuleType:
        """Load the module; from any thread."""
        return import_module(self.module)

    def begin(self, session: Session) -> View:
        """Load the module and begin the view; `View.making` makes the rest."""
        kind: Callable[[Session], View] = getattr(self.load(), self.class_name)
        return kind(session)


_VIEWS = "kennisbank.ui.views"
VIEWS: tuple[ViewEntry, ...] = (
    ViewEntry("start", f"{_VIEWS}.start", "StartView", "top", "home", str(QT_TRANSLATE_NOOP("Rail", "Start"))),
    ViewEntry("search", f"{_VIEWS}.search", "SearchView", "top", "search", str(QT_TRANSLATE_NOOP("Rail", "Search"))),
    ViewEntry("browse", f"{_VIEWS}.browse", "BrowseView", "top", "browse", str(QT_TRANSLATE_NOOP("Rail", "Browse"))),
    ViewEntry(
        "reactions",
        f"{_VIEWS}.reactions",
        "ReactionsView",
        "top",
        "chat",
        str(QT_TRANSLATE_NOOP("Rail", "My reactions")),
    ),
    ViewEntry(
        "inbox",
        f"{_VIEWS}.inbox",
        "InboxView",
        "top",
        "inbox",
        str(QT_TRANSLATE_NOOP("Rail", "Inbox")),
        is_for_some=True,
    ),
    ViewEntry(
        "dossiers", f"{_VIEWS}.dossiers", "DossiersView", "top", "folder", str(QT_TRANSLATE_NOOP("Rail", "Dossiers"))
    ),
    ViewEntry("import", f"{_VIEWS}.import_", "ImportView", "top", "archive", str(QT_TRANSLATE_NOOP("Rail", "Import"))),
    ViewEntry(
        "desk",
        f"{_VIEWS}.desk",
        "DeskView",
        "top",
        "shield",
        str(QT_TRANSLATE_NOOP("Rail", "Manage")),
        is_for_some=True,
    ),
    ViewEntry("archive", f"{_VIEWS}.archive", "ArchiveView"),
    ViewEntry("person", f"{_VIEWS}.person", "PersonView"),
    ViewEntry("edition", f"{_VIEWS}.edition", "EditionView"),
    ViewEntry("remark", f"{_VIEWS}.remark", "RemarkView"),
    ViewEntry("query", f"{_VIEWS}.query_builder", "QueryBuilderView"),
    ViewEntry("reader", f"{_VIEWS}.reader", "ReadingView"),
    ViewEntry("details", f"{_VIEWS}.details", "DetailsView"),
    ViewEntry("help", f"{_VIEWS}.help", "HelpView"),
    ViewEntry(
        "settings",
        f"{_VIEWS}.settings",
        "SettingsView",
        "bottom",
        "sliders",
        str(QT_TRANSLATE_NOOP("Rail", "Settings")),
    ),
)
HOME = "start"


def entry(name: str) -> ViewEntry | None:
    """Return the view of this name, if there is one."""
    return next((each for each in VIEWS if each.name == name), None)
