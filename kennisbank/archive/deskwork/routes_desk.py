"""The maintainers' desk: what waits, how much, and what is decided."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from kennisbank.archive.deskwork.desk_scene import DeskState
from kennisbank.archive.deskwork.work import DeskWork
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.sync.protocol_desk import DeskAct, DeskCounts, DeskItem, DeskList

router = APIRouter(tags=["maintaining"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
Maintainer = Annotated[Viewer, Depends(require("maintainer"))]
ItemId = Annotated[str, Path(pattern="^[0-9A-Za-z._:-]{1,64}$", description="Its id on the list.")]


@router.get("/desk", summary="List what waits for a maintainer", response_model=list[DeskItem], responses=_REFUSED)
def get_desk(
    request: Request,
    maintainer: Maintainer,
    list_: Annotated[DeskList | None, Query(alias="list", description="Only this list.")] = None,
    state: Annotated[DeskState, Query(description="Only those in this state.")] = "open",
) -> Response:
    """Answer with the items, list by list, those that wait longest first."""
    return answer(request, _desk(request).items(maintainer.account or "", list_, state))


@router.get("/desk/counts", summary="Count what waits", response_model=DeskCounts, responses=_REFUSED)
def get_desk_counts(request: Request, maintainer: Maintainer) -> Response:
    """Answer with the number of open items, by list."""
    return answer(request, _desk(request).counts(maintainer.account or ""))


@router.post(
    "/desk/{list_}/{item}",
    summary="Decide",
    response_model=DeskItem,
    responses={**_REFUSED, **faults("not_found", "other_content", "last_maintainer")},
)
def post_desk(request: Request, list_: DeskList, item: ItemId, act: DeskAct, maintainer: Maintainer) -> Response:
    """Carry out the act, once; those concerned are told. Answer with the item as it is then."""
    decided = _desk(request).act(maintainer.account or "", list_, item, act)
    courier: Courier = request.app.state.courier
    courier.wake()
    return answer(request, decided)


def _desk(request: Request) -> DeskWork:
    desk: DeskWork = request.app.state.desk_work
    return desk
