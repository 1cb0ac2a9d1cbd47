"""Who else reads and writes says nothing of an anonymous reader: their colleagues, and co-authors who are readers."""

import uuid

from kennisbank.archive.claiming.claims import ClaimRow, ClaimRows
from kennisbank.archive.claiming.granting import earlier_threads, grant
from kennisbank.archive.database.moments import stamp
from kennisbank.archive.people.tell import new_feedback
from kennisbank.archive.threads.opening import open_earlier
from kennisbank.archive.threads.rounds import due, release
from tests.archive.account_world import World
from tests.archive.correspondents import Person, authored, feedback, passes_the_round

TEXT = "Bij ons op school gaat dit anders."


def test_an_occupation_that_few_have_shows_as_reader(world: World) -> None:
    (author,) = authored(world, "Ada")
    rare = Person(world, "Rie", "researcher")
    many = [Person(world, name, "student") for name in ("An", "Bo", "Cas", "Dirk", "Ed")]
    rare.says(feedback(text="Zeldzaam", shown_as="role"))
    many[0].says(feedback(text="Gewoon", shown_as="role"))
    passes_the_round(world)
    roles = {each["body"]["messages"][0]["text"]: each["body"]["messages"][0]["role"] for each in author.items()}
    assert roles == {"Zeldzaam": "reader", "Gewoon": "student"}
    for name in ("Fie", "Gijs", "Han", "Ine"):
        Person(world, name, "researcher")
    with world.desk() as desk:
        account = desk.accounts.one(many[4].id)
        assert account is not None
        desk.accounts.change(account, occupation="other")
    assert roles == {
        each["body"]["messages"][0]["text"]: each["body"]["messages"][0]["role"] for each in author.items()
    }


def test_two_rounds_at_once_let_through_once(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    own = reader.does("feedback", contribution="c1", kind="question", text=TEXT, shown_as="role")
    with world.archive.read() as tx:
        waiting = due(tx)  # as another program has it, that is a little later
    passes_the_round(world)
    author.page()
    before = author.page()
    with world.archive.write() as tx:
        assert release(tx, waiting, world.clock(), new_feedback) == 0
    assert author.page() == before
    assert waiting == [own]


def test_authors_with_the_same_occupation_hide_nobody_from_themselves(world: World) -> None:
    (author,) = authored(world, "Ada")
    readers = [Person(world, name) for name in ("An", "Bo", "Cas", "Dirk")]
    readers[0].says(feedback(text="Vier", shown_as="role"))
    passes_the_round(world)
    Person(world, "Ed").says(feedback(text="Vijf", shown_as="role"))
    passes_the_round(world)
    roles = {each["body"]["messages"][0]["text"]: each["body"]["messages"][0]["role"] for each in author.items()}
    assert roles == {"Vier": "reader", "Vijf": "teacher"}


def test_a_reader_who_is_an_author_too_is_not_told_by_being_left_out(world: World) -> None:
    one, other, third = authored(world, "Ada", "Ben", "Cor")
    third.says(feedback(text=TEXT, shown_as="role"))
    third.says(feedback(text="Onder eigen naam"))
    passes_the_round(world)
    told = [each["body"] for who in (one, other) for each in who.items()]
    assert {tuple(each["authors"]) for each in told} == {("Ada de Vries", "Ben de Vries", "Cor de Vries")}
    assert {each["body"]["side"] for each in third.items()} == {"reader"}


def test_a_reader_who_becomes_an_author_later_is_not_told_by_what_they_had_before(world: World) -> None:
    one, other = authored(world, "Ada", "Ben")
    late = Person(world, "Cor")
    late.says(feedback(text=TEXT, shown_as="role"))
    Person(world, "Dirk").says(feedback(text="Van een ander", shown_as="role"))
    passes_the_round(world)
    both = {("Ada de Vries", "Ben de Vries")}
    made = _claims_for_certain(world, late)
    assert {tuple(each["body"]["authors"]) for who in (one, other) for each in who.items()} == both
    with world.archive.read() as tx:
        assert len(earlier_threads(tx, made)) == 2
    assert made.earlier == "waiting"
    with world.archive.write() as tx:
        ClaimRows(tx).change(made, earlier="granted")
        open_earlier(tx, "c1", late.id, world.clock())
    told = [tuple(each["body"]["authors"]) for who in (one, other) for each in who.items()]
    assert set(told) == {("Ada de Vries", "Ben de Vries", "Cor de Vries")}
    assert {each["body"]["side"] for each in late.items()} == {"reader", "author"}


def _claims_for_certain(world: World, person: Person) -> ClaimRow:
    """Have somebody's claim granted because of the address of their account, and return it."""
    with world.archive.write() as tx:
        moment = stamp(world.clock())
        ClaimRows(tx).add(
            ClaimRow(str(uuid.uuid4()), person.id, "c1", "", "", "waiting", "", "", "none", "", moment, "")
        )
        return grant(tx, ClaimRows(tx).of(person.id, "c1")[0], "own", world.clock())
