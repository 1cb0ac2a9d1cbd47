"""Reading a page with the real Tesseract: what stands on it, and where; and pages that nobody can read."""

from pathlib import Path

import pymupdf
import pytest

from kennisbank.documents import ocr_page
from kennisbank.documents.media_types import PDF
from kennisbank.documents.ocr_data import UNUSABLE
from kennisbank.documents.parts import Refusal
from kennisbank.domain.document import Rect, unpack_words
from kennisbank.domain.recognition import RecognisedPage
from tests import pdfs, scans

needs_data = pytest.mark.skipif(not scans.HAS_DUTCH, reason=scans.NO_DATA)


def read(path: Path, page_index: int = 0, words: int = 0, folder: Path | None = None) -> RecognisedPage | Refusal:
    assert scans.REAL is not None or folder is not None
    data = scans.REAL or scans.DATA
    return ocr_page.recognise_page(
        str(path), PDF, page_index, words, "+".join(data.languages), str(folder or data.folder)
    )


def outcome(path: Path, page_index: int = 0, words: int = 0) -> str:
    found = ocr_page.recognise_page(str(path), PDF, page_index, words, "nld", "/nowhere")
    return found.code if isinstance(found, Refusal) else found.outcome


def box_of(found: RecognisedPage | Refusal, word: str) -> Rect:
    assert isinstance(found, RecognisedPage)
    start = found.text.index(word)
    return next(each.box for each in unpack_words(found.packed_words) if each.start == start)


def is_near(box: Rect, x0: float, y1: float) -> bool:
    return abs(box.x0 - x0) < 4 and abs(box.y1 - y1) < 6


@needs_data
def test_a_scan_is_read_with_every_word_where_it_stands(tmp_path: Path) -> None:
    found = read(scans.scan(tmp_path / "scan.pdf"))
    assert isinstance(found, RecognisedPage)
    assert found.text == scans.SENTENCES
    assert is_near(box_of(found, "netwerksamenleving"), 53, 54)
    assert is_near(box_of(found, "Docenten"), 30, 98)


@needs_data
@pytest.mark.parametrize("rotation", [90, 180])
def test_a_sheet_that_lies_turned_in_the_file_is_read_as_it_is_shown(tmp_path: Path, rotation: int) -> None:
    found = read(scans.scan(tmp_path / "turned.pdf", rotation=rotation))
    assert isinstance(found, RecognisedPage)
    assert "netwerksamenleving" in found.text
    assert is_near(box_of(found, "netwerksamenleving"), 53, 54)


@needs_data
def test_places_count_from_the_part_of_the_sheet_that_is_shown(tmp_path: Path) -> None:
    found = read(scans.scan(tmp_path / "cut.pdf", crop=(20, 30, 400, 200)))
    assert is_near(box_of(found, "netwerksamenleving"), 33, 24)


@needs_data
def test_a_scan_with_a_stamp_of_its_own_is_read_too(tmp_path: Path) -> None:
    text = "\n".join(["De docenten werken samen aan nieuwe lessen", "en de leerlingen leren daar veel van"] * 3)
    path = scans.scan(tmp_path / "stamp.pdf", [text], stamp="Gescand 2003")
    found = read(path, words=2)
    assert isinstance(found, RecognisedPage)
    assert found.outcome == "read"
    assert "leerlingen" in found.text


@needs_data
def test_a_picture_without_text_gives_nothing(tmp_path: Path) -> None:
    found = read(pdfs.scan_pdf(tmp_path / "grey.pdf"))
    assert isinstance(found, RecognisedPage)
    assert found == RecognisedPage(found.page, "nothing")


@needs_data
def test_a_page_as_large_as_a_house_is_read_in_few_pixels(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=14_400, height=14_400)
    page.insert_image(page.rect, pixmap=_flat(60, 60))
    document.save(tmp_path / "huge.pdf")
    found = read(tmp_path / "huge.pdf")
    assert isinstance(found, RecognisedPage)
    assert found.outcome == "nothing"


def test_a_blank_page_is_not_even_shown_to_tesseract(tmp_path: Path) -> None:
    assert outcome(pdfs.blank_pdf(tmp_path / "blank.pdf")) == "nothing"


def test_a_page_with_words_and_without_a_whole_picture_is_no_scan(tmp_path: Path) -> None:
    path = pdfs.simple_pdf(tmp_path / "title.pdf", ["Deel II"])
    assert outcome(path, words=2) == "nothing"


def test_a_page_of_one_pixel_holds_no_letter(tmp_path: Path) -> None:
    document = pymupdf.open()
    page = document.new_page(width=1, height=1)
    page.insert_image(page.rect, pixmap=_flat(1, 1))
    document.save(tmp_path / "dot.pdf")
    assert outcome(tmp_path / "dot.pdf") == "nothing"


def test_data_that_are_not_there_are_told_apart_from_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    assert outcome(scans.scan(tmp_path / "scan.pdf")) == UNUSABLE
    (tmp_path / "nld.traineddata").write_bytes(b"no data" * 5000)
    found = read(scans.scan(tmp_path / "scan.pdf"), folder=tmp_path)
    assert isinstance(found, Refusal)
    assert found.code == UNUSABLE


def test_a_page_that_is_not_there_and_a_file_that_is_none_say_so(tmp_path: Path) -> None:
    assert outcome(scans.scan(tmp_path / "scan.pdf"), page_index=7) == "no_pages"
    assert outcome(pdfs.encrypted_pdf(tmp_path / "locked.pdf")) == "encrypted"
    assert outcome(pdfs.truncated_pdf(tmp_path / "cut.pdf")) in {"damaged", "no_pages"}
    assert outcome(tmp_path / "absent.pdf") == "unreadable"


@needs_data
def test_a_picture_that_is_broken_is_no_reason_to_stop(tmp_path: Path) -> None:
    whole = scans.scan(tmp_path / "whole.pdf")
    document = pymupdf.open(whole)
    (image,) = document[0].get_images()
    stream = document.xref_stream_raw(image[0])
    document.update_stream(image[0], stream[: len(stream) // 3], new=False, compress=False)
    document.xref_set_key(image[0], "Filter", "/FlateDecode")
    document.save(tmp_path / "broken.pdf")
    found = read(tmp_path / "broken.pdf")
    assert isinstance(found, Refusal) or found.outcome in {"nothing", "read"}


def _flat(width: int, height: int) -> "pymupdf.Pixmap":
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, width, height), False)
    picture.clear_with(200)
    return picture
