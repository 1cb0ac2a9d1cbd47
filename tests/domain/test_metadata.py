from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.metadata import FIELDS, STRENGTH, Metadata, SourcedMetadata, sourced

sources = st.sampled_from(["proposal", "list", "archive", "hand"])
metadata = st.builds(
    lambda title, year, keywords, source: sourced(
        Metadata(title=title, year=year, keywords=tuple(keywords)), source, source
    ),
    st.text(max_size=5),
    st.none() | st.integers(1990, 2030),
    st.lists(st.text(min_size=1, max_size=3), max_size=2),
    sources,
)


def test_hand_beats_list_beats_proposal() -> None:
    proposal = sourced(Metadata(title="Title Layout", year=2013), "proposal")
    by_list = sourced(Metadata(title="Van blok naar tekst"), "list")
    by_hand = sourced(Metadata(title="Van blok naar tekst, herzien"), "hand")
    merged = proposal.merged(by_list).merged(by_hand).merged(by_list).merged(proposal)
    assert merged.values.title == "Van blok naar tekst, herzien"
    assert merged.values.year == 2013
    assert merged.provenance["title"].source == "hand"
    assert merged.provenance["year"].source == "proposal"


def test_a_newer_list_replaces_an_older_one() -> None:
    merged = sourced(Metadata(title="Oud"), "list").merged(sourced(Metadata(title="Nieuw"), "list"))
    assert merged.values.title == "Nieuw"


def test_an_absent_value_never_replaces_a_present_one() -> None:
    merged = sourced(Metadata(title="Er"), "list").merged(sourced(Metadata(), "list", only=frozenset({"title"})))
    assert merged.values.title == "Er"


def test_a_field_emptied_by_hand_stays_empty() -> None:
    emptied = sourced(Metadata(abstract="fout"), "list").merged(
        sourced(Metadata(), "hand", only=frozenset({"abstract"}))
    )
    assert emptied.values.abstract == ""
    assert emptied.merged(sourced(Metadata(abstract="weer"), "list")).values.abstract == ""


@given(metadata, metadata)
def test_merging_never_weakens_a_source(one: SourcedMetadata, other: SourcedMetadata) -> None:
    merged = one.merged(other)
    for field in FIELDS:
        if field in one.provenance:
            assert STRENGTH[merged.provenance[field].source] >= STRENGTH[one.provenance[field].source]


@given(metadata, metadata)
def test_merging_twice_is_merging_once(one: SourcedMetadata, other: SourcedMetadata) -> None:
    merged = one.merged(other)
    assert merged.merged(other) == merged
