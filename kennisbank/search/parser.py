"""A forgiving reader of queries: anything that can be typed is one, and what was not understood is pointed at.

Words are all required; ``"a phrase"``, ``-not``/``NOT``/``NIET``, ``OR``/``OF``, ``AND``/``EN``, ``NEAR/5``,
brackets, prefix ``netwerk*``, and field names in Dutch and English. *Near* binds tightest, then *and*, then *or*. The
reader works with a stack of its own, so that no nesting is too deep for it, and in time proportional to the text.
"""

from dataclasses import dataclass

from kennisbank.domain.results import NotUnderstood
from kennisbank.search.analysis import fold
from kennisbank.search.query import (
    NAME_PARTICLES,
    NOTHING_ASKED,
    OPERATORS,
    Near,
    Node,
    Phrase,
    TextField,
    Word,
    all_of,
)
from kennisbank.search.query_frame import Frame, Operator, Remark
from kennisbank.search.query_names import FACETS, FIELDS, TEXT_FIELDS, YEARS, field_like, is_scheme
from kennisbank.search.query_near import distance_of, nearness
from kennisbank.search.query_pieces import Piece, chunk_at, piece_at
from kennisbank.search.query_room import COSTLY, MOST_TEXT, MOST_WORDS, Room
from kennisbank.search.query_values import asked_value
from kennisbank.search.query_words import chunk_words, kept, quoted_words
from kennisbank.search.query_years import years_after, years_at

