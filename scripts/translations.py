"""Keep the window's catalogues: `update` them from the source, `release` them for Qt, `check` that they are complete.

    scripts/translations.py update          read new words from kennisbank/ui into resources/translations/*.ts
    scripts/translations.py missing         print, as JSON, what has no Dutch (or English plural) yet
    scripts/translations.py fill FILE.json  write translations: {"Find": "Zoek", "%n paper(s)": ["%n bijdrage", "%n bijdragen"]}
    scripts/translations.py release         compile every .ts into the .qm beside it
    scripts/translations.py fresh           the same, where a .qm is missing or older than its .ts
    scripts/translations.py check           fail on an unfinished, stale or missing entry

Source strings are English. The Dutch catalogue holds them all; the English one only those with a plural.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PySide6
from filelock import FileLock

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ROOT / "kennisbank" / "ui"
LANGUAGES = ("nl", "en")


def tool(name: str) -> str:
    """Return Qt's own tool: the one that came with PySide6, whatever is on the path."""
    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / "Qt" / "libexec" / name, folder / f"{name}.exe"):
        if candidate.exists():
            return str(candidate)
    sys.exit(f"PySide6 came without {name}.")


def run(*arguments: str) -> str:
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{arguments[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


@contextmanager
def only_one() -> Iterator[None]:
    """Keep two runs from writing the same catalogue."""
    with FileLock(FOLDER / ".lock"):
        yield


def catalogue(language: str) -> Path:
    return FOLDER / f"kennisbank_{language}.ts"


def update(target: Path, language: str) -> None:
    """Bring `target` up to date with the source; what is gone from the source goes from it too."""
    files = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    plural = ["-pluralonly"] if language == "en" else []
    run(
        tool("lupdate"),
        *files,
        *plural,
        "-locations",
        "none",
        "-no-ui-lines",
        "-no-obsolete",
        "-source-language",
        "en_GB",
        "-target-language",
        {"nl": "nl_NL", "en": "en_GB"}[language],
        "-ts",
        str(target),
    )


def messages(language: str) -> list[tuple[str, ET.Element]]:
    tree = ET.parse(catalogue(language))
    return [
        (context.findtext("name", ""), message)
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    ]


def is_finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return False
    if message.get("numerus") == "yes":
        return all((form.text or "").strip() for form in translation.iter("numerusform"))
    return bool((translation.text or "").strip())


def missing() -> dict[str, dict[str, object]]:
    """Return, by language, the sources without a finished translation, with room for one."""
    answer: dict[str, dict[str, object]] = {}
    for language in LANGUAGES:
        for _context, message in messages(language):
            if not is_finished(message):
                source = message.findtext("source", "")
                answer.setdefault(language, {})[source] = ["", ""] if message.get("numerus") == "yes" else ""
    return answer


def fill(words: dict[str, object], language: str) -> int:
    """Write translations by their source text, in every context where it stands unfinished; return how many."""
    tree = ET.parse(catalogue(language))
    written = 0
    for message in tree.getroot().iter("message"):
        word = words.get(message.findtext("source", ""))
        translation = message.find("translation")
        if not word or translation is None or is_finished(message):
            continue
        translation.attrib.pop("type", None)
        for form in list(translation):
            translation.remove(form)
        if isinstance(word, list):
            for form in word:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = str(word)
        written += 1
    text = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return written


def is_released() -> bool:
    """Tell whether every .qm is there and not older than its .ts."""
    pairs = [(catalogue(language), catalogue(language).with_suffix(".qm")) for language in LANGUAGES]
    return all(qm.exists() and qm.stat().st_mtime >= ts.stat().st_mtime for ts, qm in pairs)


def release() -> None:
    """Compile every catalogue; each is replaced at once, so that a running program never reads half of one."""
    for language in LANGUAGES:
        target = catalogue(language).with_suffix(".qm")
        with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
            fresh = Path(scratch) / target.name
            run(tool("lrelease"), "-silent", str(catalogue(language)), "-qm", str(fresh))
            fresh.replace(target)


def check() -> list[str]:
    """Return what is wrong with the catalogues."""
    faults = [
        f"kennisbank_{language}.ts: no translation of {source!r}"
        for language, sources in missing().items()
        for source in sources
    ]
    for language in LANGUAGES:
        here = {
            (context, message.findtext("source"), message.findtext("comment"))
            for context, message in messages(language)
        }
        text = catalogue(language).read_text(encoding="utf-8")
        if "<location" in text or re.search(r'type="(vanished|obsolete)"', text):
            faults.append(f"{catalogue(language).name}: holds line numbers or words that are gone; run update")
        with tempfile.TemporaryDirectory() as scratch:
            fresh = Path(scratch) / catalogue(language).name
            fresh.write_bytes(catalogue(language).read_bytes())
            update(fresh, language)
            tree = ET.parse(fresh)
            there = {
                (context.findtext("name", ""), message.findtext("source"), message.findtext("comment"))
                for context in tree.getroot().iter("context")
                for message in context.iter("message")
            }
        if here != there:
            stale = ", ".join(sorted(repr(source) for _, source, _ in here ^ there))
            faults.append(f"{catalogue(language).name}: out of step with the source ({stale}); run update")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("update", "missing", "fill", "release", "check", "fresh"))
    parser.add_argument("file", nargs="?", type=Path, help="for fill: JSON, source to translation")
    parser.add_argument("--language", choices=LANGUAGES, default="nl", help="for fill")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with only_one():
        match arguments.what:
            case "update":
                for language in LANGUAGES:
                    update(catalogue(language), language)
                release()
            case "missing":
                print(json.dumps(missing(), ensure_ascii=False, indent=2))
            case "fill":
                if arguments.file is None:
                    parser.error("fill needs a file")
                for language in LANGUAGES:
                    update(catalogue(language), language)
                words = json.loads(arguments.file.read_text(encoding="utf-8"))
                print(f"{fill(words, arguments.language)} written")
                update(catalogue(arguments.language), arguments.language)
                release()
            case "release":
                release()
            case "fresh":
                if not is_released():
                    release()
            case "check":
                faults = check()
                print(*faults, sep="\n", file=sys.stderr)
                return 1 if faults else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
