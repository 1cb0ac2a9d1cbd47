"""Much feedback and many comments: how long the archive takes them, how long a library, and how soon they are shown.

    python benchmarks/measure_loop.py [--feedback 10000] [--comments 100000] [--keep DIR]

An archive with 200 readers and one author of 50 of 500 contributions gets the feedback (half of it by role, let through
in a round) and 5,000 comments as acts, the other comments as records. Then the author's library, a program of its own, takes all of it in from a real
server; then lists, threads, and contributions are asked as the window asks for them. Times in ms, median and worst of
many; `computing` is processor time of this process.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from report import publish, spread
from sync_world import archive_command, environment, free_port, kennisbank, serving

from kennisbank.archive.acting.acts import Acting
from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.correspondence.handlers import HANDLERS
from kennisbank.archive.database.inserting import insert_into
from kennisbank.archive.keeping.daily import run_daily
from kennisbank.archive.schema.account_tables import contribution_authors
from kennisbank.archive.world import Archive
from kennisbank.bootstrap import open_kennisbank
from kennisbank.domain.ids import ContributionId, new_id
from kennisbank.sync.protocol_acts import Act, ActBatch, ActKind
from tests.archive.people import add_account

READERS, CONTRIBUTIONS, OWN = 200, 500, 50
WORDS = [
    "de",
    "leerlingen",
    "les",
    "opdracht",
    "vraag",
    "programmeren",
    "begrip",
    "toets",
    "uitleg",
    "voorbeeld",
    "klas",
    "docent",
    "materiaal",
]
KINDS = ("question", "correction", "used", "appreciation", "other")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feedback", type=int, default=10_000)
    parser.add_argument("--comments", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    folder = asked.keep or Path(tempfile.mkdtemp())
    data = folder / "archive"
    rows: list[dict[str, object]] = []
    if not data.exists():
        filled(data, asked.feedback, asked.comments, rows)
    token, home = client_of(folder, data, rows)
    rows += questions(home)
    publish("loop", rows, feedback=asked.feedback, comments=asked.comments)
    if asked.keep is None:
        shutil.rmtree(folder)
    assert token


def filled(data: Path, feedback: int, comments: int, rows: list[dict[str, object]]) -> None:
    """Fill an archive by acts, as if in many hours."""
    chance = random.Random(3)
    archive_command("init", "--data", str(data))
    archive_command(
        "users", "add", "author@example.org", "--role", "reader", "--name", "Vera Vink", "--data", str(data)
    )
    config = ArchiveConfig.load(data)
    with Archive.open(data) as archive:
        with archive.write() as tx:
            tx.counter.lock()
            for number in range(CONTRIBUTIONS):
                body = {"title": f"Bijdrage {number}", "authors": [{"name": "Vera Vink"}], "year": 2025}
                tx.records.put_public("contribution", f"c{number}", body)
            readers = [add_account(tx, f"reader{number}") for number in range(READERS)]
            author = tx.connection.exec_driver_sql("SELECT id FROM accounts WHERE mail LIKE 'author@%'").scalar_one()
            since = datetime(2026, 1, 1, tzinfo=UTC).isoformat(timespec="microseconds")
            for number in range(OWN):
                row = {"contribution": f"c{number}", "account": author, "since": since}
                tx.connection.execute(insert_into(contribution_authors, tx.connection).values(row))
        moment = datetime(2026, 3, 1, tzinfo=UTC)
        by_acts = min(comments, 5000)
        for kind, count in (("feedback", feedback), ("comment", by_acts)):
            begun, done = time.perf_counter(), 0
            while done < count:
                moment += timedelta(hours=1, minutes=1)
                for reader in readers:
                    acts = tuple(said(kind, chance) for _ in range(min(30, count - done)))
                    if not acts:
                        break
                    with archive.write() as tx:
                        results = Acting(tx, config, HANDLERS).carry_out(reader, ActBatch(acts), moment).results
                    assert all(result.outcome == "accepted" for result in results), results[0]
                    done += len(acts)
            spent = time.perf_counter() - begun
            rows.append({"what": f"archive: one {kind}", "median": round(spent / count * 1000, 2)})
            print(kind, round(spent, 1), "s", flush=True)
        for start in range(by_acts, comments, 2000):  # the others as they stand in the end: by acts it takes very long
            with archive.write() as tx:
                for _ in range(start, min(start + 2000, comments)):
                    comment = said("comment", chance)
                    body = {**comment.body, "name": "Lezer", "role": "teacher", "created": moment.isoformat()}
                    tx.records.put_public("comment", comment.id, body)
        begun = time.perf_counter()
        run_daily(archive, config, moment + timedelta(days=1))
        rows.append({"what": "archive: the daily round", "median": round((time.perf_counter() - begun) * 1000)})


def said(kind: ActKind, chance: random.Random) -> Act:
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(8, 60)))
    if kind == "comment":
        number = min(int(chance.expovariate(1 / 60)), CONTRIBUTIONS - 1)
        return Act(new_id(), "comment", {"contribution": f"c{number}", "text": text})
    body = {"contribution": f"c{chance.randrange(OWN)}", "kind": chance.choice(KINDS), "text": text}
    return Act(new_id(), "feedback", body | {"shown_as": chance.choice(("name", "role"))})


def client_of(folder: Path, data: Path, rows: list[dict[str, object]]) -> tuple[str, Path]:
    """Have the author's library take all of it in."""
    home, port = folder / "author", free_port()
    shutil.rmtree(home, ignore_errors=True)
    code = archive_command("users", "add", "author@example.org", "--role", "reader", "--data", str(data))["code"]
    with serving(data, port):
        kennisbank(home, "connect", f"http://127.0.0.1:{port}")
        answer = kennisbank(home, "login", "author@example.org", "--code", "-", "--print-token", given=code + "\n")
        token = answer[-1]["token"]
        token = token if isinstance(token, str) else token["token"]
        for name in ("first sync, all of it", "sync without news"):
            begun = time.perf_counter()
            kennisbank(home, "sync", token=token)
            rows.append({"what": f"library: {name} (a program from start to end)",
                         "median": round((time.perf_counter() - begun) * 1000)})  # fmt: skip
            print(rows[-1], flush=True)
    return token, home


