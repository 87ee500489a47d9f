"""Migrations: run by every service at its start, several of them at once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import psycopg

from office.migrate import migrate


def test_two_services_that_migrate_at_once_leave_one_schema(empty_database):
    with ThreadPoolExecutor() as services:
        list(services.map(migrate, [empty_database] * 3))
    with psycopg.connect(empty_database) as connection:
        assert len(connection.execute("SELECT * FROM schema_version").fetchall()) == 1
        assert connection.execute("SELECT count(*) FROM intake.move").fetchone() == (0,)


def test_migrating_again_changes_nothing(empty_database):
    migrate(empty_database)
    with psycopg.connect(empty_database) as connection:
        connection.execute("INSERT INTO intake.dossier VALUES ('A', '1.012753', 'individual', '2026-01-05')")
    migrate(empty_database)
    with psycopg.connect(empty_database) as connection:
        assert connection.execute("SELECT code FROM intake.dossier").fetchone() == ("A",)


def test_pages_keep_their_conversation_when_its_key_becomes_a_hash(empty_database):
    migrate(empty_database, "0003_queue")
    key = "00112233445566778899aabbccddeeff"
    with psycopg.connect(empty_database) as connection:
        connection.execute(
            "INSERT INTO bot.conversation (id, channel, slots) VALUES (%s, 'web', %s)",
            [key, '{"proof_token": "t", "facet": "fee"}'],
        )
        connection.execute("INSERT INTO bot.message (conversation, seq, author) VALUES (%s, 1, 'bot')", [key])
        connection.execute("INSERT INTO bot.handover (conversation) VALUES (%s)", [key])
    migrate(empty_database)
    new = UUID(bytes=hashlib.sha256(bytes.fromhex(key)).digest()[:16])
    with psycopg.connect(empty_database) as connection:
        assert connection.execute("SELECT id, slots FROM bot.conversation").fetchone() == (
            new,
            {"facet": "fee"},
        )
        assert connection.execute("SELECT conversation FROM bot.message").fetchone() == (new,)
        assert connection.execute("SELECT conversation FROM bot.handover").fetchone() == (new,)
