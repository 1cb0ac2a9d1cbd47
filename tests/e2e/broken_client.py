"""A client with the fault that the whole protocol of saying is there to prevent: a new id each time that it sends."""

from collections.abc import Sequence
from dataclasses import replace

from kennisbank.domain.ids import new_id
from kennisbank.library.acts import ActRow
from kennisbank.sync import acting
from kennisbank.sync.session import Session


def break_client() -> None:
    """Have this process say everything that goes once more as if it had never been said."""
    sound = acting._on_their_way

    def broken(session: Session, rows: Sequence[ActRow]) -> dict[str, str]:
        anew = [replace(each, id=new_id(), sent="") if each.sent else each for each in rows]
        with session.step() as tx:
            for old, new in zip(rows, anew, strict=True):
                if new.id != old.id:
                    tx.acts.remove(old.id)
                    tx.acts.save(new)
        return sound(session, anew)

    acting._on_their_way = broken
