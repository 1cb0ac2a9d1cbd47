"""Histories of several devices, accounts and one archive, with everything that goes wrong on the way.

What must hold at the end of every one of them: all devices of an account and the archive have the same; nothing that
somebody wrote is lost, unless somebody who had seen it took it away; nothing is there twice; and then there is peace:
another sync is one request and changes nothing.
"""

import atexit
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from kennisbank.domain.annotation import Annotation, AnnotationFilter
from kennisbank.domain.audience import Audience
from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.ids import (
    AnnotationId,
    ContributionId,
    DossierId,
    DossierItemId,
    FileHash,
    PageNo,
    SavedSearchId,
    new_id,
)
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingMark, ReadingPlace
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.errors import ArchiveUnreachableError, ArchiveUntrustedError, SyncBrakeError
from kennisbank.library.library import Library
from kennisbank.library.outbox import Owner
from kennisbank.library.ownership import PERSONAL
from kennisbank.library.synced import PUBLIC
from kennisbank.sync.choosing import resolve
from kennisbank.sync.memory_records import MemoryRecords
from kennisbank.sync.memory_remote import MemoryArchive
from kennisbank.sync.protocol import PUBLIC as PUBLIC_KINDS
from kennisbank.sync.shelves import Shelves
from tests.sync.sync_devices import Device, emptied, empty_library_file, open_library

PAPERS = [f"paper-{number}" for number in range(4)]
FAULTS = ["lost_request", "lost_answer", "duplicated", "delayed", "cut", "short_page", "wrong_hash", "busy", "html"]
EDITS = [
    "rewrite",
    "rewrite",
    "tag",
    "untag",
    "colour",
    "throw_away_or_take_back",
    "erase",
    "share",
    "rearrange",
    "mark",
]
ACTS = ["write_a_note", "collect", "read_on", "mark", "keep_a_search", *EDITS]
DEVICES = st.integers(0, 3)
CHOICES = st.integers(0, 9)
_MOST = 8
"""Times that everybody syncs until nothing happens any more."""
_libraries: list[Library] = []
"""Opened once, and emptied for each history."""


def libraries() -> list[Library]:
    """Return an empty library for each device."""
    if not _libraries:
        folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None, prefix="sync-histories-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        empty = empty_library_file(folder / "empty")
        _libraries.extend(open_library(folder / str(number), empty) for number in range(4))
    return [emptied(each) for each in _libraries]


@dataclass
class Note:
    """What was ever written on one note: `tags` by who put them on and took them off, `texts` not replaced knowingly."""

    owner: str
    tags: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    is_waived: bool = False


