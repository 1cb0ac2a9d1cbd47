"""The reader's own synonyms: reading, checking and saving the one file they stand in."""

from pathlib import Path

from kennisbank.config.whole_files import write_whole
from kennisbank.domain.synonyms import BadLine, SynonymSummary
from kennisbank.errors import StorageError
from kennisbank.search.synonyms import SynonymFiles, Synonyms, check, decoded


class SynonymService:
    """The synonyms of one library. Every method may be called from any thread.

    What is saved holds from the next search on: nothing is indexed anew.
    """

    def __init__(self, files: SynonymFiles, own: Path) -> None:
        """Edit `own`, one of `files`; it need not exist."""
        self._files, self._own = files, own

    def own(self) -> str:
        """Return the reader's own lines; empty where there are none.

        Raises:
            StorageError: the file can't be read.
        """
        try:
            return decoded(self._own.read_bytes())
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise StorageError(self._own, error.strerror or str(error)) from error

    def of(self, term: str) -> tuple[tuple[str, ...], ...]:
        """Return what means the same as `term`, one word or several: each the folded words of one alternative."""
        return self._files.current().of(term)

    def shipped(self) -> str:
        """Return the lines that come with the program, to be read."""
        return "\n".join(path.read_text(encoding="utf-8") for path in self._files.shipped())

    def summary(self) -> SynonymSummary:
        """Return how many groups there are, and which of the reader's lines are skipped.

        Raises:
            StorageError: the reader's file can't be read.
        """
        own = Synonyms([(self._own.name, self.own())])
        return SynonymSummary(Synonyms.read(self._files.shipped()).groups, own.groups, own.problems)

    @staticmethod
    def check(text: str) -> tuple[BadLine, ...]:
        """Return the lines of `text` that would be skipped, in order."""
        return check(text)

    def save(self, text: str) -> None:
        """Make `text` the reader's own lines, all at once or not at all; without words the file goes.

        Raises:
            StorageError: the file can't be written; the old one stands.
        """
        if text.strip():
            write_whole(self._own, (text if text.endswith("\n") else f"{text}\n").encode(), makes_folder=True)
            return
        try:
            self._own.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(self._own, error.strerror or str(error)) from error
