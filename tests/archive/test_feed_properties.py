"""Whatever happens at the archive: everybody ends with exactly what they may see, by whatever steps they came there."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import PUBLIC, Gone
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution, dossier, mark_read, note, written

PEOPLE = ("ada", "bo")
NAMES = ("n1", "n2", "n3")
ADDRESSES = ["ADA@example.org ", "bo@example.org", "later@example.org"]
FINAL = ("erased", "hidden")


class DoneError(Exception):
    """Takes everything back that one example did."""


@dataclass
class Thing:
    """A record as its owner wants it."""

    owner: str
    revision: int
    people: frozenset[str] = frozenset()
    reply_to: str | None = None
    is_trashed: bool = False
    is_there: bool = True
    is_final: bool = False


@dataclass
class World:
    """What was asked of the archive, to be compared with what it shows."""

    tx: Transaction
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)
    public: set[str] = field(default_factory=set)

    def write(self, who: str, kind: str, name: str, body: dict[str, object] | None) -> None:
        record = f"{who}-{name}" if kind != "dossier" else f"{who}-d{name}"
        known = self.things.get((kind, record))
        current = {each.id: each for each in self.tx.records.own(who) if each.kind == kind}.get(record)
        base = current.revision if current is not None else 0
        if known is not None and known.is_final:
            assert written(self.tx, who, kind, record, body, base=base).refusal == "gone"
            return
        if known is None and body is None:
            assert written(self.tx, who, kind, record, None).outcome == "accepted"
            return
        assert written(self.tx, who, kind, record, body, base=base).outcome == "accepted"
        if body is None:
            assert known is not None
            known.is_there = False
            return
        shared = body.get("shared") or {}
        people = frozenset(each.strip().lower().partition("@")[0] for each in shared.get("people", []))  # type: ignore[union-attr]
        self.things[kind, record] = Thing(
            who,
            base,
            people | ({"*"} if shared.get("everyone") else set()),  # type: ignore[union-attr]
            str(body["reply_to"]) if body.get("reply_to") else None,
            bool(body.get("trashed")),
        )

    def seen_by(self, who: str) -> set[tuple[str, str]]:
        return {key for key, thing in self.things.items() if thing.is_there and self._sees(who, thing)}

    def _sees(self, who: str, thing: Thing, seen: tuple[int, ...] = ()) -> bool:
        if thing.owner == who:
            return True
        if thing.is_trashed:
            return False
        if {"*", who} & thing.people:
            return True
        parent = self.things.get(("annotation", thing.reply_to or ""))
        return (
            parent is not None
            and id(parent) not in seen
            and parent.is_there
            and parent.owner == thing.owner
            and self._sees(who, parent, (*seen, id(parent)))
        )


people = st.sampled_from(PEOPLE)
names = st.sampled_from(NAMES)
shared = st.lists(st.sampled_from(ADDRESSES), max_size=2)
steps = st.one_of(
    st.tuples(
        st.just("note"), people, names, shared, st.booleans(), st.none() | names, st.sampled_from([False] * 4 + [True])
    ),
    st.tuples(st.just("dossier"), people, names, shared),
    st.tuples(st.just("mark"), people, names),
    st.tuples(st.just("delete"), people, names, st.sampled_from(["annotation", "dossier"])),
    st.tuples(st.just("take_away"), people, names, st.sampled_from(FINAL)),
    st.tuples(st.just("publish"), names, st.integers(0, 2)),
    st.tuples(st.just("withdraw"), names, st.sampled_from(["withdrawn", "erased", "hidden", "replaced"])),
    st.tuples(st.just("pull"), st.sampled_from([*PEOPLE, None]), st.integers(1, 3)),
)


def carry_out(world: World, step: tuple[object, ...], number: int, clients: dict[str | None, FeedClient]) -> None:
    match step:
        case ("note", str(who), str(name), list(addresses), bool(everyone), reply_to, bool(trashed)):
            parent = f"{who}-{reply_to}" if reply_to is not None else None
            body = note(f"{number}", shared=addresses, everyone=everyone, reply_to=parent, trashed=trashed)
            world.write(who, "annotation", name, body)
        case ("dossier", str(who), str(name), list(addresses)):
            world.write(who, "dossier", name, dossier(str(number), items=[f"{who}-{name}"], shared=addresses))
        case ("mark", str(who), str(name)):
            world.write(who, "reading_mark", name, mark_read())
        case ("delete", str(who), str(name), str(kind)):
            world.write(who, kind, name, None)
        case ("take_away", str(who), str(name), reason):
            if ("annotation", f"{who}-{name}") in world.things:
                world.tx.records.withdraw("annotation", f"{who}-{name}", Gone(reason))  # type: ignore[arg-type]
                thing = world.things["annotation", f"{who}-{name}"]
                thing.is_there, thing.is_final = False, True
        case ("publish", str(name), int(title)):
            if world.tx.records.put_public("contribution", name, contribution(f"T{title}")).outcome != "gone":
                world.public.add(name)
        case ("withdraw", str(name), reason):
            if world.tx.records.get("contribution", name) is not None:
                world.tx.records.withdraw("contribution", name, Gone(reason))  # type: ignore[arg-type]
                was = name in world.public
                world.public.discard(name)
                if reason == "withdrawn" and was:
                    world.public.add(name)
        case ("pull", who, int(limit)):
            clients[who].pull(world.tx, limit=limit)  # type: ignore[index]


_SLOWLY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@settings(suppress_health_check=_SLOWLY)
@given(history=st.lists(steps, max_size=30), limit=st.integers(1, 7))
def test_everybody_ends_with_what_they_may_see(archive: Archive, history: list[tuple[object, ...]], limit: int) -> None:
    live(archive, history, limit)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@settings(suppress_health_check=_SLOWLY, max_examples=max(5, settings().max_examples // 5))
@given(history=st.lists(steps, max_size=30), limit=st.integers(1, 7))
def test_everybody_ends_there_in_postgresql_too(
    archive: Archive, history: list[tuple[object, ...]], limit: int
) -> None:
    live(archive, history, limit)


def live(archive: Archive, history: list[tuple[object, ...]], limit: int) -> None:
    """Let a history happen, and hold what everybody sees to what was asked; then take it all back."""
    try:
        with archive.write() as tx:
            for name in PEOPLE:
                add_account(tx, name)
            world = World(tx)
            clients = {who: FeedClient(who) for who in (*PEOPLE, None)}
            for number, step in enumerate(history):
                carry_out(world, step, number, clients)
            for who, client in clients.items():
                client.pull(tx, limit=limit)
                fresh = FeedClient(who)
                pages = fresh.pull(tx, limit=limit)
                assert client.held == fresh.held
                told = sum(1 for page in pages for each in page.records if each.gone is not None)
                assert pages[0].removals == told
                assert {name for kind, name in client.held if kind in PUBLIC} == world.public
                seen = {key for key in client.held if key[0] not in PUBLIC}
                assert seen == (world.seen_by(who) if who is not None else set())
                for record in client.held.values():
                    assert record.is_mine == (who is not None and record.id.startswith(f"{who}-"))
            raise DoneError  # noqa: TRY301 -- the transaction is what it takes back
    except DoneError:
        pass


def test_a_later_account_gets_what_was_shared_with_its_address(archive: Archive) -> None:
    with archive.write() as tx:
        add_account(tx, "ada")
        assert written(tx, "ada", "annotation", "n1", note(shared=["Later@Example.org"])).outcome == "accepted"
        add_account(tx, "later")
        client = FeedClient("later")
        client.pull(tx)
        assert list(client.held) == [("annotation", "n1")]
        assert client.held["annotation", "n1"].creator == "Ada"
