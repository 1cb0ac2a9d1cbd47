"""Reading order: words as MuPDF gives them → the text of a page, with every word's place in it.

MuPDF tells which words stand together in a line and which lines in a block, but gives the blocks in the order in which
the file draws them. Here the blocks are put in reading order by recursive cuts: a gutter between columns first, else
bands from top to bottom, where bands that share a gutter stay together (so that a gap that happens to run through both
columns does not mix them). Pure functions; boxes in points, origin top left.

This runs once for every word of every import, so it works on tuples and keeps loops over words short.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from operator import add, itemgetter

from kennisbank.domain.document import pack_columns, pack_words

RawWord = tuple[float, float, float, float, str, int, int, int]
"""x0, y0, x1, y1, text, block number, line number, word number: the tuples of PyMuPDF's word extraction."""

NO_WORDS = pack_words(())
"""The packed words of a page without any."""

_OVERLAP = 2.0
"""Points by which boxes may overlap and still count as apart: line boxes are taller than their letters."""
_GUTTER = 5.0
"""Points of white between columns, at least."""
_BOX, _TEXT, _BY_BLOCK, _BY_LINE = itemgetter(0, 1, 2, 3), itemgetter(4), itemgetter(5), itemgetter(6)

_BESIDE = 0.3
"""Part of the lower side's height that must have the other side next to it for a gutter to be one."""
_MAX_DEPTH = 24


@dataclass(frozen=True, slots=True)
class _Block:
    x0: float
    y0: float
    x1: float
    y1: float
    lines: list[list[RawWord]]


def page_text(words: Sequence[RawWord]) -> tuple[str, bytes]:
    r"""Return the text of a page and its packed words, in reading order.

    Words are parted by one space, lines by ``\n``, blocks by ``\n\n``. A word that holds white space of Unicode is
    parted there, both parts with the box of the whole; lone surrogates are dropped.
    """
    if not words:
        return "", NO_WORDS
    in_order: list[RawWord] = []
    gaps: list[str] = []
    for block in _ordered(_blocks(_sound(words))):
        for line in block.lines:
            in_order += line
            gaps += [" "] * len(line)
            gaps[-1] = "\n"
        gaps[-1] = "\n\n"
    if not gaps:
        return "", NO_WORDS
    gaps[-1] = ""
    texts = list(map(_TEXT, in_order))
    lengths = list(map(len, texts))
    starts = [0, *accumulate(map(add, lengths, map(len, gaps)))][:-1]
    offsets = array("I", chain.from_iterable(zip(starts, map(add, starts, lengths), strict=True)))
    boxes = array("f", chain.from_iterable(map(_BOX, in_order)))
    return "".join(chain.from_iterable(zip(texts, gaps, strict=True))), pack_columns(offsets, boxes)


def _sound(words: Sequence[RawWord]) -> Sequence[RawWord]:
    """Return words that are non-empty, without white space and without lone surrogates: nearly always as they came."""
    texts = list(map(_TEXT, words))
    joined = " ".join(texts)
    if "\0" not in joined and joined.split() == texts and (joined.isascii() or _is_unicode(joined)):
        return words
    sound: list[RawWord] = []
    for word in words:
        text = word[4].replace("\0", "").encode("utf-8", "ignore").decode()
        sound += [(*word[:4], part, *word[5:]) for part in text.split()]
    return sound


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _blocks(words: Sequence[RawWord]) -> list[_Block]:
    blocks: list[_Block] = []
    for _, members in groupby(words, _BY_BLOCK):
        in_block = list(members)
        lines = _visual_lines([list(line) for _, line in groupby(in_block, _BY_LINE)])
        lefts, tops, rights, bottoms = zip(*map(_BOX, in_block), strict=True)
        blocks.append(_Block(min(lefts), min(tops), max(rights), max(bottoms), lines))
    return blocks


def _visual_lines(lines: list[list[RawWord]]) -> list[list[RawWord]]:
    """Return the lines of a block, with pieces that stand side by side on one height put together again."""
    if len(lines) < 2:
        return lines
    joined = [lines[0]]
    for line in lines[1:]:
        last, first = joined[-1][-1], line[0]
        overlap = min(last[3], first[3]) - max(last[1], first[1])
        if first[0] >= last[2] - 1 and overlap > 0.6 * min(last[3] - last[1], first[3] - first[1]):
            joined[-1] = joined[-1] + line
        else:
            joined.append(line)
    return joined


def _ordered(blocks: list[_Block], depth: int = 0) -> list[_Block]:
    """Return the blocks in reading order."""
    if len(blocks) < 2 or depth > _MAX_DEPTH:
        return blocks
    sides = _columns(blocks)
    if sides is not None:
        return _ordered(sides[0], depth + 1) + _ordered(sides[1], depth + 1)
    bands = _bands(blocks)
    if len(bands) == 1:
        return sorted(blocks, key=lambda block: (block.y0, block.x0))
    result: list[_Block] = []
    for band in _sharing_a_gutter(bands):
        result += _ordered(band, depth + 1)
    return result


def _columns(blocks: list[_Block]) -> tuple[list[_Block], list[_Block]] | None:
    """Return the blocks left and right of the widest gutter that runs through all of them, if there is one."""
    if len(blocks) < 2:
        return None
    by_left = sorted(blocks, key=lambda block: block.x0)
    reach = by_left[0].x1
    best, cut = _GUTTER, 0
    for index, block in enumerate(by_left):
        if block.x0 - reach >= best:
            best, cut = block.x0 - reach, index
        reach = max(reach, block.x1)
    if not cut:
        return None
    left, right = by_left[:cut], by_left[cut:]
    top, bottom = max(_top(left), _top(right)), min(_bottom(left), _bottom(right))
    height = min(_bottom(left) - _top(left), _bottom(right) - _top(right))
    return (left, right) if bottom - top >= _BESIDE * height else None


def _top(blocks: list[_Block]) -> float:
    return min([block.y0 for block in blocks])


def _bottom(blocks: list[_Block]) -> float:
    return max([block.y1 for block in blocks])


def _bands(blocks: list[_Block]) -> list[list[_Block]]:
    """Return the blocks in bands from top to bottom, each parted from the next by white over its whole width."""
    by_top = sorted(blocks, key=lambda block: block.y0)
    bands = [[by_top[0]]]
    reach = by_top[0].y1
    for block in by_top[1:]:
        if block.y0 >= reach - _OVERLAP:
            bands.append([block])
        else:
            bands[-1].append(block)
        reach = max(reach, block.y1)
    return bands


def _sharing_a_gutter(bands: list[list[_Block]]) -> list[list[_Block]]:
    """Return the bands, with those put together that are columns only when seen together."""
    if all(len(band) == 1 for band in bands):
        return bands
    joined: list[list[_Block]] = []
    for band in bands:
        if joined:
            both = joined[-1] + band
            if (len(joined[-1]) > 1 or len(band) > 1) and _columns(both) is not None:
                joined[-1] = both
                continue
        joined.append(band)
    return joined
