"""What the front of a paper says under a label: ``Door:``, ``Trefwoorden:``, ``Abstract``, in Dutch and English."""

import re
from collections.abc import Iterator

from kennisbank.importing.columns import terms
from kennisbank.importing.front import Front, Line

_ABSTRACT = re.compile(r"^(?:abstract|samenvatting|summary|synopsis|korte inhoud)\b\s*(?:[:.—–-]\s*|$)", re.IGNORECASE)
_KEYWORDS = re.compile(
    r"^(?:key\s?-?words?|trefwoord(?:en)?|sleutelwoord(?:en)?|steekwoord(?:en)?|kernwoord(?:en)?|index terms)"
    r"(?:\s+and phrases)?\s*(?:[:.—–-]\s*|$)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:door|by|auteurs?|authors?|author\(s\)|auteur\(s\)|redacteurs?|redactie|editors?|schrijvers?|sprekers?)"
    r"(?:\s*:\s*|$|\s+(?=[A-Z]))",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:(?:\d+|[ivx]+)[.)]?\s+)?(?:introduction|inleiding|introductie|inhoud(?:sopgave)?|contents|table of contents|"
    r"background|achtergrond|statement of need|references|literatuur|summary|samenvatting|abstract|ccs concepts|"
    r"acm reference.*)\.?$"
    r"|^1\.?\s+[A-Z]\w+",
    re.IGNORECASE,
)
_LABELLED_BYLINE = re.compile(r"^(?:door|by|auteurs?|authors?)\s*:", re.IGNORECASE)
_LONGEST = 4000
_LONGEST_HEADING = 200


_LEAD = 12
"""Lines among which a byline that has a title above it stands."""


def above_byline(front: Front) -> tuple[str, str]:
    """Return the title and the theme that stand above ``Door:``, each in a block of its own; empty where they don't.

    That is how a contribution begins that was set out as plain text: theme, title, byline, keywords. Where type differs
    in size, size tells more than order.
    """
    lead = front.first[:_LEAD]
    at = next((place for place, line in enumerate(lead) if _LABELLED_BYLINE.match(line.text)), 0)
    blocks: dict[int, list[str]] = {}
    for line in lead[:at]:
        blocks.setdefault(line.block, []).append(line.text)
    texts = [" ".join(lines) for lines in blocks.values()]
    if front.has_sizes or not texts or len(texts) > 2 or any(len(text) > _LONGEST_HEADING for text in texts):
        return "", ""
    return texts[-1], texts[0] if len(texts) == 2 else ""


def abstract_of(front: Front) -> str:
    """Return the abstract: what follows its label, until the keywords or the first section."""
    for position, line in enumerate(front.lines):
        found = _ABSTRACT.match(line.text)
        if found is None or (line.page != front.first_page and position > 60):
            continue
        text = _joined(_paragraphs(line.text[found.end() :], front.lines[position + 1 :], line))
        if len(text) >= 80:
            return text
    return ""


def _paragraphs(first: str, lines: tuple[Line, ...], label: Line) -> Iterator[str]:
    if first:
        yield first
    length = len(first)
    start = next((line for line in lines if line.letters > 20), None)
    for line in lines:
        is_other = start is not None and start.height and line.letters > 3 and line.height > 1.12 * start.height
        if _KEYWORDS.match(line.text) or _SECTION.match(line.text) or (length > 0 and is_other):
            return
        if length > _LONGEST or line.page > label.page + 1:
            return
        length += len(line.text)
        yield line.text


def _joined(parts: Iterator[str]) -> str:
    text = ""
    for part in parts:
        text = text[:-1] + part if text.endswith("-") and part[:1].islower() else f"{text} {part}".strip()
    return text[:_LONGEST]


def keywords_of(front: Front) -> tuple[str, ...]:
    """Return the keywords that stand under their label, at most 20."""
    for position, line in enumerate(front.lines):
        found = _KEYWORDS.match(line.text)
        if found is None:
            continue
        rest = line.text[found.end() :]
        block = [each.text for each in _block_after(front.lines, position, is_empty=not rest)]
        listed = terms(_joined(iter([rest, *block])).rstrip(". "))
        good = tuple(word for word in listed if len(word) <= 60 and len(word.split()) <= 6)
        if good and len(good) >= len(listed) - 1:
            return good[:20]
    return ()


def _block_after(lines: tuple[Line, ...], position: int, *, is_empty: bool) -> Iterator[Line]:
    """Give the lines that belong to the label on `position`: the rest of its block, or the next block."""
    label = lines[position]
    block = (label.page, label.block)
    for line in lines[position + 1 : position + 6]:
        mine = (line.page, line.block)
        if is_empty:
            block, is_empty = mine, False
        if mine != block or _SECTION.match(line.text) or _ABSTRACT.match(line.text) or line.letters > 160:
            return
        yield line


def bylines(front: Front) -> tuple[str, ...]:
    """Return what stands under ``Door:``, ``Auteurs:`` and the like, a line each, in order."""
    found: list[str] = []
    for position, line in enumerate(front.lines[:80]):
        label = _BYLINE.match(line.text)
        if label is None:
            continue
        rest = line.text[label.end() :].strip()
        if rest:
            found.append(rest)
        else:
            found.extend(_until_label(front.lines[position + 1 : position + 9]))
    return tuple(dict.fromkeys(found))


def _until_label(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        if line.text.endswith(":") or _BYLINE.match(line.text) or _SECTION.match(line.text) or "http" in line.text:
            return
        yield line.text


def ends_front_matter(text: str) -> bool:
    """Tell whether a line begins the text itself, so that no author stands below it."""
    return any(pattern.match(text) is not None for pattern in (_ABSTRACT, _KEYWORDS, _SECTION))
