"""Asking for an account, for a code, and what one's own account is."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from kennisbank.archive.accounts.limits import network_of
from kennisbank.archive.admission.accounts import Accounts
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.sync.protocol_accounts import AccountInfo, AccountRequest, CodeRequest

router = APIRouter(tags=["accounts"])
_LATER = "Taken in. The answer is the same whether the address is known or not; what comes of it is told by mail."


@router.post(
    "/accounts",
    summary="Ask for an account",
    status_code=202,
    response_class=Response,
    response_description=_LATER,
)
def post_account(request: Request, asked: AccountRequest) -> Response:
    """Take in a request for an account."""
    accounts_of(request).ask(asked, network_of_request(request))
    return _taken_in(request)


@router.post(
    "/codes",
    summary="Ask for a one-time code by mail",
    status_code=202,
    response_class=Response,
    response_description=_LATER,
)
def post_code(request: Request, asked: CodeRequest) -> Response:
    """Take in a request for a code."""
    accounts_of(request).ask_code(asked, network_of_request(request))
    return _taken_in(request)


@router.get(
    "/me",
    summary="Show one's own account",
    response_model=AccountInfo,
    responses=faults("not_logged_in", "session_ended"),
)
def get_me(request: Request, who: Annotated[Viewer, Depends(require("account"))]) -> Response:
    """Answer with the account and what it may do."""
    return answer(request, accounts_of(request).me(who))


def accounts_of(request: Request) -> Accounts:
    """Return the accounts that the application serves."""
    accounts: Accounts = request.app.state.accounts
    return accounts


def network_of_request(request: Request) -> str:
    """Return the network that a request came from; behind a proxy, as `serve` was told whom to believe."""
    return network_of(request.client.host if request.client else None)


def _taken_in(request: Request) -> Response:
    courier: Courier = request.app.state.courier
    courier.wake()
    return Response(status_code=202, headers={"Cache-Control": "no-store"})
