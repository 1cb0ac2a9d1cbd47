"""Files that are written as a whole, or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from kennisbank.errors import StorageError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, data: bytes, *, makes_folder: bool = False, is_private: bool = False) -> None:
    """Write a file so that nobody ever sees half of it; one that was there stands until the new one is complete.

    With `makes_folder` its folder is made where there is none; `is_private`: only its owner may ever read it.

    Raises:
        StorageError: it can't be written; what was there stands.
    """
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(unfinished, _NEW, 0o600 if is_private else 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StorageError(path, error.strerror or str(error)) from error
