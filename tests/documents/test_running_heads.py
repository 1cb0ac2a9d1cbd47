"""Running heads, feet and page numbers: they belong to no passage, and nothing else is lost with them."""

from kennisbank.documents.passages import passages
from kennisbank.documents.running_heads import running_lines
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.ids import FileHash
from tests.documents.pages import page

FILE = FileHash("f" * 64)
BODY = [
    "De eerste bijdrage gaat over water.",
    "Dan volgt er een over wind en zon.",
    "Wat er van kwam staat hier te lezen.",
    "Niemand had dat zo verwacht, ook zij niet.",
    "Tot slot een blik op wat komen gaat.",
    "En een woord van dank aan velen.",
]


def dropped(*texts: str, first_line: int | None = None) -> list[str]:
    pages, line = [], first_line
    for number, text in enumerate(texts, start=1):
        pages.append(page(text, number, line))
        line = None if line is None else line + text.count("\n") + 1
    found = running_lines(pages)
    return [texts[number - 1][start:end].strip() for number in sorted(found) for start, end in found[number]]


def test_a_head_with_the_number_of_the_page_is_dropped() -> None:
    texts = [f"Kennis delen · jaarboek {number + 11}\n\n{body}" for number, body in enumerate(BODY)]
    assert dropped(*texts) == [f"Kennis delen · jaarboek {number}" for number in range(11, 17)]


def test_page_numbers_at_the_foot_are_dropped_and_other_numbers_stay() -> None:
    texts = [f"{body}\n\n1984\n\n{number}" for number, body in enumerate(BODY, start=3)]
    assert dropped(*texts) == [str(number) for number in range(3, 9)]


def test_a_foot_of_several_lines_is_dropped() -> None:
    texts = [f"{body}\n\nVisser (2019). Over kennis.\nTijdschrift 8(2).\n{n}" for n, body in enumerate(BODY)]
    assert len(dropped(*texts)) == 3 * len(BODY)


def test_left_and_right_heads_differ() -> None:
    heads = ["{} Kennis delen", "Hoofdstuk water {}"]
    texts = [f"{heads[number % 2].format(number)}\n\n{body}" for number, body in enumerate(BODY, start=20)]
    assert len(dropped(*texts)) == len(BODY)


def test_the_head_of_a_chapter_stays_once() -> None:
    texts = [*BODY, *(f"Over water\n\n{body}" for body in BODY[:5]), *BODY]
    assert dropped(*texts) == ["Over water"] * 4


def test_a_short_document_loses_nothing() -> None:
    assert dropped("Onze titel\n\nEen tekst.", "Onze titel\n\nNog een tekst.") == []


def test_captions_and_rows_of_a_table_stay() -> None:
    captions = [f"Tabel {number}\n\n{body}" for number, body in enumerate(BODY)]
    rows = [f"{body}\n\n4/{number % 3}\n4/{number % 2}" for number, body in enumerate(BODY)]
    assert dropped(*captions) == []
    assert dropped(*rows) == []


def test_lines_inside_a_page_stay() -> None:
    texts = [f"{body} Begin.\n\nWat wij vonden\n\n{body} Eind." for body in BODY]
    assert dropped(*texts) == []


def test_a_text_of_spreads_loses_its_numbered_heads() -> None:
    filling = "\n\n".join(["Een zin die nergens over gaat maar wel een regel vult, en dan nog een stuk."] * 12)
    parts = [f"{filling}\n\n{number} Over kennis en kunde | {number + 1}" for number in range(36, 46, 2)]
    text = "\n\n".join([*parts, filling])
    assert dropped(text, first_line=1) == [
        f"{number} Over kennis en kunde | {number + 1}" for number in range(36, 46, 2)
    ]


def test_a_numbered_list_in_a_text_stays() -> None:
    text = "\n\n".join(f"{number} Over kennis en kunde" for number in range(1, 9))
    assert dropped(f"Inleiding\n\n{text}\n\nSlot", first_line=1) == []


def test_form_feeds_part_the_pages_of_a_text() -> None:
    text = "\f".join(f"Jaarboek kennis\n\n{body}" for body in BODY)
    assert dropped(text, first_line=1) == ["Jaarboek kennis"] * len(BODY)


def test_a_head_is_not_found_and_cuts_no_sentence() -> None:
    filling = "\n\n".join(["Een zin die nergens over gaat maar wel een regel vult, en dan nog een stuk."] * 12)
    text = "\n\n".join(
        f"{filling}\n\nWij zien de over-\n\n{n} Jaarboek | {n + 1}\n\nheid groeien." for n in range(2, 10, 2)
    )
    pages = [page(text, first_line=1)]
    found = passages(pages, (), vocabulary=vocabulary_of(pages), file=FILE)
    assert not any("Jaarboek" in each.text for each in found)
    assert any("Wij zien de overheid groeien." in each.text for each in found)


def test_a_document_of_nothing_else_keeps_its_text() -> None:
    assert dropped(*["Te huur"] * 9) == []
    assert dropped("Te huur\f" * 9, first_line=1) == []
