"""An author can't find out who an anonymous reader is: one test for each way in which something could reach them."""

import json
import logging
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from kennisbank.archive.correspondence.renderers import RENDERERS
from kennisbank.archive.mailboxes.pages import page
from kennisbank.archive.threads.desk_view import as_desk_sees, unanswered
from kennisbank.archive.threads.erasing import erase_account
from kennisbank.archive.threads.hiding import reported
from kennisbank.archive.threads.opening import open_earlier
from kennisbank.sync.protocol_codec import encode
from tests.archive.account_world import World
from tests.archive.attached import bare_pdf, jpeg, pdf, png
from tests.archive.correspondents import Person, act, authored, claims, feedback, passes_the_round, uploads

EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
TEXT = "Bij ons op school gaat dit anders."
NAME = "Mijn klas 3B - Rie.pdf"
PATHS = (
    "/changes",
    "/changes?scope=mine",
    "/contributions",
    "/contributions/c1",
    "/editions",
    "/me",
    "/sessions",
    "/me/export",
)


class Scene:
    """A contribution with two authors, and a reader whom they mustn't know, who has said a lot."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.author, self.colleague = authored(world, "Ada", "Ben")
        self.reader = Person(world, "Rie")
        self.ids: list[str] = []
        self.data = bare_pdf()

    def writes(self, text: str = TEXT, **values: Any) -> str:
        """Have the reader send feedback without a name, with a file, and return its id."""
        attachment = uploads(self.reader, self.data, NAME)
        said = feedback(text=text, shown_as="role", attachment=attachment, **values)
        assert self.reader.says(said)[0]["outcome"] == "accepted"
        self.ids.append(said["id"])
        return str(said["id"])

    def replies(self, text: str = "Dank voor je antwoord.") -> str:
        self.ids.append(self.reader.does("reply", thread=self.ids[0], text=text))
        return self.ids[-1]

    def reads(self) -> None:
        """Have the reader read all of the first thread."""
        thread = next(each for each in self.reader.items() if each["id"] == self.ids[0])["body"]
        self.ids.append(self.reader.does("seen", thread=self.ids[0], message=thread["messages"][-1]["id"]))

    def traces(self) -> Iterator[str]:
        """Give all that would say who the reader is, or when they wrote."""
        yield from (self.reader.id, self.reader.mail, "Rie", NAME, "3B", *self.ids)
        with self.world.archive.read() as tx:
            yield from tx.files.all()

    def answers(self, author: Person) -> dict[str, str]:
        """Return everything that an author can ask for, but for the moment at which it was asked."""
        found = {}
        for path in (*PATHS, "/mailbox"):
            answer = author.get(path)
            assert answer.status_code == 200, (path, answer.text)
            headers = {name: value for name, value in answer.headers.items() if name not in {"date", "content-length"}}
            made = re.sub(r'"(made|used)": ?"[^"]*"', "", answer.text)
            found[path] = json.dumps(headers) + made
        for path in ("/metrics", "/health", "/oai?verb=ListRecords&metadataPrefix=oai_dc", "/openapi.json"):
            text = self.world.client.get(path).text
            found[path] = re.sub(r"<responseDate>.*?</responseDate>", "", text)
        found["/metrics"] = "\n".join(
            line for line in found["/metrics"].splitlines() if "/acts" in line or "/attachments" in line
        )
        return found


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def test_no_answer_names_the_reader_or_their_file(scene: Scene) -> None:
    scene.writes()
    passes_the_round(scene.world)
    scene.author.does("reply", thread=scene.author.thread()["id"], text="Vertel eens meer?")
    scene.replies()
    scene.reads()
    passes_the_round(scene.world)
    for author in (scene.author, scene.colleague):
        told = scene.answers(author)
        assert TEXT in told["/mailbox"]
        assert "Dank voor je antwoord." in told["/mailbox"]
        for path, answer in told.items():
            assert not [trace for trace in scene.traces() if trace in answer], path


def test_until_the_round_every_answer_is_as_if_nothing_was_written(scene: Scene) -> None:
    first = scene.writes("Eerder")
    passes_the_round(scene.world)
    scene.author.does("reply", thread=scene.author.thread()["id"], text="Vertel eens meer?")
    scene.answers(scene.author)
    before = scene.answers(scene.author)
    scene.writes()
    scene.reader.does("reply", thread=first, text="Meer")
    scene.reads()
    assert scene.answers(scene.author) == before
    passes_the_round(scene.world)
    after = scene.answers(scene.author)
    assert after["/mailbox"] != before["/mailbox"]
    changed = {path for path in after if after[path] != before[path]}
    assert changed <= {"/mailbox", "/changes", "/changes?scope=mine", "/me/export", "/sessions"}


def test_ids_are_made_anew_for_each_recipient(scene: Scene) -> None:
    own = scene.writes()
    passes_the_round(scene.world)
    found = [_ids(each.thread()) for each in (scene.author, scene.colleague)]
    assert not found[0] & found[1]
    assert own not in found[0] | found[1]
    assert all(uuid.UUID(each).version == 4 for each in found[0])
    assert own in _ids(scene.reader.thread())


def test_moments_are_days_and_of_the_round_not_of_the_writing(scene: Scene) -> None:
    scene.writes()
    wrote = scene.world.clock.now.date().isoformat()
    passes_the_round(scene.world)
    thread = scene.author.thread()
    released = scene.world.clock.now.date().isoformat()
    assert thread["messages"][0]["moment"] == released != wrote
    assert not EXACT.search(json.dumps(thread))
    assert {each["moment"] for each in thread["steps"]} <= {released}
    scene.author.does("reply", thread=thread["id"], text="Dank")
    scene.replies()
    passes_the_round(scene.world)
    moments = [each["moment"] for each in scene.author.thread()["messages"]]
    assert [bool(EXACT.match(each)) for each in moments] == [False, True, False]


def test_the_order_in_which_a_round_lets_through_is_not_that_of_writing(scene: Scene) -> None:
    texts = [f"{number:02}" for number in range(12)]
    for text in texts:
        scene.reader.says(feedback(text=text, shown_as="role"))
    passes_the_round(scene.world)
    orders = [[each["body"]["messages"][0]["text"] for each in who.items()] for who in (scene.author, scene.colleague)]
    assert sorted(orders[0]) == sorted(orders[1]) == texts
    assert texts not in orders
    assert texts[::-1] not in orders


def test_an_answer_is_not_put_before_what_was_said_while_it_waited(scene: Scene) -> None:
    scene.writes()
    passes_the_round(scene.world)
    thread = scene.author.thread()["id"]
    scene.author.does("reply", thread=thread, text="Eén")
    scene.replies("Van de lezer")
    scene.author.does("reply", thread=thread, text="Twee")
    passes_the_round(scene.world)
    assert [each["text"] for each in scene.author.thread()["messages"]] == [TEXT, "Eén", "Twee", "Van de lezer"]
    assert [each["text"] for each in scene.reader.thread()["messages"]] == [TEXT, "Eén", "Van de lezer", "Twee"]


def test_no_revision_and_no_number_tells_of_it(scene: Scene) -> None:
    def numbers() -> tuple[Any, ...]:
        changes = scene.author.get("/changes").json()
        return changes["head"], changes["revision"], changes["mailbox"], scene.author.page()["head"]

    before = numbers()
    scene.writes()
    assert numbers() == before
    passes_the_round(scene.world)
    assert numbers() == (*before[:2], before[2] + 1, before[3] + 1)
    assert "revision" not in json.dumps(scene.author.page())


def test_mails_leave_in_the_round_and_say_nothing_of_who_wrote_or_what(scene: Scene) -> None:
    scene.world.letters()
    count = len(scene.world.letters())
    scene.writes()
    assert len(scene.world.letters()) == count
    passes_the_round(scene.world)
    letters = scene.world.letters()[count:]
    assert {letter["To"].addresses[0].addr_spec for letter in letters} == {scene.author.mail, scene.colleague.mail}
    for letter in letters:
        whole = letter.as_bytes().decode() + str(letter["Subject"]) + letter.get_content()
        for trace in (*scene.traces(), TEXT, "teacher", "docent"):
            assert trace not in whole
        assert letter["Reply-To"] is None
    thread = scene.author.thread()
    assert not any(each in letter.as_bytes().decode() for each in _ids(thread) for letter in letters)


def test_a_file_is_called_by_a_neutral_name_and_its_headers_say_no_more(scene: Scene) -> None:
    scene.writes()
    passes_the_round(scene.world)
    told = scene.author.thread()["messages"][0]["attachment"]
    assert (told["name"], told["media_type"], told["size"]) == ("bijlage.pdf", "application/pdf", len(scene.data))
    answer = scene.author.get(f"/attachments/{told['id']}")
    assert (answer.status_code, answer.content) == (200, scene.data)
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''bijlage.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not {"etag", "last-modified"} & set(answer.headers)
    said = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    assert not [trace for trace in scene.traces() if trace in said]


@pytest.mark.parametrize("made", [pdf, png, jpeg], ids=["pdf", "png", "jpeg"])
def test_a_file_that_may_say_who_made_it_is_refused(scene: Scene, made: Any) -> None:
    said = feedback(shown_as="role", attachment=uploads(scene.reader, made()))
    assert scene.reader.says(said)[0]["refusal"] == "not_clean"
    said = feedback(shown_as="name", attachment=uploads(scene.reader, made()))
    assert scene.reader.says(said)[0]["outcome"] == "accepted"


def test_the_log_holds_nothing_of_it(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="kennisbank"):
        scene.writes()
        scene.replies()
        scene.reader.says(act("reply", thread=str(uuid.uuid4()), text=TEXT))
        passes_the_round(scene.world)
        scene.world.letters()
    said = " ".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    assert "request" in said
    assert not [trace for trace in (*scene.traces(), TEXT) if trace in said]


def test_guessing_the_readers_own_ids_is_answered_as_any_other_guess(scene: Scene) -> None:
    own = scene.writes()
    passes_the_round(scene.world)
    author = scene.author
    alias = author.thread()["id"]

    def tries(guess: str) -> list[Any]:
        said = [
            act("reply", thread=guess, text="?"),
            act("verdict", thread=guess, verdict="adopted"),
            act("seen", thread=guess, message=guess),
            act("seen", thread=alias, message=guess),
            act("report", subject="thread", id=guess, purpose="help", words="?"),
            act("feedback", guess, contribution="c1", kind="question", text="?"),
        ]
        results = [{**each, "act": ""} for each in author.says(*said)]
        fetched = author.get(f"/attachments/{guess}")
        known = scene.world.client.post("/v1/receipts", json={"ids": [guess]}, headers=author.headers).json()
        return [results, fetched.status_code, fetched.text, len(known["accepted"])]

    assert tries(own) == tries(str(uuid.uuid4()))
    assert scene.reader.items()[0]["body"]["messages"][0]["text"] == TEXT


def test_what_they_say_under_their_own_name_at_the_same_moment_shares_nothing_with_it(scene: Scene) -> None:
    results = scene.reader.says(
        feedback(text="Onder eigen naam"),
        feedback(text=TEXT, shown_as="role"),
        act("comment", contribution="c1", text="Voor iedereen"),
        feedback(text="Nog een met naam"),
    )
    assert {each["outcome"] for each in results} == {"accepted"}
    named = [each["body"]["messages"][0] for each in scene.author.items()]
    assert [(each["text"], each["name"]) for each in named] == [
        ("Onder eigen naam", "Rie de Vries"),
        ("Nog een met naam", "Rie de Vries"),
    ]
    assert [each["number"] for each in scene.author.items()] == [1, 2]
    passes_the_round(scene.world)
    hidden = scene.author.thread()["messages"][0]
    assert (hidden["text"], hidden["name"], hidden["moment"][:10]) == (
        TEXT,
        "",
        scene.world.clock.now.date().isoformat(),
    )
    assert hidden["moment"][:10] not in {each["moment"][:10] for each in named}


def test_that_the_reader_reported_an_answer_shows_to_them_alone(scene: Scene) -> None:
    own = scene.writes()
    passes_the_round(scene.world)
    scene.author.page()
    before = scene.author.page()
    with scene.world.archive.write() as tx:
        reported(tx, own, "reader", is_reported=True)
    assert scene.reader.thread()["is_reported"]
    assert scene.author.page() == before


def test_what_an_author_reported_is_given_to_them_by_no_id_but_their_own(scene: Scene) -> None:
    scene.writes()
    passes_the_round(scene.world)
    thread = scene.author.thread()
    said = {"subject": "thread", "id": thread["id"], "words": "Klopt dit?"}
    scene.author.does("report", **said, purpose="report", message=thread["messages"][0]["id"])
    scene.author.does("report", **said, purpose="help")
    told = scene.answers(scene.author)
    assert "Klopt dit?" in told["/me/export"]
    for path, answer in told.items():
        assert not [trace for trace in scene.traces() if trace in answer], path


def test_maintainers_see_it_as_the_authors_do_and_only_once_it_was_let_through(scene: Scene) -> None:
    own = scene.writes()
    with scene.world.archive.read() as tx:
        assert as_desk_sees(tx, own) is None
        assert unanswered(tx, scene.world.clock(), least=0) == []
    passes_the_round(scene.world)
    with scene.world.archive.read() as tx:
        seen, waiting = as_desk_sees(tx, own), unanswered(tx, scene.world.clock(), least=0)
    assert seen is not None
    assert (seen.who, seen.words) == ("reader", f"reader: {TEXT}")
    told = encode(seen.body).decode() + repr(waiting)
    assert len(waiting) == 1
    assert not [trace for trace in scene.traces() if trace in told]
    assert not EXACT.search(told)
    assert TEXT not in repr(waiting)


def test_of_an_erased_reader_authors_hear_in_the_round(scene: Scene) -> None:
    scene.writes()
    passes_the_round(scene.world)
    scene.author.does("reply", thread=scene.author.thread()["id"], text="Blijft staan")
    before = scene.author.page()["head"]
    with scene.world.archive.write() as tx:
        erase_account(tx, scene.reader.id, scene.world.clock())
    assert scene.author.page(before)["items"] == []
    passes_the_round(scene.world)
    thread = scene.author.page(before)["items"][0]["body"]
    assert [(each["text"], each["gone"], each["attachment"]) for each in thread["messages"]] == [
        ("", "erased", None),
        ("Blijft staan", "", None),
    ]
    with scene.world.archive.read() as tx:
        assert tx.files.all() == {}
        assert page(tx, scene.reader.id, RENDERERS)[0].items == ()


def test_a_later_author_does_not_get_the_threads_in_the_order_of_writing(scene: Scene) -> None:
    texts = [f"{number:02}" for number in range(12)]
    for text in texts:
        scene.reader.says(feedback(text=text, shown_as="role"))
    passes_the_round(scene.world)
    late = Person(scene.world, "Cor")
    claims(scene.world, late)
    with scene.world.archive.write() as tx:
        assert open_earlier(tx, "c1", late.id, scene.world.clock()) == 12
    order = [each["body"]["messages"][0]["text"] for each in late.items()]
    assert sorted(order) == texts
    assert order not in (texts, texts[::-1])


def _ids(body: Any) -> set[str]:
    """Return every value called ``id`` in a body, at any depth."""
    if isinstance(body, dict):
        own = {body["id"]} if isinstance(body.get("id"), str) else set()
        return own.union(*(_ids(each) for each in body.values()))
    return set().union(*(_ids(each) for each in body)) if isinstance(body, list) else set()
