"""Pictures of importing: choosing, a rehearsal with every verdict, and what is left to look at after an import."""

from pathlib import Path

from kennisbank.resources import resource
from kennisbank.ui.views.import_ import ImportView
from tests.pdfs import encrypted_pdf, scan_pdf, simple_pdf
from tests.ui.recipes.recipe import Recipe, Stage


def view_of(stage: Stage) -> ImportView:
    view = stage.window.view("import")
    assert isinstance(view, ImportView)
    return view


def choosing(stage: Stage) -> None:
    stage.session.go("import")
    stage.settle()


def some_files(folder: Path) -> None:
    """Write files of every standing into a folder."""
    texts = {
        "041_def.pdf": ("Data uit het weiland", "H. Terpstra-Wold"),
        "042.pdf": ("Programmeren met pauzes", "A. Nieuwkerk"),
        "044.pdf": ("Van blok naar tekst", "E. Zwanenveld"),
        "045.pdf": ("Een rekenmodel voor de kantine", "G. Schepers"),
    }
    for name, (title, author) in texts.items():
        simple_pdf(folder / name, [f"{title}\n\n{author}\n\nDit is de tekst van {title.lower()}. " * 3])
    scan_pdf(folder / "043-scan.pdf", 2)
    encrypted_pdf(folder / "047.pdf")
    (folder / "notes.xyz").write_text("not read")
    paper = next(iter(sorted((resource("example") / "papers").rglob("*.pdf"))))
    (folder / "046.pdf").write_bytes(paper.read_bytes())


def rehearsal(stage: Stage) -> None:
    home = stage.session.kennisbank.paths.home
    folder = home.with_name(f"{home.name}-in") / "NIOC2025"
    folder.mkdir(parents=True)
    some_files(folder)
    stage.session.import_requested.emit((folder,))
    view = view_of(stage)
    view.setup.edition.setText("NIOC2025")
    view.setup.rehearse.click()
    stage.settle(lambda: view.run.phase == "rehearsed", 60_000)


def one_file(stage: Stage) -> None:
    rehearsal(stage)
    view = view_of(stage)
    view.pane.rows.opened.emit(view.pane.table.row_of("043-scan.pdf"))
    stage.settle()


def imported(stage: Stage) -> None:
    rehearsal(stage)
    view = view_of(stage)
    view.run.carry_out()
    stage.settle(lambda: view.run.phase == "imported", 60_000)


def recipes() -> list[Recipe]:
    return [
        Recipe("import-choosing", choosing, "example"),
        Recipe("import-rehearsal", rehearsal, "example"),
        Recipe("import-one-file", one_file, "example"),
        Recipe("import-done", imported, "example"),
    ]
