"""How far one is with a contribution, in words and pictures."""

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.reading import ReadingState

STATES: tuple[ReadingState, ...] = ("to_read", "reading", "read")
STATE_ICONS: dict[ReadingState, str] = {"to_read": "book", "reading": "eye", "read": "okc"}


def state_words(state: ReadingState) -> str:
    """Return a state as the reader sees it."""
    match state:
        case "to_read":
            return QCoreApplication.translate("ReadingWords", "To read")
        case "reading":
            return QCoreApplication.translate("ReadingWords", "Reading")
        case "read":
            return QCoreApplication.translate("ReadingWords", "Read")
