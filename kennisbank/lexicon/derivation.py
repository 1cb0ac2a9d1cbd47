"""Which words are of one family: verb, noun and adjective of one stem. Precision first.

A family is named by its verb, and a word has one only when that verb is known. Dutch: the Latinate verbs in -eren with
their nouns in -atie, -ering, -ator, -ief (``archief``, ``archiveren``, ``archivering``) or bare (``advies``); native
verbs with their noun in -ing where it keeps the meaning (``ontwikkelen``, ``ontwikkeling``). English: -ate,
-ize, -ify and others with -ion, -ment after verbs where it is regular, and -ing of verbs that Dutch has borrowed.
"""

import re
from collections.abc import Iterator
from functools import partial

from kennisbank.lexicon import dutch, english
from kennisbank.lexicon.meanings import BORROWED, NO_NOUN_OF_VERB, NO_VERB_OF_NOUN, OWN_MEANING
from kennisbank.lexicon.words import ZIPF_STEPS, Lexicon, lexicon

_LONGEST = 64
_SHORTEST = 5
_SHORTEST_STEM = 3
_LEAST = 2 * ZIPF_STEPS
"""How common a verb or noun must be, in steps of Zipf, to make a family."""
_FOREIGN = ZIPF_STEPS
_PREFIXES = ("co", "re", "de", "her", "pre", "over", "mede", "inter", "zelf")
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
_MADE = re.compile(r"[a-z]{3,}is(?:ering|atie)$|[a-z]{3,}cratie$")
"""A noun whose verb in -iseren needn't be known: it can always be made."""
_LEAST_NATIVE = 2.4 * ZIPF_STEPS
"""How common both a short native verb and its noun must be."""
_LEAST_OF_NOUN = 2.2 * ZIPF_STEPS
_SHORTEST_NOUN = 4
_LONG_LOAN = 6
_COMMONEST_LOAN = 3.6 * ZIPF_STEPS
"""A verb that seems English and is commoner is a Dutch word of its own."""

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
        return _of_verb(opened, verb) if verb else _of_borrowed(opened, word)
    lemma = opened.forms[known[2]].lemma.applied(word)
    is_dutch = known[1] <= (known[0] + _FOREIGN if lemma == word else known[0])
    if is_dutch and (verb := _dutch_verb(opened, lemma) or _native_verb(opened, word)):
        return _of_verb(opened, verb)
    if known[0] > known[1] + _FOREIGN:
        return _of_noun(opened, lemma) or _of_borrowed(opened, word)
    if verb := _english_verb(opened, opened.forms[known[3]].lemma.applied(word)):
        return f"e:{english.normal(verb)}"
    return _of_noun(opened, lemma) or _of_ing(opened, word)


def _of_noun(opened: Lexicon, word: str) -> str:
    """Return the key of the verb in -eren that a bare noun is of; an empty string if there is none."""
    verb = _verb_of_noun(opened, word)
    return f"n:{verb}" if verb else ""


def _of_verb(opened: Lexicon, verb: str) -> str:
    """Return the key of a Dutch verb: that of its noun if English has a family of it, too (``documenteren``)."""
    noun = verb[:-4] if verb.endswith("eren") else ""
    known = opened.known(noun)
    if known and known[0] <= known[1] + _FOREIGN and _is_dutch(opened, noun) and _verb_of_noun(opened, noun) == verb:
        shared = _english_verb(opened, opened.forms[known[3]].lemma.applied(noun))
        return f"e:{english.normal(shared)}" if shared else f"n:{verb}"
    return f"n:{verb}"


def _of_ing(opened: Lexicon, word: str) -> str:
    """Return the key of an English form in -ing that has no family but its verb: ``blogging``."""
    known = opened.known(word) if word.endswith("ing") else None
    if known is None or known[1] < _LEAST:
        return ""
    verb = opened.forms[known[3]].lemma.applied(word)
    return f"e:{english.normal(verb)}" if verb != word else ""


def _of_borrowed(opened: Lexicon, word: str) -> str:
    """Return the key of a Dutch verb in -en with an English stem: ``bloggen``; an empty string for others."""
    stem = word[:-2]
    if not word.endswith("en") or not (stem in BORROWED or (len(stem) >= _LONG_LOAN and _is_rare_verb(opened, word))):
        return ""
    return _of_ing(opened, stem + "ing")


