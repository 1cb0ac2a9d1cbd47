"""What is said of copying for students: in short on a badge, and in full."""

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.licence import Licence, MayBeCopied, sentence_keys
from kennisbank.sentences import sentence
from kennisbank.ui.language import language
from kennisbank.ui.theme import BadgeTone


def copy_badge(answer: MayBeCopied) -> tuple[str, BadgeTone, str]:
    """Return words, tone and icon of the badge that says whether a paper may be copied for students."""
    match answer:
        case "yes":
            return QCoreApplication.translate("LicenceWords", "May be copied"), "ok", "okc"
        case "no":
            return QCoreApplication.translate("LicenceWords", "May not be copied"), "bad", "error"
        case _:
            return QCoreApplication.translate("LicenceWords", "Copying: not stated"), "quiet", "question"


def copy_words(licence: Licence) -> str:
    """Return in sentences what a licence allows in a lesson, with its name and its conditions."""
    said = " ".join(sentence(key, language()) for key in sentence_keys(licence))
    return f"{said} ({licence.name})" if licence.name else said
