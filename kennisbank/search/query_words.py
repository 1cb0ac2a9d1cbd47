"""The words in a chunk of a query: what stands between two spaces may hold none, one or several."""

import re
from itertools import islice
from typing import NamedTuple

from kennisbank.search.analysis import WORD
from kennisbank.search.query import OPERATORS, Phrase, Prefix, TextField, Word
from kennisbank.search.query_frame import Remark
from kennisbank.search.query_pieces import Piece

LONGEST_WORD = 200
"""Characters of a word that count."""

_SLACK = re.compile(r"(?<=\w)~[0-9]*$")
_CLOCK = re.compile(r"[0-9]{1,4}(?:[:：][0-9]{1,4}){1,3}")
_AROUND = "'’‘,;.?![]{}"


class Chunk(NamedTuple):
    """The words of a chunk, and what of it could not be read."""

    nodes: list[Word | Prefix | Phrase]
    remarks: list[Remark]


def is_word(token: str) -> bool:
    """Tell whether a token says anything: it has a letter or a digit."""
    return any(each.isalnum() for each in token)


def chunk_words(piece: Piece, field: TextField) -> Chunk:
    """Return the words of `piece`, to be looked for in `field`; a time of the day (``12:30``) is a phrase."""
    text, start = _SLACK.sub("", piece.text), piece.start
    if _CLOCK.fullmatch(text.strip(_AROUND)):
        return Chunk([Phrase(tuple(WORD.findall(text)), field, start, start + len(text))], [])
    nodes: list[Word | Prefix | Phrase] = []
    remarks: list[Remark] = []
    ends: set[int] = set()
    starts: set[int] = set()
    for found in WORD.finditer(text):
        starts.add(found.start())
        ends.add(found.end())
        if is_word(found.group()):
            nodes.append(_node(text, found, field, start))
        if found.end() - found.start() > LONGEST_WORD:
            remarks.append(Remark(start + found.start(), start + found.end(), "too long a word"))
    stars = re.finditer(r"\*+", text)
    if any(each.start() not in ends or each.end() in starts for each in stars):
        remarks.append(Remark(start, start + len(text), "an asterisk counts at the end of a word only"))
    return Chunk(nodes, remarks)


def quoted_words(piece: Piece, most: int) -> list[Word]:
    """Return the words between quotation marks, at most so many; what is an operator elsewhere is a word here."""
    found = (each for each in WORD.finditer(piece.text) if is_word(each.group()))
    return [
        Word(_as_word(kept(each.group())), "", piece.inside + each.start(), piece.inside + each.end())
        for each in islice(found, most)
    ]


def kept(word: str) -> str:
    """Return as much of a token as counts, again as a token."""
    found = WORD.match(word[:LONGEST_WORD])
    return word if found is None or len(word) <= LONGEST_WORD else found.group()


def _node(text: str, found: re.Match[str], field: TextField, base: int) -> Word | Prefix:
    word, first, last = kept(found.group()), base + found.start(), base + found.end()
    if text.startswith("*", found.end()):
        return Prefix(word, field, first, last + 1)
    return Word(word if field else _as_word(word), field, first, last)


def _as_word(word: str) -> str:
    return word.lower() if word in OPERATORS else word
