"""Print pairs of Dutch and English terms that papers in both languages suggest, for a person to judge.

    .venv/bin/python scripts/term_pairs.py FOLDER [--most 200]

A folder of papers is read as the program reads it. Two signs are looked for, and printed apart:

*beside*: a term with another behind it in brackets, or said to be called so, in the other language:
``versiebeheer (version control)``, ``kunstmatige intelligentie, ook wel artificial intelligence``.

*together*: terms that stand in the same papers, in Dutch passages and in English ones (a summary in the other language),
more often than chance: by the log-likelihood ratio of Dunning (1993), over papers; words that only belong to one
language, and are no names, count. Of few papers in both languages nothing can be said; then nothing is printed.

What is already in resources/synonyms/ is left out. Nothing is added by itself: put what is good into a file there.
"""

import argparse
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kennisbank.documents.extraction import extract_part  # noqa: E402  # found by the line above
from kennisbank.documents.language import language_of  # noqa: E402
from kennisbank.documents.parts import Part  # noqa: E402
from kennisbank.lexicon.words import zipf  # noqa: E402
from kennisbank.search.analysis import STOP_WORDS, WORD, fold  # noqa: E402
from kennisbank.search.synonyms import Synonyms  # noqa: E402

SUFFIXES = frozenset((".pdf", ".docx", ".pptx", ".html", ".htm", ".odt", ".txt", ".rst", ".md"))
SECONDS = 20.0
BRACKETS = re.compile(r"((?:[^\W\d_][\w-]*[ ]){0,3}[^\W\d_][\w-]{2,})[ ]\(([^\W\d_][\w-]+(?:[ ][^\W\d_][\w-]+){0,3})\)")
CALLED = re.compile(
    r"((?:[^\W\d_][\w-]*[ ]){0,3}[^\W\d_][\w-]{2,}),?[ ][(]?(?:ook[ ]wel|oftewel|beter[ ]bekend[ ]als|in[ ]het[ ]Engels:?"
    r"|Engels:|de[ ]zogenaamde|de[ ]zogenoemde)[ ](?:de[ ]|het[ ]|een[ ])?"
    r"[‘’'\"“”]?([^\W\d_][\w-]+(?:[ ][^\W\d_][\w-]+){0,2})"
)
"""... or said to be called so."""
LEAST_PAPERS = 3
LEAST_IN_BOTH = 30
"""Papers in both languages, below which what stands in the same papers says nothing."""
LEAST_APART = 0.7
"""How much commoner a word is in its own language, in Zipf: such are told apart."""


