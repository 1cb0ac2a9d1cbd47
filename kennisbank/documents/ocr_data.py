"""Where Tesseract's data stands on this computer, and which of our languages it knows.

Tesseract itself comes with PyMuPDF; only the data of the languages (``nld.traineddata``) have to be there, as the
system's own packages or Tesseract's installer put them. Looking for them opens no file and starts no program, except
Tesseract's own as the last resort.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("nld", "eng")
"""Tesseract's names of the languages of the papers, the commonest first."""

UNUSABLE = "unusable_data"
"""Code of a refusal that says: not the page is at fault, but the data."""

_VERSION = "tesseract-1"
"""Counts up when scans shall be read anew because it would give much better text: that takes hours of every reader."""
_SUFFIX = ".traineddata"
_LEAST_BYTES = 10_000
"""What is smaller is no data: the smallest there is has 400 kB."""
_ASK_S = 5.0
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "linux": (
        "/usr/share/tesseract-ocr/*/tessdata",
        "/usr/share/tesseract-ocr/tessdata",
        "/usr/share/tessdata",
        "/usr/share/tesseract/tessdata",
        "/usr/local/share/tessdata",
        "/usr/local/share/tesseract-ocr/*/tessdata",
    ),
    "darwin": ("/opt/homebrew/share/tessdata", "/usr/local/share/tessdata", "/opt/local/share/tessdata"),
    "win32": (
        "{ProgramFiles}/Tesseract-OCR/tessdata",
        "{ProgramW6432}/Tesseract-OCR/tessdata",
        "{ProgramFiles(x86)}/Tesseract-OCR/tessdata",
        "{LOCALAPPDATA}/Programs/Tesseract-OCR/tessdata",
        "{LOCALAPPDATA}/Tesseract-OCR/tessdata",
    ),
}


@dataclass(frozen=True, slots=True)
class OcrData:
    """A folder with data, and those of `LANGUAGES` that it has: never none."""

    folder: Path
    languages: tuple[str, ...]

    @property
    def recogniser(self) -> str:
        """Return the name under which recognised pages are stored: it changes when they would be worth reading anew."""
        return f"{_VERSION}/{'+'.join(self.languages)}"

    @property
    def as_good(self) -> tuple[str, ...]:
        """Return the recognisers whose pages need not be read anew with these data: those that knew as much, or more.

        Without this, a language that is taken away would have everything read again, and worse.
        """
        every = f"{_VERSION}/{'+'.join(LANGUAGES)}"
        return tuple(dict.fromkeys((self.recogniser, every)))


def find_data(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> OcrData | None:
    """Return the first data that know all our languages, else the first that know most of them, else None."""
    variables = os.environ if environment is None else environment
    best: OcrData | None = None
    seen: set[Path] = set()
    for folder in _folders(variables, platform):
        if folder in seen:
            continue
        seen.add(folder)
        languages = tuple(each for each in LANGUAGES if _is_data(folder / f"{each}{_SUFFIX}"))
        if len(languages) > len(best.languages if best else ()):
            best = OcrData(folder, languages)
        if languages == LANGUAGES:
            break
    return best


def _folders(variables: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Yield where data may stand, the reader's own wish first."""
    wished = variables.get("TESSDATA_PREFIX", "")
    if wished:
        yield Path(wished)
        yield Path(wished) / "tessdata"
    for pattern in _FOLDERS.get(platform, _FOLDERS["linux"]):
        named = re.sub(r"\{(.+?)\}", lambda found: variables.get(found[1], ""), pattern)
        start, _, rest = named.partition("*")
        if not rest:
            yield Path(named)
        elif Path(start).is_dir():  # the newest of several versions first
            yield from sorted(Path(start).glob(f"*{rest}"), reverse=True)
    yield from _of_the_program(variables.get("PATH", ""))


def _of_the_program(path: str) -> Iterator[Path]:
    """Yield the folders that belong to an installed Tesseract; the program itself is asked last."""
    program = shutil.which("tesseract", path=path)
    if program is None:
        return
    for each in (Path(program), Path(program).resolve()):
        yield each.parent / "tessdata"
        yield each.parent.parent / "share" / "tessdata"
    try:
        said = subprocess.run(
            [program, "--list-langs"],
            capture_output=True,
            timeout=_ASK_S,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return
    named = re.search(r'"(.+?)"', (said.stdout + said.stderr).decode(errors="replace"))
    if named is not None:
        yield Path(named[1])


def _is_data(file: Path) -> bool:
    try:
        return file.stat().st_size >= _LEAST_BYTES and os.access(file, os.R_OK)
    except OSError:
        return False
