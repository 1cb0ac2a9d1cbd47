"""Pages of text made by rule: each character 5 points wide, each line 12 points high, columns where they are put."""

from kennisbank.domain.document import PageText, Rect, Word, pack_words
from kennisbank.domain.ids import PageNo
from kennisbank.ui.reader.page_words import PageWords

LETTER, LEADING, LINE = 5.0, 12.0, 10.0


def a_page(text: str, *, number: int = 1, columns: tuple[float, ...] = (50.0,)) -> PageText:
    """Return a page; lines and blocks go down, and a form feed goes on at the top of the next column."""
    words: list[Word] = []
    at, x, y, column, start = 0, columns[0], 50.0, 0, None
    for at, letter in enumerate(text + "\n"):
        if not letter.isspace() and start is None:
            start, left = at, x
        if letter.isspace() and start is not None:
            words.append(Word(start, at, Rect(left, y, x, y + LINE)))
            start = None
        x += LETTER
        if letter in "\n\f":
            column += letter == "\f"
            x, y = columns[column], 50.0 if letter == "\f" else y + LEADING
    return PageText(PageNo(number), text.replace("\f", "\n"), pack_words(words), 595.0, 842.0)


def some_words(text: str, columns: tuple[float, ...] = (50.0,)) -> PageWords:
    """Return the words of such a page."""
    return PageWords(a_page(text, columns=columns))
