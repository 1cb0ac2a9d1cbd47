"""The archive's Ed25519 key: ``archive.key`` in its data folder, for its owner's eyes only, made with the archive."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import BadInputError, StorageError

KEY_FILE = "archive.key"


class SigningKey:
    """What the archive signs with: `private` are the key's 32 bytes, `public` is what clients pin, in base64."""

    def __init__(self, private: bytes) -> None:
        """Use the key of these 32 bytes; `make` and `load` are the ways to one."""
        self.private = private
        key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")

    def __repr__(self) -> str:
        """Say whose key it is, never the key."""
        return f"SigningKey({self.public})"

    @classmethod
    def make(cls, folder: Path) -> "SigningKey":
        """Make a new key and write it to `folder`.

        Raises:
            StorageError: it can't be written.
        """
        private = Ed25519PrivateKey.generate().private_bytes_raw()
        write_whole(folder / KEY_FILE, base64.b64encode(private) + b"\n", is_private=True)
        return cls(private)

    @classmethod
    def load(cls, folder: Path) -> "SigningKey | None":
        """Return the key that stands in `folder`; None: there is none.

        Raises:
            BadInputError: the file holds no key.
            StorageError: it can't be read.
        """
        path = folder / KEY_FILE
        try:
            return cls(base64.b64decode(path.read_bytes().strip(), validate=True))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(path, error.strerror or str(error)) from error
        except ValueError:
            raise BadInputError("The file holds no key of an archive.", path) from None
