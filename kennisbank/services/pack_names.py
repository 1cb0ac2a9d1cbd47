"""Names of files that every system takes: short, without what some system forbids, and each once."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 100
"""Bytes (UTF-8) in a name: some systems stop at 255 with the whole folder, and an unpacker puts its own name before."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_name(wanted: str, suffix: str = "") -> str:
    """Return a name like `wanted` that every system takes, with `suffix` (``.pdf``) at the end; never empty.

    What is left out becomes a space. Letters of all scripts stay, composed (NFC), as most systems keep them.
    """
    plain = "".join(char if char.isprintable() else " " for char in unicodedata.normalize("NFC", wanted))
    name = " ".join(_FORBIDDEN.sub(" ", plain).split()).strip(". ")
    name = _cut(name, LONGEST - len(suffix.encode())).strip(". ") or "_"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name + suffix


class Names:
    """Gives each file of one folder a name of its own, whatever a system makes of capitals and accents."""

    def __init__(self) -> None:
        """Begin with an empty folder."""
        self._taken: set[str] = set()

    def take(self, wanted: str, suffix: str = "") -> str:
        """Return a safe name like `wanted`, numbered when the folder has it already."""
        name, number = safe_name(wanted, suffix), 1
        while (key := _key(name)) in self._taken:
            number += 1
            end = f" ({number})"
            name = safe_name(_cut(wanted, LONGEST - len(f"{end}{suffix}".encode())) + end, suffix)
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
    return text.encode("utf-8", "replace")[: max(limit, 1)].decode("utf-8", "ignore")
