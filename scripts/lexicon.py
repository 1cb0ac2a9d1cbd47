"""Make resources/lexicon/: which words there are, how common they are, and what they are forms of.

Run by hand, and seldom; what it makes is kept in the repository. It needs two packages that the program doesn't:

    python3 -m venv build/lexicon
    build/lexicon/bin/pip install simplemma==2.0.0 wordfreq==3.1.1 marisa-trie==1.4.1
    build/lexicon/bin/python scripts/lexicon.py

The same versions make the same files. `kennisbank/lexicon/words.py` reads them and tells their shape.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import marisa_trie
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kennisbank.domain.spelling import fold  # noqa: E402  # found by the line above
from kennisbank.lexicon import dutch, english  # noqa: E402
from kennisbank.lexicon.changes import Forms, change_between  # noqa: E402
from kennisbank.lexicon.particles import LITTLE  # noqa: E402
from kennisbank.lexicon.words import NUMBER, RECORD, ZIPF_STEPS  # noqa: E402

TARGET = ROOT / "resources" / "lexicon"
LEAST_ZIPF = 1.6
"""Rarer words are left out, unless they are forms of a word that isn't."""
LEAST_LEMMA_ZIPF = 2.7
"""From here on all the forms of a word are kept, also the rare ones."""
LEAST_TAIL_ZIPF = (9.0, 9.0, 9.0, 4.0, 3.4, 2.7, 2.4, 2.1, 1.9, 1.7)
"""A rarer word is not looked for at the end of a compound, by its length; the last for all that are longer."""
LEAST_OF_BOTH = 3.0
"""A Dutch word this common in English is spelt as an English one, too."""
FOREIGN = 1.0
"""A word this much commoner in the other language, in units of Zipf, has no forms in this one."""

# What the dictionary has wrong, or has as the rarer of two readings, and a reader of papers would stumble over.
CORRECTIONS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "beter": "beter",
        "best": "best",
        "beste": "best",
        "meer": "meer",
        "meest": "meest",
        "minder": "minder",
        "minst": "minst",
        "data": "data",
        "media": "media",
        "namen": "naam",
        "gevaren": "gevaar",
        "rijst": "rijst",
        "gegeven": "gegeven",
        "gegevens": "gegeven",
        "acht": "acht",
        "apis": "api",
        "geboden": "bieden",
        "getraind": "trainen",
        "graven": "graven",
        "pas": "pas",
        "weer": "weer",
    },
    "en": {
        "apis": "api",
        "data": "data",
        "media": "media",
        "better": "better",
        "best": "best",
        "more": "more",
        "most": "most",
    },
}

UNLIKE_VERBS = frozenset("achten bergen dagen graven passen prijzen raden spinnen wegen weren wijken".split())  # noqa: SIM905
"""Verbs that are spelt as another word or its plural (``wegen``, ``weg``): their forms stand apart from it."""
OWN_MARGIN = 2.5
"""A Dutch word this much commoner than in English is no form of an English word: ``dus`` is not ``du``."""
NO_PARTICIPLES = frozenset(("gemert", "gestalt", "gekant", "geaard", "gereformeerd"))
"""Words that only seem to be a participle of a verb that there is."""


def frequencies(language: str) -> dict[str, float]:
    """Return the share of each folded word in running text, spellings that fold to one added up."""
    found: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict(language, wordlist="large").items():
        folded = fold(word)
        if folded.isascii() and folded.isalpha():
            found[folded] += share
    return found


def zipf(share: float) -> float:
    return math.log10(share * 1e9) if share else 0.0


def raw_lemmas(language: str, shares: Mapping[str, float]) -> dict[str, str]:
    """Return the lemma of each folded word as the dictionary has it; of homographs that of the lower-case spelling."""
    found: dict[str, str] = {}
    entries = DefaultDictionaryFactory().get_dictionary(language)
    for word, entry in sorted(entries.items(), key=lambda item: (item[0] == item[0].lower(), item[0])):
        folded, lemma = fold(_text(word)), fold(_text(entry).replace("_", ""))
        if folded.isascii() and folded.isalpha() and lemma.isascii() and lemma.isalpha():
            found[folded] = lemma
    if language == "nl":
        found.update({word: _without_strange_prefix(word, lemma, found) for word, lemma in found.items()})
        men = [word for word, lemma in found.items() if _is_feminine(word, lemma)]
        found.update({word: word for word in men if shares.get(word, 0) >= shares.get(found[word], 0)})
    return found


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


PREFIXES = (
    "aan",
    "achter",
    "af",
    "be",
    "bij",
    "door",
    "er",
    "in",
    "mee",
    "na",
    "om",
    "ont",
    "op",
    "over",
    "toe",
    "uit",
    "ver",
    "voor",
)


def _without_strange_prefix(word: str, lemma: str, found: Mapping[str, str]) -> str:
    """Return the lemma without a prefix that the form doesn't have: ``gewezen`` is of ``wijzen``, not ``afwijzen``."""
    for prefix in PREFIXES:
        bare = lemma.removeprefix(prefix)
        if bare != lemma and not word.startswith(prefix) and len(bare) > 4 and bare.endswith("en") and bare in found:
            return bare
    return lemma


