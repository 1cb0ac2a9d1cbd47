"""How often: per address, per account, per network; and a thousand attempts to log in."""

from kennisbank.archive.accounts.limits import Limit, network_of
from tests.archive.account_world import World, bearer, fault

ANN = "ann@uni.example"


def test_a_thousand_attempts_open_nothing_and_are_stopped(world: World) -> None:
    world.somebody(ANN)
    world.ask_code(ANN)
    code = world.code_for(ANN)
    said = [fault(world.log_in(ANN, f"CCCC{number:04}")) for number in range(1000)]
    assert set(said) == {(403, "wrong_code"), (429, "too_many")}
    assert said.count((403, "wrong_code")) < 20
    last = world.log_in(ANN, code)
    assert fault(last) == (429, "too_many")
    assert 0 < int(last.headers["Retry-After"]) <= 3600
    with world.desk() as desk:
        rows = desk.accounts._connection.exec_driver_sql("SELECT count(*) FROM limits").scalar_one()
    assert rows <= 6
    world.clock.goes_on(minutes=61)
    assert fault(world.log_in(ANN, code)) == (403, "wrong_code")
    world.ask_code(ANN)
    assert world.log_in(ANN, world.code_for(ANN)).status_code == 200


def test_who_tries_many_addresses_from_one_network_is_stopped_there_only(world: World) -> None:
    world.somebody(ANN)
    world.ask_code(ANN)
    code = world.code_for(ANN)
    with world.desk() as desk:
        for _ in range(20 * 20):
            desk.limits.count(Limit("attempt", "network 10.0.0.1", 20 * 20), world.clock())
    assert fault(world.log_in("somebody@uni.example", "CCCCCCCC")) == (429, "too_many")
    world.client = world.client_at("10.0.0.2")
    assert world.log_in(ANN, code).status_code == 200


def test_good_codes_do_not_count_against_a_network(world: World) -> None:
    world.somebody(ANN)
    with world.desk() as desk:
        assert desk.limits.wait(Limit("attempt", "network 10.0.0.1", 1), world.clock()) == 0


def test_an_address_gets_five_messages_an_hour_whether_it_is_known_or_not(world: World) -> None:
    world.somebody(ANN)
    for mail in (ANN, "nobody@uni.example"):
        assert [world.ask_code(mail).status_code for _ in range(6)] == [202] * 5 + [429]
        assert world.ask(mail.upper()).status_code == 429
    assert len(world.letters_to(ANN)) == 5
    world.clock.goes_on(minutes=61)
    assert world.ask_code(ANN).status_code == 202


def test_nobody_is_locked_out_by_somebody_elsewhere(world: World) -> None:
    world.somebody(ANN)
    elsewhere = world.client_at("10.0.0.66")
    for _ in range(30):
        elsewhere.post("/v1/sessions", json={"mail": ANN, "code": "CCCCCCCC"})
        elsewhere.post("/v1/codes", json={"mail": ANN})
    assert world.ask_code(ANN).status_code == 202
    assert world.log_in(ANN, world.code_for(ANN)).status_code == 200


def test_an_address_is_guessed_at_from_so_many_networks_only(world: World) -> None:
    said = []
    for number in range(5):
        world.client = world.client_at(f"10.0.2.{number}")
        said += [world.log_in(ANN, "CCCCCCCC").status_code for _ in range(20)]
    assert said == [403] * 60 + [429] * 40


def test_a_network_asks_for_so_many_messages_an_hour(world: World) -> None:
    statuses = [world.ask(f"a{number}@uni.example").status_code for number in range(101)]
    assert statuses == [202] * 100 + [429]
    world.client = world.client_at("10.0.0.9")
    assert world.ask("other@uni.example").status_code == 202


def test_maintainers_are_not_flooded_with_requests(world: World) -> None:
    world.somebody("chief@uni.example", "maintainer")
    for number in range(15):
        world.ask(f"a{number}@uni.example")
    assert len(world.letters_to("chief@uni.example")) == 10


def test_an_account_makes_so_many_device_tokens_an_hour(world: World) -> None:
    tokens = world.somebody(ANN)
    answers = [
        world.client.post("/v1/tokens", json={"device": "x"}, headers=bearer(tokens["access"])) for _ in range(21)
    ]
    assert [each.status_code for each in answers] == [200] * 20 + [429]


def test_no_address_stands_in_the_counts(world: World) -> None:
    world.ask_code(ANN)
    world.log_in(ANN, "CCCCCCCC")
    with world.desk() as desk:
        rows = desk.accounts._connection.exec_driver_sql("SELECT key FROM limits").scalars().all()
    assert len(rows) == 6
    assert all(len(key) == 64 and set(key) <= set("0123456789abcdef") for key in rows)


def test_a_network_is_an_address_or_the_first_half_of_a_long_one() -> None:
    assert network_of("192.0.2.7") == "192.0.2.7"
    assert network_of("::ffff:192.0.2.7") == "192.0.2.7"
    assert network_of("2001:db8:1:2:3:4:5:6") == network_of("2001:db8:1:2::1") == "2001:db8:1:2::/64"
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert network_of("testclient") == network_of(None) == "unknown"


def test_what_was_counted_while_the_clock_was_a_day_ahead_keeps_nobody_out(world: World) -> None:
    world.somebody(ANN)
    world.clock.goes_on(days=1)
    assert [world.ask_code(ANN).status_code for _ in range(6)] == [202] * 5 + [429]
    world.clock.goes_on(days=-1)
    assert [world.ask_code(ANN).status_code for _ in range(6)] == [202] * 5 + [429]
    world.clock.goes_on(minutes=61)
    assert world.ask_code(ANN).status_code == 202


def test_wrong_codes_typed_while_the_clock_was_a_day_ahead_keep_nobody_out(world: World) -> None:
    world.somebody(ANN)
    world.clock.goes_on(days=1)
    assert {world.log_in(ANN, "CCCCCCCC").status_code for _ in range(40)} == {403, 429}
    world.clock.goes_on(days=-1)
    world.ask_code(ANN)
    assert world.log_in(ANN, world.code_for(ANN)).status_code == 200
