"""Names of files that any system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.file_names import LONGEST, safe_name


@given(st.text(max_size=300))
def test_any_text_gives_a_name_that_every_system_allows(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*\x00\n')
    assert name == name.strip(" .")
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("NUL", "NUL_"), ("com1.pdf", "com1.pdf_"), ("..", "kennisbank"), ("a/../b", "a .. b"), ("Één\tzin.", "Één zin")],
)
def test_names_that_a_system_keeps_for_itself_get_another(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_title_is_cut_between_words() -> None:
    name = safe_name("woord " * 40)
    assert len(name) <= LONGEST
    assert name.endswith("woord")
