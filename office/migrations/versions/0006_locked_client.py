"""Count wrong proofs by client too: a client that guesses at many codes waits."""

from alembic import op

revision = "0006_locked_client"
down_revision = "0005_less_kept"
branch_labels = None
depends_on = None

_OUTCOMES = ("accepted", "wrong_factor", "not_found", "locked_session", "locked_code", "wrong_token")


def _allow(outcomes: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{outcome}'" for outcome in outcomes)
    return (
        "ALTER TABLE intake.attempt DROP CONSTRAINT attempt_outcome_check,"
        f" ADD CONSTRAINT attempt_outcome_check CHECK (outcome IN ({listed}))"
    )


def upgrade() -> None:
    op.execute(_allow((*_OUTCOMES, "locked_client")))
    op.execute("CREATE INDEX attempt_client_at ON intake.attempt (client, at)")


def downgrade() -> None:
    op.execute("DROP INDEX intake.attempt_client_at")
    op.execute("DELETE FROM intake.attempt WHERE outcome = 'locked_client'")
    op.execute(_allow(_OUTCOMES))
