"""Pictures of dossiers: one for a lesson with papers and passages, the trash, and nothing collected yet."""

from dataclasses import replace

from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.ids import ContributionId, DossierId
from kennisbank.ui.views.dossiers import DossiersView
from tests.ui.recipes.recipe import Recipe, Stage


def paper(stage: Stage, name: str) -> Contribution:
    """Return a paper of the example archive by a part of its file's name."""
    papers = stage.session.kennisbank.catalogue.all()
    return next(each for each in papers if name in each.current_files[0].name)


def view_of(stage: Stage) -> DossiersView:
    view = stage.window.view("dossiers")
    assert isinstance(view, DossiersView)
    return view


def collect(stage: Stage) -> DossierId:
    """Fill some dossiers; return that of the lesson: papers, passages, one that is gone and one whose paper is."""
    keep = stage.session.kennisbank.dossiers
    keep.add(keep.create("Leesclub voorjaar").dossier, [paper(stage, "reading-club").id])
    keep.trash(keep.create("Oud idee").dossier)
    lesson = keep.create("Les 4: datacentra", "Voor 5 havo, tweede blok. Eerst lezen, dan rekenen.").dossier
    energy, canteen = paper(stage, "energieverbruik"), paper(stage, "canteen")
    keep.add(lesson, [energy.id, canteen.id])
    keep.add_quote(lesson, energy.id, first_sentence(stage, energy), remark="Voorlezen, en dan vragen wat dit kost.")
    keep.add_quote(lesson, canteen.id, first_sentence(stage, canteen))
    dossier = keep.get(lesson)
    gone = replace(dossier.items[0], id=dossier.items[0].id[::-1], contribution=ContributionId("weg"))  # type: ignore[arg-type]
    with stage.session.kennisbank.library.write() as tx:
        tx.dossiers.save(replace(dossier, items=(*dossier.items, replace(gone, remark="Vragen of dit nog terugkomt."))))
    return lesson


def first_sentence(stage: Stage, each: Contribution) -> str:
    """Return a sentence from the second page of a paper."""
    pages = stage.session.kennisbank.reading.page_text(each.current_files[0].hash, 2)  # type: ignore[arg-type]
    return pages.text.replace("\n", " ").split(". ")[1]


def open_lesson(stage: Stage) -> DossiersView:
    lesson = collect(stage)
    stage.session.changed_by(ChangeSet((Change("dossier", lesson, "added"),)))
    stage.session.go("dossiers", dossier=lesson)
    view = view_of(stage)
    stage.settle(lambda: view.is_settled and len(view.page.cards.cards) == 5)
    return view


def lesson(stage: Stage) -> None:
    open_lesson(stage).page.cards.go_to(view_of(stage).page.cards.cards[2].line.item.id)


def export(stage: Stage) -> None:
    edit = stage.session.kennisbank.catalogue.edit
    edit(paper(stage, "energieverbruik").id, {"licence": "Alle rechten voorbehouden"})
    edit(paper(stage, "canteen").id, {"licence": "vraag de redactie"})
    view = open_lesson(stage)
    view.open_export()
    stage.settle(lambda: view.export.packing.is_settled)


def trash(stage: Stage) -> None:
    view = open_lesson(stage)
    view.trash.click()
    stage.settle(lambda: view.is_settled)


def nothing(stage: Stage) -> None:
    stage.session.go("dossiers")
    stage.settle()


def recipes() -> list[Recipe]:
    return [
        Recipe("dossiers-lesson", lesson, "example"),
        Recipe("dossiers-export", export, "example"),
        Recipe("dossiers-trash", trash, "example"),
        Recipe("dossiers-empty", nothing),
    ]
