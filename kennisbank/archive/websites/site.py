"""A website as it is replayed: all its files behind one another in one file, and an index of what stands where."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisbank.config.whole_files import write_whole
from kennisbank.errors import BadInputError, StorageError

CONTENT = "content"
INDEX = "index.json"
FORMAT = 1
MOST_PAGES = 100_000
_PIECE = 1 << 18
_TOO_MUCH = "The website is larger, unpacked, than this archive takes, or than its file could hold."


@dataclass(frozen=True, slots=True)
class Page:
    """One file of a site: where its bytes stand, how many there are, what they are, and where it sends one on to."""

    offset: int
    size: int
    media_type: str
    charset: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that can be replayed. `pages` by key (`key_of`); `hosts` are the names under which it was on the web."""

    folder: Path
    start: str
    hosts: tuple[str, ...]
    pages: Mapping[str, Page]

    @staticmethod
    def load(folder: Path) -> "Site | None":
        """Return the site in a folder; None: there is none, or one of an older program."""
        try:
            said = json.loads((folder / INDEX).read_bytes())
            if said["format"] != FORMAT or (folder / CONTENT).stat().st_size != said["size"]:
                return None
            pages = {key: Page(*values) for key, values in said["pages"].items()}
            return Site(folder, said["start"], tuple(said["hosts"]), pages)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def find(self, path: str, query: str = "") -> Page | None:
        """Return what stands at a path (without its slash before it), as a web server would."""
        for key in _keys(path or self.start, query):
            if key in self.pages:
                return self.pages[key]
        return None

    def read(self, page: Page, start: int, end: int) -> Iterator[bytes]:
        """Give the bytes of a page from `start` up to `end`, in pieces."""
        with (self.folder / CONTENT).open("rb") as file:
            file.seek(page.offset + start)
            left = end - start
            while left > 0:
                piece = file.read(min(_PIECE, left))
                if not piece:
                    return
                left -= len(piece)
                yield piece


def _keys(path: str, query: str) -> Iterator[str]:
    if query:
        yield f"{path}?{query}"
    yield path
    folder = path.rstrip("/")
    for name in ("index.html", "index.htm", "default.htm", "index.php"):
        yield f"{folder}/{name}".lstrip("/")
    if path.endswith("/"):
        yield folder
    else:
        yield f"{path}/"


class SiteWriter:
    """Writes a site into an empty folder, and stops at a limit: what is packed small may be endless."""

    def __init__(self, folder: Path, most: int) -> None:
        """Write to `folder`, `most` bytes in all."""
        self._folder = folder
        self._left = most
        self._at = 0
        self.pages: dict[str, Page] = {}
        self._file = (folder / CONTENT).open("wb")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def announce(self, size: int) -> None:
        """Say how many bytes are to come, where that is known: what is too much is refused before it is written.

        Raises:
            BadInputError: it is too much.
        """
        if size > self._left:
            raise BadInputError(_TOO_MUCH)

    def add(self, key: str, pieces: Iterator[bytes], media_type: str, charset: str = "") -> None:
        """Add what stands at a key; the first one stays.

        Raises:
            BadInputError: it is too much.
        """
        if key in self.pages:
            return
        self._check_number()
        begun = self._at
        for piece in pieces:
            if len(piece) > self._left:
                raise BadInputError(_TOO_MUCH)
            self._file.write(piece)
            self._at += len(piece)
            self._left -= len(piece)
        self.pages[key] = Page(begun, self._at - begun, media_type, charset)

    def point(self, key: str, location: str) -> None:
        """Add that a key sends one on to an address."""
        self._check_number()
        self.pages.setdefault(key, Page(0, 0, "", "", location))

    def finish(self, start: str, hosts: tuple[str, ...]) -> Site:
        """Write the index and return the site.

        Raises:
            StorageError: it can't be written.
        """
        self._file.close()
        pages: dict[str, list[Any]] = {
            key: [each.offset, each.size, each.media_type, each.charset, each.location]
            for key, each in self.pages.items()
        }
        said = {"format": FORMAT, "start": start, "hosts": hosts, "size": self._at, "pages": pages}
        try:
            write_whole(self._folder / INDEX, json.dumps(said).encode())
        except OSError as error:
            raise StorageError(self._folder, error.strerror or str(error)) from error
        return Site(self._folder, start, hosts, self.pages)

    def _check_number(self) -> None:
        if len(self.pages) >= MOST_PAGES:
            raise BadInputError("The website has more pages than this archive takes.")
