"""What is found by what, and how it is browsed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.folding import fold
from kennisbank.domain.ids import ContributionId, EditionId, FileHash
from kennisbank.domain.metadata import Author
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import FacetCount, FacetName
from kennisbank.errors import BadInputError, NotFoundError
from kennisbank.library.library import Library
from tests.library.library_values import ELSEWHERE, NOON, a_batch, a_contribution, a_document, a_file, some_hash


def stored(library: Library, *contributions: Contribution) -> None:
    with library.write() as tx:
        for contribution in contributions:
            tx.contributions.add(contribution)


def values(library: Library, facet: FacetName) -> list[tuple[str, int]]:
    with library.read() as tx:
        return [(each.value, each.count) for each in tx.browse.values(facet)]


def test_a_contribution_is_found_by_an_older_file_too(library: Library) -> None:
    contribution = a_contribution(files=(a_file(1), a_file(2, version=2, is_current=False)))
    stored(library, contribution)
    with library.read() as tx:
        assert tx.contributions.by_file_hash(some_hash(2)) == contribution
        assert tx.contributions.by_file_hash(some_hash(3)) is None
        assert tx.files.of(some_hash(2)) == [(contribution.id, contribution.files[1])]
        assert tx.files.hashes() == {some_hash(1), some_hash(2)}


def test_a_file_name_is_found_within_its_edition_whatever_its_capitals(library: Library) -> None:
    of_2025 = a_contribution(files=(a_file(name="Bijdrage É.pdf"),))
    without = a_contribution(files=(a_file(name="bijdrage é.PDF"),), edition="")
    stored(library, of_2025, without)
    with library.read() as tx:
        find = tx.contributions.by_file_name
        assert [each.id for each in find("BIJDRAGE É.pdf", edition="nioc2025")] == [of_2025.id]
        assert [each.id for each in find("bijdrage é.pdf", edition="")] == [without.id]
        assert {each.id for each in find("bijdrage é.pdf")} == {of_2025.id, without.id}
        assert find("anders.pdf") == []


@pytest.mark.parametrize("written", ["10.1000/ABC", "https://doi.org/10.1000/abc", "doi:10.1000/Abc", " 10.1000/abc "])
def test_a_doi_is_found_however_it_is_written(library: Library, written: str) -> None:
    contribution = a_contribution(doi="https://dx.doi.org/10.1000/aBc")
    stored(library, contribution)
    with library.read() as tx:
        assert tx.contributions.by_doi(written) == contribution


def test_nothing_is_found_by_an_empty_key(library: Library) -> None:
    stored(library, a_contribution(title="?!", doi=""))
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document(""), body="")
        assert tx.contributions.by_doi("") is None
        assert tx.contributions.by_title_key("") == []
        assert tx.contributions.by_body("") is None
        with pytest.raises(NotFoundError):
            tx.contributions.by_prefix(" ")


def test_a_title_is_found_by_its_letters_alone(library: Library) -> None:
    later = replace(a_contribution(title="Café-Onderwijs!"), created=Moment(NOON.utc + timedelta(1)))
    earlier = a_contribution(title="cafe onderwijs")
    stored(library, later, earlier)
    with library.read() as tx:
        assert tx.contributions.by_title_key(fold("CAFÉ ONDERWIJS")) == [earlier, later]


def test_a_body_is_found_by_its_fingerprint(library: Library) -> None:
    contribution = a_contribution()
    stored(library, contribution)
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document("tekst"), body="vingerafdruk")
        assert tx.contributions.by_body("vingerafdruk") == contribution
        assert tx.contributions.by_body("ander") is None


def test_an_id_may_be_given_by_its_beginning(library: Library) -> None:
    first = replace(a_contribution(), id=ContributionId("aaaa1111-0000-4000-8000-000000000000"))
    second = replace(a_contribution(2), id=ContributionId("aaaa2222-0000-4000-8000-000000000000"))
    stored(library, first, second)
    with library.read() as tx:
        assert tx.contributions.by_prefix("AAAA1") == first
        with pytest.raises(BadInputError):
            tx.contributions.by_prefix("aaaa")
        for nothing in ("aaaa3", "%", "_aaa1"):
            with pytest.raises(NotFoundError):
                tx.contributions.by_prefix(nothing)


def test_contributions_are_listed_by_title_and_kept_in_the_order_asked_for(library: Library) -> None:
    titles = ["zaal", "Éclair", "eb", "Aap"]
    made = {title: a_contribution(number, title=title) for number, title in enumerate(titles)}
    stored(library, *made.values())
    asked = [made["zaal"].id, ContributionId("is er niet"), made["Aap"].id]
    with library.read() as tx:
        assert [each.metadata.values.title for each in tx.contributions.all()] == ["Aap", "eb", "Éclair", "zaal"]
        assert list(tx.contributions.many(asked)) == [made["zaal"].id, made["Aap"].id]
        assert tx.contributions.many([]) == {}
        assert tx.contributions.count() == 4


def test_reading_more_contributions_takes_no_more_queries(library: Library) -> None:
    asked: list[str] = []
    event.listen(library._reader, "before_cursor_execute", lambda *call: asked.append(call[2]))
    made = [a_contribution(number) for number in range(30)]
    numbers = []
    for count in (1, 30):
        stored(library, *made[:1] if count == 1 else made[1:])
        for read in ("all", "many", "stamps"):
            asked.clear()
            with library.read() as tx:
                found = (
                    tx.contributions.many([each.id for each in made])
                    if read == "many"
                    else getattr(tx.contributions, read)()
                )
            assert len(found) == count
            numbers.append(len(asked))
    assert numbers[:3] == numbers[3:]


def test_files_stand_current_first_then_newest_first(library: Library) -> None:
    days = [Moment(NOON.utc + timedelta(day)) for day in range(3)]
    files = tuple(a_file(n, version=n + 1, added=days[n], is_current=n == 1) for n in range(3))
    contribution = a_contribution(files=files)
    stored(library, contribution)
    with library.read() as tx:
        assert tx.contributions.get(contribution.id).files == (files[1], files[2], files[0])


def test_authors_are_browsed_by_family_name_without_particles(library: Library) -> None:
    people = (
        Author("Émile Zola", "Zola", "Émile"),
        Author("Davied van Berlo"),
        Author("Carla de Boer", "de Boer", "Carla"),
    )
    stored(library, a_contribution(authors=people), a_contribution(2, authors=(Author("DAVIED VAN BERLO"),)))
    found = values(library, "author")
    assert [name.casefold() for name, _ in found] == ["davied van berlo", "carla de boer", "émile zola"]
    assert [count for _, count in found] == [2, 1, 1]
    with library.read() as tx:
        assert len(tx.browse.contributions("author", "Davied Van Berlo")) == 2


def test_spellings_of_one_keyword_are_one_value_shown_as_it_is_written_most(library: Library) -> None:
    stored(
        library,
        a_contribution(1, keywords=("Café", "C++")),
        a_contribution(2, keywords=("café", "CAFE")),
        a_contribution(3, keywords=("café", "C")),
    )
    assert values(library, "keyword") == [("C", 1), ("C++", 1), ("café", 3)]
    with library.read() as tx:
        assert len(tx.browse.contributions("keyword", "CAFÉ")) == 3


def test_years_and_editions_are_browsed_newest_first(library: Library) -> None:
    for number, (year, code) in enumerate([(1990, "NIOC1990"), (2025, "NIOC2025"), (2025, "NIOC2025"), (None, "")]):
        stored(library, a_contribution(number, year=year, edition=code, title=f"b{9 - number}"))
    assert values(library, "year") == [("2025", 2), ("1990", 1)]
    assert values(library, "edition") == [("NIOC2025", 2), ("NIOC1990", 1)]
    assert values(library, "theme") == [("Didactiek", 4)]
    with library.read() as tx:
        newest = tx.contributions.many(tx.browse.contributions("year", "2025"))
        assert [each.metadata.values.title for each in newest.values()] == ["b7", "b8"]
        assert tx.browse.contributions("year", "geen jaar") == []
        assert list(newest) == tx.browse.contributions("edition", "nioc2025")


def test_languages_and_kinds_are_browsed_most_frequent_first(library: Library) -> None:
    for number, language in enumerate(["en", "nl", "nl", ""]):
        stored(library, a_contribution(number, language=language))
    assert values(library, "language") == [("nl", 2), ("en", 1)]
    with library.read() as tx:
        assert tx.browse.values("kind") == [FacetCount("article", 4)]
        assert len(tx.browse.contributions("language", "nl")) == 2


def test_an_edition_is_one_whatever_the_capitals_of_its_code(library: Library) -> None:
    with library.write() as tx:
        made = tx.editions.ensure(" NIOC2025 ")
        assert tx.editions.ensure("nioc2025") == made
        assert (made.code, made.year, made.origin) == ("NIOC2025", 2025, library.origin)
        assert tx.editions.ensure("Zonder jaar").year is None
        assert tx.editions.ensure("Congres", 1999).year == 1999
        with pytest.raises(BadInputError):
            tx.editions.ensure("  ")
    with library.read() as tx:
        assert [(each.code, count) for each, count in tx.editions.all()] == [
            ("NIOC2025", 0),
            ("Congres", 0),
            ("Zonder jaar", 0),
        ]


def test_an_edition_with_another_code_changes_its_contributions(library: Library) -> None:
    contribution = a_contribution()
    stored(library, contribution)
    with library.write() as tx:
        edition = tx.editions.by_code("NIOC2025")
        assert edition is not None
        tx.editions.save(replace(edition, code="NIOC 25", name="Congres", website="https://example.org"))
        assert tx.changes.ids("contribution") == {contribution.id}
    with library.read() as tx:
        changed = tx.contributions.get(contribution.id)
        assert (changed.metadata.values.edition, changed.revision) == ("NIOC 25", 2)
        assert tx.editions.by_code("NIOC2025") is None


def test_an_edition_cannot_take_anothers_code(library: Library) -> None:
    with library.write() as tx:
        first, second = tx.editions.ensure("A"), tx.editions.ensure("B")
        for code in ("b", " "):
            with pytest.raises(BadInputError):
                tx.editions.save(replace(first, code=code))
        with pytest.raises(NotFoundError):
            tx.editions.save(replace(second, id=EditionId("is er niet"), origin=ELSEWHERE))


def test_only_an_empty_edition_of_which_nothing_is_known_goes(library: Library) -> None:
    stored(library, a_contribution())
    with library.write() as tx:
        tx.editions.save(replace(tx.editions.ensure("Bekend"), name="Met een naam"))
        tx.editions.ensure("Leeg")
        assert [tx.editions.remove_empty(code) for code in ("NIOC2025", "Bekend", "Leeg", "Leeg")] == [
            False,
            False,
            True,
            False,
        ]


def test_a_batch_knows_what_it_brought(library: Library) -> None:
    batch = a_batch()
    added = replace(a_contribution(1, files=(a_file(1, batch=batch.id),)), batch=batch.id)
    known = a_contribution(2)
    new_version = a_file(3, version=2, batch=batch.id)
    with library.write() as tx:
        tx.batches.start(batch)
        tx.contributions.add(known)
        tx.contributions.add(added)
        tx.files.add(known.id, new_version)
    with library.read() as tx:
        assert tx.batches.contributions(batch.id) == [added.id]
        assert {file.hash for _, file in tx.files.of_batch(batch.id)} == {some_hash(1), some_hash(3)}
        assert FileHash(new_version.hash) in tx.files.hashes()
