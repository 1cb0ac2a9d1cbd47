"""Which words are of one family: verb, noun and adjective of one stem. Precision first.

A family is named by its verb, and a word has one only when that verb is known. Dutch: the Latinate verbs in -eren with
their nouns in -atie, -ering, -ator, -ief (``archief``, ``archiveren``, ``archivering``); native verbs with their noun
in -ing where that is regular and keeps the meaning (``ontwikkelen``, ``ontwikkeling``). English: -ate, -ize, -ify and
others with -ion, and -ment after verbs where it is regular.
"""

import re
from collections.abc import Iterator
from functools import partial

from kennisbank.lexicon import dutch, english
from kennisbank.lexicon.words import ZIPF_STEPS, Lexicon, lexicon

_LONGEST = 64
_SHORTEST = 5
_SHORTEST_STEM = 3
_LEAST = 2 * ZIPF_STEPS
"""How common a verb or noun must be, in steps of Zipf, to make a family."""
_FOREIGN = ZIPF_STEPS
_PREFIXES = ("co", "re", "de", "her", "pre", "over", "mede", "inter")
"""What a known verb may have before it and still be known: ``cocreeren``."""

_SHORTEST_BEHIND_PREFIX = 7

_DUTCH_NOUNS = (
    ("ificatie", "ificeren"),
    ("structie", "strueren"),
    ("ductie", "duceren"),
    ("ectie", "ecteren"),
    ("actie", "ageren"),
    ("actief", "ageren"),
    ("positie", "poneren"),
    ("finitie", "finieren"),
    ("scriptie", "scriberen"),
    ("clusie", "cluderen"),
    ("ussie", "ussieren"),
    ("atie", "eren"),
    ("ering", "eren"),
    ("ator", "eren"),
    ("atief", "eren"),
    ("ief", "iveren"),
)
"""How a noun or adjective ends, and its verb; the first whose verb is known counts."""

_PREFIXED = re.compile(
    r"(?:ver|ont|her|be|ge|er|aan|achter|af|bij|binnen|door|in|mede|mee|mis|na|om|onder|op|over|samen|tegen|terug|toe|"
    r"uit|vast|voor|voort|weg)[^aeiou]*[aeiou]"
)
_OWN_MEANING = frozenset(
    "collectie afdeling aanleiding belasting betrekking bevolking bezetting omgeving verdieping vergissing "  # noqa: SIM905
    "verkering verhouding verwarming voorlichting regering handeling wandeling".split()
)
"""Nouns that have come to mean something else than what the verb does."""

_ENGLISH_NOUNS = (
    ("ification", ("ify",)),
    ("isation", ("ise", "ize")),
    ("ization", ("ize", "ise")),
    ("uction", ("uce",)),
    ("iption", ("ibe",)),
    ("ation", ("ate", "e", "")),
    ("ator", ("ate",)),
    ("ative", ("ate",)),
    ("ion", ("e", "")),
    ("ment", ("",)),
)
_SHORTEST_BEFORE_ION = 5
_WITH_MENT = frozenset(
    "achieve adjust agree align announce arrange assess assign deploy develop employ encourage enforce engage enhance "  # noqa: SIM905
    "enrich equip establish govern improve invest involve manage measure move pay place procure refine replace require "
    "treat".split()
)
_NOT_IN_ION = frozenset(
    "profess process port sect miss pass state vers verse note posit rate transit opposite corporate "  # noqa: SIM905
    "definite senate institute converse format".split()
)
"""What seems the verb of a noun in -ion, and isn't."""


def derivation_key(word: str) -> str:
    """Return the key of the family of folded `word`; an empty string if it has none that is sure."""
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isascii()):
        return ""
    opened = lexicon()
    known = opened.known(word)
    if known is None:
        verb = _dutch_verb(opened, dutch.infinitive(word) or _lemma_by_tail(opened, word))
        return f"n:{verb}" if verb else ""
    verb = _dutch_verb(opened, opened.forms[known[2]].lemma.applied(word)) if known[1] <= known[0] + _FOREIGN else ""
    if verb:
        return f"n:{verb}"
    if known[0] > known[1] + _FOREIGN:
        return ""
    verb = _english_verb(opened, opened.forms[known[3]].lemma.applied(word))
    return f"e:{english.normal(verb)}" if verb else ""


