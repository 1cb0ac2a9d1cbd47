"""A quotation with its source, ready to be put in a text: the words, who wrote them, where, and how to find it."""

from dataclasses import dataclass
from html import escape

from kennisbank.citing.markup import quotes_within
from kennisbank.citing.style_names import Reference
from kennisbank.domain.metadata import Metadata
from kennisbank.domain.names import parts_of

_AND = {"nl": "en", "en": "and"}
_OTHERS = {"nl": "e.a.", "en": "et al."}
_NO_DATE = {"nl": "z.d.", "en": "n.d."}
_OPEN = {"nl": "Open in Kennisbank", "en": "Open in Kennisbank"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The same quotation as plain text and as HTML, for the clipboard; `link` opens the passage."""

    text: str
    html: str
    link: str


def quotation(quote: str, values: Metadata, page: str, reference: Reference, link: str, language: str) -> Quotation:
    """Return a quotation with its source.

    `page` is the number as it is printed, empty where there are no pages. Without a `quote` (an area, a bookmark) only
    the source is given.
    """
    words = f"“{quotes_within(' '.join(quote.split()))}” " if quote.strip() else ""
    line = f"{words}({source(values, page, language)})"
    text = "\n\n".join((line, f"{reference.text}\n{link}"))
    block = f"<blockquote><p>{escape(line, quote=False)}</p></blockquote>"
    address = f'<p><a href="{escape(link)}">{_OPEN.get(language, _OPEN["en"])}</a></p>'
    return Quotation(text, f"{block}<p>{reference.html}</p>{address}", link)


def source(values: Metadata, page: str, language: str) -> str:
    """Return who, when and where: ``Davied van Berlo, 2013, p. 3``; the title where nobody is named.

    The words are Dutch for ``nl``, else English.
    """
    language = language if language in _AND else "en"
    names = [parts_of(each).family if not parts_of(each).given else each.name for each in values.authors if each.name]
    who = f" {_AND[language]} ".join(names) if len(names) < 3 else f"{names[0]} {_OTHERS[language]}"
    parts = (who or values.title, str(values.year or _NO_DATE[language]), f"p. {page}" if page else "")
    return ", ".join(part for part in parts if part)
