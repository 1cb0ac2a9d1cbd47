"""Two people at one computer: what one wrote while logged in, the other never sees, finds, exports or overwrites."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.domain.annotation import AnnotationFilter
from kennisbank.domain.audience import Audience
from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.domain.results import SearchRequest
from kennisbank.errors import BadInputError, NotFoundError, NotLoggedInError
from kennisbank.importing.pipeline import ImportRequest
from kennisbank.library.rows_out import rows_of
from kennisbank.tasks.context import JobContext
from tests.library.library_values import an_account
from tests.pdfs import simple_pdf


@pytest.fixture
def kennisbank(tmp_path: Path) -> Iterator[Kennisbank]:
    simple_pdf(tmp_path / "papers" / "wilg.pdf", ["De wilg\n\nEen wilg wordt om de vijf jaar geknot, een eik nooit."])
    with open_kennisbank(tmp_path / "home") as opened:
        opened.importing.run(ImportRequest((tmp_path / "papers",)))
        yield opened


def place(kennisbank: Kennisbank) -> tuple[ContributionId, FileHash]:
    (contribution,) = kennisbank.catalogue.all()
    return contribution.id, contribution.files[0].hash


def log_in(kennisbank: Kennisbank, name: str) -> None:
    with kennisbank.library.write() as tx:
        tx.archives.save_account(an_account(name))
    kennisbank.searching.catch_up(JobContext())


def log_out(kennisbank: Kennisbank) -> None:
    with kennisbank.library.write() as tx:
        account = tx.archives.current()
        assert account is not None
        tx.archives.save_account(replace(account, is_current=False))
    kennisbank.searching.catch_up(JobContext())


def found(kennisbank: Kennisbank, words: str) -> bool:
    return bool(kennisbank.searching.find(SearchRequest(words)).results.hits)


def test_notes_are_seen_searched_and_exported_by_their_writer_alone(kennisbank: Kennisbank, tmp_path: Path) -> None:
    contribution, file = place(kennisbank)
    log_in(kennisbank, "ada")
    (note,) = kennisbank.annotating.note(contribution, "kwikstaart").after
    assert note is not None
    assert note.account == "ada"
    kennisbank.searching.catch_up(JobContext())
    assert found(kennisbank, "kwikstaart")

    with kennisbank.library.write() as tx:
        tx.archives.save_account(an_account("bas"))
    assert not found(kennisbank, "kwikstaart"), "nor while the index still holds it"
    log_in(kennisbank, "bas")
    assert kennisbank.annotating.on(contribution, file) == ()
    assert kennisbank.annotating.find(AnnotationFilter()).annotations == ()
    assert not found(kennisbank, "kwikstaart")
    with pytest.raises(NotFoundError):
        kennisbank.annotating.change(note.id, body="van mij")
    kennisbank.exchanging.export(tmp_path / "bas.jsonld", "jsonld")
    assert "kwikstaart" not in (tmp_path / "bas.jsonld").read_text(encoding="utf-8")
    with kennisbank.library.read() as tx:
        assert rows_of(tx)["annotations"] == []

    log_out(kennisbank)
    assert not found(kennisbank, "kwikstaart")
    log_in(kennisbank, "ada")
    assert found(kennisbank, "kwikstaart")
    assert [each.annotation.body for each in kennisbank.annotating.on(contribution, file)] == ["kwikstaart"]


def test_what_was_written_before_logging_in_stays_there_for_everybody_at_this_computer(kennisbank: Kennisbank) -> None:
    contribution, file = place(kennisbank)
    kennisbank.annotating.note(contribution, "van niemand")
    for name in ("ada", "bas"):
        log_in(kennisbank, name)
        (note,) = kennisbank.annotating.on(contribution, file)
        edit = kennisbank.annotating.change(note.annotation.id, body=f"gezien door {name}")
        assert edit.after[0] is not None
        assert edit.after[0].account is None, "looking at it doesn't make it somebody's"


def test_an_act_is_undone_under_the_account_that_did_it(kennisbank: Kennisbank) -> None:
    contribution, file = place(kennisbank)
    log_in(kennisbank, "ada")
    made = kennisbank.annotating.note(contribution, "weg ermee")
    kennisbank.annotating.apply(made.reversed)
    assert kennisbank.annotating.on(contribution, file) == ()
    kennisbank.annotating.apply(made)
    assert [each.annotation.account for each in kennisbank.annotating.on(contribution, file)] == ["ada"]
    dossier = kennisbank.dossiers.create("Les 1")
    kennisbank.dossiers.apply(dossier.reversed)
    assert kennisbank.dossiers.all() == []


def test_an_export_of_another_that_has_the_same_id_is_taken_under_a_new_one(
    kennisbank: Kennisbank, tmp_path: Path
) -> None:
    contribution, file = place(kennisbank)
    log_in(kennisbank, "ada")
    kennisbank.annotating.note(contribution, "kwikstaart")
    kennisbank.exchanging.export(tmp_path / "ada.jsonld", "jsonld")
    log_in(kennisbank, "bas")
    kennisbank.exchanging.take(contribution, tmp_path / "ada.jsonld")
    assert [each.annotation.body for each in kennisbank.annotating.on(contribution, file)] == ["kwikstaart"]
    log_in(kennisbank, "ada")
    assert [each.annotation.body for each in kennisbank.annotating.on(contribution, file)] == ["kwikstaart"]


def test_sharing_asks_for_an_account_and_for_real_addresses(kennisbank: Kennisbank) -> None:
    contribution, _ = place(kennisbank)
    (nobodys,) = kennisbank.annotating.note(contribution, "los").after
    dossier = kennisbank.dossiers.create("los")
    assert nobodys is not None
    with pytest.raises(NotLoggedInError):
        kennisbank.annotating.share([nobodys.id], Audience(everyone=True))
    with pytest.raises(NotLoggedInError):
        kennisbank.dossiers.share(dossier.dossier, Audience(everyone=True))
    log_in(kennisbank, "ada")
    (hers,) = kennisbank.annotating.note(contribution, "samen").after
    assert hers is not None
    with pytest.raises(BadInputError):
        kennisbank.annotating.share([hers.id], Audience(people=("bas",)))
    edit = kennisbank.annotating.share([hers.id], Audience(people=(" Bas@Example.org", "bas@example.org")))
    assert edit.after[0] is not None
    assert edit.after[0].shared == Audience(people=("bas@example.org",))
    with kennisbank.library.read() as tx:
        assert tx.annotations.many([hers.id])[hers.id].shared == Audience(people=("bas@example.org",))
    kennisbank.annotating.apply(edit.reversed)
    assert kennisbank.annotating.get(hers.id).shared == Audience()


def test_what_another_shares_is_read_and_copied_but_never_changed(kennisbank: Kennisbank) -> None:
    contribution, _ = place(kennisbank)
    log_in(kennisbank, "ada")
    (own,) = kennisbank.annotating.note(contribution, "van Bas").after
    made = kennisbank.dossiers.create("van Bas").after
    assert own is not None
    assert made is not None
    with kennisbank.library.write() as tx, tx.outbox.arriving():
        tx.annotations.save(replace(own, source="shared", creator="Bas", is_read_only=True))
        tx.dossiers.save(replace(made, creator="Bas"))
    with pytest.raises(BadInputError):
        kennisbank.annotating.change(own.id, body="nu van mij")
    with pytest.raises(BadInputError):
        kennisbank.annotating.trash([own.id])
    with pytest.raises(BadInputError):
        kennisbank.dossiers.rename(made.id, "nu van mij")
    copy = kennisbank.dossiers.copy(made.id).after
    assert copy is not None
    assert (copy.creator, copy.name) == ("", "van Bas")
