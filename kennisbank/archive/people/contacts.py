"""Mail addresses of authors, as they came with the catalogue: for codes and invitations, shown to nobody."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.mail.post import sendable
from kennisbank.archive.schema.people_tables import contacts, mail_refusals
from kennisbank.domain.folding import fold


@dataclass(frozen=True, slots=True)
class Contact:
    """An author of a contribution, by the name that it had when this came, and where to write to them."""

    place: int
    name: str
    mail: str

    @property
    def key(self) -> str:
        """Return what tells addresses apart."""
        return mail_key(self.mail)


class Contacts:
    """Addresses of authors, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Read and write through `connection`."""
        self._connection = connection

    def put(self, contribution: str, names: Sequence[str], mails: Sequence[str]) -> None:
        """Take the addresses that came for a contribution, in the order of its authors.

        What comes without any address leaves those that are known; what can't be written to isn't kept.
        """
        rows = [
            {"contribution": contribution, "place": place, "name": name, "mail": address, "mail_key": mail_key(address)}
            for place, (name, mail) in enumerate(zip(names, mails, strict=False))
            if (address := sendable(mail)) is not None
        ]
        if rows:
            self.forget(contribution)
            self._connection.execute(insert(contacts), rows)

    def of(self, contribution: str) -> list[Contact]:
        """Return the known addresses of a contribution, in the order of its authors."""
        c = contacts.c
        query = select(c.place, c.name, c.mail).where(c.contribution == contribution).order_by(c.place)
        return [Contact(row.place, row.name, row.mail) for row in self._connection.execute(query)]

    def of_author(self, contribution: str, author: str) -> Contact | None:
        """Return the address of the one author with this name; None: it isn't known, or two have that name."""
        found = [each for each in self.of(contribution) if is_same_name(each.name, author)]
        return found[0] if len(found) == 1 else None

    def forget(self, contribution: str) -> None:
        """Remove the addresses of a contribution."""
        self._connection.execute(delete(contacts).where(contacts.c.contribution == contribution))

    def refused(self, keyed: Keyed, mails: Iterable[str]) -> set[str]:
        """Return which of these addresses want no invitations any more."""
        hashes = {address_hash(keyed, mail): mail for mail in mails}
        query = select(mail_refusals.c.mail_hash).where(mail_refusals.c.mail_hash.in_(list(hashes)))
        return {hashes[found] for found in self._connection.execute(query).scalars()}


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names are written alike, but for capitals, accents and spaces."""
    return (fold(one) or one.strip()) == (fold(other) or other.strip())


def masked(mail: str) -> str:
    """Return an address so that its owner recognises it and nobody else learns it: ``j•••@u•••.nl``."""
    local, _, domain = mail.partition("@")
    host, _, rest = domain.rpartition(".")
    return f"{local[:1]}•••@{host[:1]}•••.{rest}" if host else f"{local[:1]}•••@{domain[:1]}•••"


def address_hash(keyed: Keyed, mail: str) -> str:
    """Return what stands for an address where it isn't kept."""
    return keyed.hash("address", mail_key(mail))
