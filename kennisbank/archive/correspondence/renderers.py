"""How what stands in a mailbox is shown to its owner: one line for each kind."""

from collections.abc import Mapping
from types import MappingProxyType

from kennisbank.archive.claiming.claims import claim_body
from kennisbank.archive.claiming.versions import version_body
from kennisbank.archive.mailboxes.pages import Renderer
from kennisbank.archive.notice_bodies import notice_body
from kennisbank.archive.people.notify import settings_body
from kennisbank.archive.threads.rendering import thread_body
from kennisbank.archive.voices.own_items import own_comment, own_proposal, own_vote
from kennisbank.sync.protocol_mailbox import ItemKind

RENDERERS: Mapping[ItemKind, Renderer] = MappingProxyType(
    {
        "thread": thread_body,
        "comment": own_comment,
        "vote": own_vote,
        "proposal": own_proposal,
        "notice": notice_body,
        "claim": claim_body,
        "version": version_body,
        "settings": settings_body,
    }
)
