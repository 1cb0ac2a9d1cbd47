"""What the archive's messages say, in Dutch and English: plain words, and only what the archive's own file names."""

import textwrap
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from kennisbank.archive.configuration import ArchiveConfig
from kennisbank.archive.mail.post import one_line

Language = Literal["nl", "en"]
Letter = Literal[
    "welcome",
    "welcome_wait",
    "code",
    "approved",
    "approved_code",
    "refused",
    "suspended",
    "suspended_unnamed",
    "restored",
    "asked",
    "erasure",
]

_SUBJECTS: Mapping[Language, Mapping[Letter, str]] = MappingProxyType(
    {
        "nl": {
            "welcome": "Je code voor {archive}",
            "welcome_wait": "Je aanvraag bij {archive}",
            "code": "Je code voor {archive}",
            "approved": "Je account bij {archive} is goedgekeurd",
            "approved_code": "Je account bij {archive} is goedgekeurd",
            "refused": "Je aanvraag bij {archive}",
            "suspended": "Je account bij {archive} is geschorst",
            "suspended_unnamed": "Je account bij {archive} is geschorst",
            "restored": "Je account bij {archive} werkt weer",
            "asked": "Iemand vraagt een account bij {archive}",
            "erasure": "Je code om alles van jou bij {archive} te wissen",
        },
        "en": {
            "welcome": "Your code for {archive}",
            "welcome_wait": "Your request at {archive}",
            "code": "Your code for {archive}",
            "approved": "Your account at {archive} has been approved",
            "approved_code": "Your account at {archive} has been approved",
            "refused": "Your request at {archive}",
            "suspended": "Your account at {archive} has been suspended",
            "suspended_unnamed": "Your account at {archive} has been suspended",
            "restored": "Your account at {archive} works again",
            "asked": "Somebody asks for an account at {archive}",
            "erasure": "Your code to have everything of yours at {archive} erased",
        },
    }
)

_BODIES: Mapping[Language, Mapping[Letter, str]] = MappingProxyType(
    {
        "nl": {
            "welcome": """\
Met dit mailadres is een account gevraagd bij {archive}. Dit is de code om je aan te melden:

{code}

Typ hem in het programma, bij dit mailadres. Daarmee is je account klaar. De code geldt {life} en werkt één keer.

Heb je hier niet om gevraagd? Dan hoef je niets te doen: zonder de code gebeurt er niets.""",
            "welcome_wait": """\
Met dit mailadres is een account gevraagd bij {archive}. Dit is de code om je aan te melden:

{code}

Typ hem in het programma, bij dit mailadres; dan weten we dat het adres van jou is. De code geldt {life} en werkt
één keer. Daarna kijkt een beheerder naar je aanvraag. Je krijgt bericht; tot die tijd kun je alles lezen wat
openbaar is.

Heb je hier niet om gevraagd? Dan hoef je niets te doen.""",
            "code": """\
Dit is de code om je aan te melden bij {archive}:

{code}

Typ hem in het programma, bij dit mailadres. De code geldt {life} en werkt één keer.

Heb je hier niet om gevraagd? Dan hoef je niets te doen: wie de code niet heeft, komt er niet in. Geef hem aan niemand;
ook de beheerders vragen er nooit naar.""",
            "approved": """\
Je account bij {archive} is goedgekeurd. Je bent al aangemeld en hoeft niets te doen; bij de volgende synchronisatie
kun je ook notities bewaren en delen.""",
            "approved_code": """\
Je account bij {archive} is goedgekeurd. Dit is de code om je aan te melden:

{code}

Typ hem in het programma, bij dit mailadres. De code geldt {life} en werkt één keer. Is hij verlopen? Vraag dan in het
programma een nieuwe.""",
            "refused": """\
Je aanvraag voor een account bij {archive} is niet goedgekeurd. Wat openbaar is, blijf je zonder account kunnen lezen.
{ask}""",
            "suspended": """\
Je account bij {archive} is geschorst. Wat je op je eigen computer hebt, blijft daar staan, en wat openbaar is kun je
blijven lezen. {ask}""",
            "suspended_unnamed": """\
Je account bij {archive} is geschorst, om iets dat je daar alleen met je rol erbij hebt geschreven. Wie je bent weten
de beheerders niet, en de auteurs ook niet: geen lijst laat zien dat jouw account geschorst is. Wat je op je eigen
computer hebt, blijft daar staan, en wat openbaar is kun je blijven lezen. Een beheerder kan de schorsing opheffen waar
ertoe besloten is. Wie ernaar vraagt, zegt daarmee wie het schreef. {ask}""",
            "restored": """\
Je account bij {archive} werkt weer. Je kunt verder waar je was.""",
            "asked": """\
{name} ({occupation}{organisation}) vraagt een account bij {archive}, met het mailadres {mail}.

Goedkeuren of weigeren doe je op de server van het archief, met:

  kennisbank archive users approve {quoted}

  kennisbank archive users refuse {quoted}

Aanvragen die wachten: {waiting}.""",
            "erasure": """\
Met deze code laat je je account bij {archive} wissen, met alles wat het archief van je bewaart:

{code}

Typ hem in het programma. Wat anderen je antwoordden blijft leesbaar, zonder jouw naam en jouw woorden. Gewist is
gewist: bewaar eerst wat je wilt houden (in het programma: alles over mij). De code geldt {life} en werkt één keer.

Heb je dit niet gevraagd? Gebruik de code dan niet, en beëindig in het programma de apparaten die je niet kent.""",
        },
        "en": {
            "welcome": """\
An account at {archive} was asked for with this mail address. This is the code to log in with:

{code}

Type it into the program, with this mail address. Your account is then ready. The code is good for {life} and works
once.

Didn't you ask for this? Then you needn't do anything: without the code nothing happens.""",
            "welcome_wait": """\
An account at {archive} was asked for with this mail address. This is the code to log in with:

{code}

Type it into the program, with this mail address, so that we know it is yours. The code is good for {life} and works
once. A maintainer then looks at your request. You will hear from us; until then you can read all that is public.

Didn't you ask for this? Then you needn't do anything.""",
            "code": """\
This is the code to log in at {archive}:

{code}

Type it into the program, with this mail address. The code is good for {life} and works once.

Didn't you ask for this? Then you needn't do anything: nobody gets in without the code. Give it to nobody; the
maintainers never ask for it either.""",
            "approved": """\
Your account at {archive} has been approved. You are logged in already and needn't do anything; from the next
synchronisation on you can also keep and share notes.""",
            "approved_code": """\
Your account at {archive} has been approved. This is the code to log in with:

{code}

Type it into the program, with this mail address. The code is good for {life} and works once. Has it run out? Then ask
for a new one in the program.""",
            "refused": """\
Your request for an account at {archive} was not approved. What is public you can go on reading without an account.
{ask}""",
            "suspended": """\
Your account at {archive} has been suspended. What is on your own computer stays there, and you can go on reading what
is public. {ask}""",
            "suspended_unnamed": """\
Your account at {archive} has been suspended, because of something that you wrote there by role only. The maintainers
don't know who you are, and neither do the authors: no list shows that your account is suspended. What is on your own
computer stays there, and you can go on reading what is public. A maintainer can lift the suspension where it was
decided. Whoever asks about it says by that who wrote it. {ask}""",
            "restored": """\
Your account at {archive} works again. You can go on where you were.""",
            "asked": """\
{name} ({occupation}{organisation}) asks for an account at {archive}, with the mail address {mail}.

You approve or refuse at the archive's server, with:

  kennisbank archive users approve {quoted}

  kennisbank archive users refuse {quoted}

Requests that wait: {waiting}.""",
            "erasure": """\
With this code you have your account at {archive} erased, with everything that the archive keeps of you:

{code}

Type it into the program. What others answered you stays readable, without your name and your words. What is erased is
erased: first save what you want to keep (in the program: everything about me). The code is good for {life} and works
once.

Didn't you ask for this? Then don't use the code, and end the devices that you don't know in the program.""",
        },
    }
)

