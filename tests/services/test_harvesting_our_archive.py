"""Our own archive over real HTTP: an outside client harvests it completely, and so do we, without loss."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from oaipmh_scythe import Scythe
from oaipmh_scythe.exceptions import IdDoesNotExist, NoRecordsMatch

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.harvesting import oai
from kennisbank.config.paths import Paths
from kennisbank.config.secrets import MemorySecrets
from kennisbank.library.library import Library
from kennisbank.search.index import SearchIndex
from kennisbank.services.accounts import AccountService
from kennisbank.services.annotating import AnnotationService
from kennisbank.services.archive_access import ArchiveAccess
from kennisbank.services.harvesting import LAST, HarvestService
from kennisbank.services.searching import SearchService
from kennisbank.services.synchronising import SyncService
from tests.real_archive import RealArchive, running_archive

NUMBER = 130
CONFIG = ArchiveConfig("Archief", address="beheer@example.org")


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def body(number: int) -> dict[str, object]:
    chance = random.Random(number)
    return {
        "title": f"Bijdrage {number}: {chance.choice(['robots', 'één café', 'A < B & C', 'taal'])}",
        "authors": [
            {"name": f"Eva {each}", "family": each, "given": "Eva"}
            for each in ("van den Berg", "Jansen", "de Wit")[: chance.randint(0, 3)]
        ],
        "abstract": "Een samenvatting. " * chance.randint(0, 20),
        "keywords": chance.sample(["toetsen", "robots", "onderwijs", "open data"], 2),
        "year": chance.choice([2013, 2015]),
        "language": chance.choice(["nl", "en"]),
        "kind": chance.choice(["article", "slides", "poster", "report", "teaching", "thesis", "other", ""]),
        "doi": f"10.1234/x.{number}" if chance.random() < 0.5 else "",
        "licence": chance.choice(["CC BY 4.0", ""]),
        "edition": chance.choice(["NIOC 2013", "NIOC2015"]),
    }


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealArchive]:
    monkeypatch.setattr(oai, "PAGE", 40)
    with running_archive(tmp_path / "archive", CONFIG) as served:
        served.put_all({uuid(number): body(number) for number in range(NUMBER)})
        served.withdraw(uuid(7))
        served.withdraw(uuid(8), "erased")
        yield served


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(Paths(tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def searching(library: Library) -> Iterator[SearchService]:
    index = SearchIndex(library.paths.index)
    yield SearchService(library, index)
    index.close()


def test_an_outside_client_harvests_the_archive_completely_with_all_six_verbs(archive: RealArchive) -> None:
    with archive.archive.read() as tx:
        prefix = f"oai:{tx.identity.id}:"
    with Scythe(f"{archive.url}/oai") as scythe:
        assert scythe.identify().repositoryName == "Archief"
        assert [each.metadataPrefix for each in scythe.list_metadata_formats()] == ["oai_dc"]
        assert {each.setName for each in scythe.list_sets()} == {"NIOC 2013", "NIOC2015"}
        records = {each.header.identifier: each for each in scythe.list_records()}
        assert records.keys() == {f"{prefix}{uuid(number)}" for number in range(NUMBER)}
        deleted = {each for each, record in records.items() if record.header.deleted}
        assert deleted == {f"{prefix}{uuid(7)}", f"{prefix}{uuid(8)}"}
        for number in (0, 9, 120):
            wanted = str(body(number)["title"])
            identifier = f"{prefix}{uuid(number)}"
            assert records[identifier].metadata["title"] == [wanted]
            assert scythe.get_record(identifier).metadata["title"] == [wanted]
        of_sets = [
            each.identifier
            for name in ("edition-NIOC~202013", "edition-NIOC2015")
            for each in scythe.list_identifiers(set_=name)
        ]
        assert sorted([*of_sets, f"{prefix}{uuid(8)}"]) == sorted(records)  # of what was erased no edition is known
        with pytest.raises(IdDoesNotExist):
            scythe.get_record(f"{prefix}{uuid(NUMBER)}")
        with pytest.raises(NoRecordsMatch):
            list(scythe.list_records(from_="2100-01-01"))


def test_a_harvest_of_our_archive_brings_all_it_says_and_a_later_connection_doubles_nothing(
    archive: RealArchive, library: Library, searching: SearchService
) -> None:
    harvesting = HarvestService(library, searching)
    summary = harvesting.harvest(f"{archive.url}/oai")
    assert (summary.added, summary.rejected) == (NUMBER - 2, 0)
    with library.read() as tx:
        for each in tx.contributions.all():
            wanted, values = body(int(each.id[-12:])), each.metadata.values
            assert [author.name for author in values.authors] == [author["name"] for author in wanted["authors"]]  # type: ignore[attr-defined]
            assert values.abstract == str(wanted["abstract"]).strip()
            for name in ("title", "year", "language", "kind", "doi", "licence", "edition"):
                assert getattr(values, name) == wanted[name]
            assert list(values.keywords) == wanted["keywords"]
    archive.put_all({uuid(3): body(3) | {"title": "Een betere titel"}, uuid(NUMBER): body(NUMBER)})
    archive.withdraw(uuid(4))
    later = harvesting.harvest(f"{archive.url}/oai", since=LAST)
    assert (later.added, later.updated, later.with_problems) == (1, 1, 1)
    access = ArchiveAccess(library, MemorySecrets(), environment={})
    AccountService(library, access).connect(archive.url)
    SyncService(library, access, searching, AnnotationService(library)).run(accept_removals=True)
    with library.read() as tx:
        found = [each for each in tx.contributions.all() if each.withdrawn is None]
    gone = {uuid(4), uuid(7), uuid(8)}  # 4 was harvested, and is told to be taken back
    assert {each.id for each in found} - gone == {uuid(number) for number in range(NUMBER + 1)} - gone
    assert len({each.metadata.values.title for each in found}) == len(found)
