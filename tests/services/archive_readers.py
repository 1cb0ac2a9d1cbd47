"""Readers of an archive, each with a library and a memory for secrets of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisbank.config.paths import Paths
from kennisbank.config.secrets import MemorySecrets, SecretStore
from kennisbank.domain.archive import Account
from kennisbank.library.library import Library
from kennisbank.net.archive_http import Limits
from kennisbank.search.index import SearchIndex
from kennisbank.services.accounts import AccountService
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.dossiers import DossierService
from kennisbank.services.scrubbing import ScrubService
from kennisbank.services.searching import SearchService
from kennisbank.services.synchronising import SyncService
from kennisbank.tasks.context import JobContext
from tests.fakes import FakeSearching
from tests.real_archive import RealArchive

QUICK = Limits(wait=0.0)


class Unsearched(FakeSearching):
    """A library that nobody searches."""

    def purge(self, ctx: JobContext | None = None) -> None: ...


@dataclass
class Reader:
    """Somebody at a machine."""

    library: Library
    secrets: SecretStore
    access: ArchiveAccess
    accounts: AccountService
    annotating: AnnotationService
    dossiers: DossierService
    searching: SearchService
    syncing: SyncService

    def log_in(self, archive: RealArchive, mail: str = "ann@uni.example") -> Account:
        if self.accounts.link() is None:
            self.accounts.connect(archive.url)
        account = self.accounts.log_in(mail, archive.code(mail), "laptop").account
        remember(archive, self, account)
        return account


def remember(archive: RealArchive, reader: Reader, account: Account) -> None:
    """Have an archive remember which tokens it gave out, so that a test can look for them."""
    kept = reader.secrets.get(reader.access._name(account))
    assert kept is not None
    archive.secrets.update(kept.strip("[]").replace('"', "").split(", "))


@contextmanager
def reader(
    home: Path,
    secrets: SecretStore | None = None,
    environment: dict[str, str] | None = None,
    *,
    is_searched: bool = False,
) -> Iterator[Reader]:
    """Open a library at `home` and everything that is needed to keep it in step; searched only where that matters."""
    secrets = secrets or MemorySecrets()
    with Library.open(Paths(home)) as library:
        access = ArchiveAccess(library, secrets, environment=environment or {}, limits=QUICK)
        index = SearchIndex(library.paths.index)
        annotating = AnnotationService(library)
        searching: Any = SearchService(library, index) if is_searched else Unsearched()
        try:
            yield Reader(
                library,
                secrets,
                access,
                AccountService(library, access),
                annotating,
                DossierService(library),
                searching,
                SyncService(library, access, searching, annotating, afterwards=(ScrubService(library, searching).run,)),
            )
        finally:
            index.close()
