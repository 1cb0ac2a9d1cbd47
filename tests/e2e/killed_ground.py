"""The ground of stories that are told in processes which die: an archive with a paper, and two who are logged in."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kennisbank.archive.people.contacts import Contacts
from kennisbank.archive.world import Archive
from kennisbank.domain.ids import ContributionId
from tests.e2e.mortals import Birth, Mortal, Nursery, Point
from tests.e2e.post_sink import PostSink

PEOPLE = {"reader": "saar@school.example", "author": "vera@uni.example"}
PAPER = "p1"
TITLE = "Lesmateriaal delen"


@dataclass
class Ground:
    """An archive with one paper and its author, and two homes that are logged in: made once, copied for each story."""

    folder: Path
    port: int
    sink: PostSink
    paper: dict[str, ContributionId] = field(default_factory=dict)

    def served(self, nursery: Nursery, data: Path, *points: Point, later_minutes: int = 0) -> Mortal:
        """Start the archive, and return it when it answers; with `points`, at once: it may die before that."""
        words = ("serve", "--data", str(data), "--port", str(self.port), "--mail", self.sink.address, "--json")
        archive = nursery.bear(Birth(words=words, points=points, later_minutes=later_minutes))
        if not points:
            archive.said()
        return archive

    def client(self, nursery: Nursery, folder: Path, who: str, *, is_broken: bool = False) -> Mortal:
        """Start somebody's Kennisbank."""
        keyring = {
            "PYTHON_KEYRING_BACKEND": "tests.keyring_in_a_file.FileKeyring",
            "KENNISBANK_TEST_KEYRING": str(folder / who / "keyring.json"),
        }
        birth = Birth(home=str(folder / who), environment=tuple(keyring.items()), is_broken=is_broken)
        return nursery.bear(birth)


@contextmanager
def made_ground(folder: Path, nursery: Nursery) -> Iterator[Ground]:
    """Make it, and keep its mail server running for as long as the ``with`` lasts."""
    folder.mkdir()
    data = folder / "archive"
    with PostSink() as sink:
        ground = Ground(folder, _free_port(), sink)
        command(nursery, "init", "--data", str(data), "--address", "beheer@archief.example")
        file = data / "archive.toml"
        far = (datetime.now().astimezone() + timedelta(hours=12)).strftime("%H:%M")  # after all stories
        file.write_text(file.read_text().replace('round = "06:00"', f'round = "{far}"'))
        publish(data, TITLE)
        codes = {who: command(nursery, "users", "add", mail, "--role", "reader", "--name", who, "--data", str(data))
                 for who, mail in PEOPLE.items()}  # fmt: skip
        archive = ground.served(nursery, data)
        for who, mail in PEOPLE.items():
            (folder / who).mkdir()
            client = ground.client(nursery, folder, who)
            client.ask("accounts.connect", f"http://127.0.0.1:{ground.port}")
            client.ask("accounts.log_in", mail, codes[who]["code"], "laptop")
            client.ask("syncing.run")
            (paper,) = client.ask("catalogue.all")
            ground.paper[who] = paper.id
            if who == "author":
                client.ask("inbox.claim", paper.id, "Vera Vink")
                client.ask("syncing.run")
                assert [each.state for each in client.ask("inbox.claims")] == ["granted"]
            client.kill()
        archive.kill()
        sink.received.clear()
        yield ground


def publish(data: Path, title: str) -> None:
    """Publish the paper, or publish it anew with another title."""
    with Archive.open(data) as archive, archive.write() as tx:
        tx.records.put_public("contribution", PAPER, {"title": title, "authors": [{"name": "Vera Vink"}], "year": 2025})
        Contacts(tx.connection).put(PAPER, ["Vera Vink"], [PEOPLE["author"]])


def command(nursery: Nursery, *words: str) -> Any:
    """Run a command of the archive, and return what it answers."""
    process = nursery.bear(Birth(words=words if "--json" in words else (*words, "--json")))
    answer = process.said()
    ended = process.said()
    assert ended == {"ended": 0}, ended
    process.end()
    return answer


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
