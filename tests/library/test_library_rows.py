"""What leaves a library as rows comes back in another as it was, through JSON and twice."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kennisbank.config.paths import Paths
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import Document
from kennisbank.library.library import Library
from kennisbank.library.rows_in import put_back, put_texts_back
from kennisbank.library.rows_out import Rows, rows_of, texts_of
from kennisbank.library.transaction import Transaction
from tests.library.library_values import a_contribution, contributions, documents, some_hash

one_library = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=15
)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.open(Paths(tmp_path / "other")) as opened:
        yield opened


class Undone(Exception):  # noqa: N818 -- no error: what was tried is taken back
    """Raised to leave a transaction as if it had never been."""


@contextmanager
def tried(library: Library) -> Iterator[Transaction]:
    """Give a transaction that is taken back: one library serves all examples, and opening one takes a second."""
    with suppress(Undone), library.write() as tx:
        yield tx
        raise Undone


def through_json(rows: Rows) -> Rows:
    """Return rows as an export holds them: also half a surrogate pair can be written."""
    read = json.loads(json.dumps(rows, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    assert isinstance(read, dict)
    return read


def test_rows_of_contributions_come_back_as_they_were(library: Library, other: Library) -> None:
    contribution = a_contribution()
    with library.write() as tx:
        tx.contributions.add(contribution)
    with library.read() as tx:
        rows = rows_of(tx)
    with other.write() as tx:
        put_back(tx, through_json(rows))
    with other.read() as tx:
        assert tx.contributions.find(contribution.id) == contribution
        assert rows_of(tx) == rows
    with other.write() as tx:
        again = put_back(tx, through_json(rows))
        assert not again.added
        assert not again.updated
        assert not tx.changes


@one_library
@given(contributions)
def test_rows_of_any_contribution_come_back_as_they_were(
    library: Library, other: Library, contribution: Contribution
) -> None:
    with tried(library) as tx:
        tx.contributions.add(contribution)
        rows = rows_of(tx)
    with tried(other) as tx:
        put_back(tx, through_json(rows))
        assert tx.contributions.find(contribution.id) == contribution
        assert rows_of(tx) == rows
        assert not put_back(tx, through_json(rows)).added


@one_library
@given(documents)
def test_what_was_read_from_a_file_comes_back_as_it_was(library: Library, other: Library, document: Document) -> None:
    file = some_hash(1)
    with library.write() as tx:
        tx.texts.put(file, document)
        rows = texts_of(tx, file)
    with other.write() as tx:
        put_texts_back(tx, through_json(rows))
        assert put_texts_back(tx, through_json(rows)) == 0
    with library.read() as here, other.read() as there:
        assert there.texts.document(file) is not None
        newest = document.extractor
        assert there.texts.known([file], newest) == here.texts.known([file], newest)
        assert {each["extractor"] for each in texts_of(there, file)["texts"]} >= {newest}


def test_what_is_newer_here_stays_and_what_is_older_is_brought_up_to_date(library: Library, other: Library) -> None:
    contribution = a_contribution()
    for each in (library, other):
        with each.write() as tx:
            tx.contributions.add(contribution)
    with library.read() as tx:
        old = through_json(rows_of(tx))
    with library.write() as tx:
        tx.contributions.touch(contribution.id)
    with library.read() as tx:
        new = through_json(rows_of(tx))
    with library.write() as tx:
        assert not put_back(tx, old).updated
    with other.write() as tx:
        assert put_back(tx, new).updated == {"contributions": 1}
    with library.read() as here, other.read() as there:
        assert here.contributions.get(contribution.id) == there.contributions.get(contribution.id)
