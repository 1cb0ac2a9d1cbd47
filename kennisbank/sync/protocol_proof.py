"""The proof of an erasure: signed by the archive, and compared with its pinned key by whoever was erased."""

import base64
from dataclasses import replace

from kennisbank.sync.protocol_codec import encode
from kennisbank.sync.protocol_desk import ErasureProof


def signed(proof: ErasureProof, private: bytes) -> ErasureProof:
    """Return a proof with the signature of an archive over all its other fields; `private` are its key's 32 bytes."""
    # Imported here and below: it takes a seventh of a second, and a window that opens must not wait for it.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_said(proof))
    return replace(proof, signature=base64.b64encode(signature).decode("ascii"))


def is_signed_by(proof: ErasureProof, public: str) -> bool:
    """Tell whether the archive with this public key (32 bytes in base64) signed a proof; never raises."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(base64.b64decode(proof.signature, validate=True), _said(proof))
    except (InvalidSignature, ValueError):
        return False
    return True


def _said(proof: ErasureProof) -> bytes:
    return b"kennisbank erasure proof\n" + encode(replace(proof, signature=""))
