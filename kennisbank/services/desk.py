"""The maintainers' desk: what waits for them at the archive, and deciding it. Online only: nothing of it stays here."""

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from kennisbank.domain.contribution import Edition
from kennisbank.domain.ids import ContributionId, new_id
from kennisbank.errors import BadInputError, StorageError
from kennisbank.library.library import Library
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.sync.catalogue_bodies import edition_body
from kennisbank.sync.desk_remote import DeskRemote
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo
from kennisbank.sync.protocol_bodies import PersonBody
from kennisbank.sync.protocol_desk import AuditLine, DeskAct, DeskCounts, DeskItem, DeskList, DeskVerb
from kennisbank.tasks.context import JobContext

LINES = 100
"""Lines of the audit trail in one answer."""
_WITH_REASON = frozenset({"decline", "hide"})


class DeskService:
    """Works at the desk in the name of whoever is logged in. Every method blocks: never on the GUI's thread.

    What was changed at the archive comes here with the next sync. Every method may raise:

    Raises:
        NotConnectedError: this library is connected to no archive.
        NotLoggedInError: nobody is logged in, or no longer.
        ArchiveUnreachableError: the archive can't be reached.
        ArchiveRefusedError: ``forbidden`` for whoever isn't a maintainer; ``not_found``; ``invalid``.
    """

    def __init__(self, library: Library, access: ArchiveAccess) -> None:
        """Work for `library`, by way of `access`."""
        self._library, self._access = library, access

    # What waits.

    def counts(self) -> DeskCounts:
        """Return how many are open, by list."""
        with self._access.http() as http:
            return DeskRemote(http).counts()

    def items(self, name: DeskList, state: str = "open") -> tuple[DeskItem, ...]:
        """Return what stands on a list, oldest first; `state`: that of a `DeskItem`, or ``all``."""
        with self._access.http() as http:
            return DeskRemote(http).items(name, state)

    def act(self, name: DeskList, item: str, verb: DeskVerb, words: str = "", act_id: str | None = None) -> DeskItem:
        """Decide something, and return how it is then. `act_id`: of an act that is done over, as its answer got lost.

        Raises:
            BadInputError: declining and hiding need a reason.
        """
        if verb in _WITH_REASON and not words.strip():
            raise BadInputError("Declining and hiding need a reason: whoever it concerns gets to read it.")
        with self._access.http() as http:
            return DeskRemote(http).act(name, item, DeskAct(act_id or str(uuid4()), verb, words.strip()))

    def here(self, ids: Collection[str]) -> dict[str, ContributionId]:
        """Return which contributions of this library these are, by the archive's id; what isn't here is left out."""
        with self._library.read() as tx:
            link = tx.archives.link()
            known = {} if link is None else tx.synced.local_ids(link.id, "contribution", list(ids))
            wanted = {each: ContributionId(known.get(each, each)) for each in ids if each}
            present = tx.contributions.present(list(wanted.values()))
        return {each: local for each, local in wanted.items() if local in present}

    def there(self, contribution: ContributionId) -> str:
        """Return the archive's id of a contribution."""
        with self._library.read() as tx:
            link = tx.archives.link()
            known = {} if link is None else tx.synced.record_ids(link.id, "contribution", [contribution])
        return known.get(contribution, contribution)

    # Accounts and the trail.

    def accounts(self) -> tuple[AccountInfo, ...]:
        """Return the accounts, the one that asked last first."""
        with self._access.http() as http:
            return DeskRemote(http).accounts()

    def change_account(self, account: str, change: AccountChange) -> AccountInfo:
        """Approve, refuse, suspend or restore an account, or change its right; its owner is told by mail.

        Raises:
            ArchiveRefusedError: ``last_maintainer`` too.
        """
        with self._access.http() as http:
            return DeskRemote(http).change_account(account, change)

    def trail(self, before: int | None = None, limit: int = LINES) -> tuple[AuditLine, ...]:
        """Return lines of the audit trail, newest first; `before`: only those with a lower number."""
        with self._access.http() as http:
            return DeskRemote(http).trail(before, limit)

    # People, editions, files.

    def join_names(self, name: str, names: Sequence[str], reach: str = "", person: str = "") -> str:
        """Have spellings be one person's, who is shown as `name`; return their id. `person`: the one that there is.

        Raises:
            BadInputError: there is no name.
        """
        name = " ".join(name.split())
        if not name:
            raise BadInputError("A person needs a name.")
        spellings = tuple(dict.fromkeys([name, *(each.strip() for each in names if each.strip())]))
        person = person or new_id()
        with self._access.http() as http:
            DeskRemote(http).put_person(person, PersonBody(name, spellings, reach.strip()))
        return person

    def part_names(self, person: str) -> None:
        """Take the spellings of a person apart again."""
        with self._access.http() as http:
            DeskRemote(http).remove_person(person)

    def save_edition(self, edition: Edition) -> None:
        """Say at the archive what is known of an edition."""
        with self._access.http() as http:
            DeskRemote(http).put_edition(self._record_of(edition), edition_body(edition))

    def put_website(self, edition: Edition, path: Path, ctx: JobContext | None = None) -> None:
        """Hand in the archived website (WARC or zip) of an edition; the archive replays it from then on.

        Raises:
            BadInputError: there is no such file.
            Cancelled: `ctx` was asked to stop.
        """
        if not path.is_file():
            raise BadInputError("There is no such file.", path)
        with self._access.http(ctx) as http:
            DeskRemote(http).put_website(self._record_of(edition), path)

    def take_version(self, act: str, name: str, folder: Path, ctx: JobContext | None = None) -> Path:
        """Fetch a new version that an author handed in, into `folder`; return where it stands.

        Raises:
            StorageError: it can't be written.
            Cancelled: `ctx` was asked to stop.
        """
        target = folder / (Path(name.replace("\\", "/")).name or "version.pdf")
        part = target.with_name(f"{target.name}.part")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._access.http(ctx) as http, DeskRemote(http).version_file(act) as pieces, part.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
            part.replace(target)
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return target

    def newsletter_list(self, target: Path) -> Path:
        """Write the newsletter's list, of those who confirmed, as CSV; only its owner may read the file.

        Raises:
            StorageError: it can't be written.
        """
        with self._access.http() as http:
            text = DeskRemote(http).newsletter()
        try:
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        return target

    def _record_of(self, edition: Edition) -> str:
        with self._library.read() as tx:
            link = tx.archives.link()
            known = {} if link is None else tx.synced.record_ids(link.id, "edition", [edition.id])
        return known.get(edition.id, edition.id)
