"""The target of a W3C Web Annotation, in every form that the model allows: which file, and where in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from kennisbank.domain.annotation import Anchor, AnchorState, Piece, Quote
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.links import parse_link
from kennisbank.exchange.jsonld_bodies import SETS, id_of, words
from kennisbank.exchange.selectors import DEPTH_LIMIT, Selected, pieces_from, read_fragment, read_selectors

_HANDLED = frozenset({"type", "@type", "id", "@id", "source", "selector", "styleClass", "format", "canonical"})
_NOWHERE = ContributionId("")
_FILE = re.compile(r"urn:sha256:([0-9a-f]{64})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadTarget:
    """Where an annotation belongs, as its file says: `contribution` and the `file` of the anchor are empty if unsaid.

    `anchor` is None for the whole of the source. `id` is the URI of what is annotated.
    """

    id: str = ""
    contribution: ContributionId = _NOWHERE
    anchor: Anchor | None = None
    position: tuple[int, int] | None = None
    style_class: str = ""
    lost: tuple[str, ...] = ()


def read_target(found: object, depth: int = 0) -> ReadTarget:
    """Return what the value of ``target`` says; of several targets the first that is ours counts, or the first."""
    if depth > DEPTH_LIMIT:
        return ReadTarget(lost=("target",))
    several = _several(found)
    if several is not None:
        read = [read_target(each, depth + 1) for each in several[:100]]
        if not read:
            return ReadTarget(lost=("target",))
        chosen = next((each for each in read if each.contribution), read[0])
        return replace(chosen, lost=(*chosen.lost, "targets")) if len(several) > 1 else chosen
    if isinstance(found, str):
        return _source(found, Selected())
    if not isinstance(found, Mapping):
        return ReadTarget(lost=("target",))
    return _specific(found)


def _several(found: object) -> list[Any] | None:
    if isinstance(found, list):
        return found
    if isinstance(found, Mapping) and words(found.get("type")) & SETS and isinstance(found.get("items"), list):
        return list(found["items"])
    return None


def _specific(node: Mapping[str, Any]) -> ReadTarget:
    """Return a specific resource, or a web resource without more."""
    source = node.get("source", node)
    if isinstance(source, list):
        source = source[0] if source else ""
    selected = read_selectors(node.get("selector"))
    target = _source(id_of(source), selected)
    canonical = source.get("canonical") if isinstance(source, Mapping) else None
    named = _FILE.fullmatch(canonical) if isinstance(canonical, str) else None
    lost = [name for name in node if name not in _HANDLED and not name.startswith("kb:")]
    target = replace(
        target,
        style_class=next(iter(sorted(words(node.get("styleClass")))), ""),
        lost=(*lost, *target.lost, *(["source"] if isinstance(node.get("source"), list) else [])),
    )
    if "kb:pieces" in node:
        target = replace(target, anchor=_own_anchor(node, target, selected.quote))
    if named is not None and target.anchor is not None:
        target = replace(target, anchor=replace(target.anchor, file=FileHash(named[1].lower())))
    return target


def _source(uri: str, selected: Selected) -> ReadTarget:
    """Return a resource by its URI, which may say by itself where in it one should look."""
    link = parse_link(uri)
    lost = selected.lost
    file = FileHash("")
    if link is not None:
        file = link.file or file
        quote = Quote(link.quote) if link.quote else None
        selected |= Selected(quote=quote, page=link.page)
    elif "#" in uri and selected.page is None:
        inside = read_fragment(uri.partition("#")[2])
        selected |= replace(inside, lost=())
    pieces: tuple[Piece, ...] = ()
    if selected.page is not None:
        pieces = (Piece(selected.page, 0, 0, () if selected.box is None else (selected.box,)),)
    anchor: Anchor | None = None
    if selected.page is not None or selected.quote is not None or selected.position is not None:
        anchor = Anchor(file, pieces, selected.quote)
    contribution = link.contribution if link is not None else _NOWHERE
    return ReadTarget(uri, contribution, anchor, selected.position, lost=lost)


def _own_anchor(node: Mapping[str, Any], target: ReadTarget, quote: Quote | None) -> Anchor | None:
    """Return the anchor of an annotation that we wrote; what can't be right in our terms is passed over."""
    pieces = pieces_from(node["kb:pieces"])
    if pieces is None:
        return target.anchor
    link = parse_link(target.id)
    file = link.file if link is not None and link.file is not None else FileHash("")
    state, similarity = node.get("kb:state"), node.get("kb:similarity")
    is_number = isinstance(similarity, int | float) and not isinstance(similarity, bool) and 0 <= similarity <= 1
    return Anchor(
        file,
        pieces,
        quote,
        state if state in get_args(AnchorState) else "original",  # type: ignore[arg-type]
        float(similarity) if is_number else 1.0,  # type: ignore[arg-type]
    )
