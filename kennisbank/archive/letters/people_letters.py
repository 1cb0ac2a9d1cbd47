"""What is told to authors, maintainers and readers of the newsletter, decided at the moment it is written.

Whoever is no author by then, or wants no mail any more, is told nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import cast

from sqlalchemy import and_, func, select

from kennisbank.archive.accounts.account_rows import AccountRow
from kennisbank.archive.accounts.desk import Desk
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.letters.addressing import addressed, language_for
from kennisbank.archive.letters.people_texts import (
    WHAT,
    PeopleLetter,
    as_list,
    as_paragraphs,
    people_letter,
    stop_text,
)
from kennisbank.archive.mail.outgoing import Errand, Waiting
from kennisbank.archive.mail.post import Message, one_line
from kennisbank.archive.people.claim_codes import ClaimCodes
from kennisbank.archive.people.contacts import Contacts, address_hash
from kennisbank.archive.people.mail_links import MailLink, newsletter_address, unsubscribe_address
from kennisbank.archive.people.notify import pace_of
from kennisbank.archive.records.catalogue import Catalogue
from kennisbank.archive.schema import people_tables as t
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.schema.voice_tables import reports

_LONGEST_TITLE = 160
_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class _Writing:
    """One message that is being written."""

    desk: Desk
    waiting: Waiting
    config: ArchiveConfig
    now: datetime

    def message(self, kind: PeopleLetter, *, stop: MailLink | None = None, **values: str) -> Message:
        """Return the message; with `stop`, how to get no more of them stands in it and in its headers."""
        language = language_for(self.waiting.language, self.config)
        unsubscribe = ""
        if stop is not None:
            unsubscribe = unsubscribe_address(self.desk.keyed, self.config, stop)
            address = one_line(self.config.address) if stop.purpose == "invitation" else ""
            values["stop"] = stop_text(language, unsubscribe, address)
        subject, body = people_letter(kind, language, self.config, is_long=True, **values)
        has_answers = kind not in {"feedback", "feedback_daily", "invitation"}
        said = (subject[:_LONGEST_SUBJECT], body)
        return addressed(self.waiting, self.config, said, unsubscribe=unsubscribe, has_answers=has_answers)

    def title(self, contribution: str) -> str | None:
        """Return the title of a contribution that is still there."""
        record = Catalogue(self.desk.connection).get("contribution", contribution)
        if record is None or record.gone is not None or record.body is None:
            return None
        title = str(record.body.get("title", ""))
        return _short(title, _LONGEST_TITLE)

    def author(self) -> AccountRow | None:
        """Return the account that is written to, if it may still hear of feedback."""
        account = self.desk.accounts.one(self.waiting.details["account"])
        is_there = account is not None and account.state == "active" and account.mail == self.waiting.mail
        return account if is_there else None

    def is_author(self, account: str, contribution: str) -> bool:
        """Tell whether an account is an author of a contribution."""
        c = contribution_authors.c
        query = select(c.account).where(c.account == account, c.contribution == contribution)
        return self.desk.connection.execute(query).first() is not None

    def is_refused(self) -> bool:
        """Tell whether the address that is written to wants no such mail any more."""
        return bool(Contacts(self.desk.connection).refused(self.desk.keyed, [self.waiting.mail]))

    def address(self) -> str:
        """Return what stands for the address that is written to."""
        return address_hash(self.desk.keyed, self.waiting.mail)


def write(desk: Desk, waiting: Waiting, config: ArchiveConfig, now: datetime) -> Message | None:
    """Return the message of one of the errands in `WRITTEN`; None: nothing is sent."""
    return WRITTEN[waiting.kind](_Writing(desk, waiting, config, now))


def _claim_code(writing: _Writing) -> Message | None:
    c = t.claims.c
    claim = writing.desk.connection.execute(select(t.claims).where(c.id == writing.waiting.details["claim"])).first()
    if claim is None or claim.state != "code_sent" or claim.mail != writing.waiting.mail:
        return None
    account, title = writing.desk.accounts.one(claim.account), writing.title(claim.contribution)
    if account is None or title is None:
        return None
    code = ClaimCodes(writing.desk.connection, writing.desk.keyed).issue(claim.id, writing.now)
    return writing.message("claim_code", code=code, name=_short(account.name), author=claim.author, title=title)


def _coauthor(writing: _Writing) -> Message | None:
    c = t.claims.c
    claim = writing.desk.connection.execute(select(t.claims).where(c.id == writing.waiting.details["claim"])).first()
    if claim is None or claim.state != "granted":
        return None
    account, title = writing.desk.accounts.one(claim.account), writing.title(claim.contribution)
    if account is None or title is None or writing.is_refused():
        return None
    stop = MailLink("invitation", writing.address())
    return writing.message("coauthor", stop=stop, name=_short(account.name), author=claim.author, title=title)


def _invitation(writing: _Writing) -> Message | None:
    title = writing.title(writing.waiting.details["contribution"])
    if title is None or writing.is_refused():
        return None
    where = f" ({one_line(writing.config.url)})" if writing.config.url else ""
    return writing.message("invitation", stop=MailLink("invitation", writing.address()), title=title, where=where)


def _feedback(writing: _Writing) -> Message | None:
    account, contribution = writing.author(), writing.waiting.details["contribution"]
    title = writing.title(contribution)
    if account is None or title is None or not writing.is_author(account.id, contribution):
        return None
    if pace_of(writing.desk.connection, account.id) == "never":
        return None
    return writing.message("feedback", stop=MailLink("feedback", account.id), title=title)


def _feedback_daily(writing: _Writing) -> Message | None:
    account = writing.author()
    if account is None or pace_of(writing.desk.connection, account.id) == "never":
        return None
    mine = [each for each in writing.waiting.details["contributions"].split() if writing.is_author(account.id, each)]
    titles = [title for each in mine if (title := writing.title(each)) is not None]
    if not titles:
        return None
    return writing.message("feedback_daily", stop=MailLink("feedback", account.id), titles=as_list(titles))


def _desk(writing: _Writing) -> Message | None:
    """Return what tells a maintainer that something waits, if it still does."""
    what = writing.waiting.details["list"]
    table, waits = {
        "claim": (t.claims, t.claims.c.state == "waiting"),
        "earlier": (t.claims, t.claims.c.earlier == "waiting"),
        "remark": (t.remarks, t.remarks.c.state == "open"),
        "version": (t.versions, t.versions.c.state == "waiting"),
        "report": (reports, and_(reports.c.state == "open", reports.c.purpose == "report")),
        "help": (reports, and_(reports.c.state == "open", reports.c.purpose == "help")),
    }[what]
    query = select(func.count()).select_from(table).where(waits)
    waiting = int(writing.desk.connection.execute(query).scalar_one())
    account = writing.desk.accounts.by_mail(writing.waiting.mail)
    if not waiting or account is None or account.state != "active" or account.right != "maintainer":
        return None
    language = language_for(writing.waiting.language, writing.config)
    return writing.message("desk", what=WHAT[language][what], waiting=str(waiting))


def _remark_answer(writing: _Writing) -> Message | None:
    r = t.remarks.c
    query = select(r.answer, r.mail).where(r.id == writing.waiting.details["remark"])
    remark = writing.desk.connection.execute(query).first()
    if remark is None or not remark.answer or remark.mail != writing.waiting.mail:
        return None
    return writing.message("remark_answer", words=as_paragraphs(remark.answer))


def _newsletter(writing: _Writing) -> Message | None:
    """Return what answers a wish about the newsletter, by how things stand now."""
    base, subject = writing.waiting.details["base"], writing.address()
    n = t.newsletter.c
    row = writing.desk.connection.execute(select(n.confirmed).where(n.mail_hash == subject)).first()
    is_on = row is not None and bool(row.confirmed)
    if writing.waiting.details["wants"] == "no":
        kind = "newsletter_off" if is_on else "newsletter_not_on"
    else:
        kind = "newsletter_is_on" if is_on else "newsletter_on"
    purpose = MailLink("newsletter_on" if kind == "newsletter_on" else "newsletter_off", subject)
    link = newsletter_address(writing.desk.keyed, base, purpose)
    days = str(writing.config.retention.newsletter_days)
    return writing.message(cast("PeopleLetter", kind), link=link, days=days)


def _short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


WRITTEN: Mapping[Errand, Callable[[_Writing], Message | None]] = MappingProxyType(
    {
        "claim_code": _claim_code,
        "coauthor": _coauthor,
        "invitation": _invitation,
        "feedback": _feedback,
        "feedback_daily": _feedback_daily,
        "desk": _desk,
        "remark_answer": _remark_answer,
        "newsletter": _newsletter,
    }
)
"""The errands that are written here."""
