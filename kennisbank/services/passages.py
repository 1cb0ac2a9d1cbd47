"""From the library's rows to what the index reads: the one place where cleaning meets searching."""

from collections.abc import Iterable, Iterator

from kennisbank.documents.cleaning import CLEANING
from kennisbank.documents.passages import cover_sheets, passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.passage import CoverSheet, Passage, SearchDocument
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction
from kennisbank.services.note_passages import note_passages
from kennisbank.tasks.context import JobContext, Progress

_GROUP = 64
"""Contributions read per transaction: large enough to be quick, small enough not to hold a snapshot for long."""


def search_stamps(tx: Transaction) -> dict[ContributionId, str]:
    """Return the stamps of all contributions, with those of their readers' notes and of the rules of cleaning."""
    notes = tx.annotations.stamps()
    return {each: f"{stamp}/{CLEANING}/{notes.get(each, '')}" for each, stamp in tx.contributions.stamps().items()}


def search_documents(
    library: Library, ids: Iterable[ContributionId], stamps: dict[ContributionId, str], ctx: JobContext
) -> Iterator[SearchDocument]:
    """Yield the contributions `ids` as the index sees them, from stored raw text: no file is opened.

    One that has gone meanwhile is left out. `stamps` are those of the moment the work was planned; a contribution that
    changes after that is indexed again by the next catching-up.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    wanted = list(ids)
    for first in range(0, len(wanted), _GROUP):
        ctx.check()
        group = wanted[first : first + _GROUP]
        with library.read() as tx:
            found = tx.contributions.many(group)
            noted = tx.annotations.contributions()
            for number, each in enumerate(group):
                contribution = found.get(each)
                if contribution is None:
                    continue
                ctx.report(Progress("indexing", first + number, len(wanted), contribution.metadata.values.title))
                pieces: list[Passage] = []
                sheets: list[CoverSheet] = []
                for file in contribution.current_files:
                    pages, cover = tx.texts.pages(file.hash), tx.texts.cover(file.hash)
                    vocabulary = vocabulary_of(pages)
                    pieces += passages(pages, cover, vocabulary=vocabulary, file=file.hash)
                    sheets += cover_sheets(pages, cover, file=file.hash)
                if each in noted:
                    pieces += note_passages(tx, contribution)
                yield _document(contribution, stamps[each], tuple(pieces), tuple(sheets))
    ctx.report(Progress("indexing", len(wanted), len(wanted)))


def _document(
    contribution: Contribution, stamp: str, pieces: tuple[Passage, ...], sheets: tuple[CoverSheet, ...]
) -> SearchDocument:
    values = contribution.metadata.values
    return SearchDocument(
        contribution=contribution.id,
        stamp=stamp,
        title=values.title,
        authors=tuple(author.name for author in values.authors),
        abstract=values.abstract,
        keywords=values.keywords,
        themes=values.themes,
        edition=values.edition,
        year=values.year,
        language=values.language,
        kind=values.kind,
        passages=pieces,
        cover_sheets=sheets,
        is_here=bool(contribution.current_files),
    )
