"""What Tesseract sees in photographs, stains and frames is not text: telling it apart from what is.

Pure functions over recognised words. A line is kept when it holds a word that can be one; whole pages are judged by
how much is left. Losing a line of noise costs nothing; keeping it would put its "words" into the index, where they are
suggested to people who mistype.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from kennisbank.documents.layout import RawWord
from kennisbank.domain.folding import fold
from kennisbank.lexicon.words import zipf

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1."""

_SHORT = 3
"""Letters in a row that a word has at least, to be the reason for keeping its line."""
_LONG = 5
"""Letters from which on a known word is no accident: three letters in a row are a word of some language anyway."""
_USUAL, _COMMON = 3.0, 4.5
"""Zipf frequencies: of words that most readers know, and of those that they meet on every page."""
_AROUND = "\"'“”‘’«»()[]{}.,:;!?-–—*•"
_VOWELS = frozenset("aeiouyáàâäãåéèêëíìîïóòôöõúùûüæøœ")


def without_noise(words: Sequence[RawWord]) -> list[RawWord]:
    """Return the words of those lines that can be text, in their order.

    Where most lines hold a word that everybody knows the page is text, and its lines with names and numbers stay too.
    Where few do it is a picture with a caption, and only lines with known words stay. Specks around a line go anyway.
    """
    lines = [_without_specks(list(members)) for _, members in groupby(words, lambda word: word[5:7])]
    lines = [line for line in lines if _is_line([word[4] for word in line])]
    known = [line for line in lines if _is_known([word[4] for word in line])]
    numbers = sum(not any(map(_is_word, (word[4] for word in line))) for line in lines)
    if 2 * len(known) < len(lines) - numbers:
        lines = known
    return [word for line in lines for word in line]


def in_blocks(words: Sequence[RawWord]) -> list[RawWord]:
    """Return the words with lines that follow closely below each other in one block, as paragraphs are.

    What Tesseract finds comes line by line, each for itself; in blocks a paragraph is a paragraph, and a word that is
    broken over two lines can be mended.
    """
    numbered: list[RawWord] = []
    before: Box | None = None
    block = -1
    for number, (_, members) in enumerate(groupby(words, lambda word: word[5:7])):
        line = list(members)
        lefts, tops, rights, bottoms = zip(*(word[:4] for word in line), strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        if before is None or not _follows(before, box):
            block += 1
        before = box
        numbered += [(*word[:5], block, number, word[7]) for word in line]
    return numbered


def _follows(above: Box, below: Box) -> bool:
    """Tell whether a line stands so close below another, or goes on beside it, that both are of one paragraph."""
    heights = above[3] - above[1], below[3] - below[1]
    gap = below[1] - above[3]
    overlap = min(above[3], below[3]) - max(above[1], below[1])
    if overlap > 0.6 * min(heights):
        return -min(heights) < below[0] - above[2] < max(heights)
    is_near = -0.5 * min(heights) < gap < 0.8 * max(heights)
    return is_near and below[0] < above[2] and above[0] < below[2] and max(heights) < 1.8 * min(heights)


def word_count(words: Iterable[RawWord]) -> int:
    """Return how many words can be words: numbers and letters standing alone don't count."""
    return sum(_is_word(word[4]) for word in words)


def _without_specks(line: list[RawWord]) -> list[RawWord]:
    """Return the line without what holds neither letter nor digit at its ends."""
    first, last = 0, len(line)
    while first < last and not any(map(str.isalnum, line[first][4])):
        first += 1
    while last > first and not any(map(str.isalnum, line[last - 1][4])):
        last -= 1
    return line[first:last]


def _is_line(words: Sequence[str]) -> bool:
    """Tell whether a line can be text: a third of it words or numbers, one of them long or known."""
    together = "".join(words)
    if sum(map(str.isalnum, together)) * 2 < len(together) or not together:
        return False
    numbers = sum(each.strip(".,:;()%-").isdigit() for each in words)
    if (sum(map(_is_word, words)) + numbers) * 3 < len(words):
        return False
    if numbers * 2 >= len(words):
        return sum(map(str.isdigit, together)) > 1
    return any(sum(map(str.isalpha, word)) >= _LONG for word in words) or _is_known(words)


def _is_known(words: Sequence[str]) -> bool:
    """Tell whether a line holds a long word that is known or a shorter common one, or is half of common words."""
    cores = [fold(word.strip(_AROUND)) for word in words]
    pieces = [core for core in cores if len(core) > 1 and core.isalpha()]
    if any(zipf(core) >= (_USUAL if len(core) >= _LONG else _COMMON) for core in pieces if len(core) > _SHORT):
        return True
    return len(pieces) > 1 and sum(zipf(core) >= _COMMON for core in pieces) * 2 >= len(cores)


def _is_word(word: str) -> bool:
    """Tell whether this can be a word: three letters in a row, a vowel among them, or an abbreviation in capitals."""
    core = word.strip(_AROUND)
    letters = sum(map(str.isalpha, core))
    if letters < _SHORT or letters * 10 < len(core) * 7:
        return False
    return any(char in _VOWELS for char in core.lower()) or (core.isupper() and len(core) <= 6)
