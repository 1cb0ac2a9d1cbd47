"""The terminal: answers on standard output, progress and errors on standard error, in the reader's language."""

import json
import locale
import os
import sys
import time
from collections.abc import Mapping
from typing import TextIO

from kennisbank.sentences import Language, sentence
from kennisbank.tasks.context import Progress

_REDRAW_S = 0.1


def language_of_environment() -> Language:
    """Return this session's language: ``nl`` when ``LC_ALL``, ``LC_MESSAGES`` or ``LANG`` say Dutch, else ``en``."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "nl" if value.lower().startswith("nl") else "en"
    return "nl" if (locale.getlocale()[0] or "").lower().startswith(("nl", "dutch")) else "en"


class Console:
    """Writes answers. With `as_json` standard output holds JSON only, one value a line."""

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        """Write to `out` and `err`, the process's own by default."""
        self.as_json = as_json
        self.language = language_of_environment()
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._drawn = 0.0
        self._line_open = False

    def answer(self, value: Mapping[str, object]) -> None:
        """Write one JSON value on a line of its own, at once: another program may be waiting for it."""
        line = json.dumps(value, ensure_ascii=False)
        if not _is_encodable(line, self._out):  # a lone surrogate, or a terminal that isn't UTF-8: as escapes it can
            line = json.dumps(value)
        self._out.write(line + "\n")
        self._out.flush()

    def write(self, text: str = "") -> None:
        """Write a line of text as an answer."""
        self._end_progress()
        self._out.write(_printable(text, self._out) + "\n")

    def say(self, key: str, **values: object) -> None:
        """Write a sentence of the catalogue as an answer."""
        self.write(self.text(key, **values))

    def complain(self, text: str) -> None:
        """Write a line on standard error."""
        self._end_progress()
        self._err.write(_printable(text, self._err) + "\n")

    def text(self, key: str, **values: object) -> str:
        """Return a sentence of the catalogue in the reader's language."""
        return sentence(key, self.language, values)

    def progress(self, progress: Progress) -> None:
        """Show how far a job is, in place, on a terminal only and not oftener than the eye can follow."""
        moment = time.monotonic()
        if not self._err.isatty() or moment - self._drawn < _REDRAW_S:
            return
        self._drawn = moment
        stage = self.text(f"stage.{progress.stage}")
        count = f" {progress.done}/{progress.total}" if progress.total else ""
        line = f"{stage}{count} {progress.item}"
        self._err.write("\r\x1b[2K" + _printable(line, self._err)[:100])
        self._err.flush()
        self._line_open = True

    def strong(self, text: str) -> str:
        """Return `text` in bold where standard output is a terminal."""
        return f"\x1b[1m{text}\x1b[0m" if self._out.isatty() else text

    def _end_progress(self) -> None:
        if self._line_open:
            self._err.write("\r\x1b[2K")
            self._line_open = False


def _is_encodable(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _printable(text: str, stream: TextIO) -> str:
    """Return `text` without control characters (a title must not drive the terminal), in what `stream` can show."""
    safe = "".join(char if char.isprintable() or char in "\n\t\x1b" else "�" for char in text)
    encoding = stream.encoding or "utf-8"
    return safe.encode(encoding, errors="replace").decode(encoding)
