"""Plain text: its lines are the text of its pages, its words stand where they are drawn."""

import codecs
import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.encodings import decode
from kennisbank.documents.text_document import TextDocument
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import Document
from kennisbank.errors import DocumentError


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    workers = DocumentWorkers(processes=1)
    yield workers
    workers.close()


def read(workers: DocumentWorkers, path: Path) -> Document:
    return workers.extract(path, path.name).result(timeout=60)


def test_pages_hold_the_source_lines_and_say_which(workers: DocumentWorkers, tmp_path: Path) -> None:
    lines = [f"Regel {number}" if number % 3 else "" for number in range(1, 151)]
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    document = read(workers, path)
    assert document.media_type == "text/plain"
    assert "\n".join(page.text for page in document.pages) == "\n".join(lines)
    assert [page.first_line for page in document.pages] == [1, 61, 121]
    assert document.pages[1].lines_of(0, 8) == (61, 61)


def test_words_are_drawn_where_their_boxes_are(workers: DocumentWorkers, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text(
        "kort\n\n" + "een lange regel die over meer dan één rij loopt " * 9 + "\n\tsprong", encoding="utf-8"
    )
    (page,) = read(workers, path).pages
    image = workers.render(path, "text/plain", 0, 1.0).result(timeout=30)
    assert (image.width, image.height) == (page.width, page.height)
    for word in page.words():
        box = word.box
        rows = range(int(box.y0), int(box.y1) + 1)
        ink = [
            min(image.samples[y * image.stride + 3 * int(box.x0) : y * image.stride + 3 * int(box.x1)]) for y in rows
        ]
        assert min(ink) < 160, page.text[word.start : word.end]
        assert 50 <= box.x0 < box.x1 <= 546
    margin = [image.samples[y * image.stride + 3 * 560 : (y + 1) * image.stride] for y in range(image.height)]
    assert min(min(row) for row in margin) == 255


@given(st.text(alphabet=st.sampled_from("ab é\t\u2003\nЖ\u0301"), max_size=400), st.integers(0, 3))
def test_every_word_has_one_box_in_order(text: str, long: int) -> None:
    text += "x" * 100 * long + "."
    document = TextDocument(text)
    pages = [document.read(index, with_links=True).page for index in range(document.count)]
    assert "\n".join(page.text for page in pages) == text.removesuffix("\n")
    for page in pages:
        assert [page.text[word.start : word.end] for word in page.words()] == page.text.split()


@pytest.mark.parametrize(
    "data",
    [
        "Één reünie, café".encode(),
        codecs.BOM_UTF8 + "Één reünie, café".encode(),
        "Één reünie, café".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Één reünie, café".encode("utf-16-be"),
        "Één reünie, café".encode("latin-1"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == "Één reünie, café"


def test_line_ends_are_one_and_nothing_unsound_is_left() -> None:
    assert decode(b"a\r\nb\rc\0") == "a\nb\nc"
    assert decode("een – “twee”".encode("cp1252")) == "een – “twee”"
    assert decode(b"\xff\xfe\x00\xd8a\x00") in {"a", "\ufffda", "\ufffd"}


@given(st.binary(max_size=200))
def test_decoding_gives_sound_text_or_says_that_it_is_none(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        text = decode(data)
        text.encode()
        assert "\0" not in text
        assert "\r" not in text


def test_white_space_is_an_empty_file(workers: DocumentWorkers, tmp_path: Path) -> None:
    path = tmp_path / "white.txt"
    path.write_text(" \n\n\t\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        read(workers, path)
    assert caught.value.code == "empty"
