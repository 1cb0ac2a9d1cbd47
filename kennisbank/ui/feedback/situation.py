"""Whether something written for the archive can go there now, later, or not before somebody is logged in."""

from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.ui.models.archive_facts import ArchiveFacts

Situation = Literal["online", "offline", "no_account", "waiting", "ended", "not_connected"]
_WORDS: dict[Situation, tuple[str, str]] = {
    "offline": (
        str(
            QT_TRANSLATE_NOOP(
                "Situation",
                "You are offline. What you send waits in the outbox; until it goes you can change it or take it back.",
            )
        ),
        "",
    ),
    "no_account": (
        str(
            QT_TRANSLATE_NOOP(
                "Situation", "To send this you need an account at the archive. What you write is kept here until then."
            )
        ),
        str(QT_TRANSLATE_NOOP("Situation", "To an account")),
    ),
    "waiting": (
        str(
            QT_TRANSLATE_NOOP(
                "Situation", "You asked for an account. Once you have it you can send this; until then it is kept here."
            )
        ),
        str(QT_TRANSLATE_NOOP("Situation", "How that stands")),
    ),
    "ended": (
        str(QT_TRANSLATE_NOOP("Situation", "You are logged out. Log in again to send this; what you write is kept.")),
        str(QT_TRANSLATE_NOOP("Situation", "Log in again")),
    ),
    "not_connected": (
        str(
            QT_TRANSLATE_NOOP(
                "Situation",
                "This library isn't connected to an archive, so there is nowhere to send it. What you write is kept.",
            )
        ),
        str(QT_TRANSLATE_NOOP("Situation", "Connect to an archive")),
    ),
}


def situation_of(facts: ArchiveFacts, *, is_offline: bool) -> Situation:
    """Return how things stand for somebody who wants to send something."""
    if facts.link is None:
        return "not_connected"
    if facts.stage != "in":
        stages: dict[str, Situation] = {"none": "no_account", "wished": "waiting", "ended": "ended"}
        return stages[facts.stage]
    return "offline" if is_offline or facts.is_unreachable else "online"


def situation_words(situation: Situation) -> tuple[str, str]:
    """Return a sentence for a situation, and the words of a button that leads on; both empty when all is well."""
    words, button = _WORDS.get(situation, ("", ""))
    return (_say(words), _say(button) if button else "") if words else ("", "")


def _say(source: str) -> str:
    return QCoreApplication.translate("Situation", source)
