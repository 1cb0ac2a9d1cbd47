"""Messages and how they leave: into a folder, where no mail server is set, or by SMTP (`smtp_post`)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from pathlib import Path
from typing import Protocol

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import EnvironmentFailure, StorageError


class _OnOneLine(UnstructuredHeader):
    """A header with an address of the web in it, which ``email`` would take apart where it is long."""

    def fold(self, *, policy: EmailPolicy) -> str:
        """Return it whole: lines of a message may have 998 characters."""
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined]  # `HeaderRegistry` gives the name


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _OnOneLine)  # type: ignore[arg-type]  # its stub forgets the mixins
_POLICY = SMTP.clone(header_factory=_HEADERS)
_LOCAL = re.compile(r"[A-Za-z0-9%'+/=_-]+(\.[A-Za-z0-9%'+/=_-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: the archive's name, the address that messages are from, and the one for answers (or empty)."""

    name: str
    address: str
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one address. `id` is its own for ever: sent again it is recognised as the same.

    `moment` is when it was first to be sent, aware. `unsubscribe`: where one click ends such messages, or empty.
    """

    id: str
    sender: Sender
    to: str
    subject: str
    body: str
    language: str
    moment: datetime
    unsubscribe: str = ""


@dataclass(eq=False)
class PostError(EnvironmentFailure):
    """A message couldn't be sent. `is_final`: trying again is no use. `code` says why, without address or password."""

    code: str
    is_final: bool = False

    def __str__(self) -> str:
        """Say why."""
        return f"The message couldn't be sent ({self.code})."


class Post(Protocol):
    """Sends messages; from any thread."""

    def send(self, message: Message) -> None:
        """Send a message; it is on its way when this returns.

        Raises:
            PostError: it isn't, or nobody knows.
        """


class FolderPost:
    """Writes each message to a file of its own (``.eml``), whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Write to `folder`, which is made with the first message."""
        self.folder = folder

    def send(self, message: Message) -> None:
        """Write the message; the same one again takes the first one's place."""
        name = f"{message.moment:%Y%m%dT%H%M%S%f}-{message.id}.eml"
        try:
            write_whole(self.folder / name, as_email(message).as_bytes(), makes_folder=True, is_private=True)
        except StorageError as error:
            raise PostError("folder") from error


def as_email(message: Message) -> EmailMessage:
    """Return a message as RFC 5322 has it, in ASCII on the wire.

    Whatever stands in names and subjects stays within its header: line ends and other control characters become spaces.
    """
    sender = message.sender
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(_in_header(sender.name), addr_spec=sender.address)
    mail["To"] = Address(addr_spec=message.to)
    if sender.reply_to and sender.reply_to != sender.address:
        mail["Reply-To"] = Address(addr_spec=sender.reply_to)
    mail["Subject"] = _in_header(message.subject)
    mail["Date"] = format_datetime(message.moment)
    mail["Message-ID"] = f"<{message.id}@{sender.address.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if message.unsubscribe:
        mail["List-Unsubscribe"] = f"<{message.unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(message.body, charset="utf-8", cte="quoted-printable")
    mail["Content-Language"] = message.language
    return mail


def _in_header(text: str) -> str:
    """Return text that stays within its header: ``email`` would decode encoded words, and the line ends in them."""
    return one_line(text).replace("=?", "= ?")


def one_line(text: str) -> str:
    """Return text as one line without control characters, as it may stand in a header or a list."""
    safe = "".join(" " if unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} else each for each in text)
    return " ".join(safe.split())


def sendable(mail: str) -> str | None:
    """Return a mail address as it may be written to, its domain in ASCII; None: it isn't one.

    Only the plain form is taken: no names, quotes, comments, routes or bare addresses of machines.
    """
    local, at, domain = mail.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    found = f"{local}{at}{ascii_domain}"
    is_good = _LOCAL.fullmatch(local) and len(local) <= 64 and len(found) <= 254
    labels = ascii_domain.split(".")
    if not is_good or not all(map(_LABEL.fullmatch, labels)) or labels[-1].isdigit():
        return None
    return found
