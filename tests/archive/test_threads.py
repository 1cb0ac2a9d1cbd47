"""Feedback and answers: each arrives once, at whom it is for, and its reader can see what became of it."""

from tests.archive.account_world import World
from tests.archive.correspondents import Person, claims, feedback, publish


def test_feedback_reaches_every_author_and_is_delivered_once_fetched(world: World) -> None:
    publish(world)
    reader, one, other = (Person(world, name) for name in ("Rie", "Ada", "Ben"))
    claims(world, one)
    claims(world, other)
    said = feedback(text="Klopt tabel 2?")
    assert reader.says(said) == [{"act": said["id"], "outcome": "accepted", "refusal": "", "words": ""}]
    assert reader.thread()["state"] == "sent"
    found = one.thread()
    assert (found["side"], found["messages"][0]["text"], found["messages"][0]["name"]) == (
        "author",
        "Klopt tabel 2?",
        "Rie de Vries",
    )
    assert found["authors"] == ["Ada de Vries", "Ben de Vries"]
    assert reader.thread()["state"] == "delivered"
    assert other.thread()["id"] not in {found["id"], said["id"]}
