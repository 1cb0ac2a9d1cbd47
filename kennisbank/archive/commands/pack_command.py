"""``kennisbank archive pack``: an edition, or everything, to a folder for a stick."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.keeping.pack import pack
from kennisbank.archive.privacy.beyond import PACKED
from kennisbank.archive.world import Archive
from kennisbank.console import Console, language_of_environment
from kennisbank.sentences import sentence
from kennisbank.sync.protocol_manifest import fingerprint
from kennisbank.tasks.context import Progress

DONE, PROBLEMS = 0, 1


def add_arguments(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """Add what can be typed after ``archive pack``."""
    language = language_of_environment()
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help=sentence("archive_help.pack_target", language)
    )
    which = parser.add_mutually_exclusive_group()
    help_ = sentence("archive_help.pack_edition", language)
    which.add_argument("--edition", action="append", default=[], metavar="CODE", help=help_)
    which.add_argument("--all", action="store_true", help=sentence("archive_help.pack_all", language))


def run(archive: Archive, config: ArchiveConfig, arguments: Namespace, console: Console) -> int:
    """Pack; exit code 1 when the archive lacked a file."""
    done = 0

    def told(size: int) -> None:
        nonlocal done
        done += size
        console.progress(Progress("packing", done // 1_000_000, 0, "MB"))

    target = arguments.to.expanduser().absolute()
    packed = pack(archive, config, target, editions=arguments.edition, told=told)
    with archive.write() as tx:
        tx.audit.add("", PACKED)
    shown = fingerprint(archive.key.public)
    if console.as_json:
        console.answer(
            {
                "target": str(target),
                "revision": packed.revision,
                "contributions": packed.contributions,
                "files": packed.files,
                "bytes": packed.size,
                "copied": packed.copied,
                "removed": packed.removed,
                "missing": packed.missing,
                "fingerprint": shown,
            }
        )
        return PROBLEMS if packed.missing else DONE
    console.say("archive.packed", target=target, files=packed.files)
    console.say("archive.packed_fingerprint", fingerprint=shown)
    if packed.missing:
        console.say("archive.packed_missing", count=packed.missing)
    return PROBLEMS if packed.missing else DONE
