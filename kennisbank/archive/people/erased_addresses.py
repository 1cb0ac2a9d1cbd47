"""Addresses that were erased, known again when a maintainer's program brings them back with a catalogue.

What stands on the list of erasures is a hash with a key of its own, `erasures.key` in the archive's folder, which is in
no backup: whoever has backups and lists can't try addresses out. Without that key nobody is recognised.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.mail.addresses import mail_key
from kennisbank.archive.schema.account_tables import accounts
from kennisbank.archive.schema.privacy_tables import erasures
from kennisbank.archive.transaction import Transaction
from kennisbank.config.whole_files import write_whole
from kennisbank.errors import StorageError

KEY = "erasures.key"
_BYTES = 32


def address_mark(data: Path, mail: str) -> str:
    """Return what stands on the list for an address; the first time, the key in the archive's folder is made.

    Raises:
        StorageError: the key can't be read or written.
    """
    path = data / KEY
    key = _read(path)
    if key is None:
        key = secrets.token_bytes(_BYTES)
        write_whole(path, key, is_private=True)
    return _mark(Keyed(key), mail)


def without_erased(tx: Transaction, data: Path, mails: Sequence[str]) -> tuple[str, ...]:
    """Return addresses in their order, empty where one was erased; whoever has an account again is back.

    Raises:
        StorageError: the key can't be read.
    """
    key = _read(data / KEY) if any(mails) else None
    if key is None:
        return tuple(mails)
    keyed = Keyed(key)
    marks = {_mark(keyed, each): each for each in mails if each}
    e = erasures.c
    found = select(e.id).where(e.kind == "address", e.id.in_(list(marks)))
    gone = {mail_key(marks[each]) for each in tx.connection.execute(found).scalars()}
    back = select(accounts.c.mail_key).where(accounts.c.mail_key.in_(sorted(gone)))
    gone -= set(tx.connection.execute(back).scalars())
    return tuple("" if mail_key(each) in gone else each for each in mails)


def bring_key(source: Path, data: Path) -> None:
    """Take the key along from an archive's folder, where it has one and `data` hasn't.

    Raises:
        StorageError: it can't be read or written.
    """
    key = _read(source / KEY)
    if key is not None and not (data / KEY).exists():
        write_whole(data / KEY, key, is_private=True)


def _mark(keyed: Keyed, mail: str) -> str:
    return keyed.hash("erased address", mail_key(mail))


def _read(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error
    return key if len(key) == _BYTES else None
