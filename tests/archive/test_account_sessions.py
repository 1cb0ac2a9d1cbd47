"""Codes, tokens and sessions: what is used up, what can be repeated, what ends, and what belongs to somebody else."""

import pytest

from tests.archive.account_world import World, bearer, fault

ANN, BEN = "ann@uni.example", "ben@uni.example"


def _code(world: World, mail: str = ANN) -> str:
    world.ask_code(mail)
    return world.code_for(mail)


def test_a_code_works_once(world: World) -> None:
    world.somebody(ANN)
    code = _code(world)
    assert world.log_in(ANN, code).status_code == 200
    assert fault(world.log_in(ANN, code)) == (403, "wrong_code")


def test_a_code_is_read_as_people_type_it(world: World) -> None:
    world.somebody(ANN)
    code = _code(world)
    assert world.log_in(f" {ANN.upper()} ", f" {code[:4].lower()}-{code[4:]} ").status_code == 200


def test_a_code_runs_out(world: World) -> None:
    world.somebody(ANN)
    code = _code(world)
    world.clock.goes_on(minutes=31)
    assert fault(world.log_in(ANN, code)) == (403, "wrong_code")


def test_after_five_wrong_tries_the_right_code_is_wrong_too(world: World) -> None:
    world.somebody(ANN)
    code = _code(world)
    for _ in range(5):
        assert fault(world.log_in(ANN, "CCCCCCCC")) == (403, "wrong_code")
    assert fault(world.log_in(ANN, code)) == (403, "wrong_code")


def test_a_code_is_good_for_its_own_address_only(world: World) -> None:
    world.somebody(ANN)
    world.somebody(BEN)
    assert fault(world.log_in(BEN, _code(world))) == (403, "wrong_code")


def test_of_several_codes_each_of_the_newest_three_works_and_logging_in_uses_all_up(world: World) -> None:
    world.somebody(ANN)
    codes = [_code(world) for _ in range(4)]
    assert fault(world.log_in(ANN, codes[0])) == (403, "wrong_code")
    assert world.log_in(ANN, codes[2]).status_code == 200
    assert fault(world.log_in(ANN, codes[3])) == (403, "wrong_code")


def test_an_access_token_is_good_for_an_hour(world: World) -> None:
    tokens = world.somebody(ANN)
    assert tokens["expires_in"] == 3600
    world.clock.goes_on(minutes=61)
    assert fault(world.get("/me", tokens["access"])) == (401, "not_logged_in")
    assert fault(world.get("/changes", tokens["access"])) == (401, "not_logged_in")
    assert world.get("/me", world.refresh(tokens["refresh"]).json()["access"]).status_code == 200


def test_a_lost_answer_is_given_again(world: World) -> None:
    first = world.somebody(ANN)
    answer = world.refresh(first["refresh"]).json()
    world.clock.goes_on(minutes=4)
    again = world.refresh(first["refresh"]).json()
    assert (again["access"], again["refresh"]) == (answer["access"], answer["refresh"])
    assert again["expires_in"] <= answer["expires_in"] - 240
    assert world.get("/me", again["access"]).status_code == 200
    assert world.refresh(again["refresh"]).status_code == 200


def test_an_old_refresh_token_that_comes_back_ends_the_session(world: World) -> None:
    first = world.somebody(ANN)
    second = world.refresh(first["refresh"]).json()
    world.clock.goes_on(minutes=6)
    assert fault(world.refresh(first["refresh"])) == (401, "session_ended")
    assert fault(world.refresh(second["refresh"])) == (401, "session_ended")
    assert fault(world.get("/me", second["access"])) == (401, "session_ended")
    assert world.administration.trail(None, 1)[0].action == "session_replayed"


