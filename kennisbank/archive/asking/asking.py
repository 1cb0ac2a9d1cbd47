"""What anybody may ask without an account: a remark to the maintainers, the newsletter; within limits, never told who.

Faults are raised once the transaction has been committed: what was too much counts, too.
"""

import re
from collections.abc import Callable
from datetime import datetime

from kennisbank.archive.accounts.limits import Limit, Limits, limits_of
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.mail.outgoing import Outgoing
from kennisbank.archive.mail.post import one_line, sendable
from kennisbank.archive.people.newsletter import Newsletter
from kennisbank.archive.people.remarks import Remarks
from kennisbank.archive.people.waiting import tell_maintainers
from kennisbank.archive.web.faults import FaultError
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import NewsletterRequest, RemarkRequest

REMARKS_AN_HOUR = 10
"""From one network; from all together fifty times as many."""
_EVERYWHERE = 50
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_DIGITS = re.compile(r"\d")
_FEWEST_DIGITS = 5


class Asking:
    """What strangers ask of one archive. From any thread."""

    def __init__(self, archive: Archive, config: ArchiveConfig, *, clock: Callable[[], datetime]) -> None:
        """Take in what is asked of `archive`; `clock` is the server's."""
        self._archive = archive
        self._config = config
        self._clock = clock

    def remark(self, asked: RemarkRequest, network: str) -> None:
        """Take in a remark; the same again changes nothing.

        Raises:
            FaultError: ``invalid`` (no name, no telephone number, no such address), ``other_content``, ``too_many``.
        """
        _check_remark(asked)
        now = self._clock()
        limits = (
            Limit("remark", f"network {network}", REMARKS_AN_HOUR),
            Limit("remark", "all", REMARKS_AN_HOUR * _EVERYWHERE),
        )
        with self._archive.write() as tx:
            remarks = Remarks(tx.connection)
            is_known = remarks.one(asked.id) is not None
            wait = 0 if is_known else Limits(tx.connection, tx.keyed).count_all(limits, now)
            is_new = None if wait else remarks.add(asked, now)
            if is_new:
                tell_maintainers(tx, "remark", now)
        if wait:
            raise FaultError("too_many", retry_after=wait)
        if is_new is None:
            raise FaultError("other_content")

    def newsletter(self, asked: NewsletterRequest, network: str, base: str) -> None:
        """Have a link sent to an address by which its owner comes on the list, or off it.

        `base` is the archive's own address for that link, empty where it has none.

        Raises:
            FaultError: ``invalid`` (no address, or the archive doesn't know its own), ``too_many``.
        """
        address = sendable(asked.mail)
        if address is None:
            raise FaultError("invalid", detail="mail")
        if not base:
            raise FaultError("invalid", detail="archive.url")
        now = self._clock()
        with self._archive.write() as tx:
            limits = limits_of("newsletter", address, network, self._config.limits.mails_an_hour)
            wait = Limits(tx.connection, tx.keyed).count_all(limits, now)
            if not wait:
                if asked.wants:
                    Newsletter(tx.connection, tx.keyed).ask(address, asked.language, now)
                details = {"wants": "yes" if asked.wants else "no", "base": base}
                Outgoing(tx.connection).add("newsletter", address, asked.language, now, details)
        if wait:
            raise FaultError("too_many", retry_after=wait)


def _check_remark(asked: RemarkRequest) -> None:
    if not _ID.fullmatch(asked.id):
        raise FaultError("invalid", detail="id")
    if not one_line(asked.name):
        raise FaultError("invalid", detail="name")
    if len(_DIGITS.findall(asked.telephone)) < _FEWEST_DIGITS:
        raise FaultError("invalid", detail="telephone")
    if not asked.text.strip():
        raise FaultError("invalid", detail="text")
    if asked.mail and sendable(asked.mail) is None:
        raise FaultError("invalid", detail="mail")
