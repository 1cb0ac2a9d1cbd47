"""The one number of the archive, and beside it the digest of what everybody sees, kept up to date with it."""

from sqlalchemy import Connection, func, select, update

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.schema import tables as t
from kennisbank.sync.protocol import Digest

MODULUS = 1 << 48


class Counter:
    """Gives each change of this transaction its revision.

    The first one locks the row until the transaction ends, so that revisions become visible in order, and whoever reads
    after `lock` sees all that has the lock was given for before. The row is written at `flush`.
    """

    def __init__(self, connection: Connection) -> None:
        """Count on `connection`."""
        self._connection = connection
        self._is_locked = False
        self._revision = 0
        self._count = 0
        self._sum = 0
        self._before = 0
        self._has_public = False

    def lock(self) -> int:
        """Wait for everybody else who writes records, and return the last revision that was given."""
        if not self._is_locked:
            c = t.counter.c
            statement = update(t.counter).values(revision=c.revision)
            row = self._connection.execute(statement.returning(c.revision, c.public_count, c.public_sum)).one()
            self._revision, self._count, self._sum = (int(each) for each in row)
            self._before = self._revision
            self._is_locked = True
        return self._revision

    def next(self) -> int:
        """Return the next revision."""
        self.lock()
        self._revision += 1
        return self._revision

    def count_public(self, before: tuple[bool, int], after: tuple[bool, int]) -> None:
        """Take one public record's change into the digest: whether it had a body, and its mark, before and after."""
        self.lock()
        self._has_public = True
        for sign, (has_body, mark) in ((-1, before), (1, after)):
            if has_body:
                self._count += sign
                self._sum = (self._sum + sign * mark) % MODULUS

    def advance(self, revision: int) -> None:
        """Count on from a later revision; for the check."""
        self._revision = max(self.lock(), revision)

    def recount(self, count: int, total: int) -> None:
        """Replace the digest of what everybody sees; for the check."""
        self.lock()
        self._count, self._sum = count, total % MODULUS

    def flush(self) -> None:
        """Write the row; the last thing of a transaction."""
        if self._has_public:
            self._stamp()
        if self._is_locked:
            values = {"revision": self._revision, "public_count": self._count, "public_sum": self._sum}
            self._connection.execute(update(t.counter).values(values))

    def _stamp(self) -> None:
        """Give all public records of this transaction one moment: just before its commit, and none before the last.

        Whoever asks by moments what changed since they last asked then misses nothing.
        """
        r = t.records.c
        newest = select(func.max(r.changed)).where(r.owner.is_(None), r.revision <= self._before)
        moment = max(stamp(), self._connection.execute(newest).scalar() or "")
        ours = (r.owner.is_(None), r.revision > self._before)
        self._connection.execute(update(t.records).where(*ours).values(changed=moment))


def head(connection: Connection) -> tuple[int, Digest]:
    """Return the last revision, and the digest of what everybody sees."""
    row = connection.execute(select(t.counter)).mappings().one()
    return int(row["revision"]), Digest(int(row["public_count"]), int(row["public_sum"]))
