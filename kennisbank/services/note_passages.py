"""What a reader wrote, as the index sees it: each note a passage of its own, at the place that it speaks of."""

from kennisbank.documents.language import language_of
from kennisbank.domain.annotation import Anchor, Annotation
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.passage import Passage
from kennisbank.library.transaction import Transaction


def note_passages(tx: Transaction, contribution: Contribution) -> list[Passage]:
    """Return the notes and tags on a contribution, in order of writing; marks without a word of their own have none.

    Each stands where it is in the newest version of its file; what is gone from there, where it was made.
    """
    written = [each for each in tx.annotations.of(contribution.id) if each.body.strip() or each.tags]
    if not written:
        return []
    newest: dict[str, Anchor] = {}
    for file in contribution.current_files:
        placed = tx.annotations.anchors_in(file.hash, [each.id for each in written])
        newest.update({each: anchor for each, (anchor, _) in placed.items() if anchor.pieces})
    files = contribution.files
    first = files[0].hash if files else FileHash("")
    return [_passage(each, newest.get(each.id, each.anchor), first) for each in written]


def _passage(each: Annotation, anchor: Anchor | None, first: FileHash) -> Passage:
    text = "\n".join(filter(None, (each.body.strip(), " · ".join(each.tags))))
    page = anchor.page if anchor is not None else None
    pieces = anchor.pieces if anchor is not None else ()
    marked = tuple((piece.start, piece.end) for piece in pieces if piece.page == page and piece.start < piece.end)
    return Passage(
        file=anchor.file if anchor is not None else first,
        page=page or PageNo(1),
        start=0,
        end=0,
        text=text,
        language=language_of(text),
        note=each.id,
        marked=marked,
    )
