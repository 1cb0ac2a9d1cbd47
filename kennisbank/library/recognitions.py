"""What was recognised on scans, page by page, and which pages nobody tried yet.

Derived like the texts, and kept apart from them: a new extractor replaces its texts and a better recogniser its pages,
and neither touches the other. Which pages wait is never written down but asked of the library, so that work that was
broken off goes on where it stopped and no page is read twice.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.moments import now
from kennisbank.domain.recognition import RecognisedPage, ScanCounts, WaitingPage
from kennisbank.library import columns
from kennisbank.library import tables as t
from kennisbank.library.outbox import Journal
from kennisbank.library.personal_tables import anchors
from kennisbank.library.queries import listed

_LITTLE_BYTES = 130
"""Size of a packed text up to which a page may be a scan with a stamp or a page number on it."""
_LITTLE_LETTERS = 100


class Recognitions:
    """The recognised pages of one library, in one transaction."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def put(self, file_hash: FileHash, page: RecognisedPage, recogniser: str) -> bool:
        """Store what became of a page, in place of an earlier try; return False where nothing uses the file any more.

        What was read stays when a later try fails or finds nothing.
        """
        # What annotations speak of may stand in the new text: those that were gone from this file are looked for again.
        lost = (anchors.c.file_hash == file_hash) & (anchors.c.state == "gone")
        self._connection.execute(delete(anchors).where(lost))
        used = select(t.files.c.contribution_id).where(t.files.c.hash == file_hash)
        owners = self._connection.execute(used).scalars().all()
        if not owners:
            return False
        c = t.recognised.c
        same = (c.file_hash == file_hash) & (c.number == page.page)
        before = self._connection.execute(select(c.outcome, c.text, c.words).where(same)).first()
        row = {
            "file_hash": file_hash,
            "number": page.page,
            "recogniser": recogniser,
            "outcome": page.outcome,
            "reason": page.reason,
            "text": columns.pack_text(page.text),
            "words": page.packed_words,
            "stored_utc": now().utc,
        }
        if before is not None:
            if before.outcome == "read" and page.outcome != "read":
                row |= {"outcome": "read", "text": before.text, "words": before.words}
            self._connection.execute(delete(t.recognised).where(same))
        self._connection.execute(insert(t.recognised), row)
        self._journal.local("text", file_hash, "updated")
        return True

    def waiting(
        self,
        media_types: Collection[str],
        recognisers: Collection[str],
        *,
        only: Collection[ContributionId] | None = None,
        again: bool = False,
    ) -> list[WaitingPage]:
        """Return the pages of current files that say (nearly) nothing and that none of `recognisers` tried.

        File after file in the order of their coming, pages in order; each page once, also where several contributions
        have the file. `only` narrows to these contributions; `again` takes pages that failed before too.
        """
        f, x, p, r = t.files.c, t.texts.c, t.pages.c, t.recognised.c
        newest = select(func.max(x.id)).where(x.file_hash == f.hash).correlate(t.files).scalar_subquery()
        is_tried: ColumnElement[bool] = (r.file_hash == f.hash) & (r.number == p.number)
        is_tried &= r.recogniser.in_(listed(recognisers))
        if again:
            is_tried &= r.outcome != "failed"
        query = (
            select(func.min(f.contribution_id), f.hash, func.min(f.name), f.media_type, p.number, p.text)
            .select_from(
                t.files.join(t.texts, x.id == newest).join(t.pages, p.text_id == x.id).outerjoin(t.recognised, is_tried)
            )
            .where(
                f.is_current,
                f.media_type.in_(listed(media_types)),
                func.length(p.text) <= _LITTLE_BYTES,
                p.width > 0,
                r.id.is_(None),
            )
            .group_by(f.hash, p.number)
            .order_by(func.min(f.added_utc), f.hash, p.number)
        )
        if only is not None:
            query = query.where(f.contribution_id.in_(listed(only)))
        found = []
        for contribution, file_hash, name, media_type, number, packed in self._connection.execute(query):
            text = columns.unpack_text(packed)
            if sum(map(str.isalnum, text)) < _LITTLE_LETTERS:
                page, words = PageNo(number), len(text.split())
                found.append(WaitingPage(contribution, FileHash(file_hash), name, media_type, page, words))
        return found

    def counts(self, contribution: ContributionId | None = None) -> ScanCounts:
        """Return how many pages of current files are scans, were read, and could not be; of one contribution or all."""
        f, x, r = t.files.c, t.texts.c, t.recognised.c
        current = select(f.hash).where(f.is_current)
        if contribution is not None:
            current = current.where(f.contribution_id == contribution)
        newest = select(func.max(x.id)).where(x.file_hash.in_(current)).group_by(x.file_hash)
        told = select(x.problems).where(x.id.in_(newest), x.problems.contains('"no_text"'))
        scans = sum(_no_text(problems) for problems in self._connection.execute(told).scalars())
        tried = select(r.outcome, func.count()).where(r.file_hash.in_(current)).group_by(r.outcome)
        by_outcome = {outcome: int(count) for outcome, count in self._connection.execute(tried)}
        return ScanCounts(scans, by_outcome.get("read", 0), by_outcome.get("failed", 0))

    def of(self, file_hash: FileHash) -> list[tuple[RecognisedPage, str]]:
        """Return every page of a file that was tried, with its recogniser, in order."""
        c = t.recognised.c
        rows = self._connection.execute(select(t.recognised).where(c.file_hash == file_hash).order_by(c.number))
        return [(_value(row), row.recogniser) for row in rows]


def _value(row: Any) -> RecognisedPage:
    return RecognisedPage(PageNo(row.number), row.outcome, columns.unpack_text(row.text), row.words, row.reason)


def _no_text(problems: str) -> int:
    """Return how many pages a file's problems name as being without text."""
    named = [each for each in json.loads(problems) if each["code"] == "no_text"]
    return sum(int(each["values"].get("count", 1)) for each in named)
