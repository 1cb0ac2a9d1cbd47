"""Stand-ins for what maintainers and everybody ask of the archive: what a view can be shown without one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.contribution import Edition
from kennisbank.domain.correspondence import Draft
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import now
from kennisbank.domain.remarks import Remark
from kennisbank.errors import NotFoundError
from kennisbank.services.digest import Digest
from kennisbank.services.news import News
from kennisbank.services.people import EditionPage, PersonPage
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo
from kennisbank.sync.protocol_desk import AuditLine, DeskCounts, DeskItem
from kennisbank.tasks.context import JobContext
from tests.fake_feedback import FakeDrafts

_STATES = {"accept": "accepted", "decline": "declined", "hide": "hidden", "restore": "open", "suspend": "hidden"}


@dataclass
class FakeRemarks:
    """What was said stands as it stands; nothing arrives anywhere."""

    said: list[Remark] = field(default_factory=list)
    drafts: FakeDrafts = field(default_factory=FakeDrafts)

    def all(self) -> tuple[Remark, ...]:
        return tuple(self.said)

    def send(self, name: str, telephone: str, text: str, mail: str = "", *, ends_draft: bool = False) -> ChangeSet:
        self.said.append(Remark(f"r{len(self.said)}", "remark", now(), text, name, telephone, mail))
        if ends_draft:
            self.drafts.save(Draft("remark"))
        return ChangeSet((Change("act", self.said[-1].id, "added"),))

    def newsletter(self, mail: str, *, wants: bool) -> ChangeSet:
        self.said.append(Remark(f"r{len(self.said)}", "newsletter", now(), mail=mail, wants=wants))
        return ChangeSet((Change("act", self.said[-1].id, "added"),))

    def retry(self, remark_id: str) -> ChangeSet:
        self.said = [replace(each, state="queued") if each.id == remark_id else each for each in self.said]
        return ChangeSet((Change("act", remark_id, "updated"),))

    def take_back(self, remark_id: str) -> ChangeSet:
        self.said = [each for each in self.said if each.id != remark_id]
        return ChangeSet((Change("act", remark_id, "removed"),))

    def deliver(self, _ctx: JobContext | None = None) -> ChangeSet:
        return ChangeSet()


@dataclass
class FakeDesk:
    """A desk with these items on it; `error` is what every question ends with, if anything."""

    waits: list[DeskItem] = field(default_factory=list)
    people: list[AccountInfo] = field(default_factory=list)
    lines: list[AuditLine] = field(default_factory=list)
    local: dict[str, ContributionId] = field(default_factory=dict)
    error: Exception | None = None
    acts: list[tuple[str, str, str, str]] = field(default_factory=list)
    joined: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    unnamed: int = 0

    def counts(self) -> DeskCounts:
        self._asked()
        found: dict[str, int] = {}
        for each in self.waits:
            found[each.list] = found.get(each.list, 0) + (each.state == "open")
        return DeskCounts(found, self.unnamed)

    def items(self, name: str, state: str = "open") -> tuple[DeskItem, ...]:
        self._asked()
        return tuple(each for each in self.waits if each.list == name and state in {"all", each.state})

    def act(self, name: str, item: str, verb: str, words: str = "", act_id: str | None = None) -> DeskItem:
        del act_id
        self._asked()
        at = next(n for n, each in enumerate(self.waits) if (each.list, each.id) == (name, item))
        self.acts.append((name, item, verb, words))
        state = _STATES.get(verb, "done")
        verbs = ("restore",) if state in {"hidden", "declined"} else ()
        self.waits[at] = replace(self.waits[at], state=state, answer=words, verbs=verbs)  # type: ignore[arg-type]
        return self.waits[at]

    def here(self, ids: Collection[str]) -> dict[str, ContributionId]:
        return {each: self.local[each] for each in ids if each in self.local}

    def accounts(self) -> tuple[AccountInfo, ...]:
        self._asked()
        return tuple(self.people)

    def change_account(self, account: str, change: AccountChange) -> AccountInfo:
        self._asked()
        at = next(n for n, each in enumerate(self.people) if each.id == account)
        self.people[at] = replace(self.people[at], state=change.state or self.people[at].state)
        self.acts.append(("accounts", account, str(change.state), change.reason))
        return self.people[at]

    def trail(self, before: int | None = None, limit: int = 100) -> tuple[AuditLine, ...]:
        self._asked()
        return tuple(each for each in self.lines if before is None or each.id < before)[:limit]

    def join_names(self, name: str, names: Sequence[str], reach: str = "", person: str = "") -> str:
        self._asked()
        self.joined.append((name, tuple(names), reach))
        return person or "person-1"

    def part_names(self, person: str) -> None:
        self._asked()
        self.joined.append(("", (person,), ""))

    def save_edition(self, edition: Edition) -> None:
        self._asked()
        self.editions.append(edition)

    def newsletter_list(self, target: Path) -> Path:
        self._asked()
        return target

    def _asked(self) -> None:
        if self.error is not None:
            raise self.error


@dataclass
class FakePeople:
    """These people and editions, by name and code."""

    persons: dict[str, PersonPage] = field(default_factory=dict)
    editions: dict[str, EditionPage] = field(default_factory=dict)

    def person(self, name: str) -> PersonPage:
        if name not in self.persons:
            raise NotFoundError("person", name)
        return self.persons[name]

    def edition(self, code: str) -> EditionPage:
        if code not in self.editions:
            raise NotFoundError("edition", code)
        return self.editions[code]


@dataclass
class FakeDigest:
    """Nothing is new, unless it is said."""

    digest: Digest = field(default_factory=lambda: Digest(News(None)))

    def since(self, choice: object, ctx: JobContext | None = None, *, with_searches: bool = True) -> Digest:
        del choice, ctx, with_searches
        return self.digest

    def last_congress(self) -> Edition | None:
        return self.digest.congress
