"""The loop between a reader and an author: two real windows, the real archive, and a mail server between them."""

import email
import hashlib
import json
import socket
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kennisbank.archive.mail.smtp_post import SmtpPost
from kennisbank.archive.people.contacts import Contacts
from kennisbank.bootstrap import Kennisbank, open_kennisbank
from kennisbank.config.settings import Settings
from kennisbank.domain.contribution import Contribution
from kennisbank.ui.controllers.archive_reading import ArchiveReading
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.main_window import MainWindow
from kennisbank.ui.reader.selection import Selection, TextPoint
from kennisbank.ui.views.inbox import InboxView
from kennisbank.ui.views.reader import ReadingView
from kennisbank.ui.workers import TaskRunner
from tests.pdfs import simple_pdf
from tests.real_archive import RealArchive, running_archive
from tests.ui.recipes.recipe import Stage

SENTENCE = "Het aanpassen kostte gemiddeld twee uur per les."
PAGES = ["Lesmateriaal delen", f"Uit gesprekken bleek dit. {SENTENCE} Daarna werd het beter."]
READER, AUTHOR, MAINTAINER = "saar@school.example", "vera@uni.example", "bas@archief.example"
TEXT, ANSWER = "Welke aanpassing kostte de meeste tijd? Zeepaardje.", "Het zoeken van voorbeelden. Wolkenkrabber."


