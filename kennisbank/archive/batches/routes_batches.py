"""Publishing: a maintainer's batch comes in as a manifest and files, and becomes visible all at once."""

import os
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.batches import staging
from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.web.answers import answer
from kennisbank.archive.web.byte_ranges import sent_part
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.messages import body_bytes, described
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.sync.protocol_accounts import BatchAnswer, BatchManifest, MissingFile
from kennisbank.sync.protocol_codec import decode

router = APIRouter(tags=["publishing"])
RECEIVED = "Kennisbank-Received"
"""How many bytes of a file are here: in the answer to HEAD and PUT of a file."""
_WRITTEN_AT_ONCE = 1 << 20

Maintainer = Annotated[Viewer, Depends(require("maintainer"))]
BatchId = Annotated[str, Path(pattern="^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$", description="Made by the client.")]
Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The SHA-256 of the file, in lower case.")]
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
_RECEIVED_HEADER = {"headers": {RECEIVED: {"description": "Bytes that are here.", "schema": {"type": "integer"}}}}
_RAW: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    },
    "parameters": [
        {
            "name": "Content-Range",
            "in": "header",
            "description": "Which part is sent, such as `bytes 1000-1999/2000`, to go on after a break; else all.",
            "schema": {"type": "string"},
        }
    ],
}


@router.put(
    "/batches/{batch}",
    summary="Send the manifest of a batch",
    response_model=BatchAnswer,
    responses={**_REFUSED, **faults("full")},
    openapi_extra=described(BatchManifest),
)
def put_batch(
    request: Request, batch: BatchId, maintainer: Maintainer, body: Annotated[bytes, Depends(body_bytes)]
) -> Response:
    """Check all of it, keep it, and answer which files are missing. The same one again changes nothing."""
    manifest = decode(BatchManifest, body)
    return answer(request, _batches(request).put(batch, manifest, maintainer.account or ""))


@router.delete(
    "/batches/{batch}",
    summary="Forget a waiting batch",
    status_code=204,
    response_class=Response,
    responses={**_REFUSED, **faults("not_found")},
)
def delete_batch(request: Request, batch: BatchId, maintainer: Maintainer) -> Response:
    """Forget the manifest and the files that came; what was published stays."""
    _batches(request).cancel(batch, maintainer.account or "")
    return Response(status_code=204)


@router.head(
    "/batches/{batch}/files/{sha256}",
    summary="Tell how much of a file has been received",
    response_class=Response,
    responses={200: {"description": "It is wanted.", **_RECEIVED_HEADER}, **_REFUSED, **faults("not_found")},
)
def head_batch_file(request: Request, batch: BatchId, sha256: Hash, _maintainer: Maintainer) -> Response:
    """Answer with the header `Kennisbank-Received`."""
    received, _size = _batches(request).received(batch, sha256)
    return Response(None, 200, {RECEIVED: str(received), "Cache-Control": "no-store"})


@router.put(
    "/batches/{batch}/files/{sha256}",
    summary="Send a file, or the rest of one",
    response_model=MissingFile,
    responses={200: _RECEIVED_HEADER, **_REFUSED, **faults("not_found", "other_start", "full")},
    openapi_extra=_RAW,
)
async def put_batch_file(request: Request, batch: BatchId, sha256: Hash, _maintainer: Maintainer) -> Response:
    """Take the bytes; once all are here they must have the hash. What came before a break stays."""
    batches = _batches(request)
    received, size = await anyio.to_thread.run_sync(batches.received, batch, sha256)
    start, end = _part(request, size)
    if received < size or size == 0:
        with batches.staging.held(batch, sha256):
            here = await anyio.to_thread.run_sync(batches.staging.received, batch, sha256)
            if start > here:
                raise FaultError("other_start", headers={RECEIVED: str(here)})
            received = await _take(request, batches, (batch, sha256), start, end)
            if received == size:
                await anyio.to_thread.run_sync(batches.take, batch, sha256)
    return answer(request, MissingFile(sha256, size, received), headers={RECEIVED: str(received)})


@router.post(
    "/batches/{batch}/publish",
    summary="Make a batch visible, all at once",
    response_model=BatchAnswer,
    responses={**_REFUSED, **faults("not_found", "incomplete", "full")},
)
def publish_batch(request: Request, batch: BatchId, maintainer: Maintainer) -> Response:
    """Add, correct and withdraw in one transaction. Again: what is so already is left as it is."""
    return answer(request, _batches(request).publish(batch, maintainer.account or ""))


async def _take(request: Request, batches: Batches, file: tuple[str, str], start: int, end: int) -> int:
    """Write what comes at its place and return how many bytes are here then; a break leaves what came before it."""
    descriptor = await anyio.to_thread.run_sync(batches.staging.open, *file, start)
    at, waiting = start, bytearray()

    async def write() -> None:
        nonlocal waiting
        data, waiting = waiting, bytearray()
        await anyio.to_thread.run_sync(staging.write, descriptor, data)

    try:
        async for piece in request.stream():
            at += len(piece)
            if at > end:
                raise FaultError("invalid", detail="more bytes came than were announced")
            waiting += piece
            if len(waiting) >= _WRITTEN_AT_ONCE:
                await write()
    finally:
        try:
            await write()
        finally:
            os.close(descriptor)
    if at != end:
        raise FaultError("invalid", detail="fewer bytes came than were announced")
    return at


def _part(request: Request, size: int) -> tuple[int, int]:
    """Return which bytes are sent: from, and up to."""
    header = request.headers.get("content-range")
    if header is None:
        return 0, size
    sent = sent_part(header)
    if sent is None or sent[1] != size:
        raise FaultError("invalid", detail="Content-Range")
    return sent[0].start, sent[0].end


def _batches(request: Request) -> Batches:
    batches: Batches = request.app.state.batches
    return batches
