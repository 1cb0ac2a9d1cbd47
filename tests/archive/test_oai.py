"""The archive harvested over OAI-PMH: every answer as the protocol has it, and nothing missed while things change."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from starlette.testclient import TestClient

from kennisbank.archive.app import make_app
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.harvesting import oai
from kennisbank.archive.mail.post import FolderPost
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol import Gone
from tests.archive.oai_schema import DC_SCHEMA, check_structure

CONFIG = ArchiveConfig("Archief & co", address="beheer@archief.example", url="https://archief.example/")
NS = {"o": "http://www.openarchives.org/OAI/2.0/", "dc": "http://purl.org/dc/elements/1.1/"}


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


class Harvested:
    """An archive, asked over HTTP; every answer is checked."""

    def __init__(self, archive: Archive, folder: Path, schema: etree.XMLSchema | None) -> None:
        self.archive = archive
        self.folder = folder
        self.schema = schema
        self.dc = etree.XMLSchema(etree.fromstring(DC_SCHEMA))
        self.start()

    def start(self) -> None:
        """Begin to serve, as after a restart."""
        app = make_app(self.archive, FolderPost(self.folder / "mail"), settings=CONFIG)
        self.client = TestClient(app, raise_server_exceptions=True)
        with self.archive.read() as tx:
            self.prefix = f"oai:{tx.identity.id}:"

    def put(self, number: int, title: str = "", edition: str = "NIOC 2013", **fields: Any) -> None:
        body = {"title": title or f"Bijdrage {number}", "edition": edition, **fields}
        with self.archive.write() as tx:
            tx.records.put_public("contribution", uuid(number), body)

    def withdraw(self, number: int, reason: Any = "withdrawn") -> None:
        with self.archive.write() as tx:
            tx.records.withdraw("contribution", uuid(number), Gone(reason, "op verzoek"))

    def ask(self, *, post: bool = False, **arguments: str) -> etree._Element:
        return self.ask_as(list(arguments.items()), post=post)

    def ask_as(self, pairs: list[tuple[str, str]], *, post: bool = False) -> etree._Element:
        pairs = [(name.rstrip("_"), value) for name, value in pairs]
        if post:
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = self.client.post("/oai", content=urlencode(pairs), headers=kind)
        else:
            answer = self.client.get("/oai", params=pairs)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/xml; charset=utf-8"
        root = etree.fromstring(answer.content)
        check_structure(root)
        if self.schema is not None:
            self.schema.assertValid(root)
        for each in root.iter("{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"):
            self.dc.assertValid(each)
        return root

    def code(self, **arguments: str) -> str:
        return self.codes(list(arguments.items()))

    def codes(self, pairs: list[tuple[str, str]]) -> str:
        return ",".join(each.get("code") for each in self.ask_as(pairs).findall("o:error", NS))

    def all(self, verb: str = "ListIdentifiers", between: Any = None, **arguments: str) -> list[tuple[str, bool]]:
        """Harvest a list to its end; `between` is done between two pages."""
        found: list[tuple[str, bool]] = []
        asked = {"verb": verb, "metadataPrefix": "oai_dc", **arguments}
        while True:
            root = self.ask(**asked)
            for header in root.iter("{*}header"):
                identifier = header.findtext("o:identifier", namespaces=NS)
                assert identifier.startswith(self.prefix)
                found.append((identifier.removeprefix(self.prefix), header.get("status") == "deleted"))
            token = root.find(".//o:resumptionToken", NS)
            if token is None or not token.text:
                return found
            asked = {"verb": verb, "resumptionToken": token.text}
            if between is not None:
                between()


@pytest.fixture(scope="session")
def oai_schema() -> etree.XMLSchema | None:
    """Return OAI-PMH's own schema, where the shared test data have it; else answers are checked by our own rules."""
    import os  # noqa: PLC0415

    from tests.conftest import REPOSITORY  # noqa: PLC0415

    folder = Path(os.environ.get("KENNISBANK_TEST_DATA", REPOSITORY.parent / "shared" / "data"))
    found = next(iter(sorted(folder.glob("protocols/**/OAI-PMH.xsd"))), None) if folder.is_dir() else None
    return etree.XMLSchema(etree.parse(found)) if found is not None else None


@pytest.fixture
def harvested(own_archive: Archive, tmp_path: Path, oai_schema: etree.XMLSchema | None) -> Harvested:
    return Harvested(own_archive, tmp_path, oai_schema)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(oai, "PAGE", 3)
    return


@pytest.mark.shared_data
def test_the_schema_of_the_protocol_was_found(shared_data: Path, oai_schema: etree.XMLSchema | None) -> None:
    assert oai_schema is not None


