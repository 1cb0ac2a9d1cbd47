"""Contributions that speak of the same: found by the words that tell most about a contribution."""

import math
from collections import Counter

import numpy as np

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.results import Related
from kennisbank.lexicon.words import zipf
from kennisbank.search.analysis import STOP_WORDS, WORD, Analyser
from kennisbank.search.layout import FIELDS, Floats
from kennisbank.search.leaf_hits import LeafHits
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.query import Word
from kennisbank.search.snapshot import Snapshot
from kennisbank.tasks.context import JobContext

_MOST_PASSAGES = 60
"""Passages whose words are counted, spread over the contribution: enough to tell what a long one is about."""
_MOST_WORDS = 25
_SHORTEST = 4
_IN_TITLE, _IN_KEYWORDS = 6, 6
"""What a word in the title or among the keywords counts, beside one in the text."""
_SHOWN_WORDS = 5
_EVERYDAY = 5.5
"""How common, in Zipf's measure, a word of no subject is, such as *see* or *work*; two less is one of a field."""


def related(
    contribution: ContributionId, snapshot: Snapshot, analyser: Analyser, limit: int, ctx: JobContext
) -> tuple[Related, ...]:
    """Return up to `limit` contributions that share the most telling words with one, best first.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    number = next((at for at, head in snapshot.heads.items() if head.contribution == contribution), None)
    if number is None or limit < 1:
        return ()
    matcher = LeafMatcher(snapshot, analyser)
    layout = snapshot.layout
    gains: list[tuple[str, Floats]] = []
    for word, worth in _telling_words(number, snapshot, analyser, ctx):
        ctx.check()
        gain = _spread(matcher.find(Word(word)), snapshot) * worth
        gains.append((word, gain))
    if not gains:
        return ()
    scores = np.sum([gain for _, gain in gains], axis=0) * snapshot.present
    scores[number] = 0
    best = np.argsort(-scores, kind="stable")[: min(limit, layout.contributions)]
    return tuple(
        Related(snapshot.heads[int(at)].contribution, float(scores[at]), _shared(gains, int(at)))
        for at in best
        if len(_shared(gains, int(at))) > 1
    )


def _telling_words(number: int, snapshot: Snapshot, analyser: Analyser, ctx: JobContext) -> list[tuple[str, float]]:
    """Return the words that tell most about a contribution, each with its worth."""
    head = snapshot.heads[number]
    counts: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    reader = snapshot.part_of(number).reader
    step = max(1, len(head.lengths) // _MOST_PASSAGES)
    texts = [(reader.passage(head, at)[4], 1) for at in range(0, len(head.lengths), step)]
    texts += [(head.title, _IN_TITLE), (head.abstract, 2), *((word, _IN_KEYWORDS) for word in head.keywords)]
    for text, worth in texts:
        for raw in WORD.findall(text):
            word = analyser.token(raw).joined
            if len(word) < _SHORTEST or not word.isalpha() or word in STOP_WORDS:
                continue
            key = analyser.part_key(word) or word
            counts[key] += worth
            spelt.setdefault(key, Counter())[word] += worth
    ctx.check()
    passages = max(1, snapshot.layout.passages)
    frequency = snapshot.vocabulary.frequency
    found: list[tuple[str, float]] = []
    for key, count in counts.items():
        word = spelt[key].most_common(1)[0][0]
        elsewhere = frequency(word)
        if count > 1 and elsewhere:
            rarity = math.log(1 + passages / elsewhere)
            plainness = min(1.0, max(0.0, (_EVERYDAY - zipf(word)) / 2))
            if plainness:
                found.append((word, (1 + math.log(count)) * rarity * plainness))
    found.sort(key=lambda each: (-each[1], each[0]))
    return found[:_MOST_WORDS]


def _spread(hits: LeafHits, snapshot: Snapshot) -> Floats:
    """Return how much each contribution says a word: in part of its passages, or in its metadata."""
    layout = snapshot.layout
    passages = np.bincount(layout.homes[hits.passages()], minlength=layout.contributions)
    lengths = np.maximum(np.diff(layout.first_passages), 1)
    gain = np.sqrt(passages / lengths)
    for tier in hits.tiers:
        gain[tier.found.fields // FIELDS] += 0.5 * tier.weight
    return gain.astype(np.float32)


def _shared(gains: list[tuple[str, Floats]], number: int) -> tuple[str, ...]:
    shared = sorted(((float(gain[number]), word) for word, gain in gains if gain[number] > 0), reverse=True)
    return tuple(word for _, word in shared[:_SHOWN_WORDS])
