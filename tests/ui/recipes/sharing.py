"""Pictures of sharing: the panel over a dossier, a dossier that somebody else shares, and a shared note."""

from dataclasses import replace

from kennisbank.domain.archive import Account
from kennisbank.domain.changes import Change, ChangeSet
from kennisbank.domain.ids import AccountId, ArchiveId, DossierId
from kennisbank.ui.widgets.share_panel import SharePanel
from tests.ui.recipes.dossiers import collect, open_lesson, view_of
from tests.ui.recipes.recipe import Recipe, Stage


def log_in(stage: Stage) -> None:
    """Be Ada, without an archive to ask."""
    account = Account(
        AccountId("ada"), ArchiveId("archief"), "ada@example.org", "Ada", "teacher", "", "reader", is_current=True
    )
    with stage.session.kennisbank.library.write() as tx:
        tx.archives.save_account(account)


def share_panel(stage: Stage) -> SharePanel:
    view = view_of(stage)
    view.page.share.click()
    panel = SharePanel.of(stage.session, stage.window)
    stage.settle(panel.isVisible)
    return panel


def panel(stage: Stage) -> None:
    log_in(stage)
    open_lesson(stage)
    shown = share_panel(stage)
    shown.people.setChecked(True)
    shown.addresses.setPlainText("bas@example.org\nchris@example.org")


def logged_out(stage: Stage) -> None:
    open_lesson(stage)
    share_panel(stage)


def open_anothers(stage: Stage) -> DossierId:
    """Show a dossier that another reader shares."""
    log_in(stage)
    lesson = collect(stage)
    with stage.session.kennisbank.library.write() as tx, tx.outbox.arriving():
        dossier = tx.dossiers.find(lesson)
        assert dossier is not None
        tx.dossiers.save(replace(dossier, creator="Bas Jansen"))
    stage.session.changed_by(ChangeSet((Change("dossier", lesson, "updated"),)))
    stage.session.go("dossiers", dossier=lesson)
    view = view_of(stage)
    stage.settle(lambda: view.is_settled and len(view.page.cards.cards) == 5)
    return lesson


def anothers(stage: Stage) -> None:
    open_anothers(stage)


def recipes() -> list[Recipe]:
    return [
        Recipe("share-panel", panel, "example"),
        Recipe("share-logged-out", logged_out, "example"),
        Recipe("dossier-anothers", anothers, "example"),
    ]
