"""Saved searches and what is new in them, with a real library and a real index."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.results import SearchRequest
from kennisbank.errors import BadInputError, Cancelled, NameTakenError, NotFoundError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.library.tables import contributions
from kennisbank.tasks.context import JobContext
from tests.pdfs import simple_pdf


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Kennisbank]:
    with open_kennisbank(tmp_path / "home") as kennisbank:
        yield kennisbank


@pytest.fixture
def bring_in(opened: Kennisbank, tmp_path: Path) -> Callable[[str, str], None]:
    def import_(name: str, text: str) -> None:
        simple_pdf(tmp_path / name / f"{name}.pdf", [f"Titel {name}\n\n{text}"])
        opened.importing.run(ImportRequest((tmp_path / name,), None, "", is_rehearsal=False))

    return import_


def test_the_name_is_the_question_unless_one_is_given(opened: Kennisbank) -> None:
    keep = opened.saved_searches
    keep.add("", SearchRequest("  knot  wilgen "))
    keep.add("", SearchRequest("", filters={"year": frozenset({"2014", "2013"})}))
    keep.add("Mijn bomen", SearchRequest("boom OR struik", order="newest", is_strict=True))
    assert [each.name for each in keep.all()] == ["2013, 2014", "knot wilgen", "Mijn bomen"]
    bomen = keep.all()[-1]
    assert (bomen.query, bomen.order, bomen.is_strict) == ("boom OR struik", "newest", True)


def test_a_search_that_asks_nothing_is_not_kept(opened: Kennisbank) -> None:
    with pytest.raises(BadInputError):
        opened.saved_searches.add("leeg", SearchRequest("  ", filters={"year": frozenset()}))


def test_a_name_stands_for_one_question(opened: Kennisbank) -> None:
    keep = opened.saved_searches
    first = keep.add("Bomen", SearchRequest("boom")).saved
    assert keep.add("bomen", SearchRequest("boom")).saved.id == first.id
    with pytest.raises(NameTakenError):
        keep.add("BOMEN", SearchRequest("struik"))
    other = keep.add("Struiken", SearchRequest("struik")).saved
    with pytest.raises(NameTakenError):
        keep.rename(other.id, "bomen")
    with pytest.raises(BadInputError):
        keep.rename(other.id, "  ")
    assert keep.rename(other.id, "struiken").saved.name == "struiken"


def test_removing_can_be_undone_also_when_the_name_was_given_away(opened: Kennisbank) -> None:
    keep = opened.saved_searches
    removed = keep.remove(keep.add("Bomen", SearchRequest("boom")).saved.id).saved
    assert keep.all() == []
    keep.add("Bomen", SearchRequest("struik"))
    assert keep.restore(removed).saved.name == "Bomen (2)"
    assert {each.query for each in keep.all()} == {"boom", "struik"}
    assert not keep.restore(keep.all()[1]).changes
    with pytest.raises(NotFoundError):
        keep.remove(keep.remove(removed.id).saved.id)


def test_what_comes_in_after_one_looked_is_new_until_one_looks(
    opened: Kennisbank, bring_in: Callable[[str, str], None]
) -> None:
    keep = opened.saved_searches
    bring_in("een", "Wilgen langs de sloot.")
    wilgen = keep.add("", SearchRequest("wilgen")).saved
    keep.add("", SearchRequest("kastanjes"))
    assert keep.news() == {}
    bring_in("twee", "Nog meer wilgen langs de sloot.")
    bring_in("drie", "Alleen maar eiken langs de sloot.")
    (fresh,) = keep.news()[wilgen.id]
    assert opened.catalogue.get(fresh).current_files[0].name == "twee.pdf"
    assert len(keep.news()) == 1
    before = keep.see(wilgen.id)
    assert before.changes.ids("saved_search") == {wilgen.id}
    assert keep.news() == {}


def test_what_cannot_be_found_yet_stays_new(
    opened: Kennisbank, bring_in: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = opened.saved_searches
    bring_in("een", "Wilgen langs de sloot.")
    wilgen = keep.add("", SearchRequest("wilgen")).saved
    monkeypatch.setattr(opened.searching, "catch_up", lambda *_: 0)  # the index comes behind
    bring_in("twee", "Nog meer wilgen langs de sloot.")
    keep.see(wilgen.id)
    assert keep.news() == {}
    monkeypatch.undo()
    opened.searching.catch_up()
    assert len(keep.news()[wilgen.id]) == 1


def test_news_keep_to_the_filters(opened: Kennisbank, bring_in: Callable[[str, str], None]) -> None:
    keep = opened.saved_searches
    keep.add("anders", SearchRequest("wilgen", filters={"language": frozenset({"en"})}))
    alles = keep.add("alles", SearchRequest("wilgen")).saved
    bring_in("een", "De wilgen staan langs de sloot en zij worden door de boeren geknot.")
    assert list(keep.news()) == [alles.id]


def test_what_a_clock_ahead_of_ours_brought_in_is_seen_too(
    opened: Kennisbank, bring_in: Callable[[str, str], None]
) -> None:
    wilgen = opened.saved_searches.add("", SearchRequest("wilgen")).saved
    bring_in("een", "Wilgen langs de sloot.")
    tomorrow = Moment(now().utc + timedelta(days=1))
    with opened.library.write() as tx:
        tx.connection.execute(update(contributions).values(created_utc=tomorrow.utc))
    assert list(opened.saved_searches.news()) == [wilgen.id]
    opened.saved_searches.see(wilgen.id)
    assert opened.saved_searches.news() == {}


def test_what_is_new_since_a_moment_is_told_for_any_question(
    opened: Kennisbank, bring_in: Callable[[str, str], None]
) -> None:
    moment = now()
    assert opened.saved_searches.new_in(SearchRequest("wilgen"), moment) == ()
    bring_in("een", "Wilgen langs de sloot.")
    bring_in("twee", "Eiken langs de sloot.")
    (new,) = opened.saved_searches.new_in(SearchRequest("wilgen", limit=1, offset=3), moment)
    assert opened.catalogue.get(new).current_files[0].name == "een.pdf"
    assert opened.saved_searches.new_in(SearchRequest("wilgen"), now()) == ()


def test_counting_news_can_be_cancelled(opened: Kennisbank, bring_in: Callable[[str, str], None]) -> None:
    opened.saved_searches.add("", SearchRequest("wilgen"))
    bring_in("een", "Wilgen langs de sloot.")
    ctx = JobContext()
    ctx.cancel()
    with pytest.raises(Cancelled):
        opened.saved_searches.news(ctx)


def test_a_damaged_index_tells_no_news(
    opened: Kennisbank, bring_in: Callable[[str, str], None], tmp_path: Path
) -> None:
    opened.saved_searches.add("", SearchRequest("wilgen"))
    bring_in("een", "Wilgen langs de sloot.")
    opened.index.close()
    for path in sorted((tmp_path / "home" / "index").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert opened.saved_searches.news() == {}
