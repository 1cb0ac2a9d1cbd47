"""Annotations written as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD.

A file is one AnnotationCollection with one AnnotationPage. What the W3C model has no term for stands in terms of our
own, ``kb:…``; together they hold all that `Annotation` holds, so that nothing is lost on the way out and in again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from kennisbank.domain.annotation import Anchor, Annotation, AnnotationKind
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.links import passage_link
from kennisbank.domain.mark_colours import as_rgb
from kennisbank.domain.moments import Moment
from kennisbank.exchange.selectors import Json, pieces_nodes, selectors_of
from kennisbank.exchange.values import Owner

W3C_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT: list[Any] = [W3C_CONTEXT, {"kb": "urn:kennisbank:ns#"}]
"""``kb`` and not ``kennisbank``: that is the scheme of our links, which a prefix of that name would rewrite."""
MOTIVATIONS: Mapping[AnnotationKind, str] = {
    "highlight": "highlighting",
    "underline": "highlighting",
    "squiggly": "highlighting",
    "strikeout": "editing",
    "note": "commenting",
    "free_text": "commenting",
    "bookmark": "bookmarking",
    "area": "highlighting",
    "other": "commenting",
}


def write_jsonld(
    annotations: Sequence[Annotation],
    *,
    owner: Owner,
    moment: Moment,
    generator: str = "Kennisbank",
    label: str = "",
    starts: Mapping[FileHash, Sequence[int]] | None = None,
) -> bytes:
    """Return a file with these annotations, in UTF-8, in the order given.

    `moment` is that of writing. `starts` says for files where their pages begin (`selectors.page_starts`); of others
    the position in the whole text is left out.
    """
    ids = "\n".join(each.id for each in annotations)
    collection = f"urn:uuid:{uuid5(NAMESPACE_URL, f'kennisbank annotations {_stamp(moment)} {ids}')}"
    page: Json = {
        "id": f"{collection}#page1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": [annotation_node(each, owner, starts or {}) for each in annotations],
    }
    node: Json = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        **({"label": label} if label else {}),
        "generator": {"type": "Software", "name": generator},
        "generated": _stamp(moment),
        "total": len(annotations),
        "first": page,
    }
    # A lone half of a surrogate pair can't be written in UTF-8; as an escape it can, in JSON strings.
    return (json.dumps(node, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def annotation_node(each: Annotation, owner: Owner, starts: Mapping[FileHash, Sequence[int]]) -> Json:
    """Return one annotation, without a context of its own."""
    node: Json = {
        "id": f"urn:uuid:{each.id}",
        "type": "Annotation",
        "motivation": "replying" if each.reply_to is not None else MOTIVATIONS[each.kind],
        "created": _stamp(each.created),
        "modified": _stamp(each.modified),
    }
    creator = _creator(each.creator, owner)
    if creator:
        node["creator"] = creator
    bodies = _bodies(each)
    if bodies:
        node["body"] = bodies
    node["target"] = _target(each, starts)
    if each.colour and each.anchor is not None:
        css = f".{_style_class(each.colour)} {{ background-color: {as_rgb(each.colour)} }}"
        node["stylesheet"] = {"type": "CssStylesheet", "value": css}
    node |= _own_terms(each)
    return node


def file_urn(file: FileHash) -> str:
    """Return the name of a file by its bytes: ``urn:sha256:`` and 64 hexadecimal digits."""
    return f"urn:sha256:{file}"


def _creator(creator: str, owner: Owner) -> Json:
    if creator:
        return {"type": "Person", "name": creator}
    if not owner.name:
        return {}
    return (
        {"id": owner.id, "type": "Person", "name": owner.name} if owner.id else {"type": "Person", "name": owner.name}
    )


def _bodies(each: Annotation) -> list[Json]:
    bodies = [_textual(each.body, "commenting")] if each.body else []
    return bodies + [_textual(tag, "tagging") for tag in each.tags]


def _textual(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(each: Annotation, starts: Mapping[FileHash, Sequence[int]]) -> str | Json:
    if each.anchor is None:
        return passage_link(each.contribution)
    anchor = each.anchor
    target: Json = {"type": "SpecificResource", "source": source_node(each.contribution, anchor)}
    selectors = selectors_of(anchor, starts.get(anchor.file, ()))
    if selectors:
        target["selector"] = selectors
    if each.colour:
        target["styleClass"] = _style_class(each.colour)
    target["kb:pieces"] = pieces_nodes(anchor.pieces)
    if anchor.state != "original":
        target["kb:state"] = anchor.state
    if anchor.similarity != 1.0:
        target["kb:similarity"] = anchor.similarity
    return target


def source_node(contribution: ContributionId, anchor: Anchor) -> Json:
    """Return the file that an anchor is in: a link that opens it, and the name of its very bytes as canonical."""
    return {
        "id": passage_link(contribution, file=anchor.file),
        "type": "Text",
        "canonical": file_urn(anchor.file),
    }


def _own_terms(each: Annotation) -> Json:
    """Return what the W3C model has no term for; what is as it mostly is stands not there."""
    zones = (("kb:createdZone", each.created.zone), ("kb:modifiedZone", each.modified.zone))
    terms: Json = {"kb:kind": each.kind, **{name: zone for name, zone in zones if zone != "UTC"}}
    optional: Iterable[tuple[str, Any]] = (
        ("kb:colour", each.colour),
        ("kb:replyTo", f"urn:uuid:{each.reply_to}" if each.reply_to is not None else ""),
        ("kb:source", each.source if each.source != "own" else ""),
        ("kb:sourceKey", each.source_key),
        ("kb:readOnly", each.is_read_only),
        ("kb:archive", each.archive),
        ("kb:account", each.account),
        ("kb:details", [{"kb:name": name, "kb:value": value} for name, value in each.details.items()]),
    )
    terms |= {name: value for name, value in optional if value}
    if each.trashed is not None:
        terms |= {"kb:trashed": _stamp(each.trashed), "kb:trashedZone": each.trashed.zone}
    return terms


def _style_class(colour: str) -> str:
    return f"colour-{colour.removeprefix('#')}" if colour.startswith("#") else colour


def _stamp(moment: Moment) -> str:
    return moment.utc.isoformat().replace("+00:00", "Z")
