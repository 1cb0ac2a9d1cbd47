"""BibTeX, RIS and CSL-JSON: what we write, our own importer reads back the same."""

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from kennisbank.citing.bibtex import bibtex, protected
from kennisbank.citing.csl import csl_item, csl_json
from kennisbank.citing.keys import citation_keys
from kennisbank.citing.ris import ris
from kennisbank.domain.contribution import Edition
from kennisbank.domain.ids import EditionId, Origin
from kennisbank.domain.metadata import Author, Metadata
from kennisbank.domain.names import author_of
from kennisbank.importing.lists import read_list
from tests.citing.papers import NASTY, contribution, paper

KINDS = ("article", "slides", "poster", "report", "teaching", "thesis", "other")
MARKS = "&%#_$^~{}\\\"'“”’–—…<>@!?.,:()/+*=`-"
LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Nd")) | st.sampled_from(MARKS)
WORDS = st.text(LETTERS, min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
KEYWORDS = st.from_regex(r"[a-zA-Zé&#$][a-zA-Z0-9é&%#_$+ -]{0,10}[a-zA-Z0-9é+]", fullmatch=True).map(
    lambda text: " ".join(text.split())
)
NAMES = st.sampled_from(
    """Davied van Berlo|'t Hart, Maarten|Siân O’Neill|Jansen, Piet-Hein, jr.|Çağla Yıldırım-de Boer|Ilham El Idrissi|Logius
    |Ministerie van Onderwijs, Cultuur en Wetenschap|J. P. van der Meer|Björn Lindqvist|Hogeschool R&D|Ł. Żółć
    |Anand Rao|Stichting Kennisnet""".replace("\n", "").split("|")
)
PAPERS = st.builds(
    Metadata,
    title=LINES.filter(lambda text: re.search(r"\w", text)),
    authors=st.lists(NAMES.map(lambda name: author_of(name.strip())), max_size=4, unique=True).map(tuple),
    abstract=LINES | st.just(""),
    keywords=st.lists(KEYWORDS, max_size=3, unique_by=str.casefold).map(tuple),
    year=st.none() | st.integers(1900, 2099),
    language=st.sampled_from(["", "nl", "en", "de", "fr"]),
    kind=st.sampled_from(KINDS),
    doi=st.sampled_from(["", "10.1000/x_y", "10.1000/(a)b%20c;2-1", "10.21105/jose.00260"]),
    edition=st.sampled_from(["", "NIOC2013", "Vlechtwerk2018"]),
)


def read_back(text: str, suffix: str) -> list[Metadata]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"list{suffix}")
        path.write_bytes(text.encode())
        found = read_list(path)
        assert found.faults == ()
        return [row.metadata.values for row in found.rows]


@given(st.lists(PAPERS, min_size=1, max_size=3))
def test_bibtex_is_read_back_as_it_was(papers: list[Metadata]) -> None:
    assert read_back(bibtex([contribution(each) for each in papers], {}), ".bib") == papers


@given(st.lists(PAPERS, min_size=1, max_size=3))
def test_ris_is_read_back_as_it_was(papers: list[Metadata]) -> None:
    read = read_back(ris([contribution(each) for each in papers], {}), ".ris")
    assert [(each.title, each.authors, each.abstract) for each in read] == [
        (each.title, each.authors, each.abstract) for each in papers
    ]
    assert [(each.keywords, each.year, each.language, each.doi) for each in read] == [
        (each.keywords, each.year, each.language, each.doi) for each in papers
    ]
    # A report or a thesis is no conference paper, also when it belongs to an edition.
    for one, other in zip(read, papers, strict=True):
        assert one.kind == other.kind
        assert one.edition == (other.edition if other.kind not in {"report", "thesis"} else "")


@given(PAPERS)
def test_bibtex_is_what_another_reader_of_bibtex_understands(values: Metadata) -> None:
    (entry,) = parse_string(bibtex([contribution(values)], {}), "bibtex").entries.values()
    assert len(entry.persons.get("author", [])) == len(values.authors)
    for person, author in zip(entry.persons.get("author", []), values.authors, strict=True):
        if author.given:
            assert " ".join(person.first_names + person.middle_names) == author.given
    assert str(entry.fields.get("year", "")) == str(values.year or "")


