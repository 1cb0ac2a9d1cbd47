"""HTML from anywhere → HTML that is safe to lay out: known elements, known attributes, nothing loaded from elsewhere.

Scripts, styles, frames, forms' machinery and pictures go; the text of everything else stays. One layout for all, so
that page numbers depend on the text alone.
"""

import html
import re
from html.parser import HTMLParser

from kennisbank.documents.encodings import decode
from kennisbank.documents.wording import safe_title, safe_uri

_SKIPPED = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "select"})
_KEPT = frozenset(
    """a abbr b blockquote br caption cite code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q s
    samp small span strong sub sup table tbody td tfoot th thead tr u ul var""".split()  # noqa: SIM905  reads better
)
_BLOCKS = frozenset(
    """address article aside details fieldset figcaption figure footer form header legend main nav section
    summary""".split()  # noqa: SIM905  reads better
)
_EMPTY = frozenset({"br", "hr"})
_DEEPEST = 60
"""Levels of nesting kept: MuPDF leaves out what is nested deeper than about 90."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_STYLE = (
    "body{font-family:serif;font-size:11pt;line-height:1.3;margin:0}"
    "pre,code{font-family:monospace;font-size:9pt}pre{white-space:pre-wrap}"
    "table{border-collapse:collapse}td,th{padding:2pt 4pt;text-align:left}"
)


def decode_html(data: bytes) -> str:
    """Return the text of a web page: in the encoding it declares, if it keeps to it, else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        try:
            text = data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return text.replace("\0", "").encode("utf-8", "ignore").decode()
    return decode(data)


def safe_html(source: str) -> tuple[str, dict[str, str]]:
    """Return a whole, safe page and what its head says of it: ``title``, ``author``, ``keywords``, ``subject``."""
    filtering = _Filter()
    filtering.feed(source)
    filtering.close()
    filtering.close_all()
    body = "".join(filtering.pieces)
    return f"<!DOCTYPE html><html><head><style>{_STYLE}</style></head><body>{body}</body></html>", filtering.info


class _Filter(HTMLParser):
    """Writes down again what may stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.info: dict[str, str] = {}
        self._skipping: list[str] = []
        self._open: list[str] = []
        self._title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "title":
            self._title = []
        elif tag == "meta":
            self._note(values)
        elif tag == "body":
            self._skipping = []
        elif tag in _SKIPPED:
            self._skipping.append(tag)
        elif not self._skipping:
            self._start("div" if tag in _BLOCKS else tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            self._set("title", "".join(self._title))
            self._title = None
        elif self._skipping:
            if tag in self._skipping:
                del self._skipping[self._skipping.index(tag) :]
        else:
            self._end("div" if tag in _BLOCKS else tag)

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif not self._skipping:
            self.pieces.append(html.escape(data, quote=False))

    def close_all(self) -> None:
        """Write the end tags that were left out."""
        self.pieces += [f"</{tag}>" for tag in reversed(self._open)]
        self._open.clear()

    def _start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "img":
            self.pieces.append(html.escape(values.get("alt", "")))
        elif tag in _EMPTY:
            self.pieces.append(f"<{tag}/>")
        elif tag in _KEPT and len(self._open) < _DEEPEST:
            if tag in {"p", "li", "td", "th", "tr", "dt", "dd"} and self._open and self._open[-1] == tag:
                self._end(tag)  # an end tag that was left out
            self._open.append(tag)
            self.pieces.append(f"<{tag}{_attributes(tag, values)}>")

    def _end(self, tag: str) -> None:
        if tag in self._open:
            while True:
                last = self._open.pop()
                self.pieces.append(f"</{last}>")
                if last == tag:
                    break

    def _note(self, values: dict[str, str]) -> None:
        names = {"author": "author", "keywords": "keywords", "description": "subject", "dc.creator": "author"}
        key = names.get(values.get("name", "").lower())
        if key is not None:
            self._set(key, values.get("content", ""))

    def _set(self, key: str, value: str) -> None:
        value = safe_title(value)
        if value and key not in self.info:
            self.info[key] = value


def _attributes(tag: str, values: dict[str, str]) -> str:
    kept = ""
    if values.get("id"):
        kept += f' id="{html.escape(values["id"][:200])}"'
    if tag == "a" and values.get("href"):
        target = values["href"].strip()
        if target.startswith("#") or safe_uri(target):
            kept += f' href="{html.escape(target)}"'
    return kept
