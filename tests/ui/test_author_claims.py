"""Becoming known as an author: from the page of a contribution, with a code, and out of it again."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kennisbank.domain.correspondence import Submission
from kennisbank.errors import NotSaidError
from kennisbank.sync.protocol_desk import ErasureProof
from kennisbank.ui.inbox import inbox_acts
from kennisbank.ui.inbox.author_facts import AuthorReading
from kennisbank.ui.views import account_privacy
from kennisbank.ui.views.account_privacy import PrivacyCard
from kennisbank.ui.views.archive import ArchiveView
from kennisbank.ui.views.details import DetailsView
from tests.ui.conftest import MakeStage
from tests.ui.inbox_library import claim, known, log_in, notice, papers, put, settled
from tests.ui.recipes import inbox as recipes
from tests.ui.recipes.recipe import Stage


@pytest.fixture(autouse=True)
def _never_asks_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_acts.Syncing, "sync", lambda _self: None)


def acts(stage: Stage, kind: str) -> list[dict[str, Any]]:
    with stage.session.kennisbank.library.read() as tx:
        return [dict(act.body) for act in tx.acts.all((kind,), ("queued",))]  # type: ignore[arg-type]


def details(stage: Stage) -> DetailsView:
    view = stage.window.view("details")
    assert isinstance(view, DetailsView)
    facts = AuthorReading.of(stage.session)
    facts.read()
    stage.settle(lambda: facts.is_settled)
    return view


def test_somebody_says_on_the_page_of_a_paper_which_author_they_are(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    paper = next(each for each in papers(stage.session.kennisbank) if len(each.metadata.values.authors) > 1)
    second = paper.metadata.values.authors[1].name
    stage.session.go("details", contribution=paper.id)
    view = details(stage)
    assert not view.author.ask.isVisible(), "without an archive there is nobody to say it to"
    log_in(stage.session.kennisbank, second)
    details(stage)
    view.author.show_contribution(paper)
    assert view.author.ask.isVisible()
    view.author.ask.click()
    chosen = view.author._group.checkedButton()
    assert chosen is not None
    assert chosen.text() == second, "the author with the name of who is logged in is the likeliest"
    view.author.send.click()
    stage.settle(lambda: bool(acts(stage, "claim")))
    assert acts(stage, "claim")[0]["author"] == second
    details(stage)
    assert view.author.row is not None
    assert not view.author.ask.isVisible()
    view.author.row.end.click()
    stage.settle(lambda: not acts(stage, "claim"))
    details(stage)
    assert view.author.ask.isVisible()


def test_a_claim_says_how_it_stands_and_takes_its_code_and_its_end(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    recipes.claims(stage)
    view = settled(stage)
    row = view.claims.rows[known("c2")]
    assert "school.example" in row._words.text()
    row.confirm.click()
    assert row.error.isVisible()
    row.code.setText("4711-ABCD")
    QTest.keyClick(row.code, Qt.Key.Key_Return)
    stage.settle(lambda: acts(stage, "claim_code") == [{"claim": known("c2"), "code": "4711-ABCD"}])
    stage.settle(lambda: row.code.text() == "")
    granted = view.claims.rows[known("c1")]
    granted.end.click()
    assert not acts(stage, "withdrawal"), "it is asked once more where it stands"
    granted.sure.click()
    stage.settle(lambda: [each["id"] for each in acts(stage, "withdrawal")] == [known("c1")])
    waiting, refused = view.claims.rows[known("c3")], view.claims.rows[known("c4")]
    assert "maintainer" in waiting._words.text()
    assert "naamgenoot" in refused._words.text()
    assert not refused.end.isVisible()
    assert view.claims.notify.choices["at_once"].isChecked()
    view.claims.notify.choices["daily"].click()
    stage.settle(lambda: [each["when"] for each in acts(stage, "notify")] == ["daily"])


def test_papers_with_ones_name_are_offered_and_nobody_hears_why_there_is_nothing_yet(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    stage.session.go("inbox")
    stage.settle()
    assert "archive" in stage.window.view("inbox").claims._how.text()  # type: ignore[attr-defined]
    recipes.no_claims(stage)
    view = settled(stage)
    stage.settle(lambda: bool(view.claims.papers.buttons))
    places: list[Any] = []
    stage.session.place_requested.connect(places.append)
    view.claims.papers.buttons[0].click()
    assert places[-1].view == "details"
    assert places[-1].state["author"] is True
    stage.settle()


def test_a_notice_is_told_until_it_is_dismissed(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    recipes.fill(stage)
    paper = papers(stage.session.kennisbank)[0]
    put(stage.session.kennisbank, notice("n1", paper, "coauthor_claimed"), notice("n2", paper, "new_code", "Iets."))
    view = settled(stage)
    assert view.notices.isVisible()
    said = set()
    for left in (1, 0):
        said.add(view.notices.accessibleName())
        view.notices.dismiss.click()
        stage.settle(lambda left=left: len(stage.session.kennisbank.inbox.notices()) == left)
        settled(stage)
    assert any(paper.metadata.values.title in each for each in said)
    assert any(each.endswith("Iets.") for each in said), "what is not known yet is told in the archive's own words"
    assert not view.notices.isVisible()


def test_a_new_version_is_handed_in_and_says_what_became_of_it(make_stage: MakeStage, tmp_path: Path) -> None:
    stage = make_stage("example")
    recipes.threads(stage)
    view = settled(stage)
    card, paper = view.passage.versions, papers(stage.session.kennisbank)[0]
    wrong = tmp_path / "virus.exe"
    wrong.write_bytes(b"MZ")
    card.take(wrong)
    card.send.click()
    stage.settle(card.error.isVisible)
    assert not acts(stage, "version")
    file = stage.session.kennisbank.library.files.path(paper.current_files[0].hash)
    right = tmp_path / "nieuw.pdf"
    right.write_bytes(file.read_bytes())
    card.take(right)
    card.words.setPlainText("Tabel 1 verbeterd.")
    card.send.click()
    stage.settle(lambda: [each["words"] for each in acts(stage, "version")] == ["Tabel 1 verbeterd."])
    stage.settle(card._form.isHidden)
    states = {
        "waiting": "Waits for the maintainer.",
        "published": "Published as version 2.",
        "declined": "Not published: Andere titel.",
    }
    for state, words in states.items():
        submission = Submission("s", paper.id, "nieuw.pdf", state, "Andere titel.", 2)
        assert card._state_words(submission) == words


class FakePrivacy:
    """An archive that erases for who types the right code."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask_code(self) -> None:
        self.asked.append("code")

    def erase(self, code: str, *, keeps_notes: bool = False, ctx: object = None) -> ErasureProof:
        del ctx
        if code != "right":
            raise NotSaidError("empty")
        self.asked.append(f"erase {keeps_notes}")
        return ErasureProof(
            "p1", "a1", "2026-11-22T10:00:00+00:00", {"threads": 2}, {"mails": 3, "backups": 1}, "2026-12-22"
        )

    def untold(self) -> list[ErasureProof]:
        return []

    def note_told(self) -> None:
        self.asked.append("told")

    def export(self, target: Path) -> Path:
        target.write_text("{}")
        return target


