"""File names and DOIs brought to a form in which they can be compared."""

import re
import unicodedata

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}|\\^`]+", re.IGNORECASE)
_DOI_IN_NAME = re.compile(r"10\.\d{4,9}[._-].+", re.IGNORECASE)


def name_key(name: str) -> str:
    """Return a file name by which rows and files are matched: composed, without case."""
    return unicodedata.normalize("NFC", name).casefold().replace("\\", "/").strip().removeprefix("./")


def doi_in(text: str) -> str:
    """Return the first DOI in `text` in lower case, without resolver or closing punctuation; else nothing."""
    found = _DOI.search(text)
    if found is None:
        return ""
    doi = found[0].rstrip(".,;:'")
    while doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1]
    return doi.lower()


def doi_key(text: str) -> str:
    """Return a DOI, or a file name made of one, with all separators alike: ``10.21105.jose.1``."""
    found = _DOI_IN_NAME.search(text) if "/" not in text else None
    whole = found[0] if found is not None else doi_in(text)
    return re.sub(r"[^a-z0-9]+", ".", whole.lower()).strip(".")
