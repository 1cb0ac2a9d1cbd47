"""Citing anywhere in the window: references made on a pool thread, and what is put on the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo
from kennisbank.domain.links import passage_link
from kennisbank.tasks.context import JobContext
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.language import LanguageCode, language

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.bootstrap import Kennisbank
    from kennisbank.citing.quote import Quotation
    from kennisbank.domain.annotation import Anchor
    from kennisbank.services.citing import Citations

Spans = Sequence[tuple[PageNo, int, int]]
"""Page, and start and end in its raw text; in reading order."""


class Citing(QObject):
    """One per window. Remembers in the settings in which style and language one cites."""

    def __init__(self, session: Session) -> None:
        """Belong to `session`; take the one there is with `of`."""
        super().__init__(session)
        self._session = session

    @staticmethod
    def of(session: Session) -> "Citing":
        """Return that of this session."""
        return session.findChild(Citing) or Citing(session)

    @property
    def style(self) -> str:
        """Return the style or format that was chosen last."""
        return self._session.settings.citation_style

    @property
    def language(self) -> LanguageCode:
        """Return the language of the words between names and titles: as chosen, else the window's."""
        return self._session.settings.citation_language or language()

    def choose(self, style: str, language_: LanguageCode) -> None:
        """Cite so from now on."""
        self._session.change_settings(
            citation_style=style, citation_language="" if language_ == language() else language_
        )

    def cite(
        self,
        owner: QObject,
        ids: Sequence[ContributionId],
        done: Callable[["Citations"], object],
        failed: Callable[[Exception], object],
    ) -> JobContext:
        """Cite contributions in the style and language in force, and give the outcome to `done`."""
        service, style, words = self._session.kennisbank.citing, self.style, self.language
        return self._session.tasks.read(owner, lambda _ctx: service.cite(ids, style, words), done, failed)

    def save(self, citations: "Citations", path: Path) -> None:
        """Write what was cited to a file, and tell so."""
        service = self._session.kennisbank.citing

        def done(_nothing: None) -> None:
            self._session.tell(self.tr("Saved as {file}.").format(file=path.name))

        self._session.tasks.write(self, lambda _ctx: service.write(citations, path), done, self._session.failed.emit)

    def copy(self, text: str, html: str, told: str) -> None:
        """Put something on the clipboard, as plain text and (if there is any) with mark-up, and tell so."""
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self._session.tell(told)

    def copy_quote(
        self,
        contribution: ContributionId,
        file: FileHash | None = None,
        spans: Spans = (),
        annotation: AnnotationId | None = None,
    ) -> None:
        """Copy a passage, or that of an annotation, with its source, its page and its link."""
        kennisbank, style, words = self._session.kennisbank, self._quoting_style, self.language

        def job(_ctx: JobContext) -> "Quotation":
            anchor = _anchor(kennisbank, file, spans, annotation)
            return kennisbank.citing.quote(contribution, anchor, annotation=annotation, style=style, language=words)

        def done(made: "Quotation") -> None:
            self.copy(made.text, made.html, self.tr("The quote is copied, with its source and link."))

        self._session.tasks.read(self, job, done, self._session.failed.emit)

    def copy_link(self, contribution: ContributionId, file: FileHash | None = None, page: PageNo | None = None) -> None:
        """Copy the link that opens a contribution in Kennisbank."""
        link = passage_link(contribution, file=file, page=page)
        self.copy(link, "", self.tr("The link is copied."))

    @property
    def _quoting_style(self) -> str:
        """Return the style for the reference below a quote: a format for a citation manager is none."""
        return self.style if self.style not in {"bibtex", "ris", "csl"} else "apa"


def _anchor(
    kennisbank: "Kennisbank", file: FileHash | None, spans: Spans, annotation: AnnotationId | None
) -> "Anchor | None":
    """Return where the passage stands. Runs on a pool thread."""
    from kennisbank.documents.anchoring import Span  # noqa: PLC0415 -- with the services: off the GUI thread

    if annotation is not None:
        return kennisbank.annotating.get(annotation).anchor
    if file is not None and spans:
        return kennisbank.annotating.anchor(file, [Span(*each) for each in spans])
    return None
