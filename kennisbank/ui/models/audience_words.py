"""Who may see something, in words."""

from PySide6.QtCore import QObject

from kennisbank.domain.audience import Audience


class AudienceWords(QObject):
    """Words with a number in them: only `tr` of an object makes plurals."""

    def of(self, audience: Audience) -> str:
        """Return who may see it besides its owner; empty for nobody."""
        if audience.everyone:
            return self.tr("Shared with everyone who has an account")
        return self.tr("Shared with %n person(s)", "", len(audience.people)) if audience.people else ""
