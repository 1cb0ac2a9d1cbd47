"""The folder of an export: written beside its place and moved there when it is whole; and read, every file compared.

`MANIFEST` is written last and names every other file with its SHA-256. A folder without it is no export.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

from kennisbank.domain.ids import FileHash
from kennisbank.errors import BadInputError, StorageError

MANIFEST = "manifest.json"
KIND, VERSION = "kennisbank-export", 1
_CHUNK = 1 << 20


@dataclass(slots=True)
class ExportWriter:
    """Writes the files of an export. `files` is what the manifest will say of them."""

    folder: Path
    files: list[dict[str, Any]] = field(default_factory=list)

    def write(self, name: str, data: bytes) -> None:
        """Write a file; `name` is its path in the folder, with ``/``."""
        path = self._path(name)
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._note(name, hashlib.sha256(data).hexdigest(), len(data))

    def write_json(self, name: str, value: object) -> None:
        """Write a value as JSON, as a person can read it."""
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        self.write(name, text.encode("utf-8", "backslashreplace"))

    def copy(self, name: str, source: Path) -> None:
        """Copy a file."""
        digest, size = hashlib.sha256(), 0
        with source.open("rb") as original, self._path(name).open("xb") as copy:
            while chunk := original.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                copy.write(chunk)
            copy.flush()
            os.fsync(copy.fileno())
        self._note(name, digest.hexdigest(), size)

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Write the manifest, which makes the folder an export."""
        whole = {"kind": KIND, "version": VERSION, **facts, "files": sorted(self.files, key=lambda each: each["path"])}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        with (self.folder / MANIFEST).open("xb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())

    def _path(self, name: str) -> Path:
        path = self.folder.joinpath(*PurePosixPath(name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _note(self, name: str, digest: str, size: int) -> None:
        self.files.append({"path": name, "sha256": digest, "size": size})


@contextmanager
def new_export(target: Path) -> Iterator[ExportWriter]:
    """Give what writes an export that stands at `target` when the ``with`` ends well, and nowhere otherwise.

    Raises:
        BadInputError: there is something at `target` already.
        StorageError: it can't be written: disk full, read-only. Nothing is left.
    """
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise BadInputError("This folder isn't empty; name a new one. Nothing was written.", target)
    unfinished = target.with_name(f".{target.name}.{uuid4().hex}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        yield ExportWriter(unfinished)
        if target.exists():
            target.rmdir()
        unfinished.replace(target)
    except OSError as error:
        raise StorageError(target, error.strerror or str(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of an export: where it stands, and the SHA-256 and size that it should have."""

    name: str
    path: Path
    sha256: FileHash
    size: int

    def is_sound(self) -> bool:
        """Tell whether its bytes are those that were written."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256
        except OSError:
            return False


def read_manifest(folder: Path) -> tuple[ExportedFile, ...]:
    """Return the files that an export says it has.

    Raises:
        BadInputError: this is no export, one that was broken off, or one of a newer program.
    """
    if not (folder / MANIFEST).is_file():
        raise BadInputError("There is no whole export in this folder: it has no manifest.json.", folder)
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["kind"] != KIND:
            raise BadInputError("This folder is no export of Kennisbank.", folder)
        if manifest["version"] > VERSION:
            raise BadInputError("This export was made by a newer Kennisbank. Nothing was changed.", folder)
        return tuple(_file(folder, each) for each in manifest["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInputError("The manifest.json of this export can't be read: it is damaged.", folder) from error


def _file(folder: Path, said: Mapping[str, Any]) -> ExportedFile:
    parts = PurePosixPath(said["path"]).parts
    path = folder.joinpath(*parts)
    if not parts or not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"a file outside the export: {said['path']!r}")
    return ExportedFile(str(said["path"]), path, FileHash(str(said["sha256"])), int(said["size"]))
