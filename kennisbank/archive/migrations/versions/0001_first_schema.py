"""The first schema: records with their revisions, who may see them, receipts, files, accounts, the audit trail."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _identity()
    _records()
    _files()
    _accounts()
    _audit()


def _identity() -> None:
    op.create_table(
        "archive",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("begun", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("begun_of", sa.String(), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_archive")),
    )
    counter = op.create_table(
        "counter",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("public_count", sa.BigInteger(), nullable=False),
        sa.Column("public_sum", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_counter")),
    )
    op.bulk_insert(counter, [{"number": 1, "revision": 0, "public_count": 0, "public_sum": 0}])


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=False),
        sa.Column("others_hash", sa.String(), nullable=False),
        sa.Column("others_mark", sa.BigInteger(), nullable=False),
        sa.Column("gone", sa.String(), nullable=True),
        sa.Column("gone_words", sa.Text(), nullable=False),
        sa.Column("gone_moment", sa.String(), nullable=False),
        sa.Column("gone_by", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("changed", sa.String(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_records")),
    )
    public = sa.text("owner IS NULL")
    gone = sa.text("owner IS NULL AND gone IS NOT NULL")
    replies = sa.text("parent <> ''")
    _index("ix_records_public", "records", ["revision"], public, unique=True)
    _index("ix_records_public_gone", "records", ["revision"], gone)
    op.create_index("ix_records_owner_revision", "records", ["owner", "revision"])
    own = sa.text("owner IS NOT NULL AND body IS NOT NULL")
    _index("ix_records_owner_mark", "records", ["owner", "mark"], own)
    _index("ix_records_edition", "records", ["kind", "edition"], public)
    _index("ix_records_changed", "records", ["changed", "id"], public)
    _index("ix_records_parent", "records", ["parent"], replies)
    op.create_table(
        "audience",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("granted", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("mark", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "record_id", "who", name=op.f("pk_audience")),
    )
    holds = sa.text("revoked IS NULL AND mark IS NOT NULL")
    _index("ix_audience_count", "audience", ["who", "owner", "kind", "record_id", "mark"], holds)
    op.create_index("ix_audience_who_revision", "audience", ["who", "revision"])
    op.create_table(
        "receipts",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("write_id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "write_id", name=op.f("pk_receipts")),
    )


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_files")),
    )
    op.create_table(
        "file_uses",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "contribution", name=op.f("pk_file_uses")),
    )
    op.create_index("ix_file_uses_contribution", "file_uses", ["contribution"])


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("mail_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("requested", sa.String(), nullable=False),
        sa.Column("accepted", sa.String(), nullable=True),
        sa.Column("confirmed", sa.String(), nullable=True),
        sa.Column("decided", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("mail_key", name=op.f("uq_accounts_mail_key")),
    )
    op.create_index("ix_accounts_state", "accounts", ["state", "requested"])
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("is_token", sa.Boolean(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("used", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_sessions_account_accounts")),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    _secrets()
    _letters()


def _secrets() -> None:
    op.create_table(
        "tokens",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("used", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_tokens")),
        sa.ForeignKeyConstraint(
            ["session"], ["sessions.id"], name=op.f("fk_tokens_session_sessions"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_tokens_session", "tokens", ["session"])
    op.create_table(
        "codes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("used", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codes")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_codes_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_codes_account", "codes", ["account"])
    op.create_table(
        "limits",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_limits")),
    )
    op.create_index("ix_limits_ends", "limits", ["ends"])


def _letters() -> None:
    op.create_table(
        "outgoing",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("due", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing")),
    )
    op.create_index("ix_outgoing_due", "outgoing", ["due"])
    op.create_table(
        "contribution_authors",
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("contribution", "account", name=op.f("pk_contribution_authors")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_contribution_authors_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_contribution_authors_account", "contribution_authors", ["account"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_moment", "audit", ["moment"])


def _index(name: str, table: str, columns: list[str], where: sa.TextClause, *, unique: bool = False) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)
