"""A query as a form, for whoever doesn't type operators: both ways, without loss. Pure: knows nothing of Qt.

What a form has no field for goes along in `QueryForm.rest`, as it is typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from kennisbank.search.analysis import WORD
from kennisbank.search.parser import parse
from kennisbank.search.query import (
    And,
    InFacet,
    InYears,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
    Written,
    all_of,
    any_of,
    to_text,
)
from kennisbank.search.query_near import LEAST, MOST, USUAL
from kennisbank.search.query_pieces import piece_at
from kennisbank.search.query_room import MOST_WORDS
from kennisbank.search.query_values import asked_value
from kennisbank.search.query_words import chunk_words, is_word, kept

_MOST_WORDS = MOST_WORDS + 1
"""So that what is too much for a query is said."""
_MOST_TEXT = 5000
Item = Word | Prefix | Phrase


@dataclass(frozen=True, slots=True)
class QueryForm:
    """What is typed in each field; empty ones ask nothing.

    The fields with words also take ``"phrases"`` and beginnings (``netwerk*``). `language` and `kind` are codes.
    `distance` is that of `near`, in words. `rest` is a query by itself, asked on top of all the others.
    """

    all_words: str = ""
    phrase: str = ""
    any_words: str = ""
    none: str = ""
    near: str = ""
    distance: int = USUAL
    title: str = ""
    author: str = ""
    keyword: str = ""
    edition: str = ""
    first_year: int | None = None
    last_year: int | None = None
    language: str = ""
    kind: str = ""
    rest: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return tree_of(self) == And()


def text_of(form: QueryForm, language: Written) -> str:
    """Return the query that `form` asks, in the names of `language`."""
    return to_text(tree_of(form), language)


def tree_of(form: QueryForm) -> Node:
    """Return what `form` asks."""
    parts: list[Node] = [*_items(form.all_words), *_phrase(form.phrase)]
    alternatives: list[Node] = list(_whole_items(form.any_words))
    if alternatives:
        parts.append(any_of(alternatives))
    parts += _near(form)
    for text, field in _fielded(form):
        parts += [replace(each, field=field) for each in _items(text, field)]
    parts += [*_edition(form.edition), *_years(form.first_year, form.last_year)]
    if form.language:
        parts.append(InFacet("language", form.language))
    if form.kind:
        parts.append(InFacet("kind", form.kind))
    parts += [Not(each) for each in _whole_items(form.none)]
    parts.append(parse(form.rest).tree)
    return all_of(parts)


def form_of(tree: Node, language: Written) -> QueryForm:
    """Return the form that asks `tree`; what has no field stands in `rest`, in the names of `language`."""
    filling = _Filling()
    for child in tree.children if isinstance(tree, And) else (tree,):
        filling.take(child)
    return filling.form(language)


class _Filling:
    """A form while it is being filled in."""

    def __init__(self) -> None:
        self._words: dict[str, list[str]] = {}
        self._form = QueryForm()
        self._rest: list[Node] = []

    def take(self, node: Node) -> None:
        """Write `node` in the field where it belongs, or with the rest."""
        filled = self._filled(node)
        if filled is None:
            self._rest.append(node)
        else:
            self._form = filled

    def form(self, language: Written) -> QueryForm:
        """Return what was filled in."""
        words = {name: " ".join(each) for name, each in self._words.items()}
        *others, phrase = self._words.get("phrases", [""])
        return replace(
            self._form,
            all_words=" ".join((*self._words.get("all_words", ()), *others)),
            phrase=phrase.strip('"'),
            none=words.get("none", ""),
            title=words.get("title", ""),
            author=words.get("author", ""),
            keyword=words.get("keyword", ""),
            rest=to_text(all_of(self._rest), language),
        )

    def _filled(self, node: Node) -> QueryForm | None:  # noqa: PLR0911 - one for each kind of field
        form = self._form
        match node:
            case Phrase(_, ""):
                return self._add("phrases", node)
            case Word() | Prefix() | Phrase():
                name = _LISTS.get(node.field)
                return self._add(name, node) if name is not None else None
            case Not(Word(field="") | Prefix(field="") | Phrase(field="") as child):
                return self._add("none", child)
            case Near(parts, distance, "") if not form.near:
                return replace(form, near=_joined(parts), distance=distance)
            case InYears(first, last) if form.first_year is None and form.last_year is None:
                return replace(form, first_year=first, last_year=last)
            case InFacet("language", value, False) if not form.language:
                return replace(form, language=value)
            case InFacet("kind", value, False) if not form.kind:
                return replace(form, kind=value)
            case InFacet("edition") | Or((InFacet("edition"), InYears())) if not form.edition:
                return self._with_edition(node)
            case Or(children) if not form.any_words and all(_is_plain(each) for each in children):
                return replace(form, any_words=_joined(each for each in children if isinstance(each, Item)))
        return None

    def _add(self, name: str, node: Item) -> QueryForm:
        self._words.setdefault(name, []).append(_written(node))
        return self._form

    def _with_edition(self, node: Node) -> QueryForm | None:
        facet = node.children[0] if isinstance(node, Or) else node
        if not isinstance(facet, InFacet):
            return None
        form = replace(self._form, edition=facet.value + "*" * facet.is_prefix)
        return form if _edition(form.edition) == [node] else None


_LISTS: dict[TextField, str] = {"": "all_words", "title": "title", "authors": "author", "keywords": "keyword"}


def _fielded(form: QueryForm) -> tuple[tuple[str, TextField], ...]:
    return (form.title, "title"), (form.author, "authors"), (form.keyword, "keywords")


def _is_plain(node: Node) -> bool:
    return isinstance(node, Item) and not node.field


def _written(node: Item) -> str:
    """Return a word or phrase as it stands in a field, where the names of operators are words too."""
    if isinstance(node, Phrase):
        return f'"{" ".join(node.words)}"'
    return f"{node.text}*" if isinstance(node, Prefix) else node.text


def _joined(items: "Iterator[Item] | tuple[Item, ...]") -> str:
    return " ".join(_written(each) for each in items)


def _items(text: str, field: TextField = "") -> list[Item]:
    """Return the words and phrases in a field of the form: operators and brackets say nothing there."""
    return list(islice((item for chunk in _chunks(text, field) for item in chunk), _MOST_WORDS))


def _whole_items(text: str) -> list[Item]:
    """Return the same, with what is glued together (``R&D``) as a phrase."""
    return list(islice((_whole(chunk) for chunk in _chunks(text, "")), _MOST_WORDS))


def _chunks(text: str, field: TextField) -> Iterator[list[Item]]:
    text, position = text[:_MOST_TEXT], 0
    while (piece := piece_at(text, position)) is not None:
        position = piece.end
        if piece.kind == "quoted":
            found: list[Item] = list(_phrase(piece.text))
        elif piece.kind in {"text", "name"}:
            found = list(chunk_words(piece, field).nodes)
        else:
            continue
        if found:
            yield found


def _whole(chunk: list[Item]) -> Item:
    words = [each.text for each in chunk if not isinstance(each, Phrase)]
    return chunk[0] if len(chunk) == 1 else Phrase(tuple(words))


def _phrase(text: str) -> list[Phrase]:
    words = (kept(each.group()) for each in WORD.finditer(text[:_MOST_TEXT]) if is_word(each.group()))
    found = tuple(islice(words, _MOST_WORDS))
    return [Phrase(found)] if found else []


def _near(form: QueryForm) -> list[Node]:
    parts = _whole_items(form.near)
    if len(parts) < 2:
        return list(parts)
    return [Near(tuple(parts), max(LEAST, min(MOST, form.distance)))]


def _edition(text: str) -> list[Node]:
    value = text.strip()
    if not value.strip("*"):
        return []
    found = asked_value("edition", value.removesuffix("*"), is_prefix=value.endswith("*"), is_literal=False)
    return [] if isinstance(found, str) else [found]


def _years(first: int | None, last: int | None) -> list[Node]:
    if first is None and last is None:
        return []
    if first is not None and last is not None and first > last:
        first, last = last, first
    return [InYears(first, last)]
