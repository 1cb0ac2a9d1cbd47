"""Postvak in: what readers write to the authors, per contribution; and becoming known as an author."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.correspondence import Attachment, InboxFolder, Notice
from kennisbank.domain.ids import ContributionId
from kennisbank.ui.controllers.links import LinkOpening
from kennisbank.ui.controllers.syncing import Syncing
from kennisbank.ui.inbox.author_facts import AuthorFacts, AuthorReading
from kennisbank.ui.inbox.claims_page import ClaimsPage
from kennisbank.ui.inbox.inbox_acts import InboxActs
from kennisbank.ui.inbox.inbox_reading import PAGE, InboxReading, ListRead, ThreadRead
from kennisbank.ui.inbox.list_pane import FOLDERS, ListPane
from kennisbank.ui.inbox.notice_strip import NoticeStrip
from kennisbank.ui.inbox.passage_finding import Passage
from kennisbank.ui.inbox.passage_pane import PassagePane
from kennisbank.ui.inbox.reply_box import Reply
from kennisbank.ui.inbox.thread_pane import ThreadPane
from kennisbank.ui.look import px
from kennisbank.ui.messages import message_for
from kennisbank.ui.views.view import View, focus_into
from kennisbank.ui.widgets.layouts import Column
from kennisbank.ui.widgets.panes import LEFT_FOLDS_BELOW, RAIL, Panes
from kennisbank.ui.widgets.scroll import Scroll

_SEEN_MS = 1500
"""So long a thread must have been shown to count as read."""
_SCHEMES = frozenset(("http", "https", "mailto"))


class InboxView(View):
    """State: ``folder``, ``contribution`` it is narrowed to, ``thread``, ``section`` (``claims``: one's own papers)."""

    @override
    def build(self) -> Iterator[None]:
        session = self.session
        self.reading, self._facts = InboxReading(session, self), AuthorReading.of(session)
        self._acts = InboxActs.of(session)
        self._folder: InboxFolder = "open"
        self._contribution: ContributionId | None = None
        self._limit, self._wanted, self._wants_claims = PAGE, "", False
        self._current = ""
        self._titles: dict[ContributionId, str] = {}
        yield
        self.list = ListPane()
        yield
        self.pane = ThreadPane()
        yield
        self.passage = PassagePane(
            lambda document, index, scale, night: session.kennisbank.reading.render(document, index, scale, night=night)
        )
        yield  # for the last time: from here on it hears of facts
        self._facts.shown.connect(self._on_facts)  # before the page of claims hears of it: it may go out of sight
        self.claims, self.notices = ClaimsPage(session), NoticeStrip(self._title_of)
        self.panes_ = Panes(self.pane, left=self.list, right=self.passage, left_width=400, right_width=368)
        self._stack = QStackedWidget()
        self.seeing = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._on_facts(self._facts.facts)

    def _lay_out(self) -> None:
        for widget in (Scroll(self.claims), self.panes_):
            self._stack.addWidget(widget)
        column = Column(self, spacing=0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        session, acts = self.session, self._acts
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self.reading.listed.connect(self._on_listed)
        self.reading.opened.connect(self._on_thread)
        self.reading.gone.connect(self._on_gone)
        self.reading.found.connect(self._on_found)
        self.list.folder_chosen.connect(self._choose_folder)
        self.list.contribution_chosen.connect(self._narrow)
        self.list.claims_asked.connect(lambda: self._show_claims(is_shown=True))
        self.claims.threads_asked.connect(lambda: self._show_claims(is_shown=False))
        self.list.list.chosen.connect(self._open)
        self.list.list.entered.connect(self._enter)
        self.list.list.clicked.connect(lambda _index: self._show_thread())
        self.panes_.shown_changed.connect(self._on_panes)
        self.list.list.more_asked.connect(self._on_more)
        thread, reply = self.pane, self.pane.reply
        reply.sent.connect(self._send)
        reply.typed.connect(acts.keep_draft)
        reply.half_typed.connect(acts.keep_half)
        reply.file_chosen.connect(self._attach)
        thread.maintainer.typed.connect(acts.keep_question)
        reply.reopened.connect(acts.reopen)
        asking = thread.maintainer
        asking.asked.connect(lambda thread, words: acts.ask_maintainer(thread, words, asking.was_asked))
        thread.fetch_asked.connect(self._fetch)
        thread.link_asked.connect(self._open_link)
        thread.taken_back.connect(self._take_back)
        thread.retry_asked.connect(acts.retry)
        thread.head.list_asked.connect(self._back_to_list)
        thread.head.passage_toggled.connect(self._toggle_passage)
        self.passage.open_asked.connect(self._open_paper)
        self.passage.versions.handed_in.connect(self._hand_in)
        self.passage.versions.taken_back.connect(acts.take_back_version)
        self.notices.dismissed.connect(acts.dismiss)
        acts.taking_back.connect(reply.make_way)
        self.seeing.timeout.connect(self._on_seen)
        Syncing.of(session).changed.connect(self._on_syncing)
        for keys, action in (
            ("Ctrl+M", self._toggle_passage),
            ("Ctrl+B", self._toggle_list),
            ("Esc", self._back_to_list),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    @property
    def is_settled(self) -> bool:
        """Tell whether all that was asked for is shown."""
        return self.reading.is_settled and self._facts.is_settled

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Inbox"))
        for part in (self.list, self.pane, self.passage, self.claims, self.notices):
            part.retranslate()
        if self.pane.shown is None:
            self.pane.show_nothing(self.tr("Choose a thread at the left."))

    @override
    def focus_first(self) -> None:
        if self._stack.currentIndex() == 0:
            self.claims.focus_first()
        elif self.list.isVisible() and self.list.list.isVisible():
            self.list.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            focus_into(self.panes_)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        top = (self.notices,) if not self.notices.isHidden() else ()
        if self._stack.currentIndex() == 0:
            return (*top, self._stack.widget(0))
        left = (self.list,) if self.panes_.is_left_shown else ()
        right = (self.passage,) if self.panes_.is_right_shown else ()
        return (*top, *left, *self.pane.parts, *right)

    @override
    def state(self) -> Mapping[str, object]:
        thread = self._current or self._wanted
        section = "claims" if self._wants_claims else ""
        return {"folder": self._folder, "contribution": self._contribution, "thread": thread, "section": section}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        if state.get("folder") in FOLDERS:
            self._folder = cast("InboxFolder", state["folder"])
        if "contribution" in state:
            contribution = state["contribution"]
            self._contribution = ContributionId(str(contribution)) if contribution else None
        if "section" in state:
            self._wants_claims = state["section"] == "claims"
        self._wanted = str(state.get("thread") or self._wanted)
        self._load()

    @override
    def refresh(self) -> None:
        self._load()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin_seeing()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seeing.stop()

    # Reading

    def _on_opened(self) -> None:
        self._current = ""
        self.pane.show_nothing(self.tr("Choose a thread at the left."))
        self.passage.show_thread(None)
        self._load()

    def _load(self) -> None:
        if self.session.is_open and self._facts.facts.name:
            self.reading.list(self._folder, self._contribution, self._limit)

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.ids("mailbox") and not changes.ids("act"):
            return
        if self.isVisible():
            self._load()
        if self._current:
            self.reading.open(self._current)

    def _on_facts(self, facts: AuthorFacts) -> None:
        is_first = facts.has_threads and self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if facts.has_threads and not self._wants_claims else 0)
        self.notices.show_notices(facts.notices)
        self.passage.show_submissions(facts.submissions)
        if is_first or not facts.name:
            self._load()

    def _on_listed(self, read: ListRead) -> None:
        self._titles = {each: title for each, title, _edition in read.contributions}
        self.list.show_read(read)
        threads = self.list.list
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            if not threads.go_to(wanted):
                self._open(wanted)
        elif self.pane.shown is None and threads.rows.threads:
            threads.go_to(threads.rows.threads[0].id)
            if self._is_narrow:
                self._back_to_list()

    def _on_thread(self, read: ThreadRead) -> None:
        thread = read.thread
        if thread.id != self._current:
            return
        is_new = self.pane.shown is None or self.pane.shown.id != thread.id
        before = self.pane.shown
        self.list.show_thread(thread)
        self.pane.show_thread(thread, read.draft, self._facts.facts.name, read.begun)
        self.passage.show_thread(thread)
        self.passage.show_submissions(self._facts.facts.submissions)
        if is_new or before is None or before.state != thread.state or before.anchor != thread.anchor:
            self.reading.find(thread)
        self._begin_seeing()

    def _on_found(self, thread: str, passage: Passage) -> None:
        if self.pane.shown is not None and self.pane.shown.id == thread:
            self.passage.clip.night_paper = self.session.settings.night_paper
            self.passage.show_passage(passage)

    def _on_gone(self, thread: str) -> None:
        if self._current == thread:
            self._current = ""
            self.pane.show_nothing(self.tr("This thread is no longer here."))
            self.passage.show_thread(None)

    def _on_syncing(self) -> None:
        is_offline = Syncing.of(self.session).is_offline
        if is_offline != self.pane.reply.is_offline:
            self.pane.reply.is_offline = is_offline
            self.pane.reply.retranslate()

    def _title_of(self, notice: Notice) -> str:
        known = {claim.contribution: claim.title for claim in self._facts.facts.claims} | self._titles
        return known.get(notice.contribution, "") if notice.contribution is not None else ""

    # Going about

    def _choose_folder(self, folder: InboxFolder) -> None:
        self._folder, self._limit = folder, PAGE
        self._load()

    def _narrow(self, contribution: ContributionId | None) -> None:
        self._contribution, self._limit = contribution, PAGE
        self._load()

    def _on_more(self) -> None:
        self._limit += PAGE
        self._load()

    def _show_claims(self, *, is_shown: bool) -> None:
        self._wants_claims = is_shown
        self._stack.setCurrentIndex(0 if is_shown or not self._facts.facts.has_threads else 1)
        self.focus_first()

    def _open(self, thread: str) -> None:
        self._current = thread
        self.reading.leave()
        self.seeing.stop()
        self.pane.reply.clear()
        self.reading.open(thread)

    def _enter(self) -> None:
        self._show_thread()
        self.pane.focus_answer()

    @property
    def _is_narrow(self) -> bool:
        """Tell whether list and thread take turns."""
        return self.width() + px(RAIL) < px(LEFT_FOLDS_BELOW)

    def _show_thread(self) -> None:
        """Give the room to the thread, where there is none for the list too."""
        self.pane.show()
        if self._is_narrow:
            self.panes_.show_left(is_shown=False)
        self._begin_seeing()

    def _on_panes(self) -> None:
        self.pane.head.back.setVisible(not self.panes_.is_left_shown)
        if not self._is_narrow or not self.panes_.is_left_shown:
            self.pane.show()

    def _toggle_passage(self) -> None:
        self.panes_.show_right(is_shown=not self.panes_.is_right_shown)

    def _toggle_list(self) -> None:
        if self.panes_.is_left_shown:
            self.panes_.show_left(is_shown=False)
        else:
            self._back_to_list()

    def _back_to_list(self) -> None:
        self.panes_.show_left(is_shown=True)
        self.pane.setVisible(not self._is_narrow)
        self.list.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin_seeing(self) -> None:
        thread = self.pane.shown
        if thread is not None and thread.is_unread and self.pane.isVisible():
            self.seeing.start()

    def _on_seen(self) -> None:
        thread = self.pane.shown
        if thread is not None and thread.is_unread and self.window().isActiveWindow():
            self._acts.seen(thread.id)
        elif thread is not None and thread.is_unread:
            self.seeing.start()  # nobody looks at this window now

    def _open_paper(self) -> None:
        thread, passage = self.pane.shown, self.passage.passage
        if thread is None:
            return
        place: dict[str, object] = {"title": thread.title}
        if passage is not None and passage.hits:
            place |= {"hits": passage.hits, "current": 0}
        elif passage is not None and passage.document is not None:
            place |= {"file": passage.document.file.hash, "page": passage.page}
        self.session.go("reader", contribution=thread.contribution, **place)

    # Acting

    def _send(self, reply: Reply) -> None:
        self._acts.reply(reply, lambda: self.pane.reply.was_sent(reply.thread, reply.text))

    def _attach(self, thread: str, path: Path | None) -> None:
        refuse = self.pane.reply.refuse_file
        self._acts.attach(thread, path, lambda error: refuse(thread, str(message_for(error))))

    def _take_back(self, message: str) -> None:
        if self.pane.shown is not None:
            self._acts.take_back(self.pane.shown.id, message)

    def _hand_in(self, contribution: ContributionId, path: Path, words: str) -> None:
        versions = self.passage.versions
        self._acts.hand_in(contribution, path, words, versions.forget, versions.fail)

    def _fetch(self, attachment: Attachment) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        # The name came from outside: nothing of it but its last part says where the file goes.
        name = Path(attachment.name.replace("\\", "/")).name or "bijlage"
        target, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the file"), str(Path(folder) / name))
        if target:
            self._acts.fetch(attachment, Path(target))

    def _open_link(self, address: str) -> None:
        url = QUrl(address)
        if LinkOpening.of(self.session).open(address):
            return
        if url.scheme().lower() in _SCHEMES:
            QDesktopServices.openUrl(url)
        else:
            self.session.tell(self.tr("This link leads to a file or a program, and was not followed."))