def test_affiliations_and_licence_come_back_from_bibtex() -> None:
    authors = (Author("Eva de Wit", "de Wit", "Eva", "HvA"), Author("Jan Bos", "Bos", "Jan", "R&D, Utrecht"))
    values = Metadata(title="T", authors=authors, licence="CC BY 4.0", kind="article")
    assert read_back(bibtex([contribution(values)], {}), ".bib") == [values]


def test_ris_lines_end_as_ris_wants_and_hold_no_breaks_of_their_own() -> None:
    text = ris([paper("Een\ntitel\r\nER  - ", "Eva de Wit", abstract="a\n\nb")], {})
    assert text.count("\n") == text.count("\r\n")
    assert text.startswith("TY  - ")
    assert text.endswith("\r\nER  - \r\n\r\n")
    assert "TI  - Een titel ER -\r\n" in text


def test_the_name_of_an_edition_stands_where_readers_look_for_it() -> None:
    known = Edition(EditionId("e"), Origin("o"), "NIOC2013", name="NIOC 2013: Nooit af", year=2013)
    one = paper("T", "Eva de Wit", edition="NIOC2013", kind="article")
    assert "booktitle    = {NIOC 2013: Nooit af}" in bibtex([one], {"NIOC2013": known})
    assert "C3  - NIOC 2013: Nooit af\r\n" in ris([one], {"NIOC2013": known})
    assert csl_item(one, known)["container-title"] == "NIOC 2013: Nooit af"
    assert csl_item(one)["event-title"] == "NIOC 2013"


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Leren met ICT in Nederland", "nl", "Leren met {ICT} in {Nederland}"),
        ("Open Data for the Common Good", "en", "Open Data for the Common Good"),
        (
            "Teaching young pupils the better use of LaTeX in Utrecht",
            "en",
            "Teaching young pupils the better use of {LaTeX} in {Utrecht}",
        ),
        ("ICT & school", "nl", r"{ICT} \& school"),
        ("“Zeg het” tegen Wim_Kok", "nl", r"“Zeg het” tegen {Wim\_Kok}"),
    ],
)
def test_capitals_that_mean_something_are_kept(title: str, language: str, expected: str) -> None:
    assert protected(title, language) == expected


def test_keys_are_readable_and_each_is_used_once() -> None:
    berlo = paper("Het netwerk in de klas", "Davied van Berlo", year=2013).metadata.values
    keys = citation_keys(
        [
            berlo,
            Metadata(title="Netwerken"),
            berlo,
            paper("Über Żółć", "Çağla Yıldırım-de Boer", year=2020).metadata.values,
            Metadata(),
        ]
    )
    assert keys == [
        "vanBerlo2013netwerka",
        "netwerken",
        "vanBerlo2013netwerkb",
        "YildirimDeBoer2020uber",
        "contribution",
    ]


@given(st.lists(PAPERS | st.just(Metadata()), max_size=40))
def test_keys_are_plain_and_unique(papers: list[Metadata]) -> None:
    keys = citation_keys(papers)
    assert len({key.lower() for key in keys}) == len(papers)
    assert all(re.fullmatch(r"[A-Za-z0-9]+", key) for key in keys)


def test_csl_json_has_the_shapes_that_others_read() -> None:
    items = json.loads(csl_json(csl_item(each) for each in NASTY))
    assert len({item["id"] for item in items}) == len(NASTY)
    first, ministry, thesis = items[0], items[4], items[6]
    assert first["author"] == [{"family": "Berlo", "given": "Davied", "non-dropping-particle": "van"}]
    assert first["issued"] == {"date-parts": [[2013]]}
    assert (first["type"], first["DOI"]) == ("paper-conference", "10.1000/x_y")
    assert ministry["author"] == [{"literal": "Ministerie van Onderwijs, Cultuur en Wetenschap"}]
    assert thesis["author"] == [{"family": "Jansen", "given": "Piet-Hein", "suffix": "jr."}]
    assert [item["type"] for item in items].count("speech") == 2
