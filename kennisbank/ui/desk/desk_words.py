"""Words of the maintainers' desk: lists, what can be done, how things stand, and what is known of each."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from kennisbank.sync.protocol_desk import DeskItem, DeskList, DeskVerb
from kennisbank.ui.language import number
from kennisbank.ui.models.feedback_words import when_words
from kennisbank.ui.theme import BadgeTone

Section = Literal[DeskList, "accounts", "trail", "rules", "newsletter"]
LISTS: tuple[DeskList, ...] = get_args(DeskList)
OTHERS: tuple[Section, ...] = ("accounts", "newsletter", "rules", "trail")
SECTIONS: tuple[Section, ...] = (*LISTS, *OTHERS)
_NAMES: Mapping[str, str] = {
    "account": str(QT_TRANSLATE_NOOP("Desk", "Requests for an account")),
    "claim": str(QT_TRANSLATE_NOOP("Desk", "Claims of authors")),
    "earlier": str(QT_TRANSLATE_NOOP("Desk", "Earlier threads")),
    "remark": str(QT_TRANSLATE_NOOP("Desk", "Remarks")),
    "report": str(QT_TRANSLATE_NOOP("Desk", "Reports")),
    "help": str(QT_TRANSLATE_NOOP("Desk", "Questions of authors")),
    "proposal": str(QT_TRANSLATE_NOOP("Desk", "Proposed corrections")),
    "version": str(QT_TRANSLATE_NOOP("Desk", "New versions")),
    "unanswered": str(QT_TRANSLATE_NOOP("Desk", "Unanswered feedback")),
    "comment": str(QT_TRANSLATE_NOOP("Desk", "Hidden comments")),
    "accounts": str(QT_TRANSLATE_NOOP("Desk", "All accounts")),
    "newsletter": str(QT_TRANSLATE_NOOP("Desk", "Newsletter")),
    "rules": str(QT_TRANSLATE_NOOP("Desk", "House rules")),
    "trail": str(QT_TRANSLATE_NOOP("Desk", "Audit trail")),
}
_LEADS: Mapping[str, str] = {
    "account": str(
        QT_TRANSLATE_NOOP("Desk", "Who was let in, or wasn't, hears so by mail. A reason for declining goes along.")
    ),
    "claim": str(
        QT_TRANSLATE_NOOP(
            "Desk",
            "Somebody says to be the author, and no code could settle it. Whoever is granted gets the feedback "
            "on it from then on; the other authors are told.",
        )
    ),
    "earlier": str(
        QT_TRANSLATE_NOOP(
            "Desk",
            "An author asks to see feedback from before the claim. Addresses change hands: be sure who it is.",
        )
    ),
    "remark": str(
        QT_TRANSLATE_NOOP("Desk", "Nobody but maintainers sees these. Each is erased by itself on the day it says.")
    ),
    "report": str(QT_TRANSLATE_NOOP("Desk", "Somebody thinks that this breaks the house rules.")),
    "help": str(QT_TRANSLATE_NOOP("Desk", "An author asks what to do with feedback. You see what the author sees.")),
    "proposal": str(
        QT_TRANSLATE_NOOP(
            "Desk",
            "Accepted with one click; everybody has it with the next update. The proposer hears what became of it.",
        )
    ),
    "version": str(
        QT_TRANSLATE_NOOP("Desk", "An author handed in a newer file. Open it first; accepting publishes it.")
    ),
    "unanswered": str(
        QT_TRANSLATE_NOOP(
            "Desk",
            "What no author has answered. Its text and its sender aren't shown here. You can invite the authors.",
        )
    ),
    "comment": str(QT_TRANSLATE_NOOP("Desk", "Hidden with a reason that everybody can read. Each can be put back.")),
    "accounts": str(QT_TRANSLATE_NOOP("Desk", "Everybody who has or had an account here.")),
    "newsletter": str(
        QT_TRANSLATE_NOOP("Desk", "Those who signed up and confirmed it. The list is for sending the newsletter only.")
    ),
    "rules": str(QT_TRANSLATE_NOOP("Desk", "What everybody agrees to who asks for an account.")),
    "trail": str(QT_TRANSLATE_NOOP("Desk", "What was decided, by whom and when. Nothing is ever taken out of it.")),
}
_VERBS: Mapping[DeskVerb, str] = {
    "accept": str(QT_TRANSLATE_NOOP("Desk", "Accept")),
    "decline": str(QT_TRANSLATE_NOOP("Desk", "Decline")),
    "hide": str(QT_TRANSLATE_NOOP("Desk", "Hide")),
    "restore": str(QT_TRANSLATE_NOOP("Desk", "Put back")),
    "answer": str(QT_TRANSLATE_NOOP("Desk", "Answer by mail")),
    "done": str(QT_TRANSLATE_NOOP("Desk", "Settled")),
    "suspend": str(QT_TRANSLATE_NOOP("Desk", "Suspend")),
    "lift": str(QT_TRANSLATE_NOOP("Desk", "Lift the suspension")),
    "invite": str(QT_TRANSLATE_NOOP("Desk", "Invite the authors")),
}
_OWN_VERBS: Mapping[tuple[str, DeskVerb], str] = {
    ("account", "accept"): str(QT_TRANSLATE_NOOP("Desk", "Let in")),
    ("account", "restore"): str(QT_TRANSLATE_NOOP("Desk", "Let in again")),
    ("claim", "accept"): str(QT_TRANSLATE_NOOP("Desk", "Grant")),
    ("earlier", "accept"): str(QT_TRANSLATE_NOOP("Desk", "Let them see it")),
    ("proposal", "accept"): str(QT_TRANSLATE_NOOP("Desk", "Adopt it")),
    ("version", "accept"): str(QT_TRANSLATE_NOOP("Desk", "Publish")),
    ("help", "answer"): str(QT_TRANSLATE_NOOP("Desk", "Answer")),
    ("report", "decline"): str(QT_TRANSLATE_NOOP("Desk", "Leave it")),
}
_STATES: Mapping[str, tuple[str, BadgeTone, str]] = {
    "accepted": (str(QT_TRANSLATE_NOOP("Desk", "accepted")), "ok", "check"),
    "declined": (str(QT_TRANSLATE_NOOP("Desk", "declined")), "bad", "x"),
    "hidden": (str(QT_TRANSLATE_NOOP("Desk", "hidden")), "warn", "eye"),
    "done": (str(QT_TRANSLATE_NOOP("Desk", "settled")), "ok", "check"),
}
_SUSPENDED = str(QT_TRANSLATE_NOOP("Desk", "suspended"))
_CONCERNED: Mapping[str, str] = {
    "author": str(
        QT_TRANSLATE_NOOP("Desk", "You are an author of this contribution: another maintainer decides about it.")
    ),
    "writer": str(QT_TRANSLATE_NOOP("Desk", "This is your own: another maintainer decides about it.")),
}
_ALONE: Mapping[str, str] = {
    "author": str(
        QT_TRANSLATE_NOOP(
            "Desk", "You are an author of this contribution, and nobody else can decide: the audit trail says so."
        )
    ),
    "writer": str(QT_TRANSLATE_NOOP("Desk", "This is your own, and there is nobody else to decide about it.")),
}
_DETAILS: Mapping[str, str] = {
    "mail": str(QT_TRANSLATE_NOOP("Desk", "Mail address")),
    "telephone": str(QT_TRANSLATE_NOOP("Desk", "Telephone")),
    "occupation": str(QT_TRANSLATE_NOOP("Desk", "Occupation")),
    "organisation": str(QT_TRANSLATE_NOOP("Desk", "Organisation")),
    "author": str(QT_TRANSLATE_NOOP("Desk", "Claims to be")),
    "address": str(QT_TRANSLATE_NOOP("Desk", "Address in the archive")),
    "kind": str(QT_TRANSLATE_NOOP("Desk", "Kind")),
    "state": str(QT_TRANSLATE_NOOP("Desk", "State")),
    "threads": str(QT_TRANSLATE_NOOP("Desk", "Threads")),
    "name": str(QT_TRANSLATE_NOOP("Desk", "File")),
    "reason": str(QT_TRANSLATE_NOOP("Desk", "Reason")),
    "until": str(QT_TRANSLATE_NOOP("Desk", "Erased on")),
    "house_rules": str(QT_TRANSLATE_NOOP("Desk", "House rules")),
}
ASKS_REASON: frozenset[DeskVerb] = frozenset({"decline", "hide", "answer", "suspend"})
"""What asks for words in place before it is done."""
NEEDS_REASON: frozenset[DeskVerb] = frozenset({"decline", "hide", "answer"})


def section_name(section: str) -> str:
    """Return how a list or page of the desk is called."""
    return _say(_NAMES.get(section, section))


def section_lead(section: str) -> str:
    """Return what one has to know before deciding there."""
    return _say(_LEADS.get(section, ""))


def verb_words(item: DeskItem, verb: DeskVerb) -> str:
    """Return what the button for it says."""
    return _say(_OWN_VERBS.get((item.list, verb), _VERBS[verb]))


def state_badge(item: DeskItem) -> tuple[str, BadgeTone, str] | None:
    """Return words, tone and icon of how something stands; None while it is open."""
    found = _STATES.get(item.state)
    if found is None:
        return None
    words = _SUSPENDED if item.list == "account" and item.state == "hidden" else found[0]
    return _say(words), found[1], found[2]


def suspended_badge(item: DeskItem) -> tuple[str, BadgeTone, str] | None:
    """Return words, tone and icon of a sender who is suspended because of this; None: they aren't."""
    return (_say(_SUSPENDED), "warn", "warn") if item.details.get("suspended") else None


