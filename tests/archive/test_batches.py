"""Import batches: checked as a whole, visible all at once, the same again is nothing."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.world import Archive
from tests.archive.account_world import CONFIG, World, bearer
from tests.archive.publishing import Maintainer, Paper, edition, paper


def _titles(world: World) -> list[str]:
    page = world.client.get("/v1/contributions?limit=200").json()
    return [each["body"]["title"] for each in page["contributions"]]


def _file_status(world: World, file_hash: str) -> int:
    return world.client.get(f"/v1/files/{file_hash}").status_code


def test_a_batch_is_seen_by_nobody_until_it_is_published(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    taken = maintainer.put("b1", [edition(), one.item]).json()
    assert (taken["state"], taken["missing"]) == (
        "waiting",
        [{"hash": one.hash, "size": len(one.data), "received": 0}],
    )
    assert maintainer.publish("b1").json()["code"] == "incomplete"
    assert maintainer.send("b1", one.hash, one.data).json()["received"] == len(one.data)
    assert (_titles(world), _file_status(world, one.hash)) == ([], 404)
    published = maintainer.publish("b1").json()
    assert (published["state"], published["added"], published["revision"]) == ("published", 1, 2)
    assert (_titles(world), _file_status(world, one.hash)) == (["One"], 200)


def test_the_same_batch_again_changes_nothing(world: World) -> None:
    maintainer, papers, congress = Maintainer(world), [paper("One"), paper("Two")], edition()
    first = maintainer.all_of(papers, congress)
    again = maintainer.put("b1", [congress, *(each.item for each in papers)]).json()
    assert (again["state"], again["missing"]) == ("published", [])
    published = maintainer.publish("b1").json()
    assert (published["added"], published["unchanged"], published["revision"]) == (0, 2, first["revision"])


def test_a_changed_batch_corrects_what_changed_and_nothing_else(world: World) -> None:
    maintainer, one, two = Maintainer(world), paper("One"), paper("Two")
    maintainer.all_of([one, two])
    better = Paper(one.id, "One, mended", one.data)
    answer = maintainer.all_of([better, two])
    assert (answer["added"], answer["corrected"], answer["unchanged"]) == (0, 1, 1)
    assert _titles(world) == ["One, mended", "Two"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../../etc/passwd"),
        ("id", ""),
        ("kind", "annotation"),
        ("body", {"title": ""}),
        ("body", {"authors": []}),
        (
            "body",
            {"title": "x", "files": [{"hash": "../x", "name": "x", "role": "paper", "media_type": "", "size": 1}]},
        ),
        ("body", {"title": "x", "year": "soon"}),
    ],
)
def test_one_wrong_item_refuses_the_whole_batch(world: World, field: str, value: Any) -> None:
    maintainer = Maintainer(world)
    refused = maintainer.put("b1", [paper("Good").item, {**paper("Bad").item, field: value}])
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")
    assert maintainer.publish("b1").status_code == 404
    assert _titles(world) == []


def test_an_upload_goes_on_where_it_broke_off(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One", bytes(range(256)) * 40)
    size = len(one.data)
    maintainer.put("b1", [one.item])
    part = maintainer.send("b1", one.hash, one.data[:3000], **{"Content-Range": f"bytes 0-2999/{size}"})
    assert part.json() == {"hash": one.hash, "size": size, "received": 3000}
    assert maintainer.received("b1", one.hash) == 3000
    assert maintainer.put("b1", [one.item]).json()["missing"][0]["received"] == 3000
    too_far = maintainer.send("b1", one.hash, one.data[4000:], **{"Content-Range": f"bytes 4000-{size - 1}/{size}"})
    assert (too_far.json()["code"], too_far.headers["Kennisbank-Received"]) == ("other_start", "3000")
    # What overlaps is written anew: the sender may not know that it arrived.
    rest = maintainer.send("b1", one.hash, one.data[2000:], **{"Content-Range": f"bytes 2000-{size - 1}/{size}"})
    assert rest.json()["received"] == size
    maintainer.publish("b1")
    assert world.client.get(f"/v1/files/{one.hash}").content == one.data


def test_bytes_with_another_hash_are_not_kept(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    maintainer.put("b1", [one.item])
    wrong = maintainer.send("b1", one.hash, bytes(len(one.data)))
    assert (wrong.status_code, maintainer.received("b1", one.hash)) == (422, 0)
    assert maintainer.send("b1", one.hash, one.data + b"x").status_code == 422
    assert maintainer.send("b1", paper("Other").hash, b"x").status_code == 404
    assert maintainer.send("b1", one.hash, one.data, **{"Content-Range": "bytes 9-0/1"}).status_code == 422
    assert maintainer.publish("b1").json()["code"] == "incomplete"


def test_what_came_completely_before_a_stop_is_taken_at_the_next_look(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    maintainer.put("b1", [one.item])
    part = world.archive.data / "staging" / "b1" / f"{one.hash}.part"
    part.write_bytes(one.data)
    assert maintainer.put("b1", [one.item]).json()["missing"] == []
    assert maintainer.publish("b1").status_code == 200


@pytest.mark.parametrize("same", ["file", "doi", "title"])
def test_what_the_archive_has_under_another_id_is_corrected_and_not_doubled(world: World, same: str) -> None:
    maintainer = Maintainer(world)
    old = paper("On Sharing", doi="10.1234/ABC")
    congress = edition()
    maintainer.all_of([old], congress)
    new = {
        "file": paper("Another Title", old.data),
        "doi": paper("Another Title", doi="https://doi.org/10.1234/abc"),
        "title": paper("On sharing"),
    }[same]
    answer = maintainer.all_of([new], edition(), batch="b2")
    assert answer["known"][new.id] == old.id
    assert congress["id"] in answer["known"].values()
    assert (answer["added"], answer["corrected"], _titles(world)) == (0, 1, [new.title])
    assert world.client.get(f"/v1/contributions/{new.id}").status_code == 404


def test_two_that_share_a_file_are_not_taken_for_one(world: World) -> None:
    maintainer = Maintainer(world)
    shared = b"%PDF the whole proceedings"
    maintainer.all_of([paper("One", shared)])
    answer = maintainer.all_of([paper("Two", shared), paper("Three", shared)], batch="b2")
    assert (answer["known"], answer["added"]) == ({}, 2)


def test_a_withdrawn_contribution_keeps_its_title_and_loses_its_file(world: World) -> None:
    maintainer, one, two = Maintainer(world), paper("One"), paper("Two")
    maintainer.all_of([one, two])
    gone = [{"id": one.id, "reason": "withdrawn", "words": "The authors asked for it."}]
    assert maintainer.put("b2", [], gone).json()["missing"] == []
    assert maintainer.publish("b2").json()["withdrawn"] == 1
    record = world.client.get(f"/v1/contributions/{one.id}").json()
    assert (record["body"]["title"], record["gone"]["words"]) == ("One", "The authors asked for it.")
    assert "files" not in record["body"]
    answer = world.client.get(f"/v1/files/{one.hash}")
    assert (answer.status_code, answer.json()["code"]) == (410, "withdrawn")
    assert _titles(world) == ["Two"]
    assert maintainer.publish("b2").json()["withdrawn"] == 0
    # The batch that brought it, published once more, doesn't bring it back.
    assert maintainer.all_of([one, two])["added"] == 0
    assert _file_status(world, one.hash) == 410


def test_what_is_not_there_cannot_be_withdrawn(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    assert maintainer.put("b1", [], [{"id": one.id}]).status_code == 422
    assert maintainer.put("b1", [one.item], [{"id": one.id}]).status_code == 422


def test_a_cancelled_batch_leaves_no_files(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    maintainer.put("b1", [one.item])
    maintainer.send("b1", one.hash, one.data)
    assert world.archive.files.has(one.hash)
    assert world.client.delete("/v1/batches/b1", headers=maintainer.headers).status_code == 204
    assert world.client.delete("/v1/batches/b1", headers=maintainer.headers).status_code == 404
    assert not world.archive.files.has(one.hash)


def test_files_that_a_batch_waits_for_survive_tidying(world: World) -> None:
    maintainer, one = Maintainer(world), paper("One")
    maintainer.put("b1", [one.item])
    maintainer.send("b1", one.hash, one.data)
    Batches(world.archive, CONFIG).tidy(7)
    assert maintainer.publish("b1").json()["added"] == 1


def test_only_maintainers_publish(world: World) -> None:
    reader = bearer(world.somebody()["access"])
    for headers, status in (({}, 401), (reader, 403)):
        for method, path in (("PUT", ""), ("DELETE", ""), ("POST", "/publish"), ("PUT", f"/files/{'0' * 64}")):
            answer = world.client.request(method, f"/v1/batches/b1{path}", headers=headers, json={})
            assert (answer.status_code, path) == (status, path)


def test_what_maintainers_do_stands_in_the_trail(world: World) -> None:
    maintainer = Maintainer(world)
    maintainer.all_of([paper("One")])
    trail = world.client.get("/v1/audit?limit=100", headers=maintainer.headers).json()
    lines = {each["action"]: each["detail"] for each in trail}
    assert lines["batch_published"] == "added 1, corrected 0, withdrawn 0"
    assert "One" not in str(trail)


_KILLED = """
import os, sys
from pathlib import Path
from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.records.records import Records
from kennisbank.archive.world import Archive

put, left = Records.put_public, int(sys.argv[2])
def put_or_die(self, *values):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
    return put(self, *values)
Records.put_public = put_or_die
Batches(Archive.open(Path(sys.argv[1])), ArchiveConfig("x")).publish("b1", "")
"""


def test_a_server_that_is_killed_while_it_publishes_has_published_nothing(world: World) -> None:
    maintainer, papers = Maintainer(world), [paper(f"Paper {number}") for number in range(9)]
    maintainer.put("b1", [each.item for each in papers])
    for each in papers:
        maintainer.send("b1", each.hash, each.data)
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(world.archive.data), "7"], check=False, timeout=60)
    assert killed.returncode == 9
    assert (_titles(world), _file_status(world, papers[0].hash)) == ([], 404)
    with Archive.open(Path(world.archive.data)) as opened, opened.read() as tx:
        assert tx.records.head()[0] == 0
    assert maintainer.publish("b1").json()["added"] == 9
    assert len(_titles(world)) == 9
