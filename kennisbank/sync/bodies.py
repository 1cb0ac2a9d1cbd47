"""Personal things as bodies of records, and back: `body_for` and `from_body` of each kind.

Ids of contributions are the archive's in a body and this library's in a thing; `Names` translates. What another program
wrote into a body and this one doesn't know stays in it: `overlaid` puts what was changed here on the body as agreed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args
from uuid import UUID, uuid5

from kennisbank.domain.annotation import KINDS, Anchor, AnchorState, Annotation, AnnotationSource, Piece, Quote
from kennisbank.domain.document import Rect
from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.ids import (
    AnnotationId,
    ContributionId,
    DossierId,
    DossierItemId,
    FileHash,
    PageNo,
    SavedSearchId,
)
from kennisbank.domain.reading import ReadingMark, ReadingPlace
from kennisbank.domain.results import FACETS, Order
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.library.outbox import Owner
from kennisbank.sync import protocol_bodies as b
from kennisbank.sync.moments import moment_from, moment_text
from kennisbank.sync.protocol import Body
from kennisbank.sync.protocol_codec import body_from

_NAMESPACE = UUID("5f0f2c52-6a55-5f6e-9c69-2f7d7f2c1e0b")
_SOURCES, _STATES, _ORDERS = get_args(AnnotationSource), get_args(AnchorState), get_args(Order)


@dataclass(frozen=True, slots=True)
class Names:
    """Contributions that have another id at the archive than here: by record the id here. All others have one id."""

    local_by_record: Mapping[str, str] = field(default_factory=dict)
    record_by_local: Mapping[str, str] = field(default_factory=dict)

    @staticmethod
    def of(local_by_record: Mapping[str, str]) -> "Names":
        """Return both directions of what stands in base copies."""
        # Sorted the other way round, so that of several records of one thing the first one is its name.
        pairs = sorted(local_by_record.items(), reverse=True)
        return Names(dict(local_by_record), {local: record for record, local in pairs})

    def local(self, record: str) -> ContributionId:
        """Return the id here of the archive's contribution."""
        return ContributionId(self.local_by_record.get(record, record))

    def record(self, local: str) -> str:
        """Return the archive's id of a contribution here."""
        return self.record_by_local.get(local, local)


def one_each_id(account: str, kind: str, contribution: str) -> str:
    """Return the id of the one record of its kind that an account has of a contribution: the same on every device."""
    return str(uuid5(_NAMESPACE, f"{account}:{kind}:{contribution}"))


def overlaid(body: dict[str, Any], agreed: Body | None, read: Body | None) -> dict[str, Any]:
    """Return a body made here with all that `agreed` says and this program wouldn't say in those words.

    `read` is what this program makes of `agreed` when it writes it itself: where `body` is equal to it, nothing was
    changed here. Lines of a list that have an id are looked at one by one.
    """
    if agreed is None or read is None:
        return body
    made = {name: value for name, value in agreed.items() if name not in read}
    for name, value in body.items():
        if name in read and value == read[name]:
            if name in agreed:
                made[name] = agreed[name]
        elif _has_ids(value) and _has_ids(agreed.get(name)) and _has_ids(read.get(name)):
            made[name] = _lines(value, agreed[name], read[name])
        else:
            made[name] = value
    return made


def _has_ids(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(each, Mapping) and "id" in each for each in value)


def _lines(value: Any, agreed: Any, read: Any) -> list[dict[str, Any]]:
    was, seen = {each["id"]: each for each in agreed}, {each["id"]: each for each in read}
    return [overlaid(dict(each), was.get(each["id"]), seen.get(each["id"])) for each in value]


def annotation_body(each: Annotation, names: Names) -> dict[str, Any]:
    """Return the body of an annotation."""
    return body_from(
        b.AnnotationBody(
            contribution=names.record(each.contribution),
            kind=each.kind,
            created=moment_text(each.created),
            modified=moment_text(each.modified),
            anchor=_anchor_body(each.anchor),
            colour=each.colour,
            body=each.body,
            tags=each.tags,
            creator=each.creator,
            source=each.source,
            source_key=each.source_key,
            reply_to=each.reply_to,
            details=each.details,
            is_read_only=each.is_read_only,
            trashed=None if each.trashed is None else moment_text(each.trashed),
            shared=each.shared,
        )
    )


def annotation_from(record: str, body: b.AnnotationBody, names: Names, owner: Owner, sharer: str = "") -> Annotation:
    """Return the annotation of a body; one that `sharer` shares can only be read.

    Raises:
        ValueError: a moment isn't one.
    """
    source: Any = body.source if body.source in _SOURCES else "jsonld"
    kind: Any = body.kind if body.kind in KINDS else "other"
    made = _anchor(body.anchor)
    return Annotation(
        id=AnnotationId(record),
        contribution=names.local(body.contribution),
        kind=kind,
        anchor=None if made is None else replace(made, state="original", similarity=1.0),
        created=moment_from(body.created),
        modified=moment_from(body.modified),
        colour=body.colour,
        body=body.body,
        tags=body.tags,
        creator=sharer or body.creator,
        source="shared" if sharer else source,
        source_key=body.source_key,
        reply_to=None if body.reply_to is None else AnnotationId(body.reply_to),
        details=dict(body.details),
        is_read_only=body.is_read_only or bool(sharer),
        trashed=None if body.trashed is None else moment_from(body.trashed),
        archive=owner.archive,
        account=owner.account,
        shared=body.shared,
    )


