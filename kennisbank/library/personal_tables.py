"""What readers write and collect: annotations with their anchors, dossiers, how far they are; and checked links.

Personal rows say whose they are, as in `tables`, whose metadata these tables join.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, text

from kennisbank.library.columns import FreeText, Utc
from kennisbank.library.tables import metadata

annotations = Table(
    "annotations",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("archive_id", String),
    Column("account_id", String),
    # No foreign key, as with reading places: what somebody wrote is never lost with the paper.
    Column("contribution_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("colour", String, nullable=False),
    Column("body", FreeText, nullable=False),
    Column("tags", FreeText, nullable=False),
    Column("creator", FreeText, nullable=False),
    Column("source", String, nullable=False),
    Column("source_key", FreeText, nullable=False),
    Column("reply_to", String),
    Column("details", FreeText, nullable=False),
    Column("is_read_only", Boolean, nullable=False),
    Column("created_utc", Utc, nullable=False, index=True),
    Column("created_zone", String, nullable=False),
    Column("modified_utc", Utc, nullable=False),
    Column("modified_zone", String, nullable=False),
    Column("trashed_utc", Utc, index=True),
    Column("trashed_zone", String),
    Column("shared", FreeText, nullable=False, server_default=""),
    Index("ix_annotations_source", "source", "source_key"),
)

anchors = Table(
    "anchors",
    metadata,
    Column("annotation_id", ForeignKey("annotations.id", ondelete="CASCADE"), primary_key=True),
    Column("file_hash", String, primary_key=True),
    Column("pieces", String, nullable=False),
    Column("exact", FreeText),
    Column("prefix", FreeText, nullable=False),
    Column("suffix", FreeText, nullable=False),
    Column("state", String, nullable=False),
    Column("similarity", Float, nullable=False),
    Column("is_news", Boolean, nullable=False),
    Index("ix_anchors_file", "file_hash"),
    sqlite_with_rowid=False,
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("archive_id", String),
    Column("account_id", String),
    Column("name", FreeText, nullable=False),
    Column("remark", FreeText, nullable=False),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
    Column("modified_utc", Utc, nullable=False),
    Column("modified_zone", String, nullable=False),
    Column("trashed_utc", Utc),
    Column("trashed_zone", String),
    Column("shared", FreeText, nullable=False, server_default=""),
    Column("creator", FreeText, nullable=False, server_default=""),
)

dossier_items = Table(
    "dossier_items",
    metadata,
    Column("id", String, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("contribution_id", String, nullable=False, index=True),
    Column("annotation_id", String),
    Column("anchor", FreeText),
    Column("remark", FreeText, nullable=False),
)

reading_marks = Table(
    "reading_marks",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("archive_id", String),
    Column("account_id", String),
    Column("contribution_id", String, nullable=False),
    Column("state", String, nullable=False),
    Column("moment_utc", Utc, nullable=False, index=True),
    Column("moment_zone", String, nullable=False),
)
Index(
    "uq_reading_marks_whose",
    reading_marks.c.contribution_id,
    text("coalesce(archive_id, '')"),
    text("coalesce(account_id, '')"),
    unique=True,
)

link_checks = Table(
    "link_checks",
    metadata,
    Column("uri", FreeText, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("status", Integer),
    Column("checked_utc", Utc, nullable=False),
    sqlite_with_rowid=False,
)
