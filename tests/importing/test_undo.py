"""Taking an import back, and what stays of it."""

from dataclasses import replace

import pytest

from kennisbank.domain.ids import BatchId, PageNo
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.errors import LibraryBusyError, NotFoundError
from kennisbank.importing.undo import undo
from kennisbank.library.check import check
from tests.importing.holdings import essence
from tests.importing.papers import edition, paper


def edit(library, title, /, **values):
    with library.write() as tx:
        (contribution,) = [each for each in tx.contributions.all() if each.metadata.values.title == title]
        tx.contributions.save(
            replace(contribution, metadata=contribution.metadata.merged(sourced(Metadata(**values), "hand")))
        )


def test_undo_takes_everything_back_and_can_be_done_twice(tmp_path, importer, library):
    batch = importer(edition(tmp_path / "in"), edition="NIOC2025").batch
    changes = undo(library, batch)
    assert len(changes.ids("contribution")) == 3
    assert importer.all() == []
    assert library.files.all() == set()
    assert check(library) == []
    assert not undo(library, batch)
    with library.read() as tx:
        assert tx.batches.get(batch).state == "undone"


def test_undo_leaves_what_was_there_before(tmp_path, importer, library):
    importer(edition(tmp_path / "een", 2))
    before = essence(library)
    paper(tmp_path / "twee" / "nieuw.pdf", "Een heel ander onderwerp voor de bovenbouw")
    undo(library, importer(tmp_path / "twee").batch)
    assert essence(library) == before


def test_undo_brings_the_earlier_version_and_metadata_back(tmp_path, importer, library):
    file = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    importer(tmp_path / "in")
    before = essence(library)
    paper(file, "Ontwerpen met veel leerlingen", body="Een geheel andere tekst. " * 9)
    rows = tmp_path / "lijst.csv"
    rows.write_text("file,title,year\na.pdf,Van de lijst,2001\n", encoding="utf-8")
    undo(library, importer(tmp_path / "in", rows=rows).batch)
    assert essence(library) == before
    assert check(library) == []


def test_undo_keeps_what_somebody_edited_and_says_so(tmp_path, importer, library):
    batch = importer(edition(tmp_path / "in", 2)).batch
    edit(library, "Leren programmeren deel 0 van de reeks", title="Verbeterd")
    kept = []
    undo(library, batch, kept.append)
    assert [each.metadata.values.title for each in kept] == importer.titles() == ["Verbeterd"]
    with library.read() as tx:
        assert tx.batches.reports(batch)[-1].problems[0].code == "kept_on_undo"
    assert check(library) == []


def test_undo_keeps_a_hands_edit_of_a_contribution_that_the_batch_updated(tmp_path, importer, library):
    file = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    importer(tmp_path / "in")
    paper(file, "Ontwerpen met veel leerlingen", body="Een geheel andere tekst. " * 9)
    batch = importer(tmp_path / "in").batch
    edit(library, "Ontwerpen met veel leerlingen", title="Met de hand")
    undo(library, batch)
    (contribution,) = importer.all()
    assert contribution.metadata.values.title == "Met de hand"
    assert [file.version for file in contribution.files] == [1]


def test_undo_keeps_what_a_later_import_gave(tmp_path, importer, library):
    file = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    first = importer(tmp_path / "in").batch
    paper(file, "Ontwerpen met leerlingen", body="Een geheel andere tekst. " * 9)
    importer(tmp_path / "in")
    undo(library, first)
    (contribution,) = importer.all()
    assert [(each.version, each.is_current) for each in contribution.files] == [(2, True)]
    assert check(library) == []


def test_reading_place_waits_for_the_same_paper_to_come_back(tmp_path, importer, library):
    folder = edition(tmp_path / "in", 1)
    batch = importer(folder).batch
    (contribution,) = importer.all()
    place = ReadingPlace(contribution.id, contribution.files[0].hash, PageNo(1), 100.0, 1.0, now())
    with library.write() as tx:
        tx.reading.save_place(place)
    undo(library, batch)
    importer(folder)
    with library.read() as tx:
        assert tx.reading.place(importer.all()[0].id) == place


def test_undone_import_can_be_done_again(tmp_path, importer, library):
    folder = edition(tmp_path / "in")
    first = importer(folder)
    before = essence(library)
    undo(library, first.batch)
    again = importer(folder)
    assert again.added == 3
    assert again.batch != first.batch
    assert essence(library) == before


def test_undo_waits_for_nobody_and_knows_its_batches(library):
    with pytest.raises(NotFoundError):
        undo(library, BatchId("nergens"))
    with library.import_lock(), pytest.raises(LibraryBusyError):
        undo(library, BatchId("nergens"))
