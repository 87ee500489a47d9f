"""Bring a database to the newest schema; safe to call from several services at once."""

from __future__ import annotations

from pathlib import Path

import psycopg

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x6D6F7463  # any number will do, as long as every service takes the same one


def migrate(dsn: str, revision: str = "head") -> None:
    """Apply what is missing, or nothing; waits while another service does the same.

    Raises what psycopg raises: OperationalError when the server does not answer within a few seconds.
    """
    with psycopg.connect(dsn, autocommit=True, connect_timeout=2) as lock:
        lock.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        _upgrade(dsn, revision)


def _upgrade(dsn: str, revision: str) -> None:
    """Load alembic here: the page need not wait for it (0.3 s)."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import NullPool

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(dsn, connect_timeout=2), poolclass=NullPool
    )
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except DBAPIError as error:
        raise error.orig or error from error
