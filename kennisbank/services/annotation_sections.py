"""Annotations by contribution and in reading order, as they are listed and written out for people."""

from collections.abc import Iterable, Mapping

from kennisbank.domain.annotation import Anchor, Annotation
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.links import passage_link
from kennisbank.exchange.values import Entry, Section
from kennisbank.library.transaction import Transaction
from kennisbank.services.annotation_citations import Cited

_UNCITED = Cited("", "")


def sections(
    tx: Transaction,
    found: Iterable[tuple[Annotation, Anchor | None]],
    contributions: Mapping[ContributionId, Contribution],
    citations: Mapping[ContributionId, Cited],
) -> tuple[Section, ...]:
    """Return annotations, each with the place where it stands now, by title of their contributions."""
    labels = _Labels(tx)
    entries: dict[ContributionId, list[Entry]] = {}
    for annotation, anchor in found:
        entry = Entry(annotation, anchor, labels.of(anchor), _link(annotation, anchor))
        entries.setdefault(annotation.contribution, []).append(entry)
    made = [
        _section(each, contributions.get(each), of_one, citations.get(each, _UNCITED))
        for each, of_one in entries.items()
    ]
    return tuple(sorted(made, key=lambda each: (each.title.casefold(), each.id)))


def _section(contribution: ContributionId, known: Contribution | None, entries: list[Entry], cited: Cited) -> Section:
    ordered = tuple(sorted(entries, key=_reading_order))
    if known is None:
        return Section(contribution, entries=ordered)
    values = known.metadata.values
    return Section(
        id=contribution,
        title=values.title,
        authors=tuple(author.name for author in values.authors),
        edition=values.edition,
        year=values.year,
        citation=cited.reference,
        key=cited.key,
        link=passage_link(contribution),
        entries=ordered,
    )


def _reading_order(each: Entry) -> tuple[object, ...]:
    where = each.anchor.order if each.anchor is not None else (0, 0, 0.0)
    return where, each.annotation.created, each.annotation.id


def _link(annotation: Annotation, anchor: Anchor | None) -> str:
    page = anchor.page if anchor is not None else None
    return passage_link(annotation.contribution, page=page, annotation=annotation.id)


class _Labels:
    """The printed page numbers of files, each file read once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._known: dict[FileHash, list[str]] = {}

    def of(self, anchor: Anchor | None) -> str:
        """Return the printed number of the page where an anchor begins, else its number in the file."""
        if anchor is None or anchor.page is None:
            return ""
        if anchor.file not in self._known:
            self._known[anchor.file] = [label for _, _, label in self._tx.texts.sizes(anchor.file)]
        labels = self._known[anchor.file]
        return (labels[anchor.page - 1] if anchor.page <= len(labels) else "") or str(anchor.page)
