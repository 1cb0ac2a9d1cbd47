"""Words for proposed corrections: what is to be corrected, into what, and what became of it."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.correspondence import Proposal
from kennisbank.ui.controllers.voices import Field
from kennisbank.ui.theme import BadgeTone

FIELDS: tuple[Field, ...] = ("title", "authors", "keywords")
_FIELDS: Mapping[str, str] = {
    "title": str(QT_TRANSLATE_NOOP("ProposalWords", "Title")),
    "authors": str(QT_TRANSLATE_NOOP("ProposalWords", "Authors")),
    "keywords": str(QT_TRANSLATE_NOOP("ProposalWords", "Keywords")),
    "tag": str(QT_TRANSLATE_NOOP("ProposalWords", "Tag")),
}
_OUTCOMES: Mapping[str, tuple[str, BadgeTone, str]] = {
    "queued": (str(QT_TRANSLATE_NOOP("ProposalWords", "In the outbox")), "warn", "outbox"),
    "sent": (str(QT_TRANSLATE_NOOP("ProposalWords", "In the outbox")), "warn", "outbox"),
    "failed": (str(QT_TRANSLATE_NOOP("ProposalWords", "Not sent")), "bad", "error"),
    "waiting": (str(QT_TRANSLATE_NOOP("ProposalWords", "The maintainer looks at it")), "quiet", "clock"),
    "accepted": (str(QT_TRANSLATE_NOOP("ProposalWords", "Accepted")), "ok", "okc"),
    "declined": (str(QT_TRANSLATE_NOOP("ProposalWords", "Not accepted")), "bad", "x"),
    "withdrawn": (str(QT_TRANSLATE_NOOP("ProposalWords", "Taken back")), "quiet", "undo"),
}


def field_words(field: str) -> str:
    """Return what a field is called."""
    return _say(_FIELDS[field])


def outcome_badge(state: str) -> tuple[str, BadgeTone, str]:
    """Return the words, the tone and the icon of how a proposal stands."""
    words, tone, icon = _OUTCOMES.get(state, _OUTCOMES["waiting"])
    return _say(words), tone, icon


def value_words(proposal: Proposal) -> str:
    """Return a proposed value on one line."""
    value = proposal.value
    if isinstance(value, str):
        return value
    return ", ".join(str(each.get("name", "")) if isinstance(each, Mapping) else str(each) for each in value)


def _say(source: str) -> str:
    return QCoreApplication.translate("ProposalWords", source)
