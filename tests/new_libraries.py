"""New libraries on disk: the first of a test process is made by the program, the others are copies of its file.

Making one runs all revisions, which takes a tenth of a second; a copy takes a hundredth of that, and is the same file.
"""

import atexit
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kennisbank.library.migration import SCRIPTS

Upgrade = Callable[..., None]


def copied(upgrade: Upgrade) -> Upgrade:
    """Return what does as `upgrade` of `kennisbank.library.migration`; a file that is new is copied."""

    def upgraded(file: Path, scripts: Path, *, busy_timeout_s: float) -> None:
        if scripts == SCRIPTS and not file.exists():
            shutil.copyfile(_new(upgrade), file)
        else:
            upgrade(file, scripts, busy_timeout_s=busy_timeout_s)

    return upgraded


@cache
def _new(upgrade: Upgrade) -> Path:
    """Return the file of a library without anything in it, and without an id: that is given when it is opened."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    file = Path(folder.name) / "new.sqlite"
    upgrade(file, SCRIPTS, busy_timeout_s=15)
    return file
