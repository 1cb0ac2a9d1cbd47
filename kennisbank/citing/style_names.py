"""The styles that are offered, and what comes of them; known without loading what writes in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A style one can choose: `name` is its own, the same in every language; `english` the English it is written in."""

    id: str
    name: str
    csl: str
    english: str = "en-US"


STYLES: tuple[Style, ...] = (
    Style("apa", "APA 7", "apa"),
    Style("harvard", "Harvard (Cite Them Right)", "harvard-cite-them-right", "en-GB"),
    Style("chicago", "Chicago (author-date)", "chicago-author-date"),
    Style("mla", "MLA 9", "modern-language-association"),
    Style("ieee", "IEEE", "ieee"),
    Style("acm", "ACM", "association-for-computing-machinery"),
    Style("vancouver", "Vancouver", "nlm-citation-sequence"),
)
"""The styles that are offered, the usual one first; each is tested on every kind of contribution, in both languages."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One line of a list of references, as plain text and as HTML; `has_failed`: the style couldn't write it."""

    id: str
    text: str
    html: str
    has_failed: bool = False
