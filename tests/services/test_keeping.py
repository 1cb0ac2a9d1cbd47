"""Nothing is lost: backups rotate, everything goes out whole and comes back, twice adds nothing, and damage is told."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.settings import Settings, save_settings
from kennisbank.documents.anchoring import Span
from kennisbank.domain.annotation import AnnotationFilter
from kennisbank.domain.ids import PageNo
from kennisbank.errors import BadInputError, Cancelled, StorageError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.library.backup import KEEP
from kennisbank.library.rotation import Rotation, kept
from kennisbank.services.export_folder import MANIFEST, ExportWriter, read_manifest
from kennisbank.tasks.context import JobContext
from tests.pdfs import simple_pdf

TEXT = "De wilg\n\nEen wilg wordt om de vijf jaar geknot, een eik nooit."


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with papers and a home in which everything has been used that an export should hold."""
    folder = tmp_path_factory.mktemp("used")
    simple_pdf(folder / "papers" / "wilg.pdf", [TEXT])
    simple_pdf(folder / "papers" / "eik.pdf", ["De eik\n\nEen eik wordt driehonderd jaar oud, zegt men."])
    with open_kennisbank(folder / "home") as opened:
        opened.importing.run(ImportRequest((folder / "papers",), edition="BOOM2013"))
        fill(opened)
    return folder


@pytest.fixture
def kennisbank(used: Path, tmp_path: Path) -> Iterator[Kennisbank]:
    shutil.copytree(used, tmp_path, dirs_exist_ok=True)
    with open_kennisbank(tmp_path / "home") as opened:
        yield opened


def fill(opened: Kennisbank) -> None:
    for contribution in opened.catalogue.all():
        file = contribution.files[0].hash
        spans = [Span(PageNo(1), 0, 7)]
        opened.annotating.mark(contribution.id, file, spans, "highlight", colour="green", tags=("les",))
    first = opened.catalogue.all()[0]
    opened.annotating.note(first.id, "Voor les 3: 😀")
    opened.dossiers.create("Bomen / les 3?")
    (dossier,) = opened.dossiers.all()
    opened.dossiers.add(dossier.id, [first.id], remark="Begin hier.")
    opened.reading_states.set([first.id], "to_read")
    save_settings(opened.paths.settings_file, Settings(reader_name="J. Boom"))
    opened.paths.synonyms_file.write_text("boom, plant = tree\n", encoding="utf-8")


def content(folder: Path) -> dict[str, Any]:
    """Return what an export says, without when and by which library it was made."""
    return {
        each.name: each.sha256
        for each in read_manifest(folder)
        if not each.name.endswith((".jsonld", "settings.json"))  # these say when they were written, or where
    }


def test_what_was_exported_comes_back_in_an_empty_library_as_it_was(kennisbank: Kennisbank, tmp_path: Path) -> None:
    done = kennisbank.keeping.export(tmp_path / "out")
    assert (done.contributions, done.files, done.annotations, done.dossiers, done.problems) == (2, 2, 3, 1, ())
    with open_kennisbank(tmp_path / "second") as second:
        report = second.keeping.restore(tmp_path / "out")
        assert report.problems == ()
        assert (report.restored["contributions"], report.restored["files"], report.restored["annotations"]) == (2, 2, 3)
        assert (
            second.annotating.find(AnnotationFilter()).annotations
            == kennisbank.annotating.find(AnnotationFilter()).annotations
        )
        assert second.catalogue.all() == kennisbank.catalogue.all()
        assert second.dossiers.all() == kennisbank.dossiers.all()
        assert second.searching.behind() == 0
        assert second.maintenance.check() == []
        assert second.paths.synonyms_file.read_bytes() == kennisbank.paths.synonyms_file.read_bytes()
        second.keeping.export(tmp_path / "again")
    assert content(tmp_path / "again") == content(tmp_path / "out")


def test_putting_back_twice_adds_nothing(kennisbank: Kennisbank, tmp_path: Path) -> None:
    kennisbank.keeping.export(tmp_path / "out")
    report = kennisbank.keeping.restore(tmp_path / "out")
    assert not any(report.restored.values())
    assert report.unchanged > 0
    assert report.backup is not None
    assert report.backup.is_file()


def test_what_is_newer_here_stays_and_what_was_removed_comes_back(kennisbank: Kennisbank, tmp_path: Path) -> None:
    kennisbank.keeping.export(tmp_path / "out")
    kept_one, gone, _ = kennisbank.annotating.find(AnnotationFilter()).annotations
    kennisbank.annotating.change(kept_one.id, body="nieuwer")
    kennisbank.annotating.erase([gone.id])
    report = kennisbank.keeping.restore(tmp_path / "out")
    assert report.restored["annotations"] == 1
    assert kennisbank.annotating.get(kept_one.id).body == "nieuwer"
    assert kennisbank.annotating.get(gone.id) == gone


