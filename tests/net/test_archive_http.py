"""Speaking to an archive over a wire on which anything may happen, and to servers that mean ill."""

import datetime as dt
import gzip
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kennisbank.errors import (
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    Cancelled,
    KennisbankError,
    NotLoggedInError,
    ProgramTooOldError,
)
from kennisbank.net import wire
from kennisbank.net.archive_answers import retry_after_of
from kennisbank.net.archive_http import ArchiveHttp, Limits, address_of
from kennisbank.tasks.context import JobContext
from tests.net.hostile import PROTOCOL, Asked, answer, hostile

QUICK = Limits(connect=5, read=5, whole=5, moving=5, wait=0.0, most_wait=20.0)


class Patient(JobContext):
    """A job that remembers how long it was to wait, and waits not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    def pause(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.check()


def http(url: str, **given: object) -> ArchiveHttp:
    return ArchiveHttp(url, **{"limits": QUICK, "ctx": Patient(), **given})


def failure(
    script: Callable[[Asked], object], act: Callable[[ArchiveHttp], object] | None = None, **given
) -> KennisbankError:
    with (
        hostile(script) as server,
        http(server.url, **given) as client,
        pytest.raises(KennisbankError) as caught,
    ):
        (act or (lambda each: each.json("GET", "/changes?since=0", max_bytes=1 << 20)))(client)
    return caught.value


# Addresses.


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("archief.example.org", "https://archief.example.org"),
        (" https://Archief.Example.org/v1/ ", "https://archief.example.org"),
        ("https://example.org/kennisbank/", "https://example.org/kennisbank"),
        ("127.0.0.1:8800", "http://127.0.0.1:8800"),
        ("http://localhost:8800/", "http://localhost:8800"),
        ("http://[::1]:8800", "http://[::1]:8800"),
    ],
)
def test_an_address_is_understood_as_it_is_typed(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("http://archief.example.org", "insecure"),
        ("http://127.0.0.1.example.org", "insecure"),
        ("http://localhost@example.org", "no_archive"),
        ("https://me:secret@example.org", "no_archive"),
        ("ftp://example.org", "insecure"),
        ("file:///etc/passwd", "no_archive"),
        ("https://example.org/?q=1", "no_archive"),
        ("https://[::1", "no_archive"),
        ("https://", "no_archive"),
        ("", "no_archive"),
        ("https://example.org:port", "no_archive"),
    ],
)
def test_an_address_that_may_not_be_used_is_refused_before_anything_is_sent(typed: str, code: str) -> None:
    with pytest.raises(ArchiveUntrustedError) as caught:
        ArchiveHttp(typed)
    assert caught.value.code == code
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(caught.value)


# What goes out.


def test_a_request_carries_protocol_language_and_token_over_one_connection() -> None:
    with (
        hostile(lambda _: answer(b'{"a":1}')) as server,
        http(server.url, token=lambda: "acc-1", language="en") as client,
    ):
        assert client.json("GET", "/changes?since=1") == (200, b'{"a":1}')
        assert client.json("POST", "/changes", b"{}") == (200, b'{"a":1}')
        assert server.connections == 1
    first, second = server.asked
    assert (first.method, first.path) == ("GET", "/v1/changes?since=1")
    assert first.headers["kennisbank-protocol"] == "1"
    assert first.headers["accept-language"] == "en"
    assert first.headers["authorization"] == "Bearer acc-1"
    assert second.headers["content-type"] == "application/json"
    assert second.body == b"{}"


def test_without_a_token_one_is_a_visitor() -> None:
    with hostile(lambda _: answer()) as server, http(server.url, token=lambda: None) as client:
        client.json("GET", "/")
    assert server.tokens == []


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent", "303 Other"])
def test_a_token_never_follows_a_redirect(status: str) -> None:
    with hostile(lambda _: answer()) as other:
        error = failure(
            lambda _: answer(status=status, extra=f"Location: {other.url}/v1/changes\r\n"), token=lambda: "acc-1"
        )
    assert isinstance(error, ArchiveUntrustedError)
    assert error.code == "redirected"
    assert other.asked == []


@pytest.mark.parametrize("token", ["two\r\nX: y", "é", "a b", "a\x00"])
def test_a_token_that_cannot_be_one_is_not_sent_and_not_quoted(token: str) -> None:
    with (
        hostile(lambda _: answer()) as server,
        http(server.url, token=lambda: token) as client,
        pytest.raises(NotLoggedInError) as caught,
    ):
        client.json("GET", "/")
    assert server.asked == []
    assert token not in str(caught.value.__context__)


# Refusals.


def refusal(status: str, code: str = "", **more: object) -> bytes:
    return answer(json.dumps({"code": code, "words": "Dat gaat niet.\x1b[31m", **more}).encode(), status)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        ("403 No", "suspended"),
        ("409 No", "other_epoch"),
        ("412 No", "stale"),
        ("422 No", "invalid"),
        ("404 No", "not_found"),
        ("507 Full", "full"),
    ],
)
def test_what_the_archive_refuses_is_not_asked_again(status: str, code: str) -> None:
    asked: list[Asked] = []
    error = failure(lambda each: (asked.append(each), refusal(status, code))[1])
    assert isinstance(error, ArchiveRefusedError)
    assert (error.status, error.code, error.words) == (int(status[:3]), code, "Dat gaat niet.[31m")
    assert len(asked) == 1


def test_a_refusal_without_words_is_told_by_its_status() -> None:
    error = failure(lambda _: answer(b"<h1>Too large</h1>", "413 Large", kind="text/html", protocol=""))
    assert isinstance(error, ArchiveRefusedError)
    assert error.code == "too_large"
    assert failure(lambda _: answer(b"[" * 60_000, "422 No")).code == "invalid"


def test_an_archive_that_speaks_a_newer_protocol_says_which() -> None:
    error = failure(lambda _: refusal("426 Upgrade", "protocol_too_old", minimum=3))
    assert isinstance(error, ProgramTooOldError)
    assert error.minimum == 3


# One refresh, and one more try.


def by_token(good: str) -> Callable[[Asked], bytes]:
    def script(asked: Asked) -> bytes:
        if asked.headers.get("authorization") == f"Bearer {good}":
            return answer(b'{"ok":true}')
        return refusal("401 No", "session_ended")

    return script


def test_a_refused_token_is_renewed_once() -> None:
    renewed: list[str] = []

    def refresh(refused: str) -> str:
        renewed.append(refused)
        return "new"

    with hostile(by_token("new")) as server, http(server.url, token=lambda: "old", refresh=refresh) as client:
        assert client.json("GET", "/me")[0] == 200
    assert renewed == ["old"]
    assert server.tokens == ["Bearer old", "Bearer new"]


@pytest.mark.parametrize("newer", ["worse", None])
def test_a_session_that_is_over_is_said(newer: str | None) -> None:
    error = failure(by_token("good"), token=lambda: "old", refresh=lambda _refused: newer)
    assert isinstance(error, NotLoggedInError)
    assert error.code == "ended"
    assert "old" not in repr(error)


def test_a_401_of_something_else_than_an_archive_renews_nothing() -> None:
    renewed: list[str] = []
    error = failure(
        lambda _: answer(b"<html>", "401 No", kind="text/html", protocol=""),
        token=lambda: "old",
        refresh=renewed.append,
    )
    assert isinstance(error, ArchiveUntrustedError)
    assert renewed == []


# Trying again.


@pytest.mark.parametrize("status", ["429 Many", "500 Oops", "502 Gate", "503 Busy", "504 Late"])
def test_a_busy_archive_is_asked_again_with_growing_waits(status: str) -> None:
    answers = iter([answer(b"<p>", status, kind="text/html", protocol="")] * 3 + [answer(b'{"ok":1}')])
    ctx = Patient()
    limits = Limits(wait=1.0)
    with hostile(lambda _: next(answers)) as server, http(server.url, ctx=ctx, limits=limits) as client:
        assert client.json("GET", "/") == (200, b'{"ok":1}')
    assert [0.5 <= ctx.waits[0] <= 1, 1 <= ctx.waits[1] <= 2, 2 <= ctx.waits[2] <= 4] == [True] * 3


def test_what_the_archive_asks_to_wait_is_waited() -> None:
    answers = iter([answer(status="429 Many", extra="Retry-After: 7\r\n"), answer()])
    ctx = Patient()
    with hostile(lambda _: next(answers)) as server, http(server.url, ctx=ctx) as client:
        client.json("GET", "/")
    assert ctx.waits == [7.0]


def test_a_wait_that_is_too_long_is_left_to_the_caller() -> None:
    asked: list[Asked] = []
    error = failure(lambda each: (asked.append(each), answer(status="503 Busy", extra="Retry-After: 3600\r\n"))[1])
    assert isinstance(error, ArchiveUnreachableError)
    assert (error.code, error.retry_after, len(asked)) == ("busy", 3600.0, 1)


def test_a_code_is_never_sent_twice() -> None:
    asked: list[Asked] = []
    error = failure(
        lambda each: (asked.append(each), answer(status="503 Busy"))[1],
        lambda client: client.json("POST", "/sessions", b"{}", is_repeatable=False),
    )
    assert isinstance(error, ArchiveUnreachableError)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("12", 12, 12),
        ("", 0, 0),
        ("-5", 0, 0),
        ("soon", 0, 0),
        ("9" * 40, 0, 0),
        ("Fri, 01 Jan 2100 00:00:00 GMT", 1e9, 1e10),
        ("Fri, 01 Jan 1999 00:00:00", 0, 0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, least: float, most: float) -> None:
    assert least <= retry_after_of(value) <= most


# What can't be an archive.


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (answer(b"<html>Log in to the hotel</html>", kind="text/html", protocol=""), "no_archive"),
        (answer(b"<html>", kind="text/html; charset=utf-8"), "no_archive"),
        (answer(b'{"a":1}', protocol=""), "no_archive"),
        (answer(b"PK", kind="application/zip"), "malformed"),
        (answer(b"{}", extra="Content-Encoding: br\r\n"), "malformed"),
        (answer(b"not gzip", extra="Content-Encoding: gzip\r\n"), "malformed"),
        (answer(b" " * (2 << 20)), "too_large"),
        (answer(gzip.compress(b"0" * (64 << 20)), extra="Content-Encoding: gzip\r\n"), "too_large"),
    ],
)
def test_what_is_no_archive_is_not_trusted(said: bytes, code: str) -> None:
    error = failure(lambda _: said)
    assert isinstance(error, ArchiveUntrustedError)
    assert error.code == code


def test_an_answer_without_end_is_cut_off() -> None:
    def endless(_asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nKennisbank-Protocol: 1\r\nContent-Type: application/json\r\n\r\n"
        while True:
            yield b" " * 65536

    assert failure(endless).code == "too_large"


def test_headers_without_end_are_cut_off() -> None:
    def endless(_asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            yield b"X-Filler: " + b"x" * 8000 + b"\r\n"

    assert isinstance(failure(endless), ArchiveUnreachableError)
    assert isinstance(failure(endless, file_of), ArchiveUnreachableError)


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200 OK\r\nKennisbank-Protocol: 1\r\nContent-Type: application/json\r\n\r\n"]
)
def test_dripping_is_not_waited_for(said: bytes) -> None:
    pausing = threading.Event()

    def drip(_asked: Asked) -> Iterator[bytes]:
        yield said
        while not pausing.wait(0.02):
            yield b"H"

    for ask in (None, file_of):
        error = failure(drip, ask, limits=Limits(whole=0.3, moving=0.3, wait=0.0))
        assert isinstance(error, ArchiveUnreachableError)
        assert error.code == "timed_out"


def test_a_wish_to_stop_is_heard_while_waiting() -> None:
    ctx, never = JobContext(), threading.Event()

    def silent(_asked: Asked) -> Iterator[bytes]:
        ctx.cancel()
        never.wait(10)
        yield b""

    with hostile(silent) as server, http(server.url, ctx=ctx) as client:
        with pytest.raises(Cancelled):
            client.json("GET", "/")
        never.set()


def test_an_answer_cut_after_any_byte_is_no_answer() -> None:
    body = json.dumps({"records": list(range(20))}).encode()
    packed = gzip.compress(body)
    for whole in (answer(body), answer(packed, extra="Content-Encoding: gzip\r\n")):
        for length in range(len(whole)):
            error = failure(lambda _, whole=whole, length=length: [whole[:length]])
            assert isinstance(error, ArchiveUnreachableError), length
            assert error.code == "broken_off"


def test_a_packed_answer_that_ends_early_is_broken_off() -> None:
    packed = gzip.compress(b"1" * 1000)[:-9]
    assert failure(lambda _: answer(packed, extra="Content-Encoding: gzip\r\n")).code == "broken_off"


def test_nobody_there_is_said() -> None:
    with hostile(lambda _: answer()) as server:
        url = server.url
    with http(url) as client, pytest.raises(ArchiveUnreachableError) as caught:
        client.json("GET", "/")
    assert caught.value.code == "unreachable"


# Files.


def test_a_file_is_resumed_where_it_broke_off() -> None:
    data = bytes(range(256)) * 1000

    def script(asked: Asked) -> bytes:
        start = int(asked.headers.get("range", "bytes=0-")[6:-1])
        part = f"Content-Range: bytes {start}-{len(data) - 1}/{len(data)}\r\n" if start else ""
        status = "206 Partial" if start else "200 OK"
        return answer(data[start:], status, kind="application/pdf", extra=part)

    with hostile(script) as server, http(server.url) as client:
        for start in (0, 1, 100_000, len(data) - 1):
            with client.stream("/files/x", start) as pieces:
                assert b"".join(pieces) == data[start:]


def test_a_server_without_ranges_is_understood() -> None:
    with (
        hostile(lambda _: answer(b"0123456789", kind="text/plain")) as server,
        http(server.url) as client,
        client.stream("/files/x", 4) as pieces,
    ):
        assert b"".join(pieces) == b"456789"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (answer(b"123", "206 Partial", extra="Content-Range: bytes 0-2/3\r\n"), "malformed"),
        (answer(b"123", extra="Content-Encoding: gzip\r\n"), "malformed"),
        (answer(b"<html>", protocol=""), "no_archive"),
        (answer(b"x" * 100), "too_large"),
    ],
)
def test_another_file_than_was_asked_for_is_not_taken(said: bytes, code: str) -> None:
    def read(client: ArchiveHttp) -> None:
        with client.stream("/files/x", 2, max_bytes=50) as pieces:
            list(pieces)

    assert failure(lambda _: said, read).code == code


def test_a_file_that_breaks_off_says_so_after_what_came() -> None:
    whole = answer(b"x" * 100_000)
    received: list[bytes] = []

    def read(client: ArchiveHttp) -> None:
        with client.stream("/files/x") as pieces:
            received.extend(pieces)

    error = failure(lambda _: [whole[:-10]], read)
    assert isinstance(error, ArchiveUnreachableError)
    assert error.code == "broken_off"
    assert len(b"".join(received)) > 0


def file_of(client: ArchiveHttp, path: str = "/files/x") -> bytes:
    with client.stream(path) as pieces:
        return b"".join(pieces)


def test_files_come_over_one_connection_that_is_made_anew_where_it_ended() -> None:
    head = f"HTTP/1.1 200 OK\r\n{PROTOCOL}Content-Type: application/pdf\r\n"
    said: dict[str, bytes | list[bytes]] = {
        "/v1/files/whole": answer(b"a" * 300_000),
        "/v1/files/chunked": f"{head}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n".encode(),
        "/v1/files/empty": answer(b""),
        "/v1/files/last": answer(b"z", extra="Connection: close\r\n"),
        "/v1/files/endless": [f"{head}\r\nuntil it hangs up".encode()],
        "/v1/files/refused": answer(b'{"code": "withdrawn"}', "410 Gone"),
    }
    with hostile(lambda asked: said[asked.path]) as server, http(server.url, token=lambda: "acc") as client:
        assert file_of(client, "/files/whole") == b"a" * 300_000
        assert file_of(client, "/files/chunked") == b"abcde"
        assert file_of(client, "/files/empty") == b""
        with pytest.raises(ArchiveRefusedError):
            file_of(client, "/files/refused")
        assert file_of(client, "/files/whole") == b"a" * 300_000
        assert server.connections == 1
        assert file_of(client, "/files/last") == b"z"
        assert file_of(client, "/files/endless") == b"until it hangs up"
        with client.stream("/files/whole") as pieces:
            next(pieces)
        assert file_of(client, "/files/whole") == b"a" * 300_000
        assert server.connections == 4
        assert server.tokens == ["Bearer acc"] * len(server.asked)
        assert {each.headers["kennisbank-protocol"] for each in server.asked} == {"1"}


@pytest.mark.parametrize("cut", [b"", b"HTTP/1.1 2", answer(b"abc")[:-4], answer(b"abc").replace(b"HTTP/1.1", b"SMTP")])
def test_a_file_whose_answer_is_cut_or_is_no_http_is_broken_off(cut: bytes) -> None:
    error = failure(lambda _: [cut], file_of)
    assert isinstance(error, ArchiveUnreachableError)
    assert error.code == "broken_off"


def test_a_wish_to_stop_is_heard_while_a_file_is_waited_for() -> None:
    ctx, never = JobContext(), threading.Event()

    def silent(_asked: Asked) -> Iterator[bytes]:
        yield answer(b"x" * 100)[:-50]
        ctx.cancel()
        never.wait(10)

    with hostile(silent) as server, http(server.url, ctx=ctx) as client:
        with pytest.raises(Cancelled):
            file_of(client)
        never.set()


def test_an_upload_is_resumed_and_its_token_renewed(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"0123456789" * 20_000)

    def script(asked: Asked) -> bytes:
        if asked.headers["authorization"] != "Bearer new":
            return refusal("401 No")
        return answer(b'{"received":200000}', "308 More" if "content-range" in asked.headers else "200 OK")

    with hostile(script) as server, http(server.url, token=lambda: "old", refresh=lambda _: "new") as client:
        assert client.upload("/batches/b/files/x", file)[0] == 200
        assert client.upload("/batches/b/files/x", file, 150_000) == (308, b'{"received":200000}')
    last = server.asked[-1]
    assert last.body == file.read_bytes()[150_000:]
    assert last.headers["content-range"] == "bytes 150000-199999/200000"


def test_headers_tell_what_is_there() -> None:
    said = answer(b"", extra="Upload-Offset: 12\r\n")
    with hostile(lambda _: said) as server, http(server.url) as client:
        assert client.head("/batches/b/files/x")["upload-offset"] == "12"


# TLS and proxies.


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    today = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize("is_trusted", [True, False])
def test_only_a_certificate_that_is_trusted_is_spoken_to(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, is_trusted: bool
) -> None:
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    wire.trust.cache_clear()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    try:
        with hostile(lambda _: answer(), context) as server, http(server.url, token=lambda: "acc") as client:
            if is_trusted:
                assert client.json("GET", "/")[0] == 200
                assert file_of(client) == b"{}"
            else:
                for ask in (lambda: client.json("GET", "/"), lambda: file_of(client)):
                    with pytest.raises(ArchiveUntrustedError) as caught:
                        ask()
                    assert caught.value.code == "insecure"
                assert server.asked == []
    finally:
        wire.trust.cache_clear()


def test_a_proxy_of_the_environment_serves_https_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with hostile(lambda _: answer(status="403 No")) as proxy, hostile(lambda _: answer()) as here:
        monkeypatch.setenv("https_proxy", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        with http(here.url) as client:
            client.json("GET", "/")
        with (
            http("https://archief.example.org", token=lambda: "acc") as client,
            pytest.raises(ArchiveUnreachableError) as caught,
        ):
            client.json("GET", "/")
        assert caught.value.code == "unreachable"
        with http("https://archief.example.org") as client, pytest.raises(ArchiveUnreachableError):
            file_of(client)
    assert [(each.method, each.path) for each in proxy.asked] == [("CONNECT", "archief.example.org:443")] * 2
    assert proxy.tokens == []


def test_a_proxy_of_an_unknown_kind_is_not_gone_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:9")
    with pytest.raises(ArchiveUnreachableError):
        http("https://archief.example.org")
