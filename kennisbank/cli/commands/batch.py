"""``kennisbank batch``: looking back on imports, and undoing one."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import shapes
from kennisbank.console import Console
from kennisbank.domain.contribution import ImportBatch
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """List the batches, newest first, or undo one."""
    if arguments.action == "undo":
        return _undo(kennisbank, arguments.id, console, ctx)
    batches = kennisbank.catalogue.batches()
    if console.as_json:
        console.answer({"batches": [shapes.batch(each) for each in batches]})
        return 0
    for each in batches:
        console.write(
            f"{each.id[:8]}  {each.started.utc:%Y-%m-%d %H:%M}  {console.text(f'batch.{each.state}'):<12}"
            f"  +{each.added} ~{each.updated} ={each.unchanged + each.duplicates} !{each.rejected}  {each.source}"
        )
    return 0


def _undo(kennisbank: Kennisbank, text: str, console: Console, ctx: JobContext) -> int:
    batch = resolve(kennisbank.catalogue.batches(), text)
    changes = kennisbank.importing.undo(batch.id, ctx)
    removed = sum(change.action == "removed" and change.kind == "contribution" for change in changes.changes)
    restored = len(changes.ids("contribution")) - removed
    if console.as_json:
        console.answer({"batch": batch.id, "removed": removed, "restored": restored})
    else:
        console.say("batch.was_undone", removed=removed, restored=restored)
    return 0


def resolve(batches: list[ImportBatch], text: str) -> ImportBatch:
    """Return the import whose id begins with `text`.

    Raises:
        NotFoundError: there is none.
        BadInputError: there are several.
    """
    found = [each for each in batches if each.id == text] or [each for each in batches if each.id.startswith(text)]
    if not found or not text:
        raise NotFoundError("batch", text)
    if len(found) > 1:
        raise BadInputError(f"Several batches begin with {text!r}; give more of the id.")
    return found[0]
