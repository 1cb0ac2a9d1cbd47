"""What an archive hands out on a stick: one signed list of all that everybody may see, and of the files beside it.

A manifest always holds the whole catalogue, tombstones too, up to one revision; `editions` only say whose files came
along. So whoever takes it stands exactly where a sync up to that revision would have brought them, and can go on from
there. It is signed as it is written, byte by byte, with the archive's Ed25519 key; `SIGNED` keeps a signature from
being taken for one of something else.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from kennisbank.sync.protocol import PUBLIC, Record, Revision, Sha256, Words
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode, is_sound

MANIFEST = 1
"""The version of the manifest that this program writes and reads."""
SIGNED = b"kennisbank-manifest-1\n"
MANIFEST_NAME, SIGNATURE_NAME, KEY_NAME, FILES_NAME = "manifest.json", "manifest.sig", "archive.pub", "files"
_HASH = re.compile(r"[0-9a-f]{64}")
_GROUPS, _GROUP = 8, 4


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file on the stick: SHA-256 of its bytes, and its size in bytes."""

    hash: Sha256
    size: Annotated[int, Ge(0), Le(1 << 40)]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The archive (`info`: its id, name, epoch, key and revision), all its public records, and the files beside it.

    `records` stand in order of revision, `files` by hash, each once. `editions` are the codes of those whose files came
    along, empty for all. `made` is ISO 8601, UTC. `url`: where the archive is to be reached,
    where it says so.
    """

    info: ArchiveInfo
    made: Annotated[str, MaxLen(40)]
    editions: Annotated[tuple[Words, ...], MaxLen(10_000)]
    records: Annotated[tuple[Record, ...], MaxLen(2_000_000)]
    files: Annotated[tuple[PackedFile, ...], MaxLen(4_000_000)]
    url: Annotated[str, MaxLen(2000)] = ""
    format: int = MANIFEST

    @property
    def revision(self) -> Revision:
        """Return the archive's revision of which this is the whole."""
        return self.info.revision


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the one way of writing a manifest; these bytes are what is signed."""
    return encode(manifest)


def manifest_from(data: bytes) -> Manifest:
    """Return the manifest that these bytes are; its signature is another matter.

    Raises:
        MalformedMessageError: it isn't one: private records, hashes that aren't those of what they stand beside, names
            that are no hash, revisions out of order or beyond the archive's.
    """
    manifest = decode(Manifest, data)
    if manifest.format != MANIFEST:
        raise MalformedMessageError("format: another version")
    _check_records(manifest)
    names = [each.hash for each in manifest.files]
    if names != sorted(set(names)) or not all(map(is_hash, names)):
        raise MalformedMessageError("files: not in order, or not named by their SHA-256")
    return manifest


def is_hash(text: str) -> bool:
    """Tell whether this is a SHA-256 as files are named by: then it is no path to anywhere else."""
    return _HASH.fullmatch(text) is not None


def sign(data: bytes, private: bytes) -> bytes:
    """Return the Ed25519 signature (64 bytes) of a manifest's bytes; `private` is the key's 32 bytes."""
    # Imported here and below: it takes a seventh of a second, and a window that opens must not wait for it.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(private).sign(SIGNED + data)


def is_signed(data: bytes, signature: bytes, key: str) -> bool:
    """Tell whether `signature` is of these bytes and of this public key (32 bytes in base64); never raises."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(_raw(key)).verify(signature, SIGNED + data)
    except (InvalidSignature, ValueError):
        return False
    return True


def text_of_signature(signature: bytes) -> bytes:
    """Return a signature as it stands in its file: base64, and an end of line."""
    return base64.b64encode(signature) + b"\n"


def signature_from(text: bytes) -> bytes:
    """Return the signature in a file's bytes; what is none comes out as one that fits nothing."""
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        return b""


def fingerprint(key: str) -> str:
    """Return what people compare of a public key (base64): 128 bits of its SHA-256, in eight groups of four.

    >>> fingerprint("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20'
    """
    try:
        digits = hashlib.sha256(_raw(key)).hexdigest()
    except ValueError:
        return ""
    return " ".join(digits[at : at + _GROUP] for at in range(0, _GROUPS * _GROUP, _GROUP))


def is_fingerprint_of(text: str, key: str) -> bool:
    """Tell whether somebody typed this key's fingerprint; capitals, spaces and dashes don't count."""
    typed = re.sub(r"[\s:-]+", "", text).lower()
    return bool(typed) and typed == fingerprint(key).replace(" ", "")


def packed(files: Iterable[tuple[str, int]]) -> tuple[PackedFile, ...]:
    """Return files (hash, size) as a manifest lists them: by hash, each once."""
    return tuple(PackedFile(file_hash, size) for file_hash, size in sorted(dict(files).items()))


def _raw(key: str) -> bytes:
    raw = base64.b64decode(key, validate=True)  # binascii.Error is a ValueError
    if len(raw) != 32:
        raise ValueError("not a key")
    return raw


def _check_records(manifest: Manifest) -> None:
    last, seen = 0, set()
    for record in manifest.records:
        if record.kind not in PUBLIC or record.is_mine or record.creator:
            raise MalformedMessageError("records: one that isn't everybody's")
        if not is_sound(record):
            raise MalformedMessageError("records: one whose hash isn't that of its body")
        if not last <= record.revision <= manifest.revision or (record.kind, record.id) in seen:
            raise MalformedMessageError("records: out of order, or one that stands there twice")
        last = record.revision
        seen.add((record.kind, record.id))
