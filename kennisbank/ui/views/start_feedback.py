"""What became of one's feedback, on the start page: what moved since one last looked, each row leading there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kennisbank.domain.correspondence import ThreadRow
from kennisbank.ui.controllers.feedback import Feedback
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import number
from kennisbank.ui.models.feedback_words import kind_icon, receipt_words, state_words, when_words
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.views.start_section import StartSection

_FEW = 4


class FeedbackSection(StartSection):
    """Hidden while there is no news. Signals: `chosen` with the id of a thread; `arranged` when rows were made."""

    chosen = Signal(str)
    arranged = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow what is news of one's feedback."""
        super().__init__(parent=parent)
        self._feedback = Feedback.of(session)
        self._feedback.changed.connect(self.retranslate)
        self.more_asked.connect(lambda: self.chosen.emit(""))

    def retranslate(self) -> None:
        """Show what there is anew, all words included."""
        news = self._feedback.news
        rows = [self._row(each) for each in news[:_FEW]]
        more = self.tr("All your feedback") if rows else ""
        count = number(len(news)) if len(news) > _FEW else ""
        self.show_rows(self.tr("What became of your feedback"), rows, count=count, more=more)
        self.arranged.emit()

    def _row(self, each: ThreadRow) -> StartRow:
        row = StartRow(
            each.title or each.start,
            receipt_words(each),
            when_words(each.moment),
            kind_icon(each.kind),
            third=each.start,
            badge=state_words(each.state),
        )
        row.clicked.connect(lambda _on=False: self.chosen.emit(each.id))
        return row
