"""Repositories are harvested into a real library: nothing twice, nothing lost, and all of it can be taken back."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.metadata import Author, Metadata, Provenance, SourcedMetadata, sourced
from kennisbank.domain.reports import FileReport, ImportSummary
from kennisbank.errors import (
    BadInputError,
    KennisbankError,
    LibraryBusyError,
    RepositoryRefusedError,
    RepositoryUnreachableError,
)
from kennisbank.importing.undo import undo
from kennisbank.library.library import Library
from kennisbank.net.oai_http import OaiReply
from kennisbank.search.index import SearchIndex
from kennisbank.services.harvesting import LAST, HarvestRequest, HarvestService
from kennisbank.services.searching import SearchService
from kennisbank.tasks.context import JobContext, Progress
from tests.oai_repository import URL, Pages, error, identify, listing, record, serving

ONE = record(
    "oai:x:1",
    title="Leren programmeren met robots",
    creator=["Berg, Wouter van den", "Jansen, Eva"],
    description="Een samenvatting.",
    subject=["robots", "onderwijs"],
    date="2019-05-01",
    language="nld",
    type="info:eu-repo/semantics/conferencePaper",
    identifier=["https://doi.org/10.1234/ABC.1", "oai:x:1"],
    rights="https://creativecommons.org/licenses/by/4.0/",
)
TWO = record("oai:x:2", title="Databases voor iedereen", creator="Jansen, Eva", date="2020")
THREE = record("oai:x:3", title="Voorwoord", date="2021")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(Paths(tmp_path / "home")) as opened:
        yield opened


class Harvester:
    def __init__(self, library: Library) -> None:
        self.library = library
        self.index = SearchIndex(library.paths.index)
        self.reports: list[FileReport] = []

    def __call__(self, ask: object, ctx: JobContext | None = None, **options: object) -> ImportSummary:
        service = HarvestService(self.library, SearchService(self.library, self.index), lambda _url, _ctx: ask)  # type: ignore[arg-type,return-value]
        self.reports = []
        request = HarvestRequest(str(options.pop("url", URL)), **options)  # type: ignore[arg-type]
        return service.run(request, ctx, self.reports.append)

    def over_http(self, url: str, **options: object) -> ImportSummary:
        service = HarvestService(self.library, SearchService(self.library, self.index))
        self.reports = []
        return service.run(HarvestRequest(url, **options), None, self.reports.append)  # type: ignore[arg-type]


@pytest.fixture
def harvest(library: Library) -> Iterator[Harvester]:
    made = Harvester(library)
    yield made
    made.index.close()


def titles(library: Library) -> list[str]:
    with library.read() as tx:
        return sorted(each.metadata.values.title for each in tx.contributions.all())


def test_what_a_record_says_becomes_metadata_with_its_source(library: Library, harvest: Harvester) -> None:
    summary = harvest(Pages((ONE,)))
    assert (summary.files, summary.added) == (1, 1)
    with library.read() as tx:
        (found,) = tx.contributions.all()
    assert found.metadata.values == Metadata(
        title="Leren programmeren met robots",
        authors=(Author("Wouter van den Berg", "van den Berg", "Wouter"), Author("Eva Jansen", "Jansen", "Eva")),
        abstract="Een samenvatting.",
        keywords=("robots", "onderwijs"),
        year=2019,
        language="nl",
        kind="article",
        doi="10.1234/abc.1",
        licence="https://creativecommons.org/licenses/by/4.0/",
    )
    assert found.metadata.provenance["title"] == Provenance("list", "repository.example oai:x:1")
    assert found.files == ()


def test_a_second_harvest_adds_nothing_and_takes_what_changed(library: Library, harvest: Harvester) -> None:
    harvest(Pages((ONE, TWO), (THREE,)))
    again = harvest(Pages((ONE, TWO), (THREE,)))
    assert (again.added, again.updated, again.unchanged, again.batch) == (0, 0, 3, None)
    changed = harvest(Pages((TWO.replace("voor iedereen", "voor velen"),)))
    assert (changed.added, changed.updated) == (0, 1)
    assert titles(library) == ["Databases voor velen", "Leren programmeren met robots", "Voorwoord"]


def test_a_contribution_that_is_here_is_known_by_its_doi_or_title_and_authors(
    library: Library, harvest: Harvester
) -> None:
    harvest(Pages((ONE, TWO, THREE)))
    others = (
        record("oai:y:9", title="Other title", identifier="doi:10.1234/abc.1"),
        record("oai:y:8", title="Databases  voor Iedereen", creator="E. Jansen"),
        record("oai:y:7", title="Databases voor iedereen", creator="Pietersen, Piet"),
        record("oai:y:6", title="Voorwoord", date="2021"),
    )
    summary = harvest(Pages(others), url="https://other.example/oai")
    assert [each.verdict for each in harvest.reports] == ["unchanged", "unchanged", "added", "added"]
    assert summary.added == 2
    assert len(titles(library)) == 5


def test_two_records_of_one_repository_with_one_title_are_two_contributions(
    library: Library, harvest: Harvester
) -> None:
    harvest(Pages((TWO, TWO.replace("oai:x:2", "oai:x:22"))))
    assert titles(library) == ["Databases voor iedereen"] * 2
    assert harvest(Pages((TWO, TWO.replace("oai:x:2", "oai:x:22")))).unchanged == 2


def test_what_a_hand_or_a_list_said_stays_and_gaps_are_filled(library: Library, harvest: Harvester) -> None:
    harvest(Pages((TWO,)))
    with library.write() as tx:
        (found,) = tx.contributions.all()
        mine = sourced(Metadata(title="Mijn titel"), "hand").merged(SourcedMetadata())
        listed = sourced(Metadata(licence="CC BY 4.0"), "list", "list.csv row 4")
        tx.contributions.save(replace(found, metadata=found.metadata.merged(mine).merged(listed)))
    newer = TWO.replace("Databases", "Tabellen").replace("</oai_dc:dc>", "<dc:rights>CC0</dc:rights></oai_dc:dc>")
    harvest(Pages((newer.replace("</oai_dc:dc>", "<dc:language>nl</dc:language></oai_dc:dc>"),)))
    with library.read() as tx:
        values = tx.contributions.all()[0].metadata.values
    assert (values.title, values.licence, values.language) == ("Mijn titel", "CC BY 4.0", "nl")


def test_a_record_that_was_taken_back_is_told_and_stays_here(library: Library, harvest: Harvester) -> None:
    harvest(Pages((ONE, TWO)))
    summary = harvest(Pages((record("oai:x:1", deleted=True), record("oai:x:99", deleted=True))))
    assert [(each.file, each.problems[0].code) for each in harvest.reports] == [("oai:x:1", "deleted_at_source")]
    assert summary.with_problems == 1
    assert len(titles(library)) == 2


def test_a_record_without_a_title_is_rejected_and_the_others_come(library: Library, harvest: Harvester) -> None:
    summary = harvest(Pages((record("oai:x:4", creator="Jansen, Eva"), TWO)))
    assert (summary.rejected, summary.added) == (1, 1)
    assert harvest.reports[0].problems[0].code == "record_without_title"


def test_a_harvest_is_taken_back_as_a_whole(library: Library, harvest: Harvester) -> None:
    harvest(Pages((TWO,)))
    second = harvest(Pages((TWO.replace("Databases", "Tabellen"), ONE)))
    assert second.batch is not None
    undo(library, second.batch)
    assert titles(library) == ["Databases voor iedereen"]
    again = harvest(Pages((ONE,)))
    assert again.added == 1


def test_a_rehearsal_says_the_same_and_writes_nothing(library: Library, harvest: Harvester) -> None:
    summary = harvest(Pages((ONE, TWO), (THREE,)), is_rehearsal=True)
    assert (summary.added, summary.batch, summary.is_rehearsal) == (3, None, True)
    assert titles(library) == []


def test_the_edition_is_the_one_asked_for_or_that_of_our_own_sets(library: Library, harvest: Harvester) -> None:
    harvest(Pages((TWO,)), edition="NIOC2020")
    harvest(Pages((record("oai:z:1", title="Iets", set="edition-NIOC~202013"),)), url="https://z.example/oai")
    with library.read() as tx:
        assert sorted(each.metadata.values.edition for each in tx.contributions.all()) == ["NIOC 2013", "NIOC2020"]


def test_a_record_of_our_own_archive_keeps_its_id(library: Library, harvest: Harvester) -> None:
    own = "3f2b1a90-1c2d-4e3f-8a9b-0c1d2e3f4a5b"
    harvest(Pages((record(f"oai:archive.example:{own}", title="Iets"),)))
    with library.read() as tx:
        assert [each.id for each in tx.contributions.all()] == [own]


def test_what_changed_since_the_last_harvest_is_asked_for_by_day_or_second(harvest: Harvester) -> None:
    first = Pages((ONE,))
    harvest(first, since=LAST)
    assert "from" not in first.asked[1]
    by_second, by_day = Pages((TWO,)), Pages((TWO,), granularity="YYYY-MM-DD")
    harvest(by_second, since=LAST)
    harvest(by_day, since=LAST)
    assert len(by_second.asked[1]["from"]) == 20
    assert by_second.asked[1]["from"].startswith(by_day.asked[1]["from"])
    given = Pages((TWO,))
    harvest(given, since="2026-01-31T23:30:00+01:00", set_name="a:b")
    assert given.asked[1] == {
        "verb": "ListRecords",
        "metadataPrefix": "oai_dc",
        "set": "a:b",
        "from": "2026-01-31T22:30:00Z",
    }
    with pytest.raises(BadInputError):
        harvest(Pages(), since="gisteren")


def test_a_list_without_records_is_an_empty_harvest(harvest: Harvester) -> None:
    assert harvest(Pages()).files == 0


def test_a_cancelled_harvest_keeps_what_it_wrote_and_goes_on_later(library: Library, harvest: Harvester) -> None:
    many = [record(f"oai:x:{n}", title=f"Bijdrage {n}") for n in range(40)]
    pages = Pages(tuple(many[:20]), tuple(many[20:]))

    def stop(progress: Progress) -> None:
        if progress.done == 25:
            ctx.cancel()

    ctx = JobContext(stop)
    assert harvest(pages, ctx).cancelled
    assert len(titles(library)) == 25
    whole = harvest(pages)
    assert (whole.added, whole.unchanged) == (40, 0)  # of the batch, which is gone on with
    assert len(titles(library)) == 40
    with library.read() as tx:
        (batch,) = tx.batches.all()
        assert (batch.state, len(tx.batches.reports(batch.id))) == ("done", 40)


def test_what_came_before_a_failure_stays(library: Library, harvest: Harvester) -> None:
    pages = Pages((ONE, TWO), (THREE,))

    def failing(question: Mapping[str, str]) -> OaiReply:
        if question.get("resumptionToken"):
            return OaiReply(200, error("badResumptionToken", "expired"))
        return pages(question)

    with pytest.raises(RepositoryRefusedError) as raised:
        harvest(failing)
    assert (raised.value.code, raised.value.words) == ("badResumptionToken", "expired")
    assert len(titles(library)) == 2
    harvest(pages)
    assert len(titles(library)) == 3
    with library.read() as tx:
        assert [each.state for each in tx.batches.all()] == ["done"]


def test_a_harvest_waits_for_no_other_import(library: Library, harvest: Harvester) -> None:
    with library.import_lock(), pytest.raises(LibraryBusyError):
        harvest(Pages((ONE,)))


class Impatient(JobContext):
    """Keeps how long one would have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[float] = []

    def pause(self, seconds: float) -> None:
        self.waited.append(seconds)


