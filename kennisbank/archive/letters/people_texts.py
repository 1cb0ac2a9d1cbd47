"""What messages about feedback, claims, remarks and the newsletter say, in Dutch and English; as in `mail_texts`.

None of them holds what a reader wrote, or who that is.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.letters.mail_texts import Language, composed
from kennisbank.archive.mail.post import one_line

PeopleLetter = Literal[
    "claim_code",
    "coauthor",
    "invitation",
    "feedback",
    "feedback_daily",
    "desk",
    "remark_answer",
    "newsletter_on",
    "newsletter_off",
    "newsletter_is_on",
    "newsletter_not_on",
]

_SUBJECTS: Mapping[Language, Mapping[PeopleLetter, str]] = MappingProxyType(
    {
        "nl": {
            "claim_code": "Je code als auteur bij {archive}",
            "coauthor": "Een auteur van “{title}” leest mee",
            "invitation": "Een lezer heeft op je bijdrage gereageerd",
            "feedback": "Nieuwe feedback op “{title}”",
            "feedback_daily": "Nieuwe feedback op je bijdragen",
            "desk": "Er wacht iets in Beheer van {archive}",
            "remark_answer": "Antwoord op je opmerking aan {archive}",
            "newsletter_on": "Bevestig de nieuwsbrief van {archive}",
            "newsletter_off": "Afmelden voor de nieuwsbrief van {archive}",
            "newsletter_is_on": "De nieuwsbrief van {archive}",
            "newsletter_not_on": "De nieuwsbrief van {archive}",
        },
        "en": {
            "claim_code": "Your code as an author at {archive}",
            "coauthor": "An author of “{title}” reads along",
            "invitation": "A reader has written about your contribution",
            "feedback": "New feedback on “{title}”",
            "feedback_daily": "New feedback on your contributions",
            "desk": "Something waits at the desk of {archive}",
            "remark_answer": "An answer to your remark to {archive}",
            "newsletter_on": "Confirm the newsletter of {archive}",
            "newsletter_off": "Leave the newsletter of {archive}",
            "newsletter_is_on": "The newsletter of {archive}",
            "newsletter_not_on": "The newsletter of {archive}",
        },
    }
)

_BODIES: Mapping[Language, Mapping[PeopleLetter, str]] = MappingProxyType(
    {
        "nl": {
            "claim_code": """\
{name} laat weten {author} te zijn, auteur van “{title}” in {archive}. Dit mailadres staat bij die auteur. Ben jij dat,
dan is dit de code om het te bevestigen:

{code}

Typ hem in het programma Kennisbank, bij Postvak in. De code geldt {life} en werkt één keer. Daarna krijg je de feedback
die lezers op je bijdrage geven.

Ken je {name} niet? Dan hoef je niets te doen: zonder de code gebeurt er niets. Geef hem aan niemand.""",
            "coauthor": """\
{name} is in {archive} bevestigd als {author}, auteur van “{title}”, en krijgt voortaan de feedback die lezers daarop
geven. Je krijgt dit bericht omdat je er zelf ook auteur van bent.

Klopt dit niet? Laat het de beheerders weten. {ask}

{stop}""",
            "invitation": """\
Een lezer heeft in {archive} gereageerd op je bijdrage “{title}”. Nog geen van de auteurs leest daar mee, dus de reactie
wacht op je.

Zo lees je hem: open het programma Kennisbank, vraag een account bij {archive}{where}, liefst met dit mailadres, zoek je
bijdrage en kies “Ik ben hier auteur van”. Meer hoef je niet te doen; een antwoord op deze mail komt niet bij de lezer
aan.

{stop}""",
            "feedback": """\
Er is nieuwe feedback op je bijdrage “{title}” in {archive}.

Open Kennisbank en kies Postvak in om te lezen en te antwoorden. Een antwoord op deze mail komt niet bij de lezer aan.

{stop}""",
            "feedback_daily": """\
Er is nieuwe feedback op je bijdragen in {archive}:

{titles}

Open Kennisbank en kies Postvak in om te lezen en te antwoorden. Een antwoord op deze mail komt niet bij de lezer aan.

{stop}""",
            "desk": """\
Er wacht iets op een beheerder van {archive}: {what}.

Open Kennisbank en kies Beheer. In die lijst staan er nu {waiting}.""",
            "remark_answer": """\
Je stuurde een opmerking aan {archive}. Dit is het antwoord:

{words}

{ask}""",
            "newsletter_on": """\
Met dit mailadres is de nieuwsbrief van {archive} aangevraagd. Bevestig dat met deze link, en de knop op de pagina
die dan opent:

  {link}

Heb je hier niet om gevraagd? Dan hoef je niets te doen: zonder bevestiging krijg je niets, en na {days} dagen
is het adres vergeten.""",
            "newsletter_off": """\
Er is gevraagd dit mailadres van de lijst voor de nieuwsbrief van {archive} te halen. Doe dat met deze link, en de knop
op de pagina die dan opent:

  {link}

Heb je hier niet om gevraagd? Dan hoef je niets te doen: je blijft de nieuwsbrief krijgen.""",
            "newsletter_is_on": """\
Dit mailadres staat al op de lijst voor de nieuwsbrief van {archive}. Je hoeft niets te doen.

Wil je hem niet meer? Meld je dan af met deze link, en de knop op de pagina die dan opent:

  {link}""",
            "newsletter_not_on": """\
