"""The parts of the example archive that are not papers: cover sheets, a slide deck, and a paper that was only scanned."""

import random
from pathlib import Path

import pymupdf
from example.drawing import Canvas
from example.figures import FIGURES
from example.pages import A4, Entry, Flow, Style, write_paper
from example.source import Figure, Heading, Item, Table, Text
from example.typeset import Setting, set_lines, words

COVERS = Path(__file__).parent / "covers"
WIDE = pymupdf.Rect(0, 0, 720, 405)
NIGHT = (0.1, 0.22, 0.3)
SAND = (0.97, 0.95, 0.9)


def cover_text(year: int) -> str:
    """Return what the archive's cover sheet said in that year: it was rewritten twice."""
    return (COVERS / f"{max(each for each in (2012, 2018, 2024) if each <= year)}.txt").read_text(encoding="utf-8")


def write_cover(document: pymupdf.Document, text: Text) -> None:
    """Put the archive's cover sheet before a contribution."""
    style = Style(Setting("sans", size=10.5, leading=1.4, is_justified=False), "sans", NIGHT, is_by_line=False)
    flow = Flow(document, text, style, 0)
    flow.page = document.new_page(width=A4.width, height=A4.height)
    flow.page.draw_rect(pymupdf.Rect(0, 0, A4.width, 14), color=None, fill=NIGHT)
    _weave(flow.page, A4.width - 110, 50)
    flow.y = 110
    for number, line in enumerate(cover_text(text.year).splitlines()):
        is_title = not number
        is_head = 0 < len(line) < 30 and "http" not in line
        style = "bold" if is_title or is_head else "roman"
        setting = Setting("sans", style, 16 if is_title else 10.5, 1.4, is_justified=False)
        for each in set_lines(line, setting, A4.width - 248):
            flow.y += setting.line
            flow.write(124, flow.y, each.words, setting, colour=NIGHT)
        flow.y += 0 if line else 9


def _weave(page: pymupdf.Page, x: float, y: float) -> None:
    """Draw the foundation's mark: strands over and under each other."""
    for row in range(3):
        for column in range(3):
            is_over = (row + column) % 2 == 0
            width, height = (18, 6) if is_over else (6, 18)
            box = pymupdf.Rect(0, 0, width, height) + (x + column * 18 - width / 2, y + row * 18 - height / 2) * 2
            page.draw_rect(box, color=None, fill=NIGHT if is_over else (0.76, 0.45, 0.2))


def write_slides(document: pymupdf.Document, text: Text) -> list[Entry]:
    """Append a slide deck, one slide for each heading; return the slides' titles as headings."""
    entries = [Entry(1, text.title, document.page_count, 0.0)]
    flow = _slide(document, text, is_title=True)
    flow.y = 130
    flow.paragraph(text.title, Setting("sans", "bold", 32, 1.2, is_justified=False), after=12, colour=(1, 1, 1))
    for name, affiliation in text.authors:
        flow.paragraph(f"{name}, {affiliation}", Setting("sans", "roman", 15, is_justified=False), colour=SAND)
    flow.y += 16
    flow.paragraph("Vlechtwerk 2018, Hoorn", Setting("sans", "roman", 13, is_justified=False), colour=SAND)
    for block in text.blocks:
        match block:
            case Heading():
                flow = _slide(document, text)
                entries.append(Entry(1, block.text, document.page_count - 1, 0.0))
                flow.write(48, 44, words(block.text, "bold"), Setting("sans", "bold", 24), colour=(1, 1, 1))
                flow.y = 82
            case Item():
                setting = Setting("sans", "roman", 19, 1.3, is_justified=False)
                flow.y += 10
                flow.write(48, flow.y + setting.line, words("–", "bold"), setting, colour=NIGHT)
                flow.paragraph(block.text, setting, inset=22)
            case Table():
                flow.table(block)
            case Figure():
                draw, _ = FIGURES[block.name]
                draw(Canvas(flow.page, pymupdf.Rect(60, flow.y + 14, 660, 340), size=10))
                flow.y = 345
                flow.paragraph(block.caption, Setting("sans", "italic", 12, is_justified=False))
    return entries


class _SlideFlow(Flow):
    """A pen on a slide: one wide column, no head or foot."""

    @property
    def margin(self) -> float:
        return 48.0

    @property
    def width(self) -> float:
        return WIDE.width - 96


def _slide(document: pymupdf.Document, text: Text, *, is_title: bool = False) -> Flow:
    page = document.new_page(width=WIDE.width, height=WIDE.height)
    page.draw_rect(WIDE, color=None, fill=NIGHT if is_title else SAND)
    if not is_title:
        page.draw_rect(pymupdf.Rect(0, 0, WIDE.width, 62), color=None, fill=NIGHT)
    style = Style(Setting("sans", size=15.3, is_justified=False), "sans", NIGHT, is_by_line=False)
    flow = _SlideFlow(document, text, style, 0, page=page)
    flow.bottom = WIDE.height
    if not is_title:
        number = words(str(document.page_count - 1), "roman")
        flow.write(WIDE.width - 40, WIDE.height - 16, number, Setting("sans", size=10))
    return flow


def write_scan(document: pymupdf.Document, text: Text, first_number: int) -> list[Entry]:
    """Append a paper as somebody's scanner saw it: grey pictures, a little askew, without a text layer."""
    with pymupdf.open() as paper:
        paper.new_page(width=A4.width, height=A4.height)  # stands for the cover sheet
        write_paper(paper, text, first_number)
        chance = random.Random(text.name)
        for number in range(1, paper.page_count):
            matrix = pymupdf.Matrix(1.7, 1.7).prerotate(chance.uniform(-0.9, 0.9))
            picture = paper[number].get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
            samples = bytearray(picture.samples)
            for at in range(0, len(samples), 3):
                samples[at] = max(0, samples[at] - chance.getrandbits(5))
            noisy = pymupdf.Pixmap(pymupdf.csGRAY, picture.width, picture.height, bytes(samples), 0)
            page = document.new_page(width=A4.width, height=A4.height)
            page.insert_image(page.rect, stream=noisy.tobytes("jpeg", jpg_quality=45), keep_proportion=False)
    return []
