"""An archive in memory and devices that keep in step with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisbank.library.library import Library
from kennisbank.sync.memory_remote import MemoryArchive
from tests.sync.sync_devices import Device, empty_library_file, open_library

MakeDevice = Callable[..., Device]


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty_library_file(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def archive() -> MemoryArchive:
    return MemoryArchive()


@pytest.fixture
def device(tmp_path: Path, empty_library: Path, archive: MemoryArchive) -> Iterator[MakeDevice]:
    """Return what makes a device for an account (None: a visitor) of the archive."""
    opened: list[Library] = []

    def make(account: str | None = None) -> Device:
        opened.append(open_library(tmp_path / f"device{len(opened)}", empty_library))
        return Device(opened[-1], archive, account)

    yield make
    for each in opened:
        each.close()
