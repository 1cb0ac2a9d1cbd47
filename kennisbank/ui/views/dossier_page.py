"""The chosen dossier: name and remark typed in place, what can be done with it, and its lines."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from kennisbank.domain.dossier import Dossier
from kennisbank.ui.controllers.drafting import Drafting
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, font, px
from kennisbank.ui.models.audience_words import AudienceWords
from kennisbank.ui.models.dossier_words import trash_words
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import EmptyState
from kennisbank.ui.widgets.dossier_cards import DossierCards
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.metadata_text import MetadataText
from kennisbank.ui.widgets.scroll import Scroll
from kennisbank.ui.widgets.text import Text

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.dossier_places import OpenDossier


class DossierPage(QWidget):
    """One dossier. What is typed is told with the dossier it was typed in, however soon another one is shown."""

    renamed = Signal(str, str)
    """Another name was typed; with the id of the dossier."""
    remarked = Signal(str, str)
    """A remark on the whole was typed; with the id of the dossier."""
    item_remarked = Signal(str, str, str)
    """A remark on a line was typed; with the ids of dossier and line."""
    left = Signal()
    """The keyboard left a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self.name, self.remark = QLineEdit(), MetadataText(most=10)
        self.name_draft, self.remark_draft = Drafting(self.name), Drafting(self.remark)
        self._count, self._trashed = Text(size=12, tone="text_2"), Text(tone="text_2", wraps=True)
        self.export = Button("", "secondary", icon_name="download")
        self.share, self.copy = (
            Button("", "secondary", icon_name="users"),
            Button("", "secondary", icon_name="folderplus"),
        )
        self.undo, self.redo = Button("", "quiet", icon_name="undo"), Button("", "quiet")
        self.trash = Button("", "quiet", icon_name="trash")
        self.restore = Button("", "primary")
        self.buttons = QWidget()
        self.panels = Column(spacing=8)
        self.cards = DossierCards()
        self.nothing = EmptyState("folderplus")
        self._scroll = self._make()
        Column(self).addWidget(self._scroll)
        self._connect()

    @property
    def dossier(self) -> Dossier | None:
        """Return the dossier that is shown."""
        return self._dossier

    def show_opened(self, opened: "OpenDossier") -> None:
        """Show a dossier as it is now."""
        if self._dossier is not None and self._dossier.id != opened.dossier.id:
            self.flush()
            self._scroll.verticalScrollBar().setValue(0)
        self._dossier = opened.dossier
        self.name_draft.show_text(opened.dossier.name)
        self.remark_draft.show_text(opened.dossier.remark)
        is_trashed, is_anothers = opened.dossier.trashed is not None, bool(opened.dossier.creator)
        self.cards.show_lines(opened.lines, is_locked=is_trashed or is_anothers)
        self.cards.setVisible(bool(opened.lines))
        self.nothing.setVisible(not opened.lines and not is_trashed)
        for field in (self.name, self.remark):
            field.setReadOnly(is_trashed or is_anothers)
        self.export.setVisible(not is_trashed)
        for widget in (self.share, self.trash):
            widget.setVisible(not is_trashed and not is_anothers)
        self.copy.setVisible(is_anothers)
        self.restore.setVisible(is_trashed)
        self._trashed.setVisible(is_trashed)
        self._show_words()

    def flush(self) -> None:
        """Hand over what is being typed."""
        for draft in (self.name_draft, self.remark_draft):
            draft.flush()
        self.cards.flush()

    def begin_naming(self) -> None:
        """Let the name be typed, all of it selected."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def add_button(self, button: QWidget) -> None:
        """Put a button before the others, and before them in the order of Tab."""
        self._flow.addWidget(button)
        for each in (self.copy, self.share, self.export, self.undo, self.redo, self.trash):
            self._flow.removeWidget(each)
            self._flow.addWidget(each)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.name.setAccessibleName(self.tr("Name of the dossier"))
        self.remark.setAccessibleName(self.tr("Remark on the dossier"))
        self.remark.setPlaceholderText(self.tr("What this dossier is for"))
        self.export.setText(self.tr("Export"))
        self.export.setToolTip(self.tr("A reading pack as one PDF, as Markdown or as a zip (Ctrl+E)"))
        self.share.setText(self.tr("Share…"))
        self.share.setToolTip(self.tr("Say who else may see this dossier"))
        self.copy.setText(self.tr("Make it mine"))
        self.copy.setToolTip(self.tr("Make a copy of your own, which you can change"))
        self.undo.setText(self.tr("Undo"))
        self.undo.setToolTip(self.tr("Take back what was done last (Ctrl+Z)"))
        self.redo.setText(self.tr("Redo"))
        self.redo.setToolTip(self.tr("Do again what was taken back (Ctrl+Shift+Z)"))
        self.trash.setText(self.tr("To the trash"))
        self.restore.setText(self.tr("Take out of the trash"))
        self.nothing.set_words(
            self.tr("There is nothing in this dossier yet."),
            self.tr("Search"),
            self.tr("“Add to dossier” stands with each paper that you find, browse or read, and with each passage."),
        )
        self.cards.retranslate()
        self._show_words()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the name end the typing, and Escape give it back as it was."""
        if watched is self.name and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take_name(self.name_draft.text)
                self.remark.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self._dossier is not None:
                self.name.setText(self._dossier.name)
                return True
        return False

    def _show_words(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        count = len(dossier.items)
        items = self.tr("%n item(s)", "", count).replace(str(count), number(count))
        whose = self.tr("shared by %1").replace("%1", dossier.creator) if dossier.creator else ""
        words = (items, whose or AudienceWords().of(dossier.shared))
        self._count.setText(" · ".join(each for each in words if each))
        self._trashed.setText(trash_words(dossier))

    def _make(self) -> Scroll:
        page = QWidget()
        self.name.setMaxLength(300)
        follow(self.name, lambda: self.name.setFont(font(20, strong=True)))
        follow(self.name, lambda: self.name.setFixedHeight(px(44)))
        self._flow = flow = FlowLayout(self.buttons)
        follow(self.buttons, lambda: flow.setContentsMargins(px(4), px(4), px(4), px(4)))  # room for the focus ring
        for button in (self.restore, self.copy, self.share, self.export, self.undo, self.redo, self.trash):
            flow.addWidget(button)
        across = Row(page, margins=(24, 16, 24, 24))
        column = Column(spacing=8)
        column.add_all(self._trashed, self.name, self._count, self.remark, self.buttons, self.panels)
        column.add_all(self.cards, self.nothing, None)
        across.addLayout(column, 1)
        follow(page, lambda: page.setMaximumWidth(px(920)))
        return Scroll(page)

    def _connect(self) -> None:
        self.name.installEventFilter(self)
        self.name_draft.typed.connect(self._take_name)
        self.remark_draft.typed.connect(self._take_remark)
        self.cards.remarked.connect(self._take_item_remark)
        self.cards.dragged_near.connect(self._keep_in_sight)
        for signal in (self.name_draft.left, self.remark_draft.left, self.cards.left):
            signal.connect(self.left)
        self.name_draft.left.connect(self._mend_name)

    def _take_name(self, name: str) -> None:
        """Tell of another name; one without letters is waited with."""
        dossier = self._dossier
        if dossier is not None and name.strip() and name != dossier.name:
            self.renamed.emit(dossier.id, name)

    def _mend_name(self) -> None:
        if self._dossier is not None and not self.name.text().strip():
            self.name_draft.show_text(self._dossier.name)

    def _take_remark(self, text: str) -> None:
        if self._dossier is not None:
            self.remarked.emit(self._dossier.id, text)

    def _take_item_remark(self, item: str, text: str) -> None:
        if self._dossier is not None:
            self.item_remarked.emit(self._dossier.id, item, text)

    def _keep_in_sight(self, y: int) -> None:
        page = self._scroll.widget()
        if page is not None:
            self._scroll.ensureVisible(0, self.cards.mapTo(page, self.cards.rect().topLeft()).y() + y, 0, px(64))
