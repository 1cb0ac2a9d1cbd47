"""Whether what answers is (still) the archive that it should be, and its answers are as agreed."""

import hashlib
from dataclasses import dataclass, field

from kennisbank.domain.archive import ArchiveLink
from kennisbank.errors import ArchiveUntrustedError, ProgramTooOldError
from kennisbank.sync.protocol import MOST_BODY, MOST_PAGE, OLDEST, PROTOCOL, ChangesPage, WriteBatch, WriteResults
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import canonical, is_sound

MOST_PAGES = 20_000
"""Pages of one sync: at 500 records each, far more than any archive of a congress holds."""


def check_info(link: ArchiveLink, info: ArchiveInfo) -> None:
    """Return, if this is the archive to which the library is connected.

    Raises:
        ArchiveUntrustedError: it is another one (``other_archive``, ``other_key``).
        ProgramTooOldError: it asks for a newer protocol.
    """
    if info.oldest > PROTOCOL:
        raise ProgramTooOldError(link.url, info.oldest)
    if info.id != link.id:
        raise ArchiveUntrustedError(link.url, "other_archive")
    if info.key != link.key:
        raise ArchiveUntrustedError(link.url, "other_key")


@dataclass(slots=True)
class PageCheck:
    """Looks at the pages of one question after the other; `since` is what is asked next.

    An archive that never comes to an end, or says the same again, would keep a client busy for ever.
    """

    link: ArchiveLink
    since: int
    limit: int
    pages: int = 0
    head: int = field(default=0)

    def check(self, page: ChangesPage) -> None:
        """Return, if a page is what may follow; then `since` is where it ends.

        Raises:
            ArchiveUntrustedError: it isn't: another archive, a revision that goes back, a page that brings nothing and
                isn't the last, records out of order or out of range, a body that isn't that of its hash.
            ProgramTooOldError: the page is of a protocol that this program doesn't understand.
        """
        if page.protocol > PROTOCOL or page.protocol < OLDEST:
            raise ProgramTooOldError(self.link.url, page.protocol)
        if page.archive != self.link.id:
            raise self._untrusted("other_archive")
        if page.head < self.since or page.head < self.head:
            raise self._untrusted("revision_back")
        self.pages += 1
        if not page.is_last and (page.revision <= self.since or not page.records or self.pages >= MOST_PAGES):
            raise self._untrusted("endless")
        if not self.since <= page.revision <= page.head:
            raise self._untrusted("malformed", "the page ends outside of what was asked for")
        self._check_records(page)
        self.since, self.head = page.revision, page.head

    def _check_records(self, page: ChangesPage) -> None:
        if len(page.records) > max(self.limit, MOST_PAGE):
            raise self._untrusted("too_large", "more records than asked for")
        before = self.since
        for record in page.records:
            if record.revision < before or not self.since < record.revision <= page.revision:
                raise self._untrusted("malformed", "a record outside of its page")
            before = record.revision
            text = None if record.body is None else canonical(record.body)
            if text is not None and len(text) > MOST_BODY:
                raise self._untrusted("too_large", "the body of a record")
            if record.hash != ("" if text is None else hashlib.sha256(text).hexdigest()):
                raise self._untrusted("wrong_hash", record.kind)
            if not record.id or (record.body is None and record.gone is None):
                raise self._untrusted("malformed", "a record without a body or a reason")

    def _untrusted(self, code: str, detail: str = "") -> ArchiveUntrustedError:
        return ArchiveUntrustedError(self.link.url, code, detail)


def check_results(link: ArchiveLink, batch: WriteBatch, results: WriteResults) -> None:
    """Return, if there is one result for each write, in order.

    Raises:
        ArchiveUntrustedError: there isn't.
    """
    if [each.write for each in results.results] != [each.id for each in batch.writes]:
        raise ArchiveUntrustedError(link.url, "malformed", "results of other writes")
    for result in results.results:
        if result.outcome == "accepted" and result.revision <= 0:
            raise ArchiveUntrustedError(link.url, "malformed", "accepted at no revision")
        if result.current is not None and not is_sound(result.current):
            raise ArchiveUntrustedError(link.url, "wrong_hash", result.current.kind)
