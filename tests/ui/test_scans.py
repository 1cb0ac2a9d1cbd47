"""Scans in the window: read by themselves, out of the way of everything else, and told where one looks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kennisbank.config.settings import Settings
from kennisbank.documents.ocr_data import OcrData
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.recognition import ScanCounts
from kennisbank.errors import KennisbankError, LibraryBusyError, ScansUnreadableError, StorageError
from kennisbank.services.scans import ScanState, ScanSummary
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.controllers import scans as controller
from kennisbank.ui.controllers.scans import ScanReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.scan_words import ScanWords
from kennisbank.ui.widgets.settings_scans import SettingsScans
from kennisbank.ui.workers import TaskRunner
from tests.fakes import FakeKennisbank

DATA = OcrData(Path("/nowhere"), ("nld", "eng"))
DUTCH_ONLY = OcrData(Path("/nowhere"), ("nld",))


@dataclass
class SlowScans:
    """Pages that are read one by one, each when it is let through."""

    waiting: int = 3
    data: OcrData | None = DATA
    error: KennisbankError | None = None
    is_open: bool = True
    runs: int = 0
    read_pages: int = 0
    on_stop: list[str] = field(default_factory=list)
    gate: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        if self.is_open:
            self.gate.set()

    def state(self) -> ScanState:
        return ScanState(ScanCounts(3, self.read_pages, 0), self.waiting, self.data)

    def can_read(self) -> bool:
        return self.data is not None

    def read(self, ctx: JobContext, on_committed: Callable[[ChangeSet], None]) -> ScanSummary:
        self.runs += 1
        if self.error is not None:
            raise self.error
        done = 0
        while self.waiting:
            ctx.report(Progress("recognising", done, done + self.waiting))
            while not self.gate.wait(0.01):
                if ctx.is_cancelled:
                    self.on_stop.append("cancelled")
                    return ScanSummary(read=done, left=self.waiting, cancelled=True)
            self.waiting -= 1
            done += 1
            self.read_pages += 1
            on_committed(ChangeSet((Change("text", "ab" * 32, "updated"),)))
        return ScanSummary(read=done)


@dataclass
class Stage:
    session: Session
    scans: SlowScans
    reading: ScanReading


@pytest.fixture
def open_with(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Stage]]:
    monkeypatch.setattr(controller, "_START_MS", 0)
    monkeypatch.setattr(controller, "_AFTER_MS", 0)
    tasks = TaskRunner()
    sessions: list[Session] = []

    def opened(scans: SlowScans, settings: Settings | None = None) -> Stage:
        kennisbank = FakeKennisbank(scans=scans)  # type: ignore[arg-type]
        session = Session(tasks, lambda _home: kennisbank, settings=settings)  # type: ignore[arg-type,return-value]
        sessions.append(session)
        reading = ScanReading(session)
        with qtbot.waitSignal(session.opened):
            session.open()
        return Stage(session, scans, reading)

    yield opened
    tasks.shut_down()
    for session in sessions:
        session.close()


def test_what_waits_is_read_by_itself_and_told(open_with: Callable[..., Stage], qtbot: QtBot) -> None:
    stage = open_with(SlowScans())
    changed: list[ChangeSet] = []
    stage.session.changed.connect(changed.append)
    qtbot.waitUntil(lambda: bool(changed) and not stage.reading.is_running)
    assert stage.scans.read_pages == 3
    assert all(each.ids("text") for each in changed)
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    assert stage.scans.runs == 1


@pytest.mark.parametrize("settings", [Settings(read_scans=False), None])
def test_nothing_is_read_when_it_is_turned_off_or_can_not_be(
    open_with: Callable[..., Stage], qtbot: QtBot, settings: Settings | None
) -> None:
    stage = open_with(SlowScans(waiting=3 if settings else 0, data=DATA if settings else None), settings)
    stage.reading.look()
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    assert stage.scans.runs == 0


def test_reading_gives_way_to_an_import_and_goes_on_after_it(open_with: Callable[..., Stage], qtbot: QtBot) -> None:
    stage = open_with(SlowScans(is_open=False))
    qtbot.waitUntil(lambda: stage.scans.runs == 1)
    order: list[str] = []
    owner = QObject()
    stage.session.tasks.long(owner, "Importing", lambda _ctx: order.extend(stage.scans.on_stop), lambda _: None)
    qtbot.waitUntil(lambda: stage.scans.runs == 2)
    assert order == ["cancelled"]
    stage.scans.gate.set()
    qtbot.waitUntil(lambda: stage.scans.read_pages == 3)


def test_what_the_reader_cancels_stays_cancelled_until_asked_for(open_with: Callable[..., Stage], qtbot: QtBot) -> None:
    stage = open_with(SlowScans(is_open=False))
    qtbot.waitUntil(lambda: stage.scans.runs == 1)
    (job,) = stage.session.tasks.long_jobs
    job.ctx.cancel()
    qtbot.waitUntil(lambda: not stage.reading.is_running)
    stage.reading.look()
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    assert stage.scans.runs == 1
    stage.scans.gate.set()
    stage.session.scans_requested.emit()
    qtbot.waitUntil(lambda: stage.scans.read_pages == 3)


def test_turning_it_off_stops_it_and_on_again_goes_on(open_with: Callable[..., Stage], qtbot: QtBot) -> None:
    stage = open_with(SlowScans(is_open=False))
    qtbot.waitUntil(lambda: stage.scans.runs == 1)
    stage.session.change_settings(read_scans=False)
    qtbot.waitUntil(lambda: not stage.reading.is_running)
    stage.scans.gate.set()
    stage.session.change_settings(read_scans=True)
    qtbot.waitUntil(lambda: stage.scans.read_pages == 3)


def test_another_setting_does_not_begin_it(
    open_with: Callable[..., Stage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controller, "_START_MS", 3_600_000)
    stage = open_with(SlowScans())
    stage.session.change_settings(night_paper=True)
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    assert stage.scans.runs == 0


def test_new_files_are_looked_at(open_with: Callable[..., Stage], qtbot: QtBot) -> None:
    stage = open_with(SlowScans(waiting=0))
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    stage.scans.waiting = 2
    stage.session.changed_by(ChangeSet((Change("file", "x", "added"),)))
    qtbot.waitUntil(lambda: stage.scans.read_pages == 2)


@pytest.mark.parametrize(
    ("error", "is_told"),
    [(ScansUnreadableError(), False), (LibraryBusyError(Path()), False), (StorageError(Path(), "full"), True)],
)
def test_what_goes_wrong_is_told_once_and_not_tried_over_and_over(
    open_with: Callable[..., Stage], qtbot: QtBot, error: KennisbankError, is_told: bool
) -> None:
    stage = open_with(SlowScans(error=error))
    told: list[Exception] = []
    stage.session.failed.connect(told.append)
    qtbot.waitUntil(lambda: stage.scans.runs == 1 and not stage.reading.is_running)
    stage.reading.look()
    qtbot.waitUntil(lambda: stage.session.tasks.is_idle)
    assert stage.scans.runs == 1
    assert told == ([error] if is_told else [])


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ScanState(ScanCounts(), 0, None), "There are no scans in this library."),
        (ScanState(ScanCounts(1, 0, 0), 0, None), "and can't be searched."),
        (ScanState(ScanCounts(9, 4, 1), 3, DATA), "were read. 3"),
        (ScanState(ScanCounts(9, 0, 2), 0, DATA), "could not be read."),
        (ScanState(ScanCounts(9, 0, 0), 0, DATA), "no text to be found"),
    ],
)
def test_the_settings_say_how_it_stands(qtbot: QtBot, state: ScanState, words: str) -> None:
    assert words in ScanWords().standing(state, is_on=True)
    card = SettingsScans()
    qtbot.addWidget(card)
    card.show_settings(Settings())
    card.show_state(state)
    assert card.now.isHidden() == (not state.waiting)


@pytest.mark.parametrize(("data", "lacks"), [(DATA, False), (DUTCH_ONLY, True), (None, True)])
def test_what_is_lacking_is_said_with_how_to_get_it(data: OcrData | None, lacks: bool) -> None:
    words = ScanWords().lacking(ScanState(ScanCounts(scans=2), 0, data))
    assert bool(words) == lacks


def test_a_library_without_scans_need_not_have_anything_installed() -> None:
    assert ScanWords().lacking(ScanState(ScanCounts(), 0, None)) == ""


def test_a_contribution_says_what_was_read_by_machine_and_what_was_not() -> None:
    assert ScanWords().of_contribution(ScanCounts()) == ""
    words = ScanWords().of_contribution(ScanCounts(scans=3, read=1))
    assert "1" in words
    assert "2" in words


@pytest.mark.parametrize("outlook", ["coming", "off", "missing"])
def test_an_import_says_what_becomes_of_its_scans(outlook: str) -> None:
    assert ScanWords().of_import(0, outlook) == ""  # type: ignore[arg-type]
    assert "12" in ScanWords().of_import(12, outlook)  # type: ignore[arg-type]
