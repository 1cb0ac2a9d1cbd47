"""Links in mails: the newsletter's list, and no more mail (RFC 8058). A GET shows a button and changes nothing."""

from datetime import datetime
from pathlib import Path as FilePath
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.asking.mail_pages import CSP, page
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.people.mail_links import MailLink, link_in
from kennisbank.archive.people.newsletter import Newsletter
from kennisbank.archive.people.notify import set_pace
from kennisbank.archive.privacy.erasure_list import Erased
from kennisbank.archive.privacy.noting import lists_of, note
from kennisbank.archive.schema.people_tables import mail_refusals
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.answers import answer_text
from kennisbank.archive.web.faults import faults, language_of
from kennisbank.archive.world import Archive

router = APIRouter(tags=["mail"])
Token = Annotated[str, Path(max_length=200, description="As it stands in the mail.")]
_HTML: dict[str, Any] = {"description": "A page for people.", "content": {"text/html": {"schema": {"type": "string"}}}}
_PAGE: dict[int | str, dict[str, Any]] = {
    200: _HTML,
    404: {**_HTML, "description": "This archive never sent such a link, or it is too old."},
}
_NEWSLETTER = frozenset({"newsletter_on", "newsletter_off"})
_MAILS = frozenset({"feedback", "invitation"})


@router.get("/newsletter/{token}", summary="Show the button of a link", response_class=Response, responses=_PAGE)
def get_newsletter_link(request: Request, token: Token) -> Response:
    """Show what the link does and a button that does it."""
    return _shown(request, token, _NEWSLETTER)


@router.post(
    "/newsletter/{token}",
    summary="Come on the newsletter's list, or off it",
    response_class=Response,
    responses={**_PAGE, **faults("too_many")},
)
def post_newsletter_link(request: Request, token: Token) -> Response:
    """Do what the link says; again, it is so already."""
    return _done(request, token, _NEWSLETTER)


@router.get("/unsubscribe/{token}", summary="Show the button of a link", response_class=Response, responses=_PAGE)
def get_unsubscribe(request: Request, token: Token) -> Response:
    """Show what the link does and a button that does it."""
    return _shown(request, token, _MAILS)


@router.post(
    "/unsubscribe/{token}", summary="End mails to an author, at once", response_class=Response, responses=_PAGE
)
def post_unsubscribe(request: Request, token: Token) -> Response:
    """End them, whatever is sent along: a mail program's one click says ``List-Unsubscribe=One-Click``."""
    return _done(request, token, _MAILS)


def _shown(request: Request, token: str, purposes: frozenset[str]) -> Response:
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        link = link_in(tx.keyed, token)
        is_good = link is not None and link.purpose in purposes
        if is_good and link is not None and link.purpose == "newsletter_on":
            is_good = Newsletter(tx.connection, tx.keyed).is_on(link.subject) is not None
    if not is_good or link is None:
        return _answer(request, "unknown", status=404)
    return _answer(request, link.purpose, has_button=True)


def _done(request: Request, token: str, purposes: frozenset[str]) -> Response:
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        link = link_in(tx.keyed, token)
    if link is None or link.purpose not in purposes:
        return _answer(request, "unknown", status=404)
    now: datetime = request.app.state.clock()
    lists = lists_of(archive, request.app.state.config)
    with archive.write() as tx:
        tx.counter.lock()
        is_done = _carry_out(tx, link, stamp(now), lists)
    return _answer(request, f"{link.purpose}_done") if is_done else _answer(request, "unknown", status=404)


def _carry_out(tx: Transaction, link: MailLink, now: str, lists: tuple[FilePath, ...]) -> bool:
    """Do what a link says; `lists` are where is written down who left, so that no restored backup brings them back."""
    match link.purpose:
        case "newsletter_on":
            return Newsletter(tx.connection, tx.keyed).confirm(link.subject, now)
        case "newsletter_off":
            place = Newsletter(tx.connection, tx.keyed).leave(link.subject)
            if place is not None:
                note(tx, lists, Erased(now[:10], "subscriber", place))
        case "invitation":
            row = insert_into(mail_refusals, tx.connection).values(mail_hash=link.subject, moment=now)
            tx.connection.execute(row.on_conflict_do_nothing())
        case "feedback":
            account = AccountRows(tx.connection).one(link.subject)
            if account is not None:
                set_pace(tx.connection, account.id, "never")
                Seats(tx).give(account.id, "settings", "settings")
    return True


def _answer(request: Request, what: str, *, status: int = 200, has_button: bool = False) -> Response:
    text = page(request.app.state.config.name, language_of(request), what, has_button=has_button)
    headers = {"Content-Security-Policy": CSP, "Vary": "Accept-Language"}
    return answer_text(request, text, "text/html; charset=utf-8", status=status, headers=headers)
