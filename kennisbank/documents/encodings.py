"""Bytes → text, for files that don't say in which encoding they are."""

import codecs

from kennisbank.documents.media_types import utf_16_of
from kennisbank.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ["cp1252", "latin_1", "utf_16_le", "utf_16_be", "cp1250", "mac_roman", "cp437"]
_SAMPLE = 64_000
"""Bytes looked at to guess an encoding."""


def decode(data: bytes) -> str:
    """Return the text of `data`: by its byte order mark, as UTF-8, or by the likeliest older encoding.

    Line ends become ``\\n``; NUL and lone surrogates are dropped. Bytes that the encoding doesn't know become U+FFFD.

    Raises:
        DocumentError: ``not_what_it_says``: this is no text.
    """  # noqa: D301
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _plain(data.decode(name, "replace"))
    unmarked = utf_16_of(data[:_SAMPLE])
    if unmarked:
        return _plain(data.decode(unmarked, "replace"))
    try:
        return _plain(data.decode())
    except UnicodeDecodeError:
        return _plain(data.decode(_guess(data), "replace"))


def _guess(data: bytes) -> str:
    if b"\0" not in data[:_SAMPLE]:
        try:
            data.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return "cp1252"
    import charset_normalizer  # noqa: PLC0415  slow to load, and hardly ever needed

    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_GUESSED).best()
    if best is None:
        raise DocumentError("not_what_it_says", "The name says text, but the file is no text in any known encoding.")
    return best.encoding


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()
