"""What an act is carried out with, and the two ways in which it isn't."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kennisbank.archive.accounts.account_rows import AccountRow
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.identity.keyed import Keyed
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_acts import Act


class ActRefused(Exception):  # noqa: N818 -- an answer, no error of the program
    """An act that is refused for good; `code` as in `protocol_acts.ActResult.refusal`, never a quote in `words`."""

    def __init__(self, code: str, words: str = "") -> None:
        """Refuse because of `code`."""
        super().__init__(code)
        self.code = code
        self.words = words


class ActWaits(Exception):  # noqa: N818 -- an answer, no error of the program
    """An act that is to be said again at a later contact: what it speaks of isn't here, or `code` (``too_many``)."""

    def __init__(self, code: str = "", words: str = "") -> None:
        """Have it said again."""
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True)
class ActScene:
    """One act of an active account, in a transaction that has locked the counter; it wasn't accepted before.

    `body` is the dataclass of the act's kind (`protocol_acts.ACTS`), every field checked. `now` is aware.
    """

    tx: Transaction
    account: AccountRow
    act: Act
    body: Any
    now: datetime
    config: ArchiveConfig

    @property
    def keyed(self) -> Keyed:
        """Return what makes hashes that only this archive can make."""
        return self.tx.keyed


Handler = Callable[[ActScene], None]
"""Carries out acts of one kind. It looks at everything before it writes anything: a refusal leaves nothing behind."""
