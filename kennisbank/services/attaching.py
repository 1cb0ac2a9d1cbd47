"""Files that go with what somebody says: kept in the library's folder of attachments until they were sent."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kennisbank.documents.attachments import KINDS, KINDS_BY_ROLE, attachment_type
from kennisbank.documents.media_types import PDF
from kennisbank.domain.correspondence import Attachment
from kennisbank.domain.ids import FileHash
from kennisbank.errors import DocumentError, NotSaidError
from kennisbank.library.files import FileStore

MOST_BYTES = 10 << 20
"""Bytes of one attached file, as the archive takes them."""
MOST_VERSION = 512 << 20
"""Bytes of a paper that is handed in; an archive may take fewer, and then says so."""
_HEAD = 4096


def kept(store: FileStore, path: Path, *, by_role: bool, most: int = MOST_BYTES) -> dict[str, Any]:
    """Keep a copy of a file that is to go along, and return it as acts describe it.

    Raises:
        NotSaidError: it can't be read, is too large, or is of a kind that isn't passed on (`by_role`: without a name).
        StorageError: the copy can't be written.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise NotSaidError("file_unreadable", path.name) from error
    if size > most:
        raise NotSaidError("file_too_large", str(most))
    found = attachment_type(head, path.name)
    check_kind(found, by_role=by_role)
    try:
        file_hash = store.put(path)
    except DocumentError as error:
        raise NotSaidError("file_unreadable", path.name) from error
    return {"hash": file_hash, "name": path.name[:255], "media_type": found, "size": size}


def kept_version(store: FileStore, path: Path) -> dict[str, Any]:
    """Keep a copy of a paper that is handed in, and return it as acts describe it.

    Raises:
        NotSaidError: it can't be read, is too large, or no PDF.
        StorageError: the copy can't be written.
    """
    made = kept(store, path, by_role=False, most=MOST_VERSION)
    if made["media_type"] != PDF:
        raise NotSaidError("file_kind")
    return made


def check_kind(media_type: str, *, by_role: bool) -> None:
    """Make sure that a file of this kind may go along.

    Raises:
        NotSaidError: it may not.
    """
    if media_type not in KINDS:
        raise NotSaidError("file_kind")
    if by_role and media_type not in KINDS_BY_ROLE:
        raise NotSaidError("file_kind_by_role")


def attachment_of(store: FileStore, described: Mapping[str, Any] | None) -> Attachment | None:
    """Return the file that an act describes, as it stands here."""
    if not described:
        return None
    path = store.path(FileHash(described["hash"]))
    return Attachment(described["name"], described["media_type"], described["size"], path=path)


def described(attachment: Attachment | None) -> dict[str, Any] | None:
    """Return a file that stands here as acts describe it; what `attachment_of` read."""
    if attachment is None or attachment.path is None:
        return None
    return {
        "hash": attachment.path.name,
        "name": attachment.name,
        "media_type": attachment.media_type,
        "size": attachment.size,
    }
