"""English spelling: Porter's first step, the one that undoes inflection, and one spelling for British and American.

Pure rules, without a dictionary; each takes and gives folded words.
"""

import re

_VOWELS = frozenset("aeiouy")
_OUR = re.compile(
    r"(?<=avi)our|(?<=[aeiouy][^aeiouy])our(?=$|s$|ed$|ing$|al|abl|ful|ist|it|less)|(?<=[aeiouy][^aeiouy]{2})our$"
)
_SPELLINGS = (
    (re.compile(r"(?<=[^aeiou])is(?=e$|ed$|ing$|er$|ation)"), "iz"),
    (re.compile(r"(?<=l)ys(?=e$|ed$|ing$|er$)"), "yz"),
    (re.compile(r"(?<=[^aeiou][tb])re$|(?<=[aeiou][tb])re$"), "er"),
    (re.compile(r"mme$"), "m"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"(?<=def|off|lic)ence$"), "ense"),
    (re.compile(r"dgement"), "dgment"),
)
_NO_PLURALS = frozenset(("news", "lens", "series", "species", "always", "perhaps"))
_SILENT_E = re.compile(
    r"[aeiouy][^aeiouy]+[aeiouy]+[^aeiouy]+e$|[aeiou]{2}[^aeiouy]+e$|[^aeiouy][aeiou][^aeiouywx]{2,}e$"
)
"""Porter's rule: -e goes after two syllables, or after one that shows without it how it sounds."""
_SHORTEST = 4


def without_ending(word: str) -> str:
    """Return `word` without the ending of a plural or a verb."""
    if len(word) < _SHORTEST or word in _NO_PLURALS:
        return word
    if word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("ies") and len(word) > _SHORTEST:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("eed"):
        return word
    return without_ing(_without(word, "ed"))


def without_ing(word: str) -> str:
    """Return `word` without -ing, where a stem is left."""
    return _without(word, "ing")


def _without(word: str, ending: str) -> str:
    stem = word[: -len(ending)]
    if not word.endswith(ending) or len(stem) < 3 or not any(letter in _VOWELS for letter in stem):
        return word
    if stem[-1] == stem[-2] and stem[-1] not in "sz" and stem[-1] not in _VOWELS:
        return stem[:-1]
    if stem.endswith(("is", "iz", "ys", "yz")):
        return stem + "e"
    return stem


def normal(stem: str) -> str:
    """Return one spelling for British and American, without a silent -e at the end."""
    if len(stem) < _SHORTEST:
        return stem
    stem = _OUR.sub("or", stem)
    for pattern, replacement in _SPELLINGS:
        stem = pattern.sub(replacement, stem)
    if stem.endswith("ll") and len(stem) > _SHORTEST:
        return stem[:-1]
    return stem[:-1] if _SILENT_E.search(stem) else stem
