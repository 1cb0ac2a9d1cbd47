"""Reading: the pages of a contribution as they look, their text, and the place where one was."""

import shutil
from collections.abc import Collection
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import Link, OutlineEntry, PageImage, PageText
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingPlace
from kennisbank.errors import NotFoundError, StorageError
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points, and its printed number (empty where the file has none)."""

    width: float
    height: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A file that is being read. `cover_pages` are pages that are a cover sheet from top to bottom."""

    contribution: Contribution
    file: ContributionFile
    path: Path
    pages: tuple[PageSize, ...]
    outline: tuple[OutlineEntry, ...]
    links: tuple[Link, ...]
    cover_pages: frozenset[PageNo]
    place: ReadingPlace | None


class ReadingService:
    """Reads from one library. Every method may be called from any thread; only `render` works in another process."""

    def __init__(self, library: Library, workers: DocumentWorkers) -> None:
        """Read from `library` and draw pages with `workers`."""
        self._library = library
        self._workers = workers

    def open(self, contribution_id: ContributionId, file_hash: FileHash | None = None) -> OpenDocument:
        """Return what is needed to show a contribution: its first current file, or the one named.

        Raises:
            NotFoundError: the contribution, or this file of it, isn't here.
        """
        with self._library.read() as tx:
            contribution = tx.contributions.get(contribution_id)
            file = _file(contribution, file_hash)
            return OpenDocument(
                contribution=contribution,
                file=file,
                path=self._library.files.path(file.hash),
                pages=tuple(PageSize(*size) for size in tx.texts.sizes(file.hash)),
                outline=tx.texts.outline(file.hash),
                links=tx.texts.links(file.hash),
                cover_pages=_whole_pages(tx, file.hash),
                place=tx.reading.place(contribution_id),
            )

    def page_text(self, file_hash: FileHash, page: PageNo) -> PageText:
        """Return the raw text of a page, with its words and boxes.

        Raises:
            NotFoundError: there is no such page here.
        """
        with self._library.read() as tx:
            found = tx.texts.page(file_hash, page)
        if found is None:
            raise NotFoundError("page", f"{file_hash}#{page}")
        return found

    def render(
        self, document: OpenDocument, page_index: int, scale: float, *, night: bool = False
    ) -> Future[PageImage]:
        """Return the picture of a page (0-based) at `scale` pixels per point, drawn in a child process.

        The future ends with a `DocumentError` when the page can't be drawn.
        """
        return self._workers.render(document.path, document.file.media_type, page_index, scale, night=night)

    def take_out(self, contribution_id: ContributionId, file_hash: FileHash | None, folder: Path) -> Path:
        """Copy a file to `folder` under its original name, and return where it stands.

        What another program writes to the copy never reaches the library. Without `file_hash` the first current file.

        Raises:
            NotFoundError: the contribution, or this file of it, isn't here.
            StorageError: the copy can't be written.
        """
        with self._library.read() as tx:
            file = _file(tx.contributions.get(contribution_id), file_hash)
        # The name came from outside: nothing of it but its last part may say where the copy goes.
        target = folder / file.hash[:16] / (Path(file.name.replace("\\", "/")).name or file.hash)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._library.files.path(file.hash), target)
        except OSError as error:
            raise StorageError(target, error.strerror or str(error)) from error
        return target

    def save_place(self, place: ReadingPlace) -> None:
        """Remember where somebody is in a contribution; one that has gone meanwhile is let be."""
        with self._library.write() as tx:
            if tx.contributions.find(place.contribution) is not None:
                tx.reading.save_place(replace(place, moment=now()))

    def titles(self, ids: Collection[ContributionId]) -> dict[ContributionId, str]:
        """Return the titles of those of these contributions that are here."""
        with self._library.read() as tx:
            found = tx.contributions.many(list(ids))
        return {each: contribution.metadata.values.title for each, contribution in found.items()}

    def recent(self, limit: int = 6) -> list[tuple[Contribution, ReadingPlace]]:
        """Return what was read last, newest first."""
        with self._library.read() as tx:
            places = tx.reading.recent(limit)
            found = tx.contributions.many([place.contribution for place in places])
        return [(found[place.contribution], place) for place in places if place.contribution in found]


def newest_of(document: OpenDocument) -> ContributionFile:
    """Return the newest version of the file that is read: the one in force of the same role, else the latest."""
    alike = [file for file in document.contribution.files if file.role == document.file.role]
    return max(alike, key=lambda file: (file.is_current, file.version), default=document.file)


def _file(contribution: Contribution, file_hash: FileHash | None) -> ContributionFile:
    candidates = contribution.current_files if file_hash is None else contribution.files
    for file in candidates:
        if file_hash is None or file.hash == file_hash:
            return file
    raise NotFoundError("file", file_hash or contribution.id)


def _whole_pages(tx: Transaction, file_hash: FileHash) -> frozenset[PageNo]:
    """Return the pages of which nothing but white space is left outside the cover sheet."""
    whole = set()
    for span in tx.texts.cover(file_hash):
        page = tx.texts.page(file_hash, span.page)
        if page is not None and not (page.text[: span.start] + page.text[span.end :]).strip():
            whole.add(page.number)
    return frozenset(whole)
