"""Two versions of a made-up paper: sentences that each say something of their own, set in lines on pages."""

from collections.abc import Sequence
from itertools import count

from kennisbank.domain.document import PageText, Rect, Word, pack_words
from kennisbank.domain.ids import PageNo

_SUBJECTS = [
    "de gemeente",
    "een docent",
    "het ministerie",
    "de stuurgroep",
    "een student",
    "de bibliotheek",
    "het archief",
    "de werkgroep",
]
_VERBS = [
    "onderzoekt",
    "beschrijft",
    "verwerpt",
    "bespreekt",
    "vergelijkt",
    "ondersteunt",
    "herziet",
    "publiceert",
    "meet",
]
_OBJECTS = [
    "open standaarden",
    "digitale vaardigheden",
    "het leerplan",
    "oude handschriften",
    "de netwerksamenleving",
    "nieuwe woordenlijsten",
    "privacy",
]
_MANNERS = ["in het voorjaar", "zonder omwegen", "met veel geduld", "op verzoek", "volgens afspraak"]


def sentences(amount: int, first: int = 0) -> list[str]:
    """Return sentences that are all different, from the `first`-th on."""
    made = []
    for number in range(first, first + amount):
        parts = (
            _SUBJECTS[number % 8],
            _VERBS[number % 9],
            _OBJECTS[number % 7],
            _MANNERS[number % 5],
        )
        made.append(" ".join(parts).capitalize() + f" omdat punt {number} dat vraagt.")
    return made


def set_page(text: str, number: int, top: float = 60.0, left: float = 50.0) -> PageText:
    """Return a page with this raw text, each line 14 points lower than the last, letters 5 points wide."""
    words, at = [], 0
    for line_number, line in enumerate(text.split("\n")):
        y, column = top + 14.0 * line_number, 0
        for piece in line.split():
            column = line.index(piece, column)
            x = left + 5.0 * column
            words.append(Word(at + column, at + column + len(piece), Rect(x, y, x + 5.0 * len(piece), y + 10.0)))
            column += len(piece)
        at += len(line) + 1
    return PageText(PageNo(number), text, pack_words(words), 595.0, 842.0)


def laid_out(paragraphs: Sequence[str], *, width: int = 70, lines: int = 40, hyphens: bool = False) -> list[PageText]:
    """Return pages of paragraphs in lines of at most `width` characters; with `hyphens`, long words are broken."""
    rows: list[str] = []
    for paragraph in paragraphs:
        row = ""
        for word in paragraph.split():
            if row and len(row) + 1 + len(word) > width:
                room = width - len(row) - 2
                if hyphens and word.isalpha() and len(word) > 8 and 3 <= room <= len(word) - 3:
                    rows.append(f"{row} {word[:room]}-")
                    row = word[room:]
                    continue
                rows.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        rows += [row, ""]
    pages = [rows[at : at + lines] for at in range(0, len(rows), lines)]
    return [set_page("\n".join(page).strip("\n"), number) for number, page in zip(count(1), pages, strict=False)]
