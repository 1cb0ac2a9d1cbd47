"""How many titles and authors are proposed rightly, without a list, over PDFs whose manifest says what is right.

    python benchmarks/proposals.py [CORPUS] [--under papers --under dutch] [--json FILE] [--verbose]

CORPUS holds `manifest.csv` with at least the columns file, title, authors and sha1; each distinct PDF counts once.
A title is right when it equals the manifest's after folding case and punctuation; authors when the family names do.
"""

import argparse
import csv
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from kennisbank import resources
from kennisbank.documents.cover import find_cover, load_signals
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.folding import fold
from kennisbank.domain.metadata import Author
from kennisbank.domain.names import people
from kennisbank.errors import DocumentError
from kennisbank.importing.proposal import propose


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "corpus", type=Path, nargs="?", default=Path(__file__).parents[2] / "shared" / "data" / "corpus"
    )
    parser.add_argument("--under", action="append", help="folders of the corpus (default: papers and dutch)")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--verbose", action="store_true", help="list wrong authors too")
    arguments = parser.parse_args()
    folders = tuple(f"{each.rstrip('/')}/" for each in arguments.under or ("papers", "dutch"))
    rows = distinct_rows(arguments.corpus / "manifest.csv", folders)
    began = time.monotonic()
    counts = measured(arguments.corpus, rows, verbose=arguments.verbose)
    print(f"\n{'folder':30} {'PDFs':>5} {'titles':>7} {'%':>6} {'authors':>8} {'%':>6} {'abstract':>9} {'keywords':>9}")
    for name in [*sorted(each for each in counts if each != "all"), "all"]:
        n, titles, authors, abstracts, keywords = counts[name]
        shares = f"{titles:>7} {100 * titles / n:>6.1f} {authors:>8} {100 * authors / n:>6.1f}"
        print(f"{name:30} {n:>5} {shares} {abstracts:>9} {keywords:>9}")
    print(f"{time.monotonic() - began:.1f} s")
    if arguments.json:
        keys = ("pdfs", "titles", "authors", "abstracts", "keywords")
        arguments.json.write_text(
            json.dumps({name: dict(zip(keys, each, strict=True)) for name, each in counts.items()})
        )
    return 0


def distinct_rows(manifest: Path, folders: tuple[str, ...]) -> list[dict[str, str]]:
    with manifest.open(encoding="utf-8-sig", newline="") as stream:
        rows = [
            row for row in csv.DictReader(stream) if row["file"].endswith(".pdf") and row["file"].startswith(folders)
        ]
    return list({row["sha1"]: row for row in reversed(rows)}.values())[::-1]


def measured(corpus: Path, rows: list[dict[str, str]], *, verbose: bool) -> dict[str, list[int]]:
    signals = load_signals(resources.resource("cover_signals.toml"))
    workers = DocumentWorkers(processes=2)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    futures = [(row, workers.extract(corpus / row["file"], row["file"])) for row in rows]
    for row, future in futures:
        try:
            document = future.result()
        except DocumentError as error:
            print(f"{row['file']}: {error}")
            continue
        found = propose(document, find_cover(document, signals), row["file"])
        is_title = fold(found.values.title) == fold(row["title"])
        is_authors = families(found.values.authors) == families(people(row["authors"]))
        result = (1, is_title, is_authors, bool(found.values.abstract), bool(found.values.keywords))
        for name in (str(Path(row["file"]).parent), "all"):
            counts[name] = [each + int(more) for each, more in zip(counts[name], result, strict=True)]
        if not is_title:
            where = found.provenance["title"].detail if "title" in found.provenance else ""
            print(f"{row['file']}\n    right:    {row['title']}\n    proposed: {found.values.title}  [{where}]")
        if verbose and not is_authors:
            names = "; ".join(author.name for author in found.values.authors)
            print(f"{row['file']}\n    authors:  {row['authors']}\n    proposed: {names}")
    workers.close()
    return counts


def families(authors: tuple[Author, ...]) -> set[str]:
    return {fold((author.family or author.name).split()[-1]) for author in authors}


if __name__ == "__main__":
    sys.exit(main())
