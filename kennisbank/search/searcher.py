"""From a request to its results: parse, evaluate, filter, rank, and show the page that was asked for."""

import time
from collections import Counter
from collections.abc import Mapping
from typing import Literal

from kennisbank.domain.results import (
    FACETS,
    ContributionHit,
    CoverSheetHit,
    FacetCount,
    FacetName,
    PassageHit,
    Results,
    SearchRequest,
)
from kennisbank.search.analysis import Analyser
from kennisbank.search.evaluation import Evaluation, facet_values, with_compounds, without_stop_words
from kennisbank.search.heads import Head, raw_spans
from kennisbank.search.matching import LeafMatcher
from kennisbank.search.parser import parse
from kennisbank.search.query import NOTHING_ASKED, Node, leaves
from kennisbank.search.ranking import Ranked, Ranking
from kennisbank.search.snapshot import Snapshot
from kennisbank.search.snippets import Marker
from kennisbank.search.suggesting import suggestion
from kennisbank.tasks.context import JobContext


def answer(
    request: SearchRequest,
    snapshot: Snapshot,
    analyser: Analyser,
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
    matcher = LeafMatcher(snapshot, analyser)
    tree = with_compounds(without_stop_words(query.tree), matcher)
    heads = snapshot.heads
    evaluation = Evaluation(heads, matcher)
    is_asked = tree != NOTHING_ASKED
    met = evaluation.contributions(tree) if is_asked or request.filters else set()
    ctx.check()
    chosen = _chosen(met, heads, request.filters)
    ranking = Ranking(tree, evaluation, snapshot)
    ranked = ranking.ranked(chosen)
    ctx.check()
    marker = Marker((evaluation.leaf(leaf) for leaf in leaves(tree)), analyser)
    last = len(ranked) if not request.limit else request.offset + request.limit
    hits: list[ContributionHit] = []
    for each in ranked[request.offset : last]:
        ctx.check()
        hits.append(_hit(each, ranking, snapshot, marker, request.passages))
    return Results(
        request=request,
        total=len(ranked),
        passage_total=sum(each.passages for each in ranked),
        hits=tuple(hits),
        cover_sheets=_cover_sheets(tree, snapshot, analyser) if is_asked else (),
        suggestion=suggestion(query.tree, request.query, snapshot, matcher) if not ranked and is_asked else "",
        facets=_facets(met, heads, request.filters) if request.facets else {},
        not_understood=query.not_understood,
        took_ms=(time.perf_counter() - started) * 1000,
        index_state=index_state,
    )


def _meets(head: Head, facet: FacetName, values: frozenset[str]) -> bool:
    return any(each in values for each in facet_values(head, facet))


def _chosen(met: set[int], heads: dict[int, Head], filters: Mapping[FacetName, frozenset[str]]) -> set[int]:
    for facet, values in filters.items():
        if values:
            met = {each for each in met if _meets(heads[each], facet, values)}
    return met


def _facets(
    met: set[int], heads: dict[int, Head], filters: Mapping[FacetName, frozenset[str]]
) -> dict[FacetName, tuple[FacetCount, ...]]:
    """Count each value over what the query and the *other* facets' filters leave: what choosing it would give."""
    counted: dict[FacetName, tuple[FacetCount, ...]] = {}
    for facet in FACETS:
        others = {name: values for name, values in filters.items() if name != facet}
        values = [facet_values(heads[each], facet) for each in _chosen(met, heads, others)]
        counts = Counter(value for each in values for value in (set(each) if len(each) > 1 else each))
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        counted[facet] = tuple(FacetCount(value, count) for value, count in ordered)
    return counted


def _hit(ranked: Ranked, ranking: Ranking, snapshot: Snapshot, marker: Marker, most: int | None) -> ContributionHit:
    read = snapshot.part_of(ranked.number).reader.passage
    head = snapshot.heads[ranked.number]
    shown: list[PassageHit] = []
    found = ranking.passages(ranked.number)
    if not found:
        for name in ranked.fields[:most]:
            snippet = marker.snippet(head.text(name))
            shown.append(PassageHit(head.file, head.page, snippet.text, snippet.marks, field=name, score=ranked.score))
    for index, score in found[:most]:
        file, page, _, _, text, origins, lines, _ = read(head, index)
        snippet = marker.snippet(text)
        spans = raw_spans(origins, snippet.places)
        shown.append(PassageHit(file, page, snippet.text, snippet.marks, spans, lines, "body", score))
    return ContributionHit(head.contribution, ranked.score, tuple(shown), ranked.passages, ranked.fields)


def _cover_sheets(tree: Node, snapshot: Snapshot, analyser: Analyser) -> tuple[CoverSheetHit, ...]:
    """Return each distinct cover-sheet text that meets the query by itself, once."""
    evaluation = Evaluation(snapshot.heads, LeafMatcher(snapshot, analyser, "cover"))
    asked = leaves(tree)
    if not asked:
        return ()
    found: list[CoverSheetHit] = []
    seen: set[int] = set()
    marker: Marker | None = None
    for number in sorted(evaluation.contributions(tree)):
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
