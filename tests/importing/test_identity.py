"""Whether a file is a paper that is here already: decided from values alone."""

from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.ids import ContributionId, FileHash, FileId, Origin
from kennisbank.domain.metadata import Author, Metadata, sourced
from kennisbank.domain.moments import now
from kennisbank.importing.identity import Incoming, Known, brings_news, decide, next_version

JAN, EVA = Author("Jan Klaassen", "Klaassen", "Jan"), Author("Eva de Wit", "de Wit", "Eva")


def incoming(*, body="tekst", source="proposal", detail="first page", **values):
    return Incoming(
        "a.pdf", FileHash("f" * 64), body, sourced(Metadata(**{"title": "Titel", **values}), source, detail)
    )


def contribution(name="c1", *, hashes=("a",), source="proposal", **values):
    files = tuple(
        ContributionFile(
            FileId(f"{name}{n}"), FileHash(each * 64), "a.pdf", "paper", len(hashes) - n, n == 0, "", 1, 1, now()
        )
        for n, each in enumerate(hashes)
    )
    metadata = sourced(Metadata(**{"title": "Titel", **values}), source)
    return Contribution(ContributionId(name), Origin("o"), metadata, files, now(), now())


def test_same_bytes_come_before_everything():
    decision = decide(incoming(), Known(by_hash=contribution("x"), by_body=contribution("y"), by_doi=contribution("z")))
    assert (decision.verdict, decision.contribution.id) == ("unchanged", "x")


def test_same_bytes_with_news_from_a_list_are_an_update():
    theirs = incoming(title="Van de lijst", source="list")
    assert decide(theirs, Known(by_hash=contribution())).verdict == "updated"
    assert decide(theirs, Known(by_hash=contribution(title="Met de hand", source="hand"))).verdict == "unchanged"


def test_same_body_is_a_duplicate_and_no_text_is_no_body():
    assert decide(incoming(), Known(by_body=contribution())).verdict == "duplicate"
    assert decide(incoming(body=""), Known(by_body=contribution())).verdict == "added"


def test_same_path_in_the_same_source_is_a_new_version_whatever_its_title():
    decision = decide(incoming(title="Anders"), Known(by_path=contribution()))
    assert (decision.verdict, decision.is_new_version) == ("updated", True)


def test_doi_that_may_be_of_a_cited_paper_needs_the_title_too():
    other = Known(by_doi=contribution(title="Een ander stuk"))
    assert decide(incoming(doi="10.1234/x"), other).verdict == "added"
    assert decide(incoming(doi="10.1234/x"), Known(by_doi=contribution())).verdict == "updated"
    assert decide(incoming(doi="10.1234/x", detail="file name"), other).verdict == "updated"
    assert decide(incoming(doi="10.1234/x", source="list"), other).verdict == "updated"


def test_same_name_in_the_edition_is_a_version_only_with_the_same_title():
    assert decide(incoming(), Known(by_name=(contribution(),))).verdict == "updated"
    assert decide(incoming(), Known(by_name=(contribution(title="Een ander stuk"),))).verdict == "added"
    assert decide(incoming(), Known(by_name=(contribution("x"), contribution("y")))).verdict == "added"


def test_title_and_authors_alone_are_both_taken_and_pointed_at():
    decision = decide(incoming(authors=(JAN, EVA)), Known(by_title=(contribution("x", authors=(EVA, JAN)),)))
    assert (decision.verdict, decision.contribution) == ("added", None)
    assert [(each.code, each.values["contribution"]) for each in decision.problems] == [("possibly_the_same", "x")]


def test_other_authors_or_another_doi_are_another_paper():
    others = Known(by_title=(contribution(authors=(EVA,), doi="10.1234/a"),))
    assert decide(incoming(authors=(JAN,)), others).problems == ()
    assert decide(incoming(authors=(EVA,), doi="10.1234/b"), others).problems == ()


def test_initial_and_full_name_may_be_one_person():
    known = Known(by_title=(contribution(authors=(Author("J. Klaassen", "Klaassen", "J."),)),))
    assert decide(incoming(authors=(JAN,)), known).problems[0].code == "possibly_the_same"
    known = Known(by_title=(contribution(authors=(Author("P. Klaassen", "Klaassen", "P."),)),))
    assert decide(incoming(authors=(JAN,)), known).problems == ()


def test_next_version_counts_within_the_role():
    assert next_version(contribution(hashes=("b", "a"))) == ("paper", 3)
    assert next_version(contribution(hashes=())) == ("paper", 1)


def test_confirming_a_proposal_is_news_and_repeating_a_list_is_not():
    ours = sourced(Metadata(title="Titel"), "proposal")
    assert brings_news(ours, sourced(Metadata(title="Titel"), "list", "row 1"))
    assert not brings_news(
        sourced(Metadata(title="Titel"), "list", "row 1"), sourced(Metadata(title="Titel"), "list", "row 2")
    )
    assert not brings_news(ours, sourced(Metadata(), "list"))
