"""Edits: what cleaning puts in the place of a piece of raw text, and the way back that they leave."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end of a piece of raw text; the end stands behind its last character."""

DROPPED = "\u200b"
"""What stands, in the working copy of a page, for each character that is taken out of a word: white space without
width, which cleaning removes. A blank stands for what is taken out between words. So a copy is as long as its page."""


class Edit(NamedTuple):
    """``raw[start:end]`` becomes `put`; all of `put` leads back to `start`. An insertion has `start` = `end`.

    Letters that complete a broken word, whose rest stands elsewhere on the page, lead there: to `rest`, -1 for none.
    """

    start: int
    end: int
    put: str
    rest: int = -1


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned text and its way back: `origins` as in `Passage`, offsets in the text that the edits were made for."""

    text: str
    origins: tuple[Span, ...]


def masked(text: str, spans: Iterable[Span], filler: str) -> str:
    """Return `text`, as long as before, with every character of `spans` (ascending, apart) replaced by `filler`."""
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], filler * (end - start))
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> Cleaned:
    """Return ``text[start:end]`` with `edits` made, every white space a blank, and none at the ends.

    `edits` are ascending and within the piece; of two that overlap the first counts. No two blanks stand side by side
    if each run of white space is an edit of its own.
    """
    flat = text[start:end].replace("\n", " ").replace("\t", " ").replace("\r", " ")
    pieces: list[str] = []
    origins: list[Span] = []
    made, done = 0, start
    for edit in edits:
        if edit.start < done:
            continue
        if edit.start > done:
            origins.append((made, done))
            pieces.append(flat[done - start : edit.start - start])
            made += edit.start - done
        put = edit.put
        if put[:1] == " " and (not made or pieces[-1][-1] == " "):
            put = put[1:]
        if put:
            origins.extend(_ways_back(edit, put, made))
            pieces.append(put)
            made += len(put)
        done = edit.end
    if done < end:
        origins.append((made, done))
        pieces.append(flat[done - start :])
    return _trimmed("".join(pieces), origins, start)


def _ways_back(edit: Edit, put: str, made: int) -> Iterator[Span]:
    """Yield the way back of each character of `put`, which stands at `made` in the text that is made."""
    rest = edit.rest
    for at, letter in enumerate(put, made):
        if rest >= 0 and letter.isalnum():
            yield at, rest
            rest += 1
        else:
            yield at, edit.start


def _trimmed(text: str, origins: list[Span], start: int) -> Cleaned:
    """Return the text without white space at its ends, the way back moved along."""
    stripped = text.rstrip()
    skipped = len(stripped) - len(stripped.lstrip())
    if skipped:
        before = [pair for pair in origins if pair[0] <= skipped]
        first = (0, before[-1][1] + skipped - before[-1][0])
        origins = [first, *((made - skipped, raw) for made, raw in origins if made > skipped)]
        stripped = stripped[skipped:]
    while len(origins) > 1 and origins[-1][0] >= max(1, len(stripped)):
        origins.pop()
    return Cleaned(stripped, tuple(origins) or ((0, start),))