def pages(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the papers of a folder: name, and the text of its pages."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            part = extract_part(str(path), path.name, 0, SECONDS, with_outline=False)
            if isinstance(part, Part):
                yield path.name, [page.text for page in part.pages]


def passages(texts: Iterable[str]) -> Iterator[str]:
    """Yield pieces of text of a few lines, on one line each, words broken at a line's end joined."""
    for text in texts:
        lines = text.splitlines()
        for at in range(0, len(lines), 8):
            yield re.sub(r"(\w)- (?=[a-z])", r"\1", " ".join(" ".join(lines[at : at + 8]).split()))


def is_of(word: str, language: str) -> bool:
    """Tell whether a word belongs to one language and not to the other."""
    here, there = zipf(word, "nl"), zipf(word, "en")
    if language == "en":
        here, there = there, here
    return here >= there + LEAST_APART or (here == there == 0.0 and language == "nl" and len(word) > 8)


def terms(text: str, language: str) -> Iterator[str]:
    """Yield the words of a passage that may be terms, and the pairs of them that stand side by side."""
    words = [fold(each) for each in WORD.findall(text)]
    good = [w.isalpha() and len(w) > 4 and w not in STOP_WORDS and is_of(w, language) for w in words]
    yield from (word for word, is_good in zip(words, good, strict=True) if is_good)
    for (one, first), (other, second) in pairwise(zip(words, good, strict=True)):
        if first and second:
            yield f"{one} {other}"


def beside(papers: list[tuple[str, list[str]]], known: Synonyms) -> list[tuple[int, str, str]]:
    """Return pairs of which one stands in brackets behind the other: in how many papers, Dutch, English."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, texts in papers:
        for text in passages(texts):
            said = [(before, inside, False) for before, inside in BRACKETS.findall(text)]
            said += [(before, inside, True) for before, inside in CALLED.findall(text)]
            for before, inside, goes_on in said:
                pair = _pair(fold(before).split(), fold(inside).split(), goes_on=goes_on)
                if pair is not None and tuple(pair[1].split()) not in known.of(pair[0]):
                    found[pair].add(name)
    return sorted(((len(names), *pair) for pair, names in found.items()), key=lambda each: (-each[0], each[1]))


def _pair(before: list[str], named: list[str], *, goes_on: bool) -> tuple[str, str] | None:
    """Return the Dutch and the English term, if they are of two languages; `goes_on`: the sentence may, behind it."""
    for first, second in (("nl", "en"), ("en", "nl")):
        inside = list(named)
        while goes_on and len(inside) > 1 and not is_of(inside[-1], second):
            inside.pop()
        if all(is_of(word, second) for word in inside if word not in STOP_WORDS) and is_of(inside[-1], second):
            kept = [word for word in before[-len(inside) :] if word not in STOP_WORDS]
            while kept and not is_of(kept[0], first):
                kept.pop(0)
            if kept and is_of(kept[-1], first):
                pair = (" ".join(kept), " ".join(inside))
                return pair if first == "nl" else (pair[1], pair[0])
    return None


def together(papers: list[tuple[str, list[str]]], known: Synonyms) -> list[tuple[float, str, str]]:
    """Return pairs that stand in the same papers more than chance would have it: likelihood, Dutch, English."""
    in_papers: dict[str, dict[str, set[int]]] = {"nl": defaultdict(set), "en": defaultdict(set)}
    both = 0
    for _, texts in papers:
        held: dict[str, Counter[str]] = {"nl": Counter(), "en": Counter()}
        sizes: Counter[str] = Counter()
        for text in passages(texts):
            language = language_of(text)
            if language in held and len(text) > 200:
                sizes[language] += 1
                held[language].update(terms(text, language))
        if min(sizes["nl"], sizes["en"]) < 1:
            continue
        for language, counts in held.items():
            for term, count in counts.items():
                if count > 1 or " " in term or sizes[language] < 6:
                    in_papers[language][term].add(both)
        both += 1
    print(f"{both} papers hold passages in both languages", file=sys.stderr)
    if both < LEAST_IN_BOTH:
        return []
    kept = {
        language: {term: at for term, at in found.items() if LEAST_PAPERS <= len(at) <= both // 2}
        for language, found in in_papers.items()
    }
    pairs: list[tuple[float, str, str]] = []
    for dutch, here in kept["nl"].items():
        scored = ((likelihood_ratio(len(here & there), len(here), len(there), both), english, here & there)
                  for english, there in kept["en"].items() if len(here & there) >= LEAST_PAPERS)  # fmt: skip
        for score, english, _ in sorted(scored, reverse=True)[:2]:
            if tuple(english.split()) not in known.of(dutch):
                pairs.append((score, dutch, english))
    return sorted(pairs, key=lambda each: (-each[0], each[1]))


def likelihood_ratio(both: int, one: int, other: int, total: int) -> float:
    """Return how unlikely it is that two things met so often by chance; 0 when they met less than chance would do."""
    table = (both, one - both, other - both, total - one - other + both)
    if both * total <= one * other or min(table) < 0:
        return 0.0
    rows, columns = (one, one, total - one, total - one), (other, total - other, other, total - other)
    return 2 * sum(
        seen * math.log(seen * total / (row * column))
        for seen, row, column in zip(table, rows, columns, strict=True)
        if seen
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=200, help="pairs printed of each kind")
    asked = parser.parse_args()
    known = Synonyms.read(sorted((ROOT / "resources" / "synonyms").glob("*.txt")))
    papers = list(pages(asked.folder))
    print(f"{len(papers)} papers read", file=sys.stderr)
    print("# beside each other: papers, Dutch, English")
    for count, dutch, english in beside(papers, known)[: asked.most]:
        print(f"{count}\t{dutch} = {english}")
    print("\n# together in papers: likelihood, Dutch, English")
    for score, dutch, english in together(papers, known)[: asked.most]:
        print(f"{score:.1f}\t{dutch} = {english}")


if __name__ == "__main__":
    main()
