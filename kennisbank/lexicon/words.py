"""Which words there are in Dutch and English, how common they are, and the word they are a form of.

All words are folded (`kennisbank.domain.spelling.fold`). What is known lies in ``resources/lexicon/``, made by
``scripts/lexicon.py``: a trie that numbers the words, a record for each number, and the forms that the records
name; likewise a trie of words read backwards, which tells the end of a compound. Tries and records are mapped into
memory, not read; nothing in them is ever run. Safe from every thread.
"""

import mmap
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

import marisa_trie

from kennisbank.lexicon.changes import Forms
from kennisbank.resources import resource

RECORD = struct.Struct("<BBHH")
"""Of a word: Zipf in Dutch and in English, in steps; its forms in Dutch and in English, by number."""
NUMBER = struct.Struct("<H")
"""Of the end of a compound: its forms in Dutch, by number."""
ZIPF_STEPS = 32
"""In how many steps a unit of Zipf is told."""

Language = Literal["nl", "en"]


Record = tuple[int, int, int, int]
"""The fields of `RECORD`."""
_record: Callable[[mmap.mmap, int], Record] = RECORD.unpack_from


class _Forms(dict[int, Forms]):
    """The forms by number, each read from its line when it is first asked for."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, number: int) -> Forms:
        found = self[number] = Forms.of_line(self._lines[number])
        return found


class Lexicon:
    """The bundled files, opened."""

    def __init__(self, folder: Path) -> None:
        """Map the files of `folder` into memory.

        Raises:
            OSError: a file is missing: the program is not installed as it should be.
        """
        self._number = _trie(folder / "words.trie").get
        self._tails = _trie(folder / "tails.trie")
        self._records = _mapped(folder / "words.records")
        self._tail_numbers = _mapped(folder / "tails.numbers")
        self.forms = _Forms((folder / "forms.txt").read_text(encoding="ascii").splitlines())

    def known(self, word: str) -> Record | None:
        """Return what is known of `word`; nothing if it isn't a word."""
        number = self._number(word)
        return None if number is None else _record(self._records, number * RECORD.size)

    def tail(self, word: str, shortest_head: int) -> tuple[int, Forms] | None:
        """Return where the longest common Dutch word at the end of `word` begins, and its forms; nothing if none is."""
        tails: list[str] = self._tails.prefixes(word[::-1])
        for tail in reversed(tails):
            if len(word) - len(tail) >= shortest_head:
                (number,) = NUMBER.unpack_from(self._tail_numbers, self._tails[tail] * NUMBER.size)
                return len(word) - len(tail), self.forms[number]
        return None

    def tail_places(self, word: str) -> list[int]:
        """Return where the common Dutch words at the end of `word` begin, the shortest of them first."""
        return [len(word) - len(tail) for tail in self._tails.prefixes(word[::-1])]


def _trie(path: Path) -> marisa_trie.Trie:
    try:
        return marisa_trie.Trie().mmap(str(path))
    except RuntimeError as error:  # so it says for a file that is absent or torn
        raise OSError(f"{path}: {error}") from error


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, opened when it is first asked for."""
    return Lexicon(resource("lexicon"))


def zipf(word: str, language: Language | Literal[""] = "") -> float:
    """Return how common `word` is: 0.0 if unknown, 3 for one in a million words, about 7 for the commonest.

    Without a language, the higher of the two.
    """
    known = lexicon().known(word)
    if known is None:
        return 0.0
    steps = known[0] if language == "nl" else known[1] if language == "en" else max(known[0], known[1])
    return steps / ZIPF_STEPS


def is_known(word: str) -> bool:
    """Tell whether `word` occurs in Dutch or English."""
    return lexicon().known(word) is not None


def lemma(word: str, language: Language) -> str:
    """Return the word that `word` is a form of; `word` itself if that isn't known."""
    opened = lexicon()
    known = opened.known(word)
    if known is None:
        return word
    return opened.forms[known[2] if language == "nl" else known[3]].lemma.applied(word)
