"""Words that mean the same, in Dutch and English: read from plain text files that a reader can edit.

One group a line::

    # what follows a hash is for people
    docent, leraar, leerkracht = teacher, lecturer
    voortgezet onderwijs > havo, vwo
    "programmeren" = "programming"
    ! college

All terms of a group find each other, on either side of the ``=``, which parts Dutch from English. With ``>`` the terms
before it also find those behind it, and not the other way round. A line that begins with ``!`` takes all that earlier
lines said of its terms away. A term may be several words, with or without hyphens; capitals and accents don't matter.

Any form of a word (a plural) finds its group, by the rules of its language: *lessen* finds *les*, and *less* doesn't.
A term in quotes is found in that form only, and so is one in capitals: an abbreviation has no forms. A line that can't
be read so is reported, and skipped.
"""

import logging
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kennisbank.domain.synonyms import BadLine, Reason
from kennisbank.lexicon.inflection import inflection_keys
from kennisbank.lexicon.words import zipf
from kennisbank.search.analysis import WORD, fold

_log = logging.getLogger(__name__)

Term = tuple[str, ...]
"""Folded words that stand side by side; mostly one."""

_MOST_WORDS = 6
_MOST_TERMS = 40
_MOST_LINES = 20_000
_MOST_REMEMBERED = 20_000
"""Terms whose answer is remembered: people ask the same again, letter by letter."""
_MOST_BYTES = 4 << 20
_QUOTES = frozenset("\"'“”„‘’«»")
_SHORT = 3
"""Letters up to which a word that is asked for has no forms: *cod* is no form of *code*."""
_CLEARLY = 1.0
"""How much commoner a word is in one language, in Zipf, when it isn't of the other."""
_ARROWS = ("=>", "->", "→", "⇒")
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A term and the codes of the languages by whose rules its forms are told; none: it has no forms."""

    words: Term
    languages: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """Terms that find each other, or (`is_one_way`) find `others`; with `is_dropped` what was said of them goes."""

    terms: tuple[_Named, ...]
    others: tuple[_Named, ...] = ()
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
        self._terms: dict[_Key, set[_Named]] = defaultdict(set)
        self._listed: dict[Term, set[_Key]] = defaultdict(set)
        self._asked: dict[Term, tuple[Term, ...]] = {}
        problems: list[BadLine] = []
        for name, text in files:
            for number, line, found in _lines(text):
                if isinstance(found, str):
                    problems.append(BadLine(name, number, line, found))
                else:
                    self._take(found)
        self.problems: tuple[BadLine, ...] = tuple(problems)
        """The lines that were skipped."""

    @staticmethod
    def read(paths: Iterable[Path]) -> "Synonyms":
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
        return _of(tuple(texts))

    def of(self, term: str | Sequence[str]) -> tuple[Term, ...]:
        """Return what means the same as `term`: a word, or words side by side; in whatever form, without itself.

        Each alternative is one folded word or several that stand side by side. In the order of the files.
        """
        words = term_of(term if isinstance(term, str) else " ".join(term))
        known = self._asked.get(words)
        if known is not None:
            return known
        found: dict[Term, None] = {}
        for key in _keys(words, _languages(words)):
            found.update(self._alternatives.get(key, {}))
        found.pop(words, None)
        if len(self._asked) >= _MOST_REMEMBERED:
            self._asked.clear()
        self._asked[words] = answer = tuple(found)
        return answer

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
            for each in group.terms:
                self._drop(each.words)
            return
        self.groups += 1
        found = [each.words for each in (group.others if group.is_one_way else group.terms)]
        keys = {each: tuple(_keys(each.words, each.languages)) for each in (*group.terms, *group.others)}
        for each, its_keys in keys.items():
            self.longest = max(self.longest, len(each.words))
            for key in its_keys:
                self._terms[key].add(each)
        for each in group.terms:
            for key in keys[each]:
                self._alternatives[key].update(dict.fromkeys(other for other in found if other != each.words))
                for other in found:
                    self._listed[other].add(key)

    def _drop(self, term: Term) -> None:
        """Forget a term in all its forms, and what was said of it."""
        keys = tuple(_keys(term, _languages(term)))
        for each in {_Named(term)}.union(*(self._terms.get(key, ()) for key in keys)):
            for key in _keys(each.words, each.languages):
                self._alternatives.pop(key, None)
            for key in self._listed.pop(each.words, ()):
                self._alternatives.get(key, {}).pop(each.words, None)


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


def _keys(term: Term, languages: str) -> Iterator[_Key]:
    """Yield what a term is looked up by: its words as they are, and as all their forms have it; apart and as one."""
    for words in (term, ("".join(term),)) if len(term) > 1 else (term,):
        yield ("", *words)
        for keys in zip(*map(inflection_keys, words), strict=False) if languages else ():
            if keys[0][0] in languages:
                yield (keys[0][0], *(key for _, key in keys))


def _languages(term: Term) -> str:
    """Return the codes of the languages that a term which is asked for may be of; none: it is too short for forms."""
    if sum(map(len, term)) <= _SHORT:
        return ""
    is_dutch = all(zipf(word, "nl") > zipf(word, "en") - _CLEARLY for word in term)
    is_english = all(zipf(word, "en") > zipf(word, "nl") - _CLEARLY for word in term)
    return "n" * is_dutch + "e" * is_english or "ne"


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
    sides = [_named(side) for side in line.lstrip("!").split(">")]
    terms = {each.words for side in sides for each in side}
    wrong: tuple[tuple[Reason, bool], ...] = (
        ("arrows", len(sides) > 2 or (len(sides) > 1 and is_dropped)),
        ("no_terms", not any(terms)),
        ("empty_term", not all(sides) or not all(terms)),
        ("too_many", len(terms) > _MOST_TERMS),
        ("too_long", max(map(len, terms), default=0) > _MOST_WORDS),
        ("alone", len(terms) < 2 and not is_dropped),
    )
    for reason, is_so in wrong:
        if is_so:
            return reason
    if len(sides) > 1:
        return _Group(sides[0], sides[1], is_one_way=True)
    return _Group(sides[0], is_dropped=is_dropped)


def _named(text: str) -> tuple[_Named, ...]:
    """Return the terms on one side of an arrow: Dutch before the first ``=``, English behind it, else either."""
    found: dict[_Named, None] = {}
    parts = text.split("=")
    for number, part in enumerate(parts):
        pieces = part.replace(";", ",").split(",")
        if len(pieces) > 1 and not pieces[-1].strip():
            pieces.pop()  # a comma at the end is no harm
        languages = "ne" if len(parts) == 1 else "e" if number else "n"
        for piece in pieces:
            is_fixed = piece.strip()[:1] in _QUOTES or piece.isupper()
            found[_Named(term_of(piece), "" if is_fixed else languages)] = None
    return tuple(found)


@lru_cache(maxsize=2)
def _of(texts: tuple[tuple[str, str], ...]) -> Synonyms:
    """Return what stands in texts, each with its name; remembered: libraries are opened that have the same."""
    return Synonyms(texts)


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
