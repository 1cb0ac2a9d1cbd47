"""An import batch as it came, checked as a whole before any of it is believed: pure functions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from kennisbank.archive.records.record_rows import text_of
from kennisbank.sync.protocol_accounts import BatchManifest
from kennisbank.sync.protocol_bodies import ContributionBody, EditionBody
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
_HASH = re.compile(r"[0-9a-f]{64}")
_WITHDRAWALS = frozenset({"withdrawn", "erased", "hidden"})


@dataclass(frozen=True, slots=True)
class CheckedBatch:
    """A manifest whose every part is sound. `files` has the size of every file, by its hash."""

    manifest: BatchManifest
    editions: Mapping[str, EditionBody]
    contributions: Mapping[str, ContributionBody]
    files: Mapping[str, int]


def checked(manifest: BatchManifest, *, largest: int) -> CheckedBatch:
    """Return a manifest with its bodies read. A file may have `largest` bytes.

    Raises:
        MalformedMessageError: something in it can't be; the text says where.
    """
    editions: dict[str, EditionBody] = {}
    contributions: dict[str, ContributionBody] = {}
    files: dict[str, int] = {}
    for number, item in enumerate(manifest.items):
        place = f"items.{number}"
        _check_id(item.id, place)
        if item.id in editions or item.id in contributions:
            raise MalformedMessageError(f"{place}.id: stands in the batch twice")
        try:
            body = body_of(item.kind, item.body)
            text_of(item.body)
        except MalformedMessageError as error:
            raise MalformedMessageError(f"{place}.body.{error}") from None
        if item.kind == "edition":
            editions[item.id] = _edition(cast("EditionBody", body), place)
        else:
            contributions[item.id] = cast("ContributionBody", body)
            _take_files(contributions[item.id], files, f"{place}.body.files", largest)
    _check_withdrawals(manifest, set(contributions))
    return CheckedBatch(manifest, editions, contributions, files)


def is_id(text: str) -> bool:
    """Tell whether `text` may be the id of a record or a batch: it stands in paths."""
    return _ID.fullmatch(text) is not None


def _check_id(text: str, place: str) -> None:
    if not is_id(text):
        raise MalformedMessageError(f"{place}.id: letters, digits, hyphens, points and underscores only")


def _edition(body: EditionBody, place: str) -> EditionBody:
    if not body.code.strip():
        raise MalformedMessageError(f"{place}.body.code: is empty")
    return body


def _take_files(body: ContributionBody, files: dict[str, int], place: str, largest: int) -> None:
    if not body.title.strip():
        raise MalformedMessageError(f"{place.removesuffix('files')}title: is empty")
    seen: set[str] = set()
    for number, file in enumerate(body.files):
        if not _HASH.fullmatch(file.hash):
            raise MalformedMessageError(f"{place}.{number}.hash: is no SHA-256 in lower case")
        if file.hash in seen:
            raise MalformedMessageError(f"{place}.{number}.hash: stands there twice")
        if file.size > largest:
            raise MalformedMessageError(f"{place}.{number}.size: is larger than the archive takes")
        if files.setdefault(file.hash, file.size) != file.size:
            raise MalformedMessageError(f"{place}.{number}.size: is another one elsewhere in the batch")
        seen.add(file.hash)


def _check_withdrawals(manifest: BatchManifest, items: set[str]) -> None:
    seen: set[str] = set()
    for number, each in enumerate(manifest.withdrawals):
        place = f"withdrawals.{number}"
        _check_id(each.id, place)
        if each.reason not in _WITHDRAWALS:
            raise MalformedMessageError(f"{place}.reason: is withdrawn, erased or hidden")
        if each.id in items or each.id in seen:
            raise MalformedMessageError(f"{place}.id: stands in the batch twice")
        seen.add(each.id)
