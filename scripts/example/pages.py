"""Flow the blocks of a contribution over pages, in one column or two, with head, foot, figures, tables and links."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pymupdf
from example.drawing import BLUE, GREY, INK, PALE, Canvas
from example.figures import FIGURES
from example.source import Block, Figure, Heading, Item, Paragraph, Table, Text
from example.typeset import Line, Piece, Setting, font, set_lines, words

A4 = pymupdf.Rect(0, 0, 595, 842)
LABELS = {
    "nl": {
        "abstract": "Samenvatting",
        "keywords": "Trefwoorden",
        "by": "Door",
        "figure": "Figuur",
        "contents": "Inhoud",
    },
    "en": {"abstract": "Abstract", "keywords": "Keywords", "by": "By", "figure": "Figure", "contents": "Contents"},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading where it came to stand: level from 1, 0-based page, height in points."""

    level: int
    title: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Style:
    """How the bundle of one edition looks."""

    body: Setting
    heading: str
    accent: tuple[float, float, float]
    is_by_line: bool


STYLES = {
    2012: Style(Setting("serif", size=10.8), "serif", INK, is_by_line=True),
    2015: Style(Setting("serif", size=10.5), "sans", (0.45, 0.12, 0.2), is_by_line=True),
    2018: Style(Setting("serif", size=10.5), "sans", (0.1, 0.4, 0.35), is_by_line=False),
    2021: Style(
        Setting("sans", size=9.6, leading=1.42, is_justified=False), "sans", (0.35, 0.25, 0.55), is_by_line=False
    ),
    2024: Style(Setting("serif", size=10.5), "sans", BLUE, is_by_line=False),
}


