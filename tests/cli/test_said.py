"""Feedback, the inbox, comments, stars and proposals on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kennisbank.config.paths import Paths
from kennisbank.domain.archive import Account, ArchiveLink
from kennisbank.domain.ids import AccountId, ArchiveId, ContributionId
from kennisbank.domain.moments import now
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.sync.thread_standing import standing

Call = Callable[..., Any]
QUESTION = "11111111-0000-4000-8000-000000000001"


@pytest.fixture
def paper(kennisbank: Call, papers: Path) -> str:
    """Return a paper in a library in which nobody is logged in."""
    kennisbank("import", papers / "netwerk.pdf", "--list", papers / "list.csv")
    found: str = kennisbank("list", "--json").json["contributions"][0]["id"]
    return found


@pytest.fixture
def own(paper: str, tmp_path: Path) -> str:
    """Return the paper, of which whoever is logged in now is an author with one question in the inbox."""
    with Library.open(Paths(tmp_path / "home")) as library, library.write() as tx:
        link = ArchiveLink(ArchiveId("a"), "https://archive.example.org", "A", "", "e", 0, now())
        tx.archives.save_link(link)
        account = Account(AccountId("b"), link.id, "bea@example.org", "Bea", "teacher", "", "reader", is_current=True)
        tx.archives.save_account(account)
    message = {
        "id": "m1", "by": "reader", "name": "Ada", "role": "teacher", "is_mine": False, "text": "Hoe groot?",
        "moment": "2026-01-02T03:04:05.000000+00:00[UTC]",
    }  # fmt: skip
    body = {"contribution": paper, "side": "author", "kind": "question", "shown_as": "name", "state": "delivered",
            "messages": [message], "is_unread": True}  # fmt: skip
    with Library.open(Paths(tmp_path / "home")) as library, library.write() as tx:
        row = standing(MailboxRow(QUESTION, "thread", ContributionId(paper), 1, body), ())
        tx.mailbox.put(tx.viewer, [row])
    return paper


def test_feedback_of_who_is_not_logged_in_stays_as_a_draft(kennisbank: Call, paper: str) -> None:
    outcome = kennisbank("feedback", "send", paper, "--text", "Hoe groot?", "--json")
    assert (outcome.code, outcome.json["error"]["type"]) == (2, "NotLoggedInError")
    (row,) = kennisbank("feedback", "list", "--json").json["feedback"]
    assert (row["state"], row["start"]) == ("draft", "Hoe groot?")
    assert row["id"][:8] in outcome.err


def test_feedback_about_a_passage_is_queued_with_its_words(kennisbank: Call, own: str) -> None:
    words = ("--quote", "Tweede bladzijde over docenten", "--kind", "correction", "--as", "role")
    sent = kennisbank("feedback", "send", own[:8], "--text", "Twintig, toch?", *words, "--json").json["feedback"]
    assert (sent["state"], sent["kind"], sent["name"], sent["role"]) == ("queued", "correction", "", "teacher")
    shown = kennisbank("feedback", "show", sent["id"][:8], "--json").json["thread"]
    assert (shown["shown_as"], shown["passage"]["page"]) == ("role", 2)
    assert shown["passage"]["quote"] == "Tweede bladzijde over docenten"
    back = kennisbank("feedback", "take-back", sent["id"], "--json").json["feedback"]
    assert back["state"] == "draft"
    assert kennisbank("feedback", "send", own, "--text", " ").code == 2
    assert kennisbank("status", "--json").json["status"]["waiting"] == 0


def test_the_inbox_is_read_and_answered(kennisbank: Call, own: str, tmp_path: Path) -> None:
    listed = kennisbank("inbox", "list", "--json").json
    assert (listed["counts"]["unread"], listed["threads"][0]["start"]) == (1, "Hoe groot?")
    assert kennisbank("inbox", "show", QUESTION[:8], "--json").json["thread"]["messages"][0]["text"] == "Hoe groot?"
    assert kennisbank("inbox", "list", "--json").json["counts"]["to_answer"] == 1
    adopted = kennisbank("inbox", "adopt", QUESTION, "--version", "2", "--text", "Dank", "--json").json["thread"]
    assert (adopted["state"], adopted["version"]) == ("adopted", "2")
    assert [(each["text"], each["state"]) for each in adopted["messages"]] == [
        ("Hoe groot?", "accepted"),
        ("Dank", "queued"),
    ]
    declined = kennisbank("inbox", "decline", QUESTION, "--reason", "Het klopt", "--json").json["thread"]
    assert (declined["state"], declined["reason"], declined["version"]) == ("declined", "Het klopt", "")
    assert kennisbank("inbox", "list", "--folder", "done", "--json").json["counts"]["done"] == 1
    assert "Dank" in kennisbank("inbox", "reply", QUESTION, "--text", "Nog iets").out
    table = tmp_path / "tabel.txt"
    table.write_text("1;2", encoding="utf-8")
    thread = kennisbank("inbox", "reply", QUESTION, "--text", "En dit", "--file", table, "--json").json["thread"]
    assert thread["messages"][-1]["attachment"]["name"] == "tabel.txt"
    assert kennisbank("inbox", "show", "f00").code == 2


def test_comments_stars_tags_and_proposals_wait_for_the_next_sync(kennisbank: Call, own: str) -> None:
    (mine,) = kennisbank("comment", own, "--text", "Mooi", "--json").json["comments"]
    assert (mine["text"], mine["state"], mine["name"]) == ("Mooi", "queued", "Bea")
    (again,) = kennisbank("comment", own, "--text", "Ja", "--reply-to", mine["id"][:8], "--json").json["comments"]
    assert [each["text"] for each in again["replies"]] == ["Ja"]
    assert "Not rated yet" in kennisbank("rate", own).out
    rated = kennisbank("rate", own, "4", "--json").json["reception"]
    assert (rated["own"], rated["mean"], rated["is_waiting"]) == (4, 4.0, True)
    assert kennisbank("rate", own, "6").code == 2
    kennisbank("tag", own, "les", "4")
    keywords = ("--field", "keywords", "--value", "netwerken", "--value", "klas", "--reason", "Volgens de kop")
    found = kennisbank("propose", own, *keywords, "--json").json["proposals"]
    assert {(each["field"], str(each["value"]), each["state"]) for each in found} == {
        ("tag", "les 4", "queued"),
        ("keywords", "['netwerken', 'klas']", "queued"),
    }
    assert kennisbank("propose", own, "--field", "title").code == 2
    assert kennisbank("status", "--json").json["status"]["waiting"] == 5
    waiting = kennisbank("waiting", "--json").json["waiting"]
    assert {each["kind"] for each in waiting} == {"act"}
    assert kennisbank("waiting", "take-back", mine["id"][:8]).code == 0
    assert len(kennisbank("waiting", "--json").json["waiting"]) == 4
