"""An answer of an OAI-PMH repository, read from its bytes. Pure.

Repositories write what they like: other encodings than they say, characters that no XML may hold, text before the XML,
errors with a status of 200 and records with one of 422. All of that is read; a web page in its place is told as such.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from xml.etree.ElementTree import Element, ParseError

from charset_normalizer import from_bytes
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

OAI = "{http://www.openarchives.org/OAI/2.0/}"
_DC = re.compile(r"\{http://purl\.org/dc/(?:elements/1\.[01]|terms)/\}(\w+)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BAD_REFERENCE = re.compile(r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE)
_BARE_AND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
_BEGINNING = re.compile(r"<(?:[\w.-]+:)?OAI-PMH\b")
_DECLARED = re.compile(rb"""^[^<]{0,100}<\?xml[^>]*encoding\s*=\s*["']([\w.:-]{1,40})""")
MOST_VALUES = 2000
"""Values of one element of one record; what comes after them is left out."""

Fault = Literal["no_repository", "malformed"]


class UnreadableAnswerError(ValueError):
    """It is no answer of OAI-PMH: ``no_repository`` (a web page, or XML of something else) or ``malformed``."""

    def __init__(self, code: Fault) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code: Fault = code


@dataclass(frozen=True, slots=True)
class OaiRecord:
    """One record: its identifier there, when it changed (as written), its sets, its Dublin Core by element.

    `values` is empty for a deleted record, and for one in a format without Dublin Core.
    """

    identifier: str
    datestamp: str = ""
    sets: tuple[str, ...] = ()
    is_deleted: bool = False
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OaiAnswer:
    """What came: records (or headers), or errors as (code, words); and where to go on, empty at the end.

    `size` is the whole list's by the repository's own word, 0 when it doesn't say. `about` is Identify's: the name
    ``repositoryName``, ``granularity``, ``deletedRecord`` and so on.
    """

    records: tuple[OaiRecord, ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    token: str = ""
    size: int = 0
    about: Mapping[str, str] = field(default_factory=dict)


def read_answer(data: bytes, charset: str = "") -> OaiAnswer:
    """Return an answer; `charset` is what HTTP's Content-Type says, and counts only where the XML can't be read else.

    Raises:
        UnreadableAnswerError: it is no answer of OAI-PMH.
    """
    root = _parsed(data, charset)
    if _local(root) != "OAI-PMH":
        raise UnreadableAnswerError("no_repository")
    errors = tuple((each.get("code", ""), _text(each)) for each in _named(root, "error"))
    verbs = list(root)
    token = next((token for verb in verbs for token in _named(verb, "resumptionToken")), None)
    return OaiAnswer(
        records=tuple(each for verb in verbs for each in _records(verb) if each.identifier),
        errors=errors,
        token=_text(token) if token is not None else "",
        size=_number(token.get("completeListSize", "")) if token is not None else 0,
        about={_local(each): _text(each) for whole in _named(root, "Identify") for each in whole if len(each) == 0},
    )


def _parsed(data: bytes, charset: str) -> Element:
    try:
        return _xml(data)
    except UnreadableAnswerError:
        raise
    except (ParseError, ValueError, LookupError):  # a mistake in it, or an encoding that there isn't
        pass
    text = _decoded(data, charset)
    start = _BEGINNING.search(text)  # scripts complain before it
    if start is None or _is_web_page(text):
        raise UnreadableAnswerError("no_repository")
    mended = _BARE_AND.sub("&amp;", _BAD_REFERENCE.sub(" ", _NOT_XML.sub(" ", text[start.start() :])))
    try:
        return _xml(mended)
    except UnreadableAnswerError:
        raise
    except (ParseError, ValueError) as error:
        raise UnreadableAnswerError("malformed") from error


def _xml(source: bytes | str) -> Element:
    try:
        root: Element = fromstring(source, forbid_dtd=True)
    except DefusedXmlException as error:
        # A web page has a DTD, an answer of OAI-PMH has none, and one with entities of its own is not to be trusted.
        raise UnreadableAnswerError("no_repository") from error
    except RecursionError as error:
        raise UnreadableAnswerError("malformed") from error
    return root


def _decoded(data: bytes, charset: str) -> str:
    """Return text in the first encoding that fits: UTF-8, what is declared, what it looks like; else with gaps."""
    declared = _DECLARED.search(data[:300])
    for name in ("utf-8", declared[1].decode() if declared is not None else "", charset):
        if name:
            try:
                return data.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
    found = from_bytes(data[:200_000]).best()
    try:
        return data.decode(found.encoding if found is not None else "cp1252")
    except (UnicodeDecodeError, LookupError):
        return data.decode("utf-8", "replace")


def _is_web_page(text: str) -> bool:
    head = text[:2000].lower()
    return "<html" in head or "<!doctype html" in head


def _records(verb: Element) -> Iterator[OaiRecord]:
    for record in _named(verb, "record"):
        for header in _named(record, "header"):
            read = _header(header)
            yield read if read.is_deleted else replace(read, values=_values(record))
    yield from map(_header, _named(verb, "header"))


def _header(header: Element) -> OaiRecord:
    return OaiRecord(
        identifier=_first(header, "identifier"),
        datestamp=_first(header, "datestamp"),
        sets=tuple(dict.fromkeys(_text(each) for each in _named(header, "setSpec"))),
        is_deleted=header.get("status", "").strip().lower() == "deleted",
    )


def _values(record: Element) -> dict[str, tuple[str, ...]]:
    """Return the Dublin Core of a record, wherever in its metadata it stands; of qualified terms too."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in record.iter():
        name = _DC.fullmatch(str(element.tag))  # of a comment the tag is a function
        if name is not None and len(found[name[1]]) < MOST_VALUES and (text := _text(element)):
            found[name[1]].append(text)
    return {name: tuple(values) for name, values in found.items() if values}


def _named(parent: Element, name: str) -> Iterator[Element]:
    """Give the children of this name in the namespace of OAI-PMH, or in none (some leave it out)."""
    return (each for each in parent if each.tag in {OAI + name, name})


def _first(header: Element, name: str) -> str:
    return next((_text(each) for each in _named(header, name)), "")


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,12}", text.strip()) else 0
