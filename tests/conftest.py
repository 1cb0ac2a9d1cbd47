"""What holds for every test: no screen, no network, no home of the person who runs it."""

import logging
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported: without a screen it aborts
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts=false")
os.environ.pop("KENNISBANK_HOME", None)

settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None, max_examples=30)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=24_000, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

REPOSITORY = Path(__file__).resolve().parents[1]


def pytest_runtest_setup() -> None:
    """Refuse sockets beyond this machine; Unix sockets carry the document processes."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the real user's data, settings and cache out of reach."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.getbasetemp() / name.lower()))


@pytest.fixture(autouse=True)
def _new_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy new libraries from the first one; `tests/library` and `tests/migrations` look at how they are made."""
    migration = sys.modules.get("kennisbank.library.migration")
    if migration is not None:
        from tests.new_libraries import copied  # noqa: PLC0415 -- it costs time that tests without a library needn't pay

        monkeypatch.setattr(migration, "_upgrade", copied(migration._upgrade))


LOGGERS = ("kennisbank", "kennisbank.archive", "uvicorn", "sqlalchemy", "alembic")
"""Those that a program which starts (`kennisbank.archive.logs`, `kennisbank.config.logs`) sends somewhere."""


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    """Give the loggers back as they were: a command that runs in this process sends them to its own streams."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(each.handlers[:], each.level, each.propagate) for each in loggers]
    yield
    for logger, (handlers, level, propagate) in zip(loggers, before, strict=True):
        for handler in set(logger.handlers) - set(handlers):
            handler.close()
        logger.handlers = handlers
        logger.setLevel(level)
        logger.propagate = propagate


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder with shared test data; skip where it is absent."""
    folder = Path(os.environ.get("KENNISBANK_TEST_DATA", REPOSITORY.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"shared test data not found at {folder} (KENNISBANK_TEST_DATA)")
    return folder


DEAR = (
    "tests/e2e/",
    "tests/importing/test_kill.py",
    "tests/services/test_download_kill.py",
    "tests/archive/test_openapi.py",
    "tests/sync/test_sync_histories.py",
    "tests/library/test_library_faults.py",
)
"""Where tests stand that take seconds each: at the end, one process would wait for another's."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Put the dear ones at the beginning of what each process gets first: an equal run of the list (`worksteal`)."""
    yield  # the order is random by now
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    dear = [each for each in items if each.nodeid.startswith(DEAR)]
    rest = [each for each in items if not each.nodeid.startswith(DEAR)]
    run = -(-len(rest) // processes)
    items[:] = [
        each
        for number in range(processes)
        for each in (*dear[number::processes], *rest[number * run : (number + 1) * run])
    ]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let names that are no valid Unicode (as on disks) stand in captured output: xdist can't send them as they are."""
    report = yield
    report.sections = [(name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections]
    return report
