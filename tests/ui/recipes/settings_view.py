"""Pictures of the settings."""

from kennisbank.domain.reports import Finding
from kennisbank.ui.views.settings import SettingsView
from tests.ui.recipes.recipe import Recipe, Stage


def view_of(stage: Stage) -> SettingsView:
    view = stage.window.view("settings")
    assert isinstance(view, SettingsView)
    return view


def plain(stage: Stage) -> None:
    stage.session.go("settings")
    stage.settle()


def findings(stage: Stage) -> None:
    plain(stage)
    view_of(stage).care.show_findings(
        [
            Finding("file_changed", "The bytes of the file of 041.pdf have changed; import it again.", "ab" * 32),
            Finding("leftover", "A copy was broken off.", "ab12.tmp", repaired=True),
        ]
    )


def recipes() -> list[Recipe]:
    return [Recipe("settings", plain, "example"), Recipe("settings-findings", findings, "example")]
