"""What was read from a file of annotations → annotations of this library, so that taking them again adds nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kennisbank.domain.annotation import Annotation, AnnotationSource
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AnnotationId, ContributionId, new_id
from kennisbank.exchange.values import ReadAnnotation, ReadFile
from kennisbank.library.transaction import Transaction
from kennisbank.services.exchange_places import Located, Places


@dataclass(frozen=True, slots=True)
class ImportedAnnotations:
    """What came of a file of annotations.

    `added` and `unchanged` (they were here already) are counts; `kept_as_other` is how many in the file are of a kind
    that the program only keeps. `changes` is what was written, for whoever shows it.
    """

    added: int = 0
    unchanged: int = 0
    kept_as_other: int = 0
    problems: tuple[Problem, ...] = ()
    changes: ChangeSet = field(default_factory=ChangeSet)


def take(tx: Transaction, contribution: Contribution, read: ReadFile, source: AnnotationSource) -> ImportedAnnotations:
    """Keep what is new in a file of annotations; what is here already stays as it is, in the trash too.

    What says that it belongs to another contribution that is here goes there; all else to `contribution`.
    """
    known = _known(tx, read.annotations, source)
    ids = {each.key: known[each.key].id if each.key in known else _id(tx, each) for each in read.annotations}
    new = [each for each in read.annotations if each.key not in known]
    homes = tx.contributions.many({each.annotation.contribution for each in new} - {ContributionId("")})
    homes[contribution.id] = contribution
    taken: list[Annotation] = []
    problems = list(read.problems)
    for home, of_one in _by_home(new, homes, contribution.id).items():
        located = Places(tx, homes[home]).locate(of_one)
        for each, place in zip(of_one, located, strict=True):
            if place.by == "nowhere":
                problems.append(_no_place(each))
            taken.append(replace(_placed(each, place, home, source), id=ids[each.key]))
    tx.annotations.add_all(_answering(tx, taken, {each.annotation.id: ids[each.key] for each in read.annotations}))
    lost = Counter(name for each in read.annotations for name in each.lost)
    return ImportedAnnotations(
        len(taken),
        len(read.annotations) - len(taken),
        sum(each.annotation.kind == "other" for each in read.annotations),
        (*problems, *map(_lost, lost.items())),
        tx.changes,
    )


def _known(tx: Transaction, read: Sequence[ReadAnnotation], source: AnnotationSource) -> dict[str, Annotation]:
    """Return by key what is here already: by its id, or by where it came from."""
    here = tx.annotations.many({each.annotation.id for each in read})
    by_key = tx.annotations.from_source(source, {each.key for each in read})
    known = {each.key: here[each.annotation.id] for each in read if each.annotation.id in here}
    for origin in ("pdf", "jsonld", "xfdf"):
        ours = [each for each in read if each.annotation.source == origin != source and each.annotation.source_key]
        came = tx.annotations.from_source(origin, {each.annotation.source_key for each in ours})
        known |= {each.key: came[each.annotation.source_key] for each in ours if each.annotation.source_key in came}
    return known | by_key


def _id(tx: Transaction, each: ReadAnnotation) -> AnnotationId:
    """Return the id it has where it comes from, so that it is known again; never one that is in use here."""
    return each.annotation.id if tx.annotations.find(each.annotation.id) is None else AnnotationId(new_id())


def _by_home(
    new: Sequence[ReadAnnotation], homes: dict[ContributionId, Contribution], default: ContributionId
) -> dict[ContributionId, list[ReadAnnotation]]:
    found: dict[ContributionId, list[ReadAnnotation]] = {}
    for each in new:
        named = each.annotation.contribution
        found.setdefault(named if named in homes else default, []).append(each)
    return found


def _placed(each: ReadAnnotation, place: Located, home: ContributionId, source: AnnotationSource) -> Annotation:
    """Return it as it will stand in this library; what another wrote can't be changed here."""
    annotation = each.annotation
    is_own = not annotation.creator
    came = annotation.source if is_own or annotation.source == "pdf" else source
    return replace(
        annotation,
        contribution=home,
        anchor=place.anchor,
        kind="note" if place.by == "nowhere" and annotation.kind != "other" else annotation.kind,
        source=came,
        source_key=annotation.source_key if came == annotation.source != source else each.key,
        details=_details(each, place),
        is_read_only=not is_own or annotation.is_read_only,
        archive=None,
        account=None,
    )


def _details(each: ReadAnnotation, place: Located) -> dict[str, str]:
    """Return its details, with the words of a passage that has no place here, which would be lost otherwise."""
    said = each.annotation.anchor
    if place.by != "nowhere" or said is None:
        return dict(each.annotation.details)
    found = {"page": str(said.page or ""), "quote": said.quote.exact if said.quote is not None else ""}
    return {**each.annotation.details, **{f"lost:{name}": value for name, value in found.items() if value}}


def _answering(
    tx: Transaction, taken: Sequence[Annotation], ids: Mapping[AnnotationId, AnnotationId]
) -> list[Annotation]:
    """Return them as answers to what they answer under its id here, or to nothing if that isn't here."""
    elsewhere = {each.reply_to for each in taken if each.reply_to is not None} - ids.keys()
    here = {**ids, **{each: each for each in tx.annotations.many(elsewhere)}}
    answered = {each.id: here.get(each.reply_to) for each in taken if each.reply_to is not None}
    return [
        replace(each, reply_to=answered.get(each.id) if answered.get(each.id) != each.id else None) for each in taken
    ]


def _no_place(each: ReadAnnotation) -> Problem:
    said = each.annotation.anchor
    quote = said.quote.exact if said is not None and said.quote is not None else ""
    page = said.page if said is not None else None
    what = " ".join((quote or each.annotation.body or f"p. {page or '?'}").split())[:100]
    return Problem("annotation_no_place", f"not found in this file: {what}", page, values={"what": what})


def _lost(item: tuple[str, int]) -> Problem:
    name, count = item
    message = f"The program has no place for {name} ({count} times); it is kept as it was found."
    return Problem("annotation_part_kept", message, severity="note", values={"what": name, "count": str(count)})
