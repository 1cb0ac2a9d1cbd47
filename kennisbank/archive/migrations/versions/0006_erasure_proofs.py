"""Proofs of erasures, for whoever didn't get the answer."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "erasure_proofs",
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("receipt", name=op.f("pk_erasure_proofs")),
    )


def downgrade() -> None:
    """Remove it."""
    op.drop_table("erasure_proofs")
