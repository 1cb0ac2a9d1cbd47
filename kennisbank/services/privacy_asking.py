"""Asking an archive to erase an account, and finding out what became of it when the answer was lost.

What is asked is written down first, with a random receipt. By the receipt alone the archive says again what it did, to
somebody who has no account any more.
"""

import logging
from dataclasses import replace

from filelock import FileLock
from filelock import Timeout as LockTimeoutError

from kennisbank.domain.archive import Account
from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    Cancelled,
    KennisbankError,
    NotLoggedInError,
)
from kennisbank.library.library import Library
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.privacy_marks import Mark, Marks
from kennisbank.sync.privacy_remote import PrivacyRemote
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.sync.protocol_proof import is_signed_by
from kennisbank.tasks.context import JobContext

_log = logging.getLogger(__name__)
_UNSENT = frozenset({"offline", "unreachable"})
"""Why a request wasn't sent at all."""
_WAIT_S = 30.0


class ErasureAsking:
    """Asks in the name of whoever is logged in. From any thread but the GUI's."""

    def __init__(self, library: Library, access: ArchiveAccess, marks: Marks) -> None:
        """Ask by way of `access`, and write down in `marks` what was asked of `library`'s archive."""
        self._library, self._access, self._marks = library, access, marks

    def ask(self, account: Account, code: str, *, keeps_notes: bool) -> ErasureProof:
        """Have an account erased at the archive and return the proof; that it is erased is written down then.

        Raises:
            As `PrivacyService.erase`.
        """
        before = self._marks.of(account)
        mark = before if before is not None and before.state == "asked" else None
        is_new = mark is None
        if mark is None:
            mark = Mark.asked(account, self._access.link(), keeps_notes=keeps_notes)
        mark = replace(mark, keeps_notes=keeps_notes)
        self._marks.keep(mark)
        try:
            with self._access.http() as http:
                proof = PrivacyRemote(http).erase(code, mark.receipt)
        except (ArchiveRefusedError, NotLoggedInError) as error:
            proof = self._after_refusal(error, mark, is_new=is_new)
        except (ArchiveUnreachableError, ArchiveUntrustedError) as error:
            proof = self._after_silence(error, mark, is_new=is_new)
        self._check(mark, proof)
        self._marks.keep(mark.erased(account, proof))
        return proof

    def settle(self, ctx: JobContext | None = None) -> None:
        """Ask what became of each erasure whose answer was lost, and write that down; what isn't known yet, later.

        Raises:
            Cancelled: `ctx` was asked to stop.
        """
        for mark in self._marks.all("asked"):
            try:
                self._settle(mark, ctx)
            except Cancelled:
                raise
            except (KennisbankError, LockTimeoutError) as error:
                _log.info("what became of an erasure isn't known yet: %s", type(error).__name__)

    def _after_refusal(
        self, error: ArchiveRefusedError | NotLoggedInError, mark: Mark, *, is_new: bool
    ) -> ErasureProof:
        """Return the proof of an earlier request, where this one was refused because of that; else raise."""
        if is_new:
            self._marks.forget(mark)
        elif isinstance(error, NotLoggedInError):
            proof = self._proof_of(mark)
            if proof is not None:
                return proof
        raise error

    def _after_silence(
        self, error: ArchiveUnreachableError | ArchiveUntrustedError, mark: Mark, *, is_new: bool
    ) -> ErasureProof:
        """Return the proof although no answer came that can be used; or raise why there is none."""
        if isinstance(error, ArchiveUnreachableError) and error.code in _UNSENT:
            if is_new:
                self._marks.forget(mark)
            raise error
        try:
            proof = self._proof_of(mark)
        except KennisbankError:
            proof = None
        if proof is None:
            raise ArchiveUnreachableError(mark.url, "erasure_unknown") from error
        return proof

    def _settle(self, mark: Mark, ctx: JobContext | None) -> None:
        proof = self._proof_of(mark, ctx)
        with FileLock(self._library.paths.sync_lock, timeout=_WAIT_S):
            if mark not in self._marks.all("asked"):  # another program was quicker
                return
            with self._library.read() as tx:
                accounts = tx.archives.accounts()
            account = next((each for each in accounts if (each.archive, each.id) == (mark.archive, mark.account)), None)
            if proof is not None or (account is not None and account.ended == "erased"):
                self._marks.keep(mark.erased(account, proof))
            elif mark.is_old:
                self._marks.forget(mark)

    def _proof_of(self, mark: Mark, ctx: JobContext | None = None) -> ErasureProof | None:
        """Return the proof that the archive has for a receipt; None: it has erased nothing with it.

        Raises:
            ArchiveUntrustedError: what it gave isn't its proof; or as `ArchiveHttp`.
        """
        try:
            with self._access.visiting(mark.url, ctx) as http:
                proof = PrivacyRemote(http).proof(mark.receipt)
        except ArchiveRefusedError as error:
            if error.code != "not_found":
                raise
            return None
        self._check(mark, proof)
        return proof

    def _check(self, mark: Mark, proof: ErasureProof) -> None:
        if proof.archive != mark.archive or not is_signed_by(proof, mark.key):
            raise ArchiveUntrustedError(mark.url, "other_key")
