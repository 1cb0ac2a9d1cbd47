"""A public test collection: documents, questions, and which documents answer which question.

A folder holds ``docs.jsonl`` {id, title, text}, ``queries.jsonl`` {id, text}, ``qrels.tsv`` (query, document, grade)
and ``meta.json`` with the language.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILES = ("docs.jsonl", "queries.jsonl", "qrels.tsv", "meta.json")


@dataclass(frozen=True, slots=True)
class Text:
    """One document of a collection; `title` may be empty."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """`queries` by id, in the file's order, those alone that have a relevant document; `judged`: query, document, grade."""

    name: str
    language: str
    texts: tuple[Text, ...]
    queries: Mapping[str, str]
    judged: Mapping[str, Mapping[str, int]]
    fingerprint: str


def names(folder: Path) -> list[str]:
    """Return the names of the collections in `folder`; none where it is absent."""
    return sorted(path.parent.name for path in folder.glob("*/qrels.tsv"))


def load(folder: Path) -> Collection:
    """Read the collection in `folder`."""
    judged: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, text, grade = line.split("\t")
        judged.setdefault(query, {})[text] = int(grade)
    queries = {each["id"]: each["text"] for each in _rows(folder / "queries.jsonl")}
    answered = {query for query, grades in judged.items() if max(grades.values()) > 0}
    return Collection(
        name=folder.name,
        language=json.loads((folder / "meta.json").read_text(encoding="utf-8"))["lang"],
        texts=tuple(Text(each["id"], each["title"], each["text"]) for each in _rows(folder / "docs.jsonl")),
        queries={query: text for query, text in queries.items() if query in answered},
        judged=judged,
        fingerprint=fingerprint(folder),
    )


def fingerprint(folder: Path) -> str:
    """Return a digest of what the collection in `folder` holds."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
