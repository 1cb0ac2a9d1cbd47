"""What the cards of the margin say: names, dates, states, and the sentence by which one is read aloud."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject

from kennisbank.domain.annotation import AnchorState, PlacedAnnotation
from kennisbank.domain.moments import Moment, now
from kennisbank.ui.language import day
from kennisbank.ui.models.annotation_words import (
    kind_icon,
    kind_words,
    mark_number,
    name_words,
    quote_words,
    writer_words,
)
from kennisbank.ui.models.audience_words import AudienceWords

Saving = Literal["", "waiting", "saved", "failed"]
"""Where the text of a note stands: untouched, on its way, in the library, or kept here because that failed."""
_LINK = re.compile(r"(?:https?://|kennisbank:)[^\s<>\"']+")
_TEXTS = 4
"""Annotations of which a card that stands for many shows the beginning."""
_NOT_OF_A_LINK = ".,;:!?)]}’”"


@dataclass(frozen=True, slots=True)
class CardContent:
    """One annotation as its card shows it. `page` is the 1-based page it begins on; None where it has no place.

    `number` is that of the mark's colour (1 to 4), 0 for none of the four. `aside` stands at the right of the name;
    `author` is who wrote it, or of one's own with whom it is shared.
    """

    id: str
    name: str
    icon: str
    colour: str
    number: int
    aside: str
    author: str
    body: str
    quote: str
    tags: tuple[str, ...]
    state: AnchorState
    state_words: str
    page: int | None
    is_read_only: bool
    is_news: bool
    is_bad: bool

    @property
    def links(self) -> tuple[str, ...]:
        """Return the addresses in its note, each once."""
        return tuple(dict.fromkeys(address for _start, _end, address in links_in(self.body)))

    @property
    def name_says_kind(self) -> bool:
        """Tell whether the name is that of its kind, and not of its colour."""
        return self.icon != "marker"

    @property
    def is_told(self) -> bool:
        """Tell whether there is anything to say at the right of the name."""
        return bool(self.aside)

    @property
    def has_swatch(self) -> bool:
        """Tell whether a colour says what it is, instead of an icon."""
        return bool(self.colour)


class MarginCounts(QObject):
    """Words with a number in them: only `tr` of an object makes plurals."""

    def annotations(self, count: int) -> str:
        """Return how many annotations there are."""
        return self.tr("%n annotation(s)", "", count)

    def moved(self, count: int) -> str:
        """Return how many stand elsewhere."""
        return self.tr("%n annotation(s) moved", "", count)

    def changed(self, count: int) -> str:
        """Return how many have other words now."""
        return self.tr("%n with other words", "", count)

    def gone(self, count: int) -> str:
        """Return how many have no place any more."""
        return self.tr("%n gone from the pages", "", count)


def when_words(moment: Moment) -> str:
    """Return the day of something as a margin tells it: today, yesterday, or its date."""
    here, then = now().utc.astimezone().date(), moment.utc.astimezone().date()
    days = (here - then).days
    if days == 0:
        return QCoreApplication.translate("Margin", "today")
    if days == 1:
        return QCoreApplication.translate("Margin", "yesterday")
    return day(then)


def moved_words(state: AnchorState) -> str:
    """Return what a newer version did to the place of an annotation, in as few words as a card has room for."""
    words: dict[AnchorState, str] = {
        "moved": QCoreApplication.translate("Margin", "Moved"),
        "changed": QCoreApplication.translate("Margin", "Words changed"),
        "gone": QCoreApplication.translate("Margin", "No longer in this version"),
    }
    return words.get(state, "")


def saving_words(saving: Saving) -> str:
    """Return where the text of a note stands on its way to the library."""
    words: dict[Saving, str] = {
        "waiting": QCoreApplication.translate("Margin", "Saving…"),
        "saved": QCoreApplication.translate("Margin", "Saved"),
        "failed": QCoreApplication.translate("Margin", "Not saved"),
    }
    return words.get(saving, "")


def content_of(placed: PlacedAnnotation, saving: Saving = "") -> CardContent:
    """Return what the card of an annotation shows; `saving` is where its text stands."""
    each, anchor = placed.annotation, placed.anchor
    state: AnchorState = anchor.state if anchor is not None else "original"
    return CardContent(
        id=each.id,
        name=name_words(each),
        icon=kind_icon(each.kind),
        colour=each.colour,
        number=mark_number(each.colour),
        aside=saving_words(saving) or when_words(each.modified),
        author=writer_words(each.creator) or AudienceWords().of(each.shared),
        body=each.body,
        quote=quote_words(each),
        tags=each.tags,
        state=state,
        state_words=moved_words(state) if placed.is_news or state == "gone" else "",
        page=anchor.page if anchor is not None else None,
        is_read_only=each.is_read_only,
        is_news=placed.is_news,
        is_bad=saving == "failed",
    )


def group_content(shown: Sequence[PlacedAnnotation]) -> CardContent:
    """Return what the card of several annotations shows: how many they are."""
    first = content_of(shown[0])
    words = MarginCounts().annotations(len(shown))
    texts = " • ".join(each.annotation.body or quote_words(each.annotation) for each in shown[:_TEXTS])
    plain = replace(first, name=words, icon="more", colour="", number=0, aside="", author="", body=texts, quote="")
    return replace(plain, tags=(), state="original", state_words="", is_news=False, is_bad=False)


def spoken(placed: PlacedAnnotation, content: CardContent) -> str:
    """Return the sentence that says all of a card: what it is, where, the words it stands at, the note, the tags."""
    kind = kind_words(placed.annotation.kind)
    parts = [kind if content.name == kind else f"{kind}, {content.name.lower()}"]
    if content.page is not None:
        parts.append(QCoreApplication.translate("Margin", "page %1").replace("%1", str(content.page)))
    if placed.annotation.creator:
        parts.append(QCoreApplication.translate("Margin", "by %1").replace("%1", content.author))
    else:
        parts.append(content.author)
    parts.append(content.state_words)
    if content.quote:
        parts.append(f"“{content.quote}”")
    parts.append(content.body or QCoreApplication.translate("Margin", "no note"))
    if content.tags:
        parts.append(QCoreApplication.translate("Margin", "tags: %1").replace("%1", ", ".join(content.tags)))
    return ", ".join(part for part in parts if part)


def news_words(states: Sequence[AnchorState]) -> str:
    """Return what a newer version of a file did to annotations in these states; nothing when there are none."""
    counts = Counter(states)
    tell = MarginCounts()
    parts = ((counts["moved"], tell.moved), (counts["changed"], tell.changed), (counts["gone"], tell.gone))
    said = [words(count) for count, words in parts if count]
    if not said:
        return ""
    return QCoreApplication.translate("Margin", "A newer version of this paper: %1.").replace("%1", ", ".join(said))


def links_in(text: str) -> list[tuple[int, int, str]]:
    """Return the links in plain text: start, end and address; a full stop behind one is not of it."""
    found = []
    for match in _LINK.finditer(text):
        address = match.group().rstrip(_NOT_OF_A_LINK)
        found.append((match.start(), match.start() + len(address), address))
    return found
