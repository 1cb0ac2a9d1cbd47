"""What the reader has chosen: one frozen value, each field with its default, its limits and what it is for.

The file is JSON that a person may edit. What it says and we don't know (a newer program's settings) is kept; what is
out of its limits counts as not said; a file that can't be read at all is set aside, and the defaults hold.
"""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from kennisbank.config.whole_files import write_whole

_log = logging.getLogger(__name__)

UiLanguage = Literal["", "nl", "en"]
Theme = Literal["system", "light", "dark", "contrast"]


def _described(text: str, *, among: tuple[str, ...] = (), low: int = 0, high: int = 0) -> Mapping[str, Any]:
    return MappingProxyType({"help": text, "among": among, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Settings:
    """The reader's settings. Each field's metadata has ``help``, and ``among`` or ``low`` and ``high`` as limits."""

    ui_language: UiLanguage = field(
        default="", metadata=_described("Language of the window; empty: the system's.", among=("", "nl", "en"))
    )
    reader_name: str = field(
        default="", metadata=_described("Your name, as it stands in what you export; empty: no name.")
    )
    theme: Theme = field(
        default="system", metadata=_described("Colours of the window.", among=("system", "light", "dark", "contrast"))
    )
    text_size: int = field(default=100, metadata=_described("Size of the text, in per cent.", low=80, high=200))
    page_spread: Literal["single", "two", "book"] = field(
        default="single",
        metadata=_described(
            "Pages below one another, two side by side, or so with the first alone.", among=("single", "two", "book")
        ),
    )
    citation_style: str = field(
        default="apa", metadata=_described("How you cite: a style (apa, harvard, …), or bibtex, ris or csl.")
    )
    citation_language: UiLanguage = field(
        default="",
        metadata=_described("Language of the words in references; empty: the window's.", among=("", "nl", "en")),
    )
    night_paper: bool = field(default=False, metadata=_described("Show the pages light on dark."))
    read_scans: bool = field(
        default=True, metadata=_described("Read scans in the background, where Tesseract's data are installed.")
    )
    backups: Literal["off", "daily"] = field(
        default="daily", metadata=_described("Copy the library by itself, once a day.", among=("off", "daily"))
    )
    backups_daily: int = field(
        default=7, metadata=_described("Days of which a backup is kept: the newest of each.", low=1, high=60)
    )
    backups_weekly: int = field(default=4, metadata=_described("Weeks of which a backup is kept.", low=0, high=60))
    backups_monthly: int = field(default=6, metadata=_described("Months of which a backup is kept.", low=0, high=120))
    keep_papers: bool = field(
        default=True, metadata=_described("Open the papers again that were open when the window closed.")
    )
    open_papers: str = field(default="", metadata=_described("The papers that are open in tabs, as JSON."))
    window_state: str = field(default="", metadata=_described("Place and size of the window, as base64."))
    example_offered: bool = field(default=False, metadata=_described("The example archive was offered once."))
    recent_searches: str = field(default="", metadata=_described("The searches made last, newest first, one a line."))
    last_visit: str = field(default="", metadata=_described("When the window was opened last, in ISO 8601, UTC."))
    sync_on_start: bool = field(
        default=True, metadata=_described("Get in step with the archive when the window opens.")
    )
    sync_every_minutes: int = field(
        default=30, metadata=_described("Minutes between one sync and the next; 0: only when asked.", low=0, high=1440)
    )
    download_policy: Literal["ask", "editions", "all"] = field(
        default="ask",
        metadata=_described(
            "Which papers come by themselves: none, those of editions that are here, or all.",
            among=("ask", "editions", "all"),
        ),
    )
    download_newer: bool = field(
        default=True, metadata=_described("Get the newer version of a paper that is here by itself.")
    )
    disk_budget_mb: int = field(
        default=0, metadata=_described("Megabytes that papers may take here; 0: no limit.", low=0, high=10_000_000)
    )
    news_seen: str = field(
        default="", metadata=_described("When what is new in the archive was looked at last, in ISO 8601, UTC.")
    )
    account_draft: str = field(
        default="", metadata=_described("What was typed of a request for an account that wasn't sent yet, as JSON.")
    )
    remark_draft: str = field(
        default="", metadata=_described("The text of a remark to the maintainers that wasn't sent yet.")
    )

    def __post_init__(self) -> None:
        """Refuse what is out of its limits.

        Raises:
            ValueError: a field has a value that it can't have.
        """
        wrong = [name for name, value in asdict(self).items() if not _is_allowed(name, value)]
        if wrong:
            raise ValueError(f"out of limits: {', '.join(wrong)}")


_FIELDS = MappingProxyType({each.name: each for each in fields(Settings)})


def load_settings(path: Path) -> Settings:
    """Return the settings that stand in a file; the defaults where it doesn't exist, or can't be read.

    A file that isn't a JSON object is renamed to ``….broken``, so that nothing in it is lost when settings are saved.
    """
    read = _read(path)
    allowed = {name: value for name, value in read.items() if name in _FIELDS and _is_allowed(name, value)}
    for name in _FIELDS.keys() & read.keys() - allowed.keys():
        _log.warning("%s: %s can't be %r; the default holds", path, name, read[name])
    return Settings(**allowed)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, all at once or not at all; what the file says and we don't know stays.

    Raises:
        StorageError: the file can't be written; the old one stands.
    """
    merged = {**_read(path), **asdict(settings)}
    write_whole(path, f"{json.dumps(merged, indent=2, sort_keys=True)}\n".encode(), makes_folder=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        _log.warning("%s can't be read: %s", path, error)
        return {}
    except (ValueError, RecursionError) as error:
        _set_aside(path, str(error))
        return {}
    if not isinstance(read, dict):
        _set_aside(path, "not a JSON object")
        return {}
    return read


def _set_aside(path: Path, reason: str) -> None:
    aside = path.with_name(f"{path.name}.broken")
    _log.warning("%s can't be understood (%s); set aside as %s", path, reason, aside.name)
    with suppress(OSError):
        path.replace(aside)


def _is_allowed(name: str, value: object) -> bool:
    each = _FIELDS[name]
    if type(value) is not type(each.default):
        return False
    if isinstance(value, int) and each.metadata["high"]:
        return bool(each.metadata["low"] <= value <= each.metadata["high"])
    return not each.metadata["among"] or value in each.metadata["among"]
