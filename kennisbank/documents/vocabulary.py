"""The words a document is known to use: what tells a hyphen of the printer from one of the author."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from kennisbank.domain.document import PageText

Vocabulary = Container[str]
"""Anything that can say whether it holds a word, folded by `fold_word`: a set, or a larger list behind ``in``."""

NO_WORDS: Vocabulary = frozenset()

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’\u2010][^\W\d_][^\W_]*)*")
_TIED = re.compile(r"[-\u2010\u00ad](?<=\S.)\s+")
"""A hyphen at the end of a piece that isn't one by itself, and the white space behind it."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a text that lists them."""
    return frozenset(words.split())


def fold_word(word: str) -> str:
    """Return the form in which words are compared here: without capitals, ligatures, soft hyphens."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).replace("\u00ad", "").replace("\u2010", "-").casefold()


def vocabulary_of(pages: Iterable[PageText]) -> frozenset[str]:
    """Return the folded words of these pages, also hyphenated ones; without halves of broken words."""
    pieces: set[str] = set()
    for page in pages:
        pieces.update(_unbroken(page.text))
    words = {piece.lower() if piece.isascii() else fold_word(piece) for piece in pieces if piece.isalpha()}
    others = [piece for piece in pieces if not (piece.isalpha() or _is_address(piece))]
    # No word holds white space: many pieces are searched at once as well as one by one, and much quicker.
    words.update(_WORD.findall(" ".join([piece for piece in others if piece.isascii()]).lower()))
    words.update(map(fold_word, _WORD.findall(" ".join([piece for piece in others if not piece.isascii()]))))
    return frozenset(words)


def _is_address(piece: str) -> bool:
    """Tell whether a piece is an address, whose parts are no words: it may glue them (``news.example/rssfeeds``)."""
    return "@" in piece or ("/" in piece and "." in piece)


def _unbroken(text: str) -> Iterator[str]:
    """Yield the pieces between white space, without those that a hyphen at the end ties to the next."""
    parts = _TIED.split(text)
    for number, part in enumerate(parts):
        pieces = part.split()
        yield from pieces[number > 0 : len(pieces) - (number < len(parts) - 1)]
