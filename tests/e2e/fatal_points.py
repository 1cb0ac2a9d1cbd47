"""Where processes of tests can be told to die: by name, the function that they come through.

A name and not a number of commits: each of these is in the midst of what mustn't be lost, and stays there when the
program does more or less around it.
"""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from inspect import isgeneratorfunction, unwrap
from threading import Event
from typing import Any

from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.correspondence import routes_acts
from kennisbank.archive.keeping import daily, daily_steps
from kennisbank.archive.letters.courier import Courier
from kennisbank.archive.mail.smtp_post import SmtpPost
from kennisbank.library.library import Library
from kennisbank.search.segment_builder import SegmentBuilder
from kennisbank.search.store import Store
from kennisbank.sync.http_remote import HttpRemote
from tests.e2e.mortals import Point

PLACES: Mapping[str, tuple[Any, str]] = {
    "library.write": (Library, "write"),
    "acts.sent": (HttpRemote, "act"),
    "receipts.asked": (HttpRemote, "receipts"),
    "mailbox.fetched": (HttpRemote, "mailbox"),
    "index.segment": (SegmentBuilder, "write"),
    "index.commit": (Store, "commit"),
    "acts.read": (routes_acts, "decode"),
    "acts.carried_out": (Acting, "carry_out"),
    "acts.committed": (Courier, "wake"),
    "mail.sent": (SmtpPost, "send"),
    "round.released": (daily_steps, "release"),
    "round.noted": (daily, "_note"),
}
"""What a module or class has under a name. ``acts.read`` comes before the archive's transaction, ``acts.carried_out`` is
in it, and ``acts.committed`` comes after it, before the answer."""


def arm(point: Point, tell: Callable[[str, str], None], let_go: Event) -> None:
    """Have this process do what `point` says; it tells so first."""
    owner, name = PLACES[point.place]
    raw = vars(owner)[name]
    original = raw.__func__ if isinstance(raw, staticmethod) else raw
    times = {"before": 0, "inside": 0, "after": 0}

    def come(when: str) -> None:
        times[when] += 1
        if when != point.when or times[when] != point.number:
            return
        tell(point.does, point.place)
        if point.does == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif point.does == "hold":
            let_go.wait()

    made: Any = _in_a_with(original, come) if isgeneratorfunction(unwrap(original)) else _called(original, come)
    setattr(owner, name, staticmethod(made) if isinstance(raw, staticmethod) else made)


def _called(original: Callable[..., Any], come: Callable[[str], None]) -> Callable[..., Any]:
    def made(*arguments: Any, **keywords: Any) -> Any:
        come("before")
        answer = original(*arguments, **keywords)
        come("after")
        return answer

    return made


def _in_a_with(original: Callable[..., Any], come: Callable[[str], None]) -> Callable[..., Any]:
    @contextmanager
    def made(*arguments: Any, **keywords: Any) -> Iterator[Any]:
        come("before")
        with original(*arguments, **keywords) as given:
            yield given
            come("inside")
        come("after")

    return made
