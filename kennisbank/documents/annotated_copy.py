"""Writing annotations into a copy of a PDF. Runs in a child process only: what is saved can bring MuPDF down.

The copy is the file itself with a part added at its end: what was signed stays as it was signed, and nothing that other
programs put into it is lost. A file that MuPDF had to mend can't be added to and is written anew.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents import annotation_kinds as keys
from kennisbank.documents.copy_marks import NO_COLOUR, CopyMark, WrittenMarks
from kennisbank.documents.embedded import page_annotations
from kennisbank.documents.media_types import PDF
from kennisbank.documents.opening import open_document
from kennisbank.documents.outline_entries import add_entries
from kennisbank.documents.parts import Refusal
from kennisbank.documents.pdf_objects import clean
from kennisbank.documents.quads import line_directions, quad
from kennisbank.documents.refusals import refusal_of, writing
from kennisbank.domain.document import EmbeddedAnnotation, Rect
from kennisbank.errors import DocumentError

_TYPES = {
    "Highlight": mupdf.PDF_ANNOT_HIGHLIGHT,
    "Underline": mupdf.PDF_ANNOT_UNDERLINE,
    "StrikeOut": mupdf.PDF_ANNOT_STRIKE_OUT,
    "Squiggly": mupdf.PDF_ANNOT_SQUIGGLY,
    "Square": mupdf.PDF_ANNOT_SQUARE,
    "FreeText": mupdf.PDF_ANNOT_FREE_TEXT,
    "Text": mupdf.PDF_ANNOT_TEXT,
}
_ICON, _MARGIN = 20.0, 4.0
"""Points: the side of an icon, and how far it stays from the edge of its page."""
_PRINTED, _LIKE_ICONS = 4, 4 | 8 | 16
"""Flags: it is printed; and it neither grows nor turns with the page."""
_SIGNED = 1
_LETTER_SIZE = 10.0
_LONGEST = 1_000_000
"""Code points that one annotation may say in a copy."""


def write_annotated(path: str, target: str, marks: Sequence[CopyMark]) -> WrittenMarks | Refusal:
    """Write a copy of the PDF at `path` with `marks` in it to `target`, which is replaced; tell what came of it."""
    try:
        return _write(Path(path), Path(target), marks)
    except Exception as error:  # noqa: BLE001  told, not thrown; logged where unknown
        return refusal_of(error, path)
    finally:
        mupdf.fz_empty_store()


def _write(path: Path, target: Path, marks: Sequence[CopyMark]) -> WrittenMarks:
    with path.open("rb") as source, writing(), target.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    open_document(target, PDF)  # raises what is to be said of a file that can't be opened
    document = mupdf.fz_open_document(str(target))
    pdf = mupdf.pdf_document_from_fz_document(document)
    if mupdf.fz_needs_password(document) and not mupdf.fz_authenticate_password(document, ""):
        raise DocumentError("encrypted", "The file is locked with a password.")
    if not mupdf.pdf_document_permissions(pdf) & mupdf.PDF_PERM_ANNOTATE:
        raise DocumentError("locked", "Whoever made this file does not allow annotations in it.")
    written, present = put_marks(document, pdf, marks)
    add_entries(pdf, [(mark.line, mark.page - 1, _top(mark)) for mark in marks if mark.line])
    with writing():
        save(pdf, target)
    return WrittenMarks(written, present, _is_signed(pdf))


def put_marks(
    document: "mupdf.FzDocument", pdf: "mupdf.PdfDocument", marks: Iterable[CopyMark], shift: int = 0
) -> tuple[int, int]:
    """Put marks on the pages of an open document, `shift` pages further on; return how many were new, and how many not.

    Raises:
        pymupdf.mupdf.FzErrorBase: MuPDF can't make sense of a page.
    """
    by_page: defaultdict[int, list[CopyMark]] = defaultdict(list)
    pages = {mark.name: mark.page for mark in marks}
    for mark in marks:
        by_page[pages.get(mark.answers, mark.page) - 1 + shift].append(mark)
    count = mupdf.fz_count_pages(document)
    written = present = 0
    for index, wanted in sorted(by_page.items()):
        if not 0 <= index < count:
            continue
        new, old = _PageWriter(document, pdf, index).put(wanted)
        written += new
        present += old
    return written, present


def save(pdf: "mupdf.PdfDocument", target: Path) -> None:
    """Save an open document over the file it was opened from, by adding to it where that can be done."""
    options = mupdf.PdfWriteOptions()
    options.do_encrypt = mupdf.PDF_ENCRYPT_KEEP
    if mupdf.pdf_can_be_saved_incrementally(pdf):
        options.do_incremental = 1
        mupdf.pdf_save_document(pdf, str(target), options)
        return
    anew = target.with_name(f"{target.name}.new")
    options.do_compress = 1
    try:
        mupdf.pdf_save_document(pdf, str(anew), options)
        anew.replace(target)
    finally:
        anew.unlink(missing_ok=True)


def _top(mark: CopyMark) -> float:
    return mark.boxes[0].y0 if mark.boxes else 0.0


def _is_signed(pdf: "mupdf.PdfDocument") -> bool:
    form = mupdf.pdf_dict_getl(mupdf.pdf_trailer(pdf), mupdf.PDF_ENUM_NAME_Root, mupdf.PDF_ENUM_NAME_AcroForm)
    return bool(mupdf.pdf_to_int(mupdf.pdf_dict_gets(form, "SigFlags")) & _SIGNED)


class _PageWriter:
    """One page on which annotations are put."""

    def __init__(self, document: "mupdf.FzDocument", pdf: "mupdf.PdfDocument", index: int) -> None:
        page = mupdf.fz_load_page(document, index)
        self._page = mupdf.pdf_page_from_fz_page(page)
        self._lines = line_directions(page)
        bounds = mupdf.fz_bound_page(page)
        self._width, self._height = bounds.x1 - bounds.x0, bounds.y1 - bounds.y0
        self._here = page_annotations(pdf, index).found
        self._names = {each.name for each in self._here if each.name}
        self._made: dict[str, mupdf.PdfObj] = {}
        self._whole = 0
        matrix = mupdf.FzMatrix()
        mupdf.pdf_page_transform(self._page, mupdf.FzRect(), matrix)
        self._to_file = mupdf.fz_invert_matrix(matrix)

    def put(self, marks: Sequence[CopyMark]) -> tuple[int, int]:
        """Put marks on the page, unless they are there; return how many were new, and how many not."""
        new = 0
        for mark in marks:
            if mark.name in self._names or any(_is_alike(each, mark) for each in self._here):
                continue
            self._put(mark)
            new += 1
        for mark in marks:
            if mark.answers in self._made and mark.name in self._made:
                mupdf.pdf_dict_puts(self._made[mark.name], "IRT", self._made[mark.answers])
        return new, len(marks) - new

    def _put(self, mark: CopyMark) -> None:
        annotation = mupdf.pdf_create_annot(self._page, _TYPES[mark.subtype])
        obj = mupdf.pdf_annot_obj(annotation)
        self._made[mark.name] = obj
        if mark.subtype in keys.MARKUPS:
            for box in mark.boxes:
                mupdf.pdf_add_annot_quad_point(annotation, quad(box, self._lines))
        else:
            box = self._spot(mark)
            mupdf.pdf_set_annot_rect(annotation, mupdf.FzRect(box.x0, box.y0, box.x1, box.y1))
        mupdf.pdf_set_annot_contents(annotation, clean(mark.body, _LONGEST))
        self._write_words(obj, mark)
        if mark.rgb:
            _write_colour(obj, mark.rgb)
        if mark.subtype == "FreeText":
            appearance = f"/Helv {_LETTER_SIZE:g} Tf 0 g"
            mupdf.pdf_dict_puts(obj, "DA", mupdf.pdf_new_string(appearance, len(appearance)))
        mupdf.pdf_annot_request_synthesis(annotation)
        mupdf.pdf_update_annot(annotation)
        mupdf.pdf_dict_dels(obj, "CL")  # a line from a text box to the corner of the page, that nobody drew
        for key, date in (("CreationDate", mark.created), ("M", mark.modified)):
            mupdf.pdf_dict_puts(obj, key, mupdf.pdf_new_text_string(date))
        self._write_boxes(obj, mark)

    def _spot(self, mark: CopyMark) -> Rect:
        """Return the box of what isn't laid on words."""
        if mark.is_whole:
            self._whole += 1
            left = 12.0 + (self._whole - 1) * (_ICON + 4)
            return Rect(left, 12.0, left + _ICON, 12.0 + _ICON)
        box = mark.boxes[0] if mark.boxes else Rect(0.0, 0.0, 0.0, 0.0)
        for more in mark.boxes[1:]:
            box |= more
        if mark.subtype == "Text":
            left = max(_MARGIN, min(box.x0, self._width - _ICON - _MARGIN))
            top = max(_MARGIN, min(box.y0, self._height - _ICON - _MARGIN))
            return Rect(left, top, left + _ICON, top + _ICON)
        if box.x1 - box.x0 < 1 or box.y1 - box.y0 < 1:
            return Rect(box.x0, box.y0, box.x0 + 8 * _ICON, box.y0 + 2 * _ICON)
        return box

    def _write_words(self, obj: "mupdf.PdfObj", mark: CopyMark) -> None:
        texts = {"NM": mark.name, "T": mark.author, "Subj": mark.subject, keys.OWN_KIND: mark.kind}
        texts |= {keys.OWN_TAGS: mark.tags, keys.OWN_PART: mark.part}
        texts |= {keys.OWN_WHOLE: "true" if mark.is_whole else ""}
        texts |= {keys.OWN_COLOUR: "" if mark.has_colour else NO_COLOUR}
        for key, text in texts.items():
            if text:
                mupdf.pdf_dict_puts(obj, key, mupdf.pdf_new_text_string(clean(text, _LONGEST)))
        is_icon = mark.subtype == "Text"
        mupdf.pdf_dict_puts(obj, "F", mupdf.pdf_new_int(_LIKE_ICONS if is_icon else _PRINTED))
        if is_icon:
            mupdf.pdf_dict_puts(obj, "Name", mupdf.pdf_new_name("Key" if mark.kind == "bookmark" else "Comment"))

    def _write_boxes(self, obj: "mupdf.PdfObj", mark: CopyMark) -> None:
        """Keep the boxes of what has only one in PDF, behind that one: they count as long as it stays there."""
        if mark.subtype in keys.MARKUPS or mark.is_whole:
            return
        rect = mupdf.pdf_to_rect(mupdf.pdf_dict_gets(obj, "Rect"))
        numbers = [rect.x0, rect.y0, rect.x1, rect.y1]
        for box in mark.boxes:
            turned = mupdf.fz_transform_rect(mupdf.FzRect(box.x0, box.y0, box.x1, box.y1), self._to_file)
            numbers += [turned.x0, turned.y0, turned.x1, turned.y1]
        array = mupdf.pdf_new_array(mupdf.pdf_get_bound_document(obj), len(numbers))
        for number in numbers:
            mupdf.pdf_array_push_real(array, number)
        mupdf.pdf_dict_puts(obj, keys.OWN_BOXES, array)


def _write_colour(obj: "mupdf.PdfObj", rgb: str) -> None:
    array = mupdf.pdf_new_array(mupdf.pdf_get_bound_document(obj), 3)
    for at in (1, 3, 5):
        mupdf.pdf_array_push_real(array, int(rgb[at : at + 2], 16) / 255)
    mupdf.pdf_dict_puts(obj, "C", array)


def _is_alike(each: EmbeddedAnnotation, mark: CopyMark) -> bool:
    """Tell whether a mark stands in the file already, under another name."""
    is_same = (each.subtype, each.contents, each.author) == (mark.subtype, mark.body, mark.author)
    if not is_same or len(each.boxes) != len(mark.boxes):
        return False
    pairs = zip(each.boxes, mark.boxes, strict=True)
    return all(max(abs(a.x0 - b.x0), abs(a.y0 - b.y0), abs(a.x1 - b.x1), abs(a.y1 - b.y1)) < 1 for a, b in pairs)
