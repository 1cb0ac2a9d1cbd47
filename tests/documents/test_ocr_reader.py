"""Reading in a child process: what a page does to it is told as a value, and the next page is read all the same."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from kennisbank.documents.media_types import PDF
from kennisbank.documents.ocr import Recognise, ScanReader
from kennisbank.domain.ids import PageNo
from kennisbank.domain.recognition import RecognisedPage
from kennisbank.errors import DocumentError, ScansUnreadableError
from tests import scans

WAIT_S = 60


@pytest.fixture
def readers() -> Iterator[list[ScanReader]]:
    made: list[ScanReader] = []
    yield made
    for reader in made:
        reader.close()


def reader_of(readers: list[ScanReader], recognise: Recognise, timeout_s: float = 60) -> ScanReader:
    readers.append(ScanReader(page_timeout_s=timeout_s, recognise=recognise))
    return readers[-1]


def ask(reader: ScanReader, path: Path, page: int) -> RecognisedPage:
    return reader.recognise(path, PDF, PageNo(page), 0, scans.DATA).result(WAIT_S)


def test_a_page_that_brings_the_process_down_fails_alone(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = reader_of(readers, scans.crashes)
    found = [ask(reader, tmp_path / "a.pdf", page) for page in (1, 2, 3)]
    assert [(each.page, each.outcome, each.reason) for each in found] == [
        (1, "read", ""),
        (2, "failed", "crashed"),
        (3, "read", ""),
    ]


def test_a_page_that_takes_too_long_is_stopped(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = reader_of(readers, scans.hangs, timeout_s=1)
    assert ask(reader, tmp_path / "a.pdf", 3) == RecognisedPage(PageNo(3), "failed", reason="timed_out")
    assert ask(reader, tmp_path / "a.pdf", 1).outcome == "read"


def test_a_page_that_cannot_be_read_says_why(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = reader_of(readers, scans.fails)
    assert ask(reader, tmp_path / "a.pdf", 1) == RecognisedPage(PageNo(1), "failed", reason="damaged")


def test_data_that_cannot_be_used_are_no_fault_of_the_page(readers: list[ScanReader], tmp_path: Path) -> None:
    with pytest.raises(ScansUnreadableError) as refused:
        ask(reader_of(readers, scans.refuses), tmp_path / "a.pdf", 1)
    assert refused.value.folder == scans.DATA.folder


def test_a_file_that_cannot_be_got_at_is_for_another_time(readers: list[ScanReader], tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as refused:
        ask(reader_of(readers, scans.gone), tmp_path / "a.pdf", 1)
    assert refused.value.code == "unreadable"


def test_a_page_that_is_no_longer_wanted_makes_room_at_once(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = reader_of(readers, scans.hangs)
    ask(reader, tmp_path / "a.pdf", 1)
    stuck = reader.recognise(tmp_path / "a.pdf", PDF, PageNo(3), 0, scans.DATA)
    stuck.cancel()
    assert ask(reader, tmp_path / "a.pdf", 2).outcome == "read"


def test_closing_ends_what_is_being_read(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = reader_of(readers, scans.hangs)
    stuck = reader.recognise(tmp_path / "a.pdf", PDF, PageNo(3), 0, scans.DATA)
    reader.close()
    with pytest.raises(CancelledError):
        stuck.result(WAIT_S)


@pytest.mark.skipif(not scans.HAS_DUTCH, reason=scans.NO_DATA)
def test_the_real_one_reads_a_scan_in_its_own_process(readers: list[ScanReader], tmp_path: Path) -> None:
    reader = ScanReader()
    readers.append(reader)
    assert scans.REAL is not None
    found = reader.recognise(scans.scan(tmp_path / "a.pdf"), PDF, PageNo(1), 0, scans.REAL).result(WAIT_S)
    assert found.text == scans.SENTENCES
