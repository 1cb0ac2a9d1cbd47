"""Values for the tests of the library, and strategies that make any of them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from kennisbank.domain.archive import Account
from kennisbank.domain.contribution import Contribution, ContributionFile, ImportBatch
from kennisbank.domain.document import (
    CoverSpan,
    Document,
    Link,
    OutlineEntry,
    PageText,
    Problem,
    Rect,
    Word,
    pack_words,
)
from kennisbank.domain.ids import (
    AccountId,
    ArchiveId,
    BatchId,
    ContributionId,
    FileHash,
    FileId,
    Origin,
    PageNo,
    new_id,
)
from kennisbank.domain.metadata import FIELDS, Author, Metadata, Provenance, SourcedMetadata, sourced
from kennisbank.domain.moments import Moment

NOON = Moment(datetime(2025, 11, 20, 12, 0, 0, 123456, tzinfo=UTC), "Europe/Amsterdam")
ELSEWHERE = Origin("6c1f6a52-30a4-4b6c-9d3f-0a4b5f2b7c11")


def some_hash(number: int) -> FileHash:
    return FileHash(f"{number:064x}")


def a_file(number: int = 1, **changes: Any) -> ContributionFile:
    made = ContributionFile(
        id=FileId(new_id()),
        hash=some_hash(number),
        name=f"bijdrage{number}.pdf",
        role="paper",
        version=1,
        is_current=True,
        media_type="application/pdf",
        size=1234,
        pages=2,
        added=NOON,
    )
    return replace(made, **changes)


def a_contribution(
    number: int = 1, *, files: tuple[ContributionFile, ...] | None = None, **values: Any
) -> Contribution:
    metadata = Metadata(
        **{
            "title": f"Toetsen in groep {number}",
            "authors": (Author("Davied van Berlo", "van Berlo", "Davied", "Ambtenaar 2.0"), Author("Ada Zoë")),
            "keywords": ("toetsing", "Python"),
            "themes": ("Didactiek",),
            "year": 2025,
            "language": "nl",
            "kind": "article",
            "edition": "NIOC2025",
            **values,
        }
    )
    return Contribution(
        id=ContributionId(new_id()),
        origin=ELSEWHERE,
        metadata=sourced(metadata, "list", f"lijst.csv row {number}"),
        files=(a_file(number),) if files is None else files,
        created=NOON,
        updated=NOON,
    )


def a_batch(**changes: Any) -> ImportBatch:
    made = ImportBatch(BatchId(new_id()), ELSEWHERE, "bijdragen", "NIOC2025", "running", NOON)
    return replace(made, **changes)


def a_page(number: int, text: str) -> PageText:
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append(Word(start, at, Rect(10.0, 20.0, 30.5, 40.25)))
    return PageText(PageNo(number), text, pack_words(words), 595.0, 842.0, label=str(number))


def a_document(*texts: str, extractor: str = "1") -> Document:
    pages = tuple(a_page(number, text) for number, text in enumerate(texts, 1))
    return Document(extractor, "application/pdf", pages)


# Whatever the disk gives must survive; lone surrogates are the business of a test of their own.
texts = st.text(max_size=40)
moments = st.builds(
    lambda naive, zone: Moment(naive.replace(tzinfo=UTC), zone),
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 -- hypothesis wants them naive
    st.sampled_from(["UTC", "Europe/Amsterdam", "+02:00"]),
)
authors = st.builds(Author, texts, texts, texts, texts, texts)
codes = st.sampled_from(["", "NIOC2025", "NIOC1990", "Ander Congres 3"])
metadatas = st.builds(
    Metadata,
    title=texts,
    authors=st.lists(authors, max_size=4).map(tuple),
    abstract=texts,
    keywords=st.lists(texts, max_size=4).map(tuple),
    themes=st.lists(texts, max_size=4).map(tuple),
    year=st.none() | st.integers(1, 9999),
    language=texts,
    kind=texts,
    doi=texts,
    licence=texts,
    edition=codes,
)
provenances = st.builds(Provenance, st.sampled_from(["hand", "list", "proposal"]), texts)
sourced_metadatas = st.builds(
    SourcedMetadata, metadatas, st.dictionaries(st.sampled_from(FIELDS), provenances, max_size=len(FIELDS))
)
contributions = st.builds(
    lambda metadata, created, updated, revision: Contribution(
        ContributionId(new_id()), ELSEWHERE, metadata, (a_file(),), created, updated, revision
    ),
    sourced_metadatas,
    moments,
    moments,
    st.integers(1, 10**6),
)
numbers = st.floats(-1e6, 1e6, width=32)
boxes = st.builds(Rect, numbers, numbers, numbers, numbers)
outlines = st.builds(OutlineEntry, st.integers(1, 9), texts, st.integers(1, 99), numbers)
links = st.builds(Link, st.integers(1, 99), boxes, texts, st.none() | st.integers(1, 99), numbers)
problems = st.builds(
    Problem,
    texts,
    texts,
    st.none() | st.integers(1, 99),
    st.sampled_from(["error", "note"]),
    st.dictionaries(texts, texts),
)
anything = st.text(st.characters(), max_size=60) | st.just("los \ud83d surrogaat")
pages = st.builds(
    lambda text, words, width, label, line: (text, pack_words(words), width, label, line),
    anything,
    st.lists(st.builds(Word, st.integers(0, 99), st.integers(0, 99), boxes), max_size=3),
    numbers,
    texts,
    st.none() | st.integers(1, 10**6),
)
documents = st.builds(
    lambda extractor, made, outline, found, info, wrong: Document(
        extractor,
        "text/plain",
        tuple(
            PageText(PageNo(number), text, words, width, 842.0, label, line)
            for number, (text, words, width, label, line) in enumerate(made, 1)
        ),
        tuple(outline),
        tuple(found),
        info,
        tuple(wrong),
    ),
    st.sampled_from(["1", "2"]),
    st.lists(pages, max_size=3),
    st.lists(outlines, max_size=3),
    st.lists(links, max_size=3),
    st.dictionaries(texts, texts, max_size=3),
    st.lists(problems, max_size=3),
)
covers = st.lists(st.builds(CoverSpan, st.integers(1, 99), st.integers(0, 999), st.integers(0, 999)), max_size=3).map(
    tuple
)


def an_account(name: str) -> Account:
    """Return somebody's account, logged in."""
    return Account(
        AccountId(name),
        ArchiveId("archief"),
        mail=f"{name}@example.org",
        name=name.title(),
        occupation="teacher",
        organisation="",
        right="reader",
        is_current=True,
    )
