"""What was meant by a word that doesn't occur: another spelling, two words, or a word that says the same.

A word that no text holds was mistyped, or is a good word that this library happens not to use. The first is mended by
spelling; for the second a word is offered that says the same or begins the same, never a neighbour by chance (*docent*
becomes *leraar*, not *decent*).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kennisbank.lexicon.compounds import compound_parts
from kennisbank.lexicon.words import is_known, zipf
from kennisbank.search.analysis import STOP_WORDS
from kennisbank.search.near_words import likelihood
from kennisbank.search.vocabulary import Vocabulary

Alternatives = Callable[[str], Iterable[tuple[str, ...]]]
"""Gives what means the same as a folded word: words, or words side by side."""

_SURE = 1.0
_SURE_A_LETTER = 0.15
"""What a sure correction costs at most: so much, or in a long word so much a letter."""
_SURE_IF_KNOWN = 0.5
"""... and where what was typed is a word: only a usual slip."""
_BEHIND = 2.5
"""Corrections so much less likely than the likeliest aren't searched."""
_MOST_TOLERATED = 3
_SHORTEST_BEGUN = 6
_SHORTEST_PART = 4
_OFTEN = 2
"""How often a part occurs at least, so that a word is split there."""
_SPLIT = 0.9
"""What a missing space costs, as an edit does."""
_SAME_BEGINNING = 5


def tolerant_words(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the few spellings under which a word that found nothing is searched, likeliest first; only sure ones."""
    near = _near(word, vocabulary)
    most = _SURE_IF_KNOWN if is_known(word) else max(_SURE, _SURE_A_LETTER * len(word))
    sure = [each for each in near if each[2] <= most or _goes_on(word, each[0])]
    if not sure:
        return ()
    least = likelihood(*sure[0][1:]) - _BEHIND
    return tuple(each for each, number, cost in sure if likelihood(number, cost) >= least)[:_MOST_TOLERATED]


def _goes_on(word: str, other: str) -> bool:
    """Tell whether `other` is a name begun with `word` and a letter or two: *Weinberg*, *Weinberger*."""
    return len(word) >= _SHORTEST_BEGUN and other.startswith(word) and len(other) <= len(word) + 2


def replacement(word: str, vocabulary: Vocabulary, alternatives: Alternatives | None = None) -> str:
    """Return what occurs and was most likely meant by a folded word that doesn't; empty if nothing is.

    It may be two words. Stop words are never offered.
    """
    meaning = [each[0] for each in (alternatives(word) if alternatives is not None else ()) if len(each) == 1]
    mended = partial(_respelt, word, vocabulary)
    kin = partial(_same_beginning, word, vocabulary)
    same = partial(_same_meaning, word, meaning, vocabulary)
    about = partial(_about, meaning, vocabulary)
    far = partial(_respelt, word, vocabulary, widely=True)
    in_turn = (kin, same, about, mended, far) if is_known(word) else (mended, same, kin, about, far)
    return next((found for offer in in_turn if (found := offer())), "")


def _near(word: str, vocabulary: Vocabulary, *, widely: bool = False) -> list[tuple[str, int, float]]:
    found = vocabulary.near_words(word, widely=widely)
    return [each for each in found if each[0] not in STOP_WORDS]


def _respelt(word: str, vocabulary: Vocabulary, *, widely: bool = False) -> str:
    """Return the likeliest spelling that occurs, or the words that were written as one."""
    near = _near(word, vocabulary, widely=widely)
    best, worth = (near[0][0], likelihood(*near[0][1:])) if near else ("", float("-inf"))
    shortest = _SHORTEST_PART + is_known(word)  # *leerkracht* is more than *leer* and *kracht*
    for at in range(shortest, len(word) - shortest + 1):
        count = min(vocabulary.frequency(each) for each in (word[:at], word[at:]))
        if count >= _OFTEN and likelihood(count, _SPLIT) > worth:
            best, worth = f"{word[:at]} {word[at:]}", likelihood(count, _SPLIT)
    return best


def _same_beginning(word: str, vocabulary: Vocabulary) -> str:
    """Return the most frequent word with the same beginning: one that goes on where it ends, else a shorter stem."""
    shortest = max(_SAME_BEGINNING, len(word) * 3 // 4)
    for length in range(len(word), shortest - 1, -1):
        longest = len(word) + 6 if length == len(word) else length + 4
        found = [each for each in vocabulary.complete(word[:length], 8) if len(each) <= longest and each != word]
        if found:
            return found[0]
    return ""


def _same_meaning(word: str, meaning: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the most frequent word that says the same: one of the same language before others."""
    own = [each for each in meaning if _is_dutch(each) == _is_dutch(word)]
    return _most_frequent(own, vocabulary) or _most_frequent(meaning, vocabulary)


def _is_dutch(word: str) -> bool:
    return zipf(word, "nl") >= zipf(word, "en")


def _most_frequent(words: Iterable[str], vocabulary: Vocabulary) -> str:
    """Return the word that occurs most, empty if none does."""
    counts = {each: vocabulary.frequency(each) for each in words}
    best = max(counts, key=lambda each: (counts[each], each), default="")
    return best if best and counts[best] else ""


def _about(words: Iterable[str], vocabulary: Vocabulary) -> str:
    """Return what a compound among `words` is about: *onderwijs* of *onderwijsgevende*."""
    firsts = (parts[0] for parts in map(compound_parts, words) if parts)
    return _most_frequent((each for each in firsts if len(each) >= _SAME_BEGINNING), vocabulary)
