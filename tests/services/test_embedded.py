"""Annotations inside PDFs as the program uses them: taken from a copy, written into one, and brought up to date."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import text

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.settings import Settings, save_settings
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import Annotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import ContributionId, PageNo
from kennisbank.errors import BadInputError, DocumentError, NotFoundError
from kennisbank.importing.pipeline import ImportRequest
from tests import pdfs
from tests.annotated import annotate, highlight, ink, together
from tests.importing.papers import BODY, paper

_TITLE = "Ontwerpen met leerlingen in de onderbouw"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path_factory.mktemp("home")) as kennisbank:
        save_settings(kennisbank.paths.settings_file, Settings(reader_name="Anna Vos"))
        yield kennisbank


@pytest.fixture
def kennisbank(opened: Kennisbank) -> Iterator[Kennisbank]:
    yield opened
    with opened.library.read() as tx:
        batches = [each.id for each in tx.batches.all() if each.state != "undone"]
        ids = [each.id for each in tx.annotations.all()]
    opened.annotating.erase(ids)
    for batch in batches:
        opened.importing.undo(batch)


def imported(kennisbank: Kennisbank, *paths: Path) -> Contribution:
    kennisbank.importing.run(ImportRequest(paths))
    with kennisbank.library.read() as tx:
        (contribution,) = tx.contributions.all()
    return contribution


def all_of(kennisbank: Kennisbank) -> list[Annotation]:
    with kennisbank.library.read() as tx:
        return tx.annotations.all()


def write_all_kinds(kennisbank: Kennisbank, contribution: Contribution) -> None:
    file, act = contribution.files[0].hash, kennisbank.annotating
    act.mark(
        contribution.id, file, [Span(PageNo(1), 60, 90)], "highlight", colour="green", body="Waarom?", tags=("les",)
    )
    act.mark(contribution.id, file, [Span(PageNo(1), 100, 120)], "underline", colour="#123456")
    act.mark(contribution.id, file, [Span(PageNo(1), 130, 150)], "note", body="Een noot\nbij een passage")
    act.mark_area(contribution.id, file, PageNo(1), Rect(100, 400, 300, 500), colour="pink")
    act.bookmark(contribution.id, file, PageNo(1), 300.0, body="Hier verder")
    act.note(contribution.id, "Over het geheel")


def test_a_copy_carries_everything_and_brings_nothing_back(tmp_path, kennisbank):
    contribution = imported(kennisbank, paper(tmp_path / "a.pdf", _TITLE))
    write_all_kinds(kennisbank, contribution)
    before = all_of(kennisbank)
    copy = kennisbank.embedded.write_copy(contribution.id, tmp_path / "out" / "b.pdf")
    assert (copy.written, copy.skipped, copy.problems) == (6, 0, ())
    with pikepdf.open(copy.path) as pdf:
        assert {str(each.T) for each in pdf.pages[0].Annots if "/T" in each} == {"Anna Vos"}
    taken = kennisbank.embedded.take(contribution.id, copy.path)
    assert (taken.added, taken.unchanged) == (0, 6)
    imported(kennisbank, copy.path)
    assert all_of(kennisbank) == before
    again = kennisbank.embedded.write_copy(contribution.id, copy.path)
    assert again.written == 6


def test_somebody_elses_copy_lands_on_the_same_words(tmp_path, kennisbank):
    plain = paper(tmp_path / "a.pdf", _TITLE)
    contribution = imported(kennisbank, plain)
    other = paper(tmp_path / "o.pdf", _TITLE, body=f"Vooraf een regel die verschuift. {_TITLE}. {BODY * 3}")
    copy = annotate(
        other, tmp_path / "b.pdf", together(highlight("programma niet werkt", author="Piet", body="?"), ink)
    )
    taken = kennisbank.embedded.take(contribution.id, copy)
    assert (taken.added, taken.kept_as_other) == (2, 1)
    assert "annotations_kept" in {each.code for each in taken.problems}
    (marked,) = [each for each in all_of(kennisbank) if each.kind == "highlight"]
    assert marked.anchor.quote.exact == "programma niet werkt"
    assert marked.anchor.file == contribution.files[0].hash
    assert kennisbank.embedded.take(contribution.id, copy).added == 0
    (placed,) = [
        each
        for each in kennisbank.annotating.on(contribution.id, contribution.files[0].hash)
        if each.annotation.id == marked.id
    ]
    assert placed.anchor == marked.anchor


def test_what_stands_in_the_file_is_in_the_copy_once(tmp_path, kennisbank):
    plain = paper(tmp_path / "p.pdf", _TITLE)
    contribution = imported(
        kennisbank, annotate(plain, tmp_path / "in" / "a.pdf", together(highlight("programma", author="Piet"), ink))
    )
    kennisbank.annotating.note(contribution.id, "Van mij")
    copy = kennisbank.embedded.write_copy(contribution.id, tmp_path / "b.pdf")
    assert copy.written == 3
    with pikepdf.open(copy.path) as pdf:
        kinds = sorted(str(each.Subtype) for each in pdf.pages[0].Annots)
    assert [each for each in kinds if each != "/Popup"] == ["/Highlight", "/Ink", "/Text"]


def test_files_from_before_are_read_once(tmp_path, kennisbank):
    plain = paper(tmp_path / "p.pdf", _TITLE)
    contribution = imported(kennisbank, annotate(plain, tmp_path / "in" / "a.pdf", highlight("programma")))
    kennisbank.annotating.erase([each.id for each in all_of(kennisbank)])
    assert kennisbank.embedded.catch_up().added == 0
    with kennisbank.library.write() as tx:
        tx.connection.execute(text("update texts set info = '{}'"))
    assert kennisbank.embedded.behind() == 1
    told: list[ChangeSet] = []
    assert kennisbank.embedded.catch_up(on_committed=told.append).added == 1
    assert [len(each.ids("annotation")) for each in told] == [1]
    assert kennisbank.embedded.behind() == kennisbank.embedded.catch_up().added == 0
    assert all_of(kennisbank)[0].contribution == contribution.id


def test_only_a_pdf_can_carry_annotations(tmp_path, kennisbank):
    source = tmp_path / "a.txt"
    source.write_text("Een gewone tekst over programmeren\n" * 20, encoding="utf-8")
    contribution = imported(kennisbank, source)
    with pytest.raises(BadInputError, match="Only a PDF"):
        kennisbank.embedded.write_copy(contribution.id, tmp_path / "b.pdf")
    with pytest.raises(BadInputError):
        kennisbank.embedded.take(contribution.id, source)
    with pytest.raises(NotFoundError):
        kennisbank.embedded.write_copy(ContributionId("nee"), tmp_path / "b.pdf")
    with pytest.raises(DocumentError):
        kennisbank.embedded.read(pdfs.truncated_pdf(tmp_path / "t.pdf", 0.02))


def test_a_maker_who_allows_no_annotations_is_respected(tmp_path, kennisbank):
    contribution = imported(kennisbank, pdfs.encrypted_pdf(tmp_path / "a.pdf", user_password="", text="Achter slot"))
    kennisbank.annotating.note(contribution.id, "Van mij")
    with pytest.raises(BadInputError, match="does not allow"):
        kennisbank.embedded.write_copy(contribution.id, tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()
