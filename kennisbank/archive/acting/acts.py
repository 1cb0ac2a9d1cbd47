"""Carrying acts out: each once, however often it is said, and each by itself."""

import re
from collections.abc import Mapping
from datetime import datetime

from kennisbank.archive.accounts.account_rows import AccountRow, AccountRows
from kennisbank.archive.accounts.limits import Limit, Limits
from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits, Handler
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.records.receipts import ReceiptRows
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_acts import ACTS, Act, ActBatch, ActKind, ActResult, ActResults
from kennisbank.sync.protocol_codec import MalformedMessageError, canonical, content_hash, decode

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""A random UUID (version 4): any other could hold a time, or who made it."""
MOST_ACT = 1 << 18
"""Bytes of one act's body as JSON."""
_WORDS = {
    "forbidden": "this account may not do that",
    "invalid": "the body isn't one of its kind",
    "too_large": "the body is too large",
    "other_content": "an act with this id came before, with another content",
    "gone": "what it speaks of was taken away",
    "suspended": "the account is suspended",
    "not_approved": "the account isn't approved yet",
    "too_many": "too much at once: it is taken at a later contact",
    "not_clean": "the file may say who sent it",
}


class Acting:
    """Acts of accounts, in one transaction."""

    def __init__(self, tx: Transaction, config: ArchiveConfig, handlers: Mapping[ActKind, Handler]) -> None:
        """Work in `tx`; an act of a kind that has no handler is refused as ``invalid``."""
        self._tx = tx
        self._handlers = handlers
        self._config = config
        self._receipts = ReceiptRows(tx.connection)
        self._limits = Limits(tx.connection, tx.keyed)

    def carry_out(self, account: str, batch: ActBatch, now: datetime) -> ActResults:
        """Carry out the acts of an account in their order; each stands or falls by itself, refusals are results."""
        return ActResults(tuple(self._one(account, each, now) for each in batch.acts))

    def _one(self, account: str, act: Act, now: datetime) -> ActResult:
        self._tx.counter.lock()
        try:
            self._carry_out(account, act, now)
        except ActRefused as refused:
            return ActResult(act.id, "refused", refused.code, refused.words or _WORDS.get(refused.code, ""))
        except ActWaits as waits:
            return ActResult(act.id, "waits", waits.code, waits.words or _WORDS.get(waits.code, ""))
        return ActResult(act.id, "accepted")

    def _carry_out(self, account: str, act: Act, now: datetime) -> None:
        row = self._account(account)
        content = content_of(act)
        receipt = self._receipts.get(account, act.id)
        if receipt is not None:
            if receipt.hash != content:
                raise ActRefused("other_content")
            return
        body = _checked(act)
        handler = self._handlers.get(act.kind)
        if handler is None:
            raise ActRefused("invalid", "this archive doesn't know acts of this kind")
        if self._limits.count(Limit("act", account, self._config.limits.acts_an_hour), now):
            raise ActWaits("too_many")
        handler(ActScene(self._tx, row, act, body, now, self._config))
        self._receipts.add(account, act.id, content, 0)

    def _account(self, account: str) -> AccountRow:
        row = AccountRows(self._tx.connection).one(account)
        state = "" if row is None else row.state
        if state == "suspended":
            raise ActRefused("suspended")
        if state == "requested":
            raise ActRefused("not_approved")
        if row is None or state != "active":
            raise ActRefused("forbidden")
        return row


def content_of(act: Act) -> str:
    """Return the hash of what an act says."""
    return content_hash({"act": act.kind, "body": act.body})


def _checked(act: Act) -> object:
    """Return the body of an act as the dataclass of its kind.

    Raises:
        ActRefused: it isn't one.
    """
    if not _ID.fullmatch(act.id):
        raise ActRefused("invalid", "the id isn't a random UUID")
    data = canonical(act.body)
    if len(data) > MOST_ACT:
        raise ActRefused("too_large")
    try:
        body: object = decode(ACTS[act.kind], data)
    except MalformedMessageError as error:
        raise ActRefused("invalid", str(error)[:1000]) from None
    return body
