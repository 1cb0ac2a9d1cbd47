"""Which forms are forms of one word: the plural, the adjective's -e, the regular verb. No derivation.

Two words belong together when they have the same key. The keys do as little damage as they can: endings that make
another word (-heid, -ing, -lijk, -baar) stay, so that ``over`` and ``overheid`` or ``opening`` and ``openbaar``
never meet. A key is no word and is never shown.
"""

import re

_VOWELS = "aeiouy"
_LONG = re.compile(r"(aa|ee|oo|uu)(?=[^aeiouy]+$)")
_PLURAL_S = re.compile(r"(?:[^aeiouy][aeoy]|ie|ee|eau|..(?:e[lrmn]|[ao]r|eur|ir|ing|[oia]p|am|et))s$")
_SHORTEST = 4
_NO_PLURALS = frozenset(("news", "lens", "series", "species", "always", "perhaps"))


def dutch_key(word: str) -> str:
    """Return the key of a folded Dutch word."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    stem = _dutch_stem(word)
    if len(stem) < 2:
        return word
    return _normal_end(stem)


def _dutch_stem(word: str) -> str:
    for ending, replacement in (("heden", "heid"), ("ieen", "ie"), ("eeen", "ee"), ("ieel", "ieel"), ("iele", "ieel")):
        if word.endswith(ending):
            return word[: -len(ending)] + replacement
    if word.endswith("s") and _PLURAL_S.search(word):
        word = word[:-1]
    if word.endswith("en") and len(word) > _SHORTEST:
        return _opened(word[:-2]) if not word.endswith("ieen") else word[:-2]
    if word.endswith("e") and len(word) > _SHORTEST and word[-2] not in "ie":
        return _opened(word[:-1])
    return word


def _opened(stem: str) -> str:
    """Return a stem left by -en or -e as it is written without: ``lat`` becomes ``laat``, ``latt`` ``lat``."""
    if len(stem) < 2 or stem[-1] in _VOWELS:
        return stem
    if stem[-1] == stem[-2]:
        return stem[:-1]
    if stem[-2] in "aeou" and (len(stem) == 2 or stem[-3] not in _VOWELS):
        return stem[:-1] + stem[-2] + stem[-1]
    return stem


def _normal_end(stem: str) -> str:
    """Return the stem with f for v and s for z at the end, and one vowel for two unless that is its only one."""
    if stem[-1] == "v":
        stem = stem[:-1] + "f"
    elif stem[-1] == "z":
        stem = stem[:-1] + "s"
    elif len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
    found = _LONG.search(stem)
    if found and any(c in _VOWELS for c in stem[: found.start()]):
        stem = stem[: found.start() + 1] + stem[found.end() :]
    return stem


def english_key(word: str) -> str:
    """Return the key of a folded English word: Porter's first step, the one that undoes inflection."""
    if len(word) < _SHORTEST or not word.isalpha() or word in _NO_PLURALS:
        return word
    if word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("ies") and len(word) > _SHORTEST:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(c in _VOWELS for c in stem):
            return _english_end(stem)
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


def _english_end(stem: str) -> str:
    if stem[-1] == stem[-2] and stem[-1] not in "lsz" and stem[-1] not in _VOWELS:
        return stem[:-1]
    return stem
