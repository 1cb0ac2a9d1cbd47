"""What the commands about the central archive answer as JSON: docs/cli.md."""

from collections.abc import Mapping
from typing import Any

from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.changes import Kind
from kennisbank.domain.moments import Moment
from kennisbank.domain.syncing import Conflict, Loser, SyncOutcome, Waiting
from kennisbank.services.synchronising import SyncStatus
from kennisbank.sync.protocol_accounts import ArchiveInfo, SessionInfo


def archive(info: ArchiveInfo, url: str) -> dict[str, Any]:
    """Return who an archive is."""
    return {
        "url": url,
        "id": info.id,
        "name": info.name,
        "foundation": info.foundation,
        "maintainer": info.maintainer,
        "key": info.key,
        "approval": info.approval,
        "contributions": info.contributions,
        "revision": info.revision,
        "languages": list(info.languages),
        "house_rules": dict(info.house_rules),
        "privacy": dict(info.privacy),
    }


def link(each: ArchiveLink) -> dict[str, Any]:
    """Return the archive that a library is connected to."""
    return {
        "url": each.url,
        "id": each.id,
        "name": each.name,
        "key": each.key,
        "revision": each.revision,
        "synced": moment(each.synced),
        "outcome": each.outcome,
        "detail": each.detail,
        "asked": None
        if each.wish is None
        else {"mail": each.wish.mail, "name": each.wish.name, "moment": moment(each.wish.asked)},
    }


def account(each: Account) -> dict[str, Any]:
    """Return somebody's account."""
    return {
        "id": each.id,
        "mail": each.mail,
        "name": each.name,
        "occupation": each.occupation,
        "organisation": each.organisation,
        "right": each.right,
        "device": each.device,
        "ended": each.ended,
    }


def status(each: SyncStatus, claimable: Mapping[Kind, int], secrets: str) -> dict[str, Any]:
    """Return how a library stands with its archive."""
    brake = each.brake
    return {
        "archive": None if each.link is None else link(each.link),
        "account": None if each.account is None else account(each.account),
        "waiting": each.waiting,
        "failed": each.failed,
        "conflicts": each.conflicts,
        "losers": each.losers,
        "brake": None if brake is None else {"removals": brake.removals, "total": brake.total},
        "claimable": dict(claimable),
        "keyring": secrets,
    }


def outcome(each: SyncOutcome) -> dict[str, Any]:
    """Return what a sync did."""
    names = ("received", "added", "updated", "removed", "sent", "refused", "conflicts", "requests", "differs")
    return {name: getattr(each, name) for name in names}


def waiting(each: Waiting, words: str) -> dict[str, Any]:
    """Return something that the archive hasn't taken yet, with the words for why."""
    return {
        "id": each.id,
        "kind": each.kind,
        "entity": each.entity,
        "title": each.title,
        "action": each.action,
        "since": moment(each.since),
        "state": each.state,
        "reason": each.reason,
        "words": words,
    }


def conflict(each: Conflict, title: str) -> dict[str, Any]:
    """Return something that was changed on both sides."""
    return {
        "id": each.id,
        "kind": each.kind,
        "entity": each.entity,
        "title": title,
        "field": each.field,
        "base": each.base,
        "mine": each.mine,
        "theirs": each.theirs,
        "found": moment(each.found),
    }


def loser(each: Loser, title: str) -> dict[str, Any]:
    """Return a version that lost."""
    return {
        "id": each.id,
        "kind": each.kind,
        "entity": each.entity,
        "title": title,
        "reason": each.reason,
        "kept": moment(each.kept),
    }


def session(each: SessionInfo) -> dict[str, Any]:
    """Return a device on which somebody is logged in."""
    names = ("id", "device", "created", "used", "ends", "is_current", "is_token")
    return {name: getattr(each, name) for name in names}


def moment(each: Moment | None) -> str | None:
    """Return a moment in ISO 8601, UTC."""
    return None if each is None else each.utc.isoformat()
