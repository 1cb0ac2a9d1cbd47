"""Taking everything of an account that was erased at the archive out of a library, the one in use or one in a backup.

Plain SQL on whatever tables and columns there are: a backup may be of any earlier schema, and isn't migrated for this.
"""

# ruff: noqa: S608 -- the names of tables and columns are this module's own or the database's, all values are parameters

import json
from dataclasses import dataclass
from typing import Any

from kennisbank.library.gone_rows import Execute

_PERSONAL = ("annotations", "dossiers", "reading_places", "reading_marks", "saved_searches")
_ONE_EACH = ("reading_places", "reading_marks")
_UNSENT_ABOUT_SELF = ("remark", "newsletter")
"""Acts that say a name and an address of whoever wrote them, logged in or not."""


@dataclass(frozen=True, slots=True)
class ErasedAccount:
    """An account that is no more, and by what its owner was known, empty where that is known here no longer.

    `keeps_notes`: they stay here, as nobody's.
    """

    archive: str
    id: str
    mail: str
    name: str
    keeps_notes: bool = False


class AccountRows:
    """The rows of one library file that are an account's."""

    def __init__(self, execute: Execute) -> None:
        """Work by means of `execute`, on a connection that keeps to foreign keys."""
        self._do = execute
        names = [str(row[0]) for row in execute("SELECT name FROM sqlite_master WHERE type = 'table'", ())]
        self._columns = {
            name: {str(row[0]) for row in execute("SELECT name FROM pragma_table_info(?)", (name,))} for name in names
        }

    def remains(self, account: ErasedAccount) -> bool:
        """Tell whether anything of the account is here (again)."""
        whose = (account.archive, account.id)
        if "accounts" in self._columns and self._do("SELECT 1 FROM accounts WHERE archive_id = ? AND id = ?", whose):
            return True
        own = "archive_id = ? AND account_id = ? LIMIT 1"
        return any(
            {"archive_id", "account_id"} <= columns and bool(self._do(f"SELECT 1 FROM {table} WHERE {own}", whose))
            for table, columns in sorted(self._columns.items())
        )

    def scrub(self, account: ErasedAccount) -> None:
        """Take everything of the account out; done again, it does nothing more."""
        self.empty_comments(account)
        for table in sorted(self._columns):
            if {"archive_id", "account_id"} <= self._columns[table]:
                if account.keeps_notes and table in _PERSONAL:
                    self._disown(table, account)
                self._do(f"DELETE FROM {table} WHERE archive_id = ? AND account_id = ?", (account.archive, account.id))
        if "accounts" in self._columns:
            self._do("DELETE FROM accounts WHERE archive_id = ? AND id = ?", (account.archive, account.id))
        self._wishes(account)
        self._own_remarks(account)

    def _disown(self, table: str, account: ErasedAccount) -> None:
        """Let rows be nobody's: what they were shared with, and the name on them, goes."""
        own = "archive_id = ? AND account_id = ?"
        whose = (account.archive, account.id)
        if table in _ONE_EACH:
            mine = f"SELECT contribution_id FROM {table} WHERE {own}"
            self._do(f"DELETE FROM {table} WHERE account_id IS NULL AND contribution_id IN ({mine})", whose)
        if "shared" in self._columns[table]:
            self._do(f"UPDATE {table} SET shared = '' WHERE {own}", whose)
        if "creator" in self._columns[table]:
            self._do(f"UPDATE {table} SET creator = '' WHERE {own} AND creator = ?", (*whose, account.name))
        self._do(f"UPDATE {table} SET archive_id = NULL, account_id = NULL WHERE {own}", whose)

    def empty_comments(self, account: ErasedAccount) -> None:
        """Empty the account's comments here at once, as the archive says of them at the next sync."""
        if not {"comments", "mailbox_items", "acts"} <= set(self._columns):
            return
        whose = (account.archive, account.id)
        own = (
            "SELECT id FROM mailbox_items WHERE kind = 'comment' AND archive_id = ? AND account_id = ? "
            "UNION SELECT id FROM acts WHERE kind = 'comment' AND archive_id = ? AND account_id = ?"
        )
        emptied = "name = '', role = '', text = '', words = '', gone = 'erased'"
        self._do(f"UPDATE comments SET {emptied} WHERE id IN ({own})", (*whose, *whose))
        self._do(f"UPDATE bases SET body = '' WHERE kind = 'comment' AND record_id IN ({own})", (*whose, *whose))

    def _wishes(self, account: ErasedAccount) -> None:
        """Forget that an account was asked for with this address."""
        if not account.mail or "wish" not in self._columns.get("archives", ()):
            return
        for name, wish in self._do("SELECT id, wish FROM archives WHERE wish IS NOT NULL", ()):
            if str(json.loads(wish).get("mail", "")).casefold() == account.mail.casefold():
                self._do("UPDATE archives SET wish = NULL WHERE id = ?", (name,))

    def _own_remarks(self, account: ErasedAccount) -> None:
        """Remove remarks and wishes for the newsletter that name this address, whoever was logged in."""
        if not account.mail or "acts" not in self._columns:
            return
        marks = ", ".join("?" * len(_UNSENT_ABOUT_SELF))
        found = self._do(f"SELECT id, body FROM acts WHERE kind IN ({marks})", _UNSENT_ABOUT_SELF)
        for act, body in found:
            said: dict[str, Any] = json.loads(body)
            if str(said.get("mail", "")).casefold() == account.mail.casefold():
                self._do("DELETE FROM acts WHERE id = ?", (act,))
