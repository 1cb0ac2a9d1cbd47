"""From text to index terms: what counts as a word, which spellings are one word, which forms belong together.

This module is replaceable: the index asks it for the terms of a token and the keys under which the forms of a word
stand, and stores `ANALYSER`, so that an index made by another analyser is known to be outdated.

A *token* is a run of letters and digits, with the hyphens, apostrophes and dots inside it. Most tokens give one term;
``co-creatie`` gives ``co``, ``creatie`` (one place further) and ``cocreatie``. Only surface forms are indexed;
inflection is a relation between words, asked for when a query is answered (`keys_of`).
"""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from kennisbank.search.inflection import dutch_key, english_key

ANALYSER = "1"
"""Grows with every change of what is indexed for a text."""

WORD = re.compile(
    "[\\w\u0300-\u036f\u00ad]+(?:[-\u2010\u2011'\u2019\u2018\u02bc\u00b4`.\u00b7][\\w\u0300-\u036f\u00ad]+)*"
)
"""A token of raw or cleaned text."""

_JOINERS = re.compile("[-\u2010\u2011_\u00b7]+")
_APOSTROPHES = MappingProxyType(dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u00b4`"), "'"))
_LETTERS = MappingProxyType(
    str.maketrans(
        {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "\u00ad": "", "ĳ": "ij"}
    )
)
_VERSION = re.compile(r"[a-z]*\d+(?:\.\d+)+[a-z]?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")

# Dutch, then English: words that say nothing about what a text is about. They count in phrases only.
STOP_WORDS = frozenset(
    "de het een en van in is dat op te zijn met voor niet aan er om dan als of bij ook die door naar uit tot deze dit "  # noqa: SIM905
    "ik je ze we wij hij zij u mijn zijn haar hun ons onze wat wie hoe waar wordt worden werd heeft hebben had was "
    "waren ben bent nog al maar want dus t s n "
    "the a an of and or to for with are by at as from it this that be were on its their has have which how what".split()
)


class Token(NamedTuple):
    """The terms of a token, each with its place counted from the token's first, and the places the token takes."""

    terms: tuple[tuple[str, int], ...]
    width: int


def fold(word: str) -> str:
    """Return `word` without capitals, accents, ligatures and soft hyphens, and with one kind of apostrophe."""
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS).translate(_APOSTROPHES)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def token_of(raw: str) -> Token:
    """Return the terms of one token, as `WORD` finds it."""
    folded = fold(raw)
    if folded.isalnum():
        return Token(((folded, 0),), 1)
    terms: list[tuple[str, int]] = []
    place = 0
    pieces = [piece for piece in _JOINERS.split(folded) if piece]
    for piece in pieces:
        for part, others in _parts(piece):
            terms.append((part, place))
            terms.extend((other, place) for other in others)
            place += 1
    joined = "".join(piece.replace("'", "") for piece in pieces)
    if place > 1 and joined.isalnum():
        terms.append((joined, 0))
    return Token(tuple(dict.fromkeys(terms)), place)


def _parts(piece: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a piece without hyphens, each with the other terms that stand in its place."""
    if _VERSION.fullmatch(piece):
        yield piece, ((piece.replace(".", ""),) if _THOUSANDS.fullmatch(piece) else ())
        return
    for part in piece.split("."):
        bare = "".join(c for c in part if c.isalnum() or c == "'").strip("'")
        if bare.isalnum():
            yield bare, ()
        elif bare.endswith("'s") and bare[:-2].isalnum():
            yield bare[:-2] + "s", (bare[:-2],)
        else:
            yield from ((each, ()) for each in bare.split("'") if each)


class Analyser:
    """Tokens and keys, remembered per word: a corpus repeats its words, and analysing one again costs most."""

    def __init__(self, limit: int = 200_000) -> None:
        """Forget everything when more than `limit` words are remembered."""
        self._limit = limit
        self._tokens: dict[str, Token] = {}
        self._keys: dict[str, tuple[tuple[str, str], ...]] = {}

    def token(self, raw: str) -> Token:
        """Return the terms of one token."""
        found = self._tokens.get(raw)
        if found is None:
            if len(self._tokens) >= self._limit:
                self._tokens.clear()
            found = self._tokens[raw] = token_of(raw)
        return found

    def keys(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the keys of `keys_of`."""
        found = self._keys.get(word)
        if found is None:
            if len(self._keys) >= self._limit:
                self._keys.clear()
            found = self._keys[word] = keys_of(word)
        return found


def keys_of(word: str) -> tuple[tuple[str, str], ...]:
    """Return the keys under which the forms of `word` stand, each with its language code."""
    return (("n", dutch_key(word)), ("e", english_key(word)))


def language_code(language: str) -> str:
    """Return the one-letter code with which terms of this language are marked: ``n``, ``e``, or ``x`` if unknown."""
    return {"nl": "n", "en": "e"}.get(language, "x")
