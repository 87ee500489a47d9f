"""The reference intake backend: dossiers, their moves, proofs and attempts."""

from alembic import op

revision = "0001_intake"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = """
CREATE SCHEMA intake;

CREATE TABLE intake.dossier (
    code           text PRIMARY KEY,
    procedure      text NOT NULL,
    applicant_kind text NOT NULL CHECK (applicant_kind IN ('individual', 'organisation')),
    received_on    date NOT NULL,
    place          text NOT NULL DEFAULT '',
    made_up        boolean NOT NULL DEFAULT false,
    registered_at  timestamptz NOT NULL DEFAULT now()
);

-- The state of a dossier is its last move; the key lets only one of two rival moves in.
CREATE TABLE intake.move (
    dossier   text NOT NULL REFERENCES intake.dossier ON DELETE CASCADE,
    number    integer NOT NULL CHECK (number >= 1),
    status    smallint NOT NULL CHECK (status BETWEEN 1 AND 10),
    moved_at  timestamptz NOT NULL,
    officer   text NOT NULL,
    reason    text NOT NULL DEFAULT '',
    due_on    date,
    answer_by date,
    PRIMARY KEY (dossier, number)
);

-- Keyed hashes only: what they stand for is never stored.
CREATE TABLE intake.proof_factor (
    dossier text NOT NULL REFERENCES intake.dossier ON DELETE CASCADE,
    kind    text NOT NULL CHECK (kind IN ('lookup_key', 'id', 'phone')),
    digest  bytea NOT NULL CHECK (length(digest) = 32),
    PRIMARY KEY (dossier, kind)
);

CREATE TABLE intake.proof_token (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    dossier    text NOT NULL REFERENCES intake.dossier ON DELETE CASCADE,
    session    bytea NOT NULL CHECK (length(session) = 32),
    expires_at timestamptz NOT NULL
);
CREATE INDEX proof_token_expires_at ON intake.proof_token (expires_at);

CREATE TABLE intake.attempt (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    code    bytea NOT NULL CHECK (length(code) = 32),
    session bytea NOT NULL CHECK (length(session) = 32),
    client  bytea NOT NULL CHECK (length(client) = 32),
    kind    text NOT NULL CHECK (kind IN ('digits', 'key', 'token')),
    outcome text NOT NULL CHECK (outcome IN
            ('accepted', 'wrong_factor', 'not_found', 'locked_session', 'locked_code', 'wrong_token'))
);
CREATE INDEX attempt_code_at ON intake.attempt (code, at);
"""

_APPEND_ONLY = """
CREATE FUNCTION intake.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'intake.% is append-only', TG_TABLE_NAME;
END $$;

-- A made-up dossier may be replaced as a whole; its moves go with it, and with nothing else.
CREATE FUNCTION intake.keep_real() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.made_up THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'a real dossier is never deleted';
END $$;

CREATE FUNCTION intake.keep_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM intake.dossier WHERE code = OLD.dossier) THEN
        RAISE EXCEPTION 'intake.move is append-only';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER dossier_is_kept BEFORE DELETE ON intake.dossier
    FOR EACH ROW EXECUTE FUNCTION intake.keep_real();
CREATE TRIGGER move_is_kept BEFORE DELETE ON intake.move
    FOR EACH ROW EXECUTE FUNCTION intake.keep_moves();
CREATE TRIGGER dossier_is_never_changed BEFORE UPDATE ON intake.dossier
    FOR EACH ROW EXECUTE FUNCTION intake.refuse_change();
CREATE TRIGGER move_is_never_changed BEFORE UPDATE ON intake.move
    FOR EACH ROW EXECUTE FUNCTION intake.refuse_change();
CREATE TRIGGER attempt_is_never_changed BEFORE UPDATE ON intake.attempt
    FOR EACH ROW EXECUTE FUNCTION intake.refuse_change();
"""


def upgrade() -> None:
    op.execute(_TABLES)
    op.execute(_APPEND_ONLY)


def downgrade() -> None:
    op.execute("DROP SCHEMA intake CASCADE")
