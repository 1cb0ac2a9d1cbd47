"""What else might have been meant: words in place of those that don't occur, and the rest of a word that is typed.

Words that find nothing are replaced by what was meant (`spelling`), or joined with the word beside them.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kennisbank.search.analysis import WORD, fold
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.query import Node, Word, leaves
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.spelling import Alternatives, replacement
from kennisbank.search.vocabulary import Vocabulary

_MOST_WORDS = 6
_LONGEST = 100
"""Characters before a place in the query in which its last word is looked for."""
_LAST_WORD = re.compile(f"(?:{WORD.pattern})$")


class _Mend(NamedTuple):
    """Words to put in the place of a piece of the query."""

    start: int
    end: int
    by: str


def mended_text(
    text: str,
    lacking: Sequence[Word],
    vocabulary: Vocabulary,
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
        by = replacement(fold(word.text), vocabulary, alternatives)
        if by:
            mends.append(_Mend(word.start, word.end, by))
    replaced = text
    for mend in reversed(mends):
        replaced = replaced[: mend.start] + mend.by + replaced[mend.end :]
    return replaced if replaced != text else ""


def suggestion(
    tree: Node, text: str, snapshot: Snapshot, matcher: LeafMatcher, alternatives: Alternatives | None = None
) -> str:
    """Return `text` with the words that don't occur replaced by the nearest that do; empty if there are none such."""
    asked = [each for each in leaves(tree) if isinstance(each, Word) and each.text.isalpha() and each.end > each.start]
    lacking = [word for word in asked[:_MOST_WORDS] if matcher.find(word).is_empty]
    return mended_text(text, lacking, snapshot.vocabulary, alternatives) if lacking else ""


def completions(text: str, vocabulary: Vocabulary, limit: int = 8) -> list[str]:
    """Return `text` with its last word completed in up to `limit` ways, likeliest first.

    The most frequent words come first, those that make one word with the word before (`netwerk sam` and
    ``netwerksamenleving``) before all. Nothing is completed behind a space.
    """
    rest, text = text[:-_LONGEST], text[-_LONGEST:]
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
    return [rest + head + each for each in words[:limit]]


def _joined(text: str, word: Word, vocabulary: Vocabulary) -> _Mend | None:
    """Return the word that `word` makes with its neighbour in the query, if that occurs."""
    before = _LAST_WORD.search(text, max(0, word.start - _LONGEST), len(text[: word.start].rstrip()))
    after = WORD.match(text, len(text) - len(text[word.end :].lstrip()))
    own = fold(word.text)
    for start, end, joined in (
        *((((before.start(), word.end, fold(before[0]) + own),)) if before is not None else ()),
        *((((word.start, after.end(), own + fold(after[0])),)) if after is not None else ()),
    ):
        if text[start:end].count(" ") == 1 and joined.isalpha() and joined in vocabulary:
            return _Mend(start, end, joined)
    return None
