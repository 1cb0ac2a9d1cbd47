"""Taking annotations out of a PDF into the library, so that taking them again adds nothing.

They are known again by where they stand (the same file), by the name they bear there, or, in another version or copy
of the file, by what they are: kind, words, author and date. What is known already only gets its place in that file.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kennisbank.documents.anchoring import reanchored
from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Document, PageText
from kennisbank.domain.ids import AnnotationId, BatchId, ContributionId, FileHash, PageNo
from kennisbank.domain.moments import Moment
from kennisbank.importing.embedded import annotations_of, name_of
from kennisbank.library.transaction import Transaction

_TELLING_NAME = 16
"""Characters from which on a name is a random one, that no other annotation bears."""
BATCH = "batch"
"""Under this name the details of an annotation say which import brought it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What is to be done with annotations that were found: keep the `new`, give the known their place in the file."""

    new: tuple[Annotation, ...]
    places: tuple[tuple[AnnotationId, Anchor], ...] = ()
    known: int = 0

    def carry_out(self, tx: Transaction) -> None:
        """Write it."""
        tx.annotations.add_all(self.new)
        tx.annotations.put_anchors([(each, anchor, False) for each, anchor in self.places])


def plan(tx: Transaction, contribution: ContributionId, found: Sequence[Annotation]) -> Taking:
    """Return what is new among annotations of one contribution, and what is here already, in the trash too."""
    if not found:
        return Taking(())
    here = _of_pdf(tx, contribution)
    by_key = {each.source_key: each for each in here}
    by_name = {_naming(each): each for each in here if name_of(each)}
    named = tx.annotations.many({AnnotationId(name_of(each)) for each in found if name_of(each)})
    alike: defaultdict[object, list[Annotation]] = defaultdict(list)
    for each in here:
        alike[_likeness(each)].append(each)
    new: list[Annotation] = []
    same: dict[AnnotationId, Annotation] = {}
    for each in found:
        known = by_key.get(each.source_key) or named.get(AnnotationId(name_of(each)))
        if known is None and name_of(each):
            known = by_name.get(_naming(each))
        if known is None:
            known = next((one for one in alike[_likeness(each)] if not _is_of(one, each)), None)
            if known is not None:
                alike[_likeness(each)].remove(known)
        if known is None:
            new.append(each)
        else:
            same[each.id] = known
    answers = {each: known.id for each, known in same.items()}
    kept = tuple(replace(each, reply_to=answers.get(each.reply_to, each.reply_to)) for each in new if each.reply_to)
    by_id = {each.id: each for each in kept}
    return Taking(tuple(by_id.get(each.id, each) for each in new), _places(tx, found, same), len(same))


def of_copy(
    tx: Transaction,
    contribution: Contribution,
    document: Document,
    source: FileHash,
    imported: Moment,
    details: Mapping[str, str],
) -> list[Annotation]:
    """Return the annotations in a copy of a contribution's file, with their places in that file.

    `source` is the SHA-256 of the copy, which isn't kept. The file is the current one with as many of the same pages.
    """
    found = annotations_of(document, source, contribution.id, imported, details)
    read = [(file.hash, tx.texts.document(file.hash)) for file in contribution.current_files]
    files = [(file, known.pages) for file, known in read if known is not None]
    if not files:
        return []
    file, pages = max(files, key=lambda each: len(_same_pages(document.pages, each[1])))
    return transferred(found, document.pages, file, pages)


def transferred(
    found: Sequence[Annotation], before: Sequence[PageText], file: FileHash, pages: Sequence[PageText]
) -> list[Annotation]:
    """Return annotations made in a copy of a file, whose pages are `before`, with their anchors in `file`.

    A page that says the same has them at the same spot; else the passage is looked for. One that is nowhere has an
    anchor without pieces.
    """
    at = _same_pages(before, pages)
    lost = [each for each in found if each.anchor is not None and not _is_on(each.anchor, at)]
    places = reanchored([each.anchor for each in lost if each.anchor is not None], before, file, pages)
    elsewhere = dict(zip((each.id for each in lost), places, strict=True))
    moved = []
    for each in found:
        anchor = each.anchor
        if anchor is not None and each.id in elsewhere:
            anchor = replace(elsewhere[each.id], state="original", similarity=1.0)
        elif anchor is not None:
            pieces = tuple(replace(piece, page=at[piece.page]) for piece in anchor.pieces)
            anchor = replace(anchor, file=file, pieces=pieces)
        moved.append(replace(each, anchor=anchor))
    return moved


def take_back(tx: Transaction, contributions: Collection[ContributionId], batch: BatchId) -> None:
    """Remove what an import read from files that have gone with it, unless it stands in another that stays."""
    for contribution_id in contributions:
        brought = [each for each in _of_pdf(tx, contribution_id) if each.details.get(BATCH) == batch]
        contribution = tx.contributions.find(contribution_id)
        files = [each.hash for each in contribution.files] if contribution is not None else []
        ids = [each.id for each in brought if FileHash(each.source_key.partition(":")[0]) not in files]
        placed = {
            annotation_id
            for file in files
            for annotation_id, (anchor, _) in tx.annotations.anchors_in(file, ids).items()
            if anchor.pieces and anchor.state != "original"
        }
        tx.annotations.erase([each for each in ids if each not in placed])


def _of_pdf(tx: Transaction, contribution: ContributionId) -> list[Annotation]:
    """Return what was read from files of a contribution before, what lies in the trash too."""
    wanted = frozenset({contribution})
    found = tx.annotations.all(AnnotationFilter(contributions=wanted))
    found += tx.annotations.all(AnnotationFilter(contributions=wanted, is_trashed=True))
    return [each for each in found if each.source == "pdf"]


def _is_of(one: Annotation, other: Annotation) -> bool:
    """Tell whether both stand in the very same file: then they are two."""
    return one.source_key.partition(":")[0] == other.source_key.partition(":")[0]


def _naming(each: Annotation) -> object:
    """Return by what the name of an annotation can be told from the same name elsewhere; short ones are counters."""
    name = name_of(each)
    return name, each.kind, each.creator, each.body if len(name) < _TELLING_NAME else ""


def _likeness(each: Annotation) -> object:
    """Return what the same annotation has in common in two versions of a file."""
    quote = each.anchor.quote.exact if each.anchor is not None and each.anchor.quote is not None else ""
    boxes = each.anchor.pieces[0].boxes if not quote and each.anchor is not None and each.anchor.pieces else ()
    size = tuple((round(box.x1 - box.x0), round(box.y1 - box.y0)) for box in boxes)
    return each.kind, each.body, each.creator, each.created.utc, quote, size


def _places(
    tx: Transaction, found: Sequence[Annotation], same: Mapping[AnnotationId, Annotation]
) -> tuple[tuple[AnnotationId, Anchor], ...]:
    """Return the places of known annotations in a file in which they have none yet."""
    wanted = [(same[each.id], each.anchor) for each in found if each.id in same and each.anchor and each.anchor.pieces]
    files = {anchor.file for _, anchor in wanted}
    placed = {
        (annotation_id, file)
        for file in files
        for annotation_id in tx.annotations.anchors_in(file, [known.id for known, _ in wanted])
    }
    missing = {
        known.id: replace(anchor, state="same")
        for known, anchor in wanted
        if known.anchor is not None and (known.id, anchor.file) not in placed
    }
    return tuple(missing.items())


def _same_pages(before: Sequence[PageText], pages: Sequence[PageText]) -> dict[PageNo, PageNo]:
    """Return which page of `pages` each of `before` is, in their order, in so far as one says and measures the same."""
    by_look: defaultdict[object, list[PageNo]] = defaultdict(list)
    for page in pages:
        by_look[_look(page)].append(page.number)
    found: dict[PageNo, PageNo] = {}
    for page in before:
        candidates = by_look[_look(page)]
        if candidates:
            found[page.number] = candidates.pop(0)
    return found


def _look(page: PageText) -> object:
    return page.text, round(page.width), round(page.height)


def _is_on(anchor: Anchor, at: Mapping[PageNo, PageNo]) -> bool:
    return all(piece.page in at for piece in anchor.pieces)
