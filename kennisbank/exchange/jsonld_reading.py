"""W3C Web Annotations read from JSON-LD: ours without loss, those of others as far as the model goes.

Accepted are one annotation, a list, a collection with its pages inside, a page, and a ``@graph``. What the model has no
place for is kept as JSON in `Annotation.details` (``jsonld:…``) and named in `ReadAnnotation.lost`; what can't be read
at all becomes a problem. Only a file that isn't JSON, or far too large, is refused.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args
from uuid import UUID

from kennisbank.domain.annotation import (
    COLOURS,
    KINDS,
    UNKNOWN_CREATOR,
    Annotation,
    AnnotationKind,
    AnnotationSource,
)
from kennisbank.domain.document import Problem
from kennisbank.domain.ids import AccountId, AnnotationId, ArchiveId, new_id
from kennisbank.domain.moments import Moment
from kennisbank.errors import BadInputError
from kennisbank.exchange.jsonld_bodies import id_of, moment_of, name_of, read_bodies, words
from kennisbank.exchange.jsonld_targets import ReadTarget, read_target
from kennisbank.exchange.selectors import DEPTH_LIMIT
from kennisbank.exchange.values import BYTES_LIMIT, COUNT_LIMIT, Owner, ReadAnnotation, ReadFile

_KINDS: Mapping[str, AnnotationKind] = {"bookmarking": "bookmark", "highlighting": "highlight"}
_MODELLED = frozenset({"@context", "@id", "@type", "id", "type", "created", "modified", "creator", "body", "bodyValue"})
_OURS = frozenset({"motivation", "stylesheet", "generator", "generated"})
"""What we write for others, and say in our own terms as well."""
_SAID = frozenset({"commenting", "highlighting", "bookmarking", "tagging", "replying"})
"""Motivations that are told by the kind of an annotation, its tags and what it answers."""
_SOURCES: tuple[AnnotationSource, ...] = get_args(AnnotationSource)
_RGB = re.compile(r"#[0-9a-f]{6}")
_URN = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
Node = Mapping[str, Any]


def read_jsonld(data: bytes, *, owner: Owner, moment: Moment) -> ReadFile:
    """Return the annotations in a file. What `owner` made has no creator; what has no date is of `moment`.

    Raises:
        BadInputError: this is not JSON, or it is too large.
    """
    if len(data) > BYTES_LIMIT:
        raise BadInputError(f"This file has more than {BYTES_LIMIT // 2**20} MB; nothing was taken from it.")
    try:
        read = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadInputError("This is not a file of annotations: it can't be read as JSON.") from error
    found: list[ReadAnnotation] = []
    problems: list[Problem] = []
    for node in _nodes(read, problems, 0):
        if len(found) >= COUNT_LIMIT:
            problems.append(_problem("annotations_too_many", f"only the first {COUNT_LIMIT} were read", "count"))
            break
        one = _annotation(node, owner, moment)
        if one is None:
            problems.append(_problem("annotation_unreadable", "no target, or not an annotation", id_of(node)))
        else:
            found.append(one)
    return ReadFile(tuple(found), tuple(problems))


def _nodes(read: object, problems: list[Problem], depth: int) -> Iterator[object]:
    """Give everything in the file that means to be an annotation, in order."""
    if depth > DEPTH_LIMIT:
        problems.append(_problem("annotation_unreadable", "too deep", ""))
    elif isinstance(read, list):
        for each in read:
            yield from _nodes(each, problems, depth + 1)
    elif not isinstance(read, Mapping):
        yield read
    elif (kinds := words(read.get("type", read.get("@type")))) & {"AnnotationCollection", "AnnotationPage"}:
        inside = [read[name] for name in ("first", "items", "next", "contains") if name in read]
        for each in inside:
            if isinstance(each, str):
                problems.append(_problem("annotations_elsewhere", "a further page stands elsewhere", each))
            else:
                yield from _nodes(each, problems, depth + 1)
    elif "@graph" in read and "Annotation" not in kinds:
        yield from _nodes(read["@graph"], problems, depth + 1)
    else:
        yield read


def _annotation(node: object, owner: Owner, moment: Moment) -> ReadAnnotation | None:
    if not isinstance(node, Mapping) or not node.get("target"):
        return None
    if "Annotation" not in words(node.get("type", node.get("@type"))):
        return None
    target = read_target(node["target"])
    motivations = words(node.get("motivation"))
    bodies = read_bodies(node.get("body", node.get("bodyValue")), motivations, is_text="body" not in node)
    key = id_of(node).encode("utf-8", "replace").decode()
    details, lost = _details(node, target, owner, is_body_whole=bodies.is_whole)
    created = moment_of(node.get("created"), node.get("kb:createdZone", _zone(node)))
    modified = moment_of(node.get("modified"), node.get("kb:modifiedZone", _zone(node)))
    read = Annotation(
        id=AnnotationId(_uuid(key) or new_id()),
        contribution=target.contribution,
        kind=_kind(node, motivations, target, bodies.text),
        anchor=target.anchor,
        created=created or modified or moment,
        modified=modified or created or moment,
        colour=_colour(node, target),
        body=bodies.text,
        tags=bodies.tags,
        creator=_creator(node, owner),
        source=_source(node),
        source_key=_text(node.get("kb:sourceKey")) if _is_ours(node) else key,
        reply_to=_reply(node, motivations, target),
        details=details,
        is_read_only=node.get("kb:readOnly") is True,
        trashed=moment_of(node.get("kb:trashed"), node.get("kb:trashedZone", "UTC")),
        archive=ArchiveId(node["kb:archive"]) if isinstance(node.get("kb:archive"), str) else None,
        account=AccountId(node["kb:account"]) if isinstance(node.get("kb:account"), str) else None,
    )
    is_passage = read.kind in {"highlight", "underline", "strikeout", "squiggly"}
    return ReadAnnotation(read, key or _fingerprint(node), target.position, lost, is_passage=is_passage)


def _kind(node: Node, motivations: frozenset[str], target: ReadTarget, text: str) -> AnnotationKind:
    own = next((kind for kind in KINDS if kind == node.get("kb:kind")), None)
    if own is not None:
        return own
    found = next((kind for name, kind in _KINDS.items() if name in motivations), None)
    if found == "highlight" and (target.anchor is None or target.anchor.quote is None) and target.position is None:
        return "area" if target.anchor is not None and target.anchor.pieces else "note"
    if found is None and not text and (target.position or (target.anchor is not None and target.anchor.quote)):
        return "highlight"
    return found or "note"


def _details(
    node: Node, target: ReadTarget, owner: Owner, *, is_body_whole: bool
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what is kept as it was found, and the names of what the model has no place for."""
    details: dict[str, str] = {}
    for each in node.get("kb:details", []) if isinstance(node.get("kb:details"), list) else []:
        name, value = (each.get("kb:name"), each.get("kb:value")) if isinstance(each, Mapping) else (None, None)
        if isinstance(name, str) and isinstance(value, str):
            details[name] = value
    modelled = _MODELLED | {"target"} | (_OURS if _is_ours(node) else set())
    kept = [name for name in node if name not in modelled and not name.startswith("kb:")]
    lost = [name for name in kept if name != "motivation" or not words(node[name]) <= _SAID]
    broken = [name for name in ("created", "modified") if name in node and moment_of(node[name]) is None]
    if not is_body_whole:
        broken.append("body")
    if "body" in node and "bodyValue" in node:
        broken.append("bodyValue")
    if not _is_creator_whole(node, owner):
        kept.append("creator")
    if target.lost or not target.contribution:
        kept.append("target")
    details |= {f"jsonld:{name}": _json(node[name]) for name in (*kept, *broken) if name in node}
    return details, tuple(dict.fromkeys((*lost, *broken, *target.lost)))


