"""Suspensions of senders who are shown by role only: no list of accounts shows them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "unnamed_suspensions",
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"],
            ["accounts.id"],
            name=op.f("fk_unnamed_suspensions_account_accounts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("thread", name=op.f("pk_unnamed_suspensions")),
    )
    op.create_index("ix_unnamed_suspensions_account", "unnamed_suspensions", ["account"], unique=False)


def downgrade() -> None:
    """Remove it."""
    op.drop_index("ix_unnamed_suspensions_account", table_name="unnamed_suspensions")
    op.drop_table("unnamed_suspensions")
