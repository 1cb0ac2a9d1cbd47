"""Messages: as the standards have them, in both languages, by folder and by a real mail server; kept until they left."""

import email
import ipaddress
import logging
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from anyio.from_thread import BlockingPortal
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kennisbank.archive.letters.mail_texts import letter
from kennisbank.archive.mail.post import FolderPost, Message, PostError, Sender, as_email, sendable
from kennisbank.archive.mail.posting import open_post
from kennisbank.archive.mail.smtp_post import SmtpPost
from kennisbank.archive.world import Archive
from kennisbank.errors import BadInputError
from tests.archive.account_world import CONFIG, World, body_of, code_in

ANN = "ann@uni.example"
MESSAGE = Message(
    id="0d2f7c8e-6f3b-4e0e-9a42-5c1b6f3a7f11",
    sender=Sender("Congresarchief", "beheer@archief.example"),
    to=ANN,
    subject="Je code voor het archief",
    body="Één regel, met ‘tekens’ – en meer.\n",
    language="nl",
    moment=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


class Inbox:
    """A mail server that keeps what it gets; `refusal` is what it says instead, once for each of `refusals`."""

    def __init__(self) -> None:
        self.received: list[tuple[list[str], bytes]] = []
        self.refusals: list[str] = []
        self.logins: list[tuple[bytes, bytes]] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if self.refusals:
            return self.refusals.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.received.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == b"g:heim/@1", handled=False)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def plain(inbox: Inbox) -> Iterator[Controller]:
    """Give a mail server without TLS."""
    yield from _running(Controller(inbox, hostname="127.0.0.1", port=0))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for 127.0.0.1 with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def starttls(inbox: Inbox, certificate: Path) -> Iterator[Controller]:
    """Give a mail server that wants STARTTLS and then a log-in."""
    yield from _running(
        Controller(
            inbox,
            hostname="127.0.0.1",
            port=0,
            tls_context=_context(certificate),
            require_starttls=True,
            authenticator=inbox.authenticate,
            auth_required=True,
        )
    )


@pytest.fixture
def smtps(inbox: Inbox, certificate: Path) -> Iterator[Controller]:
    """Give a mail server that speaks TLS from the first byte."""
    yield from _running(Controller(inbox, hostname="127.0.0.1", port=0, ssl_context=_context(certificate)))


def _running(controller: Controller) -> Iterator[Controller]:
    """Run on a free port; aiosmtpd asks itself for its greeting on the port that it was told, so 0 won't do."""
    import socket  # noqa: PLC0415

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        controller.port = probe.getsockname()[1]
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()


def _read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_message_is_as_the_standards_have_it(tmp_path: Path) -> None:
    FolderPost(tmp_path / "mail").send(MESSAGE)
    (path,) = (tmp_path / "mail").iterdir()
    data = path.read_bytes()
    assert path.suffix == ".eml"
    assert path.stat().st_mode & 0o077 == 0
    assert data.isascii()
    assert b"\r\n" in data
    assert max(map(len, data.split(b"\r\n"))) <= 78
    read = _read(data)
    assert read["From"].addresses[0].addr_spec == "beheer@archief.example"
    assert read["Message-ID"] == f"<{MESSAGE.id}@archief.example>"
    assert read["Date"].datetime == MESSAGE.moment
    assert (read["Auto-Submitted"], read["Content-Language"]) == ("auto-generated", "nl")
    assert body_of(read).replace("\r", "") == MESSAGE.body


def test_the_address_that_ends_messages_stands_whole_in_its_header(inbox: Inbox, plain: Controller) -> None:
    link = f"https://archief.kennisbank.example/unsubscribe/i.{'a' * 64}.{'b' * 40}"
    SmtpPost(f"smtp://127.0.0.1:{plain.port}").send(replace(MESSAGE, unsubscribe=link))
    ((_, data),) = inbox.received
    assert f"\r\nList-Unsubscribe: <{link}>\r\n".encode() in data
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in data


