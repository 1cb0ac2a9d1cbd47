"""The links that lead out of a contribution, each once."""

from kennisbank.domain.document import Link, Rect
from kennisbank.domain.external import ExternalLink, external_links
from kennisbank.domain.ids import PageNo

BOX = Rect(0, 0, 1, 1)


def link(page: int, uri: str) -> Link:
    return Link(PageNo(page), BOX, uri=uri)


def test_two_spellings_of_an_address_are_one_link_on_both_pages() -> None:
    found = external_links(
        [link(4, "https://Example.org/a/"), link(2, "https://example.org/a"), link(2, "https://example.org/a")]
    )
    assert found == [ExternalLink("https://example.org/a", "paper", (PageNo(2), PageNo(4)))]


def test_the_doi_and_the_website_come_first_and_swallow_the_same_in_the_paper() -> None:
    found = external_links(
        [link(1, "http://dx.doi.org/10.1000/AB"), link(2, "https://congres.nl"), link(3, "mailto:a@b.nl")],
        doi="10.1000/ab",
        website="https://congres.nl/",
    )
    assert [(each.source, each.pages) for each in found] == [("doi", (1,)), ("edition", (2,)), ("paper", (3,))]
    assert found[0].uri == "https://doi.org/10.1000/ab"
    assert [each.host for each in found] == ["doi.org", "congres.nl", "a@b.nl"]
    assert [each.can_be_checked for each in found] == [True, True, False]


def test_a_doi_with_odd_letters_becomes_an_address() -> None:
    assert external_links([], doi="10.1002/(SICI)1097<1::AID>3.0.CO;2-A")[0].uri == (
        "https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-A"
    )


def test_a_website_that_is_none_is_left_out() -> None:
    assert external_links([Link(PageNo(1), BOX, target_page=PageNo(2))], website="zie de gids") == []