def _is_feminine(word: str, lemma: str) -> bool:
    """Tell a man's name that is led back to a woman's: ``onderzoeker`` to ``onderzoekster``."""
    return (word.endswith("er") and lemma == word[:-2] + "ster") or (
        lemma.endswith("e") and len(lemma) > 5 and word[-1:] == lemma[-2:-1] and word[:3] == lemma[:3] and word != lemma
    )


def lemmas(language: str, shares: Mapping[str, float]) -> dict[str, str]:
    """Return the lemma of each folded word: followed to the end, the commoner reading taken where there are two."""
    raw = raw_lemmas(language, shares)
    children: dict[str, list[str]] = defaultdict(list)
    for word, lemma in raw.items():
        if word != lemma:
            children[lemma].append(word)
    parents = {}
    for word, lemma in raw.items():
        own = [child for child in children.get(word, ()) if child != lemma]
        parents[word] = word if own and _is_its_own(word, lemma, own, shares) else lemma
        if language == "nl" and lemma == word and word.endswith("e"):
            adjective = dutch.opened(word[:-1])
            if (
                raw.get(adjective)
                == adjective
                in {raw.get(word + "r"), raw.get(adjective + "st"), raw.get(adjective + "ste")}
            ):
                parents[word] = adjective
    if language == "nl":
        parents.update(_verbs_of_participles(parents, shares))
        parents.update(_plain_participles(parents, shares))
        parents.update(_inflected(parents, shares))
        parents.update(_plain_participles(parents, shares))
    parents.update(CORRECTIONS[language])
    found = {word: _followed(word, parents) for word in parents}
    if language == "nl":
        found.update(
            {word: verb for word, verb in parents.items() if verb in UNLIKE_VERBS and word not in UNLIKE_VERBS}
        )
    return found


