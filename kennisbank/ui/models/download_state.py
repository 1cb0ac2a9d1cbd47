"""How a contribution stands with its files: in the archive only, on its way, here; and the words and marks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.syncing import Offer
from kennisbank.ui.archive_messages import reason_words
from kennisbank.ui.language import size_of
from kennisbank.ui.theme import BadgeTone

DownloadKind = Literal["offered", "wanted", "failed", "here", "newer"]
DOWNLOAD_ICONS: dict[DownloadKind, str] = {
    "offered": "cloud",
    "wanted": "clock",
    "failed": "warn",
    "here": "check",
    "newer": "sync",
}
_TONES: dict[DownloadKind, BadgeTone] = {
    "offered": "quiet",
    "wanted": "accent",
    "failed": "warn",
    "here": "quiet",
    "newer": "accent",
}
_WORDS: dict[DownloadKind, str] = {
    "offered": str(QT_TRANSLATE_NOOP("DownloadWords", "In the archive")),
    "wanted": str(QT_TRANSLATE_NOOP("DownloadWords", "On its way")),
    "failed": str(QT_TRANSLATE_NOOP("DownloadWords", "Didn't come")),
    "here": str(QT_TRANSLATE_NOOP("DownloadWords", "On this computer")),
    "newer": str(QT_TRANSLATE_NOOP("DownloadWords", "Newer version in the archive")),
}
_ACTS: dict[DownloadKind, str] = {
    "offered": str(QT_TRANSLATE_NOOP("DownloadWords", "Download")),
    "wanted": str(QT_TRANSLATE_NOOP("DownloadWords", "Stop")),
    "failed": str(QT_TRANSLATE_NOOP("DownloadWords", "Try again")),
    "here": "",
    "newer": str(QT_TRANSLATE_NOOP("DownloadWords", "Fetch it")),
}


@dataclass(frozen=True, slots=True)
class DownloadState:
    """`size` is in bytes, of what isn't here yet; `reason` says with a code why it failed."""

    kind: DownloadKind
    size: int = 0
    reason: str = ""

    @property
    def words(self) -> str:
        """Return it in a word or two."""
        return _say(_WORDS[self.kind])

    @property
    def told(self) -> str:
        """Return it in a sentence, with the reason or the size."""
        match self.kind:
            case "failed":
                return f"{self.words}: {reason_words(self.reason)}"
            case "offered" | "newer" if self.size:
                return f"{self.words}, {size_of(self.size)}"
            case _:
                return self.words

    @property
    def act(self) -> str:
        """Return what can be done about it; empty for nothing."""
        return _say(_ACTS[self.kind]) if _ACTS[self.kind] else ""

    @property
    def icon(self) -> str:
        """Return its icon."""
        return DOWNLOAD_ICONS[self.kind]

    @property
    def tone(self) -> BadgeTone:
        """Return the tone of its badge."""
        return _TONES[self.kind]


def state_of(offers: Sequence[Offer]) -> DownloadState | None:
    """Return how a contribution stands, of which these files are offered; None for none."""
    current = [each for each in offers if each.is_current]
    missing = [each for each in current if each.state != "here"]
    if not current:
        return None
    if not missing:
        return DownloadState("here")
    size = sum(each.size for each in missing)
    if any(each.state == "wanted" for each in missing):
        return DownloadState("wanted", size)
    failed = next((each for each in missing if each.state == "failed"), None)
    if failed is not None:
        return DownloadState("failed", size, failed.reason)
    is_older_here = any(each.state == "here" for each in offers)
    return DownloadState("newer" if is_older_here else "offered", size)


def _say(source: str) -> str:
    return QCoreApplication.translate("DownloadWords", source)
