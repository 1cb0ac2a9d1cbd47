"""Files are stored once, whole or not at all."""

import hashlib
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kennisbank.domain.ids import FileHash
from kennisbank.errors import DocumentError, NotFoundError, StorageError
from kennisbank.library.files import FileStore, hash_file
from tests.library.library_processes import run
from tests.library.library_values import some_hash


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def a_source(tmp_path: Path, content: bytes = b"%PDF-1.7 inhoud") -> Path:
    source = tmp_path / "bron.pdf"
    source.write_bytes(content)
    return source


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=3_000))
def test_a_file_is_stored_under_the_hash_of_its_bytes(store: FileStore, tmp_path: Path, content: bytes) -> None:
    stored = store.put(a_source(tmp_path, content))
    assert stored == hashlib.sha256(content).hexdigest() == hash_file(store.path(stored))
    assert store.path(stored).read_bytes() == content
    assert store.has(stored)
    assert store.verify(stored)
    assert store.leftovers() == []


def test_a_file_that_is_here_is_not_copied_again(store: FileStore, tmp_path: Path) -> None:
    source = a_source(tmp_path)
    first = store.put(source)
    before = store.path(first).stat()
    assert store.put(source) == store.put(source, first) == first
    assert store.path(first).stat().st_ino == before.st_ino
    assert store.all() == {first}


def test_a_source_that_changed_since_it_was_hashed_is_stored_as_what_it_is_now(
    store: FileStore, tmp_path: Path
) -> None:
    source = a_source(tmp_path)
    known = hash_file(source)
    source.write_bytes(b"anders")
    stored = store.put(source, known)
    assert stored == hashlib.sha256(b"anders").hexdigest()
    assert not store.has(known)


def test_a_source_that_cannot_be_read_is_the_files_fault(store: FileStore, tmp_path: Path) -> None:
    for put in (store.put, hash_file, lambda path: store.put(path, some_hash(1))):
        with pytest.raises(DocumentError) as refused:
            put(tmp_path / "is er niet.pdf")
        assert refused.value.code == "unreadable"
    with pytest.raises(DocumentError):
        store.put(tmp_path, some_hash(1))


def test_a_folder_that_cannot_be_written_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file in the place of the folder")
    with pytest.raises(StorageError):
        FileStore(tmp_path / "files").put(a_source(tmp_path))


def test_changed_bytes_are_noticed(store: FileStore, tmp_path: Path) -> None:
    stored = store.put(a_source(tmp_path))
    store.path(stored).write_bytes(b"kapot")
    assert not store.verify(stored)
    store.remove(stored)
    store.remove(stored)
    with pytest.raises(NotFoundError):
        store.verify(stored)


def test_only_what_is_kept_survives_a_sweep(store: FileStore, tmp_path: Path) -> None:
    assert store.sweep(()) == []
    kept, gone = store.put(a_source(tmp_path, b"1")), store.put(a_source(tmp_path, b"2"))
    leftover = tmp_path / "files" / "incoming" / "half"
    leftover.write_bytes(b"ha")
    assert store.leftovers() == [leftover]
    assert store.sweep({kept}) == [gone]
    assert store.all() == {kept}
    assert store.leftovers() == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "AB" * 32, "ab" * 31])
def test_what_is_no_hash_is_no_path(store: FileStore, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        store.path(FileHash(name))


def test_one_file_from_several_threads_is_stored_once(store: FileStore, tmp_path: Path) -> None:
    source = a_source(tmp_path, b"x" * 3_000_000)
    threads = [threading.Thread(target=store.put, args=(source,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.all() == {hash_file(source)}
    assert store.leftovers() == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    source = a_source(tmp_path, b"x" * 400_000)
    said = run(
        """
        import resource, sys
        from pathlib import Path
        from kennisbank.errors import StorageError
        from kennisbank.library.files import FileStore
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        store = FileStore(Path(sys.argv[1]))
        try:
            store.put(Path(sys.argv[2]))
        except StorageError as error:
            print("refused:", error)
        print(len(store.all()), len(store.leftovers()))
        """,
        str(tmp_path / "files"),
        str(source),
    )
    assert said[0].startswith("refused:")
    assert said[1] == "0 0"
