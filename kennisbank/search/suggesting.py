"""A query that would find something, in place of one that found nothing."""

from kennisbank.search.analysis import fold
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.query import Node, Word, leaves
from kennisbank.search.snapshot import Snapshot

_MOST_WORDS = 6


def suggestion(tree: Node, text: str, snapshot: Snapshot, matcher: LeafMatcher) -> str:
    """Return `text` with the words that don't occur replaced by the nearest that do; empty if there are none such."""
    replaced = text
    lacking = [
        each for each in leaves(tree) if isinstance(each, Word) and each.text.isalpha() and each.end > each.start
    ]
    for word in sorted(lacking[:_MOST_WORDS], key=lambda each: -each.start):
        folded = fold(word.text)
        if matcher.find(word).docs:
            continue
        nearest = snapshot.vocabulary.nearest(folded)
        if nearest:
            replaced = replaced[: word.start] + nearest + replaced[word.end :]
    return replaced if replaced != text else ""
