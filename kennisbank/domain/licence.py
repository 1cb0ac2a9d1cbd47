"""What a licence allows: may a contribution be copied for pupils and students, and on which conditions?

An aid, and no legal advice: it reads what the metadata say of a licence, and says "not stated" when that is unclear.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

MayBeCopied = Literal["yes", "no", "not_stated"]
Condition = Literal["attribution", "share_alike", "non_commercial", "no_derivatives", "keep_notice", "text_only"]


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence as it was understood.

    `name` is how it is usually written (``CC BY-SA 4.0``), or the text as found where it isn't known; `url` is that of
    its own text, where it has one. `may_be_copied` answers for copies handed out in a lesson, whole and unaltered;
    `conditions` are what one must then keep to, in the order in which one says them.
    """

    name: str
    url: str
    may_be_copied: MayBeCopied
    conditions: tuple[Condition, ...] = ()

    @property
    def key(self) -> str:
        """Return the key of the sentence that answers the question: ``licence.yes``, ``no`` or ``not_stated``."""
        return f"licence.{self.may_be_copied}"


NOT_STATED = Licence("", "", "not_stated")
"""Nothing is said of a licence: then the law holds, and one asks."""

_CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {"by": "attribution", "nc": "non_commercial", "nd": "no_derivatives", "sa": "share_alike"}
)
_CC_URL = re.compile(
    r"creativecommons\.org/(?:licen[cs]es/(?P<parts>[a-z-]+)|publicdomain/(?P<public>zero|mark))"
    r"(?:/(?P<version>\d(?:\.\d)?))?(?P<port>/[a-z]{2})?",
    re.IGNORECASE,
)
_CC_CODE = re.compile(
    r"\bcc[\s_-]*(?P<parts>by(?:[\s_-]*(?:nc|nd|sa)\b)*)(?:[\s_-]*(?P<version>\d(?:\.\d)?))?(?![a-z0-9])", re.IGNORECASE
)
_CC_ZERO = re.compile(r"\bcc[\s_-]*(?:0|zero)\b(?:[\s_-]*(?P<version>\d\.\d))?", re.IGNORECASE)
_CC_WORDS = re.compile(r"creative\s+commons", re.IGNORECASE)
_WORDS: tuple[tuple[str, str], ...] = (
    (r"attribution|naamsvermelding", "by"),
    (r"non-?\s?commercial|niet-?\s?commercieel", "nc"),
    (r"no\s?-?deriv\w*|geen\s?afgeleide\s?werken", "nd"),
    (r"share-?\s?alike|gelijk\s?delen", "sa"),
)
_RESERVED = re.compile(
    r"all\s+rights\s+reserved|alle\s+rechten\s+voorbehouden|auteursrechtelijk\s+beschermd|©|\(c\)|\bcopyright\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"all\s+rights\s+reserved|alle\s+rechten\s+voorbehouden", re.IGNORECASE)
_PUBLIC = re.compile(r"public[\s-]*domain|publiek[\s-]*domein|publicdomain/mark", re.IGNORECASE)
_FREE: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), name, url)
    for pattern, name, url in (
        (r"\bmit\b", "MIT", "https://opensource.org/license/mit"),
        (r"\bapache\b", "Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
        (r"\bbsd\b", "BSD", "https://opensource.org/license/bsd-3-clause"),
        (r"\bagpl\b|affero", "AGPL", "https://www.gnu.org/licenses/agpl-3.0.html"),
        (r"\blgpl\b", "LGPL", "https://www.gnu.org/licenses/lgpl-3.0.html"),
        (r"\bgpl\b", "GPL", "https://www.gnu.org/licenses/gpl-3.0.html"),
        (r"\bgfdl\b|free documentation", "GFDL", "https://www.gnu.org/licenses/fdl-1.3.html"),
        (r"\beupl\b", "EUPL", "https://eupl.eu"),
        (r"\bunlicense\b", "Unlicense", "https://unlicense.org"),
        (r"\bodc-by\b", "ODC-By", "https://opendatacommons.org/licenses/by/1-0/"),
    )
)
_NO_NOTICE = frozenset({"Unlicense"})
_TEXT_ONLY = re.compile(
    r"\b(?:not|except|excluding|geen|niet|behalve)\b[^)]*\b(?:images?|beeld\w*|afbeelding\w*)", re.IGNORECASE
)


