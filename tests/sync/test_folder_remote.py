"""A stick answers as the archive did when it was written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.errors import ArchiveRefusedError, StickError
from kennisbank.sync.folder_remote import FolderRemote
from kennisbank.sync.protocol import Gone, Record, Write, WriteBatch
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import content_hash, digest_of, mark
from kennisbank.sync.protocol_manifest import Manifest, packed
from kennisbank.sync.protocol_stick import Stick


def stick(revisions: list[tuple[int, bool]], folder: Path = Path("nowhere")) -> Stick:
    records = []
    for number, (revision, is_gone) in enumerate(sorted(revisions)):
        body = None if is_gone else {"title": str(number)}
        digest = "" if body is None else content_hash(body)
        gone = Gone("erased") if is_gone else None
        records.append(Record("contribution", str(number), revision, body, digest, gone))
    head = max((revision for revision, _ in revisions), default=0) + 2
    info = ArchiveInfo("a", "e", "Archief", "", "mail", revision=head)
    files = packed([("ab" * 32, 3)])
    return Stick(folder, Manifest(info, "", (), tuple(records), files), b"", b"", {"ab" * 32: 3})


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), max_size=20), st.integers(0, 30), st.integers(1, 7))
def test_pages_of_any_size_bring_all_that_came_after_a_revision(
    revisions: list[tuple[int, bool]], since: int, limit: int
) -> None:
    made = stick(revisions)
    remote, found, at = FolderRemote(made), [], since
    while True:
        page = remote.changes(at, limit=limit)
        assert all(at < each.revision <= page.revision for each in page.records)
        assert page.removals == sum(is_gone for revision, is_gone in revisions if revision > at)
        found.extend(page.records)
        if page.is_last:
            break
        assert page.revision > at
        assert page.public is None
        at = page.revision
    assert found == [each for each in made.manifest.records if each.revision > since]
    assert page.revision == page.head == made.manifest.revision
    here = [each for each in made.manifest.records if each.body is not None]
    assert page.public == digest_of([mark(each.kind, each.id, each.revision, each.hash) for each in here])
    assert page.mine is None


def test_a_stick_has_nothing_of_ones_own_and_takes_nothing() -> None:
    remote = FolderRemote(stick([(1, False)]))
    mine = remote.changes(0, scope="mine")
    assert (mine.records, mine.is_last, mine.public) == ((), True, None)
    with pytest.raises(ArchiveRefusedError):
        remote.write(WriteBatch("e", (Write("w", "annotation", "x", 0, {}),)))
    with pytest.raises(ArchiveRefusedError):
        remote.receipts(["w"])
    assert remote.write(WriteBatch("e", ())).results == ()


def test_a_file_comes_from_any_offset_or_is_told_to_be_lacking(tmp_path: Path) -> None:
    remote = FolderRemote(stick([], tmp_path))
    known, unknown = "ab" * 32, "cd" * 32
    with pytest.raises(ArchiveRefusedError), remote.file(unknown):  # type: ignore[arg-type]
        pass
    with pytest.raises(StickError), remote.file(known):  # type: ignore[arg-type]
        pass
    path = tmp_path / "files" / "ab" / known
    path.parent.mkdir(parents=True)
    path.write_bytes(b"xyz")
    with remote.file(known, 1) as pieces:  # type: ignore[arg-type]
        assert b"".join(pieces) == b"yz"
