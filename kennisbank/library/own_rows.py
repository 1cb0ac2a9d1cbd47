"""What a library holds that is a reader's own, as plain rows: to be given to them."""

from sqlalchemy import select

from kennisbank.library import correspondence_tables as c
from kennisbank.library import personal_tables as p
from kennisbank.library import tables as t
from kennisbank.library.rows_out import Rows, row_out, rows_of
from kennisbank.library.transaction import Transaction
from kennisbank.library.whose import seen_by

_PERSONAL = (
    p.annotations,
    p.anchors,
    p.dossiers,
    p.dossier_items,
    t.reading_places,
    p.reading_marks,
    t.saved_searches,
)
_SAID = (c.acts, c.mailbox_items)


def own_rows(tx: Transaction) -> Rows:
    """Return by table what belongs to who is logged in, and to nobody: notes, dossiers, reading, drafts, what was said.

    The values are as in an export (`rows_out`).
    """
    all_of = rows_of(tx)
    rows = {table.name: all_of[table.name] for table in _PERSONAL}
    for table in _SAID:
        query = select(table).where(seen_by(table, tx.viewer)).order_by(*table.primary_key)
        rows[table.name] = [row_out(table, row) for row in tx.connection.execute(query).mappings()]
    return rows
