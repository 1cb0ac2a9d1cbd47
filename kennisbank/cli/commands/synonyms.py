"""``kennisbank synonyms``: what means the same as a word, how many groups there are, and lines that can't be read."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kennisbank.bootstrap import Kennisbank
from kennisbank.console import Console
from kennisbank.domain.synonyms import BadLine
from kennisbank.errors import StorageError
from kennisbank.search.synonyms import decoded
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Say what a term finds, or check a file, or tell how many there are; exit code 1 where lines are skipped."""
    if arguments.check is not None:
        skipped = kennisbank.synonyms.check(_text(arguments.check))
        if console.as_json:
            console.answer({"skipped": _shapes(skipped)})
        return _tell(skipped, console)
    if arguments.term:
        found = [" ".join(each) for each in kennisbank.synonyms.of(" ".join(arguments.term))]
        if console.as_json:
            console.answer({"term": " ".join(arguments.term), "synonyms": found})
        else:
            console.write(", ".join(found) if found else console.text("synonyms.none"))
        return 0
    return _summary(kennisbank, console)


def _summary(kennisbank: Kennisbank, console: Console) -> int:
    summary, path = kennisbank.synonyms.summary(), kennisbank.paths.synonyms_file
    if console.as_json:
        skipped = _shapes(summary.skipped)
        console.answer({"file": str(path), "shipped": summary.shipped, "own": summary.own, "skipped": skipped})
    else:
        console.say("synonyms.total", shipped=summary.shipped, own=summary.own, path=path)
    return _tell(summary.skipped, console)


def _tell(skipped: Sequence[BadLine], console: Console) -> int:
    for each in () if console.as_json else skipped:
        reason = console.text(f"synonyms_reason.{each.reason}")
        console.say("synonyms.skipped", line=each.line, text=each.text, reason=reason)
    return 1 if skipped else 0


def _shapes(skipped: Sequence[BadLine]) -> list[dict[str, object]]:
    return [{"line": each.line, "text": each.text, "reason": each.reason} for each in skipped]


def _text(path: Path) -> str:
    try:
        return decoded(path.read_bytes())
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
