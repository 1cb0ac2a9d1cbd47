"""Annotations written into a copy of a PDF, read back by ourselves, by pikepdf and by PyMuPDF."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.documents.annotated_copy import write_annotated
from kennisbank.documents.copy_marks import WrittenMarks, marks_of, pdf_date
from kennisbank.documents.extraction import extract_part
from kennisbank.documents.media_types import PDF
from kennisbank.documents.pack import write_pack
from kennisbank.documents.pack_part import write_part
from kennisbank.documents.parts import NOT_WRITTEN, Part, Refusal, assemble
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.annotation import COLOURS, Anchor, Annotation, Piece, PlacedAnnotation
from kennisbank.domain.document import Document, Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo, new_id
from kennisbank.domain.mark_colours import as_rgb
from kennisbank.domain.moments import Moment
from kennisbank.domain.pack import PackItem, PackSpec, PackWords
from kennisbank.errors import DocumentError, StorageError
from kennisbank.importing.embedded import annotations_of
from tests import pdfs
from tests.annotated import annotate, highlight

FILE, OTHER = FileHash("a" * 64), FileHash("b" * 64)
THEN = Moment(datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC), "Europe/Amsterdam")
WORDS = "De leerling bouwt een netwerk\nen de docent kijkt daarbij mee."
BOX = Rect(60.0, 70.0, 160.0, 84.0)


def read(path: Path) -> Document:
    part = extract_part(str(path), path.name, 0, 30.0, with_extras=True)
    assert isinstance(part, Part)
    document = assemble([part], "test")
    assert isinstance(document, Document)
    return document


ON_WORDS = (Piece(PageNo(1), 0, 10, (BOX,)),)


def made(kind="highlight", pieces=ON_WORDS, **values) -> PlacedAnnotation:
    anchor = Anchor(FILE, tuple(pieces)) if pieces is not None else None
    base = {"created": THEN, "modified": THEN, "contribution": ContributionId("c"), "id": AnnotationId(new_id())}
    return PlacedAnnotation(Annotation(kind=kind, anchor=anchor, **{**base, **values}), anchor)


def copy(source: Path, target: Path, *placed: PlacedAnnotation, author: str = "Jan") -> WrittenMarks:
    written = write_annotated(str(source), str(target), marks_of(placed, FILE, author).marks)
    assert isinstance(written, WrittenMarks), written
    return written


def is_near(one: Rect, other: Rect, within: float = 0.5) -> bool:
    return all(abs(getattr(one, side) - getattr(other, side)) < within for side in ("x0", "y0", "x1", "y1"))


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return pdfs.simple_pdf(tmp_path / "a.pdf", [WORDS, WORDS])


def _turned(path: Path, degrees: int, *, is_cropped: bool) -> Path:
    pdfs.rotated_pdf(path, WORDS, degrees)
    if is_cropped:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.pages[0].CropBox = [30, 500, 400, 800]
            pdf.save(path)
    return path


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("is_cropped", [False, True])
def test_marks_lie_on_the_words_however_the_page_is_turned_and_cropped(tmp_path, degrees, is_cropped):
    source = _turned(tmp_path / "a.pdf", degrees, is_cropped=is_cropped)
    words = read(source).pages[0].words()
    kinds = ("highlight", "underline", "strikeout", "squiggly")
    chosen = words[1 : len(kinds) + 1]
    placed = [
        made(kind, [Piece(PageNo(1), word.start, word.end, (word.box,))])
        for kind, word in zip(kinds, chosen, strict=True)
    ]
    copy(source, tmp_path / "b.pdf", *placed)
    page = pymupdf.open(tmp_path / "b.pdf")[0]
    for annotation, word in zip(page.annots(), chosen, strict=True):
        marked = pymupdf.Quad(annotation.vertices).rect * page.rotation_matrix
        assert is_near(Rect(*marked), word.box)
    for found, word in zip(read(tmp_path / "b.pdf").annotations, chosen, strict=True):
        assert is_near(found.boxes[0], word.box, 0.01)


def test_another_program_reads_kind_colour_note_author_and_dates(tmp_path, plain):
    one = made(
        "highlight",
        [Piece(PageNo(2), 0, 9, (BOX, Rect(60, 90, 120, 104)))],
        colour="green",
        body="Wat?\nZo: é 漢",
        tags=("a",),
    )
    copy(plain, tmp_path / "b.pdf", one)
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        (found,) = pdf.pages[1].Annots
        assert (str(found.Subtype), str(found.Contents), str(found.T)) == ("/Highlight", "Wat?\nZo: é 漢", "Jan")
        assert (str(found.NM), str(found.M)) == (one.annotation.id, "D:20240506090809+02'00'")
        assert [round(float(each) * 255) for each in found.C] == [0xCB, 0xEF, 0xD0]
        assert json.loads(str(found.KBTags)) == ["a"]
        assert "/Multiply" in str(found.AP.N.Resources.ExtGState.unparse_resolved() if False else found.AP.N.Resources)
        x1, y1, x2, y2, x3, y3, x4, y4 = (float(each) for each in found.QuadPoints[:8])
        assert (y1, y2, y3, y4) == pytest.approx((842 - 70, 842 - 70, 842 - 84, 842 - 84))
        assert (x1, x2, x3, x4) == pytest.approx((60, 160, 60, 160))
        assert len(found.QuadPoints) == 16
    document = pymupdf.open(tmp_path / "b.pdf")
    (seen,) = document[1].annots()
    assert (seen.info["content"], seen.info["title"]) == ("Wat?\nZo: é 漢", "Jan")


def test_the_original_stands_at_the_beginning_of_the_copy(tmp_path, plain):
    before = plain.read_bytes()
    copy(plain, tmp_path / "b.pdf", made())
    assert plain.read_bytes() == before
    assert (tmp_path / "b.pdf").read_bytes().startswith(before)


def test_what_is_in_the_file_already_is_not_doubled(tmp_path, plain):
    source = annotate(plain, tmp_path / "c.pdf", highlight("leerling", body="Waarom?", author="Piet"))
    (found,) = read(source).annotations
    own = made(body="Waarom?", creator="Piet", pieces=[Piece(PageNo(1), 3, 11, found.boxes)])
    of_file = made(source="pdf", source_key=f"{FILE}:1.1")
    assert marks_of([of_file], FILE, "").in_file == 1
    assert copy(source, tmp_path / "d.pdf", own) == WrittenMarks(0, 1, False)
    mine = made()
    copy(source, tmp_path / "d.pdf", mine)
    assert copy(tmp_path / "d.pdf", tmp_path / "e.pdf", mine, made(pieces=None, kind="note")).written == 1
    assert len(read(tmp_path / "e.pdf").annotations) == 3


def test_answers_stay_answers_and_bookmarks_stand_in_the_contents(tmp_path):
    source = pdfs.rich_pdf(tmp_path / "a.pdf")
    first = made("note", [Piece(PageNo(3), 0, 5, (BOX,))], body="Klopt dit?")
    answer = made("note", None, body="Ja", creator="Piet", reply_to=first.annotation.id)
    spot = made("bookmark", [Piece(PageNo(2), 0, 0, (Rect(0, 300, 0, 300),))], body="Hier verder")
    copy(source, tmp_path / "b.pdf", first, answer, spot)
    document = read(tmp_path / "b.pdf")
    read_back = {each.contents: each for each in document.annotations}
    assert read_back["Ja"].reply_to == read_back["Klopt dit?"].key
    assert [(each.title, each.page, round(each.y)) for each in document.outline][-1] == ("Hier verder", 2, 300)
    assert len(document.outline) == 4


def test_a_locked_file_is_refused_and_a_password_less_one_stays_locked(tmp_path):
    locked = pdfs.encrypted_pdf(tmp_path / "a.pdf", user_password="")
    refused = write_annotated(str(locked), str(tmp_path / "b.pdf"), marks_of([made()], FILE, "").marks)
    assert isinstance(refused, Refusal)
    assert refused.code == "locked"
    document = pymupdf.open(pdfs.simple_pdf(tmp_path / "c.pdf", [WORDS]))
    allowed = pymupdf.PDF_PERM_ANNOTATE | pymupdf.PDF_PERM_ACCESSIBILITY
    document.save(tmp_path / "d.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="o", permissions=allowed)
    copy(tmp_path / "d.pdf", tmp_path / "e.pdf", made(body="Onder slot"))
    with pikepdf.open(tmp_path / "e.pdf") as pdf:
        assert pdf.is_encrypted
        assert str(pdf.pages[0].Annots[0].Contents) == "Onder slot"


def test_a_file_that_had_to_be_mended_is_written_anew(tmp_path, plain):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(plain.read_bytes().replace(b"startxref", b"startxxxx"))
    copy(broken, tmp_path / "b.pdf", made())
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert len(pdf.pages[0].Annots) == 1


def test_a_signed_file_keeps_its_bytes_and_is_told(tmp_path):
    source = pdfs.raw_pdf(
        tmp_path / "a.pdf",
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [] >> >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ],
    )
    assert copy(source, tmp_path / "b.pdf", made()).is_signed
    assert (tmp_path / "b.pdf").read_bytes().startswith(source.read_bytes())


@pytest.fixture(scope="module")
def writers() -> Iterator[DocumentWriters]:
    writers = DocumentWriters(timeout_s=20)
    yield writers
    writers.close()


def test_a_file_that_ends_the_process_leaves_what_stood_there(tmp_path, writers):
    target = tmp_path / "out" / "b.pdf"
    target.parent.mkdir()
    target.write_bytes(b"old")
    with pytest.raises(DocumentError):
        writers.write_annotated(pdfs.truncated_pdf(tmp_path / "t.pdf", 0.02), target, ())
    assert [each.name for each in target.parent.iterdir()] == ["b.pdf"]
    assert target.read_bytes() == b"old"
    crashing = pdfs.crashing_pdf(tmp_path / "c.pdf", 20_000)
    writers.write_annotated(crashing, target, marks_of([made()], FILE, "").marks)
    assert target.read_bytes().startswith(b"%PDF")
    with pytest.raises(StorageError):
        writers.write_annotated(crashing, tmp_path / "t.pdf" / "no.pdf", ())


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 50 bytes, as if the disk were full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return pdfs.simple_pdf(tmp_path / "a.pdf", ["Een bladzijde."])


def test_a_disk_that_is_full_is_no_fault_of_the_file(tmp_path, paper, full_disk):
    target = str(tmp_path / "b.pdf")
    copy = write_annotated(str(paper), target, ())
    part = write_part(PackItem("Titel", "Auteur.", paper, PDF), target)
    pack = write_pack(PackSpec("Les", (), words=PackWords()), [], target)
    for refusal in (copy, part, pack):
        assert isinstance(refusal, Refusal)
        assert (refusal.code, refusal.reason) == (NOT_WRITTEN, "File too large")


def test_a_folder_that_takes_no_files_is_told_as_such(tmp_path, writers, paper):
    target = tmp_path / "b.pdf"
    target.mkdir()
    (target / "c").touch()
    with pytest.raises(StorageError):
        writers.write_annotated(paper, target, ())


_side = st.floats(20, 500, width=32)
_box = st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), _side, _side, st.floats(2, 90), st.floats(2, 90))
_text = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\téא漢😀()\\"), max_size=80)
_line = st.text(st.characters(categories=["L", "N"]), max_size=12)
_colour = st.sampled_from(("", *COLOURS)) | st.integers(0, 0xFFFFFF).map(lambda rgb: f"#{rgb:06x}")
_spots = st.sampled_from(("note", "bookmark", "area", "free_text"))
_marks = st.sampled_from(("highlight", "underline", "strikeout", "squiggly", "note"))


@st.composite
def _annotations(draw: st.DrawFn) -> PlacedAnnotation:
    is_mark = draw(st.booleans())
    boxes = st.lists(_box, min_size=1, max_size=4 if is_mark else 1).map(tuple)
    end = 5 if is_mark else 0
    pages = draw(st.sampled_from(((1,), (2,), (1, 2)) if is_mark else ((1,), (2,))))
    pieces = [Piece(PageNo(page), 0, end, draw(boxes)) for page in pages]
    kind = draw(_marks if is_mark else _spots)
    is_whole = kind == "note" and draw(st.booleans())
    return made(
        kind,
        None if is_whole else pieces,
        colour=draw(_colour),
        body=draw(_text),
        creator=draw(_line),
        tags=tuple(draw(st.lists(_line.filter(bool), max_size=3))),
    )


@settings(max_examples=40)
@given(placed=st.lists(_annotations(), max_size=5))
def test_what_was_written_is_read_as_it_was(tmp_path_factory, placed):
    folder = tmp_path_factory.mktemp("copy")
    source = pdfs.simple_pdf(folder / "a.pdf", [WORDS, WORDS])
    copy(source, folder / "b.pdf", *placed, author="")
    document = read(folder / "b.pdf")
    found = annotations_of(document, OTHER, ContributionId("c"), THEN, {})
    by_name = {each.details["name"]: each for each in found}
    assert len(by_name) == len(placed)
    for each in (one.annotation for one in placed):
        same = by_name[each.id]
        assert (same.kind, same.body, same.tags) == (each.kind, each.body, each.tags)
        assert same.creator == (each.creator or "?")
        assert (same.created.utc, same.modified.utc) == (each.created.utc, each.modified.utc)
        assert same.colour in {each.colour, _as_named(each.colour)}
        assert _same_place(same.anchor, each.anchor)


def _as_named(colour: str) -> str:
    """Return a name for a colour that happens to be exactly one of ours."""
    return next((name for name in COLOURS if colour in {as_rgb(name), as_rgb(name, is_line=True)}), colour)


def _same_place(one: Anchor | None, other: Anchor | None) -> bool:
    if one is None or other is None:
        return one is other
    pairs = list(zip(one.pieces, other.pieces, strict=True))
    return all(
        a.page == b.page
        and len(a.boxes) == len(b.boxes)
        and all(is_near(x, y, 0.02) for x, y in zip(a.boxes, b.boxes, strict=True))
        for a, b in pairs
    )


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Europe/Amsterdam", "D:20240506090809+02'00'"),
        ("-03:30", "D:20240506033809-03'30'"),
        ("UTC", "D:20240506070809+00'00'"),
        ("Nergens/Nooit", "D:20240506070809+00'00'"),
    ],
)
def test_dates_bear_the_clock_of_their_writer(zone, written):
    assert pdf_date(Moment(THEN.utc, zone)) == written
