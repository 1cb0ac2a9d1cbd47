"""Printed page numbers (``iv``, ``A-3``) from a PDF's page labels. Runs in a child process only."""

from dataclasses import dataclass

import pymupdf  # noqa: F401  the binding below is only found after its package
from pymupdf import mupdf

from kennisbank.documents.wording import safe_title

_MAX_NODES = 5_000
_MAX_LABEL = 40
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Rule:
    first: int
    style: str
    prefix: str
    start: int


def page_labels(document: "mupdf.FzDocument", count: int) -> list[str]:
    """Return the label of each of `count` pages, or an empty list where the file has none or they can't be read."""
    try:
        rules = sorted(_rules(document), key=lambda rule: rule.first)
    except (mupdf.FzErrorBase, UnicodeDecodeError):
        return []
    if not rules:
        return []
    labels = [""] * min(count, max(rules[0].first, 0))
    for rule, following in zip(rules, [*rules[1:], None], strict=True):
        end = count if following is None else min(count, following.first)
        labels += [_label(rule, index - rule.first) for index in range(max(rule.first, len(labels)), end)]
    return labels


def _rules(document: "mupdf.FzDocument") -> list[_Rule]:
    pdf = mupdf.pdf_document_from_fz_document(document)
    if not pdf.m_internal:
        return []
    waiting = [mupdf.pdf_dict_getp(mupdf.pdf_trailer(pdf), "Root/PageLabels")]
    rules: list[_Rule] = []
    for _ in range(_MAX_NODES):
        if not waiting:
            break
        node = waiting.pop()
        kids, numbers = mupdf.pdf_dict_gets(node, "Kids"), mupdf.pdf_dict_gets(node, "Nums")
        waiting += [mupdf.pdf_array_get(kids, index) for index in range(min(mupdf.pdf_array_len(kids), _MAX_NODES))]
        rules += [_rule(numbers, index) for index in range(0, min(mupdf.pdf_array_len(numbers), _MAX_NODES), 2)]
    return rules


def _rule(numbers: "mupdf.PdfObj", index: int) -> _Rule:
    entry = mupdf.pdf_array_get(numbers, index + 1)
    start = mupdf.pdf_dict_gets(entry, "St")
    return _Rule(
        max(0, mupdf.pdf_array_get_int(numbers, index)),
        mupdf.pdf_to_name(mupdf.pdf_dict_gets(entry, "S")),
        safe_title(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(entry, "P")), _MAX_LABEL),
        max(1, mupdf.pdf_to_int(start)) if start.m_internal else 1,
    )


def _label(rule: _Rule, offset: int) -> str:
    number = rule.start + offset
    match rule.style:
        case "D":
            text = str(number)
        case "r" | "R":
            text = _roman(number)
        case "a" | "A":
            text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, _MAX_LABEL)
        case _:
            text = ""
    return (rule.prefix + (text.upper() if rule.style in {"R", "A"} else text))[:_MAX_LABEL]


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    digits = []
    for value, letters in _ROMAN:
        digits.append(letters * (number // value))
        number %= value
    return "".join(digits)
