"""Turns documents into one new segment: postings gathered in memory, written in the order of the terms."""

from array import array
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from struct import Struct
from typing import Any

from whoosh.filedb.filestore import FileStorage

from kennisbank.domain.ids import ContributionId
from kennisbank.domain.passage import SearchDocument
from kennisbank.search.analysis import DERIVATION, MARK, PART, WORD, Analyser, completed, language_code
from kennisbank.search.codec import INDEX_FIELDS, PackedCodec, PackedSegment
from kennisbank.search.heads import Head, cover_record, head_texts, passage_record

INDEX_NAME = "MAIN"
SLOT_BITS = 12
"""A position is a slot and a place in it: each passage and each metadata field begins a new slot."""
_MOST_SLOTS = 1 << (32 - SLOT_BITS)
BEGINNING = 3
"""Letters of a word that stand in the field ``begin``; beside them, behind a `MARK`, the first letter alone."""
_GAP = 64
"""Places left free between two authors or keywords, so that no phrase reaches over them."""
CHUNK = 16
"""Passages stored together: one is read as fast as sixteen."""

_LEARNT = 4
"""Times that a word the lists don't know stands by itself in a segment before it counts as a part of compounds."""
_PLACE = (1 << SLOT_BITS) - 1

_ONE = Struct("=I")
_Places = dict[str, list[int]]


class SegmentBuilder:
    """Collects documents and writes them as one segment. For one thread."""

    def __init__(self, analyser: Analyser) -> None:
        """Start empty."""
        self._analyser = analyser
        self._heads: list[Head] = []
        self._chunks: list[tuple[Any, ...]] = []
        self._postings: dict[str, dict[str, list[Any]]] = {name: {} for name in ("begin", "cover", "text")}
        self.weight = 0
        """Positions gathered so far: what bounds the memory this takes."""

    @property
    def contributions(self) -> list[ContributionId]:
        """Return the contributions gathered, in order."""
        return [head.contribution for head in self._heads]

    def add(self, document: SearchDocument) -> None:
        """Gather one contribution; it must not have been added before."""
        number = len(self._heads)
        layout = _Layout()
        places: dict[str, _Places] = {"n": defaultdict(list), "e": defaultdict(list), "x": defaultdict(list)}
        for target, texts in enumerate(head_texts(document), start=1):
            self._place(texts, layout, -target, places["x"])
        lengths: array[int] = array("I")
        for index, passage in enumerate(document.passages):
            code = language_code(passage.language or document.language)
            lengths.append(self._place((passage.text,), layout, index, places[code]))
        self._post(number, places, "text")
        covers = _Layout()
        cover_places: _Places = defaultdict(list)
        for index, sheet in enumerate(document.cover_sheets):
            self._place((sheet.text,), covers, index, cover_places)
        self._post(number, {"x": cover_places}, "cover")
        first_chunk = len(self._chunks)
        records = [passage_record(each) for each in document.passages]
        self._chunks.extend(tuple(records[at : at + CHUNK]) for at in range(0, len(records), CHUNK))
        if document.cover_sheets:
            self._chunks.append(tuple(cover_record(each) for each in document.cover_sheets))
        self._heads.append(Head.of(document, lengths, layout.targets, covers.targets, first_chunk))

    def _place(self, texts: Iterable[str], layout: "_Layout", target: int, places: _Places) -> int:
        """Note the places of all tokens of `texts`, and return how many places they take."""
        token = self._analyser.token
        position = first = layout.position
        if len(layout.targets) > _MOST_SLOTS - 4096:
            return 0
        for text in texts:
            before = position
            for raw in WORD.findall(text):
                places[raw].append(position)
                position += 1 if raw.isalnum() else token(raw).width
            for offset, word in completed(text):
                insort(places[word], before + sum(token(raw).width for raw in WORD.findall(text[:offset])))
            position += _GAP if target < 0 else 0
        layout.end(position, target)
        return position - first

    def _post(self, number: int, places: dict[str, _Places], field: str) -> None:
        token = self._analyser.token
        terms: _Places = {}
        for code, tokens in places.items():
            suffix = MARK + code
            for raw, found in tokens.items():
                for term, offset in token(raw).terms:
                    placed = found if not offset else [each + offset for each in found]
                    key = term + suffix
                    before = terms.get(key)
                    terms[key] = placed if before is None else sorted(before + placed)
        postings = self._postings[field]
        beginnings: dict[str, set[int]] = defaultdict(set)
        one = _ONE.pack
        for key, found in terms.items():
            self.weight += len(found)
            entry = postings.get(key)
            if entry is None:
                entry = postings[key] = []
            entry.append(number)
            slots = beginnings[key[:BEGINNING] if len(key) > BEGINNING + 1 else key[:-2]]
            if len(found) == 1:
                entry.append(one(found[0]))
                slots.add(found[0] >> SLOT_BITS)
            else:
                entry.append(array("I", found).tobytes())
                slots.update([each >> SLOT_BITS for each in found])
        if field == "text":
            self._post_beginnings(number, beginnings)

    def _post_beginnings(self, number: int, beginnings: dict[str, set[int]]) -> None:
        """Post the slots of each beginning, and per first letter the slots with the number of beginnings, less one."""
        postings = self._postings["begin"]
        letters: dict[str, list[int]] = defaultdict(list)
        for beginning, slots in beginnings.items():
            letters[beginning[0]] += slots
            self.weight += len(slots)
            entry = postings.setdefault(beginning, [])
            entry += (number, array("I", [each << SLOT_BITS for each in sorted(slots)]).tobytes())
        for letter, found in letters.items():
            counts = sorted(Counter(found).items())
            self.weight += len(counts)
            entry = postings.setdefault(MARK + letter, [])
            entry += (
                number,
                array("I", [(slot << SLOT_BITS) + min(count - 1, _PLACE) for slot, count in counts]).tobytes(),
            )

    def write(self, storage: FileStorage) -> PackedSegment:
        """Write the segment and return it; it is part of no index until a table of contents names it."""
        codec = PackedCodec()
        segment = codec.new_segment(storage, INDEX_NAME)
        writer = codec.field_writer(storage, segment)
        words = self._vocabulary()
        relations = self._relations(words)
        for name in INDEX_FIELDS:
            lists: dict[str, list[Any]]
            if name == "forms":
                lists = {key: [0, pack_words(found)] for key, found in relations.items()}
            else:
                lists = self._parts(relations) if name == "part" else self._postings[name]
            writer.begin(name)
            for term in sorted(lists):
                entry = lists[term]
                places = entry[1::2]
                counts = array("I", [len(each) >> 2 for each in places])
                writer.write(term.encode(), array("I", entry[::2]), counts, b"".join(places))
        writer.close()
        write_stored(codec, storage, segment, self._heads, self._chunks, sorted(words.items()))
        segment.weight = self.weight
        return segment

    def _relations(self, vocabulary: Mapping[str, int]) -> dict[str, list[str]]:
        """Return, per key, the coded words of this segment that stand under it."""
        words: dict[str, list[str]] = defaultdict(list)
        analyser = self._analyser

        def is_known(word: str) -> bool:
            return vocabulary.get(word, 0) >= _LEARNT

        for term in self._postings["text"].keys() | self._postings["cover"].keys():
            word, _, code = term.partition(MARK)
            if word.isalpha():
                for key, codes in analyser.relations(word, is_known):
                    if code in codes:
                        words[key].append(term)
        return {
            key: sorted(found)
            for key, found in words.items()
            if len(found) > 1 or key[-1] in (DERIVATION, PART) or not found[0].startswith(key[:-1])
        }

    def _parts(self, relations: Mapping[str, list[str]]) -> dict[str, list[Any]]:
        """Return, per key of a part, the slots of the compounds it is in, with the number of times, less one."""
        text = self._postings["text"]
        lists: dict[str, list[Any]] = {}
        for key, terms in relations.items():
            if key[-1] != PART:
                continue
            slots: dict[int, Counter[int]] = defaultdict(Counter)
            for term in terms:
                entry = text.get(term, ())
                for doc, packed in zip(entry[::2], entry[1::2], strict=True):
                    slots[doc].update([each >> SLOT_BITS for each in array("I", packed)])
            if not slots:  # words of cover sheets
                continue
            lists[key[:-2]] = entry = []
            for doc in sorted(slots):
                counts = sorted(slots[doc].items())
                self.weight += len(counts)
                places = [(slot << SLOT_BITS) + min(count - 1, _PLACE) for slot, count in counts]
                entry += (doc, array("I", places).tobytes())
        return lists

    def _vocabulary(self) -> dict[str, int]:
        counts: dict[str, int] = defaultdict(int)
        for term, entry in self._postings["text"].items():
            counts[term[:-2]] += sum(len(each) for each in entry[1::2]) >> 2
        return counts


