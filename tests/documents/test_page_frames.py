from pathlib import Path

import pytest

from kennisbank.documents.page_frames import page_frames
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import Rect
from kennisbank.errors import DocumentError
from tests import pdfs


@pytest.mark.parametrize(
    ("degrees", "lower_left"),
    [(0, Rect(0, 841, 1, 842)), (90, Rect(0, 0, 1, 1)), (180, Rect(594, 0, 595, 1)), (270, Rect(841, 594, 842, 595))],
)
def test_the_lower_left_corner_goes_where_the_page_is_turned_to(tmp_path: Path, degrees: int, lower_left: Rect) -> None:
    frames = page_frames(str(pdfs.rotated_pdf(tmp_path / "r.pdf", "Hallo", degrees)))
    assert isinstance(frames, tuple)
    (frame,) = frames
    shown = frame.from_user(Rect(0, 0, 1, 1))
    assert (shown.x0, shown.y0, shown.x1, shown.y1) == pytest.approx(
        (lower_left.x0, lower_left.y0, lower_left.x1, lower_left.y1), abs=1.0
    )
    back = frame.to_user(shown)
    assert (back.x0, back.y0) == pytest.approx((0, 0), abs=1e-3)


def test_what_is_no_pdf_has_no_pages_to_tell_of(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"hallo")
    workers = DocumentWorkers(processes=1)
    try:
        assert len(workers.frames(pdfs.simple_pdf(tmp_path / "b.pdf", ["een", "twee"]))) == 2
        with pytest.raises(DocumentError):
            workers.frames(tmp_path / "a.pdf")
    finally:
        workers.close()
