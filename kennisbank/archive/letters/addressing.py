"""Messages with everything around their text: who writes, in which language, and how to be written to no more."""

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.mail.outgoing import Waiting
from kennisbank.archive.mail.post import Message, Sender, sendable
from kennisbank.sentences import Language


def sender_of(config: ArchiveConfig) -> Sender:
    """Return who the archive's messages are from."""
    answers = sendable(config.address) or ""
    return Sender(config.name, sendable(config.storage.mail_from) or answers or "archive@localhost", answers)


def language_for(language: Language, config: ArchiveConfig) -> Language:
    """Return the language to write in: the one that is wished, where the archive writes it."""
    if language in config.languages:
        return language
    return "en" if "en" in config.languages else "nl"


def addressed(
    waiting: Waiting, config: ArchiveConfig, said: tuple[str, str], *, unsubscribe: str = "", has_answers: bool = True
) -> Message:
    """Return the message of an errand; `said` is subject and body.

    `unsubscribe` is an address that ends such messages with one click (RFC 8058). Without `has_answers` no address for
    answers stands in it.
    """
    sender = sender_of(config)
    if not has_answers:
        sender = Sender(sender.name, sender.address)
    language = language_for(waiting.language, config)
    return Message(waiting.id, sender, waiting.mail, *said, language, waiting.created, unsubscribe)