def test_a_message_that_is_sent_twice_stands_in_the_folder_once(tmp_path: Path) -> None:
    post = FolderPost(tmp_path)
    post.send(MESSAGE)
    post.send(MESSAGE)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_to_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file")
    with pytest.raises(PostError):
        FolderPost(tmp_path / "mail").send(MESSAGE)


@pytest.mark.parametrize(
    "evil", ["x\r\nBcc: eve@evil.example", "x\nSubject: y", "x\x00\x1b[2Jy", "x\u2028Bcc: z", "=?utf-8?q?=0ABcc:_e?="]
)
def test_no_header_can_be_put_in_by_a_name_or_subject(evil: str) -> None:
    made = as_email(replace(MESSAGE, subject=evil, sender=Sender(evil, "beheer@archief.example")))
    read = _read(made.as_bytes())
    assert sorted(read.keys()) == sorted(as_email(MESSAGE).keys())
    assert "Bcc" not in read
    assert read["To"].addresses[0].addr_spec == ANN


def test_no_header_can_be_put_in_by_who_asks_for_an_account(world: World) -> None:
    world.somebody("chief@uni.example", "maintainer")
    world.ask(ANN, name="Eve\r\nBcc: eve@evil.example\r\n\r\nHello", organisation="X\r\n.\r\nDATA")
    (notice,) = world.letters_to("chief@uni.example")
    assert "Bcc" not in notice
    assert "Eve Bcc: eve@evil.example Hello (docent, X . DATA) vraagt" in " ".join(body_of(notice).split())
    assert all("Eve" not in str(each) for each in world.letters_to(ANN)), "who is written to didn't ask, perhaps"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_message_is_there_in_both_languages_with_the_archives_name(language: Any) -> None:
    values = {
        "code": "CDFGHJKM",
        "name": "Ann",
        "mail": ANN,
        "quoted": ANN,
        "occupation": "x",
        "organisation": "",
        "waiting": "1",
    }
    kinds: tuple[Any, ...] = (
        "welcome", "welcome_wait", "code", "approved", "approved_code", "refused", "suspended", "restored", "asked",
    )  # fmt: skip
    for kind in kinds:
        subject, body = letter(kind, language, CONFIG, **values)
        assert "Congresarchief" in subject + body
        assert "{" not in subject + body
        assert "!" not in subject + body
        assert body.startswith("Hallo," if language == "nl" else "Hello,")
        assert body.endswith("Congresarchief\nStichting Congres\n")
        assert max(map(len, body.splitlines())) <= 72


def test_each_is_written_to_in_their_own_language(world: World) -> None:
    world.ask(ANN, language="nl")
    world.ask("ben@uni.example", language="en")
    assert "Typ hem in het programma" in " ".join(body_of(world.letters_to(ANN)[0]).split())
    assert "Type it into the program" in " ".join(body_of(world.letters_to("ben@uni.example")[0]).split())


def test_a_language_that_the_archive_does_not_write_becomes_its_own(own_archive: Archive, tmp_path: Path) -> None:
    world = World(own_archive, tmp_path, replace(CONFIG, languages=("en",)))
    world.ask(ANN, language="nl")
    assert body_of(world.letters_to(ANN)[0]).startswith("Hello,")


