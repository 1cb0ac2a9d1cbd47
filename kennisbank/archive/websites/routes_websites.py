"""Handing in the archived website of an edition."""

from pathlib import Path as FilePath
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.faults import faults
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.websites.taking_in import Websites
from kennisbank.sync.protocol import Record

router = APIRouter(tags=["publishing"])
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
_WRITTEN_AT_ONCE = 1 << 20
_RAW: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    },
}


@router.put(
    "/editions/{edition}/website",
    summary="Hand in the archived website of an edition",
    response_model=Record,
    responses={**_REFUSED, **faults("not_found", "full")},
    openapi_extra=_RAW,
)
async def put_website(
    request: Request,
    edition: Annotated[str, Path(pattern="^[0-9A-Za-z._:-]{1,64}$", description="The edition's id.")],
    maintainer: Annotated[Viewer, Depends(require("maintainer"))],
) -> Response:
    """Take a zip of static files, or a WARC file (packed or not); answer with the edition as it is then."""
    websites: Websites = request.app.state.websites
    file = await anyio.to_thread.run_sync(websites.waiting)
    try:
        await _take(request, file)
        record = await anyio.to_thread.run_sync(websites.put, edition, file, maintainer.account or "")
    finally:
        await anyio.Path(file).unlink(missing_ok=True)
    return answer(request, record)


async def _take(request: Request, file: FilePath) -> None:
    waiting = bytearray()
    async with await anyio.open_file(file, "wb") as opened:
        async for piece in request.stream():
            waiting += piece
            if len(waiting) >= _WRITTEN_AT_ONCE:
                await opened.write(bytes(waiting))
                waiting.clear()
        await opened.write(bytes(waiting))
