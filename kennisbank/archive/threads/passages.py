"""The passage that feedback is about, as others may have it of a reader who is shown by role."""

from dataclasses import replace

from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_bodies import AnchorBody


def unnamed_passage(tx: Transaction, contribution: str, anchor: AnchorBody | None) -> AnchorBody | None:
    """Return a passage without what may be the reader's alone: a file of their own, and where it stands in that.

    Notes that they share under their name stand in the same file. Words and page stay: by these it is found again.
    """
    if anchor is None:
        return None
    record = tx.records.get("contribution", contribution)
    body = {} if record is None or record.body is None else record.body
    if any(each.get("hash") == anchor.file for each in body.get("files", ())):
        return replace(anchor, state="original", similarity=1.0)
    pages = tuple(dict.fromkeys(page for page, *_ in anchor.pieces))
    return AnchorBody("", tuple((page, 0, 0, ()) for page in pages), anchor.quote)
