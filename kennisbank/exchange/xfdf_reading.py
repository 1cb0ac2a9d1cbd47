"""XFDF read: what others wrote about one PDF, with their boxes, kinds, colours, dates and answers.

Kinds that are not ours are ``other``, with their XML in `Annotation.details` so that they are not lost. Popups belong
to another annotation; links and fields of forms are parts of the page; these are passed over.
"""

import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import replace

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kennisbank.domain.annotation import COLOURS, KINDS, UNKNOWN_CREATOR, Anchor, Annotation, AnnotationKind, Piece
from kennisbank.domain.document import Problem, Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo, new_id
from kennisbank.domain.mark_colours import named_colour
from kennisbank.domain.moments import Moment
from kennisbank.domain.page_frame import PageFrame
from kennisbank.errors import BadInputError
from kennisbank.exchange.pdf_dates import moment_of_pdf
from kennisbank.exchange.values import BYTES_LIMIT, COUNT_LIMIT, Owner, ReadAnnotation, ReadFile
from kennisbank.exchange.xfdf import MARKUPS
from kennisbank.exchange.xfdf_values import (
    attribute_name,
    box_around,
    box_of,
    is_deep,
    name_of,
    numbers_in,
    rich_text,
)

_KINDS: Mapping[str, AnnotationKind] = {
    "highlight": "highlight",
    "underline": "underline",
    "strikeout": "strikeout",
    "squiggly": "squiggly",
    "text": "note",
    "freetext": "free_text",
    "square": "area",
}
_NOT_READERS = frozenset({"popup", "link", "widget", "screen", "watermark", "printermark", "trapnet"})
_MODELLED = frozenset({"page", "rect", "coords", "color", "title", "name", "date", "creationdate", "inreplyto"})
_OF_NO_MATTER = frozenset({"flags", "rotation", "open"})
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_RAW_LIMIT = 20_000
_BOXES_LIMIT = 2_000


def read_xfdf(
    data: bytes, *, owner: Owner, moment: Moment, frames: Mapping[PageNo, PageFrame], default: PageFrame
) -> ReadFile:
    """Return the annotations in a file, in its order, with boxes as ours by the `frames` of the pages.

    For pages that aren't among these `default` serves. What has no date is of `moment`; the file of the anchors is not
    said, so it is empty.

    Raises:
        BadInputError: this is not XFDF, it is too large, or it says things that only harm.
    """
    if len(data) > BYTES_LIMIT:
        raise BadInputError(f"This file has more than {BYTES_LIMIT // 2**20} MB; nothing was taken from it.")
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise BadInputError("This is not a file of annotations: it can't be read as XML.") from error
    if name_of(root) != "xfdf":
        raise BadInputError("This is XML, but not a file of annotations (XFDF).")
    problems: list[Problem] = []
    found: dict[str, ReadAnnotation] = {}
    for number, element in enumerate(_annotations(root)):
        if number >= COUNT_LIMIT:
            problems.append(Problem("annotations_too_many", f"only the first {COUNT_LIMIT} were read"))
            break
        if is_deep(element):
            problems.append(Problem("annotation_unreadable", "nested too deep", values={"what": name_of(element)}))
            continue
        read = _Element(element, owner, moment).read(frames, default)
        base = read.key.partition("/")[0]
        if base != read.key and base in found:
            found[base] = _joined(found[base], read)
        else:
            found[_free(read.key, found)] = read
    return ReadFile(tuple(_answering(found)), tuple(problems))


def _annotations(root: ET.Element) -> Iterator[ET.Element]:
    """Give the elements that a reader made."""
    for part in root:
        if name_of(part) == "annots":
            yield from (each for each in part if name_of(each) not in _NOT_READERS)


def _free(key: str, found: Mapping[str, object]) -> str:
    """Return a key under which nothing stands: two may bear one name."""
    number, free = 1, key
    while free in found:
        number += 1
        free = f"{key}#{number}"
    return free


def _joined(first: ReadAnnotation, more: ReadAnnotation) -> ReadAnnotation:
    """Return one that goes on over the page."""
    one, other = first.annotation.anchor, more.annotation.anchor
    if one is None or other is None or {each.page for each in one.pieces} & {each.page for each in other.pieces}:
        return first
    pieces = tuple(sorted((*one.pieces, *other.pieces), key=lambda piece: piece.page))
    return replace(first, annotation=replace(first.annotation, anchor=replace(one, pieces=pieces)))


def _answering(found: Mapping[str, ReadAnnotation]) -> Iterator[ReadAnnotation]:
    """Give each with its own key, and answers with the id of what they answer, if that is in the file."""
    for key, each in found.items():
        answered = found.get(each.reply_key) if each.reply_key and each.reply_key != key else None
        reply_to = answered.annotation.id if answered is not None else each.annotation.reply_to
        yield replace(each, key=key, annotation=replace(each.annotation, reply_to=reply_to))


