"""What the window says of scans: how the library stands with them, and what an import brought of them."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from kennisbank.documents.ocr_data import LANGUAGES
from kennisbank.documents.ocr_install import install_key
from kennisbank.domain.recognition import ScanCounts
from kennisbank.sentences import sentence
from kennisbank.ui.language import language, number

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.scans import ScanState

Outlook = Literal["coming", "off", "missing"]
"""Of scans that came in: they are being read, reading is turned off, or the data for it are missing."""


class ScanWords(QObject):
    """Sentences in the language in force. Made when needed: it holds nothing."""

    def standing(self, state: "ScanState", *, is_on: bool) -> str:
        """Return how the library stands with its scans."""
        counts = state.counts
        if state.data is None and counts.unread:
            why = self.tr("The data of Tesseract, which reads them, are not installed on this computer.")
            return f"{self._unread(counts.unread)} {why}"
        if not (counts.scans or counts.read or state.waiting):
            return self.tr("There are no scans in this library.")
        parts = []
        if counts.read:
            parts.append(_with(counts.read, self.tr("%n page(s) were read.", "", counts.read)))
        if state.waiting and is_on:
            parts.append(_with(state.waiting, self.tr("%n page(s) wait to be looked at.", "", state.waiting)))
        elif state.waiting:
            parts.append(_with(state.waiting, self.tr("%n page(s) were not looked at.", "", state.waiting)))
        if counts.failed:
            parts.append(_with(counts.failed, self.tr("%n page(s) could not be read.", "", counts.failed)))
        return " ".join(parts) or self.tr("There was no text to be found on the scans in this library.")

    def lacking(self, state: "ScanState") -> str:
        """Return what to install, where data are missing; empty where nothing is."""
        if state.data is None:
            return _install() if state.counts.unread else ""
        if len(state.data.languages) == len(LANGUAGES):
            return ""
        known = {"nld": self.tr("Dutch"), "eng": self.tr("English")}[state.data.languages[0]]
        only = self.tr("Tesseract only knows %1 here; what is in another language is read with more mistakes.")
        return f"{only.replace('%1', known)} {_install()}"

    def of_contribution(self, counts: ScanCounts) -> str:
        """Return what to know of the scans of one contribution; empty where it has none."""
        parts = []
        if counts.read:
            words = self.tr("%n page(s) are scans, read by machine: some words may be wrong.", "", counts.read)
            parts.append(_with(counts.read, words))
        if counts.unread:
            parts.append(self._unread(counts.unread))
        return " ".join(parts)

    def of_import(self, pages: int, outlook: Outlook) -> str:
        """Return what becomes of so many scans that an import brought; empty where it brought none."""
        if not pages:
            return ""
        if outlook == "coming":
            return _with(pages, self.tr("%n page(s) are scans; they are being read in the background.", "", pages))
        if outlook == "off":
            words = self.tr("%n page(s) are scans; reading them is turned off in the settings.", "", pages)
            return _with(pages, words)
        return f"{self._unread(pages)} {_install()}"

    def _unread(self, pages: int) -> str:
        return _with(pages, self.tr("%n page(s) are scans and can't be searched.", "", pages))


def _install() -> str:
    """Return how Tesseract's data are installed on this computer."""
    return sentence(install_key(), language())


def _with(count: int, words: str) -> str:
    """Return the words with the count as it is written in the language in force."""
    return words.replace(str(count), number(count))
