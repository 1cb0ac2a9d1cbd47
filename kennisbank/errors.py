"""What may go wrong, as types.

Three kinds, three treatments. A `UserError` is one the caller can mend: one sentence and a hint, exit 2.
An `EnvironmentFailure` is the machine's: stop, keep the files, offer repair, exit 3. Anything else that
escapes is a bug: logged with its traceback, shown once, exit 70.

Adapters translate third-party errors into these, with ``from``; nothing above an adapter names a third-party error.
The words a reader sees are made from the *type* and its fields by `ui.messages` and the command line's catalogue;
`str(error)` is English and meant for the log.
"""

from dataclasses import dataclass
from pathlib import Path


class KennisbankError(Exception):
    """Everything this program raises on purpose."""


class UserError(KennisbankError):
    """The caller can mend it: the message says what happened, what is safe and what to do."""


class EnvironmentFailure(KennisbankError):  # noqa: N818 (not an error of ours: the name says whose)
    """The machine is at fault: disk, permission, another program. Nothing was lost."""


class Cancelled(KennisbankError):  # noqa: N818 (an outcome, not an error)
    """A job was asked to stop and did, between two steps."""


@dataclass(eq=False)
class NotFoundError(UserError):
    """There is no such thing here."""

    kind: str
    id: str

    def __str__(self) -> str:
        """Say which thing is missing."""
        return f"There is no {self.kind} {self.id!r} in this library."


@dataclass(eq=False)
class BadInputError(UserError):
    """What was given can't be used; `reason` is a whole sentence."""

    reason: str
    path: Path | None = None

    def __str__(self) -> str:
        """Say what can't be used, and why."""
        return f"{self.path}: {self.reason}" if self.path is not None else self.reason


@dataclass(eq=False)
class NameTakenError(UserError):
    """Another thing of this kind has this name already; nothing was changed."""

    kind: str
    name: str

    def __str__(self) -> str:
        """Say which name is taken."""
        return f"There is a {self.kind} named {self.name!r} already."


@dataclass(eq=False)
class NewerLibraryError(UserError):
    """The library was written by a newer Kennisbank; it is left untouched."""

    path: Path
    revision: str

    def __str__(self) -> str:
        """Say that the library is newer than the program."""
        return f"The library at {self.path} was made by a newer Kennisbank ({self.revision}). Nothing was changed."


@dataclass(eq=False)
class LibraryBusyError(EnvironmentFailure):
    """Another program holds the library for longer than we are willing to wait."""

    path: Path
    holder: str = ""

    def __str__(self) -> str:
        """Say who holds the library, when known."""
        who = f" ({self.holder})" if self.holder else ""
        return f"Another program is writing in the library at {self.path}{who}."


@dataclass(eq=False)
class DamagedLibraryError(EnvironmentFailure):
    """The library's file can't be read as what it should be."""

    path: Path
    reason: str

    def __str__(self) -> str:
        """Say what is damaged."""
        return f"The library at {self.path} is damaged: {self.reason}"


@dataclass(eq=False)
class StorageError(EnvironmentFailure):
    """A folder can't be written or read: full, read-only, gone."""

    path: Path
    reason: str

    def __str__(self) -> str:
        """Say where and why."""
        return f"{self.path} can't be used: {self.reason}"


@dataclass(eq=False)
class IndexDamagedError(EnvironmentFailure):
    """The search index is missing, outdated or damaged; it is rebuilt from the library."""

    path: Path
    reason: str

    def __str__(self) -> str:
        """Say which index, and what is wrong with it."""
        return f"The search index at {self.path} must be rebuilt: {self.reason}"


@dataclass(eq=False)
class ScansUnreadableError(EnvironmentFailure):
    """Scans can't be read on this computer: Tesseract's data are missing (no folder), or can't be used."""

    folder: Path | None = None

    def __str__(self) -> str:
        """Say what is missing or can't be used."""
        if self.folder is None:
            return "Scans can't be read here: the data of Tesseract are not installed."
        return f"Scans can't be read here: Tesseract can't use its data in {self.folder}."


@dataclass(eq=False)
class DocumentError(UserError):
    """One file can't be read. `code` is stable and stands in reports (`docs/cli.md`).

    Codes: ``encrypted``, ``empty``, ``no_pages``, ``no_text``, ``damaged``, ``crashed``, ``timed_out``,
    ``too_large``, ``not_what_it_says``, ``unsupported``, ``unreadable``; of writing a copy also ``locked``.
    """

    code: str
    reason: str
    page: int | None = None

    def __str__(self) -> str:
        """Give the reason, in English."""
        return self.reason
