"""How much one query may ask, so that no query takes longer than a second."""

MOST_TEXT = 50_000
"""Characters of a query that are read."""
MOST_WORDS = 200
"""Plain words of a query: long enough for a whole paragraph. All else takes the room of `COSTLY` of them."""
COSTLY = 2
_MOST_NEAR = 10
"""How often *near* may stand in one query: each time all places of two words are compared."""


class Room:
    """What is left of it while a query is read.

    `full_at` is where in the text the first thing stands that found no room; None as long as all did.
    """

    def __init__(self, length: int) -> None:
        """Begin a text of `length` characters."""
        self.full_at = MOST_TEXT if length > MOST_TEXT else None
        self.is_full = False
        self._words = self._nears = 0
        self._has_refused = False

    def has_for(self, start: int, count: int = 1) -> bool:
        """Take room for what is worth `count` plain words and stands at `start`; tell whether there was."""
        if self.is_full or self._words + count > MOST_WORDS:
            self.full_at = self.full_at if self.is_full else start
            self.is_full = True
            return False
        self._words += count
        return True

    def has_for_near(self, count: int) -> bool:
        """Take room for `count` times *near*; tell whether there was."""
        if self._nears + count > _MOST_NEAR:
            return False
        self._nears += count
        return True

    def refuses_first(self) -> bool:
        """Tell whether this is the first *near* that found no room: one remark will do."""
        is_first, self._has_refused = not self._has_refused, True
        return is_first
