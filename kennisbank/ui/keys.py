"""The keys of the window as a whole, with what they do: for the shortcuts themselves and for the page that lists them.

Views list their own keys by adding to `VIEW_KEYS`; the words are source strings of the context ``Keys``.
"""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Key:
    """One action's keys (``Ctrl+L``; several are alternatives) and what it does, as an English source string."""

    keys: tuple[str, ...]
    does: str

    def words(self) -> str:
        """Return what it does, in the language in force."""
        return QCoreApplication.translate("Keys", self.does)

    def caps(self) -> tuple[str, ...]:
        """Return the keys as they stand on this computer's keyboard."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(QKeySequence(each).toString(native) for each in self.keys)


SEARCH = Key(("Ctrl+L", "Ctrl+K"), str(QT_TRANSLATE_NOOP("Keys", "To the search field")))
ADVANCED = Key(("Ctrl+Shift+F",), str(QT_TRANSLATE_NOOP("Keys", "Advanced search: a query as a form")))
BACK = Key(("Alt+Left",), str(QT_TRANSLATE_NOOP("Keys", "Back")))
FORWARD = Key(("Alt+Right",), str(QT_TRANSLATE_NOOP("Keys", "Forward")))
NEXT_PANE = Key(("F6",), str(QT_TRANSLATE_NOOP("Keys", "To the next pane")))
PREVIOUS_PANE = Key(("Shift+F6",), str(QT_TRANSLATE_NOOP("Keys", "To the pane before")))
HELP = Key(("F1",), str(QT_TRANSLATE_NOOP("Keys", "Keys and help")))
VIEWS = Key(("Ctrl+1",), str(QT_TRANSLATE_NOOP("Keys", "To the first view in the rail; Ctrl+2 to the second, and on")))
SYNC = Key(("F5",), str(QT_TRANSLATE_NOOP("Keys", "Bring up to date with the archive")))
ARCHIVE = Key(("Ctrl+Shift+A",), str(QT_TRANSLATE_NOOP("Keys", "All about the archive")))
WINDOW_KEYS: tuple[Key, ...] = (SEARCH, ADVANCED, BACK, FORWARD, VIEWS, NEXT_PANE, PREVIOUS_PANE, SYNC, ARCHIVE, HELP)
SEARCH_KEYS: tuple[Key, ...] = (
    Key(("Right",), str(QT_TRANSLATE_NOOP("Keys", "Complete the word that is being typed, as is shown behind it"))),
    Key(("Ctrl+Space",), str(QT_TRANSLATE_NOOP("Keys", "List the ways to complete it"))),
    Key(("Down",), str(QT_TRANSLATE_NOOP("Keys", "From the search field to the results"))),
    Key(("Return",), str(QT_TRANSLATE_NOOP("Keys", "Open the result at its hit"))),
    Key(
        ("F3",), str(QT_TRANSLATE_NOOP("Keys", "To the next hit, also in the next paper; with Shift to the one before"))
    ),
    Key(("Ctrl+B",), str(QT_TRANSLATE_NOOP("Keys", "Show or hide what narrows the results"))),
    Key(("Ctrl+M",), str(QT_TRANSLATE_NOOP("Keys", "Show or hide more about the current result"))),
    Key(("Ctrl+S",), str(QT_TRANSLATE_NOOP("Keys", "Save this search, or mend how it is saved"))),
    Key(("Ctrl+J",), str(QT_TRANSLATE_NOOP("Keys", "Download the paper, or stop that; also while browsing"))),
    Key(("Escape",), str(QT_TRANSLATE_NOOP("Keys", "Back to the search field"))),
)
BROWSE_KEYS: tuple[Key, ...] = (
    Key(("Return",), str(QT_TRANSLATE_NOOP("Keys", "Read the chosen contribution"))),
    Key(("Ctrl+I",), str(QT_TRANSLATE_NOOP("Keys", "All that is known of the chosen contribution"))),
    Key(("Ctrl+Shift+E",), str(QT_TRANSLATE_NOOP("Keys", "Cite it: in a style, or for a citation manager"))),
)
DOSSIER_KEYS: tuple[Key, ...] = (
    Key(("Return",), str(QT_TRANSLATE_NOOP("Keys", "Open the paper at the passage"))),
    Key(("Alt+Up", "Alt+Down"), str(QT_TRANSLATE_NOOP("Keys", "Move the line up or down"))),
    Key(("F2",), str(QT_TRANSLATE_NOOP("Keys", "Write a remark; Escape goes back to the line"))),
    Key(("Delete",), str(QT_TRANSLATE_NOOP("Keys", "Take the line out of the dossier"))),
    Key(("Ctrl+N",), str(QT_TRANSLATE_NOOP("Keys", "A new dossier"))),
    Key(("Ctrl+E",), str(QT_TRANSLATE_NOOP("Keys", "Export the dossier as a reading pack"))),
    Key(("Ctrl+Z", "Ctrl+Shift+Z"), str(QT_TRANSLATE_NOOP("Keys", "Undo, and redo"))),
    Key(
        ("Ctrl+Shift+D",),
        str(QT_TRANSLATE_NOOP("Keys", "Put the paper in a dossier; also while searching, browsing and reading")),
    ),
)
INBOX_KEYS: tuple[Key, ...] = (
    Key(("J", "K"), str(QT_TRANSLATE_NOOP("Keys", "To the next thread, and to the one before; also the arrows"))),
    Key(("Return",), str(QT_TRANSLATE_NOOP("Keys", "From the list into the thread, to answer"))),
    Key(("Ctrl+Return",), str(QT_TRANSLATE_NOOP("Keys", "Send the answer"))),
    Key(("Ctrl+B", "Ctrl+M"), str(QT_TRANSLATE_NOOP("Keys", "Show or hide the list, and the passage"))),
    Key(("Escape",), str(QT_TRANSLATE_NOOP("Keys", "Back to the list"))),
)
IMPORT_KEYS: tuple[Key, ...] = (
    Key(("Return",), str(QT_TRANSLATE_NOOP("Keys", "Show the chosen file beside the table"))),
    Key(("Ctrl+Return",), str(QT_TRANSLATE_NOOP("Keys", "Save what you typed and show the next file"))),
)
READ_KEYS: tuple[Key, ...] = (
    Key(("F7",), str(QT_TRANSLATE_NOOP("Keys", "A caret in the text, or none; the arrows move it"))),
    Key(("Shift+Right",), str(QT_TRANSLATE_NOOP("Keys", "Select text; also with the other arrows"))),
    Key(("1", "2", "3", "4"), str(QT_TRANSLATE_NOOP("Keys", "Mark the selection, or give a mark another colour"))),
    Key(("U",), str(QT_TRANSLATE_NOOP("Keys", "Underline the selection"))),
    Key(("N",), str(QT_TRANSLATE_NOOP("Keys", "Write a note on the selection, or on the current mark"))),
    Key(("F",), str(QT_TRANSLATE_NOOP("Keys", "Feedback on the passage, to the authors"))),
    Key(("Ctrl+Shift+M",), str(QT_TRANSLATE_NOOP("Keys", "Feedback on the whole contribution, to the authors"))),
    Key(("C", "Ctrl+Shift+C"), str(QT_TRANSLATE_NOOP("Keys", "Copy the quote with its source"))),
    Key(("Delete",), str(QT_TRANSLATE_NOOP("Keys", "Delete the current annotation"))),
    Key(("Ctrl+Z", "Ctrl+Shift+Z"), str(QT_TRANSLATE_NOOP("Keys", "Undo, and do again"))),
    Key(("F4", "Shift+F4"), str(QT_TRANSLATE_NOOP("Keys", "To the next annotation, and to the one before"))),
    Key(("A",), str(QT_TRANSLATE_NOOP("Keys", "Frame an area: arrows move, Shift and arrows size, Enter keeps"))),
    Key(("Ctrl+D",), str(QT_TRANSLATE_NOOP("Keys", "A bookmark where one reads, or none"))),
    Key(("Ctrl+Shift+N",), str(QT_TRANSLATE_NOOP("Keys", "A note on the whole contribution"))),
    Key(("Ctrl+M",), str(QT_TRANSLATE_NOOP("Keys", "Show or hide the margin"))),
    Key(("Ctrl+B",), str(QT_TRANSLATE_NOOP("Keys", "Show or hide contents, hits and pages"))),
    Key(("Ctrl+F",), str(QT_TRANSLATE_NOOP("Keys", "Find in this paper"))),
    Key(("F8", "F9"), str(QT_TRANSLATE_NOOP("Keys", "Pages side by side, and the whole page in view"))),
    Key(("Ctrl+R",), str(QT_TRANSLATE_NOOP("Keys", "To read, reading, read: turn the mark; also at a result"))),
    Key(("Ctrl+P",), str(QT_TRANSLATE_NOOP("Keys", "Print"))),
    Key(("Ctrl+E", "Ctrl+Shift+T"), str(QT_TRANSLATE_NOOP("Keys", "What was read before; open a closed paper again"))),
)
VIEW_KEYS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    ("Search", SEARCH_KEYS),
    ("Browse", BROWSE_KEYS),
    ("Inbox", INBOX_KEYS),
    ("Dossiers", DOSSIER_KEYS),
    (str(QT_TRANSLATE_NOOP("Rail", "Read")), READ_KEYS),
    ("Manage", IMPORT_KEYS),
)
"""Per view: the source string of its name (context ``Rail``) and its keys."""
