"""An archive in memory, as faithful as the real one in all that a client can notice, with faults to order.

For tests of the client, and to try things without a server: everything goes through the codec, as over the wire.
"""

import base64
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeVar
from uuid import uuid4

from kennisbank.domain.ids import FileHash, new_id
from kennisbank.errors import ArchiveRefusedError, ArchiveUnreachableError, ArchiveUntrustedError
from kennisbank.sync.memory_records import Member, MemoryRecords
from kennisbank.sync.memory_said import MemoryActs, MemorySaid
from kennisbank.sync.protocol import (
    MOST_PAGE,
    PAGE,
    Body,
    ChangesPage,
    Gone,
    GoneReason,
    Receipts,
    Record,
    RecordKind,
    Scope,
    WriteBatch,
    WriteResults,
)
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_acts import MOST_ATTACHMENT, ActBatch, ActResults
from kennisbank.sync.protocol_codec import decode, encode
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, MailboxPage

T = TypeVar("T")
Fault = Literal[
    "lost_request", "lost_answer", "duplicated", "delayed", "cut", "short_page", "wrong_hash", "busy", "html"
]
"""What can happen to one request.

``lost_request``: it never arrives; ``lost_answer``: it is carried out, its answer doesn't arrive; ``duplicated``: it
arrives twice; ``delayed``: the client gives up waiting, and it arrives after the next one; ``cut``: the answer breaks
off; ``short_page``: fewer records than asked for; ``wrong_hash``: a record's body isn't that of its hash; ``busy``:
503; ``html``: a proxy's page.
"""
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Backup:
    """All that an archive in memory holds."""

    records: MemoryRecords
    said: MemorySaid

    @property
    def revision(self) -> int:
        """The number of changes up to then."""
        return self.records.revision


class MemoryArchive:
    """One archive: its truth in `records`, its identity, and backups. Not safe between threads."""

    def __init__(self, *, name: str = "Archive in memory", url: str = "https://archive.example.org") -> None:
        """Begin with an empty one."""
        self.id = new_id()
        self.begun = 0
        self.begun_of = ""
        self.name = name
        self.url = url
        self.key = base64.b64encode(sha256(self.id.encode()).digest()).decode("ascii")
        self.records = MemoryRecords(epoch=new_id())
        self.said = MemorySaid()
        self.is_down = False
        self._late: list[Callable[[], object]] = []

    @property
    def epoch(self) -> str:
        """How the time since the last restore is called."""
        return self.records.epoch

    @property
    def revision(self) -> int:
        """The number of changes so far."""
        return self.records.revision

    def add_account(self, name: str, account: str = "") -> str:
        """Let somebody in, under ``name@example.org``; return the id of the account."""
        account = account or new_id()
        self.records.members[account] = Member(account, f"{name.casefold()}@example.org", name)
        return account

    def suspend(self, account: str, *, is_suspended: bool = True) -> None:
        """Let somebody write no more (or again)."""
        members = self.records.members
        members[account] = replace(members[account], is_suspended=is_suspended)

    def put_public(self, kind: RecordKind, record_id: str, body: Body) -> int:
        """Publish or correct a contribution or an edition; return its revision."""
        return self.records.put_public(kind, record_id, body)

    def take_out(self, kind: RecordKind, record_id: str, reason: GoneReason = "withdrawn", words: str = "") -> int:
        """Withdraw, erase or hide a record; return the revision of that."""
        return self.records.take_out(kind, record_id, Gone(reason, words, "2026-01-01T00:00:00+00:00"))

    def put_file(self, data: bytes) -> FileHash:
        """Keep a file; return its hash."""
        file_hash = FileHash(sha256(data).hexdigest())
        self.records.files[file_hash] = data
        return file_hash

    @property
    def acts(self) -> MemoryActs:
        """What carries out what is said."""
        return MemoryActs(self.records, self.said)

    def grant(self, account: str, contribution: str) -> None:
        """Let an account be an author of a contribution."""
        self.acts.grant(account, contribution)

    def backup(self) -> "Backup":
        """Return all there is, to be restored."""
        return Backup(self.records.copy(), self.said.copy())

    def restore(self, backup: "Backup") -> None:
        """Be as the backup was, in a new epoch."""
        self.roll_back(backup)
        self.begun, self.begun_of = self.revision, self.epoch
        self.records.epoch = new_id()

    def roll_back(self, backup: "Backup") -> None:
        """Be as the backup was and keep silent about it, as no archive should."""
        self.records = backup.records.copy()
        self.said = backup.said.copy()
        self._late.clear()

    def as_seen_by(self, account: str | None = None) -> "MemoryRemote":
        """Return the archive as an account sees it, or a visitor."""
        return MemoryRemote(self, account)

    def later(self, request: Callable[[], object]) -> None:
        """Carry out a request after the next one."""
        self._late.append(request)

    def arrive(self) -> None:
        """Carry out what was on its way all the time."""
        late, self._late = self._late, []
        for request in late:
            request()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as the archive's log would have it."""

    name: str
    fault: Fault | None


