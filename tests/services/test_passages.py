"""What the index reads: the stamps by which it knows what is outdated, and readers' notes among the passages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.documents.cleaning import CLEANING
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.results import PassageHit, SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.services.passages import search_stamps
from tests.pdfs import simple_pdf


@pytest.fixture
def kennisbank(tmp_path: Path) -> Iterator[Kennisbank]:
    simple_pdf(tmp_path / "papers" / "wilg.pdf", ["De wilg\n\nEen wilg wordt om de vijf jaar geknot."])
    simple_pdf(tmp_path / "papers" / "eik.pdf", ["De eik\n\nEen eik wordt nooit geknot."])
    with open_kennisbank(tmp_path / "home") as opened:
        opened.importing.run(ImportRequest((tmp_path / "papers",)))
        yield opened


def found(kennisbank: Kennisbank, query: str) -> list[PassageHit]:
    kennisbank.searching.catch_up()
    results = kennisbank.searching.find(SearchRequest(query)).results
    return [passage for hit in results.hits for passage in hit.passages]


def marked(kennisbank: Kennisbank, words: str, body: str, tags: tuple[str, ...] = ()) -> str:
    hit = found(kennisbank, f'"{words}"')[0]
    owner = next(each for each in kennisbank.catalogue.all() if hit.file in {file.hash for file in each.files})
    span = Span(hit.page, hit.spans[0][0], hit.spans[-1][1])
    edit = kennisbank.annotating.mark(owner.id, hit.file, [span], "highlight", body=body, tags=tags)
    made = edit.after[0]
    assert made is not None
    return made.id


def test_a_stamp_changes_with_the_notes_on_a_contribution_and_holds_the_rules_of_cleaning(
    kennisbank: Kennisbank,
) -> None:
    with kennisbank.library.read() as tx:
        before = search_stamps(tx)
    marked(kennisbank, "vijf jaar", "Bij ons om de drie.")
    with kennisbank.library.read() as tx:
        after = search_stamps(tx)
    assert all(CLEANING in stamp for stamp in after.values())
    assert sum(before[each] != after[each] for each in before) == 1


def test_a_note_is_found_in_all_forms_of_its_words_at_the_passage_it_speaks_of(kennisbank: Kennisbank) -> None:
    made = marked(kennisbank, "vijf jaar", "Vergelijk de knotploeg.", ("les 3",))
    for query in ("knotploegen", '"les 3"'):
        (hit,) = found(kennisbank, query)
        assert (hit.field, hit.annotation, hit.page) == ("note", made, 1)
        with kennisbank.library.read() as tx:
            page = tx.texts.page(hit.file, hit.page)
        assert page is not None
        assert [page.text[start:end] for start, end in hit.spans] == ["vijf jaar"]


def test_a_mark_without_a_word_of_its_own_changes_no_answer(kennisbank: Kennisbank) -> None:
    marked(kennisbank, "vijf jaar", "")
    assert [hit.field for hit in found(kennisbank, "vijf jaar")] == ["body"]


def test_a_note_that_was_thrown_away_is_found_no_longer_until_it_is_taken_back(kennisbank: Kennisbank) -> None:
    marked(kennisbank, "vijf jaar", "Vergelijk de knotploeg.")
    (made,) = kennisbank.annotating.on(*place(kennisbank))
    edit = kennisbank.annotating.trash([made.annotation.id])
    assert found(kennisbank, "knotploeg") == []
    kennisbank.annotating.apply(edit.reversed)
    assert len(found(kennisbank, "knotploeg")) == 1


def place(kennisbank: Kennisbank) -> tuple[ContributionId, FileHash]:
    (owner,) = [each for each in kennisbank.catalogue.all() if "wilg" in each.files[0].name]
    return owner.id, owner.files[0].hash
