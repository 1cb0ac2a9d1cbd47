"""SQLite's FTS5, a row a page, as a short script would do it: prefix indexes, snippets, 20 best by bm25."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from extract import all_pages
from protocol import measure


def index(folder: Path, work: Path) -> int:
    db = sqlite3.connect(work / "fts.sqlite")
    db.execute("PRAGMA journal_mode=WAL")
    tokens = "tokenize='unicode61 remove_diacritics 2'"
    db.execute(
        f"CREATE VIRTUAL TABLE page USING fts5(file UNINDEXED, number UNINDEXED, body, prefix='3 4 5', {tokens})"
    )
    count = 0
    for name, texts in all_pages(folder):
        db.executemany(
            "INSERT INTO page VALUES (?, ?, ?)", [(name, number, text) for number, text in enumerate(texts, 1)]
        )
        count += len(texts)
        db.commit()
    db.close()
    return count


def opener(work: Path) -> Callable[[str, str], int]:
    db = sqlite3.connect(work / "fts.sqlite")
    sql = "SELECT file, number, snippet(page, 2, '<', '>', '…', 24) FROM page WHERE page MATCH ? ORDER BY rank LIMIT 20"

    def ask(kind: str, text: str) -> int:
        quoted = f'"{text}"' if kind in ("phrase", "single") else " AND ".join(f'"{word}"' for word in text.split())
        return len(db.execute(sql, (f'"{text}"*' if kind == "prefix" else quoted,)).fetchall())

    return ask


if __name__ == "__main__":
    measure(index, opener)
