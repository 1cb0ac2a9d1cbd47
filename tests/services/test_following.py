"""Where a link leads: the most precise place that can still be found."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo, new_id
from kennisbank.domain.links import Link, parse_link, passage_link
from kennisbank.errors import NotFoundError
from kennisbank.importing.pipeline import ImportRequest
from tests.pdfs import simple_pdf

PAGES = [
    "De netwerksamenleving in de klas\n\nIedereen deelt alles met iedereen.",
    "Tweede bladzijde over docenten en hun vragen aan de leerlingen.",
    "Derde bladzijde. Wat een docent morgen anders doet, weet niemand.",
]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    simple_pdf(tmp_path / "in" / "netwerk.pdf", PAGES)
    with open_kennisbank(tmp_path / "home") as kennisbank:
        kennisbank.importing.run(ImportRequest((tmp_path / "in",), None, "", is_rehearsal=False))
        yield kennisbank


@pytest.fixture
def paper(opened: Kennisbank) -> Contribution:
    (found,) = opened.catalogue.all()
    return found


def test_a_quote_is_found_on_its_page_and_marked(opened: Kennisbank, paper: Contribution) -> None:
    file = paper.current_files[0].hash
    link = Link(paper.id, file=file, page=PageNo(2), quote="docenten en hun vragen")
    place = opened.following.place(link)
    (hit,) = place.hits
    with opened.library.read() as tx:
        page = tx.texts.page(file, PageNo(2))
    assert page is not None
    assert (place.page, hit.file) == (2, file)
    assert [page.text[start:end] for start, end in hit.spans] == ["docenten en hun vragen"]


def test_words_that_moved_are_found_where_they_are_now(opened: Kennisbank, paper: Contribution) -> None:
    stale = Link(paper.id, FileHash("0" * 64), PageNo(1), quote="Wat een docent morgen anders doet")
    assert opened.following.place(stale).page == 3


def test_without_words_the_page_counts_and_without_that_the_paper(opened: Kennisbank, paper: Contribution) -> None:
    file = paper.current_files[0].hash
    gone = opened.following.place(Link(paper.id, page=PageNo(2), quote="woorden die nergens staan in dit stuk"))
    assert (gone.page, gone.file, gone.hits) == (2, file, ())
    whole = opened.following.place(Link(paper.id))
    assert (whole.contribution, whole.page, whole.hits) == (paper.id, None, ())


def test_an_annotation_leads_to_where_it_stands(opened: Kennisbank, paper: Contribution) -> None:
    file = paper.current_files[0].hash
    with opened.library.read() as tx:
        words = tx.texts.pages(file)[1].words()
    span = Span(PageNo(2), words[0].start, words[2].end)
    (made,) = opened.annotating.mark(paper.id, file, [span], "highlight").after
    assert made is not None
    place = opened.following.place(Link(paper.id, annotation=made.id))
    assert (place.page, place.hits[0].spans) == (2, ((span.start, span.end),))
    other = opened.following.place(Link(paper.id, annotation=AnnotationId(new_id()), page=PageNo(3)))
    assert (other.page, other.hits) == (3, ())


def test_a_quote_with_its_source_carries_a_link_back(opened: Kennisbank, paper: Contribution) -> None:
    file = paper.current_files[0].hash
    anchor = opened.annotating.anchor(file, [Span(PageNo(3), 0, 60)])
    made = opened.citing.quote(paper.id, replace(anchor), style="apa", language="nl")
    assert made.text.startswith("“Derde bladzijde.")
    assert "p. 3)" in made.text
    link = parse_link(made.link)
    assert link is not None
    assert opened.following.place(link).page == 3


def test_a_link_to_what_is_not_here_says_so(opened: Kennisbank) -> None:
    unknown = parse_link(passage_link(ContributionId(new_id())))
    assert unknown is not None
    with pytest.raises(NotFoundError):
        opened.following.place(unknown)
