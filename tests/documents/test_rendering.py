"""Pictures of pages, made in a child process."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from kennisbank.documents.limits import MAX_PIXELS
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import PageImage
from kennisbank.errors import DocumentError
from tests import pdfs

PDF = "application/pdf"


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    workers = DocumentWorkers(timeout_s=10)
    yield workers
    workers.close()


def pixel(image: PageImage, x: int, y: int) -> tuple[int, ...]:
    at = y * image.stride + 3 * x
    return tuple(image.samples[at : at + 3])


def test_a_page_is_drawn_at_its_scale(workers: DocumentWorkers, tmp_path: Path) -> None:
    image = workers.render(pdfs.simple_pdf(tmp_path / "a.pdf", ["text"]), PDF, 0, 2.0).result(timeout=30)
    assert (image.width, image.height) == (1190, 1684)
    assert len(image.samples) == image.stride * image.height
    assert pixel(image, 5, 5) == (255, 255, 255)
    assert min(image.samples) < 60


def test_at_night_paper_is_dark_ink_is_light_and_figures_keep_their_colours(
    workers: DocumentWorkers, tmp_path: Path
) -> None:
    document = pymupdf.open()
    page = document.new_page(width=200, height=200)
    page.draw_rect(pymupdf.Rect(10, 10, 60, 60), color=(0, 0, 0), fill=(0, 0, 0))
    page.draw_rect(pymupdf.Rect(10, 110, 60, 160), color=(0.8, 0, 0), fill=(0.8, 0, 0))
    figure = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 10, 10), False)
    figure.set_rect(figure.irect, (250, 240, 30))
    page.insert_image(pymupdf.Rect(110, 110, 160, 160), pixmap=figure)
    document.save(tmp_path / "night.pdf")
    image = workers.render(tmp_path / "night.pdf", PDF, 0, 1.0, night=True).result(timeout=30)
    assert pixel(image, 190, 10) == pytest.approx((0x23, 0x29, 0x2B), abs=3)
    assert pixel(image, 30, 30) == pytest.approx((0xDF, 0xE4, 0xE3), abs=3)
    red, green, blue = pixel(image, 30, 130)
    assert red > max(green, blue)
    assert pixel(image, 130, 130) == pytest.approx((250, 240, 30), abs=3)


def test_a_huge_page_is_drawn_within_the_budget(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = pymupdf.open()
    document.new_page(width=14_000, height=14_000)
    document.save(tmp_path / "huge.pdf")
    image = workers.render(tmp_path / "huge.pdf", PDF, 0, 4.0).result(timeout=30)
    assert image.width * image.height <= MAX_PIXELS * 1.01


def test_what_cannot_be_drawn_says_why_and_the_next_page_is_drawn(workers: DocumentWorkers, tmp_path: Path) -> None:
    good = pdfs.simple_pdf(tmp_path / "good.pdf", ["text"])
    for path, index, code in (
        (pdfs.encrypted_pdf(tmp_path / "locked.pdf"), 0, "encrypted"),
        (good, 7, "no_pages"),
        (tmp_path / "absent.pdf", 0, "unreadable"),
    ):
        with pytest.raises(DocumentError) as caught:
            workers.render(path, PDF, index, 1.0).result(timeout=30)
        assert (caught.value.code, caught.value.page) == (code, index + 1)
    assert workers.render(good, PDF, 0, 1.0).result(timeout=30).width == 595


def test_a_page_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    workers = DocumentWorkers(timeout_s=1.0)
    try:
        with pytest.raises(DocumentError) as caught:
            workers.render(pdfs.bomb_pdf(tmp_path / "bomb.pdf"), PDF, 0, 1.0).result(timeout=30)
        assert caught.value.code == "timed_out"
        good = pdfs.simple_pdf(tmp_path / "good.pdf", ["text"])
        assert workers.render(good, PDF, 0, 1.0).result(timeout=30).width == 595
    finally:
        workers.close()
