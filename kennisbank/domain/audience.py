"""Who may see what somebody shares."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may see something besides its owner: `everyone` with an account, or the `people` with these addresses."""

    everyone: bool = False
    people: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anybody else may see it."""
        return self.everyone or bool(self.people)


NOBODY_ELSE = Audience()
