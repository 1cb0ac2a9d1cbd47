"""A maintainer hides a comment where it stands: everybody sees why, and nothing disappears in silence."""

from pathlib import Path

from kennisbank.ui.views.details import DetailsView
from kennisbank.ui.voices.comment_card import CommentCard
from kennisbank.ui.voices.panel import VoicesPanel
from tests.real_archive import running_archive
from tests.ui.archive_window import do, log_in, sync, window_on


def test_a_comment_is_hidden_where_it_stands_with_its_reason_for_everybody(plain_look: None, tmp_path: Path) -> None:
    with running_archive(tmp_path / "archive") as served:
        served.put(record="p1", title="Robots in de klas")
        with window_on(tmp_path / "reader") as reader:
            log_in(reader, served, "saar@school.example", "Saar")
            (paper,) = do(reader, lambda kb: kb.catalogue.all())
            do(reader, lambda kb: kb.voices.comment(paper.id, "Koop mijn robots."))
            sync(reader)
        with window_on(tmp_path / "maintainer") as stage:
            log_in(stage, served, "bas@archief.example", "Bas", "maintainer")
            (paper,) = do(stage, lambda kb: kb.catalogue.all())
            stage.session.go("details", contribution=paper.id)
            view = stage.window.view("details")
            assert isinstance(view, DetailsView)
            panel = view.findChild(VoicesPanel)
            assert isinstance(panel, VoicesPanel)
            stage.settle(lambda: bool(panel.comments.cards))
            (card,) = panel.comments.cards
            assert isinstance(card, CommentCard)
            card.begin("hide")
            card.field.sent.emit("Reclame hoort hier niet.")
            stage.settle(lambda: bool(do(stage, lambda kb: kb.voices.comments(paper.id))[0].gone))
            (seen,) = do(stage, lambda kb: kb.voices.comments(paper.id))
            assert (seen.gone, seen.text, seen.words) == ("hidden", "", "Reclame hoort hier niet.")
        with window_on(tmp_path / "reader") as reader:
            sync(reader)
            (seen,) = do(reader, lambda kb: kb.voices.comments(paper.id))
            assert (seen.gone, seen.text, seen.words) == ("hidden", "", "Reclame hoort hier niet.")
