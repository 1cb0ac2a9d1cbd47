"""The files that are measured on: the PDFs of a folder, and as many marked copies of them as are asked for."""

import hashlib
import os
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pymupdf

REPOSITORY = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[^\W\d_]{4,14}")
KINDS = ("single", "two", "phrase", "prefix")


def default_folder() -> Path:
    """Return the corpus of the test data (``KENNISBANK_TEST_DATA``), or the example archive where there is none."""
    data = Path(os.environ.get("KENNISBANK_TEST_DATA", REPOSITORY.parent / "shared" / "data"))
    return data / "corpus" if (data / "corpus").is_dir() else REPOSITORY / "resources" / "example" / "papers"


def pdfs(folder: Path) -> list[Path]:
    """Return the PDFs below `folder` that open and have pages, each content once, in a fixed order."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    seen: set[str] = set()
    found = []
    for path in sorted(folder.rglob("*.pdf")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        try:
            with pymupdf.open(path) as document:
                if not document.needs_pass and document.page_count:
                    found.append(path)
        except (pymupdf.FileDataError, RuntimeError):
            continue
    return found


def page_count(paths: list[Path]) -> int:
    """Return the number of pages of all files together."""
    total = 0
    for path in paths:
        with pymupdf.open(path) as document:
            total += document.page_count
    return total


def multiply(paths: list[Path], pages: int, folder: Path) -> list[Path]:
    """Fill `folder` with the files and marked copies of them until there are `pages` pages; 0 = the files alone.

    Every copy says once, on its first and its last page, a word of its own, so that no engine may take it for a
    duplicate. A folder that was filled for the same number before is taken as it is.
    """
    done = folder / f".filled-{pages}-{len(paths)}"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        total = 0
        for number, path in _endless(paths):
            if total >= pages and number >= len(paths):
                break
            target = folder / f"{number:05d}-{path.name}"
            total += _copy(path, target, "" if number < len(paths) else f"kopie{number:05d}merk")
        done.touch()
    return sorted(folder.glob("*.pdf"))


def _endless(paths: list[Path]) -> Iterator[tuple[int, Path]]:
    number = 0
    while True:
        for path in paths:
            yield number, path
            number += 1


def _copy(source: Path, target: Path, marker: str) -> int:
    """Write a copy with its marker and return its number of pages; 0 where no marked copy can be made."""
    if not marker:
        shutil.copyfile(source, target)
    try:
        with pymupdf.open(source) as document:
            if marker:
                for index in {0, document.page_count - 1}:
                    document[index].insert_text((40, 30), marker, fontsize=8)
                document.save(target)
            return int(document.page_count)
    except (RuntimeError, ValueError, pymupdf.FileDataError):
        target.unlink(missing_ok=True)
        return 0


def make_queries(paths: list[Path], count: int) -> dict[str, list[str]]:
    """Return `count` queries of each kind, taken from the files themselves, the same in every run."""
    chance = random.Random(20120417)
    queries: dict[str, list[str]] = {kind: [] for kind in KINDS}
    samples = []
    for path in chance.sample(paths, min(len(paths), 80)):
        with pymupdf.open(path) as document:
            for index in chance.sample(range(document.page_count), min(document.page_count, 4)):
                text = document[index].get_text()
                if len(WORD.findall(text)) > 30:
                    samples.append(text)
    while len(queries["prefix"]) < count:
        text = chance.choice(samples)
        words = [word.lower() for word in WORD.findall(text)]
        first, second = chance.sample(sorted(set(words)), 2)
        queries["single"].append(first)
        queries["two"].append(f"{first} {second}")
        run = re.search(r"[a-z]{3,12} [a-z]{3,12} [a-z]{3,12}", text[chance.randrange(len(text) // 2) :])
        queries["phrase"].append(run.group() if run else f"{words[3]} {words[4]}")
        queries["prefix"].append(chance.choice([word for word in words if len(word) > 5])[: chance.choice((3, 4, 5))])
    return queries
