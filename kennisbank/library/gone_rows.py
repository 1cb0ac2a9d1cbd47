"""Taking what the archive withdrew, erased or hid out of the rows of a library, the one in use or one in a backup.

Plain SQL on whatever tables and columns there are: a backup may be of any earlier schema, and isn't migrated for this.
Of what is withdrawn its title, authors, edition, year and the reason stay; of what was erased or hidden nothing does,
nor any quote of it: what readers wrote themselves stays.
"""

# ruff: noqa: S608 -- the names of tables and columns are this module's own, all values are parameters

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

Execute = Callable[[str, Sequence[Any]], Sequence[Sequence[Any]]]
"""Carries out one statement with its parameters and returns its rows."""
_KEPT = ("title", "authors", "edition", "year")
"""The fields of a withdrawn contribution that stay."""
_EMPTIED = ("abstract", "language", "kind", "doi", "doi_key", "licence")
_QUOTING = ("annotation", "dossier")
_SAID = frozenset({"comment", "mailbox", "share"})
"""What isn't taken out as a whole: a comment's place stays, a thread's other messages, what somebody shares."""
_HASH_DIGITS = 64


@dataclass(frozen=True, slots=True)
class GoneThing:
    """Something that the archive took away. `record` is its id there, `local` here.

    `withdrawn` is the text of the column of that name, of which nothing is needed unless its title stays.
    """

    kind: str
    record: str
    local: str
    reason: str
    withdrawn: str = ""

    @property
    def keeps_title(self) -> bool:
        """Tell whether something of it stays."""
        return self.kind == "contribution" and self.reason not in {"erased", "hidden"}


