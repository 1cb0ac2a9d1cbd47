"""A repository over HTTP, at its worst; every server is on this computer."""

import gzip

import pytest

from kennisbank.errors import RepositoryRefusedError, RepositoryUnreachableError
from kennisbank.net import oai_http
from kennisbank.net.oai_http import OaiHttp, OaiReply, seconds_of
from kennisbank.tasks.context import JobContext
from tests.oai_repository import Answering, serving

ASKED = {"verb": "ListRecords", "resumptionToken": "a b&c/é"}


def ask(answering: Answering) -> OaiReply:
    with serving(answering) as url:
        return OaiHttp(url, JobContext())(ASKED)


def test_a_question_arrives_as_it_is_and_the_answer_is_unpacked() -> None:
    asked = []

    def answering(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        asked.append(question)
        headers = {"Content-Encoding": "gzip", "Content-Type": 'text/xml; charset="ISO-8859-1"', "Retry-After": "12"}
        return 503, headers, gzip.compress(b"<x/>")

    assert ask(answering) == OaiReply(503, b"<x/>", "ISO-8859-1", 12.0)
    assert asked == [ASKED]


def test_an_address_with_arguments_of_its_own_keeps_them() -> None:
    asked = []

    def answering(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        asked.append(question)
        return 200, {}, b""

    with serving(answering) as url:
        OaiHttp(f"{url}?repository=a", JobContext())({"verb": "Identify"})
    assert asked == [{"repository": "a", "verb": "Identify"}]


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_huge_answer_is_cut_off(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oai_http, "MOST_BYTES", 1 << 20)
    body = b"x" * ((1 << 20) + 1)
    packed = gzip.compress(body) if encoding == "gzip" else body
    with pytest.raises(RepositoryRefusedError) as raised:
        ask(lambda _: (200, {"Content-Encoding": encoding}, packed))
    assert raised.value.code == "too_large"


@pytest.mark.parametrize(
    ("location", "code"),
    [("/oai", "redirected"), ("http://localhost:9/oai", "redirected"), ("file:///etc/passwd", "redirected")],
)
def test_redirects_go_round_into_ones_own_network_or_to_files_for_nobody(location: str, code: str) -> None:
    with pytest.raises(RepositoryRefusedError) as raised:
        ask(lambda _: (302, {"Location": location}, b""))
    assert raised.value.code == code


def test_a_redirect_on_the_same_host_is_followed() -> None:
    def answering(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        return (200, {}, b"<x/>") if "again" in question else (301, {"Location": "/oai2?again=1&verb=x"}, b"")

    assert ask(answering).body == b"<x/>"


def test_a_cut_wire_and_a_closed_door_are_told_apart() -> None:
    with pytest.raises(RepositoryUnreachableError) as raised:
        ask(lambda _: (200, {"Content-Length": "1000"}, b"<x"))
    assert raised.value.code == "broken_off"
    with serving(lambda _: (200, {}, b"")) as url:
        gone = url
    with pytest.raises(RepositoryUnreachableError) as raised:
        OaiHttp(gone, JobContext())(ASKED)
    assert raised.value.code == "unreachable"


def test_retry_after_is_seconds_or_a_moment() -> None:
    assert seconds_of("120") == 120.0
    assert seconds_of("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    assert seconds_of("Fri, 01 Jan 2100 00:00:00 GMT") > 1e9
    assert seconds_of("soon") == seconds_of("") == 0.0
