"""The pieces of which a typed query consists: words, quotations, brackets, names of fields, minus signs.

Each character belongs to one piece or is space, and is looked at a fixed number of times.
"""

import re
from typing import Literal, NamedTuple, cast

from kennisbank.search.query import OPERATORS

Kind = Literal["open", "close", "quoted", "unclosed", "name", "minus", "text"]

_SPACE = r"\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00"
_OPENS = "(（"
_CLOSES = ")）"
_QUOTES = ('"“”„‟＂〝〞', "«»", "‹›", "「」")
"""What opens a quotation, with all that may close it: people mix the curly ones of several languages and keyboards."""
_ALL_QUOTES = "".join(_QUOTES)

_PIECE = re.compile(
    rf"""(?P<space>[{_SPACE}]+)
    | (?P<open>[{_OPENS}])
    | (?P<close>[{_CLOSES}])
    | (?P<quote>[{_ALL_QUOTES}])
    | (?P<name>[^\W\d_]+)[:：]
    | (?P<minus>(?<![^{_SPACE}{_OPENS}:：])[-−–－](?=[^{_SPACE}{_CLOSES}]))
    | (?P<text>[^{_SPACE}{_OPENS}{_CLOSES}{_ALL_QUOTES}]+)""",
    re.VERBOSE,
)
_CLOSERS = {quote: re.compile(f"[{group}]") for group in _QUOTES for quote in group}
_AFTER_QUOTE = re.compile(r"~[0-9]*|\*")
_ENDING = re.compile(rf"\([^\W\d_]{{1,5}}\)(?=[{_SPACE}{_CLOSES},;.:?!]|$)")
_STEM = re.compile(r"[^\W\d_]{3}$")


class Piece(NamedTuple):
    """A piece, and where it stands: `text` is what counts of it.

    Of a quotation `text` is what stands between the marks, beginning at `inside`, and `tail` what is glued to its end
    (``~5``, ``*``). The name of a field is given without its colon.
    """

    kind: Kind
    text: str
    start: int
    end: int
    inside: int = 0
    tail: str = ""


def piece_at(text: str, position: int) -> Piece | None:
    """Return the first piece of `text` that begins at `position` or later; None when only space is left."""
    found = _PIECE.match(text, position)
    if found is not None and found.lastgroup == "space":
        position = found.end()
        found = _PIECE.match(text, position)
    if found is None:
        return None if position >= len(text) else Piece("text", text[position], position, position + 1)
    kind, start, end = found.lastgroup, found.start(), found.end()
    if kind == "quote":
        return _quotation(text, start)
    if kind == "name":
        return Piece("name", found.group("name"), start, end)
    if kind == "text":
        return Piece("text", found.group(), start, _past_ending(text, start, end))
    return Piece(cast("Kind", kind), found.group(), start, end)


def chunk_at(text: str, position: int) -> Piece:
    """Return all that stands at `position` up to the next space, bracket or quotation mark, as a piece of text."""
    end = position
    while end < len(text) and (found := _PIECE.match(text, end)) and found.lastgroup in {"name", "minus", "text"}:
        end = found.end()
    return Piece("text", text[position:end], position, end)


def _quotation(text: str, start: int) -> Piece:
    end = _CLOSERS[text[start]].search(text, start + 1)
    if end is None:
        return Piece("unclosed", text[start], start, start + 1)
    tail = _AFTER_QUOTE.match(text, end.end())
    last = tail.end() if tail is not None else end.end()
    return Piece("quoted", text[start + 1 : end.start()], start, last, start + 1, tail.group() if tail else "")


def _past_ending(text: str, start: int, end: int) -> int:
    """Return where a word with an ending in brackets ends: ``docent(en)`` is one word."""
    ending = _ENDING.match(text, end)
    if ending is None or text[start:end] in OPERATORS or not _STEM.search(text, start, end):
        return end
    return ending.end()
