"""Writing the archive to a stick: the whole catalogue signed with its key, and the files of some editions or of all.

Interrupted, the stick is what it was; done again, only what changed is copied, and what was withdrawn goes.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.sync.protocol import Record
from kennisbank.sync.protocol_bodies import ContributionBody
from kennisbank.sync.protocol_codec import body_of
from kennisbank.sync.protocol_manifest import Manifest, PackedFile, manifest_bytes, packed, sign
from kennisbank.sync.protocol_stick import StickWriter

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Packed:
    """What stands on the stick now: `files` of `size` bytes in all, up to `revision`.

    `copied` of them came just now, `removed` others went; `missing` are files that the archive should have and hasn't.
    """

    revision: int
    contributions: int
    files: int
    size: int
    copied: int
    removed: int
    missing: int


def pack(
    archive: Archive,
    config: ArchiveConfig,
    target: Path,
    *,
    editions: Collection[str] = (),
    told: Callable[[int], None] = lambda _: None,
) -> Packed:
    """Write the archive to the folder `target`, or bring what stands there up to date.

    `editions` are the codes of those whose files come along; none named: all files. `told` gets how many bytes were
    handled just now, and may raise to stop.

    Raises:
        BadInputError: there is no such edition.
        StickError: something else stands in the folder.
        StorageError: it can't be written, or is too small.
    """
    manifest, missing = _manifest(archive, config, frozenset(editions))
    writer = StickWriter(target, manifest.info.id)
    writer.room(manifest.files)
    copied = sum(_copied(archive, writer, each, told) for each in manifest.files)
    data = manifest_bytes(manifest)
    removed = writer.finish(manifest, data, sign(data, archive.key.private))
    return Packed(
        revision=manifest.revision,
        contributions=manifest.info.contributions,
        files=len(manifest.files),
        size=sum(each.size for each in manifest.files),
        copied=copied,
        removed=removed,
        missing=missing,
    )


def _manifest(archive: Archive, config: ArchiveConfig, editions: frozenset[str]) -> tuple[Manifest, int]:
    """Return what is to be signed, and how many files the archive should have for it and hasn't."""
    # Imported here: it brings the web server with it, for which no other command needs to wait.
    from kennisbank.archive.fetching.routes_catalogue import info_of  # noqa: PLC0415

    with archive.read() as tx:
        info = info_of(tx, config)
        records = tuple(tx.records.public())
        stored = tx.files.all()
    known = {str(each.body["code"]) for each in records if each.kind == "edition" and each.body is not None}
    known |= {_body(each).edition for each in records if each.kind == "contribution" and each.body is not None}
    if unknown := sorted(editions - known):
        raise BadInputError(f"There is no edition {unknown[0]!r} in this archive.")
    wanted = _wanted(records, editions)
    for each in sorted(wanted - set(stored)):
        _log.warning("the archive has no file %s", each)
    manifest = Manifest(
        info=info,
        made=stamp(),
        editions=tuple(sorted(editions)),
        records=records,
        files=packed((each, stored[each]) for each in wanted if each in stored),
        url=config.url,
    )
    return manifest, len(wanted - set(stored))


def _wanted(records: Collection[Record], editions: frozenset[str]) -> set[str]:
    """Return the files of what isn't withdrawn, of these editions (none: of all)."""
    bodies = [_body(each) for each in records if each.kind == "contribution" and each.gone is None]
    chosen = [each for each in bodies if not editions or each.edition in editions]
    return {file.hash for each in chosen for file in each.files}


def _copied(archive: Archive, writer: StickWriter, file: PackedFile, told: Callable[[int], None]) -> bool:
    """Copy a file where it isn't on the stick already; tell whether that was needed."""
    if writer.has(file, told):
        return False
    try:
        writer.put(file, archive.files.read(file.hash), told)
    except NotFoundError as error:
        raise BadInputError("A file was withdrawn while it was to be copied. Pack again.") from error
    return True


def _body(record: Record) -> ContributionBody:
    assert record.body is not None
    value: ContributionBody = body_of("contribution", record.body)
    return value