_DEEPEST = 50
_MOST_REMARKS = 20


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a text, and what was not."""

    tree: Node
    not_understood: tuple[NotUnderstood, ...] = ()


def parse(text: str) -> Query:
    """Return the query that `text` is; never raises."""
    return _Parser(text).run()


class _Parser:
    def __init__(self, text: str) -> None:
        self._all = len(text)
        self._text = text[:MOST_TEXT]
        self._room = Room(len(text))
        self._remarks: list[NotUnderstood] = []
        self._frames = [Frame(0)]
        self._ignored_depth = 0
        self._operators: list[Word] = []

    def run(self) -> Query:
        """Read the text from left to right."""
        position = 0
        while not self._room.is_full and (piece := piece_at(self._text, position)) is not None:
            position = self._piece(piece)
        while len(self._frames) > 1:
            start = self._frames[-1].start
            self._remark(start, start + 1, "unclosed bracket")
            self._close(len(self._text))
        self._remark_all(self._frames[0].left())
        tree = self._frames[0].tree()
        if tree == NOTHING_ASKED:
            tree = all_of(list(self._operators))
        if self._room.full_at is not None:
            self._remarks.append(NotUnderstood(self._room.full_at, self._all, "too many words"))
        elif tree == NOTHING_ASKED and not self._remarks and (bare := self._text.strip()):
            start = self._text.index(bare[0])
            self._remark(start, start + len(bare), "nothing to search for")
        return Query(tree, tuple(sorted(self._remarks, key=lambda each: each.start)))

    def _remark(self, start: int, end: int, reason: str) -> None:
        """Point at a part; what the end of a query that is too long left unfinished is nobody's fault."""
        if len(self._remarks) < _MOST_REMARKS and not self._room.is_full:
            self._remarks.append(NotUnderstood(start, end, reason))

    def _remark_all(self, remarks: list[Remark]) -> None:
        for each in remarks:
            self._remark(*each)

    def _take(self, node: Node, bracket: tuple[int, int] | None = None) -> None:
        remark = self._frames[-1].take(node, bracket)
        if remark is not None:
            self._remark(*remark)

    def _piece(self, piece: Piece) -> int:
        """Read one piece; return where the next begins."""
        frame, end = self._frames[-1], piece.end
        if piece.kind != "text":
            frame.carried = ""
        match piece.kind:
            case "open":
                self._open(piece)
            case "close":
                self._closed(piece)
            case "minus":
                frame.negated = True
            case "name":
                end = self._name(piece)
            case "unclosed":
                if not self._text[: piece.start][-1:].isdigit():  # 27" is a size
                    self._remark(piece.start, piece.end, "unclosed quotation mark")
            case "quoted":
                self._quoted(piece)
                self._must_have_value(frame)
            case "text":
                self._chunk(piece)
                self._must_have_value(frame)
        return end

    def _must_have_value(self, frame: Frame) -> None:
        """Forget what stood glued to the beginning of something that turned out empty."""
        if frame.name:
            self._remark(frame.name_start, frame.name_end, "field without a value")
        if frame.waiting is None or frame.waiting.kind != "not":
            frame.negated = False
        frame.name = ""

    # Brackets

    def _open(self, piece: Piece) -> None:
        if len(self._frames) > _DEEPEST:
            self._ignored_depth += 1
            self._remark(piece.start, piece.end, "too deep")
            return
        frame = self._frames[-1]
        self._frames.append(Frame(piece.start, frame.name or frame.inherited))

    def _closed(self, piece: Piece) -> None:
        if self._ignored_depth:
            self._ignored_depth -= 1
        elif len(self._frames) > 1:
            self._close(piece.end)
        else:
            self._remark(piece.start, piece.end, "unopened bracket")

    def _close(self, end: int) -> None:
        frame = self._frames.pop()
        self._remark_all(frame.left())
        tree = frame.tree()
        if tree == NOTHING_ASKED:
            self._frames[-1].forget()
        else:
            self._take(tree, (frame.start, end))

    # Fields

    def _name(self, piece: Piece) -> int:
        frame, name, after = self._frames[-1], fold(piece.text), piece.end
        if name in FIELDS and not self._text.startswith("//", after):
            if frame.name:
                self._remark(frame.name_start, frame.name_end, "field without a value")
            frame.name, frame.name_start, frame.name_end = name, piece.start, piece.end
            return self._years(after) if name in YEARS else after
        if frame.name:
            return self._whole(chunk_at(self._text, piece.start))
        found = years_after(name, self._text, after)
        if found is not None and self._room.has_for(piece.start, COSTLY):
            self._take(found[0])
            return found[1]
        if is_scheme(name):
            is_address = self._text.startswith("//", after)
            return self._whole(chunk_at(self._text, after if is_address else piece.start))
        is_glued = self._is_glued(after)
        like = field_like(name, is_glued=is_glued)
        if like or (len(name) > 1 and is_glued):
            hint = f"; did you mean {like}" if like else ""
            self._remark(piece.start, piece.end, f"unknown field{hint}")
        self._take_words(piece, self._text_field())
        return after

    def _whole(self, chunk: Piece) -> int:
        """Read a chunk in which colons say nothing."""
        self._chunk(chunk)
        self._must_have_value(self._frames[-1])
        return chunk.end

    def _is_glued(self, position: int) -> bool:
        """Tell whether something that could be the value of a field stands at `position`."""
        after = piece_at(self._text, position)
        if after is None or after.start != position:
            return False
        return after.kind in {"open", "quoted", "name"} or (after.kind == "text" and after.text[0].isalnum())

    def _years(self, position: int) -> int:
        found = years_at(self._text, position)
        if found is None or not self._room.has_for(position, COSTLY):
            return position
        self._take(found[0])
        return found[1]

    def _value(self, name: str, piece: Piece, *, is_literal: bool) -> bool:
        """Read a value of a facet or of the year; tell whether it was one."""
        frame = self._frames[-1]
        is_prefix = (piece.tail if is_literal else piece.text).endswith("*")
        value = piece.text if is_literal else piece.text.removesuffix("*")
        found = asked_value(name, value, is_prefix=is_prefix, is_literal=is_literal)
        if isinstance(found, str):
            self._remark(frame.name_start if frame.name else piece.start, piece.end, found)
            frame.name = ""
            return False
        if self._room.has_for(piece.start, COSTLY):
            self._take(found)
        return True

    def _text_field(self) -> TextField:
        frame = self._frames[-1]
        return TEXT_FIELDS.get(frame.name or frame.carried or frame.inherited, "")

    # Words

    def _quoted(self, piece: Piece) -> None:
        frame = self._frames[-1]
        name = frame.name or frame.inherited
        if (name in FACETS or name in YEARS) and self._value(name, piece, is_literal=True):
            return
        if "*" in piece.text or piece.tail == "*":
            self._remark(piece.start, piece.end, "an asterisk doesn't count in a phrase")
        words = quoted_words(piece, MOST_WORDS // COSTLY + 1)
        if not words or not self._room.has_for(piece.start, COSTLY * len(words)):
            return
        if piece.tail.startswith("~") and len(words) > 1 and self._may_be_near(len(words) - 1, piece):
            wanted = distance_of(piece.tail[1:])
            if wanted.reason:
                self._remark(piece.end - len(piece.tail), piece.end, wanted.reason)
            self._take(Near(tuple(words), wanted.distance, self._text_field(), piece.start, piece.end))
        else:
            typed = tuple(kept(self._text[each.start : each.end]) for each in words)
            self._take(Phrase(typed, self._text_field(), piece.start, piece.end))

    def _may_be_near(self, count: int, piece: Piece) -> bool:
        """Tell whether `count` more pairs may be asked to be near each other; if not, this is remarked."""
        if self._room.has_for_near(count):
            return True
        if self._room.refuses_first():
            self._remark(piece.start, piece.end, "near too often")
        return False

    def _chunk(self, piece: Piece) -> None:
        frame = self._frames[-1]
        name = frame.name or frame.inherited
        is_value = bool(frame.name) or (piece.text == "EN" and self._awaits_language(frame))
        if not is_value and self._operate(piece):
            frame.carried = ""
            return
        if (name in FACETS or name in YEARS) and self._value(name, piece, is_literal=False):
            return
        field = self._text_field()
        is_particle = field == "authors" and (frame.name or frame.carried) and fold(piece.text) in NAME_PARTICLES
        carried = frame.name or frame.carried
        self._take_words(piece, field)
        frame.carried = carried if is_particle else ""

    def _awaits_language(self, frame: Frame) -> bool:
        """Tell whether a language may come next, as the last one in ``taal:(NL OF EN)``."""
        return FACETS.get(frame.inherited) == "language" and (frame.waiting is not None or not frame.groups[-1])

    def _take_words(self, piece: Piece, field: TextField) -> None:
        chunk = chunk_words(piece, field)
        self._remark_all(list(chunk.remarks))
        nodes: list[Node] = []
        for each in chunk.nodes:
            is_plain = isinstance(each, Word) and not each.field
            if not self._room.has_for(each.start, 1 if is_plain else COSTLY):
                break
            nodes.append(each)
        if nodes:
            self._take(all_of(nodes))

    def _operate(self, piece: Piece) -> bool:
        """Read an operator; tell whether it was one."""
        near = nearness(piece.text)
        kind = "near" if near is not None else OPERATORS.get(piece.text)
        if kind is None:
            return False
        if near is not None and near.reason:
            self._remark(piece.start, piece.end, near.reason)
        if len(self._operators) < MOST_WORDS:
            word = piece.text.partition("/")[0]
            self._operators.append(Word(word.lower(), "", piece.start, piece.start + len(word)))
        if kind == "near" and not self._may_be_near(1, piece):
            kind = "and"
        remark = self._frames[-1].operate(
            Operator(kind, piece.start, piece.end, near.distance if near is not None else 0)
        )
        if remark is not None:
            self._remark(*remark)
        return True
