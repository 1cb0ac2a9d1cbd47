"""The authors of a document: under a label, below the title, or in the file's metadata, in that order of trust."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kennisbank.domain.folding import fold
from kennisbank.domain.metadata import Author
from kennisbank.domain.names import people, same_person
from kennisbank.importing.front import Front, Line
from kennisbank.importing.labelled import bylines, ends_front_matter
from kennisbank.importing.titles import FROM_METADATA, FROM_PAGE

_NOT_A_NAME = re.compile(
    r"\b(?:universit\w*|hogeschool\w*|universiteit\w*|college|department|afdeling|faculty|faculteit|institut\w*|school|academy|"
    r"laborator\w*|lab|research|group|center|centre|centrum|ministerie|inc|ltd|gmbh|bv|b\.v|company|stichting|foundation|"
    r"netherlands|nederland|usa|uk|germany|france|india|china|abstract|version|versie|paper|conference|workshop|proceedings|"
    r"journal|email|e-mail|http|www|street|road|copyright|licen[cs]e|introduction|inleiding|science|sciences|technology|"
    r"engineering|data|learning|the|and|for|with|using|of|een|voor|met|published|submitted|software|review|archive|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|"
    r"may|june|july|august|october|corresponding|author|handreiking\w*|beheer\w*|document\w*|\w*richtlijn|werkversie|hoofdstuk|voorwoord|foreword|preface|chapter|kamer|ku|auteur|anonymous|project|thesis|report|rapport|gebruiker|user|"
    r"administrator|admin|owner|microsoft|office|word|adobe|acrobat|unknown|onbekend|standaard\w*|standards?)\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"^[A-Z][A-Za-z&\-]{3,30}$")
"""One word that may stand under a label as an author: ``Logius``."""
_PARTICLE = r"(?:van|von|de|der|den|ter|ten|te|'t|’t|het|la|le|du|di|da|dos|del|della|zu|bin|al|el|op de[nr]?|in 't)"
_NAME_WORD = r"(?:[A-ZÀ-ÞŁŚŠŞŻŽČĆİÖÜ][\w’'´`.\-]*\.?)"
_NAME = re.compile(rf"^{_NAME_WORD}(?:\s+(?:{_PARTICLE}|{_NAME_WORD})){{1,5}}$")


def authors_of(front: Front, title: str, claimed: str) -> tuple[tuple[Author, ...], str]:
    """Return the authors and where they were found; nobody when nothing looks like a name."""
    labelled = _named(bylines(front))
    if labelled:
        return labelled, FROM_PAGE
    from_metadata = _claimed(claimed)
    below = _below_title(front, title)
    if from_metadata and (not below or (_confirms(front, from_metadata) and len(from_metadata) >= len(below))):
        return from_metadata, FROM_METADATA
    return (below, FROM_PAGE) if below else ((), "")


def _claimed(text: str) -> tuple[Author, ...]:
    """Return the people in the metadata's author; a login name or a program's word is nobody."""
    names = people(text.strip(" ,"))
    return tuple(each for each in names if each.given and _looks_like_name(each.name))


def _confirms(front: Front, authors: Iterable[Author]) -> bool:
    """Tell whether the first page names all of these people."""
    page = fold("".join(line.text for line in front.first))
    return all(fold(author.family.split()[-1]) in page for author in authors if author.family)


def _named(lines: Iterable[str]) -> tuple[Author, ...]:
    """Return the people in lines such as ``Erwin Folmer (Universiteit Twente)`` or ``Jan Klaassen; Ambtenaar 2.0``."""
    found: list[Author] = []
    for line in lines:
        for part in re.split(r";|(?<=\))\s*,|\s+•\s+|\|", line):
            affiliation = re.search(r"\(([^()]*)\)", part)
            name = re.sub(r"\([^()]*\)|<[^<>]*>", " ", part)
            for author in people(name):
                if _looks_like_name(author.name) or _ORGANISATION.match(author.name):
                    place = affiliation[1].strip() if affiliation is not None and "@" not in affiliation[1] else ""
                    found.append(replace(author, affiliation=place or author.affiliation))
    return _distinct(found)


def _below_title(front: Front, title: str) -> tuple[Author, ...]:
    """Return the people in the blocks right below the title, until the text begins."""
    lines = _after_title(front, title)
    marks = {found[1] for line in lines[:30] if (found := re.match(r"^([a-h])\s?[A-Z]", line.text)) is not None}
    authors: list[Author] = []
    misses = 0
    for block in _blocks(lines[:40]):
        if ends_front_matter(block[0].text):
            break
        named = _people_in(" ".join(line.text for line in block), marks)
        if not named:
            named = tuple(author for line in block for author in _people_in(line.text, marks))
        authors.extend(named)
        misses = 0 if named else misses + 1
        is_text = any(line.letters > 90 for line in block) or len(block) > 8
        if misses > 3 or (not named and is_text and (authors or misses > 1)):
            break
    return _distinct(authors)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and ((line.page, line.block) != (block[-1].page, block[-1].block) or ends_front_matter(line.text)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _after_title(front: Front, title: str) -> list[Line]:
    """Return the lines of the first page that follow the last one that is part of the title, in reading order."""
    key = fold(title)
    lines = list(front.first)
    ends = 0
    for index, line in enumerate(lines[:60]):
        text = fold(line.text)
        is_title = len(text) > 2 and text in key
        if is_title and (not ends or index == ends):
            ends = index + 1
        elif ends:
            break
    return lines[ends:] if ends else []


def _people_in(text: str, marks: set[str]) -> tuple[Author, ...]:
    """Return the people in a text that names people and little else; `marks` are letters that point to affiliations."""
    plain = re.sub(r"[\w.+-]+@[\w.-]+|\([^()]*\)|\borcid\b|https?://\S+", " ", text, flags=re.IGNORECASE)
    plain = re.sub(r"[\d¹²³⁰-⁹*∗†‡§¶✉]+", " ", plain)
    plain = re.sub(r"(?<=\w)\s+[a-h](?=\s*(?:,|and\b|en\b|&|$))", "", plain)
    separated = re.split(r"\s*[,;]\s*(?:and\s+|en\s+|&\s*)?|\s+(?:and|en|&)\s+|\s*&\s*", " ".join(plain.split()))
    parts = [part.strip(" .") for part in separated if len(part.strip(" .")) > 1]
    if marks and sum(part[-1] in marks for part in parts) * 2 > len(parts):
        parts = [part[:-1] if part[-1] in marks else part for part in parts]
    names = [part for part in parts if _looks_like_name(part)]
    if not names or len(names) < len(parts):
        return ()
    return tuple(author for name in names for author in people(name))


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return (
        _NAME.match(text) is not None
        and len(text) <= 50
        and _NOT_A_NAME.search(text) is None
        and not (text.isupper() and len(words) > 4)
        and any(len(word.strip(".")) > 1 for word in words)
    )


def _distinct(authors: list[Author]) -> tuple[Author, ...]:
    kept: list[Author] = []
    for author in authors:
        if not any(same_person(author, other) for other in kept):
            kept.append(author)
    return tuple(kept[:60])
