"""What a reader is told when something they wrote can't be sent so: what is wrong, and that it is kept."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.errors import NotSaidError
from kennisbank.ui.language import number, size_of

_KEPT = str(QT_TRANSLATE_NOOP("Messages", "What you wrote is kept."))
_OTHER_FILE = str(QT_TRANSLATE_NOOP("Messages", "What you wrote is kept. Choose another file, or send it without one."))
_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "empty": (str(QT_TRANSLATE_NOOP("Messages", "There is nothing in it yet.")), ""),
        "too_long": (str(QT_TRANSLATE_NOOP("Messages", "This is longer than %1 characters.")), _KEPT),
        "too_late": (str(QT_TRANSLATE_NOOP("Messages", "It is on its way already, and can't be changed.")), ""),
        "withdrawn": (
            str(QT_TRANSLATE_NOOP("Messages", "This contribution was taken out of the archive: nobody would get it.")),
            _KEPT,
        ),
        "no_stars": (str(QT_TRANSLATE_NOOP("Messages", "Give one to five stars.")), ""),
        "no_reply": (str(QT_TRANSLATE_NOOP("Messages", "One answers to a comment, not to an answer.")), _KEPT),
        "file_unreadable": (str(QT_TRANSLATE_NOOP("Messages", "This file can't be read.")), _OTHER_FILE),
        "file_too_large": (str(QT_TRANSLATE_NOOP("Messages", "This file is larger than %1.")), _OTHER_FILE),
        "file_kind": (
            str(QT_TRANSLATE_NOOP("Messages", "Such files aren't passed on: send a PDF, a picture, a text or a zip.")),
            _OTHER_FILE,
        ),
        "file_kind_by_role": (
            str(
                QT_TRANSLATE_NOOP(
                    "Messages", "Without your name only a PDF, a PNG, a JPEG or a plain text can go along."
                )
            ),
            _OTHER_FILE,
        ),
        "file_not_cleaned": (
            str(QT_TRANSLATE_NOOP("Messages", "What this file says of its maker can't be taken out of it.")),
            _OTHER_FILE,
        ),
    }
)


def said_words(error: NotSaidError) -> tuple[str, str]:
    """Return a sentence and a hint."""
    text, hint = _SENTENCES.get(error.code, (_SENTENCES["too_late"][0], _KEPT))
    detail = error.detail
    if error.code == "file_too_large" and detail.isdecimal():
        detail = size_of(int(detail))
    elif detail.isdecimal():
        detail = number(int(detail))
    return _say(text).replace("%1", detail), _say(hint) if hint else ""


def _say(source: str) -> str:
    return QCoreApplication.translate("Messages", source)
