"""How a query was read, in words: so that nobody has to guess what was searched for."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kennisbank.search.query import And, InFacet, InYears, Near, Node, Not, Or, Phrase, Prefix, Word
from kennisbank.ui.language import number
from kennisbank.ui.models.search_words import facet_title, field_words, value_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """A run of the sentence; `is_asked` is what was typed, the rest is ours."""

    text: str
    is_asked: bool = False


def said(node: Node) -> list[Said]:
    """Return what a query asks as a sentence in runs: ``network and (teacher or docent) but not exam``."""
    return _joined(_said(node, is_inner=False))


def is_plain(node: Node) -> bool:
    """Tell whether a query is only words, all of them asked: then there is little to explain."""
    return isinstance(node, Word) or (
        isinstance(node, And) and all(isinstance(each, Word) and not each.field for each in node.children)
    )


def _said(node: Node, *, is_inner: bool) -> list[Said]:  # noqa: PLR0911 - one for each kind of node
    match node:
        case Word(text, field):
            return [*_in(field), Said(text, is_asked=True)]
        case Prefix(text, field):
            return [*_in(field), Said(translate("SearchReading", "words with ")), Said(f"{text}…", is_asked=True)]
        case Phrase(words, field):
            return [*_in(field), Said(f"“{' '.join(words)}”", is_asked=True)]
        case Near(parts, distance, field):
            return [*_in(field), *_list(parts, _apart(distance), is_inner=is_inner)]
        case InFacet(facet, value, is_prefix):
            shown = value_words(facet, value) + "…" * is_prefix
            return [Said(f"{facet_title(facet).lower()} "), Said(shown, is_asked=True)]
        case InYears(first, last):
            return _years(first, last)
        case Not(child):
            return [Said(translate("SearchReading", "not ")), *_said(child, is_inner=True)]
        case And(children):
            return _list(children, translate("SearchReading", " and "), is_inner=is_inner)
        case Or(children):
            return _list(children, translate("SearchReading", " or "), is_inner=is_inner)


def _in(field: str) -> list[Said]:
    if not field:
        return []
    return [Said(translate("SearchReading", "in the {field}: ").format(field=field_words(field)))]


def _years(first: int | None, last: int | None) -> list[Said]:
    if first == last and first is not None:
        return [Said(translate("SearchReading", "from the year ")), Said(str(first), is_asked=True)]
    if last is None:
        return [Said(translate("SearchReading", "from the year ")), Said(f"{first}…", is_asked=True)]
    if first is None:
        return [Said(translate("SearchReading", "up to the year ")), Said(str(last), is_asked=True)]
    return [Said(translate("SearchReading", "from the years ")), Said(f"{first}–{last}", is_asked=True)]


def _apart(distance: int) -> str:
    if distance == 1:
        return translate("SearchReading", " beside ")
    return translate("SearchReading", " within {count} words of ").format(count=number(distance))


def _list(children: tuple[Node, ...], between: str, *, is_inner: bool) -> list[Said]:
    runs: list[Said] = [Said("(")] if is_inner else []
    for place, child in enumerate(children):
        if place:
            runs.append(Said(between))
        runs += _said(child, is_inner=True)
    return [*runs, Said(")")] if is_inner else runs


def _joined(runs: list[Said]) -> list[Said]:
    """Return the runs with neighbours of one kind as one."""
    joined: list[Said] = []
    for run in runs:
        if joined and joined[-1].is_asked == run.is_asked:
            joined[-1] = Said(joined[-1].text + run.text, run.is_asked)
        else:
            joined.append(run)
    return joined
