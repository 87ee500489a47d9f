"""What can go wrong with the embedded PostgreSQL."""

from __future__ import annotations


class PostgresError(Exception):
    """The embedded PostgreSQL could not be made or started; the message says how to mend it."""
