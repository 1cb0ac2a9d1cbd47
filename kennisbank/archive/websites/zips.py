"""A website from a zip of static files: names that lead elsewhere, links and bombs are refused."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kennisbank.archive.websites.media_types import type_of_name
from kennisbank.archive.websites.site import SiteWriter
from kennisbank.errors import BadInputError

_PIECE = 1 << 18
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LARGE = 10 << 20
_MOST_RATIO = 200
"""How many times larger a large file may become: text packs 20 times smaller, zeros a thousand times."""
_LITTER = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", ".git"})


def take_zip(source: Path, writer: SiteWriter) -> str:
    """Add everything in a zip to a site and return where it begins.

    Raises:
        BadInputError: it isn't a zip, or there is something in it that a website of files hasn't.
    """
    try:
        with zipfile.ZipFile(source) as packed:
            names = {info: _name(info) for info in packed.infolist() if not info.filename.endswith(("/", "\\"))}
            names = {info: name for info, name in names.items() if not _LITTER.intersection(name.split("/"))}
            writer.announce(sum(info.file_size for info in names))
            top = _common_folder(list(names.values()))
            for info, name in names.items():
                key = name.removeprefix(top)
                writer.add(key, _pieces(packed, info), type_of_name(key))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise BadInputError("The zip can't be read: it is damaged, or locked with a password.", source) from error
    return _start(writer)


def _name(info: zipfile.ZipInfo) -> str:
    """Return the path of a member within the site.

    Raises:
        BadInputError: it leads elsewhere, or isn't a plain file.
    """
    name = info.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\x00" in name or ":" in parts[0]:
        raise BadInputError("The zip holds a file whose name leads outside of the website.")
    mode = info.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise BadInputError("The zip holds a link to another file; a website has files only.")
    if info.flag_bits & 1 or info.compress_type not in _METHODS:
        raise BadInputError("The zip is locked with a password, or packed in an uncommon way.")
    if info.file_size > _LARGE and info.file_size > _MOST_RATIO * max(1, info.compress_size):
        raise BadInputError("The zip holds a file that grows enormously when it is unpacked.")
    return "/".join(parts)


def _pieces(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(info) as file:
        while piece := file.read(_PIECE):
            yield piece


def _common_folder(names: list[str]) -> str:
    """Return the one folder that everything stands in, with its slash, where nothing stands beside it."""
    tops = {name.partition("/")[0] for name in names}
    return f"{next(iter(tops))}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _start(writer: SiteWriter) -> str:
    for name in ("index.html", "index.htm", "default.htm", "index.php"):
        if name in writer.pages:
            return name
    pages = [key for key in writer.pages if key.lower().endswith((".html", ".htm"))]
    if not pages:
        raise BadInputError("There is no page in the zip: a website begins with index.html.")
    return min(pages, key=lambda key: (key.count("/"), key))
