"""Rows of an export put back into a library: what is missing is added, what is older here is brought up to date.

Nothing is taken away, and nothing newer is overwritten; the same export put back twice adds nothing. Each contribution,
annotation, dossier … goes as a whole, with the rows that belong to it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, get_args

from sqlalchemy import Table, and_, delete, insert, select, update
from sqlalchemy.exc import OperationalError, StatementError

from kennisbank.domain.annotation import KINDS, Anchor, AnchorState, AnnotationFilter
from kennisbank.domain.changes import Kind
from kennisbank.library import personal_tables as p
from kennisbank.library import tables as t
from kennisbank.library.outbox import NOBODY, Owner
from kennisbank.library.queries import listed
from kennisbank.library.rows_out import Row, Rows, row_in
from kennisbank.library.transaction import Transaction
from kennisbank.library.whose import owner_columns


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is put back as one: its table, the tables that belong to it with their column, and what says how new it is.

    `same`: the columns by which one under another id is the same. `drops`: columns of parts that are numbered anew.
    """

    table: Table
    parts: tuple[tuple[Table, str], ...] = ()
    stamp: str = ""
    kind: Kind | None = None
    shown_as: str = "id"
    same: tuple[str, ...] = ()
    drops: frozenset[str] = frozenset()


_OWNED = ("contribution_id", "archive_id", "account_id")
_WHOLES = (
    _Whole(t.editions, kind="edition", same=("code_key",)),
    _Whole(
        t.batches,
        ((t.reports, "batch_id"), (t.befores, "batch_id")),
        kind="batch",
        drops=frozenset({"number"}),
    ),
    _Whole(
        t.contributions,
        tuple((each, "contribution_id") for each in (t.authors, t.keywords, t.themes, t.provenance, t.files)),
        stamp="updated_utc",
        kind="contribution",
    ),
    _Whole(p.annotations, ((p.anchors, "annotation_id"),), stamp="modified_utc", kind="annotation"),
    _Whole(p.dossiers, ((p.dossier_items, "dossier_id"),), stamp="modified_utc", kind="dossier"),
    _Whole(t.reading_places, stamp="moment_utc", kind="reading", shown_as="contribution_id", same=_OWNED),
    _Whole(p.reading_marks, stamp="moment_utc", kind="reading_mark", shown_as="contribution_id", same=_OWNED),
    _Whole(t.saved_searches, stamp="seen_utc", kind="saved_search"),
)


@dataclass(slots=True)
class Restored:
    """What was done: by the name of the table, how many were put back, and how many were here as new or newer."""

    added: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)


def put_back(tx: Transaction, rows: Rows) -> Restored:
    """Put the rows of `rows_out.rows_of` back, in the transaction `tx`.

    Raises:
        ValueError: the rows aren't those of an export.
        TypeError: the same.
        KeyError: the same.
    """
    restoring = _Restoring(tx, rows)
    with _refused():
        for whole in _WHOLES:
            restoring.put(whole)
    _check_readable(tx)
    return restoring.done


def _check_readable(tx: Transaction) -> None:
    """Read everything once: a row that can't be understood would stand in the way each time the library is used.

    Raises:
        ValueError: a row isn't what it should be.
        TypeError: the same.
        KeyError: the same.
    """
    tx.contributions.all()
    tx.saved_searches.all()
    found = [
        each for is_trashed in (False, True) for each in tx.annotations.all(AnnotationFilter(is_trashed=is_trashed))
    ]
    placed = [each.anchor for each in found]
    placed += [item.anchor for dossier in tx.dossiers.all() for item in dossier.items]
    if not all(each.kind in KINDS for each in found) or not all(map(_is_sound, filter(None, placed))):
        raise ValueError("an annotation or a passage that can't be understood")


def _is_sound(anchor: Anchor) -> bool:
    """Tell whether an anchor could stand in a file: whole numbers in order, boxes of numbers."""
    return anchor.state in get_args(AnchorState) and all(
        all(isinstance(each, int) for each in (piece.page, piece.start, piece.end))
        and piece.page >= 1
        and 0 <= piece.start <= piece.end
        and all(math.isfinite(side) for box in piece.boxes for side in (box.x0, box.y0, box.x1, box.y1))
        for piece in anchor.pieces
    )


@contextmanager
def _refused() -> Iterator[None]:
    """Say of rows that the library refuses that they aren't those of an export."""
    try:
        yield
    except StatementError as error:
        if isinstance(error, OperationalError):  # the machine's fault: disk full, locked
            raise
        raise ValueError("rows that the library refuses") from error


