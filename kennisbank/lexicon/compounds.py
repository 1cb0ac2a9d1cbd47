"""Dutch compounds: the parts of a long word, the words that may have been meant as one, and what a hyphen leaves out.

A split must be beyond doubt: every part a common Dutch word of its own, no endings and prefixes, no little words; and
a word that is common itself is left whole, since it has come to mean something of its own (``onderwijs``). Of several
splits the fewest parts win, then the commonest (the geometric mean of Koehn and Knight, 2003: here the mean of Zipf
numbers, which are logarithms).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kennisbank.lexicon.dutch import normal, plural_stems, without_infinitive
from kennisbank.lexicon.dutch import opened as opened_stem
from kennisbank.lexicon.particles import LITTLE, NO_BEGINNING, NO_END, STATES, TRANSPARENT
from kennisbank.lexicon.words import ZIPF_STEPS, Lexicon, lexicon, zipf

_SHORTEST = 7
_LONGEST = 64
_MOST_PARTS = 4
_LINKS = ("", "s", "en", "e")
_LINK_PENALTY = 0.3
_LEARNT_ZIPF = 3.0
_SHORTEST_LEARNT = 5
_SHORTEST_VERB = 6
_OF_PERSON = 7
"""How long a verb must at least be of which a rare word in -er may be made."""
_OF_VERBS = (("ing", _SHORTEST_VERB), ("ingen", _SHORTEST_VERB), ("er", _OF_PERSON), ("ers", _OF_PERSON))
_SHORTEST_STEM = 2
_LEAST = (9.0, 9.0, 9.0, 4.3, 3.5, 2.9, 2.6, 2.3, 2.0, 1.8)
"""How common a part must be by its length; the last for all that are longer."""
_FOREIGN = 1.0
_OPAQUE = (3.0, 3.4, 3.8, 4.1, 4.5, 4.7)
"""A word this common is not split, by its length: up to eight letters, nine, and so on; the last for longer ones."""

_FALSE_END = re.compile(r"(?:t(?:uur|uren)|(?<!e)n(?:taal|talen))$")
_FALSE_ENDS = frozenset(("uur", "uren", "taal", "talen"))
"""Endings of foreign words that look like a Dutch one: ``architectuur`` (uur), ``horizontaal`` (taal)."""

IsKnown = Callable[[str], bool]


class _Split(NamedTuple):
    """A way to read a word; the best has the fewest parts, then the highest mean."""

    parts: tuple[str, ...]
    score: float
    """The sum over the parts."""

    @property
    def rank(self) -> tuple[int, float]:
        return (-len(self.parts), self.score / len(self.parts))


def compound_parts(word: str, is_known: IsKnown | None = None) -> tuple[str, ...]:
    """Return the parts of folded `word` from left to right, without linking letters; nothing if it has no sure ones.

    The last part keeps its inflection. `is_known` tells of further words, learnt elsewhere.
    """
    if not _can_be_compound(word):
        return ()
    opened = lexicon()
    if _is_foreign_or_verb(opened, word):
        return ()
    if _is_common(opened, word):
        best = _best(_splits(opened, word, None, _MOST_PARTS))
        return best.parts if best and _uninflected(opened, best.parts[-1]) in TRANSPARENT else ()
    best = _best(_splits(opened, word, None, _MOST_PARTS)) or _with_noun_of_verb(opened, word)
    if best is None and is_known is not None:
        best = _best(_splits(opened, word, is_known, 2))
    return best.parts if best else ()


def _with_noun_of_verb(opened: Lexicon, word: str) -> _Split | None:
    """Return how to read a word whose last part is a rare noun of a known verb: ``gegevenswissing``."""
    for ending, shortest in _OF_VERBS:
        if word.endswith(ending) and not word.endswith(("iger", "igers")):
            split = _best(_splits(opened, word[: -len(ending)] + "en", None, 3))
            verb = split.parts[-1] if split else ""
            if split and len(verb) >= shortest and (shortest < _OF_PERSON or _uninflected(opened, verb) == verb):
                last = word[len(word) - len(ending) - len(verb) + 2 :]
                return _Split((*split.parts[:-1], last), split.score)
    return None


def _best(splits: Iterator[_Split]) -> _Split | None:
    return max(splits, key=lambda split: split.rank, default=None)


def _uninflected(opened: Lexicon, word: str) -> str:
    known = opened.known(word)
    return opened.forms[known[2]].lemma.applied(word) if known else word


def _is_foreign_or_verb(opened: Lexicon, word: str) -> bool:
    """Tell whether a word is known as an English one, or as a form of a verb."""
    known = opened.known(word)
    if known is None:
        return False
    lemma = opened.forms[known[2]].lemma.applied(word)
    if lemma.endswith("en") and word not in {lemma, lemma + "s"}:
        return True
    uninflected = (opened.known(lemma) if lemma != word else None) or known
    return known[1] > max(known[0], uninflected[0])


def _is_common(opened: Lexicon, word: str) -> bool:
    """Tell whether a word is so common that it will have come to mean something of its own."""
    known = opened.known(word)
    if known is None:
        return False
    lemma = opened.forms[known[2]].lemma.applied(word)
    uninflected = (opened.known(lemma) if lemma != word else None) or known
    common = max(known[0], uninflected[0]) / ZIPF_STEPS
    return common >= _OPAQUE[min(max(len(lemma) - 8, 0), len(_OPAQUE) - 1)]


def _splits(opened: Lexicon, word: str, is_known: IsKnown | None, most: int) -> Iterator[_Split]:
    """Yield the ways to read `word` as up to `most` parts, at least two."""
    for at in _ends(opened, word, is_known):
        last = word[at:]
        if last in _FALSE_ENDS and _FALSE_END.search(word):
            continue
        end = _end_of_state(opened, word, at) if last == "staat" else _end_zipf(opened, last, is_known)
        if end and not _is_separable(opened, word[:at], last):
            for head in _heads(opened, word[:at], is_known, most - 1):
                yield _Split((*head.parts, last), head.score + end)


def _ends(opened: Lexicon, word: str, is_known: IsKnown | None) -> Iterator[int]:
    if is_known is None:
        yield from (at for at in opened.tail_places(word) if at >= 3)
    else:
        yield from range(3, len(word) - 2)


def _heads(opened: Lexicon, text: str, is_known: IsKnown | None, most: int) -> Iterator[_Split]:
    """Yield the ways to read what stands before the last part, linking letters and all."""
    for link in _LINKS:
        if not text.endswith(link) or len(text) - len(link) < 3 or text in LITTLE:
            continue
        bare = text[: len(text) - len(link)]
        penalty = _LINK_PENALTY if link else 0.0
        if common := _beginning_zipf(opened, bare, is_known):
            yield _Split((_singular(opened, bare),), common - penalty)
        elif most > 1 and len(bare) >= 6:
            inner = _best(_splits(opened, bare, is_known, most))
            if inner:
                yield _Split(inner.parts, inner.score - penalty)


def _is_separable(opened: Lexicon, head: str, verb: str) -> bool:
    """Tell whether both make one verb, or its noun in -ing: ``losmaken`` (``losgemaakt``), ``raadplegen``.

    By its participle, or by a form that only a verb has: ``plaatsvindt``.
    """
    noun = verb.removesuffix("ingen").removesuffix("ing")
    bare = noun if noun != verb else verb.removesuffix("en")
    if bare == verb or len(bare) < _SHORTEST_STEM:
        return False
    stem = opened_stem(bare)
    whole, apart = "ge" + head + stem, head + "ge" + stem
    forms = [whole + "t", whole + "d", head + stem + "t"]
    if bare != noun:
        forms += [apart + "t", apart + "d", head + "ge" + verb]
    return any(opened.known(form) for form in forms)


def _beginning_zipf(opened: Lexicon, part: str, is_known: IsKnown | None) -> float:
    """Return how common a part is that others follow; 0.0 if it can't be one."""
    if part in LITTLE or part in NO_BEGINNING or _is_verb_form(opened, part):
        return 0.0
    return _zipf(opened, part, is_known)


