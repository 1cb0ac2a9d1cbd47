"""The language of a piece of text, told by its commonest small words: Dutch, English, or not sure.

Small words carry a quarter to a half of running text and differ well between these two; names, formulas and lists of
references carry none, and get no language. German and French have profiles only so as not to be taken for Dutch or
English.
"""

from collections import Counter
from typing import Literal

Language = Literal["nl", "en", ""]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROFILES = {
    "nl": _words(
        """de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit wordt worden door
        naar heeft hebben deze dit die ze zij hij wij we je kan kunnen nog wel geen over tot meer of moet waar wat hoe
        zo onder tussen veel alle hun onze ons zich werd al na zal dus omdat tijdens binnen daarbij hierbij welke zoals
        elke andere eerste vaak alleen"""
    ),
    "en": _words(
        """the of and to in is that for it as with on are be this by an from at or which we can have has was were not
        their they our these but also more such it's its been between will all one two other using used may than when
        how into about there who what each some only most both if would should where while through must you your i"""
    ),
    "de": _words(
        """der die das und ist den dem des ein eine einer eines nicht mit auf für von zu im sich auch als werden wird
        bei oder aus nach durch sind zum zur über einem einen wie haben kann"""
    ),
    "fr": _words(
        """le la les des et est une un du que qui dans pour pas sur au par avec ce cette sont ont aux plus ou nous
        vous ils elle être fait comme mais"""
    ),
}
_SMALL = {
    word: tuple(name for name, profile in _PROFILES.items() if word in profile)
    for word in frozenset().union(*_PROFILES.values())
}
"""The languages of each small word."""
_WORDS_SEEN = 2000
_LEAST_HITS = 2
_LEAST_PART = 0.08
"""Part of the words that are small words of the language, at least."""
_LEAD = 1.25
"""How many times the hits of the second language the first must have."""


def language_of(text: str) -> Language:
    """Return ``nl``, ``en``, or "" where the text is too short, mixed, or in neither."""
    words = text[: 12 * _WORDS_SEEN].lower().split()[:_WORDS_SEEN]
    hits = dict.fromkeys(_PROFILES, 0)
    for word, count in Counter([word for word in words if word in _SMALL]).items():
        for name in _SMALL[word]:
            hits[name] += count
    scores = sorted(((count, name) for name, count in hits.items()), reverse=True)
    (best, name), (second, _) = scores[0], scores[1]
    if best < max(_LEAST_HITS, _LEAST_PART * len(words)) or best < _LEAD * second:
        return ""
    match name:
        case "nl":
            return "nl"
        case "en":
            return "en"
        case _:
            return ""
