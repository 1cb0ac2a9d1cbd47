"""What else might have been meant: words in place of those that don't occur, and the rest of a word that is typed.

A word that no text holds was mistyped, or is a good word that this library happens not to use. The first is mended by
spelling; for the second a word is offered that says the same or begins the same, never a neighbour by chance (`docent`
becomes `leraar`, not `decent`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kennisbank.search.analysis import STOP_WORDS, WORD, fold
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.query import Node, Word, leaves
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.spelling import likelihood
from kennisbank.search.vocabulary import Vocabulary

Known = Callable[[str], bool]
"""Tells whether a folded word is a word of the language, wherever it occurs."""
Alternatives = Callable[[str], Iterable[tuple[str, ...]]]
"""Gives what means the same as a folded word: words, or words side by side."""

_MOST_WORDS = 6
_SURE = 1.0
_SURE_A_LETTER = 0.15
"""What a sure correction costs at most: so much, or in a long word so much a letter."""
_SURE_IF_KNOWN = 0.5
"""... and where what was typed is a word: only a usual slip."""
_BEHIND = 2.5
"""Corrections so much less likely than the likeliest aren't searched."""
_MOST_TOLERATED = 3
_SHORTEST_PART = 4
_OFTEN = 2
"""How often a part occurs at least, so that a word is split there."""
_SPLIT = 0.9
"""What a missing space costs, as an edit does."""
_SAME_BEGINNING = 5
_LAST_WORD = re.compile(f"(?:{WORD.pattern})$")


class _Mend(NamedTuple):
    """Words to put in the place of a piece of the query."""

    start: int
    end: int
    by: str


def tolerant_words(word: str, vocabulary: Vocabulary, is_known: Known | None = None) -> tuple[str, ...]:
    """Return the few spellings under which a word that found nothing is searched, likeliest first; only sure ones."""
    near = _near(word, vocabulary)
    most = _SURE_IF_KNOWN if is_known is not None and is_known(word) else max(_SURE, _SURE_A_LETTER * len(word))
    sure = [each for each in near if each[2] <= most]
    if not sure:
        return ()
    least = likelihood(*sure[0][1:]) - _BEHIND
    return tuple(each for each, number, cost in sure if likelihood(number, cost) >= least)[:_MOST_TOLERATED]


def replacement(
    word: str, vocabulary: Vocabulary, is_known: Known | None = None, alternatives: Alternatives | None = None
) -> str:
    """Return what occurs and was most likely meant by a folded word that doesn't; empty if nothing is.

    It may be several words. Stop words are never offered.
    """
    mended = _respelt(word, vocabulary)
    if is_known is None or not is_known(word):
        return mended or _same_meaning(word, vocabulary, alternatives) or _same_beginning(word, vocabulary)
    close = tolerant_words(word, vocabulary, is_known)
    return (
        _same_meaning(word, vocabulary, alternatives)
        or _same_beginning(word, vocabulary)
        or (close[0] if close else "")
        or mended
    )


def mended_text(
    text: str,
    lacking: Sequence[Word],
    vocabulary: Vocabulary,
    is_known: Known | None = None,
    alternatives: Alternatives | None = None,
) -> str:
    """Return `text` with each of the `lacking` words (those that find nothing) replaced; empty if none can be."""
    mends: list[_Mend] = []
    for word in sorted(lacking[:_MOST_WORDS], key=lambda each: each.start):
        if mends and word.start < mends[-1].end:
            continue  # it went into its neighbour
        joined = _joined(text, word, vocabulary)
        if joined is not None and not (mends and joined.start < mends[-1].end):
            mends.append(joined)
            continue
        by = replacement(fold(word.text), vocabulary, is_known, alternatives)
        if by:
            mends.append(_Mend(word.start, word.end, by))
    replaced = text
    for mend in reversed(mends):
        replaced = replaced[: mend.start] + mend.by + replaced[mend.end :]
    return replaced if replaced != text else ""


def suggestion(tree: Node, text: str, snapshot: Snapshot, matcher: LeafMatcher) -> str:
    """Return `text` with the words that don't occur replaced by the nearest that do; empty if there are none such."""
    asked = [each for each in leaves(tree) if isinstance(each, Word) and each.text.isalpha() and each.end > each.start]
    lacking = [word for word in asked[:_MOST_WORDS] if not matcher.find(word).docs]
    return mended_text(text, lacking, snapshot.vocabulary) if lacking else ""


def completions(text: str, vocabulary: Vocabulary, limit: int = 8) -> list[str]:
    """Return `text` with its last word completed in up to `limit` ways, likeliest first.

    The most frequent words come first, those that make one word with the word before (`netwerk sam` and
    ``netwerksamenleving``) before all. Nothing is completed behind a space.
    """
    found = _LAST_WORD.search(text)
    if found is None or limit <= 0:
        return []
    begun = "".join(c for c in fold(found[0]) if c.isalnum() or c == ".")
    if not begun:
        return []
    head = text[: found.start()]
    words = [each for each in vocabulary.complete(begun, 3 * limit) if each != begun]
    before = _LAST_WORD.search(head.rstrip()) if head.endswith(" ") else None
    if before is not None:
        first = fold(before[0])
        words.sort(key=lambda each: first + each not in vocabulary)
    return [head + each for each in words[:limit]]


def _near(word: str, vocabulary: Vocabulary) -> list[tuple[str, int, float]]:
    return [each for each in vocabulary.near_words(word) if each[0] not in STOP_WORDS]


def _respelt(word: str, vocabulary: Vocabulary) -> str:
    """Return the likeliest spelling that occurs, or the words that were written as one."""
    near = _near(word, vocabulary)
    best, worth = (near[0][0], likelihood(*near[0][1:])) if near else ("", float("-inf"))
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        counts = [vocabulary.frequency(each) for each in (word[:at], word[at:])]
        if min(counts) >= _OFTEN and likelihood(min(counts), _SPLIT) > worth:
            best, worth = f"{word[:at]} {word[at:]}", likelihood(min(counts), _SPLIT)
    return best


def _same_meaning(word: str, vocabulary: Vocabulary, alternatives: Alternatives | None) -> str:
    """Return the alternative that occurs most: of one of several words, the rarest counts."""
    if alternatives is None:
        return ""
    counts = {each: min(map(vocabulary.frequency, each), default=0) for each in alternatives(word)}
    best = max(counts, key=lambda each: (counts[each], each), default=())
    return " ".join(best) if best and counts[best] else ""


def _same_beginning(word: str, vocabulary: Vocabulary) -> str:
    """Return the most frequent word with the same beginning: one that goes on where it ends, else a shorter stem."""
    shortest = max(_SAME_BEGINNING, len(word) * 3 // 4)
    for length in range(len(word), shortest - 1, -1):
        longest = len(word) + 6 if length == len(word) else length + 4
        found = [each for each in vocabulary.complete(word[:length], 8) if len(each) <= longest and each != word]
        if found:
            return found[0]
    return ""


def _joined(text: str, word: Word, vocabulary: Vocabulary) -> _Mend | None:
    """Return the word that `word` makes with its neighbour in the query, if that occurs."""
    before = _LAST_WORD.search(text[: word.start].rstrip())
    after = WORD.match(text, len(text) - len(text[word.end :].lstrip()))
    own = fold(word.text)
    for start, end, joined in (
        *((((before.start(), word.end, fold(before[0]) + own),)) if before is not None else ()),
        *((((word.start, after.end(), own + fold(after[0])),)) if after is not None else ()),
    ):
        if text[start:end].count(" ") == 1 and joined.isalpha() and joined in vocabulary:
            return _Mend(start, end, joined)
    return None