def _inflected(parents: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """Return the lemmas of words that the dictionary lacks, but whose uninflected form it has: ``gestelde``."""
    found = {}
    for word in shares:
        if word in parents or len(word) < 6:
            continue
        lemma = next((parents[each] for each in _uninflected(word) if each in parents and len(each) > 3), None)
        if lemma and not (word.endswith("e") and lemma.endswith("en") and not word.endswith(("de", "te", "ene"))):
            found[word] = lemma
    return found


def _uninflected(word: str) -> Iterator[str]:
    """Yield what `word` may be an inflected form of; the vowel of a verb's stem is opened for no -e (``schade``)."""
    for ending in ("e", "en", "s", "n"):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            yield bare
            if not bare.endswith("e") and ending != "e":
                yield dutch.opened(bare)


def _verbs_of_participles(parents: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """Return the verbs of participles of verbs that can be taken apart: ``uitgewerkt``, ``uitwerken``."""
    found = {}
    for word in shares:
        at = word.find("ge", 2)
        if at > 0 and word[-1] in "dt" and parents.get(word, word) == word:
            stem = word[:at] + word[at + 2 : -1]
            verbs = (
                stem + "en",
                stem + stem[-1] + "en",
                stem[:-2] + stem[-1] + "en" if stem[-3:-2] == stem[-2:-1] else "",
            )
            verb = next((each for each in verbs if parents.get(each) == each), None)
            if verb:
                found[word] = verb
    return found


def _plain_participles(parents: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """Return the verbs of regular participles that the dictionary lacks: ``geintegreerd``, ``getwitterd``."""
    found = {}
    for word in shares:
        is_open = word not in parents or (parents[word] == word and word.endswith("eerd"))
        if not (is_open and len(word) > 4 and word.startswith("ge") and word[-1] in "dt") or word in NO_PARTICIPLES:
            continue
        stem = word[2:-1]
        closed = stem[:-2] + stem[-1] if stem[-3:-2] == stem[-2:-1] else stem
        verbs = (stem[:-1] + "en",) if stem.endswith("e") else (stem + "en", stem + stem[-1] + "en", closed + "en")
        known = [
            verb for verb in verbs if len(verb) >= 5 and verb in parents and shares.get(verb, 0) > shares[word] / 30
        ]
        if known:
            found[word] = max(known, key=lambda verb: shares[verb])
    return found


def _is_its_own(word: str, lemma: str, children: list[str], shares: Mapping[str, float]) -> bool:
    """Tell whether a word that others are forms of is more than a form of `lemma` itself.

    A participle stays a form of its verb (``beperkte``, ``beperkt``, ``beperken``) unless it has become a noun.
    """
    if lemma.endswith("en") and word[-1] in "dtn" and not word.endswith("en"):
        return shares.get(word + "s", 0) > shares.get(word, 0) / 10
    if word.endswith("e") and dutch.opened(word[:-1]) == lemma:
        return False
    return sum(shares.get(child, 0) for child in children) * 3 > shares.get(lemma, 0)


def _followed(word: str, parents: Mapping[str, str]) -> str:
    """Return the end of the chain from `word`; of a circle, the shortest word."""
    seen = [word]
    while (lemma := parents.get(seen[-1], seen[-1])) != seen[-1]:
        if lemma in seen:
            return min(seen[seen.index(lemma) :], key=lambda each: (len(each), each))
        seen.append(lemma)
    return seen[-1]


def nouns_in_en(found: Mapping[str, str]) -> frozenset[str]:
    """Return the Dutch lemmas whose ``-en`` belongs to them: those with a plural in ``-s`` or ``-en``."""
    return frozenset(
        lemma
        for lemma in set(found.values())
        if lemma.endswith("en")
        and (found.get(lemma + "s") == lemma or found.get(lemma + "en") == lemma)
        and found.get(lemma[:-1] + "d") != lemma
    )


def chosen(shares: Mapping[str, Mapping[str, float]], found: Mapping[str, Mapping[str, str]]) -> list[str]:
    words = {word for each in shares.values() for word, share in each.items() if zipf(share) >= LEAST_ZIPF}
    for language, lemma_of in found.items():
        own = shares[language]
        words.update(word for word, lemma in lemma_of.items() if zipf(own.get(lemma, 0)) >= LEAST_LEMMA_ZIPF)
    return sorted(word for word in words if 2 <= len(word) <= 40)


class Keys:
    """The keys of inflection of the words in the list."""

    def __init__(self, shares: Mapping[str, Mapping[str, float]], found: Mapping[str, Mapping[str, str]]) -> None:
        self._shares = shares
        self._found = found
        self._nouns = nouns_in_en(found["nl"])

    def dutch(self, word: str) -> str:
        lemma = self._found["nl"].get(word)
        if max(self.margin(word), self.margin(lemma or word)) < -FOREIGN:
            return dutch.normal(word)
        if lemma is None:
            return dutch.normal(dutch.without_ending(word))
        if lemma in UNLIKE_VERBS:
            return lemma
        key = dutch.normal(lemma if lemma in self._nouns else dutch.without_infinitive(lemma))
        return lemma if key in LITTLE else key

    def english(self, word: str) -> str:
        lemma = self._found["en"].get(word)
        if min(self.margin(word), self.margin(lemma or word)) > FOREIGN or self.margin(word) > OWN_MARGIN:
            is_both = lemma == word and zipf(self._shares["en"].get(word, 0)) > LEAST_OF_BOTH
            return english.normal(word) if is_both else word
        if lemma is None:
            return english.normal(english.without_ending(word))
        is_dutch_too = self.margin(lemma) > -FOREIGN
        return english.normal(lemma if is_dutch_too else english.without_ing(lemma))

    def margin(self, word: str) -> float:
        return zipf(self._shares["nl"].get(word, 0)) - zipf(self._shares["en"].get(word, 0))


def main() -> None:
    shares = {language: frequencies(language) for language in ("nl", "en")}
    found = {language: lemmas(language, shares[language]) for language in ("nl", "en")}
    words = chosen(shares, found)
    keys = Keys(shares, found)
    numbers: dict[Forms, int] = {}

    def number(word: str, language: str) -> int:
        key = keys.dutch(word) if language == "nl" else keys.english(word)
        forms = Forms(change_between(word, found[language].get(word, word)), change_between(word, key))
        return numbers.setdefault(forms, len(numbers))

    def steps(word: str, language: str) -> int:
        return min(255, max(0, round(zipf(shares[language].get(word, 0)) * ZIPF_STEPS)))

    trie = marisa_trie.Trie(words)
    records = bytearray(RECORD.size * len(trie))
    for word in words:
        fields = steps(word, "nl"), steps(word, "en"), number(word, "nl"), number(word, "en")
        RECORD.pack_into(records, RECORD.size * trie[word], *fields)
    tails = [
        word
        for word in words
        if (word in found["nl"] or keys.margin(word) > 0)
        and zipf(shares["nl"].get(word, 0)) >= LEAST_TAIL_ZIPF[min(len(word), len(LEAST_TAIL_ZIPF) - 1)]
    ]
    backwards = marisa_trie.Trie(word[::-1] for word in tails)
    tail_numbers = bytearray(NUMBER.size * len(tails))
    for word in tails:
        NUMBER.pack_into(tail_numbers, NUMBER.size * backwards[word[::-1]], number(word, "nl"))
    assert len(numbers) < 65536, "the numbers of forms no longer fit"

    # Written beside and renamed: a running program has the old files mapped.
    made = TARGET.with_name("lexicon.new")
    made.mkdir(parents=True)
    trie.save(str(made / "words.trie"))
    (made / "words.records").write_bytes(records)
    backwards.save(str(made / "tails.trie"))
    (made / "tails.numbers").write_bytes(tail_numbers)
    lines = [forms.line() for forms in numbers]
    (made / "forms.txt").write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    TARGET.mkdir(parents=True, exist_ok=True)
    for each in made.iterdir():
        each.replace(TARGET / each.name)
    made.rmdir()
    print(f"{len(words)} words, {len(tails)} tails, {len(lines)} forms")


if __name__ == "__main__":
    main()
