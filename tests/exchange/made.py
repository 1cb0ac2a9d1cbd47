"""Arbitrary annotations, as the library may hold them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from kennisbank.domain.annotation import COLOURS, KINDS, Anchor, Annotation, Piece, Quote
from kennisbank.domain.document import Rect
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment

texts = st.text(max_size=40)
uuids = st.uuids().map(str)
moments = st.builds(
    Moment,
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["UTC", "+02:00", "Europe/Amsterdam", ""]),
)
sides = st.floats(min_value=0, max_value=2000, allow_nan=False, width=32)


@st.composite
def boxes(draw: st.DrawFn) -> Rect:
    x0, y0 = draw(sides), draw(sides)
    return Rect(x0, y0, x0 + draw(sides), y0 + draw(sides))


@st.composite
def pieces(draw: st.DrawFn) -> tuple[Piece, ...]:
    numbers = draw(st.lists(st.integers(1, 500), unique=True, max_size=3).map(sorted))
    made = []
    for number in numbers:
        start = draw(st.integers(0, 5000))
        end = start + draw(st.integers(0, 500))
        made.append(Piece(PageNo(number), start, end, tuple(draw(st.lists(boxes(), max_size=3)))))
    return tuple(made)


anchors = st.builds(
    Anchor,
    file=st.text("0123456789abcdef", min_size=64, max_size=64).map(FileHash),
    pieces=pieces(),
    quote=st.none() | st.builds(Quote, texts, texts, texts),
    state=st.sampled_from(["original", "same", "moved", "changed", "gone"]),
    similarity=st.floats(0, 1),
)
colours = st.sampled_from(["", *COLOURS]) | st.integers(0, 0xFFFFFF).map(lambda rgb: f"#{rgb:06x}")

annotations = st.builds(
    Annotation,
    id=uuids.map(AnnotationId),
    contribution=uuids.map(ContributionId),
    kind=st.sampled_from(KINDS),
    anchor=st.none() | anchors,
    created=moments,
    modified=moments,
    colour=colours,
    body=texts,
    tags=st.lists(texts.filter(bool), max_size=3).map(tuple),
    creator=texts,
    source=st.sampled_from(["own", "pdf", "jsonld", "xfdf"]),
    source_key=texts,
    reply_to=st.none() | uuids.map(AnnotationId),
    details=st.dictionaries(texts, texts, max_size=3),
    is_read_only=st.booleans(),
    trashed=st.none() | moments,
    archive=st.none() | uuids,
    account=st.none() | uuids,
)
