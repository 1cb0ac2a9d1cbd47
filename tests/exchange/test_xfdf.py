from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.annotation import UNKNOWN_CREATOR, Anchor, Annotation
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.moments import Moment
from kennisbank.domain.page_frame import PageFrame
from kennisbank.errors import BadInputError
from kennisbank.exchange.values import Owner, ReadFile
from kennisbank.exchange.xfdf import write_xfdf
from kennisbank.exchange.xfdf_reading import read_xfdf
from tests.exchange.made import annotations, boxes

NOW = Moment(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
ME = Owner("urn:uuid:0b6f0b0e-8c5f-4a57-9a3e-3f6f0e1d2c3b", "Anna")
SIZE = PageFrame.of_height(800)


def turned(x0: float, y0: float, x1: float, y1: float, rotation: int) -> PageFrame:
    """Return a page of which this box in user space is shown, turned clockwise."""
    match rotation:
        case 90:
            return PageFrame(0, 1, 1, 0, -y0, -x0)
        case 180:
            return PageFrame(-1, 0, 0, 1, x1, -y0)
        case 270:
            return PageFrame(0, -1, -1, 0, y1, x1)
        case _:
            return PageFrame(1, 0, 0, -1, -x0, y1)


frames = st.sampled_from([0, 90, 180, 270]).map(lambda rotation: turned(10, 20, 610, 820, rotation))


def read(data: bytes, frame: PageFrame = SIZE) -> ReadFile:
    return read_xfdf(data, owner=ME, moment=NOW, frames={}, default=frame)


@given(boxes(), frames)
def test_a_box_comes_back_from_user_space_on_turned_and_cropped_pages(box: Rect, frame: PageFrame) -> None:
    back = frame.from_user(frame.to_user(box))
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx((box.x0, box.y0, box.x1, box.y1), abs=1e-3)


def test_the_corner_at_the_top_left_is_where_a_viewer_has_it() -> None:
    corner = Rect(0, 0, 10, 5)
    assert PageFrame.of_height(800).to_user(corner) == Rect(0, 795, 10, 800)
    assert turned(0, 0, 800, 600, 90).to_user(corner) == Rect(0, 0, 5, 10)
    assert turned(0, 0, 600, 800, 180).to_user(corner) == Rect(590, 0, 600, 5)
    assert turned(0, 0, 800, 600, 270).to_user(corner) == Rect(795, 590, 800, 600)


def held(each: Annotation) -> tuple[Annotation, Anchor | None]:
    """Return an annotation as far as XFDF holds it: whole seconds, boxes to a thousandth, zones as offsets."""

    def seconds(moment: Moment) -> Moment:
        zone = moment.zone if moment.zone.startswith("+") else "UTC"
        return Moment(moment.utc.replace(microsecond=0), zone)

    anchor = each.anchor
    if anchor is not None:
        pieces = tuple(replace(piece, start=0, end=0) for piece in anchor.pieces)
        anchor = Anchor(FileHash(""), pieces)
    return (
        replace(
            each,
            anchor=anchor,
            created=seconds(each.created),
            modified=seconds(each.modified),
            creator=each.creator,
            contribution="",
            source="xfdf" if each.creator else "own",
            source_key=each.id if each.creator else "",
            details={},
            is_read_only=False,
            trashed=None,
            archive=None,
            account=None,
        ),
        anchor,
    )


plain = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30)
writable = st.builds(
    lambda each, body, creator, tags: replace(each, body=body, creator=creator, tags=tuple(tags)),
    annotations.filter(lambda each: each.anchor is None or each.anchor.pieces),
    (plain | st.just("een\r\ntwee\tdrie\n")).filter(lambda text: not text or text.strip()),
    plain.filter(lambda text: not text or text.strip()),
    st.lists(plain, max_size=2),
)


def near(one: Annotation, other: Annotation) -> None:
    assert replace(one, anchor=None) == replace(other, anchor=None)
    if one.anchor is None or other.anchor is None:
        assert one.anchor == other.anchor
        return
    for ours, theirs in zip(one.anchor.pieces, other.anchor.pieces, strict=True):
        assert (ours.page, len(ours.boxes)) == (theirs.page, len(theirs.boxes))
        for a, b in zip(ours.boxes, theirs.boxes, strict=True):
            assert (a.x0, a.y0, a.x1, a.y1) == pytest.approx((b.x0, b.y0, b.x1, b.y1), abs=2e-3)


