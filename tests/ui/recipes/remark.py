"""Pictures of what somebody says to the maintainer."""

from dataclasses import replace
from typing import Any

from kennisbank.domain.remarks import Remark
from kennisbank.domain.syncing import Waiting
from kennisbank.ui.views.remark import RemarkView
from tests.fake_desk import FakeRemarks
from tests.ui.recipes.archive import at, before, connected, in_, some_waiting
from tests.ui.recipes.recipe import Recipe, Stage


def remark_view(stage: Stage) -> RemarkView:
    view = stage.window.view("remark")
    assert isinstance(view, RemarkView)
    return view


def at_remark(stage: Stage, *said: Remark) -> RemarkView:
    connected(stage, in_())
    services: dict[str, Any] = {"remarks": FakeRemarks(list(said), stage.session.kennisbank.drafts)}  # type: ignore[arg-type]
    stage.session._kennisbank = replace(stage.session.kennisbank, **services)
    stage.session.go("remark")
    view = remark_view(stage)
    stage.settle(lambda: view.is_settled)
    return view


def empty(stage: Stage) -> None:
    at_remark(stage)


def waits(stage: Stage) -> None:
    view = at_remark(
        stage,
        Remark("r1", "remark", before(days=2), state="accepted"),
        Remark("r2", "remark", before(hours=1), "Het artikel over robots staat bij de verkeerde editie.", "Anna", "06"),
        Remark("r3", "newsletter", before(days=1), mail="anna@", state="failed", reason="invalid"),
    )
    view.remark.submit()


def nobody(stage: Stage) -> None:
    stage.session.go("remark")
    stage.settle(lambda: remark_view(stage).is_settled)


def outbox(stage: Stage) -> None:
    """Where all that waits stands, the remark among it."""
    waits = some_waiting()
    waits.waits.append(
        Waiting("r1", "act", "r1", "Het artikel over robots staat bij de verkeerde editie.", "added", before(hours=2), "queued", act="remark")
    )  # fmt: skip
    waits.waits.append(Waiting("r2", "act", "r2", "", "added", before(days=2), "failed", "invalid", act="newsletter"))
    waits.waits.append(Waiting("c1", "act", "c1", "Dank je, dit werkt ook in vmbo.", "added", before(hours=3), "queued", act="comment"))  # fmt: skip
    connected(stage, in_(), waits)
    view = at(stage, "waiting")
    stage.settle(lambda: len(view.waiting.cards.cards) == 6)


def recipes() -> list[Recipe]:
    return [
        Recipe("remark", empty),
        Recipe("remark-waits", waits),
        Recipe("remark-nobody", nobody),
        Recipe("remark-outbox", outbox),
    ]
