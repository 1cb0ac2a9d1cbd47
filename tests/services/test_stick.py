"""The archive on a stick: written by a real archive, taken by real libraries, without any network."""

import base64
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.keeping.pack import Packed, pack
from kennisbank.archive.world import Archive
from kennisbank.config.paths import Paths
from kennisbank.config.secrets import MemorySecrets
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.ids import FileHash
from kennisbank.errors import Cancelled, StickError, StorageError, SyncBrakeError
from kennisbank.importing.downloaded import DownloadedFiles
from kennisbank.library.library import Library
from kennisbank.search.index import SearchIndex
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.scrubbing import ScrubService
from kennisbank.services.searching import SearchService
from kennisbank.services.stick import StickService
from kennisbank.services.synchronising import SyncService
from kennisbank.sync.protocol import Gone
from kennisbank.sync.protocol_manifest import manifest_bytes, packed, sign, text_of_signature
from kennisbank.sync.protocol_stick import read_stick
from kennisbank.tasks.context import JobContext, Progress

CONFIG = ArchiveConfig("Archief van het congres", url="https://archief.example")


class World:
    """An archive with contributions, each with one text file, that are put in and taken out."""

    def __init__(self, folder: Path, new: Path) -> None:
        shutil.copytree(new, folder / "archive")
        self.folder = folder
        self.archive = Archive.open(folder / "archive")

    def put(self, number: int, words: str = "", edition: str = "NIOC2013") -> str:
        text = f"Bijdrage {number} gaat over onderwijs en programmeren. {words}\n" * 3
        data = text.encode()
        file_hash = hashlib.sha256(data).hexdigest()
        path = self.folder / "incoming.txt"
        path.write_bytes(data)
        self.archive.take_file(path, file_hash)
        file = {
            "hash": file_hash,
            "name": f"{number}.txt",
            "role": "paper",
            "media_type": "text/plain",
            "size": len(data),
        }
        body = {"title": f"Bijdrage {number} {words}".strip(), "edition": edition, "files": [file]}
        with self.archive.write() as tx:
            tx.records.put_public("contribution", f"00000000-0000-4000-8000-{number:012}", body)
        return file_hash

    def withdraw(self, number: int) -> None:
        with self.archive.write() as tx:
            tx.records.withdraw(
                "contribution", f"00000000-0000-4000-8000-{number:012}", Gone("withdrawn", "op verzoek")
            )

    def pack(self, name: str = "stick", **options: object) -> tuple[Path, Packed]:
        target = self.folder / name
        return target, pack(self.archive, CONFIG, target, **options)  # type: ignore[arg-type]


class Home:
    """A library with everything that taking from a stick needs."""

    def __init__(self, folder: Path, workers: DocumentWorkers) -> None:
        self.library = Library.open(Paths(folder))
        self.index = SearchIndex(self.library.paths.index)
        searching = SearchService(self.library, self.index)
        annotating = AnnotationService(self.library)
        access = ArchiveAccess(self.library, MemorySecrets(), environment={})
        scrubbing = ScrubService(self.library, searching)
        self.syncing = SyncService(self.library, access, searching, annotating, afterwards=(scrubbing.run,))
        self.searching = searching
        self.sticks = StickService(
            self.library, self.syncing, DownloadedFiles(self.library, workers), searching, annotating
        )

    def titles(self) -> dict[str, int]:
        """Return the titles that aren't withdrawn, with their number of files here."""
        with self.library.read() as tx:
            return {
                each.metadata.values.title: len(each.files) for each in tx.contributions.all() if each.withdrawn is None
            }

    def close(self) -> None:
        self.index.close()
        self.library.close()


@pytest.fixture(scope="session")
def workers() -> Iterator[DocumentWorkers]:
    made = DocumentWorkers(processes=1)
    yield made
    made.close()


@pytest.fixture(scope="session")
def new_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an archive without anything in it, to be copied."""
    folder = tmp_path_factory.mktemp("data")
    Archive.open(folder).close()
    return folder


@pytest.fixture(scope="session")
def new_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a library without anything in it, to be copied."""
    folder = tmp_path_factory.mktemp("home")
    Library.open(Paths(folder)).close()
    return folder


@pytest.fixture
def world(tmp_path: Path, new_data: Path) -> Iterator[World]:
    made = World(tmp_path, new_data)
    yield made
    made.archive.close()


