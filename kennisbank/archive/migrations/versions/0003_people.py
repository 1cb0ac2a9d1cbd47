"""Claims, contacts, notification, newsletter, remarks, versions that authors hand in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _claims()
    _mail()
    _remarks()
    _versions()


def _claims() -> None:
    op.create_table(
        "contacts",
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("mail_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("contribution", "place", name=op.f("pk_contacts")),
    )
    op.create_index("ix_contacts_mail_key", "contacts", ["mail_key"])
    op.create_table(
        "claims",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("earlier", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_claims_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_claims_account", "claims", ["account"])
    op.create_index("ix_claims_contribution", "claims", ["contribution"])
    op.create_index("ix_claims_earlier", "claims", ["earlier", "decided"])
    op.create_index("ix_claims_state", "claims", ["state", "created"])
    op.create_table(
        "claim_codes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_codes")),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name=op.f("fk_claim_codes_claim_claims"), ondelete="CASCADE"),
    )
    op.create_index("ix_claim_codes_claim", "claim_codes", ["claim"])


def _mail() -> None:
    op.create_table(
        "notify",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("pace", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_notify")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_notify_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_table(
        "fresh_feedback",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("account", "contribution", name=op.f("pk_fresh_feedback")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_fresh_feedback_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_table(
        "invitations",
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("mail_hash", sa.String(), nullable=False),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contribution", "mail_hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "mail_refusals",
        sa.Column("mail_hash", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("mail_hash", name=op.f("pk_mail_refusals")),
    )
    op.create_table(
        "newsletter",
        sa.Column("mail_hash", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("confirmed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("mail_hash", name=op.f("pk_newsletter")),
    )
    op.create_index("ix_newsletter_confirmed", "newsletter", ["confirmed", "asked"])
    op.create_index("ix_newsletter_id", "newsletter", ["id"])


def _remarks() -> None:
    op.create_table(
        "remarks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("telephone", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("decided", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remarks")),
    )
    op.create_index("ix_remarks_received", "remarks", ["received"])
    op.create_index("ix_remarks_state", "remarks", ["state", "received"])


def _versions() -> None:
    op.create_table(
        "uploads",
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("act", name=op.f("pk_uploads")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_uploads_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_uploads_moment", "uploads", ["moment"])
    op.create_table(
        "versions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.id"], name=op.f("fk_versions_account_accounts"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_versions_account", "versions", ["account"])
    op.create_index("ix_versions_state", "versions", ["state", "created"])


def downgrade() -> None:
    """Remove them."""
    for name in (
        "versions",
        "uploads",
        "remarks",
        "newsletter",
        "mail_refusals",
        "invitations",
        "fresh_feedback",
        "notify",
        "claim_codes",
        "claims",
        "contacts",
    ):
        op.drop_table(name)