class GoneRows:
    """The rows of one library file, by what is to go from them."""

    def __init__(self, execute: Execute, *, is_copy: bool = False) -> None:
        """Work by means of `execute`, on a connection that keeps to foreign keys.

        `is_copy`: it isn't the library in use, whose mailbox says already what was left.
        """
        self._do = execute
        self._is_copy = is_copy
        names = [str(row[0]) for row in execute("SELECT name FROM sqlite_master WHERE type = 'table'", ())]
        self._columns = {
            name: {str(row[0]) for row in execute("SELECT name FROM pragma_table_info(?)", (name,))} for name in names
        }

    def remains(self, thing: GoneThing) -> bool:
        """Tell whether anything of a thing is still here that may not be."""
        if thing.kind in _SAID:
            return thing.kind == "comment" and self._remains_said(thing)
        if thing.kind != "contribution":
            table = f"{thing.kind}s"
            return table in self._columns and bool(self._do(f"SELECT 1 FROM {table} WHERE id = ?", (thing.local,)))
        if any(
            self._do(f"SELECT 1 FROM {table} WHERE contribution_id = ? LIMIT 1", (thing.local,))
            for table in ("files", "offers")
            if table in self._columns
        ):
            return True
        if not thing.keeps_title:
            return bool(self._do("SELECT 1 FROM contributions WHERE id = ?", (thing.local,)))
        if "withdrawn" not in self._columns["contributions"]:
            return False
        other = "SELECT 1 FROM contributions WHERE id = ? AND withdrawn IS NOT ?"
        return bool(self._do(other, (thing.local, thing.withdrawn)))

    def scrub(self, thing: GoneThing) -> None:
        """Take a thing out of the rows."""
        if thing.kind in _SAID:
            self._scrub_said(thing)
            return
        self._delete("losers", "kind = ? AND local_id = ?", thing.kind, thing.local)
        self._delete("conflicts", "kind = ? AND local_id = ?", thing.kind, thing.local)
        self._delete("outbox", "kind = ? AND entity = ?", thing.kind, thing.local)
        self._delete("bases", "kind = ? AND record_id = ? AND gone = ''", thing.kind, thing.record)
        if thing.kind == "contribution":
            self._scrub_contribution(thing)
        else:
            self._delete(f"{thing.kind}s", "id = ?", thing.local)

    def _remains_said(self, thing: GoneThing) -> bool:
        said = "SELECT 1 FROM comments WHERE id = ? AND (text != '' OR name != '')"
        return "comments" in self._columns and bool(self._do(said, (thing.local,)))

    def _scrub_said(self, thing: GoneThing) -> None:
        """Take out what somebody said: a comment, or a thread; a copy's mailbox is fetched anew if it is ever used."""
        if thing.kind == "comment":
            if "comments" in self._columns:
                emptied = "name = '', role = '', text = '', gone = ?"
                of_it = "id = ? AND (text != '' OR name != '')"
                self._do(f"UPDATE comments SET {emptied} WHERE {of_it}", (thing.reason, thing.local))
        elif thing.kind == "share":
            self._scrub_shares(thing)
        elif self._is_copy and "mailbox_items" in self._columns:
            whose = "SELECT archive_id, account_id FROM mailbox_items WHERE id = ?"
            self._delete("mailboxes", f"(archive_id, account_id) IN ({whose})", thing.local)
            self._delete("mailbox_items", "id = ?", thing.local)

    def _scrub_shares(self, thing: GoneThing) -> None:
        """Take out with whom something of one's own was shared; the archive says with whom it is."""
        tables = [("losers", "id", "body", "local_id")]
        if self._is_copy:
            tables += [("bases", "record_id", "body", "local_id"), ("outbox", "id", "payload", "entity")]
            for table in _QUOTING:
                if "shared" in self._columns.get(f"{table}s", ()):
                    self._do(f"UPDATE {table}s SET shared = '' WHERE id = ? AND shared != ''", (thing.local,))
        for table, key, column, whose in tables:
            if table in self._columns:
                rows = f"SELECT DISTINCT {key}, {column} FROM {table} WHERE {whose} = ? AND instr({column}, '@')"
                for row, text in self._do(rows, (thing.local,)):
                    written = json.dumps(_unshared(json.loads(text)), ensure_ascii=False)
                    self._do(f"UPDATE {table} SET {column} = ? WHERE {key} = ? AND {column} = ?", (written, row, text))

    def _scrub_contribution(self, thing: GoneThing) -> None:
        self._scrub_files(thing.local)
        self._delete("befores", "contribution_id = ?", thing.local)
        if thing.keeps_title:
            self._reduce(thing)
        else:
            self._delete("reports", "contribution_id = ?", thing.local)
            self._delete("contributions", "id = ?", thing.local)
            self._delete("comments", "contribution_id = ?", thing.local)
            self._delete("receptions", "contribution_id = ?", thing.local)
            self._scrub_quotes({thing.local, thing.record})

    # Files, and what was read from them.

    def _scrub_files(self, contribution: str) -> None:
        """Take out a contribution's files and offers, and what was read from files that no other one has."""
        files = self._do("SELECT id, hash FROM files WHERE contribution_id = ?", (contribution,))
        hashes = {str(row[1]) for row in files}
        if "offers" in self._columns:
            found = self._do("SELECT hash FROM offers WHERE contribution_id = ?", (contribution,))
            hashes |= {str(row[0]) for row in found}
        for file, file_hash in files:
            self._delete("outbox", "kind = 'file' AND (entity = ? OR instr(payload, ?))", file, file_hash)
        self._delete("files", "contribution_id = ?", contribution)
        self._delete("offers", "contribution_id = ?", contribution)
        for each in hashes:
            of_file = f"contribution_id = ? AND source = 'pdf' AND substr(source_key, 1, {_HASH_DIGITS}) = ?"
            self._delete("annotations", of_file, contribution, each)
        # Texts and recognised pages that nothing refers to go too: those of a file removed before are of these.
        for table in ("texts", "recognised"):
            self._delete(table, "file_hash NOT IN (SELECT hash FROM files)")

    # What stays of a withdrawn one.

    def _reduce(self, thing: GoneThing) -> None:
        emptied = ", ".join(f"{name} = ''" for name in _EMPTIED)
        self._do(f"UPDATE contributions SET {emptied}, revision = revision + 1 WHERE id = ?", (thing.local,))
        if "withdrawn" in self._columns["contributions"]:
            self._do("UPDATE contributions SET withdrawn = ? WHERE id = ?", (thing.withdrawn, thing.local))
        self._do("UPDATE authors SET email = '', affiliation = '' WHERE contribution_id = ?", (thing.local,))
        for table in ("keywords", "themes"):
            self._delete(table, "contribution_id = ?", thing.local)
        marks = ", ".join("?" * len(_KEPT))
        self._delete("provenance", f"contribution_id = ? AND field NOT IN ({marks})", thing.local, *_KEPT)
        for number, metadata in self._do(
            "SELECT number, metadata FROM reports WHERE contribution_id = ?", (thing.local,)
        ):
            reduced = json.dumps(_reduced(json.loads(metadata)))
            self._do("UPDATE reports SET metadata = ?, problems = '[]' WHERE number = ?", (reduced, number))

    # What readers quoted.

    def _scrub_quotes(self, ids: Collection[str]) -> None:
        """Take the quotes of contributions out of what readers wrote, here and as it was agreed, lost or is waiting."""
        for each in sorted(ids):
            if "anchors" in self._columns:
                of_notes = "annotation_id IN (SELECT id FROM annotations WHERE contribution_id = ?)"
                self._do(f"UPDATE anchors SET exact = NULL, prefix = '', suffix = '' WHERE {of_notes}", (each,))
            for table, column in (("acts", "body"), ("acts", "sent"), ("mailbox_items", "body")):
                self._rewrite(table, "rowid", column, "contribution_id = ?", (each,), ids=None)
            self._rewrite("dossier_items", "id", "anchor", "contribution_id = ?", (each,), ids=None)
            of_kind = f"kind IN {_QUOTING!r} AND "
            self._rewrite("losers", "id", "body", f"{of_kind} instr(body, ?)", (each,), ids=ids)
            self._rewrite("outbox", "id", "payload", f"{of_kind} instr(payload, ?)", (each,), ids=ids)
            self._rewrite("bases", "record_id", "body", f"{of_kind} instr(body, ?)", (each,), ids=ids)
        self._scrub_disputed_quotes(ids)

    def _scrub_disputed_quotes(self, ids: Collection[str]) -> None:
        """Let what is disputed about places in these be decided: a conflict holds both versions, with their quotes."""
        for each in sorted(ids):
            of_notes = "local_id IN (SELECT id FROM annotations WHERE contribution_id = ?)"
            self._delete("conflicts", f"kind = 'annotation' AND field LIKE 'anchor%' AND {of_notes}", each)
            of_items = "field LIKE 'items%' AND instr(base || mine || theirs, ?)"
            self._delete("conflicts", f"kind = 'dossier' AND {of_items}", each)

    def _rewrite(
        self,
        table: str,
        key: str,
        column: str,
        where: str,
        values: Sequence[Any],
        *,
        ids: Collection[str] | None,
    ) -> None:
        """Blank the quotes in a column of JSON, in the rows that `where` lets through; `ids` as in `_blanked`."""
        if table not in self._columns:
            return
        found = self._do(f"SELECT DISTINCT {key}, {column} FROM {table} WHERE {column} != '' AND {where}", values)
        for row, text in found:
            blanked = _blanked(json.loads(text), ids)
            written = json.dumps(blanked, ensure_ascii=False)
            self._do(f"UPDATE {table} SET {column} = ? WHERE {key} = ? AND {column} = ?", (written, row, text))

    def _delete(self, table: str, where: str, *values: Any) -> None:
        if table in self._columns:
            self._do(f"DELETE FROM {table} WHERE {where}", values)


def _reduced(metadata: dict[str, Any]) -> dict[str, Any]:
    """Return metadata of a report with the fields that stay."""
    return {
        part: {name: value for name, value in metadata.get(part, {}).items() if name in _KEPT}
        for part in ("values", "provenance")
    }


def _blanked(value: Any, ids: Collection[str] | None, *, is_of: bool = False) -> Any:
    """Return JSON without the quotes of anchors.

    Only those of things that name a contribution of `ids` as theirs; None: all of them.
    """
    if isinstance(value, list):
        return [_blanked(each, ids, is_of=is_of) for each in value]
    if not isinstance(value, dict):
        return value
    is_of = is_of or ids is None or value.get("contribution") in ids or value.get("contribution_id") in ids
    return {
        name: None if name == "quote" and is_of else _blanked(each, ids, is_of=is_of) for name, each in value.items()
    }


def _unshared(value: Any) -> Any:
    """Return JSON without the people with whom anything in it is shared."""
    if isinstance(value, list):
        return [_unshared(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: [] if name == "people" else _unshared(each) for name, each in value.items()}
