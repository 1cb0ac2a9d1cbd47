"""How what stands in a mailbox is shown to its owner: one line for each kind."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.mailboxes.pages import Renderer
from kennisbank.archive.threads.rendering import thread_body
from kennisbank.sync.protocol_mailbox import ItemKind

RENDERERS: Mapping[ItemKind, Renderer] = MappingProxyType(
    {
        "thread": thread_body,
    }
)
