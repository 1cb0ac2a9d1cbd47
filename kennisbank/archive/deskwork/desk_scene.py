"""What a list of the desk is given to work with, and what each list can do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.files.file_store import Files
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_desk import DeskAct, DeskItem

DeskState = Literal["open", "accepted", "declined", "hidden", "done", "all"]
MOST_ITEMS = 500
"""Items of one list that are shown at once, those that wait longest first."""


@dataclass(frozen=True, slots=True)
class DeskScene:
    """One question or one act of a maintainer: `tx` writes for an act, `actor` is the maintainer's account.

    `files` has the bytes of what was handed in.
    """

    tx: Transaction
    actor: str
    now: datetime
    config: ArchiveConfig
    keyed: Keyed
    files: Files


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote what an item is about, or asks for it. `is_named`: maintainers may know that."""

    account: str
    is_named: bool = True


def nobody(_scene: DeskScene, _item_id: str) -> Writer | None:
    """Return the writer of what nobody at the desk has written."""
    return None


@dataclass(frozen=True, slots=True)
class DeskRoom:
    """One list. `items`: those in a state, `count`: how many are open, `one`: an item whatever its state, or None.

    `decide` carries out a verb that the item has; it raises `FaultError`: ``not_found``, ``invalid``. What it does
    stands in the trail by itself: of an item the trail has list, verb and id. `writer`: whose an item is; it is never
    shown, and a maintainer whose own it is doesn't decide on it (`concerned`).
    """

    items: Callable[[DeskScene, DeskState], Sequence[DeskItem]]
    count: Callable[[DeskScene], int]
    one: Callable[[DeskScene, str], DeskItem | None]
    decide: Callable[[DeskScene, DeskItem, DeskAct], None]
    writer: Callable[[DeskScene, str], Writer | None] = nobody