def test_the_archive_says_who_it_is_empty_or_not(harvested: Harvested) -> None:
    root = harvested.ask(verb="Identify")
    said = {etree.QName(each).localname: each.text for each in root.find("o:Identify", NS)}
    assert said["repositoryName"] == "Archief & co"
    assert said["baseURL"] == "https://archief.example/oai"
    assert said["deletedRecord"] == "persistent"
    assert said["granularity"] == "YYYY-MM-DDThh:mm:ssZ"
    harvested.put(1)
    stamp = harvested.ask(verb="Identify").findtext(".//o:earliestDatestamp", namespaces=NS)
    assert stamp == harvested.ask(
        verb="GetRecord", metadataPrefix="oai_dc", identifier=f"{harvested.prefix}{uuid(1)}"
    ).findtext(".//o:datestamp", namespaces=NS)


def test_an_empty_archive_has_no_sets_and_no_records(harvested: Harvested) -> None:
    assert harvested.code(verb="ListSets") == "noSetHierarchy"
    assert harvested.code(verb="ListRecords", metadataPrefix="oai_dc") == "noRecordsMatch"


def test_a_record_says_all_that_dublin_core_has_words_for(harvested: Harvested) -> None:
    harvested.put(
        1,
        title="Één <titel> & meer",
        authors=[{"name": "Wouter van den Berg", "family": "van den Berg", "given": "Wouter"}, {"name": "Logius"}],
        abstract="Wat\x00 werkt\x0b.",
        keywords=["toetsen"],
        themes=["onderwijs", "toetsen"],
        year=2013,
        language="nl",
        kind="article",
        doi="10.1234/abc",
        licence="CC BY 4.0",
        files=[{"hash": "ab" * 32, "name": "a.pdf", "role": "paper", "media_type": "application/pdf", "size": 3}],
    )
    root = harvested.ask(verb="GetRecord", metadataPrefix="oai_dc", identifier=f"{harvested.prefix}{uuid(1)}")
    values = [(etree.QName(each).localname, each.text) for each in root.iter("{http://purl.org/dc/elements/1.1/}*")]
    assert values == [
        ("title", "Één <titel> & meer"),
        ("creator", "van den Berg, Wouter"),
        ("creator", "Logius"),
        ("subject", "toetsen"),
        ("subject", "onderwijs"),
        ("description", "Wat\ufffd werkt\ufffd."),
        ("publisher", "Archief & co"),
        ("date", "2013"),
        ("type", "article"),
        ("format", "application/pdf"),
        ("identifier", "https://doi.org/10.1234/abc"),
        ("identifier", f"https://archief.example/v1/contributions/{uuid(1)}"),
        ("identifier", f"https://archief.example/v1/files/{'ab' * 32}"),
        ("source", "NIOC 2013"),
        ("language", "nl"),
        ("rights", "CC BY 4.0"),
    ]


def test_editions_are_sets_and_can_be_harvested_apart(harvested: Harvested) -> None:
    with harvested.archive.write() as tx:
        tx.records.put_public("edition", uuid(90), {"code": "NIOC 2013", "name": "NIOC in Arnhem"})
    harvested.put(1)
    harvested.put(2, edition="NIOC 2015")
    harvested.put(3, edition="")
    root = harvested.ask(verb="ListSets")
    sets = [
        (each.findtext("o:setSpec", namespaces=NS), each.findtext("o:setName", namespaces=NS))
        for each in root.iter("{*}set")
    ]
    assert sets == [("edition-NIOC~202013", "NIOC in Arnhem"), ("edition-NIOC~202015", "NIOC 2015")]
    assert harvested.all(set="edition-NIOC~202015") == [(uuid(2), False)]
    assert len(harvested.all()) == 3
    for unknown in ("edition-X", "edition-", "x", "x:y"):
        assert harvested.code(verb="ListRecords", metadataPrefix="oai_dc", set=unknown) == "noRecordsMatch"


def test_what_was_taken_out_stays_as_deleted_for_ever(harvested: Harvested) -> None:
    for number, reason in enumerate(("withdrawn", "erased", "hidden", "deleted"), 1):
        harvested.put(number, title="Geheim")
        harvested.withdraw(number, reason)
    assert harvested.all("ListRecords") == [(uuid(number), True) for number in range(1, 5)]
    answer = etree.tostring(harvested.ask(verb="ListRecords", metadataPrefix="oai_dc")).decode()
    assert "Geheim" not in answer
    assert "op verzoek" not in answer
    identifier = f"{harvested.prefix}{uuid(1)}"
    assert (
        harvested.ask(verb="GetRecord", metadataPrefix="oai_dc", identifier=identifier).find(".//o:metadata", NS)
        is None
    )
    assert harvested.code(verb="ListMetadataFormats", identifier=identifier) == ""


