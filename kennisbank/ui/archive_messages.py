"""What a reader is told of the central archive, its accounts and its downloads when something went wrong.

One table from an error's name and code to a sentence and a hint: for the error itself, and for what the library kept of
one (`ArchiveLink.outcome` with its detail, the reason of a download or of something that waits).
"""

from PySide6.QtCore import QCoreApplication

from kennisbank.errors import (
    AlreadyConnectedError,
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    DiskBudgetError,
    NotConnectedError,
    NotLoggedInError,
    ProgramTooOldError,
    RepositoryRefusedError,
    RepositoryUnreachableError,
    SecretsUnavailableError,
    StickError,
    SyncBrakeError,
    UnsentWorkError,
)
from kennisbank.ui.archive_sentences import ARCHIVE_SENTENCES
from kennisbank.ui.language import number, size_of
from kennisbank.ui.library_sentences import LIBRARY_SENTENCES

Words = tuple[str, str]
"""A sentence and a hint."""
_TABLE = {**ARCHIVE_SENTENCES, **LIBRARY_SENTENCES}
_ERRORS = (
    ArchiveUnreachableError,
    ArchiveRefusedError,
    ArchiveUntrustedError,
    NotLoggedInError,
    RepositoryRefusedError,
    RepositoryUnreachableError,
    SecretsUnavailableError,
    StickError,
)


def kept_words(name: str, code: str = "") -> Words | None:
    """Return what to tell of an error that the library kept by its name and code; None for one of another kind."""
    found = _TABLE.get((name, code)) or _TABLE.get((name, ""))
    return None if found is None else (_say(found[0]), _say(found[1]))


def reason_words(reason: str) -> str:
    """Return in a sentence why something waits or failed; `reason` is a code, or an error's name. Never empty."""
    by_name = kept_words(reason)
    if by_name is not None:
        return by_name[0]
    found = next((words for (_, code), words in _TABLE.items() if code == reason and reason), None)
    return (
        _say(found[0]) if found is not None else QCoreApplication.translate("Messages", "Something went wrong with it.")
    )


def archive_words(error: Exception) -> Words | None:
    """Return what to tell of an error that has to do with the archive; None for another."""
    match error:
        case SyncBrakeError():
            text = QCoreApplication.translate(
                "Messages", "The archive would take away %1 of %2 here; nothing was removed."
            )
            _, hint = _of("SyncBrakeError")
            return text.replace("%1", number(error.removals)).replace("%2", number(error.total)), hint
        case DiskBudgetError():
            text = QCoreApplication.translate("Messages", "This download needs %1 and there is room for %2.")
            _, hint = _of("DiskBudgetError")
            return text.replace("%1", size_of(error.needed)).replace("%2", size_of(max(error.allowed, 0))), hint
        case ArchiveRefusedError() if error.words and ("ArchiveRefusedError", error.code) not in _TABLE:
            return error.words, _of("ArchiveRefusedError")[1]
        case ProgramTooOldError() | NotConnectedError() | AlreadyConnectedError() | UnsentWorkError():
            return _of(type(error).__name__)
        case _ if isinstance(error, _ERRORS):
            return _of(type(error).__name__, error.code)
        case _:
            return None


def _of(name: str, code: str = "") -> Words:
    words = kept_words(name, code)
    assert words is not None, name
    return words


def _say(source: str) -> str:
    return QCoreApplication.translate("Messages", source)
