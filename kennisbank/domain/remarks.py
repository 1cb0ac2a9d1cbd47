"""What somebody says to the maintainers without an account, as long as it waits on this machine."""

from dataclasses import dataclass
from typing import Literal

from kennisbank.domain.moments import Moment

RemarkKind = Literal["remark", "newsletter"]
RemarkState = Literal["queued", "failed", "accepted"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark to the maintainers, or a wish to be put on the newsletter's list (or off it, not `wants`).

    `id` is a random UUID, the key of its delivery. Once the archive has it (`accepted`), `name`, `telephone`, `mail`
    and `text` are empty here. `language`: that of its writer, for the answer. `reason`: a code why it was refused.
    """

    id: str
    kind: RemarkKind
    created: Moment
    text: str = ""
    name: str = ""
    telephone: str = ""
    mail: str = ""
    wants: bool = True
    language: Literal["nl", "en"] = "nl"
    state: RemarkState = "queued"
    reason: str = ""