def test_what_belongs_to_somebody_is_never_harvested(harvested: Harvested) -> None:
    from tests.archive.people import add_account, note, written  # noqa: PLC0415

    harvested.put(1)
    with harvested.archive.write() as tx:
        add_account(tx, "ann")
        written(tx, "ann", "annotation", uuid(50), note("Privé", everyone=True))
    assert harvested.all() == [(uuid(1), False)]
    assert (
        harvested.code(verb="GetRecord", metadataPrefix="oai_dc", identifier=f"{harvested.prefix}{uuid(50)}")
        == "idDoesNotExist"
    )


@pytest.mark.usefixtures("small_pages")
def test_a_list_comes_in_pages_with_true_counts_and_goes_on_after_a_restart(harvested: Harvested) -> None:
    for number in range(7):
        harvested.put(number)
    first = harvested.ask(verb="ListRecords", metadataPrefix="oai_dc", set="edition-NIOC~202013")
    token = first.find(".//o:resumptionToken", NS)
    assert (token.get("completeListSize"), token.get("cursor")) == ("7", "0")
    assert token.get("expirationDate") is None
    harvested.start()
    second = harvested.ask(verb="ListRecords", resumptionToken=token.text).find(".//o:resumptionToken", NS)
    assert (second.get("completeListSize"), second.get("cursor")) == ("7", "3")
    last = harvested.ask(verb="ListRecords", resumptionToken=second.text).find(".//o:resumptionToken", NS)
    assert (last.get("completeListSize"), last.get("cursor"), last.text) == ("7", "6", None)
    again = harvested.ask(verb="ListRecords", resumptionToken=token.text)
    assert len(list(again.iter("{*}record"))) == 3
    assert harvested.code(verb="ListIdentifiers", resumptionToken=token.text) == "badResumptionToken"


@pytest.mark.usefixtures("small_pages")
def test_what_changes_during_a_harvest_is_not_missed(harvested: Harvested) -> None:
    for number in range(10):
        harvested.put(number)
    moves = iter([lambda: harvested.put(0, "Verbeterd"), lambda: harvested.withdraw(8), lambda: harvested.put(11)])

    def between() -> None:
        next(moves, lambda: None)()

    found = harvested.all(between=between)
    assert dict(found) == {**{uuid(number): False for number in (*range(8), 9, 11)}, uuid(8): True}
    assert found.count((uuid(0), False)) == 2


def test_changes_are_found_by_moment_from_and_until_included(harvested: Harvested) -> None:
    from sqlalchemy import update  # noqa: PLC0415

    from kennisbank.archive.schema.tables import records  # noqa: PLC0415

    moments = ["2026-01-01T10:00:00.900000", "2026-01-01T10:00:01.000000", "2026-01-02T00:00:00.000000"]
    for number, moment in enumerate(moments):
        harvested.put(number)
        with harvested.archive.write() as tx:
            where = records.c.id == uuid(number)
            tx.connection.execute(update(records).where(where).values(changed=f"{moment}+00:00"))

    def numbers(**limits: str) -> list[int]:
        return [int(each[-2:]) for each, _ in harvested.all(**limits)]

    assert numbers(from_="2026-01-01T10:00:00Z") == [0, 1, 2]
    assert numbers(from_="2026-01-01T10:00:01Z") == [1, 2]
    assert numbers(until="2026-01-01T10:00:00Z") == [0]
    assert numbers(from_="2026-01-01", until="2026-01-01") == [0, 1]
    assert numbers(from_="2026-01-02") == [2]
    assert numbers(until="9999-12-31") == [0, 1, 2]
    assert numbers(from_="0001-01-01T00:00:00Z") == [0, 1, 2]
    assert harvested.code(verb="ListRecords", metadataPrefix="oai_dc", from_="2026-01-03") == "noRecordsMatch"
    assert harvested.code(verb="ListRecords", metadataPrefix="oai_dc", until="2025-12-31") == "noRecordsMatch"


def test_moments_follow_revisions_and_are_given_at_the_end_of_a_transaction(harvested: Harvested) -> None:
    with harvested.archive.write() as tx:
        for number in range(3):
            tx.records.put_public("contribution", uuid(number), {"title": str(number)})
    with harvested.archive.read() as tx:
        from sqlalchemy import select  # noqa: PLC0415

        from kennisbank.archive.schema.tables import records  # noqa: PLC0415

        changed = tx.connection.execute(select(records.c.changed)).scalars().all()
    assert len(set(changed)) == 1


