"""Files and disks as they should not be: each gets its reason, and the rest goes on."""

import os
import signal
import zipfile
from pathlib import Path

import pytest

from kennisbank.config.paths import Paths
from kennisbank.errors import StorageError
from kennisbank.importing.pipeline import ImportPipeline, ImportRequest
from kennisbank.library.check import check
from kennisbank.library.files import FileStore
from kennisbank.library.library import Library
from kennisbank.tasks.context import JobContext
from tests.importing.papers import edition, paper
from tests.pdfs import encrypted_pdf, many_pages_pdf, scan_pdf, truncated_pdf


def both(importer, folder: Path, bad: str):
    """Import `folder`, in which `bad` stands beside one good paper, and return the report of `bad`."""
    paper(folder / "goed.pdf", "Een gewoon artikel over toetsen")
    importer(folder)
    assert importer.verdicts["goed.pdf"] == "added"
    assert check(importer.library) == []
    return next(report for report in importer.reports if report.file == bad)


def test_empty_file_is_rejected(tmp_path, importer):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "leeg.pdf").write_bytes(b"")
    report = both(importer, tmp_path / "in", "leeg.pdf")
    assert (report.verdict, [each.code for each in report.problems]) == ("rejected", ["empty"])


def test_truncated_file_has_its_reason(tmp_path, importer):
    truncated_pdf(tmp_path / "in" / "half.pdf")
    report = both(importer, tmp_path / "in", "half.pdf")
    assert report.problems


def test_encrypted_file_is_rejected(tmp_path, importer):
    encrypted_pdf(tmp_path / "in" / "slot.pdf")
    report = both(importer, tmp_path / "in", "slot.pdf")
    assert (report.verdict, [each.code for each in report.problems]) == ("rejected", ["encrypted"])


def test_ten_thousand_pages_are_taken(tmp_path, importer):
    many_pages_pdf(tmp_path / "in" / "dik.pdf", 10_000)
    report = both(importer, tmp_path / "in", "dik.pdf")
    assert (report.verdict, report.pages) == ("added", 10_000)


def test_scan_without_text_is_taken_and_said(tmp_path, importer):
    scan_pdf(tmp_path / "in" / "scan.pdf")
    report = both(importer, tmp_path / "in", "scan.pdf")
    assert report.verdict == "added"
    assert "no_text" in [each.code for each in report.problems]


def test_two_scans_are_not_taken_for_one_another(tmp_path, importer):
    scan_pdf(tmp_path / "in" / "scan1.pdf")
    scan_pdf(tmp_path / "in" / "scan2.pdf", 2)
    importer(tmp_path / "in")
    assert set(importer.verdicts.values()) == {"added"}


def test_what_is_no_pdf_is_rejected_under_that_name(tmp_path, importer):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "web.pdf").write_text("<!DOCTYPE html><html><p>Geen paper</p></html>")
    report = both(importer, tmp_path / "in", "web.pdf")
    assert (report.verdict, [each.code for each in report.problems]) == ("rejected", ["not_what_it_says"])


def test_rejected_file_that_comes_twice_has_its_reason_twice(tmp_path, importer):
    (tmp_path / "in").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / "in" / name).write_bytes(b"\x89PNG is no paper")
    importer(tmp_path / "in")
    assert set(importer.verdicts.values()) == {"rejected"}
    assert importer.codes("a.pdf") == importer.codes("b.pdf") != []


def test_zip_with_paths_outside_gives_its_good_papers(tmp_path, importer):
    good = paper(tmp_path / "goed.pdf", "Een gewoon artikel over toetsen").read_bytes()
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("../../evil.pdf", good)
        archive.writestr("map/goed.pdf", good)
    importer(tmp_path / "in.zip")
    assert importer.verdicts == {"../../evil.pdf": "rejected", "map/goed.pdf": "added"}
    assert importer.codes("../../evil.pdf") == ["unsafe_name"]
    assert not list(importer.library.paths.temporary.iterdir())


def test_zip_bomb_is_refused(tmp_path, importer):
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bom.txt", bytes(40 << 20))
    importer(tmp_path / "bom.zip")
    assert importer.verdicts == {"bom.txt": "rejected"}
    assert importer.codes("bom.txt") == ["archive_too_large"]


def test_names_with_diacritics_and_long_paths_are_imported(tmp_path, importer):
    deep = tmp_path.joinpath("in", *["lange map " + "x" * 180] * 4)
    paper(deep / "coördinatie één.pdf", "Over afstemming in de school")
    importer(tmp_path / "in")
    assert list(importer.verdicts.values()) == ["added"]
    assert importer.all()[0].files[0].name == "coördinatie één.pdf"


def test_latin_1_list_gives_its_accents(tmp_path, importer):
    folder = edition(tmp_path / "in", 1)
    rows = tmp_path / "lijst.csv"
    rows.write_bytes("bestand;titel\npaper0.pdf;Coördinatie tussen scholen\n".encode("latin-1"))
    importer(folder, rows=rows)
    assert importer.titles() == ["Coördinatie tussen scholen"]


def test_full_disk_stops_the_import_and_it_can_be_finished(tmp_path, importer, monkeypatch):
    folder = edition(tmp_path / "in", 20)
    put, taken = FileStore.put, []

    def full(self, path, known=None):
        taken.append(path)
        if len(taken) > 17:
            raise StorageError(path, "No space left on device")
        return put(self, path, known)

    monkeypatch.setattr(FileStore, "put", full)
    with pytest.raises(StorageError, match="No space"):
        importer(folder)
    kept = len(importer.all())
    assert 0 < kept < 20
    monkeypatch.undo()
    summary = importer(folder)
    assert summary.added == 20
    assert len(importer.all()) == 20
    assert [each for each in check(importer.library) if each.code != "file_orphan"] == []


@pytest.mark.skipif(os.name == "nt", reason="limits are set by the system otherwise")
def test_limit_of_the_system_on_writing_is_a_storage_error(tmp_path, importer):
    resource = pytest.importorskip("resource")
    file = paper(tmp_path / "in" / "a.pdf", "Een gewoon artikel over toetsen")
    with file.open("ab") as stream:
        stream.write(b"\n%" + b"x" * 3_000_000)
    importer(edition(tmp_path / "eerst", 1))
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
        with pytest.raises(StorageError):
            importer(tmp_path / "in")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert len(importer.all()) == 1
    assert check(importer.library) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_home_is_a_storage_error(tmp_path, importer):
    folder = edition(tmp_path / "in", 1)
    importer.library.paths.home.chmod(0o500)
    try:
        with pytest.raises(StorageError):
            importer(folder)
    finally:
        importer.library.paths.home.chmod(0o700)


def test_file_that_changes_while_it_is_read_is_not_taken_under_another_text(tmp_path, importer, monkeypatch):
    folder = edition(tmp_path / "in", 1)
    put = FileStore.put

    def late(self, path, known=None):
        path.write_bytes(path.read_bytes() + b"\n% more")
        return put(self, path, known)

    monkeypatch.setattr(FileStore, "put", late)
    importer(folder)
    assert importer.codes("paper0.pdf") == ["changed_while_reading"]
    assert importer.all() == []


def test_second_program_may_read_while_one_imports(tmp_path, importer, workers):
    folder = edition(tmp_path / "in", 2)
    with Library.open(Paths(importer.library.paths.home)) as other:
        importer(folder)
        with other.read() as tx:
            assert tx.contributions.count() == 2
        summary = ImportPipeline(other, workers).run(
            ImportRequest((folder,)), JobContext(), lambda report: None, lambda changes: None
        )
    assert summary.unchanged == 2
