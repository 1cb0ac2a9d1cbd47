"""Where a passage of one version of a text stands in another, once it is known what became of the letters."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from kennisbank.documents.alignment import Alignment
from kennisbank.documents.judging import Place, judged, passage_at
from kennisbank.documents.landmarks import Block, same_ahead, same_behind
from kennisbank.documents.links import Link
from kennisbank.documents.quotes import QuoteFinder
from kennisbank.documents.similarity import Piece, pieces

_WIDEST = 2000
"""Letters of what was changed between two blocks, within which a place is still worked out."""
_NEAR = 600
"""Letters of new text between two parts of a passage that are still one piece."""
_SURE = 600
"""Letters of a chain, or a passage, that can't be a copy of a sentence or two."""
_RIVAL = 0.6
_NEW = attrgetter("new")
_ALONE = 24
"""Letters of a passage that is looked for by itself where nothing around it leads there."""


class Carrier:
    """Carries passages of one text over to another. Not to be shared between threads."""

    def __init__(self, alignment: Alignment) -> None:
        """Go by what became of the letters."""
        self._alignment = alignment
        sure = {link.block for link in alignment.links}
        self._doubtful = [block for block in alignment.blocks if block not in sure]
        self._old, self._new = QuoteFinder(alignment.old), QuoteFinder(alignment.new)

    def carried(self, start: int, end: int) -> list[Place]:
        """Return where ``old[start:end]`` stands in the new text: nowhere, in one place, or in two.

        Two, in order, belong together: another page was put between them.
        """
        alignment = self._alignment
        parts = _parts(alignment, start, end)
        place = _judged(alignment, parts, start, end)
        if len(parts) == 2 and (place is None or place.state == "changed"):
            whole = _together(alignment, parts, start, end)
            if whole:
                return whole
        place = place or _elsewhere(alignment, start, end)
        if place is not None and self._is_between(start, end):
            return []
        main = max(parts, key=lambda each: _covered(each, start, end), default=())
        if self._doubtful_in(start, end) > _covered(main, start, end):
            return []
        if place is None or (_is_light(alignment, main) and self._has_rival(place, start, end)):
            return []
        is_doubtful = place.state == "changed" and place.end - place.start < _SURE
        return [] if is_doubtful and self._is_another(place, start, end) else [place]

    def _doubtful_in(self, start: int, end: int) -> int:
        """Return how many letters of a passage may have gone to a copy: between their neighbours they are no better."""
        return sum(max(0, min(end, block.old_end) - max(start, block.old)) for block in self._doubtful)

    def _is_between(self, start: int, end: int) -> bool:
        """Tell whether a passage, where a piece was put in or taken out, is as well what stood at the other end of it.

        Of ``of of`` became ``of`` nobody knows which of the two was left out.
        """
        old, new = self._alignment.old, self._alignment.new
        links = self._alignment.within(start, end)
        if len(links) != 1 or links[0].block.old > start or links[0].block.old_end < end:
            return False
        block, blocks = links[0].block, self._alignment.blocks
        index = bisect_left(blocks, block.new, key=_NEW)
        above, below = self._alignment.before(block.old), self._alignment.behind(block.old_end)
        ends = [*blocks[max(0, index - 1) : index], *([above.block] if above is not None else [])]
        starts = [*blocks[index + 1 : index + 2], *([below.block] if below is not None else [])]
        at_start = max((_either(old, new, block, each) for each in ends), default=0)
        at_end = max((_either_behind(old, new, block, each) for each in starts), default=0)
        return end <= block.old + at_start or start >= block.old_end - at_end

    def _has_rival(self, place: Place, start: int, end: int) -> bool:
        """Tell whether another place, of which nothing else is known, is much like the passage too."""
        return any(
            other.similarity >= _RIVAL
            and (other.end <= place.start or place.end <= other.start)
            and 2 * self._of_others(other, start, end) < other.end - other.start
            for other in self._new.places(passage_at(self._alignment.old, start, end))
        )

    def _of_others(self, place: Place, start: int, end: int) -> int:
        """Return how many letters of a place are known to be those of other passages than this one."""
        taken = self._alignment.taken_in(place.start, place.end)
        for link in self._alignment.within(start, end):
            shift = link.block.new - link.block.old
            first = max(start, link.block.old) + shift
            last = min(end, link.block.old_end) + shift
            taken -= max(0, min(last, place.end) - max(first, place.start))
        return taken

    def _is_another(self, place: Place, start: int, end: int) -> bool:
        """Tell whether what stands in the place is more like another passage of the old text."""
        return any(
            other.similarity > place.similarity and (other.end <= start or end <= other.start)
            for other in self._old.places(passage_at(self._alignment.new, place.start, place.end))
        )


