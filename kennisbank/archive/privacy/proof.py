"""The proof of an erasure: what the archive signs, and how anybody who pinned its key looks whether it did."""

import base64
from dataclasses import replace

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kennisbank.archive.signing_key import SigningKey
from kennisbank.sync.protocol_codec import encode
from kennisbank.sync.protocol_desk import ErasureProof


def signed(proof: ErasureProof, key: SigningKey) -> ErasureProof:
    """Return a proof with the archive's signature over all its other fields."""
    signature = Ed25519PrivateKey.from_private_bytes(key.private).sign(_said(proof))
    return replace(proof, signature=base64.b64encode(signature).decode("ascii"))


def is_signed_by(proof: ErasureProof, public: str) -> bool:
    """Tell whether the archive with this public key (base64) signed a proof."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(base64.b64decode(proof.signature, validate=True), _said(proof))
    except (ValueError, InvalidSignature):
        return False
    return True


def _said(proof: ErasureProof) -> bytes:
    return encode(replace(proof, signature=""))
