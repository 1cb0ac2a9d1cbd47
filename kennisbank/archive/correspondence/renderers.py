"""How what stands in a mailbox is shown to its owner: one line for each kind."""

from types import MappingProxyType

from kennisbank.archive.claiming.claims import claim_body
from kennisbank.archive.claiming.versions import version_body
from kennisbank.archive.mailboxes.notice_bodies import notice_body
from kennisbank.archive.mailboxes.pages import Renderers, Together
from kennisbank.archive.people.notify import settings_body
from kennisbank.archive.threads.rendering import thread_bodies
from kennisbank.archive.voices.own_items import own_comment, own_proposal, own_vote

RENDERERS: Renderers = MappingProxyType(
    {
        "thread": Together(thread_bodies),
        "comment": own_comment,
        "vote": own_vote,
        "proposal": own_proposal,
        "notice": notice_body,
        "claim": claim_body,
        "version": version_body,
        "settings": settings_body,
    }
)
