"""Years and ranges of years as they are typed: ``2013``, ``2010..2015``, ``2010-2015``, ``>2010``, ``..2015``."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.search.query import InYears

_YEAR = "[0-9]{4}"
_RANGE = rf"""(?P<sign>>=|=>|<=|=<|>|<|≥|≤)\s?(?P<bound>{_YEAR})
    | (?P<first>{_YEAR})?(?:\s?(?:\.\.+|…)\s?|\s?t/m\s?|\s[-–—]\s|[-–—])(?P<last>{_YEAR})?
    | (?P<only>{_YEAR})"""
_WHOLE = re.compile(_RANGE, re.VERBOSE)
_AHEAD = re.compile(rf"\s?(?:{_RANGE})(?=[\s)）]|$)", re.VERBOSE)
_EDITIONS = re.compile(rf"(?:\D{{0,20}}(?P<first>{_YEAR}))?(?:\.\.+|…)(?:\D{{0,20}}(?P<last>{_YEAR}))?")
_LONGEST = 60

# Behind the names of other languages' words a year must stand at once: "voor: docenten" is about teachers.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "na": ">", "after": ">",
        "voor": "<", "before": "<",
        "vanaf": ">=", "sinds": ">=", "since": ">=",
    }
)  # fmt: skip
_AT_ONCE = re.compile(rf"{_YEAR}(?=[\s)）]|$)")


def years_of(value: str) -> InYears | None:
    """Return the years that `value` says as a whole; None if it says none."""
    if len(value) > _LONGEST:
        return None
    return _years(_WHOLE.fullmatch(unicodedata.normalize("NFKC", value.replace("…", "..")).strip(" ,;.?!") or ""))


def years_at(text: str, position: int) -> tuple[InYears, int] | None:
    """Return the years that stand in `text` at `position`, spaces within them and all, and where they end."""
    found = _AHEAD.match(text, position)
    years = _years(found)
    return None if found is None or years is None else (years, found.end())


def years_after(word: str, text: str, position: int) -> tuple[InYears, int] | None:
    """Return the years that ``after:2010`` means, where `word` is folded and the year begins at `position`."""
    sign = _WORDS.get(word)
    found = _AT_ONCE.match(text, position) if sign is not None else None
    return None if sign is None or found is None else (_bounded(sign, int(found.group())), found.end())


def edition_years(value: str) -> InYears | None:
    """Return the years of a range of editions (``NIOC2010..NIOC2015``); None if `value` isn't one."""
    return _between(_EDITIONS.fullmatch(value)) if len(value) <= _LONGEST else None


def _years(found: re.Match[str] | None) -> InYears | None:
    if found is None:
        return None
    if found.group("sign"):
        return _bounded(found.group("sign"), int(found.group("bound")))
    if found.group("only"):
        return InYears(int(found.group("only")), int(found.group("only")))
    return _between(found)


def _between(found: re.Match[str] | None) -> InYears | None:
    if found is None or not (found.group("first") or found.group("last")):
        return None
    first, last = (int(each) if each else None for each in (found.group("first"), found.group("last")))
    if first is not None and last is not None and first > last:
        first, last = last, first
    return InYears(first, last)


def _bounded(sign: str, year: int) -> InYears:
    if sign in {">", ">=", "=>", "≥"}:
        return InYears(min(9999, year + 1) if sign == ">" else year, None)
    return InYears(None, max(0, year - 1) if sign == "<" else year)
