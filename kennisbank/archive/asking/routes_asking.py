"""What anybody may ask without an account: a remark to the maintainers, the newsletter; and the newsletter's list."""

import csv
import io
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from kennisbank.archive.admission.routes_accounts import network_of_request
from kennisbank.archive.asking.asking import Asking
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.people.mail_links import MailLink, newsletter_address
from kennisbank.archive.people.newsletter import Newsletter
from kennisbank.archive.web.answers import answer_text
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import NewsletterRequest, RemarkRequest

router = APIRouter(tags=["asking"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_FORMULAS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of something to be worked out."""


@router.post(
    "/remarks",
    summary="Send the maintainers a remark",
    status_code=202,
    response_class=Response,
    response_description="Taken in. Maintainers alone see it, for as long as the archive says.",
    responses=faults("other_content"),
)
def post_remark(request: Request, asked: RemarkRequest) -> Response:
    """Take in a remark, once for each id; an answer comes by mail, where an address was given."""
    _asking(request).remark(asked, network_of_request(request))
    return _taken_in(request)


@router.post(
    "/newsletter",
    summary="Ask for the newsletter, or to be rid of it",
    status_code=202,
    response_class=Response,
    response_description="Taken in. The answer is the same whoever is on the list; a mail with a link follows.",
)
def post_newsletter(request: Request, asked: NewsletterRequest) -> Response:
    """Have a link sent to the address; nothing changes until it is followed."""
    _asking(request).newsletter(asked, network_of_request(request), base_of(request))
    return _taken_in(request)


@router.get(
    "/newsletter.csv",
    summary="Who gets the newsletter",
    response_class=Response,
    responses={200: {"description": "Addresses, one a line.", "content": {"text/csv": {}}}, **_REFUSED},
)
def get_newsletter(request: Request, who: Annotated[Viewer, Depends(require("maintainer"))]) -> Response:
    """Answer with the confirmed addresses, their language, since when, and the link by which each leaves the list."""
    archive: Archive = request.app.state.archive
    with archive.write() as tx:
        found = Newsletter(tx.connection, tx.keyed).subscribers()
        keyed = tx.keyed
        tx.audit.add(who.account or "", "newsletter_list_fetched", detail=f"{len(found)} addresses")
    text, base = io.StringIO(), base_of(request)
    lines = csv.writer(text)
    lines.writerow(("mail", "language", "since", "leave"))
    for each in found:
        leave = newsletter_address(keyed, base, MailLink("newsletter_off", each.mail_hash))
        mail = f"'{each.mail}" if each.mail.startswith(_FORMULAS) else each.mail
        lines.writerow((mail, each.language, each.since[:10], leave))
    headers = {"Content-Disposition": 'attachment; filename="newsletter.csv"'}
    return answer_text(request, text.getvalue().encode(), "text/csv; charset=utf-8", headers=headers)


def base_of(request: Request) -> str:
    """Return the archive's own address, for links in mails: what its file says, and nothing that an asker made up.

    Without one a server that is asked by its own machine is taken for what it is called there.
    """
    config: ArchiveConfig = request.app.state.config
    if config.url:
        return config.url.rstrip("/")
    base = str(request.base_url).rstrip("/")
    return base if urlsplit(base).hostname in _HERE else ""


def _asking(request: Request) -> Asking:
    state = request.app.state
    return Asking(state.archive, state.config, clock=state.clock)


def _taken_in(request: Request) -> Response:
    request.app.state.courier.wake()
    return Response(status_code=202, headers={"Cache-Control": "no-store"})
