"""What the settings page says of synonyms: how many there are, and why a line is skipped."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from kennisbank.domain.synonyms import BadLine, Reason, SynonymSummary
from kennisbank.ui.language import number

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


class SynonymWords(QObject):
    """The sentences, in the language in force."""

    def skipped(self, lines: Sequence[BadLine]) -> str:
        """Return what is said of the lines that are skipped, one a line; empty if there are none."""
        said = [
            self.tr("Line %1 is skipped: %2")
            .replace("%1", number(each.line))
            .replace("%2", self.tr(_REASONS[each.reason]))
            for each in lines[:LINES_SHOWN]
        ]
        more = len(lines) - LINES_SHOWN
        if more > 0:
            said.append(self.tr("And %n more line(s).", "", more).replace(str(more), number(more)))
        return "\n".join(said)

    def summary(self, summary: SynonymSummary) -> str:
        """Return how many groups there are."""
        shipped = self.tr("%n group(s) come with Kennisbank.", "", summary.shipped)
        said = [shipped.replace(str(summary.shipped), number(summary.shipped))]
        if summary.own:
            own = self.tr("You added %n group(s).", "", summary.own)
            said.append(own.replace(str(summary.own), number(summary.own)))
        return " ".join(said)
