"""One transaction of the archive, with one room for each thing that is kept."""

from sqlalchemy import Connection

from kennisbank.archive.files.files import FileRows
from kennisbank.archive.identity.identity import Identity
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.records.audit import Audit
from kennisbank.archive.records.digests import Counter
from kennisbank.archive.records.records import Records


class Transaction:
    """What is read is one moment's state; what is written stands when the ``with`` ends, all of it or nothing.

    Used by one thread, and not after its ``with``. Whoever changes records and accounts in one transaction changes
    records first (`counter.lock`): two who do it the other way round wait for each other.
    """

    def __init__(self, connection: Connection, identity: Identity, keyed: Keyed) -> None:
        """Work through `connection`, on which a transaction has begun; it is for this package alone."""
        self.connection = connection
        self.identity = identity
        self.keyed = keyed
        self.counter = Counter(connection)
        self.files = FileRows(connection)
        self.records = Records(connection, identity, self.counter, self.files)
        self.audit = Audit(connection)
