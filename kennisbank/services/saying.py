"""Queueing what somebody says for the archive to pass on: in whose name, once each, and taken back until it goes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kennisbank.domain.archive import Account
from kennisbank.domain.correspondence import Draft
from kennisbank.domain.ids import ContributionId, new_id
from kennisbank.domain.moments import now
from kennisbank.errors import NotFoundError, NotLoggedInError, NotSaidError
from kennisbank.library.acts import ActRow
from kennisbank.library.transaction import Transaction
from kennisbank.services.drafts import write_again
from kennisbank.sync.thread_standing import stand_anew

MOST_TEXT = 20_000
"""Characters of a message, as the archive takes them."""
MOST_COMMENT = 5000
MOST_LINE = 1000


def speaker(tx: Transaction) -> Account:
    """Return in whose name is spoken. Somebody whose session has ended goes on: it is sent when they are back.

    Raises:
        NotLoggedInError: nobody is logged in; what was written stays.
    """
    account = tx.archives.current()
    link = tx.archives.link()
    if account is None or link is None or account.archive != link.id:
        raise NotLoggedInError
    return account


def queue(
    tx: Transaction,
    kind: str,
    body: Mapping[str, Any],
    *,
    contribution: str = "",
    about: str = "",
    attachment: str = "",
    act_id: str = "",
) -> ActRow:
    """Queue an act of whoever is logged in, and return it.

    Raises:
        NotLoggedInError: nobody is.
    """
    account = speaker(tx)
    moment = now()
    made = ActRow(
        id=act_id or new_id(),
        kind=kind,
        body=body,
        state="queued",
        created=moment,
        modified=moment,
        contribution=contribution,
        about=about,
        attachment=attachment,
        archive=account.archive,
        account=account.id,
    )
    tx.acts.save(made)
    return made


def replace_waiting(tx: Transaction, kind: str, *, contribution: str | None = None, about: str | None = None) -> None:
    """Let what was to say the same be gone where it was never tried: only the last one counts."""
    for each in tx.acts.all((kind,), ("queued", "failed"), contribution=contribution, about=about):
        if each.state == "failed" or not each.sent:
            tx.acts.remove(each.id)


def found_act(tx: Transaction, kind: str, act_id: str) -> ActRow:
    """Return an act of a kind.

    Raises:
        NotFoundError: there is none.
    """
    found = tx.acts.find(act_id)
    if found is None or found.kind != kind:
        raise NotFoundError(kind, act_id)
    return found


def again(each: ActRow) -> ActRow:
    """Return an act that failed, queued again: under another id where the archive knows this one for something else."""
    act_id = new_id() if each.reason == "other_content" else each.id
    return replace(each, id=act_id, state="queued", reason="", sent="", modified=now())


def said(text: str, most: int = MOST_TEXT) -> str:
    """Return what somebody wrote, as it is sent.

    Raises:
        NotSaidError: there is nothing in it, or more than the archive takes.
    """
    made = text.strip()
    if not made:
        raise NotSaidError("empty")
    return at_most(made, most)


def at_most(text: str, most: int) -> str:
    """Return `text`.

    Raises:
        NotSaidError: it is longer than the archive takes.
    """
    if len(text) > most:
        raise NotSaidError("too_long", str(most))
    return text


def shown_contribution(tx: Transaction, contribution: ContributionId) -> None:
    """Make sure that something can be said about a contribution.

    Raises:
        NotFoundError: it isn't here.
        NotSaidError: it was withdrawn.
    """
    found = tx.contributions.find(contribution)
    if found is None:
        raise NotFoundError("contribution", contribution)
    if found.withdrawn is not None:
        raise NotSaidError("withdrawn")


def retry(tx: Transaction, act_id: str) -> None:
    """Queue an act that was refused once more; one that wasn't is let be.

    Raises:
        NotFoundError: there is none.
        NotLoggedInError: nobody is logged in.
    """
    found = tx.acts.find(act_id)
    if found is None:
        raise NotFoundError("act", act_id)
    if found.state != "failed":
        return
    speaker(tx)
    made = again(found)
    if made.id != found.id:
        tx.acts.remove(found.id)
    tx.acts.save(made)
    stand_anew(tx, made.about)


def take_back(tx: Transaction, act_id: str) -> None:
    """Have an act not sent that was never tried, or refused: what was written is a draft again, all else is gone.

    Raises:
        NotFoundError: there is none.
        NotSaidError: it is on its way, or was sent (``too_late``).
    """
    found = tx.acts.find(act_id)
    if found is None:
        raise NotFoundError("act", act_id)
    if found.kind == "feedback":
        draft_again(tx, found)
    elif found.state == "failed" or (found.state == "queued" and not found.sent):
        tx.acts.remove(found.id)
        if found.kind == "reply":
            tx.acts.save(replace(again(found), state="draft"))
        written_again(tx, found)
        stand_anew(tx, found.about)
    elif found.state != "draft":
        raise NotSaidError("too_late")


def written_again(tx: Transaction, act: ActRow) -> None:
    """Let what was written in an act that isn't sent after all be there again where it was written."""
    draft = _draft_of(act)
    if draft is not None:
        write_again(tx, draft)


def _draft_of(act: ActRow) -> Draft | None:
    contribution, body = ContributionId(act.contribution), act.body
    match act.kind:
        case "comment":
            return Draft("comment", contribution, act.about, {"text": str(body.get("text", ""))})
        case "proposal":
            words = {"value": _typed(body.get("value")), "reason": str(body.get("reason", ""))}
            return Draft("proposal", contribution, str(body.get("field", "")), words)
        case _:
            return None


def _typed(value: Any) -> str:
    """Return a proposed value as it is typed: of several, one on each line."""
    if isinstance(value, str):
        return value
    return "\n".join(str(each.get("name", "")) if isinstance(each, Mapping) else str(each) for each in value or ())


def draft_again(tx: Transaction, feedback: ActRow) -> ActRow:
    """Make feedback a draft again, and return it; what was added to it since, and waits too, stands below it.

    Raises:
        NotSaidError: it is on its way, or was sent (``too_late``).
    """
    added = tx.acts.all(("reply",), ("draft", "queued", "sent", "failed"), about=feedback.id)
    if feedback.state not in {"draft", "queued", "failed"} or any(each.state == "sent" for each in added):
        raise NotSaidError("too_late")
    text = "\n\n".join(str(each.body.get("text", "")) for each in (feedback, *added))
    draft = replace(again(feedback), state="draft", body={**feedback.body, "text": text})
    for each in (feedback, *added):
        tx.acts.remove(each.id)
    tx.acts.save(draft)
    return draft
