"""Files that go with messages: sent ahead, named by their hash, attached by an act, fetched by who has the thread."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select

from kennisbank.archive.acting.scene import ActRefused, ActScene, ActWaits
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import alias_of
from kennisbank.archive.schema.mailbox_tables import seats
from kennisbank.archive.schema.thread_tables import messages, uploads
from kennisbank.archive.threads.rendering import View, is_for_authors
from kennisbank.archive.threads.rows import MessageRow, ThreadRows
from kennisbank.archive.threads.sniffing import ENDINGS
from kennisbank.archive.threads.traces import CLEANABLE
from kennisbank.archive.transaction import Transaction
from kennisbank.domain.file_names import safe_name
from kennisbank.sync.protocol_acts import AttachmentBody

NEUTRAL_NAME = "bijlage"
"""What the file of an anonymous reader is called, whatever they called it."""


@dataclass(frozen=True, slots=True)
class Attachable:
    """A file that is here and may be attached, with the name that others see."""

    hash: str
    name: str
    media_type: str
    size: int


def keep_upload(
    tx: Transaction, account: str, file_hash: str, size: int, media_type: str, *, is_clean: bool, now: datetime
) -> None:
    """Write down that a file came in from an account; its bytes are in the store."""
    tx.files.add(file_hash, size)
    row = {"account": account, "hash": file_hash, "size": size, "media_type": media_type}
    row |= {"is_clean": is_clean, "moment": stamp(now)}
    put = insert_into(uploads, tx.connection).values(row)
    tx.connection.execute(put.on_conflict_do_update(index_elements=["account", "hash"], set_={"moment": stamp(now)}))
    tx.files.hold(file_hash, _holder(tx, account, file_hash))


def forget_uploads(tx: Transaction, before: datetime) -> int:
    """Let go of files that were sent ahead before a moment; what was attached stays. Return how many that is."""
    return _let_go(tx, uploads.c.moment < stamp(before))


def forget_uploads_of(tx: Transaction, account: str) -> int:
    """Let go of all files that an account sent ahead; return how many that is."""
    return _let_go(tx, uploads.c.account == account)


def attachable(scene: ActScene, body: AttachmentBody | None, *, is_anonymous: bool) -> Attachable | None:
    """Return the file that goes with an act; None: none does.

    Raises:
        ActWaits: it isn't here (any longer): it is to be sent first.
        ActRefused: it may say who an anonymous reader is.
    """
    if body is None:
        return None
    u = uploads.c
    query = select(uploads).where(u.account == scene.account.id, u.hash == body.hash)
    row = scene.tx.connection.execute(query).first()
    if row is None:
        raise ActWaits
    if is_anonymous and not (row.is_clean and row.media_type in CLEANABLE):
        raise ActRefused("not_clean")
    stem = (
        NEUTRAL_NAME if is_anonymous else safe_name(body.name.rpartition(".")[0] or body.name, otherwise=NEUTRAL_NAME)
    )
    return Attachable(row.hash, f"{stem}.{ENDINGS[row.media_type]}", row.media_type, int(row.size))


def attach(tx: Transaction, message_id: str, file: Attachable | None) -> None:
    """Put a file with a message."""
    if file is None:
        return
    values = {"file": file.hash, "file_name": file.name, "file_type": file.media_type, "file_size": file.size}
    ThreadRows(tx).change_message(message_id, **values)
    tx.files.hold(file.hash, f"message {message_id}")


def detach(tx: Transaction, message_id: str) -> None:
    """Take the file away from a message, for good."""
    ThreadRows(tx).change_message(message_id, file=None, file_name="", file_type="", file_size=0)
    tx.files.let_go(f"message {message_id}")


def attachment_for(tx: Transaction, account: str, alias: str) -> MessageRow | None:
    """Return the message whose file an account knows by an id; None: there is none that it may have.

    The ids are made anew for each of the account's files: no table says which of them belong together.
    """
    m, s = messages.c, seats.c
    mine = (s.account == account, s.kind == "thread", s.gone == "", s.subject == m.thread)
    query = select(m.id, m.thread, s.side).where(*mine, m.file.is_not(None), m.gone == "")
    for row in tx.connection.execute(query).all():
        if alias not in {row.id, alias_of(tx.keyed, account, "message", row.id)}:
            continue
        rows = ThreadRows(tx)
        thread, message = rows.one(row.thread), rows.message(row.id)
        if thread is None or message is None or (row.side == "author" and not is_for_authors(thread)):
            return None
        view = View.of(tx, thread, account, row.side)
        visible = any(each.id == message.id for each in view.messages())
        return message if visible and view.id_of(message) == alias else None
    return None


def _let_go(tx: Transaction, condition: ColumnElement[bool]) -> int:
    found = tx.connection.execute(select(uploads.c.account, uploads.c.hash).where(condition)).all()
    for row in found:
        tx.files.let_go(_holder(tx, row.account, row.hash))
    tx.connection.execute(delete(uploads).where(condition))
    return len(found)


def _holder(tx: Transaction, account: str, file_hash: str) -> str:
    return f"upload {alias_of(tx.keyed, account, 'upload', file_hash)}"
