"""What was read from a file of annotations → annotations of this library, so that taking them again adds nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kennisbank.domain.annotation import Annotation, AnnotationSource
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AnnotationId, ContributionId, new_id
from kennisbank.domain.reports import ImportedAnnotations
from kennisbank.exchange.values import ReadAnnotation, ReadFile
from kennisbank.library.transaction import Transaction
from kennisbank.services.exchange_places import Located, Places

_LONGEST = 200
"""Answers to answers that are kept as such: nobody reads on, and a hostile file has more."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with a file of annotations: found out at leisure, then written in one short transaction."""

    new: tuple[Annotation, ...]
    count: int
    others: int
    problems: tuple[Problem, ...]

    def carry_out(self, tx: Transaction) -> ImportedAnnotations:
        """Keep what is new, and still is: somebody may have taken the same file meanwhile."""
        here = tx.annotations.ids_in_use({each.id for each in self.new})
        for source in ("jsonld", "xfdf"):
            keys = {each.source_key for each in self.new if each.source == source}
            came = tx.annotations.from_source(source, keys)
            here |= {each.id for each in self.new if each.source == source and each.source_key in came}
        kept = [each for each in self.new if each.id not in here]
        tx.annotations.add_all(kept)
        return ImportedAnnotations(len(kept), self.count - len(kept), self.others, self.problems, tx.changes)


def plan(tx: Transaction, contribution: Contribution, read: ReadFile, source: AnnotationSource) -> Plan:
    """Return what is new in a file of annotations; what is here already stays as it is, in the trash too.

    What says that it belongs to another contribution that is here goes there; all else to `contribution`.
    """
    known = _known(tx, read.annotations, source)
    given_away = tx.annotations.ids_in_use({each.annotation.id for each in read.annotations})
    ids = _ids(read.annotations, known, given_away)
    new = list({each.key: each for each in reversed(read.annotations) if each.key not in known}.values())[::-1]
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
    answering = _answering(tx, taken, {each.annotation.id: ids[each.key] for each in read.annotations})
    lost = Counter(name for each in read.annotations for name in each.lost)
    others = sum(each.annotation.kind == "other" for each in read.annotations)
    return Plan(tuple(answering), len(read.annotations), others, (*problems, *map(_lost, lost.items())))


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


def _ids(
    read: Sequence[ReadAnnotation], known: Mapping[str, Annotation], given_away: AbstractSet[AnnotationId]
) -> dict[str, AnnotationId]:
    """Return by key the id that each has here, or will have: the one from where it comes, unless another has it."""
    ids: dict[str, AnnotationId] = {}
    used = set(given_away)
    for each in read:
        if each.key in ids:
            continue
        own = each.annotation.id
        ids[each.key] = known[each.key].id if each.key in known else own if own not in used else AnnotationId(new_id())
        used.add(ids[each.key])
    return ids


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
    """Return them as answers to what they answer under its id here; to nothing if that isn't here, or in a circle."""
    elsewhere = {each.reply_to for each in taken if each.reply_to is not None} - ids.keys()
    here = {**ids, **{each: each for each in tx.annotations.many(elsewhere)}}
    answers: dict[AnnotationId, AnnotationId] = {}
    for each in taken:
        to = here.get(each.reply_to) if each.reply_to is not None else None
        chain = _chain(to, answers) if to is not None else set()
        if to is not None and each.id not in chain and len(chain) < _LONGEST:
            answers[each.id] = to
    return [replace(each, reply_to=answers.get(each.id)) for each in taken]


def _chain(to: AnnotationId, answers: Mapping[AnnotationId, AnnotationId]) -> set[AnnotationId]:
    """Return an annotation and all that it answers in the end."""
    chain = {to}
    while to in answers and len(chain) < _LONGEST:
        to = answers[to]
        chain.add(to)
    return chain


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
