from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.results import SearchRequest
from kennisbank.errors import Cancelled
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.tasks.context import JobContext
from tests.pdfs import simple_pdf


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as kennisbank:
        yield kennisbank


@pytest.fixture
def filled(opened: Kennisbank, tmp_path: Path) -> Kennisbank:
    for name in ("een", "twee", "drie"):
        simple_pdf(tmp_path / "papers" / f"{name}.pdf", [f"Titel {name}\n\nDit is de tekst over {name} wilgen."])
    opened.importing.run(ImportRequest((tmp_path / "papers",), None, "", is_rehearsal=False))
    return opened


def test_what_is_imported_is_found_at_once(filled: Kennisbank) -> None:
    assert filled.searching.find(SearchRequest("wilgen")).results.total == 3
    assert filled.searching.behind() == 0


def test_an_edit_is_found_after_catching_up(filled: Kennisbank) -> None:
    contribution = filled.catalogue.all()[0]
    filled.catalogue.edit(contribution.id, {"title": "Knotwilgen snoeien"})
    assert filled.searching.behind() == 1
    assert filled.searching.catch_up() == 1
    found = filled.searching.find(SearchRequest("title:snoeien"))
    assert list(found.contributions) == [contribution.id]


def test_an_edit_can_be_undone_with_its_provenance(filled: Kennisbank) -> None:
    before = filled.catalogue.all()[0]
    edit = filled.catalogue.edit(before.id, {"title": "Anders", "year": 1999})
    filled.catalogue.undo_edit(edit)
    assert filled.catalogue.get(before.id).metadata == before.metadata


def test_catching_up_twice_does_nothing_the_second_time(filled: Kennisbank) -> None:
    assert filled.searching.catch_up() == 0


def test_an_index_that_was_thrown_away_is_built_from_the_library(filled: Kennisbank, tmp_path: Path) -> None:
    filled.index.close()
    for path in sorted((tmp_path / "home" / "index").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    with open_kennisbank(tmp_path / "home") as again:
        assert again.searching.behind() == 3
        assert again.searching.catch_up() == 3
        assert again.searching.find(SearchRequest("wilgen")).results.total == 3


def test_a_cancelled_catching_up_goes_on_later(filled: Kennisbank) -> None:
    for contribution in filled.catalogue.all():
        filled.catalogue.edit(contribution.id, {"year": 2001})
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        filled.searching.catch_up(ctx)
    assert filled.searching.behind() == 3
    assert filled.searching.catch_up() == 3


def test_the_stored_pages_can_be_read_and_drawn(filled: Kennisbank) -> None:
    contribution = filled.catalogue.all()[0]
    document = filled.reading.open(contribution.id)
    assert len(document.pages) == 1
    text = filled.reading.page_text(document.file.hash, 1)
    assert "wilgen" in text.text
    image = filled.reading.render(document, 0, 1.0).result(timeout=60)
    assert (image.width, image.height) == (595, 842)


def test_a_file_is_taken_out_under_its_own_name(filled: Kennisbank, tmp_path: Path) -> None:
    contribution = filled.catalogue.all()[0]
    copied = filled.reading.take_out(contribution.id, None, tmp_path / "out")
    assert copied.name == contribution.files[0].name
    copied.write_bytes(b"written over")
    assert filled.library.files.verify(contribution.files[0].hash)
