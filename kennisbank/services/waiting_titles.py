"""What something that waits is called: by the words of its reader, else by the paper that it belongs to."""

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from kennisbank.domain.annotation import Annotation
from kennisbank.domain.changes import Kind
from kennisbank.domain.ids import AnnotationId, ArchiveId, ContributionId, DossierId, SavedSearchId
from kennisbank.library.outbox import Owner
from kennisbank.library.transaction import Transaction

_MOST = 120
"""Characters of a title; more of a note doesn't help to recognise it."""


def titles_of(tx: Transaction, things: Sequence[tuple[Kind, str]]) -> dict[tuple[Kind, str], str]:
    """Return a title for each of these things of the viewer's; empty where nothing is known of it (any more).

    Of what was removed here, the title is that of the version last agreed with the archive.
    """
    return {
        (kind, entity): _short((_TITLES[kind](tx, entity) if kind in _TITLES else "") or _agreed(tx, kind, entity))
        for kind, entity in things
    }


def annotation_title(tx: Transaction, each: Annotation) -> str:
    """Return what an annotation says, else what it marks, else the title of its contribution."""
    quote = each.anchor.quote.exact if each.anchor is not None and each.anchor.quote is not None else ""
    return each.body.strip() or quote.strip() or _contribution(tx, each.contribution)


def _annotation(tx: Transaction, entity: str) -> str:
    found = tx.annotations.find(AnnotationId(entity))
    return "" if found is None else annotation_title(tx, found)


def _dossier(tx: Transaction, entity: str) -> str:
    found = tx.dossiers.find(DossierId(entity))
    return found.name if found is not None and _is_seen(tx, Owner(found.archive, found.account)) else ""


def _saved_search(tx: Transaction, entity: str) -> str:
    found = tx.saved_searches.find(SavedSearchId(entity))
    return found.name if found is not None and _is_seen(tx, Owner(found.archive, found.account)) else ""


def _by_contribution(tx: Transaction, entity: str, kind: Kind) -> str:
    contribution = tx.ownership.contribution_of(kind, entity)
    return "" if contribution is None else _contribution(tx, contribution)


def _contribution(tx: Transaction, contribution: ContributionId) -> str:
    found = tx.contributions.find(contribution)
    return "" if found is None else found.metadata.values.title


def _edition(tx: Transaction, entity: str) -> str:
    return next((each.name or each.code for each, _ in tx.editions.all() if each.id == entity), "")


def _act(tx: Transaction, entity: str) -> str:
    found = tx.acts.find(entity)
    if found is None:
        return ""
    return str(found.body.get("text") or found.body.get("words") or "") or _contribution(
        tx, ContributionId(found.contribution)
    )


def _agreed(tx: Transaction, kind: Kind, entity: str) -> str:
    """Return the title of a thing as it was last agreed; empty where it never was."""
    archive, account = tx.viewer.archive, tx.viewer.account
    if archive is None or account is None:
        return ""
    base = tx.synced.of_locals(ArchiveId(archive), account, kind, [entity]).get(entity)
    body: Any = json.loads(base.body) if base is not None and base.body else {}
    for name in ("name", "body", "title"):
        if isinstance(body.get(name), str) and body[name].strip():
            return str(body[name])
    anchor = body.get("anchor")
    quote = anchor.get("quote") if isinstance(anchor, dict) else None
    return str(quote[0]) if isinstance(quote, list) and quote else ""


def _is_seen(tx: Transaction, owner: Owner) -> bool:
    return owner.account is None or owner == tx.viewer


def _short(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"


_TITLES: Mapping[Kind, Callable[[Transaction, str], str]] = MappingProxyType(
    {
        "annotation": _annotation,
        "dossier": _dossier,
        "saved_search": _saved_search,
        "reading": lambda tx, entity: _by_contribution(tx, entity, "reading"),
        "reading_mark": lambda tx, entity: _by_contribution(tx, entity, "reading_mark"),
        "contribution": lambda tx, entity: _contribution(tx, ContributionId(entity)),
        "edition": _edition,
        "act": _act,
    }
)