@pytest.mark.parametrize(
    ("mail_from", "address", "sender", "answers"),
    [
        ("no-reply@archief.example", "beheer@archief.example", "no-reply@archief.example", "beheer@archief.example"),
        ("", "beheer@archief.example", "beheer@archief.example", None),
        ("nonsense", "also, nonsense", "archive@localhost", None),
        ("", "", "archive@localhost", None),
    ],
)
def test_messages_are_from_the_archive_and_answers_go_to_its_keepers(
    own_archive: Archive, tmp_path: Path, mail_from: str, address: str, sender: str, answers: str | None
) -> None:
    config = replace(CONFIG, address=address, storage=replace(CONFIG.storage, mail_from=mail_from))
    world = World(own_archive, tmp_path, config)
    world.ask(ANN)
    (message,) = world.letters()
    assert message["From"].addresses[0].addr_spec == sender
    assert message["From"].addresses[0].display_name == "Congresarchief"
    assert (message["Reply-To"] and message["Reply-To"].addresses[0].addr_spec) == answers


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ann@Uni.Example", "Ann@uni.example"),
        (" o'brien+x@uni.example ", "o'brien+x@uni.example"),
        ("ann@münchen.example", "ann@xn--mnchen-3ya.example"),
        ("ann@localhost", "ann@localhost"),
        ("ann@uni..example", None),
        (".ann@uni.example", None),
        ("ann@-uni.example", None),
        ("ann@127.0.0.1", None),
        ("änn@uni.example", None),
        ("ann", None),
        ("", None),
        ("a" * 65 + "@uni.example", None),
        ("ann@uni.example\n", "ann@uni.example"),
        ("ann@uni\n.example", None),
    ],
)
def test_what_can_be_written_to_is_an_address(typed: str, found: str | None) -> None:
    assert sendable(typed) == found


def test_a_message_goes_to_a_mail_server(inbox: Inbox, plain: Controller) -> None:
    SmtpPost(f"smtp://127.0.0.1:{plain.port}").send(MESSAGE)
    ((to, data),) = inbox.received
    assert to == [ANN]
    assert body_of(_read(data)).replace("\r", "") == MESSAGE.body


def test_a_password_goes_over_tls_only(inbox: Inbox, starttls: Controller, certificate: Path) -> None:
    url = f"smtp://kb:g%3Aheim%2F%401@127.0.0.1:{starttls.port}?starttls=1&ca={certificate}"
    SmtpPost(url).send(MESSAGE)
    assert inbox.logins == [(b"kb", b"g:heim/@1")]
    assert len(inbox.received) == 1


