"""Pictures of the maintainers' desk."""

from dataclasses import replace
from typing import Any

from kennisbank.domain.ids import ContributionId
from kennisbank.errors import ArchiveUnreachableError
from kennisbank.sync.protocol_accounts import AccountInfo
from kennisbank.sync.protocol_desk import AuditLine, DeskItem
from kennisbank.ui.views.desk import DeskView
from tests.fake_desk import FakeDesk
from tests.ui.recipes.archive import ME, before, connected, in_
from tests.ui.recipes.recipe import Recipe, Stage

TITLE = "Robots in de klas: wat leerlingen van een gesprek met een machine leren"


def when(**ago: float) -> str:
    return before(**ago).utc.isoformat()


def some_items() -> list[DeskItem]:
    return [
        DeskItem(
            "account",
            "a1",
            "open",
            when(days=2),
            who="Anna de Vries",
            days=2,
            verbs=("accept", "decline"),
            details={"mail": "anna@school.example", "occupation": "teacher", "organisation": "Lyceum De Vaart"},
        ),
        DeskItem(
            "account",
            "a2",
            "open",
            when(hours=3),
            who="P. Jansen",
            verbs=("accept", "decline"),
            details={"mail": "p.jansen@hogeschool.example", "occupation": "researcher", "organisation": "Hogeschool"},
        ),
        DeskItem(
            "claim",
            "c1",
            "open",
            when(days=5),
            "p1",
            TITLE,
            "Eva Bakker",
            "Ik werk sinds 2022 ergens anders; het adres in het artikel bestaat niet meer.",
            5,
            verbs=("accept", "decline"),
            details={"author": "E. Bakker", "address": "e…@oud.example"},
        ),
        DeskItem(
            "remark",
            "r1",
            "open",
            when(days=1),
            who="Jan Smit",
            words="Bij mijn artikel van 2013 staat een foto van leerlingen. Kan die eruit?",
            days=1,
            verbs=("answer", "done"),
            details={"telephone": "06 12 34 56 78", "mail": "jan@post.example", "until": "2026-12-20"},
        ),
        DeskItem(
            "proposal",
            "v1",
            "open",
            when(days=4),
            "p1",
            TITLE,
            "Anna de Vries",
            "Op het voorblad staat de titel anders.",
            4,
            verbs=("accept", "decline"),
            details={"field": "title", "value": TITLE.replace("leren", "opsteken"), "now": TITLE},
        ),
        DeskItem(
            "proposal",
            "v2",
            "open",
            when(days=40),
            "p1",
            TITLE,
            "P. Jansen",
            "",
            40,
            verbs=("accept", "decline"),
            details={
                "field": "authors",
                "value": [{"name": "Eva Bakker", "affiliation": "Universiteit Oost"}, {"name": "Tom Vos"}],
                "now": [{"name": "E. Bakker", "affiliation": ""}],
            },
        ),
        DeskItem(
            "version",
            "n1",
            "open",
            when(days=1),
            "p1",
            TITLE,
            "Eva Bakker",
            "Met de verbeterde tabel op bladzijde 4.",
            1,
            verbs=("accept", "decline"),
            details={"name": "robots-v2.pdf"},
        ),
        DeskItem("unanswered", "u1", "open", when(days=44), "p1", TITLE, days=44, details={"kind": "question"}),
        DeskItem(
            "report",
            "m1",
            "open",
            when(days=1),
            "p1",
            TITLE,
            "Kees",
            "Wat een onzin, heeft die man ooit voor de klas gestaan?",
            1,
            verbs=("hide", "decline"),
            details={"reason": "Op de persoon gespeeld."},
        ),
    ]


PEOPLE = [
    AccountInfo(
        "a1", "anna@school.example", "Anna de Vries", "teacher", "Lyceum", "pending", "requested", when(days=2)
    ),
    AccountInfo("a3", "r@archief.example", "R. Beheerder", "other", "", "maintainer", "active", when(days=900)),
    AccountInfo("a4", "kees@post.example", "Kees", "student", "", "suspended", "suspended", when(days=200)),
]
LINES = [
    AuditLine(3, when(hours=2), "a3", "desk_accept", "a1", "account"),
    AuditLine(2, when(days=1), "a3", "account_suspended", "a4", "Drie keer gewaarschuwd."),
    AuditLine(1, when(days=3), "", "batch_published", "b1", "24 added"),
]


def desk_view(stage: Stage) -> DeskView:
    view = stage.window.view("desk")
    assert isinstance(view, DeskView)
    return view


def at_desk(stage: Stage, section: str, desk: FakeDesk | None = None) -> DeskView:
    account = replace(ME, right="maintainer")
    connected(stage, in_(account=account, ever=[account]))
    local = {"p1": ContributionId("p1")}
    services: dict[str, Any] = {"desk": desk or FakeDesk(some_items(), PEOPLE, LINES, local)}
    stage.session._kennisbank = replace(stage.session.kennisbank, **services)
    stage.session.go("desk", section=section)
    view = desk_view(stage)
    stage.settle(lambda: view.is_settled)
    return view


def accounts(stage: Stage) -> None:
    at_desk(stage, "account")


def declining(stage: Stage) -> None:
    view = at_desk(stage, "account")
    card = view.lists.cards.cards[0]
    card.choose("decline")  # type: ignore[attr-defined]
    card.reason.submit()  # type: ignore[attr-defined]


def own_items() -> list[DeskItem]:
    """Return reports in which whoever looks has a part, and one whose sender is suspended without a name."""
    waits = DeskItem("report", "x1", "open", when(days=2), "p1", TITLE, days=2, details={"concerned": "author"})
    words = "Dit is broddelwerk, en dat weet je zelf ook."
    alone = replace(waits, id="x2", who="lezer", words=words, verbs=("hide", "decline"))
    held = replace(alone, id="x3", state="hidden", verbs=("restore", "lift"), details={"suspended": True})
    return [waits, replace(alone, details={"concerned": "author", "alone": True}), replace(held, state="open")]


def concerned(stage: Stage) -> None:
    at_desk(stage, "report", FakeDesk(own_items(), PEOPLE, LINES, {"p1": ContributionId("p1")}))


def unnamed(stage: Stage) -> None:
    at_desk(stage, "accounts", FakeDesk(own_items(), PEOPLE, LINES, unnamed=2))


def offline(stage: Stage) -> None:
    at_desk(stage, "claim", FakeDesk(error=ArchiveUnreachableError("https://archief.example", "offline")))


def nobody(stage: Stage) -> None:
    connected(stage, in_())
    stage.session.go("desk")
    stage.settle(lambda: desk_view(stage).is_settled)


def recipes() -> list[Recipe]:
    def of(section: str) -> Recipe:
        return Recipe(f"desk-{section}", lambda stage: (at_desk(stage, section), None)[1])

    return [
        Recipe("desk", accounts),
        Recipe("desk-declining", declining),
        *map(of, ("claim", "remark", "proposal", "version", "unanswered", "report", "accounts", "trail", "rules")),
        of("newsletter"),
        Recipe("desk-concerned", concerned),
        Recipe("desk-unnamed", unnamed),
        Recipe("desk-offline", offline),
        Recipe("desk-nobody", nobody),
    ]