def test_within_the_grace_an_old_token_is_refused_once_its_successor_was_used(world: World) -> None:
    first = world.somebody(ANN)
    second = world.refresh(first["refresh"]).json()
    third = world.refresh(second["refresh"]).json()
    assert fault(world.refresh(first["refresh"])) == (401, "session_ended")
    assert fault(world.get("/me", third["access"])) == (401, "session_ended")


def test_a_session_that_was_replayed_ends_alone(world: World) -> None:
    first, other = world.somebody(ANN), world.somebody(ANN)
    world.refresh(world.refresh(first["refresh"]).json()["refresh"])
    world.refresh(first["refresh"])
    assert world.get("/me", other["access"]).status_code == 200


def test_a_session_that_is_not_used_for_a_quarter_ends(world: World) -> None:
    tokens = world.somebody(ANN)
    world.clock.goes_on(days=89)
    tokens = world.refresh(tokens["refresh"]).json()
    world.clock.goes_on(days=91)
    assert fault(world.refresh(tokens["refresh"])) == (401, "session_ended")


@pytest.mark.parametrize("token", ["", "kba_", "x", "kbr_" + "A" * 43, "Ünicode", "\x00"])
def test_guessed_tokens_open_nothing(world: World, token: str) -> None:
    world.somebody(ANN)
    assert fault(world.refresh(token)) == (401, "session_ended")
    header = {"Authorization": f"Bearer {token}".encode()}
    answer = world.client.get("/v1/me", headers=header)
    assert fault(answer) == (401, "not_logged_in")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_is_good_for_its_own_purpose_only(world: World) -> None:
    tokens = world.somebody(ANN)
    assert fault(world.get("/me", tokens["refresh"])) == (401, "not_logged_in")
    assert fault(world.refresh(tokens["access"])) == (401, "session_ended")
    device = world.client.post("/v1/tokens", json={"device": "server"}, headers=bearer(tokens["access"])).json()
    assert fault(world.refresh(device["token"])) == (401, "session_ended")


def test_another_kind_of_authorization_is_none(world: World) -> None:
    for path in ("/v1/me", "/v1/changes"):
        answer = world.client.get(path, headers={"Authorization": "Basic YTpi"})
        assert fault(answer) == (401, "not_logged_in")


def test_sessions_are_listed_and_ended_one_by_one(world: World) -> None:
    laptop, phone = world.somebody(ANN), world.somebody(ANN)
    listed = world.get("/sessions", phone["access"]).json()
    assert {each["id"]: each["is_current"] for each in listed} == {laptop["session"]: False, phone["session"]: True}
    ended = world.client.delete(f"/v1/sessions/{laptop['session']}", headers=bearer(phone["access"]))
    assert ended.status_code == 204
    assert fault(world.get("/me", laptop["access"])) == (401, "session_ended")
    assert fault(world.refresh(laptop["refresh"])) == (401, "session_ended")
    assert [each["id"] for each in world.get("/sessions", phone["access"]).json()] == [phone["session"]]
    assert world.client.delete("/v1/sessions/current", headers=bearer(phone["access"])).status_code == 204
    assert fault(world.get("/me", phone["access"])) == (401, "session_ended")


def test_anothers_session_is_not_found_and_goes_on(world: World) -> None:
    ann, ben = world.somebody(ANN), world.somebody(BEN)
    for session in (ann["session"], "00000000-0000-4000-8000-000000000000"):
        answer = world.client.delete(f"/v1/sessions/{session}", headers=bearer(ben["access"]))
        assert fault(answer) == (404, "not_found")
    assert world.get("/me", ann["access"]).status_code == 200
    assert ann["session"] not in world.get("/sessions", ben["access"]).text


def test_what_is_no_id_is_no_session(world: World) -> None:
    token = world.somebody(ANN)["access"]
    for path, status in (("..%2Fme", 404), ("x", 404), ("refresh", 405), ("%00", 404)):
        assert world.client.delete(f"/v1/sessions/{path}", headers=bearer(token)).status_code == status


