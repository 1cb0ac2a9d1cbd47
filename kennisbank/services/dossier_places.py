"""Where the lines of a dossier stand now: in the newest version of their file, or nowhere any more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kennisbank.documents.anchoring import Span, describe, reanchored
from kennisbank.domain.annotation import Anchor
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.document import PageText
from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.ids import AnnotationId, ContributionId, DossierItemId, FileHash, PageNo
from kennisbank.errors import BadInputError
from kennisbank.library.transaction import Transaction

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A line of a dossier as it is now.

    `contribution` is None when it has left the library; the line stays, with its quote and remark. `anchor` is where
    the passage stands in the newest version of its file (``gone``: nowhere), None for a whole contribution. `label`
    is the printed number of the page on which it begins, empty where the file has none.
    """

    item: DossierItem
    contribution: Contribution | None
    anchor: Anchor | None = None
    label: str = ""

    @property
    def is_gone(self) -> bool:
        """Tell whether the contribution has left the library, or the passage the contribution."""
        return self.contribution is None or (self.anchor is not None and self.anchor.state == "gone")


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """A dossier and its lines as they are now, in its own order."""

    dossier: Dossier
    lines: tuple[DossierLine, ...]


def opened(tx: Transaction, dossier: Dossier) -> OpenDossier:
    """Return a dossier with its contributions, and where each of its passages stands."""
    known = tx.contributions.many({each.contribution for each in dossier.items})
    places = _places(tx, dossier.items, known)
    lines = []
    for item in dossier.items:
        contribution, anchor = known.get(item.contribution), places.get(item.id, item.anchor)
        label = ""
        if contribution is not None and anchor is not None and anchor.page is not None:
            sizes = tx.texts.sizes(anchor.file)
            label = sizes[anchor.page - 1][2] if anchor.page <= len(sizes) else ""
        lines.append(DossierLine(item, contribution, anchor, label))
    return OpenDossier(dossier, tuple(lines))


def quoted(tx: Transaction, contribution: Contribution, text: str, page: PageNo | None = None) -> Anchor:
    """Return the anchor of the first passage with these words, on `page` alone if one is named.

    White space and line ends don't count, nor does a hyphen with which a line breaks a word.

    Raises:
        BadInputError: these words don't stand there.
    """
    words = _WORD.findall(text)
    if not words:
        raise BadInputError("There are no words in this quote.")
    pattern = re.compile(r"[-\u00ad]?\s*".join(r"(?:[-\u00ad]\s+)?".join(map(re.escape, word)) for word in words))
    for file in contribution.current_files:
        pages = tx.texts.pages(file.hash)
        for each in pages:
            found = pattern.search(each.text) if page in {None, each.number} else None
            if found is not None:
                return describe(file.hash, pages, [Span(each.number, found.start(), found.end())])
    where = f"on page {page} of" if page is not None else "in"
    raise BadInputError(f"These words don't stand {where} this contribution: {text}")


def _places(
    tx: Transaction, items: Sequence[DossierItem], known: Mapping[ContributionId, Contribution]
) -> dict[DossierItemId, Anchor]:
    """Return where passages stand in a newer version of their file, by line; those of the newest are left out."""
    moves: dict[tuple[FileHash, FileHash], list[DossierItem]] = {}
    for item in items:
        contribution = known.get(item.contribution)
        if item.anchor is None or contribution is None:
            continue
        newest = _newest(contribution, item.anchor.file)
        if newest is not None and newest.hash != item.anchor.file:
            moves.setdefault((item.anchor.file, newest.hash), []).append(item)
    found: dict[DossierItemId, Anchor] = {}
    for (old, new), group in moves.items():
        found.update(_moved(tx, group, old, new))
    return found


def _moved(tx: Transaction, group: Sequence[DossierItem], old: FileHash, new: FileHash) -> dict[DossierItemId, Anchor]:
    """Return where passages of one file stand in another: where its annotation was put, else where it is found."""
    put = tx.annotations.anchors_in(new, [each.annotation for each in group if each.annotation is not None])
    found: dict[DossierItemId, Anchor] = {}
    rest: list[tuple[DossierItem, Anchor]] = []
    for item in group:
        by_hand = put.get(AnnotationId(item.annotation or ""))
        if by_hand is not None:
            found[item.id] = by_hand[0]
        elif item.anchor is not None:
            rest.append((item, item.anchor))
    if rest:
        before: Sequence[PageText] = tx.texts.pages(old)
        places = reanchored([anchor for _, anchor in rest], before, new, tx.texts.pages(new))
        found.update({item.id: place for (item, _), place in zip(rest, places, strict=True)})
    return found


def _newest(contribution: Contribution, file: FileHash) -> ContributionFile | None:
    """Return the current version of a file of a contribution; None where there is none."""
    role = next((each.role for each in contribution.files if each.hash == file), None)
    return next((each for each in contribution.current_files if each.role == role), None)
