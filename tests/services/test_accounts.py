"""Connecting to an archive and logging in there, against the real one."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.config.secrets import KeyringSecrets, MemorySecrets, SurvivingSecrets
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.moments import now
from kennisbank.domain.reading import ReadingMark
from kennisbank.errors import (
    AlreadyConnectedError,
    ArchiveRefusedError,
    ArchiveUnreachableError,
    ArchiveUntrustedError,
    NotConnectedError,
    NotLoggedInError,
    UnsentWorkError,
)
from tests.config.test_secrets import BrokenKeyring
from tests.net.hostile import answer, hostile
from tests.real_archive import RealArchive, running_archive
from tests.services.archive_readers import Reader, reader

PAPER = ContributionId("c1")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealArchive]:
    with running_archive(tmp_path_factory.mktemp("archive")) as served:
        yield served


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Reader]:
    with reader(tmp_path / "home") as opened:
        yield opened


def mail_of(request: pytest.FixtureRequest) -> str:
    return f"{request.node.name.replace('_', '-')[:40]}@uni.example"


# The archive.


def test_looking_at_an_archive_stores_nothing(archive: RealArchive, me: Reader) -> None:
    info = me.accounts.look_at(archive.url)
    assert info.name == "Congresarchief"
    assert me.accounts.link() is None
    with pytest.raises(NotConnectedError):
        me.accounts.ask_code("ann@uni.example", "nl")


def test_connecting_pins_the_key_and_keeps_what_the_archive_says(archive: RealArchive, me: Reader) -> None:
    link = me.accounts.connect(f"{archive.url}/v1/")
    assert (link.url, link.revision, link.name) == (archive.url, 0, "Congresarchief")
    assert me.accounts.link() == link
    assert me.accounts.info() == me.accounts.look_at(archive.url)
    again = me.accounts.connect(archive.url.replace("127.0.0.1", "localhost"))
    assert (again.id, again.connected) == (link.id, link.connected)
    assert again.url.startswith("http://localhost")


@pytest.mark.parametrize(
    ("field", "error", "code"), [("key", ArchiveUntrustedError, "other_key"), ("id", AlreadyConnectedError, "")]
)
def test_another_key_or_archive_changes_nothing(
    archive: RealArchive, me: Reader, field: str, error: type[Exception], code: str
) -> None:
    link = me.accounts.connect(archive.url)
    said = json.loads(link.info) | {field: "A" * 43 + "=" if field == "key" else "another"}
    with hostile(lambda _: answer(json.dumps(said).encode())) as other, pytest.raises(error) as caught:
        me.accounts.connect(other.url)
    assert getattr(caught.value, "code", "") == code
    assert me.accounts.link() == link


@pytest.mark.parametrize(
    "said", [b"{}", b"[]", b'{"id": 1}', b'{"id":"a","epoch":"b","name":"c","key":"short","approval":"mail"}']
)
def test_what_is_no_archive_is_not_connected_to(me: Reader, said: bytes) -> None:
    with hostile(lambda _: answer(said)) as other, pytest.raises(ArchiveUntrustedError) as caught:
        me.accounts.connect(other.url)
    assert caught.value.code == "malformed"
    assert me.accounts.link() is None


# Asking for an account, and logging in.


def test_an_account_that_was_asked_for_is_seen_without_network(archive: RealArchive, me: Reader, request) -> None:
    mail = mail_of(request)
    me.accounts.connect(archive.url)
    link = me.accounts.register(mail, "Ann", "teacher", "Hogeschool", "nl", accepts_rules=True)
    assert link.wish is not None
    assert me.accounts.link() == link
    code = archive.world.code_for(mail)
    archive.secrets.add(code)
    done = me.accounts.log_in(mail, f" {code.lower()} ")
    assert done.account.mail == mail
    assert done.account.right == "pending"
    assert me.accounts.link().wish is None


def test_rules_that_are_not_accepted_are_refused(archive: RealArchive, me: Reader) -> None:
    me.accounts.connect(archive.url)
    with pytest.raises(ArchiveRefusedError):
        me.accounts.register("ann@uni.example", "Ann", "teacher", "", "nl", accepts_rules=False)
    assert me.accounts.link().wish is None


def test_a_wrong_code_and_a_used_one_are_refused(archive: RealArchive, me: Reader, request) -> None:
    mail = mail_of(request)
    me.accounts.connect(archive.url)
    code = archive.code(mail)
    for wrong in ("AAAAAAAA", ""):
        with pytest.raises(ArchiveRefusedError):
            me.accounts.log_in(mail, wrong)
    assert me.accounts.log_in(mail, code).account.is_current
    with pytest.raises(ArchiveRefusedError) as caught:
        me.accounts.log_in(mail, code)
    assert caught.value.code == "wrong_code"
    assert code not in f"{caught.value!r}{caught.value}"


def test_tokens_stand_in_the_keyring_alone(archive: RealArchive, me: Reader, request) -> None:
    account = me.log_in(archive, mail_of(request))
    tokens = json.loads(me.secrets.get(me.access._name(account)))
    kept = b"".join(path.read_bytes() for path in me.library.paths.home.rglob("*") if path.is_file())
    assert all(token.encode() not in kept for token in tokens)
    assert me.accounts.renew() == me.accounts.current()
    assert all(token not in repr(me.access._held) for token in tokens)


def test_a_keyring_that_fails_is_said_and_the_session_works_until_the_end(
    archive: RealArchive, tmp_path, request
) -> None:
    broken = SurvivingSecrets(KeyringSecrets(BrokenKeyring(RuntimeError("no dbus"))))
    with reader(tmp_path / "home", broken) as me:
        assert me.accounts.secrets_state() == ""
        me.accounts.connect(archive.url)
        done = me.accounts.log_in(mail_of(request), archive.code(mail_of(request)))
        assert done.secrets_state == me.accounts.secrets_state() == "failed"
        assert [each.is_current for each in me.accounts.sessions()] == [True]


def test_a_session_is_renewed_without_being_noticed(archive: RealArchive, me: Reader, request) -> None:
    me.log_in(archive, mail_of(request))
    archive.world.clock.goes_on(hours=2)
    asked = len(archive.requests)
    assert len(me.accounts.sessions()) == 1
    # Who answers is looked at first: a refresh token is shown to the archive alone.
    assert archive.requests[asked:] == [
        ("GET", "/sessions"),
        ("GET", "/"),
        ("POST", "/sessions/refresh"),
        ("GET", "/sessions"),
    ]


@pytest.mark.parametrize("is_by_token", [False, True])
def test_another_archive_at_the_address_ends_no_session(
    archive: RealArchive, me: Reader, tmp_path: Path, request, *, is_by_token: bool
) -> None:
    me.log_in(archive, mail_of(request))
    token = me.accounts.print_token("server", 30)
    archive.secrets.add(token)
    environment = {"KENNISBANK_TOKEN": token} if is_by_token else {}
    secrets = MemorySecrets() if is_by_token else me.secrets
    home = tmp_path / "server" if is_by_token else me.library.paths.home
    with reader(home, secrets, environment=environment) as one:
        link = one.accounts.connect(archive.url)
        assert one.accounts.sessions()
        said = json.dumps(json.loads(link.info) | {"id": "another"}).encode()
        denied = answer(b'{"code": "not_logged_in", "words": ""}', "401 Unauthorized")
        with hostile(lambda asked: answer(said) if asked.path in {"/", "/v1", "/v1/"} else denied) as other:
            with one.library.write() as tx:
                tx.archives.save_link(replace(link, url=other.url))
            with pytest.raises(ArchiveUntrustedError):
                one.accounts.sessions()
            assert [each.method for each in other.asked] == ["GET", "GET"]
        with one.library.write() as tx:
            tx.archives.save_link(link)
        assert one.accounts.current().ended == ""
        assert one.accounts.sessions()


def test_programs_at_once_renew_a_session_once(archive: RealArchive, tmp_path: Path, request) -> None:
    keyring = MemorySecrets()
    with reader(tmp_path / "home", keyring) as one, reader(tmp_path / "home", keyring) as other:
        one.log_in(archive, mail_of(request))
        assert len(other.accounts.sessions()) == 1
        archive.world.clock.goes_on(hours=2)
        asked = len(archive.requests)
        found: list[int] = []
        threads = [
            threading.Thread(target=lambda each=each: found.append(len(each.accounts.sessions())))
            for each in (one, other, one, other)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [1] * 4
    assert archive.requests[asked:].count(("POST", "/sessions/refresh")) == 1


@pytest.mark.parametrize("way", ["ended", "suspended"])
def test_a_session_that_was_ended_is_said_and_remembered(archive: RealArchive, me: Reader, request, way: str) -> None:
    account = me.log_in(archive, mail_of(request))
    if way == "ended":
        archive.world.administration.end_sessions("", account.id)
    else:
        archive.change(account.mail, state="suspended")
    with pytest.raises((NotLoggedInError, ArchiveRefusedError)):
        me.accounts.print_token("server", 1)
    if way == "ended":
        current = me.accounts.current()
        assert (current.id, current.is_current, current.ended) == (account.id, True, "ended")
        assert me.secrets.get(me.access._name(account)) is None


def test_devices_are_listed_and_ended(archive: RealArchive, me: Reader, tmp_path: Path, request) -> None:
    mail = mail_of(request)
    me.log_in(archive, mail)
    with reader(tmp_path / "other") as other:
        other.log_in(archive, mail)
        sessions = {each.is_current: each for each in me.accounts.sessions()}
        assert len(sessions) == 2
        me.accounts.end_session(sessions[False].id)
        with pytest.raises(NotLoggedInError):
            other.accounts.sessions()
    assert len(me.accounts.sessions()) == 1


def test_a_device_token_of_the_environment_needs_no_keyring(
    archive: RealArchive, me: Reader, tmp_path, request
) -> None:
    account = me.log_in(archive, mail_of(request))
    token = me.accounts.print_token("server", 30)
    archive.secrets.add(token)
    with reader(tmp_path / "server", environment={"KENNISBANK_TOKEN": token}) as server:
        server.accounts.connect(archive.url)
        assert server.accounts.current() is None
        assert [each.is_token for each in server.accounts.sessions()].count(True) == 1
        assert server.accounts.current().id == account.id
        assert server.accounts.secrets_state() == ""
        kept = b"".join(path.read_bytes() for path in server.library.paths.home.rglob("*") if path.is_file())
        assert token.encode() not in kept
        me.accounts.end_session(next(each.id for each in me.accounts.sessions() if each.is_token))
        with pytest.raises(NotLoggedInError):
            server.accounts.sessions()
        assert server.accounts.current().ended == "ended"


# Logging out, and who sees what.


def written(me: Reader, body: str) -> None:
    me.annotating.note(PAPER, body)


def bodies(me: Reader) -> list[str]:
    with me.library.read() as tx:
        return sorted(each.body for each in tx.annotations.all())


def test_logging_out_hides_and_logging_in_shows_again(archive: RealArchive, me: Reader, request) -> None:
    mail = mail_of(request)
    written(me, "before anybody")
    me.log_in(archive, mail)
    written(me, "mine")
    assert bodies(me) == ["before anybody", "mine"]
    done = me.accounts.log_out(removes=False)
    assert done.is_told
    assert len(done.changes.ids("annotation")) == 1
    assert bodies(me) == ["before anybody"]
    assert me.accounts.current() is None
    assert [each.is_hidden for each in me.accounts.known()] == [True]
    me.log_in(archive, f"other-{mail}")
    assert bodies(me) == ["before anybody"]
    me.log_in(archive, mail)
    assert bodies(me) == ["before anybody", "mine"]
    assert [each.mail for each in me.accounts.known() if each.is_current] == [mail]


def test_logging_out_with_removal_asks_about_what_was_not_sent(archive: RealArchive, me: Reader, request) -> None:
    account = me.log_in(archive, mail_of(request))
    written(me, "mine, never sent")
    with pytest.raises(UnsentWorkError) as caught:
        me.accounts.log_out(removes=True)
    assert caught.value.count == 1
    assert me.accounts.current() == account
    done = me.accounts.log_out(removes=True, even_unsent=True)
    assert [each.action for each in done.changes.changes if each.kind == "annotation"] == ["removed"]
    assert bodies(me) == []
    assert me.accounts.known() == []
    assert me.secrets.get(me.access._name(account)) is None
    with me.library.read() as tx:
        assert tx.outbox.pending() == []
    kept = b"".join(path.read_bytes() for path in me.library.paths.home.glob("library.sqlite*"))
    assert b"never sent" not in kept


def test_data_of_an_account_that_is_logged_out_can_be_removed_later(archive: RealArchive, me: Reader, request) -> None:
    me.log_in(archive, mail_of(request))
    written(me, "mine")
    me.accounts.log_out(removes=False)
    (hidden,) = me.accounts.known()
    with pytest.raises(UnsentWorkError):
        me.accounts.remove_account(hidden)
    assert me.accounts.remove_account(hidden, even_unsent=True).ids("annotation")
    assert me.accounts.known() == []


def test_logging_out_works_without_network(me: Reader, tmp_path: Path) -> None:
    with running_archive(tmp_path / "archive") as archive:
        me.log_in(archive)
    done = me.accounts.log_out(removes=False)
    assert not done.is_told
    assert me.accounts.current() is None
    with pytest.raises(NotLoggedInError):
        me.accounts.log_out(removes=False)
    with pytest.raises(ArchiveUnreachableError):
        me.accounts.ask_code("ann@uni.example", "nl")


def test_letting_go_of_an_archive_hides_whoever_is_logged_in(archive: RealArchive, me: Reader, request) -> None:
    me.log_in(archive, mail_of(request))
    written(me, "mine")
    me.accounts.disconnect()
    assert (me.accounts.link(), me.accounts.current(), bodies(me)) == (None, None, [])
    with pytest.raises(NotConnectedError):
        me.accounts.disconnect()


# Claiming.


def test_what_was_written_before_a_log_in_is_claimed_by_an_explicit_act(
    archive: RealArchive, me: Reader, request
) -> None:
    written(me, "one")
    written(me, "two")
    me.dossiers.create("Voor de les")
    with pytest.raises(NotLoggedInError):
        me.accounts.claim(["annotation"])
    me.log_in(archive, mail_of(request))
    assert me.accounts.claimable() == {"annotation": 2, "dossier": 1}
    with me.library.read() as tx:
        assert tx.unsent.all() == []
    assert len(me.accounts.claim(["annotation"]).ids("annotation")) == 2
    assert me.accounts.claimable() == {"dossier": 1}
    with me.library.read() as tx:
        assert [(row.kind, row.op) for row, _ in tx.unsent.all()] == [("annotation", "added")] * 2
    me.accounts.log_out(removes=False)
    assert bodies(me) == []


def test_of_two_reading_marks_the_newer_one_is_claimed(archive: RealArchive, me: Reader, request) -> None:
    moment = now()
    early = replace(moment, utc=moment.utc.replace(year=2020))
    with me.library.write() as tx:
        tx.reading_marks.put(ReadingMark(PAPER, "read", moment))
        tx.reading_marks.put(ReadingMark(ContributionId("c2"), "to_read", early))
    me.log_in(archive, mail_of(request))
    with me.library.write() as tx:
        owner = tx.viewer
        for paper, at in (("c1", early), ("c2", moment)):
            mark = ReadingMark(ContributionId(paper), "reading", at, owner.archive, owner.account)
            tx.reading_marks.put(mark)
    me.accounts.claim(["reading_mark"])
    with me.library.read() as tx:
        states = {str(each): mark.state for each, mark in tx.reading_marks.of(["c1", "c2"]).items()}
    assert states == {"c1": "read", "c2": "reading"}
    assert me.accounts.claimable() == {}
