"""Pictures of the pages of people and editions, on the example archive."""

from dataclasses import replace
from typing import Any

from kennisbank.domain.contribution import Edition
from kennisbank.domain.correspondence import Person
from kennisbank.ui.desk.desk_reading import DeskReading
from kennisbank.ui.views.edition import EditionView
from kennisbank.ui.views.person import PersonView
from tests.fake_desk import FakeDesk
from tests.ui.recipes.archive import ME, connected, in_
from tests.ui.recipes.recipe import Recipe, Stage


def busiest(stage: Stage) -> str:
    """Return the author of most contributions."""
    return max(stage.session.kennisbank.catalogue.browse("author"), key=lambda each: each.count).value


def know(stage: Stage) -> tuple[str, Edition]:
    """Have a person joined and an edition described, as the archive would; return the name and the edition."""
    name = busiest(stage)
    with stage.session.kennisbank.library.write() as tx:
        tx.persons.put(
            [
                Person(
                    "person-1", name, (name, f"{name[0]}. {name.split()[-1]}"), "https://orcid.org/0000-0001-2345-6789"
                )
            ]
        )
        found = tx.editions.all()[0][0]
        edition = replace(
            found,
            begins=f"{found.year}-03-27",
            ends=f"{found.year}-03-28",
            place="Groningen",
            organiser="Stichting Congres",
            programme="https://congres.example/programma",
            website="https://congres.example",
            website_kind="archived",
        )
        tx.editions.save(edition)
    return name, edition


def as_maintainer(stage: Stage) -> None:
    account = replace(ME, right="maintainer")
    connected(stage, in_(account=account, ever=[account]))
    services: dict[str, Any] = {"desk": FakeDesk()}
    stage.session._kennisbank = replace(stage.session.kennisbank, **services)
    stage.settle(lambda: DeskReading.of(stage.session).is_maintainer)


def at_person(stage: Stage, name: str) -> PersonView:
    stage.session.go("person", name=name)
    view = stage.window.view("person")
    assert isinstance(view, PersonView)
    stage.settle(lambda: view.is_settled)
    return view


def at_edition(stage: Stage, code: str) -> EditionView:
    stage.session.go("edition", code=code)
    view = stage.window.view("edition")
    assert isinstance(view, EditionView)
    stage.settle(lambda: view.is_settled)
    return view


def person(stage: Stage) -> None:
    at_person(stage, know(stage)[0])


def joining(stage: Stage) -> None:
    name, _ = know(stage)
    as_maintainer(stage)
    at_person(stage, name).join.click()


def edition(stage: Stage) -> None:
    at_edition(stage, know(stage)[1].code)


def editing(stage: Stage) -> None:
    _, known = know(stage)
    as_maintainer(stage)
    at_edition(stage, known.code).edit.click()


def without_website(stage: Stage) -> None:
    _, known = know(stage)
    with stage.session.kennisbank.library.write() as tx:
        tx.editions.save(replace(known, website="", website_kind="none"))
    at_edition(stage, known.code)


def recipes() -> list[Recipe]:
    return [
        Recipe("person", person, library="example"),
        Recipe("person-joining", joining, library="example"),
        Recipe("edition", edition, library="example"),
        Recipe("edition-editing", editing, library="example"),
        Recipe("edition-none", without_website, library="example", is_walked=False),
    ]