class MemoryRemote:
    """A `Remote` on a `MemoryArchive`. `faults` holds what becomes of the next requests, None for nothing bad."""

    def __init__(self, archive: MemoryArchive, account: str | None) -> None:
        """Ask as `account`; None is a visitor."""
        self.archive = archive
        self.account = account
        self.faults: deque[Fault | None] = deque()
        self.log: list[Asked] = []

    def info(self) -> ArchiveInfo:
        """Return who the archive is."""
        return self._ask("info", ArchiveInfo, self._info)

    def changes(self, since: int, *, scope: Scope = "all", limit: int = PAGE) -> ChangesPage:
        """Return what changed after a revision."""
        if scope == "mine" and self.account is None:
            raise ArchiveRefusedError(401, "not_logged_in")
        return self._ask("changes", ChangesPage, lambda: self._page(since, scope, max(1, min(limit, MOST_PAGE))))

    def write(self, batch: WriteBatch) -> WriteResults:
        """Hand in changes of one's own."""
        sent = decode(WriteBatch, encode(batch))
        return self._ask("write", WriteResults, lambda: self._write(sent))

    def receipts(self, ids: Sequence[str]) -> Receipts:
        """Return of which of these writes the archive knows."""
        return self._ask("receipts", Receipts, lambda: self._receipts(tuple(ids)))

    @contextmanager
    def file(self, file_hash: FileHash, start: int = 0) -> Iterator[Iterator[bytes]]:
        """Give the bytes of a file from `start`, in pieces."""
        fault = self._arrive("file")
        data = self.archive.records.files.get(file_hash)
        if data is None:
            raise ArchiveRefusedError(404, "not_found")
        if fault == "wrong_hash":
            data = bytes(len(data))
        yield _pieces(data[start:], self.archive.url, is_cut=fault in {"cut", "lost_answer"})

    def act(self, batch: ActBatch) -> ActResults:
        """Say things, each once."""
        sent = decode(ActBatch, encode(batch))
        return self._ask("act", ActResults, lambda: self._act(sent))

    def mailbox(self, after: int, limit: int = MAILBOX_PAGE) -> MailboxPage:
        """Return what the archive tells this account."""
        return self._ask("mailbox", MailboxPage, lambda: self._mailbox(after, limit))

    def attach(self, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a file that is to go with an act."""
        self._hand_in("attach", path, file_hash, lambda data: self.archive.said.attachments.update({file_hash: data}))

    def hand_in(self, act_id: str, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a new version of a paper."""
        key = (act_id, str(file_hash))
        self._hand_in("hand_in", path, file_hash, lambda data: self.archive.said.handed_in.update({key: data}))

    @contextmanager
    def attachment(self, attachment_id: str) -> Iterator[Iterator[bytes]]:
        """Give the bytes of a file that came with a message, in pieces."""
        fault = self._arrive("attachment")
        data = None if self.account is None else self.archive.acts.bytes_of(self.account, attachment_id)
        if data is None:
            raise ArchiveRefusedError(404, "not_found")
        yield _pieces(data, self.archive.url, is_cut=fault in {"cut", "lost_answer"})

    # Carried out by the archive.

    def _act(self, batch: ActBatch) -> ActResults:
        account = self._logged_in()
        return ActResults(tuple(self.archive.acts.carry_out(account, each) for each in batch.acts))

    def _mailbox(self, after: int, limit: int) -> MailboxPage:
        account, archive = self._logged_in(), self.archive
        items, is_last = archive.acts.page(account, after, max(1, limit))
        head = archive.said.heads.get(account, 0)
        number = head if is_last else items[-1].number
        return MailboxPage(archive.id, archive.epoch, number, head, tuple(items), is_last)

    def _hand_in(self, name: str, path: Path, file_hash: FileHash, keep: Callable[[bytes], None]) -> None:
        data = path.read_bytes()
        self._logged_in()
        if sha256(data).hexdigest() != file_hash:
            raise ArchiveRefusedError(422, "invalid")
        if len(data) > MOST_ATTACHMENT:
            raise ArchiveRefusedError(413, "too_large")

        def carry_out() -> ActResults:
            keep(data)
            return ActResults(())

        self._ask(name, ActResults, carry_out)

    def _logged_in(self) -> str:
        if self.account is None:
            raise ArchiveRefusedError(401, "not_logged_in")
        return self.account

    def _info(self) -> ArchiveInfo:
        archive = self.archive
        here = archive.records.digest(None, "public").count
        return ArchiveInfo(
            id=archive.id,
            epoch=archive.epoch,
            name=archive.name,
            key=archive.key,
            approval="mail",
            revision=archive.revision,
            contributions=here,
            begun=archive.begun,
            begun_of=archive.begun_of,
        )

    def _page(self, since: int, scope: Scope, limit: int) -> ChangesPage:
        archive, records = self.archive, self.archive.records
        news = [each for each in records.all_seen(self.account, scope) if each.revision > since]
        page, is_last = news[:limit], len(news) <= limit
        return ChangesPage(
            archive=archive.id,
            epoch=archive.epoch,
            revision=archive.revision if is_last else page[-1].revision,
            head=archive.revision,
            records=tuple(page),
            is_last=is_last,
            removals=sum(each.gone is not None for each in news),
            public=records.digest(self.account, "public") if is_last and scope != "mine" else None,
            mine=records.digest(self.account, "mine") if is_last and scope != "public" and self.account else None,
            mailbox=archive.said.heads.get(self.account, 0) if is_last and self.account else None,
        )

    def _write(self, batch: WriteBatch) -> WriteResults:
        if self.account is None:
            raise ArchiveRefusedError(401, "not_logged_in")
        if batch.epoch != self.archive.epoch:
            raise ArchiveRefusedError(409, "other_epoch")
        results = tuple(self.archive.records.write(self.account, each) for each in batch.writes)
        return WriteResults(self.archive.epoch, results)

    def _receipts(self, ids: tuple[str, ...]) -> Receipts:
        if self.account is None:
            raise ArchiveRefusedError(401, "not_logged_in")
        known = self.archive.records.receipts
        found = {each: known[self.account, each][0] for each in ids if (self.account, each) in known}
        return Receipts(self.archive.epoch, found)

    # What happens on the wire.

    def _ask(self, name: str, kind: type[T], carry_out: Callable[[], T]) -> T:
        fault = self._arrive(name)
        if fault == "delayed":
            self.archive.later(lambda: _quietly(carry_out))
            raise ArchiveUnreachableError(self.archive.url, "timed_out")
        answer = carry_out()
        self.archive.arrive()
        if fault == "duplicated":
            answer = carry_out()
        if fault == "lost_answer":
            raise ArchiveUnreachableError(self.archive.url, "timed_out")
        if fault == "cut":
            raise ArchiveUnreachableError(self.archive.url, "broken_off")
        return decode(kind, encode(_spoilt(answer, fault)))

    def _arrive(self, name: str) -> Fault | None:
        fault = self.faults.popleft() if self.faults else None
        self.log.append(Asked(name, fault))
        url = self.archive.url
        if self.archive.is_down:
            raise ArchiveUnreachableError(url, "unreachable")
        if fault == "lost_request":
            raise ArchiveUnreachableError(url, "timed_out")
        if fault == "busy":
            raise ArchiveUnreachableError(url, "busy", retry_after=1.0)
        if fault == "html":
            raise ArchiveUntrustedError(url, "no_archive")
        return fault


def _quietly(carry_out: Callable[[], object]) -> None:
    """Carry out a request that nobody waits for any more."""
    try:
        carry_out()
    except ArchiveRefusedError:
        return


def _spoilt(answer: T, fault: Fault | None) -> T:
    if not isinstance(answer, ChangesPage) or not answer.records:
        return answer
    records = answer.records
    if fault == "short_page" and len(records) > 1 and records[0].revision < records[1].revision:
        short = replace(answer, records=records[:1], revision=records[0].revision, is_last=False)
        return replace(short, public=None, mine=None)
    if fault == "wrong_hash":
        return replace(answer, records=(_altered(records[0]), *records[1:]))
    return answer


def _altered(record: Record) -> Record:
    return replace(record, body={**(record.body or {}), "altered": str(uuid4())})


def _pieces(data: bytes, url: str, *, is_cut: bool) -> Iterator[bytes]:
    end = len(data) // 2 if is_cut else len(data)
    for at in range(0, end, _PIECE):
        yield data[at : min(at + _PIECE, end)]
    if is_cut:
        raise ArchiveUnreachableError(url, "broken_off")
