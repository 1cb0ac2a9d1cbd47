"""A maintainer who has a part in something doesn't decide on it, and sees no more of it than that it is there.

Whether somebody else could decide is told by what every maintainer may know: who the others are, and who of them has
claimed the contribution. Who wrote something by role doesn't count there: another one's answer would name them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.deskwork.desk_scene import DeskRoom, DeskScene
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.people_tables import claims
from kennisbank.archive.web.desk_needs import DESK_NEEDS, DeskNeed, Stake
from kennisbank.sync.protocol_desk import DeskItem, DeskList

_OPEN_DETAILS = frozenset({"subject"})
"""Details of an item that say nothing of what it says."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part that a maintainer has in an item.

    `is_alone`: there is nobody else to decide. `is_named`: others may know of it.
    """

    stake: Stake
    is_alone: bool
    is_named: bool


class Concerned:
    """Who of the maintainers has a part in what, for the one who asks in `scene`."""

    def __init__(self, scene: DeskScene) -> None:
        """Look at how things stand in `scene`."""
        self._scene = scene
        listed = AccountRows(scene.tx.connection).maintainers()
        self._others = [each.id for each in listed if each.id != scene.actor]
        self._claimed = _claimed(scene, [scene.actor, *self._others])

    def part(self, name: DeskList, room: DeskRoom, item: DeskItem) -> Part | None:
        """Return which part whoever asks has in an item of a list; None: none that counts there."""
        need = DESK_NEEDS[name]
        if not need.stakes:
            return None
        is_alone = not self._deciders(need, item)
        if "author" in need.stakes and (item.contribution, self._scene.actor) in self._claimed:
            return Part("author", is_alone, is_named=True)
        writer = room.writer(self._scene, item.id)
        if writer is None or writer.account != self._scene.actor:
            return None
        return Part("writer", is_alone, writer.is_named)

    def seen(self, name: DeskList, room: DeskRoom, items: Sequence[DeskItem]) -> list[DeskItem]:
        """Return the items of a list as whoever asks may see them, with what they may decide."""
        return [self._seen(DESK_NEEDS[name], each, self.part(name, room, each)) for each in items]

    def _deciders(self, need: DeskNeed, item: DeskItem) -> list[str]:
        if "author" not in need.stakes:
            return self._others
        return [each for each in self._others if (item.contribution, each) not in self._claimed]

    @staticmethod
    def _seen(need: DeskNeed, item: DeskItem, part: Part | None) -> DeskItem:
        if part is None:
            return item
        if part.is_alone:
            verbs = tuple(each for each in item.verbs if each in need.alone)
            details = {name: value for name, value in item.details.items() if name != "suspended"}
            return replace(item, verbs=verbs, details={**details, "concerned": part.stake, "alone": True})
        told = {"concerned": part.stake}
        if need.shown:
            return replace(item, verbs=(), details={**item.details, **told})
        kept = {name: value for name, value in item.details.items() if name in _OPEN_DETAILS}
        return replace(item, who="", words="", answer="", verbs=(), details={**kept, **told})


def _claimed(scene: DeskScene, accounts: Sequence[str]) -> set[tuple[str, str]]:
    """Return the contributions of which accounts are authors, say to be, or said so: a claim taken back counts, too.

    Otherwise one would take it back, decide, and claim anew.
    """
    a, c = contribution_authors.c, claims.c
    queries = (
        select(a.contribution, a.account).where(a.account.in_(accounts)),
        select(c.contribution, c.account).where(c.account.in_(accounts), c.state != "refused"),
    )
    return {(row.contribution, row.account) for each in queries for row in scene.tx.connection.execute(each)}


def trail_words(part: Part | None) -> str:
    """Return what the trail says beside list and verb: nothing by which a sender shown by role would be known."""
    if part is None or not part.is_named:
        return ""
    return "as an author of it" if part.stake == "author" else "on what is their own"
