"""Who gets the newsletter: only addresses whose owner followed the link in a mail."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.people.contacts import address_hash
from kennisbank.archive.schema.people_tables import newsletter
from kennisbank.domain.ids import new_id


@dataclass(frozen=True, slots=True)
class Subscriber:
    """An address on the list; `since` is when it was confirmed."""

    mail_hash: str
    mail: str
    language: str
    since: str


class Newsletter:
    """The list, in one transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`."""
        self._connection = connection
        self._keyed = keyed

    def ask(self, mail: str, language: str, now: datetime) -> None:
        """Note that somebody would have an address on the list; that counts once its owner confirms it."""
        moments = {"asked": stamp(now), "confirmed": ""}
        row = insert_into(newsletter, self._connection).values(
            mail_hash=address_hash(self._keyed, mail), id=new_id(), mail=mail, language=language, **moments
        )
        n = newsletter.c
        again = row.on_conflict_do_update(
            index_elements=[n.mail_hash],
            set_={"asked": row.excluded.asked, "language": row.excluded.language},
            where=n.confirmed == "",
        )
        self._connection.execute(again)

    def is_on(self, mail_hash: str) -> bool | None:
        """Tell whether an address was confirmed; None: it isn't known."""
        found = self._connection.execute(
            select(newsletter.c.confirmed).where(newsletter.c.mail_hash == mail_hash)
        ).scalar()
        return None if found is None else bool(found)

    def confirm(self, mail_hash: str, now: str) -> bool:
        """Put an address that was asked for on the list, at `moments.stamp`, and tell whether it is on it now."""
        n = newsletter.c
        asked = (n.mail_hash == mail_hash, n.confirmed == "")
        self._connection.execute(update(newsletter).where(*asked).values(confirmed=now))
        return bool(self.is_on(mail_hash))

    def leave(self, mail_hash: str) -> str | None:
        """Take an address off the list, and return the random id that its place had; None: it wasn't there."""
        n = newsletter.c
        found: str | None = self._connection.execute(select(n.id).where(n.mail_hash == mail_hash)).scalar()
        self._connection.execute(delete(newsletter).where(n.mail_hash == mail_hash))
        return found

    def has_place(self, place: str) -> bool:
        """Tell whether there is an address with this id of a place."""
        return self._connection.execute(select(newsletter.c.id).where(newsletter.c.id == place)).first() is not None

    def leave_again(self, place: str) -> bool:
        """Take off what a restored backup brought back, by the id of its place; False: it isn't there."""
        return bool(self._connection.execute(delete(newsletter).where(newsletter.c.id == place)).rowcount)

    def subscribers(self) -> list[Subscriber]:
        """Return the confirmed addresses, in the order of confirming."""
        n = newsletter.c
        query = select(n.mail_hash, n.mail, n.language, n.confirmed).where(n.confirmed != "")
        return [Subscriber(*row) for row in self._connection.execute(query.order_by(n.confirmed, n.mail))]
