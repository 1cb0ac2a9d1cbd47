"""Whose personal rows are seen: those of nobody, and those of the account that is logged in."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from kennisbank.domain.audience import NOBODY_ELSE, Audience
from kennisbank.library.outbox import NOBODY, Owner
from kennisbank.library.sync_tables import accounts


def viewer_of(connection: Connection) -> Owner:
    """Return who is logged in in this library; `NOBODY` when nobody is."""
    c = accounts.c
    row = connection.execute(select(c.archive_id, c.id).where(c.is_current).limit(1)).first()
    return NOBODY if row is None else Owner(row.archive_id, row.id)


def seen_by(table: Table, viewer: Owner) -> ColumnElement[bool]:
    """Return the condition that lets through what is nobody's and what is the viewer's own: never another account's."""
    nobodys = table.c.account_id.is_(None)
    return nobodys if viewer.account is None else or_(nobodys, owned_by(table, viewer))


def in_force(table: Table, viewer: Owner) -> ColumnElement[bool]:
    """Return the condition that lets through one row a contribution: the viewer's own, else nobody's."""
    if viewer.account is None:
        return table.c.account_id.is_(None)
    own = select(table.c.contribution_id).where(owned_by(table, viewer))
    return or_(owned_by(table, viewer), and_(table.c.account_id.is_(None), table.c.contribution_id.not_in(own)))


def owned_by(table: Table, owner: Owner) -> ColumnElement[bool]:
    """Return the condition that lets through what is this owner's alone."""
    c = table.c
    return and_(c.archive_id.is_not_distinct_from(owner.archive), c.account_id.is_not_distinct_from(owner.account))


def owned(each: Any, before: Any, viewer: Owner) -> Any:
    """Return a personal value with its owner: that of `before`, as it stands in its row; of a new one the viewer.

    One that names an account already keeps it: an undone removal goes back to whom it was taken from.
    """
    if before is not None:
        return replace(each, archive=before.archive, account=before.account)
    return each if each.account is not None else replace(each, archive=viewer.archive, account=viewer.account)


def audience_json(audience: Audience) -> str:
    """Return an audience as text for a row; empty for nobody."""
    return json.dumps([audience.everyone, list(audience.people)], ensure_ascii=False) if audience else ""


def audience_from(text: str) -> Audience:
    """Return what `audience_json` wrote."""
    if not text:
        return NOBODY_ELSE
    everyone, people = json.loads(text)
    return Audience(bool(everyone), tuple(people))


def owner_columns(owner: Owner) -> dict[str, Any]:
    """Return the columns that say whose a row is."""
    return {"archive_id": owner.archive, "account_id": owner.account}
