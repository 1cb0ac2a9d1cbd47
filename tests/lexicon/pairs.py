"""Pairs of words judged by hand; the files say how they were chosen."""

from collections.abc import Callable
from pathlib import Path

from kennisbank.lexicon.compounds import compound_parts, nested_parts
from kennisbank.lexicon.derivation import derivation_key
from kennisbank.lexicon.inflection import inflection_keys

FOLDER = Path(__file__).parent


def pairs(name: str) -> list[tuple[str, str]]:
    lines = (FOLDER / name).read_text(encoding="ascii").splitlines()
    return [(one, other) for one, other in (line.split() for line in lines if line and not line.startswith("#"))]


def failing(name: str, holds: Callable[[str, str], bool]) -> list[tuple[str, str]]:
    return [pair for pair in pairs(name) if not holds(*pair)]


def share(name: str, holds: Callable[[str, str], bool]) -> float:
    return 1 - len(failing(name, holds)) / len(pairs(name))


def meet(one: str, other: str) -> bool:
    return not set(inflection_keys(one)).isdisjoint(inflection_keys(other))


def is_part(whole: str, part: str) -> bool:
    return any(meet(each, part) for each in compound_parts(whole))


def apart(one: str, other: str) -> bool:
    return not (meet(one, other) or is_part(one, other) or is_part(other, one))


def is_family(one: str, other: str) -> bool:
    return meet(one, other) or derivation_key(one) == derivation_key(other) != ""


def no_family(one: str, other: str) -> bool:
    return derivation_key(one) == "" or derivation_key(one) != derivation_key(other)


def is_nested_part(whole: str, part: str) -> bool:
    return any(meet(each, part) for each in nested_parts(whole))


def no_part(whole: str, part: str) -> bool:
    return not is_nested_part(whole, part)
