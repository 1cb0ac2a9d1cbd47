"""What a reader sees when something went wrong: one sentence that says what happened and what is safe, and a hint.

Made from the error's type and fields; `str(error)` is for the log. Problems with files have their sentences in the
catalogue that the command line uses too.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.document import Problem
from kennisbank.errors import (
    BadInputError,
    Cancelled,
    DamagedLibraryError,
    DocumentError,
    IndexDamagedError,
    LibraryBusyError,
    NameTakenError,
    NewerLibraryError,
    NotFoundError,
    NotSaidError,
    StorageError,
)
from kennisbank.sentences import has_sentence, sentence
from kennisbank.ui.archive_messages import archive_words
from kennisbank.ui.language import language
from kennisbank.ui.said_sentences import said_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Message:
    """`text` says what happened and what is safe; `hint` what to do, and may be empty."""

    text: str
    hint: str = ""
    is_bug: bool = False

    def __str__(self) -> str:
        """Return both as one line."""
        return f"{self.text} {self.hint}".strip()


def message_for(error: Exception) -> Message:
    """Return what to tell of `error`, in the language in force. Anything unplanned is told as our own mistake."""
    return _of_reader(error) or _of_machine(error) or _of_archive(error) or _of_bug()


def problem_text(problem: Problem) -> str:
    """Return the sentence of a problem with a file; its English message where the catalogue lacks the code."""
    return _known(f"problem.{problem.code}", problem.message, dict(problem.values))


def _known(key: str, otherwise: str, values: dict[str, str] | None = None) -> str:
    return sentence(key, language(), values) if has_sentence(key) else otherwise


def _of_reader(error: Exception) -> Message | None:  # noqa: PLR0911 - one for each kind
    """Return the message for what the reader can mend."""
    match error:
        case Cancelled():
            return Message(translate("Messages", "Stopped, as you asked. What was done until then stays."))
        case NotFoundError():
            return Message(
                translate("Messages", "This is no longer in the library."),
                translate("Messages", "It may have been removed meanwhile. Search again to see what is here."),
            )
        case DocumentError():
            text = translate("Messages", "This file can't be read: %1").replace(
                "%1", _known(f"problem.{error.code}", error.reason)
            )
            return Message(text, translate("Messages", "The file itself was left as it is."))
        case BadInputError():
            name = f"{error.path.name}: " if error.path is not None else ""
            return Message(f"{name}{error.reason}", translate("Messages", "Nothing was changed."))
        case NotSaidError():
            return Message(*said_words(error))
        case NameTakenError():
            return Message(
                translate("Messages", "“%1” is a name in use. Nothing was changed.").replace("%1", error.name),
                translate("Messages", "Choose another name."),
            )
        case NewerLibraryError():
            return Message(
                translate("Messages", "This library was made by a newer Kennisbank. Nothing was changed."),
                translate("Messages", "Install the newer version to open it."),
            )
        case _:
            return None


def _of_machine(error: Exception) -> Message | None:
    """Return the message for what the machine did."""
    match error:
        case LibraryBusyError():
            return Message(
                translate("Messages", "Another program is writing in this library. Nothing is lost."),
                translate("Messages", "Wait until it is done, then try again."),
            )
        case DamagedLibraryError():
            return Message(
                translate("Messages", "The library in %1 can't be read. It was left as it is.").replace(
                    "%1", str(error.path)
                ),
                translate("Messages", "Put back a copy from the folder backups beside it, or begin in another folder."),
            )
        case StorageError():
            return Message(
                translate("Messages", "%1 can't be used. What was saved is safe.").replace("%1", str(error.path)),
                translate("Messages", "Make room on the disk or mend the permissions, then try again."),
            )
        case IndexDamagedError():
            return Message(
                translate("Messages", "The search index is being made anew. Nothing else is damaged."),
                translate("Messages", "Reading goes on; searching is complete again when it is done."),
            )
        case _:
            return None


def _of_archive(error: Exception) -> Message | None:
    """Return the message for what has to do with the central archive."""
    words = archive_words(error)
    return None if words is None else Message(*words)


def _of_bug() -> Message:
    return Message(
        translate("Messages", "Something went wrong, and the fault is ours. Nothing that was saved is lost."),
        translate("Messages", "You can go on working; the log of the library says more."),
        is_bug=True,
    )
