"""What is new as an Atom feed: as RFC 4287 has it, of everything or one edition, with ids that stay."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from anyio.from_thread import BlockingPortal
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.archive.fetching.atom import AtomFeed, Entry, write_feed
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Gone
from tests.archive.account_world import CONFIG, World
from tests.archive.authors import contribution, published

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(world: World, query: str = "") -> list[ET.Element]:
    answered = world.client.get(f"/atom.xml{query}")
    assert answered.status_code == 200
    assert answered.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answered.content).findall(f"{ATOM}entry")


def _titles(world: World, query: str = "") -> list[str | None]:
    return [each.findtext(f"{ATOM}title") for each in _entries(world, query)]


@pytest.fixture
def world(own_archive: Archive, tmp_path: Path, loop: BlockingPortal) -> World:
    return World(own_archive, tmp_path, replace(CONFIG, url="https://archief.example/"), loop=loop)


def test_a_feed_has_the_newest_first_and_all_that_the_standard_asks(world: World) -> None:
    published(world, contribution("Oud"))
    published(world, contribution("Nieuw & <vers>"), batch="b2")
    root = ET.fromstring(world.client.get("/atom.xml").content)
    assert _titles(world) == ["Nieuw & <vers>", "Oud"]
    assert [child.tag.removeprefix(ATOM) for child in root][:4] == ["id", "title", "updated", "author"]
    assert root.findtext(f"{ATOM}title") == "Congresarchief"
    own = root.find(f"{ATOM}link")
    assert own is not None
    assert own.attrib == {"rel": "self", "type": "application/atom+xml", "href": "https://archief.example/atom.xml"}
    entries = root.findall(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    assert len({each.findtext(f"{ATOM}id") for each in entries}) == 2
    assert all((each.findtext(f"{ATOM}id") or "").startswith("urn:uuid:") for each in entries)
    assert [each.findtext(f"{ATOM}name") for each in entries[0].findall(f"{ATOM}author")] == ["Ann de Boer", "Ben Smit"]


def test_ids_stay_and_a_change_comes_to_the_top(world: World) -> None:
    old, new = contribution("Oud"), contribution("Nieuw")
    published(world, old)
    published(world, new, batch="b2")
    before = {each.findtext(f"{ATOM}title"): each.findtext(f"{ATOM}id") for each in _entries(world)}
    published(world, old | {"body": old["body"] | {"title": "Oud, verbeterd"}}, batch="b3")
    (first, _) = _entries(world)
    assert first.findtext(f"{ATOM}title") == "Oud, verbeterd"
    assert first.findtext(f"{ATOM}id") == before["Oud"]


def test_one_edition_has_a_feed_of_its_own_and_the_withdrawn_none(world: World) -> None:
    other = contribution("Elders")
    other["body"]["edition"] = "C2023 & meer"
    published(world, contribution("Hier"), other)
    assert _titles(world, "?edition=C2023+%26+meer") == ["Elders"]
    assert _titles(world, "?edition=C1900") == []
    with world.archive.write() as tx:
        tx.records.withdraw("contribution", other["id"], Gone("withdrawn"))
    assert _titles(world) == ["Hier"]


def test_who_has_the_feed_is_told_so_until_something_changes(world: World) -> None:
    published(world, contribution("Eén"))
    etag = world.client.get("/atom.xml").headers["ETag"]
    assert world.client.get("/atom.xml", headers={"If-None-Match": etag}).status_code == 304
    published(world, contribution("Twee"), batch="b2")
    assert world.client.get("/atom.xml", headers={"If-None-Match": etag}).status_code == 200


def test_an_empty_archive_has_a_feed_too(world: World) -> None:
    root = ET.fromstring(world.client.get("/atom.xml").content)
    assert (root.findtext(f"{ATOM}updated") or "").endswith("Z")
    assert root.findall(f"{ATOM}entry") == []


@given(st.text(), st.text(), st.lists(st.text(), max_size=3), st.text())
def test_whatever_stands_in_a_record_the_feed_is_sound(title: str, words: str, names: list[str], language: str) -> None:
    moment = "2026-11-22T09:30:00.000000+00:00"
    entry = Entry("urn:uuid:1", title, moment, moment, "", tuple(names), words, tuple(names), language)
    data = write_feed(AtomFeed("urn:uuid:2", title, moment, (entry,), words, words))
    root = ET.fromstring(data)
    (read,) = root.findall(f"{ATOM}entry")
    assert read.findtext(f"{ATOM}title") is not None
    assert read.findtext(f"{ATOM}updated") == "2026-11-22T09:30:00Z"
