"""Personal names as Dutch and English write them: particles are part of the family name, but not of its order."""

import re

from kennisbank.domain.metadata import Author

# fmt: off
_PARTICLES = frozenset((
    "van", "von", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "op", "in", "aan", "bij", "onder", "over",
    "voor", "uit", "d'", "d’", "da", "das", "do", "dos", "du", "di", "del", "della", "la", "le", "el", "al", "bin", "ibn",
    "zu", "zum", "zur", "af", "av",
))
# fmt: on
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


def author_of(text: str, affiliation: str = "", email: str = "") -> Author:
    """Return the author that `text` names: ``Given van Family``, ``van Family, Given`` or ``Family, Given van``.

    >>> author_of("Berlo, Davied van").name
    'Davied van Berlo'
    >>> author_of("Davied van Berlo").family
    'van Berlo'
    """
    text = re.sub(r"\s+", " ", text).strip(" ,;")
    if "," in text:
        family, given = (part.strip() for part in text.split(",", 1))
        words = given.split(" ")
        behind = []
        while len(words) > 1 and words[-1].casefold() in _PARTICLES:
            behind.insert(0, words.pop())
        if behind:
            family, given = " ".join([*behind, family]), " ".join(words)
        return Author(f"{given} {family}".strip(), family, given, affiliation, email)
    words = text.split(" ")
    if len(words) == 1:
        return Author(text, text, "", affiliation, email)
    first = len(words) - 1
    if words[-1].casefold() in _SUFFIXES and first > 1:
        first -= 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return Author(text, " ".join(words[first:]), " ".join(words[:first]), affiliation, email)


def family_key(author: Author) -> str:
    """Return the family name by which a catalogue orders: without its particles (``van Berlo`` stands under B)."""
    words = (author.family or author.name).split(" ")
    while len(words) > 1 and words[0].casefold() in _PARTICLES:
        words.pop(0)
    return " ".join(words).casefold()
