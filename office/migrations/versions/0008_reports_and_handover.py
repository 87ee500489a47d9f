"""Reports of wrong facts; what an officer needs to take a conversation over; failures in a row."""

from alembic import op

revision = "0008_reports_and_handover"
down_revision = "0007_privacy"
branch_labels = None
depends_on = None

_HANDOVER = """
-- Answers in a row that did not help; a success sets it back.
ALTER TABLE bot.conversation ADD COLUMN failures smallint NOT NULL DEFAULT 0;

-- The summary is masked, holds no proof, and goes when the handover ends.
ALTER TABLE bot.handover
    ADD COLUMN reason text NOT NULL DEFAULT 'wish' CHECK (reason IN ('wish', 'complaint', 'failures')),
    ADD COLUMN summary jsonb,
    ADD COLUMN claimed_at timestamptz,
    ADD COLUMN claimed_by text;
CREATE INDEX handover_waiting ON bot.handover (requested_at) WHERE ended_at IS NULL;

-- How long officers took, for telling how long to wait: nobody's.
CREATE TABLE bot.handover_time (
    ended_on       date NOT NULL,
    served_seconds integer NOT NULL CHECK (served_seconds >= 0)
);
CREATE INDEX handover_time_ended_on ON bot.handover_time (ended_on);
"""

_REPORT = """
-- A citizen says that a fact is wrong. Nothing here leads to the citizen: no conversation, no client, the hour only,
-- the comment masked with dossier codes too.
CREATE TABLE bot.report (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reported_at timestamptz NOT NULL DEFAULT date_trunc('hour', now()),
    channel     text NOT NULL,
    procedure   text NOT NULL,
    facets      text[] NOT NULL,
    comment     text NOT NULL,
    answer      text,
    decision    text NOT NULL,
    updated_on  text NOT NULL,
    url         text NOT NULL,
    snapshot    text NOT NULL,
    model       text NOT NULL,
    settings    text NOT NULL,
    state       text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'accepted', 'rejected')),
    reason      text,
    settled_by  text,
    settled_at  timestamptz,
    CHECK ((state = 'new') = (settled_at IS NULL))
);
CREATE INDEX report_state ON bot.report (state, id);
CREATE INDEX report_reported_at ON bot.report (reported_at);
"""


def upgrade() -> None:
    op.execute(_HANDOVER)
    op.execute(_REPORT)


def downgrade() -> None:
    op.execute("DROP TABLE bot.report, bot.handover_time")
    op.execute("DROP INDEX bot.handover_waiting")
    op.execute(
        "ALTER TABLE bot.handover DROP COLUMN reason, DROP COLUMN summary,"
        " DROP COLUMN claimed_at, DROP COLUMN claimed_by"
    )
    op.execute("ALTER TABLE bot.conversation DROP COLUMN failures")
