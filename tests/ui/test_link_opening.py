"""Links into the library: pasted on top, followed in a paper, handed over by another program."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kennisbank.domain.ids import ContributionId, PageNo, new_id
from kennisbank.domain.links import passage_link
from kennisbank.ui.controllers.links import LinkOpening
from kennisbank.ui.hand_over import HandOver, hand_over
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.widgets.toast import Toast
from tests.ui.conftest import MakeStage
from tests.ui.recipes.recipe import Stage


@pytest.fixture
def library(make_stage: MakeStage) -> Stage:
    return make_stage("example")


def told(stage: Stage) -> str:
    toast = stage.window.findChild(Toast)
    assert isinstance(toast, Toast)
    return toast.text


def test_a_link_pasted_on_top_opens_the_passage_and_searches_nothing(qtbot: QtBot, library: Stage) -> None:
    paper = max(library.session.kennisbank.catalogue.all(), key=lambda each: each.current_files[0].pages)
    file = paper.current_files[0].hash
    with library.session.kennisbank.library.read() as tx:
        page = tx.texts.pages(file)[-1]
    words = " ".join(page.text[word.start : word.end] for word in page.words()[2:9])
    field = library.window.search_field
    field.set_text(passage_link(paper.id, file=file, page=page.number, quote=words))  # type: ignore[attr-defined]
    library.settle()
    assert library.window.history.here.view != "search"  # type: ignore[union-attr]
    field.submitted.emit(field.text)  # type: ignore[attr-defined]
    view = library.window.view("reader")
    assert isinstance(view, ReadingView)
    library.settle(lambda: view.reader is not None and view.reader.current == paper.id)
    assert library.window.current_view is view
    assert field.text == ""  # type: ignore[attr-defined]
    hits = view.state()["hits"]
    assert [hit.page for hit in hits] == [page.number]  # type: ignore[attr-defined]


def test_a_broken_link_and_one_to_elsewhere_are_told(library: Stage) -> None:
    opening = LinkOpening.of(library.session)
    assert opening.open("kennisbank:contribution/nonsense")
    assert "broken" in told(library)
    assert opening.open(passage_link(ContributionId(new_id()), page=PageNo(2)))
    library.settle(lambda: "isn't in this library" in told(library))
    assert not opening.open("https://example.org")


def test_the_window_that_is_open_takes_the_link(qtbot: QtBot, tmp_path: Path) -> None:
    window = HandOver(tmp_path)
    assert window.is_listening
    link = passage_link(ContributionId(new_id()))
    code = f"import sys; from pathlib import Path; from kennisbank.ui.hand_over import hand_over; sys.exit(not hand_over(Path({str(tmp_path)!r}), {link!r}))"
    with qtbot.waitSignal(window.received, timeout=30_000) as received:
        other = subprocess.Popen([sys.executable, "-c", code])
    assert received.args == [link]
    assert other.wait(30) == 0


def test_without_a_window_nobody_takes_it(tmp_path: Path) -> None:
    assert not hand_over(tmp_path, "kennisbank:contribution/x")


def test_what_a_killed_window_left_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    code = (
        "import os; from pathlib import Path; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
        f"from kennisbank.ui.hand_over import HandOver; h = HandOver(Path({str(tmp_path)!r})); assert h.is_listening; os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert HandOver(tmp_path).is_listening
