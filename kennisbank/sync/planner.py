"""What is to be done about one record: a pure function from three states to a list of small steps.

The states: what was last agreed, what is here, what the archive has. Each step may be done twice without harm, and
nothing is lost when only some of them are done: what is agreed is always the last to be written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kennisbank.sync.merge import Clash, at, merged, with_at
from kennisbank.sync.moments import later_of
from kennisbank.sync.protocol import Body, Gone, Record
from kennisbank.sync.protocol_codec import content_hash


@dataclass(frozen=True, slots=True)
class Agreed:
    """A record as last agreed: `body` is None when nothing of it is left. `revision` 0: not heard of in this epoch.

    `is_lacked`: the archive was put back to before this version. `was` is the hash of what was deleted.
    """

    revision: int
    body: Body | None
    was: str = ""

    @property
    def is_lacked(self) -> bool:
        """Tell whether the archive doesn't remember this version."""
        return self.revision < 0


@dataclass(frozen=True, slots=True)
class Take:
    """Let this be what is here."""

    body: Body


@dataclass(frozen=True, slots=True)
class Remove:
    """Let it be here no longer."""


@dataclass(frozen=True, slots=True)
class KeepLoser:
    """Keep a version that lost, for 30 days."""

    body: Body
    reason: str


@dataclass(frozen=True, slots=True)
class Scrub:
    """Let nothing be kept of it: no base copy, loser, conflict or unsent edit."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """These are the fields about which somebody has to choose; of all others nobody has to any more."""

    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Tell:
    """Have the archive told: what is here (``updated``) or that it isn't any more (``removed``)."""

    action: Literal["updated", "removed"]


@dataclass(frozen=True, slots=True)
class TellNothing:
    """Have nothing told to the archive."""


@dataclass(frozen=True, slots=True)
class Agree:
    """Note this as agreed."""

    record: Record


@dataclass(frozen=True, slots=True)
class Forget:
    """Note that it never was anything to this account."""


Step = Take | Remove | KeepLoser | Scrub | Dispute | Tell | TellNothing | Agree | Forget


_WITHOUT_TRACE = frozenset({"erased", "hidden"})


def plan(
    base: Agreed | None, local: Body | None, remote: Record, disputed: Mapping[str, Any] | None = None
) -> tuple[Step, ...]:
    """Return what is to be done about a record of one's own, or that another shares, now that `remote` has come.

    `local` says in the words of `base` what wasn't changed here. `disputed` are the open conflicts: path → base value.
    """
    if base is not None and base.revision >= remote.revision:
        return ()
    if remote.gone is not None and remote.body is None:
        return _gone(base, local, remote, remote.gone)
    if remote.body is None:
        return ()
    if not remote.is_mine:
        return (*(() if local == remote.body else (Take(remote.body),)), Agree(remote))
    if local is None:
        return _not_here(base, remote, remote.body)
    return _both(base, local, remote, remote.body, disputed or {})


def undisputed(body: Body, agreed: Body | None, disputed: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body as the archive may hear it: about what is in dispute it says what was agreed."""
    said = dict(body)
    for path in disputed:
        said = with_at(said, path, at(agreed or {}, path))
    return said


def _gone(base: Agreed | None, local: Body | None, remote: Record, gone: Gone) -> tuple[Step, ...]:
    here: tuple[Step, ...] = () if local is None else (Remove(),)
    if gone.reason in _WITHOUT_TRACE and (base is not None or local is not None):
        # Remembered also of what others shared: it is to go out of copies of the library, too.
        return (*here, Scrub(), Agree(remote))
    if gone.reason == "unshared" or not remote.is_mine:
        return (*here, Scrub(), Forget())
    if gone.reason != "deleted":
        return (*here, Scrub(), Agree(remote))
    if local is None:
        return (TellNothing(), Agree(remote))
    if base is not None and base.body is not None and local == base.body and not base.is_lacked:
        return (KeepLoser(local, "deleted"), Remove(), Dispute(()), TellNothing(), Agree(remote))
    # Somebody went on working here on what was deleted elsewhere: the edit beats the deletion.
    return (Agree(remote), Tell("updated"))


def _not_here(base: Agreed | None, remote: Record, body: Body) -> tuple[Step, ...]:
    if base is None:
        return (Take(body), Agree(remote))
    if base.body is not None:
        if content_hash(base.body) == content_hash(body):
            # Deleted here, and not told yet; of an archive that was put back as it once was, told again.
            return (Agree(remote), Tell("removed"))
        return (Take(body), TellNothing(), Agree(remote))
    if base.was and base.was == remote.hash and base.revision <= 0:
        return (Agree(remote), Tell("removed"))
    return (Take(body), TellNothing(), Agree(remote))


def _both(
    base: Agreed | None, local: Body, remote: Record, body: Body, disputed: Mapping[str, Any]
) -> tuple[Step, ...]:
    if base is not None and base.is_lacked and _is_older(body, base.body or {}):
        # The archive was put back to before this version: it is told again, as it is here by now.
        lost = () if local == body else (KeepLoser(body, "restored"),)
        return (*lost, Agree(remote), TellNothing() if local == body else Tell("updated"))
    agreed = None if base is None or (base.is_lacked and base.body != body) else base.body
    made = merged(remote.kind, agreed, local, body)
    clashes = {each.field: each for each in made.clashes}
    for path, was in disputed.items():
        mine, theirs = at(made.body, path), at(body, path)
        if path not in clashes and theirs not in (mine, was) and at(local, path) == mine:
            clashes[path] = Clash(path, was, mine, theirs)
    steps: list[Step] = [] if made.body == local else [Take(made.body)]
    if clashes or disputed:
        steps.append(Dispute(tuple(clashes.values())))
    said = undisputed(made.body, body, dict.fromkeys(clashes))
    steps.append(Agree(remote))
    steps.append(TellNothing() if said == body else Tell("updated"))
    return tuple(steps)


def _is_older(body: Body, than: Body) -> bool:
    """Tell whether a body was written before another one, as far as it says so itself."""
    name = next((each for each in ("modified", "moment", "seen") if each in body), "")
    one, other = str(body.get(name, "")), str(than.get(name, ""))
    return body != than and later_of(one, other) == other and one != other
