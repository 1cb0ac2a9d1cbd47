"""What reading a paper needs of the window around it: where its notes are kept, and who is told what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from kennisbank.documents.anchoring import Span
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash
from kennisbank.ui.reader.paper_annotations import PaperAnnotations

Tell = Callable[[str, str, Callable[[], object] | None], object]
"""Says in passing what was done; with the words of a button and what it does: undo, mostly."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an open paper: `spans` are pages with offsets in their raw text; or an annotation of it."""

    contribution: ContributionId
    file: FileHash
    spans: tuple[Span, ...] = ()
    annotation: AnnotationId | None = None

    def __bool__(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.spans) or self.annotation is not None


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu with more to do with the paper.

    `act` gets the contribution's id, its file's hash, and the widget in whose window the answer belongs.
    """

    words: Callable[[], str]
    icon: str
    act: Callable[[ContributionId, FileHash, QWidget], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that one paper's pane is given. What is None or empty isn't offered.

    `annotations` makes the margin of one more paper. `quote` copies a passage with its source; `collect` makes a menu,
    child of a widget, that puts in a dossier what its source gives when it is chosen; `cite` shows the references of a
    contribution below a widget; `share` asks there who may see an annotation. `more` are lines of the menu "More".
    """

    annotations: Callable[[], PaperAnnotations]
    tell: Tell
    quote: Callable[[Passage], object] | None = None
    collect: Callable[[Callable[[], Passage], QWidget], QMenu] | None = None
    cite: Callable[[ContributionId, QWidget], object] | None = None
    share: Callable[[AnnotationId, QWidget], object] | None = None
    more: Sequence[MenuEntry] = ()
