"""A page that is a picture → the text on it, with the place of every word. Runs in a child process only.

The page is drawn as a reader sees it (so also turned by /Rotate) and given to Tesseract, which MuPDF brings along; what
comes back is a PDF page with hidden words, which is read as any other and put in reading order by the same code. Its
boxes are brought back to the points of the page.
"""

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf
from pymupdf import mupdf

from kennisbank.documents.layout import RawWord, page_text
from kennisbank.documents.limits import MAX_PAGE_CHARACTERS
from kennisbank.documents.ocr_data import UNUSABLE
from kennisbank.documents.ocr_words import in_blocks, without_noise, word_count
from kennisbank.documents.opening import open_document
from kennisbank.documents.parts import Refusal
from kennisbank.documents.pdf_pages import structured_text
from kennisbank.documents.refusals import is_memory, refusal_of
from kennisbank.domain.ids import PageNo
from kennisbank.domain.recognition import RecognisedPage
from kennisbank.errors import DocumentError

MAX_OCR_PIXELS = 20_000_000
"""Pixels that are given to Tesseract: an A3 page at 300 dpi has 17 million. A larger page is drawn smaller."""
_PER_POINT = 300 / 72
"""Pixels a point: what Tesseract was trained for."""
_SMALLEST_SIDE = 12
"""Pixels; what is smaller holds no letter, and Tesseract stumbles over it."""
_SCAN = 0.8
"""Part of a page that a picture covers, from which on a page with some words is taken for a scan with a stamp on it."""
_LEAST_WORDS = 20
"""Words that a page with words of its own must gain, to be taken for a scan."""
_FLAGS = mupdf.FZ_STEXT_PRESERVE_LIGATURES | mupdf.FZ_STEXT_PRESERVE_WHITESPACE


def recognise_page(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Return what stands on the page with this 0-based index, that has so many `words` of its own.

    `languages` are Tesseract's names, joined by ``+``; `folder` holds their data. A refusal with the code `UNUSABLE`
    says that the data are at fault, any other that the page is.
    """
    try:
        return _recognise(Path(path), media_type, page_index, words, languages, folder)
    except Exception as error:  # noqa: BLE001  a page that can't be read is told, not thrown; logged where unknown
        return refusal_of(error, path)
    finally:
        mupdf.fz_empty_store()


def _recognise(
    path: Path, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    path.stat()  # a file that is gone is told apart from one that is damaged
    document = open_document(path, media_type)
    if not 0 <= page_index < document.count:
        raise DocumentError("no_pages", "There is no such page in the file.", page_index + 1)
    number = PageNo(page_index + 1)
    page = document.page(page_index)  # kept: MuPDF frees a page that nobody holds while it is drawn
    bounds = mupdf.fz_bound_page(page)
    if not _is_scan(page, bounds, words):
        return RecognisedPage(number, "nothing")
    scale = _scale(bounds)
    picture = _picture(page, scale)
    if min(mupdf.fz_pixmap_width(picture), mupdf.fz_pixmap_height(picture)) < _SMALLEST_SIDE:
        return RecognisedPage(number, "nothing")
    seen = _seen(picture, languages, folder)
    if isinstance(seen, Refusal):
        return seen
    found = without_noise(seen)
    if word_count(found) < (max(_LEAST_WORDS, 2 * words) if words else 1):
        return RecognisedPage(number, "nothing")
    text, packed = page_text([_in_points(word, scale) for word in in_blocks(found)])
    if len(text) > MAX_PAGE_CHARACTERS:
        raise DocumentError("too_large", "Far more text was found than any real page holds.", number)
    return RecognisedPage(number, "read", text, packed)


def _is_scan(page: "mupdf.FzPage", bounds: "mupdf.FzRect", words: int) -> bool:
    """Tell whether the page shows something where it says nothing, or is all picture where it says little."""
    flags = mupdf.FZ_STEXT_PRESERVE_IMAGES | (0 if words else mupdf.FZ_STEXT_COLLECT_VECTORS)
    structured = structured_text(page, bounds, flags)
    if not words:
        return bool(structured.m_internal.first_block)
    whole = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0)
    for block in structured:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_IMAGE:
            box = mupdf.fz_intersect_rect(mupdf.FzRect(block.m_internal.bbox), bounds)
            if (box.x1 - box.x0) * (box.y1 - box.y0) >= _SCAN * whole:
                return True
    return False


def _scale(bounds: "mupdf.FzRect") -> float:
    """Return the pixels a point to draw at.

    Raises:
        DocumentError: ``damaged``: the page has no size.
    """
    width, height = bounds.x1 - bounds.x0, bounds.y1 - bounds.y0
    area = width * height
    if not (0 < width < math.inf and 0 < height < math.inf and 0 < area < math.inf):
        raise DocumentError("damaged", "The page has no size that can be read.")
    return float(min(_PER_POINT, math.sqrt(MAX_OCR_PIXELS / area), MAX_OCR_PIXELS / 1000 / max(width, height)))


def _picture(page: "mupdf.FzPage", scale: float) -> "mupdf.FzPixmap":
    # In colour: of a grey picture MuPDF hands nothing to Tesseract.
    return mupdf.fz_new_pixmap_from_page(page, mupdf.fz_scale(scale, scale), mupdf.fz_device_rgb(), 0)


def _seen(picture: "mupdf.FzPixmap", languages: str, folder: str) -> list[RawWord] | Refusal:
    """Return the words that Tesseract finds, with boxes in pixels; a refusal where its data can't be used."""
    options = mupdf.FzPdfocrOptions()
    options.compress = 0
    options.language_set2(languages)
    options.datadir_set2(folder)
    buffer = mupdf.fz_new_buffer(0)
    out = mupdf.FzOutput(buffer)
    try:
        with _silence():
            mupdf.fz_write_pixmap_as_pdfocr(out, picture, options)
    except mupdf.FzErrorBase as error:
        if is_memory(error):
            raise
        if "nitiali" in str(error) or "language" in str(error):
            return Refusal(UNUSABLE, f"Tesseract can't use the data in {folder} for {languages}.")
        raise
    finally:
        out.fz_close_output()
    written = mupdf.fz_open_document_with_buffer("application/pdf", buffer)
    page = mupdf.fz_load_page(written, 0)
    bounds = mupdf.fz_bound_page(page)
    words: list[RawWord] = pymupdf.TextPage(structured_text(page, bounds, _FLAGS)).extractWORDS()  # type: ignore[no-untyped-call]
    by = mupdf.fz_pixmap_width(picture) / (bounds.x1 - bounds.x0)
    return [(x0 * by, y0 * by, x1 * by, y1 * by, *rest) for x0, y0, x1, y1, *rest in words]


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what Tesseract says of an empty page off the terminal of whoever started the program."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _in_points(word: RawWord, scale: float) -> RawWord:
    x0, y0, x1, y1, *rest = word
    return (x0 / scale, y0 / scale, x1 / scale, y1 / scale, *rest)  # type: ignore[return-value]
