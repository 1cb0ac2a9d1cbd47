"""What somebody asks of an archive about themselves, over HTTP: everything it holds, and that it be erased."""

from kennisbank.errors import ArchiveUntrustedError
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode
from kennisbank.sync.protocol_desk import ErasureProof, ErasureRequest, ProofRequest

_MOST_EXPORT = 1 << 30
_SMALL = 1 << 20


class PrivacyRemote:
    """An account's own say at an archive. From one thread at a time; every method may raise as `ArchiveHttp` does."""

    def __init__(self, http: ArchiveHttp) -> None:
        """Ask through `http`, in the name of whoever is logged in."""
        self._http = http

    def export(self) -> bytes:
        """Return everything that the archive holds about this account: a JSON document in UTF-8."""
        with self._http.stream("/me/export", max_bytes=_MOST_EXPORT) as pieces:
            return b"".join(pieces)

    def ask_code(self) -> None:
        """Have the code mailed that `erase` asks for."""
        self._http.json("POST", "/me/erasure/code", b"{}", max_bytes=_SMALL)

    def erase(self, code: str, receipt: str) -> ErasureProof:
        """Have everything erased and return the proof. Sent once, whatever happens: `proof` tells what became of it."""
        body = encode(ErasureRequest(code, receipt))
        return self._decoded(self._http.json("POST", "/me/erasure", body, max_bytes=_SMALL, is_repeatable=False)[1])

    def proof(self, receipt: str) -> ErasureProof:
        """Return the proof of what was erased with a receipt; nobody needs to be logged in.

        Raises:
            ArchiveRefusedError: nothing was (``not_found``).
        """
        body = encode(ProofRequest(receipt))
        return self._decoded(self._http.json("POST", "/erasures/proof", body, max_bytes=_SMALL)[1])

    def _decoded(self, answer: bytes) -> ErasureProof:
        try:
            return decode(ErasureProof, answer)
        except MalformedMessageError as error:
            raise ArchiveUntrustedError(self._http.url, "malformed", str(error)) from error
