"""What the archive took away is nowhere in the home any more; what readers wrote themselves stays."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.documents.anchoring import Span
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.annotation import AnnotationFilter
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, PageNo, new_id
from kennisbank.domain.moments import now
from kennisbank.domain.results import SearchRequest
from kennisbank.domain.syncing import Loser
from kennisbank.errors import StorageError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.library import scrubbing
from kennisbank.library.backup import backups
from kennisbank.library.columns import pack_text
from kennisbank.library.outbox import Owner
from kennisbank.library.synced import PUBLIC, Base
from kennisbank.services.scrubbing import ScrubService
from tests.annotated import annotate, highlight
from tests.offered import OfferedLibrary, offered_library
from tests.pdfs import simple_pdf

SENTENCE = "De zwarte zwanen van Zuidlaren zwijgen zelden."
TITLE = "Watervogels in het Zuidlaardermeer"
BEHIND = "Behalve dat er in dit stuk nog veel meer staat over vogels en over water."


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    made = DocumentWorkers()
    yield made
    made.close()


@pytest.fixture
def world(tmp_path: Path, workers: DocumentWorkers) -> Iterator[OfferedLibrary]:
    with offered_library(tmp_path / "home", workers) as opened:
        yield opened


def furnish(world: OfferedLibrary, folder: Path) -> Contribution:
    """Have the paper in every corner of the home where something of a paper can be."""
    plain = simple_pdf(folder / "zwanen.pdf", [f"{TITLE}\n\n{SENTENCE}\n{BEHIND}"], info={"title": TITLE})
    paper = annotate(plain, folder / "in" / "zwanen.pdf", highlight("zwarte zwanen", body="Van de schrijver zelf."))
    newer = simple_pdf(folder / "nieuw.pdf", [f"{TITLE}\n\n{BEHIND}\n{SENTENCE}"])
    kennisbank = world.kennisbank
    kennisbank.importing.run(ImportRequest((paper,)))
    (found,) = kennisbank.catalogue.all()
    world.offers(found.id, paper, newer)
    world.knows("Iets anders", simple_pdf(folder / "anders.pdf", ["Iets anders dat blijft staan, ook na het wissen."]))
    world.downloading.want([each.id for each in kennisbank.catalogue.all() if each.id != found.id])
    world.downloading.run()
    file = found.current_files[0]
    text = kennisbank.reading.page_text(file.hash, PageNo(1)).text
    at = text.index("zwarte")
    span = Span(PageNo(1), at, at + len("zwarte zwanen van Zuidlaren zwijgen zelden"))
    kennisbank.annotating.mark(found.id, file.hash, [span], "highlight", body="Mijn eigen gedachte.")
    dossier = kennisbank.dossiers.create("Vogels").after
    assert dossier is not None
    kennisbank.dossiers.add_passage(dossier.id, found.id, kennisbank.annotating.anchor(file.hash, [span]))
    _in_step(world, found)
    kennisbank.keeping.back_up()
    downloads = kennisbank.paths.downloads
    downloads.mkdir(exist_ok=True)
    with kennisbank.library.read() as tx:
        wanted = next(each.hash for each in tx.offers.of([found.id])[found.id] if each.state != "here")
    (downloads / f"{wanted}.part").write_bytes(newer.read_bytes())
    opened = kennisbank.paths.temporary / "opened"
    opened.mkdir(parents=True)
    (opened / "zwanen.pdf").write_bytes(paper.read_bytes())
    return kennisbank.catalogue.get(found.id)


def _in_step(world: OfferedLibrary, found: Contribution) -> None:
    """Have base copies, a loser and something that waits, as after a sync: all of them quote."""
    archive, account = ArchiveId(world.archive.id), AccountId("a1")
    anchor = {"file": found.files[0].hash, "pieces": [], "quote": [SENTENCE, "", ""]}
    note = json.dumps({"contribution": found.id, "kind": "highlight", "body": "Mijn eigen gedachte.", "anchor": anchor})
    lines = json.dumps({"name": "Vogels", "items": [{"contribution": found.id, "anchor": anchor}]})
    body = json.dumps({"title": TITLE, "abstract": SENTENCE})
    with world.kennisbank.library.write() as tx:
        tx.synced.put(
            [
                Base(archive, PUBLIC, "contribution", found.id, found.id, 3, "h", body),
                Base(archive, account, "annotation", "n1", "n1", 4, "h", note, is_mine=True),
                Base(archive, account, "dossier", "d1", "d1", 5, "h", lines, is_mine=True),
            ]
        )
        tx.synced.keep_loser(archive, account, Loser(new_id(), "annotation", "n1", note, "deleted", now()))
        tx.synced.keep_loser(archive, account, Loser(new_id(), "contribution", found.id, body, "mine", now()))
        tx.outbox.record_personal("annotation", "n2", "updated", Owner(archive, account), shown_as="n2")
        tx.outbox.record("contribution", found.id, "updated", fields=["title"])
    with closing(sqlite3.connect(world.kennisbank.paths.library_file)) as connection:
        payload = json.dumps({"body": json.loads(note)})
        connection.execute("UPDATE outbox SET payload = ?, state = 'sent' WHERE kind = 'annotation'", (payload,))
        connection.commit()


def take_away(world: OfferedLibrary, contribution: str, reason: str) -> None:
    """Have the tombstone here, as a sync leaves it."""
    gone = {"reason": reason, "words": "Op verzoek.", "moment": "2026-03-01T10:00:00+00:00", "taken": "", "was": "h"}
    body = json.dumps({"title": TITLE}) if reason == "withdrawn" else ""
    with world.kennisbank.library.write() as tx:
        archive = ArchiveId(world.archive.id)
        base = Base(archive, PUBLIC, "contribution", contribution, contribution, 9, "", body, gone=json.dumps(gone))
        tx.synced.put([base])
        link = tx.archives.link()
        assert link is not None
        tx.archives.save_link(replace(link, revision=link.revision + 1))


def anywhere(home: Path, *what: bytes) -> list[tuple[str, bytes]]:
    """Return in which files of a home any of this stands, as it is or as pages are kept."""
    found = []
    for path in sorted(home.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            found += [(path.relative_to(home).as_posix(), each) for each in what if each in data]
    return found


def traces(found: Contribution, world: OfferedLibrary) -> list[bytes]:
    """Return what a paper can be known by in any file: its words, its packed pages, its bytes."""
    with world.kennisbank.library.read() as tx:
        packed = [pack_text(page.text) for page in tx.texts.pages(found.files[0].hash)]
    stored = world.kennisbank.library.files.path(found.files[0].hash).read_bytes()
    return [SENTENCE.encode(), b"zwarte zwanen", b"zwijgen", *(each[20:80] for each in packed), stored]


@pytest.mark.parametrize("reason", ["withdrawn", "erased", "hidden"])
def test_nothing_of_it_is_anywhere_in_the_home(world: OfferedLibrary, tmp_path: Path, reason: str) -> None:
    found = furnish(world, tmp_path)
    what = traces(found, world)
    kept = reason == "withdrawn"
    if kept:  # what readers quoted of it stays theirs
        what = what[3:]
    else:
        what.append(TITLE.encode())
    before = {place for place, _ in anywhere(world.home, *what)}
    corners = {"files", "backups", "tmp", *(() if kept else ("index",))}
    assert corners <= {place.split("/")[0] for place in before}, "the test looks where something is"
    take_away(world, found.id, reason)
    scrubbing_ = ScrubService(world.kennisbank.library, world.kennisbank.searching)
    changes = scrubbing_.run()
    assert changes.ids("contribution") == {found.id}
    assert anywhere(world.home, *what) == []
    assert not list(world.kennisbank.paths.downloads.glob("*.part"))
    assert len(backups(world.kennisbank.paths.backups)) == 1
    titles = {each.metadata.values.title: each for each in world.kennisbank.catalogue.all()}
    assert len(titles["Iets anders"].files) == 1
    assert hits(world, "blijft staan") == ["Iets anders"]
    assert hits(world, "zuidlaren") == []
    notes = world.kennisbank.annotating.find(AnnotationFilter()).annotations
    assert [each.body for each in notes] == ["Mijn eigen gedachte."], "what came with the file goes, one's own stays"
    quote = notes[0].anchor.quote if notes[0].anchor is not None else None
    assert (quote is not None) == kept
    if kept:
        withdrawn = titles[TITLE].withdrawn
        assert withdrawn is not None
        assert (withdrawn.reason, withdrawn.words) == ("withdrawn", "Op verzoek.")
        assert titles[TITLE].files == ()
        assert hits(world, "watervogels") == [TITLE], "by its title it is found, with the reason"
    else:
        assert set(titles) == {"Iets anders"}
    assert not scrubbing_.run(), "once is enough"
    with world.kennisbank.library.read() as tx:
        assert not [
            row for row in tx.outbox.pending() if row.kind in {"contribution", "file"} and row.entity == found.id
        ]


def hits(world: OfferedLibrary, words: str) -> list[str]:
    answer = world.kennisbank.searching.find(SearchRequest(words, is_strict=True))
    return [answer.contributions[hit.contribution].metadata.values.title for hit in answer.results.hits]


def test_broken_off_at_any_step_it_is_done_the_next_time(
    world: OfferedLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = furnish(world, tmp_path)
    what = traces(found, world)
    take_away(world, found.id, "erased")
    service = ScrubService(world.kennisbank.library, world.kennisbank.searching)

    def fail(*_: object) -> None:
        raise StorageError(world.home, "the disk is full")

    for step in ("scrub_files", "scrub_database", "scrub_backups"):
        with monkeypatch.context() as patched:
            patched.setattr(scrubbing, step, fail)
            service.run()
        assert anywhere(world.home, *what), step
        assert ContributionId(found.id) not in {each.id for each in world.kennisbank.catalogue.all()}, "out of sight"
    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, "mark_scrubbed", fail)
        with pytest.raises(StorageError):
            service.run()
    service.run()
    assert anywhere(world.home, *what) == []


def test_what_comes_back_from_a_backup_goes_again(world: OfferedLibrary, tmp_path: Path) -> None:
    found = furnish(world, tmp_path)
    what = traces(found, world)
    elsewhere = tmp_path / "elsewhere.sqlite"
    elsewhere.write_bytes(backups(world.kennisbank.paths.backups)[0].read_bytes())
    take_away(world, found.id, "erased")
    service = ScrubService(world.kennisbank.library, world.kennisbank.searching)
    service.run()
    assert world.kennisbank.keeping.restore(elsewhere).changes.ids("contribution") == {found.id}
    assert not service.run(), "restoring has seen to it"
    assert found.id not in {each.id for each in world.kennisbank.catalogue.all()}
    assert anywhere(world.home, *what) == []


def test_of_another_reason_than_withdrawal_an_escalated_one_leaves_no_title(
    world: OfferedLibrary, tmp_path: Path
) -> None:
    found = furnish(world, tmp_path)
    service = ScrubService(world.kennisbank.library, world.kennisbank.searching)
    take_away(world, found.id, "withdrawn")
    service.run()
    take_away(world, found.id, "erased")
    service.run()
    assert anywhere(world.home, SENTENCE.encode(), TITLE.encode()) == []


def test_a_backup_of_an_older_schema_is_cleaned_as_it_is(world: OfferedLibrary, tmp_path: Path) -> None:
    found = furnish(world, tmp_path)
    what = traces(found, world)[3:]
    (backup,) = backups(world.kennisbank.paths.backups)
    with closing(sqlite3.connect(backup)) as connection:
        for table in ("bases", "losers", "conflicts", "offers", "anchors", "annotations", "dossier_items"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE contributions DROP COLUMN withdrawn")
        connection.commit()
    (backup.with_name("library-20200101T000000.000000Z-broken.sqlite")).write_bytes(b"no database at all")
    take_away(world, found.id, "withdrawn")
    ScrubService(world.kennisbank.library, world.kennisbank.searching).run()
    assert anywhere(world.home / "backups", *what) == []
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT title, abstract FROM contributions WHERE id = ?", (found.id,)).fetchone() == (
            TITLE,
            "",
        )


def test_a_note_that_was_hidden_leaves_the_backups_too(world: OfferedLibrary, tmp_path: Path) -> None:
    found = furnish(world, tmp_path)
    note = world.kennisbank.annotating.note(found.id, "Een lelijk woord.").after[0]
    assert note is not None
    world.kennisbank.keeping.back_up()
    gone = json.dumps({"reason": "hidden", "words": "", "moment": "2026-03-01T10:00:00+00:00"})
    with world.kennisbank.library.write() as tx, tx.outbox.arriving():
        tx.annotations.erase([note.id])
        base = Base(ArchiveId(world.archive.id), "a1", "annotation", note.id, note.id, 9, "", "", gone=gone)
        tx.synced.put([base, replace(base, record="unknown", local="")])
    ScrubService(world.kennisbank.library, world.kennisbank.searching).run()
    assert anywhere(world.home, b"lelijk woord") == []
