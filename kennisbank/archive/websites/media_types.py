"""What a website's files are served as: a fixed list, by the ends of their names. Whatever else is a download."""

from collections.abc import Mapping
from types import MappingProxyType

DOWNLOAD = "application/octet-stream"
HTML = "text/html"
CSS = "text/css"
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": HTML,
        "htm": HTML,
        "xhtml": HTML,
        "css": CSS,
        "js": "text/javascript",
        "txt": "text/plain",
        "csv": "text/plain",
        "xml": "text/plain",
        "json": "text/plain",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "bmp": "image/bmp",
        "ico": "image/x-icon",
        "svg": "image/svg+xml",
        "woff": "font/woff",
        "woff2": "font/woff2",
        "ttf": "font/ttf",
        "otf": "font/otf",
        "pdf": "application/pdf",
        "mp3": "audio/mpeg",
        "ogg": "audio/ogg",
        "wav": "audio/wav",
        "mp4": "video/mp4",
        "webm": "video/webm",
    }
)
_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "application/xhtml+xml": HTML,
        "application/javascript": "text/javascript",
        "application/x-javascript": "text/javascript",
        "application/xml": "text/plain",
        "text/xml": "text/plain",
        "application/json": "text/plain",
        "image/vnd.microsoft.icon": "image/x-icon",
        "image/jpg": "image/jpeg",
        "application/font-woff": "font/woff",
        "application/x-font-woff": "font/woff",
        "application/font-woff2": "font/woff2",
        "application/x-font-ttf": "font/ttf",
    }
)
_KNOWN = frozenset(_TYPES.values())


def type_of_name(name: str) -> str:
    """Return what a file is served as, by its name; `DOWNLOAD` where its end isn't on the list."""
    return _TYPES.get(name.rpartition("/")[2].rpartition(".")[2].lower(), DOWNLOAD)


def type_of_header(header: str, name: str) -> str:
    """Return what is served, by the ``Content-Type`` that a server once said; by its name where that says nothing."""
    said = header.partition(";")[0].strip().lower()
    said = _OTHER_NAMES.get(said, said)
    return said if said in _KNOWN else type_of_name(name)


def charset_of(header: str) -> str:
    """Return the ``charset`` of a ``Content-Type``, or nothing."""
    for part in header.split(";")[1:]:
        name, _, value = part.strip().partition("=")
        value = value.strip("\"' ")
        if name.lower() == "charset" and value.isascii() and value.replace("-", "").replace("_", "").isalnum():
            return value
    return ""
