"""Papers for import tests: a title in large type, authors, and a body that differs from paper to paper."""

from pathlib import Path

import pymupdf

BODY = "In deze bijdrage beschrijven we wat leerlingen doen wanneer een programma niet werkt zoals zij verwachten. "


def paper(
    path: Path,
    title: str,
    *,
    authors: str = "Jan Klaassen en Eva de Wit",
    body: str = "",
    cover: str = "",
    seed: int = 0,
) -> Path:
    """Write a paper; `seed` changes bytes that nobody sees, `cover` stands on a page before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = pymupdf.open()
    if cover:
        _write(document, [(cover, 11)])
    text = body or f"{title}. " + BODY * 3
    lines = [text[start : start + 80] for start in range(0, len(text), 80)]
    _write(document, [(title, 20), (authors, 12), ("", 11), *((line, 11) for line in lines)])
    if seed:
        document.set_metadata({"producer": f"seed {seed}"})
    document.save(path)
    document.close()
    return path


def _write(document: "pymupdf.Document", lines: list[tuple[str, int]]) -> None:
    page = document.new_page(width=595, height=842)
    y = 80.0
    for text, size in lines:
        for part in text.split("\n"):
            if part:
                page.insert_text((60, y), part, fontsize=size, fontname="helv")
            y += size * 1.4


def edition(folder: Path, count: int = 3) -> Path:
    """Write a folder with `count` papers."""
    for number in range(count):
        paper(
            folder / f"paper{number}.pdf",
            f"Leren programmeren deel {number} van de reeks",
            authors=f"Auteur{chr(97 + number)} Jansen",
        )
    return folder