@dataclass(slots=True)
class Flow:
    """A pen that goes down a column, then to the next column, then to the next page."""

    document: pymupdf.Document
    text: Text
    style: Style
    first_number: int
    entries: list[Entry] = field(default_factory=list)
    waiting: list[Figure] = field(default_factory=list)
    page: pymupdf.Page = None
    y: float = 0.0
    is_wide: bool = False
    column: int = 0
    top: float = 0.0
    bottom: float = 772.0

    @property
    def columns(self) -> int:
        return 2 if self.text.layout == "two" and not self.is_wide else 1

    @property
    def margin(self) -> float:
        return 54.0 if self.text.layout == "two" else 84.0

    @property
    def width(self) -> float:
        full = A4.width - 2 * self.margin
        return (full - 22) / 2 if self.columns == 2 else full

    @property
    def x(self) -> float:
        return self.margin + self.column * (self.width + 22)

    @property
    def last_page_filled(self) -> float:
        """Share of the last page that is used, columns counted one after the other."""
        return (self.column + (self.y - self.top) / (self.bottom - self.top)) / self.columns

    def new_page(self) -> None:
        number = self.document.page_count
        self.page = self.document.new_page(width=A4.width, height=A4.height)
        head = Setting("sans", size=8, is_justified=False)
        self.write(self.margin, 46, words(self.text.edition.replace("k2", "k 2"), "roman"), head, colour=GREY)
        if number > 1:
            short = self.text.title if len(self.text.title) < 70 else self.text.title.split(":")[0]
            line = words(short, "italic")
            width = sum(head.width(word) for word in line) + head.space * (len(line) - 1)
            self.write(A4.width - self.margin - width, 46, line, head, colour=GREY)
        self.page.draw_line((self.margin, 52), (A4.width - self.margin, 52), color=GREY, width=0.4)
        label = words(str(self.first_number + number - 1), "roman")
        self.write(A4.width / 2 - head.width(label[0]) / 2, 805, label, head)
        self.column, self.top, self.y = 0, 72.0, 72.0

    def next_column(self) -> None:
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.new_page()
        while self.waiting:
            figure = self.waiting.pop(0)
            self.figure(figure)

    def need(self, height: float) -> None:
        """Go on to the next column unless `height` points are left in this one."""
        if self.y + height > self.bottom:
            self.next_column()

    def write(
        self,
        x: float,
        y: float,
        line: Sequence[tuple[Piece, ...]],
        setting: Setting,
        *,
        space: float = 0.0,
        colour: tuple = INK,
    ) -> None:
        """Write words from `x` on the base line `y`, spaces included, and lay links over them."""
        writer = pymupdf.TextWriter(self.page.rect)
        for number, word in enumerate(line):
            for index, piece in enumerate(word):
                face = font(setting.family, piece.style)
                is_last = index == len(word) - 1 and number < len(line) - 1
                writer.append((x, y), piece.text + (" " if is_last else ""), font=face, fontsize=setting.size)
                width = face.text_length(piece.text, setting.size)
                if piece.uri:
                    box = pymupdf.Rect(x, y - setting.size, x + width, y + setting.size * 0.25)
                    self.page.insert_link({"kind": pymupdf.LINK_URI, "from": box, "uri": piece.uri})
                x += width
            x += space or setting.space
        writer.write_text(self.page, color=colour)

    def paragraph(
        self,
        text: str,
        setting: Setting,
        *,
        inset: float = 0.0,
        indent: float = 0.0,
        after: float = 0.0,
        colour: tuple = INK,
    ) -> None:
        for number, line in enumerate(set_lines(text, setting, self.width - 2 * inset, indent=indent)):
            self.need(setting.line)
            self.y += setting.line
            self.write(
                self.x + inset + (0 if number else indent), self.y, line.words, setting, space=line.space, colour=colour
            )
        self.y += after

    def heading(self, block: Heading) -> None:
        size = {1: 12.5, 2: 10.5}[block.level]
        setting = Setting(self.style.heading, "bold", size, is_justified=False)
        self.need(setting.line + 10 + 3 * self.style.body.line)
        self.y += 10 if self.y > self.top else 0
        self.entries.append(Entry(block.level, block.text, self.document.page_count - 1, self.y))
        self.paragraph(block.text, setting, after=2, colour=self.style.accent)

    def item(self, block: Item) -> None:
        body = self.style.body
        setting = Setting(body.family, "roman", body.size, body.leading, is_justified=False)
        inset = 16.0
        for number, line in enumerate(set_lines(block.text, setting, self.width - inset)):
            self.need(setting.line)
            self.y += setting.line
            if not number:
                self.write(self.x + 2, self.y, words(block.marker, "roman"), setting)
            self.write(self.x + inset, self.y, line.words, setting)
        self.y += 2

    def table(self, block: Table) -> None:
        size = self.style.body.size - 1.3
        count = len(block.rows[0])
        natural = [max(_width(row[column], size) for row in block.rows) + 10 for column in range(count)]
        total = sum(natural)
        widths = [each * self.width / total for each in natural] if total > self.width else natural
        roman, bold = (Setting("sans", style, size, 1.25, is_justified=False) for style in ("roman", "bold"))
        cells = [
            [set_lines(cell, roman if number else bold, widths[column] - 8) for column, cell in enumerate(row)]
            for number, row in enumerate(block.rows)
        ]
        heights = [max(len(cell) for cell in row) * roman.line + 5 for row in cells]
        self.need(sum(heights) + 12)
        self.y += 6
        for number, row in enumerate(cells):
            if not number:
                box = pymupdf.Rect(self.x, self.y, self.x + sum(widths), self.y + heights[0])
                self.page.draw_rect(box, color=None, fill=PALE)
            self._row(row, widths, bold if not number else roman)
            self.y += heights[number]
            self.page.draw_line(
                (self.x, self.y),
                (self.x + sum(widths), self.y),
                color=GREY if number else INK,
                width=0.4 if number else 0.8,
            )
        self.y += 8

    def _row(self, row: Sequence[Sequence[Line]], widths: Sequence[float], setting: Setting) -> None:
        x = self.x + 4
        for cell, width in zip(row, widths, strict=True):
            for number, line in enumerate(cell):
                self.write(x, self.y + (number + 1) * setting.line - 1, line.words, setting)
            x += width

    def figure(self, block: Figure) -> None:
        draw, height = FIGURES[block.name]
        setting = Setting(self.style.body.family, "italic", self.style.body.size - 1.5, is_justified=False)
        caption = f"{LABELS[self.text.language]['figure']} {block.number}. {block.caption}"
        needed = height + 24 + len(set_lines(caption, setting, self.width)) * setting.line
        if self.y + needed > self.bottom:
            self.waiting.append(block)
            return
        self.y += 10
        inset = 0 if self.columns == 2 else 20
        draw(Canvas(self.page, pymupdf.Rect(self.x + inset, self.y, self.x + self.width - inset, self.y + height)))
        self.y += height + 4
        self.paragraph(caption, setting, inset=inset, after=10)

    def blocks(self, blocks: Sequence[Block]) -> None:
        follows_paragraph = False
        for block in blocks:
            match block:
                case Heading():
                    self.heading(block)
                case Paragraph():
                    indent = 14.0 if follows_paragraph and self.style.body.is_justified else 0.0
                    after = 0.0 if self.style.body.is_justified else 5.0
                    self.paragraph(block.text, self.style.body, indent=indent, after=after)
                case Item():
                    self.item(block)
                case Table():
                    self.table(block)
                case Figure():
                    self.figure(block)
            follows_paragraph = isinstance(block, Paragraph)
        while self.waiting:
            self.next_column()


def _width(text: str, size: float) -> float:
    return font("sans", "bold").text_length(text, size)


