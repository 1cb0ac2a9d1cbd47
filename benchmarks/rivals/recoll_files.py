"""Recoll: `recollindex` over the folder with its defaults, queries through its Python module; 20 best with abstracts."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from protocol import measure
from recoll import recoll


def index(folder: Path, work: Path) -> int:
    (work / "recoll.conf").write_text(f"topdirs = {folder}\nloglevel = 2\n", encoding="utf-8")
    command = ["recollindex", "-c", str(work)]
    subprocess.run(
        command, check=True, env={**os.environ, "HOME": str(work)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return 0


def opener(work: Path) -> Callable[[str, str], int]:
    db = recoll.connect(confdir=str(work))

    def ask(kind: str, text: str) -> int:
        query = db.query()
        words = {"phrase": f'"{text}"', "prefix": f"{text}*"}.get(kind, text)
        query.execute(words, stemming=0)
        found = query.fetchmany(20)
        for each in found:
            query.makedocabstract(each)
        return len(found)

    return ask


if __name__ == "__main__":
    measure(index, opener)
