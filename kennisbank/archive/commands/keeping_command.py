"""``kennisbank archive backup``, ``restore``, ``check`` and ``daily``: keeping what there is, for as long as it may."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from kennisbank.archive.commands.opening import Place, data_of, storage_of
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.keeping import daily
from kennisbank.archive.keeping.backup import back_up, restore
from kennisbank.archive.keeping.checking import check
from kennisbank.archive.privacy.old_backups import prune
from kennisbank.archive.world import Archive
from kennisbank.console import Console, language_of_environment
from kennisbank.sentences import sentence
from kennisbank.tasks.context import JobContext

DONE, PROBLEMS = 0, 1


def add_backup(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """Add what can be typed after ``archive backup``."""
    parser.add_argument("target", type=Path, metavar="DIR", help=_help("backup_target"))
    parser.add_argument("--keep-days", type=_days, default=0, metavar="N", help=_help("keep_days"))


def add_restore(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """Add what can be typed after ``archive restore``."""
    parser.add_argument("source", type=Path, metavar="DIR", help=_help("restore_source"))
    parser.add_argument(
        "--erasures", type=Path, action="append", default=[], metavar="FILE|DIR", help=_help("restore_erasures")
    )


def add_check(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """Add what can be typed after ``archive check``."""
    parser.add_argument("--repair", action="store_true", help=_help("repair"))


def add_daily(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """Add what can be typed after ``archive daily``: the archive's folder may stand there by itself."""
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=_help("daily_data"))


def run_backup(archive: Archive, arguments: Namespace, console: Console) -> int:
    """Copy everything to a new folder; exit code 1 when the archive lacked files."""
    target = arguments.target.expanduser().absolute()
    made = back_up(archive, target, JobContext(console.progress))
    removed = prune(target.parent, made.archive, arguments.keep_days, datetime.now(UTC))
    if console.as_json:
        files, size = len(made.files), sum(made.files.values())
        said = {"target": str(target), "archive": made.archive, "epoch": made.epoch, "revision": made.revision}
        console.answer(
            {
                **said,
                "records": made.rows.get("records", 0),
                "files": files,
                "bytes": size,
                "missing": list(made.missing),
                "removed": removed,
            }
        )
    else:
        console.say("archive.backed_up", target=target, records=made.rows.get("records", 0), files=len(made.files))
        if removed:
            console.say("archive.old_backups", count=removed)
        _say_missing(console, len(made.missing))
    return PROBLEMS if made.missing else DONE


def run_restore(arguments: Namespace, console: Console) -> int:
    """Make an archive from a backup; where its database and files go is typed, or as it was."""
    source, data = arguments.source.expanduser().absolute(), data_of(arguments)
    storage = storage_of(arguments, ArchiveConfig.load(source))
    ctx = JobContext(console.progress)
    erasures = [each.expanduser().absolute() for each in arguments.erasures]
    place = {"database": storage.database or None, "files": storage.files or None}
    made = restore(source, data, **place, erasures=erasures, ctx=ctx)
    if console.as_json:
        console.answer({"data": str(data), **asdict(made)})
    else:
        console.say("archive.restored", data=data)
        if made.erased:
            console.say("archive.erased_again", count=made.erased)
        _say_missing(console, len(made.missing))
    return PROBLEMS if made.missing else DONE


def run_check(archive: Archive, arguments: Namespace, console: Console) -> int:
    """Look at everything; exit code 1 when something isn't as it should be and wasn't mended."""
    findings = check(archive, repair=arguments.repair, ctx=JobContext(console.progress))
    open_ones = [each for each in findings if not each.repaired]
    if console.as_json:
        console.answer({"findings": [asdict(each) for each in findings]})
        return PROBLEMS if open_ones else DONE
    if not findings:
        console.say("archive.sound")
    else:
        console.say("archive.unsound", count=len(findings))
    for each in findings:
        console.write(f"  {each.message}" + (f" {console.text('archive.mended')}" if each.repaired else ""))
    return PROBLEMS if open_ones else DONE


def run_daily(arguments: Namespace, console: Console) -> int:
    """Do what is done once a day, now; exit code 1 when a part of it failed."""
    if arguments.folder is not None:
        arguments.data = arguments.folder
    place = Place.of(arguments)
    with place.open() as archive:
        done = daily.run_daily(archive, place.config, datetime.now(UTC))
    if console.as_json:
        console.answer({"day": done.day.isoformat(), "counts": dict(done.counts), "failed": list(done.failed)})
    else:
        console.say("archive.daily_done", day=done.day.isoformat())
        for name in done.failed:
            console.complain(console.text("archive.daily_failed", step=name))
    return PROBLEMS if done.failed else DONE


def _days(text: str) -> int:
    days = int(text)
    if days < 1:
        raise ValueError
    return days


def _say_missing(console: Console, count: int) -> None:
    if count:
        console.say("archive.files_missing", count=count)


def _help(key: str) -> str:
    return sentence(f"archive_help.{key}", language_of_environment())
