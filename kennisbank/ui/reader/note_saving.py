"""Text that is being typed, on its way to the library: it is there at most about a second later."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kennisbank.domain.ids import AnnotationId
from kennisbank.ui.models.margin_words import Saving
from kennisbank.ui.reader.annotation_acts import Act

SAVE_AFTER_MS = 600
"""After the first letter that isn't saved; not after the last, or who types on would never be saved."""
Save = Callable[[AnnotationId, str, Act], None]


class NoteSaving(QObject):
    """Keeps the texts that aren't in the library yet, and hands them to be written in good time."""

    changed = Signal(str)
    """The text of this note stands somewhere else now: see `state`."""

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        """Hand texts to `save`, which answers with `saved` or `failed`."""
        super().__init__(parent)
        self._save = save
        self._texts: dict[AnnotationId, tuple[str, Act]] = {}  # newest text that isn't known to be in the library
        self._handed: dict[AnnotationId, tuple[str, Act]] = {}  # and as it was handed over last
        self._states: dict[AnnotationId, Saving] = {}
        self._due = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._due.timeout.connect(self.flush)

    @property
    def texts(self) -> dict[AnnotationId, str]:
        """Return the texts that aren't known to be in the library."""
        return {each: text for each, (text, _act) in self._texts.items()}

    def state(self, annotation_id: str) -> Saving:
        """Return where the text of a note stands."""
        return self._states.get(AnnotationId(annotation_id), "")

    def put(self, annotation_id: AnnotationId, text: str, act: Act) -> None:
        """Keep a new text, and see that it is written soon."""
        self._texts[annotation_id] = (text, act)
        self._tell(annotation_id, "waiting")
        if not self._due.isActive():
            self._due.start()

    def flush(self) -> None:
        """Hand over now whatever wasn't yet."""
        self._due.stop()
        for annotation_id, kept in list(self._texts.items()):
            if self._handed.get(annotation_id) != kept:
                self._handed[annotation_id] = kept
                self._save(annotation_id, *kept)

    def saved(self, annotation_id: AnnotationId, text: str, act: Act) -> None:
        """Take note that this text of this act is in the library."""
        if self._texts.get(annotation_id) == (text, act):
            self._let_go(annotation_id)
            self._tell(annotation_id, "saved")

    def failed(self, annotation_id: AnnotationId) -> None:
        """Take note that writing failed: the text is kept until it is written, or typed over."""
        self._handed.pop(annotation_id, None)
        if annotation_id in self._texts:
            self._tell(annotation_id, "failed")

    def give_up(self, annotation_id: AnnotationId) -> None:
        """Drop a text that could not be written: it was taken back."""
        if self.state(annotation_id) == "failed":
            self.forget(annotation_id)

    def forget(self, annotation_id: AnnotationId) -> None:
        """Drop a text: its note is gone."""
        self._let_go(annotation_id)
        self._states.pop(annotation_id, None)

    def _let_go(self, annotation_id: AnnotationId) -> None:
        self._texts.pop(annotation_id, None)
        self._handed.pop(annotation_id, None)

    def _tell(self, annotation_id: AnnotationId, state: Saving) -> None:
        if self._states.get(annotation_id) != state:
            self._states[annotation_id] = state
            self.changed.emit(annotation_id)
