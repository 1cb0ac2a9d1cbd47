"""Words that mean the same, in Dutch and English: read from plain text files that a reader can edit.

One group a line::

    # what follows a hash is for people
    docent, leraar, leerkracht = teacher, lecturer
    vmbo > voortgezet onderwijs
    ! college

All terms of a group find each other, on either side of the ``=`` (which parts the languages, for the eye). With ``>``
the terms before it also find those behind it, and not the other way round. A line that begins with ``!`` takes all
that earlier lines said of its terms away. A term may be several words, with or without hyphens; capitals and accents
don't matter, and any form of a word (a plural) finds its group. A line that can't be read so is reported, and skipped.
"""

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kennisbank.domain.synonyms import BadLine, Reason
from kennisbank.lexicon.inflection import inflection_keys
from kennisbank.search.analysis import WORD, fold

_log = logging.getLogger(__name__)

Term = tuple[str, ...]
"""Folded words that stand side by side; mostly one."""

_MOST_WORDS = 6
_MOST_TERMS = 40
_MOST_LINES = 20_000
_MOST_BYTES = 4 << 20
_ARROWS = ("=>", "->", "→", "⇒")
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Terms that find each other, or (`is_one_way`) find `others`; with `is_dropped` what was said of them goes."""

    terms: tuple[Term, ...]
    others: tuple[Term, ...] = ()
    is_one_way: bool = False
    is_dropped: bool = False


class Synonyms:
    """What means the same as a term. Never changes; any number of threads may ask."""

    def __init__(self, files: Iterable[tuple[str, str]] = ()) -> None:
        """Read the texts of files, each with its name, in order: a later one adds to an earlier, or takes away."""
        self.groups = 0
        """How many groups there are."""
        self.longest = 1
        """How many words the longest term has: so many side by side are worth asking for."""
        self._alternatives: dict[_Key, dict[Term, None]] = defaultdict(dict)
        self._terms: dict[_Key, set[Term]] = defaultdict(set)
        self._listed: dict[Term, set[_Key]] = defaultdict(set)
        problems: list[BadLine] = []
        for name, text in files:
            for number, line, found in _lines(text):
                if isinstance(found, str):
                    problems.append(BadLine(name, number, line, found))
                else:
                    self._take(found)
        self.problems: tuple[BadLine, ...] = tuple(problems)
        """The lines that were skipped."""

    @classmethod
    def read(cls, paths: Iterable[Path]) -> "Synonyms":
        """Return what stands in files, in order. One that isn't there says nothing; one that can't be read, neither."""
        texts: list[tuple[str, str]] = []
        for path in paths:
            try:
                with path.open("rb") as file:
                    texts.append((path.name, decoded(file.read(_MOST_BYTES))))
            except FileNotFoundError:
                continue
            except OSError as error:
                _log.warning("synonyms can't be read from %s: %s", path, error)
        return cls(texts)

    def of(self, term: str | Sequence[str]) -> tuple[Term, ...]:
        """Return what means the same as `term`: a word, or words side by side; in whatever form, without itself.

        Each alternative is one folded word or several that stand side by side. In the order of the files.
        """
        words = term_of(term if isinstance(term, str) else " ".join(term))
        found: dict[Term, None] = {}
        for key in _keys(words):
            found.update(self._alternatives.get(key, {}))
        found.pop(words, None)
        return tuple(found)

    def spans(self, words: Sequence[str]) -> tuple[tuple[int, int, tuple[Term, ...]], ...]:
        """Return the pieces of a row of words that have alternatives: where they begin and end, and the alternatives.

        Pieces may overlap; at each place the longest comes first.
        """
        return tuple(
            (start, end, found)
            for start in range(len(words))
            for end in range(min(len(words), start + self.longest), start, -1)
            if (found := self.of(words[start:end]))
        )

    def _take(self, group: _Group) -> None:
        if group.is_dropped:
            for term in group.terms:
                self._drop(term)
            return
        self.groups += 1
        self.longest = max(self.longest, *map(len, group.terms + group.others))
        for term in group.terms:
            others = group.others if group.is_one_way else group.terms
            for key in _keys(term):
                self._terms[key].add(term)
                self._alternatives[key].update(dict.fromkeys(each for each in others if each != term))
                for other in others:
                    self._listed[other].add(key)
        for term in group.others:
            for key in _keys(term):
                self._terms[key].add(term)

    def _drop(self, term: Term) -> None:
        """Forget a term in all its forms, and what was said of it."""
        for each in {term}.union(*(self._terms.get(key, ()) for key in _keys(term))):
            for key in _keys(each):
                self._alternatives.pop(key, None)
            for key in self._listed.pop(each, ()):
                self._alternatives.get(key, {}).pop(each, None)


NO_SYNONYMS = Synonyms()


def term_of(text: str) -> Term:
    """Return the folded words of a term; the parts of a word with hyphens count as one."""
    words = ("".join(c for c in fold(each) if c.isalnum() or c == ".") for each in WORD.findall(text))
    return tuple(each for each in words if each)


def check(text: str) -> tuple[BadLine, ...]:
    """Return the lines of a text that would be skipped."""
    return tuple(BadLine("", number, line, found) for number, line, found in _lines(text) if isinstance(found, str))


def decoded(data: bytes) -> str:
    """Return the text of a file, written by whatever editor: Unicode, else as Windows writes it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _keys(term: Term) -> Iterator[_Key]:
    """Yield what a term is looked up by: its words as all their forms have it, per language, apart and as one."""
    if not term:
        return
    per_word = [inflection_keys(each) for each in term]
    for keys in zip(*per_word, strict=False):
        yield (keys[0][0], *(key for _, key in keys))
    if len(term) > 1:
        yield from inflection_keys("".join(term))


