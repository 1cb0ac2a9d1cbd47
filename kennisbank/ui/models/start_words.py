"""When something was, as one says it: today, yesterday, a day of the week, else the day itself."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kennisbank.domain.moments import Moment
from kennisbank.ui.language import day

_WEEK = 7


def day_words(when: Moment, today: date) -> str:
    """Return the day of `when` by the reader's clock, as seen from `today`."""
    then = when.utc.astimezone().date()
    ago = (today - then).days
    if ago == 0:
        return QCoreApplication.translate("StartWords", "today")
    if ago == 1:
        return QCoreApplication.translate("StartWords", "yesterday")
    if 0 < ago < _WEEK:
        return QLocale().toString(QDate(then.year, then.month, then.day), "dddd")
    return day(when)
