"""``kennisbank connect``, ``disconnect`` and ``status``: to which archive this library belongs, and how it stands."""

from argparse import Namespace

from kennisbank.bootstrap import Kennisbank
from kennisbank.cli import archive_shapes as shapes
from kennisbank.console import Console
from kennisbank.domain.archive import ArchiveLink
from kennisbank.net.archive_http import address_of
from kennisbank.sentences import has_sentence
from kennisbank.services.synchronising import SyncStatus
from kennisbank.tasks.context import JobContext


def connect(kennisbank: Kennisbank, arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Connect the library, or with ``--dry-run`` only say who is there."""
    accounts = kennisbank.accounts
    info = accounts.look_at(arguments.url) if arguments.dry_run else None
    url = address_of(arguments.url) if arguments.dry_run else accounts.connect(arguments.url).url
    info = info or accounts.info()
    assert info is not None
    if console.as_json:
        console.answer({"connected": not arguments.dry_run, "archive": shapes.archive(info, url)})
        return 0
    console.say(
        "central.there" if arguments.dry_run else "central.connected",
        name=info.name,
        url=url,
        contributions=info.contributions,
        maintainer=info.maintainer,
    )
    console.say("central.pinned", pin=info.key)
    return 0


def disconnect(kennisbank: Kennisbank, _arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Let go of the archive."""
    kennisbank.accounts.disconnect()
    if console.as_json:
        console.answer({"connected": False})
    else:
        console.say("central.disconnected")
    return 0


def status(kennisbank: Kennisbank, _arguments: Namespace, console: Console, _ctx: JobContext) -> int:
    """Say how the library stands with its archive, without asking it."""
    stands = kennisbank.syncing.status()
    claimable = kennisbank.accounts.claimable() if stands.account is not None else {}
    secrets = kennisbank.accounts.secrets_state()
    if console.as_json:
        console.answer({"status": shapes.status(stands, claimable, secrets)})
        return 0
    if stands.link is None:
        console.say("central.none")
        return 0
    key = "central.connected_to" if stands.link.url else "central.known_from_stick"
    console.say(key, name=stands.link.name, url=stands.link.url)
    console.write(_last(console, stands.link))
    _account(console, stands)
    for name in ("waiting", "failed", "conflicts"):
        count = getattr(stands, name)
        if count:
            console.say(f"central.{name}", count=count)
    if claimable:
        console.say("central.claimable", count=sum(claimable.values()))
    return 0


def _last(console: Console, link: ArchiveLink) -> str:
    """Return when the last sync was, and how it ended."""
    # Written as in both languages: the C library's own way would be American.
    synced = None if link.synced is None else link.synced.utc.astimezone()
    when = console.text("central.never") if synced is None else synced.strftime("%Y-%m-%d %H:%M")
    ended = ""
    if link.outcome:
        keys = (f"error.{link.outcome}.{link.detail}", f"error.{link.outcome}", f"central.ended_{link.outcome}")
        key = next((each for each in keys if has_sentence(each)), "central.ended_otherwise")
        ended = console.text(key, url=link.url, code=link.detail, words="", **_brake(link))
    return console.text("central.synced", when=when, revision=link.revision) + (f" {ended}" if ended else "")


def _brake(link: ArchiveLink) -> dict[str, int]:
    return {} if link.brake is None else {"removals": link.brake.removals, "total": link.brake.total}


def _account(console: Console, stands: SyncStatus) -> None:
    account, link = stands.account, stands.link
    if account is not None:
        known = account.ended in {"suspended", "erased"}
        key = account.ended if known else "ended" if account.ended else "logged_in"
        console.say(f"central.{key}", name=account.name, mail=account.mail)
    elif link is not None and link.wish is not None:
        console.say("central.asked", mail=link.wish.mail, date=link.wish.asked.utc.astimezone().strftime("%Y-%m-%d"))
    else:
        console.say("central.nobody")
