"""The references that go with annotations when they leave the library."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kennisbank.citing.csl import csl_item
from kennisbank.citing.keys import citation_keys
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId
from kennisbank.library.transaction import Transaction

STYLE = "apa"


class Cited(NamedTuple):
    """A contribution as a reference in one line, and by its key in a bibliography."""

    reference: str
    key: str


def cited(tx: Transaction, contributions: Iterable[Contribution], language: str) -> Mapping[ContributionId, Cited]:
    """Return references in `STYLE`, in `language` (``nl`` or ``en``), and keys that are unique among these."""
    # Imported here and not above: neither the window nor other commands should wait for lxml and citeproc.
    from kennisbank.citing.styles import references, style_of  # noqa: PLC0415

    found = list(contributions)
    codes = {each.metadata.values.edition for each in found} - {""}
    editions = {code: edition for code in codes if (edition := tx.editions.by_code(code)) is not None}
    items = [csl_item(each, editions.get(each.metadata.values.edition), language) for each in found]
    texts = {each.id: each.text for each in references(items, style_of(STYLE), language)}
    keys = citation_keys([each.metadata.values for each in found])
    return {each.id: Cited(texts.get(each.id, ""), key) for each, key in zip(found, keys, strict=True)}
