"""Citation keys that one can read and type: ``vanBerlo2013netwerk``."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from kennisbank.domain.metadata import Metadata

_WORDS_THAT_TELL_NOTHING = """
aan als bij dat de den der des deze die dit door een en er het hoe ik in is met naar niet of om onder op over te
ten ter tot uit van voor waar waarom wat wie wij zijn a about an and are as at be between by can do does for
from how into it its not on or our that the their this to towards toward using via what when where which who why
with your
"""
_STOP_WORDS = frozenset(_WORDS_THAT_TELL_NOTHING.split())
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ı": "i"})


def citation_keys(many: Sequence[Metadata]) -> list[str]:
    """Return a key for each, made of author, year and a telling word; those that would be the same get a, b, c.

    Keys hold ASCII letters and digits alone and are unique among themselves, whatever the capitals.
    """
    plain = [_key(each) for each in many]
    count = Counter(key.lower() for key in plain)
    taken = {key for key, number in count.items() if number == 1}
    keys: list[str] = []
    for key in plain:
        index = 0
        found = key
        while count[key.lower()] > 1 and (found := key + _letters(index)).lower() in taken:
            index += 1
        taken.add(found.lower())
        keys.append(found)
    return keys


def _key(values: Metadata) -> str:
    author = values.authors[0] if values.authors else None
    family = _camel((author.family or author.name) if author is not None else "")
    words = [word.lower() for word in _words(values.title)]
    telling = [word for word in words if word not in _STOP_WORDS and not word.isdigit()] or words
    year = str(values.year or "")
    if family:
        return f"{family}{year}{telling[0] if telling else ''}"
    return _camel(" ".join(telling[:2])) + year or "contribution"


def _camel(text: str) -> str:
    """Return words as one, each but the first with a capital; what is written in capitals stays so."""
    words = _words(text)[:8]
    return "".join(word if index == 0 else word[0].upper() + word[1:] for index, word in enumerate(words))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]", "", text)).translate(_LETTERS)
    ascii_only = "".join(char for char in plain if not unicodedata.combining(char))
    return [word[:40] for word in re.findall(r"[A-Za-z0-9]+", ascii_only)]


def _letters(index: int) -> str:
    last = chr(ord("a") + index % 26)
    return last if index < 26 else _letters(index // 26 - 1) + last
