"""From a request to its results: parse, evaluate, relax if need be, rank, and show the page that was asked for."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kennisbank.domain.folding import sort_key
from kennisbank.domain.results import (
    FACETS,
    HERE,
    ContributionHit,
    CoverSheetHit,
    FacetCount,
    FacetName,
    PassageHit,
    Repeat,
    Replacement,
    Results,
    SearchRequest,
)
from kennisbank.search.analysis import Analyser
from kennisbank.search.evaluation import Evaluation, other_words, typed_runs, without_stop_words
from kennisbank.search.facets import filtered
from kennisbank.search.heads import raw_spans
from kennisbank.search.layout import Floats, Mask, Numbers
from kennisbank.search.leaf_hits import LeafHits
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.parser import parse
from kennisbank.search.places import union
from kennisbank.search.query import NOTHING_ASKED, Node, leaves
from kennisbank.search.ranking import Ranking
from kennisbank.search.relaxing import finished, is_question, is_too_little, respelt, with_fewer
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.snippets import Marker
from kennisbank.search.suggesting import suggestion
from kennisbank.search.synonyms import Synonyms
from kennisbank.tasks.context import JobContext


def answer(
    request: SearchRequest,
    snapshot: Snapshot,
    analyser: Analyser,
    synonyms: Synonyms,
    ctx: JobContext,
    *,
    started: float,
    index_state: Literal["ready", "building"],
) -> Results:
    """Return the answer to `request` from `snapshot`; `started` is a `time.perf_counter`.

    Raises:
        Cancelled: `ctx` was asked to stop.
    """
    query = parse(request.query)
    ctx.check()
    tree = without_stop_words(query.tree)
    is_long = len(leaves(tree)) > LONG
    known = None if request.is_strict else synonyms
    matcher = LeafMatcher(snapshot, analyser, known, is_long=is_long)
    evaluation = Evaluation(snapshot, matcher, None if is_long else other_words(query.tree, matcher, known))
    runs = () if is_long else typed_runs(query.tree)
    fragments = [each for run in runs if not (each := matcher.fragments(run)).is_empty]
    found = _find(request, query.tree, evaluation, snapshot, fragments, ctx)
    ranking = found.ranking
    chosen = filtered(found.met, ((snapshot.facet(name), values) for name, values in request.filters.items()))
    order, scores = _ordered(request, ranking, chosen, found.with_all, snapshot)
    ctx.check()
    marker = Marker((*(evaluation.leaf(leaf) for leaf in leaves(tree)), *fragments), analyser)
    last = len(order) if not request.limit else request.offset + request.limit
    page = _Page(ranking, snapshot, marker, request.passages)
    hits: list[ContributionHit] = []
    for number, score in zip(
        order[request.offset : last].tolist(), scores[request.offset : last].tolist(), strict=True
    ):
        ctx.check()
        hits.append(page.hit(number, score, is_whole=bool(found.with_all[number])))
    is_nothing = not len(order) and tree != NOTHING_ASKED
    return Results(
        request=request,
        total=len(order),
        passage_total=int(ranking.place_counts[chosen].sum()),
        hits=tuple(hits),
        cover_sheets=_cover_sheets(tree, snapshot, analyser) if tree != NOTHING_ASKED else (),
        suggestion=suggestion(query.tree, request.query, snapshot, matcher, synonyms.of) if is_nothing else "",
        facets=_facets(found.met, snapshot, request) if request.facets else {},
        not_understood=query.not_understood,
        took_ms=(time.perf_counter() - started) * 1000,
        index_state=index_state,
        is_relaxed=bool((chosen & ~found.with_all).any()),
        total_with_all=int((chosen & found.with_all).sum()),
        replacements=found.replacements,
    )


FEW = 5
"""Contributions; with fewer a word may have been misspelt."""
LONG = 6
"""Words; those of a longer query aren't looked for joined, in halves or fragments: others are found beside them."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The contributions that meet a query, those among them that meet all of it, and what was done to find them."""

    met: Mask
    with_all: Mask
    ranking: Ranking
    replacements: tuple[Replacement, ...] = ()


def _find(
    request: SearchRequest,
    typed: Node,
    evaluation: Evaluation,
    snapshot: Snapshot,
    fragments: Iterable[LeafHits],
    ctx: JobContext,
) -> _Found:
    tree = without_stop_words(typed)
    nothing = np.zeros(evaluation.layout.contributions, np.bool_)
    is_asked = tree != NOTHING_ASKED
    met = evaluation.contributions(tree) if is_asked or request.filters else nothing
    ctx.check()
    replacements: tuple[Replacement, ...] = ()
    if is_asked and not request.is_strict and met.sum() < FEW:
        is_begun = request.is_typing and finished(tree, len(request.query), evaluation, lambda: snapshot.vocabulary)
        replacements = respelt(tree, evaluation, lambda: snapshot.vocabulary)
        if replacements or is_begun:
            met = evaluation.contributions(tree)
    ranking = Ranking(tree, evaluation, snapshot, union(each.passages() for each in fragments))
    ctx.check()
    if request.is_strict or not is_too_little(tree, int(met.sum())):
        return _Found(met, met, ranking, replacements)
    return _Found(
        met | with_fewer(tree, evaluation, ranking, is_question=is_question(typed)), met, ranking, replacements
    )


