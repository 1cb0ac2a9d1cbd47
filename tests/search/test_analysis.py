import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.search.analysis import WORD, fold, token_of


@pytest.mark.parametrize(
    ("raw", "terms"),
    [
        ("Coördinatie", {"coordinatie"}),
        ("co-creatie", {"co", "creatie", "cocreatie"}),
        ("e-mail", {"e", "mail", "email"}),
        ("Humberto’s", {"humbertos", "humberto"}),
        ("Humberto's", {"humbertos", "humberto"}),
        ("2.0", {"2.0"}),
        ("web2.0", {"web2.0"}),
        ("38.000", {"38.000", "38000"}),
        ("19.Leiderschap", {"19", "leiderschap"}),
        ("kennisbank.ambtenaar20.nl", {"kennisbank", "ambtenaar20", "nl"}),
        ("net\u00adwerk", {"netwerk"}),
        ("cafe\u0301", {"cafe"}),
    ],
)
def test_spellings_of_one_word_share_a_term(raw: str, terms: set[str]) -> None:
    assert {term for term, _ in token_of(raw).terms} == terms


@given(st.text(max_size=60))
def test_any_text_has_terms_inside_the_width_of_their_token(text: str) -> None:
    for raw in WORD.findall(text):
        token = token_of(raw)
        assert all(term and 0 <= place < token.width for term, place in token.terms)


@given(st.text(alphabet="abcéëïÉ'’-.12", max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
