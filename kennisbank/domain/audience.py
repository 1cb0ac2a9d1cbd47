"""Who may see what somebody shares."""

import re
from dataclasses import dataclass

from kennisbank.errors import BadInputError

_ADDRESS = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may see something besides its owner: `everyone` with an account, or the `people` with these addresses."""

    everyone: bool = False
    people: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anybody else may see it."""
        return self.everyone or bool(self.people)


NOBODY_ELSE = Audience()


def checked(audience: Audience) -> Audience:
    """Return an audience as it is kept: addresses in small letters, each once, in order.

    Raises:
        BadInputError: something isn't a mail address.
    """
    people = dict.fromkeys(each.strip().casefold() for each in audience.people if each.strip())
    for each in people:
        if not _ADDRESS.fullmatch(each):
            raise BadInputError(f"{each!r} is no mail address.")
    return Audience(audience.everyone, tuple(people))
