"""The plan for one record: whatever the three states are, carrying it out leaves nothing to be done and loses nothing."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.sync import planner as p
from kennisbank.sync.protocol import Gone, Record
from kennisbank.sync.protocol_codec import content_hash

EARLY, LATE = "2026-01-01T00:00:00.000000+00:00[UTC]", "2026-01-02T00:00:00.000000+00:00[UTC]"
bodies = st.fixed_dictionaries(
    {
        "body": st.sampled_from("abc"),
        "tags": st.lists(st.sampled_from("xyz"), unique=True, max_size=2),
        "modified": st.sampled_from([EARLY, LATE]),
        "trashed": st.none() | st.just(LATE),
    }
)
maybe = st.none() | bodies


def record(revision: int, body: Any, *, reason: Any = None, is_mine: bool = True) -> Record:
    gone = None if reason is None else Gone(reason)
    return Record("annotation", "n", revision, body, content_hash(body) if body else "", gone, is_mine)


@dataclass
class Here:
    """One thing as a library has it."""

    base: p.Agreed | None
    local: Any
    told: str = ""
    losers: list[Any] = field(default_factory=list)
    disputed: dict[str, Any] = field(default_factory=dict)

    def take(self, remote: Record) -> tuple[p.Step, ...]:
        steps = p.plan(self.base, self.local, remote, self.disputed)
        for step in steps:
            self.carry_out(step)
        return steps

    def carry_out(self, step: p.Step) -> None:
        match step:
            case p.Take(body):
                self.local = dict(body)
            case p.Remove():
                self.local = None
            case p.KeepLoser(body, _):
                self.losers.append(body)
            case p.Scrub():
                self.losers, self.disputed, self.told = [], {}, ""
            case p.Dispute(clashes):
                self.disputed = {each.field: each.base for each in clashes}
            case p.Tell(action):
                self.told = action
            case p.TellNothing():
                self.told = ""
            case p.Agree(agreed):
                was = self.base
                self.base = p.Agreed(agreed.revision, agreed.body, "" if was is None else was.was)
            case p.Forget():
                self.base = None


agreed_ones = st.none() | st.builds(p.Agreed, st.sampled_from([-1, 0, 3]), maybe, st.just(""))
heres = st.builds(Here, agreed_ones, maybe)
remotes = st.one_of(
    st.builds(lambda body: record(5, body), bodies),
    st.builds(lambda reason: record(5, None, reason=reason), st.sampled_from(["deleted", "erased", "hidden"])),
)


@given(heres, remotes)
def test_the_same_news_again_is_no_news(here: Here, remote: Record) -> None:
    here.take(remote)
    assert here.take(remote) == () or here.base is None
    older = record(2, {"body": "z", "modified": LATE})
    if here.base is not None:
        assert here.take(older) == ()


@given(heres, remotes)
def test_what_is_here_and_not_at_the_archive_is_told(here: Here, remote: Record) -> None:
    here.take(remote)
    if here.base is None or (remote.gone is not None and remote.gone.reason != "deleted"):
        return
    said = None if here.local is None else p.undisputed(here.local, remote.body, here.disputed)
    assert (here.told != "") == (said != remote.body)
    assert here.told == ("" if said == remote.body else "removed" if said is None else "updated")


@given(heres, remotes)
def test_no_text_is_lost_that_somebody_wrote(here: Here, remote: Record) -> None:
    before = here.local
    base = None if here.base is None else here.base.body
    here.take(remote)
    if before is None or (remote.gone is not None and remote.gone.reason in {"erased", "hidden"}):
        return
    kept = [each["body"] for each in [here.local, *here.losers] if each is not None]
    if base is None or before["body"] != base["body"]:
        assert before["body"] in kept
    if remote.body is not None and (base is None or remote.body["body"] != base["body"]):
        is_shown = remote.body["body"] in kept or "body" in here.disputed
        assert is_shown


@given(heres, st.sampled_from(["erased", "hidden"]))
def test_nothing_beats_an_erasure(here: Here, reason: Any) -> None:
    here.take(record(5, None, reason=reason))
    assert here.local is None
    assert (here.told, here.losers, here.disputed) == ("", [], {})


@given(heres, bodies)
def test_what_another_shares_is_as_that_other_has_it(here: Here, body: Any) -> None:
    here.take(record(5, body, is_mine=False))
    assert here.local == body
    assert here.told == ""
    here.take(record(6, None, reason="unshared", is_mine=False))
    assert (here.local, here.base) == (None, None)


@given(maybe, bodies)
def test_a_deletion_goes_before_nothing_but_what_nobody_touched(local: Any, body: Any) -> None:
    here = Here(p.Agreed(3, body), local)
    here.take(record(5, None, reason="deleted"))
    if local == body:
        assert (here.local, here.losers) == (None, [body])
    else:
        assert here.local == local
