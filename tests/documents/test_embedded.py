"""Annotations that stand in PDFs: every file that others wrote, read a second time by others' libraries."""

import re
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from kennisbank.documents import embedded
from kennisbank.documents.annotation_kinds import MARKUPS, NOT_READERS, kind_of
from kennisbank.documents.extraction import extract_part
from kennisbank.documents.limits import MAX_ANNOTATION_TEXT, MAX_ANNOTATIONS, MAX_QUADS
from kennisbank.documents.parts import Part, assemble
from kennisbank.documents.pdf_objects import date_of
from kennisbank.domain.document import Document
from tests import pdfs

_ANNOTATED = (
    ("FreeText-annotation.pdf", {"FreeText": 1}),
    ("caret.pdf", {"StrikeOut": 2, "Caret": 1, "Highlight": 1, "Underline": 1}),
    ("hotos17.pdf", {"Text": 1, "Squiggly": 2, "StrikeOut": 2, "Highlight": 4, "Underline": 1}),
    ("issue13.pdf", {"Highlight": 1}),
    ("issue46.pdf", {"Highlight": 2, "Square": 1}),
    ("issue61.pdf", {"Caret": 1}),
    ("issue9.pdf", {"Highlight": 1}),
    ("pr24.pdf", {"Highlight": 3, "Text": 3}),
    ("word2column.pdf", {"StrikeOut": 7, "Highlight": 1, "Squiggly": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-a.pdf", {"Text": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-c.pdf", {"FreeText": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-i.pdf", {"Highlight": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-j.pdf", {"Underline": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-k.pdf", {"Squiggly": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-l.pdf", {"StrikeOut": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-m.pdf", {"Stamp": 1}),
    ("verapdf/veraPDF_test_suite_6-3-2-t01-fail-o.pdf", {"Ink": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-a.pdf", {"Text": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-c.pdf", {"FreeText": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-i.pdf", {"Highlight": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-j.pdf", {"Underline": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-k.pdf", {"Squiggly": 1}),
    ("verapdf/veraPDF_test_suite_6-3-3-t01-fail-l.pdf", {"StrikeOut": 1}),
)
"""Each file and the annotations that readers wrote in it."""


def read(path: Path) -> Document:
    part = extract_part(str(path), path.name, 0, 30.0, with_extras=True)
    assert isinstance(part, Part), part
    document = assemble([part], "test")
    assert isinstance(document, Document)
    return document


def _opened(path: Path) -> pikepdf.Pdf:
    """Return the file as pikepdf reads it; one that it can't, mended."""
    try:
        return pikepdf.open(path)
    except pikepdf.PdfError:
        return pikepdf.open(BytesIO(pymupdf.open(path).tobytes()))


def _text(value: object) -> str:
    return re.sub(r"\r\n?", "\n", str(value)) if value is not None else ""


@pytest.mark.shared_data
@pytest.mark.parametrize(("name", "kinds"), _ANNOTATED, ids=[name for name, _ in _ANNOTATED])
def test_nothing_is_lost_of_what_others_wrote(shared_data, name, kinds):
    path = shared_data / "corpus" / "annotated" / name
    found = list(read(path).annotations)
    assert {subtype: sum(each.subtype == subtype for each in found) for subtype in kinds} == kinds
    with _opened(path) as pdf:
        raw = [
            (page, number, each)
            for number, page in enumerate(pdf.pages, start=1)
            for each in page.get("/Annots", [])
            if str(each.Subtype)[1:] not in NOT_READERS
        ]
        assert len(raw) == len(found)
        for (page, number, other), ours in zip(raw, found, strict=True):
            assert (ours.page, ours.subtype) == (number, str(other.Subtype)[1:])
            assert ours.contents == _text(other.get("/Contents"))
            assert ours.author == _text(other.get("/T")).strip()
            assert ours.name == _text(other.get("/NM"))
            assert bool(ours.created) == ("/CreationDate" in other)
            assert bool(ours.modified) == ("/M" in other)
            assert bool(ours.reply_to) == ("/IRT" in other)
            assert ("rich" in ours.details) == ("/RC" in other)
            assert ours.details.get("subject", "") == _text(other.get("/Subj"))
            if len(other.get("/C", [])) == 3:
                rgb = [int(ours.colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
                assert rgb == pytest.approx([float(each) for each in other.C], abs=0.003)
            top = float(page.mediabox[3])
            numbers = [float(each) for each in other.get("/QuadPoints", [])] if ours.subtype in MARKUPS else []
            if numbers:
                assert len(ours.boxes) == len(numbers) // 8
            for box, at in zip(ours.boxes, range(0, len(numbers), 8), strict=False):
                xs, ys = numbers[at : at + 8 : 2], numbers[at + 1 : at + 8 : 2]
                assert (box.x0, box.x1) == pytest.approx((min(xs), max(xs)), abs=0.01)
                assert (box.y0, box.y1) == pytest.approx((top - max(ys), top - min(ys)), abs=0.01)
            if kind_of(ours.subtype) == "other":
                assert ours.details["raw"].startswith("<<")


@pytest.mark.shared_data
def test_what_is_only_kept_is_said(shared_data):
    said = read(shared_data / "corpus" / "annotated" / "caret.pdf").problems
    assert [(each.code, each.severity, each.message) for each in said] == [
        ("annotations_kept", "note", "1 annotation of a kind this program only keeps: Caret 1.")
    ]


def _page_with(path: Path, annotations: list[bytes], *, more: tuple[bytes, ...] = (), page: bytes = b"") -> Path:
    listed = b" ".join(annotations)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + page + b" /Annots [" + listed + b"] >>",
        *more,
    ]
    return pdfs.raw_pdf(path, objects)


def test_hostile_annotations_are_counted_and_none_ends_the_reading(tmp_path):
    deep = b"[" * 400 + b"]" * 400
    odd = (
        b"<< /Subtype /Highlight /Rect [0 0 1e38 1e38] /QuadPoints [1 2 3] >>",
        b"<< /Subtype /Highlight /QuadPoints " + deep + b" /Contents (lost) >>",
        b"<< /Subtype /Highlight /Contents (" + b"x" * 300_000 + b") >>",
        b"<< /Subtype /Ink /InkList 8 0 R /C [9 -4 (a)] >>",
        b"[ 8 0 R 8 0 R 8 0 R 8 0 R 8 0 R 8 0 R 8 0 R 8 0 R 8 0 R ]",
        b"<< /Subtype (Text) /Rect 7 >>",
        b"<< /Subtype /Text /NM <FEFFD800> /T <FEFF202E0041> /M (D:99999999999999) /CreationDate (yesterday) >>",
        b"<< /Subtype /Text /IRT 12 0 R /Contents 8 0 R >>",
        b"<< /Subtype /Text /IRT 11 0 R /Parent 12 0 R /P 12 0 R >>",
        b"<< /Subtype /Squiggly /QuadPoints [" + b"1 2 3 4 5 6 7 8 " * (MAX_QUADS + 5) + b"] >>",
    )
    listed = [b"%d 0 R" % number for number in (4, 4, 5, 6, 7, 9, 10, 11, 12, 13, 99)]
    path = _page_with(tmp_path / "a.pdf", [*listed, b"null 12 (text) [1 2]"], more=odd)
    document = read(path)
    found = document.annotations
    assert [each.subtype for each in found].count("Text") == 3
    assert max(len(each.contents) for each in found) == MAX_ANNOTATION_TEXT
    assert max(len(each.boxes) for each in found) == MAX_QUADS
    assert all(abs(side) <= 1_000_000 for each in found for box in each.boxes for side in (box.x0, box.y0, box.x1))
    dated = next(each for each in found if "created" in each.details)
    assert (dated.created, dated.details["created"]) == ("", "yesterday")
    assert "".join(each.author for each in found) == "A"
    assert "annotations_cut" in {each.code for each in document.problems}


def test_more_annotations_than_anybody_writes_are_cut(tmp_path):
    document = read(_page_with(tmp_path / "a.pdf", [b"<</Subtype/Text>>"] * (MAX_ANNOTATIONS + 10)))
    assert len(document.annotations) == MAX_ANNOTATIONS
    assert [each.values["count"] for each in document.problems if each.code == "annotations_cut"] == ["10"]


def test_parts_of_the_page_and_of_forms_are_nobodys_notes(tmp_path):
    document = pymupdf.open(pdfs.rich_pdf(tmp_path / "a.pdf"))
    field = pymupdf.Widget()
    field.field_type, field.field_name, field.rect = pymupdf.PDF_WIDGET_TYPE_TEXT, "n", pymupdf.Rect(9, 9, 90, 30)
    document[0].add_widget(field)
    note = document[0].add_text_annot((100, 100), "Een noot")
    note.set_popup(pymupdf.Rect(200, 200, 300, 300))
    document.save(tmp_path / "b.pdf")
    assert [each.subtype for each in read(tmp_path / "b.pdf").annotations] == ["Text"]


def test_rich_text_in_a_stream_is_read(tmp_path):
    rich = zlib.compress("<body><p>Één</p><p>twee</p></body>".encode())
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(rich), rich)
    path = _page_with(tmp_path / "a.pdf", [b"<< /Subtype /Text /RC 4 0 R >>"], more=(stream,))
    assert "twee" in read(path).annotations[0].details["rich"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20110303103500+01'00'", "2011-03-03T10:35:00+01:00"),
        ("D:20110303103500-0330", "2011-03-03T10:35:00-03:30"),
        ("D:20110303103500Z00'00'", "2011-03-03T10:35:00+00:00"),
        ("D:20110303103500", "2011-03-03T10:35:00"),
        ("20110303", "2011-03-03T00:00:00"),
        ("D:2011", "2011-01-01T00:00:00"),
        ("D:20111303", ""),
        ("D:20110303103500+99'00'", ""),
        ("gisteren", ""),
        ("", ""),
    ],
)
def test_dates_are_read_or_left(written, iso):
    assert date_of(written) == iso


def test_all_that_is_left_out_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "_MOST_LISTED", 8)
    document = pymupdf.open()
    page = document.new_page()
    for number in range(20):
        page.add_rect_annot((10 + 20 * number, 50, 20 + 20 * number, 60))
    read = embedded.page_annotations(pymupdf.mupdf.PdfDocument(document.this), 0, most=2)
    assert (len(read.found), read.cut) == (2, 18)