def _either(old: str, new: str, block: Block, before: Block) -> int:
    """Return how many letters at the start of a block could as well belong to the one before it, in one text."""
    if (before.old_end == block.old) == (before.new_end == block.new):
        return 0
    if before.new_end == block.new:
        return same_ahead(old, before.old_end, new, block.new)
    return same_ahead(old, block.old, new, before.new_end)


def _either_behind(old: str, new: str, block: Block, behind: Block) -> int:
    """Return how many letters at the end of a block could as well belong to the one behind it, in one text."""
    if (behind.old == block.old_end) == (behind.new == block.new_end):
        return 0
    if behind.new == block.new_end:
        return same_behind(old, behind.old, new, block.new_end)
    return same_behind(old, block.old_end, new, behind.new)


def _is_light(alignment: Alignment, part: Sequence[Link]) -> bool:
    """Tell whether no chain leads to the passage that is long enough to be sure that it isn't a copy of it."""
    return all(alignment.weights[link.chain] < _SURE for link in part)


def _judged(alignment: Alignment, parts: Sequence[Sequence[Link]], start: int, end: int) -> Place | None:
    """Return what most of the passage became; without what lies beyond much new text, if that is what it takes."""
    passage = passage_at(alignment.old, start, end)
    part = max(parts, key=lambda each: _covered(each, start, end), default=())
    image = _image(alignment, part, start, end) if part else _between(alignment, start, end)
    place = judged(passage, alignment.new, *image) if image is not None else None
    while place is None and len(part) > 1:
        part = _larger_half(part, start, end)
        place = judged(passage, alignment.new, *_linked(alignment, part, start, end))
    return place


def _larger_half(part: Sequence[Link], start: int, end: int) -> Sequence[Link]:
    """Return the links on one side of the most new text between two of them: the side with more of the passage."""
    cut = max(range(1, len(part)), key=lambda at: part[at].block.new - part[at - 1].block.new_end)
    return max(part[:cut], part[cut:], key=lambda each: _covered(each, start, end))


def _parts(alignment: Alignment, start: int, end: int) -> list[list[Link]]:
    """Return the links within the passage, those together that follow each other in the new text too."""
    parts: list[list[Link]] = []
    for link in alignment.within(start, end):
        for part in parts:
            if 0 <= link.block.new - part[-1].block.new_end <= _NEAR:
                part.append(link)
                break
        else:
            parts.append([link])
    return parts


def _covered(part: Sequence[Link], start: int, end: int) -> int:
    return sum(min(end, link.block.old_end) - max(start, link.block.old) for link in part)


def _image(alignment: Alignment, part: Sequence[Link], start: int, end: int) -> tuple[int, int]:
    """Return what the passage became, as far as links that follow each other tell, and what lies between links."""
    first, last = part[0].block, part[-1].block
    begin, stop = _linked(alignment, part, start, end)
    previous, following = alignment.before(first.old), alignment.behind(last.old_end)
    if first.new - begin < first.old - start and previous is not None and previous.chain == part[0].chain:
        begin = _start_in(alignment, previous.block, first, start, begin)
    if stop - last.new_end < end - last.old_end and following is not None and following.chain == part[-1].chain:
        stop = _end_in(alignment, last, following.block, end, stop)
    return begin, stop


