"""Files by the SHA-256 of their bytes: whole or in part, for anybody, until they are withdrawn."""

import re
from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from kennisbank.archive.files.files import StoredFile
from kennisbank.archive.web.byte_ranges import Part, UnsatisfiableError, is_same, part_of
from kennisbank.archive.web.faults import FaultError, faults
from kennisbank.archive.web.file_answers import FileAnswer
from kennisbank.archive.world import Archive
from kennisbank.domain.file_names import safe_name

router = APIRouter(tags=["files"])
Hash = Annotated[str, Path(pattern="^[0-9a-f]{64}$", description="The SHA-256 of the file, in lower case.")]
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,100}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}")
_UNKNOWN = "application/octet-stream"
_BYTES: dict[str, Any] = {_UNKNOWN: {"schema": {"type": "string", "format": "binary"}}}
_RANGE = {
    "name": "Range",
    "in": "header",
    "description": "One part, such as `bytes=1000-1999`; several parts are answered with the whole file.",
    "schema": {"type": "string"},
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    206: {"description": "The part that was asked for."},
    304: {"description": "The asker has it already."},
    **faults("not_found", "withdrawn", "no_such_range"),
}


@router.get(
    "/files/{sha256}",
    summary="Fetch a file, or a part of it",
    response_class=Response,
    responses={200: {"description": "The file.", "content": _BYTES}, **_ANSWERS},
    openapi_extra={"parameters": [_RANGE]},
)
def get_file(request: Request, sha256: Hash) -> Response:
    """Answer with the bytes, in the media type that was stored with them."""
    archive: Archive = request.app.state.archive
    file = _offered(archive, sha256)
    etag = f'"{sha256}"'
    headers = _headers(file, etag)
    if is_same(request.headers.get("if-none-match", ""), etag):
        return Response(None, 304, {name: headers[name] for name in ("ETag", "Cache-Control")})
    part = _wanted(request, file, etag)
    status = 200
    if part is None:
        part = Part(0, file.size)
    else:
        status = 206
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{file.size}"
    headers["Content-Length"] = str(part.end - part.start)
    pieces = _pieces(archive, file, part)
    return FileAnswer(next(pieces, b""), pieces, status=status, headers=headers)


@router.head(
    "/files/{sha256}",
    summary="Tell how large a file is, without sending it",
    response_class=Response,
    responses={200: {"description": "The file is to be had."}, **faults("not_found", "withdrawn")},
)
def head_file(request: Request, sha256: Hash) -> Response:
    """Answer as to GET, without the bytes."""
    file = _offered(request.app.state.archive, sha256)
    return Response(None, 200, {**_headers(file, f'"{sha256}"'), "Content-Length": str(file.size)})


def _offered(archive: Archive, sha256: str) -> StoredFile:
    with archive.read() as tx:
        file = tx.files.get(sha256)
    if file is None or file.state == "waiting":
        raise FaultError("not_found")
    if file.state == "withdrawn":
        raise FaultError("withdrawn")
    return file


def _wanted(request: Request, file: StoredFile, etag: str) -> Part | None:
    """Return the part that is asked for; none when the asker's beginning (``If-Range``) is of another file."""
    condition = request.headers.get("if-range")
    if condition is not None and condition.strip() != etag:
        return None
    try:
        return part_of(request.headers.get("range"), file.size)
    except UnsatisfiableError:
        raise FaultError("no_such_range", headers={"Content-Range": f"bytes */{file.size}"}) from None


def _pieces(archive: Archive, file: StoredFile, part: Part) -> Iterator[bytes]:
    if part.start == part.end:
        return iter(())
    return archive.files.read(file.hash, part.start, part.end)


def _headers(file: StoredFile, etag: str) -> dict[str, str]:
    """Return what is said with the bytes. Nothing in them may run: a stored web page is shown by no browser as ours."""
    media_type = file.media_type.lower() if _MEDIA_TYPE.fullmatch(file.media_type.lower()) else _UNKNOWN
    stem, dot, ending = file.name.rpartition(".")
    stem, ending = (stem, safe_name(ending, otherwise="", longest=10)) if dot else (file.name, "")
    name = safe_name(stem, otherwise="file") + (f".{ending}" if ending else "")
    plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", name)
    return {
        "Content-Type": media_type,
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "ETag": etag,
        "Accept-Ranges": "bytes",
        "Cache-Control": "public, no-cache",  # asked anew each time: what is withdrawn is gone at once
    }
