"""From an import to everybody's library: published whole, again, corrected and taken out, by way of a real archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kennisbank.archive.people.contacts import Contacts
from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.secrets import MemorySecrets
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import BatchId
from kennisbank.domain.metadata import Author
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, BadInputError, Cancelled, NotLoggedInError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.net import archive_http
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.services.accounts import AccountService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.downloading import DownloadService
from kennisbank.services.publishing import PublishService
from kennisbank.services.scrubbing import ScrubService
from kennisbank.services.synchronising import SyncService
from kennisbank.sync.http_files import files_of
from kennisbank.sync.protocol_accounts import Withdrawal
from kennisbank.tasks.context import JobContext, Progress
from tests.pdfs import simple_pdf
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import QUICK


@dataclass
class Desk:
    """Somebody's library with the ways to the archive that a test can be sure of: no keyring, no waiting."""

    kennisbank: Kennisbank
    accounts: AccountService
    publishing: PublishService
    syncing: SyncService
    downloading: DownloadService

    def titles(self) -> dict[str, Contribution]:
        return {each.metadata.values.title: each for each in self.kennisbank.catalogue.all()}


@contextmanager
def desk(home: Path, archive: RealArchive, right: str = "") -> Iterator[Desk]:
    """Open a library that is connected to an archive; with a `right`, somebody who has it is logged in."""
    with open_kennisbank(home) as kennisbank:
        library, searching, annotating = kennisbank.library, kennisbank.searching, kennisbank.annotating
        access = ArchiveAccess(library, MemorySecrets(), environment={}, limits=QUICK)
        taker = DownloadedFiles(library, kennisbank.workers)
        downloading = DownloadService(library, taker, searching, annotating, files_of, waits_s=(0.0,) * 3)
        entailed = (ScrubService(library, searching).run, downloading.follow_archive)
        syncing = SyncService(library, access, searching, annotating, afterwards=entailed)
        made = Desk(
            kennisbank, AccountService(library, access), PublishService(library, access.http), syncing, downloading
        )
        made.accounts.connect(archive.url)
        if right:
            mail = f"{right}@uni.example"
            made.accounts.log_in(mail, archive.code(mail, right), "laptop")
        yield made


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[RealArchive]:
    with running_archive(tmp_path / "archive") as served:
        yield served


@pytest.fixture
def maintainer(tmp_path: Path, archive: RealArchive) -> Iterator[Desk]:
    with desk(tmp_path / "maintainer", archive, "maintainer") as made:
        yield made


def imported(maintainer: Desk, folder: Path, *names: str) -> BatchId:
    for name in names:
        text = f"{name}\n\nEen wilg wordt om de vijf jaar geknot, anders scheurt de stam.\nDit stuk gaat over {name}."
        simple_pdf(folder / "in" / f"{name}.pdf", [text], info={"title": f"Over {name}", "author": "Ada de Wit"})
    batch = maintainer.kennisbank.importing.run(ImportRequest((folder / "in",), edition="NIOC2025")).batch
    assert batch is not None
    return batch


class Hasty(JobContext):
    """A job that doesn't wait as long as the archive asks for."""

    def pause(self, seconds: float) -> None:
        super().pause(min(seconds, 0.05))


def counts(answer: Any) -> tuple[int, int, int, int]:
    return answer.added, answer.corrected, answer.unchanged, answer.withdrawn


def test_an_import_reaches_every_library_with_corrections_and_withdrawals(
    maintainer: Desk, archive: RealArchive, tmp_path: Path
) -> None:
    batch = imported(maintainer, tmp_path, "knotwilg", "zomereik", "rodebeuk")
    reports: list[Progress] = []
    answer = maintainer.publishing.publish(batch, JobContext(reports.append))
    assert (answer.state, counts(answer)) == ("published", (3, 0, 0, 0))
    assert {each.stage for each in reports} == {"uploading"}
    assert counts(maintainer.publishing.publish(batch)) == (0, 0, 3, 0)
    with desk(tmp_path / "reader", archive) as reader:
        reader.syncing.run()
        assert set(reader.titles()) == {"Over knotwilg", "Over zomereik", "Over rodebeuk"}
        assert reader.titles()["Over zomereik"].metadata.values.edition == "NIOC2025"
        assert reader.downloading.want_all().count == 3
        assert reader.downloading.run().files == 3
        maintainer.kennisbank.catalogue.edit(maintainer.titles()["Over zomereik"].id, {"title": "Over de zomereik"})
        assert counts(maintainer.publishing.publish(batch)) == (0, 1, 2, 0)
        gone = maintainer.titles()["Over rodebeuk"].id
        with maintainer.kennisbank.library.write() as tx:
            tx.contributions.remove(gone)
        assert [each.title for each in maintainer.publishing.gone(batch)] == ["Over rodebeuk"]
        withdrawal = Withdrawal(gone, "withdrawn", "Dubbel geplaatst.")
        assert counts(maintainer.publishing.publish(batch, withdrawals=[withdrawal])) == (0, 0, 2, 1)
        reader.syncing.run()
        titles = reader.titles()
        assert set(titles) == {"Over knotwilg", "Over de zomereik", "Over rodebeuk"}
        withdrawn = titles["Over rodebeuk"].withdrawn
        assert withdrawn is not None
        assert (withdrawn.reason, withdrawn.words) == ("withdrawn", "Dubbel geplaatst.")
        assert titles["Over rodebeuk"].files == ()
        assert len(reader.kennisbank.library.files.all()) == 2
        maintainer.publishing.withdraw(maintainer.titles()["Over knotwilg"].id, "erased", "Op verzoek.")
        reader.syncing.run()
        assert set(reader.titles()) == {"Over de zomereik", "Over rodebeuk"}
        assert not reader.syncing.run().changes


