"""Pictures of the page of the archive, in all that can be the matter with it."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kennisbank.domain.archive import Account, AccountWish, ArchiveLink, Brake
from kennisbank.domain.contribution import Withdrawn
from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId, FileHash
from kennisbank.domain.moments import Moment, now
from kennisbank.domain.syncing import Conflict, Loser, Offer, Waiting
from kennisbank.errors import ArchiveUntrustedError
from kennisbank.library.rows import withdrawn_json
from kennisbank.services.news import News
from kennisbank.sync.protocol_accounts import ArchiveInfo, SessionInfo
from kennisbank.sync.protocol_codec import encode
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.views.search import SearchView
from kennisbank.ui.views.start import StartView
from kennisbank.ui.workers import LongJob
from tests.fakes import FakeAccounts, FakeSyncing
from tests.ui.recipes.recipe import Recipe, Stage

KEY = base64.b64encode(bytes(range(32))).decode()
RULES = {
    "nl": "Schrijf zoals je in een lerarenkamer praat: over het werk, niet over de persoon. Noem geen leerlingen bij naam. "
    "De beheerder kan weghalen wat hier niet hoort, en zegt dan waarom. " * 3,
    "en": "Write as you would speak in a staff room: about the work, not about the person. Name no pupils. "
    "The maintainer may take away what doesn't belong here, and then says why. " * 3,
}
PRIVACY = {
    "nl": "Je naam, je adres en wat je schrijft worden bewaard zolang je een account hebt.",
    "en": "Your name, your address and what you write are kept for as long as you have an account.",
}
INFO = ArchiveInfo(
    "archive-1",
    "epoch-1",
    "Archief van het congres",
    KEY,
    "maintainer",
    contributions=1512,
    foundation="Stichting Congres",
    maintainer="R. Beheerder",
    address="beheer@archief.example",
    website="https://archief.example",
    house_rules=RULES,
    privacy=PRIVACY,
)


def before(**ago: float) -> Moment:
    here = now()
    return Moment(here.utc - timedelta(**ago), here.zone)


LINK = ArchiveLink(
    ArchiveId("archive-1"),
    "https://archief.example",
    INFO.name,
    KEY,
    "epoch-1",
    12,
    before(days=30),
    encode(INFO).decode(),
    synced=before(minutes=3),
)
ME = Account(
    AccountId("account-1"),
    LINK.id,
    "anna@school.example",
    "Anna de Vries",
    "teacher",
    "Lyceum De Vaart",
    "reader",
    device="laptop-anna",
    is_current=True,
)
WISH = AccountWish("anna@school.example", "Anna de Vries", "teacher", "Lyceum De Vaart", before(days=2))


def connected(stage: Stage, accounts: FakeAccounts, syncing: FakeSyncing | None = None) -> None:
    """Put these in place of the services that would ask an archive, and let no clock begin anything."""
    session = stage.session
    services: dict[str, Any] = {"accounts": accounts, "syncing": syncing or FakeSyncing()}
    session._kennisbank = replace(session.kennisbank, **services)
    Syncing.of(session)._start.stop()
    Downloads.of(session)._start.stop()
    ArchiveReading.of(session).read()
    stage.settle(lambda: ArchiveReading.of(session).is_settled)


def view_of(stage: Stage) -> ArchiveView:
    view = stage.window.view("archive")
    assert isinstance(view, ArchiveView)
    return view


def at(stage: Stage, section: str) -> ArchiveView:
    stage.session.go("archive", section=section)
    view = view_of(stage)
    stage.settle(lambda: view.news.is_settled and view.papers.is_settled)
    return view


def in_(**values: Any) -> FakeAccounts:
    return FakeAccounts(INFO, **{"linked": LINK, "account": ME, "ever": [ME], **values})


def some_conflicts() -> FakeSyncing:
    return FakeSyncing(
        disputed=[
            Conflict(
                "c1",
                "annotation",
                "note-1",
                "body",
                "Bruikbaar in de bovenbouw.",
                "Bruikbaar in de bovenbouw, mits je twee lessen uittrekt voor de opdracht met de netwerken.",
                "Bruikbaar in 4 havo. De tweede opdracht overslaan.",
                before(hours=2),
            ),
            Conflict(
                "c2",
                "contribution",
                "paper-1",
                "keywords",
                ["netwerk"],
                ["netwerk", "les"],
                ["netwerken"],
                before(days=1),
            ),
            Conflict("c3", "contribution", "paper-1", "year", 2024, 2025, 2023, before(days=1)),
        ],
        lost=[Loser("l1", "annotation", "note-2", '{"body": "Te lang voor één les"}', "chosen", before(days=3))],
        names={"note-1": "Bruikbaar in de bovenbouw, mits je twee lessen uittrekt", "paper-1": "Leren zonder muren"},
    )


def some_waiting() -> FakeSyncing:
    return FakeSyncing(
        waits=[
            Waiting("w1", "annotation", "a1", "Mooi voorbeeld voor de derde klas", "added", before(hours=1), "queued"),
            Waiting("w2", "dossier", "d1", "Lessen over netwerken", "updated", before(days=1), "failed", "too_large"),
            Waiting("w3", "annotation", "a2", "Hier klopt de bron niet", "removed", before(minutes=5), "sent"),
        ]
    )


def offered(stage: Stage) -> list[ContributionId]:
    """Have the archive offer files of six more contributions than are here, in all states."""
    kennisbank = stage.session.kennisbank
    papers = sorted(kennisbank.catalogue.all(), key=lambda each: each.metadata.values.title)
    with kennisbank.library.write() as tx:
        for number, paper in enumerate(papers):
            file = paper.current_files[0]
            new_hash = FileHash(f"{number:064x}")
            known = Offer(
                LINK.id,
                paper.id,
                file.hash,
                file.name,
                file.role,
                1,
                number != 4,
                file.media_type,
                file.size,
                file.pages,
            )
            other = replace(known, hash=new_hash, version=2, is_current=True, size=1_200_000 + 40_000 * number)
            if number == 4:
                tx.offers.put(paper.id, [known, other])
            elif number < 8:
                tx.offers.put(paper.id, [other])
                tx.files.remove(file.id)
            else:
                tx.offers.put(paper.id, [known])
        tx.offers.want([papers[1].id, papers[2].id])
        tx.offers.want([papers[3].id])
        tx.offers.fail(FileHash(f"{3:064x}"), "wrong_hash")
    kennisbank.searching.catch_up(JobContext())
    return [each.id for each in papers]


def connect(stage: Stage) -> None:
    connected(stage, FakeAccounts(INFO))
    at(stage, "overview")


def connect_found(stage: Stage) -> None:
    connect(stage)
    view = view_of(stage)
    view.connecting.address.field.setText("archief.example")
    view.connecting.look()
    stage.settle(lambda: not view.connecting.found.isHidden())


def connect_wrong(stage: Stage) -> None:
    connected(stage, FakeAccounts(INFO, ArchiveUntrustedError("https://www.example", "no_archive")))
    view = at(stage, "overview")
    view.connecting.address.field.setText("www.example")
    view.connecting.look()
    stage.settle(lambda: not view.connecting.address.error.isHidden())


def overview(link: ArchiveLink) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        connected(stage, in_(linked=link))
        at(stage, "overview")

    return show


def running(stage: Stage) -> None:
    """A sync that is half-way: the page is told so, and no job is kept waiting."""
    overview(LINK)(stage)
    syncing = Syncing.of(stage.session)
    syncing._job = LongJob("", JobContext())
    syncing.progress = Progress("syncing", 700, 1512)
    syncing.changed.emit()


def account(accounts: Callable[[], FakeAccounts], *, asks: bool = False) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        connected(stage, accounts())
        view = at(stage, "account")
        stage.settle()
        if asks:
            view.account.want_account.click()

    return show


def leaving(stage: Stage) -> None:
    connected(stage, in_(devices=devices()), some_waiting())
    at(stage, "account").account.me.log_out.click()


def devices() -> list[SessionInfo]:
    moment, later = before(hours=3).utc.isoformat(), before(days=-60).utc.isoformat()
    return [
        SessionInfo("s1", "laptop-anna", moment, moment, later, is_current=True),
        SessionInfo("s2", "pc-school", moment, moment, later, is_current=False),
        SessionInfo("s3", "server", moment, moment, later, is_current=False, is_token=True),
    ]


def section(name: str, syncing: Callable[[], FakeSyncing] = FakeSyncing) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        connected(stage, in_(), syncing())
        view = at(stage, name)
        stage.settle(lambda: view.conflicts.choosing.is_settled and view.waiting.choosing.is_settled)

    return show


def news(stage: Stage) -> None:
    ids = offered(stage)
    papers = stage.session.kennisbank.catalogue.many(ids)
    codes = tuple(dict.fromkeys(papers[each].metadata.values.edition for each in ids[:14]))
    stage.session.change_settings(news_seen=before(days=3).utc.isoformat())
    fresh = News(before(days=3), tuple(ids[:14]), tuple(ids[14:15]), (), codes)
    connected(stage, in_(), FakeSyncing(fresh=fresh))
    at(stage, "news")
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def papers(stage: Stage) -> None:
    offered(stage)
    connected(stage, in_())
    at(stage, "papers")
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def search_states(stage: Stage) -> None:
    """Results that are here, aren't, are on their way, failed, and have a newer version."""
    ids = offered(stage)
    withdrawn(stage, ids[7])
    connected(stage, in_())
    stage.session.go("search", query="Algoritmische OR Autograding OR club OR database OR Energieverbruik")
    view = stage.window.view("search")
    assert isinstance(view, SearchView)
    stage.settle(lambda: view.is_settled and bool(view.controller.answer))
    stage.window._status_facts.count()
    stage.window.grab()
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def browse_states(stage: Stage) -> None:
    ids = offered(stage)
    withdrawn(stage, ids[7])
    connected(stage, in_())
    edition = stage.session.kennisbank.catalogue.get(ids[3]).metadata.values.edition
    stage.session.go("browse", facet="edition", value=edition, contribution=ids[3])
    stage.settle()
    stage.window.grab()
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def withdrawn(stage: Stage, contribution: ContributionId) -> None:
    library = stage.session.kennisbank.library
    why = Withdrawn("withdrawn", "De auteur heeft een fout in de metingen gevonden.", before(days=4))
    with library.write() as tx:
        tx.connection.exec_driver_sql(
            "UPDATE contributions SET withdrawn = ? WHERE id = ?", (withdrawn_json(why), contribution)
        )
        tx.offers.remove(contribution)


