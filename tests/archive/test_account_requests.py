"""Asking for an account, waiting, being let in; and what nobody learns from it."""

import pytest

from kennisbank.sync.protocol_accounts import AccountChange
from tests.archive.account_world import World, body_of, code_in, fault

ANN = "ann@uni.example"


def test_where_the_mail_is_enough_the_code_makes_a_reader(mail_world: World) -> None:
    assert mail_world.ask("Ann@Uni.example").status_code == 202
    tokens = mail_world.log_in(ANN, mail_world.code_for("Ann@uni.example")).json()
    assert (tokens["account"]["state"], tokens["account"]["right"]) == ("active", "reader")
    assert mail_world.get("/me", tokens["access"]).json() == tokens["account"]


def test_where_a_maintainer_approves_one_waits_logged_in(world: World) -> None:
    world.somebody("chief@uni.example", "maintainer")
    world.ask(ANN)
    tokens = world.log_in(ANN, world.code_for(ANN)).json()
    assert tokens["account"]["right"] == "pending"
    assert fault(
        world.client.post("/v1/changes", json={}, headers={"Authorization": f"Bearer {tokens['access']}"})
    ) == (
        403,
        "not_approved",
    )
    notice = world.letters_to("chief@uni.example")[-1]
    assert "Ann" in body_of(notice)
    assert ANN in body_of(notice)
    world.change(tokens["account"]["id"], state="active", reason="known to us")
    assert world.get("/me", tokens["access"]).json()["right"] == "reader"
    approved = world.letters_to(ANN)[-1]
    assert "approved" in approved["Subject"]
    assert "known to us" not in body_of(approved)


def test_who_is_approved_without_having_logged_in_gets_a_code_for_a_day(world: World) -> None:
    world.ask(ANN)
    world.letters()
    world.change(world.administration.accounts()[0].id, state="active")
    code = world.code_for(ANN)
    world.clock.goes_on(hours=23)
    assert world.log_in(ANN, code).json()["account"]["right"] == "reader"


def test_an_address_that_is_known_is_answered_like_one_that_is_not(world: World) -> None:
    world.somebody(ANN)
    known, unknown = world.ask(ANN), world.ask("nobody@uni.example")
    assert (known.status_code, known.content, known.headers) == (unknown.status_code, unknown.content, unknown.headers)
    known, unknown = world.ask_code(ANN), world.ask_code("no-one@uni.example")
    assert (known.status_code, known.content, known.headers) == (unknown.status_code, unknown.content, unknown.headers)
    known, unknown = world.log_in(ANN, "CCCCCCCC"), world.log_in("no-one@uni.example", "CCCCCCCC")
    assert fault(known) == (403, "wrong_code")
    assert (known.status_code, known.content, known.headers) == (unknown.status_code, unknown.content, unknown.headers)


def test_an_address_that_is_known_costs_the_same_statements(world: World) -> None:
    """Timing follows from what the database is asked: for a known address, an unknown one and a suspended one alike."""
    from sqlalchemy import event  # noqa: PLC0415

    world.somebody(ANN)
    world.somebody("sus@uni.example", "suspended")
    said: list[str] = []
    engines = world.archive._engines
    for engine in (engines.read, engines.write):
        event.listen(engine, "before_cursor_execute", lambda *args: said.append(args[2]))

    def statements(ask: str, mail: str) -> list[str]:
        said.clear()
        {"account": world.ask, "code": world.ask_code, "log in": lambda at: world.log_in(at, "CCCCCCCC")}[ask](mail)
        return list(said)

    for ask in ("account", "code", "log in"):
        unknown = statements(ask, "nobody@uni.example")
        assert unknown, "nothing was listened to"
        assert statements(ask, ANN) == unknown
        assert statements(ask, "sus@uni.example") == unknown


def test_nobody_is_written_to_who_asks_for_a_code_without_an_account(world: World) -> None:
    world.ask_code("nobody@uni.example")
    assert world.letters() == []
    assert world.administration.messages() == (0, 0)


def test_who_has_an_account_and_asks_again_gets_a_code_and_nothing_changes(world: World) -> None:
    world.somebody(ANN)
    world.ask(ANN, name="Mallory", organisation="Elsewhere")
    assert world.log_in(ANN, world.code_for(ANN)).json()["account"]["name"] == "ann"


def test_who_was_refused_or_suspended_is_told_by_mail_only(world: World) -> None:
    world.ask(ANN)
    world.letters()
    account = world.administration.accounts()[0].id
    world.change(account, state="refused")
    assert world.ask_code(ANN).status_code == 202
    assert "not approved" in body_of(world.letters_to(ANN)[-1])
    world.change(account, state="active")
    world.change(account, state="suspended")
    world.ask_code(ANN)
    last = world.letters_to(ANN)[-1]
    assert "suspended" in last["Subject"]
    assert "beheer@archief.example" in body_of(last)


