"""What the files say: raw text and word boxes, per file and version of the extractor.

Derived, never synced, made anew from the file whenever need be. Where several extractors have read a file, the text
that was stored last counts. What was recognised on a scan is stored apart (`recognitions`); `page` and `pages` give it
in the place of the little that such a page says itself, `document` never does.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from kennisbank.domain.document import CoverSpan, Document, Link, OutlineEntry, PageText, Problem
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.library import columns
from kennisbank.library import tables as t
from kennisbank.library.outbox import Journal
from kennisbank.library.queries import listed

_ANNOTATIONS = "annotations"
"""Under this name the metadata of a file say how many annotations were read from it."""


class Texts:
    """The texts of one library, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def put(
        self, file_hash: FileHash, document: Document, *, body: str = "", cover: tuple[CoverSpan, ...] = ()
    ) -> None:
        """Store what an extractor read from a file, in place of what the same extractor read from it before.

        `body` is the fingerprint of the text without cover sheets (empty: none), `cover` the cover sheets themselves.
        """
        x = t.texts.c
        same = (x.file_hash == file_hash) & (x.extractor == document.extractor)
        is_known = self.has(file_hash, document.extractor)
        self._journal.local("text", file_hash, "updated" if is_known else "added")
        if is_known:
            self._connection.execute(delete(t.texts).where(same))
        row = {
            "file_hash": file_hash,
            "extractor": document.extractor,
            "media_type": document.media_type,
            "body": body,
            "cover": columns.cover_json(cover),
            "info": columns.info_json(document.info),
            "problems": columns.problems_json(document.problems),
            "outline": columns.pack_outline(document.outline),
            "links": columns.pack_links(document.links),
            "stored_utc": now().utc,
        }
        text_id = self._connection.execute(insert(t.texts), row).inserted_primary_key
        if document.pages and text_id is not None:
            self._connection.execute(insert(t.pages), [_page_row(text_id[0], page) for page in document.pages])

    def has(self, file_hash: FileHash, extractor: str) -> bool:
        """Tell whether this extractor's text of the file is here."""
        return bool(self.known([file_hash], extractor))

    def known(self, hashes: Collection[FileHash], extractor: str) -> set[FileHash]:
        """Return those of `hashes` of which this extractor's text is here."""
        query = select(t.texts.c.file_hash).where(
            t.texts.c.file_hash.in_(listed(hashes)), t.texts.c.extractor == extractor
        )
        return {FileHash(each) for each in self._connection.execute(query).scalars()}

    def document(self, file_hash: FileHash) -> Document | None:
        """Return all that was read from a file, or None."""
        row = self._newest(file_hash, t.texts)
        if row is None:
            return None
        return Document(
            extractor=row.extractor,
            media_type=row.media_type,
            pages=self._pages(row.id),
            outline=columns.unpack_outline(row.outline),
            links=columns.unpack_links(row.links),
            info=columns.info_from(row.info),
            problems=columns.problems_from(row.problems),
        )

    def page(self, file_hash: FileHash, number: PageNo) -> PageText | None:
        """Return one page, or None where there is no such page or text."""
        row = self._newest(file_hash, t.texts.c.id)
        if row is None:
            return None
        query = select(t.pages).where(t.pages.c.text_id == row.id, t.pages.c.number == number)
        found = self._connection.execute(query).first()
        return None if found is None else self._with_recognised(file_hash, (_page(found),))[0]

    def pages(self, file_hash: FileHash) -> tuple[PageText, ...]:
        """Return all pages in order; none where there is no text."""
        row = self._newest(file_hash, t.texts.c.id)
        return () if row is None else self._with_recognised(file_hash, self._pages(row.id))

    def sizes(self, file_hash: FileHash) -> tuple[tuple[float, float, str], ...]:
        """Return width, height (points) and label of all pages in order, without unpacking any text."""
        row = self._newest(file_hash, t.texts.c.id)
        if row is None:
            return ()
        c = t.pages.c
        query = select(c.width, c.height, c.label).where(c.text_id == row.id).order_by(c.number)
        return tuple((width, height, label) for width, height, label in self._connection.execute(query))

    def outline(self, file_hash: FileHash) -> tuple[OutlineEntry, ...]:
        """Return the document's own contents."""
        row = self._newest(file_hash, t.texts.c.outline)
        return () if row is None else columns.unpack_outline(row.outline)

    def links(self, file_hash: FileHash) -> tuple[Link, ...]:
        """Return the document's links."""
        row = self._newest(file_hash, t.texts.c.links)
        return () if row is None else columns.unpack_links(row.links)

    def cover(self, file_hash: FileHash) -> tuple[CoverSpan, ...]:
        """Return where the document's cover sheets stand."""
        row = self._newest(file_hash, t.texts.c.cover)
        return () if row is None else columns.cover_from(row.cover)

    def problems(self, file_hash: FileHash) -> tuple[Problem, ...]:
        """Return what was wrong when a file was read; nothing where there is no text of it."""
        row = self._newest(file_hash, t.texts.c.problems)
        return () if row is None else columns.problems_from(row.problems)

    def body_of(self, file_hash: FileHash) -> str:
        """Return the fingerprint of the text without cover sheets; empty where there is none."""
        row = self._newest(file_hash, t.texts.c.body)
        return "" if row is None else str(row.body)

    def without_annotations(self) -> set[FileHash]:
        """Return the PDFs whose newest text was read before annotations were (`note_annotations`)."""
        x = t.texts.c
        newest = select(func.max(x.id)).group_by(x.file_hash)
        old = (x.media_type == "application/pdf") & ~x.info.contains(f'"{_ANNOTATIONS}"')
        query = select(x.file_hash).where(x.id.in_(newest), old)
        return {FileHash(each) for each in self._connection.execute(query).scalars()}

    def note_annotations(self, file_hash: FileHash, count: int) -> None:
        """Note that the annotations of a file were read, and how many there were."""
        row = self._newest(file_hash, t.texts)
        if row is None:
            return
        self._journal.local("text", file_hash, "updated")
        info = {**columns.info_from(row.info), _ANNOTATIONS: str(count)}
        self._connection.execute(update(t.texts).where(t.texts.c.id == row.id).values(info=columns.info_json(info)))

    def drop_unreferenced(self) -> int:
        """Remove the texts of files that nothing refers to, recognised ones too; return how many files' that were."""
        referred = exists().where(t.files.c.hash == t.texts.c.file_hash)
        gone = self._connection.execute(select(t.texts.c.id, t.texts.c.file_hash).where(~referred)).all()
        for _, file_hash in gone:
            self._journal.local("text", file_hash, "removed")
        if gone:
            self._connection.execute(delete(t.texts).where(~referred))
        still = exists().where(t.files.c.hash == t.recognised.c.file_hash)
        self._connection.execute(delete(t.recognised).where(~still))
        return len(gone)

    def unreferenced(self) -> set[FileHash]:
        """Return the files that have a text but that nothing refers to."""
        referred = exists().where(t.files.c.hash == t.texts.c.file_hash)
        return {
            FileHash(each) for each in self._connection.execute(select(t.texts.c.file_hash).where(~referred)).scalars()
        }

    def _newest(self, file_hash: FileHash, *what: Any) -> Any:
        x = t.texts.c
        newest = select(func.max(x.id)).where(x.file_hash == file_hash).scalar_subquery()
        return self._connection.execute(select(*what).where(x.id == newest)).first()

    def _pages(self, text_id: int) -> tuple[PageText, ...]:
        query = select(t.pages).where(t.pages.c.text_id == text_id).order_by(t.pages.c.number)
        return tuple(_page(row) for row in self._connection.execute(query))

    def _with_recognised(self, file_hash: FileHash, pages: tuple[PageText, ...]) -> tuple[PageText, ...]:
        """Return the pages, scans among them with the text that was recognised."""
        c = t.recognised.c
        query = select(c.number, c.text, c.words).where(c.file_hash == file_hash, c.outcome == "read")
        if len(pages) == 1:
            query = query.where(c.number == pages[0].number)
        read = {row.number: row for row in self._connection.execute(query)}
        return tuple(_recognised(page, read[page.number]) if page.number in read else page for page in pages)


def _recognised(page: PageText, row: Any) -> PageText:
    return replace(page, text=columns.unpack_text(row.text), packed_words=row.words, is_read_by_machine=True)


def _page_row(text_id: int, page: PageText) -> dict[str, Any]:
    return {
        "text_id": text_id,
        "number": page.number,
        "text": columns.pack_text(page.text),
        "words": page.packed_words,
        "width": page.width,
        "height": page.height,
        "label": page.label,
        "first_line": page.first_line,
    }


def _page(row: Any) -> PageText:
    return PageText(
        number=row.number,
        text=columns.unpack_text(row.text),
        packed_words=row.words,
        width=row.width,
        height=row.height,
        label=row.label,
        first_line=row.first_line,
    )
