"""Hashes and secrets that only this archive can make: what is stored of tokens, codes and addresses.

The key is derived from the archive's own (`signing_key`), so that whoever has the database alone can't try codes out.
"""

import base64
import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_INFO = b"kennisbank archive: tokens, codes and limits, version 1"


class Keyed:
    """Hashes with a key. A purpose keeps what is hashed for one thing apart from the same text for another."""

    def __init__(self, private: bytes) -> None:
        """Derive the key from the 32 bytes of the archive's private one."""
        self._key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_INFO).derive(private)

    def __repr__(self) -> str:
        """Tell nothing of the key."""
        return "Keyed(…)"

    def hash(self, purpose: str, *texts: str) -> str:
        """Return 64 hexadecimal digits for these texts."""
        return self._digest(purpose, texts).hex()

    def secret(self, purpose: str, *texts: str) -> str:
        """Return a secret of 256 bits that follows from these texts, as letters that may stand in a header."""
        return _letters(self._digest(purpose, texts))

    def _digest(self, purpose: str, texts: tuple[str, ...]) -> bytes:
        message = b"".join(len(part).to_bytes(8, "big") + part for part in map(_bytes, (purpose, *texts)))
        return hmac.new(self._key, message, hashlib.sha256).digest()


def new_secret() -> str:
    """Return a new secret of 256 bits, as letters that may stand in a header."""
    return _letters(secrets.token_bytes(32))


def is_same(one: str, other: str) -> bool:
    """Tell whether two hashes are the same, in a time that doesn't depend on where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
