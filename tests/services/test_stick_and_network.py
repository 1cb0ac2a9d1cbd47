"""A library that only ever saw a stick is connected later, and goes on from where the stick brought it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.keeping.pack import pack
from kennisbank.config.paths import Paths
from kennisbank.config.secrets import MemorySecrets
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.annotation import Annotation
from kennisbank.domain.ids import AnnotationId, ContributionId, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import NotConnectedError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.search.index import SearchIndex
from kennisbank.services.accounts import AccountService
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.searching import SearchService
from kennisbank.services.stick import StickService
from kennisbank.services.synchronising import SyncService
from tests.real_archive import RealArchive, running_archive


class Home:
    def __init__(self, folder: Path) -> None:
        self.library = Library.open(Paths(folder))
        self.index = SearchIndex(self.library.paths.index)
        self.workers = DocumentWorkers(processes=1)
        searching, annotating = SearchService(self.library, self.index), AnnotationService(self.library)
        access = ArchiveAccess(self.library, MemorySecrets(), environment={})
        self.accounts = AccountService(self.library, access)
        self.syncing = SyncService(self.library, access, searching, annotating)
        taker = DownloadedFiles(self.library, self.workers)
        self.sticks = StickService(self.library, self.syncing, taker, searching, annotating)

    def close(self) -> None:
        self.workers.close()
        self.index.close()
        self.library.close()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        served.put_all({new_id(): {"title": f"Bijdrage {number}", "edition": "NIOC2013"} for number in range(12)})
        yield served


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path / "home")
    yield made
    made.close()


def packed(archive: RealArchive, folder: Path) -> Path:
    pack(archive.archive, ArchiveConfig("Archief"), folder)
    return folder


def test_after_a_stick_only_what_is_new_comes_over_the_network(
    archive: RealArchive, home: Home, tmp_path: Path
) -> None:
    stick = packed(archive, tmp_path / "stick")
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint)
    with pytest.raises(NotConnectedError):
        home.syncing.run()
    assert archive.requests == []
    archive.put(title="Nieuw", edition="NIOC2013")
    home.accounts.connect(archive.url)
    outcome = home.syncing.run()
    assert (outcome.received, outcome.added, outcome.requests, outcome.differs) == (1, 1, 1, "")
    assert home.sticks.take(stick).standing == "older"
    with home.library.read() as tx:
        assert tx.contributions.count() == 13


def test_a_stick_touches_nothing_of_who_is_logged_in_and_sends_nothing(
    archive: RealArchive, home: Home, tmp_path: Path
) -> None:
    home.accounts.connect(archive.url)
    home.accounts.log_in("ann@example.org", archive.code("ann@example.org"))
    home.syncing.run()
    before = home.accounts.current()
    with home.library.write() as tx:
        contribution = ContributionId(tx.contributions.all()[0].id)
        tx.annotations.add_all(
            [Annotation(AnnotationId(new_id()), contribution, "note", None, now(), now(), body="Van mij")]
        )
    archive.put(title="Nieuw", edition="NIOC2013")
    stick = packed(archive, tmp_path / "stick")
    asked = len(archive.requests)
    outcome = home.sticks.take(stick)
    assert (outcome.added, outcome.sent) == (1, 0)
    assert len(archive.requests) == asked
    assert home.accounts.current() == before
    assert len(home.syncing.waiting()) == 1
    later = home.syncing.run()
    assert (later.sent, later.differs) == (1, "")
    assert home.syncing.waiting() == []