def _is_rare_verb(opened: Lexicon, word: str) -> bool:
    """Tell whether a word in -en may be a verb that Dutch has borrowed, and is no plural as far as is known."""
    known = opened.known(word)
    return known is None or (known[0] <= _COMMONEST_LOAN and opened.forms[known[2]].lemma.applied(word) == word)


def _lemma_by_tail(opened: Lexicon, word: str) -> str:
    found = opened.tail(word, 2)
    if not found:
        return word
    at, forms = found
    return word[:at] + forms.lemma.applied(word[at:])


def _dutch_verb(opened: Lexicon, word: str) -> str:
    """Return the verb of the family of a Dutch lemma; an empty string if there is none."""
    if word in OWN_MEANING:
        return ""
    if word.endswith("eren"):
        return word if word.endswith(("iseren", "cratiseren")) or _has_noun(opened, word) else ""
    for ending, verbal in _DUTCH_NOUNS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) + len(verbal) >= _SHORTEST_STEM + 4:
            verb = stem + verbal
            if _is_dutch(opened, verb):
                return verb
    if _MADE.search(word):
        return (
            word[:-2] + "iseren"
            if word.endswith("cratie")
            else word.removesuffix("ering").removesuffix("atie") + "eren"
        )
    return _native_verb(opened, word)


def _native_verb(opened: Lexicon, word: str) -> str:
    """Return the verb of a native noun in -ing, or `word` itself if it is such a verb; an empty string for others."""
    if word.endswith("ing"):
        stem, noun = word[:-3], word
    elif word.endswith("en"):
        stem, noun = word[:-2], word[:-2] + "ing"
    else:
        return ""
    if len(stem) < _SHORTEST_STEM or noun in OWN_MEANING:
        return ""
    verb = stem + "en"
    if _is_regular(stem):
        return verb if _is_dutch(opened, noun if word == verb else verb) else ""
    both = opened.known(verb), opened.known(noun)
    is_common = all(known and known[0] >= _LEAST_NATIVE and known[1] <= known[0] + _FOREIGN for known in both)
    return verb if is_common else ""


def _verb_of_noun(opened: Lexicon, word: str) -> str:
    """Return the verb in -eren made of a noun, or an empty string: ``subsidieren`` of ``subsidie``."""
    if len(word) < _SHORTEST_NOUN or word in NO_NOUN_OF_VERB:
        return ""
    for stem in _stems_of_noun(word):
        verb = stem + "eren"
        known = opened.known(verb)
        if known and known[0] >= _LEAST_OF_NOUN and len(stem) >= _SHORTEST_STEM and verb not in NO_VERB_OF_NOUN:
            return verb if opened.forms[known[2]].lemma.applied(verb) == verb else ""
    return ""


def _stems_of_noun(noun: str) -> Iterator[str]:
    """Yield what of a noun may stand before -eren: ``advis`` of ``advies``, ``control`` of ``controle``."""
    if noun.endswith("aat"):
        yield noun[:-3]
    if noun.endswith("ie"):
        yield noun[:-2]
        yield noun[:-1]
    elif noun.endswith(("ma", "e")):
        yield noun[:-1]
    elif noun.endswith("ien"):
        yield noun[:-2]
    else:
        yield noun
        if noun[-3:-1] in {"ie", "aa", "oo", "uu", "ee"}:
            yield noun[:-2] + noun[-1]


def _has_noun(opened: Lexicon, verb: str) -> bool:
    """Tell whether a verb in -eren has a noun of its own."""
    return any(
        verb.endswith(verbal) and _is_dutch(opened, verb[: -len(verbal)] + ending) for ending, verbal in _DUTCH_NOUNS
    ) or any(_verb_of_noun(opened, noun) == verb and _is_dutch(opened, noun) for noun in _nouns_of_verb(verb[:-4]))


def _nouns_of_verb(stem: str) -> Iterator[str]:
    """Yield the nouns that would be led back to the verb in -eren with this stem."""
    yield from (stem + ending for ending in ("", "e", "ie", "aat"))
    if stem[-2:-1] == "i":
        yield stem[:-1] + "e" + stem[-1]
    if stem.endswith("i"):
        yield from (stem + "e", stem + "en")
    if stem.endswith("m"):
        yield stem + "a"
    yield dutch.opened(stem)


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
