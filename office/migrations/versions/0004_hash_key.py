"""Which key the proofs of dossiers are hashed with, told by a fingerprint that gives nothing of it away."""

from alembic import op

revision = "0004_hash_key"
down_revision = "0003_queue"
branch_labels = None
depends_on = None

_TABLE = """
CREATE TABLE intake.hash_key (
    is_one      boolean PRIMARY KEY DEFAULT true CHECK (is_one),
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32)
);
"""


def upgrade() -> None:
    op.execute(_TABLE)


def downgrade() -> None:
    op.execute("DROP TABLE intake.hash_key")
