"""The sentences that a person sees outside the window's own words: problems, errors, the command line.

One catalogue per language stands in ``resources/sentences/``; a test holds them equal in keys and placeholders. A
missing key is a bug, but not one to stop for: English is tried, and then the key itself is shown.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from kennisbank.resources import resource

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class _Lenient(dict[str, str]):
    """Leaves a placeholder without a value standing, so that a sentence is never lost to a missing number."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def sentence(key: str, language: Language, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence for `key` (``problem.no_text``) in `language`, its placeholders filled from `values`."""
    text = catalogue(language).get(key) or catalogue("en").get(key) or key
    return text.format_map(_Lenient({name: str(value) for name, value in (values or {}).items()}))


def has_sentence(key: str) -> bool:
    """Tell whether the catalogues know `key`."""
    return key in catalogue("en")


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Return all sentences of a language by their dotted keys."""
    tables = tomllib.loads(resource(f"sentences/{language}.toml").read_text(encoding="utf-8"))
    return {f"{table}.{key}": text for table, entries in tables.items() for key, text in entries.items()}
