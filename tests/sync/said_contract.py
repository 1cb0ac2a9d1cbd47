"""What every `Remote` promises of acts, mailboxes and attached files: one class for the archive in memory and over HTTP.

Subclass `SaidContract` beside `RemoteContract`, with the same fixture.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kennisbank.domain.ids import FileHash, new_id
from kennisbank.errors import ArchiveRefusedError, NotLoggedInError
from kennisbank.sync.protocol_acts import Act, ActBatch, ActKind, ActResult
from kennisbank.sync.protocol_codec import decode, encode
from kennisbank.sync.protocol_mailbox import ITEMS, MailboxItem
from kennisbank.sync.remote import Remote
from tests.sync.remote_contract import World, a_contribution, all_pages, seen


def said(remote: Remote, kind: ActKind, act_id: str = "", /, **body: Any) -> ActResult:
    return remote.act(ActBatch((Act(act_id or new_id(), kind, body),))).results[0]


def asked(remote: Remote, contribution: str = "c1", act_id: str = "", **body: Any) -> ActResult:
    return said(remote, "feedback", act_id, contribution=contribution, kind="question", **{"text": "Hoe?", **body})


def mailbox(remote: Remote, after: int = 0, limit: int = 200) -> dict[str, MailboxItem]:
    """Return what is in a mailbox, by id, page by page."""
    items: dict[str, MailboxItem] = {}
    while True:
        page = remote.mailbox(after, limit)
        numbers = [each.number for each in page.items]
        assert numbers == sorted(set(numbers))
        assert all(after < each <= page.number <= page.head for each in numbers)
        for each in page.items:
            if each.body is not None:
                decode(ITEMS[each.kind], encode(each.body))
            items[each.id] = each
        after = page.number
        if page.is_last:
            return items


def threads(remote: Remote) -> list[MailboxItem]:
    return [each for each in mailbox(remote).values() if each.kind == "thread" and each.body is not None]


class SaidContract:
    """The tests; `world` is the subclass's."""

    def test_an_act_counts_once_however_often_it_is_said(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        remote = world.remote(world.account("ada"))
        act_id = new_id()
        results = [asked(remote, act_id=act_id) for _ in range(3)]
        assert {(each.act, each.outcome) for each in results} == {(act_id, "accepted")}
        assert len(threads(remote)) == 1
        other = asked(remote, act_id=act_id, text="Iets anders?")
        assert (other.outcome, other.refusal) == ("refused", "other_content")
        assert set(remote.receipts([act_id, new_id()]).accepted) == {act_id}

    def test_each_act_of_a_batch_stands_by_itself(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        remote = world.remote(world.account("ada"))
        good = {"contribution": "c1", "kind": "other", "text": "Dank"}
        acts = (
            Act(new_id(), "feedback", {**good, "contribution": "nergens"}),
            Act(new_id(), "feedback", {**good, "kind": "onzin"}),
            Act(new_id(), "feedback", good),
        )
        results = remote.act(ActBatch(acts)).results
        assert [each.act for each in results] == [each.id for each in acts]
        assert [each.outcome for each in results] == ["waits", "refused", "accepted"]

    def test_the_last_page_of_changes_says_up_to_where_the_mailbox_goes(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        remote = world.remote(world.account("ada"))
        assert all_pages(remote)[-1].mailbox == remote.mailbox(0).head
        asked(remote)
        page = remote.mailbox(0)
        assert all_pages(remote)[-1].mailbox == page.head > 0
        again = remote.mailbox(page.number)
        assert (again.items, again.number, again.is_last) == ((), page.head, True)
        assert all_pages(world.remote(None))[-1].mailbox is None

    def test_a_mailbox_comes_in_pages_and_is_of_one_account(self, world: World) -> None:
        for number in range(5):
            world.put_public("contribution", f"c{number}", a_contribution(f"Titel {number}"))
        ada, bea = world.remote(world.account("ada")), world.remote(world.account("bea"))
        ids = {new_id() for _ in range(5)}
        for number, each in enumerate(sorted(ids)):
            asked(ada, f"c{number}", each)
        assert {each.id for each in mailbox(ada, limit=2).values() if each.kind == "thread"} == ids
        assert mailbox(bea) == {}

    def test_authors_know_a_thread_by_an_id_of_their_own(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        names = [world.account(each) for each in ("ada", "bea", "cas")]
        for each in names[1:]:
            world.grant(each, "c1")
        reader, *authors = (world.remote(each) for each in names)
        act_id = new_id()
        asked(reader, act_id=act_id)
        ids = [threads(each)[0].id for each in (reader, *authors)]
        assert ids[0] == act_id
        assert len(set(ids)) == 3
        assert said(authors[0], "reply", thread=act_id, text="Zo.").outcome == "waits"
        answer = new_id()
        assert said(authors[0], "reply", answer, thread=ids[1], text="Zo.").outcome == "accepted"
        messages = [threads(each)[0].body["messages"] for each in (reader, *authors)]  # type: ignore[index] # it is there
        assert [[each["text"] for each in some] for some in messages] == [["Hoe?", "Zo."]] * 3
        assert [[each["is_mine"] for each in some] for some in messages] == [
            [True, False],
            [False, True],
            [False, False],
        ]
        assert messages[1][1]["id"] == answer
        assert len({some[1]["id"] for some in messages}) == 3

    def test_a_thread_goes_through_its_states(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        ada, bea = world.account("ada"), world.account("bea")
        reader, author = world.remote(ada), world.remote(bea)
        world.grant(bea, "c1")
        act_id = new_id()
        asked(reader, act_id=act_id)

        def state() -> str:
            return str((mailbox(reader)[act_id].body or {})["state"])

        assert state() == "sent"
        (thread,) = threads(author)
        remote_number = author.mailbox(0).number
        author.mailbox(remote_number)
        assert state() == "delivered"
        message = (thread.body or {})["messages"][-1]["id"]
        said(author, "seen", thread=thread.id, message=message)
        assert state() == "read"
        said(author, "verdict", thread=thread.id, verdict="adopted", version="2")
        assert state() == "adopted"
        assert said(reader, "verdict", thread=act_id, verdict="declined").outcome == "refused"
        said(author, "verdict", thread=thread.id, verdict="open")
        assert state() == "read"

    def test_comments_and_votes_are_seen_by_everybody(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        ada, visitor = world.remote(world.account("ada")), world.remote(None)
        comment = new_id()
        assert said(ada, "comment", comment, contribution="c1", text="Mooi").outcome == "accepted"
        for stars in (2, 5):
            assert said(ada, "vote", contribution="c1", stars=stars).outcome == "accepted"
        records = {each.kind: each for page in all_pages(visitor) for each in page.records}
        assert (records["comment"].id, (records["comment"].body or {})["text"]) == (comment, "Mooi")
        assert (records["reception"].id, (records["reception"].body or {})["votes"]) == ("c1", [0, 0, 0, 0, 1])
        own = {each.kind: each for each in mailbox(ada).values()}
        assert own["comment"].id == comment
        assert (own["vote"].body or {})["stars"] == 5
        assert said(ada, "withdrawal", subject="comment", id=comment).outcome == "accepted"
        gone = seen(visitor)[comment]
        assert (gone.body, gone.gone and gone.gone.reason) == (None, "deleted")

    def test_an_attached_file_is_for_those_in_the_thread(self, world: World, tmp_path: Path) -> None:
        world.put_public("contribution", "c1", a_contribution())
        names = [world.account(each) for each in ("ada", "bea", "cas")]
        world.grant(names[1], "c1")
        reader, author, other = (world.remote(each) for each in names)
        data = b"een tabel\n" * 20_000
        path, digest = tmp_path / "tabel.txt", FileHash(sha256(data).hexdigest())
        path.write_bytes(data)
        file = {"hash": digest, "name": "tabel.txt", "media_type": "text/plain", "size": len(data)}
        act_id = new_id()
        assert asked(reader, act_id=act_id, attachment=file).outcome == "waits"
        for _ in range(2):
            reader.attach(path, digest)
        assert asked(reader, act_id=act_id, attachment=file).outcome == "accepted"
        (attached,) = [each["attachment"] for each in (threads(author)[0].body or {})["messages"]]
        assert (attached["name"], attached["size"]) == ("tabel.txt", len(data))
        with author.attachment(attached["id"]) as pieces:
            assert b"".join(pieces) == data
        with pytest.raises(ArchiveRefusedError) as refused, other.attachment(attached["id"]):
            pass
        assert refused.value.status == 404
        with pytest.raises(ArchiveRefusedError):
            reader.attach(path, FileHash("0" * 64))

    def test_visitors_say_and_hear_nothing(self, world: World) -> None:
        world.put_public("contribution", "c1", a_contribution())
        visitor = world.remote(None)
        for ask in (lambda: asked(visitor), lambda: visitor.mailbox(0)):
            with pytest.raises((NotLoggedInError, ArchiveRefusedError)):
                ask()
