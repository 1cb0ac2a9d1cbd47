"""Logging in and out, sessions per device, device tokens."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.admission.routes_accounts import accounts_of, network_of_request
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.sync.protocol_accounts import DeviceToken, LogIn, RefreshRequest, SessionInfo, TokenRequest, Tokens

router = APIRouter(tags=["sessions"])
_LOGGED_IN = faults("not_logged_in", "session_ended")
Somebody = Annotated[Viewer, Depends(require("account"))]
Reader = Annotated[Viewer, Depends(require("reader"))]
SessionId = Annotated[UUID, Path(description="Its id.")]


@router.post(
    "/sessions",
    summary="Log in with a one-time code",
    response_model=Tokens,
    responses=faults("wrong_code", "suspended"),
)
def post_session(request: Request, asked: LogIn) -> Response:
    """Use up the code and answer with the tokens of a new session."""
    return answer(request, accounts_of(request).log_in(asked, network_of_request(request)))


@router.post(
    "/sessions/refresh",
    summary="Exchange a refresh token",
    response_model=Tokens,
    responses=faults("session_ended", "account_erased", "suspended"),
)
def post_refresh(request: Request, asked: RefreshRequest) -> Response:
    """Answer with new tokens. Asked again at once, the answer is the same; later, the session ends."""
    return answer(request, accounts_of(request).refresh(asked.refresh))


@router.get("/sessions", summary="List one's sessions", response_model=list[SessionInfo], responses=_LOGGED_IN)
def get_sessions(request: Request, who: Somebody) -> Response:
    """Answer with the sessions and device tokens that last, the one used last first."""
    return answer(request, accounts_of(request).sessions(who))


@router.delete("/sessions/current", summary="Log out", status_code=204, response_class=Response, responses=_LOGGED_IN)
def delete_current(request: Request, who: Somebody) -> Response:
    """End the session that asks."""
    accounts_of(request).end_session(who, who.session or "")
    return Response(status_code=204)


@router.delete(
    "/sessions/{session:uuid}",
    summary="End one of one's sessions",
    status_code=204,
    response_class=Response,
    responses={**_LOGGED_IN, **faults("not_found")},
)
def delete_session(request: Request, session: SessionId, who: Somebody) -> Response:
    """End a session or device token; somebody else's is not found."""
    accounts_of(request).end_session(who, str(session))
    return Response(status_code=204)


@router.post(
    "/tokens",
    summary="Make a device token",
    response_model=DeviceToken,
    responses={**_LOGGED_IN, **faults("not_approved", "forbidden", "suspended")},
)
def post_token(request: Request, asked: TokenRequest, who: Reader) -> Response:
    """Answer with a token for a machine without a keyring; it is told this once."""
    return answer(request, accounts_of(request).device_token(who, asked))
