"""The parts of the daily round that the rooms of feedback and of people have in it."""

from datetime import timedelta

from kennisbank.archive.claiming import versions
from kennisbank.archive.daily_scene import DailyScene
from kennisbank.archive.deskwork.reporting import let_through as put_on_the_desk
from kennisbank.archive.people.tell import new_feedback, send_daily
from kennisbank.archive.threads.attaching import forget_uploads
from kennisbank.archive.threads.rounds import due, release

_AT_ONCE = 100
"""Threads in one transaction: others who write don't wait for all of them."""


def let_through(scene: DailyScene) -> int:
    """Let what anonymous readers did through to the authors; return in how many threads that was."""
    with scene.archive.read() as tx:
        waiting = due(tx)
    released = 0
    for start in range(0, len(waiting), _AT_ONCE):
        with scene.archive.write() as tx:
            released += release(tx, waiting[start : start + _AT_ONCE], scene.now, new_feedback)
    with scene.archive.write() as tx:
        tx.counter.lock()
        put_on_the_desk(tx, scene.now)
    return released


def write_digests(scene: DailyScene) -> int:
    """Write the daily mails to authors; return how many there are."""
    with scene.archive.write() as tx:
        tx.counter.lock()
        return send_daily(tx, scene.now)


def let_go_of_uploads(scene: DailyScene) -> int:
    """Let go of files that were sent ahead of an act that never came; return how many."""
    days = scene.config.retention.staged_days
    if not days:
        return 0
    with scene.archive.write() as tx:
        tx.counter.lock()
        before = scene.now - timedelta(days=days)
        return forget_uploads(tx, before) + versions.forget_uploads(tx, before)
