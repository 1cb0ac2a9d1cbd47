"""The page of the archive: connecting, how it stands, what waits, conflicts, the account."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kennisbank.domain.archive import Brake
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.syncing import SyncOutcome
from kennisbank.errors import ArchiveUnreachableError, ArchiveUntrustedError, LibraryBusyError
from kennisbank.tasks.context import JobContext, Progress
from kennisbank.ui.archive_messages import kept_words, reason_words
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.frame.archive_line import ArchiveLine
from kennisbank.ui.frame.status_line import StatusLine
from kennisbank.ui.messages import message_for
from kennisbank.ui.views.archive_conflicts import ConflictCard
from kennisbank.ui.views.archive_connect import address_from
from kennisbank.ui.views.remark import RemarkView
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.text import Text
from tests.fakes import FakeAccounts, FakeSyncing
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import (
    INFO,
    LINK,
    ME,
    WISH,
    at,
    connected,
    devices,
    in_,
    some_conflicts,
    some_waiting,
    view_of,
)
from tests.ui.recipes.recipe import Stage


def words(area: QWidget) -> str:
    return " | ".join(text.text() for text in area.findChildren(Text) if text.isVisible())


def line_of(stage: Stage) -> ArchiveLine:
    status = stage.window.findChild(StatusLine)
    assert isinstance(status, StatusLine)
    return status.archive


def facts_settled(stage: Stage) -> None:
    stage.settle(lambda: ArchiveReading.of(stage.session).is_settled)


# Connecting.


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("archief.example", "https://archief.example"),
        ("  https://archief.example/ ", "https://archief.example"),
        ("http://archief.example", "http://archief.example"),
        ("localhost:8000", "http://localhost:8000"),
        ("127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("  ", ""),
    ],
)
def test_an_address_may_be_typed_as_one_says_it(typed: str, asked: str) -> None:
    assert address_from(typed) == asked


def test_an_archive_is_shown_before_anything_is_kept(stage: Stage) -> None:
    accounts = FakeAccounts(INFO)
    connected(stage, accounts, FakeSyncing(SyncOutcome(received=12, added=12)))
    connecting = at(stage, "overview").connecting
    connecting.address.field.setText("archief.example")
    connecting.address.look.click()
    stage.settle(connecting.found.isVisible)
    shown = words(connecting.found)
    for part in ("Archief van het congres", "Stichting Congres", "1,512", "Dutch, English", "630d cd29 66c4 3366"):
        assert part in shown
    assert accounts.linked is None
    connecting.found.connect_to.click()
    syncing = Syncing.of(stage.session)
    stage.settle(lambda: syncing.outcome is not None)
    facts_settled(stage)
    view = view_of(stage)
    assert view.page is view.overview
    assert "12 new" in words(view.overview)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ArchiveUntrustedError("http://x", "insecure"), "Put https:// before the address"),
        (ArchiveUntrustedError("https://x", "no_archive"), "no archive but a web page"),
        (ArchiveUnreachableError("https://x", "timed_out"), "took too long"),
    ],
)
def test_what_is_wrong_with_an_address_is_said_beside_it(stage: Stage, error: Exception, said: str) -> None:
    connected(stage, FakeAccounts(INFO, error))
    connecting = at(stage, "overview").connecting
    connecting.address.field.setText("x.example")
    connecting.look()
    stage.settle(connecting.address.error.isVisible)
    assert said in connecting.address.error.accessibleName()
    assert connecting.found.isHidden()
    assert connecting.address.look.isEnabled()


def test_another_address_forgets_what_was_found(qtbot: QtBot, stage: Stage) -> None:
    connected(stage, FakeAccounts(INFO))
    connecting = at(stage, "overview").connecting
    connecting.address.field.setText("archief.example")
    connecting.look()
    stage.settle(connecting.found.isVisible)
    qtbot.keyClicks(connecting.address.field, "x")
    assert connecting.found.isHidden()


# How it stands.


def test_the_status_line_tells_how_it_stands_and_leads_there(stage: Stage) -> None:
    assert line_of(stage).standing.text() == "Not connected to an archive"
    syncing = some_waiting()
    syncing.disputed = some_conflicts().disputed
    connected(stage, in_(), syncing)
    line = line_of(stage)
    assert line.standing.text().startswith("Updated at")
    assert line.waiting.text() == "3 waiting"
    assert line.conflicts.text() == "3 conflicts"
    line.waiting.click()
    view = view_of(stage)
    assert stage.window.current_view is view
    assert view.page is view.waiting
    line.conflicts.click()
    assert view.page is view.conflicts
    line.standing.click()
    assert view.page is view.overview


def test_a_sync_that_fails_never_pops_up(stage: Stage) -> None:
    told: list[object] = []
    stage.session.failed.connect(told.append)
    stage.session.told.connect(told.append)
    accounts = in_()
    connected(stage, accounts, FakeSyncing(error=ArchiveUnreachableError("https://archief.example", "unreachable")))
    accounts.linked = replace(LINK, outcome="ArchiveUnreachableError", detail="unreachable")
    Syncing.of(stage.session).sync()
    stage.settle(lambda: not Syncing.of(stage.session).is_running)
    facts_settled(stage)
    assert told == []
    assert line_of(stage).standing.text().startswith("Offline, updated at")


def test_what_came_before_a_sync_was_broken_off_is_shown(stage: Stage) -> None:
    accounts = in_()
    connected(stage, accounts, FakeSyncing(error=ArchiveUnreachableError("https://archief.example", "broken_off")))
    changed: list[ChangeSet] = []
    stage.session.changed.connect(changed.append)
    Syncing.of(stage.session).sync()
    stage.settle(lambda: not Syncing.of(stage.session).is_running)
    facts_settled(stage)
    assert changed == []
    accounts.linked = replace(LINK, revision=LINK.revision + 500)
    Syncing.of(stage.session).sync()
    stage.settle(lambda: not Syncing.of(stage.session).is_running)
    facts_settled(stage)
    assert [bool(each.ids("contribution")) for each in changed] == [True]


class Indexing(FakeSyncing):
    """Takes the catalogue in, and then breaks off while it is being indexed."""

    def run(self, ctx: JobContext, *, accept_removals: bool = False) -> SyncOutcome:
        ctx.report(Progress("syncing", 1500, 1500))
        ctx.report(Progress("indexing"))
        return super().run(ctx, accept_removals=accept_removals)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_first_catalogue_is_shown_before_it_is_indexed(stage: Stage, is_first: bool) -> None:
    accounts = in_()
    accounts.linked = replace(LINK, revision=0 if is_first else 7)
    connected(stage, accounts, Indexing(error=LibraryBusyError(Path(), "index")))
    changed: list[ChangeSet] = []
    stage.session.changed.connect(changed.append)
    Syncing.of(stage.session).sync()
    stage.settle(lambda: not Syncing.of(stage.session).is_running)
    facts_settled(stage)
    assert [bool(each.ids("contribution")) for each in changed] == [True] * is_first


def test_f5_updates_from_anywhere(qtbot: QtBot, stage: Stage) -> None:
    syncing = FakeSyncing()
    connected(stage, in_(), syncing)
    qtbot.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_F5)
    stage.settle(lambda: syncing.runs == [False])


def test_without_an_archive_nothing_is_asked(stage: Stage) -> None:
    syncing = FakeSyncing()
    connected(stage, FakeAccounts(INFO), syncing)
    Syncing.of(stage.session).sync()
    stage.settle()
    assert syncing.runs == []


def test_the_brake_is_asked_and_leaving_it_changes_nothing(stage: Stage) -> None:
    syncing = FakeSyncing()
    connected(stage, in_(linked=replace(LINK, outcome="brake", brake=Brake(20, 212, 1512))), syncing)
    overview = at(stage, "overview").overview
    assert overview.brake.isVisible()
    assert "212 of 1,512 contributions" in words(overview.brake)
    overview.brake.no.click()
    assert overview.brake.isHidden()
    assert syncing.runs == []
    overview.entered()
    overview.brake.yes.click()
    stage.settle(lambda: syncing.runs == [True])


def test_settings_say_when_to_update(stage: Stage) -> None:
    connected(stage, in_())
    when = at(stage, "overview").overview.when
    when.on_start.setChecked(False)
    when.every.setCurrentIndex(when.every.findData(0))
    assert not stage.session.settings.sync_on_start
    assert stage.session.settings.sync_every_minutes == 0
    assert not Syncing.of(stage.session)._again.isActive()
    when.every.setCurrentIndex(when.every.findData(60))
    assert Syncing.of(stage.session)._again.interval() == 60 * 60_000


def test_disconnecting_asks_first_and_can_be_left(stage: Stage) -> None:
    accounts = in_()
    connected(stage, accounts)
    view = at(stage, "overview")
    view.overview.disconnect_.click()
    view.overview.leave.no.click()
    assert accounts.linked is not None
    view.overview.disconnect_.click()
    view.overview.leave.yes.click()
    stage.settle(lambda: view.page is view.connecting)
    assert line_of(stage).standing.text() == "Not connected to an archive"


# What waits, and conflicts.


def test_what_waits_says_why_and_can_be_tried_again_or_taken_back(stage: Stage) -> None:
    syncing = some_waiting()
    connected(stage, in_(), syncing)
    page = at(stage, "waiting").waiting
    stage.settle(lambda: len(page.cards.cards) == 3)
    first = page.cards.cards[0]
    assert "Lessen over netwerken" in words(first)
    assert "larger than the archive takes" in words(first)
    again, _ = first.findChildren(Button)
    again.click()
    stage.settle(lambda: syncing.runs == [False])
    assert not any(each.state == "failed" for each in syncing.waits)
    page.cards.cards[0].findChildren(Button)[-1].click()
    stage.settle(lambda: len(page.cards.cards) == 2)


def test_a_remark_that_waits_is_counted_shown_and_taken_back_where_all_else_is(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    kennisbank = stage.session.kennisbank
    with kennisbank.library.write() as tx:
        tx.archives.save_link(LINK)
    kennisbank.remarks.send("Anna", "06 12 34 56 78", "Het artikel over robots staat bij de verkeerde editie.")
    kennisbank.remarks.newsletter("anna@school.example", wants=True)
    connected(stage, in_(account=None, ever=[]), kennisbank.syncing)  # nobody needs an account for this
    line = line_of(stage)
    stage.settle(lambda: line.waiting.text() == "2 waiting")
    line.waiting.click()
    page = at(stage, "waiting").waiting
    stage.settle(lambda: len(page.cards.cards) == 2)
    remark, letter = (words(card) for card in page.cards.cards)
    assert "staat bij de verkeerde editie" in remark
    assert "Remark to the maintainer" in remark
    assert "Newsletter" in letter
    assert "06 12" not in remark
    page.cards.cards[0].findChildren(Button)[-1].click()
    stage.settle(lambda: len(page.cards.cards) == 1 and line.waiting.text() == "1 waiting")
    assert [each.text for each in kennisbank.drafts.all()] == ["Het artikel over robots staat bij de verkeerde editie."]
    stage.session.go("remark")
    view = stage.window.current_view
    assert isinstance(view, RemarkView)
    stage.settle(lambda: view.remark.text.text.startswith("Het artikel over robots"))
    assert len(view.waiting.cards.cards) == 1


def test_a_conflict_shows_both_sides_and_is_settled_by_a_button(make_stage: MakeStage) -> None:
    stage = make_stage()
    syncing = some_conflicts()
    connected(stage, in_(), syncing)
    page = at(stage, "conflicts").conflicts
    stage.settle(lambda: len(page.conflicts.cards) == 3)
    note, keywords, year = page.conflicts.cards
    assert isinstance(note, ConflictCard)
    assert isinstance(keywords, ConflictCard)
    assert isinstance(year, ConflictCard)
    shown = words(note)
    assert "De tweede opdracht overslaan" in shown
    assert "twee lessen uittrekt" in shown
    assert not note.both.isHidden()
    assert year.both.isHidden()
    stage.session.go("start")
    stage.session.go("archive")
    assert syncing.chosen == []
    stage.settle(lambda: len(page.conflicts.cards) == 3)
    card = page.conflicts.cards[0]
    assert isinstance(card, ConflictCard)
    card.theirs.click()
    stage.settle(lambda: len(page.conflicts.cards) == 2)
    assert syncing.chosen == [("c1", "theirs")]
    page.losers.cards[0].findChildren(Button)[0].click()
    stage.settle(lambda: not page.losers.cards)
    assert syncing.chosen[-1] == ("l1", "back")


# The account.


def test_asking_for_an_account_needs_the_rules_read_and_keeps_its_draft(qtbot: QtBot, stage: Stage) -> None:
    accounts = in_(account=None, ever=[])
    connected(stage, accounts)
    page = at(stage, "account").account
    page.want_account.click()
    form = page.request
    assert "staff room" in words(form.rules)
    qtbot.keyClicks(form.name, "Anna de Vries")
    form.submit()
    assert "mail address" in form.mail_error.accessibleName()
    assert form.accept_error.isVisible()
    qtbot.waitUntil(lambda: "Anna" in stage.session.settings.account_draft)
    form.mail.setText("anna@school.example")
    form.accepts.setChecked(True)
    form.submit()
    stage.settle(lambda: accounts.linked is not None and accounts.linked.wish is not None)
    facts_settled(stage)
    assert "for anna@school.example. A message will come" in words(page)
    assert stage.session.settings.account_draft == ""
    assert page.login.code.isVisible()


def test_a_wish_is_seen_without_network_and_the_code_logs_in(stage: Stage) -> None:
    accounts = in_(account=None, ever=[], linked=replace(LINK, wish=WISH))
    connected(stage, accounts)
    page = at(stage, "account").account
    assert "A message will come" in words(page)
    assert page.login.mail.text() == WISH.mail
    page.login.code.setText("wrong")
    page.login.submit()
    stage.settle(page.login.code_error.isVisible)
    assert "This code isn't right" in page.login.code_error.accessibleName()
    page.login.code.setText("right")
    page.login.submit()
    stage.settle(page.me.isVisible)
    assert page.login.isHidden()
    assert page.login.code.text() == ""


def test_asking_for_a_code_says_the_same_of_any_address(stage: Stage) -> None:
    accounts = in_(account=None, ever=[])
    connected(stage, accounts)
    login = at(stage, "account").account.login
    login.mail.setText("who@ever.example")
    login.send.click()
    stage.settle(login.code.isVisible)
    assert accounts.codes == ["who@ever.example"]
    assert "If this address has an account" in words(login)


def test_devices_are_listed_and_another_one_can_be_ended(stage: Stage) -> None:
    accounts = in_(devices=devices())
    connected(stage, accounts)
    page = at(stage, "account").account
    stage.settle(lambda: len(page.devices.buttons) == 2)
    assert "this computer" in words(page.devices)
    page.devices.buttons[0].click()
    stage.settle(lambda: len(page.devices.buttons) == 1)
    assert [each.id for each in accounts.devices] == ["s1", "s3"]


@pytest.mark.parametrize(
    ("ended", "said"),
    [("expired", "has expired"), ("ended", "was ended"), ("suspended", "suspended by the maintainer")],
)
def test_a_session_that_is_over_says_why_and_leads_back(stage: Stage, ended: str, said: str) -> None:
    account = replace(ME, ended=ended)
    connected(stage, in_(account=account, ever=[account]))
    page = at(stage, "account").account
    assert said in words(page)
    assert page.login.mail.text() == ME.mail
    assert page.login.send.isVisible()


@pytest.mark.parametrize("removes", [False, True])
def test_logging_out_hides_or_removes_and_says_what_waits(stage: Stage, removes: bool) -> None:
    accounts = in_()
    connected(stage, accounts, some_waiting())
    page = at(stage, "account").account
    page.me.log_out.click()
    leaving = page.leaving
    assert leaving.keep.isChecked()
    assert "3 changes of yours were not sent yet. They wait here" in words(leaving)
    if removes:
        leaving.remove.setChecked(True)
        assert "would be lost by removing" in words(leaving)
    leaving.log_out.click()
    stage.settle(lambda: accounts.account is None)
    facts_settled(stage)
    assert accounts.removed is removes
    assert page.login.isVisible()


def test_what_belongs_to_nobody_is_claimed_only_when_asked(stage: Stage) -> None:
    accounts = in_(nobodys={"annotation": 12, "reading": 3})
    connected(stage, accounts)
    page = at(stage, "account").account
    assert "12 annotations, 3 places in papers" in words(page.claim)
    page.claim.no.click()
    assert page.claim.isHidden()
    assert accounts.nobodys
    page._is_claim_left = False
    page._show()
    page.claim.yes.click()
    stage.settle(lambda: not accounts.nobodys)


def test_where_one_stopped_reading_alone_is_no_reason_to_ask(stage: Stage) -> None:
    connected(stage, in_(nobodys={"reading": 3}))
    assert at(stage, "account").account.claim.isHidden()


def test_a_missing_keyring_is_told_on_the_page_alone(stage: Stage) -> None:
    told: list[object] = []
    stage.session.told.connect(told.append)
    connected(stage, in_(secrets="none"))
    assert "no keyring" in words(at(stage, "account").account.secrets)
    assert told == []


# Words.


def test_every_error_of_the_archive_has_words_of_its_own() -> None:
    untrusted = {str(message_for(ArchiveUntrustedError("https://x", code))) for code in ("insecure", "other_key", "")}
    assert len(untrusted) == 3
    assert kept_words("ArchiveUnreachableError", "no_such_code") == kept_words("ArchiveUnreachableError")
    assert kept_words("NoSuchError") is None
    assert reason_words("wrong_hash") == "What came isn't what the archive said it would be."
    assert reason_words("no_such_code")
