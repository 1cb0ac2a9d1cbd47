"""A stick: a folder with a signed manifest and the files that it lists, each named by its SHA-256.

Nothing in the folder is believed but what the manifest says, and that only with a signature that fits. The signature's
file may hold two lines: while a stick is written anew there is one for the old manifest and one for the new, so that
one of them fits whenever somebody pulls it out.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import StickError, StorageError
from kennisbank.sync.protocol_codec import MalformedMessageError
from kennisbank.sync.protocol_manifest import (
    FILES_NAME,
    KEY_NAME,
    MANIFEST_NAME,
    SIGNATURE_NAME,
    Manifest,
    PackedFile,
    is_hash,
    is_signed,
    manifest_from,
    signature_from,
    text_of_signature,
)
from kennisbank.sync.protocol_stick_words import README_NAMES, readme_of

_MOST_MANIFEST = 512 << 20
_MOST_SIGNATURE = 1000
_CHUNK = 1 << 20
_PART = ".part"
_ROOM = 4 << 20
"""Bytes that are left free beside what is copied."""
_KNOWN = frozenset({MANIFEST_NAME, SIGNATURE_NAME, KEY_NAME, FILES_NAME, *README_NAMES})

Told = Callable[[int], None]
"""Gets how many bytes were handled just now, and may raise to stop."""


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick whose manifest is whole and signed with the key that it names; its files are not yet looked at.

    `sizes` are the files that it lists: hash → size in bytes.
    """

    folder: Path
    manifest: Manifest
    data: bytes
    signature: bytes
    sizes: Mapping[str, int]

    def path(self, file_hash: str) -> Path:
        """Return where a file that the manifest lists stands.

        Raises:
            StickError: it lists no such file, or what stands there is none of that size (``missing_file``).
        """
        size = self.sizes.get(file_hash)
        path = file_path(self.folder, file_hash) if size is not None else self.folder
        if size is None or size_of(path) != size:
            raise StickError(self.folder, "missing_file", file_hash)
        return path

    @contextmanager
    def open(self, file_hash: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        """Give the bytes of a file from `start`, in pieces; not verified.

        Raises:
            StickError: it isn't there as the manifest says.
            StorageError: it can't be read.
        """
        path = self.path(file_hash)
        with reading(path), path.open("rb") as file:
            file.seek(start)
            yield iter(lambda: file.read(_CHUNK), b"")

    def check(self, files: Iterable[PackedFile], told: Told = lambda _: None) -> None:
        """Look whether these files are what their names say.

        Raises:
            StickError: one isn't there or is cut off (``missing_file``), or is something else (``wrong_hash``).
            StorageError: one can't be read.
        """
        for each in files:
            digest = hashlib.sha256()
            with self.open(each.hash) as pieces:
                for piece in pieces:
                    digest.update(piece)
                    told(len(piece))
            if digest.hexdigest() != each.hash:
                raise StickError(self.folder, "wrong_hash", each.hash)

    def check_sizes(self) -> None:
        """Look whether all files that the manifest lists are there, whole.

        Raises:
            StickError: one isn't (``missing_file``).
        """
        for each in self.manifest.files:
            if size_of(file_path(self.folder, each.hash)) != each.size:
                raise StickError(self.folder, "missing_file", each.hash)


def read_stick(folder: Path) -> Stick:
    """Return the stick in a folder. That its key is the right archive's is for the caller to find out.

    Raises:
        StickError: there is none, or it can't be read as one, or its signature doesn't fit.
        StorageError: it can't be read at all.
    """
    data = _read(folder, MANIFEST_NAME, _MOST_MANIFEST)
    if data is None:
        raise StickError(folder, "no_stick")
    signatures = _read(folder, SIGNATURE_NAME, _MOST_SIGNATURE) or b""
    try:
        manifest = manifest_from(data)
    except MalformedMessageError as error:
        raise StickError(folder, "malformed", str(error)) from error
    for line in signatures.splitlines():
        signature = signature_from(line)
        if is_signed(data, signature, manifest.info.key):
            return Stick(folder, manifest, data, signature, {each.hash: each.size for each in manifest.files})
    raise StickError(folder, "wrong_signature")


def file_path(folder: Path, file_hash: str) -> Path:
    """Return where a file stands on a stick.

    Raises:
        ValueError: this is no hash.
    """
    if not is_hash(file_hash):
        raise ValueError(f"not a SHA-256: {file_hash!r}")
    return folder / FILES_NAME / file_hash[:2] / file_hash


def size_of(path: Path) -> int:
    """Return the size of a plain file; -1 where there is none (a link, a folder or a device is none)."""
    try:
        found = path.lstat()
    except OSError:
        return -1
    return found.st_size if stat.S_ISREG(found.st_mode) else -1


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the system's errors inside into ours.

    Raises:
        StorageError: something can't be read.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(path, error.strerror or str(error)) from error


def _read(folder: Path, name: str, most: int) -> bytes | None:
    path = folder / name
    size = size_of(path)
    if size < 0:
        return None
    if size > most:
        raise StickError(folder, "malformed", name)
    with reading(path):
        return path.read_bytes()


class StickWriter:
    """Writes a stick, or brings one up to date: files first, then the manifest, then what is left over goes.

    It may be broken off at any moment: until the manifest is replaced, the stick is what it was. `before` is
    what stands there, None where there is nothing.
    """

    def __init__(self, folder: Path, archive: str) -> None:
        """Write to `folder`, which is made where there is none.

        Raises:
            StickError: something else stands there (``not_empty``), or another archive's stick (``other_archive``).
            StorageError: it can't be used.
        """
        self._folder = folder
        with reading(folder):
            folder.mkdir(parents=True, exist_ok=True)
            names = {each.name for each in folder.iterdir() if not each.name.startswith(".")}
        if names - _KNOWN:
            raise StickError(folder, "not_empty")
        self.before = self._known(archive)

    def room(self, files: Iterable[PackedFile]) -> None:
        """Look whether what is lacking of these files fits.

        Raises:
            StorageError: it doesn't; says how much is needed and how much is free.
        """
        lacking = sum(each.size for each in files if size_of(file_path(self._folder, each.hash)) != each.size)
        with reading(self._folder):
            free = shutil.disk_usage(self._folder).free
        if lacking + _ROOM > free:
            reason = f"it is full ({_megabytes(lacking + _ROOM)} MB needed, {_megabytes(free)} MB free)"
            raise StorageError(self._folder, reason)

    def has(self, file: PackedFile, told: Told = lambda _: None) -> bool:
        """Tell whether a file is there already, whole and right; what is there and isn't, goes."""
        path = file_path(self._folder, file.hash)
        if size_of(path) != file.size:
            return False
        digest = hashlib.sha256()
        with reading(path), path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
                told(len(piece))
        return digest.hexdigest() == file.hash

    def put(self, file: PackedFile, pieces: Iterable[bytes], told: Told = lambda _: None) -> None:
        """Copy a file, verified; under its name stands never less than the whole.

        Raises:
            StickError: the bytes are others than its name says (``wrong_hash``).
            StorageError: it can't be written.
        """
        path = file_path(self._folder, file.hash)
        part = path.with_name(file.hash + _PART)
        digest = hashlib.sha256()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as target:
                for piece in pieces:
                    digest.update(piece)
                    target.write(piece)
                    told(len(piece))
                target.flush()
                os.fsync(target.fileno())
            if digest.hexdigest() != file.hash:
                raise StickError(self._folder, "wrong_hash", file.hash)
            part.replace(path)
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)

    def finish(self, manifest: Manifest, data: bytes, signature: bytes) -> int:
        """Put the manifest in its place, and remove the files that it doesn't list; return how many went.

        Raises:
            StorageError: it can't be written; then the stick is what it was.
        """
        line = text_of_signature(signature)
        before = b"" if self.before is None else text_of_signature(self.before.signature)
        write_whole(self._folder / SIGNATURE_NAME, line + before)
        write_whole(self._folder / MANIFEST_NAME, data)
        write_whole(self._folder / SIGNATURE_NAME, line)
        write_whole(self._folder / KEY_NAME, manifest.info.key.encode() + b"\n")
        for name, text in readme_of(manifest).items():
            write_whole(self._folder / name, text.encode())
        return self._remove_others({each.hash for each in manifest.files})

    def _known(self, archive: str) -> Stick | None:
        """Return the stick that stands there; one that is damaged is written anew."""
        try:
            found = read_stick(self._folder)
        except StickError:
            return None
        if found.manifest.info.id != archive:
            raise StickError(self._folder, "other_archive", found.manifest.info.name)
        return found

    def _remove_others(self, kept: set[str]) -> int:
        gone = 0
        for path in sorted((self._folder / FILES_NAME).glob("[0-9a-f][0-9a-f]/*")):
            name = path.name.removesuffix(_PART)
            if is_hash(name) and path.name not in kept:
                with suppress(OSError):  # a stick that was made read-only meanwhile: what is left over harms nobody
                    path.unlink()
                    gone += not path.name.endswith(_PART)
        return gone


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)
