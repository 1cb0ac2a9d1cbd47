"""Writing in the margin of one open paper: its marks, caret, frame and bookmarks, the tools, keys and menus of all."""

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Signal

from kennisbank.domain.document import Rect
from kennisbank.domain.ids import ContributionId, FileHash, PageNo
from kennisbank.ui.reader.area_frame import AreaFrame
from kennisbank.ui.reader.bookmarking import Bookmarking
from kennisbank.ui.reader.desk import Desk, MenuEntry, Passage
from kennisbank.ui.reader.mark_menu import MarkMenu
from kennisbank.ui.reader.mark_stands import MarkStands
from kennisbank.ui.reader.marking import Marking
from kennisbank.ui.reader.marking_tools import MarkingTools
from kennisbank.ui.reader.page_caret import PageCaret
from kennisbank.ui.reader.page_view import PageView
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.reader.paper_keys import Act


class PaperMarking(QObject):
    """All of it for one pane.

    Signal: `copy_requested` when the selected text is to be copied as it stands.
    """

    copy_requested = Signal()

    def __init__(self, view: PageView, annotations: PaperAnnotations, desk: Desk) -> None:
        """Write in the margin of what `view` shows."""
        super().__init__(view)
        self._view, self.annotations, self._desk = view, annotations, desk
        self._contribution, self._file = ContributionId(""), FileHash("")
        self._landing = ""
        self.marks = Marking(view, annotations, desk.tell)
        self.caret, self.frame = PageCaret(view), AreaFrame(view)
        self.bookmarks = Bookmarking(view, annotations, desk.tell)
        self.stands = MarkStands(view, annotations)
        self.tools = MarkingTools()
        self.marks.offers_quote = desk.quote is not None
        self._dossiers = desk.collect(lambda: self.passage, self.marks.bar) if desk.collect is not None else None
        if self._dossiers is not None:
            self.marks.offers_collect = True
            self.marks.bar.set_collect_menu(self._dossiers)
        self._fill_more()
        self._connect()

    def _connect(self) -> None:
        tools = self.tools
        self.annotations.changed.connect(self._land)
        self.marks.quote_wanted.connect(self.quote)
        self.caret.entered.connect(self.marks.enter)
        self.caret.toggled.connect(tools.caret.setChecked)
        self.frame.toggled.connect(tools.area.setChecked)
        self.bookmarks.changed.connect(tools.bookmark.setChecked)
        tools.caret.clicked.connect(self.caret.set_on)
        tools.area.clicked.connect(self.frame.set_on)
        tools.bookmark.clicked.connect(self._toggle_bookmark)
        tools.cite.clicked.connect(self.cite)
        tools.cite.setVisible(self._desk.cite is not None)
        self.frame.drawn.connect(self._mark_area)
        self._view.menu_requested.connect(self.show_menu)

    def open(self, contribution: ContributionId, file: FileHash) -> None:
        """Show what stands in the margin of a file."""
        self._contribution, self._file = contribution, file
        self.caret.leave()
        self.frame.set_on(False)
        self.annotations.open(contribution, file)

    def close(self) -> None:
        """Let go of the paper for good; what waits is written."""
        self.frame.set_on(False)
        self.annotations.retire()

    def land_on(self, annotation_id: str) -> None:
        """Go to an annotation as soon as it is read; one without a place on these pages is current in the margin."""
        self._landing = annotation_id
        self._land()

    def _land(self) -> None:
        wanted = self._landing
        if not wanted or self.annotations.get(wanted) is None:
            return
        self._landing = ""
        mark = self._view.marks.find(wanted)
        if mark is not None:
            self.marks.go_to(mark)
        else:
            self.annotations.set_current(wanted)

    def keys(self) -> tuple[tuple[str, Act], ...]:
        """Return the keys that work wherever in the paper's tab the keyboard is."""
        return (
            ("F7", self.caret.toggle),
            ("F4", lambda: self.marks.step(1)),
            ("Shift+F4", lambda: self.marks.step(-1)),
            ("Ctrl+D", self.bookmarks.toggle),
            ("Ctrl+Z", self.annotations.undo),
            ("Ctrl+Shift+Z", self.annotations.redo),
            ("Ctrl+Y", self.annotations.redo),
            ("Ctrl+Shift+C", self.quote),
            ("Ctrl+Shift+N", self.note_on_all),
            ("Ctrl+Shift+E", self.cite),
            ("Ctrl+Shift+D", self.collect),
        )

    # Acts.

    @property
    def passage(self) -> Passage:
        """Return what one is at: the selected text, else the current annotation."""
        if self._view.selection is not None:
            return Passage(self._contribution, self._file, self.marks.spans)
        each = self.marks.current
        return Passage(self._contribution, self._file, annotation=each.id if each is not None else None)

    def quote(self) -> None:
        """Copy what one is at with its source."""
        if self._desk.quote is None:
            return
        if self.passage:
            self._desk.quote(self.passage)
        else:
            self._desk.tell(self.tr("Select some words first: they are copied with their source."), "", None)

    def collect(self) -> None:
        """Show the dossiers: what one is at goes into the one that is chosen, else the whole contribution."""
        if self._dossiers is not None and self._contribution:
            self._dossiers.popup(self._view.viewport().mapToGlobal(self._where_keyboard_is().bottomLeft()))

    def cite(self) -> None:
        """Show the references of the whole contribution."""
        if self._desk.cite is not None and self._contribution:
            self._desk.cite(self._contribution, self.tools.cite)

    def note_on_all(self) -> None:
        """Begin a note on the whole contribution."""
        new = self.annotations.note()
        self.annotations.set_current(new)
        self.marks.note_wanted.emit(new)

    def _mark_area(self, index: int, box: Rect) -> None:
        new = self.annotations.mark_area(PageNo(index + 1), box, colour=self.marks.last_colour)
        self.marks.show_made(new)

    def _toggle_bookmark(self) -> None:
        self.tools.bookmark.setChecked(bool(self.bookmarks.here))  # it shows what is so, once that has changed
        self.bookmarks.toggle()

    # Menus.

    def _fill_more(self) -> None:
        add = self.tools.add_line
        add(lambda: self.tr("Note on the whole contribution"), "note", self.note_on_all, "Ctrl+Shift+N")
        add(lambda: self.tr("Next annotation"), "down", lambda: self.marks.step(1), "F4")
        add(lambda: self.tr("Previous annotation"), "up", lambda: self.marks.step(-1), "Shift+F4")
        self.tools.menu.addSeparator()
        undo = add(lambda: self.tr("Undo"), "undo", self.annotations.undo, "Ctrl+Z")
        redo = add(lambda: self.tr("Do again"), "forward", self.annotations.redo, "Ctrl+Shift+Z")
        self.tools.menu.addSeparator()
        if self._desk.collect is not None:
            whole = self._desk.collect(lambda: Passage(self._contribution, self._file), self.tools.menu)
            self.tools.menu.addMenu(whole)
        for entry in self._desk.more:
            add(entry.words, entry.icon, self._act_of(entry), entry.keys)

        def show_what_can_be() -> None:
            undo.setEnabled(self.annotations.can_undo)
            redo.setEnabled(self.annotations.can_redo)

        self.tools.menu.aboutToShow.connect(show_what_can_be)

    def _act_of(self, entry: MenuEntry) -> Act:
        return lambda: entry.act(self._contribution, self._file, self.tools)

    def show_menu(self, at: QPointF | None) -> None:
        """Show what can be done at a place in the viewport; None: where the keyboard is."""
        if at is not None and self._view.selection is None:
            self.marks.click(at)
        menu = self.menu()
        where = at.toPoint() if at is not None else self._where_keyboard_is().bottomLeft()
        menu.show_at(self._view.viewport().mapToGlobal(where))

    def menu(self) -> MarkMenu:
        """Return a new menu of what can be done with the selected text, the current annotation, or the place."""
        menu, marks = MarkMenu(self._view), self.marks
        each = marks.current
        if self._view.selection is not None:
            menu.add_marks(marks.colour)
            menu.add(self.tr("Underline"), lambda: marks.mark("underline"), name="underline", keys="U")
            menu.add(self.tr("Note"), marks.note, name="note", keys="N")
            menu.addSeparator()
            menu.add(self.tr("Copy"), self.copy_requested.emit, name="file", keys="Ctrl+C")
            self._add_passing_on(menu)
        elif each is not None:
            if not each.is_read_only and each.kind != "bookmark":
                menu.add_marks(marks.colour, each.colour)
            if not each.is_read_only:
                menu.add(self.tr("Note"), marks.note, name="note", keys="N")
            self._add_passing_on(menu)
            if not each.is_read_only:
                menu.add(self.tr("Delete"), marks.delete, name="trash", keys="Del")
        else:
            menu.add(self.tr("Bookmark here"), self.bookmarks.toggle, name="bookmark", keys="Ctrl+D")
            menu.add(self.tr("Mark an area"), lambda: self.frame.set_on(True), name="area", keys="A")
            menu.add(self.tr("Note on the whole contribution"), self.note_on_all, name="note", keys="Ctrl+Shift+N")
        return menu

    def _add_passing_on(self, menu: MarkMenu) -> None:
        passage = self.passage
        if self._desk.quote is not None:
            menu.add(self.tr("Copy quote with source"), self.quote, name="quote", keys="C")
        if self._desk.collect is not None:
            menu.addMenu(self._desk.collect(lambda: passage, menu))

    def _where_keyboard_is(self) -> QRect:
        boxes = self.marks.boxes_in_view()
        if boxes:
            return boxes[-1]
        caret = self.caret.rect
        return caret.toAlignedRect() if caret is not None else QRect(self._view.viewport().rect().center(), QSize(1, 1))