@pytest.fixture
def new_home(tmp_path: Path, workers: DocumentWorkers, new_library: Path) -> Iterator[Callable[[str], Home]]:
    made: list[Home] = []

    def new(name: str) -> Home:
        shutil.copytree(new_library, tmp_path / name)
        made.append(Home(tmp_path / name, workers))
        return made[-1]

    yield new
    for each in made:
        each.close()


@pytest.fixture
def home(new_home: Callable[[str], Home]) -> Home:
    return new_home("home")


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(StickError) as raised:
        act()
    return raised.value.code


def test_a_library_without_an_archive_takes_a_stick_once_its_fingerprint_is_confirmed(world: World, home: Home) -> None:
    world.put(1)
    world.put(2, "over zonnepanelen")
    stick, done = world.pack()
    assert (done.contributions, done.files, done.copied, done.missing) == (2, 2, 2, 0)
    secret = base64.b64encode(world.archive.key.private).strip(b"=")
    assert not [each for each in stick.rglob("*") if each.is_file() and secret in each.read_bytes()]
    info = home.sticks.look_at(stick)
    assert (info.standing, info.is_known, info.contributions, info.files, info.url) == ("new", False, 2, 2, CONFIG.url)
    assert code_of(lambda: home.sticks.take(stick)) == "unconfirmed"
    assert code_of(lambda: home.sticks.take(stick, confirmed_fingerprint="1234 5678")) == "wrong_fingerprint"
    assert home.titles() == {}
    outcome = home.sticks.take(stick, confirmed_fingerprint=info.fingerprint.upper())
    assert (outcome.standing, outcome.added, outcome.files, outcome.failed, outcome.differs) == ("new", 2, 2, 0, "")
    assert home.titles() == {"Bijdrage 1": 1, "Bijdrage 2 over zonnepanelen": 1}
    with home.library.read() as tx:
        link = tx.archives.link()
    assert link is not None
    assert (link.name, link.url, link.key) == (CONFIG.name, "", world.archive.key.public)
    again = home.sticks.take(stick)
    assert (again.standing, again.added, again.files, bool(again.changes)) == ("same", 0, 0, False)


def test_a_newer_stick_brings_what_is_new_and_takes_what_was_withdrawn(world: World, home: Home) -> None:
    for number in range(1, 13):
        world.put(number)
    stick, _ = world.pack()
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint)
    world.put(1, "verbeterd")
    gone = FileHash(world.put(2))
    assert home.library.files.has(gone)
    world.withdraw(2)
    world.put(13)
    _, done = world.pack()
    assert (done.copied, done.removed) == (2, 2)
    outcome = home.sticks.take(stick)
    assert (outcome.standing, outcome.files) == ("newer", 2)
    assert "Bijdrage 2" not in home.titles()
    assert home.titles()["Bijdrage 13"] == 1
    with home.library.read() as tx:
        (withdrawn,) = [each for each in tx.contributions.all() if each.withdrawn is not None]
    assert (withdrawn.metadata.values.title, withdrawn.files) == ("Bijdrage 2", ())
    assert not home.library.files.has(gone)


def test_an_older_stick_undoes_nothing_and_still_brings_files(world: World, home: Home) -> None:
    for number in range(1, 13):
        world.put(number)
    old, _ = world.pack("old")
    world.withdraw(2)
    world.put(1, "verbeterd")
    new, _ = world.pack("new")
    home.sticks.take(new, confirmed_fingerprint=home.sticks.look_at(new).fingerprint, takes_files=False)
    before = home.titles()
    outcome = home.sticks.take(old)
    assert (outcome.standing, outcome.files, outcome.added, outcome.updated) == ("older", 10, 0, 0)
    assert home.titles().keys() == before.keys()
    assert home.titles()["Bijdrage 1 verbeterd"] == 0
    assert home.titles()["Bijdrage 3"] == 1


def test_a_stick_of_another_epoch_undoes_nothing(world: World, home: Home) -> None:
    for number in range(1, 13):
        world.put(number)
    stick, _ = world.pack()
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint)
    resigned(world, stick, epoch="another", revision=99)
    assert home.sticks.take(stick).standing == "other_epoch"
    assert len(home.titles()) == 12


