"""What the card of a thread in the margin shows: what it is, how it stands, what was said, the last answer."""

from PySide6.QtCore import QCoreApplication

from kennisbank.domain.annotation import Anchor
from kennisbank.domain.correspondence import Message, Thread
from kennisbank.ui.models.feedback_words import kind_words, start_of, state_words, when_words, who_words, yours_words
from kennisbank.ui.models.margin_words import CardContent


def thread_content(guest: str, thread: Thread, anchor: Anchor | None) -> CardContent:
    """Return what is shown of a thread by the id that it has in the margin."""
    first = thread.messages[0] if thread.messages else None
    last = thread.messages[-1] if len(thread.messages) > 1 else None
    is_mine = thread.side == "reader"
    body = _text(first)
    if thread.state == "adopted" and thread.version:
        words = QCoreApplication.translate("FeedbackWords", "Adopted in version {}.").format(thread.version)
        body = f"{start_of(body, 120)}\n\n{words}"
    if last is not None:
        body = f"{body}\n\n{who_words(last)}: {_text(last)}"
    state = anchor.state if anchor is not None else "original"
    return CardContent(
        id=guest,
        name=yours_words(thread.kind) if is_mine else kind_words(thread.kind),
        icon="feedback",
        colour="",
        number=0,
        aside=state_words(thread.state),
        author=_author(thread, first),
        body=body,
        quote="",
        tags=(),
        state=state,
        state_words="",
        page=anchor.page if anchor is not None else None,
        is_read_only=True,
        is_news=thread.is_unread,
        is_bad=thread.state == "failed",
    )


def _author(thread: Thread, first: Message | None) -> str:
    if first is None:
        return ""
    when = when_words(first.moment)
    who = who_words(first)
    if thread.side == "reader" and thread.shown_as == "role":
        who = QCoreApplication.translate("FeedbackWords", "You, by your role only")
    return "  •  ".join(part for part in (who, when) if part)


def _text(message: Message | None) -> str:
    if message is None:
        return ""
    return message.text or QCoreApplication.translate("FeedbackWords", "(no longer there)")
