"""The program is killed while a note is typed: what was typed up to the last second is in the library."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.library.library import Library
from kennisbank.services.annotating import AnnotationService
from kennisbank.ui.reader.note_saving import SAVE_AFTER_MS
from tests.conftest import REPOSITORY
from tests.ui.reader.annotated_library import FILE, PAPER

ENOUGH = 3
"""Commits after which the program is killed: typing never paused, so none of them waited for a pause."""


def test_killed_while_typing_what_was_committed_is_there_and_typing_need_not_pause_for_that(tmp_path: Path) -> None:
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.reader.typing_process", str(tmp_path / "home")],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    typed, saved = 0, []
    try:
        assert typing.stdout is not None
        for line in typing.stdout:
            what, number = line.split()
            if what == "typed":
                typed = int(number)
            else:
                saved.append((int(number), typed))
            if len(saved) == ENOUGH and typed > saved[-1][0]:
                break
    finally:
        os.kill(typing.pid, signal.SIGKILL)
        typing.communicate()
    assert typing.returncode == -signal.SIGKILL
    with Library.open(Paths.of(tmp_path / "home")) as library:
        (note,) = AnnotationService(library).on(PAPER, FILE)
    assert set(note.annotation.body) == {"a"}
    assert len(note.annotation.body) >= saved[-1][0]
    assert [number for number, _typed in saved] == sorted({number for number, _typed in saved})
    assert SAVE_AFTER_MS <= 700
