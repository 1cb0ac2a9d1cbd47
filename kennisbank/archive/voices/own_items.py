"""What an account said for everybody, as it stands in its own mailbox."""

import json

from sqlalchemy import select

from kennisbank.archive.schema.voice_tables import comments, proposals, votes
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_mailbox import OwnCommentBody, OwnProposalBody, OwnVoteBody


def own_comment(tx: Transaction, account: str, subject: str) -> OwnCommentBody | None:
    """Return how a comment of one's own stands; None: it was taken back."""
    c = comments.c
    row = tx.connection.execute(select(comments).where(c.id == subject, c.account == account)).first()
    if row is None or row.state not in {"visible", "hidden"}:
        return None
    return OwnCommentBody(row.contribution, row.state, row.words)


def own_vote(tx: Transaction, account: str, subject: str) -> OwnVoteBody:
    """Return one's own vote on a contribution (`subject`); 0 stars: there is none."""
    v = votes.c
    stars = select(v.stars).where(v.contribution == subject, v.account == account)
    return OwnVoteBody(subject, int(tx.connection.execute(stars).scalar() or 0))


def own_proposal(tx: Transaction, account: str, subject: str) -> OwnProposalBody | None:
    """Return what became of a proposal of one's own."""
    p = proposals.c
    row = tx.connection.execute(select(proposals).where(p.id == subject, p.account == account)).first()
    if row is None:
        return None
    moment = row.decided or row.created
    value = json.loads(row.value)
    return OwnProposalBody(row.contribution, row.field, value, row.state, row.reason, row.answer, moment)
