"""What is new, as an Atom feed: of everything, or of one edition."""

import hashlib
import uuid
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from sqlalchemy import RowMapping, select
from starlette.responses import Response

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.columns import storable
from kennisbank.archive.fetching.atom import MEDIA_TYPE, AtomFeed, Entry, write_feed
from kennisbank.archive.records.record_rows import record_of
from kennisbank.archive.schema import tables as t
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.answers import answer_text
from kennisbank.archive.web.byte_ranges import is_same
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_bodies import ContributionBody
from kennisbank.sync.protocol_codec import body_of

router = APIRouter(tags=["catalogue"])
ENTRIES = 100
_PATH = "/atom.xml"


@router.get(
    _PATH,
    summary="What is new, as an Atom feed",
    response_class=Response,
    responses={
        200: {"description": "The feed.", "content": {"application/atom+xml": {}}},
        304: {"description": "The asker has it already."},
    },
)
def get_atom(
    request: Request,
    edition: Annotated[str, Query(max_length=1000, description="The code of an edition; empty for all.")] = "",
) -> Response:
    """Answer with the contributions that were added or changed last, newest first."""
    archive: Archive = request.app.state.archive
    config: ArchiveConfig = request.app.state.config
    with archive.read() as tx:
        data = write_feed(_feed(tx, config, edition))
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "public, no-cache"}
    if is_same(request.headers.get("if-none-match", ""), etag):
        return Response(None, 304, headers)
    return answer_text(request, data, MEDIA_TYPE, headers=headers)


def _feed(tx: Transaction, config: ArchiveConfig, edition: str) -> AtomFeed:
    r = t.records.c
    query = select(t.records).where(r.kind == "contribution", r.owner.is_(None), r.gone.is_(None))
    if edition:
        query = query.where(r.edition == storable(edition))
    rows = tx.connection.execute(query.order_by(r.changed.desc(), r.id).limit(ENTRIES)).mappings().all()
    base = config.url.rstrip("/")
    own = f"{base}{_PATH}" if base else ""
    return AtomFeed(
        id=_id_of(tx, f"edition {edition}" if edition else "everything"),
        title=f"{config.name}: {edition}" if edition else config.name,
        updated=rows[0]["changed"] if rows else tx.identity.created,
        entries=tuple(_entry(tx, row, base) for row in rows),
        own=f"{own}?{urlencode({'edition': edition})}" if own and edition else own,
        author=config.foundation or config.name,
    )


def _entry(tx: Transaction, row: RowMapping, base: str) -> Entry:
    record = record_of(row)
    assert record.body is not None, "what has no body is gone"
    body: ContributionBody = body_of("contribution", record.body)
    return Entry(
        id=_id_of(tx, f"contribution {record.id}"),
        title=body.title,
        updated=row["changed"],
        published=row["created"],
        link=f"{base}/v1/contributions/{record.id}" if base else "",
        authors=tuple(each.name for each in body.authors),
        summary=body.abstract,
        categories=tuple(dict.fromkeys((*((body.edition,) if body.edition else ()), *body.keywords))),
        language=body.language,
    )


def _id_of(tx: Transaction, what: str) -> str:
    """Return the id of something of this archive, the same for ever, wherever the archive moves to."""
    return uuid.uuid5(uuid.UUID(tx.identity.id), what).urn
