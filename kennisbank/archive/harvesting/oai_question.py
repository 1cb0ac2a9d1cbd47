"""A question of OAI-PMH: a verb and its arguments, checked as the protocol has it. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Literal, cast

from kennisbank.archive.harvesting.oai_errors import OaiError

Verb = Literal["Identify", "ListMetadataFormats", "ListSets", "GetRecord", "ListIdentifiers", "ListRecords"]
_LIST = frozenset({"metadataPrefix", "from", "until", "set", "resumptionToken"})
_ARGUMENTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "Identify": frozenset(),
        "ListMetadataFormats": frozenset({"identifier"}),
        "ListSets": frozenset({"resumptionToken"}),
        "GetRecord": frozenset({"identifier", "metadataPrefix"}),
        "ListIdentifiers": _LIST,
        "ListRecords": _LIST,
    }
)
_SET = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")
_PREFIX = re.compile(r"[A-Za-z0-9\-_.!~*'()]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is as it should be. `arguments` are those that were given, to be repeated in the answer.

    `since` and `before` are moments as the archive writes them (empty: no limit): from the first, up to, not
    including, the second. `set` is a set's name, empty for all; `prefix` a format, empty where none is asked for.
    """

    verb: Verb
    arguments: Mapping[str, str]
    identifier: str = ""
    token: str = ""
    since: str = ""
    before: str = ""
    set: str = ""
    prefix: str = ""


def question_of(given: Iterable[tuple[str, str]]) -> Question:
    """Return the question that these names and values are.

    Raises:
        OaiError: they are none: ``badVerb`` or ``badArgument``.
    """
    pairs = list(given)
    verbs = [value for name, value in pairs if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in _ARGUMENTS:
        raise OaiError("badVerb", "The verb is missing, given twice, or none of OAI-PMH's.")
    verb, arguments = cast("Verb", verbs[0]), dict(pair for pair in pairs if pair[0] != "verb")
    if len(arguments) != len(pairs) - 1:
        raise OaiError("badArgument", "An argument is given twice.")
    if wrong := sorted(set(arguments) - _ARGUMENTS[verb]):
        raise OaiError("badArgument", f"{verb} takes no argument {wrong[0][:40]}.")
    if "resumptionToken" in arguments and len(arguments) > 1:
        raise OaiError("badArgument", "With a resumptionToken there are no other arguments.")
    _check(verb, arguments)
    since, before = _limits(arguments.get("from", ""), arguments.get("until", ""))
    return Question(
        verb=verb,
        arguments={"verb": verb, **{name: value for name, value in arguments.items() if _may_be_repeated(name, value)}},
        identifier=arguments.get("identifier", ""),
        token=arguments.get("resumptionToken", ""),
        since=since,
        before=before,
        set=arguments.get("set", ""),
        prefix=arguments.get("metadataPrefix", ""),
    )


def _may_be_repeated(name: str, value: str) -> bool:
    """Tell whether an argument may stand in the answer: what is no URI at all can't be an identifier there."""
    return name != "identifier" or _URI.fullmatch(value) is not None


def _check(verb: Verb, arguments: Mapping[str, str]) -> None:
    if empty := sorted(name for name, value in arguments.items() if not value):
        raise OaiError("badArgument", f"The argument {empty[0]} is empty.")
    if verb == "GetRecord" and "identifier" not in arguments:
        raise OaiError("badArgument", "GetRecord needs an identifier.")
    needs_prefix = "metadataPrefix" in _ARGUMENTS[verb] and "resumptionToken" not in arguments
    prefix = arguments.get("metadataPrefix", "")
    if needs_prefix and not _PREFIX.fullmatch(prefix):
        raise OaiError("badArgument", f"{verb} needs a metadataPrefix.")
    if "set" in arguments and not _SET.fullmatch(arguments["set"]):
        raise OaiError("badArgument", "No set has such a name.")


def _limits(since: str, until: str) -> tuple[str, str]:
    """Return from which moment, and before which, records are asked for, as the archive writes moments."""
    if since and until and len(since) != len(until):
        raise OaiError("badArgument", "from and until are to be alike: both days, or both moments.")
    if since and until and since > until:
        raise OaiError("badArgument", "from is later than until.")
    return _moment(since), _moment(until, is_end=True)


def _moment(text: str, *, is_end: bool = False) -> str:
    """Return when a day or second begins, or with `is_end` when it has ended."""
    if not text:
        return ""
    try:
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text)
            moment, length = datetime(day.year, day.month, day.day, tzinfo=UTC), timedelta(days=1)
        elif _SECOND.fullmatch(text):
            moment, length = datetime.fromisoformat(text).astimezone(UTC), timedelta(seconds=1)
        else:
            raise OaiError("badArgument", "A date is written as 2026-11-22 or as 2026-11-22T09:30:00Z.")
    except ValueError as error:
        raise OaiError("badArgument", "There is no such date.") from error
    try:
        return (moment + length if is_end else moment).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    except OverflowError:  # the last second that there is: no limit
        return ""