class _Restoring:
    def __init__(self, tx: Transaction, rows: Rows) -> None:
        self._tx, self._rows = tx, rows
        self._editions: dict[str, str] = {}
        self._contributions = dict(_elsewhere(tx, rows))
        self.done = Restored()

    def put(self, whole: _Whole) -> None:
        """Put all of one kind back."""
        parts: dict[Table, defaultdict[str, list[Row]]] = {}
        for table, column in whole.parts:
            parts[table] = defaultdict(list)
            for row in self._rows.get(table.name, ()):
                parts[table][row[column]].append(self._row(table, row, whole.drops))
        here = self._here(whole)
        for raw in self._rows.get(whole.table.name, ()):
            if whole.table is t.contributions and raw["id"] in self._contributions:
                self.done.unchanged[whole.table.name] += 1
                continue
            row = self._row(whole.table, raw, frozenset())
            self._put_one(whole, row, here(row), {table: found[raw["id"]] for table, found in parts.items()})

    def _put_one(self, whole: _Whole, row: Row, known: Row | None, parts: dict[Table, list[Row]]) -> None:
        connection, name = self._tx.connection, whole.table.name
        if known is None:
            connection.execute(insert(whole.table), row)
            self.done.added[name] += 1
        elif whole.stamp and row[whole.stamp] > known[whole.stamp]:
            values = {key: value for key, value in row.items() if key != "id"}
            connection.execute(update(whole.table).where(whole.table.c.id == known["id"]).values(values))
            for table, column in whole.parts:
                connection.execute(delete(table).where(table.c[column] == known["id"]))
            self.done.updated[name] += 1
        else:
            self.done.unchanged[name] += 1
            if whole.table is t.editions:
                self._editions[row["id"]] = known["id"]
            return
        for table, found in parts.items():
            if found:
                # OR IGNORE: a part that stands with another whole here stays where it is.
                connection.execute(insert(table).prefix_with("OR IGNORE"), found)
                self.done.added[table.name] += len(found) if known is None else 0
        if whole.kind is not None:
            self._tx.outbox.local(whole.kind, row[whole.shown_as], "added" if known is None else "updated")

    def _row(self, table: Table, raw: Row, drops: frozenset[str]) -> Row:
        """Return a row as the library takes it, references pointing at what is the same here."""
        row = {key: value for key, value in row_in(table, raw).items() if key not in drops}
        if "account_id" in row and Owner(row["archive_id"], row["account_id"]) != self._tx.viewer:
            row.update(owner_columns(NOBODY))  # else nobody would ever see it: whoever restored it can claim it
        if "edition_id" in row:
            row["edition_id"] = self._editions.get(row["edition_id"], row["edition_id"])
        if "contribution_id" in row and table is not t.files:
            row["contribution_id"] = self._contributions.get(row["contribution_id"], row["contribution_id"])
        return row

    def _here(self, whole: _Whole) -> Callable[[Row], Row | None]:
        """Return what finds the one that is the same as a row, if it is here."""
        found = [dict(each) for each in self._tx.connection.execute(select(whole.table)).mappings()]
        by_id = {each["id"]: each for each in found}
        by_value = {tuple(each[name] for name in whole.same): each for each in found} if whole.same else {}

        def same(row: Row) -> Row | None:
            return by_id.get(row["id"]) or by_value.get(tuple(row[name] for name in whole.same))

        return same


def _elsewhere(tx: Transaction, rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield contributions that are here under another id: one that has all of their current files."""
    ids = {row["id"] for row in rows.get("contributions", ())}
    c = t.contributions.c
    known = set(tx.connection.execute(select(c.id).where(c.id.in_(listed(ids)))).scalars())
    files: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows.get("files", ()):
        if row["is_current"] and row["contribution_id"] not in known:
            files[row["contribution_id"]].add(row["hash"])
    holders: defaultdict[str, set[str]] = defaultdict(set)
    f = t.files.c
    for file, holder in tx.connection.execute(select(f.hash, f.contribution_id)):
        holders[file].add(holder)
    for contribution, hashes in files.items():
        same = set.intersection(*(holders.get(each, set()) for each in hashes))
        if same:
            yield contribution, min(same)


def put_texts_back(tx: Transaction, rows: Rows) -> int:
    """Put back what was read from a file (`rows_out.texts_of`) where it isn't here; return how many texts that are.

    Raises:
        ValueError: the rows aren't those of an export.
        TypeError: the same.
        KeyError: the same.
    """
    with _refused():
        return _put_texts_back(tx, rows)


def _put_texts_back(tx: Transaction, rows: Rows) -> int:
    pages: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows.get("pages", ()):
        pages[row["text_id"]].append(row)
    count = 0
    for raw in rows.get("texts", ()):
        row = row_in(t.texts, raw)
        number = row.pop("id")
        if _is_here(tx, t.texts, row, ("file_hash", "extractor")):
            continue
        made = tx.connection.execute(insert(t.texts), row).inserted_primary_key
        if made is not None and pages[number]:
            tx.connection.execute(
                insert(t.pages), [{**row_in(t.pages, each), "text_id": made[0]} for each in pages[number]]
            )
        tx.outbox.local("text", row["file_hash"], "added")
        count += 1
    for raw in rows.get("recognised", ()):
        row = row_in(t.recognised, raw)
        if not _is_here(tx, t.recognised, row, ("file_hash", "number")):
            tx.connection.execute(insert(t.recognised), row)
            tx.outbox.local("text", row["file_hash"], "updated")
    return count


def _is_here(tx: Transaction, table: Table, row: Row, columns: Sequence[str]) -> bool:
    where = and_(*(table.c[name] == row[name] for name in columns))
    return tx.connection.execute(select(table.c.id).where(where).limit(1)).first() is not None