def licence_of(text: str) -> Licence:
    """Return what a licence in the metadata allows; `text` is a name, a code, an address or a sentence, in any case.

    >>> licence_of("CC-BY-NC-4.0").may_be_copied, licence_of("CC-BY-NC-4.0").conditions
    ('yes', ('attribution', 'non_commercial'))
    """
    text = " ".join(text.split())[:2000]
    if not text:
        return NOT_STATED
    found = (
        _creative_commons(text) or _public(text) or _reserved(text) or _free(text) or Licence(text, "", "not_stated")
    )
    if found.may_be_copied == "yes" and _TEXT_ONLY.search(text):
        return Licence(found.name, found.url, "yes", (*found.conditions, "text_only"))
    return found


def _creative_commons(text: str) -> Licence | None:
    plain = text.replace("_", "-")
    zero, address, code = _CC_ZERO.search(plain), _CC_URL.search(text), _CC_CODE.search(plain)
    if address is not None and address["public"] == "mark":
        return Licence("Public domain", "https://creativecommons.org/publicdomain/mark/1.0/", "yes")
    if zero is not None or (address is not None and address["public"]):
        return Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "yes")
    if address is not None and address["parts"]:
        return _cc(re.findall(r"by|nc|nd|sa", address["parts"].lower()), address["version"], address["port"] or "")
    if code is not None:
        return _cc(re.findall(r"by|nc|nd|sa", code["parts"].lower()), code["version"])
    if _CC_WORDS.search(text):
        parts = [part for pattern, part in _WORDS if re.search(pattern, text, re.IGNORECASE)]
        version = re.search(r"\b[1-4]\.\d\b", text)
        return _cc(parts, version[0] if version is not None else None) if parts else None
    return None


def _cc(parts: list[str], version: str | None, port: str = "") -> Licence | None:
    """Return one of the six licences of Creative Commons; None for parts that make none of them."""
    order = [part for part in ("by", "nc", "nd", "sa") if part in parts]
    if "by" not in order or {"nd", "sa"} <= set(order):
        return None
    version = f"{version}.0" if version and "." not in version else version
    name = " ".join(filter(None, ("CC " + "-".join(order).upper(), version)))
    url = f"https://creativecommons.org/licenses/{'-'.join(order)}/{version or '4.0'}{port.lower()}/"
    return Licence(name, url, "yes", tuple(_CONDITIONS[part] for part in order))


def _public(text: str) -> Licence | None:
    if _PUBLIC.search(text) is None or re.search(r"\b(?:not|niet)\b", text, re.IGNORECASE):
        return None
    return Licence("Public domain", "https://creativecommons.org/publicdomain/mark/1.0/", "yes")


def _reserved(text: str) -> Licence | None:
    """Return a licence that allows nothing: said in so many words, or a mere copyright line."""
    if _ABSOLUTE.search(text) is not None:
        return Licence(text, "", "no")
    if _RESERVED.search(text) is not None and not any(pattern.search(text) for pattern, _, _ in _FREE):
        return Licence(text, "", "no")
    return None


def _free(text: str) -> Licence | None:
    for pattern, name, url in _FREE:
        if pattern.search(text) is not None:
            return Licence(name, url, "yes", () if name in _NO_NOTICE else ("keep_notice",))
    return None


def sentence_keys(licence: Licence) -> tuple[str, ...]:
    """Return the keys of the sentences that say what may be done: the answer first, then each condition."""
    return (licence.key, *(f"licence.{condition}" for condition in licence.conditions))
