"""Everything that accounts are made of, in one transaction."""

from sqlalchemy import Connection

from kennisbank.archive.accounts.account_rows import AccountRows
from kennisbank.archive.accounts.codes import Codes
from kennisbank.archive.accounts.limits import Limits
from kennisbank.archive.accounts.sessions import Sessions
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.records.audit import Audit


class Desk:
    """The rows of accounts; used by one thread, and not after its transaction."""

    def __init__(self, connection: Connection, keyed: Keyed) -> None:
        """Read and write through `connection`, on which a transaction has begun."""
        self.connection = connection
        self.keyed = keyed
        self.accounts = AccountRows(connection)
        self.sessions = Sessions(connection, keyed)
        self.codes = Codes(connection, keyed)
        self.limits = Limits(connection, keyed)
        self.outgoing = Outgoing(connection)
        self.audit = Audit(connection)
