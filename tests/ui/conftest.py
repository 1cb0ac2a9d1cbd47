"""What tests of the window share: a look, a window on a stand-in library, and an end that leaves nothing behind."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kennisbank.ui.appearance import Appearance
from kennisbank.ui.language import LanguageSwitch
from tests.ui.recipes.libraries import stage_for
from tests.ui.recipes.recipe import Recipe, Stage

MakeStage = Callable[..., Stage]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Appearance:
    """Return the application's look; a test that changes it changes it back (`plain_look`)."""
    return Appearance(qapp, "light", 100)


@pytest.fixture(scope="session")
def languages(qapp: QApplication) -> LanguageSwitch:
    """Return the switch of languages, on catalogues compiled from what stands in the repository now."""
    script = Path(__file__).resolve().parents[2] / "scripts" / "translations.py"
    subprocess.run([sys.executable, str(script), "fresh"], check=True)
    return LanguageSwitch(qapp, "en")


@pytest.fixture
def plain_look(look: Appearance, languages: LanguageSwitch) -> Iterator[None]:
    """Begin and end light, at 100 %, in English."""
    look.choose("light", 100)
    languages.choose("en")
    yield
    look.choose("light", 100)
    languages.choose("en")


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder below which the example archive is made once, and copied for each window that wants it."""
    return tmp_path_factory.mktemp("stages")


@pytest.fixture
def make_stage(plain_look: None, scratch: Path) -> Iterator[MakeStage]:
    """Return a function that opens a window: ``make_stage(library="empty", entries=...)``."""
    with ExitStack() as stack:

        def make(library: str = "empty", name: str = "test", **options: object) -> Stage:
            recipe = Recipe(name, lambda stage: None, library)
            return stack.enter_context(stage_for(recipe, scratch, **options))  # type: ignore[arg-type]

        yield make


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    """Return a window with all views, on an empty library."""
    return make_stage()


@pytest.fixture(scope="module")
def example_window(look: Appearance, languages: LanguageSwitch, scratch: Path) -> Iterator[Stage]:
    """Return one window on the example archive for the tests of a module that write nothing: see `at_start`."""
    with stage_for(Recipe("example", lambda stage: None, "example"), scratch) as stage:
        yield stage


def at_start(stage: Stage, width: int, height: int) -> Stage:
    """Bring a window back to its start page: nothing is asked, nothing narrows, and nobody searched for anything."""
    stage.window.resize(width, height)
    stage.window.activateWindow()
    stage.session.change_settings(recent_searches="")
    stage.session.go("search", query="", filters={}, order="relevance")
    stage.settle()
    stage.session.go("start")
    stage.settle()
    return stage
