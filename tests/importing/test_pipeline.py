"""What an import does with files, the second time too, and in rehearsal."""

from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.domain.metadata import Metadata, sourced
from kennisbank.errors import BadInputError, LibraryBusyError
from kennisbank.importing import ahead, handling
from kennisbank.importing.proposal import propose
from kennisbank.library.check import check
from kennisbank.library.files import hash_file
from kennisbank.tasks.context import JobContext, Progress
from tests.importing.holdings import stored
from tests.importing.papers import edition, paper
from tests.pdfs import COVER_TEXT, simple_pdf


def test_import_takes_each_paper_once_with_its_title_and_text(tmp_path, importer):
    summary = importer(edition(tmp_path / "in"))
    assert (summary.files, summary.added) == (3, 3)
    assert importer.titles() == [f"Leren programmeren deel {n} van de reeks" for n in range(3)]
    with importer.library.read() as tx:
        for contribution in tx.contributions.all():
            (file,) = contribution.files
            assert "leerlingen" in tx.texts.pages(file.hash)[0].text
            assert importer.library.files.verify(file.hash)
    assert check(importer.library) == []


def test_second_import_changes_nothing_and_makes_no_batch(tmp_path, importer):
    folder = edition(tmp_path / "in")
    importer(folder)
    before = stored(importer.library)
    summary = importer(folder)
    assert set(importer.verdicts.values()) == {"unchanged"}
    assert summary.batch is None
    assert importer.changes == []
    assert stored(importer.library) == before


def test_rehearsal_says_the_same_and_writes_nothing(tmp_path, importer):
    folder = edition(tmp_path / "in")
    paper(folder / "voorblad.pdf", "Leren programmeren deel 0 van de reeks", authors="Auteura Jansen", cover=COVER_TEXT)
    (folder / "leeg.pdf").write_bytes(b"")
    before = stored(importer.library), sorted(importer.library.paths.home.rglob("*.pdf"))
    rehearsed = importer(folder, rehearsal=True, edition="NIOC2025")
    said = importer.reports
    assert rehearsed.is_rehearsal
    assert rehearsed.batch is None
    assert (stored(importer.library), sorted(importer.library.paths.home.rglob("*.pdf"))) == before
    assert importer.library.files.all() == set()
    done = importer(folder, edition="NIOC2025")
    assert importer.reports == said
    assert replace(done, batch=None, is_rehearsal=True) == rehearsed


def test_same_body_under_another_cover_sheet_is_a_duplicate(tmp_path, importer):
    paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen in de onderbouw")
    paper(tmp_path / "in" / "b.pdf", "Ontwerpen met leerlingen in de onderbouw", cover=COVER_TEXT)
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "added", "b.pdf": "duplicate"}
    assert importer.codes("b.pdf") == ["same_text"]
    assert len(importer.all()) == 1


def test_same_bytes_twice_in_one_import_are_one_contribution(tmp_path, importer):
    first = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen in de onderbouw")
    (tmp_path / "in" / "kopie.pdf").write_bytes(first.read_bytes())
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "added", "kopie.pdf": "duplicate"}


def test_changed_text_of_a_known_file_is_a_new_version(tmp_path, importer):
    file = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    importer(tmp_path / "in")
    paper(file, "Ontwerpen met leerlingen", body="Een geheel andere tekst over hetzelfde. " * 6)
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "updated"}
    (contribution,) = importer.all()
    assert [(each.version, each.is_current) for each in contribution.files] == [(2, True), (1, False)]


def test_folder_that_serves_again_for_another_edition_brings_other_papers(tmp_path, importer):
    file = paper(tmp_path / "in" / "paper1.pdf", "Over sensoren in het weiland")
    importer(tmp_path / "in", edition="NIOC2023")
    paper(file, "Over toetsen zonder cijfers")
    importer(tmp_path / "in", edition="NIOC2025")
    assert importer.verdicts == {"paper1.pdf": "added"}


def test_older_version_imported_again_stays_older(tmp_path, importer):
    file = paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    old = file.read_bytes()
    importer(tmp_path / "in")
    paper(file, "Ontwerpen met leerlingen", body="Een geheel andere tekst over hetzelfde. " * 6)
    importer(tmp_path / "in")
    file.write_bytes(old)
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "unchanged"}
    assert importer.codes("a.pdf") == ["older_version"]


def test_same_doi_is_a_new_version_under_any_name(tmp_path, importer):
    paper(tmp_path / "een" / "10.1234.nioc.7.pdf", "Ontwerpen met leerlingen")
    paper(tmp_path / "twee" / "10.1234_nioc.7.pdf", "Ontwerpen met leerlingen", body="Een geheel andere tekst. " * 9)
    importer(tmp_path / "een")
    importer(tmp_path / "twee")
    assert list(importer.verdicts.values()) == ["updated"]


