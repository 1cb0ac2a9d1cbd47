"""The spelling in which words are compared: no capitals, no accents, one kind of apostrophe."""

import unicodedata
from types import MappingProxyType

_APOSTROPHES = MappingProxyType(dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u00b4`"), "'"))
_LETTERS = MappingProxyType(
    str.maketrans(
        {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "\u00ad": "", "ĳ": "ij"}
    )
)


def fold(word: str) -> str:
    """Return `word` without capitals, accents, ligatures and soft hyphens, and with one kind of apostrophe."""
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS).translate(_APOSTROPHES)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
