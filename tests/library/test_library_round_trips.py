"""What is written is what is read."""

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import HealthCheck, given, settings

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Document
from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, PageNo
from kennisbank.domain.metadata import SourcedMetadata, sourced
from kennisbank.domain.reading import ReadingPlace
from kennisbank.domain.reports import FileReport
from kennisbank.errors import NotFoundError
from kennisbank.library.library import Library
from tests.library.library_values import (
    NOON,
    a_batch,
    a_contribution,
    a_document,
    a_file,
    an_account,
    contributions,
    covers,
    documents,
    problems,
    some_hash,
    sourced_metadatas,
    texts,
)

one_library = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40
)


@one_library
@given(contributions)
def test_a_contribution_is_read_as_it_was_written(library: Library, contribution: Contribution) -> None:
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.read() as tx:
        assert tx.contributions.get(contribution.id) == contribution
        assert tx.contributions.many([contribution.id]) == {contribution.id: contribution}


@one_library
@given(sourced_metadatas, sourced_metadatas)
def test_saved_metadata_and_provenance_survive(
    library: Library, first: SourcedMetadata, second: SourcedMetadata
) -> None:
    contribution = replace(a_contribution(), metadata=first)
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.write() as tx:
        saved = tx.contributions.save(replace(contribution, metadata=second))
    with library.read() as tx:
        stored = tx.contributions.get(contribution.id)
    assert stored == saved
    assert stored.metadata == second
    assert stored.revision == contribution.revision + (first != second)


@one_library
@given(documents, covers, texts)
def test_a_document_is_read_as_it_was_written(library: Library, document: Document, cover: tuple, body: str) -> None:
    with library.write() as tx:
        tx.texts.put(some_hash(7), document, body=body, cover=cover)
    with library.read() as tx:
        assert tx.texts.document(some_hash(7)) == document
        assert tx.texts.pages(some_hash(7)) == document.pages
        assert tx.texts.outline(some_hash(7)) == document.outline
        assert tx.texts.links(some_hash(7)) == document.links
        assert tx.texts.cover(some_hash(7)) == cover
        assert tx.texts.body_of(some_hash(7)) == body
        assert tx.texts.sizes(some_hash(7)) == tuple((page.width, page.height, page.label) for page in document.pages)


@one_library
@given(sourced_metadatas, problems, texts)
def test_a_report_is_read_as_it_was_written(
    library: Library, metadata: SourcedMetadata, problem: object, file: str
) -> None:
    batch = a_batch()
    report = FileReport(file, "rejected", None, (problem,), metadata, 3)  # type: ignore[arg-type]
    with library.write() as tx:
        tx.batches.start(batch)
        tx.batches.add_report(batch.id, report)
        tx.batches.remember(batch.id, ContributionId("x"), metadata)
        tx.batches.remember(batch.id, ContributionId("x"), SourcedMetadata())
    with library.read() as tx:
        assert tx.batches.reports(batch.id) == [report]
        assert tx.batches.before(batch.id) == {"x": metadata}


