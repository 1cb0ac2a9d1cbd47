"""The guard set: a small archive of our own and what must be found in it, read from ``guard.toml``."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kennisbank.documents.passages import cover_sheets, passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.document import CoverSpan, PageText, pack_words
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.passage import SearchDocument
from kennisbank.domain.results import PassageHit, Results

_FILE = Path(__file__).with_name("guard.toml")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what its answer must be; what is None is not asked. A passage is named ``document/page``."""

    rule: str
    text: str
    finds: Mapping[str, int]
    never: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    why: str = ""
    lacking: tuple[str, ...] = ()
    total: int | None = None
    covers: int = 0
    repeats: int = 0
    is_relaxed: bool | None = None
    suggests: bool = False
    replaces: bool = False

    def __str__(self) -> str:
        """Return the rule and the query: the name of the test."""
        return f"{self.rule}: {self.text}"


def asked() -> list[Asked]:
    """Return the queries."""
    return [
        Asked(**{**each, "finds": each.get("finds", {}), **{key: tuple(each[key]) for key in _TUPLES if key in each}})
        for each in _read()["query"]
    ]


def documents() -> list[SearchDocument]:
    """Return the archive as the index takes it: raw pages made into passages by the program's own cleaning."""
    return [_document(each) for each in _read()["document"]]


def passages_found(results: Results) -> list[tuple[str, PassageHit]]:
    """Return the names of the passages in the order of the answer, each with its hit; metadata left out."""
    return [
        (f"{hit.contribution}/{place.page}", place)
        for hit in results.hits
        for place in hit.passages
        if place.field == "body"
    ]


_TUPLES = ("never", "order", "places", "lacking")


def _read() -> dict:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _document(each: Mapping) -> SearchDocument:
    file = FileHash(hashlib.sha256(each["id"].encode()).hexdigest())
    pages = [_page(number, text) for number, text in enumerate(each["pages"], 1)]
    cover = []
    if "cover" in each:  # behind the pages, so that these keep their numbers
        pages.append(_page(len(pages) + 1, each["cover"]))
        cover = [CoverSpan(pages[-1].number, 0, len(each["cover"]))]
    return SearchDocument(
        contribution=ContributionId(each["id"]),
        stamp="1",
        title=each["title"],
        authors=tuple(each["authors"]),
        abstract="",
        keywords=tuple(each["keywords"]),
        themes=(),
        edition="",
        year=each["year"],
        language=each.get("language", "nl"),
        kind="article",
        passages=passages(pages, cover, vocabulary=vocabulary_of(pages), file=file),
        cover_sheets=cover_sheets(pages, cover, file=file),
    )


def _page(number: int, text: str) -> PageText:
    return PageText(PageNo(number), text, pack_words([]), 595.0, 842.0)
