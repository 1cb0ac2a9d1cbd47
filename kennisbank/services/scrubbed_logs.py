"""This program's log, without the lines in which somebody is named."""

from collections.abc import Collection
from pathlib import Path

from kennisbank.errors import StorageError


def scrub_logs(folder: Path, named: Collection[str]) -> int:
    """Take the lines out of the logs in a folder that hold any of these words; return how many there were.

    Logs hold nothing personal of their own accord; what other programs report may quote a name all the same. They are
    written where they stand: this program goes on writing to the end of them.

    Raises:
        StorageError: one can't be written.
    """
    words = [each.casefold() for each in named if each.strip()]
    count = 0
    for path in sorted(folder.glob("*.log*")) if folder.is_dir() else ():
        try:
            lines = path.read_text("utf-8", "replace").splitlines(keepends=True)
            kept = [line for line in lines if not any(word in line.casefold() for word in words)]
            if len(kept) < len(lines):
                path.write_text("".join(kept), "utf-8")
                count += len(lines) - len(kept)
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
    return count
