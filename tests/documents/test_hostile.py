"""Files made to break readers: what may become of each was written down (`hostile_expected.csv`) before the first run.

What was learnt from that run stands in a column of its own. `read` is a document, with or without problems; the others are codes of `DocumentError`.
"""

import csv
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from kennisbank.documents.workers import DocumentWorkers
from kennisbank.errors import DocumentError

EXPECTED = Path(__file__).with_name("hostile_expected.csv")
LIMIT_S = 20.0
SAMPLE = (
    "zero_byte.pdf",
    "html_named.pdf",
    "header_only.pdf",
    "outline_depth_30k.pdf",
    "outline_loop.pdf",
    "pagetree_dag_1e10.pdf",
    "count_2e9.pdf",
    "mediabox_nan.pdf",
    "info_title_path.pdf",
    "tounicode_lone_surrogate.pdf",
    "tounicode_bidi_override.pdf",
    "xref_prev_loop.pdf",
    "truncated_50pct.pdf",
    "xmp_billion_laughs.pdf",
    "pypdf__resources_encrypted-file.pdf",
)


def accepted() -> dict[str, set[str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return {
            row["file"]: set(row["accepted"].split("|")) | set(row["added_after_the_first_run"].split())
            for row in csv.DictReader(file)
        }


def verdicts(folder: Path, names: Sequence[str], processes: int = 2) -> dict[str, tuple[str, float]]:
    """Return what became of each file, and the seconds from asking to answer, one file after another."""
    workers = DocumentWorkers(processes=processes)
    found = {}
    try:
        workers.extract(folder / "absent.pdf", "absent.pdf").exception(timeout=60)
        for name in names:
            started = time.monotonic()
            error = workers.extract(folder / name, name).exception(timeout=120)
            assert error is None or isinstance(error, DocumentError), name
            found[name] = ("read" if error is None else error.code, time.monotonic() - started)
    finally:
        workers.close()
    return found


@pytest.mark.shared_data
def test_a_sample_of_hostile_files_ends_as_expected(shared_data: Path) -> None:
    expected = accepted()
    found = verdicts(shared_data / "hostile" / "pdf", SAMPLE)
    assert {name: code for name, (code, _) in found.items() if code not in expected[name]} == {}


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.timeout(1200)
def test_every_hostile_file_ends_as_expected_and_in_time(shared_data: Path) -> None:
    expected = accepted()
    found = verdicts(shared_data / "hostile" / "pdf", sorted(expected))
    for name, (code, seconds) in found.items():
        print(f"{name}\t{code}\t{seconds:.1f}")
    assert {name: code for name, (code, _) in found.items() if code not in expected[name]} == {}
    assert {name: seconds for name, (_, seconds) in found.items() if seconds > LIMIT_S} == {}


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.timeout(300)
def test_every_pdf_of_the_corpus_is_read(shared_data: Path) -> None:
    workers = DocumentWorkers()
    try:
        futures = {path: workers.extract(path, path.name) for path in (shared_data / "corpus").rglob("*.pdf")}
        assert len(futures) > 150
        assert [path.name for path, future in futures.items() if future.exception(timeout=200)] == []
    finally:
        workers.close()
