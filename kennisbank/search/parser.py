"""A forgiving reader of queries: anything that can be typed is one, and what was not understood is pointed at.

Words are all required; ``"a phrase"``, ``-not``/``NOT``/``NIET``, ``OR``/``OF``, ``AND``/``EN``, brackets, prefix
``netwerk*``, and field names in Dutch and English. *And* binds tighter than *or*. The reader works with a stack of
its own, so that no nesting is too deep for it, and in time proportional to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from kennisbank.domain.results import FacetName, NotUnderstood
from kennisbank.search.analysis import WORD, fold
from kennisbank.search.query import (
    And,
    InFacet,
    InYears,
    Node,
    Not,
    Phrase,
    Prefix,
    TextField,
    Word,
    all_of,
    any_of,
)

_DEEPEST = 50
_MOST_WORDS = 120
_MOST_REMARKS = 20

_TEXT_FIELDS: MappingProxyType[str, TextField] = MappingProxyType(
    {
        "title": "title", "titel": "title",
        "author": "authors", "authors": "authors", "auteur": "authors", "auteurs": "authors", "door": "authors",
        "keyword": "keywords", "keywords": "keywords", "trefwoord": "keywords", "trefwoorden": "keywords",
        "theme": "themes", "themes": "themes", "thema": "themes",
        "abstract": "abstract", "samenvatting": "abstract",
    }
)  # fmt: skip
_FACETS: MappingProxyType[str, FacetName] = MappingProxyType(
    {
        "edition": "edition", "editie": "edition",
        "lang": "language", "language": "language", "taal": "language",
        "type": "kind", "soort": "kind", "kind": "kind",
    }
)  # fmt: skip
_YEARS = frozenset({"year", "jaar"})
_LANGUAGES = MappingProxyType(
    {"nederlands": "nl", "dutch": "nl", "nl": "nl", "engels": "en", "english": "en", "en": "en"}
)
_OPERATORS = MappingProxyType({"AND": "and", "EN": "and", "OR": "or", "OF": "or", "NOT": "not", "NIET": "not"})

_PIECE = re.compile(
    r"""(?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<quote>["“”„«»])
    | (?P<name>[^\W\d_]+):
    | (?P<minus>(?<![^\s(:])[-−–](?=[^\s)]))
    | (?P<text>[^\s()"“”„«»]+)""",
    re.VERBOSE,
)
_QUOTE_END = re.compile(r'["“”„«»]')
_RANGE = re.compile(r"(\d{1,4})?\s*(?:\.\.+|…|-|–)\s*(\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a text, and what was not."""

    tree: Node
    not_understood: tuple[NotUnderstood, ...] = ()


@dataclass(slots=True)
class _Frame:
    """An open bracket: the alternatives read so far, and what waits for the next thing to be read."""

    start: int
    groups: list[list[Node]] = field(default_factory=lambda: [[]])
    negated: bool = False
    name: str = ""
    name_start: int = 0
    inherited: TextField = ""

    def take(self, node: Node) -> None:
        """Put `node` into the current alternative, negated if a minus stood before it."""
        self.groups[-1].append(Not(node) if self.negated else node)
        self.negated, self.name = False, ""

    def tree(self) -> Node:
        """Return what was read; empty alternatives don't count."""
        return any_of([all_of(group) for group in self.groups if group] or [And()])


def parse(text: str) -> Query:
    """Return the query that `text` is; never raises."""
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._remarks: list[NotUnderstood] = []
        self._frames = [_Frame(0)]
        self._words = 0
        self._ignored_depth = 0
        self._full_at: int | None = None

    def run(self) -> Query:
        """Read the text from left to right."""
        position = 0
        while position < len(self._text):
            found = _PIECE.match(self._text, position)
            if found is None:
                position += 1
                continue
            position = self._piece(found)
        while len(self._frames) > 1:
            self._remark(self._frames[-1].start, self._frames[-1].start + 1, "unclosed bracket")
            self._close()
        self._dangling(self._frames[0], len(self._text))
        if self._full_at is not None:
            self._remarks.append(NotUnderstood(self._full_at, len(self._text), "too many words"))
        tree = self._frames[0].tree()
        return Query(tree, tuple(sorted(self._remarks, key=lambda each: each.start)))

    def _remark(self, start: int, end: int, reason: str) -> None:
        if len(self._remarks) < _MOST_REMARKS:
            self._remarks.append(NotUnderstood(start, end, reason))

    def _piece(self, found: re.Match[str]) -> int:
        frame = self._frames[-1]
        match found.lastgroup:
            case "open":
                self._open(found.start())
            case "close":
                if self._ignored_depth:
                    self._ignored_depth -= 1
                elif len(self._frames) > 1:
                    self._close()
                else:
                    self._remark(found.start(), found.end(), "unopened bracket")
            case "quote":
                return self._phrase(found)
            case "name":
                return self._name(found)
            case "minus":
                frame.negated = True
            case "text":
                self._chunk(found.group(), found.start())
        return found.end()

    def _open(self, start: int) -> None:
        if len(self._frames) > _DEEPEST:
            self._ignored_depth += 1
            self._remark(start, start + 1, "too deep")
            return
        frame = self._frames[-1]
        inherited = _TEXT_FIELDS.get(frame.name, frame.inherited)
        self._frames.append(_Frame(start, inherited=inherited))

    def _close(self) -> None:
        frame = self._frames.pop()
        self._dangling(frame, frame.start)
        tree = frame.tree()
        if tree == And():
            self._frames[-1].negated, self._frames[-1].name = False, ""
        else:
            self._frames[-1].take(tree)

    def _dangling(self, frame: _Frame, end: int) -> None:
        if frame.name:
            self._remark(frame.name_start, frame.name_start + len(frame.name) + 1, "field without a value")
        if len(frame.groups) > 1 and not frame.groups[-1]:
            self._remark(max(0, end - 1), end, "nothing after OR")

    def _name(self, found: re.Match[str]) -> int:
        name = fold(found.group("name"))
        if name not in _TEXT_FIELDS and name not in _FACETS and name not in _YEARS:
            self._remark(found.start(), found.end(), "unknown field")
            self._chunk(found.group("name"), found.start())
            return found.end()
        frame = self._frames[-1]
        frame.name, frame.name_start = name, found.start()
        return found.end()

    def _phrase(self, found: re.Match[str]) -> int:
        end = _QUOTE_END.search(self._text, found.end())
        if end is None:
            self._remark(found.start(), found.end(), "unclosed quotation mark")
            return found.end()
        frame = self._frames[-1]
        inside = self._text[found.end() : end.start()]
        if frame.name in _FACETS or frame.name in _YEARS:
            is_prefix = self._text.startswith("*", end.end())
            self._facet(inside, found.end(), is_prefix=is_prefix)
            return end.end() + is_prefix
        words = tuple(each.group() for each in WORD.finditer(inside))
        if words and self._room(found.start(), len(words)):
            name = _TEXT_FIELDS.get(frame.name, frame.inherited)
            frame.take(Phrase(words, name, found.start(), end.end()))
        elif not words:
            self._remark(found.start(), end.end(), "nothing to search for")
        return end.end()

    def _chunk(self, chunk: str, start: int) -> None:
        frame = self._frames[-1]
        if frame.name in _FACETS or frame.name in _YEARS:
            self._facet(chunk.removesuffix("*"), start, is_prefix=chunk.endswith("*"))
            return
        operator = _OPERATORS.get(chunk)
        if operator is not None and not frame.name:
            self._operator(operator, start, start + len(chunk))
            return
        name = _TEXT_FIELDS.get(frame.name, frame.inherited)
        nodes = list(self._leaves(chunk, start, name))
        if nodes:
            frame.take(all_of(nodes))
        elif self._full_at is None:
            self._remark(start, start + len(chunk), "nothing to search for")

    def _leaves(self, chunk: str, start: int, name: TextField) -> Iterator[Node]:
        if "*" in chunk[:-1]:
            self._remark(start, start + len(chunk), "an asterisk counts at the end of a word only")
        for found in WORD.finditer(chunk):
            if not self._room(start + found.start(), 1):
                return
            first, last = start + found.start(), start + found.end()
            if chunk.startswith("*", found.end()):
                yield Prefix(found.group(), name, first, last + 1)
            elif any(c.isalnum() for c in found.group()):
                yield Word(found.group(), name, first, last)

    def _room(self, start: int, count: int) -> bool:
        """Tell whether `count` more words may be searched; the first that may not is remembered."""
        if self._full_at is not None or self._words + count > _MOST_WORDS:
            self._full_at = start if self._full_at is None else self._full_at
            return False
        self._words += count
        return True

    def _operator(self, operator: str, start: int, end: int) -> None:
        frame = self._frames[-1]
        if operator == "not":
            frame.negated = True
        elif not frame.groups[-1]:
            self._remark(start, end, "nothing before the operator")
        elif operator == "or":
            frame.groups.append([])

    def _facet(self, value: str, start: int, *, is_prefix: bool) -> None:
        frame = self._frames[-1]
        name, value = frame.name, value.strip()
        if name in _YEARS:
            years = _years(value)
            if years is None:
                self._remark(frame.name_start, start + len(value), "not a year")
                frame.name = ""
                return
            frame.take(years)
            return
        facet = _FACETS[name]
        folded = " ".join(fold(value).split())
        if not folded:
            self._remark(frame.name_start, start + len(value), "field without a value")
            frame.name = ""
            return
        if facet == "language":
            folded = _LANGUAGES.get(folded, folded)
        frame.take(InFacet(facet, folded, is_prefix))


def _years(value: str) -> InYears | None:
    if value.isdecimal() and value.isascii() and len(value) <= 4:
        return InYears(int(value), int(value))
    found = _RANGE.fullmatch(value)
    if found is None or not (found.group(1) or found.group(2)):
        return None
    first, last = (int(each) if each else None for each in found.groups())
    if first is not None and last is not None and first > last:
        first, last = last, first
    return InYears(first, last)
