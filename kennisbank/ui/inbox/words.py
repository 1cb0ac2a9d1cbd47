"""What stands in the inbox, in words: who wrote, when, what is to be done with it, how a claim stands."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject

from kennisbank.domain.correspondence import Message, Thread, ThreadRow
from kennisbank.ui.language import number
from kennisbank.ui.models.feedback_words import role_words, state_badge
from kennisbank.ui.theme import BadgeTone

LATE_DAYS = 30
"""From so many days on it is said how long somebody waits for an answer."""
translate = QCoreApplication.translate
BadgeWords = tuple[str, BadgeTone, str]
"""Words, tone and icon of a badge."""


def who_words(name: str, role: str, *, is_mine: bool = False) -> str:
    """Return whom a message is of: the name, or what they are for one who is shown by that only."""
    if is_mine:
        return translate("InboxWords", "You")
    words = name or role_words(role)
    return words[:1].upper() + words[1:]


def gone_words(message: Message) -> str:
    """Return what stands in the place of a message that is no longer there; empty for one that is."""
    if message.gone == "erased":
        return translate("InboxWords", "Erased: who wrote this had everything of theirs removed.")
    if message.gone and message.words:
        return translate("InboxWords", "Hidden by the maintainer: %1").replace("%1", message.words)
    return translate("InboxWords", "Hidden by the maintainer.") if message.gone else ""


def page_words(thread: Thread) -> str:
    """Return the page a thread is about, or that it is about the whole contribution."""
    page = thread.anchor.page if thread.anchor is not None else None
    if page:
        return translate("InboxWords", "page %1").replace("%1", number(page))
    return translate("InboxWords", "the whole contribution")


def row_badge(row: ThreadRow) -> BadgeWords:
    """Return the badge of a line in the inbox: what is to be done with it, or what became of it."""
    if row.state in {"adopted", "declined", "hidden"}:
        return state_badge(row.state)
    if row.is_waiting and row.days_waiting >= LATE_DAYS:
        return InboxCountWords().waiting_days(row.days_waiting), "bad", "clock"
    if row.is_unread:
        return translate("InboxWords", "Unread"), "accent", ""
    if row.is_waiting:
        return translate("InboxWords", "To answer"), "warn", "clock"
    return state_badge(row.state)


def thread_badge(thread: Thread) -> BadgeWords:
    """Return the badge above a thread."""
    if thread.is_waiting and thread.days_waiting >= LATE_DAYS:
        return InboxCountWords().waiting_days(thread.days_waiting), "bad", "clock"
    if thread.is_waiting:
        return translate("InboxWords", "To answer"), "warn", "clock"
    return state_badge(thread.state)


def moment_day(moment: str) -> date | None:
    """Return the day of a moment as the archive tells it, by the reader's clock; None for none."""
    when = _parsed(moment)
    if when is None:
        return None
    return when.astimezone().date() if _has_time(moment) else when.date()


def short_moment(moment: str, today: date) -> str:
    """Return a moment for a narrow place: ``14:05`` today, ``11 mrt``, ``11 mrt 2025`` in another year."""
    day = moment_day(moment)
    if day is None:
        return ""
    if day == today:
        return _time(moment) if _has_time(moment) else translate("InboxWords", "today")
    return _day(day, "d MMM" if day.year == today.year else "d MMM yyyy")


def long_moment(moment: str, today: date) -> str:
    """Return a moment as one says it: ``di 10 mrt, 16:05``; only the day where no more than that is told."""
    day = moment_day(moment)
    if day is None:
        return ""
    form = "ddd d MMM" if day.year == today.year else "d MMM yyyy"
    words = translate("InboxWords", "today") if day == today else _day(day, form)
    if not _has_time(moment):
        return words
    return _time(moment) if day == today else f"{words}, {_time(moment)}"


def _parsed(moment: str) -> datetime | None:
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def _has_time(moment: str) -> bool:
    return len(moment) > len("2026-11-22")


def _time(moment: str) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(moment).timestamp())), "HH:mm")


def _day(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form).replace(".", "")


class InboxCountWords(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def waiting_days(self, days: int) -> str:
        """Say for how long an answer is waited for."""
        return self.tr("Waits %n day(s)", "", days).replace(str(days), number(days))

    def late(self, count: int) -> str:
        """Say how many threads have waited for 30 days or more."""
        return self.tr("%n thread(s) have waited for 30 days or more", "", count).replace(str(count), number(count), 1)

    def unread(self, count: int) -> str:
        """Say how many threads are unread."""
        return self.tr("%n unread", "", count).replace(str(count), number(count))

    def older(self, count: int) -> str:
        """Offer so many older threads."""
        return self.tr("Show %n more", "", count).replace(str(count), number(count))

    def votes(self, count: int) -> str:
        """Say how many votes there are."""
        return self.tr("%n vote(s)", "", count).replace(str(count), number(count))
