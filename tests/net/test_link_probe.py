"""Whether an address still leads anywhere, asked of a real server on this computer; and which may not be asked."""

import errno
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.net import link_probe
from kennisbank.net.addresses import NoNetworkError, NoSuchHostError, addresses_of, is_public, is_without_network
from kennisbank.net.link_probe import LinkProbe, ProbeAnswer

REDIRECTS = {
    "/moved": (301, "/page"),
    "/again": (308, "/moved"),
    "/for-now": (302, "/page"),
    "/mixed": (301, "/for-now"),
    "/moved-to-nothing": (301, "/missing"),
    "/round": (302, "/round"),
    "/to-a-file": (301, "file:///etc/passwd"),
    "/to-nowhere": (301, ""),
}
STATUSES = {"/page": 200, "/missing": 404, "/gone": 410, "/secret": 403, "/busy": 429, "/broken": 500, "/empty": 416}


class Handler(BaseHTTPRequestHandler):
    seen: list[tuple[str, str, str | None, str | None]]

    def do_HEAD(self) -> None:
        if self.path == "/no-head":
            self._answer(405)
        elif self.path in REDIRECTS:
            status, where = REDIRECTS[self.path]
            self._answer(status, where)
        else:
            self._answer(STATUSES.get(self.path, 200))

    def do_GET(self) -> None:
        if self.path == "/no-head":
            self._answer(206, body=b"x" * 100_000_000 if self.headers["Range"] != "bytes=0-0" else b"x")
        else:
            self.do_HEAD()

    def _answer(self, status: int, where: str | None = None, body: bytes = b"") -> None:
        type(self).seen.append((self.command, self.path, self.headers["Host"], self.headers["Authorization"]))
        self.send_response(status)
        if where is not None:
            self.send_header("Location", where)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    Handler.seen = []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://localhost:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def probe() -> LinkProbe:
    return LinkProbe(allows_private=True, timeout=httpx.Timeout(5.0))


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/page", "ok", 200),
        ("/no-head", "ok", 206),
        ("/empty", "ok", 416),
        ("/moved", "moved", 200),
        ("/again", "moved", 200),
        ("/for-now", "ok", 200),
        ("/mixed", "ok", 200),
        ("/missing", "gone", 404),
        ("/gone", "gone", 410),
        ("/moved-to-nothing", "gone", 404),
        ("/secret", "refused", 403),
        ("/busy", "refused", 429),
        ("/broken", "unreachable", 500),
        ("/round", "unreachable", 302),
        ("/to-nowhere", "unreachable", 301),
    ],
)
def test_an_answer_says_what_became_of_the_page(
    server: str, probe: LinkProbe, path: str, outcome: str, status: int
) -> None:
    answer = probe.ask(server + path)
    assert (answer.outcome, answer.status, answer.is_offline) == (outcome, status, False)


def test_the_host_is_named_but_a_password_in_the_address_is_not_sent(server: str, probe: LinkProbe) -> None:
    host = server.removeprefix("http://")
    probe.ask(f"http://somebody:secret@{host}/page#part")
    assert Handler.seen[-1] == ("HEAD", "/page", host, None)


def test_a_redirect_out_of_the_web_is_not_followed(server: str, probe: LinkProbe) -> None:
    assert probe.ask(server + "/to-a-file").outcome == "refused"


@pytest.mark.parametrize("uri", ["http://localhost:{port}/page", "http://127.0.0.1:{port}/page"])
def test_an_address_of_this_computer_is_never_asked(server: str, uri: str) -> None:
    before = len(Handler.seen)
    assert LinkProbe().ask(uri.format(port=server.rpartition(":")[2])).outcome == "refused"
    assert len(Handler.seen) == before


def test_a_public_page_that_redirects_into_the_own_network_gets_no_further(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.rpartition(":")[2]
    monkeypatch.setitem(REDIRECTS, "/inward", (302, f"http://router.test:{port}/page"))
    monkeypatch.setattr(link_probe, "is_public", lambda address: str(address) == "127.0.0.1")
    names = {"localhost": "127.0.0.1", "router.test": "192.168.1.1"}
    monkeypatch.setattr(link_probe, "addresses_of", lambda host, _port: [ip_address(names[host])])
    before = len(Handler.seen)
    assert LinkProbe().ask(server + "/inward").outcome == "refused"
    assert [path for _method, path, *_rest in Handler.seen[before:]] == ["/inward"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "ff02::1", "::",
    ],
)  # fmt: skip
def test_these_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_these_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.text(max_size=60))
def test_whatever_is_written_for_an_address_gets_an_answer(text: str) -> None:
    try:
        host = httpx.URL(text).host
    except (httpx.InvalidURL, ValueError):
        host = ""
    if not host:  # a host would be looked up
        assert LinkProbe().ask(text).outcome in {"refused", "unreachable"}


def test_a_name_that_is_of_nobody_is_no_answer_but_not_for_want_of_a_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(number: int) -> None:
        def resolve(*_: object, **__: object) -> None:
            raise socket.gaierror(number, "made up")

        monkeypatch.setattr(socket, "getaddrinfo", resolve)

    fail(socket.EAI_NONAME)
    assert LinkProbe().ask("https://nobody.test/") == ProbeAnswer("unreachable", location="https://nobody.test/")
    with pytest.raises(NoSuchHostError):
        addresses_of("nobody.test", 80)
    fail(socket.EAI_AGAIN)
    assert LinkProbe().ask("https://nobody.test/").is_offline
    with pytest.raises(NoNetworkError):
        addresses_of("nobody.test", 80)


def test_a_closed_port_is_no_answer(probe: LinkProbe) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        answer = probe.ask(f"http://127.0.0.1:{closed.getsockname()[1]}/")
    assert (answer.outcome, answer.status, answer.is_offline) == ("unreachable", None, False)


def test_a_connection_without_a_network_is_told_apart() -> None:
    outer = httpx.ConnectError("no")
    outer.__cause__ = OSError(errno.ENETUNREACH, "Network is unreachable")
    assert is_without_network(outer)
    assert not is_without_network(OSError(errno.ECONNREFUSED, "refused"))
