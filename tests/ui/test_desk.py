"""The maintainers' desk, remarks, and the pages of people and editions, in the window."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.errors import ArchiveUnreachableError
from kennisbank.sync.protocol_accounts import ArchiveInfo
from kennisbank.sync.protocol_codec import encode
from kennisbank.sync.protocol_desk import DeskItem
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.desk.desk_card import DeskCard
from kennisbank.ui.frame.rail import Rail
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.views.desk import DeskView
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.edition import EditionView
from kennisbank.ui.views.person import PersonView
from kennisbank.ui.views.start import StartView
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.text import Text
from kennisbank.ui.widgets.toast import Toast
from tests.fake_desk import FakeDesk, FakeRemarks
from tests.ui.conftest import MakeStage
from tests.ui.recipes.archive import INFO, LINK, connected, in_
from tests.ui.recipes.desk import LINES, PEOPLE, TITLE, at_desk, some_items, when
from tests.ui.recipes.people import as_maintainer, at_edition, at_person, know
from tests.ui.recipes.recipe import Stage
from tests.ui.recipes.remark import at_remark


def desk_of(stage: Stage) -> FakeDesk:
    desk: Any = stage.session.kennisbank.desk
    assert isinstance(desk, FakeDesk)
    return desk


def cards(view: DeskView) -> list[DeskCard]:
    return [each for each in view.lists.cards.cards if isinstance(each, DeskCard)]


def names(stage: Stage) -> list[str]:
    rail = stage.window.findChild(Rail)
    assert rail is not None
    return [each.accessibleName() for each in rail.shown]


def test_only_maintainers_see_the_desk_in_the_rail_with_what_is_open(stage: Stage) -> None:
    connected(stage, in_())
    assert not [each for each in names(stage) if each.startswith("Manage")]
    at_desk(stage, "account")
    assert "Manage, 8 open" in names(stage)


def test_accepting_takes_one_click(stage: Stage) -> None:
    view = at_desk(stage, "account")
    cards(view)[0].buttons["accept"].click()
    stage.settle(lambda: view.is_settled)
    assert desk_of(stage).acts == [("account", "a1", "accept", "")]
    assert cards(view)[0].item.state == "accepted"
    assert "Manage, 7 open" in names(stage)


def test_declining_asks_for_a_reason_in_place_and_can_be_undone(stage: Stage) -> None:
    view = at_desk(stage, "proposal")
    card = cards(view)[0]
    card.buttons["decline"].click()
    assert card.reason.isVisible()
    card.reason.submit()
    assert desk_of(stage).acts == []
    card.reason.words.set_text("Zo staat het op het voorblad.")
    card.reason.submit()
    stage.settle(lambda: view.is_settled)
    assert desk_of(stage).acts[-1] == ("proposal", "v1", "decline", "Zo staat het op het voorblad.")
    toast = stage.window.findChild(Toast)
    assert toast is not None
    undo = next(each for each in toast.findChildren(Button) if each.text() == "Undo")
    undo.click()
    stage.settle(lambda: view.is_settled)
    assert desk_of(stage).acts[-1][2] == "restore"
    assert card.item.state == "open"


def test_leaving_the_reason_decides_nothing(stage: Stage) -> None:
    view = at_desk(stage, "report")
    card = cards(view)[0]
    card.buttons["hide"].click()
    card.reason.no.click()
    assert not card.reason.isVisible()
    assert card.buttons["hide"].isVisible()
    assert desk_of(stage).acts == []


def test_a_proposal_stands_beside_what_it_would_change(stage: Stage) -> None:
    view = at_desk(stage, "proposal")
    texts = [each.accessibleName() for each in cards(view)[1].findChildren(type(view.lists._heading))]
    assert "Authors: as it is: E. Bakker" in texts
    assert "Authors: as proposed: Eva Bakker (Universiteit Oost)\nTom Vos" in texts


def test_what_concerns_oneself_is_for_another_maintainer(stage: Stage) -> None:
    own = DeskItem("report", "x1", "open", when(days=1), "p1", TITLE, days=1, details={"concerned": "author"})
    alone = replace(own, id="x2", verbs=("hide",), words="Onzin.", details={"concerned": "writer", "alone": True})
    view = at_desk(stage, "report", FakeDesk([own, alone], PEOPLE, LINES))
    first, second = cards(view)
    assert not first.buttons
    assert "You are an author of this contribution: another maintainer decides about it." in said_on(first)
    assert list(second.buttons) == ["hide"]
    assert "This is your own, and there is nobody else to decide about it." in said_on(second)


def test_who_is_suspended_without_a_name_is_let_in_again_where_it_was_decided(stage: Stage) -> None:
    held = DeskItem(
        "report",
        "x1",
        "hidden",
        when(days=1),
        "p1",
        TITLE,
        "reader",
        "Onzin.",
        verbs=("lift",),
        details={"suspended": True},
    )
    desk = FakeDesk([replace(held, state="open")], PEOPLE, LINES, unnamed=1)
    view = at_desk(stage, "report", desk)
    (card,) = cards(view)
    assert "suspended" in said_on(card)
    assert card.buttons["lift"].text() == "Lift the suspension"
    card.buttons["lift"].click()
    stage.settle(lambda: view.is_settled)
    assert desk.acts == [("report", "x1", "lift", "")]
    view = at_desk(stage, "accounts", desk)
    assert view.accounts.unnamed.text().startswith("1 suspension because of what was sent by role")
    assert view.accounts.unnamed.isVisible()


def said_on(card: DeskCard) -> list[str]:
    words = [*card.findChildren(Text), *card.findChildren(Badge)]
    return [each.accessibleName() or each.text() for each in words]


def test_without_the_archive_it_says_so_and_tries_again(stage: Stage) -> None:
    desk = FakeDesk(some_items(), PEOPLE, LINES, error=ArchiveUnreachableError(LINK.url, "offline"))
    view = at_desk(stage, "account", desk)
    assert view.trouble.isVisible()
    desk.error = None
    view.trouble.button.click()
    stage.settle(lambda: view.is_settled)
    assert not view.trouble.isVisible()
    assert len(cards(view)) == 2


def test_what_failed_to_be_decided_stays_and_can_be_tried_again(stage: Stage) -> None:
    view = at_desk(stage, "account")
    desk_of(stage).error = ArchiveUnreachableError(LINK.url, "offline")
    card = cards(view)[0]
    card.buttons["accept"].click()
    stage.settle(lambda: view.is_settled)
    assert card.error.accessibleName()
    assert card.isEnabled()
    assert card.item.state == "open"


def test_suspending_an_account_asks_why(stage: Stage) -> None:
    view = at_desk(stage, "accounts")
    card: Any = next(each for each in view.accounts.cards.cards if each.accessibleName() == "R. Beheerder")
    next(each for each in card.findChildren(Button) if each.text() == "Suspend").click()
    card.reason.words.set_text("Op eigen verzoek.")
    card.reason.submit()
    stage.settle(lambda: view.is_settled)
    assert desk_of(stage).acts == [("accounts", "a3", "suspended", "Op eigen verzoek.")]


def test_whoever_is_no_maintainer_is_told_what_the_desk_is(stage: Stage) -> None:
    connected(stage, in_())
    stage.session.go("desk")
    view = stage.window.current_view
    assert isinstance(view, DeskView)
    assert view.nobody.isVisible()


# Remarks.


def test_a_remark_needs_a_name_and_a_telephone_number(stage: Stage) -> None:
    view = at_remark(stage)
    view.remark.name.set_text("")
    view.remark.text.set_text("Waar is editie 1999?")
    view.remark.submit()
    assert view.remark.name.is_wrong
    assert view.remark.telephone.is_wrong
    remarks: Any = stage.session.kennisbank.remarks
    assert isinstance(remarks, FakeRemarks)
    assert remarks.said == []
    view.remark.name.set_text("Anna")
    view.remark.telephone.set_text("06 12 34 56 78")
    view.remark.submit()
    stage.settle(lambda: view.is_settled)
    assert [(each.name, each.telephone) for each in remarks.said] == [("Anna", "06 12 34 56 78")]
    assert view.remark.text.text == ""
    assert len(view.waiting.cards.cards) == 1


def test_the_text_of_a_remark_is_kept_as_it_is_typed_and_who_writes_it_is_not(qtbot: QtBot, stage: Stage) -> None:
    stage.session.change_settings(remark_draft="Van vroeger.")
    view, drafts = at_remark(stage), stage.session.kennisbank.drafts
    stage.settle(lambda: view.remark.text.text == "Van vroeger.")
    assert stage.session.settings.remark_draft == ""
    view.remark.telephone.set_text("06 12 34 56 78")
    view.remark.mail.set_text("anna@school.example")
    view.remark.text.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(view.remark.text.edit, " Nog niet af")
    stage.session.go("start")
    stage.settle(lambda: [dict(each.words) for each in drafts.all()] == [{"text": "Van vroeger. Nog niet af"}])
    view.remark.submit()
    stage.settle(lambda: view.remark.text.text == "")


def test_the_newsletter_is_asked_for_and_left(stage: Stage) -> None:
    view = at_remark(stage)
    view.newsletter.mail.set_text("geen adres")
    view.newsletter.sign_up.click()
    assert view.newsletter.mail.is_wrong
    view.newsletter.mail.set_text("anna@school.example")
    view.newsletter.sign_up.click()
    view.newsletter.leave.click()
    stage.settle(lambda: view.is_settled)
    remarks: Any = stage.session.kennisbank.remarks
    assert [each.wants for each in remarks.said] == [True, False]


# People and editions.


def test_a_name_in_the_details_leads_to_the_author_and_on_to_a_contribution(make_stage: MakeStage) -> None:
    stage = make_stage(library="example")
    name, _ = know(stage)
    paper = stage.session.kennisbank.catalogue.contributions_in("author", name)[0]
    stage.session.go("details", contribution=paper.id)
    details = stage.window.current_view
    assert isinstance(details, DetailsView)
    stage.settle(lambda: any(each.text() == name for each in details.facts.findChildren(Button)))
    next(each for each in details.facts.findChildren(Button) if each.text() == name).click()
    view = stage.window.current_view
    assert isinstance(view, PersonView)
    stage.settle(lambda: view.is_settled)
    assert len(view.rows) == len(stage.session.kennisbank.catalogue.contributions_in("author", name))
    assert view.facts.facts["Belonged to"]
    view.rows[0].click()  # type: ignore[attr-defined]
    assert stage.window.current_view is details
    stage.window.back()
    assert stage.window.current_view is view


def test_a_maintainer_joins_spellings(make_stage: MakeStage) -> None:
    stage = make_stage(library="example")
    name, _ = know(stage)
    view = at_person(stage, name)
    assert not view.join.isVisible()
    as_maintainer(stage)
    view.join.click()
    view.joining.other.set_text("H. van Blauw; Hanneke B.")
    view.joining.submit()
    stage.settle(lambda: view.is_settled)
    joined = desk_of(stage).joined[-1]
    assert joined[0] == name
    assert joined[1][-2:] == ("H. van Blauw", "Hanneke B.")


def test_an_edition_opens_its_website_or_says_that_there_is_none(
    make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    stage = make_stage(library="example")
    _, edition = know(stage)
    view = at_edition(stage, edition.code)
    assert view.facts.facts["Place"] == "Groningen"
    view.website.click()
    view.programme.click()
    assert opened == ["https://congres.example", "https://congres.example/programma"]
    with stage.session.kennisbank.library.write() as tx:
        tx.editions.save(replace(edition, website="", website_kind="none"))
        changes = tx.changes
    stage.session.changed_by(changes)
    stage.settle(lambda: view.is_settled)
    assert not view.website.isVisible()
    assert view._about.text() == "There is no website."


def test_a_maintainer_mends_an_edition(make_stage: MakeStage) -> None:
    stage = make_stage(library="example")
    _, edition = know(stage)
    as_maintainer(stage)
    view = at_edition(stage, edition.code)
    assert isinstance(view, EditionView)
    view.edit.click()
    view.form.ends.set_text("2024-03-01")
    view.form.submit()
    assert view.form.ends.is_wrong
    view.form.ends.set_text(edition.ends)
    view.form.place.set_text("Utrecht")
    view.form.submit()
    stage.settle(lambda: view.is_settled)
    assert [each.place for each in desk_of(stage).editions] == ["Utrecht"]


# Start.


def test_start_tells_of_the_next_congress_and_of_what_is_new_since_the_last(make_stage: MakeStage) -> None:
    stage = make_stage(library="example")
    said: dict[Any, str] = {"nl": "Het volgende congres is in Zwolle.", "en": "The next congress is in Zwolle."}
    info: ArchiveInfo = replace(INFO, next_congress=said)
    connected(stage, in_(linked=replace(LINK, info=encode(info).decode())))
    stage.session.go("start")
    start = stage.window.current_view
    assert isinstance(start, StartView)
    stage.settle(lambda: bool(start.filled._since.rows))
    assert start.filled._congress.text.text() == "The next congress is in Zwolle."
    start.filled._since.rows[0].click()  # type: ignore[attr-defined]
    archive = stage.window.current_view
    assert isinstance(archive, ArchiveView)
    stage.settle(lambda: archive.news.is_settled)
    assert archive.news._contents.is_of_congress
    assert archive.news.choice.currentIndex() == 1
    archive.news.choice.setCurrentIndex(0)
    archive.news.choice.activated.emit(0)
    stage.settle(lambda: archive.news.is_settled)
    assert not archive.news._contents.is_of_congress
    QApplication.sendPostedEvents()
    assert ArchiveReading.of(stage.session).is_settled
    assert not Syncing.of(stage.session).is_running
