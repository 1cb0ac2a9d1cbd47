r"""Annotations as Markdown (CommonMark), for a notebook such as Obsidian or for sending along.

Per contribution a heading, who wrote it and the reference; per annotation the passage as a block quote, the note, and a
line with page, citation and a link that opens it here. Authors and readers write what they like: every character that
means something in Markdown is escaped, so that nothing of theirs becomes a heading, a link, a tag or a formula.
"""

import re
from collections.abc import Iterator, Sequence

from kennisbank.domain.annotation import UNKNOWN_CREATOR
from kennisbank.exchange.values import Entry, Section
from kennisbank.sentences import Language, sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~^=$%&@!])")
_AT_START = re.compile(r"^(\d{0,9})([-+:.)])")
_IN_TAG = re.compile(r"[^\w/-]+")


def write_markdown(sections: Sequence[Section], *, language: Language = "nl", level: int = 1) -> str:
    """Return contributions with their annotations; titles are headings of this `level` (1 to 5)."""
    parts = ["\n\n".join(_section(each, language, "#" * level)) for each in sections]
    return "\n\n".join(parts) + "\n" if parts else ""


def escaped(text: str) -> str:
    """Return plain text as Markdown that reads exactly so; lines stay lines, blank lines part paragraphs."""
    lines = [_line(line) for line in re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text)]
    kept = "\n".join(lines).strip("\n")
    return re.sub(r"([^\n])\n(?!\n)", r"\1  \n", re.sub(r"\n{3,}", "\n\n", kept))


def tag(text: str) -> str:
    """Return a tag as notebooks know them: ``#open-data``. One that is all digits gets a hyphen before it."""
    name = _IN_TAG.sub("-", text).strip("-")
    return f"#{'-' if name.isdecimal() else ''}{name}" if name else ""


def _line(line: str) -> str:
    """Return one line, without what stands around it: four spaces would make it code."""
    plain = _SPECIAL.sub(r"\\\1", line.strip().replace("\0", "\ufffd"))
    return _AT_START.sub(r"\1\\\2", plain)


def _section(section: Section, language: Language, marks: str) -> Iterator[str]:
    title = _one_line(section.title) or sentence("search.untitled", language)
    yield f"{marks} {title}"
    known = [", ".join(section.authors), section.edition, str(section.year or "")]
    if any(known):
        yield _one_line(" · ".join(each for each in known if each))
    if section.citation:
        yield _one_line(section.citation)
    links = [f"[{sentence('markdown.open', language)}]({section.link})"] if section.link else []
    if section.key:
        links.append(f"{sentence('markdown.key', language)}: `{section.key}`")
    if links:
        yield " · ".join(links)
    for each in section.entries:
        yield from _entry(section, each, language)


def _entry(section: Section, each: Entry, language: Language) -> Iterator[str]:
    annotation = each.annotation
    if each.quote.strip():
        yield "\n".join(f"> {line}" if line else ">" for line in escaped(each.quote).split("\n"))
    elif annotation.kind not in {"note", "free_text"}:
        yield f"*{sentence(f'annotation_kind.{annotation.kind}', language)}*"
    if annotation.body.strip():
        yield escaped(annotation.body)
    tags = " ".join(dict.fromkeys(filter(None, map(tag, annotation.tags))))
    if tags:
        yield tags
    yield "— " + _source(section, each, language)


def _source(section: Section, each: Entry, language: Language) -> str:
    """Return the line below an annotation: where it stands, whose it is, what became of it."""
    page = (
        sentence("search.page", language, {"page": each.label}) if each.label else sentence("markdown.whole", language)
    )
    key = f"@{section.key}, " if section.key else ""
    parts = [f"[{_one_line(key + page)}]({each.link})"]
    if each.annotation.creator:
        unknown = each.annotation.creator == UNKNOWN_CREATOR
        parts.append(sentence("markdown.unknown", language) if unknown else _one_line(each.annotation.creator))
    if each.anchor is not None and each.anchor.state not in {"original", "same"}:
        parts.append(sentence(f"annotations.{each.anchor.state}", language))
    return " · ".join(parts)


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
