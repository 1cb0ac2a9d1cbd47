# ruff: noqa: ARG001, ARG005  a change takes what any change may need
"""What a new version of a paper may have changed. Each takes pages and returns pages."""

import random
import re
from collections.abc import Callable, Sequence

from benchmarks.anchors.tracked import Tracked, joined, new

Pages = list[Tracked]
Change = Callable[[Pages, random.Random, Sequence[Pages]], Pages]

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[^.!?]{25,300}?[.!?](?=\s)", re.DOTALL)
_PARAGRAPHS = re.compile(r"\n\n+")
_BROKEN = re.compile(r"(?<=[a-z])-\n+(?=[a-z])")


def words_changed(part: float) -> Change:
    """Return a change of this part of the words: other words, typing errors, words put in and left out."""

    def change(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
        lexicon = [word for page in others[0][:6] for word in _WORD.findall(page.text)] or ["iets"]
        return [_reworded(page, part, chance, lexicon) for page in pages]

    return change


def _reworded(page: Tracked, part: float, chance: random.Random, lexicon: Sequence[str]) -> Tracked:
    parts, done = [], 0
    for match in _WORD.finditer(page.text):
        if chance.random() >= part:
            continue
        start, end = match.span()
        parts.append(page[done:start])
        done = end
        kind = chance.choice(("other", "other", "typo", "in", "out"))
        if kind == "other":
            parts.append(new(chance.choice(lexicon)))
        elif kind == "typo":
            at = chance.randrange(start, end)
            parts += [
                page[start:at],
                new(chance.choice("aeinrst".replace(page.text[at].lower(), ""))),
                page[at + 1 : end],
            ]
        elif kind == "in":
            parts += [page[start:end], new(" " + chance.choice(lexicon))]
    parts.append(page[done:])
    return joined(parts)


def paragraphs_moved(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Take a sixth of the paragraphs out and put each before another one anywhere in the paper."""
    split = [_paragraphs(page) for page in pages]
    places = [
        (number, index) for number, page in enumerate(split) for index in range(len(page)) if len(page[index]) > 80
    ]
    moving = chance.sample(places, len(places) // 6)
    taken = [split[number][index] for number, index in moving]
    for number, index in sorted(moving, reverse=True):
        del split[number][index]
    for paragraph in taken:
        page = chance.choice(split)
        page.insert(chance.randint(0, len(page)), paragraph)
    return [joined(page, "\n\n") for page in split]


def pages_inserted(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Put one to three pages of another paper somewhere."""
    result = list(pages)
    for _ in range(chance.randint(1, 3)):
        result.insert(chance.randint(0, len(result)), new(chance.choice(others[1]).text))
    return result


def other_cover(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Put the first page of another paper before it; half of the time in the place of the first page."""
    return [new(others[1][0].text), *(pages[1:] if len(pages) > 2 and chance.random() < 0.5 else pages)]


def reflowed(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Lay the text out anew: other line ends and hyphens, other page ends, a running head on every page."""
    width, length = chance.choice((38, 52, 90, 110)), chance.randint(1500, 4500)
    title = " ".join(_WORD.findall(others[1][0].text)[:5]) or "Titel"
    whole = joined(pages, "\n\n")
    lines = [
        line for paragraph in _paragraphs(_mended(whole)) for line in (*_lines(paragraph, width, chance), new("\n"))
    ]
    result, current, size = [], [new(f"{title} 1\n\n")], 0
    for line in lines:
        if size + len(line) > length:
            result.append(joined(current))
            current, size = [new(f"{title} {len(result) + 1}\n\n")], 0
        current.append(line)
        size += len(line)
    return [*result, joined(current)]


def _mended(whole: Tracked) -> Tracked:
    parts, done = [], 0
    for match in _BROKEN.finditer(whole.text):
        parts.append(whole[done : match.start()])
        done = match.end()
    return joined([*parts, whole[done:]])


def _lines(paragraph: Tracked, width: int, chance: random.Random) -> list[Tracked]:
    """Return a paragraph in lines; now and then a word is broken at the end of one."""
    lines, current, size = [], [], 0
    for match in re.finditer(r"\S+", paragraph.text):
        word = paragraph[match.start() : match.end()]
        if size and size + len(word) > width:
            if len(word) > 7 and word.text.isalpha() and chance.random() < 0.5:
                cut = chance.randint(3, len(word) - 3)
                current += [word[:cut], new("-")]
                word = word[cut:]
            lines.append(joined([*current, new("\n")]))
            current, size = [], 0
        current += [word, new(" ")]
        size += len(word) + 1
    return [*lines, joined([*current, new("\n")])]


def sentences_deleted(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Leave out a tenth of the sentences."""
    return [_each_sentence(page, chance, 0.1, lambda sentence: new("")) for page in pages]


def sentences_copied(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
    """Say a tenth of the sentences once more elsewhere (decoys); half of those are reworded where they stood.

    Of a tenth of them the first is left out, so that the other is no copy: the sentence was moved.
    """
    copies: list[Tracked] = []

    def copied(sentence: Tracked) -> Tracked:
        kind = chance.random()
        if kind >= 0.9:
            copies.append(sentence)
            return new("")
        copies.append(new(sentence.text))
        return sentence if kind < 0.5 else _reworded(sentence, 0.3, chance, ["anders", "nieuwe", "other"])

    changed = [_each_sentence(page, chance, 0.1, copied) for page in pages]
    split = [_paragraphs(page) for page in changed]
    for copy in copies:
        page = chance.choice(split)
        page.insert(chance.randint(0, len(page)), copy)
    return [joined(page, "\n\n") for page in split]


def _each_sentence(page: Tracked, chance: random.Random, part: float, change: Callable[[Tracked], Tracked]) -> Tracked:
    parts, done = [], 0
    for match in _SENTENCE.finditer(page.text):
        if chance.random() < part:
            parts += [page[done : match.start()], change(page[match.start() : match.end()])]
            done = match.end()
    return joined([*parts, page[done:]])


def _paragraphs(page: Tracked) -> list[Tracked]:
    result, done = [], 0
    for match in _PARAGRAPHS.finditer(page.text):
        result.append(page[done : match.start()])
        done = match.end()
    return [*result, page[done:]]


def one_after_another(*changes: Change) -> Change:
    """Return several changes together."""

    def change(pages: Pages, chance: random.Random, others: Sequence[Pages]) -> Pages:
        for each in changes:
            pages = each(pages, chance, others)
        return pages

    return change


CHANGES: dict[str, Change] = {
    "nothing changed": lambda pages, chance, others: pages,
    "1 % of the words changed": words_changed(0.01),
    "5 % of the words changed": words_changed(0.05),
    "10 % of the words changed": words_changed(0.10),
    "paragraphs moved": paragraphs_moved,
    "pages inserted": pages_inserted,
    "another cover sheet": other_cover,
    "laid out anew": reflowed,
    "sentences left out": sentences_deleted,
    "sentences said again elsewhere": sentences_copied,
    "words 3 %, pages, cover, anew": one_after_another(words_changed(0.03), pages_inserted, other_cover, reflowed),
    "moved, copied, words 2 %, anew": one_after_another(
        paragraphs_moved, sentences_copied, words_changed(0.02), reflowed
    ),
}
