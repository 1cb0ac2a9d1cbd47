"""How an edition is called among the sets of an OAI-PMH repository, and the other way round.

A set's name takes few characters (RFC 2396's unreserved ones). Others, and ``~`` itself, are written as ``~`` and two
hexadecimal digits for each byte of their UTF-8, so that every code has a name of its own and comes back as it was.
"""

import re

_PREFIX = "edition-"
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*'()")


def set_of_edition(code: str) -> str:
    """Return the set of an edition.

    >>> set_of_edition("NIOC 2025")
    'edition-NIOC~202025'
    """
    data = code.encode("utf-8", "replace")
    return _PREFIX + "".join(chr(byte) if byte in _PLAIN else f"~{byte:02x}" for byte in data)


def edition_of_set(name: str) -> str:
    """Return the edition whose set this is; empty for another repository's set.

    >>> edition_of_set("edition-NIOC~202025"), edition_of_set("com_1721.1_7803")
    ('NIOC 2025', '')
    """
    if not name.startswith(_PREFIX):
        return ""
    parts = re.split(r"~([0-9a-fA-F]{2})", name.removeprefix(_PREFIX))
    data = b"".join(bytes.fromhex(part) if at % 2 else part.encode("utf-8", "replace") for at, part in enumerate(parts))
    return data.decode("utf-8", "replace")
