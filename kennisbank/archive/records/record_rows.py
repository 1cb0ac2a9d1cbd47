"""Records as rows and back, and what stands beside a body in its row because a question needs it."""

import json
from collections.abc import Mapping
from typing import Any, cast

from kennisbank.archive.database.columns import storable
from kennisbank.sync.protocol import PUBLIC, Body, Gone, GoneReason, Record, RecordKind
from kennisbank.sync.protocol_bodies import SHAREABLE, AnnotationBody, ContributionBody, EditionBody
from kennisbank.sync.protocol_codec import MalformedMessageError, canonical, content_hash, mark

Row = Mapping[Any, Any]
"""A row of `tables.records`, by the names of its columns."""
_REDUCED: Mapping[str, tuple[str, ...]] = {
    "contribution": ("title", "authors", "edition", "year"),
    "edition": ("code", "name", "year"),
}
"""What stays of a body whose record is withdrawn."""


def text_of(body: Body) -> str:
    """Return a body as it is kept: canonical JSON.

    Raises:
        MalformedMessageError: it holds what JSON can't say (a number that is none, or endless).
    """
    try:
        json.dumps(body, allow_nan=False, default=dict)
        text = canonical(body).decode()
        json.loads(text)
    except (ValueError, RecursionError, TypeError):
        raise MalformedMessageError("the body can't be written as JSON") from None
    return text


def body_columns(kind: RecordKind, record_id: str, revision: int, body: Body | None) -> dict[str, Any]:
    """Return the columns of a record's body, with its hashes and marks."""
    if body is None:
        nothing = {"body": None, "hash": "", "mark": 0, "others_hash": "", "others_mark": 0}
        return {**nothing, **marks(kind, record_id, revision, nothing)}
    columns = {"body": text_of(body), "hash": content_hash(body), "others_hash": ""}
    if kind in SHAREABLE:
        columns["others_hash"] = content_hash(as_others_see(body))
    return {**columns, **marks(kind, record_id, revision, columns)}


def marks(kind: str, record_id: str, revision: int, row: Row) -> dict[str, int]:
    """Return the two marks of a record at a revision; 0 where there is nothing to count."""
    return {
        name: mark(kind, record_id, revision, row[of]) if row[of] else 0
        for name, of in (("mark", "hash"), ("others_mark", "others_hash"))
    }


def as_others_see(body: Body) -> dict[str, Any]:
    """Return a shared body as those see it with whom it is shared: without the addresses of all the others."""
    shared = body.get("shared")
    everyone = isinstance(shared, Mapping) and bool(shared.get("everyone"))
    return {**body, "shared": {"everyone": everyone, "people": []}}


def reduced(kind: RecordKind, body: Body) -> dict[str, Any]:
    """Return what stays of a withdrawn record's body: by what people know it."""
    return {name: body[name] for name in _REDUCED[kind] if name in body}


def derived_columns(value: object) -> dict[str, str]:
    """Return what is asked for of a body (of `protocol_bodies`, None without one), to stand beside it."""
    edition = title = sought = parent = ""
    match value:
        case ContributionBody():
            edition, title = value.edition, value.title
            people = [author.name for author in value.authors]
            words = [title, *people, *value.keywords, *value.themes, str(value.year or ""), value.edition, value.doi]
            sought = "\n".join(words).casefold()
        case EditionBody():
            edition, title = value.code, value.name
        case AnnotationBody():
            parent = storable(value.reply_to or "")
        case _:
            pass
    return {"edition": edition, "title": title, "sought": sought, "parent": parent}


def gone_columns(gone: Gone | None) -> dict[str, Any]:
    """Return the columns of a tombstone."""
    if gone is None:
        return {"gone": None, "gone_words": "", "gone_moment": "", "gone_by": ""}
    return {
        "gone": gone.reason,
        "gone_words": gone.words,
        "gone_moment": storable(gone.moment),
        "gone_by": storable(gone.by),
    }


def gone_of(row: Row) -> Gone | None:
    """Return a row's tombstone."""
    if row["gone"] is None:
        return None
    return Gone(cast("GoneReason", row["gone"]), row["gone_words"], row["gone_moment"], row["gone_by"])


def record_of(row: Row, *, is_mine: bool = False) -> Record:
    """Return a row as its owner sees it, or as everybody does."""
    body = None if row["body"] is None else json.loads(row["body"])
    kind = cast("RecordKind", row["kind"])
    return Record(
        kind, row["id"], int(row["revision"]), body, row["hash"], gone_of(row), is_mine and kind not in PUBLIC
    )


def shared_record_of(row: Row, creator: str) -> Record:
    """Return a row as those see it with whom it is shared."""
    body = None if row["body"] is None else as_others_see(json.loads(row["body"]))
    gone = gone_of(row)
    return Record(row["kind"], row["id"], int(row["revision"]), body, row["others_hash"], gone, creator=creator)
