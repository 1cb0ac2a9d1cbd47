"""Pictures of what one wrote: none yet, several, and the trash."""

from kennisbank.bootstrap import Kennisbank
from kennisbank.documents.anchoring import Span
from kennisbank.ui.views.reactions import ReactionsView
from tests.ui.recipes.recipe import Recipe, Stage


def write(kennisbank: Kennisbank) -> None:
    """Write a few annotations in the first papers."""
    notes = (
        ("highlight", "yellow", "Mooi begin voor blok 2: eerst zelf proberen, dan pas uitleg. Naast de les over protocollen.", ("les 3", "blok 2")),
        ("highlight", "green", "", ("voorbeeld",)),
        ("underline", "blue", "Waar komt dit cijfer vandaan?", ()),
        ("highlight", "pink", "", ()),
    )  # fmt: skip
    write = kennisbank.annotating
    for contribution in kennisbank.catalogue.all()[:3]:
        file = contribution.files[0].hash
        text = kennisbank.reading.page_text(file, 1).text
        for at, (kind, colour, body, tags) in enumerate(notes):
            start = text.find(" ", 200 + 300 * at) + 1
            end = text.find(" ", start + 90)
            if 0 < start < end:
                write.mark(contribution.id, file, [Span(1, start, end)], kind, colour=colour, body=body, tags=tags)
    write.note(kennisbank.catalogue.all()[0].id, "Bruikbaar voor de vakgroep; vraag de auteurs om het materiaal.")


def shown(stage: Stage) -> ReactionsView:
    write(stage.session.kennisbank)
    stage.session.go("reactions")
    stage.settle(lambda: isinstance(stage.window.current_view, ReactionsView))
    view = stage.window.current_view
    assert isinstance(view, ReactionsView)
    stage.settle(lambda: view.list.rows.rowCount() > 0)
    return view


def full(stage: Stage) -> None:
    shown(stage).focus_first()


def trash(stage: Stage) -> None:
    view = shown(stage)
    view.list.selectAll()
    view.head.discard_asked.emit()
    stage.settle(lambda: view.list.rows.rowCount() == 0)
    view.head.trash_toggled.emit(True)
    stage.settle(lambda: view.list.rows.rowCount() > 0)
    view.focus_first()


def empty(stage: Stage) -> None:
    stage.session.go("reactions")
    stage.settle(lambda: isinstance(stage.window.current_view, ReactionsView))


def recipes() -> list[Recipe]:
    return [
        Recipe("reactions", full, "example"),
        Recipe("reactions-trash", trash, "example"),
        Recipe("reactions-none", empty, "example"),
    ]
