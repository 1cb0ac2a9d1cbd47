"""Links in mails that work without logging in: what they are for and for whom, sealed by the archive's key.

Nothing is stored of them, and whoever hasn't got the mail can't make one.
"""

import re
from dataclasses import dataclass
from typing import Literal

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.identity.keyed import Keyed, is_same

Purpose = Literal["feedback", "invitation", "newsletter_on", "newsletter_off"]
"""`feedback` ends the mails to an account, `invitation` those to an address; both `newsletter` ones are of a list."""
_LETTERS: dict[Purpose, str] = {"feedback": "f", "invitation": "i", "newsletter_on": "n", "newsletter_off": "o"}
_PURPOSES = {letter: purpose for purpose, letter in _LETTERS.items()}
_TOKEN = re.compile(r"([fino])\.([0-9a-f-]{36,64})\.([0-9a-f]{40})")
_SEAL = 40
"""Hexadecimal digits of the seal: 160 bits."""


@dataclass(frozen=True, slots=True)
class MailLink:
    """What a link is for; `subject` is an account's id or `contacts.address_hash` of an address."""

    purpose: Purpose
    subject: str


def token_of(keyed: Keyed, link: MailLink) -> str:
    """Return the last part of a link's address."""
    return f"{_LETTERS[link.purpose]}.{link.subject}.{_seal(keyed, link)}"


def link_in(keyed: Keyed, token: str) -> MailLink | None:
    """Return what a token stands for; None: this archive never made it."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None
    link = MailLink(_PURPOSES[found[1]], found[2])
    return link if is_same(_seal(keyed, link), found[3]) else None


def unsubscribe_address(keyed: Keyed, config: ArchiveConfig, link: MailLink) -> str:
    """Return the address that ends mails to an account or an address; empty where the archive's own isn't set."""
    return f"{config.url.rstrip('/')}/unsubscribe/{token_of(keyed, link)}" if config.url else ""


def newsletter_address(keyed: Keyed, base: str, link: MailLink) -> str:
    """Return the address that confirms or ends a place on the newsletter's list."""
    return f"{base.rstrip('/')}/newsletter/{token_of(keyed, link)}"


def _seal(keyed: Keyed, link: MailLink) -> str:
    return keyed.hash("mail link", link.purpose, link.subject)[:_SEAL]
