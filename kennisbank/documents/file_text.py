"""The pages of a file with what finding one's way in them needs, each worked out once, when it is first asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from kennisbank.documents.cleaning import edits_of
from kennisbank.documents.edits import Edit, edited, masked
from kennisbank.documents.edits import Span as Stretch
from kennisbank.documents.hyphens import SPLIT
from kennisbank.documents.letters import Letters, Span, file_letters
from kennisbank.documents.running_heads import running_lines
from kennisbank.documents.vocabulary import Vocabulary, vocabulary_of
from kennisbank.domain.document import PageText, Word
from kennisbank.domain.ids import FileHash, PageNo

_START, _END = attrgetter("start"), attrgetter("end")


class FileText:
    """The text of one file. Not to be shared between threads."""

    def __init__(self, file: FileHash, pages: Sequence[PageText]) -> None:
        """Take all pages of `file`, in order."""
        self.file = file
        self.pages = pages
        self._words: dict[PageNo, tuple[Word, ...]] = {}

    @cached_property
    def by_number(self) -> Mapping[PageNo, PageText]:
        """The pages by their numbers."""
        return {page.number: page for page in self.pages}

    @cached_property
    def index(self) -> Mapping[PageNo, int]:
        """The places of the pages in `pages`, by their numbers."""
        return {page.number: index for index, page in enumerate(self.pages)}

    @cached_property
    def letters(self) -> Letters:
        """The letters of the whole file."""
        return file_letters(self.pages)

    @cached_property
    def heads(self) -> Mapping[PageNo, tuple[Stretch, ...]]:
        """Where running heads and feet stand."""
        return running_lines(self.pages)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that the file uses."""
        return vocabulary_of(self.pages)

    def bare(self, index: int) -> str:
        """Return the raw text of a page, by its place in `pages`, with blanks in the place of running heads."""
        page = self.pages[index]
        return masked(page.text, self.heads.get(page.number, ()), " ")

    def words(self, page: PageNo) -> tuple[Word, ...]:
        """Return the words of a page in reading order."""
        if page not in self._words:
            self._words[page] = self.by_number[page].words()
        return self._words[page]

    def words_in(self, span: Span) -> Sequence[Word]:
        """Return the words that a span touches, in reading order."""
        if span.start >= span.end:
            return ()
        words = self.words(span.page)
        return words[bisect_right(words, span.start, key=_END) : bisect_left(words, span.end, key=_START)]

    def text_of(self, spans: Sequence[Span]) -> str:
        """Return what the spans say as one reads it: broken words mended, single blanks, usual letters."""
        raw = "\n".join(self.by_number[span.page].text[span.start : span.end] for span in spans)
        return self.readable(raw)

    def readable(self, raw: str) -> str:
        """Return raw text as one reads it; no letter of it is added, left out or moved."""
        edits = [
            Edit(edit.start, edit.end, SPLIT) if edit.rest >= 0 else edit for edit in edits_of(raw, self.vocabulary)
        ]
        return edited(raw, 0, len(raw), edits).text
