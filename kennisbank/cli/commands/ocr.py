"""``kennisbank ocr``: scans in, text that can be searched out."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.documents.ocr_install import install_key
from kennisbank.errors import ScansUnreadableError
from kennisbank.services.scans import ReadScan, ScanSummary
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """Read what waits; exit code 1 when a page could not be read, 3 when nothing can be for lack of data."""
    only = [kennisbank.catalogue.resolve(each).id for each in arguments.ids] or None
    show = _as_json if console.as_json else _as_text
    try:
        summary = kennisbank.scans.read(ctx, only=only, on_page=lambda page: show(console, page))
    except ScansUnreadableError as error:
        unread = kennisbank.scans.state().counts.unread
        words = [
            console.text("ocr.no_data" if error.folder is None else "ocr.bad_data", pages=unread, path=error.folder)
        ]
        words.append(console.text(install_key()))
        if console.as_json:
            console.answer({"error": {"type": type(error).__name__, "message": " ".join(words)}})
        for line in words:
            console.complain(line)
        return 3
    if console.as_json:
        console.answer(shapes.scan_summary(summary))
    else:
        _total(console, summary)
    if summary.cancelled:
        return 130
    return 1 if summary.failed or summary.left else 0


def _as_json(console: Console, each: ReadScan) -> None:
    console.answer(shapes.scan(each))


def _as_text(console: Console, each: ReadScan) -> None:
    if each.page.outcome == "nothing":
        return
    outcome = console.text(f"ocr.{each.page.outcome}")
    place = console.text("search.page", page=each.waiting.page)
    reason = f"  {console.text(f'ocr_reason.{each.page.reason}')}" if each.page.reason else ""
    console.write(f"{outcome:<12} {each.waiting.name}  {place}{reason}")


def _total(console: Console, summary: ScanSummary) -> None:
    console.say("ocr.total", read=summary.read, nothing=summary.nothing, failed=summary.failed)
    if summary.left:
        console.say("ocr.left", left=summary.left)
