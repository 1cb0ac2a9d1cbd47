from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.annotation import Annotation
from kennisbank.domain.moments import Moment
from kennisbank.exchange.jsonld import write_jsonld
from kennisbank.exchange.jsonld_reading import read_jsonld
from kennisbank.exchange.values import Owner
from tests.exchange.made import annotations

NOW = Moment(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
ME = Owner("urn:uuid:0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b", "Anna")


@given(st.lists(annotations, max_size=3, unique_by=lambda each: each.id), st.sampled_from([ME, Owner(ME.id)]))
def test_what_is_written_is_read_without_loss(made: list[Annotation], owner: Owner) -> None:
    read = read_jsonld(write_jsonld(made, owner=owner, moment=NOW), owner=owner, moment=NOW)
    assert not read.problems
    assert [each.annotation for each in read.annotations] == made
    assert not any(each.lost for each in read.annotations)
