"""Comments, votes, proposals, reports, and what the desk decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; with many public records one index of those that are owned mustn't hold them."""
    op.drop_index("ix_records_owner_revision", "records")
    _index("ix_records_owner_revision", "records", ["owner", "revision"], sa.text("owner IS NOT NULL"))
    _comments()
    _votes()
    _reader_tags()
    _proposals()
    _reports()
    _notices()
    _desk_acts()
    _websites()


def _comments() -> None:
    op.create_table(
        "comments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("reply_to", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_comments_account_accounts"), ondelete="SET NULL"
        ),
    )
    op.create_index("ix_comments_account", "comments", ["account", "created"])
    op.create_index("ix_comments_contribution", "comments", ["contribution", "created"])
    _index("ix_comments_hidden", "comments", ["changed"], sa.text("state = 'hidden'"))


def _votes() -> None:
    op.create_table(
        "votes",
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("contribution", "account", name=op.f("pk_votes")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_votes_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_votes_account", "votes", ["account"])
    op.create_index("ix_votes_stars", "votes", ["contribution", "stars"])


def _reader_tags() -> None:
    op.create_table(
        "reader_tags",
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("tag_key", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contribution", "tag_key", name=op.f("pk_reader_tags")),
    )


def _proposals() -> None:
    op.create_table(
        "proposals",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("replaced", sa.Text(), nullable=False),
        sa.Column("tag_key", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_proposals_account_accounts"), ondelete="SET NULL"
        ),
    )
    op.create_index("ix_proposals_account", "proposals", ["account"])
    op.create_index("ix_proposals_state", "proposals", ["state", "created"])
    op.create_index("ix_proposals_tag", "proposals", ["contribution", "tag_key"])


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_reports_account_accounts"), ondelete="SET NULL"
        ),
    )
    op.create_index("ix_reports_account", "reports", ["account"])
    op.create_index("ix_reports_state", "reports", ["purpose", "state", "created"])
    op.create_index("ix_reports_subject", "reports", ["subject_id"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_notices_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_notices_account", "notices", ["account"])


def _desk_acts() -> None:
    op.create_table(
        "desk_acts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("list", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_acts")),
    )
    op.create_index("ix_desk_acts_moment", "desk_acts", ["moment"])


def _websites() -> None:
    op.create_table(
        "websites",
        sa.Column("edition", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("edition", name=op.f("pk_websites")),
    )
    op.create_index("ix_websites_hash", "websites", ["hash"])


def _index(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Remove them."""
    for name in ("websites", "desk_acts", "notices", "reports", "proposals", "reader_tags", "votes", "comments"):
        op.drop_table(name)
    op.drop_index("ix_records_owner_revision", "records")
    op.create_index("ix_records_owner_revision", "records", ["owner", "revision"])