def test_papers_that_are_here_under_another_id_get_the_annotations(kennisbank: Kennisbank, tmp_path: Path) -> None:
    kennisbank.keeping.export(tmp_path / "out")
    with open_kennisbank(tmp_path / "second") as second:
        second.importing.run(ImportRequest((tmp_path / "papers",)))
        mine = {each.id for each in second.catalogue.all()}
        second.keeping.restore(tmp_path / "out")
        assert {each.id for each in second.catalogue.all()} == mine
        assert {each.contribution for each in second.annotating.find(AnnotationFilter()).annotations} <= mine


def test_an_export_is_open_files_that_people_and_programs_can_read(kennisbank: Kennisbank, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kennisbank.keeping.export(out)
    assert sorted(each.name for each in out.rglob("*.pdf")) == ["eik.pdf", "wilg.pdf"]
    items = json.loads((out / "catalogue.csl.json").read_bytes())
    assert len(items) == 2
    assert len(list(out.rglob("annotations.jsonld"))) == 2
    (markdown,) = out.glob("dossiers/*.md")
    assert "Begin hier." in markdown.read_text(encoding="utf-8")
    assert (out / "README.txt").read_text(encoding="utf-8-sig").strip().startswith("Dit is een export")
    assert all(each.is_sound() for each in read_manifest(out))


def test_damaged_files_are_told_and_the_rest_is_put_back(kennisbank: Kennisbank, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kennisbank.keeping.export(out)
    next(out.rglob("wilg.pdf")).write_bytes(b"%PDF-1.4 damaged")
    with open_kennisbank(tmp_path / "second") as second:
        report = second.keeping.restore(out)
        assert {each.code for each in report.problems} == {"file_damaged", "file_missing"}
        assert (report.restored["contributions"], report.restored["files"]) == (2, 1)


@pytest.mark.parametrize(
    "harm", ["no manifest", "no library", "wrong library", "outside", "newer", "not an export", "deep"]
)
def test_what_is_no_whole_export_is_refused_and_nothing_changes(
    kennisbank: Kennisbank, tmp_path: Path, harm: str
) -> None:
    out = tmp_path / "out"
    kennisbank.keeping.export(out)
    manifest = json.loads((out / MANIFEST).read_bytes())
    match harm:
        case "no manifest":
            (out / MANIFEST).unlink()
        case "no library":
            (out / "library.json").unlink()
        case "wrong library":
            writer = ExportWriter(out)
            (out / "library.json").unlink()
            writer.write("library.json", b'{"contributions": [{"id": 1}]}')
            manifest["files"] = writer.files
        case "outside":
            manifest["files"][0]["path"] = "../../etc/passwd"
        case "newer":
            manifest["version"] = 99
        case "not an export":
            manifest["kind"] = "something"
        case "deep":
            (out / MANIFEST).write_text("[" * 100_000, encoding="utf-8")
    if harm not in {"no manifest", "deep"}:
        (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with open_kennisbank(tmp_path / "second") as second:
        with pytest.raises(BadInputError):
            second.keeping.restore(out)
        assert second.catalogue.all() == []


def test_an_export_that_is_stopped_or_fails_leaves_nothing(
    kennisbank: Kennisbank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "outs"
    folder.mkdir()
    ctx = JobContext(lambda progress: ctx.cancel() if progress.done else None)
    with pytest.raises(Cancelled):
        kennisbank.keeping.export(folder / "out", ctx)
    assert list(folder.iterdir()) == []

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ExportWriter, "write_json", full)
    with pytest.raises(StorageError):
        kennisbank.keeping.export(folder / "out")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("annotations", "tags", "no list"),
        ("annotations", "kind", "scribble"),
        ("anchors", "pieces", "[[0, 0, 5, []]]"),
        ("anchors", "pieces", '[[1, "a", 5, []]]'),
        ("anchors", "pieces", "[[1, 0, 5, [[0, 0, NaN, 1]]]]"),
        ("dossier_items", "anchor", "{}"),
    ],
)
def test_rows_that_could_not_be_read_again_are_refused(
    kennisbank: Kennisbank, tmp_path: Path, table: str, column: str, value: str
) -> None:
    out = tmp_path / "out"
    kennisbank.keeping.export(out)
    rows = json.loads((out / "library.json").read_bytes())
    rows[table][0][column] = value
    (out / "library.json").unlink()
    writer = ExportWriter(out)
    writer.write_json("library.json", rows)
    manifest = json.loads((out / MANIFEST).read_bytes())
    manifest["files"] = [each for each in manifest["files"] if each["path"] != "library.json"] + writer.files
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with open_kennisbank(tmp_path / "second") as second:
        with pytest.raises(BadInputError):
            second.keeping.restore(out)
        assert second.catalogue.all() == []
        assert second.annotating.find(AnnotationFilter()).annotations == ()


def test_an_export_never_writes_over_something(kennisbank: Kennisbank, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInputError):
        kennisbank.keeping.export(tmp_path / "out")
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_missing_file_is_told_and_everything_else_is_exported(kennisbank: Kennisbank, tmp_path: Path) -> None:
    first = kennisbank.catalogue.all()[0]
    kennisbank.library.files.remove(first.files[0].hash)
    done = kennisbank.keeping.export(tmp_path / "out")
    assert [each.code for each in done.problems] == ["file_missing"]
    assert (done.contributions, done.files) == (2, 1)


def test_an_export_of_an_older_program_lacks_columns_and_comes_back(kennisbank: Kennisbank, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kennisbank.keeping.export(out)
    rows = json.loads((out / "library.json").read_bytes())
    for row in rows["annotations"]:
        del row["source_key"], row["is_read_only"]
        row["of_a_newer_program"] = True
    writer = ExportWriter(out)
    (out / "library.json").unlink()
    writer.write_json("library.json", rows)
    manifest = json.loads((out / MANIFEST).read_bytes())
    manifest["files"] = [each for each in manifest["files"] if each["path"] != "library.json"] + writer.files
    (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with open_kennisbank(tmp_path / "second") as second:
        assert second.keeping.restore(out).restored["annotations"] == 3


def test_checking_tells_of_notes_whose_paper_has_gone(kennisbank: Kennisbank) -> None:
    with kennisbank.library.read() as tx:
        (batch,) = tx.batches.all()
    kennisbank.importing.undo(batch.id)
    (finding,) = kennisbank.maintenance.check()
    assert (finding.code, finding.subject) == ("notes_without_paper", "4")


def test_a_backup_gives_back_what_was_thrown_away(kennisbank: Kennisbank, tmp_path: Path) -> None:
    backup = kennisbank.keeping.back_up()
    before = kennisbank.annotating.find(AnnotationFilter()).annotations
    kennisbank.annotating.erase([each.id for each in before])
    elsewhere = tmp_path / "copy.sqlite"
    shutil.copyfile(backup.path, elsewhere)
    report = kennisbank.keeping.restore(elsewhere)
    assert report.restored["annotations"] == len(before)
    assert kennisbank.annotating.find(AnnotationFilter()).annotations == before


@pytest.mark.parametrize("data", [b"", b"x", b"not a database", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_backup_is_refused(kennisbank: Kennisbank, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.sqlite").write_bytes(data)
    before = kennisbank.catalogue.all()
    with pytest.raises(BadInputError):
        kennisbank.keeping.restore(tmp_path / "x.sqlite")
    assert kennisbank.catalogue.all() == before


def test_the_backup_of_the_day_is_made_once_and_only_when_wanted(kennisbank: Kennisbank) -> None:
    keeping = kennisbank.keeping
    assert keeping.back_up_if_due() is not None
    assert keeping.back_up_if_due() is None
    for made in keeping.state().backups:
        made.path.unlink()
    save_settings(kennisbank.paths.settings_file, Settings(backups="off"))
    assert keeping.back_up_if_due() is None
    assert keeping.state().backups == ()


def test_backups_of_a_clock_that_was_ahead_put_off_no_other_and_take_the_place_of_none(kennisbank: Kennisbank) -> None:
    folder = kennisbank.paths.backups
    folder.mkdir(parents=True, exist_ok=True)
    for day in range(1, 30):
        (folder / f"library-2099{1 + day // 28:02}{1 + day % 28:02}T090000.000000Z-daily.sqlite").write_bytes(b"")
    save_settings(kennisbank.paths.settings_file, Settings(backups_daily=1, backups_weekly=0, backups_monthly=0))
    made = kennisbank.keeping.back_up_if_due()
    assert made is not None
    assert made.made.year < 2099
    assert made.path.exists()
    assert kennisbank.keeping.back_up_if_due() is None


MOMENTS = st.lists(
    st.integers(0, 2500 * 24).map(lambda hours: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours)),
    max_size=60,
)
AMOUNTS = st.builds(Rotation, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(MOMENTS, AMOUNTS)
def test_rotation_keeps_the_newest_and_no_more_than_was_asked(moments: list[datetime], rotation: Rotation) -> None:
    stay = kept(moments, rotation)
    assert stay <= set(moments)
    assert len(stay) <= max(1, rotation.daily + rotation.weekly + rotation.monthly)
    if moments:
        assert max(moments) in stay
    assert kept(stay, rotation) == stay


@given(MOMENTS, AMOUNTS)
def test_rotation_keeps_one_of_each_of_the_last_days(moments: list[datetime], rotation: Rotation) -> None:
    stay = kept(moments, rotation)
    days = sorted({each.date() for each in moments}, reverse=True)[: rotation.daily]
    assert {each.date() for each in stay} >= set(days)


def test_a_year_of_daily_backups_leaves_what_is_asked() -> None:
    last = datetime(2026, 11, 22, 9, tzinfo=UTC)
    there: set[datetime] = set()
    for day in range(365):
        there = kept({*there, last - timedelta(days=364 - day)}, Rotation())
    assert 13 <= len(there) <= 17
    assert min(there) <= last - timedelta(days=140)


def test_old_backups_go_only_when_there_are_many(kennisbank: Kennisbank) -> None:
    for _ in range(KEEP + 3):
        kennisbank.keeping.back_up()
    assert len(kennisbank.keeping.state().backups) == KEEP
