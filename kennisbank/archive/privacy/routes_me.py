"""Everything about oneself: given as one file, and erased."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.privacy.erasures import Erasures
from kennisbank.archive.privacy.export import export_of
from kennisbank.archive.web.answers import answer, answer_text
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.errors import NotFoundError
from kennisbank.sync.protocol_desk import ErasureProof, ErasureRequest, ProofRequest

router = APIRouter(tags=["accounts"])
_REFUSED = faults("not_logged_in", "session_ended")


@router.get(
    "/me/export",
    summary="Get everything that the archive holds about oneself, as one file",
    response_class=Response,
    responses={200: {"content": {"application/json": {}}}, **_REFUSED},
)
def get_export(request: Request, who: Annotated[Viewer, Depends(require("account"))]) -> Response:
    """Answer with the document, to be saved."""
    archive: Archive = request.app.state.archive
    assert who.account is not None, "an account was required"
    try:
        with archive.read() as tx:
            document = export_of(tx, who.account)
    except NotFoundError:
        raise FaultError("session_ended") from None
    saved = {"Content-Disposition": 'attachment; filename="everything-about-me.json"'}
    return answer_text(request, document, "application/json", headers=saved)


@router.post(
    "/me/erasure/code",
    summary="Ask for the code with which everything of oneself is erased",
    status_code=202,
    response_class=Response,
    response_description="The code comes by mail.",
    responses={**_REFUSED, **faults("too_many")},
)
def post_code(request: Request, who: Annotated[Viewer, Depends(require("account"))]) -> Response:
    """Have a code mailed."""
    _erasures(request).ask_code(who)
    courier: Courier = request.app.state.courier
    courier.wake()
    return Response(status_code=202, headers={"Cache-Control": "no-store"})


@router.post(
    "/me/erasure",
    summary="Have everything of oneself erased",
    response_model=ErasureProof,
    responses={**_REFUSED, **faults("invalid", "wrong_code", "too_many", "last_maintainer")},
)
def post_erasure(
    request: Request, asked: ErasureRequest, who: Annotated[Viewer, Depends(require("account"))]
) -> Response:
    """Erase, and answer with the archive's proof; the same request again is answered with the same one."""
    return answer(request, _erasures(request).erase(who, asked.code, asked.receipt))


@router.post(
    "/erasures/proof",
    summary="Get the proof of an erasure whose answer was lost",
    response_model=ErasureProof,
    responses=faults("not_found"),
)
def post_proof(request: Request, asked: ProofRequest) -> Response:
    """Answer with the proof, to whoever has the receipt that the erasure was asked with."""
    return answer(request, _erasures(request).proof_of(asked.receipt))


def _erasures(request: Request) -> Erasures:
    found: Erasures = request.app.state.erasures
    return found