def _is_verb_form(opened: Lexicon, part: str) -> bool:
    """Tell whether `part` is a form of a verb other than its stem: ``verbeterde``, but not ``werk``."""
    if not part.endswith(("t", "d", "de", "te", "den", "ten")):
        return False
    known = opened.known(part)
    if known is None:
        return False
    lemma = opened.forms[known[2]].lemma.applied(part)
    return lemma != part and lemma.endswith("en") and normal(without_infinitive(lemma)) != normal(part)


def _end_zipf(opened: Lexicon, part: str, is_known: IsKnown | None) -> float:
    """Return how common a last part is; 0.0 if it can't be one."""
    if part in LITTLE or part in NO_END:
        return 0.0
    return _zipf(opened, part, is_known)


def _end_of_state(opened: Lexicon, word: str, at: int) -> float:
    """Return how common ``staat`` is where it is a noun: ``rechtsstaat``; 0.0 where it may be a verb."""
    head = word[:at]
    return _zipf(opened, word[at:], None) if head.endswith("s") or head in STATES else 0.0


def _zipf(opened: Lexicon, part: str, is_known: IsKnown | None) -> float:
    known = opened.known(part)
    if known is not None:
        dutch, english = known[0] / ZIPF_STEPS, known[1] / ZIPF_STEPS
        if dutch >= _LEAST[min(len(part), len(_LEAST) - 1)] and english <= dutch + _FOREIGN:
            return dutch
    if is_known is not None and len(part) >= _SHORTEST_LEARNT and is_known(part):
        return _LEARNT_ZIPF
    return 0.0


