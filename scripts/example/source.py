"""Read the texts of the example archive: TOML between two ``+++`` lines, then a small kind of Markdown.

Blocks are separated by their first characters: ``##`` and ``###`` headings, ``-`` and ``1.`` items, ``|`` table rows,
``!figure name | caption``; anything else is a paragraph, one per line.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    caption: str
    number: int


Block = Heading | Paragraph | Item | Table | Figure


@dataclass(frozen=True, slots=True)
class Text:
    """One contribution as it was written; `authors` are pairs of name and affiliation."""

    name: str
    title: str
    subtitle: str
    edition: str
    theme: str
    language: str
    type: str
    layout: str
    has_contents: bool
    keywords: tuple[str, ...]
    authors: tuple[tuple[str, str], ...]
    abstract: str
    blocks: tuple[Block, ...]

    @property
    def full_title(self) -> str:
        return f"{self.title}: {self.subtitle[0].lower()}{self.subtitle[1:]}" if self.subtitle else self.title

    @property
    def year(self) -> int:
        return int(self.edition[-4:])

    @property
    def file(self) -> str:
        """Name of the PDF, as the archive hands it out."""
        return f"{self.year}-{self.name}.pdf"


def read_texts() -> list[Text]:
    """Return all contributions, in the order of the congresses."""
    return [read_text(path) for path in sorted(TEXTS.glob("*.md"))]


def read_text(path: Path) -> Text:
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    front = tomllib.loads(head)
    return Text(
        name=path.stem,
        title=front["title"],
        subtitle=front.get("subtitle", ""),
        edition=front["edition"],
        theme=front["theme"],
        language=front["language"],
        type=front["type"],
        layout=front["layout"],
        has_contents=front.get("contents", False),
        keywords=tuple(front["keywords"]),
        authors=tuple((name, affiliation) for name, affiliation in front["authors"]),
        abstract=" ".join(front["abstract"].split()),
        blocks=tuple(read_blocks(body)),
    )


def read_blocks(body: str) -> list[Block]:
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    figures = 0
    for line in [*body.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
        if match := re.match(r"(#{2,3}) (.+)", line):
            blocks.append(Heading(len(match[1]) - 1, match[2]))
        elif match := re.match(r"(-|\d+\.) (.+)", line):
            blocks.append(Item(match[1].replace("-", "•"), match[2]))
        elif match := re.match(r"!figure (\w+) \| (.+)", line):
            figures += 1
            blocks.append(Figure(match[1], match[2], figures))
        elif line.strip():
            blocks.append(Paragraph(line.strip()))
    return blocks
