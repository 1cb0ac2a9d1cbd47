"""Against the samples of the W3C test suite: all that is right is read without loss, nothing that is wrong does harm."""

import contextlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.annotation import UNKNOWN_CREATOR, Annotation
from kennisbank.domain.ids import PageNo
from kennisbank.domain.moments import Moment
from kennisbank.errors import BadInputError
from kennisbank.exchange.jsonld import write_jsonld
from kennisbank.exchange.jsonld_reading import read_jsonld
from kennisbank.exchange.values import Owner, ReadAnnotation
from tests.exchange import w3c_musts
from tests.exchange.made import annotations

NOW = Moment(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
ME = Owner("urn:uuid:0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b", "Anna")


def read(value: Any) -> tuple[ReadAnnotation, ...]:
    return read_jsonld(json.dumps(value).encode(), owner=ME, moment=NOW).annotations


def one(target: Any = "http://example.com/a", **values: Any) -> ReadAnnotation:
    node = {"@context": w3c_musts.CONTEXT, "id": "http://example.com/1", "type": "Annotation", "target": target}
    (found,) = read(node | values)
    return found


def said(value: Any) -> Iterator[str]:
    """Give every string that carries something, as opposed to the names by which JSON-LD knows its kinds."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in {"@context", "type", "motivation", "purpose", "format"}:
                yield from said(each)
    elif isinstance(value, list):
        for each in value:
            yield from said(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.shared_data
def test_every_right_sample_is_read_and_nothing_it_says_is_lost(shared_data: Path) -> None:
    samples = sorted((shared_data / "protocols" / "annotations" / "samples" / "correct").glob("anno*.json"))
    assert len(samples) > 35
    for sample in samples:
        node = json.loads(sample.read_text(encoding="utf-8"))
        assert w3c_musts.annotation(node) == [], sample.name
        (found,) = read(node)
        known = found.annotation
        quote = known.anchor.quote if known.anchor is not None else None
        moments = [known.created.utc.isoformat(), known.modified.utc.isoformat()]
        held = [known.body, *known.tags, known.creator, found.key, *known.details.values(), *moments]
        held += [quote.exact, quote.prefix, quote.suffix] if quote is not None else []
        text = json.dumps(held, ensure_ascii=False).replace('\\"', '"').replace("+00:00", "Z")
        assert [each for each in said(node) if each.replace('"', "'") not in text.replace('"', "'")] == [], sample.name
        assert known.is_read_only is False
        assert known.creator


@pytest.mark.shared_data
def test_a_collection_and_a_page_give_what_is_in_them(shared_data: Path) -> None:
    folder = shared_data / "protocols" / "annotations" / "samples" / "correct"
    data = (folder / "collection1.json").read_bytes()
    count = len(json.loads(data)["first"]["items"])
    assert len(read_jsonld(data, owner=ME, moment=NOW).annotations) == count > 3
    for name in ("example41.json", "example42.json", "example43.json"):
        found = read_jsonld((folder / name).read_bytes(), owner=ME, moment=NOW)
        assert found.annotations or found.problems, name


@pytest.mark.shared_data
def test_no_wrong_sample_does_harm(shared_data: Path) -> None:
    samples = sorted((shared_data / "protocols" / "annotations" / "samples" / "incorrect").glob("*.json"))
    assert len(samples) > 35
    judged = 0
    for sample in samples:
        try:
            found = read_jsonld(sample.read_bytes(), owner=ME, moment=NOW)
        except BadInputError:
            continue
        judged += 1
        node = json.loads(sample.read_bytes())
        assert w3c_musts.annotation(node) != [], sample.name
        assert len(found.annotations) + len(found.problems) == 1


@given(st.lists(annotations, max_size=3, unique_by=lambda each: each.id))
def test_what_is_written_is_what_the_model_asks(made: list[Annotation]) -> None:
    starts = {each.anchor.file: [0, 6000, 12000] for each in made if each.anchor is not None}
    node = json.loads(write_jsonld(made, owner=ME, moment=NOW, starts=starts, label="Les"))
    assert w3c_musts.collection(node) == []


def test_a_body_is_read_in_every_form() -> None:
    assert one(bodyValue="tekst").annotation.body == "tekst"
    assert one(body={"type": "TextualBody", "value": "tekst"}).annotation.body == "tekst"
    several = [{"type": "TextualBody", "value": "a"}, {"type": "TextualBody", "value": "b", "purpose": "tagging"}]
    assert (one(body=several).annotation.body, one(body=several).annotation.tags) == ("a", ("b",))
    html = {"type": "TextualBody", "value": "<p>één</p><script>x</script><p>twee &amp; drie", "format": "text/html"}
    assert one(body=html).annotation.body == "één\n\ntwee & drie"
    choice = {"type": "Choice", "items": ["http://example.com/x", {"type": "TextualBody", "value": "gekozen"}]}
    assert one(body=choice).annotation.body == "gekozen"
    assert one(body=choice).lost == ("body",)
    semantic = {"type": "SpecificResource", "purpose": "tagging", "source": "http://example.com/stad"}
    assert one(body=semantic).annotation.tags == ("http://example.com/stad",)


def test_a_creator_is_read_in_every_form_and_a_stranger_is_never_the_owner() -> None:
    assert one(creator={"id": ME.id}).annotation.creator == ""
    assert one(creator="http://example.com/jan").annotation.creator == "http://example.com/jan"
    assert one(creator=[{"name": "Jan"}, {"name": ["Piet", "P."]}]).annotation.creator == "Jan; Piet"
    assert one().annotation.creator == UNKNOWN_CREATOR
    assert one(creator={}).annotation.creator == UNKNOWN_CREATOR


def test_selectors_are_alternatives_and_refine_one_another() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "open data", "prefix": "over "}
    page = {"type": "FragmentSelector", "value": "page=3&viewrect=72,90,200,14"}
    position = {"type": "TextPositionSelector", "start": 4, "end": 13}
    for selector in ([page, position, quote], {**page, "refinedBy": quote}):
        found = one({"source": "http://example.com/a.pdf", "selector": selector})
        anchor = found.annotation.anchor
        assert anchor is not None
        assert anchor.quote is not None
        assert (anchor.quote.exact, anchor.page) == ("open data", 3)
        assert anchor.pieces[0].boxes[0].x1 == 272
    assert one({"source": "http://example.com/a.pdf", "selector": [page, position]}).position == (4, 13)
    assert one({"source": "http://example.com/a.pdf", "selector": {**page, "refinedBy": position}}).position is None
    assert one("http://example.com/a.pdf#page=7").annotation.anchor.page == PageNo(7)  # type: ignore[union-attr]
    assert one({"source": "http://example.com/a.pdf", "selector": {"type": "SvgSelector", "value": "<svg/>"}}).lost == (
        "SvgSelector",
    )


def test_a_link_of_ours_says_which_contribution_page_and_words() -> None:
    link = "kennisbank:contribution/0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b?page=3&quote=open%20data"
    found = one(link).annotation
    assert found.contribution == "0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b"
    assert found.anchor is not None
    assert found.anchor.quote is not None
    assert (found.anchor.page, found.anchor.quote.exact) == (3, "open data")


def test_a_reply_answers_what_it_targets() -> None:
    other = "urn:uuid:0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b"
    assert one(other, motivation="replying").annotation.reply_to == other.removeprefix("urn:uuid:")


values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["Annotation", "Choice", "TextualBody", "FragmentSelector", "page=1"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["type", "id", "items", "value", "source", "selector", "refinedBy", "purpose", "name", "kb:pieces", "kb:page", "start", "end", "canonical", "styleClass"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip
KEYS = [
    "body",
    "bodyValue",
    "target",
    "creator",
    "created",
    "modified",
    "motivation",
    "stylesheet",
    "id",
    "kb:kind",
    "kb:details",
    "kb:colour",
    "kb:trashed",
    "audience",
]


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=5))
def test_nothing_that_stands_in_a_file_stops_the_reading(node: dict[str, Any]) -> None:
    found = read_jsonld(json.dumps({"type": "Annotation", "target": "a:b"} | node).encode(), owner=ME, moment=NOW)
    assert len(found.annotations) + len(found.problems) == 1


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"1" * 5000, b'"\\ud800"'])
def test_what_is_no_json_is_refused_and_what_is_no_annotation_reported(data: bytes) -> None:
    with contextlib.suppress(BadInputError):
        assert read_jsonld(data, owner=ME, moment=NOW).problems
