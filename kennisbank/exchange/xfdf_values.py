"""The values that stand in XFDF: names, numbers, boxes, rich text. Nothing here trusts what it reads."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from kennisbank.domain.document import Rect
from kennisbank.exchange.xfdf import OWN

_PARAGRAPHS = frozenset({"p", "br", "div", "li"})
_DEPTH_LIMIT = 40
_FARTHEST = 1_000_000.0


def name_of(element: ET.Element) -> str:
    """Return what an element is called, in small letters and without its namespace."""
    return str(element.tag).rpartition("}")[2].lower()


def attribute_name(key: str) -> str:
    """Return what an attribute is called: without its namespace, ours as ``kb:``."""
    namespace, _, name = key.rpartition("}")
    return f"kb:{name}" if namespace == f"{{{OWN}" else name


def rich_text(element: ET.Element) -> str:
    """Return the words of rich text, a paragraph a line."""
    parts: list[str] = []
    for event, each in _walk(element):
        if event == "end":
            if name_of(each) in _PARAGRAPHS:
                parts.append("\n")
            parts.append(_spaced(each.tail) if each is not element else "")
        else:
            parts.append(_spaced(each.text))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def is_deep(element: ET.Element) -> bool:
    """Tell whether an element is nested deeper than any that somebody wrote."""
    level = [element]
    for _ in range(_DEPTH_LIMIT):
        level = [child for each in level for child in each]
        if not level:
            return False
    return True


def _walk(element: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Give each element when it begins and when it ends, however deep, without recursion."""
    stack: list[tuple[str, ET.Element]] = [("start", element)]
    while stack:
        event, each = stack.pop()
        yield event, each
        if event == "start":
            stack.append(("end", each))
            stack += [("start", child) for child in reversed(each)]


def _spaced(text: str | None) -> str:
    return re.sub(r"\s", " ", text or "")


def numbers_in(text: str) -> list[float]:
    """Return the numbers in a list with commas, up to the first that is none; none is farther than any page."""
    found = []
    for each in text.split(","):
        try:
            number = float(each)
        except ValueError:
            break
        if math.isnan(number):
            break
        found.append(max(-_FARTHEST, min(_FARTHEST, number)))
    return found


def box_of(numbers: list[float]) -> Rect | None:
    """Return the box between two corners; None if these aren't two."""
    if len(numbers) < 4:
        return None
    x0, y0, x1, y1 = numbers[:4]
    return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def box_around(numbers: list[float]) -> Rect | None:
    """Return the box around points (x and y in turn); None if it has no width or height."""
    xs, ys = numbers[::2], numbers[1::2]
    box = Rect(min(xs), min(ys), max(xs), max(ys))
    return box if box.x1 > box.x0 and box.y1 > box.y0 else None