def title_block(flow: Flow) -> None:
    """Write title, authors, abstract and keywords over the full width of the first page."""
    text, style = flow.text, flow.style
    labels = LABELS[text.language]
    wide = replace(flow, is_wide=True, y=flow.y + 8)
    flow.entries.append(Entry(1, text.title, flow.document.page_count - 1, flow.y))
    wide.paragraph(
        text.title, Setting(style.heading, "bold", 19, 1.2, is_justified=False), after=2, colour=style.accent
    )
    if text.subtitle:
        wide.paragraph(text.subtitle, Setting(style.heading, "roman", 13, 1.25, is_justified=False), after=2)
    wide.y += 6
    if style.is_by_line:
        for number, (name, affiliation) in enumerate(text.authors):
            start = f"{labels['by']}: " if not number else ""
            wide.paragraph(f"{start}{name}; {affiliation}", Setting(style.body.family, "roman", 11, is_justified=False))
    else:
        wide.paragraph(
            ", ".join(name for name, _ in text.authors), Setting(style.body.family, "bold", 11, is_justified=False)
        )
        places = "; ".join(dict.fromkeys(affiliation for _, affiliation in text.authors))
        wide.paragraph(places, Setting(style.body.family, "italic", 10, is_justified=False))
    wide.y += 10
    inset = 18.0
    wide.paragraph(labels["abstract"], Setting(style.heading, "bold", 10, is_justified=False), inset=inset)
    small = Setting(style.body.family, "roman", style.body.size - 0.8, style.body.leading, style.body.is_justified)
    wide.paragraph(text.abstract, small, inset=inset, after=5)
    wide.paragraph(f"{labels['keywords']}: {', '.join(text.keywords)}", small, inset=inset, after=12)
    flow.y = flow.top = wide.y


def printed_contents(flow: Flow, entries: Sequence[Entry]) -> None:
    """Write the contents with page numbers that can be clicked."""
    flow.paragraph(
        LABELS[flow.text.language]["contents"],
        Setting(flow.style.heading, "bold", 12.5),
        after=4,
        colour=flow.style.accent,
    )
    for entry in entries[1:]:
        setting = Setting(
            flow.style.body.family, "bold" if entry.level == 1 else "roman", 9.6, 1.35, is_justified=False
        )
        inset = 14.0 * (entry.level - 1)
        flow.y += setting.line
        flow.write(flow.x + inset, flow.y, words(entry.title, setting.style), setting)
        number = words(str(flow.first_number + entry.page - 1), setting.style)
        flow.write(flow.x + flow.width - setting.width(number[0]), flow.y, number, setting)
    flow.y += 8


def link_contents(document: pymupdf.Document, flow: Flow, entries: Sequence[Entry]) -> None:
    """Lay links over the printed contents; only possible once all pages are there."""
    page = document[1]
    for entry in entries[1:]:
        for box in page.search_for(entry.title)[:1]:
            line = pymupdf.Rect(flow.margin, box.y0, A4.width - flow.margin, box.y1)
            target = {"kind": pymupdf.LINK_GOTO, "from": line, "page": entry.page, "to": pymupdf.Point(0, entry.y)}
            page.insert_link(target)


SIZES = (1.0, 0.97, 1.03, 0.94, 1.06, 0.91, 1.1)
"""Factors by which a text may be set larger or smaller so that its last page isn't almost empty."""


def write_paper(document: pymupdf.Document, text: Text, first_number: int) -> list[Entry]:
    """Append the pages of a paper to `document`, which holds its cover sheet; return its headings."""
    for factor in SIZES:
        flow = _set_paper(document, text, first_number, factor)
        if flow.last_page_filled >= (0.35 if text.layout == "one" else 0.6):
            break
    else:
        flow = _set_paper(document, text, first_number, 1.0)
    if text.has_contents:
        flow = _set_paper(document, text, first_number, factor, flow.entries)
        link_contents(document, flow, flow.entries)
    return flow.entries


def _set_paper(
    document: pymupdf.Document, text: Text, first_number: int, factor: float, foreseen: Sequence[Entry] = ()
) -> Flow:
    """Set a paper at `factor` times its size, in place of an earlier attempt; contents show the `foreseen` pages."""
    while document.page_count > 1:
        document.delete_page(-1)
    style = STYLES[text.year]
    style = replace(style, body=replace(style.body, size=style.body.size * factor))
    flow = Flow(document, text, style, first_number)
    flow.new_page()
    title_block(flow)
    if text.has_contents:
        headings = [block for block in text.blocks if isinstance(block, Heading)]
        printed_contents(
            flow, foreseen or [Entry(1, "", 1, 0.0), *(Entry(block.level, block.text, 1, 0.0) for block in headings)]
        )
    flow.blocks(text.blocks)
    return flow
