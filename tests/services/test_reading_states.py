"""How far one says one is with a contribution, in a real library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.ids import ContributionId
from kennisbank.importing.pipeline import ImportRequest
from tests.pdfs import simple_pdf


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as kennisbank:
        for name in ("wilgen", "beken", "duinen"):
            simple_pdf(
                tmp_path / "papers" / f"{name}.pdf", [f"Over {name}\n\nEen tekst over {name} en wat daar leeft."]
            )
        kennisbank.importing.run(ImportRequest((tmp_path / "papers",), None, "", is_rehearsal=False))
        yield kennisbank


@pytest.fixture
def ids(opened: Kennisbank) -> list[ContributionId]:
    return [each.id for each in opened.catalogue.all()]


def test_a_state_is_set_and_taken_back_with_what_was_there_before(
    opened: Kennisbank, ids: list[ContributionId]
) -> None:
    states = opened.reading_states
    states.set(ids[:1], "read")
    change = states.set(ids[:2], "to_read")
    assert states.states() == {ids[0]: "to_read", ids[1]: "to_read"}
    assert change.changes.ids("reading_mark") == set(ids[:2])
    undone = states.undo(change)
    assert states.states(ids) == {ids[0]: "read"}
    assert undone.ids("reading_mark") == set(ids[:2])


def test_the_same_state_again_is_no_write(opened: Kennisbank, ids: list[ContributionId]) -> None:
    opened.reading_states.set(ids, "to_read")
    assert not opened.reading_states.set(ids, "to_read").changes
    assert not opened.reading_states.set([ContributionId("gone")], "read").changes


def test_the_latest_mark_stands_first_and_counts_are_of_what_is_here(
    opened: Kennisbank, ids: list[ContributionId]
) -> None:
    states = opened.reading_states
    for each in ids:
        states.set([each], "to_read")
    assert [each.id for each in states.in_state("to_read")] == ids[::-1]
    assert [each.id for each in states.in_state("to_read", 1)] == ids[-1:]
    states.set(ids[:1], "read")
    assert states.counts() == {"to_read": 2, "read": 1}
    opened.importing.undo(opened.catalogue.batches()[0].id)
    assert states.counts() == {}
    assert states.in_state("read") == []


def test_opening_begins_what_was_to_be_read_and_leaves_the_rest(opened: Kennisbank, ids: list[ContributionId]) -> None:
    states = opened.reading_states
    states.set(ids[:1], "to_read")
    states.set(ids[1:2], "read")
    assert states.opened(ids[0])
    assert not states.opened(ids[1])
    assert not states.opened(ids[2])
    assert states.states() == {ids[0]: "reading", ids[1]: "read"}
