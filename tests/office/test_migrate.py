"""Migrations: run by every service at its start, several of them at once."""

from concurrent.futures import ThreadPoolExecutor

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
