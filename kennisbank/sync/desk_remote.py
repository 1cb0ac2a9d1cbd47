"""What maintainers ask of an archive beside batches, over HTTP: the desk, accounts, the trail, people, editions."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, urlencode

from kennisbank.errors import ArchiveUntrustedError
from kennisbank.net.archive_http import ArchiveHttp
from kennisbank.sync.protocol_accounts import AccountChange, AccountInfo
from kennisbank.sync.protocol_bodies import EditionBody, PersonBody
from kennisbank.sync.protocol_codec import MalformedMessageError, decode, encode
from kennisbank.sync.protocol_desk import AuditLine, DeskAct, DeskCounts, DeskItem

T = TypeVar("T")
_MOST_ANSWER = 16 << 20
_MOST_LIST = 64 << 20
"""Bytes of the newsletter's list."""


class DeskRemote:
    """The maintainers' side of an archive. From one thread at a time; every method may raise as `ArchiveHttp` does."""

    def __init__(self, http: ArchiveHttp) -> None:
        """Ask through `http`, in the name of a maintainer."""
        self._http = http

    def counts(self) -> DeskCounts:
        """Return how many are open, by list."""
        return self._asked(DeskCounts, "GET", "/desk/counts")

    def items(self, name: str, state: str) -> tuple[DeskItem, ...]:
        """Return what stands on a list, the oldest first, in a state (or ``all``)."""
        question = {"list": name, "state": state}
        return tuple(self._asked(list[DeskItem], "GET", f"/desk?{urlencode(question)}"))

    def act(self, name: str, item: str, act: DeskAct) -> DeskItem:
        """Decide something; the same act again is answered as the first time."""
        return self._asked(DeskItem, "POST", f"/desk/{_named(name)}/{_named(item)}", act)

    def accounts(self) -> tuple[AccountInfo, ...]:
        """Return the accounts, the one that asked last first."""
        return tuple(self._asked(list[AccountInfo], "GET", "/accounts"))

    def change_account(self, account: str, change: AccountChange) -> AccountInfo:
        """Approve, refuse, suspend or restore an account."""
        return self._asked(AccountInfo, "PATCH", f"/accounts/{_named(account)}", change)

    def trail(self, before: int | None, limit: int) -> tuple[AuditLine, ...]:
        """Return lines of the audit trail, newest first; `before`: only those with a lower number."""
        question = {"limit": limit, **({} if before is None else {"before": before})}
        return tuple(self._asked(list[AuditLine], "GET", f"/audit?{urlencode(question)}"))

    def put_person(self, person: str, body: PersonBody) -> None:
        """Join spellings under one name."""
        self._http.json("PUT", f"/persons/{_named(person)}", encode(body), max_bytes=_MOST_ANSWER)

    def remove_person(self, person: str) -> None:
        """Take spellings apart again."""
        self._http.json("DELETE", f"/persons/{_named(person)}", max_bytes=_MOST_ANSWER)

    def put_edition(self, edition: str, body: EditionBody) -> None:
        """Say what is known of an edition."""
        self._http.json("PUT", f"/editions/{_named(edition)}", encode(body), max_bytes=_MOST_ANSWER)

    def put_website(self, edition: str, file: Path) -> None:
        """Hand in the archived website (WARC or zip) of an edition."""
        self._http.upload(f"/editions/{_named(edition)}/website", file)

    def version_file(self, act: str) -> AbstractContextManager[Iterator[bytes]]:
        """Give the bytes of a new version that an author handed in, in pieces."""
        return self._http.stream(f"/versions/{_named(act)}/file")

    def newsletter(self) -> bytes:
        """Return the newsletter's list as CSV in UTF-8: those who confirmed."""
        with self._http.stream("/newsletter.csv", max_bytes=_MOST_LIST) as pieces:
            return b"".join(pieces)

    def _asked(self, kind: type[T], method: str, path: str, message: object = None) -> T:
        body = None if message is None else encode(message)
        _, answer = self._http.json(method, path, body, max_bytes=_MOST_ANSWER)
        try:
            return decode(kind, answer)
        except MalformedMessageError as error:
            raise ArchiveUntrustedError(self._http.url, "malformed", str(error)) from error


def _named(part: str) -> str:
    return quote(part, safe="")
