"""What readers say for everybody to see: comments, stars, tags, and proposals to correct what is known of a paper."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Comment, Draft, OwnVoice, Proposal, Reception
from kennisbank.domain.ids import ContributionId
from kennisbank.errors import NotFoundError, NotSaidError
from kennisbank.library.acts import ActRow
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.transaction import Transaction
from kennisbank.services import saying
from kennisbank.services.drafts import DraftService, use_up
from kennisbank.services.own_voices import own_voices
from kennisbank.services.withdrawing import withdraw
from kennisbank.sync.moments import moment_text
from kennisbank.sync.thread_standing import instant

ProposedField = Literal["title", "authors", "keywords", "tag"]
_WAITING = ("queued", "sent", "failed", "accepted")
_MOST_STARS = 5
_LISTED: Mapping[str, type] = MappingProxyType({"title": str, "tag": str, "keywords": list, "authors": list})


class VoiceService:
    """Comments, stars, tags and proposals. Every method may be called from any thread; none speaks to the archive."""

    def __init__(self, library: Library) -> None:
        """Read and write in `library`."""
        self._library = library

    # Comments.

    def comments(self, contribution: ContributionId) -> tuple[Comment, ...]:
        """Return the comments on a contribution, oldest first, with their replies; one's own that wait among them."""
        with self._library.read() as tx:
            acts = tx.acts.all(("comment",), (*_WAITING, "heard"), contribution=contribution)
            own = {each.id for each in acts} | {each.id for each in tx.mailbox.all("comment", contribution)}
            known = tx.comments.present(own)
            waiting = [_own_comment(tx, each) for each in acts if each.id not in known and each.state != "heard"]
            leaving = {each.about for each in tx.acts.all(("withdrawal",), _WAITING, contribution=contribution)}
            return tx.comments.of(contribution, own=own, waiting=waiting, leaving=leaving)

    def comment(
        self, contribution: ContributionId, text: str, reply_to: str | None = None, *, ends_draft: bool = False
    ) -> ChangeSet:
        """Queue a comment, under one's own name, or a reply to one that is no reply itself.

        With `ends_draft` its draft is used up by it; else that stays, for it may say something else.

        Raises:
            NotFoundError: there is no such contribution, or no such comment.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        made = saying.said(text, saying.MOST_COMMENT)
        with self._library.write() as tx:
            saying.shown_contribution(tx, contribution)
            if reply_to is not None:
                _check_reply(tx, reply_to)
            body = {"text": made, "reply_to": reply_to}
            saying.queue(tx, "comment", body, contribution=contribution, about=reply_to or "")
            if ends_draft:
                use_up(tx, Draft("comment", contribution, reply_to or ""))
            return tx.changes

    def withdraw_comment(self, comment_id: str) -> ChangeSet:
        """Take back a comment of one's own: a draft again where it never left, else the archive is asked to.

        Raises:
            NotFoundError: there is no such comment.
            NotLoggedInError: nobody is logged in.
        """
        return withdraw(self._library, "comment", comment_id)

    def report(
        self,
        subject: Literal["comment", "thread"],
        subject_id: str,
        words: str,
        *,
        ends_draft: ContributionId | None = None,
    ) -> ChangeSet:
        """Queue that something breaks the house rules, for the maintainers to look at.

        `ends_draft`: the contribution whose draft of this report is used up by it.

        Raises:
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        body = {"subject": subject, "id": subject_id, "purpose": "report", "words": saying.said(words)}
        with self._library.write() as tx:
            saying.queue(tx, "report", body, about=subject_id)
            if ends_draft is not None:
                use_up(tx, Draft("report", ends_draft, subject_id))
            return tx.changes

    def retry(self, act_id: str) -> ChangeSet:
        """Queue what was refused once more.

        Raises:
            NotFoundError: there is none.
            NotLoggedInError: nobody is logged in.
        """
        with self._library.write() as tx:
            saying.retry(tx, act_id)
            return tx.changes

    # Stars and tags.

    def reception(self, contribution: ContributionId) -> Reception:
        """Return how a contribution was received, and one's own vote, counted in while it is on its way."""
        return self.receptions([contribution])[contribution]

    def receptions(self, ids: Collection[ContributionId]) -> dict[ContributionId, Reception]:
        """Return how each of these contributions was received."""
        with self._library.read() as tx:
            told = tx.receptions.of(ids)
            votes = {each.contribution: int(each.body.get("stars", 0)) for each in tx.mailbox.all("vote")}
            waiting = {each.contribution: int(each.body["stars"]) for each in tx.acts.all(("vote",), _WAITING[:-1])}
            accepted = {each.contribution: int(each.body["stars"]) for each in tx.acts.all(("vote",), ("accepted",))}
        found = {}
        for each in ids:
            reception = told.get(each, Reception())
            before = accepted.get(each, votes.get(each, 0))
            now = waiting.get(each, before)
            found[each] = replace(_counted(reception, before, now), own=now, is_waiting=each in waiting)
        return found

    def vote(self, contribution: ContributionId, stars: int) -> ChangeSet:
        """Queue one's own vote, 1 to 5 stars, instead of the one before; 0 takes it back.

        Raises:
            NotFoundError: there is no such contribution.
            NotLoggedInError: nobody is logged in.
            NotSaidError: there are no so many stars.
        """
        if not 0 <= stars <= _MOST_STARS:
            raise NotSaidError("no_stars")
        with self._library.write() as tx:
            saying.shown_contribution(tx, contribution)
            saying.replace_waiting(tx, "vote", contribution=contribution)
            saying.queue(tx, "vote", {"stars": stars}, contribution=contribution)
            return tx.changes

    def tag(self, contribution: ContributionId, word: str, *, ends_draft: bool = False) -> ChangeSet:
        """Queue a word by which a contribution should be found; a maintainer accepts it.

        Raises:
            NotFoundError: there is no such contribution.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        return self.propose(contribution, "tag", " ".join(word.split()), ends_draft=ends_draft)

    # Proposals.

    def propose(
        self,
        contribution: ContributionId,
        field: ProposedField,
        value: Any,
        reason: str = "",
        *,
        ends_draft: bool = False,
    ) -> ChangeSet:
        """Queue a correction, or a tag; `value` as in `sync.protocol_acts.ProposalBody`, `ends_draft` as of a comment.

        Raises:
            NotFoundError: there is no such contribution.
            NotLoggedInError: nobody is logged in.
            NotSaidError: it can't be sent so.
        """
        body = {
            "field": field,
            "value": _proposed(field, value),
            "reason": saying.at_most(reason.strip(), saying.MOST_TEXT),
        }
        with self._library.write() as tx:
            saying.shown_contribution(tx, contribution)
            saying.queue(tx, "proposal", body, contribution=contribution)
            if ends_draft:
                use_up(tx, Draft("proposal", contribution, field))
            return tx.changes

    def proposals(self, contribution: ContributionId | None = None) -> tuple[Proposal, ...]:
        """Return what one proposed oneself (for one contribution), the latest first."""
        with self._library.read() as tx:
            told = tx.mailbox.all("proposal", contribution)
            known = {each.id for each in told}
            acts = [
                each for each in tx.acts.all(("proposal",), _WAITING, contribution=contribution) if each.id not in known
            ]
            names = tx.mailbox.names([*(each.contribution for each in told), *(each.contribution for each in acts)])
        found = [_proposal(each, names) for each in told] + [_own_proposal(each, names) for each in acts]
        return tuple(sorted(found, key=lambda each: (each.moment, each.id), reverse=True))

    def mine(self) -> tuple[OwnVoice, ...]:
        """Return all of one's own over all papers, what is being written too, the latest moved first."""
        proposals, drafts = self.proposals(), DraftService(self._library).all()
        with self._library.read() as tx:
            return own_voices(tx, proposals, drafts)

    def withdraw_proposal(self, proposal_id: str) -> ChangeSet:
        """Take back a proposal that wasn't decided on.

        Raises:
            NotFoundError: there is no such proposal.
            NotLoggedInError: nobody is logged in.
        """
        return withdraw(self._library, "proposal", proposal_id)


