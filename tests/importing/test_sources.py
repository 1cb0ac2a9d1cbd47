"""What is taken from folders and zips, and what can't get out of one."""

import os
import stat
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.errors import BadInputError
from kennisbank.importing.archives import Limits, unpack
from kennisbank.importing.source_files import SourceFile, printable
from kennisbank.importing.sources import open_sources
from kennisbank.tasks.context import JobContext

TEXT = b"Een korte tekst."


def names(*paths: Path) -> dict[str, str | None]:
    with open_sources(paths) as sources:
        return {file.name: file.problem.code if file.problem else None for file in sources.files}


def zipped(path: Path, members: dict[str, bytes], **attributes: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = attributes.get("mode", 0o644) << 16
            archive.writestr(info, data)
    return path


def test_folder_gives_its_files_by_name_whatever_the_disk_says(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1.txt", "b/c/3.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    assert list(names(tmp_path)) == ["a.txt", "b/1.txt", "b/2.txt", "b/c/3.md"]


def test_litter_is_passed_over_and_counted(tmp_path):
    for name in (".DS_Store", "Thumbs.db", "~$paper.docx", ".hidden/x.txt", "__MACOSX/._x.txt", "echt.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    with open_sources([tmp_path]) as sources:
        assert [file.name for file in sources.files] == ["echt.txt"]
        assert sources.ignored == 5


def test_what_is_not_read_is_said(tmp_path):
    for name in ("foto.jpg", "lijst.csv", "meer.zip", "oud.tar.gz", "zonder"):
        (tmp_path / name).write_bytes(TEXT)
    assert names(tmp_path) == {
        "foto.jpg": "unsupported",
        "lijst.csv": "unsupported",
        "meer.zip": "archive_not_opened",
        "oud.tar.gz": "archive_not_opened",
        "zonder": "unsupported",
    }


def test_pdf_is_a_pdf_under_any_name(tmp_path):
    (tmp_path / "paper").write_bytes(b"%PDF-1.7 and so on")
    assert names(tmp_path) == {"paper": None}


def test_pipe_is_no_paper_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    assert names(tmp_path) == {"pipe.pdf": "not_a_file"}


def test_broken_link_is_said_and_the_rest_goes_on(tmp_path):
    (tmp_path / "weg.pdf").symlink_to(tmp_path / "nergens")
    (tmp_path / "wel.txt").write_bytes(TEXT)
    assert names(tmp_path) == {"weg.pdf": "unreadable", "wel.txt": None}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_that_may_not_be_read_is_said(tmp_path):
    (tmp_path / "dicht").mkdir(mode=0)
    assert names(tmp_path) == {"dicht": "unreadable"}


def test_folder_that_the_system_refuses_is_said(tmp_path, monkeypatch):
    (tmp_path / "dicht").mkdir()
    (tmp_path / "wel.txt").write_bytes(TEXT)
    scandir = os.scandir

    def refusing(path):
        if str(path).endswith("dicht"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert names(tmp_path) == {"dicht": "unreadable", "wel.txt": None}


def test_names_with_diacritics_are_composed_and_long_paths_are_read(tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "coördinatie één.txt")).write_bytes(TEXT)
    deep = tmp_path.joinpath(*["een map met een lange naam " + "x" * 150] * 6)
    deep.mkdir(parents=True)
    (deep / "diep.txt").write_bytes(TEXT)
    found = names(tmp_path)
    assert "coördinatie één.txt" in found
    assert any(name.endswith("diep.txt") and len(name) > 900 and code is None for name, code in found.items())


def test_name_that_is_no_utf8_can_be_shown_and_stored(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(TEXT)
    (name,) = names(tmp_path)
    assert name.encode("utf-8")


def test_link_to_a_folder_is_not_followed_but_said(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "rond").symlink_to(tmp_path / "in")
    assert names(tmp_path / "in") == {"rond": "not_a_file"}


def test_overlapping_sources_give_each_file_once(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT)
    assert len(names(tmp_path, tmp_path / "a.txt")) == 1


def test_two_sources_with_the_same_name_inside_are_told_apart(tmp_path):
    for folder in ("een", "twee"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_bytes(TEXT)
    assert list(names(tmp_path / "een", tmp_path / "twee")) == ["a.txt", "a (2).txt"]


def test_missing_source_is_refused(tmp_path):
    with pytest.raises(BadInputError), open_sources([tmp_path / "nergens"]):
        pass


def test_zip_is_unpacked_and_nothing_of_it_is_left(tmp_path):
    archive = zipped(tmp_path / "in.zip", {"map/a.txt": TEXT, "b.txt": TEXT, "map/": b""})
    with open_sources([archive], temporary=tmp_path / "tmp") as sources:
        assert [(file.name, file.path.read_bytes()) for file in sources.files] == [("b.txt", TEXT), ("map/a.txt", TEXT)]
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/tmp/evil.txt",
        "C:\\evil.txt",
        "C:evil.txt",
        "..\\..\\evil.txt",
        "a/../../evil.txt",
        "\\\\h\\s\\e.txt",
    ],
)
def test_zip_member_that_points_outside_is_refused_and_the_rest_taken(tmp_path, name):
    archive = zipped(tmp_path / "in.zip", {name: TEXT, "goed.txt": TEXT})
    found = names(archive)
    assert found.pop("goed.txt") is None
    assert list(found.values()) == ["unsafe_name"]
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_zip_link_is_refused(tmp_path):
    archive = zipped(tmp_path / "in.zip", {"link.txt": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777)
    assert names(archive) == {"link.txt": "not_a_file"}


def test_zip_names_that_collide_are_all_read(tmp_path):
    archive = tmp_path / "in.zip"
    with zipfile.ZipFile(archive, "w") as out:
        for name, data in (("a.txt", b"1"), ("A.txt", b"2"), ("CON.txt", b"4")):
            out.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            out.writestr("a.txt", b"3")
    with open_sources([archive]) as sources:
        assert sorted(file.path.read_bytes() for file in sources.files) == [b"1", b"2", b"3", b"4"]
        assert len({file.name for file in sources.files}) == 4


def test_zip_in_a_zip_is_not_followed_but_said(tmp_path):
    inner = zipped(tmp_path / "inner.zip", {"a.txt": TEXT})
    archive = zipped(tmp_path / "in.zip", {"inner.zip": inner.read_bytes()})
    assert names(archive) == {"inner.zip": "archive_not_opened"}


def test_zip_with_a_password_is_said(tmp_path):
    archive = zipped(tmp_path / "in.zip", {"a.txt": TEXT})
    data = bytearray(archive.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    archive.write_bytes(bytes(data))
    assert names(archive) == {"a.txt": "encrypted"}


def test_zip_bomb_is_stopped_while_it_grows(tmp_path):
    archive = zipped(tmp_path / "in.zip", {"a.txt": b"0" * 5_000_000, "b.txt": TEXT})
    found = unpack(archive, tmp_path / "out", JobContext(), Limits(ratio=100, ratio_from=1 << 20))
    assert [file.problem and file.problem.code for file in found] == ["archive_too_large"] * 2
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("limits", [Limits(file_bytes=1000), Limits(total_bytes=1500)])
def test_zip_that_lies_about_its_sizes_is_stopped(tmp_path, limits):
    archive = zipped(tmp_path / "in.zip", {"a.txt": os.urandom(1000), "b.txt": os.urandom(1001)})
    codes = {
        file.name: file.problem and file.problem.code for file in unpack(archive, tmp_path / "o", JobContext(), limits)
    }
    assert codes == {"a.txt": None, "b.txt": "archive_too_large"}


def test_zip_with_too_many_files_or_with_overlapping_ones_is_not_opened(tmp_path):
    archive = zipped(tmp_path / "in.zip", {f"{n}.txt": TEXT for n in range(11)})
    (found,) = unpack(archive, tmp_path / "o", JobContext(), Limits(files=10))
    assert (found.name, found.problem.code) == ("in.zip", "archive_too_large")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 and nothing more", b"no zip at all"])
def test_what_is_no_zip_is_said(tmp_path, data):
    (tmp_path / "in.zip").write_bytes(data)
    assert names(tmp_path / "in.zip") == {"in.zip": "damaged_archive"}


def test_empty_zip_is_said(tmp_path):
    assert names(zipped(tmp_path / "in.zip", {})) == {"in.zip": "damaged_archive"}


def test_damaged_member_is_said_and_the_rest_taken(tmp_path):
    archive = zipped(tmp_path / "in.zip", {"a.txt": os.urandom(5000), "b.txt": TEXT})
    data = bytearray(archive.read_bytes())
    data[200:260] = bytes(60)
    archive.write_bytes(bytes(data))
    assert names(archive) == {"a.txt": "damaged_archive", "b.txt": None}


@given(st.text(max_size=40))
def test_printable_name_can_always_be_stored(name):
    shown = printable(name)
    assert printable(shown) == shown
    assert shown.encode("utf-8") is not None
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)


@pytest.mark.shared_data
def test_hostile_archives_put_nothing_outside_their_folder(shared_data, tmp_path):
    for archive in sorted((shared_data / "hostile" / "archives").glob("*.zip")):
        with open_sources([archive], temporary=tmp_path) as sources:
            assert sources.files, archive.name
            for file in sources.files:
                assert isinstance(file, SourceFile)
                assert file.problem is not None or file.path.resolve().is_relative_to(tmp_path.resolve()), archive.name
        assert not list(tmp_path.rglob("*")), archive.name