def test_a_broken_upload_goes_on_where_it_was(
    maintainer: Desk, archive: RealArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = imported(maintainer, tmp_path, "knotwilg")
    file = tmp_path / "in" / "knotwilg.pdf"
    monkeypatch.setattr(archive_http, "PIECE", 100)
    whole = ArchiveHttp._read
    starts: list[int] = []

    def breaking(self: ArchiveHttp, path: Path, start: int, size: int) -> Iterator[bytes]:
        starts.append(start)
        pieces = whole(self, path, start, size)
        if len(starts) <= 3:
            yield next(pieces)
            raise ArchiveUnreachableError(archive.url, "broken_off")
        yield from pieces

    monkeypatch.setattr(ArchiveHttp, "_read", breaking)
    assert counts(maintainer.publishing.publish(batch, Hasty())) == (1, 0, 0, 0)
    assert starts == sorted(starts)
    stored = next(iter(maintainer.kennisbank.library.files.all()))
    assert b"".join(archive.archive.files.read(stored, 0, file.stat().st_size)) == file.read_bytes()


def test_cancelled_nothing_has_appeared_and_it_goes_on_later(
    maintainer: Desk, archive: RealArchive, tmp_path: Path
) -> None:
    batch = imported(maintainer, tmp_path, "knotwilg", "zomereik")
    ctx = JobContext(lambda each: ctx.cancel() if each.done else None)
    with pytest.raises(Cancelled):
        maintainer.publishing.publish(batch, ctx)
    with archive.archive.read() as tx:
        assert tx.records.head()[0] == 0
    sent = [path for method, path in archive.requests if method == "PUT" and "/files/" in path]
    assert len(sent) == 1
    assert counts(maintainer.publishing.publish(batch)) == (2, 0, 0, 0)
    again = [path for method, path in archive.requests if method == "PUT" and "/files/" in path]
    assert len(again) == 2, "what was sent isn't sent again"


def test_only_a_maintainer_publishes(maintainer: Desk, archive: RealArchive, tmp_path: Path) -> None:
    with desk(tmp_path / "reader", archive, "reader") as reader:
        batch = imported(reader, tmp_path, "knotwilg")
        with pytest.raises(ArchiveRefusedError) as raised:
            reader.publishing.publish(batch)
        assert raised.value.code == "forbidden"
    with desk(tmp_path / "visitor", archive) as visitor:
        batch = imported(visitor, tmp_path)
        with pytest.raises(NotLoggedInError):
            visitor.publishing.publish(batch)
        visitor.kennisbank.importing.undo(batch)
        with pytest.raises(BadInputError):
            visitor.publishing.publish(batch)


def test_what_the_archive_has_under_another_id_is_linked_not_doubled(
    maintainer: Desk, archive: RealArchive, tmp_path: Path
) -> None:
    batch = imported(maintainer, tmp_path, "knotwilg")
    here = maintainer.titles()["Over knotwilg"]
    record = archive.put(title="Over knotwilg", authors=[{"name": "Ada de Wit"}], edition="NIOC2025")
    answer = maintainer.publishing.publish(batch)
    assert answer.known[here.id] == record
    assert counts(answer)[:2] == (0, 1)
    maintainer.kennisbank.annotating.note(here.id, "Een eigen notitie.")
    maintainer.syncing.run()
    (found,) = maintainer.kennisbank.catalogue.all()
    assert found.id == here.id
    assert [each.state for each in maintainer.downloading.offers([here.id])[here.id]] == ["here"]
    maintainer.kennisbank.catalogue.edit(here.id, {"title": "Over de knotwilg"})
    assert counts(maintainer.publishing.publish(batch)) == (0, 1, 0, 0)
    with archive.archive.read() as tx:
        assert tx.records.head()[1].count == 2, "one contribution and its edition"
    gone = maintainer.downloading.remove_here([here.id])
    assert gone.count == 1
    assert counts(maintainer.publishing.publish(batch)) == (0, 0, 1, 0), "a file that isn't here now stays there"


def test_addresses_of_authors_reach_the_archive_and_nobody_else(
    maintainer: Desk, archive: RealArchive, tmp_path: Path
) -> None:
    batch = imported(maintainer, tmp_path, "knotwilg")
    (found,) = maintainer.titles().values()
    authors = (Author("Ada de Wit", "de Wit", "Ada", email="ada@uni.example"), Author("Bo Smit", "Smit", "Bo"))
    maintainer.kennisbank.catalogue.edit(found.id, {"authors": authors})
    maintainer.publishing.publish(batch)
    with archive.archive.read() as tx:
        (contact,) = Contacts(tx.connection).of(found.id)
        assert (contact.name, contact.mail) == ("Ada de Wit", "ada@uni.example")
    with desk(tmp_path / "reader", archive) as reader:
        reader.syncing.run()
        (read,) = reader.titles().values()
        assert [(each.name, each.email) for each in read.metadata.values.authors] == [
            ("Ada de Wit", ""),
            ("Bo Smit", ""),
        ]
