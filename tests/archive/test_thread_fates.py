"""What becomes of threads beside being answered: hidden and shown again, shown to the desk, erased; on both databases."""

from typing import Any

from sqlalchemy import insert

from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.correspondence.renderers import RENDERERS
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.keeping.backup_rows import tables_of
from kennisbank.archive.mailboxes.pages import page
from kennisbank.archive.people.tell import new_feedback
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.threads.desk_view import as_desk_sees, unanswered, unanswered_one
from kennisbank.archive.threads.erasing import erase_account
from kennisbank.archive.threads.hiding import hide, restore
from kennisbank.archive.threads.opening import end_author
from kennisbank.archive.threads.rounds import due, release
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_acts import Act, ActBatch
from tests.archive.account_world import CONFIG, Clock, World
from tests.archive.correspondents import Person, act, authored, feedback, passes_the_round, publish
from tests.archive.people import add_account, contribution


def test_a_hidden_thread_goes_from_its_authors_and_its_reader_hears_why(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    own = reader.does("feedback", contribution="c1", kind="other", text="Lelijk")
    alias = author.thread()["id"]
    for _ in range(2):
        with world.archive.write() as tx:
            hide(tx, own, "Dit is geen vraag.", world.clock())
    assert [(each["id"], each["body"], each["gone"]) for each in author.items()] == [(alias, None, "hidden")]
    thread = reader.thread()
    assert (thread["state"], thread["reason"]) == ("hidden", "Dit is geen vraag.")
    assert author.says(act("reply", thread=alias, text="Toch"))[0]["refusal"] == "gone"
    assert reader.says(act("reply", thread=own, text="Toch"))[0]["refusal"] == "gone"
    with world.archive.write() as tx:
        assert restore(tx, own, world.clock())
        assert not restore(tx, own, world.clock())
    assert (author.thread()["id"], reader.thread()["state"]) == (alias, "delivered")


def test_what_waits_in_a_hidden_thread_goes_on_waiting_and_who_left_meanwhile_stays_away(world: World) -> None:
    author, former = authored(world, "Ada", "Ben")
    reader = Person(world, "Rie")
    own = reader.does("feedback", contribution="c1", kind="other", text="Vraag", shown_as="role")
    passes_the_round(world)
    reader.does("reply", thread=own, text="Nog iets")
    with world.archive.write() as tx:
        hide(tx, own, "Even kijken.", world.clock())
        end_author(tx, "c1", former.id, world.clock())
    assert passes_the_round(world) == 0
    with world.archive.write() as tx:
        restore(tx, own, world.clock())
    assert passes_the_round(world) == 1
    assert [each["text"] for each in author.thread()["messages"]] == ["Vraag", "Nog iets"]
    assert [(each["body"], each["gone"]) for each in former.items()] == [(None, "ended")]


def test_a_hidden_message_leaves_its_place_and_the_reason(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    own = reader.does("feedback", contribution="c1", kind="other", text="Vraag")
    reply = author.does("reply", thread=author.thread()["id"], text="Lelijk")
    with world.archive.write() as tx:
        assert hide(tx, own, "Geen antwoord.", world.clock(), message=reply)
        assert not hide(tx, own, "Geen antwoord.", world.clock(), message=reply)
        seen = as_desk_sees(tx, own, reply)
    assert seen is not None
    assert (seen.who, seen.words) == ("Ada de Vries", "Ada de Vries: Lelijk")
    for who in (author, reader):
        told = who.thread()["messages"][1]
        assert (told["text"], told["gone"], told["words"]) == ("", "hidden", "Geen antwoord.")
    with world.archive.write() as tx:
        assert restore(tx, own, world.clock(), message=reply)
    assert reader.thread()["messages"][1]["text"] == "Lelijk"


def test_feedback_that_waits_stands_on_the_desk_without_what_it_says(world: World) -> None:
    (author,) = authored(world, "Ada")
    publish(world, "c2")
    reader = Person(world, "Rie")
    reader.says(feedback("c1", text="Wacht"), feedback("c2", text="Nog geen auteur"))
    with world.archive.read() as tx:
        assert [each.contribution for each in unanswered(tx, world.clock())] == ["c2"]
    world.clock.goes_on(days=31)
    with world.archive.read() as tx:
        waiting = unanswered(tx, world.clock())
        assert sorted((each.contribution, each.state, each.days) for each in waiting) == [
            ("c1", "sent", 31),
            ("c2", "no_author", 31),
        ]
        assert "Wacht" not in repr(waiting)
        assert unanswered_one(tx, waiting[0].id, world.clock()) == waiting[0]
        assert unanswered_one(tx, "c1", world.clock()) is None
    author.does("verdict", thread=author.thread()["id"], verdict="answered")
    with world.archive.read() as tx:
        assert [each.contribution for each in unanswered(tx, world.clock())] == ["c2"]


def test_of_an_erased_account_nothing_stays_and_what_others_said_does(world: World) -> None:
    author, colleague = authored(world, "Ada", "Ben")
    reader, other = Person(world, "Rie"), Person(world, "Sam")
    reader.says(feedback(text="Van Rie", link="https://rie.example"), unseen := feedback(text="Rie?", shown_as="role"))
    other.says(feedback(text="Van Sam"))
    alias = {each["body"]["messages"][0]["text"]: each["id"] for each in author.items()}
    for name in ("Rie", "Sam"):
        author.does("reply", thread=alias[f"Van {name}"], text=f"Antwoord aan {name}")
    author.does("verdict", thread=alias["Van Sam"], verdict="declined", reason="Vindt Ada")
    with world.archive.write() as tx:
        counts = erase_account(tx, reader.id, world.clock())
        assert erase_account(tx, reader.id, world.clock()) == {"threads": 0, "messages": 0, "uploads": 0}
    assert counts == {"threads": 2, "messages": 1, "uploads": 0}
    thread = next(each["body"] for each in colleague.items() if each["body"]["messages"][0]["gone"])
    assert [(each["text"], each["name"], each["gone"]) for each in thread["messages"]] == [
        ("", "", "erased"),
        ("Antwoord aan Rie", "Ada de Vries", ""),
    ]
    assert passes_the_round(world) == 0
    assert _found(world, reader.id, "Van Rie", "rie.example", "Rie?", unseen["id"]) == []
    with world.archive.write() as tx:
        erase_account(tx, author.id, world.clock())
    told = other.thread()
    assert [(each["text"], each["gone"]) for each in told["messages"]] == [("Van Sam", ""), ("", "erased")]
    assert (told["state"], told["reason"]) == ("declined", "")
    assert _found(world, author.id, "Antwoord aan", "Vindt Ada") == []


def test_the_whole_road_is_the_same_on_both_databases(archive: Archive) -> None:
    clock = Clock()
    first = feedback(shown_as="role", text="Zonder naam")

    def does(tx: Transaction, who: str, said: dict[str, Any]) -> None:
        batch = ActBatch((Act(said["id"], said["kind"], said["body"]),))
        assert Acting(tx, CONFIG, HANDLERS).carry_out(who, batch, clock()).results[0].outcome == "accepted"

    def thread_of(who: str) -> Any:
        with archive.read() as tx:
            return page(tx, who, RENDERERS)[0].items[-1]

    with archive.write() as tx:
        tx.records.put_public("contribution", "c1", contribution())
        for name in ("rie", "ada"):
            add_account(tx, name)
        tx.connection.execute(
            insert(contribution_authors), {"contribution": "c1", "account": "ada", "since": stamp(clock())}
        )
        does(tx, "rie", first)
        assert release(tx, due(tx), clock(), new_feedback) == 1
        assert release(tx, due(tx), clock(), new_feedback) == 0
    alias = thread_of("ada").id
    with archive.write() as tx:
        does(tx, "ada", act("reply", thread=alias, text="Antwoord"))
        does(tx, "ada", act("verdict", thread=alias, verdict="adopted", version="2"))
        assert hide(tx, first["id"], "Even kijken", clock())
        assert restore(tx, first["id"], clock())
    assert thread_of("rie").body["state"] == "adopted"
    with archive.write() as tx:
        assert unanswered(tx, clock(), least=0) == []
        erase_account(tx, "rie", clock())
    assert [each["gone"] for each in thread_of("ada").body["messages"]] == ["erased", ""]


def _found(world: World, *traces: str) -> list[str]:
    """Return which of these stand anywhere in the rows of threads, mailboxes and files that somebody holds."""
    with world.archive.read() as tx:
        rows = [
            repr(row)
            for table in tables_of(tx.connection)
            if table.name.startswith(("thread", "seats", "mailbox", "attachment", "held"))
            for row in tx.connection.execute(table.select())
        ]
    return [trace for trace in traces if any(trace in row for row in rows)]
