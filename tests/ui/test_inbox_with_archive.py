"""The inbox in the window, with the real archive at the other end: a claim with its code, feedback, its fate."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from kennisbank.archive.people.contacts import Contacts
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.views.inbox import InboxView
from tests.archive.account_world import code_in
from tests.real_archive import running_archive
from tests.ui.archive_window import do, log_in, sync, window_on
from tests.ui.recipes.recipe import Stage

KNOWN, READER, AUTHOR = "vera@uni.example", "saar@school.example", "vera@thuis.example"


@pytest.fixture
def open_window(plain_look: None, tmp_path: Path) -> Iterator[Callable[[str], Stage]]:
    """Return a function that opens a window on a library of its own; the name is that of its home."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(window_on(tmp_path / name))


def test_an_author_claims_with_the_mailed_code_and_hears_what_readers_write(
    open_window: Callable[[str], Stage], tmp_path: Path
) -> None:
    reader, author = open_window("reader"), open_window("author")
    with running_archive(tmp_path / "archive") as served:
        people = [{"name": "Vera Vink", "family": "Vink", "given": "Vera", "affiliation": ""}]
        served.put(record="p1", title="Lesmateriaal delen", authors=people, year=2025)
        with served.archive.write() as tx:
            Contacts(tx.connection).put("p1", ["Vera Vink"], [KNOWN])
        log_in(reader, served, READER, "Saar Bovenkamp")
        log_in(author, served, AUTHOR, "Vera Vink")
        paper = do(author, lambda kb: kb.catalogue.all())[0]

        author.session.go("details", contribution=paper.id, author=True)
        details = author.window.view("details")
        assert isinstance(details, DetailsView)
        author.settle(details.author.send.isVisible)
        details.author.send.click()
        author.settle(lambda: not details.author.ask.isVisible() and details.author.row is not None)
        sync(author)
        row = details.author.row
        assert row is not None
        assert row.claim.state == "code_sent"
        assert KNOWN not in row._words.text(), "the address is masked"
        served.world.courier.deliver()
        row.code.setText(code_in(served.world.letters_to(KNOWN)[-1]))
        row.confirm.click()
        author.settle()
        sync(author)
        assert row.claim.state == "granted"

        def write(kb: Any) -> Any:
            found = kb.catalogue.all()[0].id
            return kb.feedback.send(kb.feedback.save_draft(FeedbackDraft(found, text="Hoe lang duurt dit?")).id)

        do(reader, write)
        sync(reader)
        sync(author)
        author.session.go("inbox")
        view = author.window.view("inbox")
        assert isinstance(view, InboxView)
        author.settle(lambda: view.is_settled and view.pane.shown is not None)
        assert [bubble.text.text() for bubble in view.pane.bubbles] == ["Hoe lang duurt dit?"]
        view.seeing.timeout.emit()
        author.settle(lambda: not view.pane.shown.is_unread)  # type: ignore[union-attr]
        view.pane.reply.field.setPlainText("Twee uur per les.")
        view.pane.reply.submit()
        author.settle(lambda: view.is_settled and len(view.pane.bubbles) == 2)
        sync(author)
        sync(reader)
        (mine,) = do(reader, lambda kb: kb.feedback.mine())
        assert mine.state == "answered"
        assert mine.messages == 2
        sync(author)
        author.settle(lambda: view.is_settled)
        assert [bubble.message.state for bubble in view.pane.bubbles] == ["accepted", "accepted"]
