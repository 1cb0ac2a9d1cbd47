"""Stand-ins for what a test doesn't want to wait for. Each keeps the contract of what it stands for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kennisbank.config.paths import Paths
from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter
from kennisbank.domain.archive import Account, AccountWish, ArchiveLink
from kennisbank.domain.changes import Change, ChangeSet, Kind
from kennisbank.domain.ids import AccountId, ArchiveId
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.recognition import ScanCounts
from kennisbank.domain.syncing import Conflict, DownloadOutcome, Loser, SyncOutcome, Waiting
from kennisbank.domain.synonyms import BadLine, SynonymSummary
from kennisbank.errors import NotLoggedInError
from kennisbank.services.accounts import LoggedIn, LoggedOut
from kennisbank.services.annotating import FoundAnnotations
from kennisbank.services.downloading import Space
from kennisbank.services.keeping import BackupState
from kennisbank.services.news import News
from kennisbank.services.scans import ScanState
from kennisbank.services.stick import StickInfo
from kennisbank.sync.protocol_accounts import ArchiveInfo, SessionInfo
from kennisbank.sync.protocol_codec import encode
from kennisbank.tasks.context import JobContext
from tests.fake_desk import FakeDesk, FakeDigest, FakePeople, FakeRemarks
from tests.fake_feedback import FakeDrafts, FakeFeedback, FakeVoices
from tests.fake_inbox import FakeInbox
from tests.fake_privacy import FakePrivacy


@dataclass
class FakeCatalogue:
    """A catalogue of which only the number matters: whoever asks for more finds nothing."""

    contributions: int = 0

    def count(self) -> int:
        return self.contributions

    def all(self) -> list[object]:
        return []

    def editions(self) -> list[object]:
        return []

    def browse(self, facet: str) -> list[object]:
        return []

    def contributions_in(self, facet: str, value: str) -> list[object]:
        return []

    def many(self, ids: object) -> dict[str, object]:
        return {}

    def batches(self) -> list[object]:
        return []


class FakeReading:
    """Reading of which nobody has read anything yet."""

    def recent(self, limit: int) -> list[object]:
        return []

    def titles(self, ids: object) -> dict[str, str]:
        return {}


class FakeReadingStates:
    """Reading marks of somebody who marks nothing."""

    def states(self, ids: object = None) -> dict[str, str]:
        return {}

    def counts(self) -> dict[str, int]:
        return {}

    def in_state(self, state: str, limit: int | None = None) -> list[object]:
        return []


class FakeLinks:
    """Contributions out of which nothing leads."""

    def links(self, contribution: object) -> tuple[object, ...]:
        return ()


@dataclass
class FakeSearching:
    """An index that is behind by so many contributions, and catches up when asked."""

    lacking: int = 0
    catch_ups: int = 0

    def behind(self) -> int:
        return self.lacking

    def complete(self, text: str, limit: int = 8) -> list[str]:
        return []

    def warm(self) -> None:
        pass

    def catch_up(self, ctx: JobContext | None = None) -> int:
        self.catch_ups += 1
        caught_up, self.lacking = self.lacking, 0
        return caught_up


class FakeSavedSearches:
    """Saved searches of somebody who keeps none."""

    def all(self) -> list[object]:
        return []


class FakeDossiers:
    """Dossiers of somebody who collects nothing."""

    def all(self) -> list[object]:
        return []

    def trashed(self) -> list[object]:
        return []


class FakeScans:
    """A library without scans, on a computer that could not read them."""

    def can_read(self) -> bool:
        return False

    def state(self) -> ScanState:
        return ScanState(ScanCounts(), 0, None)

    def counts(self, contribution: object) -> ScanCounts:
        return ScanCounts()


class FakeEmbedded:
    """A library whose files were all read for annotations."""

    def behind(self) -> int:
        return 0


class FakeKeeping:
    """No backups, and none to be made."""

    def state(self) -> BackupState:
        return BackupState((), is_automatic=True)

    def back_up_if_due(self, ctx: object) -> None:
        pass


class FakeSynonyms:
    """No synonyms of one's own."""

    def summary(self) -> SynonymSummary:
        return SynonymSummary(0, 0)

    def own(self) -> str:
        return ""

    def check(self, _text: str) -> tuple[BadLine, ...]:
        return ()


