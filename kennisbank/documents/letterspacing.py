"""Words set with space between their letters (``N e t w e r k``) or torn by justification (``samen   voeging``).

Closed only where the letters make a word that is known, so that a row of a table or a list of initials stays.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kennisbank.documents.edits import Edit
from kennisbank.documents.vocabulary import Vocabulary, fold_word
from kennisbank.documents.words import commonness, is_compound, is_word

_SPACED = re.compile(r" [^\W\d_](?: [^\W\d_])+ [^\W\d_](?![^\W_])")
_GAP = re.compile(r" {2,40}(?=[a-zà-ÿ])")
_HEAD = re.compile(r"[^\W\d_]+\Z")
_PIECE = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[^\W\d_]+(?:  +[a-zà-ÿ]+)*")
_FEWEST_LETTERS = 3
"""Different letters of a word: fewer are crosses in a table."""
_SHORTEST_TORN = 7
_LONGEST = 60


def closed_words(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield an edit for each blank between letters of one word, ascending."""
    edits = list(_letter_spaced(text, vocabulary))
    if "  " in text:
        edits = sorted([*edits, *_torn(text, vocabulary)])
    yield from edits


def _letter_spaced(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    for match in _SPACED.finditer(text):
        start, end = match.span()
        # The letter before the first blank belongs to it if it stands alone too.
        start = start - 1 if _stands_alone(text, start - 1) else start + 1
        letters = "".join(text[start:end].split())
        word = fold_word(letters)
        if len(set(word)) < _FEWEST_LETTERS:
            continue
        if is_word(word, vocabulary) or is_compound(word, vocabulary):
            yield from (Edit(at, at + 1, "") for at in range(start, end) if text[at].isspace())


def _stands_alone(text: str, at: int) -> bool:
    return at >= 0 and text[at].isalpha() and (at == 0 or text[at - 1].isspace())


def _torn(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield the runs of blanks that tear words apart: where the whole is commoner than one of its pieces."""
    done = 0
    for gap in _GAP.finditer(text):
        head = _HEAD.search(text, max(0, gap.start() - _LONGEST), gap.start())
        if head is None or gap.start() < done:
            continue
        tail = _TAIL.match(text, gap.end(), gap.end() + _LONGEST)
        pieces = list(_PIECE.finditer(text, head.start(), tail.end() if tail else gap.start()))
        for count in range(len(pieces), 1, -1):
            if _is_torn([piece.group() for piece in pieces[:count]], vocabulary):
                yield from (Edit(x.end(), y.start(), "") for x, y in pairwise(pieces[:count]))
                done = pieces[count - 1].end()
                break


def _is_torn(pieces: list[str], vocabulary: Vocabulary) -> bool:
    word = fold_word("".join(pieces))
    if len(word) < _SHORTEST_TORN or not is_word(word, vocabulary):
        return False
    rarest = min(commonness(fold_word(piece)) if len(piece) > 1 else 0.0 for piece in pieces)
    return rarest < commonness(word)
