"""The real window with a watch on its event loop; started by `measure_window.py`, prints one line of JSON.

window_probe.py start|idle|busy HOME [FOLDER]
"""

import contextlib
import json
import os
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kennisbank.ui.app import run
from kennisbank.ui.main_window import MainWindow

BEAT_MS = 5
WORDS = ("netwerk", "informatica onderwijs", "programmeren", "language model", "test", "data")
SETTLE_S = 10.0
BORN = "KENNISBANK_PROBE_BORN"
"""Names when the process was started, in seconds of the clock: the system tells it by the second only."""


class Probe(QObject):
    """Beats every few milliseconds; a beat that comes late is a stall of the loop."""

    def __init__(self, mode: str, folder: Path | None) -> None:
        super().__init__()
        self.mode, self.folder = mode, folder
        self.born = float(os.environ.get(BORN) or time.time())
        self.last = 0.0
        self.stalls: list[float] = []
        self.computed = self.longest_computing = 0.0
        self.stage = "starting"
        self.began = self.shown = 0.0
        self.facts: dict[str, object] = {}
        self.typed = 0
        self.timer = QTimer(self, interval=BEAT_MS)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start()

    @property
    def window(self) -> MainWindow | None:
        return next((each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)), None)

    def beat(self) -> None:
        now = time.perf_counter()
        if self.stage == "working":
            self.stalls.append(max(0.0, (now - self.last) * 1000 - BEAT_MS))
            self.longest_computing = max(self.longest_computing, (time.thread_time() - self.computed) * 1000)
        self.computed = time.thread_time()
        self.last = now
        window = self.window
        if window is None or not window.isVisible():
            return
        if not self.shown:
            self.shown = time.time() - self.born
        if self.stage == "starting" and window.session.is_open and window.session.tasks.is_idle:
            self.facts |= {"visible_s": round(self.shown, 2), "usable_s": round(time.time() - self.born, 2)}
            self.usable(window)

    def usable(self, window: MainWindow) -> None:
        self.stage, self.began = "working", time.perf_counter()
        if self.mode == "start":
            self.finish(window)
            return
        self.type_words(window)
        if self.mode == "idle":
            QTimer.singleShot(int(SETTLE_S * 1000), lambda: self.weigh(window))
        else:
            self.import_folder(window)

    def type_words(self, window: MainWindow) -> None:
        """Type into the search field, a letter every 60 ms, for as long as there is work."""
        field = next((each for each in window.findChildren(QLineEdit) if each.isVisible()), None)
        if field is None or (self.mode == "idle" and self.typed > len(WORDS[0])):
            return
        text = " ".join(WORDS)
        letter = text[self.typed % len(text)]
        if self.typed % len(text) == 0 or letter == " ":
            field.clear()
        else:
            QTest.keyClicks(field, letter)
        self.typed += 1
        if self.stage == "working":
            QTimer.singleShot(60, lambda: self.type_words(window))

    def import_folder(self, window: MainWindow) -> None:
        from kennisbank.importing.pipeline import ImportRequest  # noqa: PLC0415 (loaded by now)

        assert self.folder is not None
        request = ImportRequest(sources=(self.folder,), list_file=None, edition="", is_rehearsal=False)
        session = window.session

        def job(ctx: object) -> object:
            return session.kennisbank.importing.run(request, ctx)

        def done(summary: object) -> None:
            self.facts["import"] = str(summary)
            self.finish(window)

        session.tasks.long(session, "import", job, done, lambda error: done(f"failed: {error!r}"))

    def weigh(self, window: MainWindow) -> None:
        here = psutil.Process()
        rows = []
        for process in [here, *here.children(recursive=True)]:
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                memory = process.memory_full_info()
                name = "window" if process == here else " ".join(process.cmdline()[-2:])[-50:]
                pss = getattr(memory, "pss", 0)
                rows.append(
                    {"process": name, "rss_mb": memory.rss / 1e6, "pss_mb": pss / 1e6, "uss_mb": memory.uss / 1e6}
                )
        self.facts["processes"] = rows
        self.finish(window)

    def finish(self, window: MainWindow) -> None:
        self.stage = "done"
        self.facts["worked_s"] = round(time.perf_counter() - self.began, 1)
        self.facts["stalls_ms"] = sorted((round(each, 1) for each in self.stalls), reverse=True)
        self.facts["longest_computing_ms"] = round(self.longest_computing, 1)
        self.facts["typed"] = self.typed
        window.close()
        QApplication.quit()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    mode, home = sys.argv[1], Path(sys.argv[2])
    application = QApplication(sys.argv[:1])
    probe = Probe(mode, Path(sys.argv[3]) if len(sys.argv) > 3 else None)
    code = run(home)
    print(json.dumps(probe.facts))
    del application
    return code


if __name__ == "__main__":
    sys.exit(main())
