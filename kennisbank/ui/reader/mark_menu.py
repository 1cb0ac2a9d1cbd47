"""The menu on the page: what can be done with the selected text, or with the annotation one is at."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRectF
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from kennisbank.domain.annotation import COLOURS, Colour
from kennisbank.ui.icons import icon
from kennisbank.ui.look import px, theme
from kennisbank.ui.models.annotation_words import colour_words
from kennisbank.ui.reader.mark_painter import Inks, paint_rule

Act = Callable[[], object]


def mark_icon(number: int) -> QIcon:
    """Return the swatch of mark 1 to 4, with its rule."""
    side = px(16)
    picture = QPixmap(side, side)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.fillRect(0, px(2), side, side - px(6), theme().mark(number))
    ink = Inks(theme().mark(number), theme().mark_line(number), number - 1)
    paint_rule(painter, QRectF(0, 0, side, side - px(4)), ink, px(3) / 2)
    painter.end()
    return QIcon(picture)


class MarkMenu(QMenu):
    """A menu that is made for one showing. Its words are those of the language in force."""

    def __init__(self, parent: QWidget) -> None:
        """Make it empty; add lines in the order in which they are to stand."""
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("MarkMenu", "What to do here"))

    def add(self, words: str, act: Act, *, name: str = "", keys: str = "") -> QAction:
        """Add a line; `keys` are shown beside it."""
        line = QAction(f"{words}\t{keys}" if keys else words, self)
        if name:
            line.setIcon(icon(name))
        line.triggered.connect(lambda _on=False: act())
        self.addAction(line)
        return line

    def add_marks(self, act: Callable[[Colour], object], current: str | None = None) -> None:
        """Add a line for each of the four marks; `current` is ticked."""
        for number, colour in enumerate(COLOURS, 1):
            line = self.add(colour_words(colour), lambda colour=colour: act(colour), keys=str(number))  # type: ignore[misc]
            line.setIcon(mark_icon(number))
            line.setCheckable(current is not None)
            line.setChecked(colour == current)
        self.addSeparator()

    def show_at(self, at: QPoint) -> None:
        """Show it at a place on the screen, without waiting for the choice; it goes when it closes."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(at)
