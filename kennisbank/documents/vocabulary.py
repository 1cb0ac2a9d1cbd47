"""The words a document is known to use: what tells a hyphen of the printer from one of the author."""

import re
import unicodedata
from collections.abc import Container, Iterable

from kennisbank.domain.document import PageText

Vocabulary = Container[str]
"""Anything that can say whether it holds a word, folded by `fold_word`: a set, or a larger list behind ``in``."""

NO_WORDS: Vocabulary = frozenset()

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’\u2010][^\W\d_][^\W_]*)*")
_AT_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\n\s*")


def fold_word(word: str) -> str:
    """Return the form in which words are compared here: without capitals, ligatures, soft hyphens."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).replace("\u00ad", "").replace("\u2010", "-").casefold()


def vocabulary_of(pages: Iterable[PageText]) -> frozenset[str]:
    """Return the folded words of these pages, also hyphenated ones; without halves of broken words."""
    words: set[str] = set()
    for page in pages:
        text = _AT_LINE_END.sub("\0", page.text)
        found = set(_WORD.findall(text))
        if "\0" in text:
            found -= _halves(text)
        words.update(found)
    return frozenset(fold_word(word) for word in words)


_HALF = re.compile(r"([^\W_]+)\0([^\W_]+)")


def _halves(text: str) -> set[str]:
    """Return the pieces next to a break that occur nowhere else on the page."""
    pieces = {piece for pair in _HALF.findall(text) for piece in pair}
    elsewhere = set(_WORD.findall(_HALF.sub(" ", text)))
    return pieces - elsewhere
