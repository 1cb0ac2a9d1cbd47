"""The records of an archive in memory: one number for all changes, conditional writes, receipts, sharing, tombstones.

A model to test against, kept as plain as can be; what it promises stands in `Remote` and in the words of `protocol`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kennisbank.sync.protocol import (
    MOST_BODY,
    PUBLIC,
    Body,
    Digest,
    Gone,
    Record,
    RecordKind,
    Refusal,
    Scope,
    Write,
    WriteResult,
)
from kennisbank.sync.protocol_codec import MalformedMessageError, body_of, canonical, content_hash, digest_of, mark

_Key = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """One record as the archive keeps it. `owner` is an account's id, empty for what is public.

    `lost`: by account, the revision at which it stopped seeing the record.
    """

    kind: RecordKind
    id: str
    revision: int
    body: Body | None
    gone: Gone | None = None
    hash: str = ""
    owner: str = ""
    lost: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """An account: its address is what others share with; a suspended one may not write."""

    id: str
    mail: str
    name: str
    is_suspended: bool = False


@dataclass(slots=True)
class MemoryRecords:
    """All that a backup holds. Writing raises `revision` by one for each change; nothing is ever taken out."""

    revision: int = 0
    epoch: str = ""
    records: dict[_Key, Kept] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    receipts: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def copy(self) -> "MemoryRecords":
        """Return it as it stands now."""
        return MemoryRecords(
            self.revision, self.epoch, dict(self.records), dict(self.members), dict(self.receipts), dict(self.files)
        )

    # What the maintainers do.

    def put_public(self, kind: RecordKind, record_id: str, body: Body) -> int:
        """Publish or correct a record; the same body again changes nothing. Return its revision."""
        if kind not in PUBLIC:
            raise ValueError(f"{kind} isn't public")
        body_of(kind, body)
        old = self.records.get((kind, record_id))
        if old is not None and old.gone is None and old.body == body:
            return old.revision
        self.revision += 1
        self.records[kind, record_id] = Kept(kind, record_id, self.revision, dict(body), hash=content_hash(body))
        return self.revision

    def take_out(self, kind: RecordKind, record_id: str, gone: Gone) -> int:
        """Withdraw (a reduced body stays), erase or hide a record, whosever it is. Return its revision."""
        old = self.records[kind, record_id]
        keeps = gone.reason == "withdrawn" and old.body is not None
        self.revision += 1
        body = {k: v for k, v in (old.body or {}).items() if k in _REDUCED} if keeps else None
        lost = dict(old.lost)
        if old.owner and old.body is not None:
            others = (each for each in self.members.values() if each.id != old.owner and _may_see(old, each))
            lost.update((each.id, self.revision) for each in others)
        digest = "" if body is None else content_hash(body)
        self.records[kind, record_id] = replace(
            old, revision=self.revision, body=body, hash=digest, gone=gone, lost=lost
        )
        return self.revision

    # What readers do.

    def write(self, account: str, write: Write) -> WriteResult:
        """Carry out one write of an account, once: sent again it is answered as the first time."""
        content = _content(write)
        known = self.receipts.get((account, write.id))
        if known is not None:
            if known[1] != content:
                return _refused(write, "other_content")
            return WriteResult(write.id, "accepted", known[0])
        refusal = self._refusal(account, write)
        if refusal is not None:
            return _refused(write, refusal)
        old = self.records.get((write.kind, write.record))
        if (old.revision if old is not None else 0) != write.base:
            return WriteResult(write.id, "stale", current=None if old is None else self.seen(old, account))
        self.revision += 1
        self._put(account, write, old)
        self.receipts[account, write.id] = (self.revision, content)
        return WriteResult(write.id, "accepted", self.revision)

    def _refusal(self, account: str, write: Write) -> Refusal | None:
        if self.members[account].is_suspended:
            return "suspended"
        old = self.records.get((write.kind, write.record))
        if write.kind in PUBLIC or (old is not None and old.owner != account):
            return "forbidden"
        if old is not None and old.gone is not None and old.gone.reason in {"erased", "hidden"}:
            return "gone"
        return _unfit(write)

    def _put(self, account: str, write: Write, old: Kept | None) -> None:
        gone = Gone("deleted") if write.is_deletion else None
        body = None if write.body is None else dict(write.body)
        digest = "" if body is None else content_hash(body)
        new = Kept(write.kind, write.record, self.revision, body, gone, digest, account)
        lost = {} if old is None else dict(old.lost)
        for each in self.members.values():
            if body is not None and _may_see(new, each):
                lost.pop(each.id, None)
            elif old is not None and old.body is not None and each.id != account and _may_see(old, each):
                lost[each.id] = self.revision
        self.records[write.kind, write.record] = replace(new, lost=lost)

    # What an account sees.

    def seen(self, kept: Kept, account: str | None) -> Record | None:
        """Return a record as an account (None: a visitor) sees it, a tombstone too; None when it is none of theirs."""
        if not kept.owner:
            return _record(kept)
        if account is None:
            return None
        return replace(_record(kept), is_mine=True) if kept.owner == account else self._shared(kept, account)

    def _shared(self, kept: Kept, account: str) -> Record | None:
        if account in kept.lost:
            return Record(kept.kind, kept.id, kept.lost[account], gone=kept.gone or Gone("unshared"))
        if kept.body is None or not _may_see(kept, self.members[account]):
            return None
        # Whom else it is shared with is the owner's business.
        body = {name: value for name, value in kept.body.items() if name != "shared"}
        return replace(_record(kept), body=body, hash=content_hash(body), creator=self.members[kept.owner].name)

    def all_seen(self, account: str | None, scope: Scope) -> list[Record]:
        """Return all that an account sees, in order of revision."""
        wanted = [
            record
            for kept in self.records.values()
            if (scope == "all" or (kept.kind in PUBLIC) == (scope == "public"))
            and (record := self.seen(kept, account)) is not None
        ]
        return sorted(wanted, key=lambda each: (each.revision, each.kind, each.id))

    def digest(self, account: str | None, scope: Scope) -> Digest:
        """Return the digest of what an account sees."""
        seen = [each for each in self.all_seen(account, scope) if each.body is not None]
        return digest_of([mark(each.kind, each.id, each.revision, each.hash) for each in seen])


_REDUCED = frozenset({"title", "authors", "edition", "year"})


def _unfit(write: Write) -> Refusal | None:
    """Return what is wrong with a write itself."""
    if write.body is None or write.is_deletion:
        return None if write.body is None and write.is_deletion else "invalid"
    if len(canonical(write.body)) > MOST_BODY:
        return "too_large"
    try:
        body_of(write.kind, write.body)
    except MalformedMessageError:
        return "invalid"
    return None


def _record(kept: Kept) -> Record:
    return Record(kept.kind, kept.id, kept.revision, kept.body, kept.hash, kept.gone)


def _may_see(kept: Kept, member: Member) -> bool:
    if kept.owner == member.id:
        return True
    shared: Any = (kept.body or {}).get("shared") or {}
    people = {str(each).casefold() for each in shared.get("people", ())}
    return bool(shared.get("everyone")) or member.mail.casefold() in people


def _content(write: Write) -> str:
    return content_hash(
        {"kind": write.kind, "record": write.record, "body": write.body, "is_deletion": write.is_deletion}
    )


def _refused(write: Write, refusal: Refusal) -> WriteResult:
    return WriteResult(write.id, "refused", refusal=refusal, words=refusal)
