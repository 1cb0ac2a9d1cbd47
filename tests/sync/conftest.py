"""An archive in memory and devices that keep in step with it."""

from collections.abc import Callable, Iterator

import pytest

from kennisbank.library.library import Library
from kennisbank.sync.memory_remote import MemoryArchive
from tests.sync.sync_devices import Device, emptied, empty_library_file, open_library

MakeDevice = Callable[..., Device]


@pytest.fixture(scope="session")
def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Library]]:
    """Return what opens libraries by number; each is opened once, for that takes the longest."""
    folder = tmp_path_factory.mktemp("devices")
    empty = empty_library_file(folder / "empty")
    libraries: list[Library] = []

    def library(number: int) -> Library:
        while len(libraries) <= number:
            libraries.append(open_library(folder / str(len(libraries)), empty))
        return libraries[number]

    yield library
    for each in libraries:
        each.close()


@pytest.fixture
def archive() -> MemoryArchive:
    return MemoryArchive()


@pytest.fixture
def device(_opened: Callable[[int], Library], archive: MemoryArchive) -> MakeDevice:
    """Return what makes a device for an account (None: a visitor) of the archive."""
    made: list[Device] = []

    def make(account: str | None = None) -> Device:
        made.append(Device(emptied(_opened(len(made))), archive, account))
        return made[-1]

    return make