def _lines(text: str) -> Iterator[tuple[int, str, _Group | Reason]]:
    """Yield the lines that say something: number, text, and the group or why there is none."""
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        yield number, line.strip(), (_group(said) if number <= _MOST_LINES else "too_many")


def _group(line: str) -> _Group | Reason:
    is_dropped = line.startswith("!")
    for arrow in _ARROWS:
        line = line.replace(arrow, ">")
    sides = [_terms(side) for side in line.lstrip("!").split(">")]
    terms = tuple(dict.fromkeys(term for side in sides for term in side))
    wrong: tuple[tuple[Reason, bool], ...] = (
        ("arrows", len(sides) > 2 or (len(sides) > 1 and is_dropped)),
        ("no_terms", not any(terms)),
        ("empty_term", not all(sides) or not all(terms)),
        ("too_many", len(terms) > _MOST_TERMS),
        ("too_long", max(map(len, terms)) > _MOST_WORDS),
        ("alone", len(terms) < 2 and not is_dropped),
    )
    for reason, is_so in wrong:
        if is_so:
            return reason
    if len(sides) > 1:
        return _Group(sides[0], sides[1], is_one_way=True)
    return _Group(terms, is_dropped=is_dropped)


def _terms(side: str) -> tuple[Term, ...]:
    pieces = side.replace("=", ",").replace(";", ",").split(",")
    if len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()  # a comma at the end is no harm
    return tuple(dict.fromkeys(map(term_of, pieces)))


class SynonymFiles:
    """The synonyms that come with the program and the reader's own, read again when a file changed.

    `current` may be called from any thread, and for every search.
    """

    def __init__(self, shipped: Path, own: Path | None = None) -> None:
        """Read the text files in the folder `shipped`, by name, and behind them `own`; neither need exist."""
        self._shipped, self._own = shipped, own
        self._lock = threading.Lock()
        self._stamp: tuple[tuple[str, int, int], ...] | None = None
        self._synonyms = Synonyms()

    def current(self) -> Synonyms:
        """Return what the files say now."""
        with self._lock:
            paths = self._paths()
            stamp = tuple(_stamp(path) for path in paths)
            if stamp != self._stamp:
                self._synonyms, self._stamp = Synonyms.read(paths), stamp
                for bad in self._synonyms.problems:
                    _log.info("synonyms: %s, line %d is skipped (%s)", bad.file, bad.line, bad.reason)
            return self._synonyms

    def shipped(self) -> list[Path]:
        """Return the files that come with the program."""
        try:
            return sorted(self._shipped.glob("*.txt"))
        except OSError:
            return []

    def _paths(self) -> list[Path]:
        return [*self.shipped(), *([self._own] if self._own is not None else [])]


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, -1
    return str(path), found.st_mtime_ns, found.st_size
