"""Files that go with messages: sent ahead by whoever attaches them, fetched by those who have the thread."""

import hashlib
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.threads.attaching import attachment_for, keep_upload
from kennisbank.archive.threads.sniffing import media_type_of
from kennisbank.archive.threads.traces import is_clean
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.file_answers import FileAnswer
from kennisbank.archive.web.messages import body_bytes
from kennisbank.archive.web.rights import Viewer, require
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import MOST_ATTACHMENT

router = APIRouter(tags=["correspondence"])
Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The SHA-256 of the file, in lower case.")]
AttachmentId = Annotated[str, Path(max_length=64, description="As it stands with the message in the mailbox.")]
_REFUSED = faults("not_logged_in", "session_ended", "forbidden", "not_approved", "suspended")
_BYTES: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_RAW = {"requestBody": {"required": True, "content": _BYTES}}


@router.put(
    "/attachments/{sha256}",
    summary="Send a file that is to go with a message",
    status_code=204,
    response_class=Response,
    responses={**_REFUSED, **faults("wrong_type", "full")},
    openapi_extra=_RAW,
)
def put_attachment(
    request: Request,
    sha256: Hash,
    who: Annotated[Viewer, Depends(require("reader"))],
    data: Annotated[bytes, Depends(body_bytes)],
) -> Response:
    """Take a file of at most 10 MB whose bytes are of a known kind; nobody gets it until an act attaches it."""
    assert who.account is not None
    archive: Archive = request.app.state.archive
    if len(data) > MOST_ATTACHMENT:
        raise FaultError("too_large")
    if hashlib.sha256(data).hexdigest() != sha256:
        raise FaultError("invalid", detail="the bytes have another hash")
    media_type = media_type_of(data)
    if media_type is None:
        raise FaultError("wrong_type")
    now: datetime = request.app.state.clock()
    _check_flood(request, archive, who.account, now)
    clean = is_clean(data, media_type)
    archive.files.take((data,), sha256, anew=True)
    with archive.write() as tx:
        tx.counter.lock()
        archive.files.take((data,), sha256)  # in case somebody removed it just now: they hold the same lock
        keep_upload(tx, who.account, sha256, len(data), media_type, is_clean=clean, now=now)
    return Response(status_code=204)


@router.get(
    "/attachments/{attachment}",
    summary="Fetch a file that goes with a message",
    response_class=Response,
    responses={200: {"description": "The file, to be kept, not shown.", "content": _BYTES}, **_REFUSED}
    | faults("not_found"),
)
def get_attachment(
    request: Request, attachment: AttachmentId, who: Annotated[Viewer, Depends(require("reader"))]
) -> Response:
    """Answer with the bytes. Whatever this account may not have isn't there for it."""
    assert who.account is not None
    archive: Archive = request.app.state.archive
    with archive.read() as tx:
        message = attachment_for(tx, who.account, attachment)
    if message is None or message.file is None:
        raise FaultError("not_found")
    headers = {
        "Content-Type": message.file_type,
        "Content-Length": str(message.file_size),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(message.file_name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
    }
    pieces = archive.files.read(message.file)
    return FileAnswer(next(pieces, b""), pieces, status=200, headers=headers)


def _check_flood(request: Request, archive: Archive, account: str, now: datetime) -> None:
    most = request.app.state.config.limits.uploads_an_hour
    with archive.write() as tx:
        wait = Limits(tx.connection, tx.keyed).count(Limit("upload", account, most), now)
    if wait:
        raise FaultError("too_many", retry_after=wait)