class FakeAnnotating:
    """Nothing written yet."""

    def find(self, wanted: AnnotationFilter) -> FoundAnnotations:
        del wanted
        return FoundAnnotations((), (), {})

    def news(self) -> list[tuple[Annotation, Anchor]]:
        return []


@dataclass
class FakeAccounts:
    """A library that is connected to no archive, until it is; what answers at any address is `info`, or `error`."""

    info: ArchiveInfo | None = None
    error: Exception | None = None
    linked: ArchiveLink | None = None
    account: Account | None = None
    ever: list[Account] = field(default_factory=list)
    nobodys: dict[Kind, int] = field(default_factory=dict)
    secrets: str = ""
    devices: list[SessionInfo] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    removed: bool | None = None

    def look_at(self, url: str) -> ArchiveInfo:
        del url
        if self.error is not None:
            raise self.error
        assert self.info is not None
        return self.info

    def connect(self, url: str) -> ArchiveLink:
        info = self.look_at(url)
        kept = encode(info).decode()
        self.linked = ArchiveLink(ArchiveId(info.id), url, info.name, info.key, info.epoch, 0, now(), kept)
        return self.linked

    def disconnect(self) -> ChangeSet:
        assert self.linked is not None
        gone, self.linked, self.account = self.linked, None, None
        return ChangeSet((Change("archive", gone.id, "removed"),))

    def link(self) -> ArchiveLink | None:
        return self.linked

    def current(self) -> Account | None:
        return self.account

    def known(self) -> list[Account]:
        return self.ever

    def claimable(self) -> dict[Kind, int]:
        return self.nobodys

    def secrets_state(self) -> str:
        return self.secrets

    def register(
        self, mail: str, name: str, occupation: Any, organisation: str, language: str, *, accepts_rules: bool
    ) -> ArchiveLink:
        assert accepts_rules
        assert language in {"nl", "en"}
        if self.error is not None:
            raise self.error
        assert self.linked is not None
        self.linked = replace(self.linked, wish=AccountWish(mail, name, occupation, organisation, now()))
        return self.linked

    def forget_wish(self) -> None:
        assert self.linked is not None
        self.linked = replace(self.linked, wish=None)

    def ask_code(self, mail: str, language: str) -> None:
        del language
        if self.error is not None:
            raise self.error
        self.codes.append(mail)

    def log_in(self, mail: str, code: str, device: str = "") -> LoggedIn:
        if code != "right":
            raise NotLoggedInError
        assert self.linked is not None
        self.linked = replace(self.linked, wish=None)
        archive, account = self.linked.id, AccountId("account-1")
        self.account = Account(
            account, archive, mail, "Anna de Vries", "teacher", "", "reader", device=device or "laptop", is_current=True
        )
        return LoggedIn(self.account, ChangeSet((Change("account", account, "added"),)), self.secrets)

    def log_out(self, *, removes: bool, even_unsent: bool = False) -> LoggedOut:
        del even_unsent
        assert self.account is not None
        gone, self.account, self.removed = self.account, None, removes
        return LoggedOut(ChangeSet((Change("account", gone.id, "updated"),)), is_told=True)

    def sessions(self) -> list[SessionInfo]:
        if self.error is not None:
            raise self.error
        return self.devices

    def end_session(self, session: str) -> None:
        self.devices = [each for each in self.devices if each.id != session]

    def claim(self, kinds: Collection[Kind]) -> ChangeSet:
        claimed = ChangeSet(tuple(Change(kind, "some", "updated") for kind in kinds))
        self.nobodys = {}
        return claimed


