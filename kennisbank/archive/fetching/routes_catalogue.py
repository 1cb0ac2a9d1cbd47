"""Who this archive is, and its catalogue as anybody may browse it, with or without this program."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic.dataclasses import dataclass
from starlette.responses import Response

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.records.catalogue import Catalogue, Place
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_accounts import ArchiveInfo

router = APIRouter(tags=["catalogue"])


@dataclass(frozen=True)
class CataloguePage:
    """A page of the catalogue; `cursor` asks for the next one, and is empty on the last."""

    contributions: list[Record]
    cursor: str = ""


@dataclass(frozen=True)
class Editions:
    """All editions."""

    editions: list[Record]


@router.get("", summary="Who this archive is", response_model=ArchiveInfo)
@router.get("/", summary="Who this archive is", response_model=ArchiveInfo, include_in_schema=False)
def get_info(request: Request) -> Response:
    """Answer with the archive's name, key, rules and how far it is."""
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        info = info_of(tx, request.app.state.config)
    return answer(request, info)


@router.get("/contributions", summary="Browse the contributions", response_model=CataloguePage)
def get_contributions(
    request: Request,
    q: Annotated[str, Query(max_length=200, description="Words that all stand in title, authors or keywords.")] = "",
    edition: Annotated[str, Query(max_length=1000, description="The code of an edition.")] = "",
    limit: Annotated[int, Query(ge=1, le=200, description="Contributions in a page.")] = 50,
    cursor: Annotated[str, Query(max_length=20_000, description="From the page before; empty for the first.")] = "",
) -> Response:
    """Answer with a page in order of title."""
    after = _place(cursor)
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        found, end = Catalogue(tx.connection).page(q, edition, limit, after)
    return answer(request, CataloguePage(found, "" if end is None else str(end)))


@router.get(
    "/contributions/{contribution}",
    summary="Show one contribution",
    response_model=Record,
    responses=faults("not_found"),
)
def get_contribution(
    request: Request, contribution: Annotated[str, Path(max_length=64, description="Its id.")]
) -> Response:
    """Answer with its record; one that was withdrawn has a reason, and no files."""
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        record = Catalogue(tx.connection).get("contribution", contribution)
    if record is None:
        raise FaultError("not_found")
    return answer(request, record)


@router.get("/editions", summary="List the editions", response_model=Editions)
def get_editions(request: Request) -> Response:
    """Answer with all editions, by code."""
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        editions = Catalogue(tx.connection).editions()
    return answer(request, Editions(editions))


def info_of(tx: Transaction, config: ArchiveConfig) -> ArchiveInfo:
    """Return who the archive is, as of this transaction."""
    identity = tx.identity
    return ArchiveInfo(
        identity.id,
        identity.epoch,
        config.name,
        identity.key,
        config.approval,
        tx.records.head()[0],
        Catalogue(tx.connection).count(),
        config.foundation,
        config.maintainer,
        config.address,
        config.website,
        config.languages,
        config.house_rules,
        config.privacy,
        config.next_congress,
        config.newsletter,
        begun=identity.begun,
        begun_of=identity.begun_of,
        remarks_days=config.retention.remarks_days,
    )


def _place(cursor: str) -> Place | None:
    try:
        return Place.of(cursor) if cursor else None
    except (ValueError, RecursionError):
        raise FaultError("invalid", detail="cursor") from None