def resigned(world: World, stick: Path, **changes: object) -> None:
    """Have the archive sign another manifest."""
    manifest = read_stick(stick).manifest
    data = manifest_bytes(replace(manifest, info=replace(manifest.info, **changes)))  # type: ignore[arg-type]
    (stick / "manifest.json").write_bytes(data)
    (stick / "manifest.sig").write_bytes(text_of_signature(sign(data, world.archive.key.private)))


def test_a_stick_of_another_archive_or_with_another_key_is_refused(world: World, home: Home, tmp_path: Path) -> None:
    world.put(1)
    stick, _ = world.pack()
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint)
    (tmp_path / "elsewhere").mkdir()
    Archive.open(tmp_path / "new").close()
    other = World(tmp_path / "elsewhere", tmp_path / "new")
    try:
        other.put(7)
        foreign, _ = other.pack()
        assert home.sticks.look_at(foreign).standing == "other_archive"
        assert (
            code_of(lambda: home.sticks.take(foreign, confirmed_fingerprint=home.sticks.look_at(foreign).fingerprint))
            == "other_archive"
        )
        resigned(other, foreign, id=read_stick(stick).manifest.info.id)
        assert home.sticks.look_at(foreign).standing == "other_key"
        assert code_of(lambda: home.sticks.take(foreign)) == "other_key"
    finally:
        other.archive.close()
    assert home.titles() == {"Bijdrage 1": 1}


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _link(path: Path) -> None:
    kept = path.with_name("elsewhere")
    path.rename(kept)
    path.symlink_to(kept)


HARMS: list[tuple[str, Callable[[Path], object], set[str]]] = [
    ("manifest.json", _flip, {"malformed", "wrong_signature"}),
    ("manifest.json", _truncate, {"malformed"}),
    ("manifest.json", _link, {"no_stick"}),
    ("manifest.json", Path.unlink, {"no_stick"}),
    ("manifest.sig", _flip, {"wrong_signature"}),
    ("manifest.sig", Path.unlink, {"wrong_signature"}),
    ("files", _flip, {"wrong_hash"}),
    ("files", _truncate, {"missing_file"}),
    ("files", Path.unlink, {"missing_file"}),
    ("files", _link, {"missing_file"}),
]


def test_whatever_is_wrong_with_a_stick_nothing_of_it_is_taken_or_copied(
    world: World, home: Home, tmp_path: Path
) -> None:
    file_hash = world.put(1)
    whole, _ = world.pack()
    confirmed = home.sticks.look_at(whole).fingerprint
    for number, (name, harm, codes) in enumerate(HARMS):
        stick, copy = tmp_path / f"stick {number}", tmp_path / f"copy {number}"
        shutil.copytree(whole, stick)
        harm(stick / name if name != "files" else stick / "files" / file_hash[:2] / file_hash)
        assert code_of(lambda stick=stick: home.sticks.take(stick, confirmed_fingerprint=confirmed)) in codes  # type: ignore[misc]
        assert code_of(lambda stick=stick, copy=copy: home.sticks.copy(stick, copy)) in codes  # type: ignore[misc]
        assert not (copy / "manifest.json").exists()
    with home.library.read() as tx:
        assert tx.archives.link() is None
        assert tx.contributions.count() == 0


def test_a_manifest_can_name_no_file_outside_the_stick(world: World, home: Home, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    world.put(1)
    stick, _ = world.pack()
    manifest = read_stick(stick).manifest
    data = manifest_bytes(replace(manifest, files=packed([("../../secret", 6)])))
    (stick / "manifest.json").write_bytes(data)
    (stick / "manifest.sig").write_bytes(text_of_signature(sign(data, world.archive.key.private)))
    assert code_of(lambda: home.sticks.look_at(stick)) == "malformed"


def test_an_edition_comes_with_the_whole_catalogue_and_its_own_files(world: World, home: Home) -> None:
    world.put(1, edition="NIOC2013")
    world.put(2, edition="NIOC2015")
    stick, done = world.pack(editions=["NIOC2015"])
    assert done.files == 1
    assert home.sticks.look_at(stick).editions == ("NIOC2015",)
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint)
    assert home.titles() == {"Bijdrage 1": 0, "Bijdrage 2": 1}
    with pytest.raises(Exception, match="NIOC1999"):
        world.pack(editions=["NIOC1999"])


