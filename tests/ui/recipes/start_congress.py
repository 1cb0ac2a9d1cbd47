"""A picture of Start with the next congress, and what is new since the last one."""

from dataclasses import replace
from typing import Any

from kennisbank.sync.protocol_codec import encode
from kennisbank.ui.views.start import StartView
from tests.ui.recipes.archive import INFO, LINK, connected, in_
from tests.ui.recipes.recipe import Recipe, Stage

NEXT: dict[Any, str] = {
    "nl": "Op 25 en 26 maart in Zwolle, met als thema: leren van elkaar. Aanmelden kan tot 1 februari.",
    "en": "On 25 and 26 March in Zwolle; its theme: learning from each other. Sign up before 1 February.",
}


def with_congress(stage: Stage) -> None:
    connected(stage, in_(linked=replace(LINK, info=encode(replace(INFO, next_congress=NEXT)).decode())))
    stage.session.go("start")
    start = stage.window.current_view
    assert isinstance(start, StartView)
    stage.settle(lambda: bool(start.filled._since.rows))


def recipes() -> list[Recipe]:
    return [Recipe("start-congress", with_congress, library="example")]
