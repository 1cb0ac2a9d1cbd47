"""Searches that somebody keeps."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.Column("order", sa.String(), nullable=False),
        sa.Column("is_strict", sa.Boolean(), nullable=False),
        sa.Column("created_utc", sa.String(), nullable=False),
        sa.Column("created_zone", sa.String(), nullable=False),
        sa.Column("seen_utc", sa.String(), nullable=False),
        sa.Column("seen_zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_searches")),
    )


def downgrade() -> None:
    """Remove the table."""
    op.drop_table("saved_searches")
