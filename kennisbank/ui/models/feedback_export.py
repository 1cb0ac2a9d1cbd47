"""Feedback with its answers as text to keep: Markdown, one chapter a thread. Pure, but for its words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.correspondence import Thread
from kennisbank.ui.models.feedback_words import kind_words, receipt_words, when_words, who_words


def feedback_markdown(threads: Sequence[Thread]) -> str:
    """Return all threads below one another, each with its contribution, passage, messages and what became of it."""
    parts = [f"# {_say('My feedback')}"]
    for each in threads:
        parts.append(f"## {each.title or each.contribution}")
        where = [kind_words(each.kind), each.edition]
        if each.anchor is not None and each.anchor.page is not None:
            where.append(_say("page {page}").format(page=each.anchor.page))
        parts.append(" · ".join(part for part in where if part))
        if each.anchor is not None and each.anchor.quote is not None:
            parts.append(f"> {each.anchor.quote.exact}")
        for message in each.messages:
            who = ", ".join(part for part in (who_words(message), when_words(message.moment)) if part)
            parts.append(f"**{who}**\n\n{message.text or message.words or '…'}")
        if each.link:
            parts.append(f"<{each.link}>")
        parts.append(f"*{receipt_words(each)}*")
    return "\n\n".join(parts) + "\n"


def _say(source: str) -> str:
    return QCoreApplication.translate("FeedbackWords", source)
