"""What readers wrote: annotations and their anchors, personal rows that each say whose they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from hashlib import blake2s
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from kennisbank.domain.annotation import Anchor, Annotation, AnnotationFilter, AnnotationSource
from kennisbank.domain.ids import AnnotationId, ContributionId, FileHash, Origin
from kennisbank.domain.moments import Moment
from kennisbank.library.annotation_rows import anchor_from, anchor_row, annotation_from, annotation_row
from kennisbank.library.outbox import Action, Journal, Owner
from kennisbank.library.personal_tables import anchors, annotations
from kennisbank.library.queries import listed
from kennisbank.library.whose import owned, seen_by


class Annotations:
    """The annotations of one library, in one transaction. They outlive the contribution they belong to.

    Each has one anchor for each version of the file in which it was looked for; the one it was made with stays.
    What belongs to another account than the viewer's is never read; what a file itself holds belongs to nobody.
    """

    def __init__(self, connection: Connection, journal: Journal, origin: Origin, viewer: Owner) -> None:
        """Read and write through `connection`; new rows are of `origin` and the `viewer`, who sees nobody else's."""
        self._connection = connection
        self._journal = journal
        self._origin = origin
        self._viewer = viewer

    def find(self, annotation_id: AnnotationId) -> Annotation | None:
        """Return one that the viewer may see, wherever it lies, or None."""
        return self.many([annotation_id]).get(annotation_id)

    def many(self, ids: Collection[AnnotationId]) -> dict[AnnotationId, Annotation]:
        """Return those of `ids` that are here and that the viewer may see."""
        where = annotations.c.id.in_(listed(ids)) & seen_by(annotations, self._viewer)
        return {each.id: each for each in self._read(select(annotations).where(where))}

    def of(self, contribution: ContributionId) -> list[Annotation]:
        """Return what the viewer has in a contribution, the trash apart, oldest first."""
        c = annotations.c
        where = (c.contribution_id == contribution) & c.trashed_utc.is_(None) & seen_by(annotations, self._viewer)
        return self._read(select(annotations).where(where).order_by(c.created_utc, c.id))

    def all(self, wanted: AnnotationFilter | None = None) -> list[Annotation]:
        """Return what the viewer has and `wanted` lets through, newest first; `text` and `states` are not looked at.

        Words are compared by the service, which knows the titles of contributions and how words are folded.
        """
        wanted = wanted or AnnotationFilter()
        c = annotations.c
        where = seen_by(annotations, self._viewer)
        where &= c.trashed_utc.is_not(None) if wanted.is_trashed else c.trashed_utc.is_(None)
        if wanted.contributions:
            where &= c.contribution_id.in_(listed(wanted.contributions))
        if wanted.kinds:
            where &= c.kind.in_(sorted(wanted.kinds))
        if wanted.colours:
            where &= c.colour.in_(sorted(wanted.colours))
        if wanted.is_own:
            where &= c.creator == ""
        found = self._read(select(annotations).where(where).order_by(c.created_utc.desc(), c.id))
        return [each for each in found if not wanted.tags or wanted.tags & set(each.tags)]

    def from_source(self, source: AnnotationSource, keys: Collection[str]) -> dict[str, Annotation]:
        """Return by key what came from a source before, in the trash too."""
        c = annotations.c
        where = (c.source == source) & c.source_key.in_(listed(keys)) & seen_by(annotations, self._viewer)
        return {each.source_key: each for each in self._read(select(annotations).where(where))}

    def ids_in_use(self, ids: Collection[AnnotationId]) -> set[AnnotationId]:
        """Return those of `ids` that are given away, whosever they are: a new one needs another."""
        query = select(annotations.c.id).where(annotations.c.id.in_(listed(ids)))
        return {AnnotationId(each) for each in self._connection.execute(query).scalars()}

    def trashed_before(self, moment: Moment) -> list[AnnotationId]:
        """Return what has lain in the trash since before `moment`."""
        query = select(annotations.c.id).where(annotations.c.trashed_utc < moment.utc)
        return [AnnotationId(each) for each in self._connection.execute(query).scalars()]

    def contributions(self) -> set[ContributionId]:
        """Return the contributions that have annotations outside the trash."""
        where = annotations.c.trashed_utc.is_(None) & seen_by(annotations, self._viewer)
        query = select(annotations.c.contribution_id).where(where).distinct()
        return {ContributionId(each) for each in self._connection.execute(query).scalars()}

    def stamps(self) -> dict[ContributionId, str]:
        """Return a stamp for each contribution with notes: it changes whenever what can be searched of them may have.

        Made of the ids and times of change of what has words of its own; only to be compared.
        """
        c = annotations.c
        where = c.trashed_utc.is_(None) & ((c.body != "") | (c.tags != "[]")) & seen_by(annotations, self._viewer)
        query = select(c.contribution_id, c.id, c.modified_utc, c.body, c.tags).where(where).order_by(c.id)
        parts: defaultdict[ContributionId, Any] = defaultdict(partial(blake2s, digest_size=10))
        for contribution, *rest in self._connection.execute(query):
            parts[contribution].update(repr(rest).encode("utf-8", "surrogatepass"))
        return {each: part.hexdigest() for each, part in parts.items()}

    def save(self, given: Annotation) -> Annotation:
        """Keep a new one with the anchor it was made with, or what has changed of one; return it with its owner.

        The same again is no write.
        """
        before = self._stored([given.id]).get(given.id)
        each = self._owned(given, before)
        if before == each:
            return each
        action: Action = "added" if before is None else "updated"
        self._note(each, action)
        row = annotation_row(each)
        if before is None:
            self._connection.execute(insert(annotations), {"origin": self._origin, **row})
        else:
            self._connection.execute(update(annotations).where(annotations.c.id == each.id).values(row))
        if each.anchor is not None and (before is None or before.anchor != each.anchor):
            if before is not None and before.anchor is not None:
                self._connection.execute(delete(anchors).where(anchors.c.annotation_id == each.id))
            self._connection.execute(insert(anchors), anchor_row(each.id, each.anchor, is_news=False))
        return each

    def add_all(self, new: Iterable[Annotation]) -> None:
        """Keep new ones, none of which is here yet: for many at once."""
        rows, places = [], []
        for given in new:
            each = self._owned(given, None)
            self._note(each, "added")
            rows.append({"origin": self._origin, **annotation_row(each)})
            if each.anchor is not None:
                places.append(anchor_row(each.id, each.anchor, is_news=False))
        if rows:
            self._connection.execute(insert(annotations), rows)
        if places:
            self._connection.execute(insert(anchors), places)

    def erase(self, ids: Collection[AnnotationId]) -> None:
        """Remove for good; what isn't there is let be."""
        for each in self._stored(ids).values():
            self._note(each, "removed")
        self._connection.execute(delete(annotations).where(annotations.c.id.in_(listed(ids))))

    # Anchors in other versions of a file.

    def anchors_in(self, file: FileHash, ids: Collection[AnnotationId]) -> dict[AnnotationId, tuple[Anchor, bool]]:
        """Return the anchors that these have in a file, each with whether its place there is news to the owner."""
        where = (anchors.c.file_hash == file) & anchors.c.annotation_id.in_(listed(ids))
        return {
            AnnotationId(row.annotation_id): (anchor_from(row), row.is_news)
            for row in self._connection.execute(select(anchors).where(where))
        }

    def put_anchors(self, found: Sequence[tuple[AnnotationId, Anchor, bool]]) -> None:
        """Keep where annotations stand in another version of their file, and whether that is news to the owner.

        An anchor that was made in that file is never replaced.
        """
        if not found:
            return
        for annotation_id, anchor, _ in found:
            self._journal.local("annotation", annotation_id, "updated")
            where = (anchors.c.annotation_id == annotation_id) & (anchors.c.file_hash == anchor.file)
            self._connection.execute(delete(anchors).where(where & (anchors.c.state != "original")))
        rows = [anchor_row(annotation_id, anchor, is_news=is_news) for annotation_id, anchor, is_news in found]
        self._connection.execute(insert(anchors), rows)

    def news(self) -> list[tuple[Annotation, Anchor]]:
        """Return what was put elsewhere in a newer file and not looked at yet, each with its place there."""
        query = (
            select(anchors)
            .join(annotations, anchors.c.annotation_id == annotations.c.id)
            .where(anchors.c.is_news, annotations.c.trashed_utc.is_(None), seen_by(annotations, self._viewer))
        )
        found = [(AnnotationId(row.annotation_id), anchor_from(row)) for row in self._connection.execute(query)]
        known = self.many([each for each, _ in found])
        return [(known[each], anchor) for each, anchor in found]

    def seen(self, ids: Collection[AnnotationId]) -> None:
        """Note that their owner has looked at where these stand now."""
        for each in ids:
            self._journal.local("annotation", each, "updated")
        where = anchors.c.annotation_id.in_(listed(ids))
        self._connection.execute(update(anchors).where(where).values(is_news=False))

    def _owned(self, each: Annotation, before: Annotation | None) -> Annotation:
        """Return one with its owner: the one that it has, else the viewer; what a file itself holds is nobody's."""
        return each if before is None and each.source == "pdf" else owned(each, before, self._viewer)

    def _stored(self, ids: Collection[AnnotationId]) -> dict[AnnotationId, Annotation]:
        """Return those of `ids` that are here, whosever they are."""
        return {each.id: each for each in self._read(select(annotations).where(annotations.c.id.in_(listed(ids))))}

    def _note(self, each: Annotation, action: Action) -> None:
        owner = Owner(each.archive, each.account)
        self._journal.record_personal("annotation", each.id, action, owner, shown_as=each.id)

    def _read(self, query: Select[Any]) -> list[Annotation]:
        rows = self._connection.execute(query).all()
        made: dict[str, list[Any]] = defaultdict(list)
        where = (anchors.c.state == "original") & anchors.c.annotation_id.in_(listed([row.id for row in rows]))
        for row in self._connection.execute(select(anchors).where(where)):
            made[row.annotation_id].append(row)
        return [annotation_from(row, made.get(row.id, ())) for row in rows]
