"""A website from a WARC file (ISO 28500), packed or not. The one module that knows warcio."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kennisbank.archive.websites.media_types import HTML, charset_of, type_of_header
from kennisbank.archive.websites.site import SiteWriter
from kennisbank.errors import BadInputError

_PIECE = 1 << 16
_ENCODINGS = frozenset({"", "identity", "gzip", "deflate"})
_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
OTHERS = "_"
"""The folder of a site in which pages of other hosts stand, each below the name of its host."""


def take_warc(source: Path, writer: SiteWriter) -> tuple[str, tuple[str, ...]]:
    """Add all that a WARC file captured to a site; return where it begins, and the hosts that it was captured from.

    The host of the first page is the site's own. Of an address that was captured more than once the first one counts.

    Raises:
        BadInputError: it isn't a WARC file, or it is damaged, or there is no page in it.
    """
    taking = _Taking(writer)
    try:
        with source.open("rb") as file:
            for record in ArchiveIterator(file):
                taking.take(record)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError, AttributeError, KeyError) as error:
        raise BadInputError("The WARC file can't be read: it is damaged, or it is something else.", source) from error
    if taking.start is None:
        raise BadInputError("There is no page in the WARC file.", source)
    return taking.start, (taking.host, *sorted(taking.others))


class _Taking:
    """What is known while a file is read. Pages that come before the first HTML page belong to its host as well."""

    def __init__(self, writer: SiteWriter) -> None:
        self._writer = writer
        self.host = ""
        self.start: str | None = None
        self.others: set[str] = set()

    def take(self, record: Any) -> None:
        """Take one record."""
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        parts = urlsplit(address.strip("<>"))
        if record.rec_type not in {"response", "resource"} or parts.scheme not in {"http", "https"}:
            return
        status, header, encoding = "200", record.content_type or "", ""
        if record.rec_type == "response":
            if record.http_headers is None:
                return
            status = record.http_headers.get_statuscode()
            header = record.http_headers.get_header("Content-Type") or ""
            encoding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        self.host = self.host or host_of(parts.netloc)
        key = self._key(parts.netloc, parts.path, parts.query)
        if status in _REDIRECTS:
            location = record.http_headers.get_header("Location") or ""
            if location:
                self._writer.point(key, urljoin(address, location))
        elif status == "200" and encoding in _ENCODINGS:
            media_type = type_of_header(header, parts.path)
            self._writer.add(key, _pieces(record), media_type, charset_of(header))
            if self.start is None and media_type == HTML:
                self.start = key

    def _key(self, netloc: str, path: str, query: str) -> str:
        host = host_of(netloc)
        inside = unquote(path).lstrip("/") + (f"?{query}" if query else "")
        if host == self.host:
            return inside or "index.html"
        self.others.add(host)
        return f"{OTHERS}/{host}/{inside}"


def host_of(netloc: str) -> str:
    """Return the host of an address as sites are told apart: without ``www.``, and without its port."""
    return netloc.rpartition("@")[2].lower().partition(":")[0].removeprefix("www.")


def _pieces(record: Any) -> Iterator[bytes]:
    stream = record.content_stream()
    while piece := stream.read(_PIECE):
        yield piece
