"""Following a link into the library: from what it says to the most precise place that can still be found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.documents.anchoring import Span, describe
from kennisbank.documents.reanchoring import find_quote
from kennisbank.domain.annotation import Anchor, Quote
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import PageText
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.links import Link
from kennisbank.domain.results import Mark, PassageHit
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where a link leads now: `hits` are the words to mark, one a page; without them the page, or just the paper."""

    contribution: ContributionId
    file: FileHash | None = None
    page: PageNo | None = None
    hits: tuple[PassageHit, ...] = ()


class FollowService:
    """Follows links in one library. May be called from any thread; writes nothing."""

    def __init__(self, library: Library) -> None:
        """Serve `library`."""
        self._library = library

    def place(self, link: Link) -> LinkPlace:
        """Return where a link leads: the annotation, else the words of the quote, else the page, else the paper.

        Words are looked for in the file that the link names or, where that was replaced, in the version that came
        instead; and in the old one only when the new one hasn't got them.

        Raises:
            NotFoundError: the contribution isn't in this library.
        """
        with self._library.read() as tx:
            contribution = tx.contributions.get(link.contribution)
            anchor = _of_annotation(tx, contribution, link.annotation)
            for file in _files(contribution, link.file):
                anchor = anchor or _of_quote(tx, file, link)
        if anchor is not None and anchor.page is not None:
            return LinkPlace(contribution.id, anchor.file, anchor.page, _hits(anchor))
        first = next(iter(_files(contribution, link.file)), None)
        return LinkPlace(contribution.id, first, link.page)


def _of_annotation(tx: Transaction, contribution: Contribution, wanted: AnnotationId | None) -> Anchor | None:
    """Return where an annotation stands, in the newest version that has it; None where it is gone altogether."""
    each = tx.annotations.find(wanted) if wanted is not None else None
    if each is None or each.contribution != contribution.id or each.anchor is None:
        return None
    for file in contribution.current_files:
        placed = tx.annotations.anchors_in(file.hash, [each.id]).get(each.id)
        if placed is not None and placed[0].pieces:
            return placed[0]
    known = {file.hash for file in contribution.files}
    return each.anchor if each.anchor.file in known else None


def _of_quote(tx: Transaction, file: FileHash, link: Link) -> Anchor | None:
    pages = tx.texts.pages(file) if link.quote else []
    if not pages:
        return None
    return find_quote(file, pages, Quote(link.quote), link.page) or _only_place(file, pages, link.quote)


def _only_place(file: FileHash, pages: Sequence[PageText], words: str) -> Anchor | None:
    """Return the one place where these very words stand, however short they are; None when there are more, or none."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    found = [Span(page.number, *match.span()) for page in pages for match in pattern.finditer(page.text)]
    return describe(file, pages, found) if len(found) == 1 else None


def _files(contribution: Contribution, wanted: FileHash | None) -> list[FileHash]:
    """Return the files to look in, the best first: the version that is read now, then the one that was linked to."""
    linked = next((file for file in contribution.files if file.hash == wanted), None)
    current = [file.hash for file in contribution.current_files if linked is None or _is_version_of(file, linked)]
    return list(dict.fromkeys([*current, *([linked.hash] if linked is not None else [])]))


def _is_version_of(file: ContributionFile, other: ContributionFile) -> bool:
    return file.role == other.role


def _hits(anchor: Anchor) -> tuple[PassageHit, ...]:
    """Return the words of a passage as the reader marks those of a search; none for an area or a bookmark."""
    words = anchor.quote.exact if anchor.quote is not None else ""
    return tuple(
        PassageHit(anchor.file, piece.page, words, (Mark(0, len(words)),), ((piece.start, piece.end),))
        for piece in anchor.pieces
        if piece.start < piece.end
    )
