"""The table of who may see and do what, asked cell by cell of a server: what is allowed is done, the rest is refused."""

import hashlib
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.correspondence.withdrawals import WITHDRAWALS
from kennisbank.archive.web.act_needs import ACT_NEEDS, ACT_ROUTE, OBJECTS, OTHERS
from kennisbank.archive.web.rights import NEEDS, refusal
from kennisbank.archive.web.rights_page import RIGHTS, act_cell, object_cell, page
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_accounts import Right
from kennisbank.sync.protocol_acts import ActKind
from tests.archive.rights_world import ACTIVE, PDF, TEXT, RightsWorld, small_site, waiting_batch

Asked = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def world(new_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RightsWorld]:
    folder = tmp_path_factory.mktemp("rights")
    shutil.copytree(new_data, folder / "archive")
    with Archive.open(folder / "archive") as archive, RightsWorld(archive, folder).served() as served:
        yield served


def test_the_page_in_the_documentation_is_the_one_of_these_rules() -> None:
    written = Path(__file__).parents[2] / "docs" / "rights.md"
    assert written.read_text(encoding="utf-8") == page(), "run scripts/rights_table.py"


def test_every_kind_of_act_is_in_the_table() -> None:
    kinds = {name.split()[0] for name in ACT_NEEDS}
    assert kinds == set(get_args(ActKind)) == set(HANDLERS)
    assert {f"withdrawal of a {each}" for each in WITHDRAWALS} <= set(ACT_NEEDS)
    assert all(each.route in NEEDS for seen in OBJECTS.values() for each in seen)


def plain(path: str, **values: Any) -> Callable[[RightsWorld, str], Asked]:
    return lambda _world, _who: (path, values)


def _session(world: RightsWorld, who: str) -> Asked:
    session = str(uuid.uuid4()) if who == "visitor" else world.session(who)[0].id
    return f"/v1/sessions/{session}", {}


def _log_in(world: RightsWorld, _who: str) -> Asked:
    mail = world.mail(f"new-{uuid.uuid4()}")
    code = world.app.state.administration.add(mail)
    return "/v1/sessions", {"json": {"mail": mail, "code": code, "device": "x"}}


def _version(world: RightsWorld, _who: str) -> Asked:
    return f"/v1/versions/{world.said['version', 'author']}/file", {}


def _new_version(_world: RightsWorld, _who: str) -> Asked:
    return f"/v1/versions/{uuid.uuid4()}/files/{hashlib.sha256(PDF).hexdigest()}", {"content": PDF}


def _attachment(world: RightsWorld, who: str) -> Asked:
    name = who if who in {"reader", "author"} else "reader"
    message = world.thread(name, "thread of reader")["messages"][0]
    return f"/v1/attachments/{message['attachment']['id']}", {}


def _decision(world: RightsWorld, _who: str) -> Asked:
    act = {"id": str(uuid.uuid4()), "verb": "decline", "words": "No."}
    return f"/v1/desk/proposal/{world.said['proposal', 'other_reader']}", {"json": act}


def _person(world: RightsWorld, _who: str) -> Asked:
    with world.archive.write() as tx:
        tx.records.put_public("person", "p9", {"name": "Nine", "names": ["Nine"]}, revives=True)
    return "/v1/persons/p9", {}


def _batch(world: RightsWorld, who: str) -> Asked:
    world.batch(f"gone-{who}")
    return f"/v1/batches/gone-{who}", {}


def _batch_file(world: RightsWorld, _who: str) -> Asked:
    name = f"files-{uuid.uuid4()}"
    file_hash, data = waiting_batch(world, name)
    return f"/v1/batches/{name}/files/{file_hash}", {"content": data}


def _batch_head(world: RightsWorld, who: str) -> Asked:
    return _batch_file(world, who)[0], {}


def _publish(world: RightsWorld, who: str) -> Asked:
    world.batch(f"publish-{who}")
    return f"/v1/batches/publish-{who}/publish", {}


