import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.lexicon.derivation import derivation_key
from tests.lexicon.pairs import failing, is_family, no_family, share


def test_verbs_and_nouns_that_readers_took_for_one_family_are() -> None:
    assert share("outside_family.txt", is_family) >= 0.97, failing("outside_family.txt", is_family)


def test_nouns_with_a_meaning_of_their_own_leave_the_family() -> None:
    assert share("outside_family_apart.txt", no_family) >= 0.98, failing("outside_family_apart.txt", no_family)


@pytest.mark.parametrize(
    "family",
    [
        "archief archieven archiveren archivering gearchiveerd archiveert",
        "participatie participeren participerende",
        "communicatie communiceren communicatief",
        "evaluatie evalueren geevalueerd",
        "innovatie innoveren innovatief innovatieve",
        "organisatie organiseren georganiseerd organisator",
        "cocreatie cocreeren cocreerend cocreerende",
        "productie produceren geproduceerd",
        "selectie selecteren",
        "discussie discussieren",
        "ontwikkeling ontwikkelen ontwikkelt",
        "samenwerking samenwerken samengewerkt",
        "beslissing beslissen",
        "evaluate evaluation evaluating",
        "organise organization organizing",
        "classify classification",
        "develop development",
        "reduce reduction",
        "describe descriptions",
        "connect connection",
        "reactie reageren reactief",
        "activeren actief activering",
        "inform information",
    ],
)
def test_a_family_has_one_key(family: str) -> None:
    keys = {derivation_key(word) for word in family.split()}
    assert len(keys) == 1
    assert "" not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opening", "openbaar"),
        ("overheid", "over"),
        ("regeling", "regering"),
        ("belasting", "belasten"),
        ("natie", "naties"),
        ("state", "station"),
        ("depart", "department"),
        ("passion", "pass"),
        ("competitie", "competentie"),
        ("institutie", "instituut"),
        ("reactief", "reactiveren"),
        ("relatie", "relaties"),
        ("format", "formation"),
        ("transit", "transition"),
        ("conversation", "conversion"),
    ],
)
def test_what_only_looks_related_has_no_common_key(one: str, other: str) -> None:
    assert derivation_key(one) == "" or derivation_key(one) != derivation_key(other)


@given(st.text() | st.sampled_from(["eren", "atie", "ation", "ief", "ing", "en" * 200, "atie" * 16]))
def test_any_text_has_a_key_or_none(word: str) -> None:
    assert derivation_key(word) == "" or derivation_key(word)[:2] in {"n:", "e:"}
