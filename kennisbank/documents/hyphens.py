"""Words broken at the end of a line: whether the hyphen is the printer's or the author's, and where the word goes on.

What is made must be a word: one that the document itself writes, one of the lexicon, or a plausible compound. A hyphen
between two words stays, which loses nothing, for hyphen variants are one word to search. What is neither stays split:
there the text often goes on elsewhere, behind a note in the margin, in the next column or on the next page. Where the
rest is found there, the first half is completed in its place.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from kennisbank.documents.edits import Edit
from kennisbank.documents.vocabulary import Vocabulary, fold_word, listed
from kennisbank.documents.words import commonness, is_common, is_compound, is_dutch, is_only_dutch, is_word

Mending = Literal["join", "keep", "split"]
"""``join``: the halves are one word. ``keep``: one word with a hyphen. ``split``: the hyphen ends a first part, as in
*netwerk- en informatiesamenleving*, or the rest of the word stands elsewhere."""

_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*(?:[\n\r]\s*|\Z)")
SPLIT = "- "
"""What is put for a hyphen that ends a first part."""
_HYPHENS = "-\u2010\u00ad"
_BEFORE = re.compile(r"[^\W_]+\Z")
_TORN_BEFORE = re.compile(r"[^\W_]+(?:  +[^\W_]+)*\Z")
_AFTER = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"(?:://|www\.|\w/\w|\w_\w|-\w+-\w+-)\S*\Z")
_STARTS = re.compile(r"\n(?:[^\S\n]*\n\s*|[^\S\n]+)(?=[^\W\d_])")
_LONGEST_WORD = 60
_CONJUNCTIONS = frozenset(
    {"en", "of", "and", "or", "noch", "als", "tot", "to", "und", "oder", "respectievelijk", "dan", "resp"}
)
_SURE_WORD = 4
"""Letters: a first half this long is surely meant as a word if it is one."""
_CLASHES = frozenset({"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"})
"""Vowels that would be read as one sound: between them a Dutch compound keeps its hyphen (*domino-effect*)."""
_ENDINGS = listed(
    """achtig baar daad den der ders end ende er ers es heden heid ig ige ing ingen isch ische je jes lijk lijke ling
    loos loze matig matige matiger gericht gerichte nis schap sel ste te ten ter tie ties tje tjes vol volle
    able al ally ance ed ence ers est ful ial ible ical ing ings ion ions ish ism ist ists ities ity ive ized less ly
    ment ments ness ous tion tions"""
)
"""What a second half is that is no word: the printer broke there."""
_PARTICLES = listed(
    "aan achter anti door her in inter mee mede multi na neer om onder op over samen sub super tegen terug toe uit "
    "vast voor weg"
)
"""What Dutch words begin with, never with a hyphen behind it (*co-creatie* has one)."""
_USUAL, _RARER = 2.2, 2.0
"""Zipf of a word that is usually written as one, and how much rarer than its halves it may be."""
_ADJECTIVES = ("lijk", "lijke", "isch", "ische", "ieel", "iele", "ief", "ieve", "ueel", "uele")
"""Of two that stand side by side (*politiek-bestuurlijk*) the hyphen is the author's."""
_SHORT_END = 5
_FAR = 4000
_STARTS_SEEN, _NEAR_STARTS = 40, 6
"""Beginnings of lines behind a broken word at which its rest is looked for."""


def mending(before: str, after: str, vocabulary: Vocabulary, following: str = "") -> Mending:
    """Decide on ``before-⏎after``, two runs of letters and digits, with `following` behind them.

    `vocabulary` holds the document's own words.
    """
    joined, hyphenated = fold_word(before + after), fold_word(f"{before}-{after}")
    if joined in vocabulary:
        return "join"
    goes_on = following != "" and following in _HYPHENS
    if after.lower() in _CONJUNCTIONS and not goes_on:
        return "split"
    if hyphenated in vocabulary or _is_kept_by_its_letters(before, after):
        return "keep"
    first, second = fold_word(before), fold_word(after)
    if is_word(joined, vocabulary) and (not _are_words(first, second, vocabulary) or _is_one_word(first, second)):
        return "join"
    if not goes_on and _is_name(before, second, vocabulary):
        return "join"
    return "keep" if goes_on else _by_halves(first, second, vocabulary)


def _is_one_word(before: str, after: str) -> bool:
    """Tell whether a known word, whose halves are words too, is written as one (*aankaarten*, not *topdown*)."""
    whole = commonness(before + after)
    if whole < _USUAL:
        return False
    return is_only_dutch(before + after) or whole >= min(commonness(before), commonness(after)) - _RARER