def test_a_busy_repository_is_asked_again_when_it_says_so(library: Library, harvest: Harvester) -> None:
    pages, busy = Pages((ONE,)), [OaiReply(503, b"", retry_after=7.0), OaiReply(429, b"<html>"), OaiReply(502, b"")]
    ctx = Impatient()
    harvest(lambda question: busy.pop(0) if busy and len(pages.asked) == 1 else pages(question), ctx)
    assert ctx.waited == [7.0, 10.0, 20.0]
    assert len(titles(library)) == 1


@pytest.mark.parametrize(
    ("replies", "code"),
    [
        ([OaiReply(503, b"")] * 9, "busy"),
        ([OaiReply(503, b"", retry_after=1e6)], "busy"),
        ([OaiReply(200, b"")], "broken_off"),
        ([OaiReply(403, b"<html>no</html>")], "not_allowed"),
        ([OaiReply(200, b"<!DOCTYPE html><html><p>Welkom<br></html>")], "no_repository"),
        ([OaiReply(200, b'{"json": true}')], "no_repository"),
        ([OaiReply(404, b"<html><body>x</body></html>")], "no_repository"),
        ([OaiReply(200, b"<rss><channel/></rss>")], "no_repository"),
        ([OaiReply(200, identify()[:-20])], "malformed"),
        ([OaiReply(200, b'<!DOCTYPE x [<!ENTITY a "b">]><OAI-PMH>&a;</OAI-PMH>')], "no_repository"),
        ([OaiReply(422, error("badVerb"))], "badVerb"),
        ([OaiReply(200, identify()), OaiReply(422, error("cannotDisseminateFormat"))], "cannotDisseminateFormat"),
        ([OaiReply(200, identify()), OaiReply(200, listing(ONE, token="x" * 20_000))], "malformed"),
    ],
)
def test_what_is_no_repository_is_said_in_its_own_code(
    harvest: Harvester, library: Library, replies: list[OaiReply], code: str
) -> None:
    left = list(replies)
    with pytest.raises((RepositoryRefusedError, RepositoryUnreachableError)) as raised:
        harvest(lambda _question: left.pop(0), Impatient())
    assert raised.value.code == code
    assert "<" not in str(raised.value)


