"""What the window gives to a paper that is read: its margin in the open library, and who is told of what is done."""

from kennisbank.ui.controllers.session import Session
from kennisbank.ui.reader.desk import Desk
from kennisbank.ui.reader.paper_annotations import PaperAnnotations


def desk_of(session: Session) -> Desk:
    """Return what the papers of the library that is open now are read with."""
    kennisbank = session.kennisbank

    def annotations() -> PaperAnnotations:
        made = PaperAnnotations(kennisbank.annotating, session.tasks)
        session.changed.connect(made.take_changes)
        made.edited.connect(session.changed_by)
        made.failed.connect(session.failed)
        return made

    return Desk(annotations=annotations, tell=session.tell)
