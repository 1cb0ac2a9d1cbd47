"""Web pages, office files, reStructuredText and Markdown: their text comes through, their machinery does not."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.documents.html_source import safe_html
from kennisbank.documents.workers import DocumentWorkers
from kennisbank.domain.document import Document
from kennisbank.errors import DocumentError

WORD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Programmeren leren</w:t></w:r></w:p><w:p><w:r><w:t>door te spelen</w:t></w:r></w:p></w:body></w:document>"
)
WORD_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
WORD_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Een titel</dc:title><dc:creator>Een auteur</dc:creator>'
    "</cp:coreProperties>"
)
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
    '<office:body><office:text><text:h text:outline-level="1">Kop &amp; staart</text:h>'
    "<text:p>Een<text:s text:c='2'/>alinea<text:line-break/>met <text:span>nadruk</text:span>.</text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>cel</text:p></table:table-cell></table:table-row></table:table>"
    "</office:text></office:body></office:document-content>"
)


@pytest.fixture(scope="module")
def workers() -> Iterator[DocumentWorkers]:
    workers = DocumentWorkers(processes=1)
    yield workers
    workers.close()


def read(workers: DocumentWorkers, path: Path) -> Document:
    return workers.extract(path, path.name).result(timeout=60)


def code_of(workers: DocumentWorkers, path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read(workers, path)
    return caught.value.code


def text_of(document: Document) -> str:
    return " ".join(" ".join(page.text for page in document.pages).split())


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def zipped(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def docx(path: Path, document: str = WORD) -> Path:
    return zipped(
        path,
        **{
            "[Content_Types].xml": WORD_TYPES,
            "_rels/.rels": WORD_RELS,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": WORD_RELS.replace('Target="word/document.xml"', 'Target="styles.xml"'),
            "docProps/core.xml": CORE,
        },
    )


def test_a_web_page_gives_its_text_its_headings_and_its_safe_links(workers: DocumentWorkers, tmp_path: Path) -> None:
    source = """<html><head><title>De titel</title><meta name="author" content="A. Schrijver"><style>p {color:red}</style>
      <script>alert('steal')</script></head><body><h1>Kop</h1><p>Een <b>vet</b> woord.<script>alert(1)</script>
      <a href="https://example.org/x">verder</a> <a href="javascript:alert(2)">niet verder</a>
      <img src="http://example.org/track.png" alt="Een plaatje"><iframe src="http://example.org">oud</iframe></p></body></html>"""
    document = read(workers, written(tmp_path / "page.html", source))
    assert text_of(document) == "Kop Een vet woord. verder niet verder Een plaatje"
    assert document.info == {"title": "De titel", "author": "A. Schrijver"}
    assert [link.uri for link in document.links] == ["https://example.org/x"]
    assert [entry.title for entry in document.outline] == ["Kop"]
    assert document.media_type == "text/html"


def test_a_word_document(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, docx(tmp_path / "a.docx"))
    assert text_of(document) == "Programmeren leren door te spelen"
    assert document.info == {"title": "Een titel", "author": "Een auteur"}
    page = document.pages[0]
    assert workers.render(tmp_path / "a.docx", document.media_type, 0, 1.0).result(timeout=30).width == page.width


def test_an_opendocument_text(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, zipped(tmp_path / "a.odt", **{"content.xml": ODT}))
    assert text_of(document) == "Kop & staart Een alinea met nadruk. cel"


def test_restructured_text_reads_no_files_and_keeps_what_it_does_not_know(
    workers: DocumentWorkers, tmp_path: Path
) -> None:
    written(tmp_path / "secret.txt", "GEHEIM")
    source = """Een titel
=========

:author: Anna Schrijver

Een :onbekend:`rolletje` en [Bron]_.

.. include:: secret.txt

.. raw:: html

   <script>alert(1)</script>

.. vreemd:: met argument
   :optie: waarde

   Inhoud van het vreemde.

.. figure:: plaatje.png

   Een bijschrift.
"""
    document = read(workers, written(tmp_path / "paper.rst", source))
    text = text_of(document)
    assert text.startswith("Een titel")
    for kept in ("rolletje", "Inhoud van het vreemde.", "Een bijschrift.", "Anna Schrijver"):
        assert kept in text
    assert "GEHEIM" not in text
    assert "alert" not in text
    assert document.info == {"title": "Een titel", "author": "Anna Schrijver"}


def test_markdown(workers: DocumentWorkers, tmp_path: Path) -> None:
    source = "# Kop\n\nEen *alinea* met <b>vet</b><script>alert(1)</script>.\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert text_of(read(workers, written(tmp_path / "a.md", source))) == "Kop Een alinea met vet. a b c d"


def test_bombs_and_liars_are_refused(workers: DocumentWorkers, tmp_path: Path) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert code_of(workers, docx(tmp_path / "laughs.docx", f'<?xml version="1.0"?>{entities}{WORD[21:]}')) == "damaged"
    assert code_of(workers, docx(tmp_path / "bomb.docx", WORD.replace("spelen", " " * 30_000_000))) == "too_large"
    assert code_of(workers, zipped(tmp_path / "other.docx", **{"a.txt": "a"})) == "not_what_it_says"
    assert code_of(workers, written(tmp_path / "text.docx", "no archive")) == "not_what_it_says"
    cut = docx(tmp_path / "cut.docx")
    cut.write_bytes(cut.read_bytes()[:-30])
    assert code_of(workers, cut) == "damaged"
    assert code_of(workers, zipped(tmp_path / "bad.odt", **{"content.xml": "<a><b></a>"})) == "damaged"


PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "<script>",
    "</script>",
    "<td>",
    "<a/href='javascript:x'>",
    "&lt;",
    "x",
    "<",
    "<!--",
    "-->",
    "<title>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_filtered_pages_hold_nothing_that_runs(pieces: list[str]) -> None:
    page, _ = safe_html("".join(pieces))
    assert "<script" not in page
    assert "<a href" not in page
    assert page.count("<div>") == page.count("</div>")


def test_a_deeply_nested_page_is_laid_out(workers: DocumentWorkers, tmp_path: Path) -> None:
    document = read(workers, written(tmp_path / "deep.html", "<div>" * 50_000 + "diep"))
    assert text_of(document) == "diep"


@pytest.mark.shared_data
def test_every_file_of_the_corpus_is_read(shared_data: Path, workers: DocumentWorkers) -> None:
    paths = [
        path for suffix in ("docx", "pptx", "html", "rst") for path in (shared_data / "corpus").rglob(f"*.{suffix}")
    ]
    futures = [workers.extract(path, path.name) for path in sorted(paths)]
    assert len(futures) > 20
    for future in futures:
        assert any(page.text for page in future.result(timeout=60).pages)
