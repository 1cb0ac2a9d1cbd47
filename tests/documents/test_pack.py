"""A reading pack as one PDF: contents that lead to the papers, passages marked, and what can't go in is said."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from kennisbank.documents.anchoring import Span, describe
from kennisbank.documents.extraction import extract_part
from kennisbank.documents.parts import Part
from kennisbank.documents.writers import DocumentWriters
from kennisbank.domain.annotation import Piece
from kennisbank.domain.ids import FileHash, PageNo
from kennisbank.domain.pack import PackItem, PackPassage, PackSpec, PackWords
from tests import pdfs
from tests.marked_paper import marked_paper

_WORDS = PackWords("Inhoud", "bladzijde {page}", "bladzijde {page} hier", "Niet opgenomen: {reason}", "stuk", "op slot")


@pytest.fixture(scope="module")
def writers() -> Iterator[DocumentWriters]:
    writers = DocumentWriters(timeout_s=20)
    yield writers
    writers.close()


def passage(path: Path, first: int, last: int) -> PackPassage:
    part = extract_part(str(path), path.name, 0, 10.0, with_extras=True)
    assert isinstance(part, Part)
    words = part.pages[0].words()
    anchor = describe(FileHash("f" * 64), part.pages, [Span(PageNo(1), words[first].start, words[last].end)])
    return PackPassage(anchor.quote.exact, "12", anchor.pieces)


def written(writers, folder: Path, *items: PackItem, **values) -> "pymupdf.Document":
    values = {"title": "Lessenserie", "words": _WORDS, **values}
    writers.write_pack(PackSpec(items=items, **values), folder / "pack.pdf")
    return pymupdf.open(folder / "pack.pdf")


def test_contents_lead_to_papers_and_passages(tmp_path, writers):
    paper = marked_paper(tmp_path / "a.pdf")
    three = pdfs.rich_pdf(tmp_path / "b.pdf")
    said = passage(paper, 20, 40)
    pack = written(
        writers,
        tmp_path,
        PackItem("Zonder scherm", "Jansen (2019).", paper, "application/pdf", "Mag: ja.", "Lees dit — écht.", (said,)),
        PackItem("Σχολείο школа 漢字", "Auteur (2020).", three, "application/pdf"),
        remark="Voor klas 4",
    )
    assert len(pack) == 1 + 1 + 3
    text = " ".join(pack[0].get_text().split())
    for words in ("Lessenserie", "Voor klas 4", "Jansen (2019).", "Mag: ja.", "Lees dit — écht.", "Σχολείο школа 漢字"):
        assert words in text
    assert said.quote in text.replace("- ", "-")
    assert [each["page"] for each in pack[0].get_links()] == [1, 1, 2]
    assert [line[:3] for line in pack.get_toc()] == [
        [1, "Inhoud", 1],
        [1, "Zonder scherm", 2],
        [2, said.quote[:80].strip(), 2],
        [1, "Σχολείο школа 漢字", 3],
    ]
    assert [page.get_label() for page in pack] == ["i", "1", "2", "3", "4"]
    page = pack[1]
    (mark,) = page.annots()
    assert mark.type[1] == "Highlight"
    assert len(mark.vertices) == 4 * len(said.pieces[0].boxes)


def test_of_a_passage_only_its_pages_go_in(tmp_path, writers):
    long = pdfs.simple_pdf(tmp_path / "a.pdf", [f"bladzijde nummer {n}" for n in range(9)])
    one = passage(long, 0, 1)
    far = PackPassage("ver", "7", (Piece(PageNo(7), 0, 3, one.pieces[0].boxes),))
    pack = written(writers, tmp_path, PackItem("Lang", "", long, "application/pdf", passages=(far, one)))
    assert [page.get_text().strip() for page in pack][1:] == ["bladzijde nummer 0", "bladzijde nummer 6"]
    assert [each["page"] for each in pack[0].get_links()] == [1, 2, 1]


def test_other_kinds_of_file_go_in_as_pages(tmp_path, writers):
    (tmp_path / "t.txt").write_text("Een gewone tekst\n" * 100, encoding="utf-8")
    (tmp_path / "w.html").write_text("<h1>Kop</h1><p>Een alinea van het web.</p>", encoding="utf-8")
    pack = written(
        writers,
        tmp_path,
        PackItem("Tekst", "", tmp_path / "t.txt", "text/plain"),
        PackItem("Web", "", tmp_path / "w.html", "text/html"),
    )
    assert "Een gewone tekst" in pack[1].get_text()
    assert "Een alinea van het web." in pack[-1].get_text()


def test_what_cannot_go_in_is_told_and_the_rest_goes_in(tmp_path, writers):
    good = pdfs.simple_pdf(tmp_path / "a.pdf", ["Deze is goed"])
    items = (
        PackItem("Stuk", "", pdfs.truncated_pdf(tmp_path / "t.pdf", 0.02), "application/pdf"),
        PackItem("Op slot", "", pdfs.encrypted_pdf(tmp_path / "l.pdf", user_password=""), "application/pdf"),
        PackItem("Mag niet", "Jansen.", good, "application/pdf", left_out="mag niet worden gekopieerd"),
        PackItem("Geen bestand", ""),
        PackItem("Goed", "", good, "application/pdf"),
    )
    answer = writers.write_pack(PackSpec("P", items, words=_WORDS), tmp_path / "p.pdf")
    assert answer.left_out == {0: "stuk", 1: "op slot", 2: "mag niet worden gekopieerd", 3: "stuk"}
    assert answer.pages == 2
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert len(pdf.pages) == 2
    text = pymupdf.open(tmp_path / "p.pdf")[0].get_text()
    assert "Niet opgenomen: mag niet worden gekopieerd" in text


def test_long_contents_and_words_that_look_like_a_web_page_stand_as_they_are(tmp_path, writers):
    good = pdfs.simple_pdf(tmp_path / "a.pdf", ["Goed"])
    items = [PackItem(f"<b>Titel</b> & {n}", "Verwijzing " * 30, good, "application/pdf") for n in range(40)]
    pack = written(writers, tmp_path, *items)
    ahead = len(pack) - 40
    assert ahead > 1
    assert "<b>Titel</b> & 0" in pack[0].get_text()
    goals = [each["page"] for page in pack for each in page.get_links()]
    assert goals == list(range(ahead, ahead + 40))
