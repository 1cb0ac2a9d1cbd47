"""Comments, votes, tags and the desk, on both databases, and with much of it there."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, update

from kennisbank.archive.accounts.occupations import shown_occupation
from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.deskwork.work import DeskWork
from kennisbank.archive.schema.account_tables import accounts
from kennisbank.archive.schema.thread_tables import threads
from kennisbank.archive.threads.desk_view import unanswered
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import Act, ActBatch
from kennisbank.sync.protocol_desk import DeskAct
from tests.archive.feed_client import FeedClient
from tests.archive.people import add_account, contribution

CONFIG = ArchiveConfig("Congresarchief")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def says(archive: Archive, account: str, kind: Any, /, **body: Any) -> str:
    said = Act(str(uuid.uuid4()), kind, body)
    with archive.write() as tx:
        result = Acting(tx, CONFIG, HANDLERS).carry_out(account, ActBatch((said,)), NOW).results[0]
    assert result.outcome == "accepted", result
    return said.id


@pytest.fixture
def told(archive: Archive) -> Archive:
    return prepared(archive)


def prepared(archive: Archive) -> Archive:
    with archive.write() as tx:
        for name in ("rie", "ben", "chief"):
            add_account(tx, name)
        tx.records.put_public("contribution", "c1", contribution())
    return archive


def test_everything_of_voices_is_alike_on_both_databases(told: Archive) -> None:
    desk = DeskWork(told, CONFIG, clock=lambda: NOW)
    comment = says(told, "rie", "comment", contribution="c1", text="Een")
    says(told, "ben", "comment", contribution="c1", text="Twee", reply_to=comment)
    for account, stars in (("rie", 5), ("ben", 4), ("rie", 3)):
        says(told, account, "vote", contribution="c1", stars=stars)
    tag = says(told, "rie", "proposal", contribution="c1", field="tag", value="Parsons")
    says(told, "ben", "proposal", contribution="c1", field="tag", value="parsons")
    report = says(told, "ben", "report", subject="comment", id=comment, purpose="report", words="Grof")
    says(told, "rie", "feedback", contribution="c1", kind="question", text="Klopt dit?")
    counts = {name: count for name, count in desk.counts("chief").open.items() if count}
    assert counts == {"proposal": 1, "report": 1, "unanswered": 1}
    assert [each.list for each in desk.items("chief")] == ["proposal", "report", "unanswered"]
    assert desk.act("chief", "proposal", tag, DeskAct("a1", "accept")).state == "accepted"
    assert desk.act("chief", "report", report, DeskAct("a2", "hide", "Op de persoon.")).state == "hidden"
    client = FeedClient("ben")
    with told.read() as tx:
        client.pull(tx)
        reception, hidden = tx.records.get("reception", "c1"), tx.records.get("comment", comment)
    assert reception is not None
    assert reception.body == {"votes": [0, 0, 1, 1, 0], "tags": ["Parsons"]}
    assert hidden is not None
    assert hidden.gone is not None
    desk.act("chief", "comment", comment, DeskAct("a3", "restore"))
    with told.read() as tx:
        client.pull(tx)
    assert {key[0] for key in client.held} == {"contribution", "comment", "reception"}


def test_an_occupation_that_few_have_is_not_shown(told: Archive) -> None:
    with told.write() as tx:
        assert shown_occupation(tx.connection, "teacher") == "reader"
        for number in range(2):
            add_account(tx, f"more{number}")
        assert shown_occupation(tx.connection, "teacher") == "teacher"
        tx.connection.execute(update(accounts).where(accounts.c.id == "more1").values(state="suspended"))
        assert shown_occupation(tx.connection, "teacher") == "reader"


def test_what_is_counted_as_unanswered_is_what_is_listed(told: Archive) -> None:
    desk = DeskWork(told, CONFIG, clock=lambda: NOW)
    for days in (0, 28, 29, 30, 31, 90):
        thread = says(told, "rie", "feedback", contribution="c1", kind="question", text="Klopt dit?")
        for hours in (0, 12):
            moment = stamp(NOW - timedelta(days=days, hours=hours))
            with told.write() as tx:
                values = {"state": "delivered", "released": moment}
                tx.connection.execute(update(threads).where(threads.c.id == thread).values(values))
                listed = len(unanswered(tx, NOW))
            assert desk.counts("chief").open["unanswered"] == listed, (days, hours)


def test_a_voice_more_looks_at_no_others(own_archive: Archive) -> None:
    """What one more comment or vote asks of the database doesn't grow with what is there (SQLite's own plan)."""
    told = prepared(own_archive)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    engine = told._engines.write
    event.listen(engine, "before_cursor_execute", note)
    try:
        says(told, "rie", "comment", contribution="c1", text="Een")
        says(told, "rie", "vote", contribution="c1", stars=3)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    plans = []
    with told.read() as tx:
        for statement, parameters in asked:
            if statement.startswith(("SELECT", "UPDATE", "DELETE")):
                rows = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                plans += [(row[3], statement) for row in rows]
    assert len(plans) > 10
    whole = [each for each in plans if each[0].startswith("SCAN") and "records" in each[0]]
    assert not whole
    # The index of owners, asked for what is public, would be all of that.
    assert not [each for each in plans if "ix_records_owner" in each[0] and "owner IS NULL" in each[1]]
