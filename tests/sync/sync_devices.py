"""Devices that keep in step with an archive in memory: real libraries, quick to make, that can be killed at any commit."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kennisbank.config.paths import Paths
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.ids import AccountId, ArchiveId
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.library.library import Library
from kennisbank.library.tables import metadata
from kennisbank.library.transaction import Transaction
from kennisbank.sync.engine import SyncEngine
from kennisbank.sync.memory_remote import MemoryArchive


class Killed(BaseException):
    """The program is no longer there."""


class MortalLibrary:
    """A library whose program is killed at a commit: at the n-th one, just before it or just after."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.paths = library.paths
        self.commits = 0
        self.dies_at = 0
        self.dies_after = False

    def read(self) -> Any:
        return self._library.read()

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        self.commits += 1
        is_last = self.commits == self.dies_at
        with self._library.write() as tx:
            yield tx
            if is_last and not self.dies_after:
                raise Killed
        if is_last:
            raise Killed


def empty_library_file(folder: Path) -> Path:
    """Make an empty library and return its file: copying it takes a tenth of the time of making one."""
    paths = Paths.of(folder)
    Library.open(paths).close()
    return paths.library_file


def open_library(home: Path, empty: Path) -> Library:
    """Open a new library that needn't survive a power cut."""
    paths = Paths.of(home)
    paths.home.mkdir(parents=True)
    shutil.copy(empty, paths.library_file)
    library = Library.open(paths)
    with library._writer.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA synchronous=OFF")
        connection.exec_driver_sql("BEGIN")
    return library


def emptied(library: Library) -> Library:
    """Return a library with nothing in it any more: what SQLAlchemy has learnt of it stays, which takes the longest."""
    with library._writer.connect() as connection:
        for table in reversed(metadata.sorted_tables):
            if table.name != "library":
                connection.execute(table.delete())
        connection.commit()
    return library


class Device:
    """One machine of one reader (or of a visitor)."""

    def __init__(self, library: Library, archive: MemoryArchive, account: str | None) -> None:
        self.library = library
        self.mortal = MortalLibrary(library)
        self.archive = archive
        self.account = account
        with self.library.write() as tx:
            tx.archives.save_link(
                ArchiveLink(ArchiveId(archive.id), archive.url, archive.name, archive.key, archive.epoch, 0, now())
            )
            if account is not None:
                tx.archives.save_account(an_account(archive, account))
        self.remote = archive.as_seen_by(account)

    def log_in(self, account: str | None) -> None:
        """Let another account be current; None: nobody."""
        with self.library.write() as tx:
            known = {each.id: each for each in tx.archives.accounts()}
            if account is None:
                current = tx.archives.current()
                if current is not None:
                    tx.archives.save_account(_with(current, is_current=False))
            else:
                old = known.get(AccountId(account))
                tx.archives.save_account(
                    an_account(self.archive, account) if old is None else _with(old, is_current=True)
                )
        self.account = account
        faults = self.remote.faults
        self.remote = self.archive.as_seen_by(account)
        self.remote.faults = faults

    def sync(self, **options: Any) -> SyncOutcome:
        return SyncEngine(self.library, self.remote).run(**options)

    def requests_of(self) -> tuple[SyncOutcome, int]:
        """Sync, and return how many requests that were, as the archive counts them."""
        before = len(self.remote.log)
        outcome = self.sync()
        return outcome, len(self.remote.log) - before

    def sync_and_die(self, commit: int, *, after: bool) -> bool:
        """Sync and be killed at a commit; tell whether it came to that."""
        self.mortal.commits, self.mortal.dies_at, self.mortal.dies_after = 0, commit, after
        mortal: Any = self.mortal
        try:
            SyncEngine(mortal, self.remote).run()
        except Killed:
            return True
        return False


def an_account(archive: MemoryArchive, account: str) -> Account:
    """Return an account of the archive, logged in."""
    member = archive.records.members[account]
    return Account(
        id=AccountId(account),
        archive=ArchiveId(archive.id),
        mail=member.mail,
        name=member.name,
        occupation="teacher",
        organisation="",
        right="reader",
        is_current=True,
    )


def _with(account: Account, *, is_current: bool) -> Account:
    return replace(account, is_current=is_current)
