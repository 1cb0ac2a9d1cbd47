r"""Contributions as BibTeX, for LaTeX, JabRef and Zotero.

Letters stay Unicode (UTF-8): biber, and BibTeX with today's LaTeX, read them, and people can too. What LaTeX takes for
its own (``& % # _ $ { } \ ^ ~``, a grave) is written so that it comes out as it was; DOIs stay as they are, as biblatex
and others expect. Capitals that mean something stand in braces, which keeps a style from lowering them.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kennisbank.citing.csl import event_name
from kennisbank.citing.keys import citation_keys
from kennisbank.domain.contribution import Contribution, Edition
from kennisbank.domain.metadata import Author, Metadata
from kennisbank.domain.names import parts_of

_ESCAPES = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "^": r"{\textasciicircum}",
        "~": r"{\textasciitilde}",
        "`": r"{\textasciigrave}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
    }
)
_BABEL: Mapping[str, str] = MappingProxyType(
    {"nl": "dutch", "en": "english", "de": "german", "fr": "french", "es": "spanish"}
)
_TYPES: Mapping[str, str] = MappingProxyType({"report": "techreport", "thesis": "phdthesis"})
_PRINTED_AS: Mapping[str, str] = MappingProxyType(
    {"slides": "Slides", "poster": "Poster", "teaching": "Teaching material"}
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_TITLE_CASE_SHARE = 0.5
"""An English title with more of its longer words capitalised than this is set in capitals out of habit."""


def bibtex(contributions: Sequence[Contribution], editions: Mapping[str, Edition]) -> str:
    """Return the text of a ``.bib`` file, one entry for each; `editions` are known by the code in the metadata."""
    keys = citation_keys([each.metadata.values for each in contributions])
    entries = [
        _entry(key, each.metadata.values, editions.get(each.metadata.values.edition))
        for key, each in zip(keys, contributions, strict=True)
    ]
    return "\n".join(entries)


def _entry(key: str, values: Metadata, edition: Edition | None) -> str:
    kind = _type_of(values)
    event = event_name(values.edition, edition)
    fields = {
        "author": " and ".join(map(_author, values.authors)),
        "title": protected(values.title, values.language),
        "booktitle": escaped(event) if kind == "inproceedings" else "",
        "eventtitle": escaped(values.edition),
        "year": str(values.year or ""),
        "type": "Thesis" if kind == "phdthesis" else "",  # of what degree isn't known: without this, a PhD's
        "howpublished": _PRINTED_AS.get(values.kind, ""),
        "doi": values.doi,
        "language": values.language,
        "langid": _BABEL.get(values.language, ""),
        "keywords": escaped("; ".join(values.keywords)),
        "affiliation": escaped(_affiliations(values.authors)),
        "copyright": escaped(values.licence),
        "abstract": escaped(values.abstract),
    }
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _type_of(values: Metadata) -> str:
    if values.kind in _TYPES:
        return _TYPES[values.kind]
    return "inproceedings" if values.kind == "article" or (values.edition and not values.kind) else "misc"


def escaped(text: str) -> str:
    r"""Return `text` on one line, as LaTeX sets it unchanged.

    >>> escaped("R&D_100%")
    'R\\&D\\_100\\%'
    """
    return " ".join(text.split()).translate(_ESCAPES)


def protected(title: str, language: str) -> str:
    """Return a title as LaTeX, with braces around the words whose capitals must stay.

    These are words with a capital beyond the first letter (``ICT``), and, where a title is written as a sentence is,
    every word with a capital but the first.

    >>> protected("Leren met ICT in Nederland", "nl")
    'Leren met {ICT} in {Nederland}'
    """
    is_sentence = _is_sentence(title, language)
    pieces, at = [], 0
    for found in _WORD.finditer(title):
        word = found[0]
        begins = not title[: found.start()].strip(" \"'“‘«([")
        keeps = any(char.isupper() for char in word[1:]) or (is_sentence and word[0].isupper() and not begins)
        pieces += [_escaped_part(title[at : found.start()]), f"{{{_escaped_part(word)}}}" if keeps else word]
        if not keeps:
            pieces[-1] = _escaped_part(word)
        at = found.end()
    return " ".join("".join([*pieces, _escaped_part(title[at:])]).split())


def _escaped_part(text: str) -> str:
    return text.translate(_ESCAPES)


def _is_sentence(title: str, language: str) -> bool:
    """Tell whether capitals in a title mean names, and aren't set out of habit, as many English titles are."""
    if language == "nl":
        return True
    longer = [word for word in _WORD.findall(title)[1:] if len(word) > 3]
    capitals = sum(1 for word in longer if word[0].isupper())
    return capitals <= _TITLE_CASE_SHARE * len(longer)


def _author(author: Author) -> str:
    parts = parts_of(author)
    if not parts.given:
        return f"{{{escaped(parts.family)}}}"
    family = escaped(f"{parts.particle} {parts.family}".strip())
    return ", ".join(map(_guarded, filter(None, (family, parts.suffix, escaped(parts.given)))))


def _guarded(part: str) -> str:
    """Return a part of a name, in braces where BibTeX would find two names or two parts in it."""
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part, re.IGNORECASE) else part


def _affiliations(authors: Sequence[Author]) -> str:
    """Return the affiliations, one for each author; one alone when all share it, none when they can't be told apart."""
    places = [" ".join(author.affiliation.split()) for author in authors]
    if not all(places) or any(re.search(r"[;|]", place) for place in places):
        return ""
    return places[0] if len(set(places)) == 1 else "; ".join(places)
