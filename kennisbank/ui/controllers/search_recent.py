"""The searches made last: kept in the settings, newest first."""

from kennisbank.ui.controllers.session import Session

MOST = 8


def recent_searches(session: Session) -> list[str]:
    """Return the queries that were used last, newest first."""
    return [line for line in session.settings.recent_searches.splitlines() if line.strip()]


def remember_search(session: Session, query: str) -> None:
    """Keep a query that somebody went on with; one that is there already comes first again."""
    words = " ".join(query.split())
    if words:
        others = [each for each in recent_searches(session) if each.casefold() != words.casefold()]
        session.change_settings(recent_searches="\n".join([words, *others][:MOST]))


def forget_searches(session: Session) -> None:
    """Forget them all."""
    session.change_settings(recent_searches="")
