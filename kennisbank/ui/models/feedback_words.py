"""Words for what readers and authors write to each other: kinds, states, receipts, moments, who said it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.correspondence import FeedbackKind, Message, Thread, ThreadRow, ThreadState
from kennisbank.ui.archive_messages import reason_words
from kennisbank.ui.language import clock, day
from kennisbank.ui.theme import BadgeTone

_KINDS: Mapping[FeedbackKind, tuple[str, str]] = {
    "question": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Question")), "question"),
    "correction": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Correction")), "pencil"),
    "used": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Used in class")), "board"),
    "appreciation": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Appreciation")), "heart"),
    "other": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Something else")), "chat"),
}
_YOURS: Mapping[FeedbackKind, str] = {
    "question": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your question")),
    "correction": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your correction")),
    "used": str(QT_TRANSLATE_NOOP("FeedbackWords", "You used it in class")),
    "appreciation": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your appreciation")),
    "other": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your feedback")),
}
_STATES: Mapping[ThreadState, tuple[str, BadgeTone, str]] = {
    "draft": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Draft")), "quiet", "pencil"),
    "queued": (str(QT_TRANSLATE_NOOP("FeedbackWords", "In the outbox")), "warn", "outbox"),
    "failed": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Not sent")), "bad", "error"),
    "sent": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Sent")), "accent", "send"),
    "no_author": (str(QT_TRANSLATE_NOOP("FeedbackWords", "No author yet")), "warn", "clock"),
    "delivered": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Delivered")), "accent", "inbox"),
    "read": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Read")), "accent", "eye"),
    "answered": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Answered")), "ok", "check"),
    "adopted": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Adopted")), "ok", "okc"),
    "declined": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Not adopted")), "bad", "x"),
    "hidden": (str(QT_TRANSLATE_NOOP("FeedbackWords", "Hidden")), "bad", "shield"),
}
_ROLES: Mapping[str, str] = {
    "teacher": str(QT_TRANSLATE_NOOP("FeedbackWords", "teacher")),
    "researcher": str(QT_TRANSLATE_NOOP("FeedbackWords", "researcher")),
    "student": str(QT_TRANSLATE_NOOP("FeedbackWords", "student")),
    "other": str(QT_TRANSLATE_NOOP("FeedbackWords", "reader")),
    "reader": str(QT_TRANSLATE_NOOP("FeedbackWords", "reader")),
    "author": str(QT_TRANSLATE_NOOP("FeedbackWords", "author")),
    "maintainer": str(QT_TRANSLATE_NOOP("FeedbackWords", "maintainer")),
}
_RECEIPTS: Mapping[ThreadState, tuple[str, str]] = {
    "draft": (str(QT_TRANSLATE_NOOP("FeedbackWords", "A draft, on this computer only.")), ""),
    "queued": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "It waits in the outbox, and goes with the next update.")),
        "",
    ),
    "failed": (str(QT_TRANSLATE_NOOP("FeedbackWords", "It could not be sent. The text is kept.")), ""),
    "sent": (str(QT_TRANSLATE_NOOP("FeedbackWords", "The archive has it. Nobody has fetched it yet.")), ""),
    "no_author": (
        str(
            QT_TRANSLATE_NOOP(
                "FeedbackWords",
                "The archive has it. None of the authors is known there yet: they are asked, and it is kept for them.",
            )
        ),
        "",
    ),
    "delivered": (str(QT_TRANSLATE_NOOP("FeedbackWords", "It has come to the authors.")), ""),
    "read": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "An author has read it.")),
        str(QT_TRANSLATE_NOOP("FeedbackWords", "{} has read it.")),
    ),
    "answered": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "An author has answered.")),
        str(QT_TRANSLATE_NOOP("FeedbackWords", "{} has answered.")),
    ),
    "adopted": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Adopted by the authors.")),
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Adopted in version {}.")),
    ),
    "declined": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Not adopted by the authors.")),
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Not adopted: {}")),
    ),
    "hidden": (
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Hidden by the maintainer.")),
        str(QT_TRANSLATE_NOOP("FeedbackWords", "Hidden by the maintainer: {}")),
    ),
}
"""What became of it in a sentence; and the same with a version, a reason or a name."""
_REFUSALS: Mapping[str, str] = {
    "forbidden": str(QT_TRANSLATE_NOOP("FeedbackWords", "The archive doesn't let this account do that.")),
    "invalid": str(QT_TRANSLATE_NOOP("FeedbackWords", "The archive doesn't take it in this form.")),
    "too_large": str(QT_TRANSLATE_NOOP("FeedbackWords", "It is larger than the archive takes.")),
    "other_content": str(QT_TRANSLATE_NOOP("FeedbackWords", "The archive has something else under the same number.")),
    "gone": str(QT_TRANSLATE_NOOP("FeedbackWords", "What it speaks of is no longer at the archive.")),
    "suspended": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your account is suspended by the maintainer.")),
    "not_approved": str(QT_TRANSLATE_NOOP("FeedbackWords", "Your account isn't approved yet.")),
    "too_many": str(QT_TRANSLATE_NOOP("FeedbackWords", "You sent a lot in a short time. Wait a while, and try again.")),
    "wrong_code": str(QT_TRANSLATE_NOOP("FeedbackWords", "This code isn't right, or no longer valid.")),
    "not_clean": str(
        QT_TRANSLATE_NOOP("FeedbackWords", "The file might say who you are. Take it off, or show your own name.")
    ),
}
ROAD: tuple[ThreadState, ...] = ("queued", "sent", "delivered", "read", "answered")
"""The states that feedback goes through, one after the other; adopted or not comes on top of the last."""
_PLACES: Mapping[ThreadState, int] = {
    "draft": -1, "queued": 0, "failed": 0, "sent": 1, "no_author": 1, "delivered": 2, "read": 3, "answered": 4,
    "adopted": 4, "declined": 4, "hidden": 1,
}  # fmt: skip


def kind_words(kind: FeedbackKind) -> str:
    """Return what kind of feedback it is."""
    return _say(_KINDS[kind][0])


def kind_icon(kind: FeedbackKind) -> str:
    """Return the name of the icon of a kind of feedback."""
    return _KINDS[kind][1]


def yours_words(kind: FeedbackKind) -> str:
    """Return what one's own feedback of a kind is called: ``Your question``."""
    return _say(_YOURS[kind])


