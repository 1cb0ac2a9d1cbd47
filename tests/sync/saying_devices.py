"""What somebody says and hears on a device: the services of one library, without a window or a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import Any

from kennisbank.domain.correspondence import FeedbackDraft
from kennisbank.domain.ids import ContributionId
from kennisbank.library.library import Library
from kennisbank.services.feedback import FeedbackService
from kennisbank.services.inbox import InboxService
from kennisbank.services.voices import VoiceService
from kennisbank.sync.memory_remote import MemoryArchive
from tests.sync.remote_contract import a_contribution
from tests.sync.sync_devices import Device

PAPER = ContributionId("c1c1c1c1-0000-4000-8000-000000000001")


class Speaker:
    """The services of a device."""

    def __init__(self, device: Device) -> None:
        self.device = device
        library: Any = device.library
        self.library: Library = library
        self.feedback = FeedbackService(library, clean=_copied, download=self._attachment)
        self.inbox = InboxService(library, download=self._attachment, language=lambda: "nl")
        self.voices = VoiceService(library)

    def sync(self, **options: Any) -> Any:
        return self.device.sync(**options)

    def says(self, text: str, **values: Any) -> str:
        """Queue feedback on the paper; return its id."""
        draft = self.feedback.save_draft(FeedbackDraft(PAPER, text=text, **values))
        self.feedback.send(draft.id)
        return draft.id

    @contextmanager
    def _attachment(self, attachment: str) -> Iterator[Iterator[bytes]]:
        with self.device.remote.attachment(attachment) as pieces:
            yield pieces


def _copied(path: Path, _kind: str, target: Path) -> None:
    copyfile(path, target)


def with_paper(archive: MemoryArchive) -> MemoryArchive:
    """Let the archive have the paper."""
    archive.put_public("contribution", PAPER, a_contribution())
    return archive


def texts(thread: Any) -> list[str]:
    return [each.text for each in thread.messages]