_HELLO: Mapping[Language, str] = MappingProxyType({"nl": "Hallo,", "en": "Hello,"})
_ASK: Mapping[Language, str] = MappingProxyType(
    {"nl": "Heb je vragen? Schrijf naar {address}.", "en": "Do you have questions? Write to {address}."}
)
_LIVES: Mapping[Language, Mapping[Literal["short", "long"], str]] = MappingProxyType(
    {"nl": {"short": "een half uur", "long": "een dag"}, "en": {"short": "half an hour", "long": "a day"}}
)
OCCUPATIONS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "nl": {"teacher": "docent", "researcher": "onderzoeker", "student": "student", "other": "anders"},
        "en": {"teacher": "teacher", "researcher": "researcher", "student": "student", "other": "other"},
    }
)


def letter(
    kind: Letter, language: Language, config: ArchiveConfig, *, is_long: bool = False, **values: str
) -> tuple[str, str]:
    """Return subject and body of a message; `values` are what its text asks for (code, name, mail …), each one line.

    `is_long`: the code in it is good for a day.
    """
    said = {name: one_line(value) for name, value in values.items()}
    texts = (_SUBJECTS[language][kind], _BODIES[language][kind])
    return composed(texts, language, config, said, is_long=is_long)


def composed(
    texts: tuple[str, str],
    language: Language,
    config: ArchiveConfig,
    values: Mapping[str, str],
    *,
    is_long: bool = False,
) -> tuple[str, str]:
    """Return subject and body of a message out of the patterns of both.

    What is filled in beside `values`: ``archive``, ``ask`` (whom to write to), ``life`` (of a code).
    """
    address = one_line(config.address)
    ask = _ASK[language].format(address=address) if address else ""
    life = _LIVES[language]["long" if is_long else "short"]
    said = {**values, "archive": one_line(config.name), "life": life, "ask": ask}
    signed = "\n".join(one_line(each) for each in (config.name, config.foundation, config.website) if one_line(each))
    body = _filled(texts[1].format_map(said))
    return texts[0].format_map(said), f"{_HELLO[language]}\n\n{body}\n\n{signed}\n"


def _filled(text: str) -> str:
    """Return text with its paragraphs broken into lines of at most 72; what is indented stays on its line."""
    broken = textwrap.TextWrapper(width=72, break_long_words=False, break_on_hyphens=False)
    parts = text.strip("\n").split("\n\n")
    return "\n\n".join(each if each.startswith("  ") else broken.fill(" ".join(each.split())) for each in parts)
