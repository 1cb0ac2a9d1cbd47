"""The XML of OAI-PMH's answers, written piece by piece; what no XML 1.0 may hold becomes U+FFFD. Pure."""

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OAI = "http://www.openarchives.org/OAI/2.0/"
_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
DC_NAMESPACE = _DC


def element(name: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an element with text in it."""
    return f"<{name}{_attributes(attributes)}>{escape(_plain(text))}</{name}>"


def around(name: str, inside: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """Return an element with others in it."""
    return f"<{name}{_attributes(attributes)}>{''.join(inside)}</{name}>"


def document(moment: str, base_url: str, arguments: Mapping[str, str], inside: str) -> bytes:
    """Return a whole answer; `arguments` are those of the question, none where that wasn't one."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="{_OAI}" xmlns:xsi="{_SCHEMA}" '
        f'xsi:schemaLocation="{_OAI} {_OAI}OAI-PMH.xsd">'
        f"{element('responseDate', moment)}{element('request', base_url, arguments)}{inside}</OAI-PMH>\n"
    ).encode()


def dublin_core(values: Iterable[tuple[str, str]]) -> str:
    """Return the elements of Dublin Core (name, value) as the format oai_dc; empty values are left out."""
    inside = [element(f"dc:{name}", value) for name, value in values if value.strip()]
    names = {
        "xmlns:oai_dc": _DC,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xsi:schemaLocation": f"{_DC} {DC_SCHEMA}",
    }
    return around("oai_dc:dc", inside, names)


def _attributes(values: Mapping[str, str] | None) -> str:
    return "".join(f" {name}={quoteattr(_plain(value))}" for name, value in (values or {}).items())


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