Er is gevraagd dit mailadres van de lijst voor de nieuwsbrief van {archive} te halen. Het staat er niet op, dus je hoeft
niets te doen.""",
        },
        "en": {
            "claim_code": """\
{name} says to be {author}, an author of “{title}” in {archive}. This mail address goes with that author. If that is
you, this is the code to confirm it with:

{code}

Type it into the program Kennisbank, in the Inbox. The code is good for {life} and works once. After that you get the
feedback that readers give on your contribution.

Don't you know {name}? Then you needn't do anything: without the code nothing happens. Give it to nobody.""",
            "coauthor": """\
{name} has been confirmed at {archive} as {author}, an author of “{title}”, and gets the feedback that readers give on
it from now on. You are told because you are an author of it too.

Is this wrong? Let the maintainers know. {ask}

{stop}""",
            "invitation": """\
A reader has written about your contribution “{title}” in {archive}. None of its authors reads along there yet, so what
was written waits for you.

This is how to read it: open the program Kennisbank, ask for an account at {archive}{where}, with this mail address if
you can, find your contribution and choose “I am an author of this”. That is all; an answer to this mail
doesn't reach the reader.

{stop}""",
            "feedback": """\
There is new feedback on your contribution “{title}” in {archive}.

Open Kennisbank and choose Inbox to read and to answer. An answer to this mail doesn't reach the reader.

{stop}""",
            "feedback_daily": """\
There is new feedback on your contributions in {archive}:

{titles}

Open Kennisbank and choose Inbox to read and to answer. An answer to this mail doesn't reach the reader.

{stop}""",
            "desk": """\
Something waits for a maintainer of {archive}: {what}.

Open Kennisbank and choose Manage. That list has {waiting} now.""",
            "remark_answer": """\
You sent a remark to {archive}. This is the answer:

{words}

{ask}""",
            "newsletter_on": """\
The newsletter of {archive} was asked for with this mail address. Confirm it with this link, and the button on the page
that opens:

  {link}

Didn't you ask for this? Then you needn't do anything: without confirmation you get nothing, and after {days}
days the address is forgotten.""",
            "newsletter_off": """\
Somebody asked to take this mail address off the list of the newsletter of {archive}. Do so with this link, and the
button on the page that opens:

  {link}

Didn't you ask for this? Then you needn't do anything: you will go on getting the newsletter.""",
            "newsletter_is_on": """\
This mail address is on the list of the newsletter of {archive} already. You needn't do anything.

Don't you want it any more? Then leave with this link, and the button on the page that opens:

  {link}""",
            "newsletter_not_on": """\
Somebody asked to take this mail address off the list of the newsletter of {archive}. It isn't on it, so you needn't do
anything.""",
        },
    }
)

_STOP: Mapping[Language, str] = MappingProxyType(
    {
        "nl": "Geen mail hierover meer? Dat kan met deze link, en de knop op de pagina die dan opent:\n\n  {link}",
        "en": "No more mail about this? Use this link, and the button on the page that opens:\n\n  {link}",
    }
)
_STOP_INSIDE: Mapping[Language, str] = MappingProxyType(
    {
        "nl": "Geen mail hierover meer? Zet dat uit in Kennisbank, bij Postvak in.",
        "en": "No more mail about this? Turn it off in Kennisbank, in the Inbox.",
    }
)
_STOP_BY_MAIL: Mapping[Language, str] = MappingProxyType(
    {
        "nl": "Geen mail hierover meer? Laat dat weten aan {address}.",
        "en": "No more mail about this? Say so to {address}.",
    }
)
WHAT: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "nl": {
            "claim": "iemand die zegt auteur te zijn",
            "earlier": "een auteur die ook eerdere feedback wil lezen",
            "remark": "een opmerking",
            "version": "een nieuwe versie van een bijdrage",
            "report": "iets wat tegen de huisregels zou zijn",
            "help": "een vraag van een auteur over feedback",
        },
        "en": {
            "claim": "somebody who says to be an author",
            "earlier": "an author who would read earlier feedback too",
            "remark": "a remark",
            "version": "a new version of a contribution",
            "report": "something that would be against the house rules",
            "help": "an author's question about feedback",
        },
    }
)
"""What waits at the desk, by list."""


def people_letter(
    kind: PeopleLetter, language: Language, config: ArchiveConfig, *, is_long: bool = False, **values: str
) -> tuple[str, str]:
    """Return subject and body of a message; `values` are what its text asks for, each one line.

    ``words`` and ``titles`` may have several paragraphs, and ``stop`` is as `stop_text` gives it.
    """
    whole = {"words", "titles", "stop", "where"}
    said = {name: value if name in whole else one_line(value) for name, value in values.items()}
    return composed((_SUBJECTS[language][kind], _BODIES[language][kind]), language, config, said, is_long=is_long)


def stop_text(language: Language, link: str, address: str = "") -> str:
    """Return how to get no more of such messages: by a link, by writing to an address, or in the program."""
    if link:
        return _STOP[language].format(link=link)
    return _STOP_BY_MAIL[language].format(address=address) if address else _STOP_INSIDE[language]


def as_list(titles: list[str]) -> str:
    """Return titles as lines of a list."""
    return "\n".join(f"  – {one_line(each)}" for each in titles)


def as_paragraphs(text: str) -> str:
    """Return what somebody wrote as paragraphs of a message, without control characters."""
    parts = [one_line(each) for each in text.replace("\r", "").split("\n")]
    return "\n\n".join(each for each in parts if each)
