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


@dataclass(eq=False)
class ArchiveUnreachableError(EnvironmentFailure):
    """The archive gave no answer that can be used; nothing was lost, and it is tried again later.

    Codes: ``offline`` (this computer has no network), ``unreachable``, ``timed_out``, ``busy`` (429, 5xx, 503),
    ``broken_off``; ``erasure_unknown`` (it may have erased an account all the same). `retry_after` is in seconds, 0.0
    where the archive named no time.
    """

    url: str
    code: str
    retry_after: float = 0.0

    def __str__(self) -> str:
        """Say which archive, and why."""
        return f"The archive at {self.url} can't be reached ({self.code})."


@dataclass(eq=False)
class ArchiveRefusedError(UserError):
    """The archive understood and said no; asking again changes nothing. `code` is one of `sync.protocol.Fault`."""

    status: int
    code: str
    words: str = ""

    def __str__(self) -> str:
        """Say what the archive said."""
        return f"The archive refused ({self.status} {self.code}): {self.words}"


@dataclass(eq=False)
class ArchiveUntrustedError(UserError):
    """What answers isn't (any longer) the archive that it should be; nothing was taken from it.

    Codes: ``insecure`` (no https), ``no_archive`` (a web page, another program), ``malformed``, ``other_archive``,
    ``revision_back``, ``other_key``, ``wrong_hash``, ``too_large``, ``endless``, ``redirected``, ``wrong_signature``,
    ``unknown_key``.
    """

    url: str
    code: str
    detail: str = ""

    def __str__(self) -> str:
        """Say what is wrong, without anything that came over the wire."""
        return f"What answers at {self.url} isn't trusted ({self.code})."


@dataclass(eq=False)
class ProgramTooOldError(UserError):
    """The archive speaks a newer protocol; everything that is here goes on working."""

    url: str
    minimum: int

    def __str__(self) -> str:
        """Say which version is wanted."""
        return f"The archive at {self.url} asks for version {self.minimum} of the protocol."


@dataclass(eq=False)
class NotConnectedError(UserError):
    """This library isn't connected to an archive."""

    def __str__(self) -> str:
        """Say so."""
        return "This library isn't connected to an archive."


@dataclass(eq=False)
class AlreadyConnectedError(UserError):
    """This library is connected to an archive already; another one wants a home of its own."""

    url: str

    def __str__(self) -> str:
        """Say to which."""
        return f"This library is connected to {self.url} already."


@dataclass(eq=False)
class UnsentWorkError(UserError):
    """What was to be removed here holds work that the archive doesn't have; nothing was removed. `count`: how much."""

    count: int

    def __str__(self) -> str:
        """Say how much hasn't been sent."""
        return f"{self.count} changes have not been sent to the archive."


@dataclass(eq=False)
class NotLoggedInError(UserError):
    """Nobody is logged in, or the session has ended.

    Codes: ``nobody``, ``ended``, ``expired``, ``erased`` (the account was), ``not_erased`` (none that was used here).
    """

    code: str = "nobody"

    def __str__(self) -> str:
        """Say so."""
        return f"Nobody is logged in ({self.code})."


@dataclass(eq=False)
class SyncBrakeError(UserError):
    """Going on would take `removals` of `total` things out of this library: somebody has to say that this is meant."""

    removals: int
    total: int

    def __str__(self) -> str:
        """Say how much would go."""
        return f"The archive says that {self.removals} of {self.total} are to be removed."


@dataclass(eq=False)
class SecretsUnavailableError(EnvironmentFailure):
    """The system keyring can't be used. Codes: ``none`` (there is none), ``locked``, ``refused``, ``failed``."""

    code: str

    def __str__(self) -> str:
        """Say why."""
        return f"The keyring can't be used ({self.code})."


@dataclass(eq=False)
class DiskBudgetError(UserError):
    """A download would go over the disk space that was set aside for papers, or over what is free. Sizes in bytes."""

    needed: int
    allowed: int

    def __str__(self) -> str:
        """Say how much is needed and allowed."""
        return f"{self.needed} bytes are needed and {self.allowed} are allowed."


@dataclass(eq=False)
class DatabaseError(EnvironmentFailure):
    """The database of an archive can't be used; nothing of what was being written stays.

    Codes: ``busy`` (another program goes on writing), ``full``, ``read_only``, ``damaged``, ``unreachable``,
    ``refused`` (user, password or rights), ``newer`` (written by a newer Kennisbank). `reason` holds no password.
    """

    code: str
    reason: str = ""

    def __str__(self) -> str:
        """Say why."""
        return f"The archive's database can't be used ({self.code}): {self.reason}"


@dataclass(eq=False)
class RepositoryUnreachableError(EnvironmentFailure):
    """A repository that is harvested gave no answer that can be used; what came before stays.

    Codes: ``offline``, ``unreachable``, ``timed_out``, ``busy`` (429, 5xx), ``broken_off``. `retry_after` is in
    seconds, 0.0 where no time was named.
    """

    url: str
    code: str
    retry_after: float = 0.0

    def __str__(self) -> str:
        """Say which repository, and why."""
        return f"The repository at {self.url} can't be reached ({self.code})."


@dataclass(eq=False)
class RepositoryRefusedError(UserError):
    """What answers can't be harvested, or not so; what came before stays.

    Codes: ``bad_address``, ``no_repository`` (a web page, another program), ``malformed``, ``too_large``, ``endless``
    (it hands out the same page over and over), ``redirected`` (to an address in one's own network), ``not_allowed``
    (it asks for a log-in), or what OAI-PMH calls it: ``badArgument``, ``cannotDisseminateFormat``, ``noSetHierarchy``,
    ``badResumptionToken``, … `words` are the repository's own.
    """

    url: str
    code: str
    words: str = ""

    def __str__(self) -> str:
        """Say which repository, and why."""
        return f"The repository at {self.url} can't be harvested ({self.code})."


@dataclass(eq=False)
class StickError(UserError):
    """A stick that can't be used (any further); nothing of it was taken that wasn't verified.

    Codes: ``no_stick`` (no manifest there), ``malformed``, ``newer`` (of a newer program), ``wrong_signature``,
    ``other_archive``, ``other_key``, ``unconfirmed`` (`detail` is the fingerprint to be compared),
    ``wrong_fingerprint`` (another was confirmed), ``missing_file``, ``wrong_hash``, ``same_folder``, ``not_empty``.
    """

    path: Path
    code: str
    detail: str = ""

    def __str__(self) -> str:
        """Say which folder, and what is wrong."""
        return f"The stick at {self.path} can't be used ({self.code}) {self.detail}".rstrip()


@dataclass(eq=False)
class NotSaidError(UserError):
    """What somebody wrote can't be sent so; it stays where it was written.

    Codes: ``empty``, ``too_long`` (`detail` is how many characters are allowed), ``too_late`` (it is on its way, or was
    sent), ``withdrawn`` (what it is about was taken out of the archive), ``no_stars``, ``no_reply`` (a reply has no
    replies), ``file_unreadable``, ``file_too_large`` (`detail` is how many bytes are allowed), ``file_kind`` (such
    files aren't passed on), ``file_kind_by_role`` (nor are these without a name), ``file_not_cleaned``.
    """

    code: str
    detail: str = ""

    def __str__(self) -> str:
        """Say why."""
        return f"This can't be sent ({self.code}) {self.detail}".rstrip()
