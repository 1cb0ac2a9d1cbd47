"""A collection as the program itself would take it in: passages made of a plain page, language by passage, one index."""

import hashlib
import time
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.relevance import places
from benchmarks.relevance.collection import Collection, Text
from kennisbank.documents.language import language_of
from kennisbank.documents.passages import passages
from kennisbank.documents.vocabulary import vocabulary_of
from kennisbank.domain.document import PageText, pack_words
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.domain.passage import SearchDocument
from kennisbank.resources import resource
from kennisbank.search.index import SearchIndex
from kennisbank.search.synonyms import SynonymFiles

_NAMESPACE = uuid.UUID("6b1f5f0e-3d0c-4e2b-9a53-0d5c8a7f6e21")
_NO_WORDS = pack_words([])


def open_index(folder: Path) -> SearchIndex:
    """Return the index in `folder` as the program opens it, with the synonyms that come with it."""
    return SearchIndex(folder, synonyms=SynonymFiles(resource("synonyms")).current)


def contribution_id(collection: str, text_id: str, copy: int = 0) -> ContributionId:
    """Return the id of a document of a collection: the same in every run."""
    return ContributionId(str(uuid.uuid5(_NAMESPACE, f"{collection}/{text_id}/{copy}")))


def search_document(collection: str, text: Text, copy: int = 0) -> SearchDocument:
    """Return the document as the index takes it; copies after the first say a word of their own."""
    body = f"{text.text}\n\nkopie{copy}merk" if copy else text.text
    page = PageText(PageNo(1), body, _NO_WORDS, 595.0, 842.0)
    file = FileHash(hashlib.sha256(f"{collection}/{text.id}/{copy}".encode()).hexdigest())
    found = passages([page], (), vocabulary=vocabulary_of([page]), file=file)
    spoken = Counter(each.language for each in found)
    return SearchDocument(
        contribution=contribution_id(collection, text.id, copy),
        stamp="1",
        title=text.title,
        authors=(),
        abstract="",
        keywords=(),
        themes=(),
        edition="",
        year=None,
        language=spoken.most_common(1)[0][0] if spoken else language_of(text.title),
        kind="article",
        passages=found,
    )


def documents(collection: Collection, copies: Iterable[int] = (0,)) -> Iterator[SearchDocument]:
    """Yield the documents of a collection, each of `copies` in turn."""
    for copy in copies:
        for text in collection.texts:
            yield search_document(collection.name, text, copy)


def indexed(name: str, fingerprint: str, made: Iterable[SearchDocument], *, reuse: bool) -> tuple[Path, float]:
    """Return the folder of an index of `made`, and the seconds it took to make; 0 where an earlier one still holds.

    One made by the same code holds. With `reuse` the last one made holds as long as the program can read it, which is
    right while only ranking is changed.
    """
    room = places.CACHE / "indexes" / f"{name}-{fingerprint}"
    folder = places.newest(room) if reuse else None
    if folder is None or not _is_ready(folder):
        folder = room / places.code_of_indexing()
    if _is_ready(folder):
        return folder, 0.0
    started = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    index = open_index(folder)
    try:
        index.rebuild(made)
    finally:
        index.close()
    places.keep_newest(room)
    return folder, time.perf_counter() - started


def _is_ready(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    index = open_index(folder)
    try:
        return index.state() == "ready"
    finally:
        index.close()
