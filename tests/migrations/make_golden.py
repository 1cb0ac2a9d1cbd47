"""Write the golden file of the newest schema: ``python tests/migrations/make_golden.py``.

Run once when a schema is about to be released; the file of a released schema is never written again.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kennisbank.config.paths import Paths
from kennisbank.domain.annotation import Anchor, Annotation, Piece, Quote
from kennisbank.domain.contribution import Contribution, ContributionFile, ImportBatch
from kennisbank.domain.correspondence import Comment, Person, Reception
from kennisbank.domain.document import CoverSpan, Document, OutlineEntry, PageText, Problem, Rect, Word, pack_words
from kennisbank.domain.dossier import Dossier, DossierItem
from kennisbank.domain.external import LinkCheck
from kennisbank.domain.ids import (
    AccountId,
    AnnotationId,
    ArchiveId,
    BatchId,
    ContributionId,
    DossierId,
    DossierItemId,
    FileHash,
    FileId,
    Origin,
    PageNo,
    SavedSearchId,
)
from kennisbank.domain.metadata import Author, Metadata, sourced
from kennisbank.domain.moments import Moment
from kennisbank.domain.reading import ReadingMark, ReadingPlace
from kennisbank.domain.recognition import RecognisedPage
from kennisbank.domain.reports import FileReport
from kennisbank.domain.saved_search import SavedSearch
from kennisbank.library.acts import ActRow
from kennisbank.library.engine import APPLICATION_ID
from kennisbank.library.library import Library
from kennisbank.library.mailbox import MailboxRow
from kennisbank.library.migration import revisions
from kennisbank.library.outbox import Owner

GOLDEN = Path(__file__).parent / "golden"
MOMENT = Moment(datetime(2025, 11, 20, 9, 30, 0, 250000, tzinfo=UTC), "Europe/Amsterdam")
ORIGIN = Origin("0b5d4c9e-6f0e-4f0c-9a55-5a9d2c1d7e01")
BATCH = ImportBatch(
    BatchId("5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e"), ORIGIN, "bijdragen", "NIOC2025", "done", MOMENT, MOMENT, added=1
)
FILE = ContributionFile(
    id=FileId("9d8c7b6a-1111-4222-8333-444455556666"),
    hash=FileHash("ab" * 32),
    name="één bijdrage.pdf",
    role="paper",
    version=1,
    is_current=True,
    media_type="application/pdf",
    size=4321,
    pages=1,
    added=MOMENT,
    batch=BATCH.id,
)
CONTRIBUTION = Contribution(
    id=ContributionId("1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f"),
    origin=ORIGIN,
    metadata=sourced(
        Metadata(
            title="Formatief toetsen bij programmeren",
            authors=(Author("Ada van den Berg", "van den Berg", "Ada", "Hogeschool", "ada@example.org"), Author("Zoë")),
            abstract="Wat werkt.",
            keywords=("toetsing", "C#"),
            themes=("Didactiek",),
            year=2025,
            language="nl",
            kind="article",
            doi="10.1000/voorbeeld",
            licence="CC-BY-4.0",
            edition="NIOC2025",
        ),
        "list",
        "lijst.csv row 2",
    ),
    files=(FILE,),
    created=MOMENT,
    updated=MOMENT,
    batch=BATCH.id,
)
DOCUMENT = Document(
    extractor="golden",
    media_type="application/pdf",
    pages=(
        PageText(
            PageNo(1),
            "Eén zin.",
            pack_words([Word(0, 3, Rect(1, 2, 3, 4)), Word(4, 8, Rect(4, 2, 8, 4))]),
            595,
            842,
            "i",
        ),
    ),
    outline=(OutlineEntry(1, "Inleiding", PageNo(1), 12.5),),
    info={"title": "Eén"},
    problems=(Problem("no_text", "No text.", PageNo(1), values={"n": "1"}),),
)
COVER = (CoverSpan(PageNo(1), 0, 3),)
REPORT = FileReport("map/één bijdrage.pdf", "added", CONTRIBUTION.id, (), CONTRIBUTION.metadata, 1)
PLACE = ReadingPlace(CONTRIBUTION.id, FILE.hash, PageNo(1), 10.5, 1.25, MOMENT)

SAVED = SavedSearch(
    SavedSearchId("3b6f0a51-7c2d-4e8f-9a10-2b3c4d5e6f70"),
    "Toetsen sinds 2020",
    "toets* -examen",
    {"year": frozenset({"2024", "2025"}), "theme": frozenset({"Didactiek"})},
    "newest",
    True,
    MOMENT,
    MOMENT,
)

RECOGNISED = RecognisedPage(PageNo(2), "read", "Één scan.", pack_words([Word(0, 3, Rect(1, 2, 3, 4))]))

ANCHOR = Anchor(
    FILE.hash,
    (Piece(PageNo(1), 0, 3, (Rect(1.0, 2.0, 3.0, 4.0),)),),
    Quote("Eén", "", "zin."),
)
MOVED = Anchor(FileHash("cd" * 32), (Piece(PageNo(2), 10, 13),), ANCHOR.quote, "moved", 0.75)
"""Where the annotation stands in a newer version of the file, which its owner hasn't looked at."""
ANNOTATION = Annotation(
    id=AnnotationId("7f3c2b1a-0d9e-4c8b-a7f6-e5d4c3b2a190"),
    contribution=CONTRIBUTION.id,
    kind="highlight",
    anchor=ANCHOR,
    created=MOMENT,
    modified=MOMENT,
    colour="green",
    body="Eerst dit lezen.",
    tags=("les 4", "C#"),
    creator="Ada",
    source="pdf",
    source_key="sleutel",
    reply_to=AnnotationId("00000000-0000-4000-8000-000000000001"),
    details={"subtype": "Highlight"},
    is_read_only=True,
    trashed=MOMENT,
)
DOSSIER = Dossier(
    DossierId("c0ffee00-1234-4abc-8def-0123456789ab"),
    "Les 4",
    MOMENT,
    MOMENT,
    (
        DossierItem(
            DossierItemId("c0ffee00-1234-4abc-8def-0123456789ac"), CONTRIBUTION.id, "eerst", ANCHOR, ANNOTATION.id
        ),
        DossierItem(DossierItemId("c0ffee00-1234-4abc-8def-0123456789ad"), CONTRIBUTION.id),
    ),
    "Voor 5 havo.",
    MOMENT,
)
MARK = ReadingMark(CONTRIBUTION.id, "to_read", MOMENT)
CHECK = LinkCheck("https://example.org/video", "moved", 301, Moment(MOMENT.utc))
OWNER = Owner(ArchiveId("a0000000-0000-4000-8000-000000000001"), AccountId("a0000000-0000-4000-8000-000000000002"))
ACT = ActRow(
    id="a0000000-0000-4000-8000-000000000003",
    kind="reply",
    body={"thread": "a0000000-0000-4000-8000-000000000004", "text": "Dank, het wordt aangepast."},
    state="failed",
    created=MOMENT,
    modified=MOMENT,
    contribution=CONTRIBUTION.id,
    about="a0000000-0000-4000-8000-000000000004",
    sent='{"text":"Dank"}',
    attachment="ef" * 32,
    reason="too_large",
    archive=OWNER.archive,
    account=OWNER.account,
)
ITEM = MailboxRow(
    id="a0000000-0000-4000-8000-000000000004",
    kind="thread",
    contribution=CONTRIBUTION.id,
    number=3,
    body={"kind": "question", "messages": [{"text": "Hoe groot was de groep?"}]},
    side="author",
    state="delivered",
    moved="2025-11-21",
    is_unread=True,
    is_waiting=True,
    face={"name": "", "role": "teacher", "start": "Hoe groot was de groep?"},
)
COMMENT = Comment(
    id="a0000000-0000-4000-8000-000000000005",
    contribution=CONTRIBUTION.id,
    name="Zoë",
    role="author",
    text="De data staan nu ook online.",
    created="2025-11-21T09:30:00.000000+00:00[UTC]",
    is_author=True,
)
RECEPTION = Reception(votes=(0, 1, 0, 2, 5), tags=("les 4", "C#"))
PERSON = Person("a0000000-0000-4000-8000-000000000006", "Zoë", ("Zoë", "Zoe B."), "https://example.org/zoe")


