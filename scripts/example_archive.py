"""Make the example archive: PDFs and their list in `resources/example`, from the texts in `scripts/example`.

Run by hand after changing a text: `.venv/bin/python scripts/example_archive.py`. The same texts and the same PyMuPDF
give the same bytes on every machine; `--check` only tells whether that is so.
"""

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pymupdf
from example.pages import Entry, write_paper
from example.source import Text, read_texts
from example.special import write_cover, write_scan, write_slides

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "example"
LIST = "catalogue.csv"
LICENCE = "CC-BY-4.0"
COLUMNS = (
    "file",
    "title",
    "authors",
    "affiliations",
    "year",
    "edition",
    "theme",
    "keywords",
    "language",
    "type",
    "abstract",
    "licence",
)
JUNK_TITLES = {"08-tien-jaar-zij-instromers": "Microsoft Word - definitief_v3.doc", "16-op-afstand-programmeren": ""}
"""As in every archive, not all files say in their own metadata what they are."""


def make_pdf(text: Text, first_number: int) -> tuple[bytes, int]:
    """Return a contribution as PDF, cover sheet first, and its number of pages without it."""
    with pymupdf.open() as document:
        write_cover(document, text)
        if text.layout == "slides":
            entries = write_slides(document, text)
        elif text.layout == "scan":
            entries = write_scan(document, text, first_number)
        else:
            entries = write_paper(document, text, first_number)
        pages = document.page_count - 1
        _describe(document, text, entries, first_number)
        document.subset_fonts()
        return document.tobytes(garbage=4, deflate=True, no_new_id=True, use_objstms=1), pages


def _describe(document: pymupdf.Document, text: Text, entries: Sequence[Entry], first_number: int) -> None:
    """Set outline, page labels and metadata, with a fixed date: the last day of the congress."""
    date = f"D:{text.year}0417120000+00'00'"
    if len(entries) > 1:
        rows = [
            [1 if not number else entry.level + 1, entry.title, entry.page + 1, entry.y]
            for number, entry in enumerate(entries)
        ]
        document.set_toc([[1, "Voorblad", 1, 0.0], *rows])
    labels = [{"startpage": 0, "prefix": "voorblad", "style": "", "firstpagenum": 1}]
    document.set_page_labels([*labels, {"startpage": 1, "prefix": "", "style": "D", "firstpagenum": first_number}])
    is_scan = text.layout == "scan"
    document.set_metadata(
        {
            "title": "" if is_scan else JUNK_TITLES.get(text.name, text.full_title),
            "author": "" if is_scan else "; ".join(name for name, _ in text.authors),
            "keywords": "" if is_scan else ", ".join(text.keywords),
            "creator": "Scanstation 3" if is_scan else "Vlechtwerk",
            "producer": "PyMuPDF",
            "creationDate": date,
            "modDate": date,
        }
    )


def make_list(texts: Sequence[Text]) -> bytes:
    """Return the list that is imported together with the files; several values in one cell are parted by semicolons."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for text in texts:
        names = "; ".join(name for name, _ in text.authors)
        places = "; ".join(place for _, place in text.authors)
        keywords = "; ".join(text.keywords)
        row = (text.file, text.full_title, names, places, text.year, text.edition, text.theme, keywords)
        writer.writerow((*row, text.language, text.type, text.abstract, LICENCE))
    return out.getvalue().encode()


def make_archive() -> dict[str, bytes]:
    """Return all files of the archive by their names below `resources/example`."""
    texts = read_texts()
    files = {LIST: make_list(texts)}
    numbers: dict[str, int] = {}
    for text in texts:
        first = numbers.setdefault(text.edition, 11)
        data, pages = make_pdf(text, first)
        numbers[text.edition] = first + pages
        files[f"papers/{text.file}"] = data
    return files


def main() -> int:
    """Write the archive, or with ``--check`` compare it; return 1 when it differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if anything would change")
    is_check = parser.parse_args().check
    files = make_archive()
    here = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    changed = [name for name in sorted(files) if name not in here or (FOLDER / name).read_bytes() != files[name]]
    surplus = sorted(here - set(files))
    if not is_check:
        for name in changed:
            path = FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name])
        for name in surplus:
            (FOLDER / name).unlink()
    size = sum(len(data) for data in files.values())
    print(f"{len(files) - 1} contributions, {size / 1e6:.2f} MB; {len(changed)} changed, {len(surplus)} removed")
    return 1 if is_check and (changed or surplus) else 0


if __name__ == "__main__":
    sys.exit(main())