ASKED: Mapping[str, Callable[[RightsWorld, str], Asked]] = {
    "GET /": plain("/"),
    "GET /health": plain("/health"),
    "GET /metrics": plain("/metrics"),
    "GET /openapi.json": plain("/openapi.json"),
    "GET /docs": plain("/docs"),
    "GET /oai": plain("/oai?verb=Identify"),
    "POST /oai": plain("/oai", data={"verb": "Identify"}),
    "GET /atom.xml": plain("/atom.xml"),
    "GET /newsletter/{}": lambda world, _who: (f"/newsletter/{world.link('newsletter_off')}", {}),
    "POST /newsletter/{}": lambda world, _who: (f"/newsletter/{world.link('newsletter_off')}", {}),
    "GET /unsubscribe/{}": lambda world, _who: (f"/unsubscribe/{world.link('invitation')}", {}),
    "POST /unsubscribe/{}": lambda world, _who: (f"/unsubscribe/{world.link('invitation')}", {}),
    "GET /v1": plain("/v1"),
    "GET /v1/": plain("/v1/"),
    "GET /v1/contributions": plain("/v1/contributions"),
    "GET /v1/contributions/{}": plain("/v1/contributions/c1"),
    "GET /v1/editions": plain("/v1/editions"),
    "GET /v1/files/{}": lambda world, _who: (f"/v1/files/{world.file_hash}", {}),
    "HEAD /v1/files/{}": lambda world, _who: (f"/v1/files/{world.file_hash}", {}),
    "GET /v1/changes": plain("/v1/changes"),
    "POST /v1/changes": plain("/v1/changes", json={"epoch": "", "writes": []}),
    "POST /v1/receipts": plain("/v1/receipts", json={"ids": []}),
    "POST /v1/acts": plain("/v1/acts", json={"acts": []}),
    "GET /v1/mailbox": plain("/v1/mailbox?after=0"),
    "PUT /v1/attachments/{}": plain(f"/v1/attachments/{hashlib.sha256(TEXT).hexdigest()}", content=TEXT),
    "GET /v1/attachments/{}": _attachment,
    "POST /v1/accounts": plain(
        "/v1/accounts",
        json={"mail": "n@uni.example", "name": "N", "occupation": "teacher", "accepts_rules": True},
    ),
    "POST /v1/codes": plain("/v1/codes", json={"mail": "reader@uni.example"}),
    "POST /v1/sessions": _log_in,
    "POST /v1/sessions/refresh": lambda world, _who: (
        "/v1/sessions/refresh",
        {"json": {"refresh": world.session("reader")[1].refresh}},
    ),
    "GET /v1/me": plain("/v1/me"),
    "GET /v1/me/export": plain("/v1/me/export"),
    "POST /v1/me/erasure": plain("/v1/me/erasure", json={"code": "AAAA2222"}),
    "POST /v1/me/erasure/code": plain("/v1/me/erasure/code"),
    "POST /v1/erasures/proof": plain("/v1/erasures/proof", json={"receipt": "0" * 64}),
    "GET /v1/sessions": plain("/v1/sessions"),
    "DELETE /v1/sessions/current": plain("/v1/sessions/current"),
    "DELETE /v1/sessions/{}": _session,
    "POST /v1/tokens": plain("/v1/tokens", json={"device": "script"}),
    "POST /v1/remarks": lambda _world, _who: (
        "/v1/remarks",
        {"json": {"id": str(uuid.uuid4()), "name": "N", "telephone": "0612345678", "text": "Hello"}},
    ),
    "POST /v1/newsletter": plain("/v1/newsletter", json={"mail": "n@uni.example", "wants": True}),
    "PUT /v1/versions/{}/files/{}": _new_version,
    "GET /v1/versions/{}/file": _version,
    "GET /v1/newsletter.csv": plain("/v1/newsletter.csv"),
    "GET /v1/accounts": plain("/v1/accounts"),
    "PATCH /v1/accounts/{}": lambda world, _who: (f"/v1/accounts/{world.accounts['reader']}", {"json": {}}),
    "GET /v1/audit": plain("/v1/audit"),
    "GET /v1/desk": plain("/v1/desk"),
    "GET /v1/desk/counts": plain("/v1/desk/counts"),
    "POST /v1/desk/{}/{}": _decision,
    "PUT /v1/persons/{}": plain("/v1/persons/p1", json={"name": "Ada", "names": ["A. Boer"]}),
    "DELETE /v1/persons/{}": _person,
    "PUT /v1/editions/{}": plain("/v1/editions/e1", json={"code": "2025", "name": "Congres", "place": "Utrecht"}),
    "PUT /v1/editions/{}/website": plain("/v1/editions/e1/website", content=small_site()),
    "PUT /v1/batches/{}": plain("/v1/batches/b1", json={"source": "x", "items": [], "withdrawals": []}),
    "DELETE /v1/batches/{}": _batch,
    "HEAD /v1/batches/{}/files/{}": _batch_head,
    "PUT /v1/batches/{}/files/{}": _batch_file,
    "POST /v1/batches/{}/publish": _publish,
}
"""A question for each route, of which something comes for whoever may ask it."""
ANSWERED = {
    # These have their own refusals: no attachment of one's own, a code that is wrong, a receipt of nothing.
    ("GET /v1/attachments/{}", "maintainer"): (404, "not_found"),
    **{("POST /v1/me/erasure", right): (403, "wrong_code") for right in RIGHTS},
    **{("POST /v1/erasures/proof", right): (404, "not_found") for right in RIGHTS},
}


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("route", list(NEEDS))
def test_a_route_answers_whom_it_is_for_and_nobody_else(world: RightsWorld, route: str, right: Right) -> None:
    method = route.partition(" ")[0]
    path, values = ASKED[route](world, right)
    answer = world.request(right, method, path, **values)
    expected = refusal(NEEDS[route], right)
    if expected is None and (route, right) not in ANSWERED:
        assert 200 <= answer.status_code < 300, answer.text
    elif method == "HEAD":
        assert answer.status_code in {401, 403}
    else:
        status, code = (None, expected) if expected else ANSWERED[route, right]
        assert answer.json()["code"] == code
        assert answer.status_code == (status or (401 if code == "not_logged_in" else 403))