def test_everything_is_saved_or_erased_with_a_code_and_the_proof_is_kept(
    make_stage: MakeStage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage, privacy = make_stage(), FakePrivacy()
    object.__setattr__(stage.session.kennisbank, "privacy", privacy)
    card = PrivacyCard(stage.session)
    card.show()
    target = tmp_path / "alles.json"
    monkeypatch.setattr(account_privacy.QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    card.export.click()
    stage.settle(target.exists)
    card.erase.click()
    card.send.click()
    stage.settle(lambda: privacy.asked == ["code"])
    card.sure.click()
    assert card.error.isVisible()
    card.code.setText("wrong")
    card.sure.click()
    stage.settle(lambda: card.sure.isEnabled() and card.error.isVisible())
    assert card.proof is None
    card.code.setText("right")
    card.keep.setChecked(True)
    card.sure.click()
    stage.settle(lambda: card.proof is not None)
    stage.settle(lambda: privacy.asked[-2:] == ["erase True", "told"])
    assert "p1" in card._proof_words.text()
    assert "mails that were sent: 3" in card._proof_words.text()
    target.unlink()
    card.save.click()
    stage.settle(target.exists)
    assert json.loads(target.read_text())["id"] == "p1"
    card.deleteLater()


def test_the_inbox_is_reached_from_the_account(make_stage: MakeStage) -> None:
    stage = make_stage("example")
    log_in(stage.session.kennisbank)
    put(stage.session.kennisbank, claim("c1", papers(stage.session.kennisbank)[0]))
    settled(stage)
    stage.session.go("archive", section="account")
    view = stage.window.view("archive")
    assert isinstance(view, ArchiveView)
    stage.settle(view.account.author.isVisible)
    places: list[Any] = []
    stage.session.place_requested.connect(places.append)
    view.account.author.open.click()
    assert (places[-1].view, places[-1].state) == ("inbox", {"section": "claims"})
    stage.settle()
