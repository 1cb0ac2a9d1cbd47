"""What each table of the archive holds about somebody, what of it they are given, and what becomes of it.

Every table stands here, either among the holdings or among those that hold nothing of anybody; a test compares that
with the schema, so that a new table can't be forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table

from kennisbank.archive.schema import (
    account_tables,
    mailbox_tables,
    notice_tables,
    people_tables,
    privacy_tables,
    tables,
    thread_tables,
    voice_tables,
)


@dataclass(frozen=True, slots=True)
class Holding:
    """How a table says whose its rows are, and what an erasure does with them.

    `account`, `mail` and `key` are columns with an account's id, a mail address, the key of one. `removes`: the rows
    go; else only `blanks` is done to them (columns and what is written there), and what the rooms themselves do.
    `naming`: columns of text by others that are emptied in whichever row they name the person. `export`: what is left
    out when somebody is given their own rows; None: nothing of this table is given by row (it stands elsewhere).
    """

    account: str = ""
    mail: str = ""
    key: str = ""
    removes: bool = True
    blanks: Mapping[str, Any] = field(default_factory=dict)
    naming: tuple[str, ...] = ()
    export: frozenset[str] | None = frozenset()


def _hidden(*columns: str) -> frozenset[str]:
    return frozenset(columns)


HOLDINGS: Mapping[str, Holding] = MappingProxyType(
    {
        # What refers to others goes before them.
        "codes": Holding(account="account", export=None),
        "sessions": Holding(account="account"),
        "outgoing": Holding(mail="mail", naming=("details",), export=_hidden("failure")),
        "audit": Holding(account="actor", removes=False, naming=("subject", "detail")),
        "receipts": Holding(account="account"),
        "audience": Holding(key="who", export=None),
        # Feedback: given as the mailbox shows it, erased by its own room.
        "threads": Holding(account="account", removes=False, export=None),
        "thread_messages": Holding(account="account", removes=False, export=None),
        "thread_steps": Holding(account="account", removes=False, blanks={"account": None}, export=None),
        "attachment_uploads": Holding(account="account"),
        "seats": Holding(account="account", export=None),
        "mailbox_heads": Holding(account="account", export=None),
        # What everybody sees: its records are withdrawn, its counts made anew.
        "comments": Holding(account="account", removes=False),
        "votes": Holding(account="account"),
        "proposals": Holding(account="account", naming=("reason", "answer")),
        "reports": Holding(
            account="account",
            removes=False,
            blanks={"account": None, "words": "", "answer": ""},
            naming=("words", "answer"),
            export=_hidden("subject_id", "message"),  # the archive's own ids: an anonymous reader's, as they know them
        ),
        "notices": Holding(account="account", naming=("words",)),
        "desk_acts": Holding(account="account", export=_hidden("hash")),
        # Authors, and people without an account.
        "contribution_authors": Holding(account="account"),
        "unnamed_suspensions": Holding(account="account"),
        "claims": Holding(account="account", naming=("mail", "words", "answer")),
        "contacts": Holding(key="mail_key"),
        "notify": Holding(account="account"),
        "fresh_feedback": Holding(account="account"),
        "newsletter": Holding(mail="mail", export=_hidden("id", "mail_hash")),
        "remarks": Holding(mail="mail", naming=("answer",), export=_hidden("hash")),
        "uploads": Holding(account="account"),
        "versions": Holding(account="account", naming=("words", "answer")),
        # Last of all.
        "accounts": Holding(account="id"),
    }
)
"""In the order in which an erasure goes through them."""

NOTHING: Mapping[str, str] = MappingProxyType(
    {
        "archive": "who the archive is",
        "counter": "numbers",
        "records": "own ones are erased and given as records (`Records.erase_account`, `own`)",
        "files": "published papers, by their hash; attachments go with what they were attached to",
        "file_uses": "published papers",
        "held_files": "what keeps a file: a word and a random id; it goes with what it was attached to",
        "tokens": "keyed hashes; they go with their session",
        "limits": "keyed hashes, for an hour",
        "claim_codes": "keyed hashes; they go with their claim",
        "invitations": "keyed hashes",
        "mail_refusals": "keyed hashes: whom never to invite again",
        "reader_tags": "words that a maintainer made public",
        "websites": "published websites",
        "erasures": "random ids, keyed hashes and days",
        "erasure_proofs": "keyed hashes, counts and days",
        "days": "which day's round was done",
    }
)
"""Tables that hold nothing by which somebody could be known, and why."""


def table_of(name: str) -> Table:
    """Return a table by its name."""
    return _TABLES[name]


_MODULES = (
    tables,
    account_tables,
    notice_tables,
    thread_tables,
    mailbox_tables,
    people_tables,
    voice_tables,
    privacy_tables,
)
_TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for module in _MODULES for table in vars(module).values() if isinstance(table, Table)}
)
