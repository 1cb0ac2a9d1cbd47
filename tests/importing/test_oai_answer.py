"""Answers of repositories as they are, not as they should be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.oai_sets import edition_of_set, set_of_edition
from kennisbank.importing.oai_answer import OaiAnswer, OaiRecord, UnreadableAnswerError, read_answer
from kennisbank.importing.oai_metadata import metadata_of_record, plain
from tests.oai_repository import answer, identify, listing, record

ACCENTS = record("oai:x:1", title="Één café – “zo”")


def title(answer: OaiAnswer) -> str:
    return answer.records[0].values["title"][0]


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (listing(ACCENTS).decode().encode("cp1252"), ""),  # says UTF-8
        (listing(ACCENTS).decode().encode("cp1252"), "windows-1252"),
        (listing(ACCENTS).replace(b"UTF-8", b"windows-1252").decode().encode("cp1252"), "utf-8"),
        (listing(ACCENTS).replace(b"UTF-8", b"no-such-thing"), ""),
        (b"\n\n  " + listing(ACCENTS), ""),
        (b"<b>Warning</b>: mysql_connect() in /srv/oai.php\n" + listing(ACCENTS), ""),
        (b"\xef\xbb\xbf" + listing(ACCENTS), ""),
        (listing(ACCENTS).decode().replace("UTF-8", "UTF-16").encode("utf-16"), ""),
        (listing(ACCENTS).replace(b"<dc:title>", b"<dc:title>\x01&#x1f;"), ""),
    ],
)
def test_an_answer_is_read_whatever_its_encoding_is_said_to_be(data: bytes, charset: str) -> None:
    assert plain(title(read_answer(data, charset))) == "Één café – “zo”"


def test_what_no_xml_may_hold_is_left_out() -> None:
    broken = listing(record("oai:x:1", title="QQ")).replace(b"QQ", b"A &nbsp;&eacute;&#0;&#x1F; B & C \x00D")
    assert plain(title(read_answer(broken))) == "A é B & C D"


def test_html_in_a_value_is_its_text() -> None:
    assert plain("&lt;p&gt;Een &amp;amp; twee&lt;/p&gt;&lt;p&gt;drie < vier&lt;/p&gt;") == "Een & twee drie < vier"


def test_records_headers_and_deleted_ones_are_told_apart() -> None:
    read = read_answer(listing(record("a", title="T"), record("b", deleted=True), token="next", size=7))
    assert (read.token, read.size) == ("next", 7)
    assert [(each.identifier, each.is_deleted, bool(each.values)) for each in read.records] == [
        ("a", False, True),
        ("b", True, False),
    ]
    assert read_answer(identify()).about["repositoryName"] == "Voorbeeld"


def test_dublin_core_inside_another_format_and_without_a_namespace_of_its_own_is_found() -> None:
    inside = (
        "<ListRecords><record><header><identifier>x</identifier></header><metadata>"
        '<other xmlns="urn:other" xmlns:t="http://purl.org/dc/terms/"><title>not this</title><t:title>This</t:title>'
        "<error>nor that</error></other></metadata></record></ListRecords>"
    )
    read = read_answer(answer(inside))
    assert read.records == (OaiRecord("x", values={"title": ("This",)}),)
    assert not read.errors
    bare = answer("<ListRecords/>").replace(b' xmlns="http://www.openarchives.org/OAI/2.0/"', b"")
    assert read_answer(bare) == OaiAnswer()


@given(st.binary(max_size=300))
def test_bytes_that_are_no_answer_are_told_as_such(data: bytes) -> None:
    with pytest.raises(UnreadableAnswerError):
        read_answer(data, "latin-1")


@given(st.integers(0, 700), st.binary(max_size=4))
def test_an_answer_with_a_hole_in_it_is_read_or_refused(at: int, instead: bytes) -> None:
    whole = listing(ACCENTS)
    try:
        read_answer(whole[:at] + instead + whole[at + 3 :])
    except UnreadableAnswerError:
        return


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_an_edition_comes_back_from_its_set(code: str) -> None:
    name = set_of_edition(code)
    assert name.isascii()
    assert not set(name) & set(' :%/?&<>"')
    assert edition_of_set(name) == code


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"date": ("2003-04-15T10:18:51Z", "2003-04-15T10:18:51Z", "1998-10")}, "year", 1998),
        ({"date": ("2009-06-18T02:49:31Z", "2007-01-01T00:00:00Z")}, "year", 2007),
        ({"date": ("n.d.",)}, "year", None),
        ({"language": ("other", "en_US")}, "language", "en"),
        ({"language": ("Nederlands",)}, "language", "nl"),
        ({"language": ("dut",)}, "language", "nl"),
        ({"type": ("Text", "http://purl.org/eprint/type/ConferencePaper")}, "kind", "article"),
        ({"type": ("info:eu-repo/semantics/doctoralThesis",)}, "kind", "thesis"),
        ({"type": ("conferencePoster",)}, "kind", "poster"),
        ({"type": ("Instructional Material",)}, "kind", "teaching"),
        ({"type": ("Dataset",)}, "kind", "other"),
        ({"type": ("Text",)}, "kind", ""),
        ({"rights": ("info:eu-repo/semantics/openAccess", "CC BY 4.0")}, "licence", "CC BY 4.0"),
        (
            {"rights": ("All for us", "http://creativecommons.org/licenses/by/4.0/")},
            "licence",
            "http://creativecommons.org/licenses/by/4.0/",
        ),
        ({"identifier": ("http://hdl.handle.net/1765/315", "doi:10.5281/ZENODO.1")}, "doi", "10.5281/zenodo.1"),
        ({"subject": ("a; b", "c, d")}, "keywords", ("a", "b", "c, d")),
        ({"subject": ("a, b",)}, "keywords", ("a", "b")),
        ({"description": ("Thesis (M.A.)", "x" * 200)}, "abstract", "x" * 200),
    ],
)
def test_what_dublin_core_says_is_understood_or_left_out(values: dict, field: str, expected: object) -> None:  # type: ignore[type-arg]
    assert getattr(metadata_of_record(OaiRecord("x", values=values), "host").values, field) == expected


@pytest.mark.shared_data
def test_every_recorded_answer_is_read_or_told_why_not(shared_data: Path) -> None:
    read = broken = 0
    for path in sorted([*shared_data.glob("protocols/oai/**/*.xml"), *shared_data.glob("corpus/oai/**/*.xml")]):
        try:
            found = read_answer(path.read_bytes())
        except UnreadableAnswerError:
            broken += 1
            continue
        read += 1
        for each in found.records:
            metadata_of_record(each, "host")
    assert read > 170
    assert broken == 8
