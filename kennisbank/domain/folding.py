"""Folding: the form of a text in which spelling differences that don't matter are gone.

Two titles are the same title, two names the same name, when they fold to the same key; lists are sorted by keys in which
accents and capitals don't count and a Dutch particle doesn't come before the family name.
"""

import unicodedata
from types import MappingProxyType

from kennisbank.domain.metadata import Author

# Letters that Unicode doesn't take apart, as a Dutch or English index would file them.
_LETTERS = MappingProxyType(
    str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
)
_PARTICLES = frozenset(
    ["van", "de", "den", "der", "het", "'t", "’t", "‘t", "ten", "ter", "te", "in", "'n", "op", "aan", "bij", "tot", "uit", "uijt", "voor", "onder", "over", "la", "le", "les", "l'", "du", "des", "von", "vom", "zu", "zum", "zur", "da", "das", "dos", "do", "di", "del", "della", "d'", "af", "el", "al", "bin", "ben", "ibn", "y", "e"]
)


def fold(text: str) -> str:
    """Return the letters and digits of `text` alone: no accents, capitals, spaces or punctuation. Idempotent."""
    return "".join(character for character in _plain(text) if character.isalnum())


def sort_key(text: str) -> str:
    """Return `text` for sorting: as `fold`, but words stay words, with one space between them."""
    words = "".join(character if character.isalnum() else " " for character in _plain(text))
    return " ".join(words.split())


def author_key(author: Author) -> str:
    """Return the key by which two ways of writing one author's name are the same."""
    return fold(author.name)


def author_sort_key(author: Author) -> str:
    """Return the key that sorts by family name without its particles: *van Berlo, Davied* stands under B."""
    family, given = (author.family, author.given) if author.family.strip() else _split(author.name)
    words = family.split()
    first = 0
    while first < len(words) - 1 and words[first].casefold() in _PARTICLES:
        first += 1
    return "  ".join((sort_key(" ".join(words[first:])), sort_key(given), sort_key(" ".join(words[:first]))))


def _split(name: str) -> tuple[str, str]:
    """Return family (with particles) and given name of a name of which only the whole is known."""
    if "," in name:
        family, _, given = name.partition(",")
        return family.strip(), given.strip()
    words = name.split()
    first = max(len(words) - 1, 0)
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return " ".join(words[first:]), " ".join(words[:first])


def _plain(text: str) -> str:
    """Return `text` decomposed, without combining marks, in the form for comparing without case."""
    while True:
        plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        if plain == text:
            return plain
        text = plain