@pytest.mark.parametrize(
    "values",
    [
        {"accepts_rules": False},
        {"name": "  \r\n "},
        {"occupation": "king"},
        {"language": "fr"},
        {"mail": "no address"},
        {"mail": "a@b@c"},
        {"mail": "two@uni.example, three@uni.example"},
        {"mail": "a@uni.example\r\nBcc: b@uni.example"},
        {"mail": '"quoted one"@uni.example'},
        {"mail": "a`reboot`@uni.example"},
        {"mail": "a@[127.0.0.1]"},
        {"mail": "a@" + "x" * 300},
        {"name": "x" * 201},
    ],
)
def test_what_is_no_request_is_refused(world: World, values: dict[str, object]) -> None:
    assert fault(world.ask(**{"mail": ANN, **values})) == (422, "invalid")
    assert world.letters() == []


def test_a_request_that_nobody_answered_is_forgotten(world: World) -> None:
    world.ask(ANN)
    world.log_in(ANN, world.code_for(ANN))
    world.clock.goes_on(days=91)
    world.courier.tidy()
    assert world.administration.accounts() == []


def test_the_trail_says_who_did_what_and_why(world: World) -> None:
    chief = world.somebody("chief@uni.example", "maintainer")
    world.ask(ANN)
    world.letters()
    account = world.administration.accounts("requested")[0].id
    for state, reason in (("active", "a colleague"), ("suspended", "rude"), ("active", "made up")):
        answer = world.client.patch(
            f"/v1/accounts/{account}",
            json={"state": state, "reason": reason},
            headers={"Authorization": f"Bearer {chief['access']}"},
        )
        assert answer.status_code == 200
    lines = [each for each in world.get("/audit", chief["access"]).json() if each["subject"] == account]
    assert [(each["action"], each["detail"]) for each in lines] == [
        ("account_restored", "made up"),
        ("account_suspended", "rude"),
        ("account_approved", "a colleague"),
        ("account_requested", ""),
    ]
    assert {each["actor"] for each in lines[:3]} == {chief["account"]["id"]}
    assert ANN not in str(lines)
    page = world.get(f"/audit?before={lines[0]['id']}&limit=1", chief["access"]).json()
    assert [each["id"] for each in page] == [lines[1]["id"]]


def test_the_last_maintainer_stays(world: World) -> None:
    chief = world.somebody("chief@uni.example", "maintainer")["account"]["id"]
    headers = {"Authorization": f"Bearer {world.somebody('chief@uni.example', 'maintainer')['access']}"}
    for change in ({"right": "reader"}, {"state": "suspended"}):
        answer = world.client.patch(f"/v1/accounts/{chief}", json=change, headers=headers)
        assert fault(answer) == (409, "last_maintainer")
    world.somebody("second@uni.example", "maintainer")
    assert world.client.patch(f"/v1/accounts/{chief}", json={"right": "reader"}, headers=headers).status_code == 200


def test_changes_that_make_no_sense_are_refused(world: World) -> None:
    chief = world.somebody("chief@uni.example", "maintainer")
    headers = {"Authorization": f"Bearer {chief['access']}"}
    world.ask(ANN)
    world.letters()
    requested = world.administration.accounts("requested")[0].id
    for account, state in ((requested, "suspended"), (world.somebody("b@uni.example")["account"]["id"], "refused")):
        answer = world.client.patch(f"/v1/accounts/{account}", json={"state": state}, headers=headers)
        assert fault(answer) == (422, "invalid")
    unknown = "00000000-0000-4000-8000-000000000000"
    assert fault(world.client.patch(f"/v1/accounts/{unknown}", json={}, headers=headers)) == (404, "not_found")


def test_the_list_of_accounts_is_by_state(world: World) -> None:
    chief = world.somebody("chief@uni.example", "maintainer")
    world.ask(ANN)
    world.letters()
    found = world.get("/accounts?state=requested", chief["access"]).json()
    assert [each["mail"] for each in found] == [ANN]
    assert len(world.get("/accounts", chief["access"]).json()) == 2
    assert fault(world.get("/accounts?state=strange", chief["access"])) == (422, "invalid")


def test_a_change_that_is_so_already_tells_nobody(world: World) -> None:
    account = world.somebody(ANN)["account"]["id"]
    before = len(world.letters())
    world.administration.change("", account, AccountChange(state="active", right="reader"))
    assert len(world.letters()) == before


def test_the_code_of_a_message_stands_alone_on_its_line(world: World) -> None:
    world.ask(ANN)
    assert len(code_in(world.letters()[0])) == 8
