"""Dutch spelling: what a word becomes when an ending is taken off, and one spelling for the ways a stem is written.

Pure rules, without a dictionary; each takes and gives folded words.
"""

import re

_VOWELS = frozenset("aeiouy")
_LONG = re.compile(r"(aa|ee|oo|uu)(?=[^aeiouy]+$)")
_PLURAL_S = re.compile(r"(?:[^aeiouy][aeoy]|ie|ee|eau|..(?:e[lrmn]|[ao]r|eur|ir|ing|[oia]p|am|et|sis))s$")
_HARD_C = re.compile(r"c(?=[aourltk]|$)")
_DIMINUTIVE = re.compile(
    r"(?P<doubled>(?P<letter>[bdgklmnprst])(?P=letter)etje|etje)$|(?P<nk>nkje)$|(?P<pje>(?<=[ml])pje)$"
    r"|(?P<tje>(?<=[aeiouylnrw])tje)$|(?P<je>(?<=[bcdfgkpstx])je)$"
)
_SHORTEST = 4


def opened(stem: str) -> str:
    """Return a stem left by -en or -e as it is written without: ``lat`` becomes ``laat``, ``latt`` becomes ``lat``."""
    if len(stem) < 2 or stem[-1] in _VOWELS:
        return stem
    if stem[-1] == stem[-2]:
        return stem[:-1]
    if stem[-2] in "aeou" and (len(stem) == 2 or stem[-3] not in _VOWELS):
        return stem[:-1] + stem[-2] + stem[-1]
    return stem


def plural_stems(word: str) -> tuple[str, ...]:
    """Return how `word` may be written before -en: as it is, with two consonants, or with an open vowel."""
    if len(word) < 3 or word[-1] in _VOWELS:
        return (word,)
    soft = {"f": "v", "s": "z"}.get(word[-1], word[-1])
    is_long = word[-2] == word[-3] and word[-2] in _VOWELS
    short = word[:-2] if is_long else word[:-1]
    return tuple(dict.fromkeys((word, word + word[-1], short + word[-1], short + soft)))


def without_infinitive(lemma: str) -> str:
    """Return the stem of a lemma that ends in -en, as its first person is written."""
    if len(lemma) > _SHORTEST and lemma.endswith("en") and not lemma.endswith(("een", "oen", "ien")):
        return opened(lemma[:-2])
    if lemma.endswith("ieen"):
        return lemma[:-2]
    return lemma


def without_ending(word: str) -> str:
    """Return an unknown word without the ending of a plural, an adjective, a small thing or a regular verb."""
    for ending, singular in (("heden", "heid"), ("ieen", "ie"), ("eeen", "ee"), ("iele", "ieel")):
        if word.endswith(ending):
            return word[: -len(ending)] + singular
    word = _without_diminutive(word)
    verb = _regular_verb(word)
    if verb != word:
        return verb
    if word.endswith("s") and len(word) > _SHORTEST and _PLURAL_S.search(word):
        word = word[:-1]
    if word.endswith("en") and len(word) > _SHORTEST:
        return without_infinitive(word)
    if word.endswith("e") and len(word) > _SHORTEST and word[-2] not in "ie":
        return opened(word[:-1])
    return word


def _without_diminutive(word: str) -> str:
    small = word[:-1] if word.endswith("jes") else word
    if not small.endswith("je") or len(small) < 6:
        return word
    found = _DIMINUTIVE.search(small)
    if not found or not any(letter in _VOWELS for letter in small[: found.start()]):
        return word
    bare = small[: found.start()]
    if found["doubled"]:
        return bare + (found["letter"] or "")
    return bare + ("ng" if found["nk"] else "")


def infinitive(word: str) -> str:
    """Return the infinitive in -eren of a regular form of such a verb; an empty string for other words."""
    for ending in ("eerden", "eerde", "eerd", "eert", "erende", "erend"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem.startswith("ge") and ending.startswith("eerd") and len(stem) > 4:
                stem = stem[2:]
            return stem + "eren"
    return ""


def _regular_verb(word: str) -> str:
    """Return the stem of a form of a verb in -eren, or of a present participle; the word itself of others."""
    if verb := infinitive(word):
        return without_infinitive(verb)
    for ending in ("enden", "ende", "end"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return opened(word[: -len(ending)])
    return word


def normal(stem: str) -> str:
    """Return one spelling for the ways the end of a stem may be written.

    f for v and s for z, one consonant for two, one vowel for two unless that is its only one.
    """
    if len(stem) < 3:
        return stem
    last = stem[-1]
    if last == "v":
        stem = stem[:-1] + "f"
    elif last == "z":
        stem = stem[:-1] + "s"
    elif last == stem[-2] and last not in _VOWELS:
        stem = stem[:-1]
    if found := _LONG.search(stem):
        start = found.start()
        if any(letter in _VOWELS for letter in stem[:start]):
            stem = stem[: start + 1] + stem[found.end() :]
    return stem


def with_k(key: str) -> str:
    """Return a key with k for every c that sounds so: ``produkt`` for ``product``."""
    return _HARD_C.sub("k", key) if "c" in key and len(key) > 4 else key
