"""A real library in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.library.library import Library


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of(tmp_path / "home")


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    with Library.open(paths) as opened:
        yield opened
