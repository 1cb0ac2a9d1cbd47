"""The words of the index and how often each occurs: completing one that is typed, and finding those spelt nearly so.

Each segment has a table of its own, made when it is first asked; nothing is joined beforehand, so that the first letter
typed is answered as fast as any other. A word stands here as it is indexed: folded. Nothing changes, and any number of
threads may ask.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kennisbank.search.analysis import STOP_WORDS
from kennisbank.search.near_words import allowed_edits, likeliest, words_near
from kennisbank.search.word_table import WordTable

Words = tuple[Sequence[str], "Sequence[int] | npt.NDArray[np.uint32]"]
"""Words, ascending, and how often each occurs."""

_OTHERS = 3
"""With so many words that occur more often, those that occur once aren't offered: they are mostly slips."""
_LONGEST = 40
"""Letters of a word that is worth completing: longer ones are web addresses and lines without spaces."""

# Words beyond the stop words that complete nothing anybody looks for. Dutch, then English.
_FILLERS = frozenset(
    "alle alleen alles allerlei altijd ander andere anderen beide binnen daar daarbij daarin daarmee daarom daarvan "  # noqa: SIM905
    "dit doen doet dus echter een eerst eerste eigen elk elke en enige enkele er erg eruit gaan gaat geen geeft "
    "gebruikt geworden had heel hem hen hier hierbij hierdoor hiermee hoewel iedere iedereen iemand iets indien "
    "ieder jij jou jouw jullie kan komen komt kun kunnen kunt laten maakt maken meer meest men moet moeten mogelijk "
    "naast nadat namelijk nee net niemand niets nodig nogal nooit omdat onder ongeveer ons onze ook opnieuw over "
    "overigens per reeds sinds sommige soms staan staat steeds tegen terwijl tevens toch toen tot tussen vaak van "
    "vanaf vanuit veel verder via volgens voordat vooral vrij waarbij waardoor waarin waarmee waarom waarop waarvan "
    "wanneer weer wel welke wil worden zal zelf zich zie zij zo zoals zodat zonder zou zouden zowel zullen zult "
    "about after all also although among another any because been before being between both but can cannot could did "
    "do does done during each either etc even every few first further given had he hence her here him his however if "
    "into is it itself just less like made make many may might more most much must need neither new next no nor not "
    "now off often once one only other others our out over own per rather same see seen several she should since so "
    "some still such than that their them themselves then there therefore these they those through thus together too "
    "two under until up upon us use used uses using very via was we well were what when where whereas whether which "
    "while who whom whose why will within without would yet you your".split()
)


class Vocabulary:
    """All words of an index with their frequencies."""

    def __init__(self, tables: Iterable[WordTable | Words]) -> None:
        """Take the tables of the segments."""
        self._tables = [each if isinstance(each, WordTable) else WordTable.of(*each) for each in tables]

    def __contains__(self, word: str) -> bool:
        """Tell whether the word occurs."""
        return any(table.frequency(word) for table in self._tables)

    def frequency(self, word: str) -> int:
        """Return how often the word occurs."""
        return sum(table.frequency(word) for table in self._tables)

    def complete(self, prefix: str, limit: int) -> list[str]:
        """Return words that begin with `prefix`, most frequent first.

        Numbers, stop words, and words that occur once beside more frequent ones aren't worth completing.
        """
        if limit <= 0:
            return []
        counts: dict[str, int] = {}
        for table in self._tables:
            for word in _worth(table, prefix, limit):
                if word not in counts:
                    counts[word] = self.frequency(word)
        found = sorted(counts, key=lambda word: (-counts[word], word))
        often = [word for word in found if counts[word] > 1]
        return (often if len(often) >= _OTHERS else found)[:limit]

    def near_words(
        self, word: str, limit: int = 8, most_edits: int = 2, *, widely: bool = False
    ) -> list[tuple[str, int, float]]:
        """Return the words that `word` may have been meant to be, likeliest first: word, frequency and cost.

        One edit is allowed in a word of four letters or more, two from seven (`widely`: two in any); `most_edits`
        allows less. An edit costs 1, a usual slip less (see `spelling_costs`); how often a word occurs counts against.
        """
        allowed = allowed_edits(word)
        edits = min(most_edits, 2 if widely and allowed else allowed)
        if edits < 1 or limit < 1:
            return []
        found = words_near(word, self._tables, edits).items()
        return likeliest(((each, self.frequency(each), cost) for each, cost in found), limit)

    def nearest(self, word: str) -> str:
        """Return the word that `word` was most likely meant to be; empty if none is near."""
        return next((each for each, _, _ in self.near_words(word, 1)), "")


def _worth(table: WordTable, prefix: str, limit: int) -> list[str]:
    """Return the most frequent words of one table that are worth completing.

    Three times as many as are asked for: what is frequent in all tables together is among the first of one.
    """
    places = table.beginning_with(prefix)
    wanted, most = 3 * limit, 3 * limit + 64
    while True:
        words = [table.word(place) for place in table.most_frequent(places, most)[:most]]
        found = [word for word in words if _is_worth(word)]
        if len(found) >= wanted or most >= len(places):
            return found[:wanted]
        most *= 8


def _is_worth(word: str) -> bool:
    """Tell whether a word is worth completing."""
    if not 1 < len(word) <= _LONGEST or word in STOP_WORDS or word in _FILLERS:
        return False
    return any(c.isalpha() for c in word)