def _own_thread(world: RightsWorld, who: str) -> str:
    return str(world.thread(who, "thread of maintainer" if who == "maintainer" else "thread of reader")["id"])


def _others_thread(world: RightsWorld, _who: str) -> str:
    """Return a thread that only its reader and the author of another contribution have, by the reader's own id."""
    return str(world.thread("other_reader", "thread of other_reader")["id"])


def _body(world: RightsWorld, act: str, who: str, *, is_own: bool) -> dict[str, Any] | None:
    """Return the body of an act on what is somebody's own, or on what is others'; None: they have nothing such."""
    on_thread = {"reply", "verdict", "seen", "report of a thread", "report asking for help"}
    if act in on_thread:
        thread = _own_thread(world, who) if is_own else _others_thread(world, who)
        owner = who if is_own else "other_reader"
        marker = "thread of maintainer" if owner == "maintainer" else "thread of reader"
        first = world.thread(owner, marker if is_own else "thread of other_reader")["messages"][0]["id"]
        report = {"subject": "thread", "id": thread, "words": "Look."}
        return {
            "reply": {"thread": thread, "text": f"reply of {who}"},
            "verdict": {"thread": thread, "verdict": "answered"},
            "seen": {"thread": thread, "message": first},
            "report of a thread": {**report, "purpose": "report"},
            "report asking for help": {**report, "purpose": "help"},
        }[act]
    if act == "claim_code":
        claim = world.said["claim", who if is_own else "other_author"]
        return {"claim": claim, "code": "AAAA2222"}
    what = act.rpartition(" ")[2]
    if is_own:
        made = world.hands_in(who, "c1") if what == "version" else world.does(who, what, FREE[what](world))
        return {"subject": what, "id": made["act"]} if made["outcome"] == "accepted" else None
    owner = {"version": "author"}.get(what, "other_author")
    return None if owner == who else {"subject": what, "id": world.said[what, owner]}


FREE: Mapping[str, Callable[[RightsWorld], dict[str, Any]]] = {
    "feedback": lambda _world: {"contribution": "c2", "kind": "other", "text": "free"},
    "comment": lambda _world: {"contribution": "c2", "text": "free"},
    "vote": lambda _world: {"contribution": "c2", "stars": 3},
    "proposal": lambda _world: {"contribution": "c2", "field": "tag", "value": f"free {uuid.uuid4()}"},
    "report of a comment": lambda world: {
        "subject": "comment",
        "id": world.said["comment", "other_reader"],
        "purpose": "report",
        "words": "Look.",
    },
    "claim": lambda _world: {"contribution": "c2", "author": "Ada"},
    "notify": lambda _world: {"when": "daily"},
}


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("act", list(ACT_NEEDS))
def test_an_act_is_for_whom_the_table_says_and_on_what_is_theirs(world: RightsWorld, act: str, right: Right) -> None:
    kind, need = act.split(maxsplit=1)[0], ACT_NEEDS[act]
    refused = refusal(NEEDS[ACT_ROUTE], right)
    if refused is not None:
        said = world.does(right, kind, FREE["vote"](world))
        assert (said["code"], act_cell(act, right)) == (refused, refused)
        return
    if need == "anybody":
        assert world.does(right, kind, FREE[act](world))["outcome"] == "accepted"
        return
    if need == "author":
        assert world.hands_in(right, "c2").get("refusal") == "forbidden"
        own = world.hands_in(right, "c1")
        assert own["outcome"] == ("accepted" if right == "author" else "refused")
        return
    others = _body(world, act, right, is_own=False)
    if others is not None:
        result = world.does(right, kind, others)
        outcome = "forbidden" if act == "withdrawal of a comment" else OTHERS[need]
        assert outcome in {result["outcome"], result["refusal"]}, result
        assert result["outcome"] != "accepted"
    own_body = _body(world, act, right, is_own=True)
    if own_body is not None:
        result = world.does(right, kind, own_body)
        if need == "author_side" and right != "author":
            assert (result["outcome"], result["refusal"]) == ("refused", "forbidden")
        elif act == "claim_code":
            assert result["outcome"] != "waits", "a claim of one's own is there; no code waits for it"
        else:
            assert result["outcome"] == "accepted", result


