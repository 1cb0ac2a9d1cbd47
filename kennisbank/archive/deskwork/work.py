"""What maintainers ask of their desk and decide at it: each act once, each in the trail, none in silence."""

import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import insert, select

from kennisbank.archive.accounts.unnamed import UnnamedSuspensions
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.database.moments import stamp, utc_now
from kennisbank.archive.deskwork.concerned import Concerned, trail_words
from kennisbank.archive.deskwork.desk_lists import LISTS
from kennisbank.archive.deskwork.desk_scene import DeskRoom, DeskScene, DeskState
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.schema.voice_tables import desk_acts
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_codec import content_hash
from kennisbank.sync.protocol_desk import DeskAct, DeskCounts, DeskItem, DeskList

LOG = logging.getLogger("kennisbank.archive.desk")
NEEDS_WORDS = frozenset({"hide", "decline", "answer"})
"""What isn't done without a reason, or without an answer."""


class DeskWork:
    """The desk of one archive. From any thread."""

    def __init__(self, archive: Archive, config: ArchiveConfig, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Work on `archive`; `clock` is the server's."""
        self._archive = archive
        self._config = config
        self._clock = clock
        self._keyed = Keyed(archive.key.private)

    def items(self, actor: str, list_: DeskList | None = None, state: DeskState = "open") -> list[DeskItem]:
        """Return what stands on one list (None: on all), those that wait longest first."""
        names = list(LISTS) if list_ is None else [list_]
        with self._archive.read() as tx:
            scene = self._scene(tx, actor)
            concerned = Concerned(scene)
            rooms = [(name, _room(name)) for name in names]
            return [item for name, room in rooms for item in concerned.seen(name, room, room.items(scene, state))]

    def counts(self, actor: str) -> DeskCounts:
        """Return how many are open, by list."""
        with self._archive.read() as tx:
            scene = self._scene(tx, actor)
            unnamed = UnnamedSuspensions(tx.connection).count()
            return DeskCounts({name: room.count(scene) for name, room in LISTS.items()}, unnamed)

    def act(self, actor: str, list_: DeskList, item_id: str, act: DeskAct) -> DeskItem:
        """Carry out what a maintainer decides and return the item as it is then; said again, it is done already.

        Raises:
            FaultError: ``not_found``; ``invalid``: the item can't be decided on in this way (any longer), or a reason
                is missing; ``forbidden``: another maintainer decides it; ``other_content``: another act had this id.
        """
        room = _room(list_)
        content = content_hash({"list": list_, "item": item_id, "verb": act.verb, "words": act.words})
        with self._archive.write() as tx:
            tx.counter.lock()
            scene = self._scene(tx, actor)
            concerned = Concerned(scene)
            item = room.one(scene, item_id)
            if item is None:
                raise FaultError("not_found")
            if not _is_done(tx, act, content):
                part = concerned.part(list_, room, item)
                _check(concerned.seen(list_, room, [item])[0], act)
                room.decide(scene, item, act)
                said = ", ".join(filter(None, (list_, trail_words(part))))
                _note(scene, list_, item_id, act, content, said)
            decided = room.one(scene, item_id)
            shown = [] if decided is None else concerned.seen(list_, room, [decided])
        LOG.info("desk", extra={"list": list_, "verb": act.verb})
        if not shown:
            raise FaultError("not_found")
        return shown[0]

    def _scene(self, tx: Transaction, actor: str) -> DeskScene:
        return DeskScene(tx, actor, self._clock(), self._config, self._keyed, self._archive.files)


def _room(list_: DeskList) -> DeskRoom:
    room = LISTS.get(list_)
    if room is None:
        raise FaultError("not_found")
    return room


def _check(item: DeskItem, act: DeskAct) -> None:
    if act.verb not in item.verbs and "concerned" in item.details:
        raise FaultError("forbidden", detail="concerned")
    if act.verb not in item.verbs:
        raise FaultError("invalid", detail="verb")
    if act.verb in NEEDS_WORDS and not act.words.strip():
        raise FaultError("invalid", detail="words")


def _is_done(tx: Transaction, act: DeskAct, content: str) -> bool:
    known = tx.connection.execute(select(desk_acts.c.hash).where(desk_acts.c.id == act.id)).scalar()
    if known is not None and known != content:
        raise FaultError("other_content")
    return known is not None


def _note(scene: DeskScene, list_: DeskList, item_id: str, act: DeskAct, content: str, said: str) -> None:
    """Write the act down, and its line of the trail: which item, never what stands in it; `said`: the line's words."""
    row = {"id": act.id, "account": scene.actor, "list": list_, "item": item_id, "hash": content}
    scene.tx.connection.execute(insert(desk_acts), {**row, "moment": stamp(scene.now)})
    scene.tx.audit.add(scene.actor, f"desk_{act.verb}", item_id, said)
