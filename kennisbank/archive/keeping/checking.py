"""Looking whether an archive is what it should be, and mending what can be mended without losing anything.

Codes: ``database_damaged``, ``foreign_key``, ``record_damaged``, ``record_changed``, ``counter_behind``,
``digest_wrong``, ``grants_wrong``, ``file_missing``, ``file_changed``, ``file_unrecorded``, ``file_orphan``,
``leftover``.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import cast

from sqlalchemy import ColumnElement, RowMapping, func, select, update

from kennisbank.archive.files.file_store import DiskFiles, hash_of_pieces
from kennisbank.archive.records.digests import MODULUS
from kennisbank.archive.records.record_rows import body_columns, derived_columns
from kennisbank.archive.records.sharing import Sharing
from kennisbank.archive.schema import tables as t
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.domain.reports import Finding
from kennisbank.errors import NotFoundError, StorageError
from kennisbank.sync.protocol import PUBLIC, RecordKind
from kennisbank.sync.protocol_bodies import SHAREABLE
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of
from kennisbank.tasks.context import JobContext, Progress

_AT_ONCE = 500
_LEFTOVER_S = 86_400.0
"""A copy that nobody has gone on with for a day is left over."""
_COMPARED = ("hash", "mark", "others_hash", "others_mark")


def check(archive: Archive, *, repair: bool = False, ctx: JobContext | None = None) -> list[Finding]:
    """Return what is wrong, every file read and compared with its SHA-256; with `repair`, mend what can be mended.

    It may run while the archive works. Repairing counts anew what is counted, gives records whose content isn't that of
    their hash a new revision, forgets files whose bytes are missing or changed, so that publishing them again brings
    them back, and removes what belongs to nothing.

    Raises:
        DatabaseError: the database can't be used.
        StorageError: the files can't be read, or `repair` can't remove one.
        Cancelled: `ctx` was asked to stop.
    """
    ctx = ctx or JobContext()
    findings = [*_database(archive)]
    if any(each.code == "database_damaged" for each in findings):
        return findings
    if repair:
        with archive.write() as tx:
            tx.counter.lock()
            findings += [*_counter(tx, repair=True), *_records(tx, ctx, repair=True)]
            findings += [*_grants(tx, repair=True), *_digest(tx, repair=True)]
    else:
        with archive.read() as tx:
            findings += [*_counter(tx), *_records(tx, ctx), *_grants(tx), *_digest(tx)]
    return [*findings, *_files(archive, ctx, repair=repair), *_leftovers(archive, repair=repair)]


def _database(archive: Archive) -> Iterator[Finding]:
    """Find what SQLite finds; PostgreSQL looks after its own pages."""
    with archive.read() as tx:
        if tx.connection.dialect.name != "sqlite":
            return
        for (said,) in tx.connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Finding("database_damaged", f"The database is damaged: {said}", archive.where)
        for table, row, parent, _ in tx.connection.exec_driver_sql("PRAGMA foreign_key_check"):
            message = f"A row of {table} refers to a row of {parent} that isn't there."
            yield Finding("foreign_key", message, f"{table} {row}")


def _counter(tx: Transaction, *, repair: bool = False) -> Iterator[Finding]:
    last = int(tx.connection.execute(select(func.coalesce(func.max(t.records.c.revision), 0))).scalar_one())
    heard = int(tx.connection.execute(select(func.coalesce(func.max(t.audience.c.revision), 0))).scalar_one())
    head, _ = tx.records.head()
    if max(last, heard) > head:
        if repair:
            tx.counter.advance(max(last, heard))
        message = f"The archive counts up to {head}, and there are changes up to {max(last, heard)}."
        yield Finding("counter_behind", message, str(head), repaired=repair)


def _records(tx: Transaction, ctx: JobContext, *, repair: bool = False) -> Iterator[Finding]:
    """Find records whose body isn't what their hash and mark say."""
    total = int(tx.connection.execute(select(func.count()).select_from(t.records)).scalar_one())
    for number, row in enumerate(_rows(tx)):
        if number % _AT_ONCE == 0:
            ctx.check()
            ctx.report(Progress("records", number, total))
        kind, name = cast("RecordKind", row["kind"]), f"{row['kind']} {row['id']}"
        try:
            body = None if row["body"] is None else json.loads(row["body"])
            value = None if body is None else body_of(kind, body)
            wanted = body_columns(kind, row["id"], int(row["revision"]), body)
        except (ValueError, MalformedMessageError, TypeError, AttributeError):
            yield Finding("record_damaged", f"The body of {name} can't be read; restore a backup.", name)
            continue
        if any(wanted[column] != row[column] for column in _COMPARED):
            if repair:
                revision = tx.counter.next()
                columns = body_columns(kind, row["id"], revision, body) | derived_columns(value)
                r = t.records.c
                statement = update(t.records).where(r.kind == kind, r.id == row["id"])
                tx.connection.execute(statement.values(revision=revision, **columns))
                if kind not in PUBLIC:
                    Sharing(tx.connection, tx.counter).settle({**row, **columns, "revision": revision}, value)
            yield Finding("record_changed", f"The content of {name} isn't that of its hash.", name, repaired=repair)


