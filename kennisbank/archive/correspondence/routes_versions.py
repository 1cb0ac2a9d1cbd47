"""New versions that authors hand in: the file before its act, and that file for the maintainers who look at it."""

import hashlib
import os
from datetime import datetime
from pathlib import Path as FilePath
from tempfile import mkstemp
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.batches import staging
from kennisbank.archive.claiming.versions import PDF, VersionRows, keep_upload
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.file_answers import FileAnswer
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.errors import NotFoundError, StorageError

router = APIRouter(tags=["correspondence"])
_UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
ActId = Annotated[str, Path(pattern=_UUID, description="The id of the act that will hand it in.")]
Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The SHA-256 of the file, in lower case.")]
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
_BYTES: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_RAW = {"requestBody": {"required": True, "content": _BYTES}}
_PDF_WITHIN = 1024
_PIECE = 1 << 20


@router.put(
    "/versions/{act}/files/{sha256}",
    summary="Send the file of a new version",
    status_code=204,
    response_class=Response,
    responses={**_REFUSED, **faults("wrong_type", "full", "other_content")},
    openapi_extra=_RAW,
)
async def put_version_file(
    request: Request, act: ActId, sha256: Hash, who: Annotated[Viewer, Depends(require("author"))]
) -> Response:
    """Take a PDF; nobody gets it until an act hands it in, and then the maintainers."""
    assert who.account is not None
    archive: Archive = request.app.state.archive
    await anyio.to_thread.run_sync(_check_flood, request, archive, who.account)
    path = await anyio.to_thread.run_sync(_new_file, archive.data / "handed-in")
    try:
        found = await _receive(request, path)
        if found != sha256:
            raise FaultError("invalid", detail="the bytes have another hash")
        await anyio.to_thread.run_sync(_keep, request, archive, path, (act, who.account, sha256))
    finally:
        await anyio.to_thread.run_sync(_remove, path)
    return Response(status_code=204)


@router.get(
    "/versions/{version}/file",
    summary="Look at a version that was handed in",
    response_class=Response,
    responses={200: {"description": "The file.", "content": {PDF: {}}}, **_REFUSED, **faults("not_found")},
)
def get_version_file(
    request: Request,
    version: Annotated[str, Path(max_length=64, description="Its id on the desk.")],
    _who: Annotated[Viewer, Depends(require("maintainer"))],
) -> Response:
    """Answer with the bytes of a version that waits or was published."""
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        row = VersionRows(tx).one(version)
    if row is None or row.state not in {"waiting", "published"}:
        raise FaultError("not_found")
    try:
        pieces = archive.files.read(row.hash)
    except NotFoundError:
        raise FaultError("not_found") from None
    headers = {
        "Content-Type": PDF,
        "Content-Length": str(row.size),
        "Content-Disposition": "attachment",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "no-store",
    }
    return FileAnswer(next(pieces, b""), pieces, status=200, headers=headers)


def _check_flood(request: Request, archive: Archive, account: str) -> None:
    limit = Limit("upload", account, request.app.state.config.limits.uploads_an_hour)
    with archive.write() as tx:
        wait = Limits(tx.connection, tx.keyed).count(limit, request.app.state.clock())
    if wait:
        raise FaultError("too_many", retry_after=wait)


def _new_file(folder: FilePath) -> FilePath:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, name = mkstemp(dir=folder)
    except OSError as error:
        raise FaultError("full") from error
    os.close(descriptor)
    return FilePath(name)


async def _receive(request: Request, path: FilePath) -> str:
    """Write what comes and return the SHA-256 of it; the bytes say at once whether it is a PDF."""
    digest, waiting, start = hashlib.sha256(), bytearray(), b""
    descriptor = await anyio.to_thread.run_sync(os.open, path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        async for piece in request.stream():
            start += piece[: _PDF_WITHIN - len(start)]
            if len(start) == _PDF_WITHIN:
                _check_pdf(start)
            waiting += piece
            if len(waiting) >= _PIECE:
                digest.update(waiting)
                await anyio.to_thread.run_sync(staging.write, descriptor, bytes(waiting))
                waiting.clear()
        digest.update(waiting)
        await anyio.to_thread.run_sync(staging.write, descriptor, bytes(waiting))
    finally:
        os.close(descriptor)
    _check_pdf(start)
    return digest.hexdigest()


def _check_pdf(start: bytes) -> None:
    if b"%PDF-" not in start:
        raise FaultError("wrong_type")


def _keep(request: Request, archive: Archive, path: FilePath, upload: tuple[str, str, str]) -> None:
    act, account, file_hash = upload
    now: datetime = request.app.state.clock()
    size = path.stat().st_size
    try:
        archive.files.put(path, file_hash)
        with archive.write() as tx:
            tx.counter.lock()
            archive.files.put(path, file_hash)  # in case somebody removed it just now: they hold the same lock
            is_kept = keep_upload(tx, act, account, file_hash, size, now)
    except StorageError as error:
        raise FaultError("full") from error
    if not is_kept:
        raise FaultError("other_content")


def _remove(path: FilePath) -> None:
    path.unlink(missing_ok=True)
