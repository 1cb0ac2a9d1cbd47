"""The details of one contribution: every field with its source, mended in place; its files and their versions."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution, ContributionFile
from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.domain.recognition import ScanCounts
from kennisbank.errors import NotFoundError
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.collecting import Collectable
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.metadata_saving import MetadataSaving
from kennisbank.ui.controllers.reading_states import ReadingStates
from kennisbank.ui.feedback.side import FeedbackSide
from kennisbank.ui.inbox.author_card import AuthorCard
from kennisbank.ui.language import clock, day
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.scan_words import ScanWords
from kennisbank.ui.views.details_links import DetailsLinks
from kennisbank.ui.views.search_related import RelatedList
from kennisbank.ui.views.view import View
from kennisbank.ui.voices.panel import VoicesPanel
from kennisbank.ui.widgets.add_to_dossier import AddToDossier
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card, EmptyState
from kennisbank.ui.widgets.cite_button import CiteButton
from kennisbank.ui.widgets.details_facts import DetailsFacts
from kennisbank.ui.widgets.details_files import DetailsFiles
from kennisbank.ui.widgets.download_stand import DownloadStand
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row, laid_out_once
from kennisbank.ui.widgets.metadata_form import MetadataForm
from kennisbank.ui.widgets.reading_mark import ReadingMarkButton
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text


class DetailsView(View):
    """One contribution, shown or being mended; `show_state` says which."""

    @override
    def build(self) -> Iterator[None]:
        session = self.session
        self._saving = MetadataSaving(session, self)
        self._id, self._begins_claim, self._wants_voices = "", False, False
        self._contribution: Contribution | None = None
        self._reading: JobContext | None = None
        self._over, self._heading = Text(size=12, tone="text_2"), Text(size=20, strong=True, wraps=True)
        self._when = Text(size=12, tone="text_2", wraps=True)
        self.read, self.edit = Button("", "primary"), Button("", "secondary", icon_name="pencil")
        self.collect = AddToDossier(session, lambda: Collectable((ContributionId(self._id),)) if self._id else None)
        self.feedback = Button("", "secondary", icon_name="feedback")
        self.cite = CiteButton(session, lambda: (ContributionId(self._id),) if self._id else ())
        self.save = Button("", "primary", key_hint="Ctrl Enter")
        self.leave = Button("", "quiet", key_hint="Esc")
        yield
        self.facts, self.files, self.form = DetailsFacts(), DetailsFiles(), MetadataForm(is_long=True)
        yield
        self._form_card = Card()
        Column(self._form_card, margins=(20, 20, 20, 20)).addWidget(self.form)
        self._files_heading = Text(size=15, strong=True)
        self.scans, self._counts = Text(tone="text_2", wraps=True), ScanCounts()
        self.links, self.related = DetailsLinks(session), RelatedList(session)
        yield
        self.voices = VoicesPanel(session)
        yield
        self.mark = ReadingMarkButton(session, lambda: ContributionId(self._id) if self._id else None)
        self.stand = DownloadStand(session, self._to_fetch)
        self.stand.changed.connect(self._show_reading)
        self.remove_here = Button("", "quiet", icon_name="trash")
        self.author = AuthorCard(session)
        self._nothing = EmptyState("info")
        yield
        self._stack = QStackedWidget()
        self._scroll = self._page()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._nothing)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._stack)
        self._splitter.setCollapsible(0, False)
        self.side = FeedbackSide(session, self._splitter)
        Column(self).addWidget(self._splitter)
        yield
        self._connect()
        self._show_mode(is_editing=False)
        self.retranslate()

    @property
    def is_editing(self) -> bool:
        """Tell whether the fields can be typed in."""
        return not self._form_card.isHidden()

    @override
    def title(self) -> str:
        return self._heading.text() or self.accessibleName()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Details"))
        self._over.setText(self.tr("Contribution"))
        self.read.setText(self.tr("Read"))
        self.edit.setText(self.tr("Edit"))
        self.feedback.setText(self.tr("Feedback to the authors"))
        self.save.setText(self.tr("Save"))
        self.leave.setText(self.tr("Leave as it was"))
        self.remove_here.setText(self.tr("Remove from this computer"))
        self.remove_here.setToolTip(self.tr("Makes room. What you wrote stays, and the paper can be had again."))
        self._files_heading.setText(self.tr("Files"))
        self.author.retranslate()
        self.links.retranslate()
        self.related.retranslate()
        self.voices.retranslate()
        self._nothing.set_words(
            self.tr("This contribution is no longer in the library."),
            self.tr("Browse"),
            self.tr("It may have been taken out with an import that was undone."),
        )
        if self._contribution is not None:
            self._show_words(self._contribution)

    @override
    def focus_first(self) -> None:
        if self._stack.currentIndex() == 1:
            self._nothing.button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            target = self.form.title if self.is_editing else self.read
            self._wants_focus = target.isHidden()  # it comes with what is being read
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def state(self) -> Mapping[str, object]:
        return {"contribution": self._id} if self._id else {}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        wanted = str(state.get("contribution", ""))
        self._begins_claim = bool(state.get("author"))
        self._wants_voices = bool(state.get("voices"))
        if wanted and (wanted != self._id or not self.is_editing):
            if wanted != self._id:
                self.side.close_side()
                self._show_mode(is_editing=False)
            self._id = wanted
            self._load()

    def begin_editing(self) -> None:
        """Make the fields fields."""
        if self._contribution is None:
            return
        self.form.show_metadata(self._contribution.metadata)
        self._show_mode(is_editing=True)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()

    def save_now(self) -> None:
        """Save what differs; saving nothing only ends the editing."""
        if not self.is_editing or self._contribution is None or self.form.fault():
            return
        changes = self.form.changes()
        if changes:
            self._saving.save(self._contribution.id, changes, self._end_editing)
        else:
            self._end_editing()

    def _page(self) -> Scroll:
        page = QWidget()
        across = Row(page, margins=(32, 24, 32, 32))
        column = Column(spacing=8)
        buttons = FlowLayout()
        for button in (
            self.read,
            self.stand.button,
            self.mark,
            self.edit,
            self.feedback,
            self.cite,
            self.collect,
            self.author.ask,
            self.remove_here,
            self.save,
            self.leave,
        ):
            buttons.addWidget(button)
        column.add_all(self._over, self._heading, self.stand, 4, buttons)
        column.add_all(self.author, 8, self.facts, self._form_card, 16)
        column.add_all(self._files_heading, self.files, self.scans, self._when, 16, self.voices, 16)
        column.add_all(self.links, 16, self.related, None)
        across.addLayout(column, 1)
        follow(page, lambda: page.setMaximumWidth(px(960)))
        return Scroll(page)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._load)
        session.changed.connect(self._on_changed)
        self._saving.saved.connect(self._show)
        self.voices.arranged.connect(self._on_voices)
        self.read.clicked.connect(lambda: session.go("reader", contribution=self._id))
        self.edit.clicked.connect(self.begin_editing)
        self.feedback.clicked.connect(self._begin_feedback)
        self.side.reopen_asked.connect(
            lambda draft: session.go("reader", contribution=draft.contribution, draft=draft.id)
        )
        self.remove_here.clicked.connect(lambda: Downloads.of(session).remove_here([ContributionId(self._id)]))
        self.save.clicked.connect(self.save_now)
        self.leave.clicked.connect(self._end_editing)
        self.facts.browse_asked.connect(self._browse)
        self.files.read_asked.connect(lambda file: session.go("reader", contribution=self._id, file=file.hash))
        self.files.original_asked.connect(self._open_original)
        self._nothing.asked.connect(lambda: session.go("browse"))
        self.related.chosen.connect(lambda contribution: session.go("details", contribution=contribution))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save_now, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn = QShortcut(QKeySequence("Ctrl+R"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(lambda: ReadingStates.of(session).turn(ContributionId(self._id)))
        self.collect.take_key(self)
        self.cite.take_key(self)
        escape = QShortcut(QKeySequence("Esc"), self._form_card, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._end_editing)

    def _browse(self, facet: str, value: str) -> None:
        """Go to who or what this is, where that has a page of its own; else to all that has it too."""
        if facet == "author":
            self.session.go("person", name=value)
        elif facet == "edition":
            self.session.go("edition", code=value)
        else:
            self.session.go("browse", facet=facet, value=value)

    def _on_changed(self, changes: ChangeSet) -> None:
        files = {file.hash for file in self._contribution.files} if self._contribution is not None else set()
        is_touched = self._id in changes.ids("contribution") or files & changes.ids("text")
        if is_touched and not self.is_editing:
            self._load()

    def _load(self) -> None:
        if not self.session.is_open or not self._id:
            return
        if self._reading is not None:
            self._reading.cancel()
        kennisbank, wanted = self.session.kennisbank, ContributionId(self._id)

        def job(_ctx: JobContext) -> tuple[Contribution, ScanCounts]:
            return kennisbank.catalogue.get(wanted), kennisbank.scans.counts(wanted)

        self._reading = self.session.tasks.read(self, job, self._show_both, self._show_failure)

    def _begin_feedback(self) -> None:
        if self._contribution is not None:
            self.side.write(self._contribution, back=self.feedback)

    def _go_on(self, draft: FeedbackDraft) -> None:
        if self._contribution is not None and draft.contribution == self._contribution.id:
            self.side.go_on(draft, self._contribution)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._contribution = None
            self._stack.setCurrentIndex(1)
        else:
            self.session.failed.emit(error)

    def _show_both(self, read: tuple[Contribution, ScanCounts]) -> None:
        self._counts = read[1]
        self._show(read[0])

    def _show(self, contribution: Contribution) -> None:
        if contribution.id != self._id:
            return
        self._contribution = contribution
        self._stack.setCurrentIndex(0)
        with laid_out_once(self._scroll.page):
            self._show_parts(contribution)
        if self._wants_focus and QApplication.focusWidget() is None:
            self.focus_first()
        self._wants_focus = False

    def _show_parts(self, contribution: Contribution) -> None:
        self.facts.show_metadata(contribution.metadata)
        self.files.show_files(contribution.files)
        self.mark.retranslate()
        self.stand.retranslate()
        self._show_reading()
        self.links.ask(contribution.id)
        self.related.ask(contribution.id)
        self.voices.ask(contribution.id)
        self.author.show_contribution(contribution)
        if self._begins_claim:  # one came here to say so
            self._begins_claim = False
            self.author.begin()
        self._show_words(contribution)

    def _on_voices(self) -> None:
        """Show what readers said, where one came here for that; it stands below all else."""
        if self._wants_voices and self.voices.is_shown_of(ContributionId(self._id)):
            self._wants_voices = False
            QTimer.singleShot(0, self, self._scroll_to_voices)  # once it is laid out

    def _scroll_to_voices(self) -> None:
        page = self._scroll.widget()
        if page is not None:
            self._scroll.verticalScrollBar().setValue(self.voices.mapTo(page, QPoint(0, 0)).y())

    def _show_words(self, contribution: Contribution) -> None:
        self._heading.setText(contribution.metadata.values.title or self.tr("no title yet"))
        self.scans.setText(ScanWords().of_contribution(self._counts))
        self.scans.setVisible(bool(self.scans.text()))
        added = self.tr("Added on %1, %2.")
        changed = self.tr("Last changed on %1, %2.")
        self._when.setText(
            " ".join(
                words.replace("%1", day(moment)).replace("%2", clock(moment))
                for words, moment in ((added, contribution.created), (changed, contribution.updated))
            )
        )

    def _show_mode(self, *, is_editing: bool) -> None:
        edited: tuple[QWidget, ...] = (self.save, self.leave, self._form_card)
        shown: tuple[QWidget, ...] = (self.read, self.mark, self.edit, self.feedback, self.cite, self.collect)
        for widget in edited:
            widget.setVisible(is_editing)
        for widget in (*shown, self.facts, self.voices):
            widget.setVisible(not is_editing)
        self.stand.retranslate()
        self._show_reading()

    def _to_fetch(self) -> ContributionId | None:
        known = self._contribution
        return known.id if known is not None and known.withdrawn is None and not self.is_editing else None

    def _show_reading(self) -> None:
        """Offer to read what is here."""
        known = self._contribution
        self.stand.withdrawn = known.withdrawn if known is not None else None
        self.read.setVisible(not self.is_editing and known is not None and bool(known.files))
        state = self.stand.button.state
        self.remove_here.setVisible(state is not None and state.kind == "here")

    def _end_editing(self) -> None:
        if self.is_editing:
            self._show_mode(is_editing=False)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Offer editions, themes and keywords that the library knows."""
        catalogue = self.session.kennisbank.catalogue

        def job(_ctx: JobContext) -> list[list[str]]:
            return [[each.value for each in catalogue.browse(facet)] for facet in ("edition", "theme", "keyword")]

        self.session.tasks.read(self, job, lambda known: self.form.offer(*known))

    def _open_original(self, file: ContributionFile) -> None:
        kennisbank, wanted = self.session.kennisbank, ContributionId(self._id)
        folder = kennisbank.paths.temporary / "opened"
        self.session.tasks.read(
            self,
            lambda _ctx: kennisbank.reading.take_out(wanted, file.hash, folder),
            lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            self.session.failed.emit,
        )