def _singular(opened: Lexicon, part: str) -> str:
    """Return a part in -en as its singular: ``studenten`` as ``student``; others as they are."""
    known = opened.known(part)
    if known is None or not part.endswith("en"):
        return part
    lemma = opened.forms[known[2]].lemma.applied(part)
    return part if lemma.endswith("en") else lemma


def nested_parts(word: str, is_known: IsKnown | None = None) -> tuple[str, ...]:
    """Return the parts of `word`, and after them the parts of those parts: ``basisberoepsopleiding`` has ``opleiding``.

    Each once; nothing if `word` has no sure parts.
    """
    found: list[str] = []
    waiting = list(compound_parts(word, is_known))
    while waiting:
        part = waiting.pop(0)
        if part not in found:
            found.append(part)
            waiting.extend(compound_parts(part, is_known))
    return tuple(found)


def compound_joins(words: Sequence[str]) -> tuple[str, ...]:
    """Return the spellings of two or three folded words as one, likeliest first: ``netwerk``, ``samenleving``.

    Without a link, with s, and with the plural of the first (``studentenhuis``, ``kinderboek``); nothing for other
    numbers of words, or for what is no word.
    """
    if not 2 <= len(words) <= 3 or not all(word.isalnum() for word in words):
        return ()
    first, *rest = words
    heads = (first, *(() if first.endswith("s") else (first + "s",)), *_linked_plurals(first))
    tails = ("".join(rest),) if len(rest) == 1 else ("".join(rest), "s".join(rest))
    return tuple(head + tail for tail in tails for head in heads)


def _linked_plurals(word: str) -> tuple[str, ...]:
    """Return `word` as it stands before another with -en, -e or -er: ``bruggen``, ``brugge``, ``kinder``."""
    opened = lexicon()
    if word.endswith("e"):
        return (word + "n",)
    if opened.known(word + "eren"):
        return (word + "er",)
    stem = max(plural_stems(word), key=lambda each: zipf(each + "en", "nl"))
    return (stem + "en", stem + "e")


def suspended(first: str, last: str) -> str:
    """Return what `first` with a hyphen stands for before `last`: ``netwerk``, ``informatiesamenleving``.

    An empty string if the part that is left out can't be told.
    """
    parts = _told_by_hyphen(last)
    return first + parts[-1] if parts else ""


def suspended_behind(first: str, last: str) -> str:
    """Return what `last` with a hyphen before it stands for: ``informatievoorziening``, ``beheer``.

    An empty string if the part that is left out can't be told.
    """
    parts = _told_by_hyphen(first)
    return first[: len(first) - len(parts[-1])] + last if parts else ""


def _told_by_hyphen(word: str) -> tuple[str, ...]:
    """Return the parts of a word that a hyphen says to have some, however common it is: ``land- en tuinbouw``."""
    if not _can_be_compound(word):
        return ()
    best = _best(_splits(lexicon(), word, None, _MOST_PARTS))
    return best.parts if best else ()


def _can_be_compound(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word.isascii()
