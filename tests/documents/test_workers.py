"""Reading PDFs through child processes: what comes out, and that one bad file harms no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.documents.extractor import EXTRACTOR
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import Document
from kennisbank.errors import DocumentError
from tests import pdfs


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    workers = DocumentWorkers(processes=2)
    yield workers
    workers.close()


def read(workers: DocumentWorkers, path: Path, name: str = "") -> Document:
    return workers.extract(path, name or path.name).result(timeout=60)


def code_of(workers: DocumentWorkers, path: Path, name: str = "") -> str:
    with pytest.raises(DocumentError) as caught:
        read(workers, path, name)
    assert str(caught.value).endswith(".")
    return caught.value.code


def test_a_page_gives_its_text_and_where_each_word_stands(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, pdfs.simple_pdf(tmp_path / "a.pdf", ["First line\nsecond line", "Page two"]))
    assert [page.text for page in document.pages] == ["First line\nsecond line", "Page two"]
    assert (document.extractor, document.media_type) == (EXTRACTOR, "application/pdf")
    page = document.pages[0]
    words = page.words()
    assert [page.text[word.start : word.end] for word in words] == ["First", "line", "second", "line"]
    assert words[0].box.x0 == pytest.approx(60, abs=1)
    assert 60 < words[0].box.y0 < 80 < words[0].box.y1 < 90
    assert (page.width, page.height) == pdfs.A4


def test_columns_are_read_one_after_the_other(workers: DocumentWorkers, tmp_path: Path) -> None:
    left, right = "Left one\nleft two\n\nleft three", "Right one\nright two\n\nright three"
    path = pdfs.two_column_pdf(tmp_path / "c.pdf", left, right, title="A title over both", draw_right_first=True)
    text = read(workers, path).pages[0].text
    assert text.split() == f"A title over both {left} {right}".split()


def test_boxes_of_a_turned_page_are_as_it_is_shown(workers: DocumentWorkers, tmp_path: Path) -> None:
    page = read(workers, pdfs.rotated_pdf(tmp_path / "r.pdf", "Hello")).pages[0]
    assert (page.width, page.height) == (842.0, 595.0)
    (word,) = page.words()
    assert word.box.x0 > 700
    assert word.box.y1 - word.box.y0 > word.box.x1 - word.box.x0


def test_contents_labels_links_and_metadata_come_along(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, pdfs.rich_pdf(tmp_path / "rich.pdf"))
    assert [(e.level, e.title, e.page) for e in document.outline] == [
        (1, "Preface", 1),
        (2, "Contents", 2),
        (1, "First chapter", 3),
    ]
    assert [page.label for page in document.pages] == ["i", "ii", "1"]
    assert {(link.uri, link.target_page) for link in document.links} == {("https://example.org/a", None), ("", 3)}
    assert {"title": "A title", "author": "An author", "keywords": "one, two"}.items() <= document.info.items()


def test_a_scan_is_read_and_its_pages_are_named(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, pdfs.scan_pdf(tmp_path / "scan.pdf", 2, texts=["Some text"]))
    (problem,) = document.problems
    assert (problem.code, problem.severity, problem.page) == ("no_text", "warning", 2)
    assert problem.values == {"pages": "2-3", "count": "2", "total": "3"}


def test_a_blank_page_in_a_document_is_no_problem_but_only_blank_pages_are(
    workers: DocumentWorkers, tmp_path: Path
) -> None:
    assert read(workers, pdfs.simple_pdf(tmp_path / "a.pdf", ["text", "", "text"])).problems == ()
    assert [p.code for p in read(workers, pdfs.blank_pdf(tmp_path / "b.pdf", 2)).problems] == ["no_text"]


def test_a_lock_on_printing_only_is_no_lock(workers: DocumentWorkers, tmp_path: Path) -> None:
    path = pdfs.encrypted_pdf(tmp_path / "e.pdf", user_password="")
    assert read(workers, path).pages[0].text == "Behind a lock"


def test_what_cannot_be_read_says_why(workers: DocumentWorkers, tmp_path: Path) -> None:
    assert code_of(workers, pdfs.encrypted_pdf(tmp_path / "locked.pdf")) == "encrypted"
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert code_of(workers, empty) == "empty"
    page = tmp_path / "page.pdf"
    page.write_text("<html><body>Log in</body></html>")
    assert code_of(workers, page) == "not_what_it_says"
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    assert code_of(workers, picture) == "unsupported"
    assert code_of(workers, tmp_path / "absent.pdf") == "unreadable"
    assert code_of(workers, pdfs.truncated_pdf(tmp_path / "cut.pdf")) in {"damaged", "no_pages"}


def test_a_crash_in_the_contents_keeps_the_text(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, pdfs.crashing_pdf(tmp_path / "deep.pdf"))
    assert "outline_damaged" in [problem.code for problem in document.problems]


def test_a_file_that_hangs_is_stopped_and_the_others_go_on(tmp_path: Path) -> None:
    good = pdfs.simple_pdf(tmp_path / "good.pdf", ["All is well"])
    bomb = pdfs.bomb_pdf(tmp_path / "bomb.pdf")
    workers = DocumentWorkers(processes=1, timeout_s=2.0)
    try:
        futures = [workers.extract(path, path.name) for path in (good, bomb, good, bomb, good)]
        outcomes = [future.exception(timeout=60) for future in futures]
        assert [getattr(outcome, "code", None) for outcome in outcomes] == [None, "timed_out", None, "timed_out", None]
    finally:
        workers.close()


def test_ten_thousand_pages_are_read(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, pdfs.many_pages_pdf(tmp_path / "long.pdf", 10_000))
    assert len(document.pages) == 10_000
    assert document.pages[-1].text == "The same words on every page"
    assert [page.number for page in document.pages[:3]] == [1, 2, 3]


def test_closing_cancels_what_waits(tmp_path: Path) -> None:
    workers = DocumentWorkers(processes=1)
    future = workers.extract(pdfs.simple_pdf(tmp_path / "a.pdf", ["text"]), "a.pdf")
    workers.close()
    assert future.cancelled() or future.done()
    assert workers.extract(tmp_path / "a.pdf", "a.pdf").cancelled()
