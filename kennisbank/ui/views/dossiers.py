"""Dossiers: those there are at the left, the chosen one at the right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from kennisbank.domain.ids import ContributionId, DossierId, DossierItemId
from kennisbank.ui.controllers.collecting import Collecting
from kennisbank.ui.controllers.dossier_editing import DossierEditing
from kennisbank.ui.controllers.downloads import Downloads
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px
from kennisbank.ui.models.dossier_list import DossierList
from kennisbank.ui.models.dossier_words import hits_of
from kennisbank.ui.views.dossier_export import ExportPanel
from kennisbank.ui.views.dossier_page import DossierPage
from kennisbank.ui.views.view import View
from kennisbank.ui.widgets.browse_lists import BrowseList, ValueDelegate
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState, Ground
from kennisbank.ui.widgets.cite_button import CiteButton
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.panes import Panes
from kennisbank.ui.widgets.share_panel import SharePanel
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import DossierLine, OpenDossier


class DossiersView(View):
    """A list, or the trash, and a page."""

    def __init__(self, session: Session) -> None:
        """Build the view, on the first dossier."""
        super().__init__(session)
        self._collecting, self.editing = Collecting.of(session), DossierEditing(session, self)
        self._dossier, self._item = "", ""
        self._is_naming = self._is_trash = False
        self.model = DossierList(self)
        self.list, self.page = BrowseList(self.model, ValueDelegate()), DossierPage()
        self.export, self.cite = ExportPanel(session), CiteButton(session, self._to_cite)
        self.page.panels.addWidget(self.export)
        self.page.add_button(self.cite)
        self._heading = Text(size=20, strong=True)
        self.new, self.trash = Button("", "secondary", icon_name="plus"), Button("", "quiet", icon_name="trash")
        self._empty, self._unchosen = EmptyState("folder"), EmptyState()
        self._all, self._right = QStackedWidget(), QStackedWidget()
        self.unfold, self._unfold, self._middle = (
            Button("", "quiet", icon_name="panelleft"),
            QWidget(),
            Ground("surface"),
        )
        self._left = self._make_left()
        self._panes = Panes(self._middle, left=self._left, left_width=304)
        self._lay_out()
        self._unfold.hide()
        self._connect()
        self.retranslate()
        self._show_list()

    @property
    def is_settled(self) -> bool:
        """Tell whether what is shown is what the library holds."""
        return self._collecting.is_settled and self.editing.is_settled

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Dossiers"))
        self._heading.setText(self.tr("Trash") if self._is_trash else self.tr("Dossiers"))
        self.list.setAccessibleName(self._heading.text())
        self.unfold.setText(self.tr("All dossiers"))
        self.unfold.setToolTip(self.tr("Show or hide the list of dossiers (Ctrl+B)"))
        self.new.setText(self.tr("New dossier"))
        self.new.setToolTip(self.tr("Make an empty dossier (Ctrl+N)"))
        self._empty.set_words(
            self.tr("Papers and passages that belong together, in your own order."),
            self.tr("New dossier"),
            self.tr(
                "For a lesson or an article: with your remarks, as a reading pack for your students, with citations."
            ),
        )
        self._unchosen.set_words(self.tr("The trash is empty.") if self._is_trash else "")
        self.page.retranslate()
        self.export.retranslate()
        self._show_trash_words()

    @override
    def focus_first(self) -> None:
        if self._all.currentIndex() == 1:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.page.cards.cards and self._right.currentIndex() == 0:
            self.page.cards.go_to(self.page.cards.current)
        else:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self._panes.panes if self._all.currentIndex() == 0 else (self._empty,)

    @override
    def state(self) -> Mapping[str, object]:
        return {"dossier": self._dossier, "item": self.page.cards.current, "trash": self._is_trash}

    @override
    def show_state(self, state: Mapping[str, object]) -> None:
        self._is_naming = bool(state.get("naming", False))
        self._item = str(state.get("item", ""))
        dossier = str(state.get("dossier", ""))
        if "trash" in state or dossier:
            self._is_trash = bool(state.get("trash", False))
        if dossier and dossier != self._dossier:
            self.page.flush()
            self._dossier = dossier
            self.editing.open(dossier)
        elif self._is_naming:
            self._begin_naming()
        self._show_list()

    # Building

    def _make_left(self) -> Ground:
        left = Ground("window")
        column = Column(left, margins=(0, 16, 0, 8), spacing=8)
        head = QWidget()
        flow = FlowLayout(head)
        follow(head, lambda: flow.setContentsMargins(px(24), px(4), px(16), px(4)))
        flow.addWidget(self._heading)
        flow.addWidget(self.new)
        foot = Row(margins=(16, 0, 16, 0))
        foot.add_all(self.trash, None)
        column.add_all(head, self.list, foot)
        column.setStretchFactor(self.list, 1)
        return left

    def _lay_out(self) -> None:
        top = Row(self._unfold, margins=(16, 8, 16, 0))
        top.add_all(self.unfold, None)
        column = Column(self._middle, spacing=0)
        column.add_all(self._unfold, self._right)
        column.setStretchFactor(self._right, 1)
        self._right.addWidget(self.page)
        self._right.addWidget(self._unchosen)
        self._all.addWidget(self._panes)
        self._all.addWidget(self._empty)
        Column(self).addWidget(self._all)

    def _connect(self) -> None:
        page, editing = self.page, self.editing
        self.session.opened.connect(self._on_opened)
        self._collecting.changed.connect(self._show_list)
        editing.read.connect(self._show)
        editing.gone.connect(self._on_gone)
        editing.made.connect(lambda dossier: self.show_state({"dossier": dossier, "naming": True}))
        editing.touched.connect(self._on_touched)
        editing.stacked.connect(self._show_stack)
        self.list.moved.connect(self._on_row)
        self.list.opened.connect(lambda _row: self._enter_page())
        self.new.clicked.connect(self.create_dossier)
        self._empty.asked.connect(self.create_dossier)
        self.trash.clicked.connect(self._toggle_trash)
        self.unfold.clicked.connect(self._toggle_list)
        self._panes.shown_changed.connect(lambda: self._unfold.setVisible(not self._panes.is_left_shown))
        page.renamed.connect(lambda dossier, name: editing.rename(DossierId(dossier), name))
        page.remarked.connect(lambda dossier, text: editing.remark(DossierId(dossier), text))
        page.item_remarked.connect(
            lambda dossier, item, text: editing.remark_item(DossierId(dossier), DossierItemId(item), text)
        )
        page.left.connect(editing.acts.end_typing)
        page.cards.moved.connect(lambda item, position: editing.move(DossierItemId(item), position))
        page.cards.remove_asked.connect(lambda item: editing.remove(DossierItemId(item)))
        page.cards.opened.connect(self._read_line)
        downloads = Downloads.of(self.session)
        page.cards.tell_downloads(downloads.state)
        downloads.changed.connect(page.cards.show_stands)
        page.nothing.asked.connect(lambda: self.session.go("search"))
        page.export.clicked.connect(self.open_export)
        self.export.closed.connect(lambda: page.export.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cite.take_key(self)
        page.undo.clicked.connect(self.undo)
        page.redo.clicked.connect(self.redo)
        page.trash.clicked.connect(self._to_trash)
        page.share.clicked.connect(self._share)
        page.copy.clicked.connect(lambda: editing.copy(DossierId(self._dossier)))
        page.restore.clicked.connect(lambda: editing.restore(DossierId(self._dossier)))
        for keys, does in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+N", self.create_dossier),
            ("Ctrl+E", self.open_export),
            ("Ctrl+B", self._toggle_list),
        ):
            QShortcut(QKeySequence(keys), self, does, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Acts

    def create_dossier(self) -> None:
        """Make a new dossier and let its name be typed."""
        if self.session.is_open:
            self.page.flush()
            self.editing.create(self.tr("New dossier"))

    def undo(self) -> None:
        """Take back what was done last, also what is still being typed."""
        self.page.flush()
        self.editing.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.page.flush()
        self.editing.redo()

    def open_export(self) -> None:
        """Show what may be copied of the dossier, and offer to export it."""
        dossier = self.page.dossier
        if dossier is not None and dossier.trashed is None and self._right.currentIndex() == 0:
            self.page.flush()
            self.export.open_panel(dossier)

    def _to_cite(self) -> tuple[ContributionId, ...]:
        lines = [card.line for card in self.page.cards.cards]
        return tuple(dict.fromkeys(line.item.contribution for line in lines if line.contribution is not None))

    def _toggle_list(self) -> None:
        """Show or hide the list of dossiers; the keyboard goes where it is shown."""
        self._panes.show_left(is_shown=not self._panes.is_left_shown)
        if self._panes.is_left_shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._enter_page()

    def _to_trash(self) -> None:
        self.page.flush()
        dossier = self.page.dossier
        if dossier is not None:
            self.editing.trash(dossier.id, dossier.name)

    def _share(self) -> None:
        self.page.flush()
        dossier = self.page.dossier
        if dossier is not None:
            SharePanel.of(self.session, self.window()).show_dossier(dossier.id, self.page.share)

    def _toggle_trash(self) -> None:
        self._is_trash = not self._is_trash
        self._dossier = ""
        self.retranslate()
        self._show_list()

    def _read_line(self, line: "DossierLine") -> None:
        """Open the paper at the passage; of one that has gone from the newest version, as it was."""
        anchor = line.anchor
        if anchor is not None and not anchor.pieces:
            anchor = line.item.anchor
        if anchor is None or anchor.page is None:
            self.session.go("reader", contribution=line.item.contribution)
            return
        hits = hits_of(anchor)
        if hits:
            self.session.go("reader", contribution=line.item.contribution, hits=hits, current=0)
        else:
            self.session.go("reader", contribution=line.item.contribution, file=anchor.file, page=anchor.page)

    # Showing

    def _on_opened(self) -> None:
        self._dossier, self._item, self._is_trash = "", "", False
        self.retranslate()

    def _show_list(self) -> None:
        """Follow the dossiers there are: keep the chosen one, else choose the one that took its place."""
        shown = self._collecting.trashed if self._is_trash else self._collecting.dossiers
        before = max(self.list.current_row, 0)
        blocked = QSignalBlocker(self.list)
        self.model.show(shown)
        row = self.model.row_of(self._dossier)
        if row < 0 and shown and (not self._dossier or self._collecting.is_settled):
            row = min(before, len(shown) - 1) if self._dossier else 0
            self._choose(self.model.dossier(row).id)
        self.list.go_to(row)
        del blocked
        has_any = bool(self._collecting.dossiers or self._collecting.trashed)
        self._all.setCurrentIndex(0 if has_any or not self._collecting.is_settled else 1)
        if not shown:
            self._right.setCurrentIndex(1)
        self._show_trash_words()
        self._show_stack()

    def _on_row(self, row: int) -> None:
        if row >= 0 and self.model.dossier(row).id != self._dossier:
            self._choose(self.model.dossier(row).id)

    def _choose(self, dossier: str) -> None:
        self.page.flush()
        self._dossier = dossier
        self.editing.open(dossier)

    def _show(self, opened: "OpenDossier") -> None:
        if opened.dossier.id != self._dossier:
            return
        self.page.show_opened(opened)
        self.export.show_dossier(opened.dossier)
        self.cite.setVisible(opened.dossier.trashed is None)
        self.cite.setEnabled(any(line.contribution is not None for line in opened.lines))
        self.page.export.setEnabled(bool(opened.lines))
        self._right.setCurrentIndex(0)
        self._all.setCurrentIndex(0)
        if self._item:
            self.page.cards.go_to(self._item, takes_focus=self.isVisible())
            self._item = ""
        if self._is_naming:
            self._begin_naming()

    def _begin_naming(self) -> None:
        if self.page.dossier is not None and self.page.dossier.id == self._dossier:
            self._is_naming = False
            self.page.begin_naming()

    def _on_touched(self, dossier: str) -> None:
        if dossier != self._dossier:
            self._is_trash = False
            self._choose(dossier)

    def _on_gone(self) -> None:
        self._dossier = ""
        self._show_list()

    def _enter_page(self) -> None:
        if self.page.cards.cards:
            self.page.cards.go_to(self.page.cards.current)
        else:
            self.page.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stack(self) -> None:
        self.page.undo.setEnabled(self.editing.acts.can_undo)
        self.page.redo.setEnabled(self.editing.acts.can_redo)

    def _show_trash_words(self) -> None:
        count = len(self._collecting.trashed)
        words = self.tr("Trash (%n)", "", count).replace(str(count), number(count))
        self.trash.setText(self.tr("Back to the dossiers") if self._is_trash else words)
        self.trash.setVisible(bool(count) or self._is_trash)
        self._heading.setText(self.tr("Trash") if self._is_trash else self.tr("Dossiers"))
