"""Pictures of pages: in order of need, few at a time, kept, and never in the way."""

from concurrent.futures import Future

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from kennisbank.domain.document import PageImage
from kennisbank.errors import DocumentError
from kennisbank.ui.reader.page_images import MAX_PIXELS, PageImages, Wanted, bounded_scale


class Renderer:
    """Keeps requests open until told to answer."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, float, bool]] = []
        self.open: dict[tuple[int, float, bool], Future[PageImage]] = {}

    def __call__(self, index: int, scale: float, night: bool) -> "Future[PageImage]":
        self.asked.append((index, scale, night))
        return self.open.setdefault((index, scale, night), Future())

    def answer(self, index: int, scale: float = 1.0, night: bool = False, side: int = 10) -> None:
        self.open.pop((index, scale, night)).set_result(PageImage(side, side, side * 3, b"\xff" * (side * side * 3)))

    def fail(self, index: int, scale: float = 1.0) -> None:
        self.open.pop((index, scale, False)).set_exception(DocumentError("damaged", "damaged"))


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def images(qtbot: QtBot, renderer: Renderer) -> PageImages:
    return PageImages(renderer)


def settle() -> None:
    QCoreApplication.processEvents()


def test_the_most_needed_come_first_and_only_two_are_under_way(images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(index, 1.0) for index in (4, 5, 3)])
    assert [asked[0] for asked in renderer.asked] == [4, 5]
    renderer.answer(4)
    settle()
    assert [asked[0] for asked in renderer.asked] == [4, 5, 3]


def test_what_scrolled_away_before_its_turn_is_never_drawn(images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(index, 1.0) for index in range(10)])
    images.want([Wanted(20, 1.0)])
    assert [asked[0] for asked in renderer.asked] == [0, 1, 20]
    assert renderer.open[0, 1.0, False].cancelled()


def test_a_picture_at_an_older_scale_stands_in_until_the_sharp_one(
    qtbot: QtBot, images: PageImages, renderer: Renderer
) -> None:
    images.want([Wanted(0, 1.0)])
    with qtbot.waitSignal(images.ready):
        renderer.answer(0)
    images.want([Wanted(0, 2.0)])
    image = images.image(0)
    assert image is not None
    assert image.width() == 10
    with qtbot.waitSignal(images.ready):
        renderer.answer(0, 2.0, side=20)
    image = images.image(0)
    assert image is not None
    assert image.width() == 20


def test_a_stale_picture_never_replaces_a_sharp_one(qtbot: QtBot, images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(0, 1.0)])
    images.want([Wanted(0, 2.0)])
    renderer.answer(0, 2.0, side=20)
    renderer.answer(0, 1.0)
    settle()
    image = images.image(0)
    assert image is not None
    assert image.width() == 20


def test_what_is_kept_is_not_drawn_again(qtbot: QtBot, images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(0, 1.0)])
    with qtbot.waitSignal(images.ready):
        renderer.answer(0)
    images.want([Wanted(0, 1.0)])
    assert len(renderer.asked) == 1


def test_a_page_that_fails_is_told_once_and_the_rest_goes_on(
    qtbot: QtBot, images: PageImages, renderer: Renderer
) -> None:
    images.want([Wanted(index, 1.0) for index in range(3)])
    with qtbot.waitSignal(images.failed):
        renderer.fail(0)
    assert isinstance(images.error(0), DocumentError)
    images.want([Wanted(index, 1.0) for index in range(3)])
    assert [asked[0] for asked in renderer.asked] == [0, 1, 2]
    images.retry(0)
    renderer.answer(1)
    settle()
    assert renderer.asked[-1][0] == 0
    assert images.error(0) is None


def test_thumbnails_wait_for_the_pages(images: PageImages, renderer: Renderer) -> None:
    images.want_thumbnails([Wanted(8, 0.1, is_thumbnail=True), Wanted(9, 0.1, is_thumbnail=True)])
    images.want([Wanted(0, 1.0), Wanted(1, 1.0)])
    renderer.answer(8, 0.1)
    settle()
    assert renderer.asked[2] == (0, 1.0, False)
    renderer.answer(9, 0.1)
    settle()
    assert renderer.asked[3] == (1, 1.0, False)


def test_white_and_night_paper_are_kept_apart(qtbot: QtBot, images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(0, 1.0)])
    with qtbot.waitSignal(images.ready):
        renderer.answer(0)
    assert images.image(0, night=True) is None
    images.want([Wanted(0, 1.0, is_night=True)])
    assert renderer.asked[-1] == (0, 1.0, True)


def test_memory_stays_within_its_limit(qtbot: QtBot, renderer: Renderer) -> None:
    images = PageImages(renderer, limit=1000)  # 10 x 10 pixels are 400 bytes
    for index in range(5):
        images.want([Wanted(index, 1.0)])
        with qtbot.waitSignal(images.ready):
            renderer.answer(index)
    assert [index for index in range(5) if images.image(index) is not None] == [3, 4]


def test_a_picture_that_comes_after_closing_does_no_harm(qtbot: QtBot, images: PageImages, renderer: Renderer) -> None:
    images.want([Wanted(0, 1.0)])
    late = renderer.open[0, 1.0, False]
    late.set_running_or_notify_cancel()
    images.close()
    images.deleteLater()
    QCoreApplication.sendPostedEvents(images, QEvent.Type.DeferredDelete)
    late.set_result(PageImage(1, 1, 3, b"\0\0\0"))
    settle()


def test_a_huge_page_is_drawn_within_the_budget_of_pixels() -> None:
    scale = bounded_scale(3000, 4000, 8.0)
    assert 3000 * scale * 4000 * scale <= MAX_PIXELS * 1.001
    assert bounded_scale(595, 842, 2.0) == 2.0
