"""What is told to whom, decided at the moment it is written: who isn't known by then is told nothing."""

import shlex
from collections.abc import Mapping
from datetime import datetime
from typing import cast

from kennisbank.archive.accounts.account_rows import AccountRow
from kennisbank.archive.accounts.codes import LIFE, LONG_LIFE
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.accounts.limits import Limit
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.letters import people_letters
from kennisbank.archive.letters.addressing import addressed, language_for
from kennisbank.archive.letters.mail_texts import OCCUPATIONS, Letter, letter
from kennisbank.archive.mail.outgoing import Waiting
from kennisbank.archive.mail.post import Message
from kennisbank.sync.protocol_accounts import AccountRequest, Occupation

NOTICES_AN_HOUR = 10
"""How often a maintainer is written to about requests; the others stand in the list."""


def write_letter(desk: Desk, waiting: Waiting, config: ArchiveConfig, now: datetime) -> Message | None:
    """Return the message of an errand, carried out as far as that takes (an account, a code); None: nothing is sent."""
    if waiting.kind in people_letters.WRITTEN:
        return people_letters.write(desk, waiting, config, now)
    return _notice(desk, waiting, config) if waiting.kind == "notice" else _of_account(desk, waiting, config, now)


def _of_account(desk: Desk, waiting: Waiting, config: ArchiveConfig, now: datetime) -> Message | None:
    """Return what is told to whoever has an account, or asks for one."""
    account = desk.accounts.by_mail(waiting.mail)
    if waiting.kind == "asked" and account is None:
        account = _take_in(desk, waiting, config, now)
        return None if account is None else _coded(desk, waiting, account, config, now, _welcome(config))
    if account is None:
        return None
    if waiting.kind in {"asked", "code", "erasure"}:
        return _known(desk, waiting, account, config, now)
    if waiting.kind == "approved" and not desk.sessions.of_account(account.id, now):
        return _coded(desk, waiting, account, config, now, "approved_code")
    return _message(waiting, config, cast("Letter", waiting.kind))


def _take_in(desk: Desk, waiting: Waiting, config: ArchiveConfig, now: datetime) -> AccountRow | None:
    """Add the account that was asked for, and have the maintainers told."""
    asked = waiting.details
    request = AccountRequest(
        mail=waiting.mail,
        name=asked["name"],
        occupation=cast("Occupation", asked["occupation"]),
        organisation=asked["organisation"],
        language=waiting.language,
        accepts_rules=True,
    )
    account = desk.accounts.add(request, now)
    if account is not None:
        desk.audit.add("", "account_requested", account.id)
        if config.approval == "maintainer":
            _have_told(desk, account, now)
    return account


def _have_told(desk: Desk, account: AccountRow, now: datetime) -> None:
    for each in desk.accounts.maintainers():
        if each.state == "active" and not desk.limits.count(Limit("notice", each.id, NOTICES_AN_HOUR), now):
            desk.outgoing.add("notice", each.mail, each.language, now, {"account": account.id})


def _known(desk: Desk, waiting: Waiting, account: AccountRow, config: ArchiveConfig, now: datetime) -> Message | None:
    """Return what somebody is told who has an account: a code, or why there is none."""
    if waiting.kind == "erasure":  # whoever is suspended may have everything erased too
        return _coded(desk, waiting, account, config, now, "erasure")
    if account.state == "suspended" and account.listed == "active":
        return _message(waiting, config, "suspended_unnamed")
    if account.state in {"refused", "suspended"}:
        return _message(waiting, config, cast("Letter", account.state))
    if account.may is None:
        return None
    kind = _welcome(config) if waiting.kind == "asked" and account.state == "requested" else "code"
    return _coded(desk, waiting, account, config, now, kind)


def _coded(
    desk: Desk, waiting: Waiting, account: AccountRow, config: ArchiveConfig, now: datetime, kind: Letter
) -> Message:
    is_long = kind == "approved_code"
    code = desk.codes.issue(account.id, now, LONG_LIFE if is_long else LIFE)
    return _message(waiting, config, kind, {"code": code}, is_long=is_long)


def _notice(desk: Desk, waiting: Waiting, config: ArchiveConfig) -> Message | None:
    account = desk.accounts.one(waiting.details["account"])
    if account is None or account.state != "requested":
        return None
    values = {
        "name": account.name,
        "mail": account.mail,
        "quoted": shlex.quote(account.mail),
        "occupation": OCCUPATIONS[waiting.language][account.occupation],
        "organisation": f", {account.organisation}" if account.organisation else "",
        "waiting": str(desk.accounts.count("requested")),
    }
    return _message(waiting, config, "asked", values)


def _welcome(config: ArchiveConfig) -> Letter:
    return "welcome_wait" if config.approval == "maintainer" else "welcome"


def _message(
    waiting: Waiting,
    config: ArchiveConfig,
    kind: Letter,
    values: Mapping[str, str] | None = None,
    *,
    is_long: bool = False,
) -> Message:
    language = language_for(waiting.language, config)
    return addressed(waiting, config, letter(kind, language, config, is_long=is_long, **(values or {})))
