"""The report of an import as a CSV file, for a spreadsheet: one row a file."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kennisbank.config.whole_files import write_whole
from kennisbank.domain.reports import FileReport
from kennisbank.ui.language import language
from kennisbank.ui.messages import problem_text
from kennisbank.ui.models.import_words import advice_for, standing_of, word_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula: an apostrophe before it keeps it text."""


def csv_rows(reports: Sequence[FileReport], *, is_rehearsal: bool) -> list[list[str]]:
    """Return head and rows, in the language in force."""
    head = [
        QCoreApplication.translate("ImportCsv", "File"),
        QCoreApplication.translate("ImportCsv", "Verdict"),
        QCoreApplication.translate("ImportCsv", "Title"),
        QCoreApplication.translate("ImportCsv", "Authors"),
        QCoreApplication.translate("ImportCsv", "Pages"),
        QCoreApplication.translate("ImportCsv", "What is the matter"),
        QCoreApplication.translate("ImportCsv", "What to do"),
        QCoreApplication.translate("ImportCsv", "Contribution"),
    ]
    rows = [head]
    for report in reports:
        values = report.metadata.values
        advice = dict.fromkeys(advice_for(each) for each in report.problems)
        rows.append(
            [
                report.file,
                word_of(standing_of(report), is_rehearsal=is_rehearsal),
                values.title,
                "; ".join(author.name for author in values.authors),
                str(report.pages),
                " ".join(problem_text(each) for each in report.problems),
                " ".join(each for each in advice if each),
                report.contribution or "",
            ]
        )
    return rows


def write_csv(path: Path, rows: Sequence[Sequence[str]], separator: str) -> None:
    """Write the rows so that a spreadsheet opens them, all at once or not at all.

    Raises:
        StorageError: the file can't be written.
    """
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=separator).writerows([[_plain(cell) for cell in row] for row in rows])
    write_whole(path, table.getvalue().encode("utf-8-sig"))


def separator() -> str:
    """Return what parts cells where the reader's spreadsheet expects it: a semicolon in Dutch, else a comma."""
    return ";" if language() == "nl" else ","


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
