"""The language of the window, switched while it runs; and numbers, dates and times as that language writes them.

Switching installs other translators and Qt then sends LanguageChange to every widget. The pattern that every widget
with words follows: all of them are set in ``retranslate()``, called by the constructor and by ``changeEvent``.
"""

import locale as system_locale
import logging
import os
from datetime import date, datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, QObject, QTranslator

from kennisbank.domain.moments import Moment
from kennisbank.resources import resource

LanguageCode = Literal["nl", "en"]
LANGUAGES: dict[LanguageCode, str] = {"nl": "Nederlands", "en": "English"}
"""Each language by its own name for itself: never translated."""
_LOCALES: dict[LanguageCode, QLocale] = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_log = logging.getLogger(__name__)


def system_language() -> LanguageCode:
    """Return Dutch when the reader's system speaks it, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    wished = next((name for name in names if name), system_locale.getlocale()[0] or QLocale.system().name())
    return "nl" if wished.lower().startswith(("nl", "dutch")) else "en"


class LanguageSwitch(QObject):
    """Keeps the application in one language; make one, before any widget."""

    def __init__(self, application: QCoreApplication, choice: LanguageCode | Literal[""] = "") -> None:
        """Speak `choice`, or the system's language when it is empty."""
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self._language: LanguageCode = "en"
        self.choose(choice)

    @property
    def language(self) -> LanguageCode:
        """Return the language in force."""
        return self._language

    def choose(self, choice: LanguageCode | Literal[""]) -> None:
        """Speak `choice` from now on, or the system's language when it is empty; open widgets follow."""
        self._language = choice or system_language()
        QLocale.setDefault(_LOCALES[self._language])
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        ours = str(resource(f"translations/kennisbank_{self._language}.qm"))
        qts = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{self._language}.qm"
        for path in (qts, ours):  # the last one installed is asked first
            translator = QTranslator(self)
            if translator.load(path):
                self._application.installTranslator(translator)
                self._installed.append(translator)
            else:
                _log.warning("No catalogue at %s: its words stay English", path)


def language() -> LanguageCode:
    """Return the language in force, for what is not a widget."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"


def number(value: float, decimals: int = 0) -> str:
    """Return a number as the language writes it: ``1.512`` in Dutch, ``1,512`` in English."""
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(value, "f", decimals)


def size_of(octets: int) -> str:
    """Return a size of a file in words: ``38 MB``."""
    return QLocale().formattedDataSize(octets, 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def day(when: date | Moment, *, is_long: bool = False) -> str:
    """Return a day, by the reader's own clock: ``11 mrt 2026``, or ``woensdag 11 maart 2026`` when long."""
    moment = when.utc.astimezone().date() if isinstance(when, Moment) else when
    text = QLocale().toString(
        QDate(moment.year, moment.month, moment.day), "dddd d MMMM yyyy" if is_long else "d MMM yyyy"
    )
    return text.replace(".", "")


def clock(when: datetime | Moment) -> str:
    """Return the time of day by the reader's own clock: ``14:12``."""
    moment = when.utc if isinstance(when, Moment) else when
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), "HH:mm")


def language_name(code: str) -> str:
    """Return what a language is called in the language in force (``nl`` -> ``Nederlands``); the code if unknown."""
    names = {
        "nl": QCoreApplication.translate("Languages", "Dutch"),
        "en": QCoreApplication.translate("Languages", "English"),
        "de": QCoreApplication.translate("Languages", "German"),
        "fr": QCoreApplication.translate("Languages", "French"),
    }
    return names.get(code, code)