def test_moments_come_back_in_utc_with_the_writers_zone(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.read() as tx:
        created = tx.contributions.get(contribution.id).created
    assert created == NOON
    assert created.utc.tzinfo is UTC
    assert created.zone == "Europe/Amsterdam"


def test_a_file_name_that_is_no_unicode_can_be_stored(library: Library) -> None:
    contribution = a_contribution(files=(a_file(name="caf\udce9.pdf"),), title="Ca\udce9")
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.read() as tx:
        stored = tx.contributions.get(contribution.id)
    assert stored.files[0].name == "caf\ufffd.pdf"
    assert stored.metadata.values.title == "Ca\ufffd"


def test_a_batch_is_read_as_it_was_written(library: Library) -> None:
    older, newer = (
        a_batch(started=replace(NOON, zone="UTC")),
        a_batch(started=replace(NOON, utc=NOON.utc.replace(hour=13))),
    )
    with library.write() as tx:
        tx.batches.start(older)
        tx.batches.start(newer)
    done = replace(older, state="done", finished=NOON, added=3, rejected=1)
    with library.write() as tx:
        tx.batches.save(done)
    with library.read() as tx:
        assert tx.batches.all() == [newer, done]
        assert tx.batches.get(older.id) == done
        assert tx.batches.running() == [newer]
        with pytest.raises(NotFoundError):
            tx.batches.get(a_batch().id)


def test_the_text_that_was_stored_last_counts(library: Library) -> None:
    with library.write() as tx:
        tx.texts.put(some_hash(1), a_document("oud", extractor="2"))
        tx.texts.put(some_hash(1), a_document("nieuw", extractor="10"))
        tx.texts.put(some_hash(2), a_document("ander", extractor="2"))
    with library.read() as tx:
        assert [page.text for page in tx.texts.pages(some_hash(1))] == ["nieuw"]
        assert tx.texts.page(some_hash(1), PageNo(1)).text == "nieuw"  # type: ignore[union-attr]
        assert tx.texts.page(some_hash(1), PageNo(2)) is None
        assert tx.texts.page(some_hash(3), PageNo(1)) is None
        assert tx.texts.document(some_hash(3)) is None
        assert tx.texts.known([some_hash(1), some_hash(2), some_hash(3)], "2") == {some_hash(1), some_hash(2)}
        assert tx.texts.has(some_hash(1), "10")
        assert not tx.texts.has(some_hash(2), "10")


def test_texts_of_files_that_nothing_refers_to_are_dropped(library: Library) -> None:
    with library.write() as tx:
        tx.contributions.add(a_contribution(1))
        tx.texts.put(some_hash(1), a_document("blijft"))
        tx.texts.put(some_hash(2), a_document("gaat"))
    with library.write() as tx:
        assert tx.texts.drop_unreferenced() == 1
        assert tx.changes.ids("text") == {some_hash(2)}
        assert tx.texts.unreferenced() == set()
    with library.read() as tx:
        assert tx.texts.pages(some_hash(1))
        assert not tx.texts.pages(some_hash(2))


def test_reading_places_are_apart_for_each_reader(library: Library) -> None:
    contribution = a_contribution()
    place = ReadingPlace(contribution.id, some_hash(1), PageNo(3), 12.5, 0.0, NOON)
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.reading.save_place(replace(place, page=PageNo(1)))
        tx.reading.save_place(place)
        assert tx.changes.ids("reading") == {contribution.id}
        tx.archives.save_account(an_account("ada"))
    with library.write() as tx:
        assert tx.reading.place(contribution.id) == place, "what nobody in particular read is there for everybody"
        tx.reading.save_place(replace(place, page=PageNo(9)))
    with library.write() as tx:
        hers = replace(place, page=PageNo(9), archive=ArchiveId("archief"), account=AccountId("ada"))
        assert tx.reading.place(contribution.id) == hers
        assert tx.reading.recent(5) == [hers]
        tx.archives.save_account(an_account("bas"))
    with library.read() as tx:
        assert tx.reading.place(contribution.id) == place
        assert tx.reading.recent(5) == [place]


def test_a_reading_place_outlives_its_contribution(library: Library) -> None:
    contribution = a_contribution()
    place = ReadingPlace(contribution.id, some_hash(1), PageNo(3), 12.5, 1.0, NOON)
    with library.write() as tx:
        tx.contributions.add(contribution)
        tx.reading.save_place(place)
    with library.write() as tx:
        tx.contributions.remove(contribution.id)
    with library.read() as tx:
        assert tx.reading.recent(5) == []
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.read() as tx:
        assert tx.reading.recent(5) == [place]


def test_a_field_that_a_hand_emptied_stays_empty_at_a_reimport(library: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
    emptied = contribution.metadata.merged(
        sourced(replace(contribution.metadata.values, keywords=()), "hand", only=frozenset({"keywords"}))
    )
    with library.write() as tx:
        tx.contributions.save(replace(contribution, metadata=emptied))
    with library.write() as tx:
        stored = tx.contributions.get(contribution.id)
        tx.contributions.save(replace(stored, metadata=stored.metadata.merged(contribution.metadata)))
        assert not tx.changes
    with library.read() as tx:
        stored = tx.contributions.get(contribution.id)
    assert stored.metadata.values.keywords == ()
    assert stored.metadata.provenance["keywords"].source == "hand"
