"""Annotations with their anchors, dossiers, how far readers are, and checked links."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""

    op.create_table(
        "annotations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("tags", sa.String(), nullable=False),
        sa.Column("creator", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("reply_to", sa.String(), nullable=True),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("is_read_only", sa.Boolean(), nullable=False),
        sa.Column("created_utc", sa.String(), nullable=False),
        sa.Column("created_zone", sa.String(), nullable=False),
        sa.Column("modified_utc", sa.String(), nullable=False),
        sa.Column("modified_zone", sa.String(), nullable=False),
        sa.Column("trashed_utc", sa.String(), nullable=True),
        sa.Column("trashed_zone", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotations")),
    )
    op.create_index(op.f("ix_annotations_contribution_id"), "annotations", ["contribution_id"], unique=False)
    op.create_index(op.f("ix_annotations_created_utc"), "annotations", ["created_utc"], unique=False)
    op.create_index("ix_annotations_source", "annotations", ["source", "source_key"], unique=False)
    op.create_index(op.f("ix_annotations_trashed_utc"), "annotations", ["trashed_utc"], unique=False)
    op.create_table(
        "dossiers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("created_utc", sa.String(), nullable=False),
        sa.Column("created_zone", sa.String(), nullable=False),
        sa.Column("modified_utc", sa.String(), nullable=False),
        sa.Column("modified_zone", sa.String(), nullable=False),
        sa.Column("trashed_utc", sa.String(), nullable=True),
        sa.Column("trashed_zone", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossiers")),
    )
    op.create_table(
        "link_checks",
        sa.Column("uri", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("checked_utc", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uri", name=op.f("pk_link_checks")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reading_marks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("moment_utc", sa.String(), nullable=False),
        sa.Column("moment_zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading_marks")),
    )
    op.create_index(op.f("ix_reading_marks_moment_utc"), "reading_marks", ["moment_utc"], unique=False)
    op.create_table(
        "anchors",
        sa.Column("annotation_id", sa.String(), nullable=False),
        sa.Column("file_hash", sa.String(), nullable=False),
        sa.Column("pieces", sa.String(), nullable=False),
        sa.Column("exact", sa.String(), nullable=True),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=False),
        sa.Column("is_news", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotations.id"], name=op.f("fk_anchors_annotation_id_annotations"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("annotation_id", "file_hash", name=op.f("pk_anchors")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_anchors_file", "anchors", ["file_hash"], unique=False)
    op.create_table(
        "dossier_items",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("annotation_id", sa.String(), nullable=True),
        sa.Column("anchor", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossiers.id"], name=op.f("fk_dossier_items_dossier_id_dossiers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_items")),
    )
    op.create_index(op.f("ix_dossier_items_contribution_id"), "dossier_items", ["contribution_id"], unique=False)
    op.create_index(op.f("ix_dossier_items_dossier_id"), "dossier_items", ["dossier_id"], unique=False)

    op.create_index(
        "uq_reading_marks_whose",
        "reading_marks",
        ["contribution_id", sa.text("coalesce(archive_id, '')"), sa.text("coalesce(account_id, '')")],
        unique=True,
    )


def downgrade() -> None:
    """Remove the tables."""
    for table in ("link_checks", "reading_marks", "dossier_items", "dossiers", "anchors", "annotations"):
        op.drop_table(table)
