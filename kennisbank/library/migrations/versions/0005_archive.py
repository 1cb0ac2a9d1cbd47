"""The link with an archive: accounts, base copies, offered files, conflicts; withdrawn papers and what is shared."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""

    op.create_table(
        "archives",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("info", sa.String(), nullable=False),
        sa.Column("connected_utc", sa.String(), nullable=False),
        sa.Column("connected_zone", sa.String(), nullable=False),
        sa.Column("synced_utc", sa.String(), nullable=True),
        sa.Column("synced_zone", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("brake", sa.String(), nullable=True),
        sa.Column("wish", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_archives")),
    )
    op.create_table(
        "accounts",
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mail", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("ended", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("archive_id", "id", name=op.f("pk_accounts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bases",
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("is_mine", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.String(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("archive_id", "account_id", "kind", "record_id", name=op.f("pk_bases")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agreed",
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("archive_id", "account_id", name=op.f("pk_agreed")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bases_local", "bases", ["kind", "local_id"], unique=False)
    op.create_table(
        "losers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("kept_utc", sa.String(), nullable=False),
        sa.Column("kept_zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_losers")),
    )
    op.create_index(op.f("ix_losers_kept_utc"), "losers", ["kept_utc"], unique=False)
    op.create_table(
        "conflicts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("local_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("mine", sa.String(), nullable=False),
        sa.Column("theirs", sa.String(), nullable=False),
        sa.Column("found_utc", sa.String(), nullable=False),
        sa.Column("found_zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    op.create_index("uq_conflicts_field", "conflicts", ["kind", "local_id", "field", "account_id"], unique=True)
    op.create_table(
        "offers",
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contribution_id", "hash", name=op.f("pk_offers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_offers_state"), "offers", ["state"], unique=False)
    op.add_column("contributions", sa.Column("withdrawn", sa.String(), nullable=True))
    op.add_column("annotations", sa.Column("shared", sa.String(), nullable=False, server_default=""))
    op.add_column("dossiers", sa.Column("shared", sa.String(), nullable=False, server_default=""))
    op.add_column("dossiers", sa.Column("creator", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Remove them."""
    op.drop_column("dossiers", "creator")
    op.drop_column("dossiers", "shared")
    op.drop_column("annotations", "shared")
    op.drop_column("contributions", "withdrawn")
    for table in ("offers", "conflicts", "losers", "agreed", "bases", "accounts", "archives"):
        op.drop_table(table)