def _creator(node: Node, owner: Owner) -> str:
    """Return who wrote it, empty for the owner of this library; what another program wrote is never the owner's."""
    found = node.get("creator")
    if (found is None and _is_ours(node)) or (owner.id and found is not None and id_of(found) == owner.id):
        return ""
    return name_of(found) or UNKNOWN_CREATOR


def _is_creator_whole(node: Node, owner: Owner) -> bool:
    """Tell whether a name was all there was to the creator."""
    found = node.get("creator")
    if found is None or isinstance(found, str) or (owner.id and id_of(found) == owner.id):
        return True
    return isinstance(found, Mapping) and found.keys() <= {"type", "name"} and found.get("name") == name_of(found)


def _colour(node: Node, target: ReadTarget) -> str:
    own = node.get("kb:colour")
    if isinstance(own, str) and (own in COLOURS or _RGB.fullmatch(own)):
        return own
    if target.style_class in COLOURS:
        return target.style_class
    sheet = node.get("stylesheet")
    css = sheet.get("value") if isinstance(sheet, Mapping) else None
    if not isinstance(css, str) or not target.style_class:
        return ""
    rule = re.search(rf"\.{re.escape(target.style_class)}\s*\{{([^}}]{{0,1000}})\}}", css)
    colour = re.search(r"color\s*:\s*(#[0-9a-fA-F]{6})\b", rule[1]) if rule else None
    return colour[1].lower() if colour else ""


def _reply(node: Node, motivations: frozenset[str], target: ReadTarget) -> AnnotationId | None:
    answered = _uuid(_text(node.get("kb:replyTo")))
    if answered is None and "replying" in motivations:
        answered = _uuid(target.id)
    return AnnotationId(answered) if answered else None


def _uuid(uri: str) -> str | None:
    found = _URN.fullmatch(uri)
    return str(UUID(found[1])) if found else None


def _is_ours(node: Node) -> bool:
    return node.get("kb:kind") in KINDS


def _zone(node: Node) -> str | None:
    """Return ``UTC`` for what we wrote (we leave that zone out), None for what another program wrote."""
    return "UTC" if _is_ours(node) else None


def _source(node: Node) -> AnnotationSource:
    said = node.get("kb:source", "own" if _is_ours(node) else "jsonld")
    return next((each for each in _SOURCES if each == said), "jsonld")


def _fingerprint(node: Node) -> str:
    """Return a key for one without an id: the same for the same content."""
    return hashlib.sha256(json.dumps(node, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _problem(code: str, message: str, what: str) -> Problem:
    return Problem(code, message, values={"what": what})
