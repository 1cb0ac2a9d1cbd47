"""The title of a document: the largest type on its first page, unless its metadata names what stands there too."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from kennisbank.domain.document import OutlineEntry
from kennisbank.domain.folding import fold
from kennisbank.importing.front import FRONT_PAGES, Front, Line, plain_text

FROM_PAGE, FROM_METADATA, FROM_NAME, FROM_OUTLINE = "first page", "file metadata", "file name", "headings"
_LONGEST = 300
_DISTINCT = 1.12
"""Type this much larger than the body's stands out as a title."""
_PROGRAM_PREFIX = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel|office\s*\w*)|powerpoint[- ]presentatie|powerpoint presentation|"
    r"slide \d+|dia \d+)\s*[-–:]\s*",
    re.IGNORECASE,
)
_FILE_LIKE = re.compile(
    r"\.(?:docx?|pdf|pptx?|odt|odp|rtf|tex|dvi|indd|qxd|pages|key|html?|txt|md)\b\s*$", re.IGNORECASE
)
_JUNK = re.compile(
    r"^(?:untitled|naamloos|zonder titel|geen titel|no title|titel|title|title layout|title page|titelpagina|"
    r"document ?\d*|presentati(?:e|on) ?\d*|powerpoint[- ]?presentati(?:e|on)|microsoft \w+|template|sjabloon|"
    r"\w+ template|new document|nieuw document|slide ?\d*|dia ?\d*|layout ?\d*|blank|default|test|paper|article|"
    r"artikel|abstract|samenvatting|summary|introduction|inleiding|voorwoord|preface|contents|table of contents|"
    r"inhoud|inhoudsopgave|colofon|report|rapport|handleiding|manual|readme|main|draft|concept|versie|version|figure|"
    r"figuur|tabel|table|pdf|word|abstract submission form|submission form|(?:full|short|long) paper|"
    r"research (?:article|paper)|onderzoeksvoorstel|research proposal|click to edit.*|klik om.*|enter title here.*|"
    r"type (?:the )?(?:document )?title.*|\[?document ?title\]?|latex template.*|instructions for authors.*|"
    r"author guidelines.*)[\s:.]*$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^(?:vul (?:hier|in)|typ hier|klik|click|enter (?:your|the|title)|insert|type your|your)\b", re.IGNORECASE
)
_VERSION = re.compile(r"^\(?(?:versie|version|v)\.?\s*\d+(?:\.\d+)*\)?$", re.IGNORECASE)


def title_of(front: Front, metadata: str, name: str, outline: Sequence[OutlineEntry] = ()) -> tuple[str, str]:
    """Return the title and where it was found; the file's name serves when there is nothing better.

    A title in the metadata is believed when the first pages say it too: templates and earlier documents leave theirs
    behind. What the page shows in large type comes next, then metadata that nothing contradicts.
    """
    claimed = without_program(metadata)
    if is_junk(claimed) or fold(claimed) == fold(PurePosixPath(name).stem):
        claimed = ""
    heading = heading_of(front)
    if claimed and _is_said(claimed, front):
        return claimed, FROM_METADATA
    if (headed := _only_heading(outline)) and (not front.has_sizes or not heading):
        return headed, FROM_OUTLINE
    if heading and claimed and _alike(heading, claimed) and fold(heading) in fold(claimed):
        return claimed, FROM_METADATA
    if heading:
        return heading, FROM_PAGE
    if claimed:
        return claimed, FROM_METADATA
    return title_from_name(name), FROM_NAME


def _only_heading(outline: Sequence[OutlineEntry]) -> str:
    """Return the one heading of the first level, when all others are below it: that is the title."""
    first = [entry for entry in outline if entry.level == 1]
    if len(first) != 1 or first[0].page > FRONT_PAGES or outline[0] is not first[0]:
        return ""
    title = tidy_title(plain_text(first[0].title))
    return "" if is_junk(title) else title


def without_program(text: str) -> str:
    """Return a metadata title without what the program that wrote it put around it (``Microsoft Word - x.doc``)."""
    text = plain_text(re.sub(r"\\+(?:newline)?", " ", text))
    if _PROGRAM_PREFIX.match(text):
        return ""
    return "" if _FILE_LIKE.search(text) else tidy_title(text)


def is_junk(title: str) -> bool:
    """Tell whether this is no title: a program's or template's word, a single generic word, a file name, a number."""
    letters = sum(char.isalpha() for char in title)
    if letters < 3 or letters < len(title) / 3 or len(title) > _LONGEST:
        return True
    if _JUNK.match(title) or _PLACEHOLDER.match(title) or re.search(r"https?://|www\.", title):
        return True
    return " " not in title and bool(re.search(r"[_\d]|\w\.\w", title))


