"""Annotations out of a real library and into it, through every format."""

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from defusedxml.ElementTree import fromstring

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import UNKNOWN_CREATOR, AnnotationFilter
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import PageNo
from kennisbank.errors import BadInputError, NotFoundError, StorageError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.exchanging import FORMATS
from tests.pdfs import rotated_pdf, simple_pdf

PAGES = [
    "Over wilgen en water\n\nDe knotwilg staat langs de sloot, en de sloot staat vol water. Iedereen kijkt ernaar.",
    "Tweede bladzijde. De knotwilg wordt in de winter geknot, en het hout wordt gestookt.",
]


def annotate(kennisbank: Kennisbank, paper: Contribution) -> None:
    """Make a mark, a note on a passage, an area, a bookmark and a note on the whole."""
    file = paper.files[0].hash
    with kennisbank.library.read() as tx:
        pages = tx.texts.pages(file)
    annotating = kennisbank.annotating

    def span(page: int, words: str) -> list[Span]:
        at = pages[page - 1].text.index(words)
        return [Span(PageNo(page), at, at + len(words))]

    annotating.mark(
        paper.id, file, span(1, "staat langs de"), "highlight", colour="green", body="mooi", tags=("water",)
    )
    annotating.mark(paper.id, file, span(2, "De knotwilg wordt"), "note", body="wanneer dan?")
    annotating.mark_area(paper.id, file, PageNo(2), Rect(50, 300, 200, 400), colour="pink", body="figuur")
    annotating.bookmark(paper.id, file, PageNo(1), 120.0)
    annotating.note(paper.id, "over het geheel")


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two libraries of the same paper, one with annotations."""
    folder = tmp_path_factory.mktemp("homes")
    simple_pdf(folder / "in" / "wilgen.pdf", PAGES)
    for name in ("mine", "other"):
        with open_kennisbank(folder / name) as kennisbank:
            kennisbank.importing.run(ImportRequest((folder / "in",), None, "", is_rehearsal=False))
            if name == "mine":
                annotate(kennisbank, kennisbank.catalogue.all()[0])
    return folder


@pytest.fixture
def make(homes: Path, tmp_path: Path) -> Iterator[Callable[[str], tuple[Kennisbank, Contribution]]]:
    opened = []

    def made(name: str) -> tuple[Kennisbank, Contribution]:
        kennisbank = open_kennisbank(shutil.copytree(homes / name, tmp_path / name))
        opened.append(kennisbank)
        return kennisbank, kennisbank.catalogue.all()[0]

    yield made
    for each in opened:
        each.close()


@pytest.fixture
def mine(make: Callable[[str], tuple[Kennisbank, Contribution]]) -> tuple[Kennisbank, Contribution]:
    return make("mine")


def all_of(kennisbank: Kennisbank) -> dict[str, object]:
    found = kennisbank.annotating.find(AnnotationFilter()).annotations
    return {each.id: each for each in sorted(found, key=lambda each: each.id)}


@pytest.mark.parametrize("format_", ["jsonld", "xfdf"])
def test_what_was_exported_comes_back_after_it_was_erased(
    mine: tuple[Kennisbank, Contribution], tmp_path: Path, format_: str
) -> None:
    kennisbank, paper = mine
    before = all_of(kennisbank)
    out = tmp_path / "uit"
    report = kennisbank.exchanging.export(out, format_, contributions=[paper.id], name="Anna")  # type: ignore[arg-type]
    assert (report.annotations, report.contributions, report.problems) == (5, 1, ())
    again = kennisbank.exchanging.take(paper.id, out)
    assert (again.added, again.unchanged, again.problems) == (0, 5, ())
    kennisbank.annotating.erase(list(before))  # type: ignore[arg-type]
    back = kennisbank.exchanging.take(paper.id, out)
    assert (back.added, back.unchanged, back.kept_as_other) == (5, 0, 0)
    assert len(back.changes.ids("annotation")) == 5
    after = all_of(kennisbank)
    assert after.keys() == before.keys()
    if format_ == "jsonld":
        assert back.problems == ()
        assert after == before
    assert [(a.kind, a.body, a.tags, a.colour, a.creator, a.is_read_only) for a in after.values()] == [  # type: ignore[attr-defined]
        (b.kind, b.body, b.tags, b.colour, b.creator, b.is_read_only)
        for b in before.values()  # type: ignore[attr-defined]
    ]
    for one, other in zip(after.values(), before.values(), strict=True):
        assert (one.anchor and one.anchor.page) == (other.anchor and other.anchor.page)  # type: ignore[attr-defined]
        if one.anchor is not None and other.anchor.pieces[0].end:  # type: ignore[attr-defined]
            assert one.anchor.quote == other.anchor.quote  # type: ignore[attr-defined]
            assert one.anchor.pieces[0].start == other.anchor.pieces[0].start  # type: ignore[attr-defined]


def test_another_reader_gets_them_read_only_with_their_author(
    mine: tuple[Kennisbank, Contribution], make: Callable[[str], tuple[Kennisbank, Contribution]], tmp_path: Path
) -> None:
    kennisbank, _ = mine
    out = tmp_path / "uit.jsonld"
    kennisbank.exchanging.export(out, "jsonld", name="Anna")
    other, paper = make("other")
    taken = other.exchanging.take(paper.id, out)
    assert (taken.added, taken.problems) == (5, ())
    found = other.annotating.find(AnnotationFilter()).annotations
    assert {(each.creator, each.is_read_only, each.source) for each in found} == {("Anna", True, "jsonld")}
    assert {each.contribution for each in found} == {paper.id}
    with pytest.raises(BadInputError):
        other.annotating.change(found[0].id, body="anders")
    assert other.exchanging.take(paper.id, out).added == 0


def foreign(**values: object) -> bytes:
    node = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/1", "type": "Annotation"}
    return json.dumps({**node, **values}).encode()


def test_a_foreign_annotation_is_put_on_its_words_and_said_to_be_lost_where_they_are_not(
    mine: tuple[Kennisbank, Contribution], tmp_path: Path
) -> None:
    kennisbank, paper = mine
    path = tmp_path / "in.json"

    def take(quote: str, **values: object) -> object:
        selector = {"type": "TextQuoteSelector", "exact": quote}
        path.write_bytes(foreign(target={"source": "http://example.org/a.pdf", "selector": selector}, **values))
        return kennisbank.exchanging.take(paper.id, path)

    found = take("geknot, en het hout", motivation="highlighting", audience="klas 3")
    assert (found.added, [each.code for each in found.problems]) == (1, ["annotation_part_kept"])  # type: ignore[attr-defined]
    (one,) = [each for each in all_of(kennisbank).values() if each.source == "jsonld"]  # type: ignore[attr-defined]
    assert one.anchor.page == 2  # type: ignore[attr-defined]
    assert (one.kind, one.creator, one.is_read_only) == ("highlight", UNKNOWN_CREATOR, True)  # type: ignore[attr-defined]
    assert one.details["jsonld:audience"] == '"klas 3"'  # type: ignore[attr-defined]
    lost = take("een zin over elektriciteit die er niet staat", id="http://example.org/2", bodyValue="tja")
    assert [(each.code, each.severity) for each in lost.problems] == [("annotation_no_place", "warning")]  # type: ignore[attr-defined]
    (note,) = [each for each in all_of(kennisbank).values() if each.source_key == "http://example.org/2"]  # type: ignore[attr-defined]
    assert (note.kind, note.anchor, note.body) == ("note", None, "tja")  # type: ignore[attr-defined]
    assert note.details["lost:quote"].startswith("een zin over")  # type: ignore[attr-defined]


def test_halves_of_characters_and_wild_values_are_taken_without_harm(
    mine: tuple[Kennisbank, Contribution], tmp_path: Path
) -> None:
    kennisbank, paper = mine
    half = "\ud800"
    wild = {"kb:kind": "highlight", "kb:colour": half, "kb:createdZone": half, "kb:sourceKey": half, "audience": half}
    pieces = [{"kb:page": 1, "kb:start": 0, "kb:end": 3, "kb:boxes": ["9,9,1,1"]}]
    target = {"source": f"a:{half}", "kb:pieces": pieces, "selector": {"type": "TextQuoteSelector", "exact": half}}
    path = tmp_path / "in.json"
    path.write_bytes(
        foreign(
            **wild,
            id=f"a:{half}",
            created="2026-01-01T00:00:00Z",
            creator={"name": half},
            bodyValue=half,
            target=target,
        )
    )
    assert kennisbank.exchanging.take(paper.id, path).added == 1
    assert kennisbank.exchanging.take(paper.id, path).added == 0


def test_a_reply_stays_the_answer_to_what_it_answers(mine: tuple[Kennisbank, Contribution], tmp_path: Path) -> None:
    kennisbank, paper = mine
    path = tmp_path / "in.xfdf"
    first = '<highlight page="0" rect="72,700,200,720" coords="72,720,200,720,72,700,200,700" name="a" title="Jan"/>'
    reply = '<text page="0" rect="1,2,3,4" name="b" inreplyto="a" title="Piet"><contents>nee</contents></text>'
    path.write_text(f'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>{reply}{first}</annots></xfdf>', encoding="utf-8")
    assert kennisbank.exchanging.take(paper.id, path).added == 2
    found = {each.creator: each for each in all_of(kennisbank).values()}  # type: ignore[attr-defined]
    assert found["Piet"].reply_to == found["Jan"].id  # type: ignore[attr-defined]
    assert kennisbank.exchanging.take(paper.id, path).added == 0


def test_answers_in_a_circle_are_opened(mine: tuple[Kennisbank, Contribution], tmp_path: Path) -> None:
    kennisbank, paper = mine
    path = tmp_path / "in.xfdf"
    ring = "".join(
        f'<text page="0" rect="1,2,3,4" name="{one}" inreplyto="{other}" title="Jan"/>'
        for one, other in ("ab", "bc", "ca", "dd")
    )
    path.write_text(f"<xfdf><annots>{ring}</annots></xfdf>", encoding="utf-8")
    assert kennisbank.exchanging.take(paper.id, path).added == 4
    found = [each for each in all_of(kennisbank).values() if each.creator == "Jan"]  # type: ignore[attr-defined]
    assert sum(each.reply_to is not None for each in found) == 2  # type: ignore[attr-defined]


def test_a_copy_of_the_pdf_comes_back_without_adding(mine: tuple[Kennisbank, Contribution], tmp_path: Path) -> None:
    kennisbank, paper = mine
    out = tmp_path / "kopie.pdf"
    assert kennisbank.exchanging.export(out, "pdf", contributions=[paper.id]).annotations == 5
    assert kennisbank.exchanging.take(paper.id, out).added == 0
    assert kennisbank.exchanging.take(paper.id, None).added == 0


def test_chosen_annotations_and_none_but_those_are_written(mine: tuple[Kennisbank, Contribution]) -> None:
    kennisbank, paper = mine
    (mark,) = [each for each in all_of(kennisbank).values() if each.kind == "highlight"]  # type: ignore[attr-defined]
    for format_ in ("jsonld", "markdown", "csv"):
        stream = io.BytesIO()
        assert kennisbank.exchanging.export(stream, format_, annotations=[mark.id]).annotations == 1  # type: ignore[arg-type, attr-defined]
        assert "staat langs de" in stream.getvalue().decode()
        assert "over het geheel" not in stream.getvalue().decode()
    markdown = io.BytesIO()
    kennisbank.exchanging.export(markdown, "markdown", language="en")
    text = markdown.getvalue().decode()
    assert "> staat langs de\n\nmooi\n\n#water\n\n— [" in text
    assert "whole contribution" in text
    kennisbank.annotating.trash([mark.id])  # type: ignore[attr-defined]
    assert kennisbank.exchanging.export(io.BytesIO(), "csv", annotations=[mark.id]).annotations == 1  # type: ignore[attr-defined]
    assert kennisbank.exchanging.export(io.BytesIO(), "csv").annotations == 4
    with pytest.raises(NotFoundError):
        kennisbank.exchanging.export(stream, "csv", annotations=["weg"])  # type: ignore[list-item]
    for format_ in ("pdf", "xfdf"):
        with pytest.raises(BadInputError):
            kennisbank.exchanging.export(stream, format_)  # type: ignore[arg-type]
    with pytest.raises(BadInputError):
        kennisbank.exchanging.export(stream, "pdf", contributions=[paper.id])


def test_a_file_that_can_not_be_written_or_read_is_said(mine: tuple[Kennisbank, Contribution], tmp_path: Path) -> None:
    kennisbank, paper = mine
    (tmp_path / "map").mkdir()
    for format_ in FORMATS:
        with pytest.raises(StorageError):
            kennisbank.exchanging.export(tmp_path / "map", format_, contributions=[paper.id])
    assert list((tmp_path / "map").iterdir()) == []
    assert [each.name for each in tmp_path.glob(".*")] == []
    with pytest.raises(NotFoundError):
        kennisbank.exchanging.take(paper.id, tmp_path / "er niet")
    with pytest.raises(BadInputError):
        kennisbank.exchanging.take(paper.id, tmp_path / "map")
    (tmp_path / "tekst").write_text("hallo", encoding="utf-8")
    with pytest.raises(BadInputError):
        kennisbank.exchanging.take(paper.id, tmp_path / "tekst")


@pytest.mark.parametrize("degrees", [90, 270])
def test_xfdf_has_the_coordinates_that_the_annotated_pdf_has(tmp_path: Path, degrees: int) -> None:
    rotated_pdf(tmp_path / "in" / "gedraaid.pdf", "Een zin op een gedraaide bladzijde.", degrees)
    with open_kennisbank(tmp_path / "home") as kennisbank:
        kennisbank.importing.run(ImportRequest((tmp_path / "in",), None, "", is_rehearsal=False))
        (paper,) = kennisbank.catalogue.all()
        file = paper.files[0].hash
        anchor = kennisbank.exchanging.passage(paper.id, "gedraaide bladzijde")
        spans = [Span(each.page, each.start, each.end) for each in anchor.pieces]
        kennisbank.annotating.mark(paper.id, file, spans, "highlight")
        kennisbank.exchanging.export(tmp_path / "uit.pdf", "pdf", contributions=[paper.id])
        stream = io.BytesIO()
        kennisbank.exchanging.export(stream, "xfdf", contributions=[paper.id])
    (mark,) = fromstring(stream.getvalue()).iter("{http://ns.adobe.com/xfdf/}highlight")
    ours = [float(each) for each in mark.attrib["coords"].split(",")]
    document = pymupdf.open(tmp_path / "uit.pdf")
    (xref,) = [xref for xref, kind, _ in document[0].annot_xrefs() if kind == pymupdf.PDF_ANNOT_HIGHLIGHT]
    theirs = [float(each) for each in document.xref_get_key(xref, "QuadPoints")[1].strip("[]").split()]
    for axis in (0, 1):
        assert min(ours[axis::2]) == pytest.approx(min(theirs[axis::2]), abs=0.01)
        assert max(ours[axis::2]) == pytest.approx(max(theirs[axis::2]), abs=0.01)


@pytest.mark.shared_data
def test_what_others_wrote_in_real_papers_survives_both_formats(shared_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("hotos17.pdf", "word2column.pdf", "caret.pdf"):
        shutil.copy(shared_data / "corpus" / "annotated" / name, folder)

    def told(kennisbank: Kennisbank) -> dict[str, object]:
        return {
            one.id: (one.kind, one.body, one.colour, one.creator, one.anchor and (one.anchor.page, one.anchor.quote))  # type: ignore[attr-defined]
            for one in all_of(kennisbank).values()
        }

    with open_kennisbank(tmp_path / "home") as kennisbank:
        kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
        before = told(kennisbank)
        assert len(before) == 24
        for format_ in ("jsonld", "xfdf"):
            for paper in kennisbank.catalogue.all():
                kennisbank.exchanging.export(tmp_path / paper.id, format_, contributions=[paper.id])  # type: ignore[arg-type]
            kennisbank.annotating.erase(list(before))  # type: ignore[arg-type]
            for paper in kennisbank.catalogue.all():
                assert kennisbank.exchanging.take(paper.id, tmp_path / paper.id).problems == ()
            assert told(kennisbank) == before
