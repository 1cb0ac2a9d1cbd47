"""Mail addresses: when two of them are the same."""

import unicodedata

from kennisbank.archive.database.columns import storable


def mail_key(mail: str) -> str:
    """Return what tells addresses apart: without spaces around it, capitals and small letters alike."""
    return unicodedata.normalize("NFC", storable(mail).strip().casefold())