def test_tokens_that_repeat_or_never_end_are_an_end(harvest: Harvester, library: Library) -> None:
    def repeating(question: Mapping[str, str]) -> OaiReply:
        return OaiReply(200, identify() if question["verb"] == "Identify" else listing(ONE, token="again"))

    with pytest.raises(RepositoryRefusedError) as raised:
        harvest(repeating)
    assert raised.value.code == "endless"

    asked = []

    def counting(question: Mapping[str, str]) -> OaiReply:
        asked.append(question)
        return OaiReply(200, identify() if question["verb"] == "Identify" else listing(ONE, token=str(len(asked))))

    with pytest.raises(RepositoryRefusedError) as raised:
        harvest(counting)
    assert raised.value.code == "endless"
    assert len(asked) < 10
    assert len(titles(library)) == 1


def test_an_address_that_is_none_is_refused(library: Library, harvest: Harvester) -> None:
    for url in ("", "repository.example/oai", "ftp://repository.example", "https://me:secret@x.example", "http://[x"):
        with pytest.raises(RepositoryRefusedError) as raised:
            harvest.over_http(url)
        assert raised.value.code == "bad_address"


@pytest.mark.shared_data
def test_recordings_of_real_repositories_are_harvested_over_http(
    shared_data: Path, library: Library, harvest: Harvester
) -> None:
    folder = shared_data / "protocols" / "oai" / "recorded-http"
    recorded: dict[tuple[str, frozenset[tuple[str, str]]], tuple[int, bytes]] = {}
    for each in json.loads((folder / "index.json").read_text()):
        parts = urlsplit(each["uri"])
        status = each["status"]["code"] if isinstance(each["status"], dict) else each["status"]
        question = frozenset(parse_qsl(parts.query, keep_blank_values=True))
        recorded.setdefault((parts.netloc, question), (status, (folder / each["file"]).read_bytes()))
    host = ""

    def play(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        found = recorded.get((host, frozenset(question.items())))
        if found is None and question == {"verb": "Identify"}:
            found = (200, identify())
        status, body = found or (404, b"<html>Not found</html>")
        return status, {}, body

    outcomes: dict[str, object] = {}
    with serving(play) as url:
        for host, options in (
            ("dspace.mit.edu", {"set_name": "com_1721.1_140587"}),
            ("dspace.mit.edu", {"set_name": "com_1721.1_100263"}),
            ("zenodo.org", {"set_name": "XXX"}),
            ("zenodo.org", {"prefix": "XXX"}),
            ("zenodo.org", {"since": "2030-01-01"}),
            ("zenodo.org", {"set_name": "software"}),
            ("zenodo.org", {"since": "2026-04-01"}),
            ("zenodo.org", {}),
            ("httpbun.com", {}),
        ):
            name = f"{host} {options}"
            try:
                summary = harvest.over_http(url, **options)
            except KennisbankError as raised:
                outcomes[name] = getattr(raised, "code", "")
            else:
                outcomes[name] = summary.files
            with library.read() as tx:
                assert not [each for each in tx.contributions.all() if not each.metadata.values.title]
    assert list(outcomes.values()) == [58, 0, 0, "badArgument", 0, "no_repository", "no_repository", 9, "no_repository"]
