"""Writing in the margin: marks, notes, bookmarks and areas, their places in every version of a file, and the trash."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from kennisbank.documents.anchoring import Span, describe, describe_area
from kennisbank.domain.annotation import (
    Anchor,
    Annotation,
    AnnotationEdit,
    AnnotationFilter,
    AnnotationKind,
    PlacedAnnotation,
)
from kennisbank.domain.audience import Audience, checked
from kennisbank.domain.changes import ChangeSet
from kennisbank.domain.contribution import Contribution
from kennisbank.domain.document import PageText, Rect
from kennisbank.domain.folding import sort_key
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, PageNo, new_id
from kennisbank.domain.moments import Moment, now
from kennisbank.errors import BadInputError, NotFoundError, NotLoggedInError
from kennisbank.library.library import Library
from kennisbank.services.annotation_places import look_for, newest_anchors, of_file, places, reading_order, unplaced

TRASH_DAYS = 30
"""Days for which the trash keeps what was thrown away."""
_Change = Callable[[Annotation], Annotation]


@dataclass(frozen=True, slots=True)
class FoundAnnotations:
    """Annotations that were asked for, newest first, with their contributions; one that has gone has none there.

    `anchors` are their places in the newest version of their file, None for the whole contribution.
    """

    annotations: tuple[Annotation, ...]
    anchors: tuple[Anchor | None, ...]
    contributions: dict[ContributionId, Contribution]


class AnnotationService:
    """Writes in the margins of one library. Every method may be called from any thread.

    Acts return the `AnnotationEdit` that was carried out: `apply` of its `reversed` takes it back.
    """

    def __init__(self, library: Library) -> None:
        """Write in `library`."""
        self._library = library

    # Reading.

    def on(self, contribution: ContributionId, file: FileHash) -> tuple[PlacedAnnotation, ...]:
        """Return all of a contribution, each with its place in `file`, in reading order; those without a place first.

        What was made in another version of the file is looked for in this one, once; what belongs to another file of
        the contribution (slides beside the paper) is left out.
        """
        with self._library.read() as tx:
            found = of_file(tx, contribution, file)
            placed = places(tx, file, found)
        missing = [each for each in found if each.anchor is not None and each.id not in placed]
        if missing:
            look_for(self._library, file, missing)
            with self._library.read() as tx:
                placed |= places(tx, file, missing)
        whole = [PlacedAnnotation(each, None) for each in found if each.anchor is None]
        rest = [PlacedAnnotation(each, *placed[each.id]) for each in found if each.id in placed]
        return (*whole, *sorted(rest, key=reading_order))

    def find(self, wanted: AnnotationFilter) -> FoundAnnotations:
        """Return what `wanted` lets through, over all contributions."""
        with self._library.read() as tx:
            candidates = tx.annotations.all(wanted)
            contributions = tx.contributions.many({each.contribution for each in candidates})
            anchors = newest_anchors(tx, candidates, contributions)
        words = sort_key(wanted.text).split()
        rows = [
            (each, anchors.get(each.id, each.anchor))
            for each in candidates
            if _has_words(each, contributions.get(each.contribution), words)
        ]
        if wanted.states:
            rows = [(each, anchor) for each, anchor in rows if anchor is not None and anchor.state in wanted.states]
        return FoundAnnotations(tuple(each for each, _ in rows), tuple(anchor for _, anchor in rows), contributions)

    def get(self, annotation_id: AnnotationId) -> Annotation:
        """Return one, in the trash too.

        Raises:
            NotFoundError: there is none.
        """
        with self._library.read() as tx:
            found = tx.annotations.find(annotation_id)
        if found is None:
            raise NotFoundError("annotation", annotation_id)
        return found

    def tags(self) -> dict[str, int]:
        """Return the tags in use with the number of annotations that have each, the most used first."""
        counts: dict[str, int] = {}
        with self._library.read() as tx:
            for each in tx.annotations.all():
                for tag in each.tags:
                    counts[tag] = counts.get(tag, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold())))

    # Making.

    def mark(
        self,
        contribution: ContributionId,
        file: FileHash,
        spans: Sequence[Span],
        kind: AnnotationKind,
        *,
        colour: str = "",
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> AnnotationEdit:
        """Annotate a passage: `spans` are page, start and end in its raw text, in reading order.

        Raises:
            BadInputError: there is no text in these spans.
            NotFoundError: the file isn't here.
        """
        anchor = self.anchor(file, spans)
        return self._add(contribution, kind, anchor, colour=colour, body=body, tags=tags)

    def anchor(self, file: FileHash, spans: Sequence[Span]) -> Anchor:
        """Return the anchor of a passage, without keeping anything: for a dossier, or for feedback.

        Raises:
            BadInputError: there is no text in these spans.
            NotFoundError: the file isn't here.
        """
        pages = self._pages(file)
        anchor = describe(file, pages, spans)
        if not anchor.pieces:
            raise BadInputError("There is no text in this selection; select some words first.")
        return anchor

    def area(self, file: FileHash, page: PageNo, box: Rect) -> Anchor:
        """Return the anchor of a part of a page, without keeping anything: `box` in points, as in `Word.box`.

        Raises:
            NotFoundError: the file isn't here.
        """
        return describe_area(file, self._pages(file), page, box)

    def mark_area(
        self, contribution: ContributionId, file: FileHash, page: PageNo, box: Rect, *, colour: str = "", body: str = ""
    ) -> AnnotationEdit:
        """Annotate a part of a page, such as a figure: `box` in points, as in `Word.box`.

        Raises:
            NotFoundError: the file isn't here.
        """
        anchor = self.area(file, page, box)
        return self._add(contribution, "area", anchor, colour=colour, body=body)

    def bookmark(
        self, contribution: ContributionId, file: FileHash, page: PageNo, y: float, *, body: str = ""
    ) -> AnnotationEdit:
        """Put a bookmark at a height (points from the top) of a page.

        Raises:
            NotFoundError: the file isn't here.
        """
        anchor = self.area(file, page, Rect(0.0, y, 0.0, y))
        return self._add(contribution, "bookmark", anchor, body=body)

    def note(self, contribution: ContributionId, body: str = "") -> AnnotationEdit:
        """Write a note on the whole contribution."""
        return self._add(contribution, "note", None, body=body)

    def _add(
        self,
        contribution: ContributionId,
        kind: AnnotationKind,
        anchor: Anchor | None,
        *,
        colour: str = "",
        body: str = "",
        tags: tuple[str, ...] = (),
    ) -> AnnotationEdit:
        moment = now()
        made = Annotation(
            id=AnnotationId(new_id()),
            contribution=contribution,
            kind=kind,
            anchor=anchor,
            created=moment,
            modified=moment,
            colour=colour,
            body=body,
            tags=tags,
        )
        with self._library.write() as tx:
            return AnnotationEdit((None,), (tx.annotations.save(made),))

    # Changing.

    def change(
        self,
        annotation_id: AnnotationId,
        *,
        kind: AnnotationKind | None = None,
        colour: str | None = None,
        body: str | None = None,
        tags: tuple[str, ...] | None = None,
    ) -> AnnotationEdit:
        """Change what is given of one; a change that changes nothing gives an edit without members.

        Raises:
            NotFoundError: there is none.
            BadInputError: it can't be written to.
        """

        def changed(each: Annotation) -> Annotation:
            return replace(
                _writable(each),
                kind=each.kind if kind is None else kind,
                colour=each.colour if colour is None else colour,
                body=each.body if body is None else body,
                tags=each.tags if tags is None else tags,
            )

        return self._change([annotation_id], changed)

    def share(self, ids: Collection[AnnotationId], audience: Audience) -> AnnotationEdit:
        """Let others see these notes and marks, with their quotes; nobody: no longer.

        Raises:
            NotFoundError: one isn't here.
            NotLoggedInError: one belongs to no account, so the archive can't pass it on; log in, or claim it first.
            BadInputError: one is another's, or what should be an address isn't one.
        """
        wanted = checked(audience)

        def shared(each: Annotation) -> Annotation:
            if wanted and each.account is None and not each.is_read_only:
                raise NotLoggedInError
            return replace(_writable(each), shared=wanted)

        return self._change(ids, shared)

    def attach(self, annotation_id: AnnotationId, file: FileHash, spans: Sequence[Span]) -> None:
        """Put one in a place chosen by hand in a newer file, where it was gone, moved or wrong.

        Raises:
            NotFoundError: the annotation or the file isn't here.
            BadInputError: there is no text in these spans, or it was made in this very file.
        """
        each = self.get(annotation_id)
        if each.anchor is not None and each.anchor.file == file:
            raise BadInputError("This annotation was made in this file; it stands where it was put.")
        anchor = replace(self.anchor(file, spans), state="changed")
        with self._library.write() as tx:
            tx.annotations.put_anchors([(each.id, anchor, False)])

    def trash(self, ids: Collection[AnnotationId]) -> AnnotationEdit:
        """Put these in the trash, which keeps them for `TRASH_DAYS` days. What lies there already is let be.

        Raises:
            NotFoundError: one isn't here.
            BadInputError: another reader shares one; it isn't this reader's to throw away.
        """
        moment = now()

        def trashed(each: Annotation) -> Annotation:
            if each.source == "shared":
                raise BadInputError("Another reader shares this with you; only that reader can take it back.")
            return each if each.trashed is not None else replace(each, trashed=moment)

        return self._change(ids, trashed)

    def restore(self, ids: Collection[AnnotationId]) -> AnnotationEdit:
        """Take these out of the trash again."""
        return self._change(ids, lambda each: replace(each, trashed=None))

    def erase(self, ids: Collection[AnnotationId]) -> None:
        """Remove these for good. This can't be taken back."""
        with self._library.write() as tx:
            tx.annotations.erase(ids)

    def empty_trash(self) -> int:
        """Remove what has lain in the trash for longer than `TRASH_DAYS` days, and return how many that were."""
        moment = now()
        before = Moment(moment.utc - timedelta(days=TRASH_DAYS), moment.zone)
        with self._library.read() as tx:
            old = tx.annotations.trashed_before(before)
        if old:
            self.erase(old)
        return len(old)

    def apply(self, edit: AnnotationEdit) -> ChangeSet:
        """Carry out an edit again, or the reverse of one: each annotation becomes what it says.

        What changed meanwhile by another hand is let be: only what still is as the edit found it.
        """
        with self._library.write() as tx:
            ids = [each.id for each in (*edit.before, *edit.after) if each is not None]
            here = tx.annotations.many(ids)
            for before, after in zip(edit.before, edit.after, strict=True):
                one = before or after
                if one is None or _body_of(here.get(one.id)) != _body_of(before):
                    continue
                if after is None:
                    tx.annotations.erase([one.id])
                else:
                    tx.annotations.save(after)
            return tx.changes

    def _change(self, ids: Collection[AnnotationId], change: _Change) -> AnnotationEdit:
        """Change several in one transaction; `modified` says when, unless only the trash is concerned."""
        moment = now()
        before, after = [], []
        with self._library.write() as tx:
            here = tx.annotations.many(ids)
            for annotation_id in ids:
                each = here.get(annotation_id)
                if each is None:
                    raise NotFoundError("annotation", annotation_id)
                then = change(each)
                if then == each:
                    continue
                if then.trashed == each.trashed:
                    then = replace(then, modified=moment)
                before.append(each)
                after.append(tx.annotations.save(then))
        return AnnotationEdit(tuple(before), tuple(after))

    # Newer versions of a file.

    def follow(self, contributions: Iterable[str]) -> int:
        """Look for the annotations of these in the newest version of their files; return how many were put anew."""
        with self._library.read() as tx:
            written = tx.annotations.contributions()
        count = 0
        for contribution in written.intersection(contributions):
            with self._library.read() as tx:
                known = tx.contributions.find(contribution)
                files = [each.hash for each in known.current_files] if known is not None else []
                work = [(file, unplaced(tx, contribution, file)) for file in files]
            for file, missing in work:
                look_for(self._library, file, missing)
                count += len(missing)
        return count

    def news(self) -> list[tuple[Annotation, Anchor]]:
        """Return what a newer file moved, changed or lost, and its owner hasn't looked at yet."""
        with self._library.read() as tx:
            return tx.annotations.news()

    def seen(self, ids: Collection[AnnotationId]) -> None:
        """Note that their owner has looked at where these stand now."""
        with self._library.write() as tx:
            tx.annotations.seen(ids)

    def _pages(self, file: FileHash) -> Sequence[PageText]:
        with self._library.read() as tx:
            pages = tx.texts.pages(file)
        if not pages:
            raise NotFoundError("file", file)
        return pages


def _writable(each: Annotation) -> Annotation:
    if each.is_read_only:
        raise BadInputError("This annotation is another's or stands in the file itself; it can't be changed.")
    return each


def searched_text(each: Annotation, contribution: Contribution | None) -> str:
    """Return what words are looked for in: note, quote, tags, title and writer, as `sort_key` makes them."""
    title = contribution.metadata.values.title if contribution is not None else ""
    quote = each.anchor.quote.exact if each.anchor is not None and each.anchor.quote is not None else ""
    return sort_key(" ".join((each.body, quote, *each.tags, title, each.creator)))


def _has_words(each: Annotation, contribution: Contribution | None, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = searched_text(each, contribution)
    return all(word in text for word in words)


def _body_of(each: Annotation | None) -> object:
    """Return what two states of one annotation are told apart by: all but its owner and when it was changed."""
    return None if each is None else replace(each, modified=each.created, archive=None, account=None)
