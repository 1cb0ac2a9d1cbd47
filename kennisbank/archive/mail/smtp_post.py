"""Messages by SMTP, over TLS where there is a password to keep."""

import ipaddress
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from kennisbank.archive.mail.post import Message, PostError, as_email
from kennisbank.errors import BadInputError

TIMEOUT_S = 30.0
_PORTS = {"smtp": 587, "smtps": 465}
_HOW = "A mail server is given as smtp://USER@HOST:PORT?starttls=1, or smtps://USER@HOST:PORT."


@dataclass(frozen=True, slots=True)
class _Server:
    """Where the server is and how to talk to it; `starttls` None: when it offers it."""

    host: str
    port: int
    is_tls: bool
    starttls: bool | None
    authorities: Path | None
    user: str
    password: str = field(repr=False)

    @property
    def is_here(self) -> bool:
        """Tell whether nothing leaves this machine on the way to it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


class SmtpPost:
    """Sends each message in a connection of its own."""

    def __init__(self, url: str, *, password: str = "", timeout_s: float = TIMEOUT_S) -> None:
        """Send by the server at `url`; a password in it goes before `password`.

        ``?starttls=1`` insists on TLS, ``0`` does without; unless said, it is used where offered, and insisted on where
        there is a password and the server isn't this machine. ``ca=FILE`` names authorities other than the usual ones.

        Raises:
            BadInputError: that is no address of a mail server; the text quotes nothing of it.
        """
        self._server = _read(url, password)
        self._timeout_s = timeout_s

    def __repr__(self) -> str:
        """Say where, and nothing secret."""
        return f"SmtpPost({self._server.host}:{self._server.port})"

    def send(self, message: Message) -> None:
        """Hand the message to the server; once it has said yes it is sent, however the connection ends."""
        mail = as_email(message)
        try:
            server = self._connect(message.sender.address.rpartition("@")[2])
        except (OSError, smtplib.SMTPException) as error:
            raise _failure(error) from None  # what a server says may quote an address
        try:
            self._log_in(server)
            server.sendmail(message.sender.address, [message.to], mail.as_bytes())
        except (OSError, smtplib.SMTPException, ValueError) as error:
            raise _failure(error) from None
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _connect(self, name: str) -> smtplib.SMTP:
        known = self._server
        if known.is_tls:
            return smtplib.SMTP_SSL(
                known.host, known.port, local_hostname=name, timeout=self._timeout_s, context=self._context()
            )
        return smtplib.SMTP(known.host, known.port, local_hostname=name, timeout=self._timeout_s)

    def _log_in(self, server: smtplib.SMTP) -> None:
        known = self._server
        server.ehlo()
        if not known.is_tls:
            is_offered = server.has_extn("starttls")
            is_needed = known.starttls is True or (known.starttls is None and bool(known.user) and not known.is_here)
            if is_needed and not is_offered:
                raise PostError("no_tls")
            if is_offered and known.starttls is not False:
                server.starttls(context=self._context())
                server.ehlo()
        if known.user:
            server.login(known.user, known.password)

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._server.authorities)


def _read(url: str, password: str) -> _Server:
    try:
        parts = urlsplit(url)
        asked = parse_qs(parts.query, strict_parsing=bool(parts.query))
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise BadInputError(_HOW) from None  # the address may hold a password: it isn't quoted
    starttls = {"1": True, "0": False}.get(asked.pop("starttls", [""])[0])
    authorities = asked.pop("ca", [""])[0]
    if asked or not parts.hostname or parts.path not in {"", "/"}:
        raise BadInputError(_HOW)
    return _Server(
        host=parts.hostname,
        port=port,
        is_tls=parts.scheme == "smtps",
        starttls=starttls,
        authorities=Path(authorities) if authorities else None,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or "") or password,
    )


def _failure(error: Exception) -> PostError:
    """Return what went wrong as a short word and, where the server said one, its number."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        numbers = [number for number, _ in error.recipients.values()]
        return PostError(f"recipient {numbers[0]}", is_final=all(500 <= number < 600 for number in numbers))
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return PostError(f"log-in {error.smtp_code}")
    if isinstance(error, smtplib.SMTPResponseException):
        return PostError(f"server {error.smtp_code}", is_final=500 <= error.smtp_code < 600)
    words: dict[type[Exception], str] = {
        TimeoutError: "timed_out",
        ssl.SSLError: "tls",
        smtplib.SMTPNotSupportedError: "not_supported",
        smtplib.SMTPException: "broken_off",
    }
    return PostError(next((word for kind, word in words.items() if isinstance(error, kind)), "unreachable"))
