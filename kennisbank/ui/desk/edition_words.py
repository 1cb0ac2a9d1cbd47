"""Words about an edition: when it was, where, by whom, and what is left of its website."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.contribution import Edition
from kennisbank.ui.language import day

_MIN_YEAR = 1900
translate = QCoreApplication.translate


def dates_words(edition: Edition) -> str:
    """Return when it was: a day, from day to day, or the year; empty where nothing is known."""
    begins, ends = day_of(edition.begins), day_of(edition.ends)
    if begins is None:
        return str(edition.year) if edition.year else ""
    if ends is None or ends == begins:
        return day(begins, is_long=True)
    return translate("Edition", "{begin} to {end}").format(begin=day(begins), end=day(ends))


def website_words(edition: Edition) -> tuple[str, str]:
    """Return what the button to the website says (empty: there is none to go to), and what is to be known of it."""
    if edition.website_kind == "none" or not edition.website:
        known = edition.website_kind == "none"
        return "", translate("Edition", "There is no website.") if known else translate(
            "Edition", "The archive knows of no website."
        )
    if edition.website_kind == "archived":
        about = translate("Edition", "As it was then, kept by the archive. It opens in your own browser.")
        return translate("Edition", "Archived website"), about
    return translate("Edition", "Website"), translate("Edition", "It opens in your own browser.")


def is_address(text: str) -> bool:
    """Tell whether this can be opened in a browser."""
    return text.startswith(("https://", "http://")) and not any(each.isspace() for each in text)


def day_of(text: str) -> date | None:
    """Return a day as editions have it (``2025-03-27``); None where it isn't known."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= _MIN_YEAR else None
