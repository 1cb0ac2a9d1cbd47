"""What the settings page says of synonyms: how many there are, and why a line is skipped."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.synonyms import BadLine, Reason, SynonymSummary
from kennisbank.ui.language import number

_CONTEXT = "SynonymWords"
_REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        "alone": str(QT_TRANSLATE_NOOP("SynonymWords", "it has one term only, and needs two.")),
        "arrows": str(QT_TRANSLATE_NOOP("SynonymWords", "there can be one arrow in a line.")),
        "empty_term": str(QT_TRANSLATE_NOOP("SynonymWords", "a term is lacking beside a comma, = or >.")),
        "no_terms": str(QT_TRANSLATE_NOOP("SynonymWords", "there is no word in it.")),
        "too_many": str(QT_TRANSLATE_NOOP("SynonymWords", "these are too many terms or lines.")),
        "too_long": str(QT_TRANSLATE_NOOP("SynonymWords", "a term has more than six words.")),
    }
)
LINES_SHOWN = 5
"""So many skipped lines are told one by one; of more, the number."""


def skipped_words(skipped: Sequence[BadLine]) -> str:
    """Return what is said of the lines that are skipped, one a line; empty if there are none."""
    one = QCoreApplication.translate(_CONTEXT, "Line %1 is skipped: %2")
    said = [
        one.replace("%1", number(each.line)).replace("%2", QCoreApplication.translate(_CONTEXT, _REASONS[each.reason]))
        for each in skipped[:LINES_SHOWN]
    ]
    more = len(skipped) - LINES_SHOWN
    if more > 0:
        words = QCoreApplication.translate(_CONTEXT, "And %n more line(s).", "", more)
        said.append(words.replace(str(more), number(more)))
    return "\n".join(said)


def summary_words(summary: SynonymSummary) -> str:
    """Return how many groups there are."""
    shipped = QCoreApplication.translate(_CONTEXT, "%n group(s) come with Kennisbank.", "", summary.shipped)
    own = QCoreApplication.translate(_CONTEXT, "You added %n group(s).", "", summary.own)
    return " ".join(
        words.replace(str(count), number(count)) for words, count in ((shipped, summary.shipped), (own, summary.own))
    )
