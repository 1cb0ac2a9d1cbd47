"""What is said by way of the archive, by its kind: a comment, an answer, a remark to the maintainer."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_KINDS: Mapping[str, str] = {
    "feedback": str(QT_TRANSLATE_NOOP("SaidWords", "Feedback to authors")),
    "reply": str(QT_TRANSLATE_NOOP("SaidWords", "Answer")),
    "verdict": str(QT_TRANSLATE_NOOP("SaidWords", "What an author decided")),
    "comment": str(QT_TRANSLATE_NOOP("SaidWords", "Comment")),
    "vote": str(QT_TRANSLATE_NOOP("SaidWords", "Stars")),
    "proposal": str(QT_TRANSLATE_NOOP("SaidWords", "Proposal")),
    "report": str(QT_TRANSLATE_NOOP("SaidWords", "Report to the maintainer")),
    "withdrawal": str(QT_TRANSLATE_NOOP("SaidWords", "Taking something back")),
    "version": str(QT_TRANSLATE_NOOP("SaidWords", "New version of a paper")),
    "remark": str(QT_TRANSLATE_NOOP("SaidWords", "Remark to the maintainer")),
    "newsletter": str(QT_TRANSLATE_NOOP("SaidWords", "Newsletter")),
}


def said_words(act: str) -> str:
    """Return what a kind of act is called; empty for one that has no name of its own."""
    return QCoreApplication.translate("SaidWords", _KINDS[act]) if act in _KINDS else ""
