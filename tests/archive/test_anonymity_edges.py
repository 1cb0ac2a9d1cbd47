"""Ways round: sizes, files that others sent, passages, whose feedback nobody gets; each tells an onlooker nothing."""

import hashlib
from typing import Any

import pytest

from kennisbank.archive.batches.batches import Batches
from kennisbank.archive.files.file_store import DiskFiles
from kennisbank.sync.protocol_bodies import AnchorBody
from kennisbank.sync.protocol_codec import body_from
from tests.archive.account_world import CONFIG, World, fault
from tests.archive.correspondents import Person, act, authored, claims, feedback, passes_the_round, publish, uploads
from tests.archive.desk_people import Chief
from tests.archive.people import file_body

DATA = b"Een bladzijde uit een schrift.\n"
HASH = hashlib.sha256(DATA).hexdigest()
PAPER, OWN = "a" * 64, "b" * 64
WATCHED = (
    "/changes",
    "/changes?scope=mine",
    "/contributions",
    "/contributions/c1",
    "/editions",
    "/mailbox",
    "/desk",
    "/desk/counts",
    "/accounts",
    "/audit",
)


def test_until_the_round_no_answer_is_longer_newer_or_otherwise_marked(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader, chief = Person(world, "Rie"), Chief(world)

    def marks() -> dict[str, Any]:
        found = {}
        for path in WATCHED:
            who = chief if path.startswith(("/desk", "/accounts", "/audit")) else author
            answer = world.client.get(f"/v1{path}", headers=who.headers)
            found[path] = (answer.text, {name: value for name, value in answer.headers.items() if name != "date"})
        return found

    before = marks()
    said = feedback(text="Klopt tabel 2?", shown_as="role", attachment=uploads(reader, DATA, "a.txt"))
    assert reader.says(said)[0]["outcome"] == "accepted"
    assert marks() == before


def test_a_file_that_somebody_else_sent_is_answered_as_one_that_nobody_did(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    written: list[str] = []
    take = DiskFiles.take

    def counted(self: DiskFiles, pieces: Any, file_hash: str, *, anew: bool = False) -> None:
        if anew or not self.has(file_hash):
            written.append(file_hash)
        take(self, pieces, file_hash, anew=anew)

    monkeypatch.setattr(DiskFiles, "take", counted)

    def sends(who: Person, data: bytes) -> tuple[int, str, dict[str, str], int]:
        written.clear()
        name = hashlib.sha256(data).hexdigest()
        answer = world.client.put(f"/v1/attachments/{name}", content=data, headers=who.headers)
        headers = {key: value for key, value in answer.headers.items() if key != "date"}
        return answer.status_code, answer.text, headers, len(written)

    sends(reader, DATA)
    assert reader.says(feedback(shown_as="role", attachment=uploads(reader, DATA, "a.txt")))[0]["outcome"] == "accepted"
    assert sends(author, DATA) == sends(author, b"Nog niet gezien.\n")
    said = [feedback(attachment={"hash": each, "name": "a", "media_type": "", "size": 1}) for each in (HASH, "0" * 64)]
    other = Person(world, "Sam")
    first, second = other.says(*said)
    assert {**first, "act": ""} == {**second, "act": ""}
    for path in ("/files/", "/attachments/"):
        assert fault(author.get(f"{path}{HASH}")) == fault(author.get(f"{path}{'0' * 64}"))


def test_a_batch_is_told_to_send_a_file_that_is_only_attached(world: World) -> None:
    authored(world, "Ada")
    reader = Person(world, "Rie")
    reader.says(feedback(shown_as="role", attachment=uploads(reader, DATA, "a.txt")))
    chief = Chief(world)
    body = {
        "title": "T",
        "authors": [{"name": "A"}],
        "edition": "2025",
        "year": 2025,
        "files": [file_body(HASH, len(DATA))],
    }
    items = [
        {"kind": "edition", "id": "e1", "body": {"code": "2025", "name": "Congres"}},
        {"kind": "contribution", "id": "c9", "body": body},
    ]
    manifest = {"source": "map", "items": items, "withdrawals": []}
    asked = world.client.put("/v1/batches/b1", json=manifest, headers=chief.headers).json()
    assert [each["hash"] for each in asked["missing"]] == [HASH]
    head = world.client.head(f"/v1/batches/b1/files/{HASH}", headers=chief.headers)
    assert head.headers["kennisbank-received"] == "0"
    assert fault(world.client.post("/v1/batches/b1/publish", headers=chief.headers)) == (409, "incomplete")
    sent = world.client.put(f"/v1/batches/b1/files/{HASH}", content=DATA, headers=chief.headers)
    assert sent.status_code < 300, sent.text
    assert world.client.post("/v1/batches/b1/publish", headers=chief.headers).status_code == 200
    assert world.client.get(f"/v1/files/{HASH}").content == DATA
    with world.archive.write() as tx:
        tx.files.withdraw("c9", erases=False)
    Batches(world.archive, CONFIG).tidy(1)
    assert reader.get(f"/attachments/{reader.thread()['messages'][0]['attachment']['id']}").content == DATA


def test_what_came_for_a_batch_that_was_forgotten_goes_as_before(world: World) -> None:
    world.archive.files.take((DATA,), HASH)
    with world.archive.write() as tx:
        tx.files.came(HASH, len(DATA))
        assert tx.files.lacking([HASH]) == []
    Batches(world.archive, CONFIG).tidy(1)
    with world.archive.read() as tx:
        assert tx.files.lacking([HASH]) == [HASH]
    assert not world.archive.files.has(HASH)


def test_a_passage_in_a_file_of_ones_own_is_told_by_its_words_and_page(world: World) -> None:
    publish(world, files=[file_body(PAPER)])
    author, reader = Person(world, "Ada"), Person(world, "Rie")
    claims(world, author)
    boxes = ((10.25, 20.5, 30.75, 41.0),)
    quote = ("drie van de vier", "in ", " klassen")

    def told(file: str, shown_as: str) -> Any:
        anchor = body_from(AnchorBody(file, ((3, 17, 33, boxes),), quote, "moved", 0.9137))
        reader.says(feedback(text=f"{file[0]} {shown_as}", shown_as=shown_as, anchor=anchor))
        passes_the_round(world)
        return author.thread()["anchor"]

    named = told(OWN, "name")
    assert (named["file"], named["similarity"]) == (OWN, 0.9137)
    hidden = told(OWN, "role")
    assert (hidden["file"], hidden["quote"]) == ("", list(quote))
    assert hidden["pieces"] == [[3, 0, 0, []]]
    shown = told(PAPER, "role")
    assert (shown["file"], shown["pieces"][0][:3]) == (PAPER, [3, 17, 33])
    for each in (hidden, shown):
        assert (each["state"], each["similarity"]) == ("original", 1.0)


def test_the_only_author_who_writes_by_role_isnt_told_by_there_being_nobody_else(world: World) -> None:
    (ada,) = authored(world, "Ada")
    reader, chief = Person(world, "Rie"), Chief(world)

    def shown_after(who: Person) -> tuple[Any, ...]:
        assert who.says(feedback(text="Een vraag", shown_as="role"))[0]["outcome"] == "accepted"
        passes_the_round(world)
        new = [(each["days"], each["details"]) for each in chief.items("unanswered")]
        return new, chief.counts()["unanswered"]

    assert shown_after(ada) == shown_after(reader) == ([], 0)
    world.clock.goes_on(days=31)
    late = [each["details"] for each in chief.items("unanswered")]
    assert late == [{"kind": "question", "state": "sent"}] * 2


def test_who_claims_it_later_leaves_it_without_an_author_as_before(world: World) -> None:
    publish(world)
    reader, chief = Person(world, "Rie"), Chief(world)
    reader.says(feedback(text="Een vraag", shown_as="role"))
    passes_the_round(world)
    claims(world, Person(world, "Ada"))
    assert [each["details"]["state"] for each in chief.items("unanswered")] == ["no_author"]
    assert chief.counts()["unanswered"] == 1


def test_how_much_one_says_in_an_hour_counts_for_nobody_else(world: World) -> None:
    (author,) = authored(world, "Ada")
    reader = Person(world, "Rie")
    comment = reader.does("comment", contribution="c1", text="Voor iedereen")
    for _number in range(CONFIG.limits.reports_an_hour + 1):
        said = act("report", subject="comment", id=comment, purpose="report", words="Kijk.")
        outcome = reader.says(said)[0]["outcome"]
    assert outcome == "waits"
    said = act("report", subject="comment", id=comment, purpose="report", words="Kijk.")
    assert author.says(said)[0]["outcome"] == "accepted"
