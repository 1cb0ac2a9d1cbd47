"""Scans for tests, made on the spot, and a stand-in for Tesseract that a child process can be given by its name.

The stand-in leaves a line in ``tried`` beside the file for every page it is asked for, so that a test can see what was
read twice and what not at all.
"""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pymupdf

from kennisbank.documents.ocr_data import UNUSABLE, OcrData, find_data
from kennisbank.documents.parts import Refusal
from kennisbank.domain.document import Rect, Word, pack_words
from kennisbank.domain.ids import PageNo
from kennisbank.domain.recognition import RecognisedPage

DATA = OcrData(Path("/nowhere"), ("nld", "eng"))
"""Data that only the stand-in can read."""
REAL = find_data()
NO_DATA = "Tesseract's data for Dutch are not installed on this computer (tesseract-ocr-nld)"
HAS_DUTCH = REAL is not None and "nld" in REAL.languages

PAPER = (400.0, 200.0)
"""A small sheet: Tesseract reads it in about a second."""
SENTENCES = "De netwerksamenleving verandert\nhet onderwijs in de informatica.\nDocenten werken samen aan lessen."
_ABOUT = ("Over de bloei van appels", "Onder de brug", "Een brief van oma", "Wat de schipper zei")


def scan(
    path: Path,
    pages: Sequence[str] = (SENTENCES,),
    *,
    size: tuple[float, float] = PAPER,
    stamp: str = "",
    rotation: int = 0,
    crop: tuple[float, float, float, float] | None = None,
) -> Path:
    """Write a PDF of which every page is a picture of its text.

    `stamp` is text of its own on each page; with `rotation` the sheets lie turned in the file and are shown upright;
    `crop` shows only this part of each sheet.
    """
    document = pymupdf.open()
    for text in pages:
        picture = _picture(text, size, rotation)
        page = document.new_page(width=picture.width * 72 / 150, height=picture.height * 72 / 150)
        page.insert_image(page.rect, pixmap=picture)
        if stamp:
            page.insert_text((4, 10), stamp, fontsize=6)
        if crop is not None:
            page.set_cropbox(pymupdf.Rect(crop))
        page.set_rotation(rotation)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(path)
    document.close()
    return path


def _picture(text: str, size: tuple[float, float], rotation: int) -> "pymupdf.Pixmap":
    drawn = pymupdf.open()
    page = drawn.new_page(width=size[0], height=size[1])
    for line, words in enumerate(text.split("\n")):
        page.insert_text((30, 50 + 24 * line), words, fontsize=16, fontname="tiro")
    page.set_rotation(-rotation % 360)
    picture = page.get_pixmap(dpi=150, colorspace=pymupdf.csGRAY)
    drawn.close()
    return picture


def says(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Read a sentence with the word ``gelezen`` on every page."""
    _note(path, page_index)
    return _read(page_index)


def fails(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Find the first page damaged, and nothing on the second."""
    _note(path, page_index)
    if page_index == 0:
        return Refusal("damaged", "The page has no size that can be read.")
    return RecognisedPage(PageNo(page_index + 1), "nothing") if page_index == 1 else _read(page_index)


def hangs(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Never finish the third page."""
    _note(path, page_index)
    if page_index == 2:
        threading.Event().wait()
    return _read(page_index)


def crashes(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Bring the process down on the second page."""
    _note(path, page_index)
    if page_index == 1:
        os._exit(3)
    return _read(page_index)


def refuses(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Find that the data can't be used."""
    return Refusal(UNUSABLE, "Tesseract can't use the data.")


def gone(
    path: str, media_type: str, page_index: int, words: int, languages: str, folder: str
) -> RecognisedPage | Refusal:
    """Find that the file can't be got at."""
    return Refusal("unreadable", "The file can't be read from disk.")


def tried(path: Path) -> list[int]:
    """Return the pages of a file that the stand-in was asked for, in order, 1-based."""
    notes = path.with_name(f"{path.name}.tried")
    return [int(line) for line in notes.read_text().split()] if notes.exists() else []


def _note(path: str, page_index: int) -> None:
    with Path(f"{path}.tried").open("a") as notes:
        notes.write(f"{page_index + 1}\n")


def _read(page_index: int) -> RecognisedPage:
    # Each page says something else: what is repeated on every page would be taken for a running head.
    text = f"{_ABOUT[page_index % len(_ABOUT)]} werd hier gelezen"
    start = text.index("gelezen")
    words = pack_words([Word(start, start + 7, Rect(10, 20, 60, 32))])
    return RecognisedPage(PageNo(page_index + 1), "read", text, words)
