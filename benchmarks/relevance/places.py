"""Where the test data is, and where things that are dear to make are kept between runs."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CACHE = Path(tempfile.gettempdir()) / "kennisbank-relevance"
_INDEXING = ("kennisbank/search", "kennisbank/documents", "kennisbank/lexicon", "resources/lexicon")
_IMPORTING = (*_INDEXING, "kennisbank/importing", "kennisbank/library", "kennisbank/services", "resources")


def data_folder() -> Path:
    """Return the shared test data: ``KENNISBANK_TEST_DATA``, or ``../shared/data``; it may be absent."""
    return Path(os.environ.get("KENNISBANK_TEST_DATA", REPOSITORY.parent / "shared" / "data"))


def code_of_indexing() -> str:
    """Return a digest of all that decides what an index holds."""
    return digest(_files(_INDEXING))


def code_of_importing() -> str:
    """Return a digest of all that decides what an import leaves in a library and its index."""
    return digest(_files(_IMPORTING))


def digest(paths: Iterable[Path]) -> str:
    """Return a digest of the names and bytes of these files."""
    found = hashlib.sha256()
    for path in paths:
        found.update(f"{path.name}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def keep_newest(folder: Path, count: int = 3) -> None:
    """Remove all but the `count` things in `folder` that were made last."""
    made = sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in made[count:]:
        shutil.rmtree(path, ignore_errors=True)


def newest(folder: Path) -> Path | None:
    """Return what was made last in `folder`."""
    return max(folder.glob("*"), key=lambda path: path.stat().st_mtime, default=None)


def _files(folders: Iterable[str]) -> list[Path]:
    ends = (".py", ".toml", ".json", ".marisa", ".trie", ".bin", ".npy")
    return sorted(
        path
        for folder in folders
        for path in (REPOSITORY / folder).rglob("*")
        if path.suffix in ends and path.is_file()
    )
