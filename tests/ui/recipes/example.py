"""A library that holds the example archive, imported once a run and copied for each window that wants it."""

import shutil
from pathlib import Path

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.resources import resource
from kennisbank.tasks.context import JobContext


def open_example(scratch: Path) -> Kennisbank:
    """Open a fresh copy below `scratch`, whole and searchable; called on a pool thread."""
    master = scratch / "example-master"
    if not master.is_dir():
        unfinished = scratch / "example-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        with open_kennisbank(unfinished) as kennisbank:
            example = resource("example")
            request = ImportRequest((example / "papers",), example / "catalogue.csv", "", is_rehearsal=False)
            kennisbank.importing.run(request, JobContext(), lambda _report: None)
            kennisbank.searching.catch_up(JobContext())
        unfinished.rename(master)
    number = len(list(scratch.glob("example-copy-*")))
    copy = scratch / f"example-copy-{number}"
    shutil.copytree(master, copy)
    return open_kennisbank(copy)