def questions(home: Path) -> list[dict[str, object]]:
    """Ask what the window asks, many times."""
    assert environment()
    with open_kennisbank(home) as kennisbank_:
        inbox, voices = kennisbank_.inbox, kennisbank_.voices
        threads = inbox.rows("open", limit=5000)
        chance = random.Random(4)
        papers = [each.id for each in kennisbank_.catalogue.all()]
        by_title = {each.metadata.values.title: each.id for each in kennisbank_.catalogue.all()}
        most = by_title["Bijdrage 0"]

        def some_thread() -> object:
            return inbox.thread(chance.choice(threads).id)

        def some_paper() -> object:
            paper = ContributionId(chance.choice(papers))
            return voices.comments(paper), voices.reception(paper)

        print("threads", inbox.counts(), "comments on the fullest", len(voices.comments(most)))
        asked: list[tuple[str, Callable[[], object]]] = [
            ("inbox: counts", inbox.counts),
            ("inbox: 200 rows, open", lambda: inbox.rows("open")),
            ("inbox: 200 rows, of one paper", lambda: inbox.rows("open", most)),
            ("inbox: papers with threads", inbox.contributions),
            ("inbox: a thread", some_thread),
            ("contribution: comments and stars", some_paper),
            ("contribution: the most commented", lambda: voices.comments(most)),
            ("stars of 200 contributions", lambda: voices.receptions(papers[:200])),
            ("my reactions: own feedback", kennisbank_.feedback.mine),
        ]
        rows = []
        for what, ask in asked:
            ask()
            walls, computing = [], []
            for _ in range(30):
                begun, began = time.perf_counter(), time.process_time()
                ask()
                walls.append((time.perf_counter() - begun) * 1000)
                computing.append((time.process_time() - began) * 1000)
            rows.append({"what": what, **spread(walls), "computing": round(sorted(computing)[15], 2)})
        return rows


if __name__ == "__main__":
    main()