def _is_name(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the halves look like those of a name: a capital, then letters that are no word, or are short."""
    if not before[0].isupper() or not is_word(after, vocabulary):
        return before[0].isupper()
    return before[1:].islower() and len(after) <= _SHORT_END and not is_common(fold_word(before), vocabulary)


def _is_kept_by_its_letters(before: str, after: str) -> bool:
    """Tell whether capitals or digits say that the hyphen is the author's (``NIOC-kennisbank``, ``21-jarige``)."""
    if not (before[-1].isalpha() and after[0].isalpha()):
        return True
    if after.isupper():
        return False
    return after[0].isupper() or (len(before) > 1 and before.isupper())


def _by_halves(before: str, after: str, vocabulary: Vocabulary) -> Mending:
    """Decide where no list knows the whole word, by what its halves are."""
    if is_compound(before + after, vocabulary):
        is_seam = _are_words(before, after, vocabulary)
        if is_seam and after.endswith(_ADJECTIVES):
            return "keep"
        if not is_seam or (before[-1] + after[0] not in _CLASHES and is_dutch(before) and is_dutch(after)):
            return "join"
    if after in _ENDINGS or (before in _PARTICLES and len(after) >= _SURE_WORD and is_dutch(after)):
        return "join"
    knows_first = is_common(before, vocabulary)
    if len(after) > 2 and is_common(after, vocabulary):
        return "keep" if knows_first else "split"
    if not knows_first or len(before) < _SURE_WORD:
        return "join"
    return "keep" if is_word(after, vocabulary) and not is_only_dutch(before) else "split"


def _are_words(before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Tell whether both halves are words that people use, so that the hyphen may stand between them on purpose."""
    return len(after) > 2 and is_common(before, vocabulary) and is_common(after, vocabulary)


def mended_line_ends(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield an edit for each hyphen at a line end of `text`, the white space behind it included."""
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        if text[start] == "\u00ad":
            yield Edit(start, end, "")
            continue
        first = start - 1 if text[start - 1 : start] == " " else start
        before = _BEFORE.search(text, max(0, first - _LONGEST_WORD), first)
        if before is None:
            continue
        if first < start:
            if _is_in_word(text, first, end, vocabulary):
                yield Edit(first, end, "")
        else:
            yield _mended(text, before.group(), start, end, vocabulary)


def _is_in_word(text: str, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether ``text[first:end]``, a hyphen with a blank before it, is no dash: the end is no word.

    Where justification tore the line (``ver     schil -``), its pieces count as one.
    """
    before, after = _TORN_BEFORE.search(text, max(0, first - _LONGEST_WORD), first), _AFTER.match(text, end)
    if before is None or after is None or is_common(fold_word(after.group()), vocabulary):
        return False
    return any(
        is_common(fold_word(first_half + after.group()), vocabulary)
        for first_half in (before.group().split()[-1], "".join(before.group().split()))
    )


def _mended(text: str, before: str, start: int, end: int, vocabulary: Vocabulary) -> Edit:
    """Return the edit of ``text[start:end]``, a hyphen and a line end behind `before`."""
    after = _AFTER.match(text, end, end + _LONGEST_WORD)
    if _ADDRESS.search(text, max(0, start - _LONGEST_WORD), start):
        return Edit(start, end, "-")
    if len(before) > 1 and before.islower() and not (after and after.group()[0].islower()):
        rest = _rest(text, before, end, vocabulary)
        if rest:
            return Edit(start, end, f"{rest.group()} ", rest.start())
        if not is_common(before, vocabulary):
            return Edit(start, end, SPLIT)
    if after is None:
        return Edit(start, end, SPLIT)
    decided = mending(before, after.group(), vocabulary, text[after.end() : after.end() + 1])
    if decided == "split" and after.group() not in _CONJUNCTIONS:
        rest = _rest(text, before, end, vocabulary)
        return Edit(start, end, f"{rest.group()} ", rest.start()) if rest else Edit(start, end, SPLIT)
    return Edit(start, end, {"join": "", "keep": "-", "split": SPLIT}[decided])


def _rest(text: str, before: str, end: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return what makes `before` a known word and begins one of the next lines; None if nothing does.

    Far away it must be an ending or no word of its own: lines that begin with a small word are everywhere.
    """
    position = end
    for number in range(_STARTS_SEEN):
        found = _STARTS.search(text, position, end + _FAR)
        if found is None:
            return None
        position = found.end()
        rest = _completion(before, text, position, vocabulary)
        if rest is None:
            continue
        if number < _NEAR_STARTS or rest.group() in _ENDINGS or not is_common(rest.group(), vocabulary):
            return rest
    return None


def completed(text: str, edits: Iterable[Edit], following: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Yield `edits` of `text`, words that nothing follows completed where `following`, the next page, goes on."""
    begin = len(following) - len(following.lstrip())
    for edit in edits:
        rest = None
        if edit.put == SPLIT and following and not _goes_on(text, edit.end):
            before = _BEFORE.search(text, max(0, edit.start - _LONGEST_WORD), edit.start)
            is_address = _ADDRESS.search(text, max(0, edit.start - _LONGEST_WORD), edit.start) is not None
            if before and len(before.group()) > 1 and not is_address:
                rest = _completion(before.group(), following, begin, vocabulary)
                rest = rest or _rest(following, before.group(), begin, vocabulary)
        yield Edit(edit.start, edit.end, f"{rest.group()} ") if rest else edit


def _goes_on(text: str, at: int) -> bool:
    return at < len(text) and text[at].islower()


def cut_off(text: str, edit: Edit, end: int) -> Edit:
    """Return an edit of `text` that reaches beyond `end`, made to end there: a word broken there is completed."""
    after = _AFTER.match(text, edit.end)
    if edit.put in ("", "-") and text[edit.start] in _HYPHENS and after:
        return Edit(edit.start, end, edit.put + after.group(), after.start())
    return Edit(edit.start, end, edit.put, edit.rest)


def _completion(before: str, text: str, at: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """Return the run of letters at `at` if it makes `before` a whole word, else None."""
    after = _AFTER.match(text, at, at + _LONGEST_WORD)
    if after is None or not after.group().islower() or after.group() in _CONJUNCTIONS:
        return None
    joined = fold_word(before + after.group())
    is_whole = is_word(joined, vocabulary) or (not is_common(before, vocabulary) and is_compound(joined, vocabulary))
    return after if is_whole else None
