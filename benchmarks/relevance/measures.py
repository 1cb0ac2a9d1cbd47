"""What a ranking is worth, given what was judged: the usual measures of retrieval, as pure functions.

Every measure is taken per query, in the range 0-1, and is then averaged over the queries that have a relevant
document. `judged` maps a document to its grade; a grade of 0 or less, like no judgement at all, says *not relevant*.
"""

import math
from collections.abc import Mapping, Sequence

DEEP = 100
"""Where a ranking is cut for average precision and recall."""


def ndcg(ranking: Sequence[str], judged: Mapping[str, int], depth: int = 10) -> float:
    """Return the discounted gain of the first `depth` over that of the best ranking possible.

    The gain is the grade itself, the discount log2(place + 1): the definition of trec_eval's ``ndcg_cut``.
    """
    ideal = sorted((grade for grade in judged.values() if grade > 0), reverse=True)[:depth]
    best = sum(grade / math.log2(place + 2) for place, grade in enumerate(ideal))
    got = sum(max(0, judged.get(each, 0)) / math.log2(place + 2) for place, each in enumerate(ranking[:depth]))
    return got / best if best else 0.0


def average_precision(ranking: Sequence[str], judged: Mapping[str, int], depth: int = DEEP) -> float:
    """Return the mean, over all relevant documents, of the precision where each stands; 0 for one not in `depth`."""
    relevant = {each for each, grade in judged.items() if grade > 0}
    found, total = 0, 0.0
    for place, each in enumerate(ranking[:depth], 1):
        if each in relevant:
            found += 1
            total += found / place
    return total / len(relevant) if relevant else 0.0


def recall(ranking: Sequence[str], judged: Mapping[str, int], depth: int = DEEP) -> float:
    """Return the part of the relevant documents that stands in the first `depth`."""
    relevant = {each for each, grade in judged.items() if grade > 0}
    return len(relevant & set(ranking[:depth])) / len(relevant) if relevant else 0.0
