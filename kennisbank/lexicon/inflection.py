"""Which forms are forms of one word: plural, adjective, verb, small thing, and the spellings of one word.

Two words belong together when they share a key. The dictionary is asked first; a word that it doesn't have is read as
a form of one that it has, or as a compound whose last part it has (``netwerksamenlevingen``), and else by the rules of
spelling. Endings that make another word (-heid, -ing, -lijk, -baar) stay, so that ``over`` and ``overheid``, or
``opening`` and ``openbaar``, never meet. A key is no word and is never shown.
"""

from kennisbank.lexicon import dutch, english
from kennisbank.lexicon.words import Lexicon, lexicon

_SHORTEST = 3
_LONGEST = 64
_SHORTEST_HEAD = 2
_SURE = 5
"""A shorter last part only tells that the word has no ending: ``eren`` may be the end of a verb."""
_ENDINGS = ("en", "e", "s", "n")


def inflection_keys(word: str) -> tuple[tuple[str, str], ...]:
    """Return the keys under which the forms of folded `word` stand, each with its language: ``n`` or ``e``."""
    if not (_SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isascii()):
        return (("n", word), ("e", word))
    opened = lexicon()
    if known := opened.known(word):
        forms = opened.forms
        key = forms[known[2]].key.applied(word)
        return (("n", dutch.with_k(key) if "c" in key else key), ("e", forms[known[3]].key.applied(word)))
    if verb := dutch.infinitive(word):
        key = dutch.normal(dutch.without_infinitive(verb))
    else:
        key = _of_uninflected(opened, word) or _of_tail(opened, word)
    if key:
        return (("n", dutch.with_k(key)), ("e", word))
    key = dutch.with_k(dutch.normal(dutch.without_ending(word)))
    return (("n", key), ("e", english.normal(english.without_ending(word))))


def _of_uninflected(opened: Lexicon, word: str) -> str:
    """Return the Dutch key of a word that is in the dictionary without its ending; an empty string for others."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            bare = word[: -len(ending)]
            known = opened.known(bare)
            if known and known[0] > known[1]:
                return opened.forms[known[2]].key.applied(bare)
    return ""


def _of_tail(opened: Lexicon, word: str) -> str:
    """Return the Dutch key of a word whose last part is in the dictionary; an empty string for others."""
    found = opened.tail(word, _SHORTEST_HEAD)
    if not found:
        return ""
    at, forms = found
    tail = word[at:]
    key = forms.key.applied(tail)
    if key != tail and len(tail) < (_SURE + 1 if tail.endswith("eren") else _SURE):
        return ""
    return dutch.normal(word[:at] + key)