def _ordered(
    request: SearchRequest, ranking: Ranking, chosen: Mask, first: Mask, snapshot: Snapshot
) -> tuple[Numbers, Floats]:
    """Return the numbers and scores of the chosen contributions in the order that was asked for."""
    numbers, scores = ranking.ranked(chosen, first)
    if request.order == "relevance":
        return numbers, scores
    heads = [snapshot.heads[number] for number in numbers.tolist()]
    keys = [-(each.year or 0) if request.order == "newest" else sort_key(each.title) for each in heads]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return numbers[order], scores[order]


def _facets(met: Mask, snapshot: Snapshot, request: SearchRequest) -> dict[FacetName, tuple[FacetCount, ...]]:
    """Count each value over what the query and the *other* facets' filters leave: what choosing it would give."""
    counted: dict[FacetName, tuple[FacetCount, ...]] = {}
    for name in FACETS:
        others = ((snapshot.facet(other), values) for other, values in request.filters.items() if other != name)
        counted[name] = snapshot.facet(name).counts(filtered(met, others))
    if [each.value for each in counted["here"]] == [HERE] and not request.filters.get("here"):
        counted["here"] = ()  # where everything is here, there is nothing to choose
    return counted


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes hits of ranked contributions, with at most `most` passages each."""

    ranking: Ranking
    snapshot: Snapshot
    marker: Marker
    most: int | None

    def hit(self, number: int, score: float, *, is_whole: bool) -> ContributionHit:
        """Return a contribution as it is shown."""
        fields = self.ranking.fields(number)
        head = self.snapshot.heads[number]
        shown: list[PassageHit] = []
        found = self.ranking.passages(number)
        if not found:
            for name in fields[: self.most]:
                snippet = self.marker.snippet(head.text(name))
                shown.append(PassageHit(head.file, head.page, snippet.text, snippet.marks, field=name, score=score))
        repeats = self.ranking.repeats(number)
        for index, its_score in found[: self.most]:
            shown.append(self._passage(number, index, its_score, repeats.get(index, [])))
        count = int(self.ranking.place_counts[number])
        lacking = () if is_whole else self.ranking.lacking(number)
        return ContributionHit(head.contribution, score, tuple(shown), count, fields, lacking)

    def _passage(self, number: int, index: int, score: float, repeats: list[int]) -> PassageHit:
        head = self.snapshot.heads[number]
        read = self.snapshot.part_of(number).reader.passage
        file, page, _, _, text, origins, lines, _, is_read_by_machine, note, marked = read(head, index)
        snippet = self.marker.snippet(text)
        places: list[Repeat] = []
        for each in repeats:
            its_file, its_page, _, _, its_text, its_origins, its_lines, *_ = read(head, each)
            spans = [(start, end) for start, end, _ in self.marker.places(its_text)]
            places.append(Repeat(its_file, its_page, raw_spans(its_origins, spans), its_lines))
        return PassageHit(
            file,
            page,
            snippet.text,
            snippet.marks,
            marked if note else raw_spans(origins, snippet.places),
            lines,
            "note" if note else "body",
            score,
            tuple(places),
            is_read_by_machine,
            note,
        )


def _cover_sheets(tree: Node, snapshot: Snapshot, analyser: Analyser) -> tuple[CoverSheetHit, ...]:
    """Return each distinct cover-sheet text that meets the query by itself, once."""
    asked = leaves(tree)
    if not asked or not snapshot.cover_layout.passages:
        return ()
    evaluation = Evaluation(snapshot, LeafMatcher(snapshot, analyser, is_cover=True))
    found: list[CoverSheetHit] = []
    seen: set[int] = set()
    marker: Marker | None = None
    for number in np.flatnonzero(evaluation.contributions(tree)).tolist():
        head = snapshot.heads[number]
        for index, key in enumerate(head.cover_keys):
            if key in seen:
                continue
            seen.add(key)
            marker = marker or Marker((evaluation.leaf(leaf) for leaf in asked), analyser)
            sheet = snapshot.part_of(number).reader.cover(head, index)
            snippet = marker.snippet(sheet.text)
            if snippet.marks:
                found.append(CoverSheetHit(sheet.file, sheet.page, snippet.text, snippet.marks, sheet.lines))
    return tuple(found)
