"""A whole folder of files made to break importers, in one go: each is accounted for, with its reason.

What the PDFs among them may come to stands in ``tests/documents/hostile_expected.csv``; here the others, by extension.
"""

from pathlib import Path, PurePosixPath

import pytest

ALLOWED = {
    ".zip": {"archive_not_opened"},
    ".tar": {"archive_not_opened"},
    ".gz": {"archive_not_opened"},
    ".docx": {"damaged"},
    ".odt": {"damaged"},
    ".xlsx": {"unsupported"},
    ".epub": {"unsupported"},
    ".bib": {"unsupported"},
    ".csv": {"unsupported"},
    ".xml": {"unsupported"},
    ".xsd": {"unsupported"},
    ".xsl": {"unsupported"},
    ".svg": {"unsupported"},
}
"""Reasons for which a file of this extension must be rejected; of what isn't named here, text is taken."""


@pytest.mark.slow
@pytest.mark.shared_data
@pytest.mark.timeout(900)
def test_a_folder_of_hostile_files_is_accounted_for(tmp_path: Path, shared_data: Path, importer) -> None:
    folder = shared_data / "hostile"
    importer(folder)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert names <= set(importer.verdicts)
    for report in importer.reports:
        suffix = PurePosixPath(report.file).suffix.lower()
        codes = {problem.code for problem in report.problems}
        if report.verdict == "rejected":
            assert codes, f"{report.file} was rejected without a reason"
        if suffix in ALLOWED:
            assert report.verdict == "rejected", report.file
            assert codes <= ALLOWED[suffix], report.file
