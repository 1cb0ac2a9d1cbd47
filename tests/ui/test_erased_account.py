"""An account that was erased from elsewhere, and an erasure that was finished later, as the window tells of them."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from kennisbank.errors import StorageError
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.views.start import StartView
from kennisbank.ui.widgets.text import Text
from tests.fake_privacy import FakePrivacy
from tests.fakes import FakeAccounts
from tests.ui.recipes.archive import INFO, LINK, ME, at, connected, in_
from tests.ui.recipes.recipe import Stage

ERASED = replace(ME, ended="erased")
PROOF = ErasureProof("p1", LINK.id, "2026-11-22T10:00:00+00:00", {"threads": 2})


def with_privacy(stage: Stage, accounts: FakeAccounts, *left: ErasureProof) -> FakePrivacy:
    privacy = FakePrivacy(list(left))
    stage.session._kennisbank = replace(stage.session.kennisbank, privacy=privacy)  # type: ignore[arg-type]
    connected(stage, accounts)
    return privacy


def words(area: QWidget) -> str:
    return " | ".join(text.text() for text in area.findChildren(Text) if text.isVisible())


def settled(stage: Stage) -> None:
    stage.settle(lambda: ArchiveReading.of(stage.session).is_settled)


@pytest.mark.parametrize("removes", [False, True])
def test_what_belonged_to_an_erased_account_goes_when_one_says_so_and_notes_stay_unless_asked(
    stage: Stage, removes: bool
) -> None:
    accounts = in_(account=ERASED, ever=[ERASED])
    privacy = with_privacy(stage, accounts)
    page = at(stage, "account").account
    assert ME.mail in words(page.erased)
    assert page.login.isVisible()
    assert page.login.mail.text() == "", "nobody can log in with it any more"
    assert not page.erased.notes.isChecked()
    privacy.error = StorageError(stage.session.kennisbank.paths.home, "full")
    page.erased.sure.click()
    stage.settle(page.erased.error.isVisible)
    privacy.error = None
    page.erased.notes.setChecked(removes)
    accounts.account, accounts.ever = None, []
    page.erased.sure.click()
    stage.settle(lambda: privacy.asked == [f"keeps {not removes}"])
    settled(stage)
    assert not page.erased.isVisible()


def test_leaving_it_changes_nothing_and_the_question_comes_back_another_time(stage: Stage) -> None:
    accounts = in_(ever=[ME, replace(ERASED, id="account-2", mail="oud@school.example", is_current=False)])
    privacy = with_privacy(stage, accounts)
    page = at(stage, "account").account
    assert page.me.isVisible(), "somebody else is logged in"
    assert "oud@school.example" in words(page.erased)
    page.erased.leave.click()
    ArchiveReading.of(stage.session).read()
    settled(stage)
    assert not page.erased.isVisible()
    assert privacy.asked == []


def test_an_erasure_that_was_finished_later_is_told_once_with_its_proof(stage: Stage) -> None:
    privacy = with_privacy(stage, FakeAccounts(INFO, linked=LINK), PROOF)
    stage.session.go("start")
    start = stage.window.view("start")
    assert isinstance(start, StartView)
    stage.settle()
    assert privacy.asked == [], "nobody has seen it yet"
    page = at(stage, "account").account
    stage.settle(lambda: privacy.asked == ["told"])
    assert page.privacy.isVisible()
    assert "p1" in words(page.privacy)
    ArchiveReading.of(stage.session).read()
    settled(stage)
    assert page.privacy.isVisible(), "the proof can still be saved"
    assert privacy.asked == ["told"]