class SyncMachine(RuleBasedStateMachine):
    """Two accounts, four devices."""

    def __init__(self) -> None:
        super().__init__()
        self.archive = MemoryArchive()
        self.notes: dict[str, Note] = {}
        self.lines: dict[str, set[str]] = defaultdict(set)
        self.backups: list[MemoryRecords] = []
        self.restores = 0
        self.count = 0
        self.devices: list[Device] = []

    @initialize()
    def begin(self) -> None:
        self.ada, self.bob = self.archive.add_account("ada"), self.archive.add_account("bob")
        for library, account in zip(libraries(), (self.ada, self.ada, self.bob, None), strict=True):
            self.devices.append(Device(library, self.archive, account))
        for number, paper in enumerate(PAPERS[:2]):
            self.publish(number, paper)
        for device in (0, 0, 2):
            self.write_a_note(device, 0)
        self.collect(0, 0)
        for each in self.devices[:3]:
            each.sync()
        self.back_up()
        self.log_in("bob")

    def token(self) -> str:
        self.count += 1
        return f"w{self.count}"

    # The maintainers.

    def publish(self, number: int, text: str) -> None:
        paper = PAPERS[number % len(PAPERS)]
        body = {
            "title": f"{paper} {text}",
            "authors": [{"name": "Ada"}],
            "edition": "NIOC2025",
            "files": [
                {
                    "hash": f"{number % 4:064x}",
                    "name": "a.pdf",
                    "role": "paper",
                    "media_type": "application/pdf",
                    "size": 9,
                }
            ],
        }
        self.archive.put_public("contribution", paper, body)

    def correct(self, number: int) -> None:
        self.publish(number, self.token())

    def take_out(self, number: int) -> None:
        reasons: list[Any] = ["withdrawn", "erased", "hidden"]
        self.count += 1
        reason = reasons[self.count % 3]
        paper = PAPERS[number % len(PAPERS)]
        if ("contribution", paper) in self.archive.records.records:
            self.archive.take_out("contribution", paper, reason)

    def hide_a_note(self, number: int) -> None:
        there = sorted(each for kind, each in self.archive.records.records if kind == "annotation")
        if there:
            chosen = there[number % len(there)]
            self.archive.take_out("annotation", chosen, "hidden")
            self.notes[chosen].is_waived = True

    @rule(number=CHOICES, act=st.sampled_from(["correct", "correct", "take_out", "hide_a_note"]))
    def a_maintainer_does(self, number: int, act: str) -> None:
        getattr(self, act)(number)

    @rule()
    def back_up(self) -> None:
        self.backups.append(self.archive.backup())

    @precondition(lambda self: self.backups and self.restores < 2)
    @rule(number=CHOICES)
    def restore(self, number: int) -> None:
        self.restores += 1
        self.archive.restore(self.backups[number % len(self.backups)])

    # The readers.

    def own_notes(self, device: Device) -> list[Annotation]:
        with device.library.read() as tx:
            owner = Owner(tx.viewer.archive, tx.viewer.account)
            found = [*tx.annotations.all(), *_trashed(tx)]
            return sorted(
                (each for each in found if Owner(each.archive, each.account) == owner and each.source == "own"),
                key=lambda each: each.id,
            )

    def save(self, device: Device, each: Annotation) -> None:
        with device.library.write() as tx:
            tx.annotations.save(replace(each, modified=now()))

    def write_a_note(self, device: int, number: int) -> None:
        who = self.devices[device]
        if who.account is None:
            return
        text, tag, moment = self.token(), self.token(), now()
        made = Annotation(
            AnnotationId(new_id()),
            ContributionId(PAPERS[number % 4]),
            "note",
            None,
            moment,
            moment,
            body=text,
            tags=(tag,),
        )
        with who.library.write() as tx:
            tx.annotations.save(made)
        self.notes[made.id] = Note(who.account, {tag}, {text})

    def chosen(self, device: int, number: int) -> Annotation | None:
        found = self.own_notes(self.devices[device])
        return found[number % len(found)] if found else None

    def rewrite(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None:
            text = self.token()
            self.notes[each.id].texts -= {each.body}
            self.notes[each.id].texts |= {text}
            self.save(self.devices[device], replace(each, body=text))

    def tag(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None:
            tag = self.token()
            self.notes[each.id].tags |= {tag}
            self.save(self.devices[device], replace(each, tags=(*each.tags, tag)))

    def untag(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None and each.tags:
            self.notes[each.id].tags -= {each.tags[0]}
            self.save(self.devices[device], replace(each, tags=each.tags[1:]))

    def colour(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None:
            self.save(self.devices[device], replace(each, colour=["yellow", "blue", "pink"][self.count % 3]))

    def throw_away_or_take_back(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None:
            self.save(self.devices[device], replace(each, trashed=None if each.trashed else now()))

    def erase(self, device: int, number: int) -> None:
        each = self.chosen(device, number)
        if each is not None:
            self.notes[each.id].tags -= set(each.tags)
            self.notes[each.id].texts -= {each.body}
            with self.devices[device].library.write() as tx:
                tx.annotations.erase([each.id])

    def share(self, device: int, number: int) -> None:
        self.count += 1
        audience = ["everyone", "bob", "ada", "nobody"][self.count % 4]
        each = self.chosen(device, number)
        if each is not None:
            people = () if audience in {"nobody", "everyone"} else (f"{audience}@example.org",)
            self.save(self.devices[device], replace(each, shared=Audience(audience == "everyone", people)))

    def collect(self, device: int, number: int) -> None:
        who = self.devices[device]
        if who.account is None:
            return
        line = DossierItem(DossierItemId(new_id()), ContributionId(PAPERS[number % 4]), self.token())
        with who.library.write() as tx:
            found = [each for each in tx.dossiers.all() if not each.creator and each.account == who.account]
            made = found[number % len(found)] if found and number else None
            if made is None:
                made = Dossier(DossierId(new_id()), self.token(), now(), now())
            tx.dossiers.save(replace(made, items=(*made.items, line), modified=now()))
        self.lines[made.id].add(line.id)

    def rearrange(self, device: int, number: int) -> None:
        turns = number % 2 == 0
        who = self.devices[device]
        with who.library.write() as tx:
            found = [
                each for each in tx.dossiers.all() if not each.creator and each.account == who.account and each.items
            ]
            if who.account is None or not found:
                return
            made = found[number % len(found)]
            if turns:
                items = tuple(reversed(made.items))
            else:
                items = made.items[1:]
                self.lines[made.id] -= {made.items[0].id}
            tx.dossiers.save(replace(made, items=items, modified=now()))

    def read_on(self, device: int, number: int) -> None:
        paper = ContributionId(PAPERS[number % 4])
        with self.devices[device].library.write() as tx:
            tx.reading.save_place(ReadingPlace(paper, FileHash("0" * 64), PageNo(number + 1), 1.5, 0.0, now()))

    def mark(self, device: int, number: int) -> None:
        states: list[Any] = ["to_read", "reading", "read", ""]
        self.count += 1
        state = states[self.count % 4]
        paper = ContributionId(PAPERS[number % 4])
        with self.devices[device].library.write() as tx:
            if state:
                tx.reading_marks.put(ReadingMark(paper, state, now()))
            else:
                tx.reading_marks.remove(paper)

    def keep_a_search(self, device: int, number: int) -> None:
        with self.devices[device].library.write() as tx:
            found = [each for each in tx.saved_searches.all() if each.account is not None]
            if number < 5 or not found:
                made = SavedSearch(SavedSearchId(new_id()), self.token(), "q", {}, "relevance", False, now(), now())
                tx.saved_searches.save(made)
            elif number < 8:
                tx.saved_searches.save(replace(found[number % len(found)], name=self.token()))
            else:
                tx.saved_searches.remove(found[number % len(found)].id)

    @rule(account=st.sampled_from(["ada", "bob", None]))
    def log_in(self, account: str | None) -> None:
        self.devices[3].log_in({"ada": self.ada, "bob": self.bob, None: None}[account])

    @rule(device=DEVICES, number=CHOICES, act=st.sampled_from(ACTS))
    def somebody_does(self, device: int, number: int, act: str) -> None:
        getattr(self, act)(device, number)

    @rule(
        number=CHOICES,
        one=st.sampled_from(EDITS),
        other=st.sampled_from(EDITS),
        pair=st.sampled_from([(0, 1), (2, 3), (0, 3)]),
    )
    def two_do_something_to_the_same(self, number: int, one: str, other: str, pair: tuple[int, int]) -> None:
        getattr(self, one)(pair[0], number)
        getattr(self, other)(pair[1], number)

    @rule(number=CHOICES, act=st.sampled_from(["rewrite", "colour", "tag", "rearrange", "erase"]))
    def two_disagree(self, number: int, act: str) -> None:
        for device in (0, 1):
            self._sync(self.devices[device])
        self.rewrite(0, number)
        getattr(self, act)(1, number)
        self._sync(self.devices[number % 2])

    # Keeping in step.

    @rule(device=DEVICES)
    def sync(self, device: int) -> None:
        self._sync(self.devices[device])

    @rule(device=DEVICES, faults=st.lists(st.sampled_from([None, *FAULTS]), min_size=1, max_size=4))
    def sync_through_a_bad_network(self, device: int, faults: list[Any]) -> None:
        who = self.devices[device]
        with _survived(who, faults):
            self._sync(who)

    @rule(device=DEVICES, commit=st.integers(1, 9), after=st.booleans())
    def sync_and_be_killed(self, device: int, commit: int, after: bool) -> None:
        with suppress(SyncBrakeError):
            self.devices[device].sync_and_die(commit, after=after)

    @rule(
        device=DEVICES,
        commit=st.integers(1, 6),
        faults=st.lists(st.sampled_from([None, *FAULTS]), min_size=1, max_size=3),
    )
    def sync_in_every_trouble(self, device: int, commit: int, faults: list[Any]) -> None:
        who = self.devices[device]
        with _survived(who, faults), suppress(SyncBrakeError):
            who.sync_and_die(commit, after=True)

    @rule()
    def what_was_on_its_way_arrives(self) -> None:
        self.archive.arrive()

    def _sync(self, device: Device) -> None:
        try:
            device.sync()
        except SyncBrakeError:
            device.sync(accept_removals=True)

    # What must hold.

    def teardown(self) -> None:
        if self.devices:
            self._end()

    def _end(self) -> None:
        self.archive.arrive()
        last = self.devices[3].account
        for account in (self.ada, self.bob, last):  # what somebody left there unsent goes as soon as they are back
            self.devices[3].log_in(account)
            self._sync(self.devices[3])
        self._until_peace()
        while self._choose():
            self._until_peace()
        for each in self.devices:
            self._has_what_the_archive_has(each)
            self._has_nothing_twice(each)
            self._has_nothing_hidden(each)
        self._nothing_is_lost()

    def _until_peace(self) -> None:
        """Let everybody sync until nothing happens any more: then that is one request, and no change here or there."""
        for _ in range(_MOST):
            before = self.archive.revision
            outcomes = []
            for each in self.devices:
                asked = len(each.remote.log)
                try:
                    outcomes.append((each.sync(), len(each.remote.log) - asked))
                except SyncBrakeError:
                    outcomes.append((each.sync(accept_removals=True), 0))
            if self.archive.revision == before and not any(each.received for each, _ in outcomes):
                for outcome, requests in outcomes:
                    assert (outcome.received, outcome.sent, outcome.differs, requests) == (0, 0, "", 1)
                    assert not outcome.changes
                return
        raise AssertionError("no end to it")

    def _choose(self) -> bool:
        """Settle what is in dispute on one device, and tell whether anything was: two may disagree about one thing."""
        for each in self.devices:
            with each.library.read() as tx:
                open_ = tx.synced.conflicts()
            for conflict in open_:
                note(str(conflict))
                with each.library.write() as tx:
                    resolve(tx, conflict, "mine")
            if open_:
                return True
        return False

    def _has_what_the_archive_has(self, device: Device) -> None:
        seen = self.archive.records.all_seen(device.account, "all")
        with device.library.read() as tx:
            assert not tx.synced.conflicts()
            for state in ("queued", "sent", "failed"):
                assert not tx.sending.rows(tx.viewer, state)
            for record in seen:
                if record.kind == "contribution":
                    here = tx.contributions.find(ContributionId(record.id))
                    title = None if here is None else here.metadata.values.title
                    assert title == (None if record.body is None else record.body["title"]), record
                    assert here is None or (here.withdrawn is not None) == (record.gone is not None)
            if device.account is None:
                return
            shelves = Shelves(tx, tx.viewer)
            for kind in ("annotation", "dossier", "saved_search", "reading", "reading_mark"):
                own = {each.id: each for each in seen if each.kind == kind and each.is_mine and each.body is not None}
                bases = tx.synced.bases(tx.viewer.archive, device.account, kind, list(own))
                there = {bases[each].local: dict(record.body or {}) for each, record in own.items()}
                here = shelves[kind].read(_all_ids(tx, kind))
                here = {each: body for each, body in here.items() if body.get("source") != "shared"}
                if kind == "dossier":
                    here = {each: body for each, body in here.items() if not tx.dossiers.find(DossierId(each)).creator}
                assert here == there, kind
            shared = {each.id: each for each in seen if each.kind == "annotation" and not each.is_mine and each.body}
            bases = tx.synced.bases(tx.viewer.archive, device.account, "annotation", list(shared))
            for each, record in shared.items():
                here = tx.annotations.find(AnnotationId(bases[each].local))
                assert here is not None
                assert (here.body, list(here.tags), here.source) == (record.body["body"], record.body["tags"], "shared")

    def _has_nothing_twice(self, device: Device) -> None:
        with device.library.read() as tx:
            titles = [each.metadata.values.title.split()[0] for each in tx.contributions.all()]
            assert len(titles) == len(set(titles))
            texts = [each.body for each in [*tx.annotations.all(), *_trashed(tx)]]
            assert len(texts) == len(set(texts))
            for each in tx.dossiers.all():
                ids = [line.id for line in each.items]
                assert len(ids) == len(set(ids))

    def _has_nothing_hidden(self, device: Device) -> None:
        """Of what a maintainer hid, and the archive still says so, there is nothing left."""
        gone = [each for each in self.archive.records.records.values() if each.gone and each.gone.reason == "hidden"]
        with device.library.read() as tx:
            for each in gone:
                if each.kind == "annotation":
                    assert not tx.personal_rows.owners("annotation", [each.id])
                account = PUBLIC if each.kind in PUBLIC_KINDS else device.account
                if account is not None:
                    base = tx.synced.bases(tx.archives.link().id, account, each.kind, [each.id]).get(each.id)
                    assert base is None or not base.body
                assert not [one for one in tx.synced.losers() if one.entity == each.id]

    def _nothing_is_lost(self) -> None:
        kept: dict[str, str] = defaultdict(str)
        for device in self.devices:
            with device.library.read() as tx:
                for loser in tx.synced.losers():
                    kept[loser.entity] += loser.body
                for each in [*tx.annotations.all(), *_trashed(tx)]:
                    kept[each.id] += f" {each.body} {' '.join(each.tags)} "
                for dossier in tx.dossiers.all():
                    kept[dossier.id] += " ".join(each.id for each in dossier.items)
        for entity, written in self.notes.items():
            if not written.is_waived and any(each.account == written.owner for each in self.devices):
                words = set(
                    kept[entity].replace('"', " ").replace(",", " ").replace("]", " ").replace("[", " ").split()
                )
                assert written.tags <= words, (entity, written.tags - words)
                assert written.texts <= words, (entity, written.texts - words)
        for entity, lines in self.lines.items():
            if kept[entity]:
                assert all(each in kept[entity] for each in lines), entity


@contextmanager
def _survived(device: Device, faults: list[Any]) -> Iterator[None]:
    """Let these things happen to the next requests, and go on when they did."""
    device.remote.faults.extend(faults)
    try:
        yield
    except ArchiveUnreachableError:
        pass
    except ArchiveUntrustedError as error:
        if error.code not in {"wrong_hash", "no_archive"}:
            raise
    finally:
        device.remote.faults.clear()


def _trashed(tx: Any) -> list[Annotation]:
    found: list[Annotation] = tx.annotations.all(AnnotationFilter(is_trashed=True))
    return found


def _all_ids(tx: Any, kind: str) -> list[str]:
    return list(tx.connection.execute(select(PERSONAL[kind].c.id)).scalars())
