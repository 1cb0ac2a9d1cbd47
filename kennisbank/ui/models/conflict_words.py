"""A conflict as people read it: which field of what, and both values as words."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kennisbank.domain.changes import Kind
from kennisbank.domain.syncing import Conflict, Loser
from kennisbank.ui.language import language_name
from kennisbank.ui.models.search_words import kind_words

_KINDS: Mapping[str, str] = {
    "contribution": str(QT_TRANSLATE_NOOP("ConflictWords", "Contribution")),
    "edition": str(QT_TRANSLATE_NOOP("ConflictWords", "Edition")),
    "annotation": str(QT_TRANSLATE_NOOP("ConflictWords", "Annotation")),
    "dossier": str(QT_TRANSLATE_NOOP("ConflictWords", "Dossier")),
    "saved_search": str(QT_TRANSLATE_NOOP("ConflictWords", "Saved search")),
    "reading_mark": str(QT_TRANSLATE_NOOP("ConflictWords", "Reading mark")),
    "reading": str(QT_TRANSLATE_NOOP("ConflictWords", "Place in a paper")),
    "act": str(QT_TRANSLATE_NOOP("ConflictWords", "Message, vote or proposal")),
}
_FIELDS: Mapping[str, str] = {
    "title": str(QT_TRANSLATE_NOOP("ConflictWords", "Title")),
    "authors": str(QT_TRANSLATE_NOOP("ConflictWords", "Authors")),
    "abstract": str(QT_TRANSLATE_NOOP("ConflictWords", "Abstract")),
    "keywords": str(QT_TRANSLATE_NOOP("ConflictWords", "Keywords")),
    "themes": str(QT_TRANSLATE_NOOP("ConflictWords", "Themes")),
    "year": str(QT_TRANSLATE_NOOP("ConflictWords", "Year")),
    "language": str(QT_TRANSLATE_NOOP("ConflictWords", "Language")),
    "kind": str(QT_TRANSLATE_NOOP("ConflictWords", "Kind")),
    "doi": "DOI",
    "licence": str(QT_TRANSLATE_NOOP("ConflictWords", "Licence")),
    "edition": str(QT_TRANSLATE_NOOP("ConflictWords", "Edition")),
    "body": str(QT_TRANSLATE_NOOP("ConflictWords", "Text of the note")),
    "colour": str(QT_TRANSLATE_NOOP("ConflictWords", "Colour")),
    "tags": str(QT_TRANSLATE_NOOP("ConflictWords", "Tags")),
    "anchor": str(QT_TRANSLATE_NOOP("ConflictWords", "Place in the paper")),
    "name": str(QT_TRANSLATE_NOOP("ConflictWords", "Name")),
    "remark": str(QT_TRANSLATE_NOOP("ConflictWords", "Remark")),
    "items": str(QT_TRANSLATE_NOOP("ConflictWords", "Lines of the dossier")),
    "query": str(QT_TRANSLATE_NOOP("ConflictWords", "Query")),
    "website": str(QT_TRANSLATE_NOOP("ConflictWords", "Website")),
    "shared": str(QT_TRANSLATE_NOOP("ConflictWords", "Who may see it")),
}
_REASONS: Mapping[str, str] = {
    "deleted": str(
        QT_TRANSLATE_NOOP("ConflictWords", "It was deleted on one side and changed on the other; the change won.")
    ),
    "chosen": str(QT_TRANSLATE_NOOP("ConflictWords", "You chose the other version.")),
}
_KEPT = (
    QT_TRANSLATE_NOOP("ConflictWords", "nothing"),
    QT_TRANSLATE_NOOP("ConflictWords", "everybody with an account"),
    QT_TRANSLATE_NOOP("ConflictWords", "A version that was replaced."),
    QT_TRANSLATE_NOOP("ConflictWords", "Something else"),
)
_TITLES = ("title", "name", "body", "query", "code")
_LONGEST = 90


def kind_of(kind: Kind) -> str:
    """Return what kind of thing it is about."""
    return _say(_KINDS[kind]) if kind in _KINDS else _say("Something else")


def field_of(field: str) -> str:
    """Return what a field is called; its own name where it isn't known."""
    return _say(_FIELDS[field]) if field in _FIELDS else field


def value_words(conflict: Conflict, value: Any) -> str:
    """Return a value of a conflict as words; a field that is empty says so."""
    if conflict.field == "language" and isinstance(value, str):
        return language_name(value) or _say("nothing")
    if conflict.field == "kind" and isinstance(value, str):
        return kind_words(value) or _say("nothing")
    return _words(value) or _say("nothing")


def can_keep_both(conflict: Conflict) -> bool:
    """Tell whether both values can stand together: texts below one another, or all members of both."""
    if isinstance(conflict.mine, str) and isinstance(conflict.theirs, str):
        return conflict.field in {"body", "remark", "abstract"} and bool(conflict.mine and conflict.theirs)
    return _is_list(conflict.mine) and _is_list(conflict.theirs)


def loser_title(loser: Loser) -> str:
    """Return what a version that lost is called: by its title, its name, or the beginning of its text."""
    body = _body(loser)
    found = next((str(body[name]) for name in _TITLES if body.get(name)), "")
    words = " ".join(found.split())
    return f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words or kind_of(loser.kind)


def loser_reason(loser: Loser) -> str:
    """Return why a version lost."""
    return _say(_REASONS[loser.reason]) if loser.reason in _REASONS else _say("A version that was replaced.")


def _body(loser: Loser) -> Mapping[str, Any]:
    try:
        body = json.loads(loser.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _is_list(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _words(value: Any) -> str:
    if value is None or value in ("", [], (), {}):
        return ""
    if isinstance(value, Mapping):
        if "everyone" in value:
            people = ", ".join(value.get("people", ()))
            return _say("everybody with an account") if value["everyone"] else people
        return next((str(value[name]) for name in ("name", "title", "remark", "exact") if value.get(name)), "…")
    if _is_list(value):
        return "\n".join(words for words in map(_words, value) if words)
    return str(value)


def _say(source: str) -> str:
    return QCoreApplication.translate("ConflictWords", source)
