"""Noise is no text: what Tesseract sees in pictures doesn't reach the index, what stands on paper does."""

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.layout import RawWord
from kennisbank.documents.ocr_words import in_blocks, without_noise, word_count


def lines(*texts: str, gap: float = 4.0) -> list[RawWord]:
    """Return words line by line, one below the other, each line a block of its own as Tesseract gives them."""
    words: list[RawWord] = []
    y = 0.0
    for number, text in enumerate(texts):
        x = 0.0
        for place, word in enumerate(text.split()):
            words.append((x, y, x + 6.0 * len(word), y + 12, word, number, 0, place))
            x += 6.0 * len(word) + 4
        y += 12 + gap
    return words


def kept(*texts: str) -> list[str]:
    found: dict[int, list[str]] = {}
    for word in without_noise(lines(*texts)):
        found.setdefault(word[5], []).append(word[4])
    return [" ".join(words) for words in found.values()]


def test_lines_of_a_page_stay_also_where_they_hold_names_and_numbers() -> None:
    page = ["Jaarverslag van de stichting", "P. Szczęsny en Th. Qvist", "1994", "Het onderwijs verandert in dit jaar"]
    assert kept(*page) == page


def test_specks_between_the_lines_go() -> None:
    assert kept("| = —", "De docent geeft les", "~ .", "a", "¢ »", "in de informatica") == [
        "De docent geeft les",
        "in de informatica",
    ]


def test_of_a_photograph_only_its_caption_stays() -> None:
    photo = [
        "nme indd",
        "Wsr",
        "aeo tlm",
        "ess oor vn",
        "Universiteit Delft",
        "rnt aie",
        "Srsa Keuro",
        "Wvnae oo",
        "iinde Aabce",
    ]
    assert kept(*photo) == ["Universiteit Delft"]


def test_an_empty_page_stays_empty() -> None:
    assert without_noise([]) == []
    assert in_blocks([]) == []


def test_only_what_can_be_a_word_counts() -> None:
    assert word_count(lines("De docenten, 12 xq — (netwerk) BBC")) == 3


def test_lines_close_together_are_one_block_and_others_are_not() -> None:
    blocks = [word[5] for word in in_blocks([*lines("een regel", "en nog een"), *_below(lines("ver weg"), 90)])]
    assert blocks == [0, 0, 0, 0, 0, 1, 1]


def test_columns_side_by_side_stay_apart() -> None:
    left = lines("links boven", "links onder")
    right = [(x0 + 300, y0, x1 + 300, y1, *rest) for x0, y0, x1, y1, *rest in lines("rechts boven")]
    words = [*left, *[(*word[:5], 9, 0, word[7]) for word in right]]
    assert len({word[5] for word in in_blocks(words)}) == 2


def _below(words: list[RawWord], by: float) -> list[RawWord]:
    return [
        (x0, y0 + by, x1, y1 + by, text, block + 50, line, number)
        for x0, y0, x1, y1, text, block, line, number in words
    ]


_WORDS = st.lists(st.text(st.characters(exclude_categories=("Cs", "Z", "C")), min_size=1, max_size=8), max_size=6).map(
    " ".join
)


@given(st.lists(_WORDS, max_size=8))
def test_whatever_was_seen_what_stays_was_there_and_in_that_order(texts: list[str]) -> None:
    seen = lines(*texts)
    stays = without_noise(seen)
    places = [seen.index(word) for word in stays]
    assert places == sorted(places)
    assert [word[4] for word in in_blocks(seen)] == [word[4] for word in seen]
