"""Folding: the form of a text in which spelling differences that don't matter are gone.

Two titles are the same title, two names the same name, when they fold to the same key; lists are sorted by keys in
which accents and capitals don't count and a Dutch particle doesn't come before the family name.
"""

import re
import unicodedata

from kennisbank.domain.metadata import Author
from kennisbank.domain.names import author_of, family_key

# Letters that Unicode doesn't take apart, as a Dutch or English index would file them.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})

_OTHERS = re.compile(r"[\W_]+")
"""What is no letter or digit: `str.isalnum` is what ``\\w`` is, the underscore apart."""
_HYPHENS = frozenset("-‐‑‒–_")


def fold(text: str) -> str:
    """Return the letters and digits of `text` alone: no accents, capitals, spaces or punctuation. Idempotent."""
    return _OTHERS.sub("", _plain(text))


def sort_key(text: str) -> str:
    """Return `text` for sorting: as `fold`, but words stay words, with one space between them."""
    return " ".join(_OTHERS.sub(" ", _plain(text)).split())


def word_key(text: str) -> str:
    """Return a keyword or theme for comparing: no accents, capitals or hyphens, but *C*, *C++* and *C#* stay three."""
    return " ".join("".join(" " if c in _HYPHENS else c for c in _plain(text)).split())


def author_key(author: Author) -> str:
    """Return the key by which two ways of writing one author's name are the same."""
    return fold(author.name) or author.name.strip()


def author_sort_key(author: Author) -> str:
    """Return the key that sorts by family name without its particles: *van Berlo, Davied* stands under B."""
    known = author if author.family.strip() else author_of(author.name)
    return f"{sort_key(family_key(known))}  {sort_key(known.given)}  {sort_key(known.family)}"


def _plain(text: str) -> str:
    """Return `text` decomposed, without combining marks, in the form for comparing without case."""
    while not text.isascii():
        plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", plain)
        marks = [ord(each) for each in set(plain) if unicodedata.combining(each)]
        if marks:
            plain = plain.translate(dict.fromkeys(marks))
        if plain == text:
            return plain
        text = plain
    return text.casefold()
