"""The papers that were open when the window closed, as the settings have them; light, for the window asks it first."""

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.kept_papers import KeptTabs, kept_tabs


def papers_before(session: Session) -> KeptTabs:
    """Return the papers that were open in the library that is open now; none when they aren't to be kept."""
    settings = session.settings
    if not settings.keep_papers or not settings.open_papers:
        return KeptTabs()
    kept = kept_tabs(settings.open_papers)
    return kept if kept.home == str(session.kennisbank.paths.home) else KeptTabs()


def was_reading(session: Session) -> bool:
    """Tell whether the window showed papers when it was closed."""
    kept = papers_before(session)
    return kept.is_reading and bool(kept.papers)
