"""What is said by way of the archive: acts, mailboxes, comments, receptions, persons; more about editions."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_EDITION = ("begins", "ends", "place", "organiser", "programme", "website_kind")


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table(
        "acts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("archive_id", sa.String(), nullable=True),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("contribution_id", sa.String(), nullable=False, server_default=""),
        sa.Column("about", sa.String(), nullable=False, server_default=""),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("sent", sa.String(), nullable=False, server_default=""),
        sa.Column("attachment", sa.String(), nullable=False, server_default=""),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False, server_default=""),
        sa.Column("created_utc", sa.String(), nullable=False),
        sa.Column("created_zone", sa.String(), nullable=False),
        sa.Column("modified_utc", sa.String(), nullable=False),
        sa.Column("modified_zone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
    )
    op.create_index("ix_acts_about", "acts", ["about"], unique=False)
    op.create_index("ix_acts_contribution", "acts", ["contribution_id", "kind"], unique=False)
    op.create_index("ix_acts_state", "acts", ["state"], unique=False)
    op.create_table(
        "mailboxes",
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("archive_id", "account_id", name=op.f("pk_mailboxes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mailbox_items",
        sa.Column("archive_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("moved", sa.String(), nullable=False),
        sa.Column("is_unread", sa.Boolean(), nullable=False),
        sa.Column("is_waiting", sa.Boolean(), nullable=False),
        sa.Column("face", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("archive_id", "account_id", "id", name=op.f("pk_mailbox_items")),
    )
    op.create_index("ix_mailbox_items_contribution", "mailbox_items", ["contribution_id", "kind"], unique=False)
    listed = ["archive_id", "account_id", "kind", "side", "moved", "number", "is_unread", "is_waiting", "contribution_id"]
    op.create_index("ix_mailbox_items_list", "mailbox_items", listed, unique=False)
    op.create_table(
        "comments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("reply_to", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("is_author", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("gone", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_comments_contribution", "comments", ["contribution_id", "created"], unique=False)
    op.create_table(
        "receptions",
        sa.Column("contribution_id", sa.String(), nullable=False),
        sa.Column("votes", sa.String(), nullable=False),
        sa.Column("tags", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("contribution_id", name=op.f("pk_receptions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reach", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person_names",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_person_names")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_person_names_person_id", "person_names", ["person_id"], unique=False)
    for column in _EDITION:
        op.add_column("editions", sa.Column(column, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Remove them."""
    for column in _EDITION:
        op.drop_column("editions", column)
    for table in ("person_names", "persons", "receptions", "comments", "mailbox_items", "mailboxes", "acts"):
        op.drop_table(table)