def test_a_device_token_lasts_as_long_as_was_asked_and_can_be_revoked(world: World) -> None:
    tokens = world.somebody(ANN)
    made = [
        world.client.post(
            "/v1/tokens", json={"device": "server", "days": days}, headers=bearer(tokens["access"])
        ).json()
        for days in (1, 30)
    ]
    assert [each["is_token"] for each in world.get("/sessions", made[0]["token"]).json()].count(True) == 2
    world.clock.goes_on(days=1)
    assert fault(world.get("/me", made[0]["token"])) == (401, "session_ended")
    assert world.get("/me", made[1]["token"]).status_code == 200
    revoked = world.client.delete(f"/v1/sessions/{made[1]['session']}", headers=bearer(made[1]["token"]))
    assert revoked.status_code == 204
    assert fault(world.get("/me", made[1]["token"])) == (401, "session_ended")


@pytest.mark.parametrize("asked", [{"device": " "}, {"device": "x", "days": 0}, {"device": "x", "days": 367}, {}])
def test_what_is_no_device_token_is_refused(world: World, asked: dict[str, object]) -> None:
    tokens = world.somebody(ANN)
    assert fault(world.client.post("/v1/tokens", json=asked, headers=bearer(tokens["access"]))) == (422, "invalid")


def test_who_is_suspended_is_told_so_and_goes_on_when_restored(world: World) -> None:
    tokens = world.somebody(ANN)
    account = tokens["account"]["id"]
    world.change(account, state="suspended")
    assert fault(world.get("/changes", tokens["access"])) == (403, "suspended")
    assert fault(world.refresh(tokens["refresh"])) == (403, "suspended")
    assert world.get("/me", tokens["access"]).json()["right"] == "suspended"
    world.change(account, state="active")
    assert world.get("/changes", tokens["access"]).status_code == 200
    assert world.refresh(tokens["refresh"]).status_code == 200


def test_who_is_suspended_learns_it_with_a_good_code_only(world: World) -> None:
    tokens = world.somebody(ANN)
    code = _code(world)
    world.change(tokens["account"]["id"], state="suspended")
    assert fault(world.log_in(ANN, "CCCCCCCC")) == (403, "wrong_code")
    assert fault(world.log_in(ANN, code)) == (403, "suspended")


def test_who_is_refused_is_logged_out(world: World) -> None:
    tokens = world.somebody(ANN, "pending")
    world.change(tokens["account"]["id"], state="refused")
    assert fault(world.get("/me", tokens["access"])) == (401, "session_ended")
    assert fault(world.refresh(tokens["refresh"])) == (401, "session_ended")


def test_the_clients_clock_does_not_matter(world: World) -> None:
    """Nothing of a client's time goes in, and of time only a length comes out that anybody needs."""
    tokens = world.somebody(ANN)
    for date in ("Sat, 21 Nov 2026 09:30:00 GMT", "Mon, 23 Nov 2026 09:30:00 GMT"):
        headers = {"Date": date, "If-Unmodified-Since": date, **bearer(tokens["access"])}
        assert world.client.get("/v1/me", headers=headers).status_code == 200


def test_when_a_session_was_used_is_known_to_ten_minutes(world: World) -> None:
    tokens = world.somebody(ANN)
    created = world.get("/sessions", tokens["access"]).json()[0]["used"]
    world.clock.goes_on(minutes=5)
    assert world.get("/sessions", tokens["access"]).json()[0]["used"] == created
    world.clock.goes_on(minutes=6)
    assert world.get("/sessions", tokens["access"]).json()[0]["used"] > created


def test_what_ended_long_ago_is_forgotten(world: World) -> None:
    world.somebody(ANN)
    world.clock.goes_on(days=181)
    world.courier.tidy()
    with world.desk() as desk:
        account = desk.accounts.by_mail(ANN)
        assert account is not None
        connection = desk.accounts._connection
        for table in ("tokens", "sessions", "codes", "limits"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