def _in_mailbox(kind: str, marker: str) -> Callable[[RightsWorld, str, str], bool]:
    def sees(world: RightsWorld, who: str, whose: str) -> bool:
        text = marker.format(whose)
        return any(each["kind"] == kind and text in str(each["body"]) for each in world.mailbox(who))

    return sees


def _in(path: str, marker: str) -> Callable[[RightsWorld, str, str], bool]:
    def sees(world: RightsWorld, who: str, whose: str) -> bool:
        answer = world.request(who, "GET", path)
        return answer.status_code == 200 and marker.format(whose) in answer.text

    return sees


def _either(
    *ways: Callable[[RightsWorld, str, str], bool],
) -> Callable[[RightsWorld, str, str], bool]:
    return lambda world, who, whose: any(way(world, who, whose) for way in ways)


def _thread(world: RightsWorld, who: str, whose: str) -> bool:
    writer = {"author": "reader", "other_author": "other_reader"}.get(whose, whose)
    return _in_mailbox("thread", "'text': 'thread of {}'")(world, who, writer)


def _vote(world: RightsWorld, who: str, whose: str) -> bool:
    stars = 1 + len(whose) % 5
    return who == whose and _in_mailbox("vote", f"'contribution': 'c1', 'stars': {stars}")(world, who, whose)


def _file_of(world: RightsWorld, who: str, whose: str) -> bool:
    """Tell whether somebody gets the attached file by the id that `whose` has it under."""
    if whose not in {"reader", "author"}:
        return False
    message = world.thread(whose, "thread of reader")["messages"][0]
    return world.request(who, "GET", f"/v1/attachments/{message['attachment']['id']}").status_code == 200


def _version_file(world: RightsWorld, who: str, _whose: str) -> bool:
    return world.request(who, "GET", _version(world, who)[0]).status_code == 200


SEES: Mapping[str, Callable[[RightsWorld, str, str], bool]] = {
    "contribution": _in("/v1/contributions/c1", "Toetsen"),
    "file of a contribution": lambda world, who, _whose: (
        world.request(who, "GET", f"/v1/files/{world.file_hash}").content == world.file
    ),
    "edition, person, comment, reception": _in("/v1/changes", "comment of other_reader"),
    "annotation, dossier, reading mark": _in("/v1/changes", "note of {}"),
    "thread, and its messages": _thread,
    "thread that was reported": _either(_thread, _in("/v1/desk?list=report&state=all", "thread of {}")),
    "attached file": _file_of,
    "vote": _vote,
    "proposal": _either(_in_mailbox("proposal", "tag of {}'"), _in("/v1/desk?list=proposal&state=all", 'tag of {}"')),
    "claim": _either(
        lambda world, who, whose: any(each["id"] == world.said.get(("claim", whose)) for each in world.mailbox(who)),
        _in("/v1/desk?list=claim&state=all", "claim of {}"),
    ),
    "version handed in": _either(
        lambda world, who, whose: any(each["id"] == world.said.get(("version", whose)) for each in world.mailbox(who)),
        _version_file,
    ),
    "notice": _in_mailbox("notice", "notice of {}'"),
    "account": _either(_in("/v1/me", '"{}@uni.example'), _in("/v1/accounts", '"{}@uni.example')),
    "everything about somebody": _in("/v1/me/export", '"{}@uni.example'),
    "remark": _in("/v1/desk?list=remark", "remark of somebody"),
    "newsletter's list": lambda world, who, _whose: world.request(who, "GET", "/v1/newsletter.csv").text.startswith(
        "mail,"
    ),
    "audit trail": _in("/v1/audit", "account_added"),
}
"""Whether somebody sees a thing of somebody's (or the one that there is)."""
HAVE = {
    "attached file": {"reader", "author"},
    "version handed in": {"author"},
}
"""Who has something such; else everybody who is let in."""


@pytest.mark.parametrize("right", RIGHTS)
@pytest.mark.parametrize("thing", list(OBJECTS))
def test_a_thing_is_seen_by_whom_the_table_says_and_nobody_else(world: RightsWorld, thing: str, right: Right) -> None:
    cell, sees = object_cell(thing, right), SEES[thing]
    if cell == "yes":
        assert sees(world, right, "author" if thing in HAVE else "other_author")
        return
    assert not sees(world, right, "reader" if thing == "attached file" and right not in ACTIVE else "other_author")
    has_own = right in HAVE.get(thing, {*ACTIVE, "pending", "suspended"})
    if cell == "–":
        assert not sees(world, right, "reader")
    elif has_own:
        assert sees(world, right, right)
    if cell == "own, as its authors see it":
        assert sees(world, right, "reader"), "the one that was reported"
