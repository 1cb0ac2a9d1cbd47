"""Forms that are being filled in: kept as one types, found again after a restart, used up by what is sent of them.

A draft is a row among the acts, in the state ``draft``, its words as its body: it is its writer's as an act is, goes
with their account, and is in what they are given of themselves. Nothing sends it: what is queued is another row.
"""

from dataclasses import replace
from typing import Any, get_args

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Draft, DraftKind
from kennisbank.domain.ids import ContributionId, new_id
from kennisbank.domain.moments import now
from kennisbank.library.acts import ActRow
from kennisbank.library.library import Library
from kennisbank.library.transaction import Transaction


class DraftService:
    """Drafts of whoever is logged in, and of nobody. Every method may be called from any thread."""

    def __init__(self, library: Library) -> None:
        """Keep them in `library`."""
        self._library = library

    def of(self, contribution: ContributionId) -> tuple[Draft, ...]:
        """Return what is being written about a contribution, the latest written last."""
        with self._library.read() as tx:
            rows = tx.acts.all(_KINDS, ("draft",), contribution=contribution)
        return _joined(rows)

    def about(self, kind: DraftKind, about: str = "") -> Draft | None:
        """Return what is being written of this kind about a thread or a comment, or about nothing; None for nothing."""
        with self._library.read() as tx:
            found = _joined(tx.acts.all((kind,), ("draft",), about=about))
        return found[-1] if found else None

    def all(self) -> tuple[Draft, ...]:
        """Return all that is being written, the latest written last."""
        with self._library.read() as tx:
            return _joined(tx.acts.all(_KINDS, ("draft",)))

    def save(self, draft: Draft) -> ChangeSet:
        """Keep a draft as it is now, as the viewer's; one without a word is none any more."""
        with self._library.write() as tx:
            save_draft(tx, draft)
            return tx.changes


def save_draft(tx: Transaction, draft: Draft) -> None:
    """Keep a draft instead of what there was of it."""
    rows = draft_rows(tx, draft)
    words = {name: text for name, text in draft.words.items() if text.strip()}
    if len(rows) == 1 and _words(rows[0]) == words:
        return
    for each in rows if not words else rows[:-1]:
        tx.acts.remove(each.id)
    if not words:
        return
    moment = now()
    before = rows[-1] if rows else None
    made = ActRow(
        id=new_id() if before is None else before.id,
        kind=draft.kind,
        body=words,
        state="draft",
        created=moment if before is None else before.created,
        modified=moment,
        contribution=draft.contribution,
        about=draft.about,
        archive=tx.viewer.archive,
        account=tx.viewer.account,
    )
    tx.acts.save(made)


def draft_rows(tx: Transaction, draft: Draft) -> list[ActRow]:
    """Return the rows of a draft; two where it was begun by nobody, and again by who logged in since."""
    return tx.acts.all((draft.kind,), ("draft",), contribution=draft.contribution, about=draft.about)


def use_up(tx: Transaction, draft: Draft) -> None:
    """Let a draft be gone: what stood in it is said."""
    for each in draft_rows(tx, draft):
        tx.acts.remove(each.id)


def write_again(tx: Transaction, draft: Draft) -> None:
    """Let words that were to be sent be a draft again, above what was written since."""
    later = _joined(draft_rows(tx, draft))
    save_draft(tx, draft if not later else replace(draft, words=_added(draft.words, later[-1].words)))


_KINDS: tuple[str, ...] = get_args(DraftKind)


def _joined(rows: list[ActRow]) -> tuple[Draft, ...]:
    """Return rows as drafts; of two of the same thing neither is lost."""
    found: dict[tuple[str, str, str], Draft] = {}
    for row in rows:
        kind: Any = row.kind
        made = Draft(kind, ContributionId(row.contribution), row.about, _words(row), row.modified)
        before = found.pop(made.key, None)
        found[made.key] = made if before is None else replace(made, words=_added(before.words, made.words))
    return tuple(found.values())


def _words(row: ActRow) -> dict[str, str]:
    return {name: str(text) for name, text in row.body.items()}


def _added(first: Any, second: Any) -> dict[str, str]:
    names = dict.fromkeys((*first, *second))
    return {name: "\n\n".join(dict.fromkeys(each[name] for each in (first, second) if name in each)) for name in names}
