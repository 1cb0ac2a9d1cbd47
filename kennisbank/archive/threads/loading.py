"""Threads with all that belongs to them, a page of a mailbox at once: a few questions, however many threads."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.schema.people_tables import claims
from kennisbank.archive.schema.thread_tables import messages, steps, threads
from kennisbank.archive.threads.rows import MessageRow, StepRow, ThreadRow, ThreadRows
from kennisbank.archive.transaction import Transaction

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Loaded:
    """One thread: its messages in order of writing, its steps, oldest first.

    `authors` have claimed the contribution and have the thread, its reader too if they are one of them. `people`: name
    and occupation of everybody in it, by their ids; who is erased isn't there.
    """

    thread: ThreadRow
    messages: Sequence[MessageRow]
    steps: Sequence[StepRow]
    authors: Sequence[str]
    people: Mapping[str, tuple[str, str]]

    def name(self, account: str | None) -> str:
        """Return the name of somebody; empty for who is erased."""
        return self.people.get(account or "", ("", ""))[0]


def load(tx: Transaction, ids: Iterable[str]) -> dict[str, Loaded]:
    """Return threads by their own ids; what isn't there is left out."""
    found: dict[str, Loaded] = {}
    asked = list(dict.fromkeys(ids))
    for start in range(0, len(asked), _AT_ONCE):
        found |= _load(tx, asked[start : start + _AT_ONCE])
    return found


def _load(tx: Transaction, ids: list[str]) -> dict[str, Loaded]:
    rows = {each.id: each for each in ThreadRows(tx).where(threads.c.id.in_(ids))}
    said, came = _messages(tx, ids), _steps(tx, ids)
    authors = _authors(tx, rows)
    accounts = {each.account for each in rows.values()}
    accounts |= {each.account for listed in said.values() for each in listed}
    accounts |= {each.account for listed in came.values() for each in listed}
    accounts |= {each for listed in authors.values() for each in listed}
    people = ThreadRows(tx).people({each for each in accounts if each is not None})
    return {
        name: Loaded(row, said.get(name, []), came.get(name, []), authors.get(name, []), people)
        for name, row in rows.items()
    }


def _messages(tx: Transaction, ids: list[str]) -> dict[str, list[MessageRow]]:
    m = messages.c
    found: dict[str, list[MessageRow]] = defaultdict(list)
    query = select(messages).where(m.thread.in_(ids)).order_by(m.thread, m.number)
    for row in tx.connection.execute(query).mappings():
        found[row["thread"]].append(MessageRow(**row))
    return found


def _steps(tx: Transaction, ids: list[str]) -> dict[str, list[StepRow]]:
    c = steps.c
    found: dict[str, list[StepRow]] = defaultdict(list)
    query = select(c.thread, c.state, c.moment, c.account).where(c.thread.in_(ids)).order_by(c.thread, c.number)
    for row in tx.connection.execute(query):
        found[row.thread].append(StepRow(row.state, row.moment, row.account))
    return found


def _authors(tx: Transaction, rows: Mapping[str, ThreadRow]) -> dict[str, list[str]]:
    """Return who are the authors of threads; their reader stands among them as if somebody else had written."""
    a, s = contribution_authors.c, seats.c
    claimed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    contributions = {each.contribution for each in rows.values()}
    query = select(a.contribution, a.account, a.since).where(a.contribution.in_(contributions)).order_by(a.account)
    for row in tx.connection.execute(query):
        claimed[row.contribution].append((row.account, row.since))
    have = select(s.subject, s.account).where(
        s.kind == "thread", s.subject.in_(list(rows)), s.side == "author", s.gone == ""
    )
    held = {(row.subject, row.account) for row in tx.connection.execute(have)}
    earlier = _with_earlier(tx, contributions)

    def has(thread: ThreadRow, account: str, since: str) -> bool:
        if thread.released is None or (thread.id, account) in held:
            return True
        is_opened = since <= thread.released or (thread.contribution, account) in earlier
        return account == thread.account and is_opened

    return {
        name: [account for account, since in claimed[row.contribution] if has(row, account, since)]
        for name, row in rows.items()
    }


def _with_earlier(tx: Transaction, contributions: Collection[str]) -> set[tuple[str, str]]:
    """Return contributions and their authors who were given what was sent before they claimed them."""
    c = claims.c
    granted = (c.state == "granted", c.earlier == "granted")
    query = select(c.contribution, c.account).where(c.contribution.in_(contributions), *granted)
    return {(row.contribution, row.account) for row in tx.connection.execute(query)}
