"""Annotations that stand in a PDF, taken at once with the file, and never twice."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kennisbank.domain.annotation import UNKNOWN_CREATOR, Annotation
from kennisbank.importing.undo import undo
from kennisbank.library.check import check
from kennisbank.library.library import Library
from tests.annotated import annotate, highlight, ink, together
from tests.importing.papers import BODY, paper
from tests.pdfs import COVER_TEXT

_TITLE = "Ontwerpen met leerlingen in de onderbouw"


def taken(library: Library) -> list[Annotation]:
    with library.read() as tx:
        return sorted(tx.annotations.all(), key=lambda each: each.source_key)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return paper(tmp_path / "bron.pdf", _TITLE)


def test_an_import_takes_what_stands_in_the_file(tmp_path, importer, library, plain):
    annotate(plain, tmp_path / "in" / "a.pdf", together(highlight("programma niet werkt", body="Waarom?"), ink))
    importer(tmp_path / "in")
    marked, drawn = taken(library)
    assert (marked.kind, marked.body, marked.creator, marked.colour) == ("highlight", "Waarom?", "Eva", "#ffff00")
    assert marked.anchor.quote.exact == "programma niet werkt"
    assert marked.created.utc == datetime(2024, 1, 2, 2, 4, 5, tzinfo=UTC)
    assert marked.created.zone == "+01:00"
    assert (marked.is_read_only, marked.source) == (True, "pdf")
    assert (drawn.kind, drawn.creator, drawn.details["subtype"]) == ("other", UNKNOWN_CREATOR, "Ink")
    assert "/InkList" in drawn.details["raw"]
    assert importer.codes("a.pdf") == ["annotations_kept"]
    assert check(library) == []


def test_importing_again_adds_nothing(tmp_path, importer, library, plain):
    annotate(plain, tmp_path / "in" / "a.pdf", together(highlight("programma"), highlight("programma")))
    importer(tmp_path / "in")
    before = taken(library)
    importer(tmp_path / "in")
    assert taken(library) == before
    assert len(before) == 2


def test_an_annotated_copy_of_a_known_paper_brings_its_annotations_and_nothing_else(tmp_path, importer, library, plain):
    importer(plain)
    with_cover = paper(tmp_path / "omslag.pdf", _TITLE, cover=COVER_TEXT, seed=1)
    copy = annotate(with_cover, tmp_path / "kopie.pdf", highlight("programma niet werkt", author="Piet"), page=1)
    importer(copy)
    assert importer.verdicts == {"kopie.pdf": "duplicate"}
    (one,) = taken(library)
    assert (one.creator, one.anchor.quote.exact) == ("Piet", "programma niet werkt")
    with library.read() as tx:
        (contribution,) = tx.contributions.all()
        assert one.anchor.file in {file.hash for file in contribution.current_files}
    again = importer(copy)
    assert len(taken(library)) == 1
    assert again.added == again.updated == 0


def test_a_duplicate_lands_on_the_file_that_is_here_and_goes_with_its_import(tmp_path, importer, library, plain):
    importer(plain)
    copy = annotate(plain, tmp_path / "kopie.pdf", highlight("programma niet werkt", author="Piet"))
    batch = importer(copy).batch
    assert importer.verdicts == {"kopie.pdf": "duplicate"}
    assert "annotated_copy" in importer.codes("kopie.pdf")
    (one,) = taken(library)
    with library.read() as tx:
        (contribution,) = tx.contributions.all()
        assert one.anchor.file == contribution.files[0].hash
    assert importer(copy).batch is None
    undo(library, batch)
    assert taken(library) == []


def test_a_paper_and_its_annotated_copy_in_one_folder_become_one(tmp_path, importer, library):
    paper(tmp_path / "in" / "a.pdf", _TITLE)
    annotate(tmp_path / "in" / "a.pdf", tmp_path / "in" / "b.pdf", highlight("programma niet werkt"))
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "added", "b.pdf": "duplicate"}
    (one,) = taken(library)
    with library.read() as tx:
        assert one.contribution == tx.contributions.all()[0].id


def test_a_new_version_with_the_same_annotations_doubles_none(tmp_path, importer, library):
    first = paper(tmp_path / "een.pdf", _TITLE)
    annotate(first, tmp_path / "in" / "a.pdf", together(highlight("programma", name="n" * 20), highlight("leerlingen")))
    importer(tmp_path / "in")
    second = paper(tmp_path / "twee.pdf", _TITLE, body=f"{_TITLE}. {BODY * 3} Nu met een slot van een hele regel.")
    draws = together(highlight("programma", name="n" * 20, body="Later"), highlight("leerlingen"), highlight("werkt"))
    annotate(second, tmp_path / "in" / "a.pdf", draws)
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "updated"}
    found = taken(library)
    assert len(found) == 3
    with library.read() as tx:
        (contribution,) = tx.contributions.all()
        newest = contribution.current_files[0].hash
        assert len(tx.annotations.anchors_in(newest, [each.id for each in found])) == 3


def test_undoing_an_import_takes_back_what_it_read(tmp_path, importer, library, plain):
    annotate(plain, tmp_path / "in" / "a.pdf", highlight("programma"))
    batch = importer(tmp_path / "in").batch
    undo(library, batch)
    assert taken(library) == []
    importer(tmp_path / "in")
    assert len(taken(library)) == 1


def test_what_was_thrown_away_does_not_come_back(tmp_path, importer, library, plain):
    annotate(plain, tmp_path / "in" / "a.pdf", highlight("programma"))
    importer(tmp_path / "in")
    with library.write() as tx:
        (one,) = tx.annotations.all()
        tx.annotations.save(replace(one, trashed=one.created))
    importer(annotate(plain, tmp_path / "b.pdf", highlight("programma")))
    assert taken(library) == []


def test_a_rehearsal_reports_the_same_and_takes_nothing(tmp_path, importer, library, plain):
    annotate(plain, tmp_path / "in" / "a.pdf", together(highlight("programma"), ink))
    importer(tmp_path / "in", rehearsal=True)
    said = importer.codes("a.pdf")
    assert taken(library) == []
    importer(tmp_path / "in")
    assert importer.codes("a.pdf") == said
