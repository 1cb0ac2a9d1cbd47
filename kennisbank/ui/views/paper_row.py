"""A contribution as a row: pressing it opens it, the button beside it brings it here; a withdrawn one says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kennisbank.domain.contribution import Contribution
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.models.withdrawn_words import withdrawn_words
from kennisbank.ui.views.start_rows import StartRow
from kennisbank.ui.widgets.download_button import DownloadButton
from kennisbank.ui.widgets.layouts import Row


class PaperRow(QWidget):
    """For lists of tens, not of thousands."""

    def __init__(self, session: Session, contribution: Contribution, second: str, third: str = "") -> None:
        """Show a contribution with a second line, and a third where there is one."""
        super().__init__()
        said = withdrawn_words(contribution.withdrawn) if contribution.withdrawn is not None else third
        self.open = StartRow(contribution.metadata.values.title, second, third=said)
        self.fetch = DownloadButton(session, lambda: contribution.id, small=True)
        row = Row(self, margins=(0, 0, 12, 0), spacing=4)
        row.addWidget(self.open, 1)
        row.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fetch.let_show(may_show=contribution.withdrawn is None)