def state_words(state: ThreadState) -> str:
    """Return the state of feedback in a word or two."""
    return _say(_STATES[state][0])


def state_badge(state: ThreadState) -> tuple[str, BadgeTone, str]:
    """Return the words, the tone and the icon of a state."""
    words, tone, icon = _STATES[state]
    return _say(words), tone, icon


def place_on_road(state: ThreadState) -> int:
    """Return how far feedback is: an index in `ROAD`; -1 for a draft."""
    return _PLACES[state]


def role_words(role: str) -> str:
    """Return what somebody is, where a name isn't shown; the word itself where it isn't known."""
    return _say(_ROLES[role]) if role in _ROLES else role


def who_words(message: Message) -> str:
    """Return who wrote a message: ``You``, a name with ``author``, or what they are."""
    if message.is_mine:
        return _say("You")
    role = role_words(message.role)
    return f"{message.name}, {role}" if message.name else role.capitalize()


def when_words(moment: str) -> str:
    """Return a moment of the correspondence: ``today``, ``yesterday``, or a day; with its time where that is told."""
    try:
        there = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    if len(moment) <= len("2026-11-22"):
        return _day_words(there.date())
    here = there.astimezone()
    if here.date() == date.today():  # noqa: DTZ011 - the reader's own day
        return _say("at {time}").format(time=clock(here))
    return _day_words(here.date())


def _day_words(when: date) -> str:
    today = date.today()  # noqa: DTZ011 - the reader's own day
    if when == today:
        return _say("today")
    return _say("yesterday") if when == today - timedelta(days=1) else day(when)


def receipt_words(thread: Thread | ThreadRow) -> str:
    """Return in a sentence what became of feedback."""
    plain, more = _RECEIPTS[thread.state]
    detail = _detail(thread)
    return _say(more).format(detail) if more and detail else _say(plain)


def _detail(thread: Thread | ThreadRow) -> str:
    """Return what is told with a state: the version it was adopted in, the reason, or who read it."""
    if isinstance(thread, ThreadRow):
        return ""
    if thread.state in {"adopted", "declined", "hidden"}:
        return thread.version if thread.state == "adopted" else thread.reason
    return _who_read(thread)


def _who_read(thread: Thread) -> str:
    return next((step.who for step in reversed(thread.steps) if step.state == thread.state and step.who), "")


def refusal_words(reason: str) -> str:
    """Return in a sentence why something of one's own wasn't taken; `reason` is a code of `protocol_acts.ActResult`."""
    return _say(_REFUSALS[reason]) if reason in _REFUSALS else reason_words(reason)


def start_of(text: str, most: int = 120) -> str:
    """Return how a text begins, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _say(source: str) -> str:
    return QCoreApplication.translate("FeedbackWords", source)


# For lupdate, which reads literal calls only.
_KEPT = (
    QT_TRANSLATE_NOOP("FeedbackWords", "You"),
    QT_TRANSLATE_NOOP("FeedbackWords", "at {time}"),
    QT_TRANSLATE_NOOP("FeedbackWords", "today"),
    QT_TRANSLATE_NOOP("FeedbackWords", "yesterday"),
)