def _linked(alignment: Alignment, part: Sequence[Link], start: int, end: int) -> tuple[int, int]:
    """Return where the linked letters of a passage stand, and the same letters next to them.

    What two passages that stand side by side both end or begin with may be linked to the other one.
    """
    first, last = part[0].block, part[-1].block
    begin = first.new + max(0, start - first.old)
    if start < first.old:
        begin -= min(first.old - start, same_behind(alignment.old, first.old, alignment.new, first.new))
    stop = last.new_end - max(0, last.old_end - end)
    if end > last.old_end:
        stop += min(end - last.old_end, same_ahead(alignment.old, last.old_end, alignment.new, last.new_end))
    return begin, stop


def _between(alignment: Alignment, start: int, end: int) -> tuple[int, int] | None:
    """Return what a passage became of which no letter is linked, from what stands before and behind it."""
    previous, following = alignment.before(start), alignment.behind(end)
    if previous is None or following is None or previous.chain != following.chain:
        return None
    begin = _start_in(alignment, previous.block, following.block, start, -1)
    stop = _end_in(alignment, previous.block, following.block, end, -1)
    return (begin, stop) if 0 <= begin < stop else None


def _start_in(alignment: Alignment, first: Block, second: Block, at: int, otherwise: int) -> int:
    """Return where a passage begins that begins at `at` between two blocks."""
    steps = _changes(alignment, first, second)
    inner = at - first.old_end
    for step in steps:
        if step.old_start <= inner < step.old_end:
            return first.new_end + min(step.new_start + inner - step.old_start, step.new_end)
    return otherwise


def _end_in(alignment: Alignment, first: Block, second: Block, at: int, otherwise: int) -> int:
    """Return where a passage ends that ends at `at` between two blocks."""
    steps = _changes(alignment, first, second)
    inner = at - first.old_end
    for step in steps:
        if step.old_start < inner <= step.old_end:
            if inner == step.old_end:
                return first.new_end + step.new_end
            return first.new_end + min(step.new_start + inner - step.old_start, step.new_end)
    return otherwise


def _changes(alignment: Alignment, first: Block, second: Block) -> list[Piece]:
    """Return how the text between two blocks was changed; nothing if that is too much to say."""
    old, new = second.old - first.old_end, second.new - first.new_end
    if not 0 < old <= _WIDEST or not 0 <= new <= _WIDEST:
        return []
    return pieces(alignment.old[first.old_end : second.old], alignment.new[first.new_end : second.new])


def _together(alignment: Alignment, parts: Sequence[Sequence[Link]], start: int, end: int) -> list[Place]:
    """Return the places of a passage that something was put in the middle of; nothing if it was torn up otherwise."""
    places: list[Place] = []
    if min(_covered(part, start, end) for part in parts) < _ALONE:
        return []
    for part in parts:
        first, last = max(start, part[0].block.old), min(end, part[-1].block.old_end)
        place = judged(passage_at(alignment.old, first, last), alignment.new, *_image(alignment, part, first, last))
        if place is None or (places and place.start < places[-1].end):
            return []
        places.append(place)
    is_whole = sum(_covered(part, start, end) for part in parts) == end - start
    return places if is_whole and all(place.state == "same" for place in places) else []


def _elsewhere(alignment: Alignment, start: int, end: int) -> Place | None:
    """Return the one place in the new text that has all letters of a passage and is nothing else's."""
    letters = alignment.old[start:end]
    if len(letters) < _ALONE or _occurrences(alignment.old, letters) > 1:
        return None
    at = alignment.new.find(letters)
    if at < 0 or alignment.new.find(letters, at + 1) >= 0 or alignment.taken_in(at, at + len(letters)):
        return None
    return judged(passage_at(alignment.old, start, end), alignment.new, at, at + len(letters))


def _occurrences(text: str, letters: str) -> int:
    """Return 0, 1 or 2: how often letters stand in a text, where more than twice is as often as twice."""
    at = text.find(letters)
    return 0 if at < 0 else 1 if text.find(letters, at + 1) < 0 else 2
