"""Looking for what may be left of somebody: in every file, in every way in which text is written."""

import base64
import gzip
import quopri
from collections.abc import Iterable, Iterator
from pathlib import Path


def needles(*texts: str) -> dict[bytes, str]:
    """Return how texts may stand in files, capitals and small letters alike, each with the text that it is of."""
    found: dict[bytes, str] = {}
    for text in texts:
        for spelling in (text, text.lower(), text.upper()):
            for each in _written(spelling):
                found.setdefault(each.lower() if len(each) > 6 else each, text)
    return found


def _written(text: str) -> Iterator[bytes]:
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield text.encode("latin-1", "replace")
    yield text.encode("ascii", "backslashreplace")
    yield quopri.encodestring(text.encode()).rstrip(b"=\n")
    yield text.replace(" ", "%20").encode()
    for shift in range(3):
        # The letters of base64 that depend on the text alone, wherever it begins within three bytes.
        encoded = base64.b64encode(b"\0" * shift + text.encode())
        yield encoded[(0, 2, 3)[shift] : len(encoded) // 4 * 4 - 4]


def where_left(folders: Iterable[Path], wanted: dict[bytes, str]) -> dict[str, set[str]]:
    """Return the files below these folders in which something is left, with what; gzip is looked into."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                if path.suffix == ".gz":
                    data = gzip.decompress(data)
                data = data.lower()
                left = {text for needle, text in wanted.items() if needle in data}
                left |= {text for needle, text in wanted.items() if needle.lower() in path.name.lower().encode()}
                if left:
                    found[str(path)] = left
    return found
