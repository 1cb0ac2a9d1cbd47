"""How contributions were received: votes and tags, counted into one public record each, in the same transaction."""

from sqlalchemy import func, select

from kennisbank.archive.schema.voice_tables import reader_tags, votes
from kennisbank.archive.transaction import Transaction
from kennisbank.sync.protocol_bodies import ReceptionBody
from kennisbank.sync.protocol_codec import body_from


def settle(tx: Transaction, contribution: str) -> None:
    """Bring the public record of a contribution's reception in line with its votes and tags."""
    v, w = votes.c, reader_tags.c
    counted = select(v.stars, func.count()).where(v.contribution == contribution).group_by(v.stars)
    by_stars = {int(stars): int(number) for stars, number in tx.connection.execute(counted)}
    words = select(w.word).where(w.contribution == contribution).order_by(w.number)
    one, two, three, four, five = (by_stars.get(stars, 0) for stars in range(1, 6))
    body = ReceptionBody((one, two, three, four, five), tuple(tx.connection.execute(words).scalars()))
    if body == ReceptionBody() and tx.records.get("reception", contribution) is None:
        return
    tx.records.put_public("reception", contribution, body_from(body), revives=True)
