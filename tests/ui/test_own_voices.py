"""My reactions: what one said for everybody to see, what one proposed, and what became of it."""

from kennisbank.domain.correspondence import Draft
from kennisbank.library.mailbox import MailboxRow
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.reactions import ReactionsView
from kennisbank.ui.voices.own_card import OwnVoiceCard
from kennisbank.ui.voices.own_page import OwnVoicesPage
from tests.ui.conftest import MakeStage
from tests.ui.recipes.feedback import log_in
from tests.ui.recipes.voices import own_voices


def cards(page: OwnVoicesPage) -> list[OwnVoiceCard]:
    return [each for each in page.cards.cards if isinstance(each, OwnVoiceCard)]


def test_the_fate_of_proposals_is_seen_with_its_reason_narrowed_and_led_to(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    view = own_voices(stage)
    page = view.voices
    assert view.part == "voices"
    shown = [each.accessibleName() for each in cards(page)]
    assert any("Keywords: toetsing" in each and "Not accepted" in each and "blz. 1" in each for each in shown)
    assert any("Tag: formatief" in each and "Accepted" in each for each in shown)
    assert any("Your vote: 4 of 5" in each and "In the outbox" in each for each in shown)
    assert "1 proposal" in page._count.text()
    assert page.which.currentText() == f"All ({len(shown)})"
    page._choose(1)
    (draft,) = cards(page)
    assert "Half af" in draft.accessibleName()
    draft.go.click()
    details = stage.window.view("details")
    assert isinstance(details, DetailsView)
    stage.settle(lambda: details.voices.field.edit.text == "Half af")
    stage.settle(lambda: details.voices.isVisible() and not details.voices.visibleRegion().isEmpty())
    stage.window.back()
    again = stage.window.current_view
    assert isinstance(again, ReactionsView)
    stage.settle(lambda: again.voices.is_settled)
    assert again.part == "voices"


def test_where_nothing_was_said_it_says_so_and_very_many_are_shown_in_parts(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    log_in(stage)
    stage.session.go("reactions", part="voices")
    view = stage.window.current_view
    assert isinstance(view, ReactionsView)
    stage.settle(lambda: view.voices.is_settled)
    assert view.voices._empty.isVisible()
    kennisbank = stage.session.kennisbank
    paper = kennisbank.catalogue.all()[0].id
    kennisbank.drafts.save(Draft("comment", paper, words={"text": "Half af"}))
    body = {"contribution": paper, "field": "tag", "value": "vmbo", "state": "accepted", "moment": "2026-01-03"}
    with kennisbank.library.write() as tx:
        tx.mailbox.put(tx.viewer, [MailboxRow(f"p{at}", "proposal", paper, at, body) for at in range(70)])
        changes = tx.changes
    stage.session.changed_by(changes)
    stage.settle(lambda: len(cards(view.voices)) == 50)
    view.voices.more.click()
    assert len(cards(view.voices)) == 71
    assert view.voices.more.isHidden()
