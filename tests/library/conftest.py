"""A real library in a folder of the test's own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.library.library import Library


@pytest.fixture
def _new_libraries() -> None:
    """Have every library made by the program itself: how that goes, and goes wrong, is what these tests look at."""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path / "home")


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an empty library: copying it takes a tenth of the time of making one."""
    paths = Paths.of(tmp_path_factory.mktemp("empty"))
    Library.open(paths).close()
    return paths.library_file


@pytest.fixture
def library(paths: Paths, _empty: Path) -> Iterator[Library]:
    paths.home.mkdir()
    shutil.copy(_empty, paths.library_file)
    with Library.open(paths) as opened:
        yield opened
