"""May a contribution be copied for a lesson? What metadata say of licences, read."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.domain.licence import NOT_STATED, licence_of, sentence_keys
from kennisbank.sentences import LANGUAGES, has_sentence


@pytest.mark.parametrize(
    ("text", "name", "answer", "conditions"),
    [
        ("CC BY 4.0", "CC BY 4.0", "yes", ("attribution",)),
        ("cc-by-nc-sa", "CC BY-NC-SA", "yes", ("attribution", "non_commercial", "share_alike")),
        ("CC_BY_NC_ND_3.0", "CC BY-NC-ND 3.0", "yes", ("attribution", "non_commercial", "no_derivatives")),
        ("https://creativecommons.org/licenses/by-nd/4.0/", "CC BY-ND 4.0", "yes", ("attribution", "no_derivatives")),
        ("http://creativecommons.org/licenses/by/3.0/nl", "CC BY 3.0", "yes", ("attribution",)),
        ("Creative Commons Attribution 4.0 International License", "CC BY 4.0", "yes", ("attribution",)),
        ("Creative Commons Naamsvermelding-GelijkDelen 3.0", "CC BY-SA 3.0", "yes", ("attribution", "share_alike")),
        ("CC-BY-4.0 (printed on page 1)", "CC BY 4.0", "yes", ("attribution",)),
        ("© 2013 De auteurs. CC BY-NC 4.0", "CC BY-NC 4.0", "yes", ("attribution", "non_commercial")),
        ("CC0-1.0", "CC0 1.0", "yes", ()),
        ("CC0-1.0 (text; not images / third parties, LICENSES.md)", "CC0 1.0", "yes", ("text_only",)),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0", "yes", ()),
        ("Public domain", "Public domain", "yes", ()),
        ("publiek domein", "Public domain", "yes", ()),
        ("MIT (repo LICENSE.txt)", "MIT", "yes", ("keep_notice",)),
        ("Apache-2.0", "Apache 2.0", "yes", ("keep_notice",)),
        ("Alle rechten voorbehouden", "Alle rechten voorbehouden", "no", ()),
        ("All rights reserved. MIT Press", "All rights reserved. MIT Press", "no", ()),
        ("© 2013 Uitgeverij", "© 2013 Uitgeverij", "no", ()),
        ("", "", "not_stated", ()),
        ("  ", "", "not_stated", ()),
        ("vraag de auteur", "vraag de auteur", "not_stated", ()),
        ("not in the public domain", "not in the public domain", "not_stated", ()),
        ("CC BY-ND-SA", "CC BY-ND-SA", "not_stated", ()),
        ("Creative Commons", "Creative Commons", "not_stated", ()),
        ("permit", "permit", "not_stated", ()),
    ],
)
def test_a_licence_answers_whether_one_may_copy(text: str, name: str, answer: str, conditions: tuple[str, ...]) -> None:
    found = licence_of(text)
    assert (found.name, found.may_be_copied, found.conditions) == (name, answer, conditions)


def test_an_address_is_that_of_the_licence_itself() -> None:
    assert licence_of("cc by-nc 4").url == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert licence_of("creativecommons.org/licenses/by/3.0/NL").url == "https://creativecommons.org/licenses/by/3.0/nl/"
    assert NOT_STATED.url == ""


@given(st.text(max_size=300) | st.sampled_from(["cc by" + "-nc" * 500, "(c" * 900, "creative commons " * 200]))
def test_any_text_gets_an_answer_that_can_be_said(text: str) -> None:
    found = licence_of(text)
    for key in sentence_keys(found):
        assert has_sentence(key), (key, LANGUAGES)


@pytest.mark.shared_data
def test_every_licence_of_the_corpus_is_known(shared_data: Path) -> None:
    with (shared_data / "corpus" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        licences = {row["licence"] for row in csv.DictReader(file)}
    assert len(licences) > 8
    assert {text for text in licences if licence_of(text).may_be_copied != "yes"} == set()
