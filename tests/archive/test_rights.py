"""The table of rights, against every route there is, for everybody there is, over HTTP."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import insert

from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.web.rights import NEEDS, need_of, refusal
from kennisbank.sync.protocol_accounts import Right
from tests.archive.account_world import World, bearer

RIGHTS: tuple[Right, ...] = ("visitor", "pending", "reader", "author", "maintainer", "suspended")


def routes_of(app: FastAPI) -> set[tuple[str, str]]:
    """Return method and pattern of every route, those of the framework too."""
    return {(method, prefix + route.path) for prefix, route in _walk("", app.routes) for method in route.methods or ()}


def _walk(prefix: str, routes: list[Any]) -> Iterator[tuple[str, Any]]:
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is None:
            yield prefix, route
        else:
            yield from _walk(prefix + route.include_context.prefix, inner.routes)


def test_every_route_is_in_the_table(world: World) -> None:
    missing = set()
    for method, pattern in routes_of(world.app):
        try:
            need_of(method, pattern)
        except KeyError:
            missing.add((method, pattern))
    assert not missing


@pytest.mark.parametrize("right", RIGHTS)
def test_everybody_may_do_what_the_table_says_and_nothing_else(world: World, right: Right) -> None:
    account = None if right == "visitor" else world.somebody(right=right)["account"]["id"]
    if right == "author":
        with world.desk() as desk:
            row = {"contribution": str(uuid4()), "account": account, "since": ""}
            desk.accounts._connection.execute(insert(contribution_authors), row)
    routes = routes_of(world.app)
    assert len(routes) >= 30
    for method, pattern in sorted(routes):
        token = None
        if account is not None:
            with world.desk() as desk:
                token = desk.sessions.open(account, "", world.clock())[1].access
        path = pattern.replace(":uuid}", "}")
        for name in ("session", "account", "batch", "contribution"):
            path = path.replace(f"{{{name}}}", str(uuid4()))
        path = path.replace("{sha256}", "0" * 64)
        answer = world.client.request(method, path, headers=bearer(token), follow_redirects=False)
        expected = refusal(need_of(method, pattern), right)
        code = answer.json().get("code") if answer.status_code in {401, 403} and method != "HEAD" else None
        if method == "HEAD":
            assert (answer.status_code in {401, 403}) == (expected is not None), (method, pattern)
        elif expected is None:
            assert answer.status_code not in {401, 403, 500}, (method, pattern, answer.text)
        else:
            assert code == expected, (method, pattern, answer.status_code, answer.text)


def test_nothing_in_the_table_is_for_nobody() -> None:
    assert all(refusal(need, "maintainer") is None for need in NEEDS.values())
    assert all(refusal(need, "suspended") == "suspended" for need in ("visitor", "reader", "maintainer"))
    assert refusal("maintainer", "reader") == refusal("maintainer", "author") == "forbidden"
