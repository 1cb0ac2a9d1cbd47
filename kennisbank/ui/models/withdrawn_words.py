"""Why a contribution was taken out of the archive, as people read it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.contribution import Withdrawn
from kennisbank.ui.language import day

_REASONS = {
    "withdrawn": str(QT_TRANSLATE_NOOP("WithdrawnWords", "Withdrawn from the archive on {day}")),
    "erased": str(QT_TRANSLATE_NOOP("WithdrawnWords", "Erased from the archive on {day}")),
    "hidden": str(QT_TRANSLATE_NOOP("WithdrawnWords", "Hidden by the maintainer on {day}")),
}
_SHORT = str(QT_TRANSLATE_NOOP("WithdrawnWords", "Withdrawn"))


def withdrawn_words(withdrawn: Withdrawn) -> str:
    """Return since when, and the archive's own words for why."""
    said = QCoreApplication.translate("WithdrawnWords", _REASONS.get(withdrawn.reason, _REASONS["withdrawn"]))
    said = said.format(day=day(withdrawn.moment))
    return f"{said}: {withdrawn.words}" if withdrawn.words else f"{said}."


def withdrawn_badge() -> str:
    """Return it in a word."""
    return QCoreApplication.translate("WithdrawnWords", _SHORT)
