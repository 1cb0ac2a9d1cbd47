"""What maintainers see and change: accounts and the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from kennisbank.archive.admission.administration import Administration
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.records.audit import AuditEntry
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo, AccountState

router = APIRouter(tags=["maintaining"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
Maintainer = Annotated[Viewer, Depends(require("maintainer"))]


@router.get("/accounts", summary="List the accounts", response_model=list[AccountInfo], responses=_REFUSED)
def get_accounts(
    request: Request,
    _maintainer: Maintainer,
    state: Annotated[AccountState | None, Query(description="Only those in this state.")] = None,
) -> Response:
    """Answer with the accounts, the one that asked last first."""
    return answer(request, _administration(request).accounts(state))


@router.patch(
    "/accounts/{account}",
    summary="Approve, refuse, suspend or restore an account, or change its right",
    response_model=AccountInfo,
    responses={**_REFUSED, **faults("not_found", "last_maintainer")},
)
def patch_account(
    request: Request,
    account: Annotated[str, Path(pattern="^[0-9a-f-]{36}$", description="Its id.")],
    wanted: AccountChange,
    maintainer: Maintainer,
) -> Response:
    """Change the account; its owner is told by mail, the reason goes to the audit trail."""
    changed = _administration(request).change(maintainer.account or "", account, wanted)
    courier: Courier = request.app.state.courier
    courier.wake()
    return answer(request, changed)


@router.get("/audit", summary="Read the audit trail", response_model=list[AuditEntry], responses=_REFUSED)
def get_audit(
    request: Request,
    _maintainer: Maintainer,
    before: Annotated[int | None, Query(ge=0, le=2**53, description="Only lines with a lower number.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Lines, at most.")] = 100,
) -> Response:
    """Answer with the newest lines, newest first."""
    return answer(request, _administration(request).trail(before, limit))


def _administration(request: Request) -> Administration:
    administration: Administration = request.app.state.administration
    return administration
