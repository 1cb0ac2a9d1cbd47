"""What readers wrote into a PDF with other programs: its annotations, as they stand. Runs in a child process only.

Read from the file's own objects: MuPDF's annotations know fewer keys, and looking at one may draw it anew. A hostile
file has as many as it likes, of any length, that refer to one another in circles; so everything is counted, and nothing
is followed further than one needs.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents import annotation_kinds as keys
from kennisbank.documents.copy_marks import DEFAULT, GROUNDS, NO_COLOUR
from kennisbank.documents.limits import MAX_ANNOTATION_TEXT, MAX_ANNOTATIONS, MAX_QUADS, MAX_TITLE
from kennisbank.documents.pdf_objects import clean, date_of, members, name_of, numbers_of, source_of, text_of
from kennisbank.documents.wording import safe_title
from kennisbank.domain.document import EmbeddedAnnotation, Rect
from kennisbank.domain.ids import PageNo
from kennisbank.domain.mark_colours import as_rgb

_RAW = 4_000
"""Characters of an object that is kept as it is written; a longer one stands in the file and nowhere else."""
_MODELLED = frozenset(
    {"Type", "Subtype", "Rect", "QuadPoints", "C", "Contents", "T", "NM", "IRT", "CreationDate", "M", "RC", "Subj"}
    | keys.OWN_KEYS
)
_OF_THE_FILE = frozenset({"AP", "AS", "P", "Parent", "Popup", "StructParent", "OC"})
"""Keys that only mean something inside the file: how it is drawn, and what it hangs together with."""
_NAMED = {
    "Name": "icon",
    "CA": "opacity",
    "State": "state",
    "StateModel": "state_model",
    "IT": "intent",
    "RT": "relation",
}
_NOTHING = mupdf.PdfObj()
_FARTHEST = 1_000_000.0
_UNMOVED = 0.05
"""Points within which two places are one."""


_MOST_LISTED = 4 * MAX_ANNOTATIONS
"""Entries of the list of a page that are looked at; the same may stand there again and again."""


@dataclass(slots=True)
class PageAnnotations:
    """Those of one page; `damaged` counts what could not be read, `cut` what was too much."""

    found: list[EmbeddedAnnotation] = field(default_factory=list)
    damaged: int = 0
    cut: int = 0


def page_annotations(document: "mupdf.PdfDocument", page_index: int, most: int = MAX_ANNOTATIONS) -> PageAnnotations:
    """Return the annotations of the page with this 0-based index, in the order of the file, at most `most`.

    Raises:
        pymupdf.mupdf.FzErrorBase: MuPDF can't make sense of the page.
    """
    page = mupdf.pdf_lookup_page_obj(document, page_index)
    listed = mupdf.pdf_dict_gets(page, "Annots")
    read = PageAnnotations()
    if not mupdf.pdf_is_array(listed):
        return read
    matrix = _to_page(page)
    numbers = _numbers(listed)
    for index, each in _entries(listed):
        if len(read.found) >= most:
            read.cut += 1
            continue
        try:
            reading = _Reading(each, matrix, PageNo(page_index + 1), f"{page_index + 1}.{index + 1}")
            if reading.is_readers:
                read.found.append(reading.annotation(numbers))
                read.cut += reading.is_cut
        except (mupdf.FzErrorBase, UnicodeDecodeError, ValueError, OverflowError):
            read.damaged += 1
    read.cut += max(0, mupdf.pdf_array_len(listed) - _MOST_LISTED)
    return read


def _entries(listed: "mupdf.PdfObj") -> Iterator[tuple[int, "mupdf.PdfObj"]]:
    """Give the dictionaries of the list with their places in it, each object once."""
    seen: set[int] = set()
    for index in range(min(mupdf.pdf_array_len(listed), _MOST_LISTED)):
        each = mupdf.pdf_array_get(listed, index)
        number = mupdf.pdf_to_num(each) if mupdf.pdf_is_indirect(each) else 0
        if number in seen or not mupdf.pdf_is_dict(each):
            continue
        if number:
            seen.add(number)
        yield index, each


def _numbers(listed: "mupdf.PdfObj") -> dict[int, int]:
    """Return by object number at which 0-based place of the list an object stands."""
    count = min(mupdf.pdf_array_len(listed), _MOST_LISTED)
    found: dict[int, int] = {}
    for index in range(count):
        each = mupdf.pdf_array_get(listed, index)
        if mupdf.pdf_is_indirect(each):
            found.setdefault(mupdf.pdf_to_num(each), index)
    return found


def _to_page(page: "mupdf.PdfObj") -> "mupdf.FzMatrix":
    """Return the matrix from the file's coordinates to ours: origin top left, after /Rotate and /CropBox."""
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page, box, matrix)
    return matrix


