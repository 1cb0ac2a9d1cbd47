"""Taking a file that was downloaded into its contribution: what an import does with one, decided by the archive.

The archive says to which contribution it belongs, in which role and version, and whether it is the one to be read. One
transaction holds all of it, and the file gets its place in that: a kill leaves a file that is here, or one that isn't.
"""

from concurrent.futures import CancelledError, Future
from dataclasses import replace
from pathlib import Path

from kennisbank import resources
from kennisbank.documents.cover import CoverSignals, load_signals
from kennisbank.documents.extractor import EXTRACTOR
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.annotation import Annotation
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import CoverSpan, Document
from kennisbank.domain.ids import FileHash, FileId, new_id
from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.domain.syncing import Offer
from kennisbank.errors import Cancelled, DocumentError
from kennisbank.importing import problems
from kennisbank.importing.embedded import annotations_of
from kennisbank.importing.handling import cover_and_body
from kennisbank.importing.proposal import propose
from kennisbank.importing.taking import plan
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


class DownloadedFiles:
    """Takes downloaded files into one library. Used by one thread; any number of them may be at work."""

    def __init__(self, library: Library, workers: DocumentWorkers, signals: CoverSignals | None = None) -> None:
        """Read files with `workers`; tell cover sheets by `signals` (none given: those that come with the program)."""
        self._library, self._workers = library, workers
        self._signals = signals if signals is not None else load_signals(resources.resource("cover_signals.toml"))

    def read(self, offer: Offer, path: Path) -> "Future[Document] | None":
        """Begin to read a file that has come; None where its text is here already."""
        with self._library.read() as tx:
            if tx.texts.has(offer.hash, EXTRACTOR):
                return None
        return self._workers.extract(path, offer.name)

    def take(self, offer: Offer, path: Path, reading: "Future[Document] | None") -> ChangeSet:
        """Take the file at `path` (moved, or where it is in the store) into its contribution, with what was `reading`.

        A file that can't be read is taken all the same, with its problem and no text. One that is no longer wanted, or
        whose contribution has gone meanwhile, isn't.

        Raises:
            Cancelled: reading it was given up.
            StorageError: it can't be written; nothing of it stays in the library.
            LibraryBusyError: another program writes for too long.
        """
        document = _document(offer, reading)
        cover: tuple[CoverSpan, ...] = ()
        body, language = "", ""
        found: list[Annotation] = []
        if document is not None:
            cover, body = cover_and_body(document, self._signals)
            language = propose(document, cover, offer.name).values.language
            found = annotations_of(document, offer.hash, offer.contribution, now(), {})
        with self._library.write() as tx, tx.outbox.arriving():
            contribution = _wanting(tx, offer)
            if contribution is None:
                return ChangeSet()
            if not self._library.files.has(offer.hash):
                self._library.files.adopt(path, offer.hash)
            file = _file(offer, contribution, document or tx.texts.document(offer.hash))
            tx.files.add(contribution.id, file)
            if document is not None:
                tx.texts.put(offer.hash, document, body=body, cover=cover)
            _propose_language(tx, contribution, language)
            plan(tx, contribution.id, found).carry_out(tx)
            tx.offers.settle(contribution.id, offer.hash)
            return tx.changes


def _document(offer: Offer, reading: "Future[Document] | None") -> Document | None:
    """Return what was read of a file; one that can't be read is a document without pages that says why."""
    if reading is None:
        return None
    try:
        return reading.result()
    except DocumentError as error:
        said = replace(problems.from_document_error(error), severity="warning")
        return Document(EXTRACTOR, offer.media_type, (), problems=(said,))
    except CancelledError:
        raise Cancelled from None


def _wanting(tx: Transaction, offer: Offer) -> Contribution | None:
    """Return the contribution that still wants this file and doesn't have it."""
    offered = tx.offers.of([offer.contribution]).get(offer.contribution, ())
    if not any(each.hash == offer.hash and each.state == "wanted" for each in offered):
        return None
    found = tx.contributions.find(offer.contribution)
    return None if found is None or found.withdrawn is not None else found


def _file(offer: Offer, contribution: Contribution, document: Document | None) -> ContributionFile:
    """Return the file as the archive describes it; a version that another file has here already becomes the next."""
    taken = {each.version for each in contribution.files if each.role == offer.role}
    version = offer.version if offer.version not in taken else max(taken) + 1
    return ContributionFile(
        id=FileId(new_id()),
        hash=FileHash(offer.hash),
        name=offer.name,
        role=offer.role,
        version=version,
        is_current=offer.is_current,
        media_type=document.media_type if document is not None else offer.media_type,
        size=offer.size,
        pages=len(document.pages) if document is not None else offer.pages,
        added=now(),
    )


def _propose_language(tx: Transaction, contribution: Contribution, language: str) -> None:
    """Fill in the language where nobody knew it."""
    metadata = contribution.metadata.merged(sourced(Metadata(language=language), "proposal", "text"))
    if not contribution.metadata.values.language and language:
        tx.contributions.save(replace(contribution, metadata=metadata))