def concerned_words(item: DeskItem) -> str:
    """Return why it isn't for whoever looks to decide, or not as it is for others; empty where it is."""
    words = _ALONE if item.details.get("alone") else _CONCERNED
    return _say(words.get(str(item.details.get("concerned", "")), ""))


def detail_names() -> dict[str, str]:
    """Return how each thing that may be known of an item is called, in the order in which it is shown."""
    return {name: _say(words) for name, words in _DETAILS.items()}


def value_words(value: Any) -> str:
    """Return a proposed value as text: a line, a list of keywords, or authors with what they belong to."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        name, affiliation = str(value.get("name", "")), str(value.get("affiliation", ""))
        return f"{name} ({affiliation})" if affiliation else name
    if isinstance(value, (list, tuple)):
        return "\n".join(value_words(each) for each in value)
    return "" if value is None else str(value)


def moment_of(text: str) -> str:
    """Return a moment of the wire (its zone in brackets, if any) as one says it."""
    return when_words(text.partition("[")[0])


class DeskCountWords(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def days(self, count: int) -> str:
        """Say for how many days something has waited."""
        return self.tr("waits for %n day(s)", "", count).replace(str(count), number(count))

    def unnamed(self, count: int) -> str:
        """Say for how many threads somebody is suspended whom no list names."""
        text = self.tr(
            "%n suspension(s) because of what was sent by role: who that is shows nowhere. They end at the report.",
            "",
            count,
        )
        return text.replace(str(count), number(count))

    def open(self, count: int) -> str:
        """Say how much is open."""
        return self.tr("%n open", "", count).replace(str(count), number(count))


def _say(source: str) -> str:
    return QCoreApplication.translate("Desk", source) if source else ""
