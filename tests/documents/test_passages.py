"""Passages: paragraph-sized, on one page, without overlap, with nothing left out but white space and cover sheets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.passages import LONGEST, MAX_LINES, cover_sheets, passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.document import CoverSpan
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import Passage
from tests.documents.pages import page, text_document

FILE = FileHash("f" * 64)
SENTENCE = "De overheid leert van haar eigen ervaring en van anderen. "


def cut(text: str, *, first_line: int | None = None) -> tuple[Passage, ...]:
    return passages([page(text, first_line=first_line)], (), vocabulary=frozenset(), file=FILE)


def test_short_paragraphs_are_taken_together_and_long_ones_parted_between_sentences() -> None:
    found = cut("\n\n".join(["Kop", SENTENCE * 3, SENTENCE * 2, SENTENCE * 4, SENTENCE * 60]))
    assert all(len(passage.text) <= LONGEST for passage in found)
    assert found[0].text.startswith("Kop De overheid")
    assert all(passage.text.endswith(".") for passage in found)


def test_a_blank_line_after_every_line_still_gives_paragraphs() -> None:
    lines = [
        "In onze netwerksamenle-",
        "ving is alles met alles verbonden",
        "en dat heeft gevolgen voor",
        "iedereen.",
    ] * 30
    found = passages(
        [page("\n\n".join(lines), first_line=1)], (), vocabulary=frozenset({"netwerksamenleving"}), file=FILE
    )
    assert 5 <= len(found) <= 12
    assert all(passage.text.startswith("In onze netwerksamenleving is alles") for passage in found)


def test_lines_are_those_of_the_source() -> None:
    (passage,) = cut("\n\neerste regel\ntweede regel\n", first_line=61)
    assert passage.lines == (63, 64)


def test_cover_sheets_are_no_passages_but_are_shown() -> None:
    pages = [page("Het omslag zegt\nwat het zegt.\n\nDe eigenlijke tekst.", first_line=1)]
    cover = (CoverSpan(PageNo(1), 0, 29),)
    assert [p.text for p in passages(pages, cover, vocabulary=frozenset(), file=FILE)] == ["De eigenlijke tekst."]
    (sheet,) = cover_sheets(pages, cover, file=FILE)
    assert (sheet.text, sheet.lines) == ("Het omslag zegt wat het zegt.", (1, 2))


def test_each_passage_has_its_own_language() -> None:
    dutch, english = SENTENCE * 8, "The government learns from what it has done and from what others say. " * 8
    assert [passage.language for passage in cut(f"{dutch}\n\n{english}\n\n1 2 3 4")][:2] == ["nl", "en"]


@given(
    st.lists(st.sampled_from(["woord", "Zin.", "\n", "\n\n", "af-\n", "x" * 300, " ", SENTENCE]), max_size=200),
    st.integers(0, 60),
    st.integers(0, 400),
)
def test_passages_cover_all_text_once(pieces: list[str], start: int, length: int) -> None:
    text = " ".join(pieces)
    start = min(start, len(text))
    cover = (CoverSpan(PageNo(1), start, min(len(text), start + length)),)
    found = passages([page(text, first_line=1)], cover, vocabulary=frozenset(), file=FILE)
    body = "".join((text[: cover[0].start] + text[cover[0].end :]).split())
    assert "".join("".join(text[passage.start : passage.end].split()) for passage in found) == body
    for passage in found:
        assert passage.end - passage.start <= LONGEST
        assert passage.lines is not None
        assert passage.lines[1] - passage.lines[0] < MAX_LINES


@pytest.mark.shared_data
def test_real_texts_give_passages_of_the_size_of_a_paragraph(shared_data: Path) -> None:
    for path in sorted((shared_data / "seeds").glob("*.txt")):
        document = text_document(path)
        found = passages(document.pages, (), vocabulary=vocabulary_of(document.pages), file=FILE)
        sizes = sorted(len(passage.text) for passage in found)
        assert 350 <= sizes[len(sizes) // 2] <= 1200, path.name
        assert sum(passage.language == "nl" for passage in found) > 0.9 * len(found)
