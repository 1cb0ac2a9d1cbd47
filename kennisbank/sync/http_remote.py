"""The archive over HTTP: each question of `sync.remote.Remote` as one message, its answer checked against its type."""

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, urlencode

from kennisbank.domain.ids import FileHash
from kennisbank.errors import ArchiveUntrustedError
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.protocol import PAGE, ChangesPage, Receipts, Scope, WriteBatch, WriteResults
from kennisbank.sync.protocol_accounts import (
    AccountInfo,
    AccountRequest,
    ArchiveInfo,
    CodeRequest,
    DeviceToken,
    LogIn,
    RefreshRequest,
    SessionInfo,
    TokenRequest,
    Tokens,
)
from kennisbank.sync.protocol_acts import ActBatch, ActResults, NewsletterRequest, RemarkRequest
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode
from kennisbank.sync.protocol_mailbox import MAILBOX_PAGE, MailboxPage

T = TypeVar("T")
_SMALL = 4 << 20
"""Bytes that an answer may have that isn't a page of records."""


class HttpRemote:
    """An archive over HTTP, as the account sees it in whose name `http` speaks. From one thread at a time.

    Every method may raise what `ArchiveHttp` raises; an answer that isn't as agreed is an `ArchiveUntrustedError`.
    """

    def __init__(self, http: ArchiveHttp) -> None:
        """Ask through `http`."""
        self._http = http

    def info(self) -> ArchiveInfo:
        """Return who the archive is."""
        return self._ask(ArchiveInfo, "GET", "/", max_bytes=_SMALL)

    def changes(self, since: int, *, scope: Scope = "all", limit: int = PAGE) -> ChangesPage:
        """Return what changed after the revision `since`, at most `limit` records."""
        question = urlencode({"since": since, "limit": limit, "scope": scope})
        return self._ask(ChangesPage, "GET", f"/changes?{question}")

    def write(self, batch: WriteBatch) -> WriteResults:
        """Hand in changes of one's own; the results stand in the order of the batch."""
        return self._ask(WriteResults, "POST", "/changes", batch)

    def receipts(self, ids: Sequence[str]) -> Receipts:
        """Return of which of these writes the archive knows."""
        body = encode({"ids": list(ids)})
        return self._decoded(Receipts, self._http.json("POST", "/receipts", body, max_bytes=_SMALL)[1])

    def file(self, file_hash: FileHash, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file from offset `start`, in pieces; not verified.

        Raises:
            ValueError: this is no SHA-256.
        """
        return self._http.stream(f"/files/{_sha256(file_hash)}", start)

    # What is said, and what is heard.

    def act(self, batch: ActBatch) -> ActResults:
        """Say things, each once; the results stand in the order of the batch."""
        return self._ask(ActResults, "POST", "/acts", batch, max_bytes=_SMALL)

    def mailbox(self, after: int, limit: int = MAILBOX_PAGE) -> MailboxPage:
        """Return what the archive tells this account after the number `after`, at most `limit` items."""
        return self._ask(MailboxPage, "GET", f"/mailbox?{urlencode({'after': after, 'limit': limit})}")

    def attach(self, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a file that is to go with an act; again, when they are there already, is no error."""
        self._http.upload(f"/attachments/{_sha256(file_hash)}", path)

    def attachment(self, attachment_id: str) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a file that came with a message, in pieces."""
        return self._http.stream(f"/attachments/{quote(attachment_id, safe='')}")

    def hand_in(self, act_id: str, path: Path, file_hash: FileHash) -> None:
        """Hand in the bytes of a new version of a paper, before the act that speaks of it."""
        self._http.upload(f"/versions/{quote(act_id, safe='')}/files/{_sha256(file_hash)}", path)

    def remark(self, request: RemarkRequest) -> None:
        """Make a remark to the maintainers; the same id counts once."""
        self._http.json("POST", "/remarks", encode(request), max_bytes=_SMALL)

    def newsletter(self, request: NewsletterRequest) -> None:
        """Ask to be put on the newsletter's list, or off it; a mail follows, whatever stood there."""
        self._http.json("POST", "/newsletter", encode(request), max_bytes=_SMALL)

    # Accounts and sessions.

    def request_account(self, request: AccountRequest) -> None:
        """Ask for an account; the answer doesn't tell whether the address is known."""
        self._http.json("POST", "/accounts", encode(request), max_bytes=_SMALL)

    def request_code(self, request: CodeRequest) -> None:
        """Ask for a one-time code by mail; the answer doesn't tell whether the address is known."""
        self._http.json("POST", "/codes", encode(request), max_bytes=_SMALL, is_repeatable=False)

    def log_in(self, request: LogIn) -> Tokens:
        """Log in with a one-time code; sent once, for the code is used up by it."""
        return self._ask(Tokens, "POST", "/sessions", request, max_bytes=_SMALL, is_repeatable=False)

    def refresh(self, request: RefreshRequest) -> Tokens:
        """Return new tokens for a refresh token, which is used up by it; sent again soon, it is answered again."""
        return self._ask(Tokens, "POST", "/sessions/refresh", request, max_bytes=_SMALL)

    def sessions(self) -> list[SessionInfo]:
        """Return the sessions and device tokens of the account."""
        return list(self._ask(list[SessionInfo], "GET", "/sessions", max_bytes=_SMALL))

    def end_session(self, session: str) -> None:
        """End a session, or ``current``."""
        self._http.json("DELETE", f"/sessions/{quote(session, safe='')}", max_bytes=_SMALL)

    def device_token(self, request: TokenRequest) -> DeviceToken:
        """Return a new device token; sent once, for each is another."""
        return self._ask(DeviceToken, "POST", "/tokens", request, max_bytes=_SMALL, is_repeatable=False)

    def me(self) -> AccountInfo:
        """Return the account in whose name is spoken."""
        return self._ask(AccountInfo, "GET", "/me", max_bytes=_SMALL)

    def _ask(
        self,
        kind: type[T],
        method: str,
        path: str,
        message: object = None,
        *,
        max_bytes: int | None = None,
        is_repeatable: bool = True,
    ) -> T:
        body = None if message is None else encode(message)
        caps = {} if max_bytes is None else {"max_bytes": max_bytes}
        return self._decoded(kind, self._http.json(method, path, body, is_repeatable=is_repeatable, **caps)[1])

    def _decoded(self, kind: type[T], body: bytes) -> T:
        try:
            return decode(kind, body)
        except MalformedMessageError as error:
            raise ArchiveUntrustedError(self._http.url, "malformed", str(error)) from error


def _sha256(file_hash: FileHash) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", file_hash):
        raise ValueError("no SHA-256")
    return file_hash
