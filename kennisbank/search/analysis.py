"""From text to index terms: what counts as a word, which spellings are one word, which forms belong together.

This module is replaceable: the index asks it for the terms of a token and the keys under which the forms of a word
stand, and stores `ANALYSER`, so that an index made by another analyser is known to be outdated.

A *token* is a run of letters and digits, with the hyphens, apostrophes and dots inside it. Most tokens give one term;
``co-creatie`` gives ``co``, ``creatie`` (one place further) and ``cocreatie``. Only surface forms are indexed;
what words have to do with each other, as forms of one word, by derivation, or as parts of a compound, is kept as keys
under which words stand (`Analyser.keys` and so on), and asked for when a query is answered.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import NamedTuple

from kennisbank.lexicon.compounds import nested_parts, suspended, suspended_behind
from kennisbank.lexicon.derivation import derivation_key
from kennisbank.lexicon.inflection import inflection_keys
from kennisbank.lexicon.words import zipf

ANALYSER = "2"
"""Grows with every change of what is indexed for a text."""

MARK = "\x1f"
"""Stands between a word and the code of the language of the passage it stands in, or between a key and its kind."""
DERIVATION, PART = "d", "p"
"""Kinds of keys beside the languages of inflection."""

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

_USUAL, _BORROWED = 3.0, 0.5
"""In Zipf's measure: a usual word of a language, and how much commoner a borrowed one must be in the other."""
SHORTEST_PART = 3
"""Letters of a word that may be a part of a compound."""

# Dutch, then English: words that say nothing about what a text is about. They count in phrases only.
FUNCTION_WORDS = frozenset(
    "de het een en van in is dat op te zijn met voor niet aan er om dan als of bij ook die door naar uit tot deze dit "  # noqa: SIM905
    "ik je ze we wij hij zij u mijn zijn haar hun ons onze wat wie hoe waar wordt worden werd heeft hebben had was "
    "waren ben bent nog al maar want dus t s n "
    "the a an of and or to for with are by at as from it this that be were on its their has have which how what".split()
)
# ... and words that make a question of a text, or say how sure it is.
_QUESTION_WORDS = frozenset(
    "hoeveel welk welke waarom wanneer waarmee waarvan waarin waardoor kan kunnen kon konden moet moeten moest mag "  # noqa: SIM905
    "mogen mocht zou zouden zal zullen doet doen deed gaat gaan kreeg krijgt "
    "who whom whose when where why do does did done can could should would will may might must been being than then "
    "there these those such".split()
)
STOP_WORDS = FUNCTION_WORDS | _QUESTION_WORDS


class Token(NamedTuple):
    """The terms of a token, each with its place counted from the token's first, and the places the token takes."""

    terms: tuple[tuple[str, int], ...]
    width: int

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the term of each place, in order."""
        found: list[str] = []
        for term, place in self.terms:
            if place == len(found):
                found.append(term)
        return tuple(found)

    @property
    def joined(self) -> str:
        """Return the one term that stands for the whole token; empty where it is several words, as in a host name."""
        if self.width == 1:
            return self.terms[0][0]
        parts = self.parts
        return next((term for term, place in self.terms if place == 0 and term not in parts), "")


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
        self._relations: dict[str, tuple[tuple[str, str], ...]] = {}

    def token(self, raw: str) -> Token:
        """Return the terms of one token."""
        found = self._tokens.get(raw)
        if found is None:
            if len(self._tokens) >= self._limit:
                self._tokens.clear()
            found = self._tokens[raw] = token_of(raw)
        return found

    def keys(self, word: str) -> tuple[tuple[str, str], ...]:
        """Return the keys under which the forms of `word` stand, each with its language code."""
        found = self._keys.get(word)
        if found is None:
            if len(self._keys) >= self._limit:
                self._keys.clear()
            found = self._keys[word] = inflection_keys(word)
        return found

    def is_borrowed(self, word: str, language: str) -> bool:
        """Tell whether `word`, in a passage of the other language, is rather a word of this one (``n`` or ``e``).

        It is if it is much commoner here, and there unusual, or of no form that the rules there know.
        """
        dutch, english = zipf(word, "nl"), zipf(word, "en")
        own, other = (english, dutch) if language == "n" else (dutch, english)
        return other > own + _BORROWED and (
            own < _USUAL or all(key == word for code, key in self.keys(word) if code != language)
        )

    def derivations(self, word: str) -> tuple[str, ...]:
        """Return the keys, of the kind `DERIVATION`, under which words made from the same stem stand."""
        key = derivation_key(word)
        return (f"{key}{MARK}{DERIVATION}",) if key else ()

    def part_key(self, word: str) -> str:
        """Return the key under which the compounds stand that have `word` as a part; empty if it is too short."""
        return next((key for code, key in self.keys(word) if code == "n"), "") if len(word) >= SHORTEST_PART else ""

    def relations(self, word: str, is_known: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
        """Return every key under which `word` stands, with its kind, and the codes of the languages it does so in.

        `is_known` knows words that the lists don't, as parts of compounds.
        """
        found = self._relations.get(word)
        if found is None:
            if len(self._relations) >= self._limit:
                self._relations.clear()
            found = self._relations[word] = tuple(self._related(word, is_known))
        return found

    def _related(self, word: str, is_known: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
        is_english = self.is_borrowed(word, "e")
        for language, key in self.keys(word):
            is_any = is_english if language == "e" else self.is_borrowed(word, "n")
            yield f"{key}{MARK}{language}", "nex" if is_any else f"{language}x"
        for key in self.derivations(word):
            yield key, "nex"
        if not is_english:
            for key in dict.fromkeys(self.part_key(part) for part in nested_parts(word, is_known)):
                if key:
                    yield f"{key}{MARK}{PART}", "nx"


_AND = r"(?:en|of|and|or|&|en/of|dan wel|tot|versus|/)"
_SUSPENDED = re.compile(rf"(?P<before>[-\u2010])\s+{_AND}\s+|\s{_AND}\s+[-\u2010](?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")
_LONGEST = 40
_SHORTEST_SUSPENDED, _SHORTEST_WHOLE = 3, 5


def completed(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words that suspended compounds in `text` mean, folded, each with the offset of what stands for it.

    *netwerk- en informatiesamenleving* also says *netwerksamenleving*, *informatievoorziening en -beheer* also
    *informatiebeheer*.
    """
    for match in _SUSPENDED.finditer(text):
        start, end = match.span()
        before = _WORD_BEFORE.search(text, max(0, start - _LONGEST), start)
        behind = _WORD_BEHIND.match(text, end, end + _LONGEST)
        if before is None or behind is None:
            continue
        is_first = bool(match["before"])
        half, whole = (before, behind) if is_first else (behind, before)
        if len(half[0]) < _SHORTEST_SUSPENDED or len(whole[0]) < _SHORTEST_WHOLE:
            continue
        word = (suspended if is_first else suspended_behind)(fold(before[0]), fold(behind[0]))
        if word:
            yield half.start(), word


def language_code(language: str) -> str:
    """Return the one-letter code with which terms of this language are marked: ``n``, ``e``, or ``x`` if unknown."""
    return {"nl": "n", "en": "e"}.get(language, "x")