def fill(library: Library) -> None:
    """Write one of everything."""
    with library.write() as tx:
        tx.batches.start(BATCH)
        tx.editions.save(replace(tx.editions.ensure("NIOC2025"), name="Congres", website="https://example.org/2025"))
        tx.contributions.add(CONTRIBUTION)
        tx.texts.put(FILE.hash, DOCUMENT, body="vingerafdruk", cover=COVER)
        tx.batches.add_report(BATCH.id, REPORT)
        tx.batches.remember(BATCH.id, CONTRIBUTION.id, CONTRIBUTION.metadata)
        tx.reading.save_place(PLACE)
        tx.saved_searches.save(SAVED)
        tx.recognitions.put(FILE.hash, RECOGNISED, "golden")
        tx.annotations.save(ANNOTATION)
        tx.annotations.put_anchors([(ANNOTATION.id, MOVED, True)])
        tx.dossiers.save(DOSSIER)
        tx.reading_marks.put(MARK)
        tx.link_checks.save(CHECK)
        tx.acts.save(ACT)
        tx.mailbox.stand(OWNER, 3, "epoch")
        tx.mailbox.put(OWNER, [ITEM])
        tx.comments.put([(COMMENT, "")])
        tx.receptions.put({CONTRIBUTION.id: RECEPTION})
        tx.persons.put([PERSON])


def main() -> int:
    """Write the file, unless it exists."""
    target = GOLDEN / f"{revisions()[-1]}.sql"
    if target.exists():
        print(f"{target.name} is there already; a released schema's file stays as it is.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.of(Path(folder))
        with Library.open(paths) as library:
            fill(library)
        with closing(sqlite3.connect(paths.library_file)) as connection:
            lines = [f"PRAGMA application_id = {APPLICATION_ID};", *connection.iterdump()]
    GOLDEN.mkdir(exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
