"""Reading the scans of a library: all of it once, each page kept at once, and found afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.ocr import Recognise, ScanReader
from kennisbank.documents.ocr_data import OcrData
from kennisbank.domain.ids import PageNo
from kennisbank.domain.results import SearchRequest
from kennisbank.errors import LibraryBusyError, ScansUnreadableError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.scans import ScanService, ScanSummary
from kennisbank.tasks.context import JobContext
from tests import scans
from tests.pdfs import blank_pdf, simple_pdf

TEXT = "Deze pagina heeft genoeg tekst van zichzelf\nom gevonden te worden.\n" * 4
Make = Callable[..., ScanService]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as kennisbank:
        yield kennisbank


@pytest.fixture
def make(opened: Kennisbank) -> Iterator[Make]:
    """Return a service whose child does as told."""
    readers: list[ScanReader] = []

    def made(
        recognise: Recognise = scans.says, data: OcrData | None = scans.DATA, timeout_s: float = 60
    ) -> ScanService:
        readers.append(ScanReader(page_timeout_s=timeout_s, recognise=recognise))
        return ScanService(opened.library, opened.searching, readers[-1], lambda: data)

    yield made
    for reader in readers:
        reader.close()


def bring_in(opened: Kennisbank, folder: Path) -> None:
    opened.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))


def a_scan(opened: Kennisbank, tmp_path: Path, pages: int = 4, name: str = "scan") -> Path:
    """Import a scan of so many pages, and return where the library keeps it."""
    texts = [f"{name} {number}" for number in range(pages)]
    scans.scan(tmp_path / "papers" / f"{name}.pdf", texts, size=(120, 80))
    bring_in(opened, tmp_path / "papers")
    (file,) = [each.files[0] for each in opened.catalogue.all() if each.files[0].name == f"{name}.pdf"]
    return opened.library.files.path(file.hash)


def found(opened: Kennisbank, query: str) -> int:
    return opened.searching.find(SearchRequest(query)).results.total


def test_what_stands_on_a_scan_is_found_marked_and_said_to_be_read_by_machine(
    opened: Kennisbank, make: Make, tmp_path: Path
) -> None:
    stored = a_scan(opened, tmp_path, 2)
    assert found(opened, "gelezen") == 0
    assert make().read() == ScanSummary(read=2)
    results = opened.searching.find(SearchRequest("gelezen")).results
    hit = results.hits[0].passages[0]
    assert hit.is_read_by_machine
    page = opened.reading.page_text(hit.file, hit.page)
    assert {page.text[start:end] for start, end in hit.spans} == {"gelezen"}
    assert page.words()[0].start == page.text.index("gelezen")
    assert scans.tried(stored) == [1, 2]
    assert opened.searching.behind() == 0


def test_nothing_is_read_twice(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    stored = a_scan(opened, tmp_path, 3)
    service = make()
    service.read()
    assert service.read() == ScanSummary()
    assert scans.tried(stored) == [1, 2, 3]


def test_pages_with_text_are_left_alone(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    simple_pdf(tmp_path / "papers" / "paper.pdf", [TEXT, TEXT])
    bring_in(opened, tmp_path / "papers")
    assert make().read() == ScanSummary()


def test_outcomes_are_remembered_with_their_reason(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    stored = a_scan(opened, tmp_path, 3)
    service = make(scans.fails)
    assert service.read() == ScanSummary(read=1, nothing=1, failed=1)
    state = service.state()
    assert (state.counts.scans, state.counts.read, state.counts.failed, state.waiting) == (3, 1, 1, 0)
    contribution = opened.catalogue.all()[0]
    assert service.counts(contribution.id) == state.counts
    service.read(only=[contribution.id])
    assert scans.tried(stored) == [1, 2, 3, 1]


def test_pages_that_crash_or_hang_cost_themselves_only(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    a_scan(opened, tmp_path, 3)
    pages = []
    assert make(scans.crashes).read(on_page=lambda each: pages.append(each.page)) == ScanSummary(read=2, failed=1)
    assert [each.reason for each in pages] == ["", "crashed", ""]
    assert found(opened, "gelezen") == 1


def test_being_cancelled_keeps_what_was_read_and_the_rest_is_read_later(
    opened: Kennisbank, make: Make, tmp_path: Path
) -> None:
    stored = a_scan(opened, tmp_path, 4)
    ctx = JobContext()
    summary = make().read(ctx, on_page=lambda each: ctx.cancel() if each.page.page == 2 else None)
    assert summary == ScanSummary(read=2, left=2, cancelled=True)
    opened.searching.catch_up()
    assert found(opened, "gelezen") == 1
    assert make().read() == ScanSummary(read=2)
    assert scans.tried(stored) == [1, 2, 3, 4]


def test_a_page_that_is_being_read_is_given_up_at_once(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    stored = a_scan(opened, tmp_path, 4)
    ctx = JobContext(lambda progress: ctx.cancel() if progress.done == 2 else None)
    assert make(scans.hangs).read(ctx) == ScanSummary(read=2, left=2, cancelled=True)
    assert make().read().read == 2
    assert scans.tried(stored)[-2:] == [3, 4]


def test_progress_is_told_page_by_page(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    a_scan(opened, tmp_path, 2)
    told = []
    make().read(JobContext(lambda each: told.append(each) if each.stage == "recognising" else None))
    assert [(each.done, each.total, each.item) for each in told] == [
        (0, 2, "scan.pdf, 1"),
        (1, 2, "scan.pdf, 2"),
        (2, 2, ""),
    ]


def test_every_page_is_committed_by_itself(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    a_scan(opened, tmp_path, 2)
    seen = []

    def look(_changes: object) -> None:
        with opened.library.read() as tx:
            seen.append(tx.recognitions.counts().read)

    make().read(on_committed=look)
    assert seen == [1, 2]


def test_without_data_it_is_said_only_where_there_is_something_to_read(
    opened: Kennisbank, make: Make, tmp_path: Path
) -> None:
    service = make(data=None)
    assert service.read() == ScanSummary()
    blank_pdf(tmp_path / "papers" / "blank.pdf")
    a_scan(opened, tmp_path, 2)
    assert not service.can_read()
    assert (service.state().counts.scans, service.state().waiting) == (3, 0)
    with pytest.raises(ScansUnreadableError):
        service.read()


def test_data_that_cannot_be_used_blame_no_page(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    a_scan(opened, tmp_path, 2)
    with pytest.raises(ScansUnreadableError):
        make(scans.refuses).read()
    assert make().read() == ScanSummary(read=2)


def test_a_file_that_is_gone_for_a_while_is_left_for_another_time(
    opened: Kennisbank, make: Make, tmp_path: Path
) -> None:
    a_scan(opened, tmp_path, 2)
    assert make(scans.gone).read() == ScanSummary(left=2)
    assert make().read() == ScanSummary(read=2)


def test_a_contribution_taken_out_meanwhile_takes_its_pages_along(
    opened: Kennisbank, make: Make, tmp_path: Path
) -> None:
    a_scan(opened, tmp_path, 3)
    (batch,) = opened.catalogue.batches()

    def take_out(_each: object) -> None:
        opened.importing.undo(batch.id)

    assert make().read(on_page=take_out) == ScanSummary(read=1, left=2)
    with opened.library.read() as tx:
        assert tx.recognitions.counts().read == 0


def test_one_program_at_a_time_reads_the_scans_of_a_library(opened: Kennisbank, make: Make) -> None:
    with FileLock(opened.paths.scans_lock), pytest.raises(LibraryBusyError):
        make().read()


def test_more_languages_read_it_anew(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    stored = a_scan(opened, tmp_path, 1)
    make(data=OcrData(Path("/nowhere"), ("eng",))).read()
    make().read()
    make(data=OcrData(Path("/nowhere"), ("nld",))).read()
    assert scans.tried(stored) == [1, 1]


_KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from kennisbank.bootstrap import open_kennisbank
from kennisbank.documents.ocr import ScanReader
from kennisbank.services.scans import ScanService
from tests import scans

if __name__ == "__main__":
    opened = open_kennisbank(Path({home!r}))
    service = ScanService(opened.library, opened.searching, ScanReader(recognise=scans.hangs), lambda: scans.DATA)
    service.read(on_page=lambda each: print(each.page.page, flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes can't be killed this way on Windows")
def test_a_kill_costs_the_page_at_hand_and_no_other(opened: Kennisbank, make: Make, tmp_path: Path) -> None:
    stored = a_scan(opened, tmp_path, 4)
    script = tmp_path / "killed.py"
    script.write_text(_KILLED.format(root=str(Path(__file__).parents[2]), home=str(tmp_path / "home")))
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert [program.stdout.readline().strip() for _ in range(2)] == ["1", "2"]
        os.kill(program.pid, signal.SIGKILL)
    with opened.library.read() as tx:
        assert tx.recognitions.counts().read == 2
    assert make().read() == ScanSummary(read=2)
    assert scans.tried(stored)[-2:] == [3, 4]
    with open_kennisbank(tmp_path / "home") as again:
        again.searching.catch_up()
        assert again.maintenance.check() == []
        assert found(again, "gelezen") == 1


@pytest.mark.skipif(not scans.HAS_DUTCH, reason=scans.NO_DATA)
def test_a_real_scan_is_found_by_a_word_on_it_and_marked_where_it_stands(opened: Kennisbank, tmp_path: Path) -> None:
    scans.scan(tmp_path / "papers" / "echt.pdf")
    bring_in(opened, tmp_path / "papers")
    assert opened.scans.read().read == 1
    hit = opened.searching.find(SearchRequest("netwerksamenleving")).results.hits[0].passages[0]
    page = opened.reading.page_text(hit.file, PageNo(1))
    (start, end), *_ = hit.spans
    (box,) = [word.box for word in page.words() if word.start <= start < word.end]
    assert page.text[start:end] == "netwerksamenleving"
    assert abs(box.x0 - 53) < 4
    assert abs(box.y1 - 54) < 6
