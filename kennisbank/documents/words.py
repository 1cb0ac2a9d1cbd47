"""Whether letters make a word: one that the document writes, one of the lexicon, or a plausible compound."""

from kennisbank.documents.vocabulary import Vocabulary
from kennisbank.domain.spelling import fold
from kennisbank.lexicon.compounds import compound_parts
from kennisbank.lexicon.words import is_known, zipf

_SHORTEST_COMPOUND = 8
_COMMON = 3.0


def is_word(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `word`, folded by `fold_word`, is in the document's vocabulary or in the lexicon."""
    return word in vocabulary or is_known(fold(word))


def is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `word` is one that people use: half a word may be a rare word by chance."""
    return word in vocabulary or zipf(fold(word)) >= _COMMON


def is_compound(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `word` can be taken apart into words that are known."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
        return False
    return bool(compound_parts(fold(word), lambda part: part in vocabulary))


def is_dutch(word: str) -> bool:
    """Tell whether `word` is at least as common in Dutch as in English."""
    folded = fold(word)
    return zipf(folded, "nl") >= zipf(folded, "en")


def is_only_dutch(word: str) -> bool:
    """Tell whether `word` is known in Dutch and hardly in English."""
    folded = fold(word)
    return zipf(folded, "nl") >= zipf(folded, "en") + 1


def commonness(word: str) -> float:
    """Return how common `word` is, as `zipf`."""
    return zipf(fold(word))
