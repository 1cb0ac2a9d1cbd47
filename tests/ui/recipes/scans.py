"""Pictures of what the window says of scans: being read, read, and not to be read on this computer."""

from pathlib import Path

from kennisbank.documents.ocr import SCANNED_TYPES
from kennisbank.documents.ocr_data import OcrData
from kennisbank.domain.document import Rect, Word, pack_words
from kennisbank.domain.recognition import RecognisedPage, ScanCounts, WaitingPage
from kennisbank.services.scans import ScanState
from kennisbank.ui.views.settings import SettingsView
from tests.ui.recipes.import_view import imported
from tests.ui.recipes.import_view import view_of as import_view_of
from tests.ui.recipes.recipe import Recipe, Stage

DATA = OcrData(Path("/usr/share/tessdata"), ("nld", "eng"))


def settings(stage: Stage, state: ScanState, *, is_on: bool = True) -> None:
    stage.session.change_settings(read_scans=is_on)
    stage.session.go("settings")
    stage.settle()
    view = stage.window.view("settings")
    assert isinstance(view, SettingsView)
    view.scans.show_state(state)
    stage.settle()
    view.care.check.setFocus()
    view.scans.on.setFocus()
    stage.settle()


def being_read(stage: Stage) -> None:
    settings(stage, ScanState(ScanCounts(scans=61, read=23, failed=2), 36, DATA), is_on=False)


def no_data(stage: Stage) -> None:
    settings(stage, ScanState(ScanCounts(scans=1234, read=0, failed=0), 0, None), is_on=False)


def one_language(stage: Stage) -> None:
    only = OcrData(DATA.folder, ("eng",))
    settings(stage, ScanState(ScanCounts(scans=61, read=61, failed=0), 0, only), is_on=False)


def import_without_data(stage: Stage) -> None:
    imported(stage)
    import_view_of(stage).pane.say_scans("missing")
    stage.settle()


def _waiting(stage: Stage) -> list[WaitingPage]:
    with stage.session.kennisbank.library.read() as tx:
        return tx.recognitions.waiting(SCANNED_TYPES, DATA.as_good)


def read_page(stage: Stage) -> str:
    """Let the scan of the example archive have been read; return the contribution's id."""
    kennisbank = stage.session.kennisbank
    waiting = next(each for each in _waiting(stage) if not each.words)
    text = "Notulen van de sectie informatica\n\nDe voorzitter opent de vergadering en heet iedereen welkom."
    start = text.index("voorzitter")
    words = pack_words([Word(start, start + 10, Rect(90, 130, 150, 144))])
    page = RecognisedPage(waiting.page, "read", text, words)
    with kennisbank.library.write() as tx:
        tx.recognitions.put(waiting.file, page, DATA.recogniser)
    kennisbank.searching.catch_up()
    return str(waiting.contribution)


def details(stage: Stage) -> None:
    stage.session.go("details", contribution=read_page(stage))
    stage.settle()


def hit(stage: Stage) -> None:
    read_page(stage)
    stage.session.go("search", query="voorzitter")
    stage.settle()


def recipes() -> list[Recipe]:
    return [
        Recipe("scans-read", being_read, "example"),
        Recipe("scans-no-data", no_data, "example"),
        Recipe("scans-one-language", one_language, "example"),
        Recipe("scans-import", import_without_data, "example"),
        Recipe("scans-details", details, "example"),
        Recipe("scans-hit", hit, "example"),
    ]
