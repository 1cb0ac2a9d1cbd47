"""What is done when a query finds too little: fewer of its words suffice, or a word is read as another near it."""

from collections.abc import Callable, Iterable

from kennisbank.domain.results import Replacement
from kennisbank.search.analysis import fold
from kennisbank.search.evaluation import Evaluation
from kennisbank.search.layout import Mask
from kennisbank.search.places import near
from kennisbank.search.query import And, Leaf, Node, Prefix, Word, all_of, leaves
from kennisbank.search.ranking import Ranking
from kennisbank.search.spelling import tolerant_words
from kennisbank.search.vocabulary import Vocabulary

_ENOUGH = {2: 1, 3: 3}
_ENOUGH_FOR_MORE = 5
"""Contributions, by the number of words; with fewer that hold all words, such as hold most are shown behind them."""
ENOUGH_WEIGHT = 0.5
"""Part of the weight of all words."""
_QUESTION = 5
OF_THE_BEST = 0.3
"""Part of what the best contribution has of the weight of a question."""
_MOST_BEGUN = 20
"""Words that an unfinished one may become."""
_MOST_CHECKED = 4
"""Words of a query that are tried in other spellings though they occur: more make no name or term."""
_CLOSE = 3
"""Places between a word in another spelling and another word of the query, for a passage to be what was meant."""


def optional_words(tree: Node) -> tuple[Leaf, ...]:
    """Return the words of which fewer may suffice: at least two, typed plainly, all required; else none."""
    if not isinstance(tree, And):
        return ()
    found = tuple(each for each in tree.children if isinstance(each, Word | Prefix) and not each.field)
    return found if len(found) > 1 else ()


def is_question(typed: Node) -> bool:
    """Tell whether a query as it was typed, little words included, is a question in whole rather than a few words."""
    return len(leaves(typed)) >= _QUESTION


def is_too_little(tree: Node, found: int) -> bool:
    """Tell whether `found` contributions are too few to be content with those that hold all words of `tree`."""
    words = len(optional_words(tree))
    return words > 1 and found < _ENOUGH.get(words, _ENOUGH_FOR_MORE)


def with_fewer(tree: Node, evaluation: Evaluation, ranking: Ranking, *, is_question: bool) -> Mask:
    """Tell which contributions meet what else `tree` asks, and hold enough of its optional words.

    Enough is a part of the weight of all words, rare ones weighing more. Of a whole question, in which there is always
    a word too many, it is a part of what the best has.
    """
    words = optional_words(tree)
    assert isinstance(tree, And)
    others = all_of([each for each in tree.children if each not in words])
    met = evaluation.contributions(others)
    enough = ENOUGH_WEIGHT * ranking.total_weight
    if is_question and met.any():
        enough = min(enough, OF_THE_BEST * float(ranking.coverage[met].max()))
    return met & (ranking.coverage >= max(enough, 1e-6))


def finished(tree: Node, end: int, evaluation: Evaluation, vocabulary: Callable[[], Vocabulary]) -> bool:
    """Look the word that ends at `end`, if it finds nothing, up as the beginning of others; tell whether there are."""
    for word in leaves(tree):
        if isinstance(word, Word) and word.end == end and word.text.isalpha() and evaluation.leaf(word).is_empty:
            begun = vocabulary().complete(fold(word.text), _MOST_BEGUN)
            evaluation.respell(word, begun, "prefix")
            return bool(begun)
    return False


def respelt(tree: Node, evaluation: Evaluation, vocabulary: Callable[[], Vocabulary]) -> tuple[Replacement, ...]:
    """Look words of `tree` up in other spellings too, in `evaluation`, and return which.

    A word that stands nowhere is; where all words stand somewhere and no passage holds them all, so is one whose other
    spelling stands close to another word of the query: *David van Berlo*.
    """
    words = [each for each in leaves(tree) if isinstance(each, Word) and each.text.isalpha() and each.end > each.start]
    lacking = [each for each in words if evaluation.leaf(each).is_empty and _is_nowhere(each, evaluation)]
    found = [_replaced(word, tolerant_words(fold(word.text), vocabulary()), evaluation) for word in lacking]
    if not lacking and 1 < len(words) <= _MOST_CHECKED and not _is_met(tree, evaluation):
        for word in words:
            others = [each for each in words if each != word]
            close = [
                each
                for each in tolerant_words(fold(word.text), vocabulary())
                if _stands_close(each, others, evaluation)
            ]
            if close:
                found.append(_replaced(word, tuple(close), evaluation))
                break
    return tuple(each for each in found if each is not None)


def _is_nowhere(word: Word, evaluation: Evaluation) -> bool:
    """Tell whether a word that doesn't stand in its field stands in no text either."""
    return not word.field or evaluation.look_up(Word(word.text)).is_empty


def _is_met(tree: Node, evaluation: Evaluation) -> bool:
    whole = evaluation.passages(tree, by_authors=True)
    return whole is None or bool(whole.any())


def _stands_close(spelling: str, others: Iterable[Word], evaluation: Evaluation) -> bool:
    places = evaluation.look_up(Word(spelling)).places()
    return any(len(near(places, evaluation.leaf(each).places(), _CLOSE)[0]) for each in others)


def _replaced(word: Word, spellings: tuple[str, ...], evaluation: Evaluation) -> Replacement | None:
    if not spellings:
        return None
    evaluation.respell(word, spellings, "spelling")
    return Replacement(word.start, word.end, word.text, spellings[0])
