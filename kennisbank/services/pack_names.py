"""Names of the files in a pack: short enough for every system, and each once in its folder."""

import re
import unicodedata
from pathlib import PurePosixPath

from kennisbank.domain.file_names import safe_name

LONGEST = 100
"""Bytes (UTF-8) in a name: systems that count bytes stop at 255, and an unpacker puts its own folder before it."""


def file_name(wanted: str, suffix: str = "") -> str:
    """Return a name like `wanted` that every system takes, with `suffix` (``.pdf``) at the end; never empty.

    What can't be seen (or turns the reading direction about) becomes a space.
    """
    plain = "".join(char if char.isprintable() else " " for char in wanted)
    name = safe_name(plain, otherwise="_")
    return (_cut(name, LONGEST - len(suffix.encode())).strip(". ") or "_") + suffix


class Names:
    """Gives each file of one folder a name of its own, whatever a system makes of capitals and accents."""

    def __init__(self) -> None:
        """Begin with an empty folder."""
        self._taken: set[str] = set()

    def take(self, wanted: str, suffix: str = "") -> str:
        """Return a name like `wanted` that every system takes, numbered when the folder has it already."""
        name, number = file_name(wanted, suffix), 1
        stem = name.removesuffix(suffix)
        while (key := _key(name)) in self._taken:
            number += 1
            end = f" ({number}){suffix}"
            name = _cut(stem, LONGEST - len(end.encode())).strip(". ") + end
        self._taken.add(key)
        return name


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name (``.pdf``) if it is one that can be kept, else nothing."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _key(name: str) -> str:
    """Return what two names have in common that some system takes for one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _cut(text: str, limit: int) -> str:
    """Return the beginning of `text` in at most `limit` bytes of UTF-8, never half a letter."""
    return text.encode("utf-8", "replace")[:limit].decode("utf-8", "ignore")