@dataclass
class FakeSyncing:
    """Nothing waits and nobody has to choose, unless a test says so; a sync ends as `outcome` or `error` says."""

    outcome: SyncOutcome = field(default_factory=SyncOutcome)
    error: Exception | None = None
    waits: list[Waiting] = field(default_factory=list)
    disputed: list[Conflict] = field(default_factory=list)
    lost: list[Loser] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    runs: list[bool] = field(default_factory=list)
    chosen: list[tuple[str, str]] = field(default_factory=list)
    fresh: News = field(default_factory=lambda: News(None))

    def run(self, ctx: JobContext, *, accept_removals: bool = False) -> SyncOutcome:
        self.runs.append(accept_removals)
        ctx.check()
        if self.error is not None:
            raise self.error
        return self.outcome

    def waiting(self) -> list[Waiting]:
        return self.waits

    def conflicts(self) -> list[Conflict]:
        return self.disputed

    def losers(self) -> list[Loser]:
        return self.lost

    def titles(self, things: Sequence[Any]) -> dict[str, str]:
        return {each.id: self.names.get(each.entity, "") for each in things}

    def resolve(self, conflict_id: str, choice: str) -> ChangeSet:
        self.chosen.append((conflict_id, choice))
        self.disputed = [each for each in self.disputed if each.id != conflict_id]
        return ChangeSet((Change("conflict", conflict_id, "removed"),))

    def bring_back(self, loser_id: str) -> ChangeSet:
        self.chosen.append((loser_id, "back"))
        self.lost = [each for each in self.lost if each.id != loser_id]
        return ChangeSet((Change("conflict", loser_id, "removed"),))

    def retry(self, waiting_id: str) -> ChangeSet:
        self.waits = [replace(each, state="queued") if each.id == waiting_id else each for each in self.waits]
        return ChangeSet()

    def take_back(self, waiting_id: str) -> ChangeSet:
        self.waits = [each for each in self.waits if each.id != waiting_id]
        return ChangeSet()

    def news(self, since: Moment | None = None) -> News:
        del since
        return self.fresh


class FakeDownloading:
    """An archive without files."""

    def offers(self, ids: object) -> dict[str, tuple[object, ...]]:
        del ids
        return {}

    def absent(self) -> int:
        return 0

    def follow_archive(self) -> ChangeSet:
        return ChangeSet()

    def run(self, ctx: JobContext, on_committed: object) -> DownloadOutcome:
        del ctx, on_committed
        return DownloadOutcome()

    def space(self) -> Space:
        return Space(0, 10**11, 0)


@dataclass
class FakeSticks:
    """One stick in any folder; what was confirmed when it was taken from is kept."""

    found: StickInfo | None = None
    error: Exception | None = None
    confirmed: list[str] = field(default_factory=list)

    def look_at(self, folder: Path) -> StickInfo:
        del folder
        if self.error is not None:
            raise self.error
        assert self.found is not None
        return self.found

    def take(self, folder: Path, ctx: JobContext, *, confirmed_fingerprint: str = "") -> SyncOutcome:
        del folder
        ctx.check()
        self.confirmed.append(confirmed_fingerprint)
        return SyncOutcome(received=3, added=3)


@dataclass
class FakeKennisbank:
    """An open library for tests of the frame around the views."""

    catalogue: FakeCatalogue = field(default_factory=FakeCatalogue)
    searching: FakeSearching = field(default_factory=FakeSearching)
    reading: FakeReading = field(default_factory=FakeReading)
    reading_states: FakeReadingStates = field(default_factory=FakeReadingStates)
    links: FakeLinks = field(default_factory=FakeLinks)
    saved_searches: FakeSavedSearches = field(default_factory=FakeSavedSearches)
    dossiers: FakeDossiers = field(default_factory=FakeDossiers)
    scans: FakeScans = field(default_factory=FakeScans)
    embedded: FakeEmbedded = field(default_factory=FakeEmbedded)
    synonyms: FakeSynonyms = field(default_factory=FakeSynonyms)
    keeping: FakeKeeping = field(default_factory=FakeKeeping)
    annotating: FakeAnnotating = field(default_factory=FakeAnnotating)
    accounts: FakeAccounts = field(default_factory=FakeAccounts)
    syncing: FakeSyncing = field(default_factory=FakeSyncing)
    downloading: FakeDownloading = field(default_factory=FakeDownloading)
    sticks: FakeSticks = field(default_factory=FakeSticks)
    remarks: FakeRemarks = field(default_factory=FakeRemarks)
    desk: FakeDesk = field(default_factory=FakeDesk)
    people: FakePeople = field(default_factory=FakePeople)
    digest: FakeDigest = field(default_factory=FakeDigest)
    inbox: FakeInbox = field(default_factory=FakeInbox)
    feedback: FakeFeedback = field(default_factory=FakeFeedback)
    voices: FakeVoices = field(default_factory=FakeVoices)
    drafts: FakeDrafts = field(default_factory=FakeDrafts)
    privacy: FakePrivacy = field(default_factory=FakePrivacy)
    is_closed: bool = False
    paths: Paths = field(default_factory=lambda: Paths(Path("/nowhere")))

    def close(self) -> None:
        self.is_closed = True