class Inbox:
    """The mail server of everybody: it keeps what it gets."""

    def __init__(self) -> None:
        self.received: list[tuple[list[str], bytes]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.received.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        found = [email.message_from_bytes(data, policy=default) for people, data in self.received if address in people]
        return [each for each in found if isinstance(each, EmailMessage)]


@pytest.fixture
def mail() -> Iterator[tuple[Inbox, SmtpPost]]:
    """Run a mail server, and give what it gets and the way to it."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=_free_port())
    controller.start()
    try:
        yield inbox, SmtpPost(f"smtp://127.0.0.1:{controller.port}?starttls=0")
    finally:
        controller.stop()


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[str], Stage]]:
    """Return a function that opens a window on a library of its own; the name is that of its home."""
    open_ones: list[tuple[TaskRunner, Session, MainWindow]] = []

    def opened(name: str) -> Stage:
        tasks = TaskRunner()
        session = Session(tasks, open_kennisbank, settings=Settings(sync_on_start=False, sync_every_minutes=0))
        window = MainWindow(session)
        open_ones.append((tasks, session, window))
        window.resize(1440, 900)
        window.show()
        session.open(tmp_path / name)
        stage = Stage(window, session)
        stage.settle(lambda: session.is_open)
        return stage

    yield opened
    for tasks, session, window in open_ones:
        tasks.shut_down()
        session.close()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_feedback_on_a_sentence_is_written_offline_answered_and_seen_to_be_adopted(
    open_window: Callable[[str], Stage], mail: tuple[Inbox, SmtpPost], tmp_path: Path
) -> None:
    inbox, post = mail
    port, folder = _free_port(), tmp_path / "archive"
    reader, author = open_window("reader"), open_window("author")
    with running_archive(folder, post=post, port=port) as served:
        _publish(served, tmp_path)
        for stage, address, name in ((reader, READER, "Saar Bovenkamp"), (author, AUTHOR, "Vera Vink")):
            _log_in(stage, served, address, name)
        paper = _paper(author)
        _do(author, lambda kb: kb.inbox.claim(paper.id, "Vera Vink"))
        _sync(author)
        assert [each.state for each in _do(author, lambda kb: kb.inbox.claims())] == ["granted"]
        served.world.courier.deliver()
        inbox.received.clear()

    # Offline: the sentence is selected, and the sheet stands beside it.
    syncing = Syncing.of(reader.session)
    syncing.sync()
    reader.settle(lambda: not syncing.is_running and ArchiveReading.of(reader.session).is_settled)
    reader.session.go("reader", contribution=_paper(reader).id, page=2)
    view = reader.window.view("reader")
    assert isinstance(view, ReadingView)
    reader.settle(lambda: view.feedback is not None and view.feedback.contribution is not None)
    feedback = view.feedback
    assert feedback is not None
    start = _raw_text(reader).index(SENTENCE)
    feedback._pane.view.select(Selection(TextPoint(1, start), TextPoint(1, start + len(SENTENCE))))
    feedback.begin_on_passage()
    sheet = feedback.side.sheet
    reader.settle(lambda: sheet.drafting.draft is not None)
    sheet.body.message.setPlainText(TEXT)
    reader.settle(lambda: sheet.drafting.saving == "saved")
    assert sheet.situation == "offline"
    sheet.send()
    reader.settle(lambda: [row.state for row in _mine(reader)] == ["queued"])
    (row,) = _mine(reader)

    with running_archive(folder, post=post, port=port) as served:
        _sync(reader)
        assert [each.state for each in _mine(reader)] == ["sent"]
        served.world.courier.deliver()
        (letter,) = inbox.to(AUTHOR)
        assert "Lesmateriaal delen" in letter.get_content()
        for secret in ("Zeepaardje", "Saar", READER):
            assert secret not in letter.as_string()
        _maintainer_knows_nothing(served)

        # The author reads it at the sentence, and adopts it.
        _sync(author)
        author.session.go("inbox")
        postvak = author.window.view("inbox")
        assert isinstance(postvak, InboxView)
        author.settle(lambda: postvak.is_settled and postvak.pane.shown is not None)
        thread = postvak.pane.shown
        assert thread is not None
        assert [message.text for message in thread.messages] == [TEXT]
        assert thread.messages[0].name == "Saar Bovenkamp"
        assert thread.anchor is not None
        assert thread.anchor.quote is not None
        assert thread.anchor.quote.exact == SENTENCE
        assert thread.anchor.page == 2
        assert thread.id != row.id
        postvak.seeing.timeout.emit()
        author.settle()
        reply = postvak.pane.reply
        reply.field.setPlainText(ANSWER)
        reply.choices["adopted"].setChecked(True)
        reply.version.setText("2")
        reply.submit()
        author.settle(lambda: postvak.is_settled and postvak.pane.shown.state == "adopted")  # type: ignore[union-attr]
        _sync(author)
        _sync(author)  # a second time changes nothing

        _sync(reader)
        seen = _do(reader, lambda kb: kb.feedback.thread(row.id))
        assert (seen.state, seen.version) == ("adopted", "2")
        assert [(each.by, each.text) for each in seen.messages] == [("reader", TEXT), ("author", ANSWER)]
        assert {"read", "adopted"} <= {step.state for step in seen.steps}
        reader.session.go("reader", contribution=seen.contribution, thread=row.id)
        reader.settle(feedback.side.isVisible)
        _maintainer_knows_nothing(served)
        _logs_know_nothing(tmp_path)


def _publish(served: RealArchive, folder: Path) -> None:
    """Publish one paper, and tell the archive where its author is written to."""
    pdf = simple_pdf(folder / "paper.pdf", PAGES)
    digest = hashlib.sha256(pdf.read_bytes()).hexdigest()
    served.archive.take_file(pdf, digest)
    file = {
        "hash": digest,
        "name": "paper.pdf",
        "role": "paper",
        "media_type": "application/pdf",
        "size": pdf.stat().st_size,
        "version": 1,
        "is_current": True,
        "pages": 2,
    }
    author = {"name": "Vera Vink", "family": "Vink", "given": "Vera", "affiliation": "Uni"}
    served.put(record="p1", title="Lesmateriaal delen", authors=[author], year=2025, files=[file])
    with served.archive.write() as tx:
        Contacts(tx.connection).put("p1", ["Vera Vink"], [AUTHOR])


def _log_in(stage: Stage, served: RealArchive, address: str, name: str) -> None:
    code = served.code(address, name=name)
    reading = ArchiveReading.of(stage.session)
    _do(stage, lambda kb: kb.accounts.connect(served.url))
    reading.read()
    stage.settle(lambda: reading.facts.link is not None)
    _sync(stage)
    paper = _paper(stage)
    _do(stage, lambda kb: kb.downloading.want([paper.id]))
    _do(stage, lambda kb: kb.downloading.run())
    _do(stage, lambda kb: kb.accounts.log_in(address, code, "laptop"))
    reading.read()
    stage.settle(lambda: reading.facts.account is not None)
    _sync(stage)


def _do(stage: Stage, job: Callable[[Kennisbank], Any]) -> Any:
    """Have something done off the window's thread, as the window does it; what it changed goes round."""
    done: list[Any] = []
    failed: list[Exception] = []
    kennisbank = stage.session.kennisbank
    stage.session.tasks.write(stage.window, lambda _ctx: job(kennisbank), done.append, failed.append)
    stage.settle(lambda: bool(done or failed))
    if failed:
        raise failed[0]
    return done[0]


def _sync(stage: Stage) -> None:
    syncing = Syncing.of(stage.session)
    syncing.sync()
    stage.settle(lambda: not syncing.is_running)
    assert syncing.error is None


def _paper(stage: Stage) -> Contribution:
    (found,) = _do(stage, lambda kb: kb.catalogue.all())
    assert isinstance(found, Contribution)
    return found


def _mine(stage: Stage) -> Any:
    return _do(stage, lambda kb: kb.feedback.mine())


def _raw_text(stage: Stage) -> str:
    file = _paper(stage).current_files[0]
    return str(_do(stage, lambda kb: kb.reading.page_text(file.hash, 2)).text)


def _maintainer_knows_nothing(served: RealArchive) -> None:
    """Ask everything that a maintainer may ask, and look for the reader's words and name in it."""
    client = served.world.client_at("127.0.0.1")
    session = client.post("/v1/sessions", json={"mail": MAINTAINER, "code": served.code(MAINTAINER, "maintainer")})
    token = {"Authorization": f"Bearer {session.json()['access']}"}
    for path in ("desk", "desk/counts", "audit", "changes?since=0", "mailbox?after=0"):
        answer = client.get(f"/v1/{path}", headers=token)
        assert answer.status_code == 200, (path, answer.text)
        for secret in ("Zeepaardje", "Wolkenkrabber"):
            assert secret not in answer.text, path
    waiting = client.get("/v1/desk?list=unanswered", headers=token).text
    assert "Saar" not in waiting
    assert "Saar" not in json.dumps(client.get("/v1/audit", headers=token).json())


def _logs_know_nothing(folder: Path) -> None:
    for log in folder.rglob("*.log*"):
        said = log.read_text(encoding="utf-8", errors="replace")
        for secret in ("Zeepaardje", "Wolkenkrabber", READER, AUTHOR):
            assert secret not in said, log


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
