"""Pictures of editing one's own synonyms."""

from kennisbank.ui.widgets.settings_synonyms import SettingsSynonyms
from tests.ui.recipes.recipe import Recipe, Stage
from tests.ui.recipes.settings_view import plain, view_of

OWN = """# van onze eigen opleiding
informatica, INF = informatics
praktijkopdracht > PO
alleen
! stage, minor
docent, , begeleider
"""


def card_of(stage: Stage) -> SettingsSynonyms:
    return view_of(stage).synonyms


def editing(stage: Stage) -> None:
    plain(stage)
    stage.session.kennisbank.synonyms.save(OWN)
    card = card_of(stage)
    card.edit.click()
    stage.settle(lambda: card.is_open and bool(card._skipped) and card.field.hasFocus())
    stage.settle()
    view_of(stage)._scroll.ensureWidgetVisible(card.show_all)


def skipped(stage: Stage) -> None:
    stage.session.kennisbank.synonyms.save(OWN)
    plain(stage)
    card = card_of(stage)
    stage.settle(lambda: card._summary is not None and bool(card._summary.skipped))
    stage.settle()
    view_of(stage)._scroll.ensureWidgetVisible(card.edit)


def recipes() -> list[Recipe]:
    return [
        Recipe("settings-synonyms", editing, "example"),
        Recipe("settings-synonyms-skipped", skipped, "example"),
    ]
