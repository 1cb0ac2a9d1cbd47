"""A real deck of slides that were pasted as pictures: what stands on them is found."""

import shutil
from pathlib import Path

import pytest

from kennisbank.bootstrap import open_kennisbank
from kennisbank.domain.results import SearchRequest
from kennisbank.importing.pipeline import ImportRequest
from tests import scans

pytestmark = [pytest.mark.shared_data, pytest.mark.slow]


@pytest.mark.skipif(not scans.HAS_DUTCH, reason=scans.NO_DATA)
def test_words_on_pictures_of_slides_are_found(shared_data: Path, tmp_path: Path) -> None:
    source = shared_data / "corpus" / "dutch" / "ieni" / "koppe-algoritmiek.pdf"
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copy(source, folder)
    with open_kennisbank(tmp_path / "home") as kennisbank:
        kennisbank.importing.run(ImportRequest((folder,), None, "", is_rehearsal=False))
        request = SearchRequest("rugzakprobleem", is_strict=True)
        assert kennisbank.searching.find(request).results.total == 0
        kennisbank.scans.read()
        (hit,) = kennisbank.searching.find(request).results.hits
        assert hit.passages[0].is_read_by_machine
