"""What the window gives to a paper that is read: its margin in the open library, quoting, collecting, exchanging."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from kennisbank.domain.ids import ContributionId, FileHash
from kennisbank.ui.controllers.citing import Citing
from kennisbank.ui.controllers.collecting import Collectable
from kennisbank.ui.controllers.session import Session
from kennisbank.ui.messages import message_for
from kennisbank.ui.reader.desk import Desk, MenuEntry, Passage
from kennisbank.ui.reader.paper_annotations import PaperAnnotations
from kennisbank.ui.views.exchanging import Exchanging
from kennisbank.ui.widgets.add_to_dossier import DossierMenu
from kennisbank.ui.widgets.cite_panel import CitePanel
from kennisbank.ui.widgets.share_panel import SharePanel

if TYPE_CHECKING:  # brings SQLAlchemy along
    from kennisbank.services.annotating import AnnotationService

_COPY = str(QT_TRANSLATE_NOOP("ReadingDesk", "Save a copy with annotations…"))
_EXPORT = str(QT_TRANSLATE_NOOP("ReadingDesk", "Export annotations…"))
_AGAIN = str(QT_TRANSLATE_NOOP("ReadingDesk", "Try again"))
_LINK = str(QT_TRANSLATE_NOOP("ReadingDesk", "Copy the link to this paper"))
_IMPORT = str(QT_TRANSLATE_NOOP("ReadingDesk", "Import annotations…"))


def desk_of(session: Session) -> Desk:
    """Return what the papers of the library that is open now are read with."""
    exchanging, annotating = Exchanging.of(session), session.kennisbank.annotating
    return Desk(
        annotations=lambda: _margin(session, annotating),
        tell=session.tell,
        quote=lambda passage: _quote(session, passage),
        collect=lambda source, parent: _dossiers(session, source, parent),
        cite=lambda contribution, below: _cite(session, contribution, below),
        share=lambda annotation, below: SharePanel.of(session, below.window()).show_annotation(annotation, below),
        more=(
            MenuEntry(lambda: _say(_COPY), "download", exchanging.save_copy),
            MenuEntry(lambda: _say(_EXPORT), "external", exchanging.export),
            MenuEntry(lambda: _say(_IMPORT), "file", exchanging.take),
            MenuEntry(
                lambda: _say(_LINK), "link", lambda contribution, file, _parent: _link(session, contribution, file)
            ),
        ),
    )


def _say(source: str) -> str:
    return QCoreApplication.translate("ReadingDesk", source)


def _margin(session: Session, annotating: "AnnotationService") -> PaperAnnotations:
    made = PaperAnnotations(annotating, session.tasks)
    session.changed.connect(made.take_changes)
    made.edited.connect(session.changed_by)
    made.failed.connect(lambda error: _tell_failure(session, made, error))
    return made


def _tell_failure(session: Session, margin: PaperAnnotations, error: Exception) -> None:
    """Tell that something could not be written; text that waits stays in its card, and can be written again."""
    if margin.unsaved:
        session.tell(str(message_for(error)), _say(_AGAIN), margin.retry)
    else:
        session.failed.emit(error)


def _link(session: Session, contribution: ContributionId, file: FileHash) -> None:
    Citing.of(session).copy_link(contribution, file)


def _quote(session: Session, passage: Passage) -> None:
    Citing.of(session).copy_quote(passage.contribution, passage.file, passage.spans, passage.annotation)


def _cite(session: Session, contribution: ContributionId, below: QWidget) -> None:
    CitePanel.of(session, below.window()).show_for((contribution,), below)


def _dossiers(session: Session, source: Callable[[], Passage], parent: QWidget) -> QMenu:
    def what() -> Collectable:
        passage = source()
        if passage.annotation is not None:
            return Collectable(annotations=(passage.annotation,))
        return Collectable((passage.contribution,), passage.file if passage.spans else None, passage.spans)

    return DossierMenu(session, what, parent)
