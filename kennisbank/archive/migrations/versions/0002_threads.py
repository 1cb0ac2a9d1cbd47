"""Threads of feedback, mailboxes, acts and attachments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _mailboxes()
    _threads()
    _uploads()


def downgrade() -> None:
    """Remove them."""
    for name in (
        "held_files",
        "attachment_uploads",
        "thread_steps",
        "thread_messages",
        "threads",
        "seats",
        "mailbox_heads",
    ):
        op.drop_table(name)


def _mailboxes() -> None:
    op.create_table(
        "mailbox_heads",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_mailbox_heads")),
    )
    op.create_table(
        "seats",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("is_unread", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.Column("fetched", sa.String(), nullable=True),
        sa.Column("gone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "kind", "subject", name=op.f("pk_seats")),
    )
    op.create_index("ix_seats_number", "seats", ["account", "number"], unique=True)
    op.create_index("ix_seats_alias", "seats", ["account", "kind", "alias"], unique=True)
    op.create_index("ix_seats_subject", "seats", ["kind", "subject"])


def _threads() -> None:
    op.create_table(
        "threads",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("shown_as", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("released", sa.String(), nullable=True),
        sa.Column("is_due", sa.Boolean(), nullable=False),
        sa.Column("reader_seen", sa.BigInteger(), nullable=False),
        sa.Column("authors_seen", sa.BigInteger(), nullable=False),
        sa.Column("reported_by_reader", sa.Boolean(), nullable=False),
        sa.Column("reported_by_author", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=True),
        sa.Column("hidden_words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
    )
    op.create_index("ix_threads_contribution", "threads", ["contribution"])
    op.create_index("ix_threads_account", "threads", ["account"])
    op.create_index("ix_threads_state", "threads", ["state", "released"])
    is_due = sa.text("is_due")
    op.create_index("ix_threads_due", "threads", ["id"], sqlite_where=is_due, postgresql_where=is_due)
    op.create_table(
        "thread_messages",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("shown", sa.BigInteger(), nullable=True),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("released", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_type", sa.Text(), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.String(), nullable=False),
        sa.Column("gone_words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_messages")),
    )
    op.create_index("ix_thread_messages_thread", "thread_messages", ["thread", "number"], unique=True)
    op.create_index("ix_thread_messages_account", "thread_messages", ["account"])
    op.create_index("ix_thread_messages_file", "thread_messages", ["file"])
    op.create_table(
        "thread_steps",
        sa.Column("thread", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("thread", "number", name=op.f("pk_thread_steps")),
    )
    op.create_index("ix_thread_steps_account", "thread_steps", ["account"])


def _uploads() -> None:
    op.create_table(
        "attachment_uploads",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("is_clean", sa.Boolean(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "hash", name=op.f("pk_attachment_uploads")),
    )
    op.create_table(
        "held_files",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "holder", name=op.f("pk_held_files")),
    )
    op.create_index("ix_held_files_holder", "held_files", ["holder"])
    op.create_index("ix_attachment_uploads_hash", "attachment_uploads", ["hash"])
    op.create_index("ix_attachment_uploads_moment", "attachment_uploads", ["moment"])