def test_same_title_and_authors_with_another_text_are_both_taken(tmp_path, importer):
    paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    paper(tmp_path / "in" / "b.pdf", "Ontwerpen met leerlingen", body="Een geheel andere tekst. " * 9)
    importer(tmp_path / "in")
    assert importer.verdicts == {"a.pdf": "added", "b.pdf": "added"}
    (said,) = [problem for report in importer.reports for problem in report.problems]
    assert said.code == "possibly_the_same"
    assert said.values["contribution"] == importer.reports[0].contribution


def test_same_title_by_other_people_is_no_suspicion_of_one_paper(tmp_path, importer):
    paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    paper(tmp_path / "in" / "b.pdf", "Ontwerpen met leerlingen", authors="Piet Pietersen", body="Andere tekst. " * 20)
    importer(tmp_path / "in")
    assert importer.codes("b.pdf") == ["repeated_title"]


def test_list_goes_before_proposal_and_edition_before_list(tmp_path, importer):
    paper(tmp_path / "in" / "a.pdf", "Ontwerpen met leerlingen")
    rows = tmp_path / "in" / "lijst.csv"
    rows.write_text(
        "bestand;titel;auteurs;editie;jaar\na.pdf;De ware titel;Berg, Ans van den;NIOC2013;2012\n", encoding="utf-8"
    )
    importer(tmp_path / "in", rows=rows, edition="NIOC2025")
    assert importer.verdicts == {"a.pdf": "added"}
    values = importer.all()[0].metadata.values
    assert (values.title, values.edition, values.year) == ("De ware titel", "NIOC2025", 2012)
    assert [author.name for author in values.authors] == ["Ans van den Berg"]


def test_list_that_comes_later_updates_what_no_hand_wrote(tmp_path, importer):
    folder = edition(tmp_path / "in", 2)
    importer(folder)
    with importer.library.write() as tx:
        contribution = tx.contributions.by_file_name("paper0.pdf")[0]
        by_hand = contribution.metadata.merged(sourced(Metadata(title="Met de hand"), "hand"))
        tx.contributions.save(replace(contribution, metadata=by_hand))
    rows = tmp_path / "lijst.csv"
    rows.write_text(
        "file,title,year\npaper0.pdf,Van de lijst,2013\npaper1.pdf,Ook van de lijst,2013\n", encoding="utf-8"
    )
    importer(folder, rows=rows)
    assert set(importer.verdicts.values()) == {"updated"}
    assert importer.titles() == ["Met de hand", "Ook van de lijst"]
    importer(folder, rows=rows)
    assert set(importer.verdicts.values()) == {"unchanged"}


def test_rows_without_a_file_and_files_without_a_row_are_said(tmp_path, importer):
    folder = edition(tmp_path / "in", 2)
    rows = tmp_path / "lijst.csv"
    rows.write_text("file,title\npaper0.pdf,Een\nzoek.pdf,Nergens te vinden\n", encoding="utf-8")
    summary = importer(folder, rows=rows)
    assert importer.codes("paper1.pdf") == ["not_in_list"]
    assert importer.codes("lijst.csv") == ["row_without_file"]
    assert (summary.files, summary.with_problems) == (2, 2)


