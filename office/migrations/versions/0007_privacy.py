"""Consent by purpose with its receipts, the purposes of each kept turn, and receipts of erasures that name nobody."""

from alembic import op

revision = "0007_privacy"
down_revision = "0006_locked_client"
branch_labels = None
depends_on = None

_CONSENT = """
-- An answer to one notice about one purpose, a yes or a no. It stands until it is ended: withdrawn, or answered anew.
CREATE TABLE bot.consent (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation  uuid NOT NULL REFERENCES bot.conversation ON DELETE CASCADE,
    purpose       text NOT NULL CHECK (purpose IN ('review', 'training')),
    agreed        boolean NOT NULL,
    notice        text NOT NULL,
    notice_digest bytea CHECK (length(notice_digest) = 32),
    given_at      timestamptz NOT NULL DEFAULT now(),
    ended_at      timestamptz
);
CREATE UNIQUE INDEX consent_standing ON bot.consent (conversation, purpose) WHERE ended_at IS NULL;

CREATE FUNCTION bot.agrees(asked uuid, wanted text DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM bot.consent WHERE conversation = asked AND agreed AND ended_at IS NULL
                   AND purpose = coalesce(wanted, purpose))
$$;

-- Consents from before the notices had versions.
INSERT INTO bot.consent (conversation, purpose, agreed, notice, given_at)
    SELECT id, 'review', true, 'review-0', created_at FROM bot.conversation WHERE keep_transcript;
ALTER TABLE bot.conversation DROP COLUMN keep_transcript, ADD COLUMN noticed_at timestamptz;

ALTER TABLE bot.turn ADD COLUMN purposes text[] NOT NULL DEFAULT '{review}'
    CHECK (cardinality(purposes) > 0 AND purposes <@ ARRAY['review', 'training']);
ALTER TABLE bot.turn ALTER COLUMN purposes DROP DEFAULT;
"""

_ERASURE = """
-- That something was erased at a citizen's wish, and how much; the id is told to the citizen and kept nowhere else.
CREATE TABLE bot.erasure (
    id      uuid PRIMARY KEY,
    day     date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
    channel text NOT NULL,
    deed    text NOT NULL CHECK (deed IN ('delete', 'withdraw')),
    erased  jsonb NOT NULL
);

CREATE INDEX attempt_at ON intake.attempt (at);
"""

_BACK = """
ALTER TABLE bot.turn DROP COLUMN purposes;
ALTER TABLE bot.conversation DROP COLUMN noticed_at, ADD COLUMN keep_transcript boolean NOT NULL DEFAULT false;
UPDATE bot.conversation SET keep_transcript = bot.agrees(id, 'review');
DROP FUNCTION bot.agrees;
DROP TABLE bot.consent, bot.erasure;
DROP INDEX intake.attempt_at;
"""


def upgrade() -> None:
    op.execute(_CONSENT)
    op.execute(_ERASURE)


def downgrade() -> None:
    op.execute(_BACK)
