"""What of a dossier may be copied for students, and what stays out of a reading pack: asked before it is made."""

from dataclasses import dataclass
from typing import Literal, get_args

from kennisbank.domain.contribution import Contribution
from kennisbank.domain.dossier import Dossier
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.licence import Licence, MayBeCopied, licence_of, sentence_keys
from kennisbank.sentences import Language, sentence
from kennisbank.services.dossier_places import OpenDossier

Files = Literal["all", "allowed", "stated"]
FILES: tuple[Files, ...] = get_args(Files)
"""Which files go along: ``all``; all but those whose licence says no (``allowed``); those whose licence says yes."""


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A contribution of a dossier, what its licence says, and whether its files stay out of the pack."""

    contribution: Contribution
    licence: Licence
    is_left_out: bool


@dataclass(frozen=True, slots=True)
class LicenceCheck:
    """What may be copied of a dossier: each contribution once, in the order of the dossier.

    `gone` is the number of lines whose contribution has left the library.
    """

    dossier: Dossier
    papers: tuple[CheckedPaper, ...]
    gone: int = 0

    def count(self, answer: MayBeCopied) -> int:
        """Return how many contributions have this answer."""
        return sum(each.licence.may_be_copied == answer for each in self.papers)

    @property
    def left_out(self) -> tuple[CheckedPaper, ...]:
        """Return the contributions whose files stay out of the pack."""
        return tuple(each for each in self.papers if each.is_left_out)


def checked(opened: OpenDossier, files: Files) -> LicenceCheck:
    """Return what may be copied of a dossier, and what stays out of a pack with these `files`."""
    papers: dict[ContributionId, CheckedPaper] = {}
    for line in opened.lines:
        paper = line.contribution
        if paper is not None and paper.id not in papers:
            licence = licence_of(paper.metadata.values.licence)
            papers[paper.id] = CheckedPaper(paper, licence, _stays_out(licence.may_be_copied, files))
    return LicenceCheck(opened.dossier, tuple(papers.values()), sum(each.contribution is None for each in opened.lines))


def _stays_out(answer: MayBeCopied, files: Files) -> bool:
    return (files == "allowed" and answer == "no") or (files == "stated" and answer != "yes")


def said_of(check: LicenceCheck, language: Language) -> tuple[str, ...]:
    """Return what may be copied of a dossier in sentences: the totals, and what stays out of the pack."""
    counts = {answer: check.count(answer) for answer in get_args(MayBeCopied)}
    said = [sentence("pack.totals", language, counts)]
    if check.left_out:
        said.append(sentence("pack.left_out", language, {"count": len(check.left_out)}))
    return tuple(said)


def licence_words(licence: Licence, language: Language) -> str:
    """Return what a licence allows in a lesson, with its name where it has one and its conditions."""
    said = " ".join(sentence(key, language) for key in sentence_keys(licence))
    return f"{said} ({licence.name})" if licence.name else said


def left_out_words(paper: CheckedPaper, language: Language) -> str:
    """Return why the files of a contribution stay out of the pack; empty when they don't."""
    if not paper.is_left_out:
        return ""
    return sentence(f"pack.out_{paper.licence.may_be_copied}", language)
