"""``kennisbank annotations``: what readers wrote, listed, taken from files and written to files."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import annotation_shapes as shapes
from kennisbank.config.settings import load_settings
from kennisbank.console import Console
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import UNKNOWN_CREATOR, AnnotationFilter, AnnotationKind
from kennisbank.domain.audience import Audience
from kennisbank.domain.ids import AnnotationId, ContributionId, PageNo
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.exchange.values import Entry, Section
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """List them, make one, take them from a file, write them to one, or throw some away."""
    return _ACTIONS[arguments.action](kennisbank, arguments, console)


def _list(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    wanted = AnnotationFilter(
        text=arguments.text,
        contributions=frozenset(_contributions(kennisbank, arguments)),
        kinds=frozenset(arguments.kind),
        tags=frozenset(arguments.tag),
        is_trashed=arguments.trashed,
    )
    _show(console, kennisbank.exchanging.listed(wanted))
    return 0


def _import(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    taken = kennisbank.exchanging.take(contribution, arguments.file)
    if console.as_json:
        console.answer({"imported": shapes.imported(taken)})
    else:
        console.say("annotations.imported", added=taken.added, unchanged=taken.unchanged, kept=taken.kept_as_other)
        for each in taken.problems:
            console.complain("  " + console.text(f"problem.{each.code}", **each.values))
    return int(any(each.severity != "note" for each in taken.problems))


def _export(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    ids = _contributions(kennisbank, arguments)
    to_stdout = arguments.output == "-"
    target = sys.stdout.buffer if to_stdout else Path(arguments.output)
    name = load_settings(kennisbank.paths.settings_file).reader_name
    report = kennisbank.exchanging.export(
        target, arguments.format, contributions=ids, name=name, language=console.language
    )
    if to_stdout:
        sys.stdout.buffer.flush()
    elif console.as_json:
        console.answer({"exported": shapes.exported(report, arguments.format, arguments.output)})
    else:
        console.say("annotations.exported", count=report.annotations, file=arguments.output)
    for each in () if console.as_json else report.problems:
        console.complain("  " + console.text(f"problem.{each.code}", **each.values))
    return int(any(each.severity != "note" for each in report.problems))


def _add(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    contribution = kennisbank.catalogue.resolve(arguments.id).id
    tags = tuple(arguments.tag)
    if arguments.quote:
        page = None if arguments.page is None else PageNo(arguments.page)
        anchor = kennisbank.exchanging.passage(contribution, arguments.quote, page)
        spans = [Span(each.page, each.start, each.end) for each in anchor.pieces]
        kind: AnnotationKind = arguments.kind or "highlight"
        colour = arguments.colour or ("yellow" if kind == "highlight" else "")
        edit = kennisbank.annotating.mark(
            contribution, anchor.file, spans, kind, colour=colour, body=arguments.note, tags=tags
        )
    elif arguments.page is not None or arguments.kind not in {"", "note"}:
        raise BadInputError(console.text("annotations.without_quote"))
    else:
        edit = kennisbank.annotating.note(contribution, arguments.note)
        made = edit.after[0]
        if made is not None and (tags or arguments.colour):
            kennisbank.annotating.change(made.id, tags=tags, colour=arguments.colour)
    return _done(kennisbank, [each.id for each in edit.after if each is not None], "annotations.made", console)


def _trash(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    ids = _annotations(kennisbank, arguments.ids, console, is_trashed=False)
    kennisbank.annotating.trash(ids)
    return _done(kennisbank, ids, "annotations.trashed", console)


def _restore(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    ids = _annotations(kennisbank, arguments.ids, console, is_trashed=True)
    kennisbank.annotating.restore(ids)
    return _done(kennisbank, ids, "annotations.restored", console)


def _share(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    ids = _annotations(kennisbank, arguments.ids, console, is_trashed=False)
    audience = Audience(arguments.everyone, tuple(arguments.people))
    kennisbank.annotating.share(ids, audience)
    return _done(kennisbank, ids, "annotations.shared" if audience else "annotations.unshared", console)


def _done(kennisbank: Kennisbank, ids: list[AnnotationId], key: str, console: Console) -> int:
    """Answer what these annotations are now."""
    if not console.as_json:
        console.say(key, id=", ".join(each[:8] for each in ids), count=len(ids))
        return 0
    found = [kennisbank.exchanging.listed(AnnotationFilter(is_trashed=trashed)) for trashed in (False, True)]
    shown = [
        shapes.annotation(section, each)
        for sections in found
        for section in sections
        for each in section.entries
        if each.annotation.id in ids
    ]
    console.answer({"annotations": shown})
    return 0


def _annotations(kennisbank: Kennisbank, texts: list[str], console: Console, *, is_trashed: bool) -> list[AnnotationId]:
    """Return the annotations with these ids, or whose ids alone begin so; those in the trash or those outside."""
    here = [each.id for each in kennisbank.annotating.find(AnnotationFilter(is_trashed=is_trashed)).annotations]
    ids = []
    for text in texts:
        wanted = text.strip().lower()
        found = [each for each in here if wanted and each.startswith(wanted)]
        if len(found) > 1:
            raise BadInputError(console.text("annotations.several", text=text))
        if not found:
            raise NotFoundError("annotation", text)
        ids += found
    return ids


def _contributions(kennisbank: Kennisbank, arguments: Namespace) -> list[ContributionId]:
    return [kennisbank.catalogue.resolve(each).id for each in arguments.ids]


def _show(console: Console, found: tuple[Section, ...]) -> None:
    if console.as_json:
        console.answer(
            {"annotations": [shapes.annotation(section, each) for section in found for each in section.entries]}
        )
        return
    for section in found:
        authors = ", ".join(section.authors)
        title = section.title or console.text("search.untitled")
        console.write("  ".join(part for part in (console.strong(title), authors, section.edition) if part))
        for each in section.entries:
            _write(console, each)
    console.say("annotations.total", count=sum(len(section.entries) for section in found))


def _write(console: Console, each: Entry) -> None:
    one = each.annotation
    page = console.text("search.page", page=each.label) if each.label else ""
    quote = f"“{each.quote}”" if each.quote else ""
    state = each.anchor.state if each.anchor is not None else "original"
    said = "" if state in {"original", "same"} else console.text(f"annotations.{state}")
    writer = console.text("markdown.unknown") if one.creator == UNKNOWN_CREATOR else one.creator
    words = (console.text(f"annotation_kind.{one.kind}"), page, quote, said, writer)
    console.write(f"  {one.id[:8]}  " + "  ".join(part for part in words if part))
    tags = " ".join(f"#{tag}" for tag in one.tags)
    for line in (*one.body.splitlines(), *([tags] if tags else [])):
        console.write(f"            {line}")


_ACTIONS: Mapping[str, Callable[[Kennisbank, Namespace, Console], int]] = {
    "list": _list,
    "import": _import,
    "export": _export,
    "add": _add,
    "trash": _trash,
    "restore": _restore,
    "share": _share,
}
