"""Lists in whatever form they come, and which row belongs to which file."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.errors import BadInputError
from kennisbank.importing.bibliographies import read_bibtex, read_ris
from kennisbank.importing.columns import terms, year_of
from kennisbank.importing.lists import MetadataList, read_list
from kennisbank.importing.sources import open_sources


def listed(tmp_path: Path, text: str, name: str = "lijst.csv", encoding: str = "utf-8") -> MetadataList:
    (tmp_path / name).write_bytes(text.encode(encoding))
    return read_list(tmp_path / name)


DUTCH = "Bestandsnaam;Titel;Auteur(s);Samenvatting;Trefwoorden;Jaar;Taal;Editie;Thema;DOI;Licentie;Soort;Affiliatie\n"
ROW = (
    'map/één.pdf;Coördinatie in de les;Jan van der Berg; "Kort; maar krachtig";informatica, havo;2013;Nederlands;NIOC2013;'
    "Ethiek;https://doi.org/10.1234/NIOC.7;CC-BY-4.0;presentatie;Windesheim\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_list_is_read_in_any_encoding_a_spreadsheet_writes(tmp_path, encoding):
    values = listed(tmp_path, DUTCH + ROW.replace(' "', '"'), encoding=encoding).row_for("één.pdf").values
    assert values.title == "Coördinatie in de les"
    assert [(author.family, author.given, author.affiliation) for author in values.authors] == [
        ("van der Berg", "Jan", "Windesheim")
    ]
    assert values.abstract == "Kort; maar krachtig"
    assert values.keywords == ("informatica", "havo")
    assert (values.year, values.language, values.edition, values.themes) == (2013, "nl", "NIOC2013", ("Ethiek",))
    assert (values.doi, values.licence, values.kind) == ("10.1234/nioc.7", "CC-BY-4.0", "slides")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_matched_by_name_whatever_separates_them(tmp_path, delimiter):
    text = delimiter.join(["Year", "Title", "File"]) + "\n" + delimiter.join(["2020", "A paper", "a.pdf"]) + "\n"
    assert listed(tmp_path, text).row_for("a.pdf").values.title == "A paper"


def test_column_names_with_more_words_and_lines_above_them_are_understood(tmp_path):
    text = "Congresbijdragen 2013\n\n#Nr,Titel van de bijdrage,Naam auteur,Bestand\n1,Een titel,Ans Boer,a.pdf\n"
    assert listed(tmp_path, text).row_for("a.pdf").values.title == "Een titel"


def test_provenance_says_which_row(tmp_path):
    found = listed(tmp_path, "file,title\na.pdf,A\nb.pdf,B\n").row_for("b.pdf")
    assert found.provenance["title"].source == "list"
    assert found.provenance["title"].detail == "lijst.csv row 3"


@pytest.mark.parametrize("text", ["kleur;smaak\nrood;zoet\n", "auteur,jaar\nJan,2013\n", "\0\0\0", "één regel"])
def test_wrong_columns_are_named_in_a_sentence(tmp_path, text):
    with pytest.raises(BadInputError) as caught:
        listed(tmp_path, text)
    assert "Found:" in caught.value.reason
    assert "“bestand” or “file”" in caught.value.reason


@pytest.mark.parametrize(
    ("name", "text"), [("l.csv", ""), ("l.bib", "geen bibtex"), ("l.ris", "geen ris"), ("l.xlsx", "x")]
)
def test_list_that_is_none_is_refused(tmp_path, name, text):
    with pytest.raises(BadInputError):
        listed(tmp_path, text, name)


def test_list_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInputError):
        read_list(tmp_path / "nergens.csv")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("papers/x/a.pdf", "papers/x/a.pdf"),
        ("papers/x/a.pdf", "x/a.pdf"),
        ("a.pdf", "x/A.PDF"),
        ("a", "x/a.pdf"),
        ("https://example.org/static/a.pdf", "a.pdf"),
        ("map\\a.pdf", "map/a.pdf"),
        ("cafe\u0301.pdf", "café.pdf"),
    ],
)
def test_row_is_found_by_path_name_or_stem(tmp_path, cell, name):
    assert listed(tmp_path, f"file,title\n{cell},Juist\nander.pdf,Fout\n").row_for(name).values.title == "Juist"


def test_same_name_in_two_folders_is_told_apart_by_path(tmp_path):
    rows = listed(tmp_path, "file,title\n2020/paper1.pdf,Toen\n2021/paper1.pdf,Nu\n")
    assert rows.row_for("in/2021/paper1.pdf").values.title == "Nu"
    match = rows.match("paper1.pdf")
    assert match.row is None
    assert len(match.candidates) == 2


def test_row_is_found_by_checksum_doi_in_the_name_and_title(tmp_path):
    rows = listed(tmp_path, f"title,sha1,doi\nEen titel,{'ab' * 20},\nTwee,,10.21105/jose.00260\nDrie: de derde,,\n")
    assert rows.row_for("x.pdf", sha1="AB" * 20).values.title == "Een titel"
    assert rows.row_for("10.21105.jose.00260.pdf").values.title == "Twee"
    assert rows.row_for("z.pdf", title="DRIE – de derde").values.title == "Drie: de derde"
    assert rows.unmatched() == ()


def test_rows_that_no_file_took_are_known(tmp_path):
    rows = listed(tmp_path, "file,title\na.pdf,A\nb.pdf,B\n")
    rows.row_for("a.pdf")
    assert [row.file for row in rows.unmatched()] == ["b.pdf"]


BIBTEX = r"""
@string{nioc = "Nationaal Informatica Onderwijs Congres"}
@comment{niets}
@inproceedings{klaassen,2013,
  author = {Klaassen, Jan and de Wit, Eva and M{\"u}ller, Ren{\'e}},
  title = {Leren {P}rogrammeren: {\'e}{\'e}n weg},
  booktitle = nioc, year = 2013, doi = {10.1234/nioc.7},
  file = {:papers/klaassen.pdf:PDF}
}
@article{stuk, title={niet gesloten,
@article{heel, title = "Nog een titel", keywords = {a, b} }
"""


def test_bibtex_is_read_with_accents_and_an_unclosed_entry_harms_no_other(tmp_path):
    rows = listed(tmp_path, BIBTEX, "lijst.bib")
    first, last = rows.rows
    assert first.metadata.values.title == "Leren Programmeren: één weg"
    assert [author.name for author in first.metadata.values.authors] == ["Jan Klaassen", "Eva de Wit", "René Müller"]
    assert (first.file, first.metadata.values.year) == ("papers/klaassen.pdf", 2013)
    assert last.metadata.values.keywords == ("a", "b")
    assert len(rows.faults) == 1
    assert "line 10" in rows.faults[0]


def test_bibtex_abbreviations_can_not_grow_without_end(tmp_path):
    bomb = "@string{s0 = {xxxxxxxxxx}}\n" + "".join(
        f"@string{{s{n} = s{n - 1} # s{n - 1} # s{n - 1} # s{n - 1}}}\n" for n in range(1, 60)
    )
    rows = listed(tmp_path, bomb + "@misc{a, title = s59 # s59}\n", "lijst.bib")
    assert len(rows.rows[0].metadata.values.title) <= 100_000


RIS = """TY  - CONF
AU  - Klaassen, Jan
AU  - de Wit, Eva
TI  - Leren programmeren
PY  - 2013/03/27
KW  - informatica
KW  - havo
DO  - 10.1234/nioc.7
ER  -
TY - JOUR
T1 - Zonder einde
"""


def test_ris_is_read_also_without_its_last_line(tmp_path):
    first, last = listed(tmp_path, RIS, "lijst.ris").rows
    assert [author.name for author in first.metadata.values.authors] == ["Jan Klaassen", "Eva de Wit"]
    assert (first.metadata.values.year, first.metadata.values.doi) == (2013, "10.1234/nioc.7")
    assert first.metadata.values.keywords == ("informatica", "havo")
    assert last.metadata.values.title == "Zonder einde"


@given(st.binary(max_size=400), st.sampled_from(["x.csv", "x.bib", "x.ris", "x.tsv"]))
def test_no_list_can_do_more_than_be_refused(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    with suppress(BadInputError):
        assert read_list(path).rows is not None


@given(st.text(alphabet='@{}(),="#\\ab1\n ', max_size=200))
def test_bibtex_reader_never_raises_anything_else(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "g.bib"
    path.write_text("@misc{a, " + text, encoding="utf-8")
    list(read_bibtex(path))


@given(st.text(alphabet="TYAUER -\nx1", max_size=200))
def test_ris_reader_never_raises_anything_else(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "g.ris"
    path.write_text("TY  - JOUR\n" + text, encoding="utf-8")
    list(read_ris(path))


def test_keywords_stand_once_in_their_order():
    assert terms("a; b; A ; c") == ("a", "b", "c")
    assert terms("informatica, havo") == ("informatica", "havo")


def test_year_is_found_in_any_date():
    assert [year_of(each) for each in ("27 maart 2025", "2013-03-27", "D:20190101", "1899", "")] == [
        2025,
        2013,
        None,
        None,
        None,
    ]


@pytest.mark.shared_data
def test_manifest_matches_every_file_of_its_corpus(shared_data):
    corpus = shared_data / "corpus"
    rows = read_list(corpus / "manifest.csv")
    with open_sources([corpus]) as sources:
        for file in sources.files:
            rows.row_for(file.name)
    assert rows.unmatched() == ()
    for source in (corpus / "papers", corpus / "dutch" / "logius", corpus / "annotated"):
        with open_sources([source]) as sources:
            for file in sources.files:
                assert rows.row_for(file.name) is not None, file.name


@pytest.mark.shared_data
def test_real_lists_are_read(shared_data):
    metadata = shared_data / "corpus" / "metadata"
    for path in sorted(each for each in metadata.rglob("*") if each.suffix in {".bib", ".tsv", ".csv"}):
        if path.stat().st_size < 60_000:
            assert read_list(path).rows, path.name