class _Reading:
    """One annotation being read."""

    def __init__(self, obj: "mupdf.PdfObj", matrix: "mupdf.FzMatrix", page: PageNo, key: str) -> None:
        self._obj, self._matrix, self._page, self._key = obj, matrix, page, key
        self._members = dict(members(obj))
        self._subtype = name_of(self._get("Subtype"))
        self.is_cut = False

    @property
    def is_readers(self) -> bool:
        """Tell whether somebody wrote this, as opposed to a link, a field of a form or a part of the page."""
        return bool(self._subtype) and self._subtype not in keys.NOT_READERS

    def annotation(self, numbers: dict[int, int]) -> EmbeddedAnnotation:
        """Return it; `numbers` says at which place of the page's list an object stands."""
        created, modified = self._text("CreationDate", 100), self._text("M", 100)
        details = self._details()
        for name, said in (("created", created), ("modified", modified)):
            if said and not date_of(said):
                details[name] = said
        return EmbeddedAnnotation(
            page=self._page,
            subtype=self._subtype,
            boxes=self._boxes(),
            key=self._key,
            colour=self._colour(),
            contents=self._text("Contents", MAX_ANNOTATION_TEXT),
            author=safe_title(self._text("T", 4 * MAX_TITLE)),
            name=self._text("NM", MAX_TITLE),
            reply_to=self._reply_to(numbers),
            created=date_of(created),
            modified=date_of(modified),
            details=details,
        )

    def _get(self, key: str) -> "mupdf.PdfObj":
        return self._members.get(key, _NOTHING)

    def _text(self, key: str, limit: int) -> str:
        if key not in self._members:
            return ""
        text = text_of(self._get(key), limit + 1)
        if len(text) > limit:
            self.is_cut = True
        return text[:limit]

    def _reply_to(self, numbers: dict[int, int]) -> str:
        """Return the key of what it answers, which stands on the same page."""
        target = self._get("IRT")
        if not mupdf.pdf_is_indirect(target):
            return ""
        place = numbers.get(mupdf.pdf_to_num(target))
        key = f"{self._page}.{place + 1}" if place is not None else ""
        return key if key != self._key else ""

    def _colour(self) -> str:
        """Return the colour it is drawn in; none where a copy of ours says that it was drawn so for want of one."""
        colour = _rgb(numbers_of(self._get("C"), 5))
        drawn = as_rgb(DEFAULT, is_line=self._subtype not in GROUNDS)
        return "" if colour == drawn and self._text(keys.OWN_COLOUR, 20) == NO_COLOUR else colour

    def _boxes(self) -> tuple[Rect, ...]:
        rect = numbers_of(self._get("Rect"), 4)
        own = numbers_of(self._get(keys.OWN_BOXES), 4 * MAX_QUADS)
        if len(rect) == 4 and len(own) > 4 and len(own) % 4 == 0 and _is_near(rect, own):
            return tuple(self._box(own[at : at + 4]) for at in range(4, len(own), 4))
        if self._subtype in keys.MARKUPS:
            quads = numbers_of(self._get("QuadPoints"), 8 * MAX_QUADS + 8)
            if len(quads) > 8 * MAX_QUADS:
                self.is_cut = True
            boxes = [self._box(quads[at : at + 8]) for at in range(0, min(len(quads), 8 * MAX_QUADS) - 7, 8)]
            boxes = [box for box in boxes if box.x1 > box.x0 and box.y1 > box.y0]
            if boxes:
                return tuple(boxes)
        return (self._box(rect),) if len(rect) == 4 else ()

    def _box(self, numbers: Sequence[float]) -> Rect:
        """Return the box around points of the file (x and y in turn), in our coordinates."""
        m = self._matrix
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if len(points) == 2:  # two corners: turned, the other two count as well
            (x0, y0), (x1, y1) = points
            points += [(x0, y1), (x1, y0)]
        xs = [_near(m.a * x + m.c * y + m.e) for x, y in points]
        ys = [_near(m.b * x + m.d * y + m.f) for x, y in points]
        return Rect(min(xs), min(ys), max(xs), max(ys))

    def _details(self) -> dict[str, str]:
        """Return what the model has no place for, each as it was found."""
        found: dict[str, str] = {}
        subject = self._text("Subj", MAX_TITLE)
        if subject:
            found["subject"] = subject
        rich = text_of(self._get("RC"), MAX_ANNOTATION_TEXT)
        if rich:
            found["rich"] = rich
        for key, name in _NAMED.items():
            if key not in self._members:
                continue
            value = source_of(self._get(key), _RAW).removeprefix("/")
            if value and value != "null":
                found[name] = value.strip("()") if key in {"State", "StateModel"} else value
        if self._subtype not in keys.KINDS_OF:
            found["raw"] = source_of(self._obj, _RAW, _OF_THE_FILE)
        else:
            rest = self._members.keys() - _MODELLED - _OF_THE_FILE - _NAMED.keys()
            if rest:
                left_out = frozenset(_MODELLED | _OF_THE_FILE | _NAMED.keys())
                found["rest"] = source_of(self._obj, _RAW, left_out)
        found.update(self._own())
        return {name: value for name, value in found.items() if value}

    def _own(self) -> dict[str, str]:
        """Return what a copy of ours says of its annotations, in so far as it can be meant."""
        kind = self._text(keys.OWN_KIND, 20)
        if not kind:
            return {}
        found = {
            "kind": kind,
            "whole": self._text(keys.OWN_WHOLE, 5),
            "part": self._text(keys.OWN_PART, MAX_TITLE),
        }
        try:
            tags = json.loads(self._text(keys.OWN_TAGS, MAX_ANNOTATION_TEXT) or "[]")
        except (ValueError, RecursionError):
            tags = []
        if isinstance(tags, list) and tags and all(isinstance(each, str) for each in tags):
            found["tags"] = json.dumps([clean(each, MAX_TITLE) for each in tags[:100]], ensure_ascii=False)
        return found


def _is_near(rect: Sequence[float], own: Sequence[float]) -> bool:
    """Tell whether an annotation is still where a copy of ours put it."""
    return all(abs(one - other) < _UNMOVED for one, other in zip(sorted(rect), sorted(own[:4]), strict=True))


def _near(value: float) -> float:
    return round(max(-_FARTHEST, min(_FARTHEST, value)), 3)


def _rgb(numbers: Sequence[float]) -> str:
    """Return grey, RGB or CMYK (each 0 to 1) as ``#rrggbb``; nothing and anything else is no colour."""
    if len(numbers) == 1:
        red = green = blue = numbers[0]
    elif len(numbers) == 3:
        red, green, blue = numbers
    elif len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        red, green, blue = ((1 - part) * (1 - black) for part in (cyan, magenta, yellow))
    else:
        return ""
    return "#" + "".join(f"{round(255 * max(0.0, min(1.0, part))):02x}" for part in (red, green, blue))
