"""Which items of a batch the archive has already under another id: by file, then DOI, then title, authors and edition.

A match counts only where it is the only one on both sides: two contributions that share a file of proceedings are not
the same one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kennisbank.archive.batches.batch_manifest import CheckedBatch
from kennisbank.archive.records.catalogue import Catalogue
from kennisbank.domain.folding import fold

Key = object
_DOI_PREFIXES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:")


def known_items(catalogue: Catalogue, batch: CheckedBatch) -> dict[str, str]:
    """Return, by item's id, the archive's id of the same edition or contribution, where it has it under another."""
    own = {item.id for item in batch.manifest.items}
    known = _editions(catalogue, batch, own)
    new = set(batch.contributions) - set(catalogue.states("contribution", batch.contributions))
    for find in (_by_file, _by_doi, _by_title):
        rest = new - set(known)
        if rest:
            taken = own | set(known.values())
            known |= _only_ones(((item, there) for item, there in find(catalogue, batch, rest) if there not in taken))
    return known


def doi_key(doi: str) -> str:
    """Return a DOI as it is compared: without the address of a resolver, capitals and small letters alike."""
    plain = doi.strip().casefold()
    for prefix in _DOI_PREFIXES:
        plain = plain.removeprefix(prefix)
    return plain.strip()


def _editions(catalogue: Catalogue, batch: CheckedBatch, own: set[str]) -> dict[str, str]:
    if not batch.editions:
        return {}
    there: dict[str, str] = {}
    for record in catalogue.editions():
        there.setdefault(_code_key(_text(record.body, "code")), record.id)
    ids = set(there.values())
    pairs = ((item, there.get(_code_key(body.code), "")) for item, body in batch.editions.items() if item not in ids)
    return _only_ones((item, found) for item, found in pairs if found and found not in own)


def _by_file(catalogue: Catalogue, batch: CheckedBatch, items: set[str]) -> Iterator[tuple[str, str]]:
    of_hash: dict[str, list[str]] = defaultdict(list)
    for item in items:
        # What is current tells a contribution; older versions and attachments are shared more often.
        for file in batch.contributions[item].files:
            if file.is_current and file.role == "paper":
                of_hash[file.hash].append(item)
    for file_hash, there in catalogue.with_files(of_hash):
        for item in of_hash[file_hash]:
            yield item, there


def _by_doi(catalogue: Catalogue, batch: CheckedBatch, items: set[str]) -> Iterator[tuple[str, str]]:
    wanted = {item: doi_key(batch.contributions[item].doi) for item in items if batch.contributions[item].doi.strip()}
    if not wanted:
        return
    yield from _matches(wanted, ((doi_key(_text(each.body, "doi")), each.id) for each in catalogue.with_dois()))


def _by_title(catalogue: Catalogue, batch: CheckedBatch, items: set[str]) -> Iterator[tuple[str, str]]:
    wanted: dict[str, Key] = {}
    for item in items:
        body = batch.contributions[item]
        wanted[item] = _title_key(body.title, [each.name for each in body.authors], body.edition)
    codes = {batch.contributions[item].edition for item in items}
    yield from _matches(wanted, ((_key_of(each.body or {}), each.id) for each in catalogue.of_editions(codes)))


def _matches(wanted: Mapping[str, Key], there: Iterable[tuple[Key, str]]) -> Iterator[tuple[str, str]]:
    by_key: dict[Key, list[str]] = defaultdict(list)
    for item, key in wanted.items():
        by_key[key].append(item)
    for key, found in there:
        for item in by_key.get(key, ()):
            yield item, found


def _only_ones(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs in which neither side stands in another pair."""
    every = set(pairs)
    count = _counted(every, lambda pair: pair[0])
    back = _counted(every, lambda pair: pair[1])
    return {item: there for item, there in every if count[item] == 1 and back[there] == 1}


def _counted(pairs: Iterable[tuple[str, str]], side: Callable[[tuple[str, str]], str]) -> dict[str, int]:
    count: dict[str, int] = defaultdict(int)
    for pair in pairs:
        count[side(pair)] += 1
    return count


def _key_of(body: Mapping[str, Any]) -> Key:
    authors = body.get("authors")
    names = [_text(each, "name") for each in authors] if isinstance(authors, list) else []
    return _title_key(_text(body, "title"), names, _text(body, "edition"))


def _title_key(title: str, authors: Iterable[str], edition: str) -> Key:
    return fold(title) or title, tuple(fold(each) or each for each in authors), _code_key(edition)


def _code_key(code: str) -> str:
    return code.strip().casefold()


def _text(body: Mapping[str, Any] | None, name: str) -> str:
    value = (body or {}).get(name, "")
    return value if isinstance(value, str) else ""
