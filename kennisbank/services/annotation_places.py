"""Where annotations stand in a version of their file: as it is known, and looked for where it isn't yet."""

from collections.abc import Sequence

from kennisbank.documents.anchoring import reanchored
from kennisbank.domain.annotation import Anchor, Annotation, PlacedAnnotation
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash
from kennisbank.domain.moments import Moment
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


def look_for(library: Library, file: FileHash, missing: Sequence[Annotation]) -> None:
    """Look for annotations in a version of their file in which they have no place yet, and keep what was found.

    From a version without text (a scan) they are gone, until its text is recognised (`Recognitions.put`).
    """
    by_file: dict[FileHash, list[tuple[AnnotationId, Anchor]]] = {}
    for each in missing:
        if each.anchor is not None:
            by_file.setdefault(each.anchor.file, []).append((each.id, each.anchor))
    if not by_file:
        return
    with library.read() as tx:
        pages = tx.texts.pages(file)
    found: list[tuple[AnnotationId, Anchor, bool]] = []
    for old, group in by_file.items():
        with library.read() as tx:
            before = tx.texts.pages(old)
        anchors = reanchored([anchor for _, anchor in group], before, file, pages)
        found += [(each, anchor, anchor.state != "same") for (each, _), anchor in zip(group, anchors, strict=True)]
    with library.write() as tx:
        tx.annotations.put_anchors(found)


def of_file(tx: Transaction, contribution: ContributionId, file: FileHash) -> list[Annotation]:
    """Return the annotations of a contribution that belong to `file`, to another version of it, or to no file."""
    known = tx.contributions.find(contribution)
    roles = {each.hash: each.role for each in known.files} if known is not None else {}
    role = roles.get(file)
    found = tx.annotations.of(contribution)
    return [each for each in found if each.anchor is None or roles.get(each.anchor.file, role) == role]


def places(tx: Transaction, file: FileHash, found: Sequence[Annotation]) -> dict[AnnotationId, tuple[Anchor, bool]]:
    """Return the anchors of these in `file`, each with whether its place is news; without reading any twice."""
    here = {each.id: (each.anchor, False) for each in found if each.anchor is not None and each.anchor.file == file}
    others = [each.id for each in found if each.anchor is not None and each.id not in here]
    return here | tx.annotations.anchors_in(file, others) if others else here


def unplaced(tx: Transaction, contribution: ContributionId, file: FileHash) -> list[Annotation]:
    """Return those of them that were not looked for in `file` yet."""
    found = [each for each in of_file(tx, contribution, file) if each.anchor is not None]
    placed = places(tx, file, found)
    return [each for each in found if each.id not in placed]


def newest_anchors(
    tx: Transaction, found: Sequence[Annotation], contributions: dict[ContributionId, Contribution]
) -> dict[AnnotationId, Anchor]:
    """Return where annotations stand in a newer version of their file, as far as that was looked for."""
    by_file: dict[FileHash, list[AnnotationId]] = {}
    for each in found:
        known = contributions.get(each.contribution)
        if each.anchor is None or known is None:
            continue
        roles = {file.hash: file.role for file in known.files}
        role = roles.get(each.anchor.file)
        current = next((file.hash for file in known.current_files if file.role == role), None)
        if current is not None and current != each.anchor.file:
            by_file.setdefault(current, []).append(each.id)
    return {
        annotation_id: anchor
        for file, ids in by_file.items()
        for annotation_id, (anchor, _) in tx.annotations.anchors_in(file, ids).items()
    }


def reading_order(placed: PlacedAnnotation) -> tuple[tuple[int, int, float], Moment, str]:
    """Return what puts annotations in reading order, and those at one place in the order of writing."""
    order = placed.anchor.order if placed.anchor is not None else (0, 0, 0.0)
    return order, placed.annotation.created, placed.annotation.id
