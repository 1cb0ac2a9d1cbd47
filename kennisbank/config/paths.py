"""Where everything of one library stands. A second library is another home; there are no profiles."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir

_ENVIRONMENT = "KENNISBANK_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files and folders below one home. Nothing is made or read by asking for them."""

    home: Path

    @staticmethod
    def of(home: Path | None = None) -> "Paths":
        """Return the paths of `home`, else of ``KENNISBANK_HOME``, else of the reader's own data folder."""
        if home is None:
            named = os.environ.get(_ENVIRONMENT, "")
            home = Path(named) if named else _own()
        return Paths(home.expanduser().absolute())

    @staticmethod
    def example() -> Path:
        """Return the home of the example archive: a library of its own, beside the reader's."""
        return _own() / "example"

    @staticmethod
    def archive() -> Path:
        """Return the folder of the central archive that whoever uses this machine may run, beside their library."""
        return _own() / "archive"

    @property
    def library_file(self) -> Path:
        """The SQLite file: the truth."""
        return self.home / "library.sqlite"

    @property
    def files(self) -> Path:
        """The contributions' files, by SHA-256."""
        return self.home / "files"

    @property
    def index(self) -> Path:
        """The search index: a cache."""
        return self.home / "index"

    @property
    def backups(self) -> Path:
        """Copies of the SQLite file from before a migration."""
        return self.home / "backups"

    @property
    def settings_file(self) -> Path:
        """The reader's settings."""
        return self.home / "settings.json"

    @property
    def synonyms_file(self) -> Path:
        """The reader's own synonyms: plain text, beside those that come with the program."""
        return self.home / "synonyms.txt"

    @property
    def log(self) -> Path:
        """The folder with the log."""
        return self.home / "log"

    @property
    def downloads(self) -> Path:
        """What has come of files from the archive, until they are whole."""
        return self.home / "downloads"

    @property
    def attachments(self) -> Path:
        """Files that go with what a reader says to authors, by SHA-256, from when they are chosen."""
        return self.home / "attachments"

    @property
    def temporary(self) -> Path:
        """What may be thrown away when nothing is running."""
        return self.home / "tmp"

    @property
    def import_lock(self) -> Path:
        """Held by whoever imports, undoes, tidies or repairs."""
        return self.home / "import.lock"

    @property
    def scans_lock(self) -> Path:
        """Held by whoever reads the library's scans."""
        return self.home / "scans.lock"

    @property
    def session_lock(self) -> Path:
        """Held by whoever asks the archive for new tokens."""
        return self.home / "session.lock"

    @property
    def sync_lock(self) -> Path:
        """Held by whoever brings the library in step with the archive."""
        return self.home / "sync.lock"


def _own() -> Path:
    return Path(user_data_dir("kennisbank", appauthor=False))