def dossier_body(each: Dossier, names: Names) -> dict[str, Any]:
    """Return the body of a dossier, its lines in their order."""
    items = tuple(
        b.DossierItemBody(
            id=item.id,
            contribution=names.record(item.contribution),
            remark=item.remark,
            anchor=_anchor_body(item.anchor),
            annotation=item.annotation,
        )
        for item in each.items
    )
    return body_from(
        b.DossierBody(
            name=each.name,
            created=moment_text(each.created),
            modified=moment_text(each.modified),
            items=items,
            remark=each.remark,
            trashed=None if each.trashed is None else moment_text(each.trashed),
            shared=each.shared,
        )
    )


def dossier_from(record: str, body: b.DossierBody, names: Names, owner: Owner, sharer: str = "") -> Dossier:
    """Return the dossier of a body.

    Raises:
        ValueError: a moment isn't one.
    """
    return Dossier(
        id=DossierId(record),
        name=body.name,
        created=moment_from(body.created),
        modified=moment_from(body.modified),
        items=tuple(_item(each, names) for each in {each.id: each for each in body.items}.values()),
        remark=body.remark,
        trashed=None if body.trashed is None else moment_from(body.trashed),
        archive=owner.archive,
        account=owner.account,
        shared=body.shared,
        creator=sharer,
    )


def place_body(each: ReadingPlace, names: Names) -> dict[str, Any]:
    """Return the body of a reading place."""
    return body_from(
        b.ReadingBody(
            contribution=names.record(each.contribution),
            file=each.file,
            page=each.page,
            y=each.y,
            zoom=each.zoom,
            moment=moment_text(each.moment),
        )
    )


def place_from(body: b.ReadingBody, names: Names, owner: Owner) -> ReadingPlace:
    """Return the reading place of a body.

    Raises:
        ValueError: its moment isn't one.
    """
    return ReadingPlace(
        contribution=names.local(body.contribution),
        file=FileHash(body.file),
        page=PageNo(body.page),
        y=body.y,
        zoom=body.zoom,
        moment=moment_from(body.moment),
        archive=owner.archive,
        account=owner.account,
    )


def mark_body(each: ReadingMark, names: Names) -> dict[str, Any]:
    """Return the body of a reading mark."""
    return body_from(b.ReadingMarkBody(names.record(each.contribution), each.state, moment_text(each.moment)))


def mark_from(body: b.ReadingMarkBody, names: Names, owner: Owner) -> ReadingMark:
    """Return the reading mark of a body.

    Raises:
        ValueError: its moment isn't one.
    """
    moment = moment_from(body.moment)
    return ReadingMark(names.local(body.contribution), body.state, moment, owner.archive, owner.account)


def saved_body(each: SavedSearch) -> dict[str, Any]:
    """Return the body of a saved search."""
    filters = {facet: sorted(values) for facet, values in each.filters.items() if values}
    return body_from(
        b.SavedSearchBody(
            name=each.name,
            query=each.query,
            filters=filters,
            order=each.order,
            is_strict=each.is_strict,
            created=moment_text(each.created),
            seen=moment_text(each.seen),
        )
    )


def saved_from(record: str, body: b.SavedSearchBody, owner: Owner) -> SavedSearch:
    """Return the saved search of a body; a facet that this program doesn't know narrows nothing.

    Raises:
        ValueError: a moment isn't one.
    """
    read = body.filters if isinstance(body.filters, Mapping) else {}
    order: Any = body.order if body.order in _ORDERS else "relevance"
    return SavedSearch(
        id=SavedSearchId(record),
        name=body.name,
        query=body.query,
        filters={facet: _values(read[facet]) for facet in FACETS if read.get(facet)},
        order=order,
        is_strict=body.is_strict,
        created=moment_from(body.created),
        seen=moment_from(body.seen),
        archive=owner.archive,
        account=owner.account,
    )


def _values(chosen: object) -> frozenset[str]:
    return frozenset(map(str, chosen)) if isinstance(chosen, (list, tuple)) else frozenset()


def _item(body: b.DossierItemBody, names: Names) -> DossierItem:
    return DossierItem(
        id=DossierItemId(body.id),
        contribution=names.local(body.contribution),
        remark=body.remark,
        anchor=_anchor(body.anchor),
        annotation=None if body.annotation is None else AnnotationId(body.annotation),
    )


def _anchor_body(anchor: Anchor | None) -> b.AnchorBody | None:
    if anchor is None:
        return None
    quote = anchor.quote
    return b.AnchorBody(
        file=anchor.file,
        pieces=tuple(
            (each.page, each.start, each.end, tuple((box.x0, box.y0, box.x1, box.y1) for box in each.boxes))
            for each in anchor.pieces
        ),
        quote=None if quote is None else (quote.exact, quote.prefix, quote.suffix),
        state=anchor.state,
        similarity=anchor.similarity,
    )


def _anchor(body: b.AnchorBody | None) -> Anchor | None:
    if body is None:
        return None
    state: Any = body.state if body.state in _STATES else "original"
    pieces = tuple(
        Piece(PageNo(page), start, end, tuple(_box(box) for box in boxes)) for page, start, end, boxes in body.pieces
    )
    return Anchor(
        FileHash(body.file), pieces, None if body.quote is None else Quote(*body.quote), state, body.similarity
    )


def _box(sides: tuple[float, float, float, float]) -> Rect:
    """Return a box as the library keeps it: to a thousandth of a point."""
    x0, y0, x1, y1 = (round(side, 3) for side in sides)
    return Rect(x0, y0, x1, y1)
