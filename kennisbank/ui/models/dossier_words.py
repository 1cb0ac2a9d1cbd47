"""What a line of a dossier says: its paper, where its passage stands, and what became of either."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.dossier import Dossier
from kennisbank.domain.moments import Moment
from kennisbank.domain.results import PassageHit
from kennisbank.ui.language import day
from kennisbank.ui.models.annotation_words import state_words as anchor_words

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import DossierLine

TRASH_DAYS = 30
"""As in `services.annotating`, which the window loads later than this."""


def title_words(line: "DossierLine") -> str:
    """Return the title of the contribution, or that it has gone."""
    if line.contribution is None:
        return QCoreApplication.translate("DossierWords", "This contribution is no longer in the library")
    title = line.contribution.metadata.values.title
    return title or QCoreApplication.translate("DossierWords", "Without a title")


def second_words(line: "DossierLine") -> str:
    """Return authors and edition, as far as they are known."""
    if line.contribution is None:
        return ""
    values = line.contribution.metadata.values
    authors = ", ".join(author.name for author in values.authors)
    edition = values.edition or (str(values.year) if values.year is not None else "")
    return " • ".join(part for part in (authors, edition) if part)


def quote_words(line: "DossierLine") -> str:
    """Return the words of the passage, in quotation marks; empty for a whole contribution or an area."""
    anchor = line.anchor
    return f"“{anchor.quote.exact}”" if anchor is not None and anchor.quote is not None else ""


def place_words(line: "DossierLine") -> str:
    """Return the page of the passage, by its printed number where it has one; empty for a whole contribution."""
    anchor = line.anchor
    if anchor is None or anchor.page is None or line.contribution is None:
        return ""
    words = QCoreApplication.translate("DossierWords", "p. {page}")
    return words.format(page=line.label or str(anchor.page))


def state_words(line: "DossierLine") -> str:
    """Return what became of the passage in a newer version of the paper; empty where nothing did."""
    if line.contribution is None or line.anchor is None:
        return ""
    return anchor_words(line.anchor.state)


def hits_of(anchor: Anchor) -> tuple[PassageHit, ...]:
    """Return a passage as the reader marks it on opening, one hit for each page; none where there are no words."""
    words = anchor.quote.exact if anchor.quote is not None else ""
    return tuple(
        PassageHit(anchor.file, piece.page, words, (), ((piece.start, piece.end),))
        for piece in anchor.pieces
        if piece.end > piece.start
    )


def spoken(line: "DossierLine", number: int) -> str:
    """Return all of a line in the order in which it is read; `number` counts from 1."""
    parts = (
        f"{number}. {title_words(line)}",
        second_words(line),
        quote_words(line),
        place_words(line),
        state_words(line),
        line.item.remark,
    )
    return ". ".join(part for part in parts if part)


def trash_words(dossier: Dossier) -> str:
    """Return until when the trash keeps a dossier; empty when it doesn't lie there."""
    if dossier.trashed is None:
        return ""
    until = Moment(dossier.trashed.utc + timedelta(days=TRASH_DAYS), dossier.trashed.zone)
    words = QCoreApplication.translate("DossierWords", "This dossier lies in the trash, which keeps it until {day}.")
    return words.format(day=day(until))