def _grants(tx: Transaction, *, repair: bool = False) -> Iterator[Finding]:
    """Find things that others may see than their owners say."""
    r = t.records.c
    sharing = Sharing(tx.connection, tx.counter)
    for row in _rows(tx, r.kind.in_(sorted(SHAREABLE)), r.gone.is_(None)):
        kind, name = cast("RecordKind", row["kind"]), f"{row['kind']} {row['id']}"
        with suppress(ValueError, MalformedMessageError):
            value = body_of(kind, json.loads(row["body"]))
            if sharing.is_settled(row, value):
                continue
            if repair:
                sharing.settle(sharing.renew(row), value)
            yield Finding("grants_wrong", f"Others see {name} than its owner says.", name, repaired=repair)


def _digest(tx: Transaction, *, repair: bool = False) -> Iterator[Finding]:
    """Find whether what is counted of public records is what there is."""
    r = t.records.c
    query = select(r.mark).where(r.owner.is_(None), r.body.is_not(None))
    marks = [int(each) for each in tx.connection.execute(query).scalars()]
    _, kept = tx.records.head()
    if (kept.count, kept.sum) != (len(marks), sum(marks) % MODULUS):
        if repair:
            tx.counter.recount(len(marks), sum(marks) % MODULUS)
        yield Finding("digest_wrong", "What everybody sees was counted wrongly.", str(kept.count), repaired=repair)


def _rows(tx: Transaction, *conditions: ColumnElement[bool]) -> Iterator[RowMapping]:
    """Give the rows of records in parts, so that each can be changed."""
    r, after = t.records.c, ("", "")
    while True:
        later = (r.kind > after[0]) | ((r.kind == after[0]) & (r.id > after[1]))
        query = select(t.records).where(later, *conditions).order_by(r.kind, r.id).limit(_AT_ONCE)
        rows = tx.connection.execute(query).mappings().all()
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        after = (rows[-1]["kind"], rows[-1]["id"])


def _files(archive: Archive, ctx: JobContext, *, repair: bool) -> Iterator[Finding]:
    with archive.read() as tx:
        wanted = tx.files.all()
        u = t.file_uses.c
        uses = select(u.hash).where(u.is_withdrawn.is_(False)).distinct()
        offered = set(tx.connection.execute(uses).scalars())
    here = dict(archive.files.all())
    for number, name in enumerate(sorted(wanted)):
        ctx.check()
        ctx.report(Progress("files", number, len(wanted), name))
        state = _state(archive, name)
        if state == "file_missing":
            _mend(archive, _forget(name), repair=repair)
            yield Finding(state, "A file isn't here; publish it again, or restore a backup.", name)
        elif state == "file_changed":
            _mend(archive, _forget(name), repair=repair)
            message = "The bytes of a file have changed; publish it again, or restore a backup."
            yield Finding(state, message, name, repaired=repair)
    for name in sorted(offered - set(wanted)):
        is_here = name in here and _state(archive, name) == ""
        if is_here:
            _mend(archive, _add(name, here[name]), repair=repair)
        message = "A file that is offered isn't recorded" + ("." if is_here else ", and isn't here: publish it again.")
        yield Finding("file_unrecorded", message, name, repaired=repair and is_here)
    for name in sorted(set(here) - set(wanted) - offered):
        _mend(archive, _remove_orphan(name), repair=repair)
        yield Finding("file_orphan", "A file belongs to nothing.", name, repaired=repair)


def _state(archive: Archive, name: str) -> str:
    """Return what is wrong with a file; empty when nothing is."""
    try:
        is_sound = hash_of_pieces(archive.files.read(name)) == name
    except NotFoundError:
        return "file_missing"
    return "" if is_sound else "file_changed"


_Mend = Callable[[Transaction], None]


def _forget(name: str) -> _Mend:
    return lambda tx: tx.files.forget(name)


def _add(name: str, size: int) -> _Mend:
    return lambda tx: tx.files.add(name, size)


def _remove_orphan(name: str) -> _Mend:
    return lambda tx: tx.files.forget_orphan(name)


def _mend(archive: Archive, mend: _Mend, *, repair: bool) -> None:
    if repair:
        with archive.write() as tx:
            tx.counter.lock()
            mend(tx)


def _leftovers(archive: Archive, *, repair: bool) -> Iterator[Finding]:
    if not isinstance(archive.files, DiskFiles):
        return
    for path in archive.files.leftovers():
        try:
            if time.time() - path.stat().st_mtime < _LEFTOVER_S:
                continue
            if repair:
                path.unlink(missing_ok=True)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
        yield Finding("leftover", "A copy was broken off.", path.name, repaired=repair)
