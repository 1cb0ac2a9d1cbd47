"""An account's mailbox."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from kennisbank.archive.correspondence.renderers import RENDERERS
from kennisbank.archive.mailboxes.pages import page
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.threads import states
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, MailboxPage

router = APIRouter(tags=["correspondence"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")


@router.get(
    "/mailbox",
    summary="What the archive tells this account alone, after a number",
    response_model=MailboxPage,
    responses=_REFUSED,
)
def get_mailbox(
    request: Request,
    who: Annotated[Viewer, Depends(require("reader"))],
    after: Annotated[int, Query(ge=0, le=2**53, description="The number up to which the asker has everything.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MAILBOX_PAGE, description="Items in a page, at most.")] = MAILBOX_PAGE,
) -> Response:
    """Answer with a page in order of number. Threads that an author fetches are delivered by that."""
    assert who.account is not None
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        found, fresh = page(tx, who.account, RENDERERS, after, limit)
    if fresh:
        now = request.app.state.clock()
        with archive.write() as tx:
            tx.counter.lock()
            seats = Seats(tx)
            seats.fetched(who.account, "thread", fresh, now)
            for each in fresh:
                seat = seats.one(who.account, "thread", each)
                if seat is not None and seat.side == "author":
                    states.delivered(tx, each, now)
    return answer(request, found)