def test_packing_that_is_broken_off_leaves_the_stick_as_it_was_and_goes_on_later(world: World, home: Home) -> None:
    for number in range(1, 6):
        world.put(number)
    stick, _ = world.pack()
    for number in range(6, 10):
        world.put(number)
    told = 0

    def stop(_size: int) -> None:
        nonlocal told
        told += 1
        if told > 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        world.pack(told=stop)
    info = home.sticks.look_at(stick)
    assert info.files == 5
    assert home.sticks.take(stick, confirmed_fingerprint=info.fingerprint).files == 5
    _, done = world.pack()
    assert 0 < done.copied < 4
    assert home.sticks.take(stick).files == 4


def test_a_stick_pulled_out_between_manifest_and_signature_is_still_whole(
    world: World, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.put(1)
    stick, _ = world.pack()
    real, at = os.fsync, [0]
    for stop_at in range(1, 8):
        world.put(1, f"versie {stop_at}")
        at[0] = 0

        def failing(descriptor: int, stop_at: int = stop_at) -> None:
            at[0] += 1
            if at[0] == stop_at:
                raise OSError(28, "No space left on device")
            real(descriptor)

        monkeypatch.setattr("kennisbank.config.whole_files.os.fsync", failing)
        with suppress(StorageError):
            world.pack()
        monkeypatch.setattr("kennisbank.config.whole_files.os.fsync", real)
        assert home.sticks.look_at(stick).contributions == 1


def test_a_full_stick_is_told_before_anything_is_written(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world.put(1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))  # type: ignore[attr-defined]
    with pytest.raises(StorageError, match="it is full"):
        world.pack()
    assert not (tmp_path / "stick" / "manifest.json").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(world: World, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "scriptie.docx").write_text("x")
    assert code_of(world.pack) == "not_empty"


def test_a_copy_of_a_stick_is_as_good_and_never_replaces_a_newer_one(world: World, home: Home, tmp_path: Path) -> None:
    world.put(1)
    stick, _ = world.pack()
    copy = tmp_path / "copy"
    assert home.sticks.copy(stick, copy).copied == 1
    assert {each.name for each in copy.iterdir()} == {each.name for each in stick.iterdir()}
    assert home.sticks.take(copy, confirmed_fingerprint=home.sticks.look_at(copy).fingerprint).files == 1
    shutil.copytree(stick, tmp_path / "old")
    world.put(2)
    world.pack()
    assert home.sticks.copy(stick, copy).copied == 1
    assert code_of(lambda: home.sticks.copy(tmp_path / "old", copy)) == "older"
    assert code_of(lambda: home.sticks.copy(stick, stick)) == "same_folder"
    assert code_of(lambda: home.sticks.copy(stick, stick / "files" / "x")) == "same_folder"


def stopping_at(stage: str) -> JobContext:
    """Return a context of a job that is cancelled as soon as it comes to this stage."""

    def stop(progress: Progress) -> None:
        if progress.stage == stage:
            ctx.cancel()

    ctx = JobContext(stop)
    return ctx


def test_taking_can_be_cancelled_and_gone_on_with(world: World, home: Home) -> None:
    for number in range(1, 8):
        world.put(number)
    stick, _ = world.pack()
    confirmed = home.sticks.look_at(stick).fingerprint
    with pytest.raises(Cancelled):
        home.sticks.take(stick, stopping_at("verifying"), confirmed_fingerprint=confirmed)
    assert home.titles() == {}
    assert home.sticks.take(stick, stopping_at("downloading"), confirmed_fingerprint=confirmed).cancelled
    with home.library.read() as tx:
        assert not tx.offers.wanted()
    home.sticks.take(stick)
    assert set(home.titles().values()) == {1}


def test_a_stick_that_would_take_much_away_asks_first(world: World, home: Home) -> None:
    for number in range(1, 31):
        world.put(number)
    stick, _ = world.pack()
    home.sticks.take(stick, confirmed_fingerprint=home.sticks.look_at(stick).fingerprint, takes_files=False)
    for number in range(1, 25):
        world.withdraw(number)
    world.pack()
    with pytest.raises(SyncBrakeError):
        home.sticks.take(stick, takes_files=False)
    assert len(home.titles()) == 30
    home.sticks.take(stick, takes_files=False, accept_removals=True)
    assert len(home.titles()) == 6
