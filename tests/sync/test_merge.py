"""Merging is three-way and by field: what one side changed is that side's, and only what both changed can clash."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.sync.merge import at, merged, with_at
from kennisbank.sync.protocol import RecordKind

EARLY, LATE = "2026-01-01T00:00:00.000000+00:00[UTC]", "2026-01-02T00:00:00.000000+00:00[UTC]"
words = st.sampled_from(["", "a", "b", "c"])
tags = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5)
moments = st.sampled_from([EARLY, LATE])
lines = st.lists(
    st.builds(lambda line, remark: {"id": line, "remark": remark}, st.sampled_from("uvwxyz"), words),
    unique_by=lambda each: each["id"],
    max_size=5,
)
notes = st.fixed_dictionaries(
    {"body": words, "colour": words, "tags": tags, "modified": moments, "trashed": st.none() | moments},
    optional={"from_a_newer_program": words, "details": st.dictionaries(st.sampled_from("kl"), words, max_size=2)},
)
dossiers = st.fixed_dictionaries({"name": words, "items": lines, "modified": moments})
three_notes = st.tuples(notes, notes, notes)
three_dossiers = st.tuples(dossiers, dossiers, dossiers)


def body(kind: RecordKind, base: Any, mine: Any, theirs: Any) -> dict[str, Any]:
    return merged(kind, base, mine, theirs).body


@given(three_notes)
def test_whoever_changed_nothing_takes_what_the_other_has(three: tuple[Any, Any, Any]) -> None:
    base, mine, theirs = three
    assert merged("annotation", base, base, theirs).body == theirs
    assert merged("annotation", base, mine, base).body == mine
    assert merged("annotation", base, mine, mine).body == mine
    assert not merged("annotation", base, mine, base).clashes


@given(three_notes)
def test_only_a_field_that_both_changed_differently_clashes(three: tuple[Any, Any, Any]) -> None:
    base, mine, theirs = three
    found = merged("annotation", base, mine, theirs)
    for clash in found.clashes:
        values = at(base, clash.field), at(mine, clash.field), at(theirs, clash.field)
        assert len({repr(each) for each in values}) == 3
        assert (clash.base, clash.mine, clash.theirs) == values
        assert at(found.body, clash.field) == clash.mine
    clashing = {each.field for each in found.clashes}
    for name in ("body", "colour"):
        was, ours, others = base[name], mine[name], theirs[name]
        assert (name in clashing) == (ours not in {was, others} and others != was)
        if name not in clashing:
            assert found.body[name] == (others if ours == was else ours)


@given(three_notes)
def test_a_merge_is_the_same_from_either_side_but_for_what_clashes(three: tuple[Any, Any, Any]) -> None:
    base, mine, theirs = three
    one, other = merged("annotation", base, mine, theirs), merged("annotation", base, theirs, mine)
    assert {each.field for each in one.clashes} == {each.field for each in other.clashes}
    clashing = {each.field.partition(".")[0] for each in one.clashes}
    for name in {*one.body, *other.body} - clashing:
        ours, others = one.body.get(name), other.body.get(name)
        if isinstance(ours, list) and isinstance(others, list):
            ours, others = sorted(ours), sorted(others)
        assert ours == others


@given(three_notes)
def test_merging_again_changes_nothing(three: tuple[Any, Any, Any]) -> None:
    base, mine, theirs = three
    first = body("annotation", base, mine, theirs)
    assert body("annotation", theirs, first, theirs) == first


@given(tags, tags, tags)
def test_a_member_is_in_a_set_when_nobody_took_it_out(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found = body("annotation", {"tags": base}, {"tags": mine}, {"tags": theirs})["tags"]
    wanted = {each for each in "abcdef" if (each in mine and each in theirs) or (each in {*mine, *theirs} - {*base})}
    assert set(found) == wanted
    assert len(found) == len(set(found))


@given(three_dossiers)
def test_a_line_stays_unless_one_side_took_it_out_and_the_other_let_it_be(three: tuple[Any, Any, Any]) -> None:
    base, mine, theirs = three
    was, ours, others = ({each["id"]: each for each in side["items"]} for side in three)
    found = [each["id"] for each in body("dossier", base, mine, theirs)["items"]]
    assert len(found) == len(set(found))
    for line in "uvwxyz":
        here, there = ours.get(line), others.get(line)
        is_there = (
            (here is not None and there is not None)
            or (here is not None and here != was.get(line))
            or (there is not None and there != was.get(line))
        )
        assert (line in found) == is_there


@given(st.permutations("uvwx"), st.permutations("uvwx"))
def test_lines_keep_the_order_of_whoever_moved_them(mine: list[str], before: list[str]) -> None:
    def dossier(order: Any) -> dict[str, Any]:
        return {"items": [{"id": each} for each in order]}

    added = dossier([*before, "z"])
    found = [each["id"] for each in body("dossier", dossier(before), dossier(mine), added)["items"]]
    assert [each for each in found if each != "z"] == mine
    assert found.index("z") == found.index(before[-1]) + 1


def test_an_edit_beats_the_trash() -> None:
    base = {"body": "een", "modified": EARLY, "trashed": None}
    trashed, edited = {**base, "trashed": LATE, "modified": LATE}, {**base, "body": "twee", "modified": LATE}
    for mine, theirs in ((trashed, edited), (edited, trashed)):
        assert body("annotation", base, mine, theirs) == {"body": "twee", "modified": LATE, "trashed": None}
    assert body("annotation", base, trashed, base)["trashed"] == LATE
    touched = {**base, "modified": LATE}
    assert body("annotation", base, trashed, touched)["trashed"] == LATE


@given(moments, moments)
def test_the_newest_place_is_the_place_as_a_whole(one: str, other: str) -> None:
    mine, theirs = {"page": 3, "y": 1.0, "moment": one}, {"page": 9, "y": 2.0, "moment": other}
    found = body("reading", None, mine, theirs)
    assert found == (mine if one > other else theirs)


def test_what_is_inside_a_line_can_clash_and_be_put_right() -> None:
    base: dict[str, Any] = {"items": [{"id": "u", "remark": "een"}]}
    mine, theirs = {"items": [{"id": "u", "remark": "twee"}]}, {"items": [{"id": "u", "remark": "drie"}]}
    found = merged("dossier", base, mine, theirs)
    (clash,) = found.clashes
    assert (clash.field, clash.mine, clash.theirs) == ("items.u.remark", "twee", "drie")
    assert at(with_at(found.body, clash.field, "vier"), clash.field) == "vier"
    assert with_at(found.body, "items.gone.remark", "vier") == found.body


def test_people_are_added_and_taken_off_one_by_one() -> None:
    base = {"shared": {"everyone": False, "people": ["a", "b"]}}
    mine = {"shared": {"everyone": False, "people": ["b", "c"]}}
    theirs = {"shared": {"everyone": True, "people": ["a", "b", "d"]}}
    assert body("dossier", base, mine, theirs) == {"shared": {"everyone": True, "people": ["b", "d", "c"]}}
