"""The tables as the repositories use them. The schema itself is made by the migrations; a test compares the two.

What somebody creates has a UUID as its key and its origin beside it. What is derived on this machine and never leaves
it (texts, pages, reports) has a number. Moments are two columns: UTC in a form that sorts, and the writer's zone.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from kennisbank.library.columns import FreeText, Utc

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

library = Table(
    "library",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("origin", String, nullable=False),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("code", FreeText, nullable=False),
    Column("code_key", FreeText, nullable=False, unique=True),
    Column("name", FreeText, nullable=False),
    Column("year", Integer),
    Column("website", FreeText, nullable=False),
    Column("begins", FreeText, nullable=False, server_default=""),
    Column("ends", FreeText, nullable=False, server_default=""),
    Column("place", FreeText, nullable=False, server_default=""),
    Column("organiser", FreeText, nullable=False, server_default=""),
    Column("programme", FreeText, nullable=False, server_default=""),
    Column("website_kind", String, nullable=False, server_default=""),
)

batches = Table(
    "batches",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("source", FreeText, nullable=False),
    Column("edition", FreeText, nullable=False),
    Column("state", String, nullable=False),
    Column("started_utc", Utc, nullable=False),
    Column("started_zone", String, nullable=False),
    Column("finished_utc", Utc),
    Column("finished_zone", String),
    Column("added", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("duplicates", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("batch_id", ForeignKey("batches.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("file", FreeText, nullable=False),
    Column("verdict", String, nullable=False),
    Column("contribution_id", String),
    Column("pages", Integer, nullable=False),
    Column("problems", String, nullable=False),
    Column("metadata", String, nullable=False),
)

befores = Table(
    "befores",
    metadata,
    Column("batch_id", ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("contribution_id", String, primary_key=True),
    Column("metadata", String, nullable=False),
)

contributions = Table(
    "contributions",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("title", FreeText, nullable=False),
    Column("title_key", FreeText, nullable=False, index=True),
    Column("title_sort", FreeText, nullable=False, index=True),
    Column("abstract", FreeText, nullable=False),
    Column("year", Integer, index=True),
    Column("language", FreeText, nullable=False),
    Column("kind", FreeText, nullable=False),
    Column("doi", FreeText, nullable=False),
    Column("doi_key", FreeText, nullable=False, index=True),
    Column("licence", FreeText, nullable=False),
    Column("edition_id", ForeignKey("editions.id"), index=True),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
    Column("updated_utc", Utc, nullable=False),
    Column("updated_zone", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("batch_id", ForeignKey("batches.id", ondelete="SET NULL"), index=True),
    Column("withdrawn", FreeText),
)

authors = Table(
    "authors",
    metadata,
    Column("contribution_id", ForeignKey("contributions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", FreeText, nullable=False),
    Column("family", FreeText, nullable=False),
    Column("given", FreeText, nullable=False),
    Column("affiliation", FreeText, nullable=False),
    Column("email", FreeText, nullable=False),
    Column("key", FreeText, nullable=False, index=True),
    Column("sort", FreeText, nullable=False),
    sqlite_with_rowid=False,
)

keywords = Table(
    "keywords",
    metadata,
    Column("contribution_id", ForeignKey("contributions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", FreeText, nullable=False),
    Column("key", FreeText, nullable=False, index=True),
    sqlite_with_rowid=False,
)

themes = Table(
    "themes",
    metadata,
    Column("contribution_id", ForeignKey("contributions.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("value", FreeText, nullable=False),
    Column("key", FreeText, nullable=False, index=True),
    sqlite_with_rowid=False,
)

provenance = Table(
    "provenance",
    metadata,
    Column("contribution_id", ForeignKey("contributions.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("detail", FreeText, nullable=False),
    sqlite_with_rowid=False,
)

files = Table(
    "files",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("contribution_id", ForeignKey("contributions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", String, nullable=False, index=True),
    Column("name", FreeText, nullable=False),
    Column("name_key", FreeText, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("added_utc", Utc, nullable=False),
    Column("added_zone", String, nullable=False),
    Column("batch_id", ForeignKey("batches.id", ondelete="SET NULL"), index=True),
)

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_hash", String, nullable=False),
    Column("extractor", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("body", String, nullable=False, index=True),
    Column("cover", String, nullable=False),
    Column("info", String, nullable=False),
    Column("problems", String, nullable=False),
    Column("outline", LargeBinary, nullable=False),
    Column("links", LargeBinary, nullable=False),
    Column("stored_utc", Utc, nullable=False),
    UniqueConstraint("file_hash", "extractor"),
    sqlite_autoincrement=True,
)

pages = Table(
    "pages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text_id", ForeignKey("texts.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("label", FreeText, nullable=False),
    Column("first_line", Integer),
    UniqueConstraint("text_id", "number"),
)

recognised = Table(
    "recognised",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_hash", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("recogniser", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("stored_utc", Utc, nullable=False),
    UniqueConstraint("file_hash", "number"),
    sqlite_autoincrement=True,
)

reading_places = Table(
    "reading_places",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("archive_id", String),
    Column("account_id", String),
    # No foreign key: what a reader left behind outlives the contribution, so that it is there again when that returns.
    Column("contribution_id", String, nullable=False),
    Column("file_hash", String, nullable=False),
    Column("page", Integer, nullable=False),
    Column("y", Float, nullable=False),
    Column("zoom", Float, nullable=False),
    Column("moment_utc", Utc, nullable=False, index=True),
    Column("moment_zone", String, nullable=False),
)
Index(
    "uq_reading_places_whose",
    reading_places.c.contribution_id,
    text("coalesce(archive_id, '')"),
    text("coalesce(account_id, '')"),
    unique=True,
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", String, primary_key=True),
    Column("origin", String, nullable=False),
    Column("archive_id", String),
    Column("account_id", String),
    Column("name", FreeText, nullable=False),
    Column("query", FreeText, nullable=False),
    Column("filters", String, nullable=False),
    Column("order", String, nullable=False),
    Column("is_strict", Boolean, nullable=False),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
    Column("seen_utc", Utc, nullable=False),
    Column("seen_zone", String, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("archive_id", String),
    Column("account_id", String),
    Column("op", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("payload", String, nullable=False),
    Column("created_utc", Utc, nullable=False),
    Column("created_zone", String, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", FreeText, nullable=False),
    Index("ix_outbox_state_entity", "state", "entity"),
    sqlite_autoincrement=True,
)
