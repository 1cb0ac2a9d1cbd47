"""People's names as lists and papers write them: inverted or not, with Dutch particles, several in a row."""

import re
from dataclasses import dataclass, replace

from kennisbank.domain.metadata import Author

# fmt: off
_PARTICLES = frozenset((
    "van", "von", "vom", "de", "der", "den", "des", "het", "'t", "’t", "ten", "ter", "te", "op", "in", "aan", "bij",
    "onder", "over", "voor", "uit", "d'", "d’", "da", "das", "do", "dos", "du", "di", "del", "della", "la", "le", "el",
    "al", "bin", "ibn", "zu", "zum", "zur", "af", "av",
))
# fmt: on
_CAPITALISED_PARTICLES = frozenset({"Van", "Von", "Vom", "De", "Der", "Den", "El", "Al", "Le", "La", "Ter", "Ten"})
"""Particles that are part of the family name with a capital too: ``Ilham El Idrissi``, ``Piet Van Dijk``."""
_ORGANISATION_BEGINS = re.compile(
    r"(?:(?:open|vrije|technische|nederlandse?|nationa(?:al|le)|koninklijke?|europese?|royal|national|european|dutch)\s+)*"
    r"(?:ministerie|ministry|universiteit|university|hogeschool|stichting|foundation|gemeente|provincie|vereniging|"
    r"association|instituut|institute|\w*centrum|centre|center|school|scholengemeenschap|college|bureau|raad|council|"
    r"commissie|committee|werkgroep|projectgroep|department|departement|faculteit|faculty|academie|academy)\s+\S",
    re.IGNORECASE,
)
_ORGANISATION_ENDS = re.compile(
    r"\S\s(?:b\.?v\.?|n\.?v\.?|inc\.?|ltd\.?|gmbh|universiteit|university|hogeschool|institute|instituut|foundation|"
    r"association|society|council|consortium|college|academy|group|ministerie)$",
    re.IGNORECASE,
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_ACADEMIC = re.compile(r"(?:\b(?:prof|dr|drs|ir|ing|mr|msc|bsc|phd|ph\.d|ma|ba|med|dr\.ir)\b\.?\s*)+", re.IGNORECASE)
_EMAIL = re.compile(r"[<(]?\s*(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*[>)]?")
_AND = re.compile(r"\s+(?:and|en|und|et|&)\s+|\s*&\s*|,\s*(?:and|en|&)\s+")


def people(text: str) -> tuple[Author, ...]:
    """Return the authors named in `text`, in order.

    Separators, strongest first: ``;``, ``|`` or a line break; `` and `` or `` en ``; a comma, when what stands
    between the commas are whole names (``Jan Klaassen, Eva de Wit``) and not one ``Family, Given``.
    """
    return tuple(filter(None, (person(each) for each in _apart(text))))


def _apart(text: str) -> list[str]:
    text = " ".join(text.replace("\u00a0", " ").split(" ")).strip(" ;,")
    if re.search(r"[;|\n]", text):
        several = (each.strip() for each in re.split(r"[;|\n]+", text))
        return [
            part for each in several for part in ([each] if is_organisation(each) else _AND.split(each)) if part.strip()
        ]
    if is_organisation(text) and not any(map(_is_whole_name, re.split(r",|" + _AND.pattern, text)[1:])):
        return [text]
    groups = [part for part in _AND.split(text) if part and part.strip()]
    if len(groups) > 1 and all(_is_inverted(group) for group in groups):
        return groups
    return [part for group in groups for part in _by_comma(group)]


def is_organisation(text: str) -> bool:
    """Tell whether this names an organisation and nobody: ``Ministerie van Onderwijs, Cultuur en Wetenschap``.

    Only what says so of itself by its first or last word is known; ``Logius`` isn't.
    """
    head, comma, _ = text.strip().partition(",")
    if comma and " " not in head:
        return False  # ``Raad, Piet``
    return _ORGANISATION_BEGINS.match(text.strip()) is not None or _ORGANISATION_ENDS.search(text.strip()) is not None


def _by_comma(text: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return parts
    if all(_is_whole_name(part) for part in parts):
        return parts
    if len(parts) == 2 or (len(parts) == 3 and {part.lower() for part in parts[1:]} & _SUFFIXES):
        return [text]
    if len(parts) % 2 == 0 and all(_are_initials(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts


def _is_inverted(text: str) -> bool:
    """Tell whether this is one ``Family, Given``."""
    parts = [part.strip() for part in text.split(",")]
    return len(parts) == 2 and all(parts) and not all(_is_whole_name(part) for part in parts)


def _is_whole_name(text: str) -> bool:
    """Tell whether there is a given name, or its letters, and a family name (``van Dijk`` is the latter alone)."""
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return (
        len(words) > 1
        and not _are_initials(text)
        and words[-1].rstrip(".").lower() not in _SUFFIXES
        and len(words[-1].rstrip(".")) > 1
    )


def _are_initials(text: str) -> bool:
    """Tell whether there are only first letters here, with a particle behind them perhaps (``E. de``)."""
    words = [word for word in text.split() if word.lower() not in _PARTICLES]
    return bool(words) and re.fullmatch(r"(?:[A-ZÀ-Ž][a-z]?\.?[\s-]?){1,5}", " ".join(words)) is not None


def person(text: str) -> Author | None:
    """Return one author; None when there is nothing to call anybody by.

    >>> person("van den Berg, Wouter").family
    'van den Berg'
    """
    email = ""
    if (found := _EMAIL.search(text)) is not None:
        email, text = found[1], _EMAIL.sub(" ", text)
    text = _ACADEMIC.sub("", text.strip())
    text = " ".join(re.sub(r"[*†‡§¶∗0-9¹²³⁰-⁹{}]+", " ", text).split()).strip(" ,;:·-")
    if not re.search(r"[^\W\d_]", text):
        return None
    if is_organisation(text):
        return Author(text, text, email=email)
    family, given = _inverted(text) if "," in text else _in_order(text)
    if not family:
        return None
    return Author(f"{given} {family}".strip(), family, given, email=email)


def _inverted(text: str) -> tuple[str, str]:
    family, _, given = text.partition(",")
    given, _, suffix = (part.strip() for part in given.partition(","))
    if given.lower() in _SUFFIXES:  # as BibTeX has it: ``Jansen, jr., Piet``
        given, suffix = suffix, given
    words = given.split()
    particles: list[str] = []
    while len(words) > 1 and words[-1].lower() in _PARTICLES:
        particles.insert(0, words.pop())
    family = " ".join([*particles, family.strip()])
    return (f"{family} {suffix}".strip() if suffix else family), " ".join(words)


def _in_order(text: str) -> tuple[str, str]:
    words = text.split()
    start = len(words) - 1
    if start > 1 and words[start].lower() in _SUFFIXES:
        start -= 1
    for index in range(1, start):
        if words[index].lower() in _PARTICLES and (words[index].islower() or words[index] in _CAPITALISED_PARTICLES):
            start = index
            break
    while start > 1 and words[start - 1].rpartition("-")[2] in _PARTICLES and "-" in words[start - 1]:
        start -= 1  # a double name: ``Çağla Yıldırım-de Boer``
    if words and words[0].lower() in _PARTICLES and words[0].islower():
        start = 0
    return " ".join(words[start:]), " ".join(words[:start])


def author_of(text: str, affiliation: str = "") -> Author:
    """Return the author that somebody typed; what is no name at all is kept as it was typed.

    >>> author_of("Berlo, Davied van").name
    'Davied van Berlo'
    """
    known = person(text)
    if known is None:
        return Author(text.strip(), affiliation=affiliation)
    return replace(known, affiliation=affiliation)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart for citing. `family` alone is filled where it is an organisation's, or no more is known."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""


def parts_of(author: Author) -> NameParts:
    """Return what a reference makes of a name: its particles (``van der``) and suffix (``jr.``) kept apart.

    >>> parts_of(Author("Davied van Berlo", "van Berlo", "Davied"))
    NameParts(family='Berlo', given='Davied', particle='van', suffix='')
    """
    if not author.given or not author.family or is_organisation(author.name):
        return NameParts(author.name or author.family or author.given)
    words = author.family.split()
    start = 0
    while start < len(words) - 1 and words[start].casefold() in _PARTICLES and not words[start][0].isupper():
        start += 1
    has_suffix = len(words) - start > 1 and words[-1].casefold() in _SUFFIXES
    end = len(words) - 1 if has_suffix else len(words)
    return NameParts(" ".join(words[start:end]), author.given, " ".join(words[:start]), words[-1] if has_suffix else "")


def family_key(author: Author) -> str:
    """Return the family name by which a catalogue orders: without its particles (``van Berlo`` stands under B)."""
    words = (author.family or author.name).split(" ")
    while len(words) > 1 and words[0].casefold() in _PARTICLES:
        words.pop(0)
    return " ".join(words).casefold()


def same_person(one: Author, other: Author) -> bool:
    """Tell whether two names may be of one person: the same family name, and no other first letter."""
    families = [(each.family or each.name).casefold().split()[-1:] for each in (one, other)]
    initials = [each.given[:1].casefold() for each in (one, other)]
    return families[0] == families[1] and (not all(initials) or initials[0] == initials[1])