def absent(stage: Stage) -> None:
    """A paper that isn't here is opened."""
    ids = offered(stage)
    connected(stage, in_())
    stage.session.go("reader", contribution=ids[0])
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def absent_withdrawn(stage: Stage) -> None:
    ids = offered(stage)
    withdrawn(stage, ids[7])
    connected(stage, in_())
    stage.session.go("reader", contribution=ids[7])
    stage.settle(lambda: Downloads.of(stage.session).is_settled)


def start(stage: Stage) -> None:
    """The start page of somebody with an archive."""
    connected(stage, in_(devices=devices()), some_waiting())
    stage.session.go("start")
    view = stage.window.view("start")
    assert isinstance(view, StartView)
    view.show_state({})
    stage.settle(lambda: view.is_filled)
    view.focus_first()


def recipes() -> list[Recipe]:
    ended = replace(ME, ended="expired")
    erased = replace(ME, ended="erased")
    return [
        Recipe("archive-connect", connect, is_walked=False),
        Recipe("archive-connect-found", connect_found),
        Recipe("archive-connect-wrong", connect_wrong, is_walked=False),
        Recipe("archive-overview", overview(LINK), is_walked=False),
        Recipe(
            "archive-overview-offline",
            overview(replace(LINK, outcome="ArchiveUnreachableError", detail="timed_out")),
            is_walked=False,
        ),
        Recipe(
            "archive-overview-failed",
            overview(replace(LINK, outcome="ArchiveUntrustedError", detail="other_key")),
            is_walked=False,
        ),
        Recipe("archive-overview-brake", overview(replace(LINK, outcome="brake", brake=Brake(20, 212, 1512)))),
        Recipe("archive-overview-running", running, is_walked=False),
        Recipe("archive-account-none", account(lambda: in_(account=None, ever=[])), is_walked=False),
        Recipe("archive-account-ask", account(lambda: in_(account=None, ever=[]), asks=True)),
        Recipe(
            "archive-account-wished",
            account(lambda: in_(account=None, ever=[], linked=replace(LINK, wish=WISH))),
            is_walked=False,
        ),
        Recipe(
            "archive-account-in",
            account(lambda: in_(devices=devices(), secrets="none", nobodys={"annotation": 12, "dossier": 1})),
        ),
        Recipe("archive-account-ended", account(lambda: in_(account=ended, ever=[ended])), is_walked=False),
        Recipe("archive-account-erased", account(lambda: in_(account=erased, ever=[erased])), is_walked=False),
        Recipe("archive-account-leaving", leaving),
        Recipe("archive-conflicts", section("conflicts", some_conflicts)),
        Recipe("archive-conflicts-none", section("conflicts"), is_walked=False),
        Recipe("archive-waiting", section("waiting", some_waiting)),
        Recipe("archive-news", news, "example"),
        Recipe("archive-papers", papers, "example"),
        Recipe("archive-search", search_states, "example"),
        Recipe("archive-browse", browse_states, "example", is_walked=False),
        Recipe("archive-absent", absent, "example"),
        Recipe("archive-absent-withdrawn", absent_withdrawn, "example", is_walked=False),
        Recipe("archive-start", start, "example", is_walked=False),
    ]
