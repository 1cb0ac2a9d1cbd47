"""The archive: a page of changes from a large catalogue.

    .venv/bin/python benchmarks/measure_archive.py pages [--contributions 150000] [--database postgresql|sqlite]

`pages`: how long a page of changes takes from the database, in a transaction of its own, for a visitor and for an account
with records of its own and others' shared with it; then what it costs to write it as JSON and to pack it. PostgreSQL is
started for it, on this machine only, and gone afterwards. `computing_ms` is this process's own share of the time, which
other programs on the machine don't change.
"""

import argparse
import gzip
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from report import publish
from sqlalchemy import insert, text

from kennisbank.archive.database.moments import stamp
from kennisbank.archive.records.digests import MODULUS
from kennisbank.archive.records.record_rows import body_columns, derived_columns, gone_columns
from kennisbank.archive.schema import tables as t
from kennisbank.archive.transaction import Transaction
from kennisbank.archive.world import Archive
from kennisbank.sync.protocol_codec import body_of, encode
from tests.archive.people import add_account, note
from tests.archive.postgres import running_postgres

ROUNDS = 30
AT_ONCE = 5000
OWN, SHARED_WITH_ALL, SHARED_BY_NAME = 2000, 500, 100
WORDS = [
    "de",
    "het",
    "een",
    "leren",
    "toetsen",
    "programmeren",
    "onderwijs",
    "student",
    "docent",
    "evaluatie",
    "ontwerp",
    "praktijk",
    "reflectie",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("section", choices=["pages"])
    parser.add_argument("--contributions", type=int, default=150_000)
    parser.add_argument("--database", choices=["postgresql", "sqlite"], default="postgresql")
    arguments = parser.parse_args()
    with an_archive(arguments.database) as archive:
        began = time.perf_counter()
        head = fill(archive, arguments.contributions)
        seconds = round(time.perf_counter() - began, 1)
        rows = pages(archive, head)
    publish(
        f"archive-pages-{arguments.database}",
        rows,
        contributions=arguments.contributions,
        own=OWN,
        shared_with_account=SHARED_WITH_ALL + SHARED_BY_NAME,
        fill_s=seconds,
    )


@contextmanager
def an_archive(database: str) -> Iterator[Archive]:
    """Give a new archive in a database of this kind."""
    with tempfile.TemporaryDirectory() as folder:
        if database == "sqlite":
            with Archive.open(Path(folder) / "archive") as archive:
                yield archive
            return
        with running_postgres() as server:
            address = server.url(server.new_database())
            with Archive.open(Path(folder) / "archive", database=address) as archive:
                yield archive


def fill(archive: Archive, contributions: int) -> int:
    """Write a catalogue, an account's own records and what others share, as rows; return the last revision."""
    chance = random.Random(1)
    with archive.write() as tx:
        for name in ("ada", "bo"):
            add_account(tx, name)
        tx.counter.lock()
        total = 0
        for start in range(0, contributions, AT_ONCE):
            rows = [public_row(tx, chance, number) for number in range(start, min(contributions, start + AT_ONCE))]
            tx.connection.execute(insert(t.records), rows)
            total += sum(row["mark"] for row in rows)
        tx.counter.recount(contributions, total % MODULUS)
        own = [row_of(tx, "annotation", note(sentence(chance, 20)), chance, "ada") for _ in range(OWN)]
        tx.connection.execute(insert(t.records), own)
        for count, who in ((SHARED_WITH_ALL, "*"), (SHARED_BY_NAME, "ada@example.org")):
            rows = [
                row_of(tx, "annotation", note(sentence(chance, 20), everyone=True), chance, "bo") for _ in range(count)
            ]
            tx.connection.execute(insert(t.records), rows)
            grants = [
                {"kind": "annotation", "record_id": row["id"], "who": who, "granted": row["revision"], "revoked": None,
                 "revision": row["revision"], "owner": "bo", "mark": row["others_mark"]}
                for row in rows
            ]  # fmt: skip
            tx.connection.execute(insert(t.audience), grants)
    with archive.write() as tx:
        tx.connection.execute(text("ANALYZE"))
        return tx.records.head()[0]


def public_row(tx: Transaction, chance: random.Random, number: int) -> dict[str, object]:
    body = {
        "title": sentence(chance, 10),
        "authors": [{"name": sentence(chance, 2), "affiliation": sentence(chance, 3)} for _ in range(3)],
        "abstract": sentence(chance, 150),
        "keywords": [chance.choice(WORDS) for _ in range(5)],
        "year": 1990 + number % 35,
        "edition": str(1990 + number % 35),
        "files": [
            {"hash": f"{chance.getrandbits(256):064x}", "name": "p.pdf", "role": "paper", "media_type": "application/pdf",
             "size": 400_000, "pages": 8}
        ],
    }  # fmt: skip
    return row_of(tx, "contribution", body, chance, None)


def row_of(
    tx: Transaction, kind: str, body: dict[str, object], chance: random.Random, owner: str | None
) -> dict[str, object]:
    record, revision = str(UUID(int=chance.getrandbits(128), version=4)), tx.counter.next()
    columns = body_columns(kind, record, revision, body) | derived_columns(body_of(kind, body)) | gone_columns(None)
    moment = stamp()
    return {
        "kind": kind,
        "id": record,
        "revision": revision,
        "owner": owner,
        "created": moment,
        "changed": moment,
    } | columns


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def pages(archive: Archive, head: int) -> list[dict[str, object]]:
    """Return a row for each place and each viewer: medians and worst of so many rounds, in milliseconds."""
    rows: list[dict[str, object]] = []
    for viewer in (None, "ada"):
        for limit in (500, 1000):
            catalogue = head - OWN - SHARED_WITH_ALL - SHARED_BY_NAME
            places = {
                "first": 0,
                "middle": catalogue // 2,
                "last public": catalogue - limit,
                "last": head - limit,
                "no news": head,
            }
            for place, since in places.items():
                asked, computed, written, packed, size = [], [], [], [], 0
                for _ in range(ROUNDS):
                    began, busy = time.perf_counter(), time.process_time()
                    with archive.read() as tx:
                        page = tx.records.changes(viewer, since, limit)
                    asked.append((time.perf_counter() - began) * 1000)
                    computed.append((time.process_time() - busy) * 1000)
                    began = time.perf_counter()
                    data = encode(page)
                    written.append((time.perf_counter() - began) * 1000)
                    began = time.perf_counter()
                    size = len(gzip.compress(data, 5, mtime=0))
                    packed.append((time.perf_counter() - began) * 1000)
                rows.append(
                    {
                        "viewer": viewer or "visitor",
                        "limit": limit,
                        "page": place,
                        "records": len(page.records),
                        "asked_ms": round(statistics.median(asked), 1),
                        "best_ms": round(min(asked), 1),
                        "computing_ms": round(statistics.median(computed), 1),
                        "worst_ms": round(max(asked), 1),
                        "json_ms": round(statistics.median(written), 1),
                        "gzip_ms": round(statistics.median(packed), 1),
                        "kB": len(data) // 1000,
                        "packed_kB": size // 1000,
                    }
                )
                print(json.dumps(rows[-1]), flush=True)
    return rows


if __name__ == "__main__":
    main()
