"""Stars: how a contribution was rated, and one's own vote as a group of radio buttons."""

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Reception
from kennisbank.ui.language import number
from kennisbank.ui.look import follow, px, theme
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text

MOST = 5
_SIDE = 24
_INNER = 0.45
_SEND_AFTER_MS = 600
"""After the last key: the arrows pass stars that aren't meant."""


def star(box: QRectF) -> QPolygonF:
    """Return a star in a square."""
    middle, radius = box.center(), box.width() / 2
    points = []
    for corner in range(10):
        angle = math.pi * corner / 5 - math.pi / 2
        reach = radius if corner % 2 == 0 else radius * _INNER
        points.append(QPointF(middle.x() + reach * math.cos(angle), middle.y() + reach * math.sin(angle)))
    return QPolygonF(points)


def paint_star(painter: QPainter, box: QRectF, part: float, colour: QColor) -> None:
    """Paint a star of which `part` (0 to 1) is filled, from the left."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = star(box)
    if part > 0:
        painter.save()
        painter.setClipRect(QRectF(box.x(), box.y(), box.width() * part, box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(shape)
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.2, px(3) / 2)))
    painter.drawPolygon(shape)
    painter.restore()


class MeanStars(QWidget):
    """Five stars filled as far as the mean goes; for the eye only: words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show none."""
        super().__init__(parent)
        self._mean = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    def put(self, mean: float) -> None:
        """Show a mean of 0.0 to 5.0."""
        self._mean = mean
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(18 * MOST), px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(14)
        for place in range(MOST):
            box = QRectF(px(18) * place + 1, (self.height() - side) / 2, side, side)
            paint_star(painter, box, min(1.0, max(0.0, self._mean - place)), theme().accent)


class StarButton(QRadioButton):
    """One of the five; it and those before it are filled while it is chosen or pointed at."""

    entered = Signal(int)

    def __init__(self, value: int, vote: "StarVote") -> None:
        """Stand for `value` stars in `vote`."""
        super().__init__(vote)
        self.value, self._vote = value, vote
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 4)
        follow(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(_SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit(self.value)

    @override
    def leaveEvent(self, event: object) -> None:
        self.entered.emit(0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        gap = px(3)
        box = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        colour = theme().accent if self.isEnabled() else theme().disabled
        paint_star(QPainter(self), box, 1.0 if self.value <= self._vote.lit else 0.0, colour)


class StarVote(QWidget):
    """One's own vote. One tab stop; the arrows choose. Signal: `voted` with 1 to 5, or 0 to take it back."""

    voted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a vote."""
        super().__init__(parent)
        self._own = self._over = 0
        self._words = Text(size=12, tone="text_2")
        self.back = Button("", "link", small=True)
        self.stars = [StarButton(value, self) for value in range(1, MOST + 1)]
        self._group = QButtonGroup(self)
        row = Row(spacing=8, margins=(4, 4, 4, 4))
        for each in self.stars:
            self._group.addButton(each, each.value)
            row.addWidget(each)
            each.entered.connect(self._on_over)
        flow = FlowLayout(self, spacing=8)
        holder = QWidget()
        holder.setLayout(row)
        for widget in (holder, self._words, self.back):
            flow.addWidget(widget)
        self._later = QTimer(self, singleShot=True, interval=_SEND_AFTER_MS)
        self._later.timeout.connect(self._send)
        self._group.idClicked.connect(self._choose)
        self.back.clicked.connect(lambda: self._choose(0))
        self.retranslate()

    @property
    def lit(self) -> int:
        """Return how many stars are filled now."""
        return self._over or self._own

    def put(self, own: int) -> None:
        """Show this vote, unless another one is being chosen."""
        if not self._later.isActive():
            self._own = own
            self._check()

    def _check(self) -> None:
        self._group.setExclusive(False)
        for each in self.stars:
            each.setChecked(each.value == self._own)
        self._group.setExclusive(True)
        self.retranslate()

    def _choose(self, value: int) -> None:
        self._own = value
        self._check()
        self._later.start()

    def _send(self) -> None:
        self.voted.emit(self._own)

    def _on_over(self, value: int) -> None:
        self._over = value
        for each in self.stars:
            each.update()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Your vote"))
        for each in self.stars:
            each.setAccessibleName(self.tr("%n star(s)", "", each.value).replace(str(each.value), number(each.value)))
            each.setToolTip(each.accessibleName())
            each.update()
        own = self.tr("Your vote: {stars} of 5").format(stars=number(self._own))
        self._words.setText(own if self._own else self.tr("Your vote: none yet"))
        self.back.setText(self.tr("Take it back"))
        self.back.setVisible(self._own > 0)


class StarsBlock(QWidget):
    """The mean with the number of votes, and one's own vote below it. Signal: `voted`."""

    voted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unrated."""
        super().__init__(parent)
        self._reception = Reception()
        self._mean, self.words, self.vote = MeanStars(), Text(), StarVote()
        line = QWidget()
        flow = FlowLayout(line, spacing=8)
        for widget in (self._mean, self.words):
            flow.addWidget(widget)
        Column(self, spacing=4).add_all(line, self.vote)
        self.vote.voted.connect(self.voted)
        self.retranslate()

    def put(self, reception: Reception) -> None:
        """Show how it was received."""
        self._reception = reception
        self.vote.put(reception.own)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        reception, mean = self._reception, self._reception.mean
        self._mean.put(mean or 0.0)
        self._mean.setVisible(mean is not None)
        if mean is None:
            self.words.setText(self.tr("Not rated yet"))
        else:
            count = self.tr("%n vote(s)", "", reception.count).replace(str(reception.count), number(reception.count))
            self.words.setText(f"{number(mean, 1)}  •  {count}")
        self.vote.retranslate()
