"""Downloading: what is wanted comes, is read and found; what can't be had says why; what is here can go again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.config.settings import Settings, save_settings
from kennisbank.documents.anchoring import Span
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.ids import PageNo
from kennisbank.domain.metadata import Author
from kennisbank.domain.results import FacetCount, SearchRequest
from kennisbank.errors import (
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    DiskBudgetError,
    NotConnectedError,
)
from kennisbank.services import download_run
from kennisbank.sync.downloads import Downloads
from kennisbank.tasks.context import JobContext, Progress
from tests.annotated import annotate, highlight
from tests.offered import OfferedLibrary, hash_of, offered_library
from tests.pdfs import simple_pdf

WILLOW = "Een wilg wordt om de vijf jaar geknot, anders scheurt de stam.\nDat doet men in de winter, zonder blad."


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    made = DocumentWorkers()
    yield made
    made.close()


@pytest.fixture
def world(tmp_path: Path, workers: DocumentWorkers) -> Iterator[OfferedLibrary]:
    with offered_library(tmp_path / "home", workers) as opened:
        yield opened


def paper(folder: Path, name: str, *pages: str) -> Path:
    return simple_pdf(
        folder / "papers" / f"{name}.pdf", pages or (f"{name}\n\n{WILLOW}\n\nBehalve dat {name} hier staat.",)
    )


def found(world: OfferedLibrary, words: str) -> list[str]:
    hits = world.kennisbank.searching.find(SearchRequest(words)).results.hits
    return [world.of(hit.contribution).metadata.values.title for hit in hits]


def test_what_is_wanted_comes_is_read_and_is_found(world: OfferedLibrary, tmp_path: Path) -> None:
    one = world.knows("Wilgen", paper(tmp_path, "knotwilg"), edition="NIOC2025")
    world.knows("Eiken", paper(tmp_path, "zomereik"), edition="NIOC2025")
    assert found(world, "wilgen") == ["Wilgen"], "by its title, without a file"
    assert not found(world, "knotwilg")
    wanted = world.downloading.want([one])
    assert (wanted.count, wanted.bytes, wanted.changes.ids("offer")) == (1, hash_bytes(world, one), {one})
    reports: list[Progress] = []
    steps = []
    outcome = world.downloading.run(JobContext(reports.append), steps.append)
    assert (outcome.files, outcome.size, outcome.failed, outcome.left) == (1, wanted.bytes, 0, 0)
    assert [each.ids("contribution") for each in steps] == [{one}]
    assert {(each.stage, each.total, each.item) for each in reports if each.stage == "downloading"} == {
        ("downloading", wanted.bytes // 1024, "Wilgen")
    }
    contribution = world.of(one)
    (file,) = contribution.files
    assert (file.name, file.version, file.is_current, file.pages) == ("knotwilg.pdf", 1, True, 1)
    assert contribution.metadata.values.language == "nl"
    assert world.kennisbank.library.files.verify(file.hash)
    assert found(world, "knotwilg") == ["Wilgen"]
    assert world.states() == {"Wilgen": "here", "Eiken": "offered"}
    assert not list(world.kennisbank.paths.downloads.iterdir()), "nothing is left behind"
    with world.kennisbank.library.read() as tx:
        assert not tx.outbox.pending(), "nothing of it is sent back"
    assert world.downloading.run().files == 0


def hash_bytes(world: OfferedLibrary, contribution: str) -> int:
    with world.kennisbank.library.read() as tx:
        return tx.offers.of([contribution])[contribution][0].size  # type: ignore[list-item,index]


def test_an_edition_all_and_what_a_search_finds_can_be_asked_for(world: OfferedLibrary, tmp_path: Path) -> None:
    world.knows("Wilgen", paper(tmp_path, "a"), edition="NIOC2025")
    world.knows("Eiken", paper(tmp_path, "b"), edition="NIOC2023")
    world.knows("Wilde eiken", paper(tmp_path, "c"))
    assert world.downloading.want_found(SearchRequest("eiken")).count == 2
    world.downloading.unwant()
    assert world.downloading.want_edition("nioc2025").count == 1
    assert world.states() == {"Wilgen": "wanted", "Eiken": "offered", "Wilde eiken": "offered"}
    assert world.downloading.want_all().count == 3
    assert world.downloading.run().files == 3
    assert world.downloading.want_all().count == 0


def test_the_one_asked_for_last_comes_first_also_while_others_are_on_their_way(
    world: OfferedLibrary, tmp_path: Path
) -> None:
    ids = [world.knows(f"Nummer {number}", paper(tmp_path, str(number))) for number in range(1, 5)]
    world.downloading.want_all()
    order: list[str] = []

    def step(changes: object) -> None:
        if not order:
            world.downloading.want([ids[3]])
        order.extend(changes.ids("contribution"))  # type: ignore[attr-defined]

    monkey = download_run._AHEAD
    try:
        download_run._AHEAD = 1  # type: ignore[misc]
        world.downloading.run(on_committed=step)
    finally:
        download_run._AHEAD = monkey  # type: ignore[misc]
    assert order.index(ids[3]) == 1


def test_a_file_of_several_contributions_is_fetched_once(world: OfferedLibrary, tmp_path: Path) -> None:
    path = paper(tmp_path, "bundel")
    world.knows("Eerste", path)
    world.knows("Tweede", path)
    wanted = world.downloading.want_all()
    assert wanted.count == 1
    assert world.downloading.run().files == 2
    assert [each.name for each in world.remote.log] == ["file"]


def test_a_file_that_cant_be_read_is_kept_and_says_why(world: OfferedLibrary, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing that follows from it")
    each = world.knows("Stuk", broken)
    world.downloading.want_all()
    assert world.downloading.run().files == 1
    (file,) = world.of(each).files
    with world.kennisbank.library.read() as tx:
        document = tx.texts.document(file.hash)
    assert document is not None
    assert (document.pages, [problem.code for problem in document.problems]) == ((), ["damaged"])
    assert found(world, "stuk") == ["Stuk"]


def test_what_cant_be_had_says_why_and_the_others_come(world: OfferedLibrary, tmp_path: Path) -> None:
    gone = world.knows("Weg", paper(tmp_path, "a"))
    world.knows("Vals", paper(tmp_path, "b"))
    longer = world.knows("Langer", paper(tmp_path, "c"))
    world.knows("Goed", paper(tmp_path, "d"))
    del world.archive.records.files[hash_of(tmp_path / "papers" / "a.pdf")]
    world.archive.records.files[hash_of(tmp_path / "papers" / "b.pdf")] = bytes(hash_bytes(world, gone) + 20)[:900]
    world.announce(longer, size=10)
    false = hash_of(tmp_path / "papers" / "b.pdf")
    world.archive.records.files[false] = bytes(len((tmp_path / "papers" / "b.pdf").read_bytes()))
    world.downloading.want_all()
    outcome = world.downloading.run()
    assert (outcome.files, outcome.failed, outcome.left) == (1, 3, 0)
    with world.kennisbank.library.read() as tx:
        why = {tx.contributions.get(each.contribution).metadata.values.title: each.reason for each in tx.offers.all()}
    assert why == {"Weg": "not_found", "Vals": "wrong_hash", "Langer": "too_large", "Goed": ""}
    assert world.downloading.want_all().count == 3, "and can be asked for again"


def test_an_archive_that_cant_be_reached_leaves_everything_wanted_and_what_came_here(
    world: OfferedLibrary, tmp_path: Path
) -> None:
    for number in range(3):
        world.knows(f"Nummer {number}", paper(tmp_path, str(number)))
    world.downloading.want_all()
    world.remote.faults.extend([None, *["lost_request"] * 4])
    with pytest.raises(ArchiveUnreachableError):
        world.downloading.run()
    assert sorted(world.states().values()) == ["here", "wanted", "wanted"]
    assert found(world, "knotwilg OR scheurt"), "what came is found already"
    world.remote.faults.append("html")
    with pytest.raises(ArchiveUntrustedError):
        world.downloading.run()
    world.remote.faults.extend(["cut", None, "lost_request", "cut"])
    assert world.downloading.run().left == 0
    assert set(world.states().values()) == {"here"}


def test_cancelled_it_says_so_and_goes_on_later(world: OfferedLibrary, tmp_path: Path) -> None:
    for number in range(4):
        world.knows(f"Nummer {number}", paper(tmp_path, str(number)))
    world.downloading.want_all()
    ctx = JobContext()
    outcome = world.downloading.run(ctx, lambda _: ctx.cancel())
    assert outcome.cancelled
    assert outcome.files + outcome.left == 4
    assert outcome.left > 0
    fetched = len(world.remote.log)
    assert world.downloading.run().left == 0
    assert len(world.remote.log) <= max(4, fetched + outcome.left), "what had come wasn't fetched again"


def test_more_than_the_budget_is_neither_asked_for_nor_fetched(
    world: OfferedLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "groot.pdf"
    large.write_bytes(paper(tmp_path, "a").read_bytes() + b"\n%" + bytes(3 << 20))
    world.knows("Klein", paper(tmp_path, "b"))
    world.knows("Zeer groot", large)
    save_settings(world.kennisbank.paths.settings_file, Settings(disk_budget_mb=2))
    with pytest.raises(DiskBudgetError) as raised:
        world.downloading.want_all()
    assert (raised.value.needed > 3 << 20, raised.value.allowed) == (True, 2 << 20)
    assert set(world.states().values()) == {"offered"}
    save_settings(world.kennisbank.paths.settings_file, Settings(disk_budget_mb=2, download_policy="all"))
    world.downloading.follow_archive()
    with pytest.raises(DiskBudgetError):
        world.downloading.run()
    assert world.states() == {"Klein": "here", "Zeer groot": "wanted"}
    space = world.downloading.space()
    assert (space.used, space.budget) == ((tmp_path / "papers" / "b.pdf").stat().st_size, 2 << 20)
    save_settings(world.kennisbank.paths.settings_file, Settings())
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=download_run._KEPT_FREE + 1000))
    with pytest.raises(DiskBudgetError):
        world.downloading.run()


def test_a_newer_version_comes_by_itself_and_notes_are_placed_in_it(world: OfferedLibrary, tmp_path: Path) -> None:
    first = paper(tmp_path, "oud", f"Wilgen\n\n{WILLOW}")
    second = paper(tmp_path, "nieuw", "Met een voorwoord.", f"Wilgen\n\n{WILLOW}")
    each = world.knows("Wilgen", first)
    world.downloading.want_all()
    world.downloading.run()
    old = world.of(each).files[0]
    text = world.kennisbank.reading.page_text(old.hash, PageNo(1)).text
    at = text.index("om de vijf jaar")
    world.kennisbank.annotating.mark(each, old.hash, [Span(PageNo(1), at, at + 15)], "highlight", body="Klopt.")
    world.offers(each, first, second)
    assert world.downloading.newer() == [each]
    save_settings(world.kennisbank.paths.settings_file, Settings(download_newer=False))
    assert not world.downloading.follow_archive().ids("offer")
    save_settings(world.kennisbank.paths.settings_file, Settings())
    assert world.downloading.follow_archive().ids("offer") == {each}
    world.downloading.run()
    new, before = world.of(each).files
    assert (new.name, new.version, new.is_current, before.is_current) == ("nieuw.pdf", 2, True, False)
    (placed,) = world.kennisbank.annotating.on(each, new.hash)
    assert placed.anchor is not None
    assert (placed.anchor.page, placed.anchor.state) == (2, "same")
    assert world.downloading.newer() == []
    world.offers(each, second, first)
    assert world.downloading.follow_archive().ids("contribution") == {each}
    assert world.of(each).current_files[0].name == "oud.pdf", "as the archive says"


def test_what_is_here_can_go_and_come_again_and_notes_stay(world: OfferedLibrary, tmp_path: Path) -> None:
    path = annotate(
        paper(tmp_path, "wilg"), tmp_path / "met.pdf", highlight("om de vijf jaar", body="Uit het bestand.")
    )
    each = world.knows("Wilgen", path)
    world.downloading.want_all()
    world.downloading.run()
    world.kennisbank.annotating.note(each, "Zelf gedacht.")
    file = world.of(each).files[0].hash
    bodies = {one.annotation.body for one in world.kennisbank.annotating.on(each, file)}
    assert bodies == {"Uit het bestand.", "Zelf gedacht."}
    freed = world.downloading.remove_here([each])
    assert (freed.count, freed.bytes) == (1, path.stat().st_size)
    assert world.of(each).files == ()
    assert not world.kennisbank.library.files.has(file)
    assert found(world, "wilgen") == ["Wilgen"]
    assert not found(world, "scheurt")
    assert world.downloading.not_here([each]) == {each}
    with world.kennisbank.library.read() as tx:
        assert tx.texts.document(file) is None
        assert not tx.outbox.pending()
    world.downloading.want([each])
    world.downloading.run()
    assert {one.annotation.body for one in world.kennisbank.annotating.on(each, file)} == bodies
    assert len(world.kennisbank.annotating.on(each, file)) == 2
    assert found(world, "scheurt") == ["Wilgen"]


def test_own_files_that_the_archive_doesnt_have_are_never_removed(world: OfferedLibrary, tmp_path: Path) -> None:
    each = world.knows("Wilgen", paper(tmp_path, "wilg"))
    world.downloading.want_all()
    world.downloading.run()
    with world.kennisbank.library.write() as tx:
        tx.offers.remove(each)
    assert world.downloading.remove_here([each]).count == 0
    assert len(world.of(each).files) == 1


def test_what_is_asked_no_longer_isnt_taken(world: OfferedLibrary, tmp_path: Path) -> None:
    one = world.knows("Een", paper(tmp_path, "1"))
    two = world.knows("Twee", paper(tmp_path, "2"))
    world.downloading.want_all()
    with world.kennisbank.library.write() as tx:
        tx.contributions.remove(two)
    world.downloading.unwant([one])
    outcome = world.downloading.run()
    assert (outcome.files, outcome.failed) == (0, 0)
    assert not world.kennisbank.library.files.all()


def test_two_at_once_share_the_work_and_wait_for_one_another(world: OfferedLibrary, tmp_path: Path) -> None:
    one = world.knows("Een", paper(tmp_path, "1"))
    world.knows("Twee", paper(tmp_path, "2"))
    world.downloading.want_all()
    other = Downloads(world.kennisbank.paths.downloads)
    claim = other.claim(hash_of(tmp_path / "papers" / "1.pdf"))
    assert claim is not None
    outcome = world.downloading.run()
    assert (outcome.files, outcome.left) == (1, 1), "somebody else is fetching the other one"

    class Ending(JobContext):
        def pause(self, seconds: float) -> None:
            claim.release()
            super().pause(0)

    assert world.downloading.run(Ending(), only=[one]).files == 1


def test_editions_of_which_something_is_here_come_by_themselves_if_asked(world: OfferedLibrary, tmp_path: Path) -> None:
    first = world.knows("Een", paper(tmp_path, "1"), edition="NIOC2025")
    world.knows("Twee", paper(tmp_path, "2"), edition="NIOC2025")
    world.knows("Drie", paper(tmp_path, "3"), edition="NIOC2023")
    save_settings(world.kennisbank.paths.settings_file, Settings(download_policy="editions"))
    assert not world.downloading.follow_archive()
    world.downloading.want([first])
    world.downloading.run()
    world.downloading.follow_archive()
    assert world.states() == {"Een": "here", "Twee": "wanted", "Drie": "offered"}


def test_without_an_archive_nothing_is_fetched(world: OfferedLibrary) -> None:
    with world.kennisbank.library.write() as tx:
        tx.archives.remove_link()
    with pytest.raises(NotConnectedError):
        world.downloading.run()


def test_what_isnt_here_is_found_by_all_that_is_known_of_it_and_can_be_told_apart(
    world: OfferedLibrary, tmp_path: Path
) -> None:
    about = {"abstract": "Over het snoeien van populieren.", "keywords": ("griend",), "authors": (Author("Ada Griet"),)}
    world.knows("Toetsen met populieren", paper(tmp_path, "a"), **about)
    here = world.knows("Iets anders", paper(tmp_path, "b", f"Iets anders\n\n{WILLOW}\nEen populier terloops genoemd."))
    world.downloading.want([here])
    world.downloading.run()
    for words in ("toetsen", "griend", "griet", "snoeien"):
        assert found(world, words) == ["Toetsen met populieren"], words
    assert found(world, "populieren") == ["Toetsen met populieren", "Iets anders"], "the title weighs more, here or not"
    searching = world.kennisbank.searching
    answer = searching.find(SearchRequest("populieren", facets=True)).results
    assert answer.facets["here"] == (FacetCount("no", 1), FacetCount("yes", 1))
    only = searching.find(SearchRequest("populieren", filters={"here": frozenset({"yes"})})).results
    assert [hit.contribution for hit in only.hits] == [here]
    assert searching.find(SearchRequest("terloops", facets=True)).results.facets["here"] == ()
    catalogue = world.kennisbank.catalogue
    assert [(each.value, each.count) for each in catalogue.browse("here")] == [("yes", 1), ("no", 1)]
    assert [each.id for each in catalogue.contributions_in("here", "yes")] == [here]
