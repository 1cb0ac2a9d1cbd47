"""The reader's toolbar: left panel, zoom, paper, page, hits; at the right what can be done with the paper."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from kennisbank.ui.icons import icon
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.reader.layout_menu import LayoutMenu

_LEAST = 480
"""Width in units of the design that the toolbar asks for; what then has no room is cut off at the right."""


class ReaderToolbar(QFrame):
    """Emits what is asked for and shows what it is told; knows nothing of the paper."""

    panel_toggled = Signal(bool)
    zoom_stepped = Signal(int)
    fit_requested = Signal()
    night_toggled = Signal(bool)
    page_requested = Signal(int)
    hit_stepped = Signal(int)
    find_requested = Signal()
    details_requested = Signal()
    original_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the controls in the order in which one reads them."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._labels: list[str] = []
        self._dispensable: list[QWidget] = []
        self._page = 0
        self._hit, self._hits = 0, 0
        self._zoom, self._fits = 1.0, True
        self._panel = self._button("panelleft", checkable=True)
        self._out, self._in = self._button("minus"), self._button("plus")
        self._percent = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._fit = self._button("fitwidth", checkable=True)
        self.layout_menu = LayoutMenu(self)
        self._night = self._button("moon", checkable=True)
        self._field = QLineEdit(alignment=Qt.AlignmentFlag.AlignCenter)
        self._of = QLabel()
        self._before, self._after = self._button("up"), self._button("down")
        self._which = QLabel()
        self._keys = _KeyHint("F3", self)
        self._find = self._button("search", with_words=True)
        self._details = self._button("info", with_words=True)
        self._original = self._button("external", with_words=True)
        self._rules = [_Rule(self) for _ in range(3)]
        self._lay_out()
        self._connect()
        follow(self, self._measure)
        self.retranslate()

    def _button(self, name: str, *, checkable: bool = False, with_words: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("with_words", with_words)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        self._hit_widgets: list[QWidget] = [self._rules[2], self._before, self._which, self._after, self._keys]
        zoom: list[QWidget] = [self._out, self._percent, self._in, self._fit, self.layout_menu]
        for widget in (self._panel, self._rules[0], *zoom, self._night):
            row.addWidget(widget)
        for widget in (self._rules[1], self._field, self._of, *self._hit_widgets):
            row.addWidget(widget)
        row.addStretch(1)
        self._tools_at = row.count()
        for widget in (self._find, self._details, self._original):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._panel.toggled.connect(self.panel_toggled)
        self._out.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self._in.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self._fit.clicked.connect(self._on_fit)
        self._night.toggled.connect(self.night_toggled)
        self._field.returnPressed.connect(self._on_page)
        self._field.editingFinished.connect(self._show_page)
        self._before.clicked.connect(lambda: self.hit_stepped.emit(-1))
        self._after.clicked.connect(lambda: self.hit_stepped.emit(1))
        self._find.clicked.connect(self.find_requested)
        self._details.clicked.connect(self.details_requested)
        self._original.clicked.connect(self.original_requested)

    def _measure(self) -> None:
        """Set the lengths that follow the text size."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), px(8), px(16), px(8))
            layout.setSpacing(px(4))
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(px(20), px(20)))
        self._percent.setFont(font(13, tabular=True))
        self._percent.setMinimumWidth(px(48))
        self._field.setFixedWidth(px(48))
        self._fit_words()

    def _fit_words(self) -> None:
        """Show words beside the icons as far as there is room, longest of the added tools; then drop what may go."""
        style, own = Qt.ToolButtonStyle, (self._find, self._details, self._original)
        for tool in self._dispensable:
            tool.show()
        wordy = [each for each in self.findChildren(QToolButton) if each.property("with_words")]
        for has_words, tools_have_words in ((True, True), (False, True), (False, False)):
            for button in wordy:
                shows = has_words if button in own else tools_have_words
                button.setToolButtonStyle(style.ToolButtonTextBesideIcon if shows else style.ToolButtonIconOnly)
            if self._fits_in():
                return
        for tool in self._dispensable:
            tool.hide()
            if self._fits_in():
                return

    def _fits_in(self) -> bool:
        layout = self.layout()
        if layout is None:
            return True
        layout.invalidate()
        return layout.sizeHint().width() <= self.width()

    def can_do_without(self, *tools: QWidget) -> None:
        """Leave these out where there is no room: all of them, and what goes with them, stand in a menu too."""
        self._dispensable = [self._original, self._details, *tools, self._fit, self._percent]
        self._fit_words()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little room: the words give way first."""
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def add_tool(self, tool: QWidget) -> None:
        """Put one more tool before those at the right; its buttons with the property ``with_words`` may show theirs."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(self._tools_at, tool)
            self._tools_at += 1
            self._fit_words()

    # What is shown.

    def set_pages(self, labels: Sequence[str]) -> None:
        """Tell how many pages there are, and what is printed on them."""
        self._labels = list(labels)
        self._show_page()

    def set_page(self, index: int) -> None:
        """Show the 0-based page that is read."""
        self._page = index
        if not self._field.hasFocus() or not self._field.isModified():
            self._show_page()

    def set_zoom(self, zoom: float, *, fits: bool) -> None:
        """Show the zoom, and whether it fits the width."""
        self._zoom, self._fits = zoom, fits
        self._percent.setText(self.tr("{zoom} %").format(zoom=round(zoom * 100)))
        self._fit.setChecked(fits)

    def set_hits(self, current: int, count: int) -> None:
        """Show which hit (0-based, -1: none of them) of how many one is at; nothing when there are none."""
        self._hit, self._hits = current, count
        for widget in self._hit_widgets:
            widget.setVisible(count > 0)
        words = self.tr("Hit {number} of {count}") if current >= 0 else self.tr("{count} hits")
        self._which.setText(words.format(number=current + 1, count=count))

    def set_night(self, night: bool) -> None:  # noqa: FBT001 - a Qt setter
        """Show whether the paper is dark, without a signal."""
        self._night.blockSignals(True)
        self._night.setChecked(night)
        self._night.blockSignals(False)

    def set_panel(self, shown: bool) -> None:  # noqa: FBT001 - a Qt setter
        """Show whether the left panel is there, without a signal."""
        self._panel.blockSignals(True)
        self._panel.setChecked(shown)
        self._panel.blockSignals(False)

    def focus_page_field(self) -> None:
        """Put the keyboard in the page field, its number selected."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _show_page(self) -> None:
        count = len(self._labels)
        label = self._labels[self._page] if 0 <= self._page < count else ""
        self._field.setText(label)
        self._field.setModified(False)
        number = self._page + 1
        words = self.tr("of {count}") if label in {"", str(number)} else self.tr("({number} of {count})")
        self._of.setText(words.format(number=number, count=count))

    def _on_fit(self) -> None:
        self._fit.setChecked(self._fits)  # it shows the state of the view, which answers to the request
        self.fit_requested.emit()

    def _on_page(self) -> None:
        """Ask for the page that was typed: as it is printed, else by its number; anything else is undone."""
        typed = self._field.text().strip()
        self._field.setModified(False)
        if typed in self._labels:
            self.page_requested.emit(self._labels.index(typed))
        elif typed.isdecimal() and 1 <= int(typed) <= len(self._labels):
            self.page_requested.emit(int(typed) - 1)
        self._show_page()

    def retranslate(self) -> None:
        """Set all words anew, in the language in force."""
        words = (
            (self._panel, self.tr("Contents, hits and pages"), "Ctrl+B"),
            (self._out, self.tr("Zoom out"), "Ctrl+−"),
            (self._in, self.tr("Zoom in"), "Ctrl++"),
            (self._fit, self.tr("Fit width"), "Ctrl+0"),
            (self._night, self.tr("Night paper"), ""),
            (self._before, self.tr("Previous hit"), "Shift+F3"),
            (self._after, self.tr("Next hit"), "F3"),
            (self._find, self.tr("Find in this paper"), "Ctrl+F"),
            (self._details, self.tr("Details of this contribution"), ""),
            (self._original, self.tr("Open the original file in its own program"), ""),
        )
        for button, name, keys in words:
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})" if keys else name)
        self._find.setText(self.tr("Find"))
        self._details.setText(self.tr("Details"))
        self._original.setText(self.tr("Original"))
        self._field.setAccessibleName(self.tr("Page"))
        self._field.setToolTip(self.tr("Type a page and press Enter (Ctrl+G)"))
        self._percent.setAccessibleName(self.tr("Zoom"))
        self.setAccessibleName(self.tr("Reading tools"))
        self.set_zoom(self._zoom, fits=self._fits)
        self.set_hits(self._hit, self._hits)
        self._show_page()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()


class _Rule(QWidget):
    """A short upright line between two groups."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        follow(self, lambda: self.setFixedSize(px(17), px(16)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(self.width() // 2, 0, 1, self.height()), theme().line)


class _KeyHint(QWidget):
    """The name of a key in a little box."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        follow(self, lambda: self.setFixedSize(px(28), px(20)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel(painter, self.rect(), fill=theme().window, edge=theme().line, radius=4)
        painter.setFont(font(12))
        painter.setPen(theme().text_2)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