MISTAKES: list[tuple[list[tuple[str, str]], str]] = [
    ([], "badVerb"),
    ([("verb", "")], "badVerb"),
    ([("verb", "identify")], "badVerb"),
    ([("verb", "Identify"), ("verb", "Identify")], "badVerb"),
    ([("verb", "Identify"), ("set", "x")], "badArgument"),
    ([("verb", "Identify"), ("<&\x00", "x")], "badArgument"),
    ([("verb", "ListSets"), ("resumptionToken", "x")], "badResumptionToken"),
    ([("verb", "ListRecords")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "a b")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "marc21")], "cannotDisseminateFormat"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("metadataPrefix", "oai_dc")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("resumptionToken", "x")], "badArgument"),
    ([("verb", "ListRecords"), ("resumptionToken", "x")], "badResumptionToken"),
    ([("verb", "ListRecords"), ("resumptionToken", "é.\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"))], "badResumptionToken"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("set", "a b")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "gisteren")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2026-02-30")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2026-01-01T00:00:00+01:00")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2026-01-01"), ("until", "2025-01-01")], "badArgument"),
    ([("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2026-01-01"), ("until", "2026-01-01T00:00:00Z")], "badArgument"),
    ([("verb", "GetRecord"), ("metadataPrefix", "oai_dc")], "badArgument"),
    ([("verb", "GetRecord"), ("identifier", "x")], "badArgument"),
    ([("verb", "GetRecord"), ("metadataPrefix", "oai_dc"), ("identifier", "oai:x:y")], "idDoesNotExist"),
    ([("verb", "GetRecord"), ("metadataPrefix", "marc"), ("identifier", "oai:x:y")], "cannotDisseminateFormat"),
    ([("verb", "ListMetadataFormats"), ("identifier", "oai:x:y")], "idDoesNotExist"),
    ([("verb", "Identify"), *((str(number), "x") for number in range(50))], "badArgument"),
]  # fmt: skip


def test_each_mistake_has_its_own_code(harvested: Harvested) -> None:
    for pairs, code in MISTAKES:
        assert (pairs, harvested.codes(pairs)) == (pairs, code)
        root = harvested.ask_as(pairs, post=True)
        assert [each.get("code") for each in root.iter("{*}error")] == [code]
        assert bool(root.find("o:request", NS).attrib) == (code not in {"badVerb", "badArgument"})


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["verb", "set", "from", "until", "metadataPrefix", "identifier", "resumptionToken", "x"]),
            st.text(max_size=12) | st.sampled_from(["ListRecords", "GetRecord", "oai_dc", "2026-01-01"]),
        ),
        max_size=5,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_has_a_valid_answer(harvested: Harvested, pairs: list[tuple[str, str]]) -> None:
    harvested.ask_as([(name, value.encode("utf-8", "replace").decode()) for name, value in pairs])


def test_a_token_that_was_tampered_with_is_none(harvested: Harvested, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oai, "PAGE", 1)
    harvested.put(1)
    harvested.put(2)
    text = harvested.ask(verb="ListRecords", metadataPrefix="oai_dc").findtext(".//o:resumptionToken", namespaces=NS)
    assert harvested.code(verb="ListRecords", resumptionToken=text) == ""
    for at in range(0, len(text), 7):
        changed = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
        assert harvested.code(verb="ListRecords", resumptionToken=changed) == "badResumptionToken"
    with harvested.archive.write() as tx:
        from kennisbank.archive.identity.identity import start_epoch  # noqa: PLC0415

        start_epoch(tx.connection)
    assert harvested.code(verb="ListRecords", resumptionToken=text) == "badResumptionToken"


def test_answers_are_packed_for_who_can_unpack_them(harvested: Harvested) -> None:
    for number in range(20):
        harvested.put(number)
    packed = harvested.client.get("/oai", params={"verb": "ListRecords", "metadataPrefix": "oai_dc"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = harvested.client.get(
        "/oai", params={"verb": "ListRecords", "metadataPrefix": "oai_dc"}, headers={"Accept-Encoding": "identity"}
    )
    assert "content-encoding" not in plain.headers
    assert re.sub(rb"<responseDate>[^<]*", b"", plain.content) == re.sub(rb"<responseDate>[^<]*", b"", packed.content)


def test_either_database_is_harvested_alike(
    archive: Archive, tmp_path: Path, oai_schema: etree.XMLSchema | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oai, "PAGE", 3)
    harvested = Harvested(archive, tmp_path, oai_schema)
    for number in range(7):
        harvested.put(number, title=f"Één {number}\x00", edition="" if number == 6 else "NIOC 2013")
    harvested.withdraw(2)
    wanted = [(uuid(number), False) for number in (0, 1, 3, 4, 5, 6)] + [(uuid(2), True)]
    assert harvested.all("ListRecords", from_="2000-01-01", until="2100-01-01") == wanted
    assert len(harvested.all(set="edition-NIOC~202013")) == 6
    assert (
        harvested.code(verb="GetRecord", metadataPrefix="oai_dc", identifier=f"{harvested.prefix}x%00y")
        == "idDoesNotExist"
    )
    assert harvested.code(verb="Identify") == harvested.code(verb="ListSets") == ""
