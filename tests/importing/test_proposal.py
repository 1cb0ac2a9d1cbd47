"""What a file says of itself, and what is not believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.document import CoverSpan, PageText, Rect, Word, pack_words, unpack_words
from kennisbank.importing.proposal import propose
from kennisbank.importing.titles import is_junk, tidy_title, title_from_name
from tests.importing.pages import document, page, text_document

BODY = [("De leerlingen kregen elk een eigen opdracht en werkten daar twee lessen aan, ieder in hun tempo.", 10)] * 12
TITLE = ("Een titel in grote letters", 18)
AUTHORS = ("Jan Klaassen, Eva de Wit", 12)


def proposed(*lines, name="a.pdf", **info):
    return propose(document(page([*lines, ("", 10), *BODY]), **info), (), name)


def test_largest_type_on_the_first_page_is_the_title():
    found = proposed(("Nationaal congres", 9), ("", 9), TITLE, AUTHORS)
    assert found.values.title == "Een titel in grote letters"
    assert found.provenance["title"].source == "proposal"
    assert found.provenance["title"].detail == "first page"


def test_lines_of_a_title_are_joined_and_its_hyphen_mended():
    found = proposed(("Informatica in het voortgezet onder-", 18), ("wijs: een verkenning", 18), AUTHORS)
    assert found.values.title == "Informatica in het voortgezet onderwijs: een verkenning"


def test_hyphen_that_the_paper_writes_elsewhere_stays():
    found = proposed(("Vormen van co-", 18), ("creatie", 18), AUTHORS, ("", 9), ("Over co-creatie in de klas", 10))
    assert found.values.title == "Vormen van co-creatie"


def test_capitals_and_ligatures_and_footnote_marks():
    assert proposed(("LEREN DOOR TE DOEN", 18)).values.title == "LEREN DOOR TE DOEN"
    assert proposed(("E\ufb03ci\u00ebnt plannen met sprints *", 18)).values.title == "Efficiënt plannen met sprints"


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - artikel_def2.doc", "Title Layout", "untitled", "PowerPoint-presentatie", "Dia 1", "Inleiding",
        "paper_final_v3.docx", "artikel", "Document1", "PowerPoint Presentation", "", "12345", "Klik om de titel te wijzigen",
    ],
)  # fmt: skip
def test_junk_titles_are_not_taken(title):
    assert proposed(TITLE, title=title).values.title == TITLE[0]
    assert proposed(title=title, name="map/Verslag_van_de_dag.pdf").values.title != title


def test_metadata_is_believed_when_the_page_says_it_too():
    found = proposed(("Een Titel", 14), ("in grote letters", 9), title="Een titel in grote letters")
    assert found.values.title == "Een titel in grote letters"
    assert found.provenance["title"].detail == "file metadata"


def test_metadata_of_a_template_loses_from_the_page():
    assert proposed(TITLE, title="Voorstel voor een werksjabloon").values.title == TITLE[0]


def test_file_name_serves_when_there_is_nothing_better():
    found = propose(document(page([])), (), "map/Verslag_van_de_dag.pdf")
    assert found.values.title == "Verslag van de dag"
    assert found.provenance["title"].detail == "file name"


def test_text_that_runs_up_the_margin_is_no_title():
    plain = page([TITLE, *BODY])
    text = f"{plain.text}\nConceptversie"
    up = Word(len(plain.text) + 1, len(text), Rect(20, 200, 60, 500))
    turned = PageText(
        plain.number, text, pack_words([*unpack_words(plain.packed_words), up]), plain.width, plain.height
    )
    assert propose(document(turned), (), "a.pdf").values.title == TITLE[0]


def test_running_head_is_no_title():
    head = ("Tijdschrift voor onderwijs 12", 10)
    pages = [page([head, ("", 9), *BODY, *BODY], number, top=20) for number in (1, 2)]
    assert "Tijdschrift" not in propose(document(*pages), (), "paper_a.pdf").values.title


def test_cover_sheet_is_left_out_of_account():
    sheet = page([("Stichting en archief", 24), *BODY], 1)
    paper = page([TITLE, AUTHORS, ("", 9), *BODY], 2)
    found = propose(document(sheet, paper), (CoverSpan(sheet.number, 0, len(sheet.text)),), "a.pdf")
    assert found.values.title == TITLE[0]
    assert [author.name for author in found.values.authors] == ["Jan Klaassen", "Eva de Wit"]


def test_placeholder_of_a_template_is_no_title():
    assert proposed(("Vul hier de titel in", 20), ("Werken met sensoren in het weiland", 18)).values.title.startswith(
        "Werken"
    )


def test_version_below_the_title_belongs_to_it():
    assert proposed(("Practicum databases", 20), ("versie 4", 11)).values.title == "Practicum databases versie 4"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jan Klaassen, Eva de Wit", ["Jan Klaassen", "Eva de Wit"]),
        ("Jan Klaassen1, Eva de Wit2 and Piet Pol1", ["Jan Klaassen", "Eva de Wit", "Piet Pol"]),
        ("Jan Klaassen (Windesheim)", ["Jan Klaassen"]),
        ("Hogeschool Windesheim, Zwolle", []),
        ("27 maart 2025", []),
    ],
)
def test_authors_stand_below_the_title(line, names):
    assert [author.name for author in proposed(TITLE, ("", 9), (line, 12)).values.authors] == names


@pytest.mark.parametrize("label", ["Door:", "By:", "Auteur:", "Auteurs:", "Authors:", "Redacteurs:"])
def test_label_names_the_authors(label):
    found = proposed(TITLE, ("", 9), (f"{label} Davied van Berlo; Ambtenaar 2.0", 11))
    assert [(author.name, author.family) for author in found.values.authors] == [("Davied van Berlo", "van Berlo")]


def test_affiliation_in_brackets_is_kept_with_its_author():
    found = proposed(
        TITLE, ("", 9), ("Redacteurs:", 11), ("Ans Boer (Universiteit Twente)", 11), ("Piet Pol (Logius)", 11)
    )
    assert [author.affiliation for author in found.values.authors] == ["Universiteit Twente", "Logius"]


@pytest.mark.parametrize("author", ["Administrator", "HOORENMANJC", "Microsoft Office-gebruiker", "DMG", "user"])
def test_login_names_are_no_authors(author):
    assert proposed(TITLE, author=author).values.authors == ()


def test_author_in_the_metadata_serves_when_the_page_names_nobody():
    found = proposed(TITLE, author="Klaassen, Jan")
    assert [author.name for author in found.values.authors] == ["Jan Klaassen"]
    assert found.provenance["authors"].detail == "file metadata"


@pytest.mark.parametrize("label", ["Trefwoorden:", "Keywords:", "Key words -", "Sleutelwoorden:", "Index Terms —"])
def test_label_names_the_keywords(label):
    found = proposed(TITLE, ("", 9), (f"{label} overheid, netwerken, co-creatie.", 10))
    assert found.values.keywords == ("overheid", "netwerken", "co-creatie")


@pytest.mark.parametrize("label", ["Samenvatting", "Abstract", "Abstract:", "SUMMARY"])
def test_label_begins_the_abstract_and_the_next_section_ends_it(label):
    lines = [("Wij beschrijven hoe leerlingen fouten zoeken en wat daarbij helpt, ook thuis.", 10)] * 3
    found = proposed(TITLE, ("", 9), (label, 11), *lines, ("", 9), ("1 Inleiding", 12))
    assert found.values.abstract == " ".join(line for line, _ in lines)


def test_doi_is_read_from_the_name_and_from_its_label_alone():
    assert proposed(TITLE, name="10.21105.jose.00260.pdf").values.doi == "10.21105/jose.00260"
    assert proposed(TITLE, ("DOI: 10.1234/nioc.7", 9)).values.doi == "10.1234/nioc.7"
    assert proposed(TITLE, ("doi: 10.1234/a", 9), ("doi: 10.1234/b", 9)).values.doi == ""


def test_plain_text_gives_title_authors_and_keywords_below_the_cover_sheet():
    sheet = "Stichting en archief\n\nWe roepen je op feedback te geven.\n\n"
    text = (
        sheet
        + "ICT en overheid\n\nDoor: Davied van Berlo; Ambtenaar 2.0\n\nTrefwoorden: overheid, netwerken.\n\n"
        + "Tekst. " * 90
    )
    made = text_document(text)
    found = propose(made, (CoverSpan(made.pages[0].number, 0, len(sheet)),), "001.txt").values
    assert found.title == "ICT en overheid"
    assert [author.name for author in found.authors] == ["Davied van Berlo"]
    assert found.keywords == ("overheid", "netwerken")


def test_wide_pages_are_slides_and_words_tell_teaching_material():
    slides = [page([TITLE], number, width=720, height=405) for number in (1, 2, 3)]
    assert propose(document(*slides), (), "a.pdf").values.kind == "slides"
    assert proposed(TITLE, name="Docentenhandleiding_games.pdf").values.kind == "teaching"


def test_every_field_that_is_proposed_says_where_it_was_found():
    found = proposed(TITLE, AUTHORS, ("Trefwoorden: a, b", 10), created="D:20190312", keywords="x")
    for name, provenance in found.provenance.items():
        assert provenance.source == "proposal"
        assert provenance.detail, name
        assert getattr(found.values, name), name
    assert found.values.year == 2019


@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_proposal_with_a_title(text, title, author):
    made = document(page([(line, 10) for line in text.split("\n")]), title=title, author=author)
    assert propose(made, (), "naam.pdf").values.title


@given(st.text(max_size=100))
def test_title_helpers_take_anything(text):
    assert isinstance(is_junk(tidy_title(text)), bool)
    assert isinstance(title_from_name(text or "x"), str)


def test_plain_text_begins_with_theme_title_and_byline():
    text = (
        "Onderwijs en techniek\n\nSamen leren\nin een netwerk\n\nDoor: Anna de Boer\n\nTrefwoorden: leren\n\nEen zin."
    )
    values = propose(text_document(text), (), "001.txt").values
    assert values.title == "Samen leren in een netwerk"
    assert values.themes == ("Onderwijs en techniek",)
    assert [author.name for author in values.authors] == ["Anna de Boer"]


def test_a_byline_far_below_names_no_title():
    text = "\n\n".join(["Een kop", *["Een zin die niets zegt."] * 20, "Door: Anna de Boer"])
    assert propose(text_document(text), (), "001.txt").values.title == "Een kop"
