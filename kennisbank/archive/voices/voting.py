"""Votes: one for each account and contribution, the last one counts."""

from sqlalchemy import delete

from kennisbank.archive.acting.scene import ActScene
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.mailboxes.seats import Seats
from kennisbank.archive.schema.voice_tables import votes
from kennisbank.archive.voices.contributions import spoken_of
from kennisbank.archive.voices.floods import check_flood
from kennisbank.archive.voices.receptions import settle
from kennisbank.sync.protocol_acts import VoteBody


def vote(scene: ActScene) -> None:
    """Carry out an act of kind ``vote``.

    Raises:
        ActWaits: the contribution isn't here (yet), or it is too much at once.
        ActRefused: the contribution is gone.
    """
    said: VoteBody = scene.body
    spoken_of(scene, said.contribution)
    check_flood(scene, "vote", scene.config.limits.votes_an_hour)
    v, connection = votes.c, scene.tx.connection
    if said.stars == 0:
        own = (v.contribution == said.contribution, v.account == scene.account.id)
        connection.execute(delete(votes).where(*own))
    else:
        new = {"stars": said.stars, "changed": stamp(scene.now)}
        put = insert_into(votes, connection).values(contribution=said.contribution, account=scene.account.id, **new)
        connection.execute(put.on_conflict_do_update(index_elements=[v.contribution, v.account], set_=new))
    settle(scene.tx, said.contribution)
    Seats(scene.tx).give(scene.account.id, "vote", said.contribution)
