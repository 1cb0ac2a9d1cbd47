"""What makes two files the same paper: the letters and digits of their bodies, cover sheets apart."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from kennisbank.domain.document import CoverSpan, Document, PageText

_DROPPED = re.compile(r"[\W_]+")


def body_fingerprint(document: Document, cover: Iterable[CoverSpan]) -> str:
    """Return the same 64 hexadecimal digits for the same body; "" where there is no text outside the cover sheet.

    White space, hyphens, punctuation and capitals don't count, so that another line break makes no other paper.
    """
    spans = tuple(cover)
    digest, is_empty = hashlib.sha256(), True
    for page in document.pages:
        letters = _DROPPED.sub("", unicodedata.normalize("NFKC", outside(page, spans)).casefold())
        if letters:
            is_empty = False
            digest.update(letters.encode())
    return "" if is_empty else digest.hexdigest()


def outside(page: PageText, cover: Iterable[CoverSpan]) -> str:
    """Return the text of a page without what belongs to a cover sheet."""
    pieces, done = [], 0
    for span in sorted((span for span in cover if span.page == page.number), key=lambda span: span.start):
        pieces.append(page.text[done : span.start])
        done = max(done, span.end)
    pieces.append(page.text[done:])
    return "".join(pieces)
