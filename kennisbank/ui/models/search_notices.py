"""What is said above the results when they aren't simply what was asked for, each with a way out."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject

from kennisbank.domain.spelling import fold
from kennisbank.ui.language import number
from kennisbank.ui.models.search_answer import Answer, Asked
from kennisbank.ui.models.start_words import day_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AnswerNotice:
    """One sentence, and the words of the button that asks `instead`."""

    kind: Literal["new", "relaxed", "replaced", "suggestion"]
    text: str
    button: str = ""
    instead: Asked | None = None


def notices(answer: Answer) -> tuple[AnswerNotice, ...]:
    """Return what there is to say of an answer in which something was found, in the language in force."""
    if not answer.rows:
        return ()
    return (*_new(answer), *_replaced(answer), *_relaxed(answer), *_suggested(answer))


def _new(answer: Answer) -> tuple[AnswerNotice, ...]:
    """Say how many came in since a saved search was looked at, wherever in the answer they stand."""
    asked, count = answer.asked, answer.new_count
    if asked.since is None or not count or asked.is_only_new:
        return ()
    text = _Counts().new_since(count, day_words(asked.since, date.today()))  # noqa: DTZ011 - the reader's own day
    button = "" if count == answer.results.total else translate("SearchNotices", "Show only what is new")
    return (AnswerNotice("new", text, button, replace(asked, is_only_new=True)),)


def _replaced(answer: Answer) -> tuple[AnswerNotice, ...]:
    """Say which words were also searched in another spelling; one button takes all of that back."""
    found = answer.results.replacements
    strict = replace(answer.asked, is_strict=True)
    said = []
    for place, each in enumerate(found):
        text = translate("SearchNotices", "Also searched for “{by}”, since “{word}” gave nothing.")
        button = (
            translate("SearchNotices", "Search for “{word}” only").format(word=each.word)
            if len(found) == 1
            else translate("SearchNotices", "Search only as typed")
        )
        is_last = place == len(found) - 1
        said.append(
            AnswerNotice(
                "replaced",
                text.format(by=each.by, word=each.word),
                button if is_last else "",
                strict if is_last else None,
            )
        )
    return tuple(said)


def _relaxed(answer: Answer) -> tuple[AnswerNotice, ...]:
    """Say that some contributions lack words; the way out asks for all of them, or leaves out what is nowhere."""
    results = answer.results
    if not results.is_relaxed:
        return ()
    if results.total_with_all:
        strict = replace(answer.asked, is_strict=True)
        button = translate("SearchNotices", "Only those with all words")
        return (AnswerNotice("relaxed", _Counts().with_all(results.total_with_all), button, strict),)
    text = translate("SearchNotices", "No contribution has all of these words; these have some of them.")
    nowhere = [word for word in answer.rows[0].hit.lacking if all(word in row.hit.lacking for row in answer.rows)]
    without = _without(answer.asked.query, nowhere)
    if not nowhere or without is None:
        return (AnswerNotice("relaxed", text),)
    button = translate("SearchNotices", "Leave out “{words}”").format(words=", ".join(nowhere))
    return (AnswerNotice("relaxed", text, button, replace(answer.asked, query=without, since=None, is_only_new=False)),)


def _suggested(answer: Answer) -> tuple[AnswerNotice, ...]:
    guess = answer.results.suggestion
    if not guess:
        return ()
    button = translate("SearchNotices", "{query}?").format(query=guess)
    instead = replace(answer.asked, query=guess, since=None, is_only_new=False)
    return (AnswerNotice("suggestion", translate("SearchNotices", "Did you mean"), button, instead),)


def _without(query: str, words: list[str]) -> str | None:
    """Return a query of plain words without some of them; None where it isn't that plain, or nothing is left."""
    typed, gone = query.split(), {fold(word) for word in words}
    kept = [word for word in typed if fold(word) not in gone]
    is_plain = all(char.isalnum() or char in " -'’" for char in query)
    return " ".join(kept) if is_plain and kept and len(typed) - len(kept) >= len(gone) else None


class _Counts(QObject):
    """The words with a number in them: lupdate knows plurals in ``tr`` only."""

    def new_since(self, count: int, day: str) -> str:
        words = self.tr("%n contribution(s) came in since you looked ({day}).", "", count)
        return words.replace(str(count), number(count)).format(day=day)

    def with_all(self, count: int) -> str:
        words = self.tr("%n contribution(s) have all of these words; below stand some that have fewer.", "", count)
        return words.replace(str(count), number(count))
