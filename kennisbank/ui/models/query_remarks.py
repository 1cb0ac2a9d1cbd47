"""Why a part of a query was not understood, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_HINT = "; did you mean "
_REASONS: dict[str, str] = {
    "unclosed bracket": str(QT_TRANSLATE_NOOP("QueryRemarks", "this bracket isn't closed")),
    "unopened bracket": str(QT_TRANSLATE_NOOP("QueryRemarks", "this bracket was never opened")),
    "unclosed quotation mark": str(QT_TRANSLATE_NOOP("QueryRemarks", "this quotation mark isn't closed")),
    "field without a value": str(QT_TRANSLATE_NOOP("QueryRemarks", "nothing stands after the colon")),
    "nothing after the operator": str(QT_TRANSLATE_NOOP("QueryRemarks", "nothing stands after it")),
    "nothing before the operator": str(QT_TRANSLATE_NOOP("QueryRemarks", "nothing stands before it")),
    "unknown field": str(QT_TRANSLATE_NOOP("QueryRemarks", "no field has this name; searched as a word")),
    "nothing to search for": str(QT_TRANSLATE_NOOP("QueryRemarks", "there is no word in it")),
    "an asterisk counts at the end of a word only": str(
        QT_TRANSLATE_NOOP("QueryRemarks", "an asterisk counts at the end of a word only")
    ),
    "an asterisk doesn't count in a phrase": str(
        QT_TRANSLATE_NOOP("QueryRemarks", "an asterisk doesn't count in a phrase")
    ),
    "not a year": str(QT_TRANSLATE_NOOP("QueryRemarks", "this isn't a year; write 2013 or 2010..2015")),
    "not a language": str(QT_TRANSLATE_NOOP("QueryRemarks", "no language is called so; searched as a word")),
    "not a kind of contribution": str(QT_TRANSLATE_NOOP("QueryRemarks", "no kind is called so; searched as a word")),
    "near joins words and phrases, no brackets": str(
        QT_TRANSLATE_NOOP("QueryRemarks", "near stands between words and phrases, not brackets")
    ),
    "near joins words and phrases only": str(
        QT_TRANSLATE_NOOP("QueryRemarks", "near stands between words and phrases only")
    ),
    "near joins words of one field only": str(
        QT_TRANSLATE_NOOP("QueryRemarks", "only words in the same field can stand near each other")
    ),
    "near reaches from 1 to 100 words": str(QT_TRANSLATE_NOOP("QueryRemarks", "near reaches from 1 to 100 words")),
    "near too often": str(QT_TRANSLATE_NOOP("QueryRemarks", "near more than ten times is too much to look for")),
    "not a number of words": str(QT_TRANSLATE_NOOP("QueryRemarks", "a number of words should follow, as in NEAR/5")),
    "too deep": str(QT_TRANSLATE_NOOP("QueryRemarks", "too many brackets in one another")),
    "too long a word": str(QT_TRANSLATE_NOOP("QueryRemarks", "a very long word; only its beginning counts")),
    "too many words": str(QT_TRANSLATE_NOOP("QueryRemarks", "too long; what comes from here on was left out")),
}


def remark_words(reason: str) -> str:
    """Return in words what `NotUnderstood.reason` says; one that isn't known as it is."""
    known, _, name = reason.partition(_HINT)
    if known not in _REASONS:
        return reason
    if name:
        words = QCoreApplication.translate("QueryRemarks", "no field has this name; did you mean {name}?")
        return words.format(name=f"{name}:")
    return QCoreApplication.translate("QueryRemarks", _REASONS[known])
