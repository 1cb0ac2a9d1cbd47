"""``kennisbank dossier``: contributions and passages collected under a name."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import dossier_shapes as shapes
from kennisbank.cli.commands.dossier_export import export, licences
from kennisbank.console import Console
from kennisbank.domain.audience import Audience
from kennisbank.domain.dossier import DossierEdit, DossierItem
from kennisbank.domain.ids import DossierId, PageNo
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.services.dossier_places import DossierLine
from kennisbank.tasks.context import JobContext


def run(kennisbank: Kennisbank, arguments: Namespace, console: Console, ctx: JobContext) -> int:
    """List them, show one, change one, or write one as a reading pack."""
    if arguments.action == "export":
        return export(kennisbank, arguments, console, ctx)
    return _ACTIONS[arguments.action](kennisbank, arguments, console)


def _list(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    found = kennisbank.dossiers.trashed() if arguments.trash else kennisbank.dossiers.all()
    if console.as_json:
        console.answer({"dossiers": [shapes.dossier_line(each) for each in found]})
        return 0
    for each in found:
        whose = f"  {each.creator}" if each.creator else ""
        console.write(f"{each.id[:8]}  {each.name}  {console.text('dossier.count', count=len(each.items))}{whose}")
    if not found:
        console.say("dossier.none")
    return 0


def _show(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    opened = kennisbank.dossiers.open(_resolve(kennisbank, arguments))
    if console.as_json:
        console.answer({"dossier": shapes.dossier(opened)})
        return 0
    console.write(console.strong(opened.dossier.name))
    console.write(opened.dossier.id)
    if opened.dossier.remark:
        console.write(opened.dossier.remark)
    for number, line in enumerate(opened.lines, 1):
        _write_line(console, number, line)
    return 0


def _write_line(console: Console, number: int, line: DossierLine) -> None:
    if line.contribution is None:
        title = console.text("dossier.no_contribution")
    else:
        values = line.contribution.metadata.values
        authors = ", ".join(author.name for author in values.authors)
        title = "  ".join(
            part for part in (values.title or console.text("search.untitled"), authors, values.edition) if part
        )
    console.write(f"{number:>3}  {title}")
    if line.anchor is not None:
        page = console.text("search.page", page=line.label or line.anchor.page) if line.anchor.page else ""
        quote = line.anchor.quote.exact if line.anchor.quote else ""
        gone = console.text("dossier.gone") if line.anchor.state == "gone" else ""
        console.write("     " + "  ".join(part for part in (page, f"“{quote}”" if quote else "", gone) if part))
    if line.item.remark:
        console.write(f"     {line.item.remark}")


def _create(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _done(kennisbank, kennisbank.dossiers.create(arguments.name, arguments.remark), console)


def _trash(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _done(kennisbank, kennisbank.dossiers.trash(_resolve(kennisbank, arguments)), console)


def _restore(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _done(kennisbank, kennisbank.dossiers.restore(_resolve(kennisbank, arguments)), console)


def _add(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    dossiers, dossier = kennisbank.dossiers, _resolve(kennisbank, arguments)
    ids = [kennisbank.catalogue.resolve(each).id for each in arguments.ids]
    if arguments.quote is None:
        if arguments.page is not None:
            raise BadInputError(console.text("dossier.page_without_quote"))
        return _done(kennisbank, dossiers.add(dossier, ids, remark=arguments.remark), console)
    if len(ids) > 1:
        raise BadInputError(console.text("dossier.one_quote"))
    page = None if arguments.page is None else PageNo(arguments.page)
    edit = dossiers.add_quote(dossier, ids[0], arguments.quote, page, remark=arguments.remark)
    return _done(kennisbank, edit, console)


def _remove(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    dossier = kennisbank.dossiers.get(_resolve(kennisbank, arguments))
    items = [_item(dossier.items, each, console).id for each in arguments.items]
    return _done(kennisbank, kennisbank.dossiers.remove(dossier.id, items), console)


def _move(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    dossier = kennisbank.dossiers.get(_resolve(kennisbank, arguments))
    item = _item(dossier.items, arguments.item, console)
    return _done(kennisbank, kennisbank.dossiers.move(dossier.id, item.id, arguments.place - 1), console)


def _rename(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _done(kennisbank, kennisbank.dossiers.rename(_resolve(kennisbank, arguments), arguments.name), console)


def _remark(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    dossier = kennisbank.dossiers.get(_resolve(kennisbank, arguments))
    if arguments.item is None:
        return _done(kennisbank, kennisbank.dossiers.remark(dossier.id, arguments.text), console)
    item = _item(dossier.items, arguments.item, console)
    return _done(kennisbank, kennisbank.dossiers.remark_item(dossier.id, item.id, arguments.text), console)


def _share(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    audience = Audience(arguments.everyone, tuple(arguments.people))
    return _done(kennisbank, kennisbank.dossiers.share(_resolve(kennisbank, arguments), audience), console)


def _copy(kennisbank: Kennisbank, arguments: Namespace, console: Console) -> int:
    return _done(kennisbank, kennisbank.dossiers.copy(_resolve(kennisbank, arguments)), console)


def _item(items: tuple[DossierItem, ...], text: str, console: Console) -> DossierItem:
    """Return the line with this number, as ``show`` counts them, or with an id that alone begins so."""
    if text.isdecimal() and 1 <= int(text) <= len(items):
        return items[int(text) - 1]
    found = [each for each in items if each.id.startswith(text.strip().lower())] if text.strip() else []
    if len(found) > 1:
        raise BadInputError(console.text("dossier.several_items", text=text))
    if not found:
        raise NotFoundError("dossier item", text)
    return found[0]


def _done(kennisbank: Kennisbank, edit: DossierEdit, console: Console) -> int:
    if console.as_json:
        console.answer({"dossier": shapes.dossier(kennisbank.dossiers.open(edit.dossier))})
    else:
        dossier = kennisbank.dossiers.get(edit.dossier)
        key = "dossier.trashed" if dossier.trashed is not None else "dossier.kept"
        key = "dossier.shared" if dossier.trashed is None and dossier.shared else key
        console.say(key, name=dossier.name, count=len(dossier.items), id=dossier.id[:8])
    return 0


def _resolve(kennisbank: Kennisbank, arguments: Namespace) -> DossierId:
    return kennisbank.dossiers.resolve(arguments.dossier).id


_ACTIONS: Mapping[str, Callable[[Kennisbank, Namespace, Console], int]] = {
    "list": _list,
    "show": _show,
    "create": _create,
    "add": _add,
    "remove": _remove,
    "move": _move,
    "rename": _rename,
    "remark": _remark,
    "licences": licences,
    "trash": _trash,
    "restore": _restore,
    "copy": _copy,
    "share": _share,
}
