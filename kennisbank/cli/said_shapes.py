"""What the commands about feedback, comments and proposals answer as JSON: docs/cli.md."""

from typing import Any

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.correspondence import (
    Attachment,
    Comment,
    InboxCounts,
    Message,
    Proposal,
    Reception,
    Thread,
    ThreadRow,
)


def row(each: ThreadRow) -> dict[str, Any]:
    """Return one line of a list of threads."""
    return {
        "id": each.id,
        "contribution": each.contribution,
        "title": each.title,
        "edition": each.edition,
        "side": each.side,
        "kind": each.kind,
        "state": each.state,
        "name": each.name,
        "role": each.role,
        "start": each.start,
        "moment": each.moment,
        "is_unread": each.is_unread,
        "is_waiting": each.is_waiting,
        "days_waiting": each.days_waiting,
        "messages": each.messages,
    }


def counts(each: InboxCounts) -> dict[str, int]:
    """Return how many threads are in each folder."""
    return {
        "open": each.open,
        "unread": each.unread,
        "to_answer": each.to_answer,
        "done": each.done,
        "late": each.late,
    }


def thread(each: Thread) -> dict[str, Any]:
    """Return a thread with its messages."""
    return {
        "id": each.id,
        "contribution": each.contribution,
        "title": each.title,
        "edition": each.edition,
        "side": each.side,
        "kind": each.kind,
        "shown_as": each.shown_as,
        "state": each.state,
        "version": each.version,
        "reason": each.reason,
        "link": each.link,
        "passage": _passage(each.anchor),
        "authors": list(each.authors),
        "messages": [message(one) for one in each.messages],
        "steps": [{"state": step.state, "moment": step.moment, "who": step.who} for step in each.steps],
        "is_unread": each.is_unread,
        "is_reported": each.is_reported,
        "days_waiting": each.days_waiting,
    }


def message(each: Message) -> dict[str, Any]:
    """Return one message of a thread."""
    return {
        "id": each.id,
        "by": each.by,
        "name": each.name,
        "role": each.role,
        "is_mine": each.is_mine,
        "text": each.text,
        "moment": each.moment,
        "attachment": _attachment(each.attachment),
        "is_read": each.is_read,
        "gone": each.gone,
        "words": each.words,
        "state": each.state,
        "reason": each.reason,
    }


def comment(each: Comment) -> dict[str, Any]:
    """Return a comment with the replies to it."""
    return {
        "id": each.id,
        "name": each.name,
        "role": each.role,
        "is_author": each.is_author,
        "is_mine": each.is_mine,
        "text": each.text,
        "created": each.created,
        "gone": each.gone,
        "words": each.words,
        "state": each.state,
        "reason": each.reason,
        "replies": [comment(reply) for reply in each.replies],
    }


def reception(each: Reception) -> dict[str, Any]:
    """Return how a contribution was received; `mean` is null while it isn't rated."""
    return {
        "mean": each.mean,
        "count": each.count,
        "votes": list(each.votes),
        "own": each.own,
        "is_waiting": each.is_waiting,
        "tags": list(each.tags),
    }


def proposal(each: Proposal) -> dict[str, Any]:
    """Return a proposal and what became of it."""
    return {
        "id": each.id,
        "contribution": each.contribution,
        "title": each.title,
        "field": each.field,
        "value": each.value,
        "state": each.state,
        "reason": each.reason,
        "answer": each.answer,
        "moment": each.moment,
    }


def _passage(anchor: Anchor | None) -> dict[str, Any] | None:
    if anchor is None:
        return None
    return {"file": anchor.file, "page": anchor.page, "quote": anchor.quote.exact if anchor.quote is not None else ""}


def _attachment(each: Attachment | None) -> dict[str, Any] | None:
    if each is None:
        return None
    return {"id": each.id, "name": each.name, "media_type": each.media_type, "size": each.size}
