"""``kennisbank import``: files and lists in, a line for each file out."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.documents.ocr_install import install_key
from kennisbank.domain.recognition import scans_in
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.sentences import has_sentence
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Import; exit code 1 when a file was rejected or asks to be looked at again."""
    request = ImportRequest(
        sources=tuple(arguments.source),
        list_file=arguments.list_file,
        edition=arguments.edition,
        is_rehearsal=arguments.dry_run,
    )
    scans = 0

    def reported(report: FileReport) -> None:
        nonlocal scans
        scans += scans_in([report])
        tell(console, report)

    summary = kennisbank.importing.run(request, ctx, on_report=reported)
    exit_code = total(console, summary, scans)
    if scans and not console.as_json:
        _say_scans(console, scans, can_read=kennisbank.scans.can_read())
    return exit_code


def tell(console: Console, report: FileReport) -> None:
    """Say what became of one file or record."""
    if console.as_json:
        console.answer(shapes.report(report))
    else:
        _as_text(console, report)


def total(console: Console, summary: ImportSummary, scans: int = 0, what: str = "import") -> int:
    """Say the counts at the end, in the words of `what` (``import`` or ``harvest``), and return the exit code."""
    if console.as_json:
        console.answer(shapes.summary(summary, scans))
    else:
        _total(console, summary, what)
    if summary.cancelled:
        return 130
    return 1 if summary.rejected or summary.with_problems else 0


def _say_scans(console: Console, pages: int, *, can_read: bool) -> None:
    """Say how the scans among what came in are made searchable."""
    if can_read:
        console.say("ocr.waiting", pages=pages)
    else:
        console.say("ocr.no_data", pages=pages)
        console.say(install_key())


def _as_text(console: Console, report: FileReport) -> None:
    title = report.metadata.values.title
    verdict = console.text(f"verdict.{report.verdict}")
    console.write(f"{verdict:<12} {report.file}" + (f"  {title}" if title else ""))
    for problem in report.problems:
        key = f"problem.{problem.code}"
        text = console.text(key, **problem.values) if has_sentence(key) else problem.message
        page = console.text("import.page", page=problem.page) if problem.page else ""
        console.write(f"{'':12} {page}{text}")


def _total(console: Console, summary: ImportSummary, what: str) -> None:
    console.write()
    console.say(
        f"{what}.rehearsed" if summary.is_rehearsal else f"{what}.done",
        files=summary.files,
        added=summary.added,
        updated=summary.updated,
        unchanged=summary.unchanged,
        duplicates=summary.duplicates,
        rejected=summary.rejected,
    )
    if summary.cancelled:
        console.say(f"{what}.cancelled")
    if summary.batch is not None:
        console.say("import.undo", batch=summary.batch)
