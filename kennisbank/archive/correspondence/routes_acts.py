"""Acts as they come in: what readers and authors say."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.messages import body_bytes, described
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import ActBatch, ActResults
from kennisbank.sync.protocol_codec import decode

router = APIRouter(tags=["correspondence"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")


@router.post(
    "/acts",
    summary="Say something: feedback, a reply, a comment, a vote and so on",
    response_model=ActResults,
    responses=_REFUSED,
    openapi_extra=described(ActBatch),
)
def post_acts(
    request: Request,
    who: Annotated[Viewer, Depends(require("reader"))],
    body: Annotated[bytes, Depends(body_bytes)],
) -> Response:
    """Carry out each act, or say why not; said again, an act is answered as the first time."""
    batch = decode(ActBatch, body)
    assert who.account is not None
    archive: Archive = request.app.state.archive
    config: ArchiveConfig = request.app.state.config
    clock: Callable[[], datetime] = request.app.state.clock
    with archive.write() as tx:
        results = Acting(tx, config, HANDLERS).carry_out(who.account, batch, clock())
    request.app.state.courier.wake()
    return answer(request, results)
