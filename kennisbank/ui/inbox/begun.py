"""What else than words was begun in a thread, and waits to be sent: as it was kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.domain.correspondence import Attachment


@dataclass(frozen=True, slots=True)
class Begun:
    """`file` goes with the answer; `verdict` is what was chosen, by name; `question` is for the maintainer."""

    file: Attachment | None = None
    verdict: Mapping[str, str] = field(default_factory=dict)
    question: str = ""


NOTHING_BEGUN = Begun()
