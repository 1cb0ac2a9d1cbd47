"""One thing that one said for everybody to see, or proposed: on which paper, what, and what became of it."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import OwnVoice
from kennisbank.ui.language import number
from kennisbank.ui.models.feedback_words import refusal_words, when_words
from kennisbank.ui.theme import BadgeTone
from kennisbank.ui.voices.proposal_words import field_words, outcome_badge
from kennisbank.ui.widgets.buttons import Button
from kennisbank.ui.widgets.cards import Card
from kennisbank.ui.widgets.labels import Badge
from kennisbank.ui.widgets.layouts import Column, FlowLayout
from kennisbank.ui.widgets.text import Text

_STATES: Mapping[str, tuple[str, BadgeTone, str]] = {
    "draft": (str(QT_TRANSLATE_NOOP("OwnVoiceWords", "Draft")), "quiet", "pencil"),
    "visible": (str(QT_TRANSLATE_NOOP("OwnVoiceWords", "Everybody sees it")), "ok", "eye"),
    "hidden": (str(QT_TRANSLATE_NOOP("OwnVoiceWords", "Hidden by the maintainer")), "bad", "x"),
}


class OwnVoiceCard(Card):
    """Signal: `asked` when somebody wants to go to it."""

    asked = Signal()

    def __init__(self, each: OwnVoice, parent: QWidget | None = None) -> None:
        """Show `each`."""
        super().__init__(parent)
        self.each = each
        title = each.title or self.tr("A paper that isn't here any more")
        words = said(each)
        badge = Badge(*state_badge(each.state))
        head = FlowLayout(spacing=8)
        head.addWidget(badge)
        head.addWidget(Text(when_words(each.moment), size=12, tone="text_2"))
        self.go = Button(self.tr("Go on writing") if each.state == "draft" else self.tr("Go there"), "link", small=True)
        self.go.setAccessibleDescription(title)
        self.go.clicked.connect(self.asked)
        head.addWidget(self.go)
        column = Column(self, margins=(16, 12, 16, 12), spacing=4)
        column.add_all(Text(title, strong=True, wraps=True), Text(words, wraps=True))
        answer = answered(each)
        if answer:
            column.addWidget(Text(answer, tone="text_2", wraps=True))
        column.addLayout(head)
        self.setAccessibleName(". ".join(part for part in (title, words, state_badge(each.state)[0], answer) if part))


def state_badge(state: str) -> tuple[str, BadgeTone, str]:
    """Return the words, the tone and the icon of how something stands."""
    if state not in _STATES:
        return outcome_badge(state)
    words, tone, icon = _STATES[state]
    return _say(words), tone, icon


def said(each: OwnVoice) -> str:
    """Return what it is and what was said, in one line."""
    if each.kind == "vote":
        return _say("Your vote: {stars} of 5").format(stars=number(int(each.words)))
    names = {"comment": _say("Comment"), "report": _say("Report to the maintainer")}
    name = names.get(each.kind) or field_words(each.field)
    return f"{name}: {each.words}" if each.words else name  # of a hidden comment nothing but that is left here


def answered(each: OwnVoice) -> str:
    """Return why it is as it is; empty where nobody said that."""
    if each.state == "failed":
        return refusal_words(each.answer)
    return _say("The maintainer says: {reason}").format(reason=each.answer) if each.answer else ""


def _say(source: str) -> str:
    return QCoreApplication.translate("OwnVoiceWords", source)


_MORE_WORDS = (
    QT_TRANSLATE_NOOP("OwnVoiceWords", "Your vote: {stars} of 5"),
    QT_TRANSLATE_NOOP("OwnVoiceWords", "Comment"),
    QT_TRANSLATE_NOOP("OwnVoiceWords", "Report to the maintainer"),
    QT_TRANSLATE_NOOP("OwnVoiceWords", "The maintainer says: {reason}"),
)
