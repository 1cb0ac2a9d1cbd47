"""Links that lead out of a contribution, in words: what they are, where they stand, and what was found there."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.external import ExternalLink, LinkCheck
from kennisbank.ui.models.start_words import day_words
from kennisbank.ui.theme import BadgeTone


def link_text(link: ExternalLink) -> str:
    """Return an address as one reads it: without what every address begins with."""
    text = link.uri
    for start in ("https://", "http://", "mailto:", "www."):
        text = text.removeprefix(start)
    return text.rstrip("/")


def where_words(link: ExternalLink) -> str:
    """Return what a link is, and on which pages it stands."""
    parts = []
    if link.source == "doi":
        parts.append(QCoreApplication.translate("LinkWords", "DOI of this contribution"))
    elif link.source == "edition":
        parts.append(QCoreApplication.translate("LinkWords", "website of the congress"))
    if link.pages:
        pages = ", ".join(str(page) for page in link.pages)
        parts.append(QCoreApplication.translate("LinkWords", "p. {pages}").format(pages=pages))
    return "  •  ".join(parts)


def outcome_badge(check: LinkCheck) -> tuple[str, BadgeTone, str]:
    """Return the words, tone and icon of what was found."""
    match check.outcome:
        case "ok":
            return QCoreApplication.translate("LinkWords", "Works"), "ok", "check"
        case "moved":
            return QCoreApplication.translate("LinkWords", "Moved, and found"), "quiet", "forward"
        case "gone":
            return QCoreApplication.translate("LinkWords", "Gone"), "warn", "warn"
        case "unreachable":
            return QCoreApplication.translate("LinkWords", "No answer"), "warn", "offline"
        case "refused":
            return QCoreApplication.translate("LinkWords", "Can't be checked"), "quiet", "question"


def checked_words(check: LinkCheck, today: date) -> str:
    """Return when a link was checked."""
    words = QCoreApplication.translate("LinkWords", "checked: {day}")
    return words.format(day=day_words(check.checked, today))
