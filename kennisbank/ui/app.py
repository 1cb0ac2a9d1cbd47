"""Starting the window: the application, its look and language, and the library on a pool thread.

The window stands before anything heavy is loaded: Whoosh, SQLAlchemy and the services come in with the library, beside
the first paint.
"""

import gc
import logging
import signal
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kennisbank.config.logs import start_logging
from kennisbank.config.paths import Paths
from kennisbank.config.settings import Settings, load_settings
from kennisbank.ui.appearance import Appearance
from kennisbank.ui.controllers.links import LinkOpening
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.hand_over import HandOver, hand_over
from kennisbank.ui.language import LanguageSwitch
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.warming import Warming
from kennisbank.ui.workers import TaskRunner

if TYPE_CHECKING:
    from kennisbank.bootstrap import Kennisbank

_log = logging.getLogger(__name__)
_SWITCH_S = 0.0005
"""How long a job may hold Python's lock while the window waits for it; each call into Qt may have to wait once."""
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(home: Path | None, link: str = "") -> int:
    """Open the window on the library at `home` (None: the reader's own) and return the exit code when it closes.

    With a `link`, at the passage it leads to; in the window that is open on this library already, if there is one.
    """
    sys.setswitchinterval(_SWITCH_S)
    paths = Paths.of(home)
    if link and hand_over(paths.home, link):
        return 0
    start_logging(paths, verbose=False)
    qInstallMessageHandler(_log_qt)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Kennisbank")
    application.setDesktopFileName("kennisbank")
    settings = load_settings(paths.settings_file)
    language = LanguageSwitch(application, settings.ui_language)
    appearance = Appearance(application, settings.theme, settings.text_size)
    tasks = TaskRunner()
    session = Session(tasks, _open, settings=settings, settings_file=paths.settings_file)
    session.settings_changed.connect(_Follow(language, appearance, application).take)
    _Guard(session, application).watch()
    window = MainWindow(session)
    links, others = LinkOpening.of(session), HandOver(paths.home, application)
    links.open(link)
    others.received.connect(links.open)
    others.received.connect(lambda _link: _bring_to_front(window))
    window.show()
    Warming(window).start()
    QTimer.singleShot(0, lambda: session.open(home))
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends it; every commit is whole
    code = application.exec()
    tasks.shut_down()
    session.close()
    return code


def _bring_to_front(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _open(home: Path | None) -> "Kennisbank":
    """Open a library; on a pool thread, because what is imported here takes longer than a frame."""
    from kennisbank.bootstrap import open_kennisbank  # noqa: PLC0415 - the window must not wait for it

    kennisbank = open_kennisbank(home)
    # Before anybody hears that it is open: tidying holds the import lock, and an import never waits for that.
    kennisbank.maintenance.tidy()
    _spare_collector()
    return kennisbank


def _spare_collector() -> None:
    """Keep what stays for good out of the collector's full rounds, in which every thread stands still.

    What an earlier library left is collected first, so that opening another one loses no memory.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()


class _Follow(QObject):
    """Puts changed settings in force: language, theme, text size."""

    def __init__(self, language: LanguageSwitch, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._language, self._appearance = language, appearance
        self._spoken = ""

    def take(self, settings: Settings) -> None:
        if settings.ui_language != self._spoken:
            self._spoken = settings.ui_language
            self._language.choose(settings.ui_language)
        self._appearance.choose(settings.theme, settings.text_size)


class _Guard(QObject):
    """Catches what escaped everywhere else: a bug. Logged each time, told once."""

    escaped = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._is_told = False
        self.escaped.connect(self._tell)

    def watch(self) -> None:
        """Take over Python's own hooks, of all threads."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda hook: self._on_exception(
            hook.exc_type, hook.exc_value or RuntimeError("unknown"), hook.exc_traceback
        )

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.critical("A bug escaped", exc_info=(kind, error, trace))
        self.escaped.emit(error)

    def _tell(self, error: Exception) -> None:
        if not self._is_told:
            self._is_told = True
            self._session.failed.emit(error)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger(f"kennisbank.qt.{context.category or 'default'}").log(
        _QT_LEVELS.get(kind, logging.WARNING), "%s", text
    )
