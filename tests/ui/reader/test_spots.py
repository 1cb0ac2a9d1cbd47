"""Hits in reading order, counted under their heading; stepping through them; a line for each."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.document import OutlineEntry, Rect
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.results import Mark, PassageHit
from kennisbank.ui.reader.page_layout import PagePoint
from kennisbank.ui.reader.places import Places
from kennisbank.ui.reader.side_panel import share_room
from kennisbank.ui.reader.snippet_line import Piece, pieces_of
from kennisbank.ui.reader.spots import Spot, find_on, outline_rows, place_hits, row_at
from kennisbank.ui.reader.stepper import Stepper
from tests.ui.reader.made_pages import some_words

FILE = FileHash("f" * 64)
WORDS = some_words("one docent here\nnet-\nwerk there")


def spot(index: int, y: float) -> Spot:
    return Spot(index, (Rect(0, y, 10, y + 10),))


def test_hits_come_in_the_order_in_which_one_reads_them() -> None:
    hits = [
        PassageHit(FILE, PageNo(2), "late", (), ((4, 10),)),
        PassageHit(FILE, PageNo(1), "second", (), ((16, 25),)),
        PassageHit(FILE, PageNo(1), "first", (), ((4, 10),)),
        PassageHit(FILE, PageNo(1), "title", (), (), field="title"),
    ]
    placed = place_hits(hits, lambda _index: WORDS)
    assert [each.hit.snippet for each in placed] == ["title", "first", "second", "late"]
    assert placed[0].spot.boxes == ()
    assert len(placed[2].spot.boxes) == 2  # a broken word has a box on each line


def test_a_find_has_its_boxes() -> None:
    (found,) = find_on(3, WORDS, "netwerk")
    assert found.index == 3
    assert len(found.boxes) == 2


def test_hits_are_counted_under_the_heading_they_stand_under() -> None:
    outline = [
        OutlineEntry(1, "one", PageNo(1), 100),
        OutlineEntry(1, "two", PageNo(1), 300),
        OutlineEntry(1, "three", PageNo(3)),
    ]
    rows = outline_rows(outline, [spot(0, 50), spot(0, 100), spot(0, 297), spot(0, 300), spot(1, 10), spot(5, 0)])
    assert [row.hits for row in rows] == [2, 2, 1]


def test_contents_keep_their_own_order_even_when_their_places_do_not() -> None:
    outline = [OutlineEntry(1, "b", PageNo(2)), OutlineEntry(1, "a", PageNo(1))]
    rows = outline_rows(outline, [spot(0, 10), spot(1, 10), spot(1, 20)])
    assert [(row.title, row.hits) for row in rows] == [("b", 2), ("a", 1)]
    assert row_at(rows, 0, 50) == 1
    assert row_at(rows, 1, 50) == 0


def test_before_the_first_heading_there_is_none() -> None:
    rows = outline_rows([OutlineEntry(1, "one", PageNo(2), 100)], [])
    assert row_at(rows, 0, 500) == -1
    assert row_at(rows, 1, 99) == 0  # a heading may stand a little below its place


def test_stepping_goes_on_from_the_current_one_and_stops_at_the_ends() -> None:
    stepper = Stepper()
    stepper.put([spot(0, 10), spot(0, 20), spot(2, 5)], 1)
    assert stepper.step(1, None) == spot(2, 5)
    assert stepper.step(1, None) is None
    assert stepper.current == 2
    assert stepper.step(-1, None) == spot(0, 20)


def test_without_a_current_one_stepping_begins_where_one_reads() -> None:
    stepper = Stepper()
    stepper.put([spot(0, 10), spot(1, 20), spot(2, 5)])
    assert stepper.step(1, PagePoint(1, 0, 0)) == spot(1, 20)
    stepper.put([spot(0, 10), spot(1, 20), spot(2, 5)])
    assert stepper.step(-1, PagePoint(1, 0, 0)) == spot(0, 10)
    assert stepper.nearest(PagePoint(9, 0, 0)) == spot(0, 10)


def test_stepping_through_nothing_leads_nowhere() -> None:
    stepper = Stepper()
    assert stepper.step(1, None) is None
    assert stepper.step(-1, PagePoint(0, 0, 0)) is None
    assert stepper.spot is None


@given(st.lists(st.tuples(st.sampled_from(["go", "back", "forward"]), st.integers(0, 9)), max_size=40))
def test_back_then_forward_returns(moves: list[tuple[str, int]]) -> None:
    places, here = Places(), PagePoint(0, 0, 0)
    for move, page in moves:
        if move == "go":
            places.leave(here)
            here = PagePoint(page, 0, 0)
            assert not places.can_go_forward
            continue
        there = places.back(here) if move == "back" else places.forward(here)
        if there is not None:
            undone = places.forward(there) if move == "back" else places.back(there)
            assert undone == here
            here = undone


def test_a_line_begins_shortly_before_its_mark() -> None:
    snippet = "a long beginning that nobody needs to see before the network society"
    at = snippet.index("network")
    pieces = pieces_of(snippet, [Mark(at, at + 7)])
    assert pieces == [Piece("…"), Piece("before the "), Piece("network", is_marked=True), Piece(" society")]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
def test_any_snippet_makes_a_line(snippet: str, marks: list[tuple[int, int]]) -> None:
    known = [
        Mark(start, min(start + length, len(snippet))) for start, length in marks if start < len(snippet) and length
    ]
    line = "".join(piece.text for piece in pieces_of(snippet, known))
    assert "\n" not in line
    if not known:
        assert line.strip() == " ".join(snippet.split())


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=4), st.integers(0, 3000))
def test_room_is_shared_without_waste(wanted: list[int], room: int) -> None:
    heights = share_room(wanted, room)
    assert sum(heights) <= room
    assert all(height <= want for height, want in zip(heights, wanted, strict=True))
    if sum(wanted) <= room:
        assert heights == wanted
    else:
        assert room - sum(heights) < len(wanted)


def test_a_word_that_goes_on_in_the_next_column_counts_where_it_begins() -> None:
    begun = Spot(0, (Rect(50, 700, 70, 712), Rect(320, 60, 380, 72)))
    assert begun.y == 700
    outline = [OutlineEntry(1, "A", PageNo(1), 50.0), OutlineEntry(1, "B", PageNo(1), 600.0)]
    assert [row.hits for row in outline_rows(outline, [begun])] == [0, 1]
