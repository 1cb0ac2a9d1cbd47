"""The archive that this library is connected to, and the accounts that were ever used on it here."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kennisbank.domain.archive import Account, AccountWish, ArchiveLink, Brake
from kennisbank.domain.ids import AccountId, ArchiveId
from kennisbank.domain.moments import Moment
from kennisbank.library.columns import moment_columns
from kennisbank.library.outbox import Journal
from kennisbank.library.sync_tables import accounts, archives


class Archives:
    """The link and the accounts of one library, in one transaction. None of it is told to the archive."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._journal = journal

    def link(self) -> ArchiveLink | None:
        """Return the archive that this library is connected to, or None."""
        row = self._connection.execute(select(archives).limit(1)).first()
        return None if row is None else _link(row)

    def save_link(self, link: ArchiveLink) -> None:
        """Keep the link, a new one instead of that to another archive; the same again is no write."""
        before = self.link()
        if before == link:
            return
        self._journal.local("archive", link.id, "added" if before is None else "updated")
        self._connection.execute(delete(archives))
        self._connection.execute(insert(archives), _link_row(link))

    def remove_link(self) -> None:
        """Be connected to no archive any more; where there was none, nothing is done."""
        before = self.link()
        if before is not None:
            self._journal.local("archive", before.id, "removed")
            self._connection.execute(delete(archives))

    def current(self) -> Account | None:
        """Return the account that is logged in, or None."""
        row = self._connection.execute(select(accounts).where(accounts.c.is_current)).first()
        return None if row is None else _account(row)

    def accounts(self) -> list[Account]:
        """Return the accounts that were ever used here, by address."""
        return sorted(map(_account, self._connection.execute(select(accounts))), key=lambda each: (each.mail, each.id))

    def save_account(self, account: Account) -> None:
        """Keep an account; one that is current is so alone."""
        c = accounts.c
        where = (c.archive_id == account.archive) & (c.id == account.id)
        row = self._connection.execute(select(accounts).where(where)).first()
        if row is not None and _account(row) == account:
            return
        self._journal.local("account", account.id, "added" if row is None else "updated")
        if account.is_current:
            self._connection.execute(update(accounts).where(c.is_current).values(is_current=False))
        self._connection.execute(delete(accounts).where(where))
        self._connection.execute(insert(accounts), _account_row(account))

    def remove_account(self, archive: ArchiveId, account: AccountId) -> None:
        """Forget an account; its rows elsewhere are the caller's business."""
        self._journal.local("account", account, "removed")
        c = accounts.c
        self._connection.execute(delete(accounts).where((c.archive_id == archive) & (c.id == account)))


def _link_row(link: ArchiveLink) -> dict[str, Any]:
    wish = link.wish
    return {
        "id": link.id,
        "url": link.url,
        "name": link.name,
        "key": link.key,
        "epoch": link.epoch,
        "revision": link.revision,
        "info": link.info,
        **moment_columns("connected", link.connected),
        **moment_columns("synced", link.synced),
        "outcome": link.outcome,
        "detail": link.detail,
        "brake": None if link.brake is None else json.dumps(asdict(link.brake)),
        "wish": None
        if wish is None
        else json.dumps({**asdict(wish), "asked": [wish.asked.utc.isoformat(), wish.asked.zone]}),
    }


def _link(row: Any) -> ArchiveLink:
    return ArchiveLink(
        id=ArchiveId(row.id),
        url=row.url,
        name=row.name,
        key=row.key,
        epoch=row.epoch,
        revision=row.revision,
        info=row.info,
        connected=Moment(row.connected_utc, row.connected_zone),
        synced=None if row.synced_utc is None else Moment(row.synced_utc, row.synced_zone),
        outcome=row.outcome,
        detail=row.detail,
        brake=None if row.brake is None else Brake(**json.loads(row.brake)),
        wish=None if row.wish is None else _wish(json.loads(row.wish)),
    )


def _wish(values: dict[str, Any]) -> AccountWish:
    utc, zone = values.pop("asked")
    return AccountWish(**values, asked=Moment(datetime.fromisoformat(utc).astimezone(UTC), zone))


def _account_row(account: Account) -> dict[str, Any]:
    values = asdict(account)
    values["archive_id"] = values.pop("archive")
    return values


def _account(row: Any) -> Account:
    values = dict(row._mapping)  # noqa: SLF001 -- SQLAlchemy's public name for it
    values["archive"] = values.pop("archive_id")
    return Account(**values)
