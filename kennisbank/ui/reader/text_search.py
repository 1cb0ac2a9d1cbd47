"""Finding a string in the raw text of a page, as one who reads would: accents, case and line ends don't matter.

A word broken by a hyphen at a line end is found both as it is printed and as one word. Pure: knows nothing of Qt.
"""

import re
import unicodedata

_SOFT_HYPHEN = "\u00ad"
_BROKEN = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=\w)")
_APOSTROPHES = str.maketrans("’‘ʼ‐‑", "'''--")


def folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case, accents and soft hyphens, with single spaces, and each character's origin.

    The list has one offset in `text` for each character of the answer, and one more: the end of `text`.
    """
    letters: list[str] = []
    origins: list[int] = []
    for at, raw in enumerate(text):
        if raw == _SOFT_HYPHEN:
            continue
        if raw.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                origins.append(at)
            continue
        for letter in unicodedata.normalize("NFKD", raw.translate(_APOSTROPHES)):
            if unicodedata.combining(letter):
                continue
            for each in letter.casefold():
                letters.append(each)
                origins.append(at)
    return "".join(letters), [*origins, len(text)]


def find_in(text: str, query: str) -> list[tuple[int, int]]:
    """Return the spans of `text` that read as `query`, in order, none overlapping another; none for an empty query."""
    wanted = folded(query)[0].strip()
    if not wanted:
        return []
    found = _find(text, wanted, range(len(text) + 1))
    joined, origins = _joined(text)
    if len(joined) != len(text):
        found += _find(joined, wanted, origins)
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _find(text: str, wanted: str, offsets: "range | list[int]") -> list[tuple[int, int]]:
    plain, origins = folded(text)
    spans = []
    at = plain.find(wanted)
    while at >= 0:
        last = origins[at + len(wanted) - 1]
        spans.append((offsets[origins[at]], offsets[last] + 1))
        at = plain.find(wanted, at + len(wanted))
    return spans


def _joined(text: str) -> tuple[str, list[int]]:
    """Return the text with the words that a line end broke made whole, and each character's offset in `text`."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _BROKEN.finditer(text):
        pieces.append(text[at : match.start()])
        offsets.extend(range(at, match.start()))
        at = match.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return "".join(pieces), offsets