def _check_reply(tx: Transaction, reply_to: str) -> None:
    act = tx.acts.find(reply_to)
    if tx.comments.find(reply_to) is None and (act is None or act.kind != "comment"):
        raise NotFoundError("comment", reply_to)
    if tx.comments.reply_to(reply_to) or (act is not None and act.body.get("reply_to")):
        raise NotSaidError("no_reply")


def _proposed(field: ProposedField, value: Any) -> Any:
    """Return a proposed value as it is sent."""
    if not isinstance(value, (list, tuple) if _LISTED[field] is list else str):
        raise NotSaidError("empty")
    if isinstance(value, str):
        return saying.said(" ".join(value.split()), saying.MOST_LINE)
    made = [each if isinstance(each, Mapping) else str(each).strip() for each in value]
    if field == "authors":
        made = [each if isinstance(each, Mapping) else {"name": each} for each in made]
    kept = [each for each in made if each]
    if not kept:
        raise NotSaidError("empty")
    return kept


def _counted(reception: Reception, before: int, now: int) -> Reception:
    """Return everybody's votes as they will be when one's own has arrived."""
    if before == now:
        return reception
    votes = list(reception.votes)
    if before:
        votes[before - 1] = max(0, votes[before - 1] - 1)
    if now:
        votes[now - 1] += 1
    return replace(reception, votes=(votes[0], votes[1], votes[2], votes[3], votes[4]))


def _own_comment(tx: Transaction, act: ActRow) -> tuple[Comment, str]:
    account = tx.archives.current()
    state: Any = act.state
    made = Comment(
        id=act.id,
        contribution=ContributionId(act.contribution),
        name="" if account is None else account.name,
        role="" if account is None else account.occupation,
        text=str(act.body.get("text", "")),
        created=instant(moment_text(act.modified)),
        is_mine=True,
        state=state,
        reason=act.reason if act.state == "failed" else "",
    )
    return made, act.body.get("reply_to") or ""


def _proposal(row: MailboxRow, names: Mapping[str, tuple[str, str]]) -> Proposal:
    body = row.body
    return Proposal(
        id=row.id,
        contribution=row.contribution,
        title=names.get(row.contribution, ("", ""))[0],
        field=body.get("field", "tag"),
        value=body.get("value", ""),
        state=body.get("state", ""),
        reason=body.get("reason", ""),
        answer=body.get("answer", ""),
        moment=instant(body.get("moment", "")),
    )


def _own_proposal(act: ActRow, names: Mapping[str, tuple[str, str]]) -> Proposal:
    return Proposal(
        id=act.id,
        contribution=ContributionId(act.contribution),
        title=names.get(act.contribution, ("", ""))[0],
        field=act.body.get("field", "tag"),
        value=act.body.get("value", ""),
        state="failed" if act.state == "failed" else "queued",
        reason=act.body.get("reason", ""),
        answer=act.reason,
        moment=instant(moment_text(act.modified)),
    )