@given(st.lists(writable, max_size=2, unique_by=lambda each: each.id), frames)
def test_what_xfdf_can_hold_is_read_as_it_was_written(made: list[Annotation], frame: PageFrame) -> None:
    pages = {PageNo(number): frame for number in range(1, 501)}
    data, problems = write_xfdf([(each, each.anchor) for each in made], owner=ME, frames=pages)
    assert not problems
    found = read(data, frame)
    assert not found.problems
    assert len(found.annotations) == len(made)
    for ours, theirs in zip(made, found.annotations, strict=True):
        near(held(ours)[0], replace(theirs.annotation, details={}))


def test_what_has_no_place_in_the_file_is_said() -> None:
    each = Annotation("a", "b", "highlight", Anchor(FileHash("f"), (), None, "gone"), NOW, NOW, body="weg")
    data, (problem,) = write_xfdf([(each, each.anchor)], owner=ME, frames={PageNo(1): SIZE})
    assert problem.code == "annotation_not_in_file"
    assert problem.values["what"] == "weg"
    assert not read(data).annotations


def test_two_of_one_name_are_two() -> None:
    one = '<text page="0" rect="1,2,3,4" name="x" title="A"><contents>een</contents></text>'
    other = '<text page="0" rect="1,2,3,4" name="x" title="A"><contents>twee</contents></text>'
    found = read(f'<xfdf xmlns="http://ns.adobe.com/xfdf/"><annots>{one}{other}</annots></xfdf>'.encode())
    assert [(each.key, each.annotation.body) for each in found.annotations] == [("x", "een"), ("x#2", "twee")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<xfdf",
        b"<html/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><xfdf>&b;</xfdf>',
        b'<?xml version="1.0" encoding="nope"?><xfdf/>',
    ],
)
def test_what_is_no_xfdf_is_refused(data: bytes) -> None:
    with pytest.raises(BadInputError):
        read(data)


@given(
    st.dictionaries(
        st.sampled_from(["page", "rect", "coords", "color", "date", "name", "inreplyto", "opacity"]),
        st.text(st.characters(min_codepoint=32, blacklist_categories=["Cs", "Cn"]), max_size=20),
    ),
    st.sampled_from(["highlight", "text", "ink", "onbekend"]),
)
def test_no_value_of_an_attribute_stops_the_reading(values: dict[str, str], element: str) -> None:
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in values.items())
    found = read(f"<xfdf><annots><{element}{attributes}/></annots></xfdf>".encode())
    assert len(found.annotations) == 1


def test_a_very_deep_annotation_is_reported() -> None:
    inside = "<contents-richtext>" + "<p>" * 5000 + "</p>" * 5000 + "</contents-richtext>"
    found = read(f"<xfdf><annots><text page='0'>{inside}</text><text page='1'/></annots></xfdf>".encode())
    assert [each.code for each in found.problems] == ["annotation_unreadable"]
    assert len(found.annotations) == 1


@pytest.mark.shared_data
def test_a_real_file_is_read_with_all_it_says(shared_data: Path) -> None:
    data = (shared_data / "protocols" / "xfdf" / "xfdf-test-document-annotations.xml").read_bytes()
    frame = PageFrame.of_height(792)
    found = read_xfdf(data, owner=ME, moment=NOW, frames={}, default=frame)
    assert not found.problems
    kinds = [each.annotation.kind for each in found.annotations]
    assert kinds == [
        "highlight",
        "underline",
        "strikeout",
        "free_text",
        "free_text",
        "note",
        "other",
        "other",
        "free_text",
    ]
    mark = found.annotations[0].annotation
    assert (mark.creator, mark.colour, mark.created.utc) == (
        "weblogic",
        "#fced8c",
        datetime(2015, 4, 15, 15, 3, 19, tzinfo=UTC),
    )
    assert mark.anchor is not None
    (piece,) = mark.anchor.pieces
    assert (piece.page, piece.boxes) == (1, (Rect(68.4, pytest.approx(111.94), 233.62, pytest.approx(180.43)),))
    texts = [each.annotation.body for each in found.annotations]
    assert texts[3:6] == ["A free text annotation", "A callout annotation", "A note annotation"]
    assert texts[8] == "P&1 P&2 P&3"
    ink, line = found.annotations[6:8]
    assert "gesture" in ink.annotation.details["raw"]
    assert "ink" in ink.lost
    assert line.annotation.details["xfdf:head"] == "Square"
    assert UNKNOWN_CREATOR not in {each.annotation.creator for each in found.annotations}
