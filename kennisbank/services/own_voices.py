"""All that somebody said for everybody to see, or proposed, over all papers: what waits, what became of it, drafts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kennisbank.domain.correspondence import Draft, OwnVoice, Proposal
from kennisbank.library.acts import ActRow
from kennisbank.library.transaction import Transaction
from kennisbank.sync.moments import moment_text
from kennisbank.sync.thread_standing import instant

_HERE = ("queued", "sent", "failed", "accepted")


def own_voices(tx: Transaction, proposals: Sequence[Proposal], drafts: Sequence[Draft]) -> tuple[OwnVoice, ...]:
    """Return the viewer's own, the latest moved first; `proposals` and `drafts` are all of theirs."""
    found = [*_comments(tx), *_votes(tx), *(_proposal(each) for each in proposals)]
    found += [_draft(each) for each in drafts if each.contribution and each.kind in {"comment", "proposal", "report"}]
    names = tx.mailbox.names([each.contribution for each in found])
    titled = [replace(each, title=names.get(each.contribution, ("", ""))[0]) for each in found]
    return tuple(sorted(titled, key=lambda each: (each.moment, each.id), reverse=True))


def _comments(tx: Transaction) -> Iterator[OwnVoice]:
    leaving = {each.about for each in tx.acts.all(("withdrawal",), _HERE)}
    told = {each.id: each for each in tx.mailbox.all("comment")}
    for name, item in told.items():
        comment = tx.comments.find(name)
        if comment is None or name in leaving or comment.gone not in {"", "hidden"}:
            continue
        state = "hidden" if comment.gone or item.body.get("state") == "hidden" else "visible"
        answer = comment.words or str(item.body.get("reason", "")) if state == "hidden" else ""
        yield OwnVoice(name, "comment", item.contribution, "", comment.text, state, answer, comment.created)
    for act in tx.acts.all(("comment",), _HERE):
        if act.id not in told and act.id not in leaving:
            state = "visible" if act.state == "accepted" else act.state
            yield _said(act, "comment", str(act.body.get("text", "")), state)


def _votes(tx: Transaction) -> Iterator[OwnVoice]:
    waiting = {each.contribution: each for each in tx.acts.all(("vote",), _HERE)}
    for item in tx.mailbox.all("vote"):
        if item.contribution not in waiting and item.body.get("stars"):
            words = str(item.body["stars"])
            yield OwnVoice(item.id, "vote", item.contribution, "", words, "visible", moment=item.moved)
    for act in waiting.values():
        if act.body.get("stars"):
            yield _said(act, "vote", str(act.body["stars"]), "visible" if act.state == "accepted" else act.state)


def _said(act: ActRow, kind: Any, words: str, state: str) -> OwnVoice:
    answer = act.reason if act.state == "failed" else ""
    contribution: Any = act.contribution
    return OwnVoice(act.id, kind, contribution, "", words, state, answer, instant(moment_text(act.modified)))


def _proposal(each: Proposal) -> OwnVoice:
    words = words_of(each.value)
    return OwnVoice(
        each.id, "proposal", each.contribution, "", words, each.state, each.answer, each.moment, each.field
    )  # fmt: skip


def _draft(each: Draft) -> OwnVoice:
    words = " ".join((each.text or each.words.get("value", "") or each.words.get("reason", "")).split("\n"))
    kind: Any = each.kind
    field = each.about if each.kind == "proposal" else ""
    moment = "" if each.modified is None else instant(moment_text(each.modified))
    return OwnVoice("-".join(each.key), kind, each.contribution, "", words, "draft", "", moment, field)


def words_of(value: Any) -> str:
    """Return a proposed value on one line."""
    if isinstance(value, str):
        return value
    return ", ".join(str(each.get("name", "")) if isinstance(each, Mapping) else str(each) for each in value)