def title_from_name(name: str) -> str:
    """Return the file's name without folder and extension, underscores as spaces."""
    stem = PurePosixPath(name).stem
    return plain_text(stem.replace("_", " ")) or stem or name


def heading_of(front: Front) -> str:
    """Return the heading of the first page, lines joined; empty when nothing stands out."""
    lines = [line for line in front.first if _may_be_title(line, front)]
    if not lines:
        return ""
    sized = [line for line in lines if line.height]
    if not sized:
        return _first_heading(lines)
    for size in sorted({round(line.height, 1) for line in sized}, reverse=True):
        if size < _DISTINCT * front.body and not front.is_sparse:
            break
        run = _run_of(sized, size)
        title = _joined(run, front)
        if not is_junk(title):
            return _with_version(title, run[-1], front)
    return _first_heading(lines, front)


def _may_be_title(line: Line, front: Front) -> bool:
    if line.letters < 3:
        return False
    is_slide = front.page_width > front.page_height
    return is_slide or not line.height or line.top < 0.72 * front.page_height


def _run_of(lines: list[Line], size: float) -> list[Line]:
    """Return the first run of lines of this size, each right below the one before."""
    same = sorted(
        (line for line in lines if abs(line.height - size) <= 0.08 * size), key=lambda each: (each.top, each.left)
    )
    run: list[Line] = []
    for line in same:
        if not run:
            run = [line]
        elif line.top - run[-1].top <= 1.75 * size:
            run.append(line)
        else:
            break
    return run if len(run) <= 6 else []


def _first_heading(lines: list[Line], front: Front | None = None) -> str:
    """Return the first few lines where size tells nothing: alike, no sentence, no label, above running text."""
    position = 0
    while position < min(8, len(lines)):
        run = _same_style(lines[position:])
        position += len(run)
        title = _joined(run, front)
        is_short = len(run) <= 4 and 2 <= len(title.split()) <= 30
        if is_short and not title[0].islower() and not is_junk(title) and not _is_sentence(run[-1].text):
            return title
    return ""


def _same_style(lines: list[Line]) -> list[Line]:
    """Return the first line and those right below it that look like it: as large, and in capitals if it is."""
    run = lines[:1]
    for line in lines[1:]:
        last = run[-1]
        in_block = (line.page, line.block) == (last.page, last.block)
        is_near = last.height > 0 and abs(line.height - last.height) <= 0.05 * last.height
        is_below = 0 < line.top - last.top <= 1.6 * last.height
        if line.text.isupper() != last.text.isupper() or not (in_block or (is_near and is_below)):
            break
        run.append(line)
    return run


def _is_sentence(text: str) -> bool:
    """Tell whether a last line can't end a title: it is a sentence, a label, an address or a date."""
    return bool(re.search(r"[.:;,]$|@|\d{4}$", text))


def _with_version(title: str, last: Line, front: Front) -> str:
    """Return the title with the version that stands right below it: two versions of a text are two titles."""
    for line in front.first:
        if 0 < line.top - last.top < 2.5 * last.height and _VERSION.match(line.text):
            return f"{title} {line.text}"
    return title


def _joined(lines: list[Line], front: Front | None) -> str:
    text = ""
    for line in lines:
        if text.endswith("-") and line.text[:1].islower():
            text = _mended(text, line.text, front)
        else:
            text = f"{text} {line.text}".strip()
    return tidy_title(text)


def _mended(before: str, after: str, front: Front | None) -> str:
    """Join a word over a line end; the hyphen stays when the paper writes the word with it elsewhere."""
    left, right = before.rsplit(" ", 1)[-1][:-1], after.split(" ", 1)[0].strip(".,:;?!")
    text = front.text.casefold() if front is not None else ""
    keeps = f"{left}-{right}".casefold() in text and f"{left}{right}".casefold() not in text
    return before + after if keeps else before[:-1] + after


def tidy_title(text: str) -> str:
    """Return a title without trailing footnote marks, closing full stop, and the marks of a markup language."""
    text = text.replace(" -- ", " – ").replace("``", "").replace("{", "").replace("}", "")
    text = re.sub(r"\s+([:;,?!])(?=\s|$)", r"\1", text)
    text = re.sub(r"[\s*∗†‡§¶⋆★#¹²³⁰⁴-⁹]+$", "", text.strip())
    text = re.sub(r"^[*#=\s]+", "", text)
    return text if text.endswith("...") or text.count(".") > 1 else text.removesuffix(".").strip()


def _is_said(title: str, front: Front) -> bool:
    """Tell whether the first page says these words in a row, in whatever case."""
    return len(fold(title)) >= 6 and fold(title) in fold("".join(line.text for line in front.first))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio() > 0.6 or fold(one) in fold(other)
