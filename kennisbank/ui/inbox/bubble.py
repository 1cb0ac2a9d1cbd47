"""One message of a thread: who, when, what they say, the file that goes with it, and how it is on its way."""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from kennisbank.domain.correspondence import Attachment, Message
from kennisbank.ui.icons import draw_icon
from kennisbank.ui.inbox.words import gone_words, long_moment, who_words
from kennisbank.ui.language import size_of
from kennisbank.ui.look import follow, font, px, theme
from kennisbank.ui.models.feedback_words import refusal_words, role_words
from kennisbank.ui.painting.shapes import panel
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Picture
from kennisbank.ui.widgets.layouts import Column, FlowLayout, Row
from kennisbank.ui.widgets.text import Text, plain_tip


class Initials(QWidget):
    """Who somebody is, for the eye: two letters of a name, or a figure for one without. Words beside it say it."""

    def __init__(self, name: str) -> None:
        """Show the initials of `name`."""
        super().__init__()
        words = name.split()
        self._letters = (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self, self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(24), px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = theme(), QPainter(self)
        edge = t.accent if t.name == "contrast" else None
        panel(painter, self.rect(), fill=t.accent_soft, edge=edge, radius=12)
        if self._letters:
            painter.setFont(font(12, strong=True))
            painter.setPen(t.accent)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        else:
            side = px(16)
            draw_icon(
                painter, QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side), "user", t.accent
            )


class Bubble(QFrame):
    """A message; one's own stands at the right, on the accent's ground."""

    fetch_asked = Signal(object)
    """The file is to be saved somewhere; with the `Attachment`."""
    link_asked = Signal(str)
    taken_back = Signal(str)
    """One's own message that wasn't sent is to be taken back; with its id."""
    retry_asked = Signal(str)
    """One's own message that couldn't be sent is to be tried again; with its id."""

    def __init__(self, message: Message, link: str = "") -> None:
        """Show a message; `link` is the address that its writer added."""
        super().__init__()
        self.message = message
        today = date.today()  # noqa: DTZ011 - the reader's own day
        who = who_words(message.name, message.role, is_mine=message.is_mine)
        role = role_words(message.role) if message.name or message.is_mine else ""
        when = long_moment(message.moment, today)
        words = gone_words(message) or message.text
        self.text = Text(words, wraps=True, selectable=True, tone="text_2" if message.gone else "text")
        head, name = FlowLayout(spacing=8), Text(who, strong=True)
        head.addWidget(Initials(message.name))
        head.addWidget(name)
        if role:
            head.addWidget(Text(role, tone="text_2"))
        head.addWidget(Text(when, 12, tone="text_2", tabular=True))
        column = Column(self, margins=(16, 12, 16, 12), spacing=8)
        column.add_all(head, self.text)
        if link and not message.gone:
            column.addLayout(self._linked(link))
        if message.attachment is not None and not message.gone:
            column.addLayout(self._attached(message.attachment))
        self._say_road(column, message)
        self.setAccessibleName(". ".join(part for part in (who, role, when, words) if part))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme()
        fill = t.accent_soft if self.message.is_mine else t.surface
        edge = t.line if not self.message.is_mine or t.name == "contrast" else None
        panel(QPainter(self), self.rect(), fill=fill, edge=edge, radius=8)

    def _linked(self, link: str) -> FlowLayout:
        flow, button = FlowLayout(), Button("", "link", small=True, icon_name="external")
        button.setText(_short(button, link))
        button.setAccessibleName(self.tr("Open the link {address}").format(address=link))
        button.setToolTip(plain_tip(link))
        button.clicked.connect(lambda: self.link_asked.emit(link))
        flow.addWidget(button)
        return flow

    def _attached(self, attachment: Attachment) -> FlowLayout:
        flow = FlowLayout()
        words = f"{attachment.name} ({size_of(attachment.size)})"
        button = Button("", "secondary", small=True, icon_name="download")
        button.setText(_short(button, words))
        button.setAccessibleName(self.tr("Save the file {name}").format(name=words))
        button.setToolTip(self.tr("The file is saved, and not opened. Open it only when you trust it."))
        button.setEnabled(bool(attachment.id))
        button.clicked.connect(lambda: self.fetch_asked.emit(attachment))
        flow.addWidget(button)
        return flow

    def _say_road(self, column: Column, message: Message) -> None:
        """Say how one's own message is on its way."""
        if not message.is_mine:
            return
        match message.state:
            case "queued" | "draft":
                words, icon_name, tone = self.tr("Waits to be sent"), "outbox", "text_2"
            case "sent":
                words, icon_name, tone = self.tr("On its way"), "send", "text_2"
            case "failed":
                words = self.tr("Not sent: {why}").format(why=refusal_words(message.reason))
                icon_name, tone = "error", "bad"
            case _:
                words = self.tr("Delivered and read") if message.is_read else self.tr("Sent")
                icon_name, tone = "check", "text_2"
        row, said = Row(spacing=6), Text(words, 12, tone="bad" if tone == "bad" else "text_2", wraps=True)
        row.addWidget(Picture(icon_name, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        if message.state in {"queued", "failed"}:
            back = Button(self.tr("Take back"), "link", small=True)
            back.clicked.connect(lambda: self.taken_back.emit(message.id))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        if message.state == "failed":
            again = Button(self.tr("Try again"), "link", small=True)
            again.clicked.connect(lambda: self.retry_asked.emit(message.id))
            row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)


def _short(button: Button, words: str) -> str:
    """Return words for a button that is no wider than the narrowest pane."""
    return button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, px(220)).replace("&", "&&")
