"""Keeping in step: the changes after a revision, what an account changes, and receipts of that."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import Field
from pydantic.dataclasses import dataclass
from starlette.responses import Response

from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.messages import body_bytes, described
from kennisbank.archive.web.rights import Viewer, require, viewer
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import (
    MOST_PAGE,
    MOST_WRITES,
    PAGE,
    ChangesPage,
    Receipts,
    Scope,
    WriteBatch,
    WriteResults,
)
from kennisbank.sync.protocol_codec import decode

router = APIRouter(tags=["changes"])
_REFUSED = faults("not_logged_in", "session_ended", "suspended")
_READER = {**_REFUSED, **faults("forbidden", "not_approved", "suspended")}


@dataclass(frozen=True)
class ReceiptsRequest:
    """Asking which writes arrived, by their ids."""

    ids: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=MOST_WRITES)]


@router.get(
    "/changes",
    summary="What changed after a revision",
    response_model=ChangesPage,
    responses={**_REFUSED, **faults("other_epoch")},
)
def get_changes(
    request: Request,
    since: Annotated[int, Query(ge=0, le=2**53, description="The revision up to which the asker has everything.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_PAGE, description="Records in a page, at most.")] = PAGE,
    scope: Annotated[Scope, Query(description="Everything that the asker may see, or a part of it.")] = "all",
    epoch: Annotated[str, Query(max_length=64, description="The epoch that `since` is of.")] = "",
) -> Response:
    """Answer with a page in order of revision; the last one has digests of all that the asker should have."""
    who = viewer(request)  # no dependency: each would be one more thread to wait for, and every client comes here
    if scope == "mine" and who.account is None:
        raise FaultError("not_logged_in")
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        _check_epoch(epoch, tx.identity.epoch)
        page = tx.records.changes(who.account, since, limit, scope)
        if page.is_last and who.account is not None:
            page = replace(page, mailbox=Seats(tx).head(who.account))
    return answer(request, page)


@router.post(
    "/changes",
    summary="Send changes of one's own records",
    response_model=WriteResults,
    responses={**_READER, **faults("other_epoch")},
    openapi_extra=described(WriteBatch),
)
def post_changes(
    request: Request,
    who: Annotated[Viewer, Depends(require("reader"))],
    body: Annotated[bytes, Depends(body_bytes)],
) -> Response:
    """Carry out each write, or say why not; sent again, a write is answered as the first time."""
    batch = decode(WriteBatch, body)
    assert who.account is not None
    archive: Archive = request.app.state.archive
    with archive.write() as tx:
        _check_epoch(batch.epoch, tx.identity.epoch)
        results = tx.records.write_all(who.account, batch)
    return answer(request, results)


@router.post("/receipts", summary="Ask which writes arrived", response_model=Receipts, responses=_READER)
def post_receipts(
    request: Request, asked: ReceiptsRequest, who: Annotated[Viewer, Depends(require("reader"))]
) -> Response:
    """Answer with the revision of each of these writes that the archive knows; it doesn't tell about others'."""
    assert who.account is not None
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        accepted = tx.records.receipts(who.account, list(asked.ids))
        return answer(request, Receipts(tx.identity.epoch, accepted))


def _check_epoch(asked: str, own: str) -> None:
    if asked and asked != own:
        raise FaultError("other_epoch")
