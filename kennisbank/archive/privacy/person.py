"""Whom it is about: what the archive knows somebody by, while it knows them."""

import re
from dataclasses import dataclass

from kennisbank.archive.accounts.account_rows import AccountRow, AccountRows
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Person:
    """An account's id (random), and by what else its owner is known; `key` tells their mail address from others."""

    account: str
    mail: str
    key: str
    name: str
    organisation: str = ""

    @staticmethod
    def of(row: AccountRow) -> "Person":
        """Return whose account it is."""
        return Person(row.id, row.mail, mail_key(row.mail), row.name, row.organisation)

    def is_named_in(self, text: str) -> bool:
        """Tell whether a text holds their mail address, or their whole name; how it is broken into lines is no matter.

        A name of one word isn't looked for: it would be found everywhere.
        """
        said = " ".join(text.split()).casefold()
        if self.mail.casefold() in said:
            return True
        name = " ".join(self.name.split()).casefold()
        return " " in name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def person_of(tx: Transaction, account: str) -> Person | None:
    """Return who has an account; None: nobody does (any more)."""
    row = AccountRows(tx.connection).one(account)
    return None if row is None else Person.of(row)