def pack_words(words: Iterable[str]) -> bytes:
    """Return words as bytes of a length that is a multiple of four, as posting lists want it."""
    packed = "\n".join(words).encode()
    return packed + b"\n" * (-len(packed) % 4)


def unpack_words(packed: "array[int]") -> list[str]:
    """Return what `pack_words` packed."""
    return [word for word in packed.tobytes().decode(errors="replace").split("\n") if word]


class _Layout:
    """Hands out positions: every target begins in a slot of its own, a long one takes several."""

    def __init__(self) -> None:
        self.targets: array[int] = array("i")

    @property
    def position(self) -> int:
        return len(self.targets) << SLOT_BITS

    def end(self, position: int, target: int) -> None:
        """Give all slots up to `position` to `target`, and a free one behind it when the last is full."""
        slots = (position >> SLOT_BITS) + 1 - len(self.targets)
        self.targets.extend([target] * slots)


def write_stored(
    codec: PackedCodec,
    storage: FileStorage,
    segment: PackedSegment,
    heads: list[Head],
    chunks: Iterable[tuple[Any, ...]],
    vocabulary: list[tuple[str, int]],
) -> None:
    """Write what is kept beside the postings: empty heads, then chunks of text, then the tables of words and heads."""
    writer = codec.per_document_writer(storage, segment)
    number = 0
    for _ in heads:
        writer.start_doc(number)
        writer.finish_doc()
        number += 1
    words = "\n".join(word for word, _ in vocabulary)
    counts = array("I", [count for _, count in vocabulary]).tobytes()
    # Apart from each other: the heads are read when a segment is opened, the words when one is typed or mistyped.
    tables: tuple[dict[str, Any], ...] = (
        {"words": words, "counts": counts},
        {"heads": [each.packed() for each in heads]},
    )
    pieces: Iterable[dict[str, Any]] = ({"chunk": chunk} for chunk in chunks)
    for stored in chain(pieces, tables):
        writer.start_doc(number)
        for name, value in stored.items():
            writer.add_field(name, None, value, 0)
        writer.finish_doc()
        number += 1
    segment.set_doc_count(number)
    writer.close()
    segment.heads = len(heads)
    segment.files = {name: storage.file_length(name) for name in segment.list_files(storage)}
