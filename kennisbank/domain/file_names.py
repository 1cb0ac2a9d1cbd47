"""Names for files that are made here: readable, and allowed on every system."""

import re
import unicodedata

_NOT_ALLOWED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2028\u2029]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
LONGEST = 80
"""Characters of a name, its ending left out: with a folder and an ending it fits on every system."""


def safe_name(text: str, *, otherwise: str = "kennisbank", longest: int = LONGEST) -> str:
    """Return `text` as the name of a file or folder without an ending; `otherwise` where nothing of it is left.

    >>> safe_name("Wat is 'leren'? A/B-toetsen: <deel 2>")
    "Wat is 'leren' A B-toetsen deel 2"
    """
    plain = unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
    words = " ".join(_NOT_ALLOWED.sub(" ", plain).split())
    if len(words) > longest:
        words = words[: longest + 1].rsplit(" ", 1)[0][:longest]
    words = words.strip(" .")
    return f"{words}_" if _RESERVED.match(words) else words or otherwise
