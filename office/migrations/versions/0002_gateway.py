"""The gateway: conversations, what was received, what is said, what may be kept."""

from alembic import op

revision = "0002_gateway"
down_revision = "0001_intake"
branch_labels = None
depends_on = None

_CONVERSATIONS = """
CREATE SCHEMA bot;

CREATE TABLE bot.conversation (
    id              uuid PRIMARY KEY,
    channel         text NOT NULL,
    channel_key     bytea CHECK (length(channel_key) = 32),
    state           text NOT NULL DEFAULT 'bot' CHECK (state IN ('bot', 'waiting', 'human', 'closed')),
    keep_transcript boolean NOT NULL DEFAULT false,
    slots           jsonb NOT NULL DEFAULT '{}',
    last_seq        integer NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (channel, channel_key)
);
CREATE INDEX conversation_updated_at ON bot.conversation (updated_at);

-- What a citizen sent, sealed with a key that is not in this database; empty once it is answered.
CREATE TABLE bot.inbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation uuid NOT NULL REFERENCES bot.conversation ON DELETE CASCADE,
    client_id    uuid NOT NULL,
    seq          integer NOT NULL,
    sealed       bytea,
    received_at  timestamptz NOT NULL DEFAULT now(),
    interim_at   timestamptz,
    answered_at  timestamptz,
    UNIQUE (conversation, client_id)
);
CREATE INDEX inbox_unanswered ON bot.inbox (conversation) WHERE answered_at IS NULL;
CREATE INDEX inbox_sealed ON bot.inbox (received_at) WHERE sealed IS NOT NULL;

-- What is said, by number. A citizen's own text is here only masked, and only with consent or for an officer.
CREATE TABLE bot.message (
    conversation uuid NOT NULL REFERENCES bot.conversation ON DELETE CASCADE,
    seq          integer NOT NULL,
    author       text NOT NULL CHECK (author IN ('citizen', 'bot', 'officer')),
    in_reply_to  integer,
    interim      boolean NOT NULL DEFAULT false,
    text         text,
    outcome      text,
    details      jsonb NOT NULL DEFAULT '{}',
    said_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (conversation, seq)
);

-- A button is an opaque id to whoever presses it; what it stands for stays here.
CREATE TABLE bot.button (
    id           uuid PRIMARY KEY,
    conversation uuid NOT NULL,
    seq          integer NOT NULL,
    position     smallint NOT NULL,
    title        text NOT NULL,
    payload      jsonb NOT NULL,
    FOREIGN KEY (conversation, seq) REFERENCES bot.message ON DELETE CASCADE
);
CREATE INDEX button_message ON bot.button (conversation, seq);

CREATE TABLE bot.handover (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation uuid NOT NULL REFERENCES bot.conversation ON DELETE CASCADE,
    requested_at timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz
);
CREATE UNIQUE INDEX handover_open ON bot.handover (conversation) WHERE ended_at IS NULL;
"""

_RECORDS = """
-- One turn of a citizen who agreed to it: masked, with all that is needed to explain the answer later.
CREATE TABLE bot.turn (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation  uuid NOT NULL REFERENCES bot.conversation ON DELETE CASCADE,
    seq           integer NOT NULL,
    channel       text NOT NULL,
    at            timestamptz NOT NULL DEFAULT now(),
    masked_text   text NOT NULL,
    reply         text NOT NULL,
    outcome       text NOT NULL,
    parts         text[] NOT NULL,
    intent        text,
    confidence    real,
    facets        text[] NOT NULL,
    procedures    text[] NOT NULL,
    dossier_codes text[] NOT NULL,
    latency_ms    integer NOT NULL,
    model         text NOT NULL,
    snapshot      text NOT NULL,
    settings      text NOT NULL,
    UNIQUE (conversation, seq)
);
CREATE INDEX turn_at ON bot.turn (at);

-- Every turn, with consent or without, is one more of these and nothing else.
CREATE TABLE bot.turn_count (
    day     date NOT NULL,
    channel text NOT NULL,
    outcome text NOT NULL,
    n       bigint NOT NULL,
    PRIMARY KEY (day, channel, outcome)
);
"""


def upgrade() -> None:
    op.execute(_CONVERSATIONS)
    op.execute(_RECORDS)


def downgrade() -> None:
    op.execute("DROP SCHEMA bot CASCADE")