class _Element:
    """One annotation being read."""

    def __init__(self, element: ET.Element, owner: Owner, moment: Moment) -> None:
        self._element, self._owner, self._moment = element, owner, moment
        self._kind = name_of(element)
        self._values = {attribute_name(key): value for key, value in element.attrib.items()}

    def read(self, frames: Mapping[PageNo, PageFrame], default: PageFrame) -> ReadAnnotation:
        """Return it."""
        name = self._values.get("name", "").strip()
        modified = moment_of_pdf(self._values.get("date", ""))
        created = moment_of_pdf(self._values.get("creationdate", "")) or modified or self._moment
        details, lost = self._details()
        reply = self._values.get("inreplyto", "").strip()
        creator = self._creator()
        annotation = Annotation(
            id=AnnotationId(name.lower() if _UUID.fullmatch(name.lower()) else new_id()),
            contribution=ContributionId(""),
            kind=self._our_kind(),
            anchor=None if self._own("whole") == "true" else self._anchor(frames, default),
            created=created,
            modified=modified or created,
            colour=self._colour(),
            body=self._body(),
            tags=self._tags(),
            creator=creator,
            source="xfdf" if creator else "own",
            source_key=name if creator else "",
            reply_to=AnnotationId(reply.lower()) if _UUID.fullmatch(reply.lower()) else None,
            details=details,
        )
        is_passage = self._kind in MARKUPS or self._own("passage") == "true"
        key = name or self._fingerprint()
        return ReadAnnotation(annotation, key, lost=lost, reply_key=reply, is_passage=is_passage)

    def _own(self, name: str) -> str:
        return self._values.get(f"kb:{name}", "")

    def _our_kind(self) -> AnnotationKind:
        own = self._own("kind")
        return next((kind for kind in KINDS if kind == own), _KINDS.get(self._kind, "other"))

    def _creator(self) -> str:
        if self._owner.id and self._own("owner") == self._owner.id:
            return ""
        title = self._values.get("title", "")
        return title if title.strip() else UNKNOWN_CREATOR

    def _colour(self) -> str:
        own = self._own("colour")
        if own in COLOURS:
            return own
        colour = self._values.get("color", "").strip().lower()
        return named_colour(colour) if re.fullmatch(r"#[0-9a-f]{6}", colour) else ""

    def _tags(self) -> tuple[str, ...]:
        try:
            tags = json.loads(self._own("tags") or "[]")
        except (ValueError, RecursionError):
            return ()
        return tuple(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else ()

    def _body(self) -> str:
        contents = self._child("contents")
        if contents is not None and (contents.text or "").strip():
            return contents.text or ""
        rich = self._child("contents-richtext")
        return rich_text(rich) if rich is not None else ""

    def _child(self, name: str) -> ET.Element | None:
        return next((each for each in self._element if name_of(each) == name), None)

    def _anchor(self, frames: Mapping[PageNo, PageFrame], default: PageFrame) -> Anchor:
        number = self._values.get("page", "").strip()
        page = PageNo(int(number) + 1) if re.fullmatch(r"[0-9]{1,7}", number) else PageNo(1)
        frame = frames.get(page, default)
        boxes = tuple(frame.from_user(box) for box in self._boxes())
        return Anchor(FileHash(""), (Piece(page, 0, 0, boxes),))

    def _boxes(self) -> list[Rect]:
        own = self._own("boxes")
        if own == "none":
            return []
        if own:
            boxes = [box_of(numbers_in(each)) for each in own.split(";")[:_BOXES_LIMIT]]
            return [each for each in boxes if each is not None]
        if self._kind in MARKUPS:
            numbers = numbers_in(self._values.get("coords", ""))[: 8 * _BOXES_LIMIT]
            found = [box_around(numbers[at : at + 8]) for at in range(0, len(numbers) - 7, 8)]
            boxes = [each for each in found if each is not None]
            if boxes:
                return [each for each in boxes if each is not None]
        box = box_of(numbers_in(self._values.get("rect", "")))
        return [] if box is None else [box]

    def _details(self) -> tuple[dict[str, str], tuple[str, ...]]:
        """Return what is kept as it was found, and the names of what the model has no place for."""
        rest = {
            name: value
            for name, value in self._values.items()
            if name not in _MODELLED and not name.startswith("kb:") and value
        }
        details = {f"xfdf:{name}": value for name, value in rest.items()}
        lost = [name for name in rest if name not in _OF_NO_MATTER and (name, rest[name]) != ("opacity", "1")]
        rich = self._child("contents-richtext")
        if rich is not None:
            details["rich"] = _xml(rich)
        if self._kind not in _KINDS:
            details |= {"subtype": self._kind, "raw": _xml(self._element)}
            lost.append(self._kind)
        return details, tuple(lost)

    def _fingerprint(self) -> str:
        """Return a key for one without a name: the same for the same content."""
        return hashlib.sha256(ET.tostring(self._element)).hexdigest()[:32]


def _xml(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode").strip()[:_RAW_LIMIT]
