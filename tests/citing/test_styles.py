"""Every style that is offered, on every kind of contribution, in both languages."""

import re
from html.parser import HTMLParser

import pytest

from kennisbank.citing.csl import csl_item
from kennisbank.citing.style_names import STYLES, Style
from kennisbank.citing.styles import references, style_of
from kennisbank.domain.contribution import Contribution
from kennisbank.errors import BadInputError
from tests.citing.papers import NASTY, TWELVE, paper

BERLO = paper("Netwerk en samenleving", "Davied van Berlo", year=2013, edition="NIOC2013", language="nl")


def cited(style: str, language: str, *papers: Contribution) -> list[str]:
    items = [csl_item(each, None, language) for each in papers]
    return [each.text for each in references(items, style_of(style), language)]


class Tags(HTMLParser):
    """Keeps what a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_style_writes_every_kind_of_contribution_well(style: Style, language: str) -> None:
    papers = {each.id: each.metadata.values for each in NASTY}
    found = references([csl_item(each, None, language) for each in NASTY], style, language)
    assert {each.id for each in found} == set(papers)
    for each in found:
        values, text = papers[each.id], each.text
        assert not each.has_failed
        assert not re.search(r"  |\s[,.;:]|[,;:]{2}|\.\.(?!\.)|[?!]\.|[\ue000-\uf8ff]|\(\)|\[\]|, *$", text), text
        assert text == "" or text.endswith((".", "?", "!", "”", "’")) or re.search(r"10\.1000/x_y$", text), text
        if values.title:
            shown = re.sub(r"[“”‘’]", "", text).casefold()
            assert shown.count(re.sub(r"[“”‘’]", "", values.title.rstrip("?")).casefold()) == 1, text
        if values.authors:
            assert (values.authors[0].family.split()[-1]) in text
        tags = Tags(each.html)
        assert set(tags.tags) <= {"i", "b", "a", "span"}
        assert tags.text == text


@pytest.mark.parametrize(
    ("style", "nl", "en"),
    [
        ("apa", "van Berlo, D. (2013). Netwerk en samenleving. NIOC 2013.", ""),
        (
            "harvard",
            "van Berlo, D. (2013) “Netwerk en samenleving”, NIOC 2013.",
            "van Berlo, D. (2013) ‘Netwerk en samenleving’, NIOC 2013.",
        ),
        (
            "chicago",
            "Berlo, Davied van. 2013. “Netwerk en samenleving”. NIOC 2013.",
            "Berlo, Davied van. 2013. “Netwerk en samenleving.” NIOC 2013.",
        ),
        (
            "ieee",
            "[1] D. van Berlo, “Netwerk en samenleving”, in NIOC 2013, 2013.",
            "[1] D. van Berlo, “Netwerk en samenleving,” in NIOC 2013, 2013.",
        ),
        ("vancouver", "1. van Berlo D. Netwerk en samenleving. In: NIOC 2013. 2013.", ""),
    ],
)
def test_a_reference_reads_as_its_style_says(style: str, nl: str, en: str) -> None:
    assert cited(style, "nl", BERLO) == [nl]
    assert cited(style, "en", BERLO) == [en or nl]


def test_years_that_would_be_the_same_get_a_letter() -> None:
    second = paper("Anders", "Davied van Berlo", year=2013, edition="NIOC2013", language="nl")
    other = paper("Nog wat", "Piet van Berlo-Smit", year=2013, language="nl")
    found = cited("apa", "nl", BERLO, second, other)
    assert [re.search(r"\((.*?)\)", each)[1] for each in found] == ["2013a", "2013b", "2013"]  # type: ignore[index]
    assert "Anders" in found[0]


def test_a_list_is_ordered_by_author_or_left_as_it_was() -> None:
    papers = (paper("Z", "Piet Zwart"), paper("B", "Jan de Boer"), paper("Aap noot mies"))
    assert [each[:3] for each in cited("chicago", "nl", *papers)] == ["“Aa", "Boe", "Zwa"]
    assert [each[:7] for each in cited("ieee", "nl", *papers)] == ["[1] P. ", "[2] J. ", "[3] “Aa"]


def test_many_authors_are_shortened_in_the_language_asked() -> None:
    slides = paper("Dia's", *TWELVE, year=2025, kind="slides")
    assert "e.a." in cited("harvard", "nl", slides)[0]
    assert "et al." in cited("harvard", "en", slides)[0]
    assert "[Presentatie]" in cited("apa", "nl", slides)[0]


def test_only_titles_known_to_be_english_get_capitals() -> None:
    assert "Leren met computers" in cited("chicago", "en", paper("Leren met computers"))[0]
    assert "Learning with Computers" in cited("chicago", "en", paper("Learning with computers", language="en"))[0]


def test_nothing_in_a_title_becomes_markup() -> None:
    hostile = paper('<img src=x onerror="a">&amp;<span class="nocase">x</span>', "<b>Eva</b> de Wit", year=2020)
    (found,) = references([csl_item(hostile)], style_of("apa"), "en")
    assert set(Tags(found.html).tags) <= {"i", "a"}
    assert "<img src=x onerror" in found.text
    assert "&amp;" in found.text


def test_a_doi_is_a_link() -> None:
    dois = paper("T", "Eva de Wit", year=2020, doi="10.1000/a(b)&c_d", kind="article")
    (apa,) = references([csl_item(dois)], style_of("apa"), "en")
    assert '<a href="https://doi.org/10.1000/a(b)&amp;c_d">' in apa.html
    (ieee,) = references([csl_item(dois)], style_of("ieee"), "en")
    assert '<a href="https://doi.org/10.1000/a(b)&amp;c_d">' in ieee.html


def test_a_style_that_fails_says_so_and_gives_the_reference_plainly() -> None:
    (found,) = references([csl_item(BERLO)], style_of("leidraad-voor-juridische-auteurs"), "nl")
    assert found.has_failed
    assert found.text == "Davied van Berlo (2013). Netwerk en samenleving. NIOC 2013."


def test_any_style_of_the_csl_project_is_known_by_name_and_nothing_else() -> None:
    assert cited("elsevier-harvard", "en", BERLO)[0].startswith("van Berlo, D., 2013.")
    for name in ("", "nonsense", "../apa", "apa.csl", "/etc/passwd"):
        with pytest.raises(BadInputError):
            style_of(name)
