"""Keep less: ids that open nothing, answers erased once they were fetched, messages counted by client."""

from alembic import op

revision = "0005_less_kept"
down_revision = "0004_hash_key"
branch_labels = None
depends_on = None

_HANGING_ON = ("inbox", "message", "handover", "turn")

# What was a key becomes half of its SHA-256, as bot.conversation.id_of makes it: every page goes on.
_RENAME = """
UPDATE bot.conversation SET id = encode(substring(sha256(uuid_send(id)) FROM 1 FOR 16), 'hex')::uuid,
    slots = slots - 'proof_token';
"""

_COLUMNS = """
ALTER TABLE bot.message ADD COLUMN fetched_at timestamptz;
CREATE INDEX message_fetched ON bot.message (fetched_at) WHERE author = 'bot' AND text IS NOT NULL;
-- A keyed hash of the address, for counting only; empty once the message is answered.
ALTER TABLE bot.inbox ADD COLUMN client bytea;
CREATE INDEX inbox_client ON bot.inbox (client) WHERE answered_at IS NULL;
"""


def _refer(table: str, more: str) -> str:
    return (
        f"ALTER TABLE bot.{table} DROP CONSTRAINT {table}_conversation_fkey, ADD CONSTRAINT"
        f" {table}_conversation_fkey FOREIGN KEY (conversation) REFERENCES bot.conversation ON DELETE CASCADE{more};"
    )


def _refer_button(more: str) -> str:
    return (
        "ALTER TABLE bot.button DROP CONSTRAINT button_conversation_seq_fkey, ADD CONSTRAINT"
        " button_conversation_seq_fkey FOREIGN KEY (conversation, seq) REFERENCES bot.message"
        f" ON DELETE CASCADE{more};"
    )


def upgrade() -> None:
    for table in _HANGING_ON:
        op.execute(_refer(table, " ON UPDATE CASCADE"))
    op.execute(_refer_button(" ON UPDATE CASCADE"))
    op.execute(_RENAME)
    op.execute(_COLUMNS)
    for table in _HANGING_ON:
        op.execute(_refer(table, ""))
    op.execute(_refer_button(""))


def downgrade() -> None:
    op.execute("DELETE FROM bot.conversation")
    op.execute("ALTER TABLE bot.message DROP COLUMN fetched_at")
    op.execute("ALTER TABLE bot.inbox DROP COLUMN client")
