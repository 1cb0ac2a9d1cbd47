"""What means the same finds each other: read from plain files, forgiving, in every form of a word."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.resources import resource
from kennisbank.search.analysis import STOP_WORDS
from kennisbank.search.synonyms import NO_SYNONYMS, SynonymFiles, Synonyms, check, decoded

SHIPPED = sorted(resource("synonyms").glob("*.txt"))


def of(text: str, term: str) -> set[str]:
    return {" ".join(each) for each in Synonyms([("own.txt", text)]).of(term)}


def test_all_terms_of_a_group_find_each_other() -> None:
    line = "docent, leraar = teacher"
    assert of(line, "docent") == {"leraar", "teacher"}
    assert of(line, "leraar") == {"docent", "teacher"}
    assert of(line, "teacher") == {"docent", "leraar"}


@pytest.mark.parametrize("form", ["Docenten", "DOCENT", "docent"])
def test_any_form_of_a_word_finds_its_group(form: str) -> None:
    assert "teacher" in of("docent = teacher", form)
    assert "docent" in of("docent = teacher", "Teachers")


@pytest.mark.parametrize("arrow", [">", "->", "=>", "→"])
def test_an_arrow_points_one_way(arrow: str) -> None:
    line = f"voortgezet onderwijs {arrow} havo, vwo"
    assert of(line, "voortgezet onderwijs") == {"havo", "vwo"}
    assert of(line, "havo") == set()


def test_a_term_may_be_several_words() -> None:
    synonyms = Synonyms([("own.txt", "machinaal leren = machine learning")])
    assert synonyms.of(("machine", "learning")) == (("machinaal", "leren"),)
    assert synonyms.of("machine") == ()
    assert synonyms.longest == 2


@pytest.mark.parametrize("typed", ["open source", "open-source", "opensource", "Open Source"])
def test_hyphens_and_spaces_make_no_difference(typed: str) -> None:
    assert of("open source = vrije software", typed) == {"vrije software"}
    assert of("open-source = vrije software", typed.replace(" ", "")) == {"vrije software"}


def test_accents_make_no_difference() -> None:
    assert of("patiënt = patient care", "patient") == {"patient care"}
    assert of("coördinatie = co-ordination", "coordinatie") == {"coordination"}


def test_a_term_in_two_groups_finds_both() -> None:
    assert of("toets = quiz\ntoets = exam", "toets") == {"quiz", "exam"}
    assert of("toets = quiz\ntoets = exam", "quiz") == {"toets"}


def test_comments_and_empty_lines_say_nothing() -> None:
    assert check("# docent = teacher\n\n   \n docent = teacher # at school\n") == ()
    assert of("docent = teacher # at school", "docent") == {"teacher"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("docent", "alone"),
        ("docent, Docent", "alone"),
        ("a > b > c", "arrows"),
        ("docent, , leraar", "empty_term"),
        ("docent = ?!", "empty_term"),
        ("> docent", "empty_term"),
        ("= , =", "no_terms"),
        (", ".join(f"woord{number}" for number in range(50)), "too_many"),
        ("docent = iemand die elke dag lesgeeft op een school", "too_long"),
    ],
)
def test_a_bad_line_is_reported_and_the_others_hold(line: str, reason: str) -> None:
    text = f"leraar = teacher\n\n{line}\nles = lesson\n"
    synonyms = Synonyms([("own.txt", text)])
    (bad,) = synonyms.problems
    assert (bad.file, bad.line, bad.text, bad.reason) == ("own.txt", 3, line, reason)
    assert synonyms.of("leraar") == (("teacher",),)
    assert synonyms.of("les") == (("lesson",),)
    assert [each.line for each in check(text)] == [3]


def test_a_later_file_takes_words_out() -> None:
    synonyms = Synonyms([("shipped.txt", "docent, leraar = teacher"), ("own.txt", "! docenten")])
    assert synonyms.of("docent") == ()
    assert synonyms.of("leraar") == (("teacher",),)
    assert synonyms.problems == ()


def test_what_was_taken_out_can_be_said_anew() -> None:
    text = "docent, leraar = teacher\n! docent\ndocent = lecturer"
    assert of(text, "docent") == {"lecturer"}


def test_forms_are_told_by_the_rules_of_the_language() -> None:
    text = "les = lesson\nlus = loop\nstage > internship"
    assert of(text, "lessen") == {"lesson"}
    assert of(text, "loops") == {"lus"}
    for word in ("less", "lopen", "loopt", "lessons learned", "lu"):
        assert of(text, word) == set()


def test_quotes_and_capitals_keep_a_term_to_its_form() -> None:
    assert of('programmeren = "programming"', "programme") == set()
    assert of('programmeren = "programming"', "programming") == {"programmeren"}
    assert of("objectgericht = OOP", "oops") == set()
    assert of("objectgericht = OOP", "oop") == {"objectgericht"}


def test_a_row_of_words_gives_its_pieces_longest_first() -> None:
    synonyms = Synonyms([("own.txt", "machine learning = machinaal leren\nlearning = leren")])
    pieces = [(start, end) for start, end, _ in synonyms.spans(["wat", "is", "machine", "learning"])]
    assert pieces == [(2, 4), (3, 4)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_editor_may_have_written_the_file(encoding: str) -> None:
    assert decoded("patiënt = één".encode(encoding)) == "patiënt = één"


@given(st.text())
def test_no_text_raises(text: str) -> None:
    synonyms = Synonyms([("own.txt", text)])
    assert list(synonyms.problems) == [type(each)("own.txt", each.line, each.text, each.reason) for each in check(text)]
    assert synonyms.of(text) is not None


@given(st.lists(st.from_regex(r"[a-z]{4,9}", fullmatch=True), min_size=2, max_size=6, unique=True))
def test_a_group_is_whole(terms: list[str]) -> None:
    synonyms = Synonyms([("own.txt", ", ".join(terms))])
    for term in terms:
        assert {" ".join(each) for each in synonyms.of(term)} >= set(terms) - {term}
        assert (term,) not in synonyms.of(term)


# Files


def test_files_are_read_again_when_they_change(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "synonyms.txt"
    shipped.mkdir()
    (shipped / "a.txt").write_text("docent = teacher\n", encoding="utf-8")
    files = SynonymFiles(shipped, own)
    first = files.current()
    assert first.of("docent") == (("teacher",),)
    assert files.current() is first
    own.write_text("docent = lecturer\n", encoding="utf-8")
    assert files.current().of("docent") == (("teacher",), ("lecturer",))
    stat = own.stat()
    own.write_text("docent = professor\n", encoding="utf-8")
    os.utime(own, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # as quick as the clock: the size tells
    assert files.current().of("docent") == (("teacher",), ("professor",))
    own.unlink()
    assert files.current().of("docent") == (("teacher",),)


def test_missing_files_say_nothing(tmp_path: Path) -> None:
    assert SynonymFiles(tmp_path / "none", tmp_path / "none.txt").current().of("docent") == ()
    assert NO_SYNONYMS.of("docent") == ()


def test_a_file_that_cant_be_read_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "synonyms.txt").mkdir()
    assert Synonyms.read([tmp_path / "synonyms.txt"]).groups == 0


# What comes with the program


def test_every_shipped_line_is_understood() -> None:
    synonyms = Synonyms.read(SHIPPED)
    assert synonyms.problems == ()
    assert synonyms.groups > 400


def test_no_shipped_term_is_a_stop_word() -> None:
    synonyms = Synonyms.read(SHIPPED)
    assert [word for word in STOP_WORDS if synonyms.of(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        "over",
        "kans",
        "stem",
        "college",
        "test",
        "stage",
        "code",
        "programma",
        "it",
        "man",
        "less",
        "lopen",
        "gegeven",
        "onderbouwd",
    ],
)
def test_everyday_words_have_no_synonyms(word: str) -> None:
    assert Synonyms.read(SHIPPED).of(word) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("leraren", "teacher"),
        ("kunstmatige intelligentie", "artificial intelligence"),
        ("neural networks", "neuraal netwerk"),
        ("formatief toetsen", "formative assessment"),
        ("e-learning", "distance learning"),
        ("burgerparticipatie", "citizen participation"),
        ("data mining", "gegevensdelving"),
    ],
)
def test_the_field_s_terms_are_there(typed: str, found: str) -> None:
    assert tuple(found.split()) in Synonyms.read(SHIPPED).of(typed)