def test_the_password_may_come_from_the_environment(
    inbox: Inbox, starttls: Controller, certificate: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KENNISBANK_ARCHIVE_MAIL_PASSWORD", "g:heim/@1")
    open_post(f"smtp://kb@127.0.0.1:{starttls.port}?ca={certificate}", tmp_path).send(MESSAGE)
    assert inbox.logins == [(b"kb", b"g:heim/@1")]


def test_a_server_may_speak_tls_from_the_first_byte(inbox: Inbox, smtps: Controller, certificate: Path) -> None:
    SmtpPost(f"smtps://127.0.0.1:{smtps.port}?ca={certificate}").send(MESSAGE)
    assert len(inbox.received) == 1


def test_a_server_whose_certificate_nobody_vouches_for_gets_nothing(inbox: Inbox, starttls: Controller) -> None:
    with pytest.raises(PostError) as raised:
        SmtpPost(f"smtp://kb:g%3Aheim%2F%401@127.0.0.1:{starttls.port}").send(MESSAGE)
    assert raised.value.code == "tls"
    assert inbox.logins == []


def test_a_server_without_tls_gets_nothing_where_tls_is_insisted_on(inbox: Inbox, plain: Controller) -> None:
    with pytest.raises(PostError) as raised:
        SmtpPost(f"smtp://127.0.0.1:{plain.port}?starttls=1").send(MESSAGE)
    assert (raised.value.code, raised.value.is_final) == ("no_tls", False)
    assert inbox.received == []


def test_a_wrong_password_is_in_no_error(starttls: Controller, certificate: Path) -> None:
    post = SmtpPost(f"smtp://kb:wrongword@127.0.0.1:{starttls.port}?ca={certificate}")
    with pytest.raises(PostError) as raised:
        post.send(MESSAGE)
    assert raised.value.code == "log-in 535"
    assert "wrongword" not in f"{raised.value}{raised.value!r}{post!r}{post._server!r}"
    assert raised.value.__suppress_context__


@pytest.mark.parametrize(
    "url", ["smtp://", "smtp://h:port", "smtp://u:geheim@h/path", "smtp://u:geheim@h?x=1", "smtps:geheim"]
)
def test_what_is_no_address_of_a_mail_server_is_refused_without_quoting_it(url: str, tmp_path: Path) -> None:
    with pytest.raises(BadInputError) as raised:
        open_post(url, tmp_path)
    assert "geheim" not in str(raised.value)


def test_without_a_server_messages_go_to_the_folder(tmp_path: Path) -> None:
    open_post("", tmp_path / "a").send(MESSAGE)
    open_post(str(tmp_path / "b"), tmp_path / "a").send(MESSAGE)
    assert len(list(tmp_path.glob("*/*.eml"))) == 2


def _smtp_world(archive: Archive, folder: Path, controller: Controller, loop: BlockingPortal) -> World:
    return World(archive, folder, post=SmtpPost(f"smtp://127.0.0.1:{controller.port}"), loop=loop)


def test_what_a_server_cannot_take_now_is_sent_later_and_once(
    own_archive: Archive, tmp_path: Path, plain: Controller, inbox: Inbox, loop: BlockingPortal
) -> None:
    world = _smtp_world(own_archive, tmp_path, plain, loop)
    world.ask(ANN)
    inbox.refusals = ["451 later", "450 later"]
    assert world.courier.deliver() == 0
    assert world.courier.deliver() == 0, "it isn't due yet"
    assert world.administration.messages() == (1, 0)
    world.clock.goes_on(minutes=1, seconds=1)
    assert world.courier.deliver() == 0
    world.clock.goes_on(minutes=2, seconds=1)
    assert world.courier.deliver() == 1
    world.clock.goes_on(days=2)
    assert world.courier.deliver() == 0
    assert world.administration.messages() == (0, 0)
    ((_, data),) = inbox.received
    world.clock.goes_on(days=-2)
    assert world.log_in(ANN, code_in(_read(data))).status_code == 200


def test_what_a_server_never_takes_is_given_up_and_counted(
    own_archive: Archive,
    tmp_path: Path,
    plain: Controller,
    inbox: Inbox,
    loop: BlockingPortal,
    caplog: pytest.LogCaptureFixture,
) -> None:
    world = _smtp_world(own_archive, tmp_path, plain, loop)
    world.ask(ANN)
    inbox.refusals = [f"550 no such user {ANN}"]
    with caplog.at_level(logging.DEBUG):
        world.courier.deliver()
    assert world.administration.messages() == (0, 1)
    assert ANN not in "".join(str(each.__dict__) for each in caplog.records if each.name.startswith("kennisbank"))
    world.clock.goes_on(days=31)
    world.courier.tidy()
    assert world.administration.messages() == (0, 0)


def test_a_server_that_is_away_for_long_is_given_up_in_the_end(
    own_archive: Archive, tmp_path: Path, loop: BlockingPortal
) -> None:
    world = World(own_archive, tmp_path, post=SmtpPost("smtp://127.0.0.1:1"), loop=loop)
    world.ask(ANN)
    rounds = 0
    while world.administration.messages() == (1, 0) and rounds < 100:
        world.courier.deliver()
        world.clock.goes_on(hours=6)
        rounds += 1
    assert world.administration.messages() == (0, 1)
    assert rounds > 10


def test_a_message_whose_courier_died_is_taken_up_by_the_next(world: World) -> None:
    world.ask(ANN)
    with world.desk() as desk:
        assert desk.outgoing.take(world.clock()) is not None
    assert world.letters() == []
    world.clock.goes_on(minutes=6)
    assert len(world.letters()) == 1


def test_a_message_that_was_written_while_the_clock_was_a_day_ahead_leaves_when_it_is_right_again(world: World) -> None:
    world.clock.goes_on(days=1)
    world.ask(ANN)
    with world.desk() as desk:
        assert desk.outgoing.take(world.clock()) is not None  # and whoever took it in hand died
    world.clock.goes_on(days=-1)
    assert len(world.letters()) == 1
    assert world.courier.deliver() == 0