def test_list_without_a_known_column_is_refused_before_anything_is_read(tmp_path, importer):
    rows = tmp_path / "lijst.csv"
    rows.write_text("kleur,smaak\nrood,zoet\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"“kleur”.*“bestand”"):
        importer(edition(tmp_path / "in", 1), rows=rows)
    assert importer.reports == []


def test_source_that_is_not_there_is_the_callers_mistake(tmp_path, importer):
    with pytest.raises(BadInputError):
        importer(tmp_path / "nergens")


def test_second_import_at_the_same_time_is_told_so(tmp_path, importer):
    folder = edition(tmp_path / "in", 1)
    with importer.library.import_lock(), pytest.raises(LibraryBusyError):
        importer(folder)
    assert importer(folder, rehearsal=True).added == 1


def test_cancelled_import_keeps_what_was_written_and_goes_on_later(tmp_path, importer):
    folder = edition(tmp_path / "in", 5)
    ctx = JobContext(lambda progress: ctx.cancel() if progress == Progress("importing", 2, 5, "paper2.pdf") else None)
    cancelled = importer(folder, ctx=ctx)
    assert cancelled.cancelled
    assert len(importer.all()) == cancelled.added == 3
    assert check(importer.library) == []
    finished = importer(folder)
    assert (finished.added, finished.batch) == (5, cancelled.batch)
    with importer.library.read() as tx:
        (batch,) = tx.batches.all()
        assert (batch.state, batch.added) == ("done", 5)
        assert [each.file for each in tx.batches.reports(batch.id)] == [f"paper{n}.pdf" for n in range(5)]


def test_reports_come_in_the_order_of_the_source_after_their_commit(tmp_path, importer):
    importer(edition(tmp_path / "in", 20))
    assert [report.file for report in importer.reports] == sorted(report.file for report in importer.reports)
    committed = {each for changes in importer.changes for each in changes.ids("contribution")}
    assert committed == {report.contribution for report in importer.reports}


def test_paths_below_different_folders_are_different_files(tmp_path, importer):
    paper(tmp_path / "in" / "2020" / "paper1.pdf", "Over sensoren in het weiland")
    paper(tmp_path / "in" / "2021" / "paper1.pdf", "Over toetsen zonder cijfers")
    importer(tmp_path / "in", edition="NIOC2021")
    assert set(importer.verdicts.values()) == {"added"}


def test_year_of_the_edition_serves_where_no_list_gives_one(tmp_path, importer):
    importer(edition(tmp_path / "in", 1), edition="NIOC2013")
    assert importer.all()[0].metadata.values.year == 2013


def test_home_of_the_library_is_recorded_as_origin_and_zone_kept(tmp_path: Path, importer):
    importer(edition(tmp_path / "in", 1))
    assert importer.all()[0].origin == importer.library.origin


def test_file_that_several_rows_fit_takes_none_of_them(tmp_path, importer):
    paper(tmp_path / "in" / "paper1.pdf", "Over sensoren in het weiland")
    rows = tmp_path / "lijst.csv"
    rows.write_text("file,title\n2020/paper1.pdf,Toen\n2021/paper1.pdf,Nu\n", encoding="utf-8")
    importer(tmp_path / "in", rows=rows)
    assert importer.titles() == ["Over sensoren in het weiland"]
    assert importer.codes("paper1.pdf") == ["ambiguous_row"]


def test_contribution_that_goes_to_another_edition_is_pointed_at(tmp_path, importer):
    folder = edition(tmp_path / "in", 1)
    importer(folder, edition="NIOC2023")
    importer(folder, edition="NIOC2025")
    assert importer.verdicts == {"paper0.pdf": "updated"}
    assert importer.codes("paper0.pdf") == ["edition_changed"]
    assert importer.all()[0].metadata.values.edition == "NIOC2025"


def test_fault_of_ours_with_one_file_is_reported_and_the_others_go_on(tmp_path, importer, monkeypatch, caplog):
    def failing(document, cover, name):
        if name == "paper1.pdf":
            raise ZeroDivisionError
        return propose(document, cover, name)

    monkeypatch.setattr(handling, "propose", failing)
    importer(edition(tmp_path / "in"))
    assert importer.verdicts == {"paper0.pdf": "added", "paper1.pdf": "rejected", "paper2.pdf": "added"}
    assert importer.codes("paper1.pdf") == ["failed"]
    assert "ZeroDivisionError" in caplog.text


def test_file_that_goes_away_before_its_turn_is_said(tmp_path, importer, monkeypatch):
    folder = edition(tmp_path / "in", 2)

    def vanishing(path):
        if path.name == "paper0.pdf":
            path.unlink(missing_ok=True)
        return hash_file(path)

    monkeypatch.setattr(ahead, "hash_file", vanishing)
    importer(folder)
    assert importer.verdicts == {"paper0.pdf": "rejected", "paper1.pdf": "added"}
    assert importer.codes("paper0.pdf") == ["unreadable"]


def test_import_that_is_stopped_while_unpacking_says_so(tmp_path, importer):
    ctx = JobContext()
    ctx.cancel()
    summary = importer(edition(tmp_path / "in", 1), ctx=ctx)
    assert summary.cancelled
    assert importer.all() == []


def test_short_text_such_as_a_scanners_stamp_makes_no_duplicate(tmp_path, importer):
    simple_pdf(tmp_path / "in" / "a.pdf", ["Gescand met een app"], info={"producer": "een"})
    simple_pdf(tmp_path / "in" / "b.pdf", ["Gescand met een app"], info={"producer": "twee"})
    importer(tmp_path / "in")
    assert set(importer.verdicts.values()) == {"added"}


def test_bytes_refused_under_one_name_are_tried_under_another(tmp_path, importer):
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf", "c.txt", "d.pdf"):
        (folder / name).write_text("Een tekst die geen PDF is, hoe hij ook heet.")
    importer(folder)
    assert importer.verdicts == {"a.pdf": "rejected", "b.pdf": "rejected", "c.txt": "added", "d.pdf": "duplicate"}