def _lemma_by_tail(opened: Lexicon, word: str) -> str:
    found = opened.tail(word, 2)
    if not found:
        return word
    at, forms = found
    return word[:at] + forms.lemma.applied(word[at:])


def _dutch_verb(opened: Lexicon, word: str) -> str:
    """Return the verb of the family of a Dutch lemma; an empty string if there is none."""
    if word in _OWN_MEANING:
        return ""
    if word.endswith("eren"):
        return word if _has_noun(opened, word) else ""
    for ending, verbal in _DUTCH_NOUNS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) + len(verbal) >= _SHORTEST_STEM + 4:
            verb = stem + verbal
            if _is_dutch(opened, verb):
                return verb
    if word.endswith("ing") and _is_regular(word[:-3]):
        verb = word[:-3] + "en"
        return verb if _is_dutch(opened, verb) else ""
    if word.endswith("en") and _is_regular(word[:-2]):
        noun = word[:-2] + "ing"
        return word if noun not in _OWN_MEANING and _is_dutch(opened, noun) else ""
    return ""


def _has_noun(opened: Lexicon, verb: str) -> bool:
    """Tell whether a verb in -eren has a noun of its own."""
    return any(
        verb.endswith(verbal) and _is_dutch(opened, verb[: -len(verbal)] + ending) for ending, verbal in _DUTCH_NOUNS
    )


def _is_regular(stem: str) -> bool:
    """Tell whether verb and noun of a native stem mean one thing, as far as its shape can tell."""
    return len(stem) >= 5 and (stem.endswith(("el", "er", "ig")) or _PREFIXED.match(stem) is not None)


def _is_dutch(opened: Lexicon, word: str) -> bool:
    """Tell whether `word`, or what follows a Latin prefix, is a Dutch word."""
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix) and (not prefix or len(word) - len(prefix) >= _SHORTEST_BEHIND_PREFIX):
            known = opened.known(word[len(prefix) :])
            if known and known[0] >= _LEAST and known[0] + _FOREIGN >= known[1]:
                return True
    return False


def _english_verb(opened: Lexicon, word: str) -> str:
    """Return the verb of the family of an English lemma; an empty string if there is none."""
    for ending, verbals in _ENGLISH_NOUNS:
        if word.endswith(ending):
            verb = max(_verbs(word[: -len(ending)], ending, verbals), key=partial(_steps, opened), default="")
            if _is_english(opened, verb):
                return verb
    return word if any(_is_english(opened, noun) for noun in _english_nouns(word)) else ""


def _verbs(stem: str, ending: str, verbals: tuple[str, ...]) -> Iterator[str]:
    for verbal in verbals:
        verb = stem + verbal
        if len(stem) < _SHORTEST_STEM:
            continue
        if ending == "ment":
            if verb in _WITH_MENT:
                yield verb
        elif verb not in _NOT_IN_ION and (ending != "ion" or len(verb) > _SHORTEST_BEFORE_ION):
            yield verb


def _english_nouns(verb: str) -> Iterator[str]:
    """Yield the nouns that would be led back to `verb`."""
    for ending, verbals in _ENGLISH_NOUNS:
        for verbal in verbals:
            stem = verb[: len(verb) - len(verbal)]
            if verb.endswith(verbal) and verb in _verbs(stem, ending, (verbal,)):
                yield stem + ending


def _steps(opened: Lexicon, word: str) -> int:
    """Return how common `word` is in English, in steps of Zipf."""
    known = opened.known(word)
    return known[1] if known else 0


def _is_english(opened: Lexicon, word: str) -> bool:
    return _steps(opened, word) >= _LEAST
