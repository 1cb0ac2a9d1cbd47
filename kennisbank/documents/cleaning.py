"""Raw text → the text that is searched: a derived layer with a way back to every place on the page.

Ligatures and other compatibility forms become plain letters, decomposed accents one letter, soft hyphens and invisible
marks go, words broken at a line end are mended against a vocabulary, white space becomes one space. Each of these is a
`_Step`: where it applies (a pattern) and what it puts there. Further cleaning is a further step.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from kennisbank.documents.hyphens import mending
from kennisbank.documents.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Cleaned text and its way back: `origins` as in `Passage`, offsets in the text that was given to `clean`."""

    text: str
    origins: tuple[tuple[int, int], ...]


_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f"
_PLACES = re.compile(
    rf"(?P<hyphen>(?<=[^\W_])[-\u2010\u00ad][ \t]*[\n\r]\s*(?=[^\W_]))"
    rf"|(?P<space>[^\S ][\s{_INVISIBLE}]*| [\s{_INVISIBLE}]+)"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
)
_PLACES_ALSO_UNUSUAL = re.compile(
    _PLACES.pattern
    + r"|(?P<unusual>.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20f0]{1,20}|[\u00a1-\uffff\U00010000-\U0010ffff])"
)
_BEFORE = re.compile(r"[^\W_]+$")
_AFTER = re.compile(r"[^\W_]+")
_LONGEST_WORD = 60


def clean(text: str, *, vocabulary: Vocabulary) -> Cleaned:
    """Return `text` cleaned, without white space at its ends."""
    places = _PLACES if unicodedata.is_normalized("NFKC", text) else _PLACES_ALSO_UNUSUAL
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    made = done = 0
    for match in places.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or ""
        # White space is by far the most of it, and never one blank already: it needs no step to be called.
        put = " " if kind == "space" else _STEPS[kind](text, match, vocabulary)
        if kind != "space" and put == text[start:end]:
            continue
        if start > done:
            origins.append((made, done))
            pieces.append(text[done:start])
            made += start - done
        if put == " ":
            if made and not pieces[-1].endswith(" "):
                origins.append((made, start))
                pieces.append(put)
                made += 1
        else:
            for letter in put:
                origins.append((made, start))
                pieces.append(letter)
                made += 1
        done = end
    if done < len(text):
        origins.append((made, done))
        pieces.append(text[done:])
    return _trimmed("".join(pieces), origins)


def _trimmed(text: str, origins: list[tuple[int, int]]) -> Cleaned:
    """Return the text without white space at its ends, the way back moved along."""
    skipped = len(text) - len(text.lstrip())
    stripped = text.strip()
    if not skipped:
        return Cleaned(stripped, tuple(origins) or ((0, 0),))
    before = [pair for pair in origins if pair[0] <= skipped]
    start = (0, before[-1][1] + skipped - before[-1][0])
    moved = [(made - skipped, raw) for made, raw in origins if made > skipped]
    return Cleaned(stripped, (start, *moved))


def _mended(text: str, match: "re.Match[str]", vocabulary: Vocabulary) -> str:
    start, end = match.span()
    if text[start] == "\u00ad":
        return ""
    before = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    after = _AFTER.match(text, end, end + _LONGEST_WORD)
    if before is None or after is None:
        return "- "
    match mending(before.group(), after.group(), vocabulary):
        case "join":
            return ""
        case "keep":
            return "-"
        case "suspend":
            return "- "


def _one_space(text: str, match: "re.Match[str]", vocabulary: Vocabulary) -> str:  # noqa: ARG001  a step
    return " "


def _nothing(text: str, match: "re.Match[str]", vocabulary: Vocabulary) -> str:  # noqa: ARG001  a step
    return ""


def _plain(text: str, match: "re.Match[str]", vocabulary: Vocabulary) -> str:  # noqa: ARG001  a step
    """Return the usual form of a character, except where that would glue digits or blanks to a word."""
    seen = match.group()
    if len(seen) == 1 and unicodedata.category(seen) == "No":
        return seen
    plain = unicodedata.normalize("NFKC", seen)
    return seen if plain != " " and plain.startswith(" ") else plain


_Step = Callable[[str, "re.Match[str]", Vocabulary], str]
_STEPS: dict[str, _Step] = {"hyphen": _mended, "space": _one_space, "invisible": _nothing, "unusual": _plain}
