"""Joining what stands on both sides of a *near*."""

import re
from dataclasses import dataclass, replace

from kennisbank.search.query import OPERATORS, And, Near, Node, Not, Phrase, Prefix, TextField, Word, all_of

LEAST, USUAL, MOST = 1, 10, 100
"""How many words things that are near may be apart."""

_CAPITALS = re.compile(r"(?:NEAR|NABIJ)(?:/(?P<count>.*))?")
_SMALL = re.compile(r"(?i:near|nabij)/(?P<count>[0-9]+)")


@dataclass(frozen=True, slots=True)
class Nearness:
    """A *near* that was typed, and whether its distance was understood (``""``), or why not."""

    distance: int = USUAL
    reason: str = ""


def nearness(chunk: str) -> Nearness | None:
    """Return what ``NEAR``, ``NABIJ/5`` and ``near/5`` mean; None if `chunk` isn't one of them."""
    found = _CAPITALS.fullmatch(chunk) or _SMALL.fullmatch(chunk)
    return None if found is None else distance_of(found.group("count") or "")


def distance_of(digits: str) -> Nearness:
    """Return the distance that was typed, kept within what is possible; the usual one if there is none."""
    if not digits:
        return Nearness()
    if not (digits.isascii() and digits.isdecimal()):
        return Nearness(USUAL, "not a number of words")
    count = int(digits[-6:]) if not digits[:-6].strip("0") else MOST + 1
    kept = max(LEAST, min(MOST, count))
    return Nearness(kept, "" if kept == count else "near reaches from 1 to 100 words")


def joined(before: Node, after: Node, distance: int) -> Node | str:
    """Return the tree that asks both near each other, or why that can't be asked.

    In a row of equal distances each stands near the next; at another distance a new row begins with the last of it.
    """
    if isinstance(before, Not):
        tree = joined(before.child, after, distance)
        return tree if isinstance(tree, str) else Not(tree)
    rows = before.children if isinstance(before, And) and isinstance(before.children[-1], Near) else (before,)
    last, new = rows[-1], _row(after, distance)
    old = last if isinstance(last, Near) else _row(last, distance)
    if old is None or new is None:
        return "near joins words and phrases only"
    if old.field and new.field and old.field != new.field:
        return "near joins words of one field only"
    name: TextField = old.field or new.field
    if old.distance == distance:
        return all_of([*rows[:-1], Near((*old.parts, *new.parts), distance, name, old.start, new.end)])
    return all_of([*rows, Near((old.parts[-1], *new.parts), distance, name, old.start, new.end)])


def _row(node: Node, distance: int) -> Near | None:
    """Return one part as the beginning of a row; the words of one chunk (``R&D``) are a phrase."""
    if isinstance(node, And) and node.children:
        words = [each for each in node.children if isinstance(each, Word)]
        if len(words) != len(node.children):
            return None
        node = Phrase(tuple(each.text for each in words), words[0].field, words[0].start, words[-1].end)
    if not isinstance(node, Word | Prefix | Phrase):
        return None
    part = replace(node, field="")
    if isinstance(part, Word) and part.text in OPERATORS:
        part = replace(part, text=part.text.lower())
    return Near((part,), distance, node.field, node.start, node.end)
