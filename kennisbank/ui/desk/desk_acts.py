"""What a maintainer asks of the desk and decides there. Nothing of it waits: without the archive it isn't done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject

from kennisbank.domain.contribution import Edition
from kennisbank.domain.ids import ContributionId
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo
from kennisbank.sync.protocol_desk import AuditLine, DeskItem, DeskList, DeskVerb
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.desk.desk_reading import DeskReading

_T = TypeVar("_T")
Done = Callable[[_T], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True)
class DeskContents:
    """What stands on a list, oldest first; `here`: by the archive's id the contributions that this library has."""

    name: DeskList
    items: tuple[DeskItem, ...]
    here: Mapping[str, ContributionId] = field(default_factory=dict)


class DeskActs(QObject):
    """One per view. How an act ended goes to the `done` or `failed` that was given with it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Act in the library of `session`."""
        super().__init__(parent)
        self._session = session
        self._tried: dict[tuple[str, str, str, str], str] = {}

    def items(self, name: DeskList, state: str, done: Done[DeskContents], failed: Failed) -> JobContext:
        """Ask what stands on a list."""
        desk = self._session.kennisbank.desk

        def job(_ctx: JobContext) -> DeskContents:
            items = desk.items(name, state)
            return DeskContents(name, items, desk.here({each.contribution for each in items if each.contribution}))

        return self._session.tasks.read(self, job, done, failed)

    def act(self, item: DeskItem, verb: DeskVerb, words: str, done: Done[DeskItem], failed: Failed) -> None:
        """Decide something. Tried again after an answer got lost, it is the same act: it counts once."""
        key = (item.list, item.id, verb, words)
        act_id = self._tried.setdefault(key, str(uuid4()))
        desk = self._session.kennisbank.desk

        def ended(now: DeskItem) -> None:
            self._tried.pop(key, None)
            DeskReading.of(self._session).read()
            done(now)

        self._ask(lambda: desk.act(item.list, item.id, verb, words, act_id), ended, failed)

    def accounts(self, done: Done[Sequence[AccountInfo]], failed: Failed) -> JobContext:
        """Ask who has an account."""
        desk = self._session.kennisbank.desk
        return self._session.tasks.read(self, lambda _ctx: desk.accounts(), done, failed)

    def change_account(self, account: str, change: AccountChange, done: Done[AccountInfo], failed: Failed) -> None:
        """Let somebody in, or suspend them."""
        desk = self._session.kennisbank.desk

        def ended(now: AccountInfo) -> None:
            DeskReading.of(self._session).read()
            done(now)

        self._ask(lambda: desk.change_account(account, change), ended, failed)

    def trail(self, before: int | None, done: Done[Sequence[AuditLine]], failed: Failed) -> JobContext:
        """Ask for lines of the audit trail."""
        desk = self._session.kennisbank.desk
        return self._session.tasks.read(self, lambda _ctx: desk.trail(before), done, failed)

    def take_version(self, item: DeskItem, done: Done[Path], failed: Failed) -> None:
        """Fetch a file that an author handed in, to be opened."""
        kennisbank = self._session.kennisbank
        name = str(item.details.get("name", "")) or "version.pdf"
        folder = kennisbank.paths.temporary / "handed-in" / item.id

        def job(ctx: JobContext) -> Path:
            return kennisbank.desk.take_version(item.id, name, folder, ctx)

        self._session.tasks.read(self, job, done, failed)

    def newsletter_list(self, target: Path, done: Done[Path], failed: Failed) -> None:
        """Write the newsletter's list to a file."""
        desk = self._session.kennisbank.desk
        self._ask(lambda: desk.newsletter_list(target), done, failed)

    def join_names(
        self, name: str, names: Sequence[str], reach: str, person: str, done: Done[str], failed: Failed
    ) -> None:
        """Have spellings be one person's."""
        desk = self._session.kennisbank.desk
        self._ask(lambda: desk.join_names(name, names, reach, person), done, failed)

    def part_names(self, person: str, done: Done[None], failed: Failed) -> None:
        """Take the spellings of a person apart again."""
        desk = self._session.kennisbank.desk
        self._ask(lambda: desk.part_names(person), done, failed)

    def save_edition(self, edition: Edition, done: Done[None], failed: Failed) -> None:
        """Say what is known of an edition."""
        desk = self._session.kennisbank.desk
        self._ask(lambda: desk.save_edition(edition), done, failed)

    def put_website(self, edition: Edition, path: Path, title: str, done: Done[None], failed: Failed) -> None:
        """Hand in an edition's archived website; the status line shows it, and it can be cancelled."""
        desk = self._session.kennisbank.desk
        self._session.tasks.long(self, title, lambda ctx: desk.put_website(edition, path, ctx), done, failed)

    def _ask(self, act: Callable[[], Any], done: Done[Any], failed: Failed) -> None:
        # Beside other reads: it waits for the network, and nothing that is written here may wait for that.
        self._session.tasks.read(self, lambda _ctx: act(), done, failed)
